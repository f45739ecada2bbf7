"""Puts several notices of the services together, so that views refresh once."""

from __future__ import annotations

from ordermanager.services.notices import Changes


def merge(first: Changes, second: Changes) -> Changes:
    """Everything that either touched; orders are named only where both can name theirs."""
    return Changes(
        orders=first.orders or second.orders,
        order_ids=_ids(first, second),
        outbox=first.outbox or second.outbox,
        history=first.history or second.history,
        accounts=first.accounts or second.accounts,
        imports=first.imports or second.imports,
        settings=first.settings or second.settings,
        only_states=(first.orders or second.orders)
        and all(changes.only_states for changes in (first, second) if changes.orders),
        replaced=first.replaced or second.replaced,
    )


def _ids(first: Changes, second: Changes) -> frozenset[int] | None:
    named: frozenset[int] = frozenset()
    for changes in (first, second):
        if not changes.orders:
            continue
        if changes.order_ids is None:
            return None
        named |= changes.order_ids
    return named
