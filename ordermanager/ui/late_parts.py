"""The parts of the window that are made after its list can be used, or when they are first shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from ordermanager.made_once import made_once
from ordermanager.ui.window_wiring import (
    connect_customers,
    connect_history,
    connect_imports,
    connect_insights,
    connect_pane,
)

if TYPE_CHECKING:
    from ordermanager.services.app import Services
    from ordermanager.ui.actions import Actions
    from ordermanager.ui.customers_page import CustomersPage
    from ordermanager.ui.history import HistoryPage
    from ordermanager.ui.imports_page import ImportsPage
    from ordermanager.ui.insights_page import InsightsPage
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.main_window import MainWindow
    from ordermanager.ui.order_pane import OrderPane
    from ordermanager.ui.orders_page import OrdersPage


BESIDE = ("history", "imports", "customers", "insights")
"""The pages beside that of the orders."""


PANE_AT_THE_LATEST_MS = 400
"""The order pane comes after the list has its first rows; where it has none, after this time."""


class WindowWithLateParts(QMainWindow):
    """The order pane and the pages beside the orders, each made once. `MainWindow` has all the rest."""

    actions_table: Actions
    orders: OrdersPage
    pages: QStackedWidget
    pane_place: QStackedWidget

    def __init__(self, services: Services, jobs: Jobs) -> None:
        super().__init__()
        self.services = services
        self.jobs = self._jobs = jobs
        self.has_rows = False

    @made_once
    def pane(self) -> OrderPane:
        """The order pane: made after the window was first painted, or when it is first needed."""
        from ordermanager.ui.order_pane import OrderPane

        pane = OrderPane(self.services, self._jobs, self)
        self.pane_place.addWidget(pane)
        connect_pane(cast("MainWindow", self), pane)
        if self.orders.table.selected_count <= 1:
            pane.show_order(self.orders.table.current_id)
        return pane

    @made_once
    def history(self) -> HistoryPage:
        """The page of the event history; pages are made when they are first shown."""
        from ordermanager.ui.history import HistoryPage

        page = HistoryPage(self.services, self._jobs, self)
        self.pages.addWidget(page)
        connect_history(cast("MainWindow", self), page)
        return page

    @made_once
    def imports(self) -> ImportsPage:
        """The page of the imports."""
        from ordermanager.ui.imports_page import ImportsPage

        page = ImportsPage(self.services, self._jobs, self.actions_table, self)
        self.pages.addWidget(page)
        connect_imports(cast("MainWindow", self), page)
        return page

    @made_once
    def insights(self) -> InsightsPage:
        """The page of the insights."""
        from ordermanager.ui.insights_page import InsightsPage

        page = InsightsPage(self.services, self._jobs, self.actions_table, self)
        self.pages.addWidget(page)
        connect_insights(cast("MainWindow", self), page)
        return page

    @made_once
    def customers(self) -> CustomersPage:
        """The page of the customers."""
        from ordermanager.ui.customers_page import CustomersPage

        page = CustomersPage(self.services, self._jobs, self.actions_table, self)
        self.pages.addWidget(page)
        connect_customers(cast("MainWindow", self), page)
        return page

    @property
    def has_pane(self) -> bool:
        """Whether the order pane was made already."""
        return WindowWithLateParts.pane.is_made(self)

    def flush(self) -> None:
        """Save what is being written in the order pane."""
        if self.has_pane:
            self.pane.flush()

    def made_pages(self) -> list[HistoryPage | ImportsPage | CustomersPage | InsightsPage]:
        """Those of the pages beside the orders that were made already."""
        return [vars(self)[name] for name in BESIDE if name in vars(self)]

    def make_the_rest_later(self) -> None:
        """The window is about to be shown."""
        self.orders.model.rows_came.connect(self.on_first_rows)
        QTimer.singleShot(PANE_AT_THE_LATEST_MS, self, self.on_first_rows)

    def on_first_rows(self) -> None:
        """The list can be used: load in the background what comes next, then make the order pane."""
        if not self.has_rows:
            self.has_rows = True
            self._jobs.network("", _load_the_rest, lambda _nothing: self.make_pane(), owner=self)

    def make_pane(self) -> None:
        """Make the order pane where it is to be seen."""
        if self.pane_place.isVisible():
            self.pane  # noqa: B018 - asking for it makes it


def _load_the_rest() -> None:
    """In a thread: what the window needs soon, so that showing an order or a page need not load it."""
