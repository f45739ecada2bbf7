"""The mapping by field: a table of all fields, and below it a card that changes the current one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ordermanager.ui.controls.fitting_scroll import FittingScroll
from ordermanager.ui.import_dialog.field_card import FieldCard
from ordermanager.ui.import_dialog.fields_table import FieldsModel, FieldsTable
from ordermanager.ui.look.theme import GAP

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from ordermanager.ui.import_dialog.looking import Look


class FieldsTab(QWidget):
    """What the user wants is said by the signals of `card`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles: tuple[str, ...] = ()
        self.model = FieldsModel(self)
        self.table = FieldsTable(self.model, self)
        scroll = FittingScroll(parent=self)
        self.card = FieldCard(scroll.viewport())
        scroll.hold(self.card)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GAP, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.table, 1)
        layout.addWidget(scroll)
        self.table.selectionModel().currentRowChanged.connect(self._on_current)
        self.table.doubleClicked.connect(lambda _index: self.card.focus_first())

    def show_look(self, look: Look) -> None:
        """Show how the fields are filled now; the current field stays."""
        self._titles = look.preview.header
        self.model.set_fields(look.fields, self._titles, look.missing)
        row = self.table.currentIndex().row()
        if row < 0 and look.fields:
            row = next((self.model.row_of(name) for name in look.missing), 0)
            self.table.setCurrentIndex(self.model.index(max(0, row), 0))
        self._show_current(self.table.currentIndex().row())

    def go_to(self, name: str) -> None:
        """Make a field the current one."""
        row = self.model.row_of(name)
        if row >= 0:
            self.table.setCurrentIndex(self.model.index(row, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QWidget::keyPressEvent: Enter on a field goes to its card."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
        if enter and self.table.hasFocus():
            self.card.focus_first()
            return
        super().keyPressEvent(event)

    def _on_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self._show_current(current.row())

    def _show_current(self, row: int) -> None:
        self.card.show_field(self.model.row_at(row), self._titles)
