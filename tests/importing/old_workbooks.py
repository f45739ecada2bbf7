# ruff: noqa: DTZ001 - spreadsheets know no time zones
"""Small writers of the two workbook formats that no package here writes: BIFF8 (.xls, in an OLE2 container) and
XLSB. Only what a list of orders needs, after [MS-XLS], [MS-CFB] and [MS-XLSB].
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
from datetime import datetime

Cell = str | float | bool | datetime | None
Sheets = dict[str, list[list[Cell]]]
Areas = tuple[tuple[int, int, int, int], ...]
"""Merged areas: first row, last row, first column, last column."""

_DATE_AND_TIME, _GENERAL, _MONEY = 22, 0, 164
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def _style(cell: Cell, *, is_money: bool) -> int:
    return 1 if isinstance(cell, datetime) else 2 * (is_money and type(cell) is float)


def serial(moment: datetime) -> float:
    """A moment as days since the end of 1899."""
    return (moment - datetime(1899, 12, 30)).total_seconds() / 86400


def xls(
    sheets: Sheets,
    *,
    merged: Areas = (),
    hidden: tuple[str, ...] = (),
    name: str = "Workbook",
    locked: bool = False,
    hidden_rows: tuple[int, ...] = (),
    money: str = "",
) -> bytes:
    """A BIFF8 workbook. `locked`: it says that it is encrypted. `hidden_rows` count from 0, as all do here. `money`
    is the format in which numbers are shown.
    """
    texts = list(
        dict.fromkeys(
            cell for rows in sheets.values() for row in rows for cell in row if isinstance(cell, str)
        )
    )
    pages = [_biff_sheet(rows, texts, merged, hidden_rows, bool(money)) for rows in sheets.values()]
    starts = [0] * len(pages)
    for _ in range(2):  # the sheets' places are known when the globals have been written once
        book = _biff_globals(list(sheets), hidden, starts, texts, money, locked=locked)
        places = [len(book) + sum(map(len, pages[:number])) for number in range(len(pages))]
        starts = places
    return ole(name, book + b"".join(pages))


def with_short_numbers(book: bytes) -> bytes:
    """The same workbook of `xls`, its whole numbers written short as Excel does: RK, or MULRK for some side by side."""
    start = book.index(b"\x09\x08\x10\x00\x00\x06\x10\x00")
    numbers = re.compile(rb"(?:\x03\x02\x0e\x00.{14})+", re.DOTALL)

    def short(found: re.Match[bytes]) -> bytes:
        cells = [found[0][at + 4 : at + 18] for at in range(0, len(found[0]), 18)]
        places = [struct.unpack("<HHHd", cell) for cell in cells]
        row, first = places[0][:2]
        packed = [struct.pack("<HI", style, int(value) << 2 | 2) for _, _, style, value in places]
        if len(packed) == 1:
            record = _record(0x027E, struct.pack("<HH", row, first) + packed[0])
        else:
            content = struct.pack("<HH", row, first) + b"".join(packed) + struct.pack("<H", places[-1][1])
            record = _record(0x00BD, content)
        return record + _record(0x00FF, b"\0" * (len(found[0]) - len(record) - 4))

    return book[:start] + numbers.sub(short, book[start:])


def _record(kind: int, content: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def _biff_globals(
    names: list[str],
    hidden: tuple[str, ...],
    starts: list[int],
    texts: list[str],
    money: str,
    *,
    locked: bool,
) -> bytes:
    out = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0x0DBB, 0x07CC, 0, 6))
    if locked:
        out += _record(0x002F, struct.pack("<HHH", 1, 1, 1) + b"\x01" * 48)
    out += _record(0x0042, struct.pack("<H", 1200)) + _record(0x0022, struct.pack("<H", 0))
    if money:
        out += _record(0x041E, struct.pack("<HHB", _MONEY, len(money), 1) + money.encode("utf-16-le"))
    for number_format in (_GENERAL, _DATE_AND_TIME, _MONEY):
        out += _record(0x00E0, struct.pack("<HHH", 0, number_format, 0) + b"\0" * 14)
    for name, start in zip(names, starts, strict=True):
        text = name.encode("utf-16-le")
        out += _record(0x0085, struct.pack("<IBBBB", start, name in hidden, 0, len(name), 1) + text)
    strings = b"".join(struct.pack("<HB", len(text), 1) + text.encode("utf-16-le") for text in texts)
    out += _record(0x00FC, struct.pack("<II", len(texts), len(texts)) + strings)
    return out + _record(0x000A)


def _biff_sheet(
    rows: list[list[Cell]], texts: list[str], merged: Areas, hidden_rows: tuple[int, ...], is_money: bool
) -> bytes:
    width = max(map(len, rows), default=0)
    out = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0x0DBB, 0x07CC, 0, 6))
    out += _record(0x0200, struct.pack("<IIHHH", 0, len(rows), 0, width, 0))
    for row, cells in enumerate(rows):
        flags = 0x0120 if row in hidden_rows else 0x0100
        out += _record(0x0208, struct.pack("<HHHHHHHH", row, 0, len(cells), 255, 0, 0, flags, 15))
        for column, cell in enumerate(cells):
            place = struct.pack("<HHH", row, column, _style(cell, is_money=is_money))
            if isinstance(cell, str):
                out += _record(0x00FD, place + struct.pack("<I", texts.index(cell)))
            elif isinstance(cell, bool):
                out += _record(0x0205, place + struct.pack("<BB", cell, 0))
            elif isinstance(cell, datetime):
                out += _record(0x0203, place + struct.pack("<d", serial(cell)))
            elif cell is not None:
                out += _record(0x0203, place + struct.pack("<d", cell))
    if merged:
        out += _record(
            0x00E5, struct.pack("<H", len(merged)) + b"".join(struct.pack("<4H", *a) for a in merged)
        )
    return out + _record(0x000A)


def ole(name: str, stream: bytes) -> bytes:
    """An OLE2 container with one stream of this name."""
    stream = stream.ljust(max(4096, -(-len(stream) // 512) * 512), b"\0")
    body = len(stream) // 512
    fats = 1
    while fats * 128 < fats + 1 + body:
        fats += 1
    first = fats + 1  # the tables, the directory, the stream
    chain = [_FAT] * fats + [_END] + [*range(first + 1, first + body), _END]
    table = struct.pack(f"<{fats * 128}I", *chain, *[_FREE] * (fats * 128 - len(chain)))
    header = bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    header += b"\0" * 6 + struct.pack("<IIIIIIIII", 0, fats, fats, 0, 4096, _END, 0, _END, 0)
    header += struct.pack("<109I", *range(fats), *[_FREE] * (109 - fats))
    directory = _entry("Root Entry", 5, 1, _END, 0) + _entry(name, 2, _FREE, first, len(stream))
    return header + table + directory.ljust(512, b"\0") + stream


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    text = name.encode("utf-16-le") + b"\0\0"
    out = text.ljust(64, b"\0") + struct.pack("<HBBIII", len(text), kind, 1, _FREE, _FREE, child)
    return (out + b"\0" * 36 + struct.pack("<IQ", start, size)).ljust(128, b"\0")


_TYPES = """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>"""
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def xlsb(sheets: Sheets, *, hidden_rows: tuple[int, ...] = (), money: str = "") -> bytes:
    """A binary XLSB workbook. `money` is the format in which numbers are shown."""
    texts = list(
        dict.fromkeys(
            cell for rows in sheets.values() for row in rows for cell in row if isinstance(cell, str)
        )
    )
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _relations([("rId1", "officeDocument", "xl/workbook.bin")]))
        targets = [
            (f"rId{number}", "worksheet", f"worksheets/sheet{number}.bin")
            for number in range(1, len(sheets) + 1)
        ]
        others = [("rIdS", "sharedStrings", "sharedStrings.bin"), ("rIdF", "styles", "styles.bin")]
        archive.writestr("xl/_rels/workbook.bin.rels", _relations([*targets, *others]))
        archive.writestr("xl/workbook.bin", _book_part(list(sheets)))
        archive.writestr("xl/sharedStrings.bin", _strings_part(texts))
        archive.writestr("xl/styles.bin", _styles_part(money))
        for number, rows in enumerate(sheets.values(), 1):
            archive.writestr(
                f"xl/worksheets/sheet{number}.bin", _sheet_part(rows, texts, hidden_rows, bool(money))
            )
    return content.getvalue()


def _relations(targets: list[tuple[str, str, str]]) -> str:
    return (
        '<?xml version="1.0"?><Relationships '
        'xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        + "".join(
            f'<Relationship Id="{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
            for number, kind, target in targets
        )
        + "</Relationships>"
    )


def _brt(kind: int, content: bytes = b"") -> bytes:
    head = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size, length = len(content), b""
    while True:
        length += bytes([size & 0x7F | (0x80 if size > 0x7F else 0)])
        size >>= 7
        if not size:
            return head + length + content


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def _book_part(names: list[str]) -> bytes:
    sheets = b"".join(
        _brt(156, struct.pack("<II", 0, number) + _wide(f"rId{number}") + _wide(name))
        for number, name in enumerate(names, 1)
    )
    properties = _brt(153, struct.pack("<II", 0, 0) + _wide(""))
    return _brt(131) + properties + _brt(143) + sheets + _brt(144) + _brt(132)


def _strings_part(texts: list[str]) -> bytes:
    items = b"".join(_brt(19, b"\0" + _wide(text)) for text in texts)
    return _brt(159, struct.pack("<II", len(texts), len(texts))) + items + _brt(160)


def _styles_part(money: str) -> bytes:
    formats = _brt(615, struct.pack("<I", 1)) + _brt(44, struct.pack("<H", _MONEY) + _wide(money)) + _brt(616)
    styles = b"".join(
        _brt(47, struct.pack("<HH", 0, number_format) + b"\0" * 12)
        for number_format in (_GENERAL, _DATE_AND_TIME, _MONEY)
    )
    return (
        _brt(278)
        + (formats if money else b"")
        + _brt(617, struct.pack("<I", 3))
        + styles
        + _brt(618)
        + _brt(279)
    )


def _sheet_part(
    rows: list[list[Cell]], texts: list[str], hidden_rows: tuple[int, ...], is_money: bool
) -> bytes:
    width = max(map(len, rows), default=1)
    out = _brt(129) + _brt(148, struct.pack("<IIII", 0, max(len(rows) - 1, 0), 0, width - 1)) + _brt(145)
    for row, cells in enumerate(rows):
        out += _brt(0, struct.pack("<IIHBBBI", row, 0, 300, 0, 0x10 * (row in hidden_rows), 0, 0))
        for column, cell in enumerate(cells):
            place = struct.pack("<II", column, _style(cell, is_money=is_money))
            if isinstance(cell, str):
                out += _brt(7, place + struct.pack("<I", texts.index(cell)))
            elif isinstance(cell, bool):
                out += _brt(4, place + struct.pack("<B", cell))
            elif isinstance(cell, datetime):
                out += _brt(5, place + struct.pack("<d", serial(cell)))
            elif cell is not None:
                out += _brt(5, place + struct.pack("<d", cell))
    return out + _brt(146) + _brt(130)
