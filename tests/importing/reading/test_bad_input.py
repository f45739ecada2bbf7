"""Every file that cannot be read gives one sentence; none ends or stalls the program (faults F43, F44)."""

from __future__ import annotations

import io
import os
import time
from pathlib import Path

import pytest
import xlsxwriter

from ordermanager.importing.errors import NotRecognised, ReadError
from ordermanager.importing.prepare import prepare
from ordermanager.importing.reading.source import Source
from ordermanager.importing.reading.workbook import WorkbookReader
from ordermanager.importing.run import drafts
from ordermanager.importing.tables.table import Format
from tests.importing.bad_files import (
    OLE,
    damaged_workbook,
    long_cell_in_a_workbook,
    open_document_with_a_password,
    sectors_in_a_circle,
    two_cells_in_the_corners,
    with_part,
    workbook_with_a_password,
)
from tests.importing.files import read, workbook, zipped
from tests.importing.old_workbooks import xls


def refused(content: bytes, name: str = "file") -> str:
    with pytest.raises(ReadError) as caught:
        read(content, name)
    sentence = str(caught.value)
    assert name in sentence
    assert caught.value.exit_code == 3
    return sentence


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b" \r\n\r\n", b"\xff\xfe"])
def test_empty(content: bytes) -> None:
    assert "empty" in refused(content)


@pytest.mark.parametrize(
    "content", [b"Order ID,Total\n", b"sep=,\nOrder ID,Total\n\n\n", workbook([["Order ID", "Total"]])]
)
def test_header_only(content: bytes) -> None:
    assert "no orders below" in refused(content)


def test_a_workbook_without_any_cell() -> None:
    assert "header" in refused(workbook([]))


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\x1f\x8b\x08\0", "GZIP"),
        (b'ID;PWXL;N;E\r\nC;Y1;X1;K"Order ID"\r\n', "SYLK"),
        (zipped(word__document_xml=b"<x/>"), "Word"),
        (zipped(readme=b"x"), "ZIP"),
        (OLE + b"\0" * 600 + "WordDocument".encode("utf-16-le"), "Word"),
    ],
)
def test_something_else(content: bytes, kind: str) -> None:
    assert f"a {kind} file" in refused(content)


def test_bytes_of_no_kind() -> None:
    assert "neither text nor a workbook" in refused(bytes(range(256)) * 40)


@pytest.mark.parametrize("cut", [30, 400, 3000, -5])
def test_truncated_workbook(cut: int) -> None:
    whole = workbook([["Order ID", "Total"], *[[str(n), n] for n in range(500)]])
    assert "damaged" in refused(whole[:cut])


def test_damaged_part() -> None:
    assert "damaged" in refused(damaged_workbook())


def test_password_of_the_office_kind() -> None:
    assert "password" in refused(OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600)


def test_password_of_the_zip_kind() -> None:
    assert "password" in refused(workbook_with_a_password())


def test_password_of_old_workbooks_and_of_open_document() -> None:
    assert "password" in refused(xls({"S": [["Order ID"], ["1"]]}, locked=True))
    assert "password" in refused(open_document_with_a_password())


def test_broken_old_workbook() -> None:
    assert "damaged" in refused(OLE + b"\0" * 600 + "Workbook".encode("utf-16-le") + b"\0" * 4000)


def test_old_workbook_whose_sectors_go_round_in_a_circle() -> None:
    refused(sectors_in_a_circle())


def test_zip_bomb_by_ratio() -> None:
    started = time.monotonic()
    assert "too much memory" in refused(zipped(xl__workbook_xml=b"<x/>", xl__big_xml=b"\0" * 300_000_000))
    assert time.monotonic() - started < 60


def test_zip_with_thousands_of_parts() -> None:
    parts = {f"p{n}": b"" for n in range(3000)}
    assert "too much memory" in refused(zipped(xl__workbook_xml=b"<x/>", **parts))


def test_two_cells_in_the_corners_of_a_sheet() -> None:
    """1.7 kB that make the reader ask for 512 GiB: the child dies of it, we do not."""
    assert "too much memory" in refused(two_cells_in_the_corners())


def test_too_many_columns_in_a_workbook_and_in_text() -> None:
    header = ["Order ID", *(f"c{n}" for n in range(16_383))]
    assert "512 columns" in refused(workbook([header, ["1"]]))
    assert "512 columns" in refused((",".join(header) + "\n1\n").encode())


def test_a_cell_of_millions_of_characters_in_a_workbook() -> None:
    assert "cell B2" in refused(long_cell_in_a_workbook())


