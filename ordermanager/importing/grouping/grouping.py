"""Rows to orders: rows of one order id make one order, its fields come from the first row that has them.

One loop reads all families of tables (one row an order, order fields on the first row only, repeated on every
row): a later row may be blank in the order's columns, or say the same, or complete it; where it says
something else, a finding names the rows and the first row's text stays. Totals are never added up.
"""

from __future__ import annotations

from itertools import compress, islice
from operator import gt, itemgetter, ne
from typing import TYPE_CHECKING, Any

from ordermanager.domain.sentences import Sentence
from ordermanager.importing.grouping.all_rows import AllRows
from ordermanager.importing.grouping.cut_amounts import columns_of_amounts, put_together
from ordermanager.importing.grouping.fill import ItemCompleter, ItemFiller, OrderFiller, getter
from ordermanager.importing.grouping.line_totals import sum_of_items
from ordermanager.importing.grouping.row_notes import RowNotes
from ordermanager.importing.grouping.seen import SeenIds
from ordermanager.importing.grouping.verdicts import IGNORED, NEW, NO_ORDER, Verdicts
from ordermanager.importing.mapping.mapping import Grouping, How
from ordermanager.importing.reading.workbook_rows import too_wide
from ordermanager.importing.recognised import ImportedOrder
from ordermanager.importing.tables.row_kinds import row_text
from ordermanager.importing.tables.table import MAX_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from ordermanager.domain.checks.findings import Finding
    from ordermanager.importing.mapping.mapping import FieldSource, Mapping
    from ordermanager.importing.recognised import Counts
    from ordermanager.importing.tables.table import Row, Table
    from ordermanager.importing.values.decisions import Decisions

    Fill = Callable[[list[str]], Any]
    FillMany = Callable[[Sequence[list[str]]], list[Any]]

_AT_ONCE = 300
"""Rows: enough that what is done once for all of them costs little, few enough to stay in the processor's memory."""


class Open:
    """The order whose rows are being read. `first` is its first row, completed by later ones; `items` are what
    the filling of a row's item gave; `notes` stand when its rows were read.
    """

    __slots__ = ("first", "id", "item_cells", "items", "notes", "numbers", "rows", "skipped")

    def __init__(self, order_id: str, first: list[str]) -> None:
        self.id = order_id
        self.first = first
        self.notes: tuple[Finding, ...] = ()
        self.numbers: list[int] = []
        self.items: list[Any] = []
        self.item_cells: list[list[str]] = []
        self.rows: list[list[str]] = []
        self.skipped: list[tuple[dict[str, str], list[str]]] = []


class _Reading:
    """How far a pass is: the open order, what the cell of its id says (None where it has none), and its other cells."""

    __slots__ = ("key", "order", "values")

    def __init__(self) -> None:
        self.order: Open | None = None
        self.key: str | None = None
        self.values: tuple[str, ...] = ()


