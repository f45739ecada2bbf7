"""The orders of a file as they are read, with the file closed in the end whatever happens."""

from __future__ import annotations

from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, cast

from ordermanager.domain.formulas import GUARD, unguarded
from ordermanager.importing.run import drafts, sample_orders
from ordermanager.importing.table import Format

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from ordermanager.importing.plan import ImportedOrder, Plan


@contextmanager
def streamed(plan: Plan) -> Iterator[Iterator[ImportedOrder]]:
    """Every order of the plan's file; leaving the block stops reading."""
    with closing(cast("Generator[ImportedOrder, None, None]", drafts(plan))) as stream:
        yield map(_without_guards, stream) if has_guards(plan) else stream


def first_orders(plan: Plan, limit: int) -> list[ImportedOrder]:
    """The first orders, from what was read to recognise the file."""
    orders = sample_orders(plan, limit)
    return list(map(_without_guards, orders)) if has_guards(plan) else orders


def has_guards(plan: Plan) -> bool:
    """Whether texts may carry the apostrophe that our own CSV export puts before what looks like a formula."""
    return plan.table.format is Format.CSV


def _without_guards(order: ImportedOrder) -> ImportedOrder:
    draft = order.draft
    for texts in (draft.fields, draft.additional_info, *draft.items):
        for name, text in texts.items():
            if text.startswith(GUARD):
                texts[name] = unguarded(text)
    return order
