"""Orders of the workspace checked some hundred at once, each by its own rules, also against the other orders there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ordermanager.domain.people.identity import duplicate_finding
from ordermanager.importing.recognised import ImportedOrder
from ordermanager.services.imports.checks import add_conflicts, add_forgotten
from ordermanager.services.orders.draft_blocks import DraftBlocks
from ordermanager.services.people.forgotten import ForgottenPeople

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordermanager.domain.checks.findings import Finding
    from ordermanager.domain.checks.rules import CheckRules
    from ordermanager.domain.draft import OrderDraft
    from ordermanager.services.context import Context
    from ordermanager.services.orders.ready_orders import ReadyOrder
    from ordermanager.store.orders.records import OrderRecord


class ToCheck(NamedTuple):
    """An order of the workspace, the text that it is to be checked with, and findings that are known of it."""

    record: OrderRecord
    draft: OrderDraft
    notes: tuple[Finding, ...] = ()


class CheckedBlocks:
    """One pass over many orders, at one moment."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._now = context.now()
        self._forgotten = ForgottenPeople(context.workspace)
        self._blocks: dict[CheckRules, DraftBlocks] = {}

    def check(self, orders: Sequence[ToCheck]) -> list[ReadyOrder]:
        """Each with what its own text says, in this order."""
        rules_for = self._context.rules_for([order.record.id for order in orders])
        by_rules: dict[CheckRules, list[ToCheck]] = {}
        for order in orders:
            by_rules.setdefault(rules_for(order.record.id), []).append(order)
        checked: dict[int, ReadyOrder] = {}
        for rules, some in by_rules.items():
            block = self._blocks.setdefault(rules, DraftBlocks(rules, self._now))
            found = block.orders(ImportedOrder(order.draft, (), order.notes) for order in some)
            for order, ready in zip(some, found, strict=True):
                row = order.record.row
                ready.order_id = order.record.id
                ready.attention = ready.attention and (row.origin != "hand" or row.attention)
                checked[order.record.id] = ready
        return [checked[order.record.id] for order in orders]

    def add_others(self, orders: Sequence[ReadyOrder]) -> list[ReadyOrder]:
        """Add what the other orders of the workspace say of these, which it has by now with the texts that were
        checked. Returns those of which something was said."""
        workspace = self._context.workspace
        before = [order.findings for order in orders]
        add_conflicts(orders, workspace.orders.identities_many([order.identity for order in orders]))
        add_forgotten(orders, self._forgotten)
        twice = workspace.orders.ids_given_twice({order.external_id for order in orders if order.external_id})
        for order in orders if twice else ():
            if order.external_id in twice:
                order.remark((duplicate_finding(order.external_id),))
        return [order for order, was in zip(orders, before, strict=True) if order.findings != was]
