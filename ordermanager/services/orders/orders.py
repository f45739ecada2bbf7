"""Writing, checking, finding and removing orders."""

from __future__ import annotations

from array import array
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from ordermanager.domain.body import order_json
from ordermanager.domain.checks.checks import check_draft, in_form_order
from ordermanager.domain.draft import OrderDraft
from ordermanager.domain.fields import ORDER_FIELD, Kind
from ordermanager.domain.people.identity import (
    conflict_findings,
    duplicate_finding,
    forgotten_finding,
    identity_of,
)
from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, WrongUse
from ordermanager.domain.states import State
from ordermanager.domain.summary import summarise
from ordermanager.domain.values.dates import date_text
from ordermanager.services.notices import Changes
from ordermanager.services.orders.bulk import BulkChange, filled_in
from ordermanager.services.orders.json_preview import unfinished_json
from ordermanager.services.orders.order_lists import OrderListService
from ordermanager.services.people.forgotten import ForgottenPeople
from ordermanager.services.results import OrderDetail, OrderLine, SavedEdit, SavedOrder

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from ordermanager.domain.checks.checked import Checked
    from ordermanager.domain.checks.rules import CheckRules
    from ordermanager.services.context import Context
    from ordermanager.services.orders.beside_others import Beside
    from ordermanager.services.orders.checked_blocks import CheckedBlocks, ToCheck
    from ordermanager.store.orders.query import OrderQuery, Origin
    from ordermanager.store.orders.records import OrderRecord, ProductSuggestion
    from ordermanager.store.people.records import CustomerSuggestion

_CHUNK = 500
_BULK_CHUNK = 100
"""A bulk change writes so many orders at once: few enough that a sender waits only a moment for its turn."""
_MOST_NAMED = 5000


