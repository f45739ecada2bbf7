"""A box of choices that shortens what it has no room for; its list is as wide as what it says."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox

from ordermanager.ui.look.theme import SPACE, WIDE


class ElidedBox(QComboBox):
    """Qt's own cuts its text in the middle of a letter."""

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """Override QComboBox::initStyleOption."""
        super().initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self).width()
        option.currentText = self.fontMetrics().elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, room - SPACE
        )

    def showPopup(self) -> None:
        """Override QComboBox::showPopup."""
        lines = self.view()
        lines.setMinimumWidth(max(self.width(), lines.sizeHintForColumn(0) + WIDE))
        super().showPopup()
