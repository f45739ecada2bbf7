"""The objects of a JSON file one after another, however long it is: a list, `{"orders":[…]}`, one object, or an
object a line.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, Sentence
from ordermanager.importing.errors import ReadError
from ordermanager.importing.reading.json_shapes import orders_in
from ordermanager.importing.reading.source import changed
from ordermanager.importing.reading.text_lines import TextLines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordermanager.importing.reading.encodings import Encoding
    from ordermanager.importing.reading.source import Source

MOST_CHARACTERS = 32 << 20
"""Of one object; an order with a thousand items has half a million."""

_BLANK = " \t\r\n\ufeff"
_BROKEN = QT_TRANSLATE_NOOP(
    "Sentence",
    "This is not complete JSON: it breaks off or has a slip at line {line}, column {column}.",
)
_NOT_AN_ORDER = QT_TRANSLATE_NOOP(
    "Sentence", "Entry {place} of the JSON is not an order: it must be an object in {{ }}."
)
_TOO_DEEP = QT_TRANSLATE_NOOP("Sentence", "The JSON is nested too deeply to be orders.")
_TOO_LONG = QT_TRANSLATE_NOOP("Sentence", "Entry {place} of the JSON is too long to be an order.")
_NO_NUMBER = QT_TRANSLATE_NOOP(
    "Sentence", "The JSON holds {name} where a number must stand. Correct it where it was made."
)


class JsonObjects:
    """Iterate as often as wanted: each time the file is read anew, in pieces. Numbers come as the text that
    stands there. Raises ReadError with line and column.
    """

    def __init__(self, source: Source, encoding: Encoding) -> None:
        self.source = source
        self.encoding = encoding

    def __iter__(self) -> Iterator[dict[str, Any]]:
        stamp = self.source.stamp()
        for place, value in enumerate(_Scanner(self).values(), 1):
            if not isinstance(value, dict):
                raise self.refused(_NOT_AN_ORDER, place=place)
            yield value
        if self.source.stamp() != stamp:
            raise changed(self.source.name)

    def refused(self, template: str, **values: object) -> ReadError:
        """The error with the file's name in front."""
        return ReadError(
            QT_TRANSLATE_NOOP("Sentence", "{file}: {problem}"),
            file=self.source.name,
            problem=Sentence(template, values),
        )

    def too_deep(self) -> ReadError:
        """A value is nested deeper than it can be written."""
        return self.refused(_TOO_DEEP)


class _Scanner:
    """A window on the text that moves on behind each value."""

    def __init__(self, objects: JsonObjects) -> None:
        self._objects = objects
        self._pieces = TextLines(objects.source, objects.encoding).pieces()
        self._decoder = json.JSONDecoder(parse_float=str, parse_int=str, parse_constant=self._no_number)
        self._text = ""
        self._at = 0
        self._line = 1
        self._column = 1
        self._place = 0
        self._is_new_line = False

    def values(self) -> Iterator[Any]:
        first = self._next()
        if first == "[":
            yield from self._list()
        elif first == "{":
            yield from self._object_or_orders()
        else:
            yield self._value()
        while True:
            self._is_new_line = False
            if not self._next():
                return
            if not self._is_new_line:
                raise self._broken(self._at)
            yield self._value()  # an object a line

    def _list(self) -> Iterator[Any]:
        self._at += 1
        if self._next() == "]":
            self._at += 1
            return
        while True:
            yield self._value()
            following = self._next()
            self._at += 1
            if following == "]":
                return
            if following != ",":
                raise self._broken(self._at - 1)

    def _object_or_orders(self) -> Iterator[Any]:
        """One object; where it has a list of `orders`, those."""
        self._at += 1
        found: dict[str, Any] = {}
        has_orders = False
        following = self._next()
        while following != "}":
            if following != '"':
                raise self._broken(self._at)
            name = self._value()
            if self._next() != ":":
                raise self._broken(self._at)
            self._at += 1
            if name == "orders" and self._next() == "[":
                has_orders = True
                yield from self._list()
            else:
                found[name] = self._value()
            following = self._next()
            if following == ",":
                self._at += 1
                following = self._next()
                if following == "}":
                    raise self._broken(self._at)
            elif following != "}":
                raise self._broken(self._at)
        self._at += 1
        if not has_orders:
            yield from orders_in(found) or [found.get("orders", found)]

    def _value(self) -> Any:
        self._next()
        self._place += 1
        while True:
            try:
                value, end = self._decoder.raw_decode(self._text, self._at)
            except json.JSONDecodeError as error:
                behind = error.pos - self._at
                if not self._more(len(self._text) - self._at):  # twice as much: long values stay cheap
                    raise self._broken(self._at + behind) from None
            except RecursionError:
                raise self._objects.too_deep() from None
            else:
                length = end - self._at
                if end < len(self._text) or not self._more(1):  # the end of a number may be in the next piece
                    self._at += length
                    return value

    def _next(self) -> str:
        """The next character that is no blank; empty at the end."""
        while True:
            text, at = self._text, self._at
            while at < len(text) and text[at] in _BLANK:
                self._is_new_line = self._is_new_line or text[at] in "\r\n"
                at += 1
            self._at = at
            if at < len(text):
                return text[at]
            if not self._more(1):
                return ""

    def _more(self, wanted: int) -> bool:
        """Read on by at least so many characters, behind what is not done yet; False at the end of the file."""
        self._forget()
        if len(self._text) > MOST_CHARACTERS:
            raise self._objects.refused(_TOO_LONG, place=self._place)
        pieces, count = [self._text], 0
        while count < wanted and (piece := next(self._pieces, "")):
            pieces.append(piece)
            count += len(piece)
        self._text = "".join(pieces)
        return count > 0

    def _forget(self) -> None:
        """Let go of the text that is done."""
        self._line, self._column = self._where(self._at)
        self._text = self._text[self._at :]
        self._at = 0

    def _where(self, at: int) -> tuple[int, int]:
        lines = self._text.count("\n", 0, at)
        if not lines:
            return self._line, self._column + at
        return self._line + lines, at - self._text.rfind("\n", 0, at)

    def _broken(self, at: int) -> ReadError:
        line, column = self._where(at)
        return self._objects.refused(_BROKEN, line=line, column=column)

    def _no_number(self, name: str) -> Any:
        raise self._objects.refused(_NO_NUMBER, name=name)
