"""How rows become orders, in words, and what else it could be: the way, and the column with the order's number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QWidget

from ordermanager.importing.mapping.mapping import Grouping
from ordermanager.ui import i18n
from ordermanager.ui.controls.elided_box import ElidedBox
from ordermanager.ui.controls.plain import PlainLabel
from ordermanager.ui.look.theme import GAP, SPACE

if TYPE_CHECKING:
    from ordermanager.ui.import_dialog.looking import Look

RECOGNISED = "recognised"


class GroupingBar(QFrame):
    """`grouping_wanted` brings a Grouping, or None for the recognised one; `order_column_wanted` a column's index."""

    grouping_wanted = Signal(object)
    order_column_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._how = ""
        self.ways = ElidedBox(self)
        self.ways.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.ways.setMinimumContentsLength(16)
        self.columns = ElidedBox(self)
        self.columns.setMinimumContentsLength(10)
        self.columns.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.counted = PlainLabel("", self, wrap=True)
        grid = QGridLayout(self)
        grid.setContentsMargins(GAP, SPACE, GAP, SPACE)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(SPACE)
        titles = (
            (self.tr("How rows become o&rders"), self.ways),
            (self.tr("Order &number in"), self.columns),
        )
        for number, (title, box) in enumerate(titles):
            label = PlainLabel(title, self, role="muted")
            label.setBuddy(box)
            box.setAccessibleName(title.replace("&", ""))
            grid.addWidget(label, 0, number)
            grid.addWidget(box, 1, number)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.counted, 2, 0, 1, 2)
        self.ways.activated.connect(lambda _row: self._take_way())
        self.columns.activated.connect(lambda _row: self._take_column())

    def show_look(self, look: Look) -> None:
        """Show what was recognised or chosen."""
        self.setVisible(bool(look.preview.header))
        self.ways.clear()
        if look.grouping_given:
            self.ways.addItem(self.tr("As it was recognised"), RECOGNISED)
        for choice in look.grouping_choices:
            self.ways.addItem(i18n.text(choice.label), choice.grouping.value)
        self.ways.setCurrentIndex(max(0, self.ways.findData(look.grouping_now)))
        self.ways.setEnabled(self.ways.count() > 1)
        self._how = i18n.text(look.grouping) if look.grouping is not None else ""
        self.columns.clear()
        self.columns.addItem(self.tr("Choose…"), -1)
        for index, title in enumerate(look.preview.header):
            name = title[:60] or self.tr("Column {number}").format(number=index + 1)
            self.columns.addItem(name, index)
        self.columns.setCurrentIndex(max(0, self.columns.findData(look.order_column)))
        rows, orders = look.group_counts
        self.show_counted(rows, orders, is_all=False)

    def show_counted(self, rows: int, orders: int, *, is_all: bool) -> None:
        """How many rows make how many orders: of the first rows, or of the whole file."""
        text = " → ".join((self.tr("%n row(s)", "", rows), self.tr("%n order(s)", "", orders)))
        counts = text if is_all else self.tr("In the first rows: {counts}").format(counts=text)
        is_chosen = self.ways.currentText() == self._how  # it stands above already
        self.counted.setText(counts if is_chosen or not self._how else f"{counts}. {self._how}")

    def _take_way(self) -> None:
        way = self.ways.currentData()
        self.grouping_wanted.emit(None if way == RECOGNISED else Grouping(way))

    def _take_column(self) -> None:
        column = self.columns.currentData()
        if column >= 0:
            self.order_column_wanted.emit(column)
