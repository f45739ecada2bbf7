"""The orders of a file as they are read, with the file closed in the end whatever happens."""

from __future__ import annotations

from contextlib import closing, contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from ordermanager.domain.formulas import GUARD, unguarded
from ordermanager.importing.mapping import INFO_PREFIX
from ordermanager.importing.plan import ImportedOrder
from ordermanager.importing.run import drafts, sample_orders
from ordermanager.importing.table import Format
from ordermanager.store import StagedQuery

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from ordermanager.importing.plan import Counts, Plan
    from ordermanager.store import Staging

_STAGED_AT_ONCE = 500
_SHARE_SAMPLE = 200


class FileSource:
    """The orders of a file as they are read, for an ImportRun."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._read = plan.counts
        self._row_share = share_of_a_row(plan)

    @contextmanager
    def orders(self) -> Iterator[Iterator[ImportedOrder]]:
        """Every order; leaving the block stops reading."""
        with streamed(self._plan) as stream:
            yield stream
        self._read = self._plan.counts  # of the finished pass: another pass over the file counts anew

    @property
    def counts(self) -> Counts:
        """Of the finished pass."""
        return self._read

    @property
    def rows(self) -> int:
        """Rows that were read so far."""
        return self._plan.counts.rows_read

    def share(self, _orders: int) -> float | None:
        """How far this is, by the length of the first rows; None for what does not tell how long it is."""
        return min(0.99, self.rows * self._row_share) if self._row_share else None


class StagedSource:
    """The orders of a review that are included, as they were edited; `counts` are of reading the file."""

    def __init__(self, staging: Staging, counts: Counts) -> None:
        self._staging = staging
        self._ids = staging.ids(StagedQuery(included=True))
        items = staging.included_items()
        self.counts = replace(counts, orders=len(self._ids), items=items)

    @contextmanager
    def orders(self) -> Iterator[Iterator[ImportedOrder]]:
        """Every included order, in the order of the file."""
        yield self._stream()

    @property
    def rows(self) -> int:
        """Rows of the whole file."""
        return self.counts.rows_read

    def share(self, orders: int) -> float | None:
        """How far this is after so many orders."""
        return orders / len(self._ids) if self._ids else 1.0

    def _stream(self) -> Iterator[ImportedOrder]:
        for begin in range(0, len(self._ids), _STAGED_AT_ONCE):
            for stored in self._staging.orders(self._ids[begin : begin + _STAGED_AT_ONCE]):
                yield ImportedOrder(stored.draft(), stored.lines, stored.notes)


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
            if GUARD not in "".join(texts.values()):
                continue
            for name, text in texts.items():
                if text.startswith(GUARD):
                    texts[name] = unguarded(text)
        for name in cells & draft.additional_info.keys():
            draft.additional_info[name] = unguarded(draft.additional_info[name])
        yield order


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
