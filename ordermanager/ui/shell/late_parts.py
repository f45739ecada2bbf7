"""The parts of the window that are made after its list can be used, or when they are first needed.

First comes what is seen: frame, tool bar, folders, list. When the list has painted its first orders, the modules of the
rest are loaded in a thread, and the rest is made in short steps between which the window answers. Whoever needs a part
earlier gets it at once, and a key or a click that comes earlier finds the whole window (`FirstInput`).
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QObject, QTimer, Signal

from ordermanager.made_once import made_once
from ordermanager.ui.look import icon_cache
from ordermanager.ui.shell.first_input import FirstInput
from ordermanager.ui.shell.window_parts import WindowParts
from ordermanager.ui.shell.window_wiring import (
    connect_customers,
    connect_history,
    connect_imports,
    connect_insights,
    connect_pane,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from PySide6.QtWidgets import QStackedWidget

    from ordermanager.services.app import Services
    from ordermanager.ui.actions.deeds import Deeds
    from ordermanager.ui.actions.kept_lists import KeptLists
    from ordermanager.ui.actions.out_desk import OutDesk
    from ordermanager.ui.actions.people_desk import PeopleDesk
    from ordermanager.ui.actions.undo import UndoHistory
    from ordermanager.ui.big_table import ArrangedTableView
    from ordermanager.ui.bulk import CellDeeds
    from ordermanager.ui.corrections import CorrectionDesk
    from ordermanager.ui.customers_page import CustomersPage
    from ordermanager.ui.history import HistoryPage
    from ordermanager.ui.imports_page import ImportsPage
    from ordermanager.ui.insights_page import InsightsPage
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.order_pane import OrderPane
    from ordermanager.ui.order_pane.edit_steps import EditSteps
    from ordermanager.ui.sending.desk import SendingDesk
    from ordermanager.ui.shell.customers_ahead import CustomersAhead
    from ordermanager.ui.shell.main_window import MainWindow
    from ordermanager.ui.shell.recovery_notice import RecoveryNotice
    from ordermanager.ui.shell.selection_totals import SelectionTotals


BESIDE = ("history", "imports", "customers", "insights")
"""The pages beside that of the orders."""


DEEDS = (
    "commands", "bulk", "edits", "send_flow", "incoming", "totals", "cells", "replacing", "deeds", "desk", "out",
    "people", "corrections"
)  # fmt: skip
"""What is made anew with the language; `window_rest.steps` makes it."""

AFTER_THE_PICTURE_MS = 30
"""What was painted is to be on the screen before a thread begins to load modules beside it."""

REST_AT_THE_LATEST_MS = 400
"""The rest comes after the list has painted its first rows; where it has none, after this time."""

AHEAD_MS = 300
"""After the order pane was made, so that its order is there before what may be opened next is loaded."""


class WindowWithLateParts(WindowParts):
    """Deeds, order pane and the pages beside the orders, each made once. `MainWindow` has what is seen first."""

    settled = Signal()
    """What may come next is loaded, too."""

    panes_are_own = False
    """Whether a person gave the panes their widths."""

    pane_place: QStackedWidget
    edits: EditSteps
    totals: SelectionTotals
    cells: CellDeeds
    deeds: Deeds
    desk: SendingDesk
    out: OutDesk
    people: PeopleDesk
    corrections: CorrectionDesk
    recovery: RecoveryNotice

    def __init__(self, services: Services, jobs: Jobs) -> None:
        super().__init__()
        self.services = services
        self.jobs = self._jobs = jobs
        self.remembered_pages: Mapping[str, str] = {}
        """How the pages beside the orders were arranged at last, for those that are not made yet."""
        self.must_go = False
        """Whether the system ends the program: nobody is to be asked before the window closes."""
        self.has_rows = False
        self.is_whole = False
        self._has_looked = False
        self._steps: Iterator[None] | None = None
        self._is_at_it = False
        self._half_pane: OrderPane | None = None
        self._first_input: FirstInput | None = None
        self._ahead: QObject | None = None
        self._rest = QTimer(self)
        self._next_part = QTimer(self)
        for timer in (self._rest, self._next_part):
            timer.setSingleShot(True)
            jobs.watch(timer)

    # -- the rest of the window

    def begin_the_rest(self) -> None:
        """What is seen was made; from now on whoever asks for more gets it."""
        self.is_whole = False
        self._has_looked = False
        self._steps = None
        self._half_pane = None

    def finish(self) -> None:
        """Make at once whatever is not made yet."""
        while self._make_a_part():
            pass
        self._look_around()

    def _look_around(self) -> None:
        if self.is_whole and not self._has_looked:
            from ordermanager.ui.shell.window_rest import look_around

            self._has_looked = True
            look_around(cast("MainWindow", self))
            if self._first_input is not None:
                self._first_input.stop()
                self._first_input = None

    def make_again(self, then: Iterator[None]) -> None:
        """What is seen was made anew: make the rest in short steps, and then take these."""
        self._steps = chain(self._rest_of_it(), then)
        self._watch_input()
        self._next_part.start()

    def _watch_input(self) -> None:
        self._first_input = FirstInput(self)
        self._first_input.came.connect(self.finish)

    def _rest_of_it(self) -> Iterator[None]:
        from ordermanager.ui.shell.window_rest import steps

        yield from steps(cast("MainWindow", self))
        self.is_whole = True

    def _make_a_part(self) -> bool:
        """One step. Returns whether there may be more."""
        if self._steps is None:
            if self.is_whole:
                return False
            self._steps = self._rest_of_it()
        if self._is_at_it:  # a step came to what asks for the next one
            return False
        self._is_at_it = True
        try:
            if next(self._steps, self) is None:
                return True
        finally:
            self._is_at_it = False
        self._steps = None
        return False

    def _go_on(self) -> None:
        if self._make_a_part() or self.make_a_part_of_the_pane():
            self._next_part.start()
        else:
            self.make_pane()
            self._look_around()
            self._jobs.network("", icon_cache.save, owner=self)
            QTimer.singleShot(AHEAD_MS, self, self._load_ahead)

    def _load_ahead(self) -> None:
        if self._ahead is not None:  # made anew with another language: what it loads does not change
            return
        from ordermanager.ui.shell.loading_ahead import LoadingAhead

        self._ahead = ahead = LoadingAhead(self._jobs, self)
        ahead.loaded.connect(self.settled)
        ahead.start()

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            """A part that is not made yet: all are made now."""
            if name in DEEDS and not self.is_whole:
                self.finish()
                return vars(self)[name]
            raise AttributeError(f"{type(self).__name__} has no {name}")

    @made_once
    def undo(self) -> UndoHistory:
        """What was done and can be taken back; it outlives the other parts."""
        from ordermanager.ui.actions.undo import UndoHistory

        undo = UndoHistory(self._jobs, self)
        undo.changed.connect(cast("MainWindow", self).update_conditions)
        return undo

    @made_once
    def kept(self) -> KeptLists:
        """The lists that were kept as folders."""
        from ordermanager.ui.actions.kept_lists import KeptLists

        return KeptLists(cast("MainWindow", self))

    @made_once
    def pane(self) -> OrderPane:
        """The order pane: made after the window was first painted, or when it is first needed."""
        while self._half_pane is None or self._half_pane.make_a_part():
            self._begin_pane()
        pane, self._half_pane = self._half_pane, None
        self.pane_place.addWidget(pane)
        connect_pane(cast("MainWindow", self), pane)
        if self.orders.table.selected_count <= 1:
            pane.show_order(self.orders.table.current_id)
        return pane

    def _begin_pane(self) -> None:
        if self._half_pane is None:
            from ordermanager.ui.order_pane import OrderPane

            self._half_pane = OrderPane(self.services, self._jobs, self.pane_place, at_once=False)

    def make_a_part_of_the_pane(self, *, unseen: bool = False) -> bool:
        """One step, where the pane is to be seen, or `unseen`. Returns whether there may be more."""
        if self.has_pane or not (unseen or self.pane_place.isVisible()):
            return False
        if self._half_pane is None:
            self._begin_pane()
            return True
        return self._half_pane.make_a_part()

    @made_once
    def history(self) -> HistoryPage:
        """The page of the event history; pages are made when they are first shown."""
        from ordermanager.ui.history import HistoryPage

        page = HistoryPage(self.services, self._jobs, self.pages)
        page.restore(self.remembered_pages)
        self.pages.addWidget(page)
        connect_history(cast("MainWindow", self), page)
        return page

    @made_once
    def imports(self) -> ImportsPage:
        """The page of the imports."""
        from ordermanager.ui.imports_page import ImportsPage

        page = ImportsPage(self.services, self._jobs, self.actions_table, self.pages)
        self.pages.addWidget(page)
        connect_imports(cast("MainWindow", self), page)
        return page

    @made_once
    def insights(self) -> InsightsPage:
        """The page of the insights."""
        from ordermanager.ui.insights_page import InsightsPage

        page = InsightsPage(self.services, self._jobs, self.actions_table, self.pages)
        page.restore(self.remembered_pages)
        self.pages.addWidget(page)
        connect_insights(cast("MainWindow", self), page)
        return page

    @made_once
    def customers(self) -> CustomersPage:
        """The page of the customers."""
        from ordermanager.ui.customers_page import CustomersPage

        page = CustomersPage(self.services, self._jobs, self.actions_table, self.pages)
        page.restore(self.remembered_pages)
        self.pages.addWidget(page)
        connect_customers(cast("MainWindow", self), page)
        return page

    @made_once
    def customers_ahead(self) -> CustomersAhead:
        """Looks for what customers share while nobody waits for it."""
        from ordermanager.ui.shell.customers_ahead import CustomersAhead

        return CustomersAhead(self.services, self._jobs, self.sending, self)

    def on_orders_came(self, *_: object) -> None:
        """An import or a run has ended."""
        self.customers_ahead.come()

    def table_here(self) -> ArrangedTableView:
        """The table of the page that is shown; only for pages whose conditions say Need.COLUMNS."""
        table: ArrangedTableView = getattr(self.pages.currentWidget(), "table")  # noqa: B009 - of several classes
        return table

    def made_pages(self) -> list[HistoryPage | ImportsPage | CustomersPage | InsightsPage]:
        """Those of the pages beside the orders that were made already."""
        return [vars(self)[name] for name in BESIDE if name in vars(self)]

    def make_the_rest_later(self) -> None:
        """The window is about to be shown."""
        self._watch_input()
        self._rest.setInterval(REST_AT_THE_LATEST_MS)
        self._rest.timeout.connect(self._load_the_rest)
        self._next_part.timeout.connect(self._go_on)
        self.orders.table.rows_painted.connect(self.on_first_rows)
        self._rest.start()

    def on_first_rows(self) -> None:
        """The list can be used: count the orders, load in the background what comes next, then make it."""
        if not self.has_rows:
            self.has_rows = True
            self.overview.load_counts()
            self._rest.start(AFTER_THE_PICTURE_MS)

    def _load_the_rest(self) -> None:
        self.has_rows = True
        self._jobs.network("", _load_modules, lambda _nothing: self._go_on(), owner=self)

    def make_pane(self) -> None:
        """Make the order pane where it is to be seen."""
        if self.pane_place.isVisible():
            self.pane  # noqa: B018 - asking for it makes it


def _load_modules() -> None:
    """In a thread: what the window needs soon, so that making and showing it need not load it."""
    from PySide6.QtWidgets import QStyle  # noqa: F401 - 600 names, asked for by the first order that is shown

    from ordermanager.ui import order_pane  # noqa: F401
    from ordermanager.ui.actions import kept_lists  # noqa: F401
    from ordermanager.ui.orders_page import decision_bar  # noqa: F401
    from ordermanager.ui.shell import window_rest  # noqa: F401
