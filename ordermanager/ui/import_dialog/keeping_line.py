"""Whether columns are kept for the next file, whether they were used as last time, and the list of the kept ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from ordermanager.ui.controls.flow_layout import FlowLayout
from ordermanager.ui.controls.plain import PlainLabel
from ordermanager.ui.look.theme import GAP, SPACE

if TYPE_CHECKING:
    from ordermanager.services.imports.prepared import ImportOptions
    from ordermanager.ui.import_dialog.looking import Look


class KeepingLine(QWidget):
    """`keep_wanted(on)`; `anew_wanted(on)`: do not use what was kept, or use it again; `list_wanted`."""

    keep_wanted = Signal(bool)
    anew_wanted = Signal(bool)
    list_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.keep = QCheckBox(self.tr("&Keep changes for files with these headers"), self)
        self.used = PlainLabel("", self, role="muted")
        self.anew = QPushButton(self.tr("Recognise ane&w"), self)
        self.all = QPushButton(self.tr("&Saved columns…"), self)
        line = FlowLayout(self, GAP, SPACE)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.keep)
        line.addWidget(self.used)
        for button in (self.anew, self.all):
            button.setAutoDefault(False)
            line.addWidget(button)
        for part in (self.keep, self.used):
            part.setMinimumHeight(self.all.sizeHint().height())
        self._uses = True
        self.keep.clicked.connect(self.keep_wanted)
        self.anew.clicked.connect(lambda: self.anew_wanted.emit(self._uses))
        self.all.clicked.connect(self.list_wanted)

    def begin(self, options: ImportOptions) -> None:
        """Another file."""
        self.keep.setChecked(options.remember)

    def show_look(self, look: Look) -> None:
        """Say whether a kept mapping was used."""
        self._uses = bool(look.profile)
        self.used.setText(
            self.tr("As last time: “{name}”").format(name=look.profile[:60]) if look.profile else ""
        )
        self.anew.setVisible(bool(look.profile) or not look.uses_profiles)
        self.anew.setText(self.tr("Recognise ane&w") if look.profile else self.tr("As last &time"))
