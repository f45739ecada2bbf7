"""A mapping for a table of no known layout: exact names, the dictionary of headers, then what the cells look
like.

Fuzzy likeness is only ever a suggestion: alone it was confidently wrong on 6 of 57 fields (design.md 8).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ordermanager.domain.fields import ITEM_FIELD, ORDER_FIELD
from ordermanager.importing.grouping.item_text import are_counted, looks_like_items
from ordermanager.importing.grouping.line_totals import is_line_total
from ordermanager.importing.mapping.aliases import aliases
from ordermanager.importing.mapping.columns_of_people import SEVERAL, PeopleColumns
from ordermanager.importing.mapping.evidence import (
    CLEAR,
    FITS,
    believed,
    counts_rows,
    has_decimals,
    is_date,
    is_money,
    is_status,
    is_time,
    is_word,
    share,
)
from ordermanager.importing.mapping.mapping import INFO_PREFIX, LINE_TOTAL, FieldSource, How
from ordermanager.importing.tables.headers import header_key
from ordermanager.importing.values.currency_words import currency_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordermanager.importing.mapping.aliases import Aliases

_FEW = 100
"""Cells that show whether a column holds lists; each costs more than other cells."""

_ITEM_STEMS = (
    "товар",
    "product",
    "item",
    "goods",
    "позиц",
    "produkt",
    "artikel",
    "замовили",
    "заказали",
    "состав",
    "складзамовлення",
)
"""A header with one of these speaks of what was bought; the cells must then surely be lists."""

_ITEM_MARKS = ("externalItemId", "name", "quantity")
_INFO = re.compile(r"additional[ _]?info[.:/]\s*(.+)", re.IGNORECASE).fullmatch


class AutoMap(PeopleColumns):
    """Finds the fields of columns. `fields` is the result, `evidence` says by what each column was
    recognised.
    """

    def run(self) -> AutoMap:
        """Look at every column; gives itself."""
        names = aliases()
        self._api_names(names)
        self._items_cells(names)
        self._sure(names)
        self._contacts(names)
        self._second_contacts(names)
        self._times(names)
        self._order_number(names)
        self._maybe(names)
        self._item_name(names)
        self._full_names(names)
        self._address(names)
        self._line_totals(names)
        self._total_where_blank(names)
        self._cells()
        self._no_stray_items()
        self._suggest(names)
        return self

    def _api_names(self, names: Aliases) -> None:
        """The API's own names, also as `items.name` or `order.email`; only in files that have some beyond
        doubt.
        """
        ours = {"externalorderid", "externalitemid", "externalcustomerid", "totalcost"}
        in_api_terms = any(key in ours for key in self._keys)
        for index in self._free():
            info = _INFO(self._header[index])
            if info:
                self._take(INFO_PREFIX + info[1], index, "exact")
                continue
            name = names.exact.get(self._keys[index], "") if in_api_terms else ""
            name = name or self._prefixed(self._keys[index], names)
            if name and name not in self.fields:
                self._take(name, index, "exact")

    @staticmethod
    def _prefixed(key: str, names: Aliases) -> str:
        for prefix, fields in (
            ("orderitem", ITEM_FIELD),
            ("items", ITEM_FIELD),
            ("item", ITEM_FIELD),
            ("order", ORDER_FIELD),
        ):
            name = names.exact.get(key.removeprefix(prefix), "") if key.startswith(prefix) else ""
            if name in fields:
                return name
        return ""

    def _sure(self, names: Aliases) -> None:
        """Headers that name one field. Of two columns for a field the one earlier in the dictionary wins."""
        ranked = sorted(
            (names.rank[self._keys[index]], index)
            for index in self._free()
            if self._keys[index] in names.sure
        )
        for _, index in ranked:
            name = names.sure[self._keys[index]]
            if name in self.fields and name not in SEVERAL:
                continue
            if believed(name, self._columns[index]):
                self._take(name, index, "alias")

    def _items_cells(self, names: Aliases) -> None:
        """A column with all items of an order in one cell: a header for several, and quantities in the cells."""
        named = {names.sure.get(self._keys[index], "") for index in self._free()} | self.fields.keys()
        if "items" in self.fields or self._counted_lists(names):
            return
        if named & {"quantity", "externalItemId"}:
            return  # each row is an item: its cells are no lists, whatever they look like
        is_priced = "cost" in named  # an item's price, or the order's where the cells are lists
        for index in self._free():
            key = self._keys[index]
            speaks_of_items = any(stem in key for stem in _ITEM_STEMS)
            if key in names.items or names.sure.get(key) == "name" or speaks_of_items:
                enough = 0.5 if key in names.items and not is_priced else 0.9
                if share(self._columns[index][:_FEW], looks_like_items) >= enough:
                    self._take("items", index, "cells" if enough > 0.5 else "alias")
                    return

    def _counted_lists(self, names: Aliases) -> bool:
        """Whether a column holds lists whose quantities another one adds up: it is taken, the other one is left out."""
        free = self._free()
        counts = [index for index in free if names.sure.get(self._keys[index]) == "quantity"]
        for index in free if counts else ():
            if self._keys[index] in names.items and are_counted(
                self._columns[index][:_FEW], self._columns[counts[0]][:_FEW]
            ):
                self._take("items", index, "cells")
                self._used.update(at for at in free if names.sure.get(self._keys[at]) in ITEM_FIELD)
                return True
        return False

    def _item_name(self, names: Aliases) -> None:
        """The name of an item under a header for several (`Товари`), where each row is one."""
        if "name" in self.fields or "items" in self.fields or not self._has_items():
            return
        for index in self._free():
            if self._keys[index] in names.items and share(self._columns[index], is_word) >= 0.5:
                self._take("name", index, "alias")
                return

    def _times(self, names: Aliases) -> None:
        """A time of day in a column of its own belongs to the date."""
        source = self.fields.get("date")
        if source is None or len(source.columns) > 1:
            return
        for index in self._free():
            if self._keys[index] in names.times and share(self._columns[index], is_time) > 0.5:
                self._take("date", index, "alias", How.JOIN)
                return

    def _order_number(self, names: Aliases) -> None:
        """The best of the columns that may hold it: what only counts the rows, or another document's number, is the
        order's where there is none better.
        """
        found = []
        for index in self._free():
            key, cells = self._keys[index], self._columns[index]
            is_document = key in names.documents and sum(map(bool, map(str.strip, cells))) * 2 > len(cells)
            is_number = "externalOrderId" in names.maybe.get(key, ()) and self._may_be(
                "externalOrderId", index
            )
            if is_number or is_document:
                found.append((counts_rows(key, cells), is_document, index))
        if found and "externalOrderId" not in self.fields:
            self._take("externalOrderId", min(found)[2], "alias")

    def _maybe(self, names: Aliases) -> None:
        """Headers of several meanings, where the cells fit and nothing surer was found."""
        for index in self._free():
            for name in names.maybe.get(self._keys[index], ()):
                if name not in self.fields and self._may_be(name, index):
                    self._take(name, index, "alias")
                    break
        if not self._has_items() and "totalCost" not in self.fields and "cost" in self.fields:
            # a price in a table without items is the order's
            self.fields["totalCost"] = self.fields.pop("cost")

    def _may_be(self, name: str, index: int) -> bool:
        cells = self._columns[index]
        if name in ("externalOrderId", "name") and header_key(self._header[index]) == "name":
            return name == "name" and self._has_items() and "name" not in self.fields
        if name in ("name", "externalItemId") and not self._has_items():
            return False
        if name in FITS:
            return share(cells, FITS[name]) >= 0.8
        if name == "status":  # “State” is one of a country more often
            return share(cells, is_status) >= 0.5
        return any(cell.strip() for cell in cells)

    def _has_items(self) -> bool:
        return any(mark in self.fields for mark in _ITEM_MARKS)

    def _line_totals(self, names: Aliases) -> None:
        """A total that differs within an order and is price × quantity is a line's; an order's total it
        cannot be.
        """
        source = self.fields.get("totalCost")
        order = self.fields.get("externalOrderId")
        if source and order and self._has_items():
            column = source.columns[0]
            if is_line_total(
                self._sample, order.columns[0], column, self.fields.get("quantity"), self.fields.get("cost")
            ):
                del self.fields["totalCost"]
                self._used.discard(column)
                self.evidence.pop(column, None)
                if "cost" not in self.fields:
                    self._take(LINE_TOTAL, column, "cells")
                self._other_total(names, order.columns[0], column)
        if "cost" not in self.fields and LINE_TOTAL not in self.fields and self._has_items():
            for index in self._free():
                if self._keys[index] in names.line_totals and believed("cost", self._columns[index]):
                    self._take(LINE_TOTAL, index, "alias")
                    return

    def _other_total(self, names: Aliases, order: int, of_lines: int) -> None:
        """The order's total where a column of a better name has turned out to be that of the lines."""
        other = next((index for index in self._totals(names, order) if index != of_lines), None)
        if other is not None:
            self._take("totalCost", other, "alias")

    def _total_where_blank(self, names: Aliases) -> None:
        """A second choice for orders whose total is blank: a sum after discounts stands only where there is one."""
        source, order = self.fields.get("totalCost"), self.fields.get("externalOrderId")
        if source is None or order is None or len(source.columns) > 1:
            return
        ids, total = self._columns[order.columns[0]], self._columns[source.columns[0]]
        before = ["", *ids]
        blank = [
            row
            for row, text in enumerate(ids)
            if text.strip() and text != before[row] and not total[row].strip()
        ]
        for index in self._totals(names, order.columns[0]) if blank else ():
            if any(self._columns[index][row].strip() for row in blank):
                self._take("totalCost", index, "alias")
                return

    def _totals(self, names: Aliases, order: int) -> Iterator[int]:
        """Free columns that may be the order's total by their header and cells, and are not that of its lines."""
        quantity, cost = self.fields.get("quantity"), self.fields.get("cost")
        for index in self._free():
            key = self._keys[index]
            is_named = names.sure.get(key) == "totalCost" or "totalCost" in names.maybe.get(key, ())
            if (
                is_named
                and believed("totalCost", self._columns[index])
                and not is_line_total(self._sample, order, index, quantity, cost)
            ):
                yield index

    def _cells(self) -> None:
        """Columns that nothing named, by what stands in them. A date only where one column alone has dates."""
        for index in self._free():
            if self._keys[index] in aliases().line_totals:
                continue
            for name, looks in CLEAR:
                if name not in self.fields and share(self._columns[index], looks) >= 0.8:
                    self._take(name, index, "cells")
                    break
        self._signed_total()
        dates = [index for index in self._free() if share(self._columns[index], is_date) >= 0.8]
        if "date" not in self.fields and len(dates) == 1:
            self._take("date", dates[0], "cells")

    def _signed_total(self) -> None:
        """The one column whose amounts have a currency beside them, where no header names a total: exports of
        WooCommerce have their headers in the language of the shop.
        """
        if "totalCost" in self.fields or "externalOrderId" not in self.fields:
            return
        signed = [index for index in self._free() if share(self._columns[index], _is_signed) >= 0.8]
        order = self.fields["externalOrderId"].columns[0]
        if len(signed) == 1 and not is_line_total(
            self._sample, order, signed[0], self.fields.get("quantity"), self.fields.get("cost")
        ):
            self._take("totalCost", signed[0], "cells")

    def _no_stray_items(self) -> None:
        """A price, a description or a link alone makes no item: it would come in as a nameless product, also beside
        those that stand together in one cell.
        """
        if self._has_items():
            return
        pictures = ("imageUrl",) if "items" in self.fields else ()
        for name in ("cost", "category", "url", "description", *pictures):
            for column in self.fields.pop(name, FieldSource(())).columns:
                self._used.discard(column)
                self.evidence.pop(column, None)

    def _suggest(self, names: Aliases) -> None:
        """Headers that are almost known ones, and amounts that may be the total: never taken, only shown."""
        for index in self._free():
            cells = self._columns[index]
            if self._keys[index] in names.line_totals:
                continue
            if "totalCost" not in self.fields and share(cells, has_decimals) >= 0.8:
                self.suggestions[index] = ("totalCost", 0.5)
            key = self._keys[index]
            if len(key) < 4:
                continue
            ratio, name = max(names.near(key), default=(0.0, ""))
            if name and name not in self.fields and believed(name, cells):
                self.suggestions[index] = (name, round(ratio, 2))


def _is_signed(text: str) -> bool:
    """Whether an amount has a currency beside it."""
    return is_money(text) and bool(currency_in(text))
