"""What is no matter of an order's first row but of all its rows: amounts that are added up, a status of each item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ordermanager.importing.grouping.line_totals import add_up
from ordermanager.importing.values.currency_words import currency_in

if TYPE_CHECKING:
    from collections.abc import Mapping as Dict
    from collections.abc import Sequence

    from ordermanager.importing.grouping.fill import OrderFiller
    from ordermanager.importing.mapping.mapping import FieldSource
    from ordermanager.importing.values.column_numbers import DecimalMark

    Rows = Sequence[list[str]]


class AllRows:
    """Fills in what the rows of an order say together, after `filler` has filled what its first row says. `works`:
    whether there is any such thing.
    """

    def __init__(
        self, filler: OrderFiller, sums: dict[str, FieldSource], marks: Dict[int, DecimalMark]
    ) -> None:
        self._filler = filler
        self._sums = sums
        self._marks = marks
        total = sums.get("totalCost")
        self._sign_columns = total.columns if total is not None and filler.currency_of else ()
        self._status = filler.status if filler.status_of_rows else None
        self.works = bool(sums) or self._status is not None
        self.looks_for_currency = bool(self._sign_columns)

    def fill(self, fields: dict[str, str], rows: Rows, number: int) -> None:
        """Complete the fields of an order that has these rows, `number` the first; counts its status."""
        for name in self._sums:
            if text := self._sum(name, rows):
                fields[name] = text
        if self._sign_columns and "currency" not in fields and (code := self._currency(rows)):
            fields["currency"] = code
        if self._status is not None and (text := self._status.read_rows(self._status_cells(rows), number)):
            fields["status"] = text

    def fill_columns(self, columns: dict[str, Sequence[str]], orders: Sequence[Rows]) -> None:
        """The same for many orders, without counting their statuses."""
        nothing = [""] * len(orders)
        for name in self._sums:
            before = columns.get(name, nothing)
            columns[name] = [self._sum(name, rows) or text for rows, text in zip(orders, before, strict=True)]
        if self._sign_columns:
            codes = columns.get("currency", nothing)
            columns["currency"] = [
                code or self._currency(rows) for rows, code in zip(orders, codes, strict=True)
            ]
        if self._status is not None:
            meaning, before = self._status.meaning_of_rows, columns.get("status", nothing)
            columns["status"] = [
                meaning(self._status_cells(rows)) or text for rows, text in zip(orders, before, strict=True)
            ]

    def count(self, rows: Rows, number: int) -> None:
        """Count the status of an order that was not filled by `fill`."""
        if self._status is not None:
            self._status.read_rows(self._status_cells(rows), number)

    def _sum(self, name: str, rows: Rows) -> str:
        text = add_up(rows, self._sums[name], self._marks)
        return text.lstrip("-") if name == "discount" else text

    def _currency(self, rows: Rows) -> str:
        signs = (currency_in(row[column]) for row in rows for column in self._sign_columns)
        return next(filter(None, signs), "")

    def _status_cells(self, rows: Rows) -> list[tuple[str, ...]]:
        return [self._filler.status_of(row) for row in rows]
