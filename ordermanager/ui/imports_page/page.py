"""The page of imports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ordermanager.ui import i18n
from ordermanager.ui.big_table.delegate import CellDelegate
from ordermanager.ui.big_table.header import BigTableHeader
from ordermanager.ui.empty_state import EmptyState
from ordermanager.ui.icons import set_icon
from ordermanager.ui.imports_page.table import ImportTableModel, file_name, import_columns
from ordermanager.ui.plain import PlainLabel, set_plain_tooltip
from ordermanager.ui.theme import GAP, SPACE, larger_font

if TYPE_CHECKING:
    from ordermanager.services.app import Services
    from ordermanager.services.notices import Changes
    from ordermanager.store import ImportRecord
    from ordermanager.ui.actions import Actions
    from ordermanager.ui.jobs import Jobs


class ImportsPage(QWidget):
    """`orders_asked` brings an import's number and file, `undo_asked` its number, `same_way_asked` its number."""

    orders_asked = Signal(int, str)
    undo_asked = Signal(int, str)
    same_way_asked = Signal(int)

    def __init__(
        self, services: Services, jobs: Jobs, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._actions = actions
        self._is_loaded = False
        self._layouts: dict[str, str] = {}
        columns = import_columns(services.settings.get().timezone, lambda name: self._layouts.get(name, name))
        self.model = ImportTableModel(columns, self)
        self._build()
        jobs.changed.connect(self._on_changed)

    def _build(self) -> None:
        title = PlainLabel(self.tr("Imports"), self, role="heading")
        title.setFont(larger_font(1.2, bold=True))
        self._show_orders = QPushButton(self.tr("Show its orders"), self)
        set_icon(self._show_orders, "all")
        self._show_orders.clicked.connect(self._ask_orders)
        self._same_way = QPushButton(self.tr("Import another file this way…"), self)
        set_icon(self._same_way, "import")
        self._same_way.clicked.connect(self._ask_same_way)
        self._undo = QPushButton(self.tr("Take back"), self)
        set_icon(self._undo, "undo")
        set_plain_tooltip(
            self._undo,
            self.tr(
                "Remove what this import brought; orders that were queued or sent since stay as they are"
            ),
        )
        self._undo.clicked.connect(self._ask_undo)
        head = QHBoxLayout()
        head.setContentsMargins(GAP, SPACE, GAP, SPACE)
        head.setSpacing(SPACE)
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self._same_way)
        head.addWidget(self._show_orders)
        head.addWidget(self._undo)
        self.table = self._make_table()
        self._empty = EmptyState(self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        self.details = PlainLabel("", self, role="muted", wrap=True, selectable=True)
        self.details.setContentsMargins(GAP, SPACE, GAP, SPACE)
        column.addWidget(self._stack, 1)
        column.addWidget(self.details)
        self._enable()

    def _make_table(self) -> QTableView:
        table = QTableView(self)
        table.setAccessibleName(self.tr("Imports"))
        table.setHorizontalHeader(BigTableHeader(cast("Any", self.model), table))
        table.setItemDelegate(CellDelegate(table))
        table.setModel(self.model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
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
        importing = self._services.importing
        self._jobs.read(
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

    def _current(self) -> ImportRecord | None:
        index = self.table.currentIndex()
        return self.model.row_at(index.row()) if index.isValid() else None

    def _enable(self) -> None:
        record = self._current()
        self._show_orders.setEnabled(record is not None)
        self._undo.setEnabled(record is not None and not record.undone_at)
        self._same_way.setEnabled(record is not None)
        self.details.setText("" if record is None else self._details_of(record))

    def _details_of(self, record: ImportRecord) -> str:
        given = record.details
        size, digest, user = given.get("size"), given.get("sha256"), given.get("user")
        encoding, sheet, profile = given.get("encoding"), given.get("sheet"), given.get("profile")
        parts = [
            record.source,
            self.tr("{size} bytes").format(size=i18n.count(size)) if isinstance(size, int) else "",
            self.tr("encoding {encoding}").format(encoding=encoding) if encoding else "",
            self.tr("sheet “{sheet}”").format(sheet=sheet) if sheet else "",
            self.tr("columns as “{profile}”").format(profile=profile) if profile else "",
            self.tr("by {user}").format(user=user) if user else "",
            f"SHA-256 {digest}" if digest else "",
        ]
        return " · ".join(part for part in parts if part)

    def _ask_same_way(self) -> None:
        record = self._current()
        if record is not None:
            self.same_way_asked.emit(record.id)

    def _ask_orders(self) -> None:
        record = self._current()
        if record is not None:
            self.orders_asked.emit(record.id, file_name(record))

    def _ask_undo(self) -> None:
        record = self._current()
        if record is not None:
            self.undo_asked.emit(record.id, file_name(record))
