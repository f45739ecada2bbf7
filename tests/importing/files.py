"""Small helpers for the import tests."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

import xlsxwriter

from ordermanager.importing.prepare import prepare
from ordermanager.importing.reading.source import Source
from ordermanager.importing.run import drafts

if TYPE_CHECKING:
    from ordermanager.importing.plan import Plan
    from ordermanager.importing.recognised import ImportedOrder


def read(text: str | bytes, name: str = "orders.csv", **options: Any) -> tuple[Plan, list[ImportedOrder]]:
    """Plan and orders of a file with this content."""
    source = Source.from_text(text, name) if isinstance(text, str) else Source.from_bytes(name, text)
    plan = prepare(source, **options)
    try:
        return plan, list(drafts(plan))
    finally:
        plan.close()


def orders(text: str | bytes, **options: Any) -> list[dict[str, str]]:
    """The fields of every order."""
    return [order.draft.fields for order in read(text, **options)[1]]


def workbook(rows: list[list[object]], sheet: str = "Sheet1") -> bytes:
    """An XLSX file with one sheet."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        page = book.add_worksheet(sheet)
        day = book.add_format({"num_format": "dd.mm.yyyy hh:mm"})
        for number, cells in enumerate(rows):
            for column, value in enumerate(cells):
                if hasattr(value, "year"):
                    page.write_datetime(number, column, value, day)
                elif isinstance(value, str):
                    page.write_string(number, column, value)
                elif value is not None:
                    page.write(number, column, value)
    return content.getvalue()


def zipped(**parts: bytes) -> bytes:
    """A zip whose parts are named with __ for /."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return content.getvalue()


def unknown_statuses(plan: Plan) -> dict[str, int]:
    """The orders by words that are no known status."""
    return {one.word: one.count for one in plan.counts.statuses if not one.status and one.word}
