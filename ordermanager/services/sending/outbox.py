"""Queueing, withdrawing, and deciding what becomes of orders that nobody knows the fate of."""

from __future__ import annotations

from array import array
from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Literal

from ordermanager.domain.body import order_json
from ordermanager.domain.checks.checks import check_draft
from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, Sentence
from ordermanager.domain.states import Folder, State
from ordermanager.domain.statuses import Status
from ordermanager.domain.summary import summarise
from ordermanager.services.notices import Changes
from ordermanager.services.results import (
    EventCount,
    NotReady,
    QueuePreview,
    QueueResult,
    SendForecast,
    UnconfirmedBatch,
)
from ordermanager.store.orders.query import OrderQuery
from ordermanager.store.orders.records import SaveItem
from ordermanager.store.outbox.records import QueueItem
from ordermanager.store.times import to_text

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from ordermanager.domain.checks.checked import Checked
    from ordermanager.domain.checks.rules import CheckRules
    from ordermanager.domain.order import Order
    from ordermanager.services.context import Context
    from ordermanager.store.orders.records import OrderRecord

_CHUNK = 1000
_MOST_NAMED = 100
_OLD = timedelta(days=31)

Decision = Literal["send_again", "accepted"]
By = Literal["person", "program"]

_QUEUEABLE = frozenset((State.DRAFT, State.READY))
_AGAIN = frozenset((State.DRAFT, State.READY, State.ACCEPTED, State.REJECTED))


