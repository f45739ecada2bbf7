"""Which orders have changed since something was made of all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ordermanager.store.database.sqlite import Database

Mark = tuple[int, int, int]


def changes_mark(database: Database) -> Mark:
    """Numbers of the workspace that grow with every new order, every change of a text, and every step of a revision."""
    rows: dict[str, int] = dict(database.all("SELECT name, seq FROM sqlite_sequence"))
    return rows.get("orders", 0), rows.get("order_changes", 0), rows.get("state_changes", 0)


def changed_since(database: Database, known: Mark, now: Mark, few: int) -> set[int] | None:
    """The orders that changed; None: many more than a `few`, or the workspace was put back to an earlier time."""
    if any(before > after for before, after in zip(known, now, strict=True)):
        return None
    if sum(now) - sum(known) > 4 * few:
        return None
    found: set[int] = set()
    for sql, since in (
        ("SELECT id FROM orders WHERE id > ?", known[0]),
        ("SELECT order_id FROM order_changes WHERE id > ?", known[1]),
        (
            "SELECT r.order_id FROM state_changes s JOIN revisions r ON r.id = s.revision_id WHERE s.id > ?",
            known[2],
        ),
    ):
        found.update(row[0] for row in database.all(sql, (since,)))
    batches = database.ids(  # one row for all members of a batch
        "SELECT DISTINCT batch_id FROM state_changes WHERE id > ? AND revision_id IS NULL", (known[2],)
    )
    members = database.in_chunks(
        "SELECT r.order_id FROM batch_revisions m JOIN revisions r ON r.id = m.revision_id "
        "WHERE m.batch_id IN ({ids})",
        batches,
    )
    found.update(row[0] for row in members)
    return found
