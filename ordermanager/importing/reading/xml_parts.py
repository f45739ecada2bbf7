"""The parts of an XLSX workbook, parsed piece by piece. Runs in the reader's child."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.parsers import expat

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Callable, Iterator

    Start = Callable[[str, dict[str, str]], None]
    End = Callable[[str], None]
    Data = Callable[[str], None]

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main "
"""Before the names of elements."""

_PIECE = 1 << 16


class NotSimple(Exception):
    """This workbook is left to calamine alone."""


def parser_of(start: Start, end: End | None, data: Data | None) -> expat.XMLParserType:
    """A parser that refuses texts that a file defines itself."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = data
    return parser


def parse(
    archive: zipfile.ZipFile, part: str, start: Start, end: End | None, data: Data | None
) -> Iterator[None]:
    """Parse a part piece by piece; the caller looks after each."""
    parser = parser_of(start, end, data)
    with archive.open(part) as stream:
        while piece := stream.read(_PIECE):
            parser.Parse(piece, False)
            yield
        parser.Parse(b"", True)
        yield


def _refuse(*_: Any) -> None:
    raise NotSimple
