"""The first rows of a large XLSX workbook come before the rest of it is read, and are the same."""

from __future__ import annotations

import io
import itertools
import json
import re
import zipfile
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import cache

import openpyxl
import pytest
import xlsxwriter

from ordermanager.importing.prepare import prepare
from ordermanager.importing.reading import quick_book as quickbook
from ordermanager.importing.reading.calamine_book import CalamineBook
from ordermanager.importing.reading.child_output import CHUNK, Output
from ordermanager.importing.reading.packed_rows import unpack_rows
from ordermanager.importing.reading.quick_book import HEAD_ROWS, LARGE, QuickBook
from ordermanager.importing.reading.source import Source
from ordermanager.importing.reading.xlsx_head import XlsxHead
from ordermanager.importing.reading.xml_parts import NotSimple
from ordermanager.importing.run import SAMPLE, drafts
from ordermanager.importing.tables.table import LOOKED_AT
from tests.importing.files import workbook

ORDERS = 13_000
HEADER = ["Order ID", "Email", "Date", "Total", "Product", "Qty", "Price", "Paid", "Note"]
START = datetime(2026, 1, 1, 8, 30)  # noqa: DTZ001 - spreadsheets know no time zones


def cells_of(number: int) -> list[object]:
    return [
        f"B-{number:05}", f"person{number}@example.com", START + timedelta(minutes=number * 7), number / 8,
        "Чай «Карпатський»", number % 5 + 1, 0.1 * number, number % 2 == 0, f" padded  {number} ",
    ]  # fmt: skip


@cache
def large() -> bytes:
    content = workbook([["Report"], [], HEADER, *(cells_of(number) for number in range(ORDERS))])
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.getinfo("xl/worksheets/sheet1.xml").file_size > LARGE
    return content


class Stopped(Exception):
    pass


def test_the_preview_does_not_wait_for_the_whole_sheet() -> None:
    """What the child has sent before calamine is asked is enough to recognise the file."""
    sent = io.BytesIO()

    class Seen(Output):
        def say(self, **values: object) -> None:
            if "again" in values:
                raise Stopped
            super().say(**values)

    book = QuickBook(io.BytesIO(large()))
    output = Seen(sent)
    with pytest.raises(Stopped):
        book.send("Sheet1", output)
    assert output.sent == HEAD_ROWS
    assert b"B-01190" in sent.getvalue()


