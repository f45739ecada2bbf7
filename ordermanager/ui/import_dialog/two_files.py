"""Which of two joined files the columns are of: the one with the orders, or the one with their items."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabBar, QWidget

if TYPE_CHECKING:
    from ordermanager.importing.recognised import ColumnView
    from ordermanager.ui.import_dialog.looking import Look


class FileSwitch(QTabBar):
    """Two tabs with the files' names, hidden while there is only one file. `switched` says that the other one's
    columns are to be shown.
    """

    switched = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("The file whose columns are shown"))
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self._look: Look | None = None
        self._was_missing = False
        self.addTab("")
        self.addTab("")
        self.hide()
        self.currentChanged.connect(lambda _: self.switched.emit())

    @property
    def is_second(self) -> bool:
        """Whether the columns of the file with the items are shown."""
        return self.currentIndex() == 1

    @property
    def columns(self) -> tuple[ColumnView, ...]:
        """Those to be shown."""
        if self._look is None:
            return ()
        return self._look.items_columns if self.is_second else self._look.columns

    def show_look(self, look: Look) -> bool:
        """The files of a look. True: the one with the items is not understood and has come forward to be mapped."""
        self._look = look
        both = bool(look.items_columns)
        self.setVisible(both)
        self.blockSignals(True)
        self.setTabText(0, self.tr("Orders: {file}").format(file=look.orders_name[:60]))
        self.setTabText(1, self.tr("Items: {file}").format(file=look.items_name[:60]))
        if not both:
            self.setCurrentIndex(0)
        asks = look.items_missing and not self._was_missing
        if both and asks:
            self.setCurrentIndex(1)
        self._was_missing = look.items_missing
        self.blockSignals(False)
        return asks
