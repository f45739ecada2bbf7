"""What other orders would say of orders that are not stored as they are checked: the same ID, another customer."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from ordermanager.domain.people.identity import Identity, duplicate_finding
from ordermanager.services.imports.checks import add_conflicts, add_forgotten
from ordermanager.services.people.forgotten import ForgottenPeople

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from ordermanager.domain.checks.findings import Finding
    from ordermanager.store.workspace import Workspace


class Beside(NamedTuple):
    """An order of the workspace as it would be. `known`: field and code of what is said of it already; `found`: what
    the others say besides."""

    order_id: int
    external_id: str
    identity: Identity
    known: AbstractSet[tuple[str, str]]
    found: list[Finding]

    def remark(self, found: Sequence[Finding]) -> None:
        """Add findings."""
        self.found.extend(each for each in found if (each.field, each.code) not in self.known)


def remark_beside(workspace: Workspace, orders: Sequence[Beside]) -> None:
    """Let the orders of the workspace, as they are, and these, as they would be, say what they have to of these."""
    ids = {order.order_id for order in orders}
    add_conflicts(orders, workspace.orders.identities_beside([order.identity for order in orders], ids))
    add_forgotten(orders, ForgottenPeople(workspace))
    named = Counter(order.external_id for order in orders if order.external_id)
    twice = {name for name, count in named.items() if count > 1}
    twice |= workspace.orders.names_beside(named.keys() - twice, ids)
    for order in orders:
        if order.external_id in twice:
            order.remark((duplicate_finding(order.external_id),))
