"""Widgets that show text as text: the only way to labels, message boxes and tool tips with data in them.

Qt guesses rich text in QLabel, QMessageBox and every tool tip, and reads files that such text names
(faults.md 4.8).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QPushButton, QWidget


class PlainLabel(QLabel):
    """A QLabel that never interprets its text. `muted`, `heading` and others are styled by the `role`
    property."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        role: str = "",
        wrap: bool = False,
        selectable: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setWordWrap(wrap)
        if role:
            self.setProperty("role", role)
        if selectable:
            flags = Qt.TextInteractionFlag
            self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)


_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"})
"""As html.escape, whose module brings a table of two thousand names."""


def plain_tooltip(text: str) -> str:
    """`text` as a tool tip that shows exactly these characters, for Qt.ToolTipRole of models."""
    return f"<p style='white-space:pre-wrap'>{text.translate(_ESCAPED)}</p>" if text else ""


def set_plain_tooltip(target: QWidget | QAction, text: str) -> None:
    """Give a widget or an action a tool tip that is never interpreted."""
    target.setToolTip(plain_tooltip(text))


def ask(
    parent: QWidget,
    text: str,
    details: str = "",
    *,
    yes: str,
    no: str,
    destructive: bool = False,
) -> bool:
    """Ask one question with two buttons named by their deeds; True where `yes` was chosen. Escape means
    no."""
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(parent.window().windowTitle())
    box.setIcon(QMessageBox.Icon.Warning if destructive else QMessageBox.Icon.Question)
    box.setText(text)
    box.setInformativeText(details)
    from ordermanager.ui.mnemonics import with_letters

    yes, no = with_letters([yes, no])
    yes_button: QPushButton = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    no_button: QPushButton = box.addButton(no, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(no_button if destructive else yes_button)
    box.setEscapeButton(no_button)
    box.exec()
    is_yes = box.clickedButton() is yes_button
    box.deleteLater()
    return is_yes


def tell(parent: QWidget | None, text: str, details: str = "") -> None:
    """Say something that cannot wait in the message bar, because there is no window to go on in."""
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle("Order Manager")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    box.setInformativeText(details)
    box.exec()
    box.deleteLater()
