"""The first page: choose a file, drop one, or paste a table."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ordermanager.ui.controls.plain import PlainLabel
from ordermanager.ui.controls.sign import Sign
from ordermanager.ui.look.icons import set_icon
from ordermanager.ui.look.theme import DIALOG_MARGINS, GAP, SPACE, WIDE, larger_font, mono_font

PICTURE = 44
ENDINGS = "*.csv *.tsv *.txt *.xlsx *.xlsm *.xlsb *.xls *.ods *.json *.jsonl *.html *.xml"


class SourcePage(QWidget):
    """`chosen` brings a Path, or the pasted text as str; `list_wanted`: the kept mappings."""

    chosen = Signal(object)
    list_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        picture = Sign("import", "muted", PICTURE, self)
        title = PlainLabel(self.tr("Which orders do you want to import?"), self)
        title.setFont(larger_font(1.3))
        kinds = self.tr(
            "CSV, Excel, OpenDocument or JSON. Exports of Shopify, WooCommerce, Etsy, Prom and others are recognised."
        )
        hint = PlainLabel(kinds, self, role="muted", wrap=True)
        self._choose = QPushButton(self.tr("Choose a &file…"), self)
        self._choose.setProperty("role", "primary")
        set_icon(self._choose, "file", "on_accent")
        self._choose.clicked.connect(self.choose_file)
        drop = PlainLabel(self.tr("or drop it here"), self, role="muted")
        self._text = QPlainTextEdit(self)
        self._text.setFont(mono_font())
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._text.setTabChangesFocus(True)
        self._text.setPlaceholderText(self.tr("A table copied from a spreadsheet, with its header, or JSON"))
        label = PlainLabel(self.tr("Or &paste the orders"), self, role="heading")
        label.setBuddy(self._text)
        self._use = QPushButton(self.tr("&Use this text"), self)
        self._use.setEnabled(False)
        self._use.clicked.connect(lambda: self.chosen.emit(self._text.toPlainText()))
        self._text.textChanged.connect(lambda: self._use.setEnabled(not self._text.document().isEmpty()))
        file_line = QHBoxLayout()
        file_line.setSpacing(GAP)
        file_line.addStretch(1)
        file_line.addWidget(self._choose)
        file_line.addWidget(drop)
        file_line.addStretch(1)
        self.saved = QPushButton(self.tr("&Saved columns…"), self)
        self.saved.setAutoDefault(False)
        self.saved.clicked.connect(self.list_wanted)
        use_line = QHBoxLayout()
        use_line.addWidget(self.saved)
        use_line.addStretch(1)
        use_line.addWidget(self._use)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*DIALOG_MARGINS)
        layout.setSpacing(GAP)
        for label_in_middle in (picture, title, hint):
            label_in_middle.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(label_in_middle)
        layout.addSpacing(SPACE)
        layout.addLayout(file_line)
        layout.addSpacing(WIDE)
        layout.addWidget(label)
        layout.addWidget(self._text, 1)
        layout.addLayout(use_line)

    def choose_file(self) -> None:
        """Ask for a file."""
        orders, every = self.tr("Orders"), self.tr("All files")
        name, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("Choose a file with orders"),
            "",
            f"{orders} ({ENDINGS});;{every} (*)",
        )
        if name:
            self.chosen.emit(Path(name))

    def paste(self, text: str) -> None:
        """Put a text into the box."""
        self._text.setPlainText(text)
