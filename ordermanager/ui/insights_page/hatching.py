"""Lines over the colour of a part of a chart, so that colour is never the only sign. Lines and no brush with a pattern:
those are stretched with the chart, and are lost in an SVG."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QPen

from ordermanager.ui.look.theme import colours

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtGui import QPainter

_FAR, _NEAR = 7.0, 5.0
"""Pixels from one line to the next."""
_DOWN, _LEVEL, _UP, _UPRIGHT = "down", "level", "up", "upright"
_STYLES: tuple[tuple[str, ...], ...] = ((), (_UP,), (_LEVEL,), (_UP, _DOWN), (_UPRIGHT,))


def hatch(painter: QPainter, rects: Iterable[QRectF], number: int) -> None:
    """Draw the lines of the part of this number into rectangles; the first part has none."""
    lines = [
        line for rect in rects for style in _STYLES[number % len(_STYLES)] for line in _lines(rect, style)
    ]
    if lines:
        painter.setPen(QPen(QColor(colours().base), 1))
        painter.drawLines(lines)


def _lines(rect: QRectF, style: str) -> Iterator[QLineF]:
    left, right, top, bottom = rect.left(), rect.right(), rect.top(), rect.bottom()
    if style == _LEVEL:
        for y in _steps(top, bottom, _NEAR):
            yield QLineF(left, y, right, y)
    elif style == _UPRIGHT:
        for x in _steps(left, right, _NEAR):
            yield QLineF(x, top, x, bottom)
    elif style == _UP:  # x + y is the same all along a line
        for both in _steps(left + top, right + bottom, _FAR):
            first, last = max(left, both - bottom), min(right, both - top)
            yield QLineF(first, both - first, last, both - last)
    else:  # x - y is
        for both in _steps(left - bottom, right - top, _FAR):
            first, last = max(left, both + top), min(right, both + bottom)
            yield QLineF(first, first - both, last, last - both)


def _steps(begin: float, end: float, step: float) -> Iterator[float]:
    """On a grid of the whole picture, so that lines of neighbours meet."""
    number = int(begin // step) + 1
    while number * step < end:
        yield number * step
        number += 1
