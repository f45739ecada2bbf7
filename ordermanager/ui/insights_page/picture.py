"""A part of the page as a picture that says by itself what it shows: its title above, its legend below."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QGraphicsView

from ordermanager.ui.insights_page.legend import PATCH, paint_patch
from ordermanager.ui.look.theme import GAP, SPACE, WIDE, colours, larger_font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintDevice
    from PySide6.QtWidgets import QWidget

_SHARPNESS = 2
"""Pixels of a PNG for one of the screen: it is looked at enlarged, and printed."""


class Picture(NamedTuple):
    """`title` and `note` stand above; `legend` are (colour of the theme, words) below."""

    widget: QWidget
    title: str
    note: str = ""
    legend: Sequence[tuple[str, str]] = ()
    has_patterns: bool = False

    def as_bytes(self, suffix: str) -> bytes:
        """The file: .svg as lines, anything else as PNG."""
        size = self._size()
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        if suffix == ".svg":
            generator = QSvgGenerator()
            generator.setOutputDevice(buffer)
            generator.setSize(size)
            # else words and axes come out smaller than the rest
            generator.setResolution(self.widget.logicalDpiX())
            generator.setViewBox(QRect(QPoint(0, 0), size))
            generator.setTitle(self.title)
            generator.setDescription(self.note)
            self._paint(generator, size)
        else:
            image = QImage(size * _SHARPNESS, QImage.Format.Format_RGB32)
            image.setDevicePixelRatio(_SHARPNESS)
            self._paint(image, size)
            image.save(buffer, "PNG")  # type: ignore[call-overload] # the stubs know only the name as bytes
        return bytes(buffer.data().data())

    def _line(self) -> int:
        return self.widget.fontMetrics().height()

    def _head(self) -> int:
        return WIDE + self._line() + (SPACE + self._line() if self.note else 0) + GAP

    def _lines(self) -> list[list[tuple[str, str]]]:
        """The legend, as many entries in a line as there is room for."""
        lines: list[list[tuple[str, str]]] = []
        room = 0
        for entry in self.legend:
            width = self._width(entry[1])
            if width > room or not lines:
                lines.append([])
                room = self.widget.width()
            lines[-1].append(entry)
            room -= width
        return lines

    def _width(self, words: str) -> int:
        return PATCH + SPACE + self.widget.fontMetrics().horizontalAdvance(words) + WIDE

    def _size(self) -> QSize:
        below = len(self._lines()) * (self._line() + SPACE)
        return QSize(self.widget.width() + 2 * WIDE, self._head() + self.widget.height() + below + WIDE)

    def _paint(self, device: QPaintDevice, size: QSize) -> None:
        theme = colours()
        painter = QPainter(device)
        painter.fillRect(QRect(QPoint(0, 0), size), QColor(theme.base))
        painter.setPen(QColor(theme.text))
        painter.setFont(larger_font(1.0))
        left, top, width = WIDE, WIDE, self.widget.width()
        beginning = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(left, top, width, self._line()), beginning, self.title)
        painter.setFont(self.widget.font())
        painter.setPen(QColor(theme.muted))
        if self.note:
            top += self._line() + SPACE
            painter.drawText(QRect(left, top, width, self._line()), beginning, self.note)
        top = self._head()
        if isinstance(self.widget, QGraphicsView):
            whole = self.widget.viewport().rect()
            self.widget.render(painter, whole.translated(left, top), whole)
        else:
            self.widget.render(painter, QPoint(left, top))
        top += self.widget.height() + SPACE
        number = 0
        for entries in self._lines():
            x = left
            for tone, words in entries:
                patch = QRect(x, top + (self._line() - PATCH) // 2, PATCH, PATCH)
                paint_patch(painter, patch, number if self.has_patterns else 0, tone)
                painter.setPen(QColor(theme.muted))
                number += 1
                place = QRect(x + PATCH + SPACE, top, self._width(words), self._line())
                painter.drawText(place, beginning, words)
                x += self._width(words)
            top += self._line() + SPACE
        painter.end()
