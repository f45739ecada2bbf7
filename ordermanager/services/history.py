"""Looking back: what was sent, what the server said, which event it raised, and the JSON that proves it."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ordermanager.services.results import HistoryLine

if TYPE_CHECKING:
    from ordermanager.store import EventQuery, EventRecord, EventRow, RevisionRecord, TimelineEntry


class HistoryService:
    """Any thread; reads only."""

    def event_ids(self, query: EventQuery) -> array[int]:
        """The ids of all events (and of rejected and unconfirmed revisions) that `query` finds."""

    def event_rows(self, ids: Sequence[int]) -> list[EventRow]:
        """What a list shows of each."""

    def count(self, query: EventQuery) -> int:
        """How many `query` finds."""

    def event(self, event_id: int) -> EventRecord:
        """All of one event. Raises WrongUse for an unknown id."""

    def event_json(self, event_id: int) -> str:
        """The event as Yespo's Event history shows it: its name, key and parameters, indented JSON."""

    def timeline(self, order_id: int) -> list[TimelineEntry]:
        """Everything that happened to an order, oldest first."""

    def revisions(self, order_id: int) -> list[RevisionRecord]:
        """The revisions of an order, newest first."""

    def body(self, revision_id: int) -> str:
        """The exact JSON of a revision, as it was or will be sent."""

    def lines(self, external_order_id: str | None = None, limit: int | None = None) -> Iterator[HistoryLine]:
        """For the command line: everything sent or in doubt, newest first."""
