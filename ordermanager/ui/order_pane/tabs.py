"""The tabs of the order pane: the form at once, the others when they are first shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from ordermanager.made_once import made_once
from ordermanager.ui.controls.low_page import LowPage
from ordermanager.ui.controls.page_parent import page_parent
from ordermanager.ui.order_pane.form import OrderForm

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordermanager.services.app import Services
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.order_pane.contact_tab import ContactTab
    from ordermanager.ui.order_pane.json_tab import JsonTab
    from ordermanager.ui.order_pane.timeline_tab import TimelineTab

FORM, JSON, CONTACT, TIMELINE = range(4)


class PaneTabs(QTabWidget):
    """`order_chosen` brings the number of another order of the contact."""

    order_chosen = Signal(int)

    def __init__(self, services: Services, jobs: Jobs, titles: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self.setDocumentMode(True)
        self.setProperty("role", "pane")
        inside = page_parent(self)
        self.form = OrderForm(services, jobs, inside)
        self.addTab(self.form, titles[FORM])
        self._places: dict[int, QWidget] = {}
        for number in (JSON, CONTACT, TIMELINE):
            self._places[number] = place = QWidget(inside)
            QVBoxLayout(place).setContentsMargins(0, 0, 0, 0)
            self.addTab(place, titles[number])

    @made_once
    def json(self) -> JsonTab:
        """What is or was sent."""
        from ordermanager.ui.order_pane.json_tab import JsonTab

        page = LowPage(self._places[JSON])
        tab = JsonTab(self._services, self._jobs, page.viewport())
        page.hold(tab)
        self._put(page, JSON)
        return tab

    @made_once
    def contact(self) -> ContactTab:
        """Whom the order goes to."""
        from ordermanager.ui.order_pane.contact_tab import ContactTab

        tab = ContactTab(self._services, self._jobs, self._places[CONTACT])
        self._put(tab, CONTACT)
        tab.order_chosen.connect(self.order_chosen)
        return tab

    @made_once
    def timeline(self) -> TimelineTab:
        """What happened to the order."""
        from ordermanager.ui.order_pane.timeline_tab import TimelineTab

        page = LowPage(self._places[TIMELINE])
        tab = TimelineTab(self._services, self._jobs, page.viewport())
        page.hold(tab)
        self._put(page, TIMELINE)
        return tab

    def _put(self, tab: QWidget, number: int) -> None:
        layout = self._places[number].layout()
        assert layout is not None
        layout.addWidget(tab)
