"""The RFM table: customers by the time since their last sale (columns) and their number of sales (rows)."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ordermanager.domain.insights.insights import FREQUENCY_CAP, NEVER, RECENCY_DAYS, Mood, RfmCell, mood
from ordermanager.ui import i18n
from ordermanager.ui.controls.plain import plain_tooltip
from ordermanager.ui.look.theme import SPACE, colours

if TYPE_CHECKING:
    from collections.abc import Sequence

AnyIndex = QModelIndex | QPersistentModelIndex
RECENCIES = (*range(len(RECENCY_DAYS) + 1), NEVER)
FREQUENCIES = tuple(range(FREQUENCY_CAP, -1, -1))
CELL_ROLE = Qt.ItemDataRole.UserRole
_EMPTY, _FAINTEST, _STRONGEST = 0.06, 0.2, 0.4
"""How much of its colour a cell has: without customers, with the fewest, with the most. More would make the figures
hard to read on a dark ground (contrast 4.5)."""


class RfmModel(QAbstractTableModel):
    """Every cell of the grid, also those without customers. `CELL_ROLE` gives the RfmCell."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cells: dict[tuple[int, int], RfmCell] = {}
        self.currency = ""
        self.is_money = False
        self._top = Decimal(0)

    def show(self, cells: Sequence[RfmCell], currency: str) -> None:
        """Show these."""
        self.beginResetModel()
        self._cells = {(cell.recency, cell.frequency): cell for cell in cells}
        self.currency = currency
        self._measure()
        self.endResetModel()

    def show_money(self, is_money: bool) -> None:
        """Show the revenue of each cell instead of its customers, or the other way round."""
        self.beginResetModel()
        self.is_money = is_money
        self._measure()
        self.endResetModel()

    def _measure(self) -> None:
        buyers = [cell for cell in self._cells.values() if cell.frequency]
        self._top = max((self.value_of(cell) for cell in buyers), default=Decimal(0))

    def value_of(self, cell: RfmCell) -> Decimal:
        """What the cell's shade stands for."""
        return cell.revenue if self.is_money else Decimal(cell.customers)

    def share_of(self, cell: RfmCell) -> float:
        """Of the greatest cell, up to 1."""
        return min(1.0, float(self.value_of(cell) / self._top)) if self._top > 0 else 0.0

    def text_of(self, cell: RfmCell) -> str:
        """What stands in the cell."""
        if not self.is_money:
            return i18n.count(cell.customers)
        return i18n.count(round(cell.revenue)) if cell.sales else ""

    def cell(self, index: AnyIndex) -> RfmCell | None:
        """The customers of a cell; None where there are none."""
        return self._cells.get((RECENCIES[index.column()], FREQUENCIES[index.row()]))

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Override QAbstractItemModel::rowCount."""
        return 0 if parent.isValid() else len(FREQUENCIES)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Override QAbstractItemModel::columnCount."""
        return 0 if parent.isValid() else len(RECENCIES)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Override QAbstractItemModel::data."""
        cell = self.cell(index)
        if role == CELL_ROLE:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text_of(cell) if cell else ""
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(self.words(index)) if cell else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.words(index)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Override QAbstractItemModel::headerData."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self.recency_words(RECENCIES[section])
        return self.frequency_words(FREQUENCIES[section])

    def words(self, index: AnyIndex) -> str:
        """A cell read aloud."""
        cell = self.cell(index)
        place = self.place_words(RECENCIES[index.column()], FREQUENCIES[index.row()])
        if cell is None:
            return self.tr("{cell}: nobody").format(cell=place)
        head = self.tr("%n customer(s)", "", cell.customers)
        money = i18n.money(cell.revenue, self.currency)
        mood_words = {
            Mood.LOYAL: self.tr("loyal"),
            Mood.AT_RISK: self.tr("at risk"),
            Mood.NO_SALES: self.tr("no sales"),
            Mood.PASSING: "",
        }[cell.mood]
        parts = [place, head, money if cell.sales else "", mood_words]
        return "\n".join(part for part in parts if part)

    def recency_words(self, recency: int) -> str:
        """The title of a column."""
        return {
            0: self.tr("2 weeks"),
            1: self.tr("1 month"),
            2: self.tr("2 months"),
            3: self.tr("3 months"),
            4: self.tr("6 months"),
            5: self.tr("1 year"),
            6: self.tr("longer"),
            NEVER: self.tr("never"),
        }[recency]

    def last_sale_words(self, recency: int) -> str:
        """When the last sale of the customers in a column was, where there is room to say it."""
        return {
            0: self.tr("the last one less than 2 weeks ago"),
            1: self.tr("the last one 2 weeks to 1 month ago"),
            2: self.tr("the last one 1 to 2 months ago"),
            3: self.tr("the last one 2 to 3 months ago"),
            4: self.tr("the last one 3 to 6 months ago"),
            5: self.tr("the last one 6 months to 1 year ago"),
            6: self.tr("the last one more than 1 year ago"),
            NEVER: "",
        }[recency]

    def place_words(self, recency: int, frequency: int) -> str:
        """A row and a column in words."""
        sales = self.frequency_words(frequency)
        if frequency == FREQUENCY_CAP:
            sales = self.tr("%n sales or more", "", frequency)
        when = self.last_sale_words(recency)
        return f"{sales}, {when}" if frequency and when else sales

    def frequency_words(self, frequency: int) -> str:
        """The title of a row."""
        if frequency == 0:
            return self.tr("no sale")
        if frequency == FREQUENCY_CAP:
            return self.tr("%n and more", "", frequency)
        return self.tr("%n sale(s)", "", frequency)


class _CellDelegate(QStyledItemDelegate):
    """A shade for the number of customers, a colour for how they stand; the number says the same in figures."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Override QStyledItemDelegate::paint."""
        style: Any = option
        theme = colours()
        model = index.model()
        if not isinstance(model, RfmModel):
            return
        cell = model.cell(index)
        place: QRect = style.rect.adjusted(1, 1, -1, -1)
        tint = {
            Mood.LOYAL: theme.good,
            Mood.AT_RISK: theme.error,
            Mood.NO_SALES: theme.muted,
            Mood.PASSING: theme.accent,
        }[mood(RECENCIES[index.column()], FREQUENCIES[index.row()])]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(style.rect, QColor(theme.base))
        ground = QColor(tint)
        share = model.share_of(cell) if cell else 0.0
        ground.setAlphaF(_EMPTY if cell is None else _FAINTEST + (_STRONGEST - _FAINTEST) * share)
        painter.setPen(Qt.PenStyle.NoPen if cell is None else QColor(tint))
        painter.setBrush(ground)
        painter.drawRoundedRect(place, 4, 4)
        if style.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(theme.accent))
            painter.drawRoundedRect(place, 4, 4)
            painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), 3, 3)
        if cell is not None:
            painter.setPen(QColor(theme.text))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, model.text_of(cell))
        painter.restore()


