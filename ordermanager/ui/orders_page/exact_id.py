"""Of all orders whose ID begins with what was searched for, the one that has this very ID becomes the current one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from ordermanager.services.app import Services
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.orders_page.page import OrdersPage


class ExactId(QObject):
    """Belongs to the page; the list stays as it is sorted."""

    def __init__(self, services: Services, jobs: Jobs, page: OrdersPage) -> None:
        super().__init__(page)
        self._services = services
        self._jobs = jobs
        self._page = page
        page.search.asked.connect(self._look)

    def _look(self, text: str) -> None:
        key = (id(self), "named")
        self._jobs.drop_read(key)
        if text:
            named = lambda: self._services.orders.named([text])[0]  # noqa: E731 - one line reads better
            self._jobs.read(key, named, lambda order_id: self._go(text, order_id), owner=self)

    def _go(self, text: str, order_id: int | None) -> None:
        page = self._page
        if order_id is None or page.query.search != text:
            return
        if not page.model.is_known:
            page.go_when_known(order_id)
        elif page.table.selected_count <= 1:
            page.table.go_to(order_id)
