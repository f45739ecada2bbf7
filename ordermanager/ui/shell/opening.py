"""What is shown where opening the workspace takes long: after an update a large one is brought up to date first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from ordermanager.ui.controls.plain import PlainLabel
from ordermanager.ui.look.theme import DIALOG_MARGINS, larger_font

_WIDTH = 420


class OpeningNotice(QWidget):
    """A small window without buttons: what it waits for cannot be left half-done, and ends by itself."""

    def __init__(self) -> None:
        super().__init__(
            None, Qt.WindowType.Window | Qt.WindowType.CustomizeWindowHint | Qt.WindowType.WindowTitleHint
        )
        self.setWindowTitle("Order Manager")
        title = PlainLabel(self.tr("Opening your orders…"), self)
        title.setFont(larger_font())
        text = PlainLabel(
            self.tr(
                "After an update this can take a minute for a great many orders. Nothing is sent meanwhile."
            ),
            self,
            role="muted",
            wrap=True,
        )
        bar = QProgressBar(self)
        bar.setRange(0, 0)  # how far SQLite is, it does not say
        bar.setTextVisible(False)
        bar.setAccessibleName(title.text())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*DIALOG_MARGINS)
        for widget in (title, text, bar):
            layout.addWidget(widget)
        self.setFixedWidth(_WIDTH)
