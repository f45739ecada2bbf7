"""By what the history is narrowed: outcome, event, account, date, and a batch or a run that one came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ordermanager.domain.statuses import Status
from ordermanager.store import EventFilters
from ordermanager.ui.chip_bar import name_chip
from ordermanager.ui.filters_bar import FiltersBar
from ordermanager.ui.words import event_kind_name

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu, QWidget

    from ordermanager.services.app import Services
    from ordermanager.ui.jobs import Jobs

KINDS = ("accepted", "assumed", "rejected", "unconfirmed")


class HistoryFilterBar(FiltersBar[EventFilters]):
    """`asked` brings the new EventFilters."""

    def __init__(self, services: Services, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(services, jobs, EventFilters(), parent)

    def focus_first(self) -> None:
        """Put the keys on the first chip."""
        self.outcome.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _make_chips(self) -> None:
        self.outcome = self.make_chip(self._fill_kinds)
        self.event_chip = self.make_chip(self._fill_events)
        self._make_date_chip()
        self._make_account_chip()
        self.batch = self.make_closing_chip(lambda: self._change(batch_id=None))
        self.run = self.make_closing_chip(lambda: self._change(run_id=None))
        self.key = self.make_closing_chip(lambda: self._change(event_key=""))
        self.person = self.make_closing_chip(lambda: self._change(person=EventFilters().person))

    def _name_chips(self) -> None:
        chosen = self._filters
        kinds = ", ".join(event_kind_name(kind) for kind in KINDS if kind in chosen.kinds)
        events = ", ".join(status.event_name for status in Status if status in chosen.statuses)
        name_chip(self.outcome, self.tr("Result"), kinds)
        name_chip(self.event_chip, self.tr("Event"), events)
        customer_id, email, phone = chosen.person
        for chip, title, only in (
            (self.batch, self.tr("Batch"), chosen.batch_id),
            (self.run, self.tr("Sending run"), chosen.run_id),
            (self.key, self.tr("Event key"), chosen.event_key or None),
            (self.person, self.tr("Contact"), email or phone or customer_id or None),
        ):
            chip.setVisible(only is not None)
            name_chip(chip, title, "" if only is None else str(only))
        self._name_texts()

    def _fill_kinds(self, menu: QMenu) -> None:
        self._fill_set(menu, [(kind, event_kind_name(kind)) for kind in KINDS], "kinds")

    def _fill_events(self, menu: QMenu) -> None:
        self._fill_set(menu, [(status.value, status.event_name) for status in Status], "statuses")
