"""A part of an XLSX workbook taken apart as it is inflated, without being held. Runs in the reader's child.

XML as spreadsheet programs write it is read by patterns, many times as fast as by a parser that calls Python for every
element. The patterns know what is usual and nothing else: a piece in which anything is left over - a comment, formatted
text, an entity, a prefix - is Unusual, and the XML parser reads it instead.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import IO, TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_PIECE = 1 << 18
_LONGEST_HEAD = 1 << 20
_MOST_KEPT = 50_000
_MOST_PATTERNS, _OFTEN = 10, 20
"""A pattern for a whole row takes milliseconds to be made, and time to be tried."""

_MOST_SEEN = 3_000

_CONTROL = bytes(code for code in range(32) if code not in b"\t\n\r")
_NEVER = (b"&", b"<!", b"<?", b"\xef\xbf\xbe", b"\xef\xbf\xbf")
_VALUE = r">(?:<f(?: [^>]*)?(?:/>|>[^<]*</f>))?<v>([^<]*)</v></c>"
_INLINE = r"><is><t(?: [^>]*)?>([^<]*)</t></is></c>"
_EMPTY = r"(?:/>|>(?:<f(?: [^>]*)?(?:/>|>[^<]*</f>))?(?:<v ?/>)?</c>)"
# Behind each match stands what is between it and the next: nothing, where all is as usual.
_CELL = re.compile(rf'<c r="([A-Z]{{1,3}})\d+"([^>/]*)(?:{_VALUE}|{_INLINE}|{_EMPTY})')
_ROW = r'\s*(?:<row [^>]*/>\s*)*<row (?:[^>]* )?r="(\d+)"(?: [^>]*)?(?<!/)>'
_ROW_BEGIN = re.compile(_ROW)
_ATTRIBUTES = re.compile(r'(?: s="(\d+)")?(?: t="([A-Za-z]+)")?')
_TEXT = re.compile(r'<si><t(?: xml:space="preserve")?>([^<]*)</t></si>')

MOST_COLUMNS = 16_384
"""A sheet cannot have more."""

Say: TypeAlias = "Callable[[str, str, str], str]"
"""What a cell of a kind and a style says, from its value."""


class Unusual(Exception):
    """This is for the XML parser."""


class Pieces:
    """A part cut behind each `end`. `head` is what stands before the first `begin`; `tail` in the end what stands
    behind the last `end`. Raises Unusual where there is no `begin`.
    """

    def __init__(self, stream: IO[bytes], begin: bytes, end: bytes) -> None:
        self._stream = stream
        self._end = end
        read = b""
        while begin not in read:
            piece = stream.read(_PIECE)
            if not piece or len(read) > _LONGEST_HEAD:
                raise Unusual
            read += piece
        at = read.index(begin)
        self.head, self.tail = read[:at], read[at:]

    def __iter__(self) -> Iterator[bytes]:
        while piece := self._stream.read(_PIECE):
            yield from self._cut()
            self.tail += piece
        yield from self._cut()

    def _cut(self) -> Iterator[bytes]:
        at = self.tail.rfind(self._end)
        if at >= 0:
            at += len(self._end)
            piece, self.tail = self.tail[:at], self.tail[at:]
            yield piece


def column_number(letters: str) -> int:
    """A is 0."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def shared_texts(piece: bytes) -> list[str]:
    """The texts in a piece of the shared ones. Raises Unusual."""
    parts = _TEXT.split(_plain(piece))
    if any(parts[::2]):
        raise Unusual
    return parts[1::2]


def _plain(piece: bytes) -> str:
    """Its text, where every character stands for itself, as the XML parser would give it. Raises Unusual."""
    if any(odd in piece for odd in _NEVER) or len(piece.translate(None, _CONTROL)) != len(piece):
        raise Unusual
    try:
        text = piece.decode("utf-8")
    except UnicodeDecodeError:
        raise Unusual from None
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


class _Said(dict[str, str]):
    """What cells of a kind and a style say, by their value; most values of a column come again."""

    def __init__(self, say: Say, kind: str, style: str) -> None:
        super().__init__()
        self._say = say
        self._kind, self._style = kind, style

    def __missing__(self, value: str) -> str:
        if len(self) > _MOST_KEPT:
            self.clear()
        said = self[value] = self._say(self._kind, self._style, value)
        return said


