"""What is said once for a whole file: where its currency is taken from, and which columns are not imported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, Sentence
from ordermanager.importing.errors import column_letter
from ordermanager.importing.mapping.aliases import aliases
from ordermanager.importing.mapping.evidence import counts_rows
from ordermanager.importing.mapping.glued import glued
from ordermanager.importing.tables.headers import header_key
from ordermanager.importing.values.currency_words import currency_in
from ordermanager.importing.values.percentages import percent_columns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordermanager.importing.recognised import Recognised


def file_notes(plan: Recognised) -> Iterator[Sentence]:
    """All of it, of a recognised table."""
    yield from _of_currency(plan)
    number = plan.mapping.fields.get("externalOrderId")
    if number is not None:
        title = plan.table.header[number.columns[0]]
        cells = [cells[number.columns[0]] for _, cells in plan.sample if number.columns[0] < len(cells)]
        if sum(map(_is_header, cells)) * 2 > len(cells) > 1:
            yield Sentence(TURNED, {"column": title})
        if counts_rows(header_key(title), cells):
            yield Sentence(
                QT_TRANSLATE_NOOP(
                    "Sentence",
                    "“{column}” only counts the rows of this file. If the next one begins with 1 again, its orders are "
                    "taken for these: choose another column for the order number, or make it by a pattern.",
                ),
                {"column": title},
            )
    yield from glued(plan)
    for title in percent_columns(plan):
        yield Sentence(
            QT_TRANSLATE_NOOP(
                "Sentence",
                "Column “{column}” holds percentages, not amounts, and is not imported.",
            ),
            {"column": title},
        )
    nameless = [
        column_letter(index)
        for index, title in enumerate(plan.table.header)
        if not title and any(index < len(cells) and cells[index].strip() for _, cells in plan.sample)
    ]
    if nameless:
        yield Sentence(
            QT_TRANSLATE_NOOP("Sentence", "Columns without a header are not imported: {columns}."),
            {"columns": ", ".join(nameless)},
        )
    keys = [header_key(title) for title in plan.table.header if title]
    twice = [
        title for title in dict.fromkeys(plan.table.header) if title and keys.count(header_key(title)) > 1
    ]
    if twice:
        yield Sentence(
            QT_TRANSLATE_NOOP("Sentence", "Several columns have the same header: {columns}."),
            {"columns": ", ".join(twice)},
        )


def _is_header(text: str) -> bool:
    return aliases().knows(text)


def _of_currency(plan: Recognised) -> Iterator[Sentence]:
    """Where the currency is taken from, if no column has it."""
    mapping, table = plan.mapping, plan.table
    total = mapping.fields.get("totalCost")
    code = mapping.defaults.get("currency", "")
    if plan.layout is not None and plan.layout.rate in table.header and plan.layout.rate:
        yield Sentence(OWN_CURRENCY, {"column": plan.layout.rate})
        return
    if total is None or not total.columns or "currency" in {*mapping.fields, *mapping.constants}:
        return
    title, shown = table.header[total.columns[0]], table.currencies.get(total.columns[0], ())
    if code and code == currency_in(title):
        yield Sentence(
            QT_TRANSLATE_NOOP("Sentence", "The currency {currency} is taken from the header “{column}”."),
            {"currency": code, "column": title},
        )
    elif mapping.currency_of_amounts and code:
        yield Sentence(SIGNS_OF_MOST, {"column": title, "currency": code})
    elif mapping.currency_of_amounts:
        yield Sentence(
            QT_TRANSLATE_NOOP(
                "Sentence", "The currency is taken from the signs in “{column}”; no column holds it."
            ),
            {"column": title},
        )
    elif code and any(codes == (code,) for codes in table.currencies.values()):
        yield Sentence(FORMATS, {"currency": code})
    elif len(shown) > 1 and not code:
        yield Sentence(SEVERAL_FORMATS, {"column": title, "currencies": ", ".join(shown)})


TURNED = QT_TRANSLATE_NOOP(
    "Sentence",
    "Headers stand below one another in “{column}”, so each column seems to be an order. Swap rows and columns in a "
    "spreadsheet program (transpose) and import that.",
)
OWN_CURRENCY = QT_TRANSLATE_NOOP(
    "Sentence",
    "Amounts of this file are in the shop's own currency, whatever was paid in; “{column}” says the rate. So the "
    "currency of all orders is that of rows with the rate 1.",
)
SIGNS_OF_MOST = QT_TRANSLATE_NOOP(
    "Sentence",
    "The currency is taken from the signs in “{column}”; amounts without one are taken for {currency}, as the others.",
)
FORMATS = QT_TRANSLATE_NOOP(
    "Sentence", "The currency {currency} is taken from the format in which the workbook shows the amounts."
)
SEVERAL_FORMATS = QT_TRANSLATE_NOOP(
    "Sentence",
    "The amounts in “{column}” are shown in several currencies ({currencies}), and no column says in which: the orders "
    "have none so. Put it into a column of its own.",
)
