"""What a row is whose order id is not the one before it: an order, more of the one above, or none at all, such as a row
of totals. Asked once for an order, not once for a row.
"""

from __future__ import annotations

from enum import Enum
from operator import eq, itemgetter
from typing import TYPE_CHECKING

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, Sentence
from ordermanager.domain.values.spreadsheet_errors import is_spreadsheet_error
from ordermanager.importing.grouping.fill import are_tidy, getter, tidy_code
from ordermanager.importing.grouping.line_totals import is_amount
from ordermanager.importing.mapping.aliases import aliases
from ordermanager.importing.mapping.evidence import is_date
from ordermanager.importing.tables.header_row import BLANK_ROW
from ordermanager.importing.tables.row_kinds import (
    RULINGS,
    is_footer,
    is_ruling,
    is_signature,
    is_total,
    row_text,
)
from ordermanager.importing.values.decisions import number_columns

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ordermanager.importing.mapping.mapping import Mapping
    from ordermanager.importing.recognised import Counts

TOTAL_ROW = QT_TRANSLATE_NOOP("Sentence", "a row of totals: {text}")
HEADER_AGAIN = QT_TRANSLATE_NOOP("Sentence", "the header again")
NO_ORDER = QT_TRANSLATE_NOOP("Sentence", "not an order: {text}")


class Verdict(Enum):
    """What becomes of a row."""

    SAME = 0
    NEW = 1
    IGNORED = 2


SAME, NEW, IGNORED = Verdict
"""By names of their own: a member that is asked of its class takes ten times as long to find."""


class Verdicts:
    """Judges the rows of one pass, as wide as `header`; `counts` takes note of those that are ignored. `has_item` tells
    whether a row has an item. `order_columns` are those that speak of the order, its id apart.
    """

    def __init__(
        self,
        mapping: Mapping,
        header: Sequence[str],
        counts: Counts,
        order_columns: tuple[int, ...],
        has_item: Callable[[list[str]], bool],
    ) -> None:
        self._mapping = mapping
        self._counts = counts
        self._has_item = has_item
        self._order_get = getter(order_columns)
        self._id = mapping.fields["externalOrderId"].columns[0]
        self._id_title = header[self._id]
        self._strip_id = mapping.strip_id
        self._total_words = aliases().totals
        firsts = {word[0] for word in (*self._total_words, self._id_title, *RULINGS) if word}
        self._first_letters = frozenset((*firsts, *map(str.upper, firsts), *map(str.lower, firsts)))
        self._name, self._cost = (
            mapping.fields[name].columns[0] if name in mapping.fields else -1 for name in ("name", "cost")
        )
        self._emails = mapping.fields["email"].columns if "email" in mapping.fields else ()
        sources = [source for fields in (mapping.fields, *mapping.item_blocks) for source in fields.values()]
        used = {column for source in sources for column in source.columns}
        numbers = {*number_columns(mapping)}
        self._may_be_summed = frozenset(
            column for column in range(len(header)) if column in numbers or column not in used
        )

    def order_id(self, cells: list[str]) -> str:
        """The id in a row as wide as the header: `1001` for `#1001` where the layout says so; of an error none."""
        text = tidy_code(cells[self._id])
        if text[:1] == "#" and is_spreadsheet_error(text):
            return ""
        return text.lstrip(self._strip_id) if self._strip_id else text

    def order_ids(self, rows: Sequence[list[str]], before: str) -> list[str] | None:
        """`order_id` of rows each of which has another in its cell than the one before it, where all of them begin an
        order; None where that takes a closer look. `before` is the id of the order above them.
        """
        ids = list(map(itemgetter(self._id), rows))
        if not are_tidy(ids) or "#" in "".join(ids):
            ids = list(map(self.order_id, rows))
        elif self._strip_id:
            ids = [text.lstrip(self._strip_id) for text in ids]
        if not all(ids) or any(map(eq, ids, (before, *ids))):
            return None
        for order_id, cells in zip(ids, rows, strict=True):
            if (
                order_id[0] in self._first_letters
                or order_id.isdigit()
                or " " in order_id
                or order_id[2:3] == "."
                or order_id[4:5] == "-"
            ) and self._not_an_order(order_id, cells, continues=False):
                return None
        return ids

    def of(self, number: int, cells: list[str], order_id: str, current: str | None) -> Verdict:
        """What a row is; `order_id` is its own, `current` that of the order above it, None where there is none. A row
        that is ignored is noted with the reason.
        """
        if order_id and order_id == current:
            return SAME
        continues = False
        if not order_id and cells and current is not None and not cells[self._id].strip():
            continues = self._has_item(cells)
        reason = self._not_an_order(order_id, cells, continues=continues)
        if reason is not None and not (cells and number in self._mapping.kept_rows):
            self._counts.ignore(number, reason)
            return IGNORED
        if continues and not any(map(str.strip, self._order_get(cells))):
            return SAME  # an item under its order, whose id stands in the order's first row only
        return NEW

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


def _is_alone(cells: list[str]) -> bool:
    """Whether one cell of a row is filled."""
    return sum(map(bool, map(str.strip, cells))) == 1
