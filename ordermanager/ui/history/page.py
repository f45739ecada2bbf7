"""The page of the event history: search and filters, the list, and all about the chosen event below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from ordermanager.made_once import made_once
from ordermanager.store.history.query import EventFilters, EventQuery
from ordermanager.ui.actions.specs import Need
from ordermanager.ui.big_table import FittedTableView
from ordermanager.ui.controls.elided_label import ElidedLabel
from ordermanager.ui.controls.empty_state import EmptyState
from ordermanager.ui.controls.search_box import SearchBox
from ordermanager.ui.controls.similar_line import SimilarLine
from ordermanager.ui.history.details import HistoryDetails
from ordermanager.ui.history.filter_bar import HistoryFilterBar
from ordermanager.ui.history.table import MATTERS_FIRST, TEXT_FILTERS, EventDelegate, EventTableModel
from ordermanager.ui.look.icons import set_icon
from ordermanager.ui.look.theme import GAP, SPACE, larger_font
from ordermanager.ui.shell.folder_list import HISTORY
from ordermanager.ui.shell.view_state import pack_sizes, unpack_sizes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ordermanager.services.app import Services
    from ordermanager.store.history.records import EventRow
    from ordermanager.ui.jobs import Jobs


USUAL_SIZES = (360, 340)
"""Of the list and of the chosen event below it."""


class HistoryPage(QWidget):
    """Reads only. `order_asked` brings an order's number here, to show it in its folder; `run_asked` a run's, for its
    report; `copied` how many lines were copied; `conditions_changed` that other actions can be done now."""

    order_asked = Signal(int)
    run_asked = Signal(int)
    copied = Signal(int)
    conditions_changed = Signal()

    def __init__(self, services: Services, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._query = EventQuery()
        self._list_name = ""
        self._sizes = list(USUAL_SIZES)
        self.model = EventTableModel(services, jobs, self)
        self._splitter = QSplitter(Qt.Orientation.Vertical, self)
        self._stack = QStackedWidget(self._splitter)
        self.table = FittedTableView(self.model, EventDelegate(), MATTERS_FIRST, HISTORY, self._stack)
        self.table.text_filters = TEXT_FILTERS
        self.table.setAccessibleName(self.tr("Event history"))
        self.table.show_sort("at", descending=True)
        self.filters = HistoryFilterBar(services, jobs, self)
        self.filters.column_titles = self.table.titles
        self.search = SearchBox(self)
        self.similar = SimilarLine(services, jobs, self)
        jobs.watch(self.search.timer)
        self.search.setPlaceholderText(self.tr("Search the history"))
        self._build()
        self._make_actions()
        self._connect()

    def _build(self) -> None:
        self._title = ElidedLabel(self.tr("Event history"), self, role="heading")
        self._title.setFont(larger_font(1.2))
        head = QHBoxLayout()
        head.setContentsMargins(GAP, SPACE, GAP, SPACE)
        head.setSpacing(GAP)
        head.addWidget(self._title, 1)
        head.addWidget(self.search)
        self._empty = EmptyState(self._stack)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        self._splitter.addWidget(self._stack)
        self._splitter.setChildrenCollapsible(False)
        self._making = QTimer(self)
        self._making.setSingleShot(True)
        self._making.timeout.connect(lambda: self.tabs)
        self._jobs.watch(self._making)
        self._making.start()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.filters)
        column.addWidget(self.similar)
        column.addWidget(self._splitter, 1)

    @made_once
    def tabs(self) -> HistoryDetails:
        """All about the chosen event: made in a turn of the event loop after that of the list."""
        tabs = HistoryDetails(self._services, self._jobs, self._splitter)
        self._splitter.addWidget(tabs)
        self._splitter.setSizes(self._sizes)
        tabs.order_asked.connect(self.order_asked)
        return tabs

    def _make_actions(self) -> None:
        """What can be done with the chosen lines, by key and by the context menu of the list."""
        self._everything = QAction(self.tr("Show everything"), self)
        self._everything.setProperty("iconName", "history")
        self._everything.triggered.connect(lambda: self.show_query(EventQuery()))
        self._row_actions = [
            self._action(self.tr("Show the order"), "form", self._show_order, "Return"),
            self._action(self.tr("Show only this batch"), "filter", self._show_batch, "Ctrl+B"),
            self._action(self.tr("Show only this sending run"), "filter", self._show_run, "Ctrl+R"),
            self._action(self.tr("Show only this event key"), "filter", self._show_key, "Ctrl+G"),
            self._action(self.tr("Show only this contact"), "filter", self._show_person, "Ctrl+U"),
            self._action(self.tr("Report of this sending run…"), "history", self._ask_run),
            self._action(self.tr("Copy event key"), "copy", self._copy_key, "Ctrl+Alt+C"),
        ]

    def _action(self, text: str, icon: str, deed: Callable[[], None], keys: str = "") -> QAction:
        action = QAction(text, self.table)
        set_icon(action, icon)
        if keys:
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(deed)
        self.table.addAction(action)
        return action

    def _connect(self) -> None:
        self.search.asked.connect(lambda text: self._ask(self._query._replace(search=text)))
        self.search.left.connect(self.focus_list)
        self.similar.found.connect(self._show)
        self.similar.nothing_like_it.connect(self._show_nothing)
        self.filters.asked.connect(lambda filters: self._ask(self._query._replace(filters=filters)))
        self.table.filter_asked.connect(self.filters.filter_text)
        self.filters.left.connect(self.focus_list)
        self.table.sort_asked.connect(
            lambda key, descending: self._ask(self._query._replace(sort=key, descending=descending))
        )
        self.table.current_changed.connect(self._on_current)
        self.table.opened.connect(lambda _event_id: self._show_order())
        self.table.doubleClicked.connect(lambda _index: self._show_order())
        self.table.selection_changed.connect(lambda _count: self.conditions_changed.emit())
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._show_menu)
        self.model.counted.connect(self._on_counted)

    # -- what is shown

    @property
    def query(self) -> EventQuery:
        """The question whose answer is shown."""
        return self._query

    def load(self) -> None:
        """Show the events as they were shown before, or all of them where a kept list was."""
        if self._list_name:
            self.show_everything()
        elif self.model.query is None:
            self.model.set_query(self._query)

    def show_everything(self) -> None:
        """Show all events, sorted as they are now."""
        self.show_query(EventQuery(sort=self._query.sort, descending=self._query.descending))

    def show_query(self, query: EventQuery, name: str = "") -> None:
        """Show just this: search, filters and sorting. `name`: what a kept list is called."""
        self._list_name = name
        self.search.set_text_quietly(query.search)
        self.table.show_sort(query.sort, descending=query.descending)
        self._ask(query)

    def show_run_lines(self, run_id: int) -> None:
        """Show what was sent last in one run."""
        self.show_query(EventQuery(filters=EventFilters(run_id=run_id)))

    def focus_list(self) -> None:
        """Put the keyboard into the list, or on the next step when it is empty."""
        if self._stack.currentWidget() is self.table:
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._empty.focus_first()

    def retint(self) -> None:
        """The theme changed."""
        self._empty.retint()

    def conditions(self) -> set[Need]:
        """What holds of this page, for enabling actions."""
        hold = {Need.LIST, Need.COLUMNS}
        if self.table.selected_count:
            hold.add(Need.SOME)
        if self.table.current_id is not None:
            hold.add(Need.CURRENT_ORDER)
        return hold

    def current_order_id(self) -> int | None:
        """The order of the chosen line, if it is loaded."""
        row = self._current_row()
        return None if row is None else row.order_id

    def view(self) -> dict[str, str]:
        """How the page is arranged, to be remembered."""
        sort = f"{self._query.sort} {'desc' if self._query.descending else 'asc'}"
        sizes = pack_sizes(self._splitter.sizes()) if HistoryPage.tabs.is_made(self) else ""
        return {**self.table.columns_view(), "history_sort": sort, "history_panes": sizes}

    def restore(self, view: Mapping[str, str]) -> None:
        """Arrange the page as it was."""
        self.table.restore_columns(view)
        self._sizes = unpack_sizes(view, "history_panes", self._sizes)
        key, _, direction = view.get("history_sort", "").partition(" ")
        if any(column.sort == key for column in self.model.columns if key):
            self._query = self._query._replace(sort=key, descending=direction == "desc")
            self.table.show_sort(key, descending=self._query.descending)

    def copy_rows(self) -> None:
        """Put the chosen lines on the clipboard as a table with a header, for a spreadsheet."""
        ids = self.table.selected_ids()
        columns = self.table.shown_columns()

        def work() -> str:
            rows = self._services.history.event_rows(ids)
            lines = ["\t".join(column.title for column in columns)]
            lines += ["\t".join(" ".join(column.text(row).split()) for column in columns) for row in rows]
            return "\n".join(lines)

        def done(text: str) -> None:
            QGuiApplication.clipboard().setText(text)
            self.copied.emit(len(ids))

        self._jobs.read((id(self), "copy"), work, done, owner=self)

    def copy_json(self) -> None:
        """Put the chosen lines' orders on the clipboard exactly as they were sent: one object, or a list of them."""
        ids = self.table.selected_ids()

        def work() -> str:
            texts = self._services.history.bodies(ids)
            return texts[0] if len(texts) == 1 else "[\n" + ",\n".join(texts) + "\n]"

        def done(text: str) -> None:
            QGuiApplication.clipboard().setText(text)
            self.copied.emit(len(ids))

        self._jobs.read((id(self), "copy"), work, done, owner=self)

    def _ask(self, query: EventQuery) -> None:
        self._show(query._replace(slips=()))

    def _show(self, query: EventQuery) -> None:
        self._query = query
        self._title.setText(self._list_name or self.tr("Event history"))
        self.similar.drop()
        self.similar.show_for(query)
        self.filters.show_filters(query.filters)
        self.model.set_query(query)

    def _on_counted(self, count: int) -> None:
        if count or not self.similar.look(self._query):
            self._show_found(count)

    def _show_nothing(self) -> None:
        """Not even something similar was found."""
        if self.model.is_known and not self.model.rowCount():
            self._show_found(0)

    def _show_found(self, count: int) -> None:
        self.tabs.setVisible(count > 0)
        self._stack.setCurrentWidget(self.table if count else self._empty)
        if not count:
            self._show_empty()
        elif not self.table.currentIndex().isValid():
            self.table.choose_row(0)
        self.conditions_changed.emit()

    def _show_empty(self) -> None:
        if self._query.search or not self._query.filters.is_empty:
            heading = self.tr("Nothing found")
            text = self.tr("No event matches your search and filters.")
            self._empty.show_state("history", heading, text, [self._everything])
            return
        heading = self.tr("No events yet")
        text = self.tr("Each order that is sent raises an event at Yespo. Its proof will be kept here.")
        self._empty.show_state("history", heading, text, [])

    # -- what the user does

    def _current_row(self) -> EventRow | None:
        index = self.table.currentIndex()
        return self.model.row_at(index.row()) if index.isValid() else None

    def _on_current(self, event_id: int | None) -> None:
        self.conditions_changed.emit()
        if event_id is not None:
            self.tabs.show_event(event_id)

    def _show_order(self) -> None:
        row = self._current_row()
        if row is not None:
            self.order_asked.emit(row.order_id)

    def _show_batch(self) -> None:
        row = self._current_row()
        if row is not None:
            self.show_query(EventQuery(filters=EventFilters(batch_id=row.batch_id)))

    def _show_run(self) -> None:
        row = self._current_row()
        if row is not None:
            self.show_run_lines(row.run_id)

    def _show_key(self) -> None:
        row = self._current_row()
        if row is not None:
            self.show_query(EventQuery(filters=EventFilters(event_key=row.event_key)))

    def _show_person(self) -> None:
        row = self._current_row()
        person = None if row is None else (row.external_customer_id, row.email, row.phone)
        if person is not None and any(person):
            self.show_query(EventQuery(filters=EventFilters(person=person)))

    def _ask_run(self) -> None:
        row = self._current_row()
        if row is not None:
            self.run_asked.emit(row.run_id)

    def _copy_key(self) -> None:
        row = self._current_row()
        if row is not None:
            QGuiApplication.clipboard().setText(row.event_key)

    def _show_menu(self, place: QPoint) -> None:
        if self.table.current_id is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self._row_actions[:-1])
        menu.addSeparator()
        menu.addAction(self._row_actions[-1])
        copy = menu.addAction(self.tr("Copy as table"), self.copy_rows)
        set_icon(copy, "copy")
        set_icon(menu.addAction(self.tr("Copy as JSON"), self.copy_json), "json")
        menu.popup(self.table.viewport().mapToGlobal(place))
