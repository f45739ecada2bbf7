"""Why a customer got no message about an order: gathers what the workspace knows for `domain.history.explain`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ordermanager.domain.history.explain import Explanation, MessageFacts, edited_since, explain
from ordermanager.domain.sentences import WrongUse
from ordermanager.domain.states import State
from ordermanager.domain.statuses import Status
from ordermanager.domain.values.moments import Moment
from ordermanager.store.times import from_text

if TYPE_CHECKING:
    from ordermanager.domain.sentences import Sentence
    from ordermanager.services.context import Context
    from ordermanager.services.people.contacts import ContactService
    from ordermanager.store.history.records import EventRow
    from ordermanager.store.orders.records import OrderRecord
    from ordermanager.store.outbox.records import RevisionRecord
    from ordermanager.store.records import AccountRecord

_GONE = (State.WITHDRAWN, State.SUPERSEDED)


@dataclass(frozen=True, slots=True)
class OrderExplanation:
    """The explanation; what speaks against whom the order went to, whose messages may have gone to another address than
    the order's; and what to add where the order was changed since."""

    explanation: Explanation
    conflicts: tuple[Sentence, ...]
    since: Sentence | None

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """All that is to be said, in the order in which one says it."""
        said = (self.explanation.sentence, *self.conflicts, self.explanation.before, self.since)
        return tuple(each for each in said if each is not None)


class ExplanationService:
    """Any thread; reads only."""

    def __init__(self, context: Context, contacts: ContactService) -> None:
        self._context = context
        self._workspace = context.workspace
        self._contacts = contacts

    def of_order(self, order_id: int) -> OrderExplanation:
        """Raises WrongUse for an unknown order."""
        revisions = self._workspace.revisions.of_order(order_id)
        newest = next((each for each in reversed(revisions) if each.state not in _GONE), None)
        facts = self._facts(order_id, newest, revisions)
        conflicts: tuple[Sentence, ...] = ()
        if newest is not None and newest.state is State.ACCEPTED and self._event(newest) is not None:
            conflicts = self._contacts.conflicts_sent(order_id, newest.id)
        return OrderExplanation(explain(facts), conflicts, edited_since(facts))

    def _facts(
        self, order_id: int, newest: RevisionRecord | None, revisions: list[RevisionRecord]
    ) -> MessageFacts:
        record = self._workspace.orders.get(order_id)
        if newest is None:
            return MessageFacts(
                errors=record.row.errors,
                is_deleted=bool(record.row.deleted_at),
                is_replaced=bool(revisions),
            )
        return self._facts_of(record, newest, revisions)

    def _facts_of(
        self, record: OrderRecord, newest: RevisionRecord, revisions: list[RevisionRecord]
    ) -> MessageFacts:
        account = self._account(newest)
        event = self._event(newest)
        before = next(
            (each for each in reversed(revisions) if each.state is State.ACCEPTED and each.id < newest.id),
            None,
        )
        status = record.row.status
        return MessageFacts(
            sent_state=newest.state,
            revision=newest.number,
            event=Status(newest.status).event_name,
            at=self._local(newest.state_at),
            reason=newest.reason,
            account=account.name if account else "",
            account_stop=account.stop_reason if account else None,
            is_sandbox=account is not None and account.is_sandbox,
            errors=record.row.errors,
            is_deleted=bool(record.row.deleted_at),
            is_edited=record.row.state in (State.DRAFT, State.READY),
            identified=bool(newest.email or newest.phone or newest.external_customer_id),
            can_be_written_to=bool(newest.email or newest.phone),
            reached=newest.email or newest.phone or newest.external_customer_id,
            erased_on=self._erased_on(newest),
            due_at=self._later(newest.not_before),
            has_account=account is not None,
            marked_by_hand=event is not None and event.kind == "assumed",
            times_doubtful=event.times_doubtful if event else 0,
            event_now=Status(status).event_name if status else "",
            event_before=Status(before.status).event_name if before else "",
            at_before=self._local(before.state_at) if before else None,
        )

    def _account(self, revision: RevisionRecord) -> AccountRecord | None:
        """The one that it was sent through; of one that waits, the one that it will be sent through."""
        if revision.batch_id is None or revision.state in (State.QUEUED, State.HELD):
            return self._workspace.accounts.default()
        return self._workspace.accounts.by_id(self._workspace.batches.account_of(revision.batch_id))

    def _erased_on(self, revision: RevisionRecord) -> date | None:
        text = self._workspace.revisions.erased_on(revision.id)
        return date.fromisoformat(text) if text else None

    def _event(self, revision: RevisionRecord) -> EventRow | None:
        try:
            return self._workspace.events.get(revision.id)
        except WrongUse:
            return None

    def _later(self, moment: str) -> Moment | None:
        return self._local(moment) if moment and from_text(moment) > self._context.now() else None

    def _local(self, moment: str) -> Moment:
        return Moment(from_text(moment), self._context.settings.get().timezone)
