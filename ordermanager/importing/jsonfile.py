"""Orders as JSON: an API request body, a list of orders, one order, or an order a line. Read whole, in this
process.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ordermanager.domain.body import JsonUnreadable, draft_from_json, split_request
from ordermanager.domain.fields import ITEM_FIELD
from ordermanager.domain.findings import Finding, Severity
from ordermanager.domain.sentences import QT_TRANSLATE_NOOP
from ordermanager.importing.errors import ReadError
from ordermanager.importing.fill import given, put
from ordermanager.importing.linetotals import sum_of_items
from ordermanager.importing.mapping import is_sum
from ordermanager.importing.plan import ImportedOrder
from ordermanager.importing.statuswords import known_words, word_key
from ordermanager.importing.table import Format, Table
from ordermanager.importing.templates import Template
from ordermanager.importing.textlines import TextLines
from ordermanager.importing.zipcheck import too_large

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordermanager.domain.draft import OrderDraft
    from ordermanager.importing.encodings import Encoding
    from ordermanager.importing.mapping import Mapping
    from ordermanager.importing.source import Source
    from ordermanager.importing.table import Row

MAX_BYTES = 200 * 1024**2
"""JSON is read whole; a hundred thousand orders come to about 80 MB."""


def looks_like_json(start: str) -> bool:
    """Whether a text begins as JSON objects or lists do."""
    start = start.lstrip("\ufeff \t\r\n")
    return start[:1] in ("{", "[") and (start[1:].lstrip()[:1] or "}") in '"{[}]'


def read_objects(source: Source, encoding: Encoding) -> list[dict[str, Any]]:
    """The order objects of a file, numbers as the text that stands there. Raises ReadError."""
    if source.size > MAX_BYTES:
        raise too_large(source.name)
    try:
        return split_request(TextLines(source, encoding).text())
    except JsonUnreadable as error:
        raise ReadError(
            QT_TRANSLATE_NOOP("Sentence", "{file}: {problem}"), file=source.name, problem=error.sentence
        ) from error


def are_orders(objects: list[dict[str, Any]]) -> bool:
    """Whether any object speaks in the API's names; else they are rows of some other table."""
    ours = {"externalOrderId", "externalCustomerId", "totalCost", "items"}
    return not objects or any(ours & value.keys() for value in objects)


def table_of_objects(source: Source, encoding: Encoding, objects: list[dict[str, Any]]) -> Table:
    """Flat objects in another shop's names as a table: their keys are the header."""
    header = list(dict.fromkeys(name for value in objects for name in value))

    def rows() -> Iterator[Row]:
        yield 1, header
        for number, value in enumerate(objects, 2):
            yield number, [_cell(value.get(name)) for name in header]

    return Table(name=source.name, format=Format.CSV, encoding=encoding.name, open_rows=rows)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return (
        value
        if isinstance(value, str)
        else draft_from_json({"externalOrderId": value})[0].fields["externalOrderId"]
    )


def json_orders(objects: list[dict[str, Any]], mapping: Mapping) -> Iterator[ImportedOrder]:
    """Every order with what the API would not know noted; constants and defaults put in."""
    for place, value in enumerate(objects, 1):
        draft, unknown = draft_from_json(value)
        _complete(draft, mapping)
        notes: tuple[Finding, ...] = ()
        if unknown:
            names = ", ".join(unknown[:8])
            notes = (Finding("", Severity.WARNING, "import.unknown_fields", {"names": names}),)
        yield ImportedOrder(draft, (place,), notes)


def _complete(draft: OrderDraft, mapping: Mapping) -> None:
    status = draft.fields.get("status", "")
    if status:
        own = {word_key(word): meant for word, meant in mapping.status_words.items()}
        draft.fields["status"] = own.get(word_key(status)) or known_words().get(word_key(status), status)
    for texts, wins in ((mapping.constants, True), (mapping.defaults, False)):
        for name, text in texts.items():
            if is_sum(name, text):
                draft.fields[name] = sum_of_items(draft)
            elif name in ITEM_FIELD:
                _complete_items(draft, Template(name, text, ()), wins=wins)
            elif (wins or not given(draft, name)) and (
                filled := Template(name, text, ()).fill(draft.fields, {}, ())
            ):
                put(draft, name, filled)


def _complete_items(draft: OrderDraft, template: Template, *, wins: bool) -> None:
    for item in draft.items:
        if (wins or not item.get(template.field, "").strip()) and (
            text := template.fill(draft.fields, item, ())
        ):
            item[template.field] = text
