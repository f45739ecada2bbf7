"""`OrderFiller.fill` for some hundred orders at once: a column of texts for each field instead of a draft for each
order, because a loop over a column costs a tenth of what it costs to call a function for each of its cells.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ordermanager.domain.formulas import GUARD, unguarded
from ordermanager.importing.grouping.fill import are_tidy, may_be_untidy, tidy_code
from ordermanager.importing.mapping.mapping import INFO_PREFIX
from ordermanager.importing.values.column_dates import is_iso
from ordermanager.importing.values.currency_words import currency_code, currency_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from ordermanager.importing.grouping.all_rows import AllRows
    from ordermanager.importing.grouping.fill import Cells, OrderFiller
    from ordermanager.importing.grouping.grouping import Open
    from ordermanager.importing.mapping.templates import Template

    Columns = dict[str, Sequence[str]]

_REMEMBERED = 20_000


class BlockFiller:
    """Gives the texts that `filler` and `all_rows` would give. `can_fill`: whether they are the same for a mapping such
    as theirs.
    """

    def __init__(self, filler: OrderFiller, all_rows: AllRows) -> None:
        self._filler = filler
        self._all_rows = all_rows
        given = (*filler.constants, *filler.defaults)
        self._info_given = [each for each in given if each.field.startswith(INFO_PREFIX)]
        self._constants = [each for each in filler.constants if each not in self._info_given]
        self._defaults = [each for each in filler.defaults if each not in self._info_given]
        self.can_fill = (
            filler.info_cell is None
            and _are_apart([name for name, _ in filler.info], self._info_given)
            and not (all_rows.looks_for_currency and _has("currency", filler))
        )
        self._currencies: dict[str, str] = {}
        self._signs: dict[str, str] = {}

    def columns(self, block: Sequence[Open]) -> Columns:
        """The texts of each field for these orders; empty where a draft would not have it. A draft may have an empty
        text instead of a blank one.
        """
        filler, firsts = self._filler, [order.first for order in block]
        found: Columns = dict(zip(filler.names, zip(*map(filler.get, firsts), strict=True), strict=True))
        found["externalOrderId"] = [order.id for order in block]
        for name, read in filler.special:
            found[name] = [read(cells) for cells in firsts]
        for name in filler.codes:
            if not are_tidy(found[name]):
                found[name] = [tidy_code(text) if may_be_untidy(text) else text for text in found[name]]
        if "currency" in found:
            found["currency"] = [
                text if not text or text.isupper() else self._known(self._currencies, currency_code, text)
                for text in found["currency"]
            ]
        for name, nothing in filler.blank.items():
            if name in found:
                found[name] = ["" if text in nothing else text for text in found[name]]
        if filler.date is not None:
            found["date"] = self._dates(firsts)
        self._read_amounts(found, len(block))
        if filler.status is not None:
            cells = list(map(filler.status_of, firsts))
            meaning = {each: filler.status.meaning(each) for each in dict.fromkeys(cells)}
            found["status"] = [meaning[each] for each in cells]
        self._fill_templates(found, firsts)
        if self._all_rows.works:
            self._all_rows.fill_columns(found, [order.rows for order in block])
        return found

    def info(self, block: Sequence[Open]) -> Columns:
        """The texts of the additional info that stands in cells, as `columns`, by its names."""
        return {name: [read(order.first) for order in block] for name, read in self._filler.info}

    def given_info(self, orders: int) -> Columns:
        """The additional info that is the same for all orders."""
        return {each.field[len(INFO_PREFIX) :]: [each.text] * orders for each in self._info_given}

    @staticmethod
    def unguard(columns: Columns) -> None:
        """Take off the apostrophes that our own CSV export puts before what looks like a formula."""
        for name, texts in columns.items():
            if GUARD in "".join(texts):
                columns[name] = [unguarded(text) if text.startswith(GUARD) else text for text in texts]

    def _dates(self, firsts: Sequence[Cells]) -> list[str]:
        filler = self._filler
        assert filler.date is not None
        texts = map(filler.date, firsts)
        if filler.zone:
            return [filler.clear_date(text) or text if text else "" for text in texts]
        return [text if not text or is_iso(text) else filler.clear_date(text) or text for text in texts]

    def _read_amounts(self, found: Columns, orders: int) -> None:
        filler = self._filler
        if filler.currency_of:
            totals = found.get(filler.currency_of, [""] * orders)
            codes = found.get("currency", [""] * orders)
            found["currency"] = [
                code or self._known(self._signs, currency_in, total)
                for code, total in zip(codes, totals, strict=True)
            ]
        for name, trigger, read in filler.numbers:
            found[name] = [
                read(text) if text and (not trigger or trigger in text) else text for text in found[name]
            ]

    def _fill_templates(self, found: Columns, firsts: Sequence[Cells]) -> None:
        nothing = [""] * len(firsts)
        for template in self._constants:
            texts = found.get(template.field, nothing)
            made = _made(template, found, firsts)
            found[template.field] = [new or text for new, text in zip(made, texts, strict=True)]
        for template in self._defaults:
            texts = found.get(template.field, nothing)
            made = _made(template, found, firsts)
            found[template.field] = [
                text if text.strip() else new or text for new, text in zip(made, texts, strict=True)
            ]

    @staticmethod
    def _known(known: dict[str, str], read: Callable[[str], str], text: str) -> str:
        found = known.get(text)
        if found is None:
            if len(known) >= _REMEMBERED:
                known.clear()
            found = known[text] = read(text)
        return found


def _made(template: Template, found: Columns, firsts: Sequence[Cells]) -> Iterable[str]:
    """What the template says of each order."""
    if template.is_constant:
        return [template.text] * len(firsts)
    named = [name for name in template.order_fields if name in found]
    if not named:
        return [template.fill({}, {}, cells) for cells in firsts]
    texts = zip(*[found[name] for name in named], strict=True)
    return [
        template.fill(dict(zip(named, own, strict=True)), {}, cells)
        for own, cells in zip(texts, firsts, strict=True)
    ]


def _are_apart(names: Sequence[str], given: Sequence[Template]) -> bool:
    """Whether each entry of the additional info has a name of its own, and a text of its own where it is given."""
    every = [*names, *[each.field[len(INFO_PREFIX) :] for each in given]]
    return all(name and name == name.strip() for name in every) and (
        len(set(every)) == len(every) and all(each.is_constant for each in given)
    )


def _has(name: str, filler: OrderFiller) -> bool:
    return name in filler.names or any(name == each for each, _ in filler.special)
