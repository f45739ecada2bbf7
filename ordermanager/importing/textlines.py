"""Lines of a text file of any size, decoded piece by piece; lines in another encoding are read in that
one.
"""

from __future__ import annotations

import codecs
import io
from itertools import chain
from typing import IO, TYPE_CHECKING

from ordermanager.importing.source import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordermanager.importing.encodings import Encoding
    from ordermanager.importing.source import Source

_PIECE = 1 << 18


class TextLines:
    """Iterate to get lines with their line ends. `mixed` counts lines in the fallback encoding, `nuls`
    removed NULs.

    Only the line ends of CSV (CR, LF, CRLF) end a line, so that a rare line separator in a cell does not.
    """

    def __init__(self, source: Source, encoding: Encoding) -> None:
        self.mixed = 0
        self.nuls = 0
        self._source = source
        self._encoding = encoding

    def __iter__(self) -> Iterator[str]:
        return chain.from_iterable(io.StringIO(piece, newline="") for piece in self._pieces())

    def text(self) -> str:
        """The whole text at once."""
        return "".join(self._pieces())

    def _pieces(self) -> Iterator[str]:
        """Text in pieces that end with a line end."""
        with self._source.open() as stream:
            wide = self._encoding.name.startswith(("utf-16", "utf-32"))
            for piece in _wide(stream, self) if wide else _narrow(stream, self):
                if "\0" in piece:
                    self.nuls += piece.count("\0")
                    yield piece.replace("\0", "")
                else:
                    yield piece

    @property
    def name(self) -> str:
        """The source's name."""
        return self._source.name

    @property
    def encoding(self) -> Encoding:
        """How the text is decoded."""
        return self._encoding


def _narrow(stream: IO[bytes], lines: TextLines) -> Iterator[str]:
    """Encodings in which a line feed is one byte: cut there, decode each piece alone."""
    name = lines.encoding.name
    rest = b""
    while chunk := read(stream, lines.name, _PIECE):
        cut = _line_end(chunk)
        if not cut:
            rest += chunk
            if len(rest) < _PIECE * 16:
                continue
            cut = len(
                chunk
            )  # a line of megabytes: csv refuses the cell; here only memory has to stay bounded
            rest = rest[: -len(chunk)]
        yield _decode(rest + chunk[:cut], name, lines)
        rest = chunk[cut:]
        if name == "utf-8-sig":
            name = "utf-8"  # a mark in the middle of the file is a character
    if rest:
        yield _decode(rest, name, lines)


def _line_end(chunk: bytes) -> int:
    """The place after the last line end that cannot be half of a CRLF; 0 where there is none."""
    return chunk.rfind(b"\n") + 1 or chunk.rfind(b"\r", 0, -1) + 1


def _decode(data: bytes, name: str, lines: TextLines) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        return "".join(_decode_line(line, name, lines) for line in data.splitlines(keepends=True))


def _decode_line(line: bytes, name: str, lines: TextLines) -> str:
    try:
        return line.decode(name)
    except UnicodeDecodeError:
        lines.mixed += 1
        return line.decode(lines.encoding.fallback, "replace")


def _wide(stream: IO[bytes], lines: TextLines) -> Iterator[str]:
    """UTF-16 and UTF-32: decode first, then cut at a line end."""
    decoder = codecs.getincrementaldecoder(lines.encoding.name)("replace")
    rest = ""
    while chunk := read(stream, lines.name, _PIECE):
        text = rest + decoder.decode(chunk)
        cut = text.rfind("\n") + 1
        yield text[:cut]
        rest = text[cut:]
    yield rest + decoder.decode(b"", final=True)
