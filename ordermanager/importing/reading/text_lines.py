"""Lines of a text file of any size, decoded piece by piece; lines in another encoding are read in that
one.
"""

from __future__ import annotations

import codecs
import io
from itertools import chain
from typing import IO, TYPE_CHECKING, TypeAlias

from ordermanager.importing.reading.entities import has_entities
from ordermanager.importing.reading.letters import may_be_misread
from ordermanager.importing.reading.source import read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ordermanager.importing.reading.encodings import Encoding
    from ordermanager.importing.reading.source import Source

Piece: TypeAlias = "str | Iterable[str]"
"""Some lines of a text, which all are whole: as one text, or each by itself where encodings are mixed."""

_PIECE = 1 << 18

MOST_ROWS = 10
"""So many rows of another encoding are named; all are counted."""


class TextLines:
    """Iterate to get lines with their line ends. `mixed` counts lines in another encoding than the file's,
    `mixed_as` says which one they were read in, `mixed_rows` are the first rows with them (one more than is named);
    `row_now` tells the row that is being read; `nuls` counts removed NULs; `has_entities`: codes of HTML were met,
    `may_be_misread`: what letters look like that were saved in a wrong encoding.

    Only the line ends of CSV (CR, LF, CRLF) end a line, so that a rare line separator in a cell does not.
    """

    def __init__(self, source: Source, encoding: Encoding) -> None:
        self.mixed = 0
        self.mixed_as = ""
        self.mixed_rows: list[int] = []
        self.row_now: Callable[[], int] = lambda: 0
        self.nuls = 0
        self.has_entities = False
        self.may_be_misread = False
        self._source = source
        self._encoding = encoding
        self._codec = "utf-8" if encoding.name == "utf-8-sig" else encoding.name
        self._is_guess = encoding.guessed and not encoding.name.startswith("utf")

    def __iter__(self) -> Iterator[str]:
        return chain.from_iterable(
            io.StringIO(piece, newline="") if isinstance(piece, str) else piece for piece in self.lines()
        )

    def pieces(self) -> Iterator[str]:
        """The text in pieces of some hundred thousand characters."""
        for piece in self.lines():
            yield piece if isinstance(piece, str) else "".join(piece)

    def lines(self) -> Iterator[Piece]:
        """The same in pieces of some hundred thousand characters that end with a line end."""
        with self._source.open() as stream:
            if self._encoding.name.startswith(("utf-16", "utf-32")):
                pieces = _wide(stream, self.name, self._encoding.name)
                yield from map(self._bare, pieces)
                return
            for data in _whole_lines(stream, self.name):
                yield self._decoded(data)

    def _decoded(self, data: bytes) -> Piece:
        try:
            text = data.decode(self._codec)
        except UnicodeError:
            return self._line_by_line(data)
        if self._is_guess and not data.isascii() and _has_utf8_line(data):
            return self._line_by_line(data)
        return self._bare(text)

    def _line_by_line(self, data: bytes) -> Iterator[str]:
        for line in data.splitlines(keepends=True):
            yield self._bare(self._line(line))

    def _line(self, line: bytes) -> str:
        name = self._codec
        if self._is_guess and _is_utf8_line(line):
            return self._note_mixed(line.decode("utf-8"), "utf-8")
        try:
            return line.decode(name)
        except UnicodeError:
            other = self._encoding.fallback if self._encoding.fallback != name else "cp1252"
            return self._note_mixed(line.decode(other, "replace"), other)

    def _note_mixed(self, line: str, encoding: str) -> str:
        self.mixed += 1
        self.mixed_as = encoding
        row = self.row_now()
        if len(self.mixed_rows) <= MOST_ROWS and row not in self.mixed_rows[-1:]:
            self.mixed_rows.append(row)
        return line

    def _bare(self, text: str) -> str:
        """Without zero characters, which are counted, and without the byte order marks of files that were joined."""
        self.has_entities = self.has_entities or has_entities(text)
        if not text.isascii():
            self.may_be_misread = self.may_be_misread or may_be_misread(text)
            text = text.replace("\ufeff", "")
        if "\x1a" in text:
            text = text.replace("\x1a", "")  # ends files of DOS programs
        if "\0" not in text:
            return text
        self.nuls += text.count("\0")
        return text.replace("\0", "")

    @property
    def name(self) -> str:
        """The source's name."""
        return self._source.name

    @property
    def encoding(self) -> Encoding:
        """How the text is decoded."""
        return self._encoding


def _whole_lines(stream: IO[bytes], name: str) -> Iterator[bytes]:
    """For encodings in which a line feed is one byte: cut there, so that each piece is decoded alone."""
    rest = b""
    mark = read(stream, name, len(codecs.BOM_UTF8))
    if mark != codecs.BOM_UTF8:
        stream.seek(0)
    while chunk := read(stream, name, _PIECE):
        cut = _line_end(chunk)
        if not cut:
            rest += chunk
            if len(rest) < _PIECE * 16:
                continue
            # a line of megabytes: csv refuses the cell; here only memory has to stay bounded
            cut = len(chunk)
            rest = rest[: -len(chunk)]
        yield rest + chunk[:cut]
        rest = chunk[cut:]
    if rest:
        yield rest


def _line_end(chunk: bytes) -> int:
    """The place after the last line end that cannot be half of a CRLF; 0 where there is none."""
    return chunk.rfind(b"\n") + 1 or chunk.rfind(b"\r", 0, -1) + 1


def _has_utf8_line(data: bytes) -> bool:
    """Whether a line is UTF-8 in a file that otherwise is not."""
    return any(map(_is_utf8_line, data.splitlines()))


def _is_utf8_line(line: bytes) -> bool:
    """Two letters at least: one pair of bytes may be a word in another encoding (`Ві` in cp1251)."""
    if line.isascii():
        return False
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return sum(letter >= "\x80" for letter in text) > 1


def _wide(stream: IO[bytes], name: str, encoding: str) -> Iterator[str]:
    """UTF-16 and UTF-32: decode first, then cut at a line end."""
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    rest = ""
    is_start = True
    while chunk := read(stream, name, _PIECE):
        text = rest + decoder.decode(chunk)
        if is_start:
            text, is_start = text.removeprefix("\ufeff"), False
        cut = _text_end(text)
        if not cut and len(text) > _PIECE * 16:
            cut = len(text)
        if cut:
            yield text[:cut]
        rest = text[cut:]
    yield rest + decoder.decode(b"", final=True)


def _text_end(text: str) -> int:
    return text.rfind("\n") + 1 or text.rfind("\r", 0, -1) + 1
