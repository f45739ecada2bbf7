"""The page on which a file is understood: how it was read, its columns, its orders, its problems, and the counts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QTableView, QTabWidget, QVBoxLayout, QWidget

from ordermanager.ui import i18n
from ordermanager.ui.controls.low_page import LowPage
from ordermanager.ui.controls.page_parent import page_parent
from ordermanager.ui.controls.plain import PlainLabel, set_plain_tooltip
from ordermanager.ui.controls.text_row import TextRow
from ordermanager.ui.controls.work_bar import WorkBar
from ordermanager.ui.import_dialog.columns_tab import ColumnsModel, ColumnsView
from ordermanager.ui.import_dialog.fields_tab import FieldsTab
from ordermanager.ui.import_dialog.file_tab import LEAST_LINES, FileTab
from ordermanager.ui.import_dialog.grouping_bar import GroupingBar
from ordermanager.ui.import_dialog.items_line import ItemsLine
from ordermanager.ui.import_dialog.keeping_line import KeepingLine
from ordermanager.ui.import_dialog.questions_tab import QuestionsTab
from ordermanager.ui.import_dialog.reading_bar import ReadingBar
from ordermanager.ui.import_dialog.tables import ListTable, OrdersModel, ProblemsModel
from ordermanager.ui.import_dialog.two_files import FileSwitch
from ordermanager.ui.look.icons import set_icon
from ordermanager.ui.look.theme import DIALOG_MARGINS, GAP, SPACE, larger_font

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ordermanager.domain.checks.rules import CheckRules
    from ordermanager.services.imports.prepared import ImportOptions
    from ordermanager.services.imports.results import Problem
    from ordermanager.ui.import_dialog.looking import Look, Run

FILE, COLUMNS, FIELDS, QUESTIONS, ORDERS, PROBLEMS = range(6)


class WorkPage(QWidget):
    """Shows what it is told, and says what the user wants; it reads and writes nothing. Made by parts: it is whole when
    `make_a_part` says so, or `make_rest` was called."""

    read_otherwise = Signal(dict)
    column_chosen = Signal(int, str)
    items_column_chosen = Signal(int, str)
    rules_changed = Signal()
    other_file = Signal()
    import_wanted = Signal()
    review_wanted = Signal()
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.can_import = False
        self._first_look = True
        self._look: Look | None = None
        self.columns = ColumnsModel(self)
        self.orders = OrdersModel(self)
        self.problems = ProblemsModel(self)
        self._making = self._make()

    def make_a_part(self) -> bool:
        """One step of some milliseconds. Returns whether there may be more."""
        return next(self._making, self) is None

    def make_rest(self) -> None:
        """All that is left to be made, at once."""
        while self.make_a_part():
            pass

    # what is shown

    def begin(self, name: str, rules: CheckRules, options: ImportOptions) -> None:
        """A new file; `options` are those of an earlier import, or empty."""
        self._first_look = True
        self._name.setText(name[:200])
        self.questions.rules.begin(rules, options)
        self.file.begin()
        self.keeping.begin(options)
        self.items_line.show_second(None)
        self.problems.set_problems((), ())
        self.orders.set_orders(())
        self.columns.set_columns(())
        self.show_count("", running=False)

    def show_looking(self) -> None:
        """The file is being recognised."""
        self._set_ready(ready=False)
        self._error.hide()
        self.show_count(self.tr("Reading the file…"), running=True)

    def show_look(self, look: Look) -> None:
        """The file was recognised."""
        preview = look.preview
        self.reading.show_look(look)
        asks_for_items = self.files.show_look(look)
        self.columns.set_columns(self.files.columns)
        self.orders.set_orders(preview.orders, look.lacks)
        self.file.show_look(look)
        self.items_line.show_second(look.awaited)
        self.keeping.show_look(look)
        self.fields.show_look(look)
        self.grouping.show_look(look)
        self._look = look
        self._show_questions(look)
        number = self.questions.open_count
        for tab in (FILE, COLUMNS, FIELDS):
            self.tabs.setTabVisible(tab, bool(look.columns))
        recognition = self._recognition(look)
        self._recognised.setText(recognition)
        self._recognised.setVisible(bool(recognition))
        if preview.problem is not None:
            self.show_error(i18n.text(preview.problem))
        self._set_ready(ready=preview.problem is None)
        if self._first_look:
            self._first_look = False
            if preview.problem is not None:
                self.tabs.setCurrentIndex(COLUMNS)
            else:
                self.tabs.setCurrentIndex(QUESTIONS if number else ORDERS)
            self.import_button.setFocus()
        if asks_for_items:
            self.tabs.setCurrentIndex(COLUMNS)
        self.show_count("", running=False)

    def show_error(self, text: str) -> None:
        """Why the file cannot be imported as it is."""
        self._set_ready(ready=False)
        self._error_text.setText(text)
        self._error.show()
        self.show_count("", running=False)

    def show_problems(self, problems: Sequence[Problem], count: int) -> None:
        """The problems of the whole file; `count` is their number, of which the first are here."""
        lacks = self._look.lacks if self._look is not None else ()
        own = [problem for problem in problems if not any(lack.covers(problem.finding) for lack in lacks)]
        self.problems.set_problems(own, lacks)
        shown = i18n.count(len(lacks) + len(own)) + ("+" if count > len(problems) else "")
        self.tabs.setTabText(PROBLEMS, self.tr("Problems ({count})").format(count=shown))

    def show_counted(self, run: Run, rows: int, orders: int) -> None:
        """The whole file was read through: what the first rows did not show is known now."""
        self.file.show_counted(run.ignored)
        self.grouping.show_counted(rows, orders, is_all=True)
        if self._look is not None and self._look.columns:
            whole = replace(self._look, statuses=run.statuses, questions=run.questions, decided=run.decided)
            self._show_questions(whole)

    def _show_questions(self, look: Look) -> None:
        self.questions.show_look(look)
        number = self.questions.open_count
        words = self.tr("Questions ({count})").format(count=i18n.count(number))
        self.tabs.setTabText(QUESTIONS, words if number else self.tr("Questions"))

    def show_count(self, text: str, *, running: bool) -> None:
        """The counts below, and whether a pass over the file is going on."""
        self.counts.setText(text)
        if running:
            self._bar.begin()
        else:
            self._bar.end()

    def show_share(self, share: float | None) -> None:
        """How far the pass over the file is, 0…1."""
        self._bar.show_share(share)

    def show_importing(self) -> None:
        """Orders are being written: everything but stopping waits."""
        self._set_ready(ready=False)
        for widget in (self.reading, self.items_line, self.tabs, self._other):
            widget.setEnabled(False)
        self.show_count(self.tr("Importing…"), running=True)
        self._cancel.setText(self.tr("Stop"))

    def show_stopping(self) -> None:
        """The user has stopped the import; what was written is being taken back."""
        self._cancel.setEnabled(False)
        self.show_count(self.tr("Stopping…"), running=True)

    def show_ready(self, text: str) -> None:
        """Back from an import that did not end well."""
        for widget in (self.reading, self.items_line, self.tabs, self._other, self._cancel):
            widget.setEnabled(True)
        self._cancel.setText(self.tr("Cancel"))
        self._set_ready(ready=True)
        self.show_count(text, running=False)

    # building

    def _make(self) -> Iterator[None]:
        self._name = PlainLabel("", self)
        self._name.setFont(larger_font(1.25))
        self._recognised = PlainLabel("", self, role="muted", wrap=True)
        self._other = QPushButton(self.tr("Other file…"), self)
        self.reading = ReadingBar(self)
        self._build_error()
        self.items_line = ItemsLine(self)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        inside = page_parent(self.tabs)
        file_place, columns_place, fields_place, orders_place = (LowPage(inside) for _ in range(4))
        self.file = FileTab(file_place.viewport())
        yield
        self.fields = FieldsTab(fields_place.viewport())
        yield
        self.questions = QuestionsTab(inside)
        columns, orders = QWidget(columns_place.viewport()), QWidget(orders_place.viewport())
        problems = QWidget(inside)
        self.orders_table = ListTable(
            self.orders, self.tr("First orders"), (70, 84, 84, 100, 186, 112, 130, 62), orders
        )
        self.columns_table = ColumnsView(self.columns, columns)
        self.problems_table = ListTable(self.problems, self.tr("Problems"), (80, 120, 160, 160), problems)
        self.questions.comes_after = self.tabs.tabBar()
        yield
        self.grouping = GroupingBar(orders)
        self.tabs.addTab(file_place, self.tr("File"))
        self.keeping, self.files = KeepingLine(columns), FileSwitch(columns)
        _fill(columns, self.files, self.columns_table, self.keeping)
        _fill(orders, self.grouping, self.orders_table)
        _fill(problems, self.problems_table)
        for place, page in (
            (file_place, self.file),
            (columns_place, columns),
            (fields_place, self.fields),
            (orders_place, orders),
        ):
            place.hold(page)
        self.tabs.addTab(columns_place, self.tr("Columns"))
        self.tabs.addTab(fields_place, self.tr("Fields"))
        self.tabs.addTab(self.questions, self.tr("Questions"))
        self.tabs.addTab(orders_place, self.tr("Orders"))
        self.tabs.addTab(problems, self.tr("Problems"))
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self._other)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*DIALOG_MARGINS)
        layout.setSpacing(GAP)
        layout.addLayout(head)
        layout.addWidget(self.reading)
        layout.addWidget(self._recognised)
        layout.addWidget(self._error)
        layout.addWidget(self.items_line)
        layout.addWidget(self.tabs, 1)
        layout.addLayout(self._build_bottom())
        self._connect()

    def _build_error(self) -> None:
        self._error = QFrame(self)
        self._error.setProperty("bar", "error")
        self._error_text = PlainLabel("", self._error, role="error", wrap=True, selectable=True)
        line = QHBoxLayout(self._error)
        line.setContentsMargins(GAP, SPACE, GAP, SPACE)
        line.addWidget(self._error_text)
        self._error.hide()

    def _build_bottom(self) -> QVBoxLayout:
        self.counts = PlainLabel("", self, wrap=True)
        self.counts.setAccessibleName(self.tr("What would come in"))
        self._bar = WorkBar(self)
        self._cancel = QPushButton(self.tr("Cancel"), self)
        self.import_button = QPushButton(self.tr("&Import"), self)
        self.import_button.setProperty("role", "primary")
        self.import_button.setDefault(True)
        set_icon(self.import_button, "import", "on_accent")
        self.review_button = QPushButton(self.tr("&Look through…"), self)
        set_plain_tooltip(
            self.review_button,
            self.tr("See every order of the file, put it right or leave it out, then import"),
        )
        buttons = (self._cancel, self.review_button, self.import_button)
        line = TextRow(self.counts, buttons, self, right=True, least=24)
        QWidget.setTabOrder(self._cancel, self.review_button)
        QWidget.setTabOrder(self.review_button, self.import_button)
        bottom = QVBoxLayout()
        bottom.setSpacing(SPACE)
        bottom.addWidget(self._bar)
        bottom.addWidget(line)
        return bottom

    def _connect(self) -> None:
        for reading in (self.reading, self.file.reading):
            reading.changed.connect(self.read_otherwise)
        self.columns.chosen.connect(self._choose_column)
        self.files.switched.connect(lambda: self.columns.set_columns(self.files.columns))
        self.questions.rules.changed.connect(self.rules_changed)
        self.items_line.choose_wanted.connect(self.file.ask_items)
        self.items_line.take_wanted.connect(self.file.items_wanted)
        self._other.clicked.connect(self.other_file)
        self._cancel.clicked.connect(self.cancelled)
        self.import_button.clicked.connect(self.import_wanted)
        self.review_button.clicked.connect(self.review_wanted)

    # inside

    def _choose_column(self, column: int, field: str) -> None:
        (self.items_column_chosen if self.files.is_second else self.column_chosen).emit(column, field)

    def _set_ready(self, *, ready: bool) -> None:
        self.can_import = ready
        self.import_button.setEnabled(ready)
        self.review_button.setEnabled(ready)

    def _recognition(self, look: Look) -> str:
        preview = look.preview
        parts = []
        if preview.layout_title and not self.reading.names_kind:
            parts.append(self.tr("Recognised: {kind}.").format(kind=i18n.layout_title(preview.layout_title)))
        if look.profile:
            parts.append(self.tr("Columns as last time (“{name}”).").format(name=look.profile[:60]))
        parts.extend(i18n.text(note) for note in look.notes)
        return " ".join(parts)


def _fill(page: QWidget, *widgets: QWidget) -> None:
    """A tab with its widgets one below the other; a table takes the room."""
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, GAP, 0, 0)
    layout.setSpacing(GAP)
    for widget in widgets:
        layout.addWidget(widget, int(isinstance(widget, QTableView)))
        if isinstance(widget, QTableView):
            widget.setMinimumHeight(LEAST_LINES * widget.fontMetrics().height())
