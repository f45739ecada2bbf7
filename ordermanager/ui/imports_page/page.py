"""The page of imports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ordermanager.ui.big_table.delegate import CellDelegate
from ordermanager.ui.big_table.header import BigTableHeader
from ordermanager.ui.big_table.painted_table import PaintedTable
from ordermanager.ui.controls.empty_state import EmptyState
from ordermanager.ui.controls.flow_layout import FlowLayout
from ordermanager.ui.controls.plain import PlainLabel, set_plain_tooltip
from ordermanager.ui.controls.row_list import dress_as_row_list
from ordermanager.ui.controls.word_fold import WordFold
from ordermanager.ui.imports_page.details import ImportDetails
from ordermanager.ui.imports_page.table import ImportTableModel, file_name, import_columns
from ordermanager.ui.look.icons import set_icon
from ordermanager.ui.look.theme import GAP, SPACE, larger_font

if TYPE_CHECKING:
    from collections.abc import Callable

    from ordermanager.services.app import Services
    from ordermanager.services.notices import Changes
    from ordermanager.store.imports.records import ImportRecord
    from ordermanager.ui.actions.actions import Actions
    from ordermanager.ui.jobs import Jobs


class ImportsPage(QWidget):
    """`orders_asked` brings an import's number and file, `undo_asked` its number, `same_way_asked` its number."""

    orders_asked = Signal(int, str)
    undo_asked = Signal(int, str)
    same_way_asked = Signal(int)
    rejected_asked = Signal(int, str)
    profiles_asked = Signal()

    def __init__(
        self, services: Services, jobs: Jobs, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.services = services
        self.jobs = jobs
        self._actions = actions
        self._is_loaded = False
        self._layouts: dict[str, str] = {}
        columns = import_columns(services.settings.get().timezone, lambda name: self._layouts.get(name, name))
        self.model = ImportTableModel(columns, self)
        self._build()
        jobs.changed.connect(self._on_changed)

    def _build(self) -> None:
        title = PlainLabel(self.tr("Imports"), self, role="heading")
        title.setFont(larger_font(1.2))
        self._show_orders = self._button(self.tr("Its orders"), "all", self._ask_orders)
        self._same_way = self._button(self.tr("Import the same way…"), "import", self._ask_same_way)
        self._rejected = self._button(self.tr("Rows with errors…"), "save", self._ask_rejected)
        set_plain_tooltip(
            self._rejected,
            self.tr(
                "The rows of its file whose orders still have errors, as they stand there, with what is wrong"
            ),
        )
        self._saved = self._button(self.tr("Saved columns…"), "form", self.profiles_asked.emit)
        self._undo = self._button(self.tr("Take back…"), "undo", self._ask_undo)
        set_plain_tooltip(
            self._undo,
            self.tr(
                "Remove what this import brought; orders that were sent or changed since stay as they are"
            ),
        )
        tools = QWidget(self)
        line = FlowLayout(tools, SPACE, SPACE)
        line.setContentsMargins(GAP, SPACE, GAP, SPACE)
        title.setMinimumHeight(self._undo.sizeHint().height())
        for part in (title, self._show_orders, self._same_way, self._rejected, self._saved, self._undo):
            line.addWidget(part)
        line.push_right(self._show_orders)
        WordFold(
            self,
            (self._show_orders, self._same_way, self._rejected, self._saved, self._undo),
            (title,),
            lines=2,
        )
        self.table = self._make_table()
        self._empty = EmptyState(self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(tools)
        self.details = ImportDetails(
            self.services.settings.get().timezone, lambda name: self._layouts.get(name, name), self
        )
        column.addWidget(self._stack, 3)
        column.addWidget(self.details, 1)
        self._enable()

    def _button(self, text: str, picture: str, deed: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        set_icon(button, picture)
        button.clicked.connect(lambda: deed())
        return button

    def _make_table(self) -> QTableView:
        table = PaintedTable(self)
        table.setHorizontalHeader(BigTableHeader(cast("Any", self.model), table))
        table.setItemDelegate(CellDelegate(table))
        table.setModel(self.model)
        dress_as_row_list(table, self.tr("Imports"))
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 2 * SPACE - 2)
        letter = table.fontMetrics().horizontalAdvance("0")
        for section, column in enumerate(self.model.columns):
            table.setColumnWidth(section, int(column.width * letter) + 2 * SPACE)
        table.selectionModel().currentRowChanged.connect(lambda _current, _previous: self._enable())
        table.activated.connect(lambda _index: self._ask_orders())
        return table

    def load(self) -> None:
        """Read the list; called when the page is shown."""
        self._is_loaded = True
        importing = self.services.importing
        self.jobs.read(
            (id(self), "imports"),
            lambda: (importing.list(), dict(importing.layouts())),
            self._show,
            owner=self,
        )

    def focus_list(self) -> None:
        """Put the keyboard into the list."""
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def retint(self) -> None:
        """The theme changed."""
        self._empty.retint()

    def _on_changed(self, changes: Changes) -> None:
        if changes.imports and self._is_loaded:
            self.load()

    def _show(self, answer: tuple[list[ImportRecord], dict[str, str]]) -> None:
        records, self._layouts = answer
        row = max(0, self.table.currentIndex().row())
        self.model.set_records(records)
        if records:
            self._stack.setCurrentWidget(self.table)
            self.table.setCurrentIndex(self.model.index(min(row, len(records) - 1), 0))
        else:
            self._empty.show_state(
                "imports",
                self.tr("No imports yet"),
                self.tr(
                    "Drop a file from your shop on this window, or choose one. Nothing is sent by importing."
                ),
                [self._actions["import"]],
            )
            self._stack.setCurrentWidget(self._empty)
        self._enable()
        if records and self._saved.hasFocus():  # it got the keyboard because nothing else could have it yet
            self.focus_list()

    def _current(self) -> ImportRecord | None:
        index = self.table.currentIndex()
        return self.model.row_at(index.row()) if index.isValid() else None

    def _enable(self) -> None:
        record = self._current()
        self._show_orders.setEnabled(record is not None)
        self._undo.setEnabled(record is not None and not record.undone_at)
        self._same_way.setEnabled(record is not None)
        bad = record.counts.get("with_problems", 0) if record is not None else 0
        self._rejected.setEnabled(bad > 0)
        self.details.setVisible(record is not None)
        self.details.show_record(record)

    def _ask_same_way(self) -> None:
        record = self._current()
        if record is not None:
            self.same_way_asked.emit(record.id)

    def _ask_rejected(self) -> None:
        record = self._current()
        if record is not None:
            self.rejected_asked.emit(record.id, file_name(record))

    def _ask_orders(self) -> None:
        record = self._current()
        if record is not None:
            self.orders_asked.emit(record.id, file_name(record))

    def _ask_undo(self) -> None:
        record = self._current()
        if record is not None:
            self.undo_asked.emit(record.id, file_name(record))
