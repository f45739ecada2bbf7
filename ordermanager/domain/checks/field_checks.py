"""Reads every field of a draft and notes what is wrong; what fields mean together is in checks.py."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from ordermanager.domain.checks.findings import Finding, Severity
from ordermanager.domain.fields import ITEM_FIELDS, ORDER_FIELDS, Field, Kind
from ordermanager.domain.values import phones
from ordermanager.domain.values.choices import read_currency, read_source, read_status
from ordermanager.domain.values.dates import common_date, date_text, read_date
from ordermanager.domain.values.emails import common_email, likely_slip, read_email
from ordermanager.domain.values.links import read_url
from ordermanager.domain.values.money import looks_like_thousands, plain, read_money
from ordermanager.domain.values.quantities import read_quantity
from ordermanager.domain.values.spreadsheet_errors import is_spreadsheet_error
from ordermanager.domain.values.unreadable import Unreadable

if TYPE_CHECKING:
    from decimal import Decimal

    from ordermanager.domain.checks.rules import CheckRules

OLD = timedelta(days=365)
"""Orders older than this are surely history, and may still start workflows (yespo-api.md 6, question 6)."""

_SENT_AS_ENTERED = {
    "currency.unknown": Severity.WARNING,
    "url.syntax": Severity.WARNING,
    "source.other": Severity.HINT,
}
"""What a reader refuses but the API takes, as far as is known: the text goes out as it stands."""

_READERS: dict[Kind, Callable[[str], Any]] = {
    Kind.MONEY: read_money,
    Kind.QUANTITY: read_quantity,
    Kind.STATUS: read_status,
    Kind.CURRENCY: read_currency,
    Kind.EMAIL: read_email,
    Kind.URL: read_url,
    Kind.SOURCE: read_source,
}

_Row = tuple[str, bool, dict[str, Any] | None, Kind, Callable[[str], Any] | None]
"""Attribute, whether any text will do, the texts that were read before without a remark, kind, reader."""

_REMEMBERED = 20_000
"""Texts of a kind; the same prices, statuses and links come again and again in an import."""

SEEN: dict[Kind, dict[str, Any]] = {
    kind: {} for kind in (Kind.MONEY, Kind.QUANTITY, Kind.STATUS, Kind.CURRENCY, Kind.URL, Kind.SOURCE)
}
"""The values of texts that were read without a remark."""

PLAIN_KINDS = frozenset((Kind.TEXT, Kind.LONG_TEXT))
_IDS = frozenset(("externalOrderId", "externalCustomerId", "externalItemId"))
_SHORTENED_ID = re.compile(r"[0-9](?:[.,][0-9]+)?[eEеЕ]\+[0-9]{1,2}").fullmatch
"""What a spreadsheet makes of an ID of twelve digits or more when a file is opened and saved: 1.23457E+11."""
_REMARKED_KINDS = frozenset((Kind.MONEY, Kind.QUANTITY, Kind.DATE, Kind.EMAIL, Kind.PHONE))


def may_be_spoilt(texts: str) -> bool:
    """Whether `about_text` may have something to say of any of these texts, put together."""
    return "+" in texts or "#" in texts


def about_text(name: str, text: str) -> Finding | None:
    """What a spreadsheet has made of a text: an ID that it has shortened, which makes one of many, or an error."""
    if name in _IDS and _SHORTENED_ID(text):
        return Finding(name, Severity.ERROR, "id.shortened", {"value": text})
    if is_spreadsheet_error(text):
        return Finding(name, Severity.ERROR, "text.spreadsheet_error", {"value": text})
    return None


def _rows(fields: Sequence[Field]) -> dict[str, _Row]:
    return {
        f.name: (f.attribute, f.kind in PLAIN_KINDS, SEEN.get(f.kind), f.kind, _READERS.get(f.kind))
        for f in fields
        if f.kind is not Kind.PAIRS
    }


_ORDER_ROWS = _rows(ORDER_FIELDS)
_ITEM_ROWS = _rows(ITEM_FIELDS)

_SEEN_ITEMS: dict[Collection[str], dict[tuple[str, ...], dict[str, Any]]] = {}
"""By what an item must have: the values of items without a finding. A file names its products over and over."""


class FieldReader:
    """Reads the fields of one draft; `findings` grows as it goes."""

    __slots__ = ("_now", "_old", "_rules", "findings")

    def __init__(self, rules: CheckRules, now: datetime) -> None:
        self._rules = rules
        self._now = now
        self._old = now - OLD
        self.findings: list[Finding] = []

    def order(self, texts: Mapping[str, str], required: Collection[str]) -> dict[str, Any]:
        """The order's own values by attribute; those that cannot be read are left out."""
        return self._read(_ORDER_ROWS, texts, required, "")

    def one(self, name: str, text: str) -> Any:
        """The value of one of the order's fields; None where it cannot be read or is blank."""
        return self._read(_ORDER_ROWS, {name: text}, (), "").get(_ORDER_ROWS[name][0])

    def item(self, texts: Mapping[str, str], required: Collection[str]) -> dict[str, Any]:
        """The values of one item; the findings are about `items[0]`."""
        return self._read(_ITEM_ROWS, texts, required, "items[0].")

    def is_usual_date(self, moment: datetime) -> bool:
        """Whether there is nothing to remark about when it was."""
        return self._old <= moment <= self._now

    def items(self, items: Sequence[Mapping[str, str]], required: Collection[str]) -> list[dict[str, Any]]:
        """The values of each item that is not empty; findings name its place in the draft, from 0."""
        seen = _SEEN_ITEMS.setdefault(required, {})
        found = []
        for index, texts in enumerate(items):
            key = (*texts, *texts.values())
            values = seen.get(key)
            if values is None:
                if not any(map(str.strip, texts.values())):
                    continue
                before = len(self.findings)
                values = self._read(_ITEM_ROWS, texts, required, f"items[{index}].")
                if len(self.findings) == before:
                    if len(seen) >= _REMEMBERED:
                        seen.clear()
                    seen[key] = values
            found.append(values)
        return found

    def additional_info(self, texts: Mapping[str, str]) -> dict[str, str] | None:
        """The pairs that have a text, or None if there are none."""
        pairs: dict[str, str] = {}
        for name, text in texts.items():
            name, text = name.strip(), text.strip()
            if text and name in pairs:
                self.findings.append(
                    Finding("additionalInfo", Severity.ERROR, "info.name_twice", {"name": name})
                )
            elif text and name:
                pairs[name] = text
            elif text:
                self.findings.append(
                    Finding("additionalInfo", Severity.ERROR, "info.name_missing", {"value": text})
                )
        return pairs or None

    def _read(
        self, rows: Mapping[str, _Row], texts: Mapping[str, str], required: Collection[str], path: str
    ) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for name, text in texts.items():
            if not text or (row := rows.get(name)) is None:
                continue
            attribute, is_plain, seen, kind, reader = row
            if is_plain:
                if text := text.strip():
                    values[attribute] = text
                    if ("+" in text or "#" in text) and (found := about_text(name, text)):
                        self.findings.append(found if not path else replace(found, field=path + name))
            elif seen is not None and (value := seen.get(text)) is not None:
                values[attribute] = value
            elif text := text.strip():
                if seen is None and (value := self._common(kind, text)):
                    values[attribute] = value
                else:
                    self._read_one(path + name, attribute, kind, reader, seen, text, values)
        for name in required:
            if rows[name][0] not in values and not texts.get(name, "").strip():
                self.findings.append(Finding(path + name, Severity.ERROR, "required"))
        return values

    def _common(self, kind: Kind, text: str) -> Any:
        """The value of an e-mail, phone or date as most are, with nothing to remark; empty leaves it to others."""
        if kind is Kind.EMAIL:
            return common_email(text)
        if kind is Kind.PHONE:
            return phones.common_phone(text, self._rules.region)
        moment = common_date(text)
        return moment if moment is not None and self.is_usual_date(moment) else None

    def _read_one(
        self,
        path: str,
        attribute: str,
        kind: Kind,
        reader: Callable[[str], Any] | None,
        seen: dict[str, Any] | None,
        text: str,
        values: dict[str, Any],
    ) -> None:
        """One field that is more than text: its value, or the finding that says why there is none."""
        try:
            value = reader(text) if reader else self._read_by_rules(kind, text)
        except Unreadable as error:
            severity = _SENT_AS_ENTERED.get(error.code, Severity.ERROR)
            self.findings.append(Finding(path, severity, error.code, error.values, error.proposal))
            if severity is not Severity.ERROR:
                values[attribute] = text
            return
        values[attribute] = value
        if kind in _REMARKED_KINDS:
            before = len(self.findings)
            self.findings.extend(self._remarks(path, kind, text, value))
            if len(self.findings) > before:
                return
        if seen is not None:
            if len(seen) >= _REMEMBERED:
                seen.clear()
            seen[text] = value

    def _read_by_rules(self, kind: Kind, text: str) -> Any:
        if kind is Kind.PHONE:
            return phones.read_phone(text, self._rules.region)
        return read_date(text, self._rules.timezone)

    def _remarks(self, path: str, kind: Kind, text: str, value: Any) -> Iterator[Finding]:
        """What may be wrong with a value although it can be read."""
        if kind is Kind.MONEY:
            yield from _money_remarks(path, text, value)
        elif kind is Kind.DATE:
            yield from self._date_remarks(path, value)
        elif kind is Kind.QUANTITY:
            if value != value.to_integral_value():
                yield Finding(path, Severity.WARNING, "quantity.decimal", {"value": plain(value)})
        elif kind is Kind.EMAIL:
            meant = likely_slip(value)
            if meant:
                local, _, domain = value.rpartition("@")
                yield Finding(
                    path,
                    Severity.WARNING,
                    "email.typo",
                    {"domain": domain, "meant": meant},
                    f"{local}@{meant}",
                )
        elif phones.is_doubtful(text, self._rules.region):
            yield Finding(path, Severity.WARNING, "phone.doubtful", {"value": text})

    def _date_remarks(self, path: str, moment: datetime) -> Iterator[Finding]:
        if moment > self._now:
            yield Finding(path, Severity.WARNING, "date.future", {"value": date_text(moment)})
        elif self._now - moment > OLD:
            yield Finding(path, Severity.WARNING, "date.old", {"value": date_text(moment)})


def _money_remarks(path: str, text: str, value: Decimal) -> Iterator[Finding]:
    """A price below zero is a discount line in some exports: worth a look. Elsewhere a minus is an error.

    A discount is subtracted anyway (items + shipping - discount + taxes), so its minus is surely too much.
    """
    if value < 0:
        is_price = path.endswith("].cost")
        proposal = plain(-value) if path == "discount" else None
        yield Finding(
            path,
            Severity.WARNING if is_price else Severity.ERROR,
            "money.negative",
            {"value": text},
            proposal,
        )
    if looks_like_thousands(text):
        yield Finding(
            path, Severity.WARNING, "money.thousands", {"value": text, "thousands": text.replace(".", "")}
        )
