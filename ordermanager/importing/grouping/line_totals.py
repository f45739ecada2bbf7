"""Tells an order's total, repeated on its rows, from the total of each line."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from ordermanager.domain.values.readers import read_money
from ordermanager.domain.values.unreadable import Unreadable
from ordermanager.importing.tables.header_row import is_number
from ordermanager.importing.values.column_numbers import DecimalMark, plain_number

if TYPE_CHECKING:
    from collections.abc import Mapping as Dict
    from collections.abc import Sequence

    from ordermanager.domain.draft import OrderDraft
    from ordermanager.importing.mapping.mapping import FieldSource


def amount(text: str) -> Decimal | None:
    """The number in a cell, or None. `($1.00)` is a negative one, as accountants write it."""
    if text.startswith("(") and text.endswith(")"):
        text = f"-{text[1:-1]}"
    try:
        return read_money(text) if text.strip() else None
    except (Unreadable, InvalidOperation):
        return None


def is_amount(text: str) -> bool:
    """Whether a cell holds a number, with or without a currency."""
    return is_number(text) or amount(text.strip()) is not None


def is_line_total(
    sample: Sequence[list[str]],
    order: int,
    total: int,
    quantity: FieldSource | None,
    cost: FieldSource | None,
) -> bool:
    """Whether column `total` differs within orders of several rows, or always is price × quantity where that
    tells.
    """
    differs = same = product = other = 0
    before: list[str] = []
    for cells in sample:
        if max(order, total) >= len(cells):
            continue
        if not cells[order].strip() and all(map(is_amount, filter(str.strip, cells))):
            continue  # the table is added up in it
        if before and cells[order].strip() in ("", before[order].strip()) and cells[total].strip():
            if not before[total].strip():  # reports have it below an order's lines
                before = [*before[:total], cells[total], *before[total + 1 :]]
            else:
                differs += before[total] != cells[total]
                same += before[total] == cells[total]
        elif cells[order].strip():
            before = cells
        if quantity and cost:
            fits = _is_product(cells, total, quantity.columns[0], cost.columns[0])
            product += fits is True
            other += fits is False
    if product or other:
        return differs > same and product > other
    return differs > same


def _is_product(cells: list[str], total: int, quantity: int, cost: int) -> bool | None:
    if max(total, quantity, cost) >= len(cells):
        return None
    found = [amount(cells[column]) for column in (total, quantity, cost)]
    if found[0] is None or found[1] is None or found[2] is None:
        return None
    return abs(found[0] - found[1] * found[2]) <= Decimal("0.01")


def sum_of_items(draft: OrderDraft) -> str:
    """What the items, shipping and taxes less the discount come to; empty where any amount cannot be read."""
    total = Decimal(0)
    for item in draft.items:
        cost, quantity = amount(item.get("cost", "")), amount(item.get("quantity", "1"))
        if cost is None or quantity is None:
            return ""
        total += cost * quantity
    for name, sign in (("shipping", 1), ("taxes", 1), ("discount", -1)):
        text = draft.get(name)
        part = amount(text) if text else Decimal(0)
        if part is None:
            return ""
        total += sign * abs(part)
    return format(total, "f") if draft.items else ""


def unit_cost(line_total: str, quantity: str) -> str:
    """The price of one where the line's price divides into it exactly (two more digits at most); else an
    empty text.
    """
    whole, count = amount(line_total), amount(quantity)
    if whole is None or not count or count < 0:
        return ""
    unit = (whole / count).quantize(Decimal("0.0001"))
    if unit * count != whole:
        return ""
    places = max(2, -int(unit.normalize().as_tuple().exponent))
    return format(unit.quantize(Decimal(1).scaleb(-places)), "f")


def add_up(rows: Sequence[list[str]], source: FieldSource, marks: Dict[int, DecimalMark]) -> str:
    """What the columns of a sum come to over the rows of an order; a text that is no amount is given back, so
    that the checks refuse it. Empty where every cell is blank.
    """
    total: Decimal | None = None
    for columns, sign in ((source.columns, 1), (source.minus, -1)):
        for column in columns:
            mark = marks.get(column, DecimalMark.NO_MATTER)
            for cells in rows:
                text = cells[column].strip()
                if not text:
                    continue
                found = amount(plain_number(text, mark) if "," in text or "." in text else text)
                if found is None:
                    return text
                # promotions are written with a minus in some files and without in others
                total = (total or Decimal(0)) + (found if sign > 0 else -abs(found))
    return "" if total is None else format(total, "f")
