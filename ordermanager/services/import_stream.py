"""The orders of a file as they are read, with the file closed in the end whatever happens."""

from __future__ import annotations

from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, cast

from ordermanager.domain.formulas import GUARD, unguarded
from ordermanager.importing.mapping import INFO_PREFIX
from ordermanager.importing.run import drafts, sample_orders
from ordermanager.importing.table import Format

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from ordermanager.importing.plan import ImportedOrder, Plan


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
    """Additional info is unguarded only where it stood in cells of its own, not in one cell as JSON."""
    cells = {name[len(INFO_PREFIX) :] for name in plan.mapping.fields if name.startswith(INFO_PREFIX)}
    for order in orders:
        draft = order.draft
        for texts in (draft.fields, *draft.items):
            for name, text in texts.items():
                if text.startswith(GUARD):
                    texts[name] = unguarded(text)
        for name in cells & draft.additional_info.keys():
            draft.additional_info[name] = unguarded(draft.additional_info[name])
        yield order
