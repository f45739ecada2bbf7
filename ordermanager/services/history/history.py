"""Looking back: what was sent, what the server said, which event it raised, and the JSON that proves it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ordermanager.api.exchange import ErrorKind, Exchange, SentPhase
from ordermanager.domain.people.contacts import contact_from_json
from ordermanager.domain.people.identity import Identity, phone_key
from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, WrongUse
from ordermanager.services.history.event_parameters import parameters_of
from ordermanager.services.results import AttemptLine, HistoryLine
from ordermanager.store.history.query import EventQuery

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterator, Sequence

    from ordermanager.domain.people.contacts import Contact
    from ordermanager.domain.sentences import Sentence
    from ordermanager.services.context import Context
    from ordermanager.services.history.event_parameters import Parameter
    from ordermanager.store.history.records import ChangeRecord, EventRow, TimelineEntry
    from ordermanager.store.outbox.records import AttemptRecord, RevisionRecord

_PAGE = 200


class HistoryService:
    """Any thread; reads only."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._workspace = context.workspace

    def event_ids(self, query: EventQuery) -> array[int]:
        """The ids of all events (and of rejected and unconfirmed revisions) that `query` finds."""
        return self._workspace.events.ids(self._with_phone(query))

    def event_rows(self, ids: Sequence[int]) -> list[EventRow]:
        """What a list shows of each."""
        return self._workspace.events.rows(ids)

    def count(self, query: EventQuery) -> int:
        """How many `query` finds."""
        return self._workspace.events.count(self._with_phone(query))

    def timeline(self, order_id: int) -> list[TimelineEntry]:
        """Everything that happened to an order, oldest first; what broke a request in words."""
        return [_in_words(entry) for entry in self._workspace.history.timeline(order_id)]

    def changes(self, order_id: int) -> list[ChangeRecord]:
        """The order's texts before each edit, oldest first."""
        return self._workspace.history.changes(order_id)

    def revisions(self, order_id: int) -> list[RevisionRecord]:
        """The revisions of an order, newest first."""
        return sorted(
            self._workspace.revisions.of_order(order_id), key=lambda revision: revision.number, reverse=True
        )

    def attempts(self, batch_id: int) -> list[AttemptRecord]:
        """The HTTP exchanges of a batch, oldest first."""
        return self._workspace.batches.attempts_of(batch_id)

    def body(self, revision_id: int) -> str:
        """The exact JSON of a revision, as it was or will be sent."""
        return self._workspace.revisions.body(revision_id).decode()

    def bodies(self, revision_ids: Sequence[int]) -> list[str]:
        """The exact JSON of several revisions, in this order."""
        found = self._workspace.revisions.bodies(revision_ids)
        return [found[each].decode() for each in revision_ids if each in found]

    def records(self, query: EventQuery) -> Iterator[tuple[EventRow, str, AttemptRecord | None]]:
        """Every line that `query` finds, a page at a time, with its exact JSON and the last exchange of its batch."""
        ids = self.event_ids(query)
        newest: dict[int, AttemptRecord | None] = {}
        for begin in range(0, len(ids), _PAGE):
            page = self._workspace.events.rows(ids[begin : begin + _PAGE])
            bodies = self._workspace.revisions.bodies([row.revision_id for row in page])
            newest = {row.batch_id: newest.get(row.batch_id) for row in page if row.batch_id in newest}
            for row in page:
                if row.batch_id not in newest:
                    newest[row.batch_id] = next(iter(self.attempts(row.batch_id)[-1:]), None)
                yield row, bodies[row.revision_id].decode(), newest[row.batch_id]

    def lines(
        self,
        external_order_id: str | None = None,
        limit: int | None = None,
        query: EventQuery | None = None,
    ) -> Iterator[HistoryLine]:
        """For the command line: everything sent or in doubt that `query` finds, newest first.

        Raises WrongUse for an order that is neither in the history nor here.
        """
        query = (query or EventQuery())._replace(external_order_id=external_order_id, limit=limit)
        of_order = EventQuery(external_order_id=external_order_id, limit=1)
        if external_order_id is not None and not self.count(of_order):
            if not self._workspace.orders.find_by_external_id((external_order_id,)):
                raise WrongUse(
                    QT_TRANSLATE_NOOP("Sentence", "No order here has the ID {ids}."), ids=external_order_id
                )
            return iter(())
        return self.matching(query)

    def matching(self, query: EventQuery) -> Iterator[HistoryLine]:
        """The same for any query. An answer stands whole only in the lines of one order: in a list of many it would
        stand a thousand times."""
        ids = self.event_ids(query)
        of_one = query.external_order_id is not None
        attempts: dict[int, tuple[AttemptLine, ...]] = {}
        for begin in range(0, len(ids), _PAGE):
            for row in self._workspace.events.rows(ids[begin : begin + _PAGE]):
                if row.batch_id and row.batch_id not in attempts:
                    attempts[row.batch_id] = self._attempt_lines(row.batch_id, whole=of_one)
                yield self._line(row, attempts.get(row.batch_id, ()))

    def parameters(self, row: EventRow) -> tuple[Parameter, ...]:
        """The variables of an event. The contact's number at Yespo is known where a card of theirs was fetched."""
        card = self._card_of(row)
        return parameters_of(row, card.id if card else "", self._erased_on(row))

    def _erased_on(self, row: EventRow) -> str:
        named = row.email or row.phone or row.external_customer_id
        return "" if named else self._workspace.revisions.erased_on(row.revision_id)

    def _with_phone(self, query: EventQuery) -> EventQuery:
        """What is searched for may be a phone in another notation than it was sent in."""
        if not query.search.strip() or query.search_phone:
            return query
        return query._replace(search_phone=phone_key(query.search, self._context.settings.get().region))

    def _line(self, row: EventRow, attempts: tuple[AttemptLine, ...]) -> HistoryLine:
        contact = self._contact(row)
        return HistoryLine(
            at=row.at,
            event=row.name if row.kind in ("accepted", "assumed") else None,
            event_key=row.event_key,
            revision=row.revision_number,
            state=row.state,
            result=row.kind,
            account=row.account_name or None,
            batch=row.batch_id or None,
            attempts=attempts,
            params=parameters_of(row, str(contact.get("id", "")), self._erased_on(row)),
            contact=contact,
            order_text=self.body(row.revision_id),
            reason=str(row.reason) if row.reason else None,
        )

    def _attempt_lines(self, batch_id: int, *, whole: bool) -> tuple[AttemptLine, ...]:
        batches = self._workspace.batches
        return tuple(
            AttemptLine(
                at=attempt.started_at,
                http_status=attempt.http_status,
                error=attempt.error_text or attempt.error or None,
                answer=(batches.answer_of(attempt.id).text if whole else attempt.answer) or None,
            )
            for attempt in batches.attempts_of(batch_id)
        )

    def _contact(self, row: EventRow) -> dict[str, Any]:
        card = self._card_of(row)
        given = {
            "id": card.id if card else "",
            "externalCustomerId": row.external_customer_id,
            "email": row.email,
            "phone": row.phone,
            "name": card.name if card else "",
        }
        return {name: value for name, value in given.items() if value}

    def _card_of(self, row: EventRow) -> Contact | None:
        """The card if the account was asked for it; the customer ID decides whom an order goes to, else
        phone, then e-mail.
        """
        if not row.account_id:
            return None
        alone = (
            Identity(external_customer_id=row.external_customer_id),
            Identity(phone=row.phone),
            Identity(email=row.email),
        )
        for identity in alone:
            card = self._workspace.contacts.find(row.account_id, identity) if identity else None
            if card is not None:
                return contact_from_json(card.card)
        return None


def broken_sentence(error: str, error_text: str = "") -> Sentence | None:
    """What broke a request, for a person; None for a word that the program does not know, or where nothing broke."""
    if error not in list(ErrorKind):
        return None
    return Exchange(SentPhase.COMPLETE, error=ErrorKind(error), error_text=error_text).sentence


def _in_words(entry: TimelineEntry) -> TimelineEntry:
    """A request that broke says so in a sentence instead of the sender's word for it."""
    sentence = broken_sentence(entry.error) if entry.reason is None else None
    return entry if sentence is None else replace(entry, error="", reason=sentence)
