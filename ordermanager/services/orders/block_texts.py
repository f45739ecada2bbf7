"""The rows of some hundred checked orders: what `summarise`, `summary_values`, `encode_and_hash` and `search_text` make
of one, made for all of them column by column.
"""

from __future__ import annotations

import json
from itertools import islice, repeat
from operator import add, attrgetter, ne
from typing import TYPE_CHECKING, Any

from ordermanager.domain.checks.checks import in_form_order
from ordermanager.domain.summary import (
    SEARCHED_ORDER,
    are_whole,
    other_phone_forms,
    whole_search_text,
)
from ordermanager.domain.values.phones import PLAIN_CODE, national_forms
from ordermanager.services.orders.order_block import OrderBlock
from ordermanager.store.database.encoding import digest, encode_findings
from ordermanager.store.database.text_keys import clean, name_key, order_keys

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from decimal import Decimal

    from ordermanager.services.orders.block_checks import CheckedBlock
    from ordermanager.services.orders.known_items import KnownItem

    Columns = Mapping[str, Sequence[str]]

_REMEMBERED = 20_000
_JSON, _WORDS = attrgetter("json"), attrgetter("words")
_DRAFT_PARTS = ("additionalInfo", "fields", "items")

_quote = json.encoder.encode_basestring_ascii


class ReadyBlock:
    """Makes blocks of orders. `region` reads phones."""

    def __init__(self, region: str) -> None:
        self._region = region
        self._totals: dict[str, tuple[str | None, float | None]] = {"": (None, None)}

    def block(
        self,
        lines: list[tuple[int, ...]],
        columns: Columns,
        info: Columns,
        said: Iterable[Sequence[str]],
        items: Sequence[Sequence[KnownItem]],
        checked: CheckedBlock,
    ) -> OrderBlock:
        """The orders of these lines of the file; those with a blank text are not right. `said` are columns of what they
        are found by of their additional info.
        """
        orders = len(lines)
        emails, phones = _value_or_text("email", columns, checked), _value_or_text("phone", columns, checked)
        of_items = [",".join(map(_JSON, own)) for own in items]
        texts = _drafts(info, columns, of_items, orders)
        numbers = [len(own) for own in items]
        remarks = {place: in_form_order(found) for place, found in checked.findings.items() if found}
        return OrderBlock(
            [*self._summaries(columns, checked, emails, phones), numbers],
            _identities(orders, checked),
            texts,
            list(map(digest, texts)),
            self._words(columns, emails, checked, items, said),
            [[item.product for item in own if item.product] for own in items],
            [text.strip() for text in columns["externalOrderId"]],
            lines,
            numbers.copy(),
            remarks,
            {place: encode_findings(found) for place, found in remarks.items()},
        )

    def _words(
        self,
        columns: Columns,
        emails: Sequence[str],
        checked: CheckedBlock,
        items: Sequence[Sequence[KnownItem]],
        said: Iterable[Sequence[str]],
    ) -> list[str]:
        """What orders are found by, as `search_text` has it."""
        rows = [columns[name] for name in SEARCHED_ORDER if name in columns]
        entered = columns.get("email", emails)
        if any(map(ne, emails, entered)):
            rows.append(["" if email == text else email for email, text in zip(emails, entered, strict=True)])
        if "phone" in columns:
            rows.append(self._other_phones(checked.values["phone"], columns["phone"]))
        if any(items):
            rows.append([" ".join(map(_WORDS, own)) for own in items])
        return _as_search_text(list(map(" ".join, zip(*rows, *said, strict=True))))

    def _other_phones(self, phones: Sequence[str | None], entered: Sequence[str]) -> list[str]:
        """The other forms of the phones that can be read."""
        region = self._region
        code, trunk = national_forms(region)
        digits = len(code)
        if phones is entered and code == PLAIN_CODE:
            return [f"{trunk}{phone[digits:]} {phone[digits:]}" for phone in entered]
        return [
            f"{trunk}{phone[digits:]} {phone[digits:]}"
            if phone and phone == text and trunk and phone.startswith(code)
            else " ".join(other_phone_forms(phone or "", text, region))
            for phone, text in zip(phones, entered, strict=True)
        ]

    def _summaries(
        self, columns: Columns, checked: CheckedBlock, emails: Sequence[str], phones: Sequence[str]
    ) -> list[list[Any]]:
        """The columns of `summary_values` up to the number of items."""
        orders = len(emails)
        nothing = [""] * orders
        values = checked.values
        ids = _clean([text.strip() for text in columns["externalOrderId"]])
        names = _clean(_names(columns, nothing))
        totals = self._amounts(columns.get("totalCost", nothing), values.get("totalCost", nothing))
        return [
            ids,
            order_keys(ids),
            [str(status or "") for status in values.get("status", nothing)],
            [moment or "" for moment in values.get("date", nothing)],
            [text for text, _ in totals],
            [amount for _, amount in totals],
            _clean([code or "" for code in values.get("currency", nothing)]),
            _clean(emails),
            _clean(phones),
            names,
            list(map(name_key, names)),
            _clean(values.get("externalCustomerId", nothing)),
        ]

    def _amounts(
        self, texts: Sequence[str], values: Sequence[Decimal | None]
    ) -> list[tuple[str | None, float | None]]:
        """The digits and the number of each total."""
        known, found = self._totals, []
        for text, value in zip(texts, values, strict=True):
            one = known.get(text)
            if one is None:
                one = (None, None) if value is None else (format(value, "f"), float(value))
                if len(known) < _REMEMBERED:
                    known[text] = one
            found.append(one)
        return found


