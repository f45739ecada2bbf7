"""What the selected orders amount to, per currency, for the status bar."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ordermanager.ui import i18n

if TYPE_CHECKING:
    from ordermanager.services.app import Services
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.orders_page import OrdersPage
    from ordermanager.ui.shell.status_bar import StatusBar

PAUSE_MS = 120
MOST_CURRENCIES = 4


class SelectionTotals(QObject):
    """Asks a moment after the selection has come to rest; nothing is shown for one order, whose total is in its row."""

    def __init__(self, services: Services, jobs: Jobs, page: OrdersPage, status: StatusBar) -> None:
        super().__init__(status)
        self._services = services
        self._jobs = jobs
        self._page = page
        self._status = status
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._ask)
        jobs.watch(self._timer)

    def ask(self, selected: int) -> None:
        """So many orders are selected now."""
        self._jobs.drop_read((id(self), "sums"))
        if selected > 1:
            self._timer.start()
        else:
            self._timer.stop()

    def _ask(self) -> None:
        ids = self._page.table.selected_ids()
        self._jobs.read((id(self), "sums"), lambda: self._services.orders.totals(ids), self._show, owner=self)

    def _show(self, sums: list[tuple[str, int, Decimal]]) -> None:
        parts = [i18n.money(total, currency) for currency, _count, total in sums[:MOST_CURRENCIES]]
        self._status.show_sums(" · ".join(parts) + (" …" if len(sums) > MOST_CURRENCIES else ""))