class RfmView(QTableView):
    """`cell_chosen` brings a RfmCell, or None for a cell without customers."""

    cell_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = RfmModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_CellDelegate(self))
        self.setAccessibleName(self.tr("Customers by last sale and number of sales"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setHighlightSections(False)
        titles = (self._model.recency_words(recency) for recency in RECENCIES)
        widest = max(map(self.fontMetrics().horizontalAdvance, titles))
        self.horizontalHeader().setMinimumSectionSize(widest + SPACE)  # sooner it scrolls than cuts them
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setHighlightSections(False)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        height = self.fontMetrics().height() + 2 * SPACE
        self.verticalHeader().setDefaultSectionSize(height)
        self.setFixedHeight(height * len(FREQUENCIES) + self.horizontalHeader().sizeHint().height() + 4)
        self.selectionModel().currentChanged.connect(self._on_current)

    def show_cells(self, cells: Sequence[RfmCell], currency: str) -> None:
        """Show these; the chosen cell stays chosen."""
        current = self.currentIndex()
        row, column = current.row(), current.column()
        self._model.show(cells, currency)
        if row >= 0:
            self.setCurrentIndex(self._model.index(row, column))

    def show_money(self, is_money: bool) -> None:
        """Revenue in the cells, or customers; the chosen cell stays chosen."""
        current = self.currentIndex()
        row, column = current.row(), current.column()
        self._model.show_money(is_money)
        if row >= 0:
            self.setCurrentIndex(self._model.index(row, column))

    @property
    def legend(self) -> tuple[tuple[str, str], ...]:
        """What the colours stand for."""
        return (
            ("good", self.tr("loyal: several sales, the last within two months")),
            ("accent", self.tr("in between")),
            ("error", self.tr("at risk: nothing for long")),
            ("muted", self.tr("no sales")),
        )

    def title_of(self, cell: RfmCell) -> str:
        """A cell in words, for the head of the list of its customers."""
        return self._model.place_words(cell.recency, cell.frequency)

    def _on_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.cell_chosen.emit(self._model.cell(current) if current.isValid() else None)
