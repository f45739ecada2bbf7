"""Rows to orders: rows of one order id make one order, its fields come from the first row that has them.

One loop reads all families of tables (one row an order, order fields on the first row only, repeated on every
row): a later row may be blank in the order's columns, or say the same, or complete it; where it says
something else, a finding names the rows and the first row's text stays. Totals are never added up.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, Sentence
from ordermanager.domain.values.spreadsheet_errors import is_spreadsheet_error
from ordermanager.importing.grouping.all_rows import AllRows
from ordermanager.importing.grouping.cut_amounts import columns_of_amounts, put_together
from ordermanager.importing.grouping.fill import ItemCompleter, ItemFiller, OrderFiller, getter, tidy_code
from ordermanager.importing.grouping.line_totals import is_amount, sum_of_items
from ordermanager.importing.grouping.row_notes import RowNotes
from ordermanager.importing.grouping.seen import SeenIds
from ordermanager.importing.mapping.aliases import aliases
from ordermanager.importing.mapping.evidence import is_date
from ordermanager.importing.mapping.mapping import Grouping, How
from ordermanager.importing.reading.workbook_rows import too_wide
from ordermanager.importing.recognised import ImportedOrder
from ordermanager.importing.tables.header_row import BLANK_ROW
from ordermanager.importing.tables.row_kinds import (
    RULINGS,
    is_footer,
    is_ruling,
    is_signature,
    is_total,
    row_text,
)
from ordermanager.importing.tables.table import MAX_COLUMNS
from ordermanager.importing.values.decisions import number_columns

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from ordermanager.domain.checks.findings import Finding
    from ordermanager.importing.mapping.mapping import FieldSource, Mapping
    from ordermanager.importing.recognised import Counts
    from ordermanager.importing.tables.table import Row, Table
    from ordermanager.importing.values.decisions import Decisions

TOTAL_ROW = QT_TRANSLATE_NOOP("Sentence", "a row of totals: {text}")
HEADER_AGAIN = QT_TRANSLATE_NOOP("Sentence", "the header again")
NO_ORDER = QT_TRANSLATE_NOOP("Sentence", "not an order: {text}")


class _Verdict(Enum):
    """What becomes of a row."""

    SAME = 0
    NEW = 1
    IGNORED = 2


_SAME, _NEW, _IGNORED = _Verdict
"""By names of their own: a member that is asked of its class takes ten times as long to find."""


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
        self._id_title = header[self._id]
        self._strip_id = mapping.strip_id
        self._header = header
        self._mapping = mapping
        self._total_words = aliases().totals
        firsts = {word[0] for word in (*self._total_words, self._id_title, *RULINGS) if word}
        self._first_letters = frozenset((*firsts, *map(str.upper, firsts), *map(str.lower, firsts)))
        self.elsewhere = items_elsewhere
        self._name, self._cost = (
            mapping.fields[name].columns[0] if name in mapping.fields else -1 for name in ("name", "cost")
        )
        self._emails = mapping.fields["email"].columns if "email" in mapping.fields else ()
        sums = summed_fields(mapping)
        self.order_filler = OrderFiller(mapping, header, decisions, sums)
        self.all_rows = AllRows(self.order_filler, sums, decisions.marks)
        columns = tuple(column for column in self.order_filler.columns if column != self._id)
        self.order_columns = columns
        self._order_get = getter(columns)
        own = {name: source for name, source in mapping.fields.items() if name in _ITEM_NAMES}
        blocks = mapping.item_blocks or ((own,) if own else ())
        self.item_fillers = [ItemFiller(block, decisions) for block in blocks]
        self.completer = ItemCompleter(mapping, header)
        self._skip = tuple(mapping.skip_items.items())
        sources = [source for fields in (mapping.fields, *mapping.item_blocks) for source in fields.values()]
        used = {column for source in sources for column in source.columns}
        numbers = {*number_columns(mapping)}
        self._may_be_summed = frozenset(
            column for column in range(table.width) if column in numbers or column not in used
        )
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

    def opened(self, rows: Iterable[Row], fills: Sequence[Callable[[list[str]], Any]]) -> Iterator[Open]:
        """The rows of every order, with the items that `fills` make of each: one for each of `item_fillers`."""
        width, id_column = self._width, self._id
        order_get, blanks = self._order_get, ("",) * len(self.order_columns)
        keeps_rows = self.all_rows.works
        is_plain = len(fills) == 1 and not self.completer.works and not self._skip
        fill = fills[0] if is_plain else None
        current: Open | None = None
        key: str | None = None
        values: tuple[str, ...] = ()
        for number, given in rows:
            cells = given if len(given) == width else self._fitted(number, given)
            if current is None or not cells or cells[id_column] != key:
                order_id = self.order_id(cells) if cells else ""
                verdict = self._verdict(number, cells, order_id, current)
                if verdict is _IGNORED:
                    continue
                if current is None or verdict is _NEW:
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
        if current is not None:
            yield self._closed(current)

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

    def order_id(self, cells: list[str]) -> str:
        """The id in a row as wide as the header: `1001` for `#1001` where the layout says so; of an error none."""
        text = tidy_code(cells[self._id])
        if text[:1] == "#" and is_spreadsheet_error(text):
            return ""
        return text.lstrip(self._strip_id) if self._strip_id else text

    def finish(self) -> None:
        """Tell the counts what the pass met; once, after its last order."""
        if self.order_filler.status is not None:
            self.counts.statuses = self.order_filler.status.words()

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

    def _verdict(self, number: int, cells: list[str], order_id: str, current: Open | None) -> _Verdict:
        """What a row is whose order id is not the one before it; a row that is ignored is noted with the
        reason.
        """
        if order_id and current is not None and order_id == current.id:
            return _SAME
        continues = False
        if not order_id and cells and current is not None and not cells[self._id].strip():
            continues = any(filler.fill(cells) for filler in self.item_fillers[:1])
        reason = self._not_an_order(order_id, cells, continues=continues)
        if reason is not None and not (cells and number in self._mapping.kept_rows):
            self.counts.ignore(number, reason)
            return _IGNORED
        if continues and not any(map(str.strip, self._order_get(cells))):
            return _SAME  # an item under its order, whose id stands in the order's first row only
        return _NEW

    def _not_an_order(self, order_id: str, cells: list[str], *, continues: bool) -> Sentence | None:
        """Why a row that begins something new is none: blank, totals, the header once more, a footer."""
        if not order_id:
            filled = [text for text in cells if text and not text.isspace()]
            if not filled:
                return Sentence(BLANK_ROW)
            place = cells.index(filled[0])
            if is_total(filled[0]) or self._sums_only(cells) or self._is_subtotal(filled[0], cells, place):
                return Sentence(TOTAL_ROW, {"text": row_text(cells)})
            is_somebodys = continues or any("@" in cells[at] for at in self._emails)
            if len(filled) == 1 or (len(filled) == 2 and not is_somebodys):
                return Sentence(NO_ORDER, {"text": row_text(cells)})
            return None
        if is_footer(order_id, cells):
            return Sentence(NO_ORDER, {"text": row_text(cells)})
        if (order_id[2:3] == "." or order_id[4:5] == "-") and is_date(order_id) and _is_alone(cells):
            return Sentence(NO_ORDER, {"text": row_text(cells)})  # a day above its orders
        if order_id[0] in self._first_letters:
            if order_id.casefold().rstrip(":. ") in self._total_words or self._is_subtotal(
                order_id, cells, self._id
            ):
                return Sentence(TOTAL_ROW, {"text": row_text(cells)})
            if order_id[0] in RULINGS and all(is_ruling(text) for text in cells if text.strip()):
                return Sentence(NO_ORDER, {"text": row_text(cells)})
            if order_id == self._id_title:
                return Sentence(HEADER_AGAIN)
        return Sentence(NO_ORDER, {"text": row_text(cells)}) if is_signature(order_id, cells) else None

    def _is_subtotal(self, label: str, cells: list[str], place: int) -> bool:
        """Whether a row is the sum of a day or a page: `Total for 26.11` in this column, and nothing but amounts in the
        others.
        """
        first, *others = label.casefold().split()
        if not others or first.rstrip(":") not in self._total_words:
            return False
        if place == self._name and self._cost >= 0 and cells[self._cost].strip():
            return False  # Total Care cream, with a price of its own
        return self._sums_only([*cells[:place], "", *cells[place + 1 :]])

    def _sums_only(self, cells: list[str]) -> bool:
        """Whether a row without an order's number has amounts alone, as the last row of a table that is added up."""
        return all(
            place in self._may_be_summed and is_amount(text)
            for place, text in enumerate(cells)
            if text.strip()
        )

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


def _is_alone(cells: list[str]) -> bool:
    """Whether one cell of a row is filled."""
    return sum(map(bool, map(str.strip, cells))) == 1


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
