"""What an XLSX workbook says of itself: its sheets, what its numbers are shown as, its first rows at once. Runs in the
reader's child.

python-calamine reads a whole sheet before it gives its first row, and holds all of it: seconds and hundreds of
megabytes for 300,000 rows. The first thousand are for the preview; they are compared with what the whole sheet says
then (quick_book.py), so nothing that is imported rests on them.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import IO, TYPE_CHECKING

from ordermanager.importing.reading.cell_text import cell_text, number_text
from ordermanager.importing.reading.currency_formats import currencies_of_sheet, currency_of_format
from ordermanager.importing.reading.shared_strings import SharedStrings
from ordermanager.importing.reading.sheet_marks import (
    MOST_BYTES,
    NO_MARKS,
    SheetMarks,
    exact_digits,
    sheet_marks,
)
from ordermanager.importing.reading.xlsx_rows import every_row, merged_areas, parsed_rows
from ordermanager.importing.reading.xlsx_stream import column_number
from ordermanager.importing.reading.xml_parts import MAIN, NotSimple, parse

if TYPE_CHECKING:
    from ordermanager.importing.reading.merged_cells import Corner

_ID = "http://schemas.openxmlformats.org/officeDocument/2006/relationships id"
_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships Relationship"
_SMALL_PART = 32 << 20
_DATE_FORMATS = frozenset((*range(14, 23), *range(27, 37), 45, 47, *range(50, 59)))
_NOT_IN_A_DATE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_PERCENTAGES = (9, 10)
_MOST_SHOWN = 1_000_000
_PLACE = re.compile(r"([A-Z]{1,3})(\d+)")

Handler = Callable[[str, dict[str, str]], None]


class XlsxHead:
    """The sheets of a workbook. Raises NotSimple, expat's or zipfile's errors for what it does not understand."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._archive = zipfile.ZipFile(stream)
        self._dates: dict[int, str] = {}
        self._shown: dict[
            int, Callable[[float], str]
        ] = {}  # by style: numbers that do not look like themselves
        self._currencies: dict[int, str] = {}  # by style, too
        self._struck: set[int] = set()  # styles
        self._strings = SharedStrings(self._archive)
        self._is_1904 = False
        self.names: list[str] = []
        self.visible: list[str] = []
        self._parts: dict[str, str] = {}
        self._read_book()
        self._read_styles()

    def largest(self) -> int:
        """Bytes of the largest sheet, unpacked."""
        return max((self._archive.getinfo(part).file_size for part in self._parts.values()), default=0)

    def size(self, sheet: str) -> int:
        """Bytes of a sheet, unpacked."""
        return self._archive.getinfo(self._parts[sheet]).file_size

    def every_row(self, sheet: str, hidden: list[int]) -> Iterator[list[str]]:
        """All rows of a sheet as they are parsed, without holding them; only the shared texts stay in memory. `hidden`
        gets the numbers of hidden ones meanwhile.
        """
        return every_row(self._archive, self._parts[sheet], self._text, self._strings.all(), hidden)

    def merged_areas(self, sheet: str) -> list[tuple[Corner, Corner]]:
        """The merged cells of a sheet: first and last row and column of each, from 0."""
        return merged_areas(self._archive, self._parts[sheet])

    def rows(self, sheet: str, limit: int) -> list[list[str]]:
        """Up to `limit` first rows of a sheet, blank ones too."""
        return list(parsed_rows(self._archive, self._parts[sheet], self._text, limit))

    @property
    def shows_numbers(self) -> bool:
        """Whether any number may be shown otherwise than it is: 42 as 000042, 0.1 as 10%."""
        return bool(self._shown)

    def shown_numbers(self, sheet: str) -> dict[int, dict[int, str]]:
        """What such cells show, by row (from 1) and column (from 0). Raises NotSimple where they are too many."""
        found: dict[int, dict[int, str]] = {}
        cell: list[tuple[int, int, Callable[[float], str]]] = []
        value: list[str] | None = None
        count = 0

        def start(name: str, attributes: dict[str, str]) -> None:
            nonlocal value
            if name == MAIN + "c":
                style, place = attributes.get("s", ""), _PLACE.fullmatch(attributes.get("r", ""))
                show = self._shown.get(int(style)) if style and attributes.get("t", "n") == "n" else None
                cell[:] = [(int(place[2]), column_number(place[1]), show)] if show and place else []
            elif name == MAIN + "v" and cell:
                value = []

        def data(text: str) -> None:
            if value is not None:
                value.append(text)

        def end(name: str) -> None:
            nonlocal value, count
            if value is not None and name == MAIN + "v":
                row, column, show = cell[0]
                if text := "".join(value):
                    count += 1
                    found.setdefault(row, {})[column] = show(float(text))
                value = None

        for _ in parse(self._archive, self._parts[sheet], start, end, data):
            if count > _MOST_SHOWN:
                raise NotSimple
        return found

    def marks(self, sheet: str) -> SheetMarks:
        """What the text of a sheet says beside its values; nothing of a large one."""
        if self.size(sheet) > MOST_BYTES:
            return NO_MARKS
        return sheet_marks(self._archive.read(self._parts[sheet]), self._struck)

    def currencies(self, sheet: str) -> dict[int, list[str]]:
        """The currencies in which the first rows show the numbers of each column (from 0)."""
        return currencies_of_sheet(self._archive, self._parts[sheet], self._currencies)

    def _read_book(self) -> None:
        targets: dict[str, str] = {}

        def relation(name: str, attributes: dict[str, str]) -> None:
            if name == _RELATION and attributes.get("Type", "").endswith("/worksheet"):
                target = attributes.get("Target", "")
                targets[attributes.get("Id", "")] = (
                    target[1:] if target.startswith("/") else posixpath.normpath("xl/" + target)
                )

        def sheet(name: str, attributes: dict[str, str]) -> None:
            if name == MAIN + "workbookPr":
                self._is_1904 = attributes.get("date1904", "0") in ("1", "true")
            elif name == MAIN + "sheet" and attributes.get(_ID) in targets:
                title = attributes.get("name", "")
                self.names.append(title)
                self._parts[title] = targets[attributes[_ID]]
                if attributes.get("state", "visible") == "visible":
                    self.visible.append(title)

        self._read("xl/_rels/workbook.xml.rels", relation)
        self._read("xl/workbook.xml", sheet)

    def _read_styles(self) -> None:
        codes: dict[int, str] = {}
        styles: list[int] = []
        fonts: list[bool] = []
        where: list[str] = []

        def style(name: str, attributes: dict[str, str]) -> None:
            if name in (MAIN + "fonts", MAIN + "cellXfs", MAIN + "cellStyleXfs", MAIN + "dxfs"):
                where[:] = [name]
            elif where == [MAIN + "fonts"] and name in (MAIN + "font", MAIN + "strike"):
                if name == MAIN + "font":
                    fonts.append(False)
                else:
                    fonts[-1:] = [attributes.get("val", "1") not in ("0", "false")]
            elif name == MAIN + "numFmt" and where != [MAIN + "dxfs"]:
                codes[int(attributes["numFmtId"])] = attributes["formatCode"]
            elif name == MAIN + "xf" and where == [MAIN + "cellXfs"]:
                if any(fonts[(font := int(attributes.get("fontId", "0"))) : font + 1]):
                    self._struck.add(len(styles))
                styles.append(int(attributes.get("numFmtId", "0")))

        if "xl/styles.xml" in self._archive.namelist():
            self._read("xl/styles.xml", style)
        for number, number_format in enumerate(styles):
            if kind := _kind(number_format, codes.get(number_format, "")):
                self._dates[number] = kind
            elif show := _shown_by(number_format, codes.get(number_format, "")):
                self._shown[number] = show
            if code := currency_of_format(codes.get(number_format, "")):
                self._currencies[number] = code

    def _read(self, part: str, start: Handler) -> None:
        if self._archive.getinfo(part).file_size > _SMALL_PART:
            raise NotSimple
        for _ in parse(self._archive, part, start, None, None):
            pass

    def _text(self, kind: str, style: str, value: str) -> str:
        """What a cell says."""
        if kind == "s":
            return self._strings.text(int(value))
        if kind in ("str", "inlineStr", "d", "e"):
            return value
        if kind == "b":
            return "TRUE" if value == "1" else "FALSE"
        if not value:
            return ""
        number = float(value)
        date = self._dates.get(int(style)) if style else None
        if not date and style and (show := self._shown.get(int(style))):
            return show(number)
        if date:
            return _moment(number, date, is_1904=self._is_1904)
        return exact_digits(value) or number_text(number)


