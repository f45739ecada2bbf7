"""The workspace's settings: read once, handed out as a value, changed only through `SettingsService.update`."""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from ordermanager.domain.checks.rules import CheckRules, CostBasis, RuleSet
from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, WrongUse
from ordermanager.domain.statuses import Status
from ordermanager.services.notices import Changes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ordermanager.services.notices import Notices
    from ordermanager.store.workspace import Workspace

_KEY = "settings"


class Settings(NamedTuple):
    """What a person may set for a workspace. Secrets are never among them.

    `region` (ISO 3166) reads phones without a country code, `timezone` (IANA) completes dates without an
    offset, `currency` and `status` fill a new order. `cost_basis` is that of new accounts, and of checks
    while there is no account. `proxy` is an http(s) URL or empty. `view` is the window's own: texts by name
    (column widths, open panes …). `lists` are the lists kept as folders, in their order
    (services/orders/kept_lists.py).
    """

    rule_set: RuleSet = RuleSet.FULL
    region: str = "UA"
    timezone: str = "Europe/Kyiv"
    cost_basis: CostBasis = CostBasis.UNIT
    currency: str = "UAH"
    status: str = Status.INITIALIZED.value
    proxy: str = ""
    language: str = ""
    theme: str = ""
    confirm_before_send: bool = True
    view: Mapping[str, str] = {}  # nobody writes into it
    lists: Mapping[str, str] = {}  # nobody writes into it

    @property
    def rules(self) -> CheckRules:
        """What the checks need of the settings."""
        return CheckRules(self.rule_set, self.region, self.timezone, self.cost_basis)


def known_region(region: str) -> str:
    """The region's two letters. Raises WrongUse where phone numbers of no such region are known."""
    from phonenumbers import SUPPORTED_REGIONS  # its tables take a moment to load

    wanted = region.strip().upper()
    if wanted not in SUPPORTED_REGIONS:
        raise WrongUse(
            QT_TRANSLATE_NOOP(
                "Sentence", "“{value}” is not a region. Give two letters, for example UA, PL or DE."
            ),
            value=region,
        )
    return wanted


def known_timezone(timezone: str) -> str:
    """The name of a time zone. Raises WrongUse where there is none of this name."""
    name = timezone.strip()
    from zoneinfo import ZoneInfo  # a start checks no name

    try:
        ZoneInfo(name)
    except (
        ValueError,
        OSError,
    ) as error:  # ZoneInfoNotFoundError is a KeyError; a folder's name gives an OSError
        raise _no_zone(timezone) from error
    except KeyError as error:
        raise _no_zone(timezone) from error
    return name


def _no_zone(timezone: str) -> WrongUse:
    return WrongUse(
        QT_TRANSLATE_NOOP(
            "Sentence", "“{value}” is not a time zone. Give a name like Europe/Kyiv or Europe/Warsaw."
        ),
        value=timezone,
    )


class SettingsService:
    """Settings of one workspace; any thread."""

    def __init__(self, workspace: Workspace, notices: Notices) -> None:
        self._workspace = workspace
        self._notices = notices
        self._lock = threading.Lock()
        self._known: Settings | None = None

    def get(self) -> Settings:
        """The settings as they are; cached, cheap to call often."""
        with self._lock:
            if self._known is None:
                self._known = _readable(self._workspace.settings.get(_KEY, {}))
            return self._known

    def forget(self) -> None:
        """Read them anew at the next `get`: the workspace is another one now."""
        with self._lock:
            self._known = None

    def read_again(self) -> None:
        """Another program may have changed them."""
        with self._lock:
            self._known = _readable(self._workspace.settings.get(_KEY, {}))

    def update(self, **changes: Any) -> Settings:
        """Change some and return all. Raises WrongUse with a sentence for an unknown region, time zone or value."""
        with self._lock, self._workspace.write():
            stored = self._workspace.settings.get(_KEY, {})
            before = _readable(stored)
            after = _changed(before, changes)
            if after != before or not stored:
                self._workspace.settings.put(_KEY, after._asdict())
            self._known = after
        if after != before:
            self._notices.publish(Changes(settings=True))
        return after


def _readable(stored: object) -> Settings:
    """Stored settings; what another version wrote and makes no sense here falls back to its default."""
    given = stored if isinstance(stored, dict) else {}
    values = {}
    for name, read in _READERS.items():
        if name in given:
            with suppress(ValueError, WrongUse):
                values[name] = read(given[name])
    return Settings(**values)


def _changed(before: Settings, changes: Mapping[str, object]) -> Settings:
    values = {}
    for name, value in changes.items():
        try:
            values[name] = _READERS[name](value)
        except ValueError as error:
            raise WrongUse(
                QT_TRANSLATE_NOOP("Sentence", "“{value}” cannot be the setting {name}."),
                value=value,
                name=name,
            ) from error
    return before._replace(**values)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("not a text")
    return value


def _yes_or_no(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError("neither yes nor no")
    return value


def _texts_by_name(value: object) -> dict[str, str]:
    if not isinstance(value, dict):
        raise ValueError("not texts by name")
    return {_text(name): _text(text) for name, text in value.items()}


def _currency(value: object) -> str:
    currency = _text(value).strip().upper()
    if currency and not (len(currency) == 3 and currency.isascii() and currency.isalpha()):
        raise WrongUse(
            QT_TRANSLATE_NOOP(
                "Sentence", "“{value}” is not a currency code. Codes have three letters: UAH, USD, EUR."
            ),
            value=currency,
        )
    return currency


def _status(value: object) -> str:
    status = _text(value)
    if status not in Status.__members__:
        raise WrongUse(
            QT_TRANSLATE_NOOP("Sentence", "“{value}” is not a status. There are: {known}."),
            value=status,
            known=", ".join(Status),
        )
    return status


def _known_or_usual_region(value: object) -> str:
    region = _text(value)
    return region if region == Settings().region else known_region(region)


_READERS: dict[str, Callable[[object], Any]] = {
    "rule_set": lambda value: RuleSet(_text(value)),
    "region": _known_or_usual_region,
    "timezone": lambda value: known_timezone(_text(value)),
    "cost_basis": lambda value: CostBasis(_text(value)),
    "currency": _currency,
    "status": _status,
    "proxy": _text,
    "language": _text,
    "theme": _text,
    "confirm_before_send": _yes_or_no,
    "view": _texts_by_name,
    "lists": _texts_by_name,
}
"""How a value of each setting is read: from what is stored, and from what a person gave. Each raises ValueError or
WrongUse. By hand, because a validation library takes longer to load than the window may take to appear."""
