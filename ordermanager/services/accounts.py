"""Accounts: where orders are sent to, and with which key."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import TYPE_CHECKING, cast, get_args
from urllib.parse import urlsplit

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, KnownError, Sentence, WrongUse
from ordermanager.services.keys import checked_key, environment_key
from ordermanager.services.notices import Changes
from ordermanager.services.results import AccountView, ConnectionTest, KeyKept
from ordermanager.store.accounts import no_such_account
from ordermanager.store.records import AccountRecord, RepeatPolicy

if TYPE_CHECKING:
    from collections.abc import Callable

    from ordermanager.api.client import YespoClient
    from ordermanager.domain.checks.rules import CostBasis
    from ordermanager.services.context import Context
    from ordermanager.services.keys import KeyStore

_WORKSPACE_ID = "workspace_id"
SANDBOX_KEY = "sandbox"
SHORTEST_REPEAT = 2
"""Minutes: the server refuses the same body for one (yespo-api.md 2.3)."""
MOST_AT_ONCE = 8

NO_ACCOUNT = QT_TRANSLATE_NOOP(
    "Sentence", "There is no account yet. Add one with the address https://yespo.io/api and your API key."
)
NO_KEY = QT_TRANSLATE_NOOP(
    "Sentence",
    "The account {name} has no API key on this computer. Make one in Yespo (Settings → API → New key, full "
    "access) and "
    "enter it in the account's settings, or set ORDERMANAGER_API_KEY.",
)


KEYRING_LOCKED = QT_TRANSLATE_NOOP(
    "Sentence",
    "The keyring of this computer did not give the key of the account {name}; it is probably locked. Unlock it, or "
    "sign in to this computer again, then try again.",
)


class NoKey(KnownError):
    """An account without a key cannot send or ask."""

    is_of_account = True
    exit_code = 4


class AccountService:
    """Any thread; `test` is a network call."""

    def __init__(self, context: Context, keys: KeyStore) -> None:
        self._context = context
        self._accounts = context.workspace.accounts
        self._keys = keys
        self._watchers: set[Callable[[int], None]] = set()

    def watch(self, on_changed: Callable[[int], None]) -> None:
        """From now on call this, in the thread of the change, with the id of an account that leads elsewhere than
        before, has another key, or was removed."""
        self._watchers.add(on_changed)

    def list(self) -> list[AccountView]:
        """Every account, the default one first."""
        views = [self._view(record) for record in self._accounts.list()]
        return sorted(views, key=lambda view: (not view.is_default, view.name.casefold()))

    def get(self, name: str | None = None) -> AccountView:
        """One account (None: the default). Raises WrongUse where there is none."""
        return self._view(self.record(name))

    def name_in_history(self, name: str) -> str:
        """How an account is written that is meant by a name in any letters' case, also if it was removed. Raises
        WrongUse."""
        names = self._accounts.names()
        found = [each for each in names if each == name] or [
            each for each in names if each.casefold() == name.strip().casefold()
        ]
        if not found:
            raise no_such_account(name)
        return found[0]

    def add(
        self,
        name: str,
        base_url: str,
        *,
        key: str | None = None,
        is_sandbox: bool | None = None,
        cost_basis: CostBasis | None = None,
        default: bool | None = None,
    ) -> KeyKept | None:
        """Add an account; the first one becomes the default, and an address on this computer itself is a sandbox.

        Raises WrongUse: the name is empty or taken, the address is unsafe; KeyUnusable: the key is no key.
        """
        name, address = self._free_name(name), _address(base_url)
        if key is not None:
            checked_key(key)
        record = self._accounts.add(
            AccountRecord(
                name=name,
                base_url=address,
                is_sandbox=_is_local(address) if is_sandbox is None else is_sandbox,
                cost_basis=cost_basis or self._context.settings.get().cost_basis,
            ),
            self._context.now(),
        )
        if default:
            self._accounts.set_default(record.name)
        kept = self._keep(record, key) if key is not None else None
        self._changed()
        return kept

    def update(
        self,
        name: str,
        *,
        new_name: str | None = None,
        base_url: str | None = None,
        cost_basis: CostBasis | None = None,
        repeat_policy: str | None = None,
        repeat_after: int | None = None,
        in_flight: int | None = None,
        per_minute: int | None = None,
        only_newest: bool | None = None,
    ) -> None:
        """Change an account. A key belongs to its address: another host needs its key again.

        `repeat_policy`, `repeat_after` (minutes, at least 2), `in_flight` (1 to 8), `per_minute` and `only_newest` are
        those of store.AccountRecord. Raises WrongUse for what they cannot be.
        """
        record = self._accounts.get(name)
        policy = record.repeat_policy if repeat_policy is None else _policy(repeat_policy)
        minutes = record.repeat_after if repeat_after is None else repeat_after
        at_once = record.in_flight if in_flight is None else in_flight
        pace = record.per_minute if per_minute is None else per_minute
        if minutes < SHORTEST_REPEAT or not 1 <= at_once <= MOST_AT_ONCE or pace < 0:
            raise WrongUse(
                QT_TRANSLATE_NOOP(
                    "Sentence",
                    "An account sends 1 to {most} requests at once, and in doubt again after 2 minutes or more.",
                ),
                most=MOST_AT_ONCE,
            )
        address = record.base_url if base_url is None else _address(base_url)
        if address != record.base_url:
            self._keys.forget(self._key_name(record))
        changed = self._accounts.update(
            replace(
                record,
                name=record.name if new_name in (None, record.name) else self._free_name(new_name or ""),
                base_url=address,
                is_sandbox=_is_local(address) if address != record.base_url else record.is_sandbox,
                cost_basis=cost_basis or record.cost_basis,
                repeat_policy=policy,
                repeat_after=minutes,
                in_flight=at_once,
                per_minute=pace,
                only_newest=record.only_newest if only_newest is None else only_newest,
            )
        )
        if changed.base_url != record.base_url:
            self._tell_of(record)
        self._changed()

    def remove(self, name: str) -> None:
        """Forget an account and its key; what was sent through it stays in the history."""
        record = self._accounts.get(name)
        self._keys.forget(self._key_name(record))
        self._accounts.remove(name, self._context.now())
        self._tell_of(record)
        self._changed()

    def set_default(self, name: str) -> None:
        """Send through this account where none is named."""
        self._accounts.set_default(name)
        self._changed()

    def set_key(self, name: str, key: str) -> KeyKept:
        """Keep this key for the account, and let the account send again where it was stopped."""
        record = self._accounts.get(name)
        kept = self._keep(record, key)
        if record.is_stopped:
            self._accounts.resume(record.id)
        self._tell_of(record)
        self._changed()
        return kept

    def resume(self, name: str) -> None:
        """Let a stopped account send again."""
        self._accounts.resume(self._accounts.get(name).id)
        self._changed()

    def test(self, name: str | None = None) -> ConnectionTest:
        """Ask the account who it is; success lets a stopped account send again.

        Never raises for a fault of network or key: the sentence says what to do.
        """
        record = self.record(name)
        try:
            key = self.key_of(record)
        except NoKey as error:
            return ConnectionTest(ok=False, organisation=None, sentence=error.sentence)
        result = self._ask(record.base_url, key)
        if result.ok and record.is_stopped:
            self._accounts.resume(record.id)
            self._changed()
        return result

    def test_address(self, base_url: str, key: str) -> ConnectionTest:
        """The same before an account is saved."""
        try:
            address = _address(base_url)
            return self._ask(
                address, SANDBOX_KEY if not key.strip() and _is_local(address) else checked_key(key)
            )
        except KnownError as error:
            return ConnectionTest(ok=False, organisation=None, sentence=error.sentence)

    def record(self, name: str | None = None) -> AccountRecord:
        """The account with its id, for the other services. Raises WrongUse where there is none."""
        if name is not None:
            return self._accounts.get(name)
        found = self._accounts.default()
        if found is None:
            raise WrongUse(NO_ACCOUNT)
        return found

    def key_of(self, record: AccountRecord) -> str:
        """Its key: kept here, else of the environment; a sandbox needs none. Raises NoKey."""
        key = self._keys.get(self._key_name(record)) or environment_key()
        if key:
            return checked_key(key)
        if record.is_sandbox:
            return SANDBOX_KEY
        raise NoKey(KEYRING_LOCKED if self._keys.gives_nothing else NO_KEY, name=record.name)

    def client(self, record: AccountRecord) -> YespoClient:
        """A client for one account. Raises NoKey."""
        return self._client(record.base_url, self.key_of(record))

    def _client(self, base_url: str, key: str) -> YespoClient:
        from ordermanager.api.client import YespoClient  # httpx takes a moment to load

        return YespoClient(base_url, key, proxy=self._context.settings.get().proxy or None)

    def _ask(self, base_url: str, key: str) -> ConnectionTest:
        from ordermanager.api.contacts import account_info
        from ordermanager.api.sync import HttpRunner

        try:
            info = HttpRunner().run(account_info(self._client(base_url, key)))
        except KnownError as error:
            return ConnectionTest(ok=False, organisation=None, sentence=error.sentence)
        name = info.organisation_name
        sentence = Sentence(_CONNECTED, {"organisation": name}) if name else Sentence(_CONNECTED_UNNAMED)
        return ConnectionTest(ok=True, organisation=name or None, sentence=sentence)

    def _keep(self, record: AccountRecord, key: str) -> KeyKept:
        notice = self._keys.put(self._key_name(record), key)
        return KeyKept("keyring" if notice is None else "memory", notice)

    def _key_name(self, record: AccountRecord) -> str:
        return f"{self._workspace_id()}/{record.id}@{urlsplit(record.base_url).netloc}"

    def _workspace_id(self) -> str:
        """Tells the accounts of different workspaces apart in the one keyring of a person."""
        store = self._context.workspace.settings
        found = store.get(_WORKSPACE_ID)
        if not found and not self._context.workspace.read_only:
            found = uuid.uuid4().hex
            store.put(_WORKSPACE_ID, found)
        return str(found or "")

    def _free_name(self, name: str) -> str:
        name = name.strip()
        if not name or not name.isprintable():
            raise WrongUse(QT_TRANSLATE_NOOP("Sentence", "Give the account a name."))
        if any(record.name.casefold() == name.casefold() for record in self._accounts.list()):
            raise WrongUse(
                QT_TRANSLATE_NOOP("Sentence", "There is an account named {name} already."), name=name
            )
        return name

    def _view(self, record: AccountRecord) -> AccountView:
        return AccountView(
            name=record.name,
            base_url=record.base_url,
            is_sandbox=record.is_sandbox,
            is_default=record.is_default,
            cost_basis=record.cost_basis.value,
            repeat_policy=record.repeat_policy,
            stopped=record.stop_reason,
            key_place=self._key_place(record),
            repeat_after=record.repeat_after,
            in_flight=record.in_flight,
            per_minute=record.per_minute,
            only_newest=record.only_newest,
        )

    def _key_place(self, record: AccountRecord) -> str:
        place = self._keys.place(self._key_name(record))
        if place != "none":
            return place
        if environment_key():
            return "environment"
        return "sandbox" if record.is_sandbox else "none"

    def _tell_of(self, record: AccountRecord) -> None:
        for on_changed in self._watchers:
            on_changed(record.id)

    def _changed(self) -> None:
        self._context.publish(Changes(accounts=True))


_CONNECTED = QT_TRANSLATE_NOOP("Sentence", "Connected to {organisation}.")
_CONNECTED_UNNAMED = QT_TRANSLATE_NOOP("Sentence", "Connected. The account has no organisation name.")


def _policy(value: str) -> RepeatPolicy:
    if value not in get_args(RepeatPolicy):
        raise WrongUse(
            QT_TRANSLATE_NOOP("Sentence", "“{value}” is not an answer; there are ask, send_again and never."),
            value=value,
        )
    return cast("RepeatPolicy", value)


def _address(base_url: str) -> str:
    from ordermanager.api.address import normalise_base_url

    return normalise_base_url(base_url)


def _is_local(base_url: str) -> bool:
    from ordermanager.api.address import is_loopback

    return is_loopback(urlsplit(base_url).hostname or "")