def test_the_preview_of_a_sheet_too_large_for_memory_waits_for_its_first_rows_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """They come in one message, and nothing is read twice for it."""
    monkeypatch.setattr(quickbook, "STREAMED", 0)
    read: list[int] = []

    class Counted(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            data = super().read(size)
            read.append(len(data))
            return data

    class First(Output):
        def say(self, **values: object) -> None:
            if "rows" in values:
                raise Stopped
            assert values == {"head": HEAD_ROWS}

    book = QuickBook(Counted(large()))
    with pytest.raises(Stopped):
        book.send("Sheet1", First(io.BytesIO()))
    assert SAMPLE + LOOKED_AT <= CHUNK < ORDERS / 10
    assert sum(read) < len(large()) * 0.4


def test_every_order_comes_once_and_in_order() -> None:
    plan = prepare(Source.from_bytes("large.xlsx", large()))
    assert (plan.table.header_row, plan.whole) == (3, False)
    for _ in range(2):
        found = list(drafts(plan))
        assert [order.draft.get("externalOrderId") for order in found] == [f"B-{n:05}" for n in range(ORDERS)]
        assert found[-1].rows == (ORDERS + 3,)
    assert found[1].draft.fields["date"] == "2026-01-01 08:37:00"
    plan.close()


def openpyxl_book() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(HEADER)
    for number in range(60):
        sheet.append(cells_of(number))
    sheet["K5"] = timedelta(hours=30, minutes=5)
    sheet["L6"] = "=1+1"
    sheet["M70"] = "after blank rows"
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def formats_book() -> bytes:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        sheet = book.add_worksheet()
        formats = ["General", "0", "0.00", "dd.mm.yyyy", "[$-422]d mmmm yyyy", "h:mm", "[h]:mm", '0 "days"', "@",
                   "#,##0.00 [$грн-422]", "yyyy-mm-dd hh:mm:ss", '"d"0', "mm/dd/yy", "0.00E+00", "# ?/?"]  # fmt: skip
        values = [0, 1, 0.5, 7.25, 59, 61, 45_000, 45_000.6, 45_000.999_999, 9e5, 1e15, 1e-7, 380_670_000_001]
        for row, code in enumerate(formats):
            form = book.add_format({"num_format": code})
            for column, value in enumerate(value for value in values if code != "[h]:mm" or value < 1e5):
                sheet.write_number(row + 2, column + 1, value, form)
        sheet.write_rich_string(0, 3, "a", book.add_format({"bold": True}), "b ", "c")
        sheet.write_formula(0, 4, "=A1", value="kept")
        sheet.write_formula(0, 5, "=1/0", value="#DIV/0!")
        sheet.write_boolean(0, 6, True)
        sheet.write_string(0, 7, "two\nlines & <signs>")
    return content.getvalue()


@pytest.mark.parametrize("write", [large, openpyxl_book, formats_book])
def test_both_readers_say_the_same(write: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quickbook, "LARGE", 0)
    content = write()
    quick = QuickBook(io.BytesIO(content))
    slow = CalamineBook(io.BytesIO(content), XlsxHead(io.BytesIO(content)))
    assert (quick.names, quick.visible) == (slow.names, slow.visible)
    name = quick.names[0]
    rows = itertools.islice(slow.rows(name, Output(io.BytesIO())), HEAD_ROWS)
    head = XlsxHead(io.BytesIO(content)).rows(name, HEAD_ROWS)
    assert [trimmed(cells) for cells in head] == [trimmed(cells) for cells in rows]


def trimmed(cells: list[str]) -> list[str]:
    return cells[: max((place for place, cell in enumerate(cells, 1) if cell), default=0)]


def test_where_the_whole_sheet_says_otherwise_it_counts() -> None:
    """Merged cells stand behind the rows in the file, so the quick look cannot know them."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"strings_to_numbers": False}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, [*HEADER[:2], "Comment"])
        for number in range(1, 9000):
            sheet.write_row(number, 0, [f"B-{number}", f"{number}@example.com" if number > 2 else ""])
            sheet.write_row(number, 2, range(20))
        sheet.merge_range("B2:B3", "both@example.com")
    with zipfile.ZipFile(io.BytesIO(content.getvalue())) as archive:
        assert archive.getinfo("xl/worksheets/sheet1.xml").file_size > LARGE
    plan = prepare(Source.from_bytes("merged.xlsx", content.getvalue()))
    assert plan.sample[0][1][1] == "both@example.com"
    assert plan.sample[1][1][1] == ""
    for _ in range(2):
        found = list(drafts(plan))
        assert len(found) == 8999
        assert [order.draft.get("email") for order in found[:3]] == [
            "both@example.com",
            "both@example.com",
            "3@example.com",
        ]
    assert "merged cells" in str(plan.table.notes[0])
    plan.close()


def test_a_small_workbook_is_left_to_calamine() -> None:
    with pytest.raises(NotSimple):
        QuickBook(io.BytesIO(workbook([["Order ID"], ["1"]])))


def sheets_with_far_texts() -> bytes:
    """The texts of the second sheet stand behind more than are read one by one for a preview."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        first, second = book.add_worksheet("Long"), book.add_worksheet("Short")
        bold = book.add_format({"bold": True})
        for number in range(70_000):
            first.write_string(number, 0, f"text {number}")
        second.write_row(0, 0, ["Order ID", "Email", "Дата & <час>"])
        second.write_rich_string(1, 0, "B-", bold, "1", "!")
        second.write_row(1, 1, [" padded ", "two\nlines"])
        second.write_row(2, 0, ["text 5", "text 65000", "last"])
    return content.getvalue()


SHARED = "xl/sharedStrings.xml"


def as_written(xml: bytes) -> bytes:
    return xml


def with_a_prefix(xml: bytes) -> bytes:
    xml = xml.replace(b"<sst xmlns=", b"<sst xmlns:x=")
    return re.sub(rb"<(/?)(sst|si|t|r)\b", rb"<\1x:\2", xml)


def with_a_hint(xml: bytes) -> bytes:
    hint = '<rPh sb="0" eb="1"><t>かな</t></rPh>'.encode()
    return xml.replace(b"<t>last</t>", b"<t>last</t>" + hint)


def with_a_comment(xml: bytes) -> bytes:
    return xml.replace(b"<si>", b"<!-- <si> --><si>", 1)


@pytest.mark.parametrize("change", [as_written, with_a_prefix, with_a_hint])
def test_texts_behind_many_others_are_found_without_reading_those(
    change: Callable[[bytes], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quickbook, "LARGE", 0)
    content = _changed(sheets_with_far_texts(), change)
    quick, slow = QuickBook(io.BytesIO(content)), CalamineBook(io.BytesIO(content))
    for name in ("Long", "Short"):
        assert [trimmed(cells) for cells in quick.head(name)] == [trimmed(cells) for cells in slow.head(name)]
    assert quick.head("Short")[2] == ["text 5", "text 65000", "last"]


def test_where_it_cannot_be_told_which_text_it_is_calamine_reads_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(quickbook, "LARGE", 0)
    with pytest.raises(NotSimple):
        QuickBook(io.BytesIO(_changed(sheets_with_far_texts(), with_a_comment)))


def test_all_texts_are_read_one_after_the_other_where_all_are_wanted() -> None:
    book = sheets_with_far_texts()
    head = XlsxHead(io.BytesIO(book))
    assert list(head.every_row("Short", []))[2] == ["text 5", "text 65000", "last"]
    assert [cells[0] for cells in head.every_row("Long", [])] == [
        f"text {number}" for number in range(70_000)
    ]
    commented = XlsxHead(io.BytesIO(_changed(book, with_a_comment)))
    assert list(commented.every_row("Short", []))[2] == ["text 5", "text 65000", "last"]


def _changed(book: bytes, change: Callable[[bytes], bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, change(data) if name == SHARED else data)
    return content.getvalue()


def test_a_sheet_too_large_for_memory_is_read_row_by_row(monkeypatch: pytest.MonkeyPatch) -> None:
    """What comes is what calamine gives, blank rows, merged cells and all, although only a few rows are held."""
    for content in (large(), openpyxl_book(), merged_book()):
        sent = _sent(content)
        with monkeypatch.context() as patch:
            patch.setattr(quickbook, "STREAMED", 0)
            patch.setattr(quickbook, "LARGE", 0)
            patch.setattr(quickbook, "allow_time", lambda: None)
            patch.setattr(CalamineBook, "__init__", None)
            assert _sent(content) == sent


def merged_book() -> bytes:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        sheet = book.add_worksheet()
        for number in range(20):
            sheet.write_row(number, 1, [f"B-{number}", number])
        sheet.merge_range("A3:A5", "both")
    return content.getvalue()


def _sent(content: bytes) -> list[tuple[int, list[str]]]:
    """The last word of the child on every row."""
    stream = io.BytesIO()
    try:
        book: QuickBook | CalamineBook = QuickBook(io.BytesIO(content))
    except NotSimple:
        book = CalamineBook(io.BytesIO(content))
    book.send(book.names[0], Output(stream))
    stream.seek(0)
    rows: dict[int, list[str]] = {}
    while line := stream.readline():
        values = json.loads(line)
        if "bytes" in values:
            rows.update(unpack_rows(values["rows"], stream.read(values["bytes"])))
    return sorted(rows.items())