class _Shape(NamedTuple):
    """What rows have in common whose cells stand in the same columns and are of the same kinds. `columns`: where each
    value stands; None: one behind the other from the first on. `shared` and `said` are places among the values; the
    others are texts themselves.
    """

    columns: list[int] | None
    shared: list[int]
    said: list[tuple[int, _Said]]


class RowReader:
    """Takes the rows of pieces apart. `shared`: all texts that cells share."""

    def __init__(self, say: Say, shared: Sequence[str]) -> None:
        self._say = say
        self._shared = shared
        self._frequent: list[tuple[re.Pattern[str], _Shape]] = []
        self._seen: Counter[str] = Counter()
        self._said: dict[tuple[str, str], _Said] = {}

    def rows(self, piece: bytes) -> list[tuple[int, list[str]]]:
        """Each row with its number. Raises Unusual."""
        return [self._row(row) for row in _plain(piece).split("</row>")[:-1]]

    def _row(self, row: str) -> tuple[int, list[str]]:
        frequent = self._frequent
        for place, (pattern, shape) in enumerate(frequent):
            if (found := pattern.fullmatch(row)) is not None:
                if place:  # rows like this one come next, or soon
                    frequent.insert(0, frequent.pop(place))
                number, *values = found.groups()
                return int(number), self._texts(shape, values)
        return self._cell_by_cell(row)

    def _cell_by_cell(self, row: str) -> tuple[int, list[str]]:
        found = list(_CELL.finditer(row))
        begin = _ROW_BEGIN.fullmatch(row, 0, found[0].start() if found else len(row))
        ends = [cell.end() for cell in found]
        if begin is None or (found and [*(cell.start() for cell in found[1:]), len(row)] != ends):
            raise Unusual
        filled = [cell for cell in found if cell[3] is not None or cell[4] is not None]
        shape = self._shape_of(filled)
        self._notice(found, shape)
        values = [cell[4] if cell[3] is None else cell[3] for cell in filled]
        return int(begin[1]), self._texts(shape, values)

    def _texts(self, shape: _Shape, values: list[str]) -> list[str]:
        shared = self._shared
        for place in shape.shared:
            values[place] = shared[int(values[place])]
        for place, said in shape.said:
            values[place] = said[values[place]]
        if shape.columns is None:
            return values
        row = [""] * (shape.columns[-1] + 1)
        for column, text in zip(shape.columns, values, strict=True):
            row[column] = text
        return row

    def _shape_of(self, cells: Sequence[re.Match[str]]) -> _Shape:
        columns = [column_number(cell[1]) for cell in cells]
        if any(second <= first for first, second in pairwise(columns)) or columns[-1:] > [MOST_COLUMNS - 1]:
            raise Unusual
        shared: list[int] = []
        said: list[tuple[int, _Said]] = []
        for place, cell in enumerate(cells):
            attributes = _ATTRIBUTES.fullmatch(cell[2])
            if attributes is None:
                raise Unusual
            style, kind = attributes[1] or "", attributes[2] or "n"
            if kind == "s":
                shared.append(place)
            elif kind not in ("str", "inlineStr"):
                said.append((place, self._said_by(kind, style)))
        return _Shape(None if columns == list(range(len(columns))) else columns, shared, said)

    def _said_by(self, kind: str, style: str) -> _Said:
        return self._said.setdefault((kind, style), _Said(self._say, kind, style))

    def _notice(self, cells: Sequence[re.Match[str]], shape: _Shape) -> None:
        """A shape that comes often gets a pattern for the whole row."""
        if len(self._frequent) == _MOST_PATTERNS or len(self._seen) > _MOST_SEEN:
            return
        pattern = _ROW + "".join(
            rf'<c r="{cell[1]}\d+"{cell[2]}'
            + (_VALUE if cell[3] is not None else _INLINE if cell[4] is not None else _EMPTY)
            for cell in cells
        )
        self._seen[pattern] += 1
        if self._seen[pattern] == _OFTEN:
            self._frequent.append((re.compile(pattern), shape))
