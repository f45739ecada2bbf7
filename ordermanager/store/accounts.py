"""Accounts: where orders are sent to. Keys are never here."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ordermanager.domain.checks.rules import CostBasis
from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, WrongUse
from ordermanager.store.database.encoding import decode_sentence, to_json
from ordermanager.store.records import AccountRecord
from ordermanager.store.times import to_text

if TYPE_CHECKING:
    from datetime import datetime

    from ordermanager.store.database.connections import Connections
    from ordermanager.store.database.sqlite import Database

_SELECT = """SELECT name, base_url, is_sandbox, cost_basis, repeats, is_default, stop_reason, stopped_at,
        not_before, batch_size, extra, id, repeat_after, in_flight, per_minute, only_newest, failures
    FROM accounts"""


class Accounts:
    """The accounts of a workspace. Names are unique whatever their letters' case; the first one is the default."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def add(self, record: AccountRecord, now: datetime) -> AccountRecord:
        """Add an account; its `id` and `is_default` are decided here. Raises WrongUse for a name taken or empty."""
        with self._connections.write() as database:
            name = _free_name(database, record.name, own_id=0)
            is_first = database.value("SELECT count(*) FROM accounts WHERE removed_at IS NULL") == 0
            account_id = database.insert(
                "INSERT INTO accounts (name, base_url, is_sandbox, cost_basis, repeats, repeat_after, in_flight, "
                "per_minute, only_newest, repeat_policy, is_default, extra, created_at) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'ask', ?, ?, ?)",
                (name, *_values(record), int(is_first), to_json(dict(record.extra)), to_text(now)),
            )
        return self.by_id(account_id)

    def get(self, name: str) -> AccountRecord:
        """By name, in any letters' case. Raises WrongUse if there is none."""
        row = self._connections.reader().one(
            f"{_SELECT} WHERE lower(name) = lower(?) AND removed_at IS NULL", (name.strip(),)
        )
        if row is None:
            raise no_such_account(name)
        return _record(row)

    def names(self) -> tuple[str, ...]:
        """Of all that there are, and were."""
        return tuple(row[0] for row in self._connections.reader().all("SELECT DISTINCT name FROM accounts"))

    def by_id(self, account_id: int) -> AccountRecord:
        """By id, removed ones too. Raises WrongUse if there is none."""
        row = self._connections.reader().one(f"{_SELECT} WHERE id = ?", (account_id,))
        if row is None:
            raise WrongUse(
                QT_TRANSLATE_NOOP("Sentence", "There is no account {account}."), account=account_id
            )
        return _record(row)

    def is_as_it_was(self, account: AccountRecord) -> bool:
        """Whether it is still there and leads where it led when `account` was read."""
        row = self._connections.reader().one(
            "SELECT base_url = ? AND removed_at IS NULL FROM accounts WHERE id = ?",
            (account.base_url, account.id),
        )
        return row is not None and bool(row[0])

    def default(self) -> AccountRecord | None:
        """The one that is used where none is named; None if there is no account yet."""
        row = self._connections.reader().one(f"{_SELECT} WHERE is_default = 1 AND removed_at IS NULL")
        return None if row is None else _record(row)

    def update(self, record: AccountRecord) -> AccountRecord:
        """Change name, address, cost basis, policy, pace and extra of the account with that `id`."""
        with self._connections.write() as database:
            name = _free_name(database, record.name, own_id=record.id)
            database.run(
                "UPDATE accounts SET name = ?, base_url = ?, is_sandbox = ?, cost_basis = ?, "
                "repeats = ?, repeat_after = ?, in_flight = ?, per_minute = ?, only_newest = ?, extra = ? "
                "WHERE id = ?",
                (name, *_values(record), to_json(dict(record.extra)), record.id),
            )
        return self.by_id(record.id)

    def remove(self, name: str, now: datetime) -> None:
        """Take it out of use; what was sent through it stays in the history. Another becomes the default."""
        with self._connections.write() as database:
            account = self.get(name)
            database.run(
                "UPDATE accounts SET removed_at = ?, is_default = 0 WHERE id = ?", (to_text(now), account.id)
            )
            if account.is_default:
                database.run(
                    "UPDATE accounts SET is_default = 1 "
                    "WHERE id = (SELECT min(id) FROM accounts WHERE removed_at IS NULL)"
                )

    def set_default(self, name: str) -> None:
        """Use it where no account is named."""
        with self._connections.write() as database:
            account = self.get(name)
            database.run("UPDATE accounts SET is_default = 0 WHERE is_default = 1")
            database.run("UPDATE accounts SET is_default = 1 WHERE id = ?", (account.id,))

    def resume(self, account_id: int) -> None:
        """Send there again, at once."""
        with self._connections.write() as database:
            database.run(
                "UPDATE accounts SET stop_reason = NULL, stopped_at = '', not_before = '', failures = 0 WHERE id = ?",
                (account_id,),
            )

    def list(self) -> list[AccountRecord]:
        """All that are in use, by name."""
        rows = self._connections.reader().all(f"{_SELECT} WHERE removed_at IS NULL ORDER BY lower(name), id")
        return [_record(row) for row in rows]


def no_such_account(name: str) -> WrongUse:
    """What is said of a name that no account has."""
    return WrongUse(
        QT_TRANSLATE_NOOP("Sentence", "There is no account named {name}. Add it, or choose another."),
        name=name,
    )


def _free_name(database: Database, name: str, own_id: int) -> str:
    name = name.strip()
    if not name:
        raise WrongUse(QT_TRANSLATE_NOOP("Sentence", "An account needs a name."))
    taken = database.value(
        "SELECT id FROM accounts WHERE lower(name) = lower(?) AND removed_at IS NULL AND id <> ?",
        (name, own_id),
    )
    if taken is not None:
        raise WrongUse(
            QT_TRANSLATE_NOOP("Sentence", "There is an account named {name} already. Choose another name."),
            name=name,
        )
    return name


def _values(record: AccountRecord) -> tuple[str, int, str, str, int, int, int, int]:
    return (
        record.base_url,
        int(record.is_sandbox),
        str(record.cost_basis),
        record.repeat_policy,
        record.repeat_after,
        record.in_flight,
        record.per_minute,
        int(record.only_newest),
    )


def _record(row: tuple[Any, ...]) -> AccountRecord:
    name, base_url, is_sandbox, cost_basis, policy, is_default, reason, *rest = row
    (
        stopped_at,
        not_before,
        size,
        extra,
        number,
        repeat_after,
        in_flight,
        per_minute,
        only_newest,
        failures,
    ) = rest
    return AccountRecord(
        name=name,
        base_url=base_url,
        is_sandbox=bool(is_sandbox),
        cost_basis=CostBasis(cost_basis),
        repeat_policy=policy,
        is_default=bool(is_default),
        stop_reason=decode_sentence(reason),
        stopped_at=stopped_at,
        not_before=not_before,
        batch_size=size,
        repeat_after=repeat_after,
        in_flight=in_flight,
        per_minute=per_minute,
        only_newest=bool(only_newest),
        failures=failures,
        extra=json.loads(extra),
        id=number,
    )
