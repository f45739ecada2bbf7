"""A recognised file to orders: `drafts` streams them, `sample_orders` gives the first, `examine` reads it through."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, Sentence
from ordermanager.importing.errors import NotRecognised
from ordermanager.importing.grouping.grouping import Grouper
from ordermanager.importing.grouping.joined import ItemsByOrder, left_over
from ordermanager.importing.grouping.regroup import Made, regrouped, scattered, whole_orders
from ordermanager.importing.mapping.glued import watched
from ordermanager.importing.mapping.mapping import StatusRule
from ordermanager.importing.reading.json_file import (
    json_orders,
)
from ordermanager.importing.reading.source import changed
from ordermanager.importing.recognised import Counts, ImportedOrder, Recognised
from ordermanager.importing.tables.other_tables import rows_below
from ordermanager.importing.tables.table import Row, Table
from ordermanager.importing.values.decisions import Decisions, Evidence, decide, look_at
from ordermanager.importing.values.status_words import StatusReader, StatusWord

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

SAMPLE = 1000
"""Rows that are looked at before anything is decided."""

SAID_BEFORE = QT_TRANSLATE_NOOP("Sentence", "says the same of its order as row {row}")


def drafts(plan: Recognised) -> Iterator[ImportedOrder]:
    """Every order of the file, in its order, as it is read; `plan.counts` grows meanwhile. May be called
    again.

    Stop iterating (or close the generator) to stop reading. Raises ReadError where the file breaks off.
    """
    if plan.table.format.is_json:
        _begin(plan)
        yield from _json_drafts(plan, plan.counts)
    else:
        yield from grouped(plan, lambda grouper: grouper.orders)


def grouped(
    plan: Recognised, maker: Callable[[Grouper], Callable[[Iterable[Row]], Iterator[Made]]]
) -> Iterator[Made]:
    """Every order of a table, or some at once, as `maker` makes them of a grouper and rows; else as `drafts`."""
    _begin(plan)
    if plan.problem is not None:
        raise NotRecognised(plan.problem.template, file=str(plan.problem.values["file"]))
    counts = plan.counts
    counts.ignored.extend(plan.table.above)
    counts.rows_ignored = len(plan.table.above)
    decisions = _decisions(plan)
    elsewhere = ItemsByOrder(drafts(plan.items_plan)) if plan.items_plan else None
    take = elsewhere.take if elsewhere else None
    id_column = plan.mapping.fields["externalOrderId"].columns[0]
    grouper = Grouper(plan.mapping, plan.table, decisions, counts, take)
    if scattered(plan.sample, id_column):
        make = maker(grouper)
        for rows in regrouped(plan, grouper.order_id, lambda row, first: _is_left_out(plan, row, first)):
            yield from make(rows)
    else:
        yield from maker(grouper)(watched(plan, rows_below(plan.table)))
        if reappeared := grouper.seen.again():
            again = Grouper(plan.mapping, plan.table, decisions, Counts(), take)

            def is_left_out(row: Row, first: int) -> bool:
                if left_out := _is_left_out(plan, row, first):
                    counts.rows_read -= 1  # the pass before has counted it
                    counts.items -= again.items_in(row[1])
                return left_out

            yield from whole_orders(plan, again.order_id, maker(again), reappeared, is_left_out)
            counts.orders -= again.counts.orders
    _count_left_out(plan.table, counts)
    if elsewhere is not None and plan.items_plan is not None and (left := elsewhere.left()):
        counts.notes.append(left_over(plan.items_plan.table.name, left))


def _is_left_out(plan: Recognised, row: Row, first: int) -> bool:
    if row[0] in plan.mapping.kept_rows:
        return False
    plan.counts.ignore(row[0], Sentence(SAID_BEFORE, {"row": first}))
    return True


def _begin(plan: Recognised) -> None:
    plan.counts = Counts()
    if plan.stamp is not None and plan.source.stamp() != plan.stamp:
        raise changed(plan.source.name)


def sample_orders(plan: Recognised, limit: int = 50) -> list[ImportedOrder]:
    """The first orders, from the sample alone: reads nothing, so a preview may ask after every change of the
    mapping.

    The last order of a sample that is not the whole file may lack items and is left out where it is not the
    only one.
    """
    if plan.table.format.is_json:
        return list(islice(drafts(plan), limit))
    if plan.problem is not None:
        return []
    elsewhere = ItemsByOrder(sample_orders(plan.items_plan, SAMPLE)) if plan.items_plan else None
    grouper = Grouper(
        plan.mapping,
        plan.table,
        decide(plan.mapping, plan.evidence),
        Counts(),
        elsewhere.take if elsewhere else None,
    )
    rows = ((number, list(cells)) for number, cells in plan.sample)
    found = list(islice(grouper.orders(rows), limit + 1))
    if len(found) > limit or (len(found) > 1 and not plan.whole):
        found.pop()
    return found


def sample_statuses(plan: Recognised) -> tuple[StatusWord, ...]:
    """The words for statuses in the sample."""
    if plan.table.format.is_json or plan.problem is not None:
        return ()
    grouper = Grouper(plan.mapping, plan.table, Decisions(), counts := Counts())
    for _ in grouper.orders((number, list(cells)) for number, cells in plan.sample):
        pass
    return counts.statuses


def examine(plan: Recognised, cancel: Callable[[], bool] | None = None) -> bool:
    """Read the file through once, so that `plan.questions` and `plan.statuses` count all of its rows.

    False: `cancel`, which is asked every thousand rows, said True. Raises ReadError as `drafts` does.
    """
    if plan.table.format.is_json or plan.problem is not None:
        return True
    counts = Counts()
    grouper = Grouper(plan.mapping, plan.table, Decisions(), counts)
    evidence = look_at(plan.mapping, ())

    def rows() -> Iterator[Row]:
        chunk: list[Row] = []
        for row in rows_below(plan.table):
            chunk.append(row)
            if len(chunk) >= SAMPLE:
                evidence.look_at(plan.mapping, chunk)
                yield from chunk
                chunk = []
                if cancel is not None and cancel():
                    raise _Cancelled
        evidence.look_at(plan.mapping, chunk)
        yield from chunk

    try:
        for _ in grouper.orders(rows()):
            pass
    except _Cancelled:
        return False
    plan.examined, plan.examined_statuses = evidence, counts.statuses
    return True


class _Cancelled(Exception):
    """Leaves the pass over a file."""


def _count_left_out(table: Table, counts: Counts) -> None:
    """Rows of other tables in the sheet are ignored rows, too."""
    counts.ignored.extend(table.left_out)
    counts.rows_ignored += table.left_out_count


def _json_drafts(plan: Recognised, counts: Counts) -> Iterator[ImportedOrder]:
    statuses = StatusReader((StatusRule("status"),), plan.mapping.status_words)
    for order in json_orders(plan.objects, plan.mapping, statuses):
        counts.rows_read += 1
        counts.orders += 1
        counts.items += len(order.draft.items)
        yield order
    counts.statuses = statuses.words()


def _decisions(plan: Recognised) -> Decisions:
    """What holds for whole columns."""
    return decide(plan.mapping, settled_evidence(plan))


def settled_evidence(plan: Recognised) -> Evidence:
    """What the file shows; reads it once more only where the sample leaves it to the rest. Raises ReadError."""
    evidence = plan.evidence
    if plan.examined is not evidence and evidence.leaves_doubt and not plan.whole:
        asked = plan.mapping.date_order is None and evidence.dates.doubtful
        if asked or evidence.doubtful_numbers:
            plan.examined = look_at(plan.mapping, rows_below(plan.table))
            evidence = plan.examined
    return evidence