def has_blanks(columns: Columns) -> set[int]:
    """The places of orders in which a text is blank, but not empty."""
    found: set[int] = set()
    for texts in columns.values():
        if any(map(str.isspace, texts)):
            found.update(place for place, text in enumerate(texts) if text.isspace())
    return found


def _as_search_text(texts: list[str]) -> list[str]:
    """In small letters, with one blank between two words, and no more of them than are kept."""
    together = " ".join(texts)
    if together.isprintable() and "  " not in together and together == together.strip():
        # no blank at either end of any text, and no other sign that parts words
        texts = "\n".join(texts).lower().split("\n")
    else:
        texts = [" ".join(text.lower().split()) for text in texts]
    if not are_whole(texts):
        texts = [whole_search_text(text) for text in texts]
    return _clean(texts)


def _drafts(info: Columns, columns: Columns, items: Sequence[str], orders: int) -> list[str]:
    """The JSON of the drafts, as `encode_draft` writes it: one call for each puts all of its pieces together."""
    begin, fields, of_items = (f'{before}"{name}":' for before, name in zip("{,,", _DRAFT_PARTS, strict=True))
    pieces = [
        repeat(begin),
        *_json_of(info),
        repeat(fields),
        *_json_of(columns),
        repeat(of_items + "["),
        items,
    ]
    return list(map("".join, islice(zip(*pieces, repeat("]}")), orders)))


def _json_of(columns: Columns) -> list[Iterable[str]]:
    """The JSON of texts by name, as `texts_to_json` writes it, in pieces."""
    pieces: list[Iterable[str]] = []
    before, comma = "{", ""
    begun: list[str] | None = None  # what some orders have in front of the first text that all of them have
    for name in sorted(columns):
        texts = columns[name]
        together = "".join(texts)
        if not together:
            continue
        if "" in texts:
            some = [f",{_quote(name)}:{_quote(text)}" if text else "" for text in texts]
            if comma:
                pieces += [repeat(before), some]
                before = ""
            else:
                begun = some if begun is None else list(map(add, begun, some))
            continue
        if begun is not None:
            pieces += [repeat(before), [f"{each[1:]}," if each else "" for each in begun]]
            before, begun = "", None
        is_plain = (
            together.isascii() and together.isprintable() and '"' not in together and "\\" not in together
        )
        mark = '"' if is_plain else ""
        pieces += [
            repeat(f"{before}{comma}{_quote(name)}:{mark}"),
            texts if is_plain else list(map(_quote, texts)),
        ]
        before, comma = mark, ","
    if begun is not None:
        pieces += [repeat(before), [each[1:] for each in begun]]
        before = ""
    return [*pieces, repeat(before + "}")]


def _value_or_text(name: str, columns: Columns, checked: CheckedBlock) -> Sequence[str]:
    """What was read, or else what was entered."""
    values = checked.values.get(name)
    if values is None:
        return [""] * len(columns["externalOrderId"])
    if all(values):
        return values
    return [value or text.strip() for value, text in zip(values, columns[name], strict=True)]


def _names(columns: Columns, nothing: Sequence[str]) -> list[str]:
    firsts, lasts = columns.get("firstName", nothing), columns.get("lastName", nothing)
    return [f"{first.strip()} {last.strip()}".strip() for first, last in zip(firsts, lasts, strict=True)]


def _identities(orders: int, checked: CheckedBlock) -> list[list[str]]:
    nothing = [""] * orders
    values = checked.values
    emails = [email.lower() if email else "" for email in values.get("email", nothing)]
    phones = [phone or "" for phone in values.get("phone", nothing)]
    return [list(values.get("externalCustomerId", nothing)), emails, phones]


def _clean(texts: Sequence[str]) -> list[str]:
    return list(texts if "".join(texts).isascii() else map(clean, texts))