def _shown_by(number_format: int, code: str) -> Callable[[float], str] | None:
    """What a format makes of a number that is part of what it says: zeros in front of a code, a percentage. That a sum
    is shown with two decimals or a currency says nothing more.
    """
    code = _NOT_IN_A_DATE.sub("", code.split(";")[0])
    if number_format in _PERCENTAGES or "%" in code:
        return lambda number: number_text(number * 100) + "%"
    if len(code) > 1 and not code.strip("0"):
        width = len(code)
        return lambda number: (
            number_text(number).zfill(width) if number >= 0 and number.is_integer() else number_text(number)
        )
    return None


def _kind(number_format: int, code: str) -> str:
    """`date`, `duration` or empty for a number."""
    if number_format == 46 or re.search(r"\[(h+|m+|s+)\]", code, re.IGNORECASE):
        return "duration"
    letters = _NOT_IN_A_DATE.sub("", code.split(";")[0]).lower()
    is_date = number_format in _DATE_FORMATS or (
        letters not in ("", "general") and re.search("[dmyhs]", letters) is not None
    )
    return "date" if is_date else ""


def _moment(days: float, kind: str, *, is_1904: bool) -> str:
    if kind == "duration":
        return cell_text(timedelta(days=days)) if abs(days) < 1e8 else number_text(days)
    if is_1904:
        days += 1462
    if not 0 <= days < 2_958_466:
        return number_text(days)
    moment = datetime(1899, 12, 30) + timedelta(days=days if days >= 60 else days + 1)  # noqa: DTZ001
    if days < 1:
        return cell_text(moment.time())
    return cell_text(moment)
