"""The page of a folder: title, search, decision bar, and the table or what to do when it is empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ordermanager.domain.states import Folder, State
from ordermanager.made_once import made_once
from ordermanager.store.orders.filters import OrderFilters
from ordermanager.store.orders.query import OrderQuery
from ordermanager.ui.actions.table import Need
from ordermanager.ui.controls.elided_label import ElidedLabel
from ordermanager.ui.controls.search_box import SearchBox
from ordermanager.ui.controls.similar_line import SimilarLine
from ordermanager.ui.look.theme import GAP, SPACE, larger_font
from ordermanager.ui.order_table import OrderTableModel, OrderTableView
from ordermanager.ui.orders_page.filter_bar import FilterBar
from ordermanager.ui.words import folder_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QResizeEvent

    from ordermanager.services.app import Services
    from ordermanager.ui.actions.actions import Actions
    from ordermanager.ui.controls.empty_state import EmptyState
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.orders_page.decision_bar import DecisionBar
    from ordermanager.ui.orders_page.nothing_here import NothingHere
    from ordermanager.ui.shell.welcome import Welcome

LOOKED_AT = 300
"""Of a larger selection the states are not looked at: every action is offered, the services sort out the
rest."""
LEAST_ROWS = 3
_MAY_BE_QUEUED = {State.DRAFT, State.READY}
_IS_SENT = {State.ACCEPTED, State.REJECTED}


class OrdersPage(QWidget):
    """Shows one `OrderQuery`; says what is current, how much is selected, and what may be done with it."""

    current_changed = Signal(object)  # int | None
    selection_changed = Signal(int, int)  # selected, all
    conditions_changed = Signal()
    opened = Signal(int)
    search_all_asked = Signal(str)

    def __init__(
        self,
        services: Services,
        jobs: Jobs,
        actions: Actions,
        parent: QWidget | None = None,
        *,
        loads_choices: bool = True,
    ) -> None:
        """`loads_choices`: False where a start calls `filters.load` when the list is there."""
        super().__init__(parent)
        self._services = services
        self._actions = actions
        self._query = OrderQuery()
        self._is_first_count = True
        self._workspace_is_empty = True
        self._import_name = self._list_name = ""
        self.goes_to: tuple[int, tuple[int, ...]] | None = None
        """What becomes current and selected when the list is read; None: nothing waits."""
        self.model = OrderTableModel(services, jobs, self)
        self._stack = QStackedWidget(self)
        self.table = OrderTableView(self.model, self._stack)
        self.filters = FilterBar(services, jobs, self, loads_choices=loads_choices)
        self.filters.column_titles = self.table.titles
        self.search = SearchBox(self)
        self.similar = SimilarLine(services, jobs, self)
        jobs.watch(self.search.timer)
        self._build()
        self._connect()

    def _build(self) -> None:
        self._title = ElidedLabel("", self, role="heading")
        self._title.setFont(larger_font(1.2))
        head = QHBoxLayout()
        head.setContentsMargins(GAP, SPACE, GAP, SPACE)
        head.setSpacing(GAP)
        head.addWidget(self._title, 1)
        head.addWidget(self.search)
        self.wants_welcome = True
        self._is_tour = False
        self._stack.addWidget(self.table)
        self._stack.currentChanged.connect(lambda _number: self._fit_stack())
        self._fit_stack()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.filters)
        column.addWidget(self.similar)
        column.addWidget(self._stack, 1)

    # -- what is made when it is first needed

    @made_once
    def decisions(self) -> DecisionBar:
        """The bar above the list where someone must decide."""
        from ordermanager.ui.controls.fitting_scroll import FittingScroll
        from ordermanager.ui.orders_page.decision_bar import DecisionBar

        bar = DecisionBar(self._services.settings.get().timezone, self)
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(column.indexOf(self.similar), FittingScroll(bar, self))
        bar.left.connect(self.focus_list)
        bar.show_folder(self.folder)
        return bar

    @made_once
    def empty(self) -> EmptyState:
        """What stands in the place of a list without orders."""
        from ordermanager.ui.controls.empty_state import EmptyState

        empty = EmptyState(self._stack)
        self._stack.addWidget(empty)
        return empty

    @made_once
    def nothing(self) -> NothingHere:
        """What it says, and the way on."""
        from ordermanager.ui.orders_page.nothing_here import NothingHere

        nothing = NothingHere(self.empty, self._actions)
        nothing.clear_asked.connect(self._clear_filters)
        nothing.everywhere_asked.connect(lambda: self.search_all_asked.emit(self._query.search))
        return nothing

    @made_once
    def welcome(self) -> Welcome:
        """The first steps."""
        from ordermanager.ui.shell.welcome import Welcome

        welcome = Welcome(self._actions, self._stack)
        welcome.skipped.connect(self._skip_welcome)
        self._stack.addWidget(welcome)
        return welcome

    @property
    def _shows_welcome(self) -> bool:
        return OrdersPage.welcome.is_made(self) and self._stack.currentWidget() is self.welcome

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        self._fit_title()

    def _fit_title(self) -> None:
        """The search gives way to the title, to its sign where need be; where it is used, to half of the line."""
        least = self.width() // 2 if self.search.is_used else self.search.minimumSizeHint().width()
        self._title.setMinimumWidth(
            min(self._title.sizeHint().width(), max(0, self.width() - 3 * GAP - least))
        )

    def _fit_stack(self) -> None:
        """On a small screen the list gives way to what stands above it; the other pages keep what they need."""
        is_list = self._stack.currentWidget() is self.table
        self._stack.setMinimumHeight(
            LEAST_ROWS * self.table.verticalHeader().defaultSectionSize() if is_list else 0
        )

    def place_bar(self, bar: QWidget) -> None:
        """Put a bar between the filters and the list."""
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(column.indexOf(self._stack), bar)

    def _connect(self) -> None:
        self.search.asked.connect(self._on_search)
        self.search.left.connect(self.focus_list)
        self.search.use_changed.connect(self._fit_title)
        self.similar.found.connect(self._show)
        self.similar.nothing_like_it.connect(self._show_table_or_empty)
        self.filters.asked.connect(self._on_filters)
        self.filters.import_left.connect(lambda: self.show_folder(self.folder))
        self.table.filter_asked.connect(self._on_filter_asked)
        self.table.sort_asked.connect(self._on_sort)
        self.table.current_changed.connect(self.current_changed)
        self.table.selection_changed.connect(self._on_selection)
        self.table.opened.connect(self.opened)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._show_menu)
        self.model.replaced.connect(self._on_head)
        self.model.counted.connect(self._on_counted)
        self.model.rows_came.connect(self.conditions_changed)

    # -- what is shown

    @property
    def folder(self) -> Folder:
        """The folder that is shown."""
        return self._query.folder

    @property
    def query(self) -> OrderQuery:
        """The question whose answer is shown."""
        return self._query

    @property
    def import_name(self) -> str:
        """What the import is called whose orders are shown; empty where a folder is shown."""
        return self._import_name

    def begin_with_sort(self, key: str, *, descending: bool) -> None:
        """Sort what is shown next like this; a key that this version does not know is ignored."""
        if any(column.sort == key for column in self.model.columns):
            self._query = self._query._replace(sort=key, descending=descending)

    def go_when_known(self, order_id: int, selected: tuple[int, ...] = ()) -> None:
        """Make an order current (and select these) as soon as its folder has been read."""
        self.goes_to = (order_id, selected)

    def show_query(self, query: OrderQuery, import_name: str = "", name: str = "") -> None:
        """Show just this: folder, filters, search and sorting. `name`: what a kept list is called."""
        self._list_name = name
        self._import_name = import_name
        self.search.set_text_quietly(query.search)
        if OrdersPage.decisions.is_made(self):
            self.decisions.show_folder(query.folder)
        self._ask(query)

    def show_folder(self, folder: Folder, import_id: int | None = None, import_name: str = "") -> None:
        """Show a folder, or the orders of one import. Search and filters are cleared, the sorting stays."""
        self._import_name = import_name
        self.search.set_text_quietly("")
        self._list_name = ""
        if OrdersPage.decisions.is_made(self):
            self.decisions.show_folder(folder)
        self._ask(self._query._replace(folder=folder, search="", import_id=import_id, filters=OrderFilters()))

    def set_workspace_is_empty(self, is_empty: bool) -> None:
        """Whether there is no order at all, which empty folders then explain."""
        self._workspace_is_empty = is_empty
        self._show_table_or_empty()

    def retint(self) -> None:
        """The theme changed."""
        for name in ("empty", "decisions"):
            if name in vars(self):
                vars(self)[name].retint()

    def focus_list(self) -> None:
        """Put the keyboard into the list, or on the next step when it is empty."""
        if self._stack.currentWidget() is self.table:
            self.table.setFocus()
        elif self._shows_welcome:
            self.welcome.focus_first()
        else:
            self.empty.focus_first()

    def _ask(self, query: OrderQuery) -> None:
        self._show(query._replace(slips=()))

    def _show(self, query: OrderQuery) -> None:
        self._query = query
        self._is_first_count = True
        self._is_tour = False
        self.similar.drop()
        self.similar.show_for(query)
        self._title.setText(self._list_name or folder_name(query.folder))
        self._fit_title()
        self.filters.show_folder(query.folder)
        self.filters.show_import(self._import_name if query.import_id is not None else "")
        self.filters.show_filters(query.filters)
        self.search.setPlaceholderText(self.tr("Search in {folder}").format(folder=folder_name(query.folder)))
        self.table.show_sort(query.sort, descending=query.descending)
        self.model.set_query(query)

    def _on_search(self, text: str) -> None:
        self._ask(self._query._replace(search=text))

    def _on_filters(self, filters: OrderFilters) -> None:
        self._ask(self._query._replace(filters=filters))

    def _on_filter_asked(self, column: str, title: str, part: str) -> None:
        self.filters.filter_text(column, title, part)

    def _on_sort(self, key: str, descending: bool) -> None:
        self._ask(self._query._replace(sort=key, descending=descending))

    def _on_head(self) -> None:
        """The first rows of a start are here: its keys begin where they begin when all are counted."""
        self.model.replaced.disconnect(self._on_head)
        if self.model.is_known or not self.model.rowCount():
            return
        if self.goes_to is None:
            self.table.choose_row(0, 0)
        elif not self.goes_to[1] and self.table.go_to(self.goes_to[0]):
            self.goes_to = None

    def _on_counted(self, count: int) -> None:
        self.selection_changed.emit(self.table.selected_count, count)
        if not count and self.similar.look(self._query):
            return
        self._show_table_or_empty()
        wanted, self.goes_to = self.goes_to, None
        if wanted is not None and self.table.go_to(wanted[0]) and wanted[1]:
            self.table.select_ids(wanted[1])
        is_first, self._is_first_count = self._is_first_count, False
        current = self.table.currentIndex()
        # Qt makes the first row current without selecting it where a list gets the keys before its rows are counted.
        if count and (not current.isValid() or (is_first and not self.table.selected_count)):
            self.table.choose_row(max(0, current.row()), max(0, current.column()))

    def _show_table_or_empty(self) -> None:
        if not self.model.is_known:
            return
        focus = self.window().focusWidget()  # also of a window that is not shown yet
        shown = self._stack.currentWidget()
        had_focus = focus is not None and self._stack.isAncestorOf(focus)
        if self._is_tour or self._is_first_sight:
            self._stack.setCurrentWidget(self.welcome)
            if had_focus and shown is not self.welcome:
                self.welcome.focus_first()
            return
        if self.model.rowCount():
            self._stack.setCurrentWidget(self.table)
            if had_focus and shown is not self.table:  # else it may be the editor of a cell that has the keys
                self.table.setFocus()
            return
        self.nothing.show_for(self._query, workspace_is_empty=self._workspace_is_empty)
        self._stack.setCurrentWidget(self.empty)
        if had_focus:
            self.empty.focus_first()

    def _clear_filters(self) -> None:
        self._ask(self._query._replace(filters=OrderFilters()))

    @property
    def _is_first_sight(self) -> bool:
        """Whether there is nothing here yet, and nobody has said that the first steps are known."""
        is_whole = self._query.filters.is_empty and not self._query.search and self.folder is Folder.ALL
        return self._workspace_is_empty and self.wants_welcome and is_whole and not self.model.rowCount()

    def show_welcome(self) -> None:
        """The first steps again, until another place is chosen."""
        self.wants_welcome = self._is_tour = True
        self._show_table_or_empty()
        self.focus_list()

    def _skip_welcome(self) -> None:
        self.wants_welcome = self._is_tour = False
        self._show_table_or_empty()
        self.focus_list()

    # -- what is selected

    def _on_selection(self, selected: int) -> None:
        # The first rows of many say nothing of how many there are.
        is_counted = self.model.is_known or selected > 1
        self.selection_changed.emit(selected, self.model.rowCount() if is_counted else 0)
        self.conditions_changed.emit()

    def conditions(self) -> set[Need]:
        """What holds of the selection, for enabling actions."""
        selected = self.table.selected_count
        hold = {Need.LIST, Need.COLUMNS, Need.ORDERS_PAGE}
        if not selected:  # a new order in the form: the row where the keys were is not meant
            return hold
        hold |= {Need.SOME, Need.CURRENT_ORDER}
        if selected == 1:
            hold.add(Need.ONE)
        return hold | self._conditions_of(self._selected_states(selected))

    def _selected_states(self, selected: int) -> Iterable[State]:
        if selected > LOOKED_AT:
            return State
        known = (self.model.row_at(row) for row in self.table.selected_rows())
        return {State.UNCONFIRMED if row.unconfirmed else row.state for row in known if row is not None}

    def _conditions_of(self, states: Iterable[State]) -> set[Need]:
        hold = set()
        for state in states:
            if state in _MAY_BE_QUEUED:
                hold.add(Need.DRAFTS_SELECTED)
            if state.is_waiting:
                hold.add(Need.WAITING_SELECTED)
            if state in _IS_SENT:
                hold.add(Need.SENT_SELECTED)
            if state is State.UNCONFIRMED:
                hold.add(Need.UNCONFIRMED_SELECTED)
        return hold

    def _show_menu(self, place: QPoint) -> None:
        menu = self._actions.context_menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.table.viewport().mapToGlobal(place))
