"""What cells are painted with: a painter that knows its theme, and texts that are shortened and shaped once.

Shaping a text costs as much as drawing it, and a list shows the same texts again and again.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPixmap, QStaticText, QTransform
from PySide6.QtWidgets import QWidget

from ordermanager.ui.look.colours import Pair
from ordermanager.ui.look.icons import pixmap
from ordermanager.ui.look.theme import SPACE, TIGHT, colours, figures_font

PILL_ICON = 14
LONGEST = 300
"""Drawing all of a text of a megabyte takes as long as a screenful of rows; no column shows 300 letters."""
KEPT_LINES = 8000
FONTS = 16
_RIGHT = int(Qt.AlignmentFlag.AlignRight)
_CENTRE = int(Qt.AlignmentFlag.AlignHCenter)


@lru_cache(maxsize=256)
def tint(name: str) -> QColor:
    """The colour of a name (#rrggbb)."""
    return QColor(name)


def fill(painter: QPainter, area: QRect, colour: QColor) -> None:
    """Fill an area. (For `fillRect`, which also takes gradients, PySide learns them and their 180 names at a start.)"""
    painter.setBackground(colour)
    painter.eraseRect(area)


class Lines:
    """Texts of one font, each shortened to the room it has: shaped when it is first seen."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self.metrics = QFontMetrics(font)
        self._lines: dict[tuple[str, int], tuple[QStaticText, int, int]] = {}
        self._advances: dict[str, int] = {}

    def line(self, text: str, room: int) -> tuple[QStaticText, int, int]:
        """The text as it is drawn in `room` pixels, its width and its height."""
        key = (text, room)
        found = self._lines.get(key)
        if found is None:
            if len(self._lines) >= KEPT_LINES:
                self._lines.clear()
            found = self._lines[key] = self._shape(text, room)
        return found

    def advance(self, text: str) -> int:
        """How wide a text is."""
        found = self._advances.get(text)
        if found is None:
            if len(self._advances) >= KEPT_LINES:
                self._advances.clear()
            found = self._advances[text] = self.metrics.horizontalAdvance(text)
        return found

    def _shape(self, text: str, room: int) -> tuple[QStaticText, int, int]:
        plain = text[:LONGEST].replace("\n", " ")
        shaped = QStaticText(self.metrics.elidedText(plain, Qt.TextElideMode.ElideRight, room))
        shaped.setTextFormat(Qt.TextFormat.PlainText)  # data is never read as HTML
        shaped.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
        shaped.prepare(QTransform(), self.font)
        size = shaped.size().toSize()
        return shaped, size.width(), size.height()


_kept: dict[str, Lines] = {}


def lines_of(font: QFont) -> Lines:
    """The texts of a font with digits of one width, so that amounts line up in a column."""
    key = font.key()
    if key not in _kept:
        if len(_kept) >= FONTS:
            _kept.clear()
        _kept[key] = Lines(figures_font(font))
    return _kept[key]


class CellPainter(QPainter):
    """Paints the cells of one paint event of `widget`, in its font with digits of one width."""

    def __init__(self, widget: QWidget, font: QFont) -> None:
        super().__init__(widget)
        self.theme = colours()
        self.ratio = widget.devicePixelRatioF()
        self.lines = lines_of(font)
        self.setFont(self.lines.font)

    def fill(self, area: QRect, colour: QColor) -> None:
        """Fill an area."""
        fill(self, area, colour)


def paint_text(painter: CellPainter, rect: QRect, text: str, align: int, colour: str) -> None:
    """One line of text with the table's margins, shortened at its end where it is too long."""
    room = rect.width() - 2 * SPACE
    if not text or room <= 0:
        return
    line, width, height = painter.lines.line(text, room)
    left = rect.left() + SPACE
    if align & _RIGHT:
        left += room - width
    elif align & _CENTRE:
        left += (room - width) // 2
    painter.setPen(tint(colour))
    painter.drawStaticText(left, rect.top() + (rect.height() - height) // 2, line)


def pill_icon(metrics: QFontMetrics) -> int:
    """Edge of a pill's icon: it grows with large text."""
    return max(PILL_ICON, metrics.height() - TIGHT)


def paint_pill(painter: CellPainter, rect: QRect, text: str, icon_name: str, pair: Pair) -> None:
    """A rounded mark with icon and text, so that colour is never the only sign."""
    lines = painter.lines
    height = min(rect.height() - 2 * TIGHT, lines.metrics.height() + TIGHT)
    room = rect.width() - 2 * SPACE
    edge = pill_icon(lines.metrics)
    width = edge + 2 * (SPACE - 2)
    if text:
        width = min(room, edge + TIGHT + lines.advance(text) + 2 * SPACE)
    if width <= 0 or height <= 0:
        return
    left, top = rect.left() + SPACE, rect.top() + (rect.height() - height) // 2
    painter.drawPixmap(left, top, _pill(width, height, edge, icon_name, pair, painter.ratio))
    # paint_text keeps a margin at both ends, of which the pill has its own.
    place = QRect(left + edge + TIGHT - 2, top, width - edge - 2 * TIGHT + SPACE + 3, height)
    paint_text(painter, place, text, int(Qt.AlignmentFlag.AlignLeft), pair.text)


@lru_cache(maxsize=256)
def _pill(width: int, height: int, edge: int, icon_name: str, pair: Pair, ratio: float) -> QPixmap:
    """A pill without its text."""
    picture = QPixmap(round(width * ratio), round(height * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(pair.ground))
    painter.drawRoundedRect(QRectF(0, 0, width, height), height / 2, height / 2)
    painter.drawPixmap(SPACE - 2, (height - edge) // 2, pixmap(icon_name, pair.text, edge, ratio))
    painter.end()
    return picture
