"""How many orders are in each state: a number for each, changed in the transaction that moves the orders."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ordermanager.domain.states import Folder, State

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ordermanager.store.database.sqlite import Database

ATTENTION = "attention"


class CountChanges:
    """Collects what a transaction does to the counts; `apply` writes it."""

    def __init__(self) -> None:
        self._changes: Counter[str] = Counter()

    def add(self, state: str, attention: bool = False, orders: int = 1) -> None:
        """So many orders more in this state (or fewer, if negative)."""
        self._changes[state] += orders
        if attention:
            self._changes[ATTENTION] += orders

    def apply(self, database: Database) -> None:
        """Write the differences."""
        changed = [(difference, name) for name, difference in self._changes.items() if difference]
        database.many("UPDATE order_counts SET orders = orders + ? WHERE name = ?", changed)
        self._changes.clear()


def stored_counts(database: Database) -> dict[str, int]:
    """The counts as they are kept."""
    return dict(database.all("SELECT name, orders FROM order_counts"))


def recount(database: Database) -> dict[str, int]:
    """The counts as they should be, from the orders themselves; reads them all."""
    counts = dict.fromkeys(stored_counts(database), 0)
    rows = database.all(
        "SELECT state, count(*), sum(attention) FROM orders WHERE deleted_at IS NULL GROUP BY state"
    )
    for state, orders, attention in rows:
        counts[state] = orders
        counts[ATTENTION] += attention
    return counts


def folders(counts: Mapping[str, int], unconfirmed: int) -> dict[Folder, int]:
    """What stands beside each folder. `unconfirmed`: orders with at least one unconfirmed revision."""
    return {
        Folder.ALL: sum(counts[state] for state in counts if state != ATTENTION),
        Folder.DRAFTS: counts[State.DRAFT],
        Folder.ATTENTION: counts[ATTENTION],
        Folder.READY: counts[State.READY],
        Folder.OUTBOX: counts[State.QUEUED] + counts[State.SENDING] + counts[State.HELD],
        Folder.SENT: counts[State.ACCEPTED],
        Folder.REJECTED: counts[State.REJECTED],
        Folder.UNCONFIRMED: unconfirmed,
    }
