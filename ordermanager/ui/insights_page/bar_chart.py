"""Bars over time, one or several parts each. pyqtgraph is imported with this module, so a page imports it when it is
first shown."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pyqtgraph
from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor
from PySide6.QtWidgets import QToolTip, QWidget

from ordermanager.ui import i18n
from ordermanager.ui.controls.plain import plain_tooltip
from ordermanager.ui.insights_page.hatching import hatch
from ordermanager.ui.look.theme import SPACE, colours

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QResizeEvent

_BAR_WIDTH = 0.72
_MOST_LABELS = 12
_LEAST_BARS = 8
"""Fewer bars are no wider than so many would be."""
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageUp: -10, Qt.Key.Key_PageDown: 10}


@dataclass(frozen=True, slots=True)
class ChartBar:
    """One bar: what stands under it, what it says in words, and the heights of its parts from below."""

    label: str
    words: str
    heights: tuple[float, ...]


class _Amounts(pyqtgraph.AxisItem):  # type: ignore[misc] # pyqtgraph has no types
    """Numbers as the language writes them."""

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        """Override AxisItem::tickStrings."""
        places = max(0, math.ceil(-math.log10(spacing * scale)))
        return [i18n.axis_number(value * scale, places) for value in values]


class _Part(pyqtgraph.BarGraphItem):  # type: ignore[misc] # pyqtgraph has no types
    """The parts of one number in all bars, with their lines."""

    def __init__(self, number: int, **options: Any) -> None:
        self._number = number
        self._places = [
            QRectF(x - options["width"] / 2, low, options["width"], height)
            for x, low, height in zip(options["x"], options["y0"], options["height"], strict=True)
            if height
        ]
        super().__init__(**options)

    def paint(self, painter: QPainter, *options: Any) -> None:
        """Override BarGraphItem::paint."""
        super().paint(painter, *options)
        to_pixels = painter.worldTransform()
        painter.save()
        painter.resetTransform()
        hatch(painter, map(to_pixels.mapRect, self._places), self._number)
        painter.restore()


class BarChart(pyqtgraph.PlotWidget):  # type: ignore[misc] # pyqtgraph has no types
    """The pointer on a bar, or the arrow keys, tell its numbers; a click or Enter asks for what is behind it."""

    bar_asked = Signal(int)
    labelled = range(0)
    """The bars with a label below them."""
    _bars: Sequence[ChartBar] = ()  # Qt tells the size while the chart is being made

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, enableMenu=False, axisItems={"left": _Amounts("left")})
        self._tones: Sequence[str] = ()
        self._parts: list[Any] = []
        self._current = -1
        plot = self.getPlotItem()
        plot.hideButtons()
        plot.setMouseEnabled(x=False, y=False)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._mark = pyqtgraph.BarGraphItem(x=[], height=[], width=0.96)
        self._mark.setZValue(0.5)
        plot.addItem(self._mark)
        for side in ("bottom", "left"):
            plot.getAxis(side).setStyle(tickLength=0, tickTextOffset=6)
            plot.getAxis(side).setZValue(-1)
        plot.getAxis("left").widthChanged.connect(self._label_bars)  # known when its numbers are painted
        self.scene().sigMouseMoved.connect(self._on_pointer)
        self.scene().sigMouseClicked.connect(self._on_click)
        self.retint()

    @property
    def current(self) -> int:
        """The bar with the keyboard; -1 before the first key."""
        return self._current

    @property
    def bars(self) -> Sequence[ChartBar]:
        """What is shown."""
        return self._bars

    def show_bars(self, bars: Sequence[ChartBar], tones: Sequence[str]) -> None:
        """Show these; `tones` are the colours of the parts (fields of theme.Colours)."""
        self._bars, self._tones, self._current = bars, tones, -1
        plot = self.getPlotItem()
        for part in self._parts:
            plot.removeItem(part)
        places = list(range(len(bars)))
        below = [0.0] * len(bars)
        self._parts = []
        for number in range(len(tones)):
            heights = [bar.heights[number] for bar in bars]
            part = _Part(number, x=places, y0=list(below), height=heights, width=_BAR_WIDTH)
            part.setZValue(1)  # above the lines of the grid
            plot.addItem(part)
            self._parts.append(part)
            below = [low + height for low, height in zip(below, heights, strict=True)]
        self._label_bars()
        plot.setXRange(-0.6, max(len(bars), _LEAST_BARS) - 0.4, padding=0)
        plot.setYRange(0, max(below, default=1.0) * 1.08 or 1.0, padding=0)
        self._draw_mark()
        self.retint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent: more labels, or fewer."""
        super().resizeEvent(event)
        if self._bars:
            self._label_bars()

    def close(self) -> bool:
        """Override PlotWidget::close, which takes the scene and the viewport away from under Qt: there a chart crashed
        that was painted and is a window of its own, as it is where it is tried alone."""
        return QWidget.close(self)

    def _label_bars(self) -> None:
        """Each bar, or every second … so that no label touches the next, with room for the halves of the first and the
        last one that reach beyond their bars."""
        bars, plot, width = self._bars, self.getPlotItem(), self.fontMetrics().horizontalAdvance
        widest = max((width(bar.label) for bar in bars), default=0) + SPACE
        half, axis = widest // 2, int(plot.getAxis("left").width())
        room = max(1, (self.width() - axis - half) * len(bars) // max(len(bars), _LEAST_BARS))
        most = max(1, min(_MOST_LABELS, room // max(1, widest)))
        every = -(-len(bars) // most)
        self.labelled = range(0, len(bars), every or 1)
        below = plot.getAxis("bottom")
        below.setStyle(hideOverlappingLabels=half)
        below.setTicks([[(place, bars[place].label) for place in self.labelled]])
        plot.layout.setContentsMargins(max(0, half - axis), 0, half, 0)

    def retint(self) -> None:
        """The theme changed."""
        theme = colours()
        self.setBackground(theme.base)
        for part, tone in zip(self._parts, self._tones, strict=False):
            # Without a pen: it would draw a line for parts of no height.
            part.setOpts(brush=QColor(str(getattr(theme, tone))), pen=pyqtgraph.mkPen(None))
        self._mark.setOpts(brush=QColor(theme.selection), pen=QColor(theme.accent))
        for side in ("bottom", "left"):
            axis: Any = self.getPlotItem().getAxis(side)
            axis.setPen(QColor(theme.line))
            axis.setTextPen(QColor(theme.muted))
        self.getPlotItem().showGrid(x=False, y=True, alpha=0.6)

    # -- keys and pointer

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QWidget::keyPressEvent: arrows, Home and End go through the bars, Enter asks."""
        key, last = Qt.Key(event.key()), len(self._bars) - 1
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and 0 <= self._current <= last:
            self.bar_asked.emit(self._current)
        elif key in _STEPS and last >= 0:
            self._go(min(max(self._current + _STEPS[key], 0), last) if self._current >= 0 else last)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and last >= 0:
            self._go(0 if key == Qt.Key.Key_Home else last)
        else:
            event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Override QWidget::focusOutEvent: the mark is of the keyboard alone."""
        super().focusOutEvent(event)
        self._current = -1
        self._draw_mark()

    def _go(self, number: int) -> None:
        self._current = number
        self._draw_mark()
        self.setAccessibleDescription(self._bars[number].words)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        top = self.getPlotItem().vb.mapViewToScene(pyqtgraph.Point(number, sum(self._bars[number].heights)))
        QToolTip.showText(
            self.mapToGlobal(self.mapFromScene(top)), plain_tooltip(self._bars[number].words), self
        )

    def _draw_mark(self) -> None:
        if self._current < 0:
            self._mark.setOpts(x=[], height=[])
        else:
            top = self.getPlotItem().vb.viewRange()[1][1]
            self._mark.setOpts(x=[self._current], height=[top])

    def _bar_at(self, place: Any) -> int:
        number = round(self.getPlotItem().vb.mapSceneToView(place).x())
        return number if 0 <= number < len(self._bars) else -1

    def _on_pointer(self, place: Any) -> None:
        number = self._bar_at(place)
        if number >= 0:
            point = self.mapToGlobal(self.mapFromScene(place))
            QToolTip.showText(point, plain_tooltip(self._bars[number].words), self)

    def _on_click(self, event: Any) -> None:
        number = self._bar_at(event.scenePos())
        if number >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.bar_asked.emit(number)
