"""`check_draft` for some hundred orders at once, a column of texts after the other. The same readers decide; a loop
over a column takes what they have read before, or what is as most are, without a call for each cell.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from ordermanager.domain.checks.checks import about_currency, about_customer, about_items, about_total
from ordermanager.domain.checks.field_checks import (
    OLD,
    PLAIN_KINDS,
    SEEN,
    FieldReader,
    about_text,
    may_be_spoilt,
)
from ordermanager.domain.checks.findings import Finding, Severity
from ordermanager.domain.checks.requirements import REQUIREMENTS
from ordermanager.domain.checks.totals import CENT, ZERO
from ordermanager.domain.draft import OrderDraft
from ordermanager.domain.fields import ORDER_FIELD, Kind
from ordermanager.domain.summary import utc_text
from ordermanager.domain.values.dates import CommonDates
from ordermanager.domain.values.emails import common_email
from ordermanager.domain.values.phones import are_plain, common_phone

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from decimal import Decimal

    from ordermanager.domain.checks.rules import CheckRules
    from ordermanager.services.orders.known_items import KnownItem

_HAS_SIGN = re.compile(r"[^0-9.,\s-]").search
_MISSING_CURRENCY = Finding("currency", Severity.WARNING, "currency.missing")


@dataclass(slots=True)
class CheckedBlock:
    """`values` of each field, None or empty where there is none, dates as `utc_text` has them; `findings` by the place
    of the order, unsorted.
    """

    values: dict[str, Sequence[Any]] = field(default_factory=dict)
    findings: dict[int, list[Finding]] = field(default_factory=lambda: defaultdict(list))


class BlockChecks:
    """Checks blocks of orders under the same rules."""

    def __init__(self, rules: CheckRules, now: datetime) -> None:
        self._rules = rules
        self._needed = REQUIREMENTS[rules.rule_set]
        self._reader = FieldReader(rules, now)
        self._dates = CommonDates()
        self._usual_dates = utc_text(now - OLD), utc_text(now)

    def check(
        self, columns: Mapping[str, Sequence[str]], items: Sequence[Sequence[KnownItem]]
    ) -> CheckedBlock:
        """Check orders with these texts of each field (empty: not given) and these items, none of which is blank."""
        block = CheckedBlock()
        for name, texts in columns.items():
            if name in ORDER_FIELD:
                block.values[name] = self._values(name, texts, block)
        self._note_missing(columns, len(items), block)
        self._note_contacts(columns, len(items), block)
        if self._needed.sends_items:
            self._check_items(items, block)
        return block

    def _values(self, name: str, texts: Sequence[str], block: CheckedBlock) -> Sequence[Any]:
        kind = ORDER_FIELD[name].kind
        values: list[Any]
        if kind in PLAIN_KINDS:
            values = list(map(str.strip, texts))
            if may_be_spoilt("".join(values)):
                for place, text in enumerate(values):
                    if found := about_text(name, text):
                        block.findings[place].append(found)
            return values
        if kind is Kind.EMAIL:
            values = [common_email(text) or None for text in texts]
        elif kind is Kind.PHONE:
            if are_plain(texts):
                return texts
            region = self._rules.region
            values = [common_phone(text, region) or None for text in texts]
        elif kind is Kind.DATE:
            after, until = self._usual_dates
            values = [moment if after < moment <= until else None for moment in self._dates.utc_texts(texts)]
        else:
            values = list(map(SEEN[kind].get, texts))
        if not all(values):  # a zero is looked at again, which does no harm
            self._read_rare(name, texts, values, block)
        return values

    def _read_rare(self, name: str, texts: Sequence[str], values: list[Any], block: CheckedBlock) -> None:
        """Read what is not as most are, and note what is wrong with it."""
        reader, found = self._reader, self._reader.findings
        for place, value in enumerate(values):
            if value is None and (text := texts[place]):
                value = reader.one(name, text)
                values[place] = utc_text(value) if isinstance(value, datetime) else value
                if found:
                    block.findings[place].extend(found)
                    found.clear()

    def _note_missing(self, columns: Mapping[str, Sequence[str]], orders: int, block: CheckedBlock) -> None:
        for name in self._needed.order:
            missing = Finding(name, Severity.ERROR, "required")
            for place in _blanks(columns.get(name), orders):
                block.findings[place].append(missing)

    def _note_contacts(self, columns: Mapping[str, Sequence[str]], orders: int, block: CheckedBlock) -> None:
        nothing = [""] * orders
        emails, phones = block.values.get("email", nothing), block.values.get("phone", nothing)
        if not all(emails):
            for place, (email, phone) in enumerate(zip(emails, phones, strict=True)):
                if not email and not phone:
                    given = {name: columns[name][place] for name in self._needed.one_of if name in columns}
                    block.findings[place].append(about_customer(OrderDraft(given), self._needed))
        self._note_currencies(columns, block)
        if "currency" not in self._needed.order:
            for place in _blanks(columns.get("currency"), orders):
                block.findings[place].append(_MISSING_CURRENCY)

    @staticmethod
    def _note_currencies(columns: Mapping[str, Sequence[str]], block: CheckedBlock) -> None:
        totals, currencies = columns.get("totalCost", ()), block.values.get("currency")
        if currencies is not None and totals and _HAS_SIGN("".join(totals)):
            for place, (total, currency) in enumerate(zip(totals, currencies, strict=True)):
                if found := about_currency(total.strip(), currency):
                    block.findings[place].extend(found)

    def _check_items(self, items: Sequence[Sequence[KnownItem]], block: CheckedBlock) -> None:
        totals = block.values.get("totalCost")
        for place, own in enumerate(items):
            if not own:
                status = self._value(block, "status", place)
                block.findings[place].extend(about_items(self._needed, {"status": status}))
                continue
            for number, item in enumerate(own):
                if item.findings:
                    block.findings[place].extend(item.findings_at(number))
            total = totals[place] if totals is not None else None
            if total is not None and self._disagrees(total, own, block, place):
                self._note_total(total, own, block, place)

    def _disagrees(self, total: Decimal, items: Sequence[KnownItem], block: CheckedBlock, place: int) -> bool:
        """As `totals.is_sum_of`; nothing is said where an item's amount is not known."""
        expected = ZERO
        for item in items:
            if item.amount is None:
                return False
            expected += item.amount
        values = block.values
        if "shipping" in values and (part := values["shipping"][place]) is not None:
            expected += part
        if "discount" in values and (part := values["discount"][place]) is not None:
            expected -= part
        if "taxes" in values and (part := values["taxes"][place]) is not None:
            expected += part
        return expected != total and abs(total - expected) > CENT

    def _note_total(
        self, total: Decimal, items: Sequence[KnownItem], block: CheckedBlock, place: int
    ) -> None:
        values = {name: self._value(block, name, place) for name in ("shipping", "discount", "taxes")}
        found = about_total(
            {"total_cost": total, **values}, [item.values for item in items], self._rules.cost_basis
        )
        block.findings[place].extend(found)

    @staticmethod
    def _value(block: CheckedBlock, name: str, place: int) -> Any:
        values = block.values.get(name)
        return None if values is None else values[place]


def _blanks(texts: Sequence[str] | None, orders: int) -> Iterator[int]:
    """The places of the orders that lack a field."""
    if texts is None:
        yield from range(orders)
    elif "" in texts:
        yield from (place for place, text in enumerate(texts) if not text)
