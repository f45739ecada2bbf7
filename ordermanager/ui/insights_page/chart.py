"""Revenue over time as bars. pyqtgraph is imported with this module, so the page imports it when it is first shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyqtgraph
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QToolTip, QWidget

from ordermanager.domain.insights import Bar, Step
from ordermanager.ui import i18n
from ordermanager.ui.plain import plain_tooltip
from ordermanager.ui.theme import colours

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_BAR_WIDTH = 0.72
_MOST_LABELS = 12


class BarChart(pyqtgraph.PlotWidget):  # type: ignore[misc] # pyqtgraph has no types
    """One bar a step; the pointer on a bar tells its numbers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: Sequence[Bar] = ()
        self._step = Step.MONTH
        self._currency = ""
        plot = self.getPlotItem()
        plot.hideButtons()
        plot.setMenuEnabled(False)
        plot.setMouseEnabled(x=False, y=False)
        self.setAccessibleName(self.tr("Revenue over time"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._item = pyqtgraph.BarGraphItem(x=[], height=[], width=_BAR_WIDTH)
        self._item.setZValue(1)  # above the lines of the grid
        plot.addItem(self._item)
        for name in ("bottom", "left"):
            plot.getAxis(name).setStyle(tickLength=0, tickTextOffset=6)
            plot.getAxis(name).setZValue(-1)
        self.scene().sigMouseMoved.connect(self._on_pointer)
        self.retint()

    def show_bars(self, bars: Sequence[Bar], step: Step, currency: str) -> None:
        """Show these."""
        self._bars, self._step, self._currency = bars, step, currency
        self._item.setOpts(x=list(range(len(bars))), height=[float(bar.revenue) for bar in bars])
        axis = self.getPlotItem().getAxis("bottom")
        every = max(1, -(-len(bars) // _MOST_LABELS))
        axis.setTicks([[(place, self._short(bar)) for place, bar in enumerate(bars) if place % every == 0]])
        self.getPlotItem().setXRange(-0.6, max(len(bars), 8) - 0.4, padding=0)
        top = max((float(bar.revenue) for bar in bars), default=1.0)
        self.getPlotItem().setYRange(0, top * 1.08 or 1.0, padding=0)

    def retint(self) -> None:
        """The theme changed."""
        theme = colours()
        self.setBackground(theme.base)
        self._item.setOpts(brush=QColor(theme.accent), pen=QColor(theme.accent))
        for name in ("bottom", "left"):
            axis: Any = self.getPlotItem().getAxis(name)
            axis.setPen(QColor(theme.line))
            axis.setTextPen(QColor(theme.muted))
        self.getPlotItem().showGrid(x=False, y=True, alpha=0.15)

    def words(self, bar: Bar) -> str:
        """A bar's numbers."""
        sales = self.tr("%n sale(s)", "", bar.sales)
        return f"{self._short(bar)}: {i18n.money(bar.revenue, self._currency)}, {sales}"

    def save(self, path: Path) -> None:
        """Write a picture: .svg as lines, anything else as pixels. Raises OSError."""
        if path.suffix.lower() != ".svg":
            if not self.grab().save(str(path)):
                raise OSError(str(path))
            return
        generator = QSvgGenerator()
        generator.setFileName(str(path))
        generator.setSize(QSize(self.width(), self.height()))
        generator.setViewBox(QRect(0, 0, self.width(), self.height()))
        painter = QPainter()
        if not painter.begin(generator):
            raise OSError(str(path))
        self.render(painter)
        painter.end()

    def _short(self, bar: Bar) -> str:
        if self._step is Step.MONTH:
            return f"{bar.begin:%m.%Y}"
        return f"{bar.begin:%d.%m.%y}"

    def _on_pointer(self, place: Any) -> None:
        number = round(self.getPlotItem().vb.mapSceneToView(place).x())
        if 0 <= number < len(self._bars):
            point = self.mapToGlobal(self.mapFromScene(place))
            QToolTip.showText(point, plain_tooltip(self.words(self._bars[number])), self)
