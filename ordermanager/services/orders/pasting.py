"""Cells of a spreadsheet pasted over orders that are here: what would change, and the change itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from ordermanager.domain.checks.findings import Severity
from ordermanager.domain.fields import ORDER_FIELD, Kind
from ordermanager.domain.people.identity import identity_of
from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, Sentence
from ordermanager.domain.states import State
from ordermanager.importing.reading.pasted_cells import cells_text, is_json, is_order_table, pasted_cells
from ordermanager.services.imports.review_results import FieldChange
from ordermanager.services.orders.beside_others import Beside
from ordermanager.services.orders.draft_paths import get_text, set_text
from ordermanager.services.orders.pasted_columns import PastedColumns
from ordermanager.services.orders.text_changes import TextChanges

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from ordermanager.domain.checks.findings import Finding
    from ordermanager.domain.checks.rules import CheckRules
    from ordermanager.domain.draft import OrderDraft
    from ordermanager.importing.values.questions import Question
    from ordermanager.services.orders.orders import OrderService
    from ordermanager.store.orders.records import OrderRecord

__all__ = [
    "PasteLine",
    "PastePlan",
    "PasteService",
    "cells_text",
    "is_json",
    "is_order_table",
    "pasted_cells",
]

_CHUNK = 100
_TOLD_APART_BY = {"externalOrderId", "externalCustomerId", "email", "phone"}
"""The fields by which orders and customers are told apart."""

IN_OUTBOX = QT_TRANSLATE_NOOP("Sentence", "In the outbox. Withdraw it first.")
BEING_SENT = QT_TRANSLATE_NOOP("Sentence", "Being sent right now.")
IN_DOUBT = QT_TRANSLATE_NOOP("Sentence", "May or may not have arrived. Decide about it first.")
SENT = QT_TRANSLATE_NOOP("Sentence", "Sent already.")
SAME = QT_TRANSLATE_NOOP("Sentence", "Has these values already.")
GONE = QT_TRANSLATE_NOOP("Sentence", "Deleted meanwhile.")


@dataclass(frozen=True, slots=True)
class PasteLine:
    """One order: what would change in it and which findings that brings, or why it is left alone (`reason`).

    `is_sent`: it is left alone only because it was sent; it may be changed if a person says so.
    """

    order_id: int
    external_order_id: str
    changes: tuple[FieldChange, ...] = ()
    arising: tuple[Finding, ...] = ()
    reason: Sentence | None = None
    is_sent: bool = False


@dataclass(frozen=True, slots=True)
class PastePlan:
    """What a paste would do, an order a line, in the order of the list. `questions`: what the cells leave open."""

    lines: tuple[PasteLine, ...]
    questions: tuple[Question, ...] = ()

    @property
    def changed(self) -> int:
        """How many orders would change."""
        return sum(1 for line in self.lines if line.changes)

    @property
    def same(self) -> int:
        """How many orders have these values already."""
        return sum(1 for line in self.lines if line.reason is not None and line.reason.template == SAME)

    @property
    def sent(self) -> int:
        """How many orders are left alone only because they were sent."""
        return sum(1 for line in self.lines if line.is_sent and line.reason is not None)

    @property
    def with_errors(self) -> int:
        """In how many orders errors would arise."""
        return sum(1 for line in self.lines if any(f.severity is Severity.ERROR for f in line.arising))


class PasteService:
    """Any thread; for many orders it takes a while."""

    def __init__(self, orders: OrderService) -> None:
        self._orders = orders

    def orders_named(self, names: Sequence[str]) -> list[int | None]:
        """The order of each of these IDs, None where it is not here."""
        return self._orders.named(names)

    def plan(
        self,
        order_ids: Sequence[int],
        rows: Sequence[Sequence[str]],
        fields: Sequence[str],
        words: Mapping[str, str],
        *,
        with_sent: bool = False,
        answers: Mapping[str, str] = MappingProxyType({}),
        on_progress: Callable[[int], None] | None = None,
        is_cancelled: Callable[[], bool] = lambda: False,
    ) -> PastePlan | None:
        """What `apply` would do; None where it was cancelled. Nothing is stored.

        `rows` belong to `order_ids` one by one; a single row to each of them. `fields` are the API fields of their
        cells, empty where a column cannot be edited. `words`: what the window calls each status.
        `with_sent`: orders that were sent are changed too (which makes a next revision, once they are queued again).
        `answers`: what was chosen for the questions of an earlier plan, by field.
        """
        columns = PastedColumns(rows, fields, words, answers)
        lines: list[PasteLine] = []
        apart: list[Beside] = []
        for begin in range(0, len(order_ids), _CHUNK):
            if is_cancelled():
                return None
            ids = order_ids[begin : begin + _CHUNK]
            found = {record.id: record for record in self._orders.records(ids)}
            rules_for = self._orders.rules_for(ids)
            for number, order_id in enumerate(ids, begin):
                cells = rows[0] if len(rows) == 1 else rows[number]
                texts = columns.texts(cells)
                rules = rules_for(order_id)
                lines.append(
                    self._line(found.get(order_id), order_id, texts, apart, rules, with_sent=with_sent)
                )
            if on_progress is not None:
                on_progress(len(lines))
        return PastePlan(tuple(self._with_others(lines, apart)), tuple(columns.questions))

    def apply(
        self,
        plan: PastePlan,
        on_progress: Callable[[int], None] | None = None,
        is_cancelled: Callable[[], bool] = lambda: False,
    ) -> TextChanges:
        """Write what the plan says, where a text is still as it was then. `TextChangeService.turn` takes it back."""
        wanted = {line.order_id: line for line in plan.lines if line.changes}
        made: list[tuple[int, tuple[FieldChange, ...]]] = []

        def write(order_id: int, draft: OrderDraft, record: OrderRecord) -> bool:
            line = wanted[order_id]
            reason = _left_alone(record)
            if reason is not None and not (reason.template == SENT and line.is_sent):
                return False
            changes = tuple(each for each in line.changes if get_text(draft, each.field) == each.old)
            for each in changes:
                set_text(draft, each.field, each.new)
            if changes:
                made.append((order_id, changes))
            return bool(changes)

        self._orders.change_records(list(wanted), write, on_progress, is_cancelled)
        return TextChanges(tuple(made))

    def _line(
        self,
        record: OrderRecord | None,
        order_id: int,
        texts: Mapping[str, str],
        apart: list[Beside],
        rules: CheckRules,
        *,
        with_sent: bool,
    ) -> PasteLine:
        if record is None or record.row.deleted_at:
            return PasteLine(order_id, "", reason=Sentence(GONE))
        name = record.draft.get("externalOrderId")
        reason = _left_alone(record)
        is_sent = reason is not None and reason.template == SENT
        changes = tuple(
            FieldChange(field, get_text(record.draft, field), text)
            for field, text in texts.items()
            if get_text(record.draft, field).strip() != text
        )
        if not changes:
            return PasteLine(order_id, name, reason=Sentence(SAME))
        if reason is not None and not (is_sent and with_sent):
            return PasteLine(order_id, name, reason=reason, is_sent=is_sent)
        draft = record.draft.copy()
        for each in changes:
            set_text(draft, each.field, each.new)
        before, after = (self._orders.check_alone(each, rules) for each in (record.draft, draft))
        changes = tuple(
            each
            for each in changes
            if not _is_same(each.field, before.readable, after.readable)
            and not _is_unseen(each, before.readable)
        )
        if not changes:
            return PasteLine(order_id, name, reason=Sentence(SAME))
        known = {(each.field, each.code) for each in (*record.findings, *before.findings)}
        # else others say of it what they said before
        if any(each.field in _TOLD_APART_BY for each in changes):
            new_name = draft.get("externalOrderId")
            apart.append(Beside(order_id, new_name, identity_of(after.readable), known, []))
        arising = tuple(each for each in after.findings if (each.field, each.code) not in known)
        return PasteLine(order_id, name, changes, arising, is_sent=is_sent)

    def _with_others(self, lines: Sequence[PasteLine], apart: Sequence[Beside]) -> Iterable[PasteLine]:
        """Add what other orders say of these, the pasted ones as they would be."""
        self._orders.remark_beside(apart)
        said = {order.order_id: order.found for order in apart if order.found}
        for line in lines:
            found = said.get(line.order_id, ())
            yield replace(line, arising=(*line.arising, *found)) if found else line


def _is_same(field: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    """Whether both texts mean the same: 100.5 and 100.50, or a time that a list shows without its seconds."""
    name = ORDER_FIELD[field].attribute
    old, new = before.get(name), after.get(name)
    if isinstance(old, datetime) and isinstance(new, datetime):
        return old.replace(second=0, microsecond=0) == new.replace(second=0, microsecond=0)
    return old is not None and old == new


def _is_unseen(change: FieldChange, before: Mapping[str, Any]) -> bool:
    """Whether a blank only says that the list shows nothing of a date or an amount that cannot be read."""
    field = ORDER_FIELD[change.field]
    return not change.new and field.kind in (Kind.DATE, Kind.MONEY) and before.get(field.attribute) is None


def _left_alone(record: OrderRecord) -> Sentence | None:
    """Why an order should not be written over; None where it may."""
    if record.row.unconfirmed or record.state is State.UNCONFIRMED:
        return Sentence(IN_DOUBT)
    if record.state is State.SENDING:
        return Sentence(BEING_SENT)
    if record.state.is_waiting:
        return Sentence(IN_OUTBOX)
    return Sentence(SENT) if record.state in (State.ACCEPTED, State.SUPERSEDED) else None