class OutboxService:
    """Any thread. `None` for ids means all that there are."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._workspace = context.workspace

    def preview(self, order_ids: Collection[int] | None = None) -> QueuePreview:
        """What queueing these (None: all ready orders) would do: which events, for how many, whom none can reach."""
        now = self._context.now()
        statuses: Counter[Status] = Counter()
        not_ready = unreachable = old = 0
        good: list[int] = []
        for record, checked, _ in self._checked(order_ids, _AGAIN):
            order = checked.order
            if order is None:
                not_ready += 1
                continue
            good.append(record.id)
            statuses[order.status] += 1
            unreachable += not order.email and not order.phone
            old += now - order.date > _OLD
        events = tuple(
            EventCount(status, status.event_name, statuses[status]) for status in Status if statuses[status]
        )
        repeated = self._workspace.outbox.may_come_twice(good)
        return QueuePreview(statuses.total(), not_ready, events, unreachable, old, repeated)

    def forecast(self, statuses: Collection[Status] | None = None) -> SendForecast:
        """Which events sending what is queued now (of these statuses, None: of all) would raise, and which of them
        would write to customers late or twice.
        """
        found = self._workspace.outbox.forecast(self._context.now() - _OLD, statuses)
        events = tuple(
            EventCount(status, status.event_name, found.statuses[status])
            for status in Status
            if status in found.statuses
        )
        return SendForecast(events, found.repeated, found.old, found.unreachable)

    def queue(
        self, order_ids: Collection[int] | None = None, on_progress: Callable[[int], None] | None = None
    ) -> QueueResult:
        """Make a revision of each of these orders (None: all ready ones) and put it in the outbox.

        Each is checked again first. Orders with errors, and those unchanged since they were queued, are left
        as they are.
        """
        return self._queue(order_ids, _QUEUEABLE, on_progress)

    def send_again(self, order_ids: Collection[int]) -> QueueResult:
        """Queue accepted or rejected orders once more, as they are, as a new revision. Raises their event again."""
        return self._queue(order_ids, _AGAIN, None)

    def withdraw(self, order_ids: Collection[int] | None = None) -> int:
        """Take orders back from the outbox that have not begun to be sent. Returns how many."""
        return len(self.take_back(order_ids))

    def take_back(self, order_ids: Collection[int] | None = None) -> array[int]:
        """`withdraw`, which returns the orders that it took back."""
        back = self._workspace.revisions.withdraw(order_ids, self._context.now())
        self._publish(back)
        return array("q", back)

    def unconfirmed(self) -> list[UnconfirmedBatch]:
        """The batches that wait for a decision, oldest first."""
        return [
            UnconfirmedBatch(
                batch_id=batch.batch_id,
                account=batch.account_name,
                sent_at=batch.at,
                orders=batch.count,
                external_order_ids=batch.external_order_ids,
                order_ids=batch.order_ids,
                what_happened=batch.reason or Sentence(_UNKNOWN),
                http_status=batch.http_status,
                policy=batch.policy,
                newer_sent=batch.overtaken,
            )
            for batch in self._workspace.batches.unconfirmed_batches()
        ]

    def resolve(
        self, decision: Decision, order_ids: Collection[int] | None = None, *, by: By = "person"
    ) -> int:
        """Decide about unconfirmed orders: send them again, or take them as accepted. Returns how many."""
        wanted = None if order_ids is None else frozenset(order_ids)
        return self._resolve(decision, by, lambda _, order_id: wanted is None or order_id in wanted)

    def resolve_batch(self, batch_id: int, decision: Decision, *, by: By = "person") -> int:
        """One decision for all of a batch that is still unconfirmed."""
        return self._resolve(decision, by, lambda batch, _: batch == batch_id)

    def repeat_by_policy(self, account_name: str | None = None) -> int:
        """Send again what is in doubt at this account (None: the default one, which is sent to) where its policy says
        so and its minutes are over; what is in doubt elsewhere has no business here. Returns how many."""
        accounts = self._workspace.accounts
        account = accounts.default() if account_name is None else accounts.get(account_name)
        if account is None:
            return 0
        count = self._workspace.batches.repeat_by_policy(self._context.now(), account.id)
        if count:
            self._context.publish(Changes(orders=True, outbox=True, history=True))
        return count

    def release_held(self) -> int:
        """Let go what a restored backup held back. Returns how many."""
        released = self._workspace.revisions.release_held(self._context.now())
        self._context.publish(Changes(orders=True, outbox=True))
        return released

    def waiting(self) -> int:
        """How many revisions are still to be sent: queued, being sent, or held back."""
        return self._workspace.revisions.waiting()

    def newest(self) -> int:
        """What has been queued until now, as `sending.send` can be told it: nothing that is queued later is in it."""
        return self._workspace.revisions.newest()

    def held(self) -> int:
        """How many orders are held back."""
        return self._workspace.revisions.held()

    def _resolve(self, decision: Decision, by: By, wanted: Callable[[int, int], bool]) -> int:
        chosen = [
            (revision_id, order_id)
            for batch in self._workspace.batches.unconfirmed_batches()
            for revision_id, order_id in zip(batch.revision_ids, batch.order_ids, strict=True)
            if wanted(batch.batch_id, order_id)
        ]
        if not chosen:
            return 0
        count = self._workspace.batches.resolve(
            [revision_id for revision_id, _ in chosen], decision, self._context.now(), by
        )
        self._publish([order_id for _, order_id in chosen])
        return count

    def _queue(
        self,
        order_ids: Collection[int] | None,
        states: frozenset[State],
        on_progress: Callable[[int], None] | None,
    ) -> QueueResult:
        work = _Queueing(self._context)
        for record, checked, rules in self._checked(order_ids, states):
            work.take(record, checked, rules)
            if len(work.items) >= _CHUNK:
                work.flush()
                if on_progress:
                    on_progress(len(work.queued))
        work.flush()
        self._publish(work.touched)
        asked = work.taken if order_ids is None else len(set(order_ids))
        skipped = asked - len(work.queued) - work.bad
        return QueueResult(len(work.queued), work.bad, tuple(work.named), skipped, work.queued)

    def _checked(
        self, order_ids: Collection[int] | None, states: frozenset[State]
    ) -> Iterator[tuple[OrderRecord, Checked, CheckRules]]:
        """The orders that may be queued, in the order in which they came, each checked now by its own rules."""
        if order_ids is None:
            found = self._workspace.orders.ids(
                OrderQuery(folder=Folder.READY, sort="created", descending=False)
            )
            ids: Sequence[int] = found
        else:
            ids = list(dict.fromkeys(order_ids))
        now = self._context.now()
        for begin in range(0, len(ids), _CHUNK):
            chunk = list(ids[begin : begin + _CHUNK])
            rules_for = self._context.rules_for(chunk)
            for record in self._workspace.orders.get_many(chunk):
                if record.state in states and not record.row.deleted_at:
                    rules = rules_for(record.id)
                    yield record, check_draft(record.draft, rules, now), rules

    def _publish(self, order_ids: Sequence[int]) -> None:
        if order_ids:
            few = frozenset(order_ids) if len(order_ids) <= _CHUNK else None
            self._context.publish(Changes(orders=True, order_ids=few, outbox=True, history=True))


_UNKNOWN = QT_TRANSLATE_NOOP("Sentence", "The orders were sent, and nobody knows whether they arrived.")


@dataclass(slots=True)
class _Queueing:
    """Queues in transactions of a thousand; what was not ready after all gets its findings written down."""

    context: Context
    items: list[QueueItem] = field(default_factory=list)
    named: list[NotReady] = field(default_factory=list)
    touched: list[int] = field(default_factory=list)
    taken: int = 0
    queued: array[int] = field(default_factory=lambda: array("q"))
    bad: int = 0
    _rechecked: list[SaveItem] = field(default_factory=list)

    def take(self, record: OrderRecord, checked: Checked, rules: CheckRules) -> None:
        """Queue this order with the next transaction, or note why not."""
        self.taken += 1
        if checked.order is not None:
            self.items.append(_item(record, checked.order))
            return
        self.bad += 1
        if len(self.named) < _MOST_NAMED:
            self.named.append(NotReady(record.id, record.row.external_order_id, checked.findings))
        if record.state is State.READY:
            self._rechecked.append(
                SaveItem(
                    record.draft,
                    summarise(record.draft, checked, rules),
                    State.DRAFT,
                    findings=checked.findings,
                    attention=record.row.attention,
                    order_id=record.id,
                )
            )

    def flush(self) -> None:
        """Write what was taken."""
        if self._rechecked:
            self.context.workspace.orders.keep_checked(self._rechecked, to_text(self.context.now()))
            self.touched.extend(entry.order_id for entry in self._rechecked if entry.order_id is not None)
            self._rechecked.clear()
        if self.items:
            account = self.context.workspace.accounts.default()
            made = self.context.workspace.revisions.queue_many(
                self.items,
                self.context.now(),
                only_newest=account is not None and account.only_newest,
            )
            self.touched.extend(item.order_id for item in self.items)
            self.queued.extend(
                item.order_id for item, revision in zip(self.items, made, strict=True) if revision is not None
            )
            self.items.clear()


def _item(record: OrderRecord, order: Order) -> QueueItem:
    return QueueItem(
        order_id=record.id,
        body=order_json(order).encode(),
        status=order.status.value,
        external_order_id=order.external_order_id,
        email=(order.email or "").lower(),
        phone=order.phone or "",
        external_customer_id=order.external_customer_id or "",
        draft_hash=record.draft_hash,
    )
