"""Every kind of file that must be refused with one sentence, made on the spot."""

from __future__ import annotations

import io
import os
import random
import struct
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import xlsxwriter

from tests.importing.files import workbook, zipped
from tests.importing.old_workbooks import xls

if TYPE_CHECKING:
    from collections.abc import Callable

OLE = bytes.fromhex("D0CF11E0A1B11AE1")
MILLIONS = 40_000_000
ROWS = [["Order ID", "Total"], *[[f"x{n}", n] for n in range(500)]]


def _bytes(content: bytes) -> Callable[[Path], None]:
    return lambda path: Path.write_bytes(path, content) and None


def _later(make: Callable[[], bytes]) -> Callable[[Path], None]:
    return lambda path: path.write_bytes(make()) and None


def with_part(content: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """The workbook with one part changed."""
    again = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as archive,
        zipfile.ZipFile(again, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for name in archive.namelist():
            data = archive.read(name)
            made.writestr(name, change(data) if name == part else data)
    return again.getvalue()


def damaged_workbook() -> bytes:
    whole = bytearray(workbook(ROWS))
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        at = archive.getinfo("xl/worksheets/sheet1.xml").header_offset
    whole[at + 80 : at + 400] = random.Random(1).randbytes(320)
    return bytes(whole)


def workbook_with_a_password() -> bytes:
    content = bytearray(workbook(ROWS))
    at = -4
    while (at := content.find(b"PK\x01\x02", at + 4)) >= 0:  # the encryption flag of every part
        content[at + 8] |= 1
    return bytes(content)


def open_document_with_a_password() -> bytes:
    manifest = b'<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/>'
    return zipped(
        mimetype=b"application/vnd.oasis.opendocument.spreadsheet",
        content_xml=bytes(range(256)) * 4,
        **{"META-INF__manifest_xml": manifest},
    )


def sectors_in_a_circle() -> bytes:
    header = OLE + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 10
    header += struct.pack("<IIIIIIIII", 1, 1, 0, 4096, 1, 1, 0, 0, 0) + struct.pack("<I", 0) * 109
    sector = struct.pack("<I", 0) * 128
    directory = "Workbook".encode("utf-16-le").ljust(64, b"\0") + b"\0" * 448
    return header[:512].ljust(512, b"\0") + sector + directory


def two_cells_in_the_corners() -> bytes:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        sheet = book.add_worksheet()
        sheet.write(0, 0, "Order ID")
        sheet.write(1_048_575, 16_383, "1")
    return content.getvalue()


def long_cell_in_a_workbook() -> bytes:
    letters = random.Random(1).choices("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя", k=2_000_000)
    content = workbook([["Order ID", "Total"], ["1", "text to be replaced"]])
    return with_part(
        content,
        "xl/sharedStrings.xml",
        lambda data: data.replace(b"text to be replaced", "".join(letters).encode()),
    )


_ENTITIES = b"<!DOCTYPE x [" + b'<!ENTITY a0 "ha">' + b"".join(
    b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 12)
) + b"]>"  # fmt: skip


def _entities_in_a_workbook() -> bytes:
    def change(data: bytes) -> bytes:
        head, _, rest = data.partition(b"?>")
        return head + b"?>" + _ENTITIES + rest.replace(b"text", b"&a11;")

    return with_part(workbook([["Order ID", "Total"], ["text", "5"]]), "xl/sharedStrings.xml", change)


_SPREADSHEETML = (
    b'<?xml version="1.0"?>%s<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table>'
    b"<Row><Cell><Data>Order ID</Data></Cell></Row><Row><Cell><Data>%s</Data></Cell></Row>"
    b"</Table></Worksheet></Workbook>"
)
WIDE = ["Order ID", *(f"c{n}" for n in range(16_383))]

BAD: dict[str, tuple[str, str, Callable[[Path], None]]] = {
    # kind: the name of the file, what its sentence says, how it is made
    "nothing in it": ("a.csv", "empty", _bytes(b"")),
    "blank lines": ("a.csv", "empty", _bytes(b" \r\n\r\n")),
    "header only": ("a.csv", "no orders below", _bytes(b"Order ID,Total\n")),
    "header only, workbook": ("a.xlsx", "no orders below", _later(lambda: workbook([["Order ID", "Total"]]))),
    "no cell": ("a.xlsx", "header", _later(lambda: workbook([]))),
    "PDF": ("a.csv", "a PDF file", _bytes(b"%PDF-1.7 ...")),
    "picture": ("a.xlsx", "a PNG file", _bytes(b"\x89PNG\r\n\x1a\n")),
    "Word": ("a.xlsx", "a Word file", _later(lambda: zipped(word__document_xml=b"<x/>"))),
    "other zip": ("a.xlsx", "a ZIP file", _later(lambda: zipped(readme=b"x"))),
    "any bytes": ("a.csv", "neither text nor a workbook", _bytes(bytes(range(256)) * 40)),
    "only zero bytes": ("a.csv", "empty", _bytes(b"\0" * 100_000)),
    "truncated": ("a.xlsx", "damaged", _later(lambda: workbook(ROWS)[:3000])),
    "damaged part": ("a.xlsx", "damaged", _later(damaged_workbook)),
    "sectors in a circle": ("a.xls", "a.xls", _later(sectors_in_a_circle)),
    "password, xlsx": (
        "a.xlsx",
        "password",
        _bytes(OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600),
    ),
    "password, xls": ("a.xls", "password", _later(lambda: xls({"S": [["Order ID"], ["1"]]}, locked=True))),
    "password, zip": ("a.xlsx", "password", _later(workbook_with_a_password)),
    "password, ods": ("a.ods", "password", _later(open_document_with_a_password)),
    "16,384 columns": ("a.csv", "512 columns", _later(lambda: (",".join(WIDE) + "\n1\n").encode())),
    "16,384 columns, workbook": ("a.xlsx", "512 columns", _later(lambda: workbook([WIDE, ["1"]]))),
    "40 million characters": (
        "a.csv",
        "row 2",
        _later(lambda: b"Order ID,Total\n1," + b"x" * MILLIONS + b"\n"),
    ),
    "40 million characters in quotes": (
        "a.csv",
        "row 2",
        _later(lambda: b'Order ID,Total\n1,"' + b"x\n" * (MILLIONS // 2) + b'"\n'),
    ),
    "a quote that never ends": (
        "a.csv",
        "never ends",
        _later(lambda: b'Order ID,Total\n1,"5\n' + b"2,6\n" * (MILLIONS // 4)),
    ),
    "40 million characters in the header": (
        "a.csv",
        "a.csv",
        _later(lambda: b"Order ID," + b"x" * MILLIONS + b"\n1,2\n"),
    ),
    "40 million characters, workbook": ("a.xlsx", "B2", _later(long_cell_in_a_workbook)),
    "40 million characters, JSON": (
        "a.json",
        "a.json",
        _later(lambda: b'[{"externalOrderId": "' + b"x" * MILLIONS + b'"}]'),
    ),
    "40 million characters, HTML": (
        "a.xls",
        "a.xls",
        _later(lambda: b"<html><table><tr><td>Order ID<tr><td>" + b"x" * MILLIONS + b"</table>"),
    ),
    "40 million characters, XML": ("a.xls", "A2", _later(lambda: _SPREADSHEETML % (b"", b"x" * MILLIONS))),
    "zip bomb": (
        "a.xlsx",
        "too much memory",
        _later(lambda: zipped(xl__workbook_xml=b"<x/>", xl__big_xml=b"\0" * 300_000_000)),
    ),
    "thousands of parts": (
        "a.xlsx",
        "too much memory",
        _later(lambda: zipped(xl__workbook_xml=b"<x/>", **{f"p{n}": b"" for n in range(3000)})),
    ),
    "two cells in the corners": ("a.xlsx", "too much memory", _later(two_cells_in_the_corners)),
    "entities": ("a.xls", "XML entities", _bytes(_SPREADSHEETML % (_ENTITIES, b"&a11;"))),
    "entities, workbook": ("a.xlsx", "XML entities", _later(_entities_in_a_workbook)),
    "deep JSON": ("a.json", "nested", _bytes(b"[" * 100_000)),
    "broken JSON": ("a.json", "line 2", _bytes(b'{"orders":[\n{"externalOrderId":1}')),
    "not there": ("a.csv", "does not exist", lambda _path: None),
    "folder": ("a.csv", "is a folder", Path.mkdir),
}
if hasattr(os, "mkfifo"):
    BAD |= {
        "pipe": ("a.csv", "device or a pipe", os.mkfifo),
        "device without end": ("a.csv", "device or a pipe", lambda path: path.symlink_to("/dev/zero")),
        "link that goes round": ("a.csv", "a.csv", lambda path: path.symlink_to(path)),
    }