class OrderService(OrderListService):
    """Any thread; reads take milliseconds, so a window calls them from a job."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._context = context
        self._orders = context.workspace.orders
        self._revisions = context.workspace.revisions

    def new_draft(self) -> OrderDraft:
        """An order to begin with: now with the workspace's offset, its currency, its first status."""
        settings = self._context.settings.get()
        fields = {"status": settings.status, "date": self._now_text()}
        if settings.currency:
            fields["currency"] = settings.currency
        return OrderDraft(fields)

    def check(self, draft: OrderDraft, order_id: int | None = None) -> Checked:
        """Every finding, also those against the other orders of the workspace (`order_id` is this order itself)."""
        return self._check(draft, order_id, self._rules(order_id))

    def check_alone(self, draft: OrderDraft, rules: CheckRules | None = None) -> Checked:
        """The findings that need no other order, for every key that is typed.

        With `rules` (as in `OrderDetail.rules`) it touches no file, so that a window may call it anywhere.
        """
        return check_draft(draft, rules or self._context.rules(), self._context.now())

    def remark_beside(self, orders: Sequence[Beside]) -> None:
        """Let others say what they have to of many orders as they would be."""
        from ordermanager.services.orders.beside_others import remark_beside

        remark_beside(self._context.workspace, orders)

    def rules_for(self, order_ids: Collection[int]) -> Callable[[int], CheckRules]:
        """A function that gives each of these orders the rules that it is checked by."""
        return self._context.rules_for(order_ids)

    def save(self, draft: OrderDraft, order_id: int | None = None, origin: Origin = "hand") -> SavedOrder:
        """Keep the draft, right or wrong. Without errors it becomes `ready`. Raises WrongUse for an unknown id."""
        saved = self._save(draft, order_id, origin)
        self._context.publish(
            Changes(orders=True, order_ids=frozenset((saved.order_id,)), history=order_id is not None)
        )
        return saved

    def save_edit(
        self, before: OrderDraft, after: OrderDraft, order_id: int, *, brings_back: bool
    ) -> SavedEdit:
        """Save what somebody made of the draft `before`: only that is written over what an import or another program
        has stored since. `brings_back`: an order that was deleted since is there again. Raises WrongUse for an unknown
        id."""
        with self._context.workspace.write():
            is_back = brings_back and self._orders.restore((order_id,), self._context.now()) > 0
            stored, merged = self._orders.get(order_id).draft, after
            if stored.without_empty() != before.without_empty():
                from ordermanager.domain.draft_merge import merge  # a start need not load it

                merged = merge(before, after, stored)
            saved = self._save(merged, order_id, "hand")
        self._context.publish(Changes(orders=True, order_ids=frozenset((order_id,)), history=True))
        return SavedEdit(saved, stored, merged, is_back)

    def save_beside(
        self,
        draft: OrderDraft,
        order_id: int,
        origin: Origin,
        *,
        delete: Collection[int] = (),
        restore: Collection[int] = (),
    ) -> None:
        """Save an order, and put others out of sight or bring them back; all of it or nothing."""
        with self._context.workspace.write():
            self._orders.delete(delete, self._context.now())
            self._orders.restore(restore, self._context.now())
            self._save(draft, order_id, origin)
        ids = frozenset((order_id, *delete, *restore))
        self._context.publish(Changes(orders=True, order_ids=ids, history=True))

    def get(self, order_id: int) -> OrderDetail:
        """All of one order, checked now. Raises WrongUse for an unknown id."""
        record = self._orders.get(order_id)
        rules = self._rules(order_id)
        checked = self._check(record.draft, order_id, rules)
        return OrderDetail(
            order_id=order_id,
            draft=record.draft,
            state=record.state,
            findings=checked.findings,
            rules=rules,
            origin=record.row.origin,
            import_id=record.row.import_id,
            revision=record.row.revisions,
            created_at=record.row.created_at,
            changed_at=record.row.changed_at,
            refusal=self._revisions.refusal(order_id) if record.state is State.REJECTED else None,
            is_deleted=bool(record.row.deleted_at),
        )

    def delete(self, order_ids: Collection[int]) -> int:
        """Put orders out of sight; those that wait in the outbox are withdrawn first. `restore` undoes it."""
        gone = self._orders.delete(order_ids, self._context.now())
        self._context.publish(Changes(orders=True, order_ids=frozenset(order_ids)))
        return gone

    def restore(self, order_ids: Collection[int]) -> int:
        """Bring deleted orders back."""
        back = self._orders.restore(order_ids, self._context.now())
        self._context.publish(Changes(orders=True, order_ids=frozenset(order_ids)))
        return back

    def duplicate(self, order_id: int) -> OrderDraft:
        """A new draft like this order, without its id and with today's date. Not saved."""
        draft = self._orders.get(order_id).draft.copy()
        draft.fields.pop("externalOrderId", None)
        draft.fields["date"] = self._now_text()
        return draft

    def find(self, external_order_ids: Sequence[str]) -> list[int]:
        """The orders with these ids, in this order. Raises WrongUse that names those that are not here."""
        known = self._orders.find_by_external_id(external_order_ids)
        missing = [wanted for wanted in external_order_ids if wanted not in known]
        if missing:
            shown = ", ".join(missing[:10]) + (" …" if len(missing) > 10 else "")
            raise WrongUse(QT_TRANSLATE_NOOP("Sentence", "No order here has the ID {ids}."), ids=shown)
        return list(dict.fromkeys(known[wanted].id for wanted in external_order_ids))

    def named(self, external_order_ids: Sequence[str]) -> list[int | None]:
        """The order with each of these ids, None where it is not here."""
        known = self._orders.find_by_external_id([name for name in external_order_ids if name])
        return [known[name].id if name in known else None for name in external_order_ids]

    def lines(self, query: OrderQuery) -> Iterator[OrderLine]:
        """For the command line: each order with its findings and the JSON that would be sent, all as of now."""
        ids = self._orders.ids(query)
        for begin in range(0, len(ids), _CHUNK):
            chunk = list(ids[begin : begin + _CHUNK])
            rules_for = self._context.rules_for(chunk)
            for record in self._orders.get_many(chunk):
                yield self._line(record, rules_for(record.id))

    def json_preview(self, order: int | OrderDraft) -> str:
        """The exact JSON that would be sent now; for an order with errors, what can be read of it so far."""
        if isinstance(order, OrderDraft):
            return json_of(order, self.check_alone(order))
        record = self._orders.get(order)
        return json_of(record.draft, self.check_alone(record.draft, self._rules(order)))

    def json_previews(self, order_ids: Collection[int]) -> list[str]:
        """The same for many orders; ids that are gone are left out."""
        rules = self._context.rules_for(order_ids)
        return [
            json_of(each.draft, self.check_alone(each.draft, rules(each.id)))
            for each in self._orders.get_many(order_ids)
        ]

    def complete_customer(self, prefix: str) -> list[CustomerSuggestion]:
        """Customers of this workspace whose id, e-mail, phone or name begins so."""
        return self._context.workspace.customers.complete(prefix)

    def complete_product(self, prefix: str) -> list[ProductSuggestion]:
        """Items of this workspace whose id or name begins so, with their latest price and links."""
        return self._context.workspace.products.complete(prefix)

    def change_field(
        self,
        order_ids: Iterable[int],
        field: str,
        text: str,
        on_progress: Callable[[int], None] | None = None,
        is_cancelled: Callable[[], bool] = lambda: False,
        *,
        is_template: bool = False,
    ) -> BulkChange:
        """Write `text` into one field of many orders, a hundred at a time, and check each again.

        A template may name other fields of the same order: `{email}`, or `{email|phone}` for the first that is filled.
        What is returned takes the change back by `undo_change`. Cancelling ends it between two hundreds; what is
        changed by then stays, and is in what is returned.
        """
        _order_field(field)
        before: dict[str, array[int]] = {}

        def write(order_id: int, draft: OrderDraft) -> bool:
            new = filled_in(text, draft.fields) if is_template else text
            old = draft.fields.get(field, "")
            if new == old:
                return False
            draft.fields[field] = new
            before.setdefault(old, array("q")).append(order_id)
            return True

        self.change_drafts(order_ids, write, on_progress, is_cancelled)
        return BulkChange(field, text, tuple(before.items()), is_template)

    def change_drafts(
        self,
        order_ids: Iterable[int],
        change: Callable[[int, OrderDraft], bool],
        on_progress: Callable[[int], None] | None = None,
        is_cancelled: Callable[[], bool] = lambda: False,
    ) -> array[int]:
        """Let `change` work on the text of each order, a hundred a transaction; where it says that it changed something
        the order is checked again and kept. Returns the orders that changed; cancelling leaves the rest as they are.
        """
        return self.change_records(
            order_ids, lambda order_id, draft, _record: change(order_id, draft), on_progress, is_cancelled
        )

    def change_records(
        self,
        order_ids: Iterable[int],
        change: Callable[[int, OrderDraft, OrderRecord], bool],
        on_progress: Callable[[int], None] | None = None,
        is_cancelled: Callable[[], bool] = lambda: False,
    ) -> array[int]:
        """The same for a `change` that looks at what the order is now."""
        from ordermanager.services.orders.checked_blocks import (  # a form needs none of it
            CheckedBlocks,
            ToCheck,
        )

        changed = array("q")
        done = 0
        rest = iter(order_ids)
        checks = CheckedBlocks(self._context)
        while (chunk := list(islice(rest, _BULK_CHUNK))) and not is_cancelled():
            with self._context.workspace.write():
                altered = []
                for record in self._orders.get_many(chunk):
                    draft = record.draft.copy()
                    if not record.row.deleted_at and change(record.id, draft, record):
                        altered.append(ToCheck(record, draft))
                self._save_checked(checks, altered)
            changed.extend(each.record.id for each in altered)
            done += len(chunk)
            if on_progress is not None:
                on_progress(done)
        if changed:
            ids = frozenset(changed) if len(changed) <= _MOST_NAMED else None
            self._context.publish(Changes(orders=True, order_ids=ids, history=True))
        return changed

    def _save_checked(self, checks: CheckedBlocks, altered: Sequence[ToCheck]) -> None:
        if altered:
            now = self._context.now()
            ready = checks.check(altered)
            self._orders.save_many(ready, now=now, origin="hand")
            if more := checks.add_others(ready):
                self._orders.save_many(more, now=now, origin="hand")

    def records(self, order_ids: Sequence[int]) -> list[OrderRecord]:
        """These orders in full, in this order; ids that are gone are left out."""
        return self._orders.get_many(order_ids)

    def drafts(self, order_ids: Sequence[int]) -> Iterator[tuple[int, OrderDraft]]:
        """The texts of orders, in the order of the ids; read as they are taken."""
        for begin in range(0, len(order_ids), _CHUNK):
            for record in self._orders.get_many(order_ids[begin : begin + _CHUNK]):
                yield record.id, record.draft

    def undo_change(self, change: BulkChange) -> int:
        """Put the old text back wherever the field still has what `change` wrote. Returns how many orders that were."""
        wrote = {order_id: old for old, ids in change.before for order_id in ids}

        def write(order_id: int, draft: OrderDraft) -> bool:
            old = wrote[order_id]
            if draft.fields.get(change.field, "") != change.written({**draft.fields, change.field: old}):
                return False
            draft.fields[change.field] = old
            return True

        return len(self.change_drafts(list(wrote), write))

    def _save(self, draft: OrderDraft, order_id: int | None, origin: Origin) -> SavedOrder:
        rules = self._rules(order_id)
        checked = self._check(draft, order_id, rules)
        kept = self._orders.save(
            draft,
            summarise(draft, checked, rules),
            State.DRAFT if checked.has_errors else State.READY,
            now=self._context.now(),
            order_id=order_id,
            origin=origin,
            findings=checked.findings,
            attention=checked.has_errors and (origin != "hand" or self._wants_attention(order_id)),
        )
        (row,) = self._orders.rows((kept,))
        return SavedOrder(kept, row.state, checked.findings)

    def _wants_attention(self, order_id: int | None) -> bool:
        rows = self._orders.rows((order_id,)) if order_id is not None else []
        return any(row.attention for row in rows)

    def _check(self, draft: OrderDraft, order_id: int | None, rules: CheckRules) -> Checked:
        checked = check_draft(draft, rules, self._context.now())
        identity = identity_of(checked.readable)
        more = (
            list(conflict_findings(identity, self._orders.identities(identity, order_id))) if identity else []
        )
        if identity and ForgottenPeople(self._context.workspace).knows(identity):
            more.append(forgotten_finding(identity))
        external_id = draft.get("externalOrderId")
        if external_id and self._orders.duplicates_of(external_id, order_id):
            more.append(duplicate_finding(external_id))
        return replace(checked, findings=in_form_order((*checked.findings, *more))) if more else checked

    def _line(self, record: OrderRecord, rules: CheckRules) -> OrderLine:
        checked = self._check(record.draft, record.id, rules)
        moment = checked.readable.get("date")
        return OrderLine(
            row=record.row,
            status=record.row.status or record.draft.get("status"),
            date=date_text(moment) if moment is not None else record.draft.get("date"),
            total_entered=record.draft.get("totalCost"),
            findings=checked.findings,
            order_text=json_of(record.draft, checked),
        )

    def _rules(self, order_id: int | None) -> CheckRules:
        if order_id is None:
            return self._context.rules()
        return self._context.rules_for((order_id,))(order_id)

    def _now_text(self) -> str:
        zone = ZoneInfo(self._context.settings.get().timezone)
        return self._context.now().astimezone(zone).isoformat(timespec="seconds")


def json_of(draft: OrderDraft, checked: Checked) -> str:
    """The JSON that would be sent, or of an order with errors what there is of it."""
    return order_json(checked.order) if checked.order is not None else unfinished_json(draft, checked)


def _order_field(name: str) -> Any:
    field = ORDER_FIELD.get(name)
    if field is None or field.kind is Kind.PAIRS:
        raise WrongUse(
            QT_TRANSLATE_NOOP("Sentence", "“{name}” is not a field that can be set. There are: {known}."),
            name=name,
            known=", ".join(known for known, field in ORDER_FIELD.items() if field.kind is not Kind.PAIRS),
        )
    return field
