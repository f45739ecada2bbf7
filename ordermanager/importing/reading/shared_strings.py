"""The texts that the cells of an XLSX workbook share, read no further than they are wanted. Runs in the reader's child.

The first rows of a second sheet, or of a workbook whose texts are sorted, want some that stand behind a hundred
thousand others: these are found in the text of the part, and they alone are parsed.
"""

from __future__ import annotations

import re
from array import array
from itertools import chain
from typing import TYPE_CHECKING

from ordermanager.importing.reading.xlsx_stream import Pieces, Unusual, shared_texts
from ordermanager.importing.reading.xml_parts import MAIN, NotSimple, parse, parser_of

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Callable, Iterator

PART = "xl/sharedStrings.xml"
NEAR = 4_000
"""So many texts further on they are parsed one after the other."""

_MOST = 60_000
"""So many are held for the first rows of a sheet."""

_MOST_FAR = 20_000
"""Texts that are looked for by themselves; who wants more wants them all."""

_MOST_BYTES = 64 << 20
"""Unpacked: a fifth of a second."""

_END = b"</si>"
_ITEM = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?si[\s/>]")


class SharedStrings:
    """By their number. Raises NotSimple, expat's or zipfile's errors for what it does not understand."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._read: list[str] = []
        self._more: Iterator[str] | None = None
        self._far: _FarStrings | None = None
        self._found: dict[int, str] = {}

    def text(self, index: int) -> str:
        """The text of this number."""
        if index < len(self._read):
            return self._read[index]
        if (found := self._found.get(index)) is not None:
            return found
        if index - len(self._read) > NEAR and self._may_look_for():
            self._far = self._far or _FarStrings(self._archive)
            if (found := self._far.text(index)) is not None:
                self._found[index] = found
                return found
        return self._read_to(index)

    def all(self) -> list[str]:
        """Every text. From now on they are held, however many there are."""
        if self._archive.NameToInfo.get(PART) is None:
            return []
        try:
            self._read = list(chain.from_iterable(_usual_texts(self._archive)))
        except Unusual:
            self._read = list(_strings(self._archive))
        self._more = iter(())
        return self._read

    def _may_look_for(self) -> bool:
        return len(self._found) < _MOST_FAR and self._archive.getinfo(PART).file_size <= _MOST_BYTES

    def _read_to(self, index: int) -> str:
        if self._more is None:
            self._more = _strings(self._archive)
            self._far = None
        while len(self._read) <= index:
            if len(self._read) > _MOST or (found := next(self._more, None)) is None:
                raise NotSimple
            self._read.append(found)
        return self._read[index]


class _FarStrings:
    """Texts parsed one by one, where they stand."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._content = archive.read(PART)
        # a comment, or a text marked as such, may hold what looks like the beginning of one
        is_plain = b"<!" not in self._content
        self._places = array(
            "q", [match.start() for match in _ITEM.finditer(self._content)] if is_plain else ()
        )

    def text(self, index: int) -> str | None:
        """The text of this number; None where it cannot be told."""
        if not 0 <= index < len(self._places):
            return None
        begin = self._places[index]
        end = self._places[index + 1] if index + 1 < len(self._places) else len(self._content)
        found: list[str] = []
        parser = parser_of(*_handlers(found))
        parser.Parse(self._content[: self._places[0]] + self._content[begin:end], False)
        return found[0] if found else None


def _usual_texts(archive: zipfile.ZipFile) -> Iterator[list[str]]:
    """All of them, if they can be read by patterns. Raises Unusual, perhaps after some."""
    with archive.open(PART) as stream:
        pieces = Pieces(stream, b"<si>", _END)
        if b"<!" in pieces.head or b"<si" in pieces.head:
            raise Unusual
        for piece in pieces:
            yield shared_texts(piece)
        if pieces.tail.strip() != b"</sst>":
            raise Unusual


def _strings(archive: zipfile.ZipFile) -> Iterator[str]:
    """All of them, one after another."""
    found: list[str] = []
    for _ in parse(archive, PART, *_handlers(found)):
        yield from found
        found.clear()


def _handlers(
    found: list[str],
) -> tuple[Callable[[str, dict[str, str]], None], Callable[[str], None], Callable[[str], None]]:
    """What adds each text to `found`; phonetic hints above Japanese words do not belong to them."""
    parts: list[str] = []
    state = {"text": False, "hint": False}

    def start(name: str, _: dict[str, str]) -> None:
        if name == MAIN + "si":
            parts.clear()
        elif name == MAIN + "rPh":
            state["hint"] = True
        elif name == MAIN + "t":
            state["text"] = not state["hint"]

    def end(name: str) -> None:
        if name == MAIN + "si":
            found.append("".join(parts))
        elif name == MAIN + "rPh":
            state["hint"] = False
        elif name == MAIN + "t":
            state["text"] = False

    def data(text: str) -> None:
        if state["text"]:
            parts.append(text)

    return start, end, data
