"""The file as it stands: its raw rows live with encoding, delimiter and header row; rows that are ignored, with the
reason, to be taken in after all; and the second file with the items."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ordermanager.services.imports.answers import NO_HEADER
from ordermanager.ui.controls.flow_layout import FlowLayout
from ordermanager.ui.controls.plain import PlainLabel, set_plain_tooltip
from ordermanager.ui.import_dialog.raw_table import RawModel, RawRow, RawTable, raw_rows
from ordermanager.ui.import_dialog.reading_bar import ReadingDetails
from ordermanager.ui.import_dialog.source_page import ENDINGS
from ordermanager.ui.look.icons import set_icon
from ordermanager.ui.look.theme import GAP, SPACE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ordermanager.domain.sentences import Sentence
    from ordermanager.ui.import_dialog.looking import Look

LEAST_LINES = 7
"""Of the table, with its titles: where they have no room the tab scrolls."""


class FileTab(QWidget):
    """`header_wanted(row)`; `row_wanted(row, True: an order | False: none | None: as recognised)`; `items_wanted` (Path
    or None): the second file."""

    header_wanted = Signal(int)
    row_wanted = Signal(int, object)
    items_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = RawModel(self)
        self.reading = ReadingDetails(self)
        self.table = RawTable(self.model, self)
        self.table.setMinimumHeight(LEAST_LINES * self.fontMetrics().height())
        self._look: Look | None = None
        self._counted: Mapping[int, Sentence] = {}
        self._build()
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._enable())
        self._enable()

    def begin(self) -> None:
        """Another file."""
        self._counted = {}
        self.only_ignored.setChecked(False)

    def show_look(self, look: Look) -> None:
        """Show how the file is read now."""
        self._look = look
        self.reading.show_look(look)
        self._show()
        joined = look.items_file
        self._second.setText(
            self.tr("Items from {file}").format(file=joined)
            if joined
            else self.tr("Are the items in another file?")
        )
        self.remove_items.setVisible(bool(joined))

    def show_counted(self, reasons: Mapping[int, Sentence]) -> None:
        """The whole file was read: all of its ignored rows are known."""
        self._counted = reasons
        self._show()

    # -- making

    def _build(self) -> None:
        self.only_ignored = QCheckBox(self.tr("&Ignored rows only"), self)
        self.only_ignored.toggled.connect(self._on_only)
        self.as_header = QPushButton(self.tr("This is the hea&der"), self)
        self.no_header = QPushButton(self.tr("There is &no header"), self)
        self.as_order = QPushButton(self.tr("This is an &order"), self)
        self.as_none = QPushButton(self.tr("I&gnore this row"), self)
        self.as_order.clicked.connect(lambda: self._want(is_order=True))
        self.as_none.clicked.connect(lambda: self._want(is_order=False))
        self.as_header.clicked.connect(self._want_header)
        self.no_header.clicked.connect(lambda: self.header_wanted.emit(NO_HEADER))
        for button, keys in ((self.as_order, "Insert"), (self.as_none, "Delete")):
            set_plain_tooltip(button, QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText))
            shortcut = QShortcut(QKeySequence(keys), self.table)
            shortcut.activated.connect(button.click)
        self.words = PlainLabel("", self, role="muted", wrap=True)
        tools = QWidget(self)
        line = FlowLayout(tools, SPACE, SPACE)
        line.setContentsMargins(0, 0, 0, 0)
        for part in (self.as_header, self.no_header, self.as_order, self.as_none):
            line.addWidget(part)
        top = QHBoxLayout()
        top.setSpacing(GAP)
        top.addWidget(self.reading, 1)
        top.addWidget(self.only_ignored, 0, Qt.AlignmentFlag.AlignBottom)
        self._second = PlainLabel("", self, wrap=True)
        self.choose_items = QPushButton(self.tr("Choose the &second file…"), self)
        set_icon(self.choose_items, "file")
        set_plain_tooltip(
            self.choose_items, self.tr("Etsy, for example, exports orders and their items apart")
        )
        self.choose_items.clicked.connect(self.ask_items)
        self.remove_items = QPushButton(self.tr("Without it"), self)
        self.remove_items.clicked.connect(lambda: self.items_wanted.emit(None))
        row_buttons = (self.as_header, self.no_header, self.as_order, self.as_none)
        for button in (*row_buttons, self.choose_items, self.remove_items):
            button.setAutoDefault(False)
        second = QHBoxLayout()
        second.setSpacing(SPACE)
        second.addWidget(self._second, 1)
        second.addWidget(self.remove_items)
        second.addWidget(self.choose_items)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, SPACE, 0, 0)
        layout.setSpacing(SPACE)
        layout.addLayout(top)
        layout.addWidget(self.words)
        layout.addWidget(self.table, 1)
        layout.addWidget(tools)
        layout.addLayout(second)

    # -- inside

    def _show(self) -> None:
        look = self._look
        if look is None:
            return
        reasons = {**look.ignored, **self._counted}
        current = self._current()
        rows = raw_rows(look.head, look.preview.header_row or 0, reasons, look.left_rows, look.kept_rows)
        self.model.set_rows(rows, look.preview.header)
        if current is not None and (place := self.model.place_of(current.number)) >= 0:
            self.table.setCurrentIndex(self.model.index(place, 0))
        ignored = sum(row.kind in ("above", "ignored", "left") for row in rows)
        self.words.setText(
            self.tr("%n row(s) left out as no orders; each says why.", "", ignored)
            if ignored
            else self.tr("No row of the file is left out so far.")
        )
        self._enable()

    def _current(self) -> RawRow | None:
        return self.model.row_at(self.table.currentIndex().row())

    def _enable(self) -> None:
        row = self._current()
        kind = row.kind if row is not None else ""
        has_header = self._look is not None and bool(self._look.preview.header_row)
        self.as_header.setEnabled(kind not in ("", "header"))
        self.no_header.setEnabled(has_header)
        self.as_order.setEnabled(kind in ("ignored", "left", "header"))
        self.as_none.setEnabled(kind in ("data", "kept"))

    def _on_only(self, only: bool) -> None:
        self.model.show_ignored_only(only)
        self._enable()

    def _want(self, *, is_order: bool) -> None:
        row = self._current()
        if row is not None and row.kind == "header":
            self.header_wanted.emit(NO_HEADER)
        elif row is not None:
            undoes = (row.kind, is_order) in (("left", True), ("kept", False))
            self.row_wanted.emit(row.number, None if undoes else is_order)

    def _want_header(self) -> None:
        row = self._current()
        if row is not None:
            self.header_wanted.emit(row.number)

    def ask_items(self) -> None:
        """Let the second file be chosen, from where the first one lies."""
        folder = self._look.folder if self._look is not None else ""
        orders, every = self.tr("Orders"), self.tr("All files")
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("The file with the items"), folder, f"{orders} ({ENDINGS});;{every} (*)"
        )
        if name:
            self.items_wanted.emit(Path(name))
