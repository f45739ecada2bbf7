"""The rows of some hundred checked orders: what `summarise`, `summary_values`, `encode_and_hash` and `search_text` make
of one, made for all of them column by column.
"""

from __future__ import annotations

import json
from itertools import repeat
from typing import TYPE_CHECKING, Any

from ordermanager.domain.checks.checks import in_form_order
from ordermanager.domain.people.identity import Identity
from ordermanager.domain.states import State
from ordermanager.domain.summary import (
    SEARCHED_ORDER,
    other_phone_forms,
    utc_text,
    whole_search_text,
)
from ordermanager.services.orders.ready_orders import ReadyOrder, finding_values
from ordermanager.store.database.encoding import digest, encode_findings
from ordermanager.store.database.text_keys import clean, name_key, order_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from decimal import Decimal

    from ordermanager.services.orders.block_checks import CheckedBlock
    from ordermanager.services.orders.known_items import KnownItem

    Columns = Mapping[str, Sequence[str]]

_REMEMBERED = 20_000
_NO_FINDINGS = (0, 0, "")
_DRAFT, _READY = State.DRAFT, State.READY
"""By names of their own: a member that is asked of its class takes ten times as long to find."""

_quote = json.encoder.encode_basestring_ascii


class ReadyBlock:
    """Makes rows. `region` reads phones."""

    def __init__(self, region: str) -> None:
        self._region = region
        self._totals: dict[str, tuple[str | None, float | None]] = {"": (None, None)}

    def orders(
        self,
        lines: Sequence[tuple[int, ...]],
        columns: Columns,
        info: Columns,
        said: Iterable[str],
        items: Sequence[Sequence[KnownItem]],
        checked: CheckedBlock,
    ) -> Iterator[ReadyOrder]:
        """The orders of these lines of the file; those with a blank text are not right. `said` is what they are
        found by of their additional info (`words_of`).
        """
        orders = len(lines)
        emails, phones = _value_or_text("email", columns, checked), _value_or_text("phone", columns, checked)
        rows = zip(
            lines,
            items,
            _json_of(columns, orders),
            _json_of(info, orders),
            said,
            self._words(columns, emails, checked),
            self._summaries(columns, checked, emails, phones),
            _identities(orders, checked),
            strict=True,
        )
        for place, (own_lines, own, fields, pairs, more, words, summary, identity) in enumerate(rows):
            found = in_form_order(checked.findings[place]) if place in checked.findings else ()
            of_findings = finding_values(found) if found else _NO_FINDINGS
            has_errors = of_findings[0] > 0
            given = [item.words for item in own if item.words]
            if words:
                given.insert(0, words)
            if more:
                given.append(more)
            found_by = whole_search_text(" ".join(given))
            text = (
                f'{{"additionalInfo":{pairs},"fields":{fields},"items":[{",".join([i.json for i in own])}]}}'
            )
            yield ReadyOrder(
                (*summary, len(own), *of_findings),
                _DRAFT if has_errors else _READY,
                has_errors,
                encode_findings(found),
                text,
                digest(text),
                found_by if found_by.isascii() else clean(found_by),
                [item.product for item in own if item.product],
                None,
                columns["externalOrderId"][place].strip(),
                identity,
                found,
                own_lines,
                False,
                len(own),
                (),
            )

    def _words(self, columns: Columns, emails: Sequence[str], checked: CheckedBlock) -> Iterator[str]:
        """The words of the orders themselves; of phones only those that can be read have other forms."""
        texts = [columns[name] for name in SEARCHED_ORDER if name in columns]
        region = self._region
        nothing = [""] * len(emails)
        phones, entered = checked.values.get("phone", nothing), columns.get("phone", nothing)
        numbers = [
            " ".join(other_phone_forms(phone or "", text, region))
            for phone, text in zip(phones, entered, strict=True)
        ]
        others = [
            "" if email == text else email
            for email, text in zip(emails, columns.get("email", nothing), strict=True)
        ]
        for row in zip(*texts, others, numbers, strict=True):
            yield " ".join(" ".join(row).lower().split())

    def _summaries(
        self, columns: Columns, checked: CheckedBlock, emails: Sequence[str], phones: Sequence[str]
    ) -> Iterator[tuple[Any, ...]]:
        """The values of `summary_values` up to the number of items."""
        orders = len(emails)
        nothing = [""] * orders
        values = checked.values
        ids = _clean([text.strip() for text in columns["externalOrderId"]])
        names = _clean(_names(columns, nothing))
        totals = self._amounts(columns.get("totalCost", nothing), values.get("totalCost", nothing))
        return zip(
            ids,
            map(order_key, ids),
            [str(status or "") for status in values.get("status", nothing)],
            [utc_text(moment) if moment else "" for moment in values.get("date", nothing)],
            [text for text, _ in totals],
            [amount for _, amount in totals],
            _clean([code or "" for code in values.get("currency", nothing)]),
            _clean(emails),
            _clean(phones),
            names,
            map(name_key, names),
            _clean(values.get("externalCustomerId", nothing)),
            strict=True,
        )

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
        if "" in map(str.strip, texts):
            found.update(place for place, text in enumerate(texts) if text.isspace())
    return found


def words_of(info: Columns, orders: int) -> Iterator[str]:
    """What orders are found by of their additional info."""
    if not info:
        return repeat("", orders)
    return (" ".join(" ".join(row).lower().split()) for row in zip(*info.values(), strict=True))


def _json_of(columns: Columns, orders: int) -> Iterable[str]:
    """The JSON of texts by name, as `texts_to_json` writes it."""
    parts, written = [], []
    for name in sorted(columns):
        texts = columns[name]
        together = "".join(texts)
        if not together:
            continue
        is_plain = (
            together.isascii() and together.isprintable() and '"' not in together and "\\" not in together
        )
        key = f",{_quote(name)}:".replace("%", "%%")
        if "" not in texts:
            parts.append(f'{key}"%s"' if is_plain else f"{key}%s")
            written.append(texts if is_plain else list(map(_quote, texts)))
        else:
            parts.append("%s")
            written.append([f",{_quote(name)}:{_quote(text)}" if text else "" for text in texts])
    if not written:
        return repeat("{}", orders)
    template = "".join(parts)
    return (f"{{{(template % row)[1:]}}}" for row in zip(*written, strict=True))


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


def _identities(orders: int, checked: CheckedBlock) -> Iterator[Identity]:
    nothing = [""] * orders
    values = checked.values
    customers = values.get("externalCustomerId", nothing)
    emails = [email.lower() if email else "" for email in values.get("email", nothing)]
    phones = [phone or "" for phone in values.get("phone", nothing)]
    return map(Identity, customers, emails, phones)


def _clean(texts: Sequence[str]) -> Sequence[str]:
    return texts if "".join(texts).isascii() else list(map(clean, texts))
