"""The drafts of a file as they are read, with the file closed in the end whatever happens."""

from __future__ import annotations

from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, cast

from ordermanager.domain.formulas import GUARD, unguarded
from ordermanager.importing.mapping.mapping import INFO_PREFIX
from ordermanager.importing.recognised import ImportedOrder
from ordermanager.importing.run import drafts, sample_orders
from ordermanager.importing.tables.table import Format

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from ordermanager.domain.draft import OrderDraft
    from ordermanager.importing.plan import Plan

_SHARE_SAMPLE = 200


@contextmanager
def streamed(plan: Plan) -> Iterator[Iterator[ImportedOrder]]:
    """Every order of the plan's file; leaving the block stops reading."""
    with closing(cast("Generator[ImportedOrder, None, None]", drafts(plan))) as stream:
        yield _unguarded(plan, stream) if has_guards(plan) else stream


def first_orders(plan: Plan, limit: int) -> list[ImportedOrder]:
    """The first orders, from what was read to recognise the file."""
    orders = sample_orders(plan, limit)
    return list(_unguarded(plan, iter(orders))) if has_guards(plan) else orders


def has_guards(plan: Plan) -> bool:
    """Whether cells may carry the apostrophe that our own CSV export puts before what looks like a formula."""
    return plan.table.format is Format.CSV


def _unguarded(plan: Plan, orders: Iterator[ImportedOrder]) -> Iterator[ImportedOrder]:
    cells = _info_cells(plan)
    for order in orders:
        unguard(order.draft, cells)
        yield order


def unguard_order(plan: Plan, order: ImportedOrder) -> None:
    """Take the apostrophes off an order of this plan."""
    unguard(order.draft, _info_cells(plan))


def unguard(draft: OrderDraft, cells: frozenset[str] = frozenset()) -> None:
    """Take the apostrophes off. `cells` are the names of additional info that stood in cells of its own, and not in one
    cell as JSON.
    """
    for texts in (draft.fields, *draft.items):
        if GUARD not in "".join(texts.values()):
            continue
        for name, text in texts.items():
            if text.startswith(GUARD):
                texts[name] = unguarded(text)
    if cells:
        for name in cells & draft.additional_info.keys():
            draft.additional_info[name] = unguarded(draft.additional_info[name])


def _info_cells(plan: Plan) -> frozenset[str]:
    return frozenset(name[len(INFO_PREFIX) :] for name in plan.mapping.fields if name.startswith(INFO_PREFIX))


def share_of_a_row(plan: Plan) -> float:
    """Which part of the file one row is, as far as its first rows tell; 0 where that cannot be said."""
    if plan.table.format is not Format.CSV or not plan.sample or not plan.source.size:
        return 0.0
    sample = plan.sample[:_SHARE_SAMPLE]
    text = "\n".join(",".join(cells) for _, cells in sample)
    encoding = plan.table.encoding or "utf-8"
    try:
        size = len(text.encode(encoding, "replace"))
    except LookupError:
        size = len(text)
    return size / len(sample) / plan.source.size
