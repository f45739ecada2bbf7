"""What is known of an item: its values, its JSON, what is wrong with it. A file names its products over and over, so
each is read once.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast

from ordermanager.domain.checks.field_checks import FieldReader
from ordermanager.domain.checks.requirements import REQUIREMENTS
from ordermanager.domain.checks.rules import CostBasis
from ordermanager.domain.formulas import GUARD, unguarded
from ordermanager.importing.grouping.fill import getter
from ordermanager.importing.grouping.item_text import items_of
from ordermanager.store.database.encoding import texts_to_json
from ordermanager.store.orders.product_rows import product_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import datetime

    from ordermanager.domain.checks.findings import Finding
    from ordermanager.domain.checks.rules import CheckRules
    from ordermanager.importing.grouping.fill import ItemCompleter, ItemFiller
    from ordermanager.store.orders.product_rows import Product

_REMEMBERED = 10_000
_REMEMBERED_CELLS = 2_000
_LONGEST_CELL = 1_000
_Key = TypeVar("_Key")
_Value = TypeVar("_Value")
_FIRST = "items[0]."


@dataclass(frozen=True, slots=True)
class KnownItem:
    """`given` are its texts as the file has them, `whole` those with what all items are given. `amount` is what it
    comes to (None: nobody can tell), `words` what it is found by. `has_blanks`: a text in it is blank, so that the item
    means less than it says.
    """

    given: dict[str, str]
    whole: dict[str, str]
    json: str
    values: dict[str, Any]
    amount: Decimal | None
    words: str
    product: Product | None
    has_blanks: bool
    findings: tuple[Finding, ...]

    def findings_at(self, place: int) -> tuple[Finding, ...]:
        """What is wrong with it where it is the item at this place of an order."""
        if not place:
            return self.findings
        path = f"items[{place}]."
        return tuple(replace(each, field=path + each.field[len(_FIRST) :]) for each in self.findings)


class RowItems(NamedTuple):
    """`one` gives the item of a row, None where it has none; `many` those of many rows."""

    one: Callable[[list[str]], KnownItem | None]
    many: Callable[[Sequence[list[str]]], list[KnownItem | None]]


class KnownItems:
    """The items of one import. `guarded`: cells may carry the apostrophe that our own export puts before formulas.
    `completer` gives them what the mapping gives to all; it must not ask their order.
    """

    def __init__(
        self,
        rules: CheckRules,
        now: datetime,
        completer: ItemCompleter | None = None,
        *,
        guarded: bool = False,
    ) -> None:
        self._rules = rules
        self._now = now
        self._needed = REQUIREMENTS[rules.rule_set]
        self._completer = completer if completer is not None and completer.works else None
        self._guarded = guarded
        self._columns = completer.columns if self._completer is not None and completer is not None else ()
        self._named = getter(self._columns)
        self._known: dict[tuple[str, ...], KnownItem] = {}
        self._cells: dict[str, list[KnownItem]] = {}

    def fillers(self, fillers: Sequence[ItemFiller]) -> list[RowItems]:
        """Each gives the items that a filler gives."""
        return [self._filler(filler, _REMEMBERED // len(fillers)) for filler in fillers]

    def of_cell(self, text: str) -> list[KnownItem]:
        """The items of a cell that holds them all."""
        found = self._cells.get(text)
        if found is None:
            found = self.of(items_of(text))
            if len(text) <= _LONGEST_CELL:
                _put(self._cells, text, found, _REMEMBERED_CELLS)
        return found

    def of(self, items: Iterable[dict[str, str]]) -> list[KnownItem]:
        """These items, which stand in no row."""
        return [self._of(item, []) for item in items]

    def _filler(self, filler: ItemFiller, most: int) -> RowItems:
        get = getter(tuple(dict.fromkeys((*filler.columns, *self._columns))))
        read_item, known = filler.read, cast("dict[tuple[str, ...], KnownItem | None]", {})

        def read(cells: list[str]) -> KnownItem | None:
            texts = get(cells)
            found = known.get(texts)
            if found is None and texts not in known:
                item = read_item(cells)
                found = self._of(item, cells) if item else None
                _put(known, texts, found, most)
            return found

        def read_many(rows: Sequence[list[str]]) -> list[KnownItem | None]:
            found = list(map(known.get, map(get, rows)))
            if not all(found):
                for place, cells in enumerate(rows):
                    if found[place] is None:
                        found[place] = read(cells)
            return found

        return RowItems(read, read_many)

    def _of(self, item: dict[str, str], cells: list[str]) -> KnownItem:
        key = (*item, *item.values(), *self._named(cells))
        found = self._known.get(key)
        if found is None:
            found = self._read(item, cells)
            _put(self._known, key, found, _REMEMBERED)
        return found

    def _read(self, given: dict[str, str], cells: list[str]) -> KnownItem:
        whole = given
        if self._completer is not None:
            whole = given.copy()
            self._completer.complete(whole, {}, cells)
        item = whole
        if self._guarded:
            item = {name: unguarded(text) if text.startswith(GUARD) else text for name, text in whole.items()}
        reader = FieldReader(self._rules, self._now)
        values = reader.item(item, self._needed.item) if self._needed.sends_items else {}
        words = f"{item.get('externalItemId', '')} {item.get('name', '')}"
        return KnownItem(
            given,
            whole,
            texts_to_json(item),
            values,
            self._amount(values),
            " ".join(words.lower().split()),
            product_of(item),
            not item or not all(map(str.strip, item.values())),
            tuple(reader.findings),
        )

    def _amount(self, values: dict[str, Any]) -> Decimal | None:
        """As `totals.is_sum_of` has it."""
        if "quantity" not in values or "cost" not in values:
            return None
        cost: Decimal = values["cost"]
        return values["quantity"] * cost if self._rules.cost_basis is CostBasis.UNIT else cost


def _put(known: dict[_Key, _Value], key: _Key, value: _Value, most: int) -> None:
    if len(known) >= most:
        known.clear()
    known[key] = value
