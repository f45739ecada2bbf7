"""Which orders have changed since something was made of all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ordermanager.store.database.sqlite import Database


class Mark(NamedTuple):
    """Numbers of the workspace that grow with every new order, every change of a text, and every step of a revision;
    and when the rows of these numbers were written, by which another workspace, or one that was put back to an earlier
    time and went on, is told from this one."""

    orders: int
    changes: int
    steps: int
    written: str


def changes_mark(database: Database) -> Mark:
    """Where the workspace is now."""
    rows: dict[str, int] = dict(database.all("SELECT name, seq FROM sqlite_sequence"))
    return _mark(database, rows.get("orders", 0), rows.get("order_changes", 0), rows.get("state_changes", 0))


def changed_since(database: Database, known: Mark, now: Mark, few: int) -> set[int] | None:
    """The orders that changed; None: many more than a `few`, or the mark is not of this workspace as it is."""
    if any(before > after for before, after in zip(known[:3], now[:3], strict=True)):
        return None
    if sum(now[:3]) - sum(known[:3]) > 4 * few or _mark(database, *known[:3]) != known:
        return None
    found: set[int] = set()
    for sql, since in (
        ("SELECT id FROM orders WHERE id > ?", known.orders),
        ("SELECT order_id FROM order_changes WHERE id > ?", known.changes),
        (
            "SELECT r.order_id FROM state_changes s JOIN revisions r ON r.id = s.revision_id WHERE s.id > ?",
            known.steps,
        ),
    ):
        found.update(row[0] for row in database.all(sql, (since,)))
    batches = database.ids(  # one row for all members of a batch
        "SELECT DISTINCT batch_id FROM state_changes WHERE id > ? AND revision_id IS NULL", (known.steps,)
    )
    members = database.in_chunks(
        "SELECT r.order_id FROM batch_revisions m JOIN revisions r ON r.id = m.revision_id "
        "WHERE m.batch_id IN ({ids})",
        batches,
    )
    found.update(row[0] for row in members)
    return found


def _mark(database: Database, orders: int, changes: int, steps: int) -> Mark:
    written = [
        database.value(f"SELECT {column} FROM {table} WHERE id = ?", (number,)) or ""  # noqa: S608
        for table, column, number in (
            ("orders", "created_at", orders),
            ("order_changes", "at", changes),
            ("state_changes", "at", steps),
        )
    ]
    return Mark(orders, changes, steps, " ".join(written))
