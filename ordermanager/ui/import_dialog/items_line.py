"""Says that orders like these had their items in a second file last time, and asks for this time's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ordermanager.ui.controls.flow_layout import FlowLayout
from ordermanager.ui.controls.plain import PlainLabel
from ordermanager.ui.look.icons import set_icon
from ordermanager.ui.look.theme import GAP, SPACE, TIGHT

if TYPE_CHECKING:
    from pathlib import Path

    from ordermanager.services.imports.second_file import SecondFile

_LONGEST = 80


class ItemsLine(QFrame):
    """`choose_wanted`; `take_wanted(path)`: join the file that was proposed."""

    choose_wanted = Signal()
    take_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("bar", "info")
        self.words = PlainLabel("", self, wrap=True)
        buttons = QWidget(self)
        self.take = QPushButton(buttons)
        self.choose = QPushButton(buttons)
        set_icon(self.choose, "file")
        row = FlowLayout(buttons, SPACE, TIGHT)
        row.setContentsMargins(0, 0, 0, 0)
        for button in (self.take, self.choose):
            button.setAutoDefault(False)
            row.addWidget(button)
        column = QVBoxLayout()
        column.setSpacing(TIGHT)
        column.addWidget(self.words)
        column.addWidget(buttons)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GAP, SPACE, GAP, SPACE)
        layout.addLayout(column)
        self._proposed: Path | None = None
        self.choose.clicked.connect(self.choose_wanted)
        self.take.clicked.connect(lambda: self.take_wanted.emit(self._proposed))
        self.show_second(None)

    def show_second(self, second: SecondFile | None, proposed: Path | None = None) -> None:
        """The second file of last time, None: there was none, or this time's is joined; `proposed` fits it."""
        self._proposed = proposed
        self.setVisible(second is not None)
        self.take.setVisible(proposed is not None)
        name = second.name[:_LONGEST] if second is not None else ""
        if proposed is None:
            self.words.setText(self.tr("Its items stood in a second file, {file}.").format(file=name))
            self.choose.setText(self.tr("Choose this time's…"))
            return
        self.words.setText(
            self.tr("Its items stood in a second file, {file}. {proposed} in the same folder fits.").format(
                file=name, proposed=proposed.name[:_LONGEST]
            )
        )
        self.take.setText(self.tr("Join {file}").format(file=proposed.name[:40].replace("&", "&&")))
        self.choose.setText(self.tr("Choose another…"))
