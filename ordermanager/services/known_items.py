"""What is known of an item: its values, its JSON, what is wrong with it. A file names its products over and over, so
each is read once.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ordermanager.domain.field_checks import FieldReader
from ordermanager.domain.formulas import GUARD, unguarded
from ordermanager.domain.requirements import REQUIREMENTS
from ordermanager.domain.rules import CostBasis
from ordermanager.store import product_of, texts_to_json

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from ordermanager.domain.findings import Finding
    from ordermanager.domain.rules import CheckRules
    from ordermanager.importing.fill import ItemFiller
    from ordermanager.store import Product

_REMEMBERED = 10_000
_FIRST = "items[0]."


@dataclass(frozen=True, slots=True)
class KnownItem:
    """`given` are its texts as the file has them, `amount` what it comes to (None: nobody can tell), `words` what it is
    found by. `has_blanks`: a text in it is blank, so that the item means less than it says.
    """

    given: dict[str, str]
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


class KnownItems:
    """The items of one import. `guarded`: cells may carry the apostrophe that our own export puts before formulas."""

    def __init__(self, rules: CheckRules, now: datetime, *, guarded: bool) -> None:
        self._rules = rules
        self._now = now
        self._needed = REQUIREMENTS[rules.rule_set]
        self._guarded = guarded
        self._known: dict[tuple[str, ...], KnownItem | None] = {}

    def filler(self, filler: ItemFiller) -> Callable[[list[str]], KnownItem | None]:
        """Gives the item of a row, None where it has none."""
        get, read_item, known = filler.get, filler.read, self._known
        if filler.special:
            return lambda cells: self._of(read_item(cells))

        def read(cells: list[str]) -> KnownItem | None:
            texts = get(cells)
            found = known.get(texts)
            if found is not None or texts in known:
                return found
            return self._remember(texts, read_item(cells))

        return read

    def _of(self, item: dict[str, str]) -> KnownItem | None:
        key = (*item, *item.values())
        return self._known[key] if key in self._known else self._remember(key, item)

    def _remember(self, key: tuple[str, ...], item: dict[str, str]) -> KnownItem | None:
        if len(self._known) >= _REMEMBERED:
            self._known.clear()
        found = self._known[key] = self._read(item) if item else None
        return found

    def _read(self, given: dict[str, str]) -> KnownItem:
        item = given
        if self._guarded:
            item = {name: unguarded(text) if text.startswith(GUARD) else text for name, text in given.items()}
        reader = FieldReader(self._rules, self._now)
        values = reader.item(item, self._needed.item) if self._needed.sends_items else {}
        words = f"{item.get('externalItemId', '')} {item.get('name', '')}"
        return KnownItem(
            given,
            texts_to_json(item),
            values,
            self._amount(values),
            " ".join(words.lower().split()),
            product_of(item),
            not all(map(str.strip, item.values())),
            tuple(reader.findings),
        )

    def _amount(self, values: dict[str, Any]) -> Decimal | None:
        """As `totals.is_sum_of` has it."""
        if "quantity" not in values or "cost" not in values:
            return None
        cost: Decimal = values["cost"]
        return values["quantity"] * cost if self._rules.cost_basis is CostBasis.UNIT else cost