class Grouper:
    """Groups the rows of one pass. `seen` tells whose rows did not stand together; `counts` grows meanwhile.

    `items_elsewhere` gives the items of an order id that stand in another file.
    """

    def __init__(
        self,
        mapping: Mapping,
        table: Table,
        decisions: Decisions,
        counts: Counts,
        items_elsewhere: Callable[[str], list[dict[str, str]]] | None = None,
    ) -> None:
        header = table.header
        self.seen = SeenIds()
        self.counts = counts
        self._file = table.name
        self._width = table.width
        self._id = mapping.fields["externalOrderId"].columns[0]
        self._mapping = mapping
        self.elsewhere = items_elsewhere
        sums = summed_fields(mapping)
        self.order_filler = OrderFiller(mapping, header, decisions, sums)
        self.all_rows = AllRows(self.order_filler, sums, decisions.marks)
        columns = tuple(column for column in self.order_filler.columns if column != self._id)
        self.order_columns = columns
        self._order_get = getter(columns)
        self._blanks = ("",) * len(columns)
        own = {name: source for name, source in mapping.fields.items() if name in _ITEM_NAMES}
        blocks = mapping.item_blocks or ((own,) if own else ())
        self.item_fillers = [ItemFiller(block, decisions) for block in blocks]
        self.completer = ItemCompleter(mapping, header)
        self._skip = tuple(mapping.skip_items.items())
        self._verdicts = Verdicts(mapping, header, counts, columns, self._has_item)
        self.order_id = self._verdicts.order_id
        self.sums_items = mapping.sums_items
        self._row_notes = RowNotes(mapping, header)
        self._odd_rows, self._notes = self._row_notes.odd, self._row_notes.differing
        self._amounts = columns_of_amounts(mapping) if table.delimiter == "," else frozenset()

    def orders(self, rows: Iterable[Row]) -> Iterator[ImportedOrder]:
        """Every order, as soon as a row of another follows."""
        for current in self.opened(rows, [filler.fill for filler in self.item_fillers]):
            if (order := self.finished(current)) is not None:
                yield order
        self.finish()

    def opened(
        self, rows: Iterable[Row], fills: Sequence[Fill], fill_many: FillMany | None = None
    ) -> Iterator[Open]:
        """The rows of every order, with the items that `fills` make of each: one for each of `item_fillers`. Where that
        is one, `fill_many` may make the items of many rows at once.
        """
        reading = _Reading()
        if fill_many is None or len(fills) != 1 or self._skip:
            yield from self._one_by_one(rows, reading, fills)
        else:
            rest = iter(rows)
            while some := list(islice(rest, _AT_ONCE)):
                ended = self._together(some, reading, fill_many)
                yield from self._one_by_one(some, reading, fills) if ended is None else ended
        if reading.order is not None:
            yield self._closed(reading.order)

    def _one_by_one(self, rows: Iterable[Row], reading: _Reading, fills: Sequence[Fill]) -> Iterator[Open]:
        """The orders that end with these rows; the last one stays open."""
        width, id_column = self._width, self._id
        order_get, blanks = self._order_get, self._blanks
        keeps_rows = self.all_rows.works
        is_plain = len(fills) == 1 and not self.completer.works and not self._skip
        fill = fills[0] if is_plain else None
        current, key, values = reading.order, reading.key, reading.values
        for number, given in rows:
            cells = given if len(given) == width else self._fitted(number, given)
            if current is None or not cells or cells[id_column] != key:
                order_id = self.order_id(cells) if cells else ""
                verdict = self._verdicts.of(number, cells, order_id, current.id if current else None)
                if verdict is IGNORED:
                    continue
                if current is None or verdict is NEW:
                    if current is not None:
                        yield self._closed(current)
                    current = Open(order_id, cells)
                    key, values = cells[id_column] if order_id else None, order_get(cells)
            found = order_get(cells)
            if found != values and found != blanks:
                values = self._differs(number, cells, current.first)
            if fill is not None:
                if item := fill(cells):
                    current.items.append(item)
            elif fills:
                self._add_items(cells, current, fills)
            if keeps_rows:
                current.rows.append(cells)
            current.numbers.append(number)
        reading.order, reading.key, reading.values = current, key, values

    def _together(self, some: Sequence[Row], reading: _Reading, fill_many: FillMany) -> list[Open] | None:
        """What `_one_by_one` gives, by loops over columns of these rows; None where one of them needs a closer look: it
        is no order, of another width, or says something else than the first row of its order.
        """
        numbers, rows = zip(*some, strict=True)
        if {*map(len, rows)} != {self._width}:
            return None
        keys, found = list(map(itemgetter(self._id), rows)), list(map(self._order_get, rows))
        begins = list(map(ne, keys, (reading.key, *keys)))
        if any(map(gt, map(ne, found, (reading.values, *found)), begins)) and any(
            values != before and not begin and values != self._blanks
            for values, before, begin in zip(found, (reading.values, *found), begins, strict=False)
        ):
            return None
        bounds = [*compress(range(len(rows)), begins), len(rows)]
        before = reading.order
        ids = self._verdicts.order_ids([rows[at] for at in bounds[:-1]], before.id if before else "")
        if ids is None:
            return None
        items = fill_many(rows)
        has_all, has_cells, has_rows = all(items), self.completer.works, self.all_rows.works
        opened = [] if before is None else [before]
        for begin, end, order_id in zip((0, *bounds), bounds, (None, *ids), strict=False):
            if order_id is not None:
                order = Open(order_id, rows[begin])
                opened.append(order)
            elif begin == end:
                continue
            else:
                order = opened[0]
            own = items[begin:end]
            order.items += own if has_all else filter(None, own)
            if has_cells:
                order.item_cells += compress(rows[begin:end], own)
            if has_rows:
                order.rows += rows[begin:end]
            order.numbers += numbers[begin:end]
        reading.order = opened.pop()
        if ids:
            reading.key, reading.values = keys[-1], found[bounds[-2]]
        if opened and opened[0] is before:
            self._closed(opened[0])
        return opened

    def _closed(self, current: Open) -> Open:
        """The order with what is to be said of its rows."""
        if self._notes or self._odd_rows:
            current.notes = self._row_notes.take(current.numbers, current.first)
        if current.skipped and not current.items:  # every line is cancelled: the order is shown with them
            current.items = [item for item, _ in current.skipped]
            current.item_cells = [cells for _, cells in current.skipped]
        return current

    def _add_items(
        self, cells: list[str], current: Open, fills: Sequence[Callable[[list[str]], Any]]
    ) -> None:
        """The items of a row where there may be several or where they are completed later."""
        is_skipped = any(cells[column].strip().casefold() in words for column, words in self._skip)
        for fill in fills:
            if item := fill(cells):
                if is_skipped:
                    current.skipped.append((item, cells))
                    continue
                current.items.append(item)
                current.item_cells.append(cells)

    def finished(self, current: Open) -> ImportedOrder | None:
        """The order, or None where its rows turn out to be none."""
        draft = self.order_filler.fill(current.id, current.first, current.numbers[0])
        if self.all_rows.works:
            self.all_rows.fill(draft.fields, current.rows, current.numbers[0])
        elsewhere = self.elsewhere(current.id) if self.elsewhere else []
        if draft.items or elsewhere:
            draft.items.extend((*elsewhere, *current.items))
        else:
            draft.items = current.items
        has_more = draft.items or draft.additional_info or (current.id and " " not in current.id)
        is_bare = not has_more and len(draft.fields) - bool(current.id) <= self._given(draft.fields)
        if is_bare and current.numbers[0] not in self._mapping.kept_rows:
            for number in current.numbers:
                self.counts.ignore(number, Sentence(NO_ORDER, {"text": row_text(current.first)}))
            return None
        if self.completer.works:
            others = len(draft.items) - len(current.items)
            for item in draft.items[:others]:
                self.completer.complete(item, draft.fields, current.first)
            for item, cells in zip(current.items, current.item_cells, strict=True):
                self.completer.complete(item, draft.fields, cells)
        if self.sums_items:
            draft.fields["totalCost"] = sum_of_items(draft)
        self._count(current, len(draft.items))
        return ImportedOrder(draft, tuple(current.numbers), current.notes)

    def count(self, current: Open, items: int) -> None:
        """An order with so many items that is no matter of `finished` was made of these rows."""
        filler, row = self.order_filler, current.numbers[0]
        if filler.status_of_rows:
            self.all_rows.count(current.rows, row)
        elif filler.status is not None:
            filler.status.read(filler.status_of(current.first), row)
        self._count(current, items)

    def count_all(self, orders: Sequence[Open], items: int) -> None:
        """`count` for orders that were read one after the other, with so many items together."""
        filler, rows = self.order_filler, [order.numbers[0] for order in orders]
        if filler.status_of_rows:
            for order, row in zip(orders, rows, strict=True):
                self.all_rows.count(order.rows, row)
        elif filler.status is not None:
            filler.status.count_all([filler.status_of(order.first) for order in orders], rows)
        self.counts.rows_read += sum(len(order.numbers) for order in orders)
        self.counts.orders += len(orders)
        self.counts.items += items
        self.seen.add_all([order.id for order in orders if order.id])

    def _count(self, current: Open, items: int) -> None:
        self.counts.rows_read += len(current.numbers)
        self.counts.orders += 1
        self.counts.items += items
        if current.id:
            self.seen.add(current.id)

    def finish(self) -> None:
        """Tell the counts what the pass met; once, after its last order."""
        if self.order_filler.status is not None:
            self.counts.statuses = self.order_filler.status.words()

    def _has_item(self, cells: list[str]) -> bool:
        return any(filler.fill(cells) for filler in self.item_fillers[:1])

    def _given(self, fields: dict[str, str]) -> int:
        """How many of the fields were not in the file but given for all orders."""
        return sum(1 for name in (*self._mapping.constants, *self._mapping.defaults) if name in fields)

    def _fitted(self, number: int, cells: list[str]) -> list[str]:
        """The row as wide as the header; empty for a blank row. Filled cells beyond the header are noted."""
        if len(cells) < self._width:
            return [*cells, *[""] * (self._width - len(cells))] if any(cells) else []
        if len(cells) > MAX_COLUMNS and any(cells[MAX_COLUMNS:]):
            raise too_wide(self._file, number)
        if any(text.strip() for text in cells[self._width :]):
            whole = put_together(cells, self._width, self._amounts) if self._amounts else None
            self._odd_rows[number] = "import.cut_amounts" if whole else "import.extra_cells"
            return whole or cells[: self._width]
        return cells[: self._width]

    def _differs(self, number: int, cells: list[str], first: list[str]) -> tuple[str, ...]:
        """Complete the order's first row by a later one; what contradicts it is noted. Gives its cells anew."""
        for column in self.order_columns:
            text, before = cells[column], first[column]
            if text == before or not text.strip():
                continue
            if not before.strip():
                first[column] = text
            elif text.strip() != before.strip():
                self._notes.setdefault(column, []).append((number, text.strip()))
        return self._order_get(first)

    def items_in(self, cells: list[str]) -> int:
        """How many items a row has."""
        whole = [*cells, *[""] * (self._width - len(cells))]
        return sum(1 for filler in self.item_fillers if filler.fill(whole))


def summed_fields(mapping: Mapping) -> dict[str, FieldSource]:
    """The order's fields that are added up over its rows: those that say so, or all amounts of a file in
    which each row has its own.
    """
    added = mapping.grouping is Grouping.ADDED
    return {
        name: source
        for name, source in mapping.fields.items()
        if source.how is How.SUM or (added and name in _AMOUNTS and source.how is How.FIRST)
    }


_AMOUNTS = ("totalCost", "shipping", "discount", "taxes")

_ITEM_NAMES = frozenset(
    ("externalItemId", "name", "quantity", "cost", "category", "url", "imageUrl", "description", "lineTotal")
)
