"""Looks at a whole workspace: the file's structure, hashes, counts, states and balances; changes nothing."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, Sentence
from ordermanager.store.database.encoding import decode_draft, draft_hash
from ordermanager.store.database.migrate import schema_version
from ordermanager.store.folder_counts import recount, stored_counts
from ordermanager.store.outbox.claims import DAMAGED_BODY
from ordermanager.store.outbox.records import Balance
from ordermanager.store.outbox.run_rows import recount_runs
from ordermanager.store.records import CheckReport
from ordermanager.store.search.search import index_is_sound

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ordermanager.store.database.sqlite import Database

_PAGE = 1000
_SHOWN = 20
_TABLES = (
    "orders",
    "order_texts",
    "revisions",
    "revision_bodies",
    "batches",
    "attempts",
    "runs",
    "state_changes",
    "events",
)


def check_database(database: Database) -> CheckReport:
    """See `Workspace.check`."""
    said = [text for (text,) in database.all(f"PRAGMA main.quick_check({_SHOWN})") if text != "ok"]
    # The words of the search are kept beside the orders too: what SQLite says of their index loses nothing.
    of_search = [text for text in said if "fts5" in text.lower() and "order_search" in text]
    damage = list(_structure(database, [text for text in said if text not in of_search]))
    if damage:
        return CheckReport(tuple(damage), {}, schema_version(database), is_damaged=True)
    for look in (_bodies, _texts):
        damage += look(database)
    problems = list(damage)
    for look in (_counts, _states, _runs):
        problems += look(database)
    search_is_damaged = bool(of_search) or not index_is_sound(database)
    if search_is_damaged:
        problems.append(Sentence(_SEARCH_DAMAGED))
    return CheckReport(
        tuple(problems),
        {table: _rows(database, table) for table in _TABLES},
        schema_version(database),
        is_damaged=bool(damage),
        search_is_damaged=search_is_damaged,
    )


_SEARCH_DAMAGED = QT_TRANSLATE_NOOP(
    "Sentence", "The search index is damaged; orders may not be found. Repair it."
)


def _structure(database: Database, said: Iterable[str]) -> Iterator[Sentence]:
    """`said`: by SQLite, of the file."""
    for text in said:
        yield Sentence(
            QT_TRANSLATE_NOOP("Sentence", "The database is damaged: {detail}. Restore a backup."),
            {"detail": text},
        )
    for table, *_ in database.all("PRAGMA main.foreign_key_check")[:_SHOWN]:
        yield Sentence(
            QT_TRANSLATE_NOOP(
                "Sentence", "A row in {table} refers to one that is not there. Restore a backup."
            ),
            {"table": table},
        )


def _bodies(database: Database) -> Iterator[Sentence]:
    last = 0
    while rows := database.all(
        "SELECT revision_id, body, sha256 FROM revision_bodies WHERE revision_id > ? ORDER BY revision_id LIMIT ?",
        (last, _PAGE),
    ):
        last = rows[-1][0]
        for revision_id, body, digest in rows:
            if hashlib.sha256(body).digest() != digest:
                yield Sentence(DAMAGED_BODY, {"revision": revision_id})


def _texts(database: Database) -> Iterator[Sentence]:
    last = 0
    while rows := database.all(
        "SELECT o.id, x.draft, o.draft_hash FROM orders o LEFT JOIN order_texts x ON x.order_id = o.id "
        "WHERE o.id > ? ORDER BY o.id LIMIT ?",
        (last, _PAGE),
    ):
        last = rows[-1][0]
        for order_id, text, digest in rows:
            if text is None or draft_hash(decode_draft(text)) != digest:
                yield Sentence(
                    QT_TRANSLATE_NOOP(
                        "Sentence", "The text of order number {order} is damaged. Restore a backup."
                    ),
                    {"order": order_id},
                )


def _counts(database: Database) -> Iterator[Sentence]:
    right = recount(database)
    for name, stored in stored_counts(database).items():
        if right[name] != stored:
            yield Sentence(
                QT_TRANSLATE_NOOP("Sentence", "The folder {folder} counts {stored} orders but has {orders}."),
                {"folder": name, "stored": stored, "orders": right[name]},
            )


# A line stays as it is while its revision waits to be sent once more; where that is settled, both say the same.
_OTHER_IN_HISTORY = """SELECT r.id FROM revisions r LEFT JOIN events e ON e.id = r.id
        LEFT JOIN batches b ON b.id = e.batch_id AND b.account_id = e.account_id
    WHERE (e.id IS NOT NULL OR r.state IN ('accepted', 'rejected', 'unconfirmed'))
        AND (b.id IS NULL OR e.status <> r.status
            OR r.state IN ('accepted', 'rejected', 'unconfirmed')
                AND CASE e.kind WHEN 'assumed' THEN 'accepted' ELSE e.kind END <> r.state) LIMIT ?"""


def _states(database: Database) -> Iterator[Sentence]:
    """What the constraints cannot say: an order mirrors what it follows, and what is on its way has an open attempt."""
    for (order_id,) in database.all(
        "SELECT o.id FROM orders o LEFT JOIN revisions r ON r.id = o.follows "
        "WHERE o.follows IS NOT NULL AND (r.id IS NULL OR r.order_id <> o.id "
        "OR CASE r.state WHEN 'sending' THEN 'queued' ELSE r.state END <> o.state) LIMIT ?",
        (_SHOWN,),
    ):
        yield Sentence(
            QT_TRANSLATE_NOOP(
                "Sentence", "Order number {order} shows another state than its newest revision has."
            ),
            {"order": order_id},
        )
    for (revision_id,) in database.all(
        "SELECT r.id FROM revisions r WHERE r.state = 'sending' AND NOT EXISTS "
        "(SELECT 1 FROM attempts t WHERE t.batch_id = r.batch_id AND t.finished_at = '') LIMIT ?",
        (_SHOWN,),
    ):
        yield Sentence(
            QT_TRANSLATE_NOOP("Sentence", "Revision {revision} is on its way in a request that has ended."),
            {"revision": revision_id},
        )
    for (revision_id,) in database.all(_OTHER_IN_HISTORY, (_SHOWN,)):
        yield Sentence(
            QT_TRANSLATE_NOOP(
                "Sentence", "The history says something else of revision {revision} than its state."
            ),
            {"revision": revision_id},
        )
    for (order_id,) in database.all(
        "SELECT o.id FROM orders o WHERE o.unconfirmed <> "
        "(SELECT count(*) FROM revisions r WHERE r.order_id = o.id AND r.state = 'unconfirmed') LIMIT ?",
        (_SHOWN,),
    ):
        yield Sentence(
            QT_TRANSLATE_NOOP("Sentence", "Order number {order} counts its unconfirmed revisions wrongly."),
            {"order": order_id},
        )


def _runs(database: Database) -> Iterator[Sentence]:
    """Every run that has ended, against the raw records."""
    counted = recount_runs(database)
    for run_id, *numbers in database.all(
        "SELECT id, total, accepted, rejected, unconfirmed, waiting, batches, attempts FROM runs "
        "WHERE finished_at <> '' ORDER BY id DESC"
    ):
        balance = Balance(*numbers)
        if not balance.closes or counted[run_id] != balance:
            yield Sentence(
                QT_TRANSLATE_NOOP("Sentence", "The balance of sending run {run} does not close."),
                {"run": run_id},
            )


def _rows(database: Database, table: str) -> int:
    return int(database.value(f"SELECT count(*) FROM {table}"))  # noqa: S608