BILLION_LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet>
<Table><Row><Cell><Data>&b;</Data></Cell></Row></Table></Worksheet></Workbook>"""


def test_entities_of_the_file_are_refused() -> None:
    assert "XML entities" in refused(BILLION_LAUGHS)


@pytest.mark.parametrize(
    "dtd",
    [
        b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>',
        b'<!DOCTYPE x [<!ENTITY b SYSTEM "file:///etc/hostname">]>',
        b'<!DOCTYPE x SYSTEM "http://192.0.2.1/x.dtd" [<!ENTITY b "x">]>',
    ],
)
@pytest.mark.parametrize("part", ["xl/sharedStrings.xml", "xl/worksheets/sheet1.xml", "xl/workbook.xml"])
def test_entities_in_the_parts_of_a_workbook_are_never_resolved(dtd: bytes, part: str) -> None:
    def change(data: bytes) -> bytes:
        head, _, rest = data.partition(b"?>")
        return head + b"?>" + dtd + rest.replace(b"text", b"&b;").replace(b"Sheet1", b"&b;")

    content = with_part(workbook([["Order ID", "Total"], ["1", 5], ["text", 6]]), part, change)
    try:
        _, found = read(content)
    except ReadError:
        return
    assert "haha" not in str(found)
    assert Path("/etc/hostname").read_text("utf-8").strip() not in str(found) if os.name == "posix" else True


def test_zero_and_separator_characters_in_cells_of_an_old_workbook() -> None:
    _, found = read(xls({"S": [["Order ID", "Comment"], ["A\0B", "x\x1fy\x1ez"]]}))
    assert found[0].draft.get("externalOrderId") == "AB"
    assert found[0].draft.additional_info["comment"] == "xyz"


def test_a_workbook_that_is_replaced_while_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "orders.xlsx"
    path.write_bytes(workbook([["Order ID", "Total"], *[[f"number {n}", n] for n in range(3000)]]))
    plan = prepare(path)
    path.write_bytes(workbook([["Order ID", "Total"], ["other", 1]]))
    with pytest.raises(ReadError, match="changed or vanished"):
        list(drafts(plan))


def test_a_workbook_that_vanishes(tmp_path: Path) -> None:
    path = tmp_path / "orders.xlsx"
    path.write_bytes(workbook([["Order ID", "Total"], *[[f"number {n}", n] for n in range(3000)]]))
    plan = prepare(path)
    path.unlink()
    with pytest.raises(ReadError, match=r"changed or vanished|does not exist"):
        list(drafts(plan))


def test_links_and_formulas_stay_text_or_their_stored_value() -> None:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Order ID", "Comment", "Total"])
        sheet.write_string(1, 0, "1")
        sheet.write_formula(1, 1, '=WEBSERVICE("http://192.0.2.1/x")', value="stored")
        sheet.write_number(1, 2, 5)
    _, found = read(content.getvalue())
    assert found[0].draft.additional_info["comment"] == "stored"
    assert (
        read("Order ID,Comment\n1,=cmd|' /C calc'!A0\n")[1][0]
        .draft.additional_info["comment"]
        .startswith("=cmd")
    )


def test_lone_surrogates_in_pasted_text() -> None:
    _, found = read("Order ID,Comment\n1,half \ud83d\n")
    assert found[0].draft.additional_info["comment"] == "half ?"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('{"orders":[{"externalOrderId":1},]}', "line 1"),
        ('{"orders":[\n{"externalOrderId":1}', "line 2"),
        ('[{"externalOrderId": NaN}]', "NaN"),
        ("[" * 100_000, "nested"),
    ],
)
def test_broken_json_names_the_place(text: str, place: str) -> None:
    assert place in refused(text.encode(), "orders.json")


def test_no_order_number() -> None:
    plan = prepare(Source.from_text("alpha,beta\nx,y\n"))
    assert plan.problem is not None
    with pytest.raises(NotRecognised, match="order number"):
        list(drafts(plan))


def test_a_header_row_that_is_not_there() -> None:
    from ordermanager.importing.tables.table import ReadOptions

    with pytest.raises(ReadError, match="row 9"):
        read("Order ID,Total\n1,2\n", read_options=ReadOptions(header_row=9))


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="does not exist"):
        prepare(tmp_path / "gone.csv")


def test_folder(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="is a folder"):
        prepare(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in this file system")
def test_pipe_and_device_do_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "zero").symlink_to("/dev/zero")
    for name in ("pipe", "zero"):
        with pytest.raises(ReadError, match="device or a pipe"):
            prepare(tmp_path / name)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_no_permission(tmp_path: Path) -> None:
    path = tmp_path / "secret.csv"
    path.write_text("Order ID\n1\n", encoding="utf-8")
    path.chmod(0)
    with pytest.raises(ReadError, match="may not be read"):
        prepare(path)


def test_permission_error_has_its_sentence() -> None:
    from ordermanager.importing.reading.source import os_error

    assert "may not be read" in str(os_error("a.csv", PermissionError(13, "denied")))


def test_a_file_that_vanishes(tmp_path: Path) -> None:
    path = tmp_path / "orders.csv"
    path.write_text("Order ID,Total\n1,5\n", encoding="utf-8")
    plan = prepare(path)
    path.unlink()
    with pytest.raises(ReadError, match=r"changed or vanished|does not exist"):
        list(drafts(plan))


def test_a_child_that_is_killed_is_a_sentence() -> None:
    rows = [["Order ID", "Total"], *[[f"order number {n}", n] for n in range(60_000)]]
    reader = WorkbookReader(Source.from_bytes("big.xlsx", workbook(rows)), Format.XLSX, "")
    stream = iter(reader)
    next(stream)
    reader._child.kill()
    with pytest.raises(ReadError, match="too much"):
        list(stream)


def test_the_child_does_not_get_our_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    from ordermanager.importing.reading.workbook import child_environment

    monkeypatch.setenv("ORDERMANAGER_API_KEY", "secret")
    assert "ORDERMANAGER_API_KEY" not in child_environment()
