"""By what the history is narrowed: outcome, event, account, date, and a batch or a run that one came from."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDate, Qt, Signal

from ordermanager.domain.statuses import Status
from ordermanager.domain.summary import utc_text
from ordermanager.store import EventFilters
from ordermanager.ui.chip_bar import (
    ChipBar,
    add_checks,
    add_choices,
    bounds,
    name_chip,
    period_text,
    periods,
)
from ordermanager.ui.date_range_dialog import DateRangeDialog
from ordermanager.ui.words import event_kind_name

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu, QWidget

    from ordermanager.services.app import Services
    from ordermanager.services.notices import Changes
    from ordermanager.ui.jobs import Jobs

KINDS = ("accepted", "assumed", "rejected", "unconfirmed")


class HistoryFilterBar(ChipBar):
    """`asked` brings the new EventFilters."""

    asked = Signal(object)

    def __init__(self, services: Services, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._filters = EventFilters()
        self._period = ""
        self._accounts: list[str] = []
        self.outcome = self.make_chip(self._fill_kinds)
        self.event_chip = self.make_chip(self._fill_events)
        self.date = self.make_chip(self._fill_dates)
        self.account = self.make_chip(self._fill_accounts)
        self.batch = self.make_closing_chip(lambda: self._change(batch_id=None))
        self.run = self.make_closing_chip(lambda: self._change(run_id=None))
        self.clear_link = self.make_link(self.tr("Clear filters"), lambda: self._ask(EventFilters()))
        jobs.changed.connect(self._on_changed)
        self.load()
        self.show_filters(EventFilters())

    @property
    def filters(self) -> EventFilters:
        """What is chosen now."""
        return self._filters

    def load(self) -> None:
        """Learn which accounts there are."""
        self._jobs.read(
            (id(self), "accounts"),
            lambda: [account.name for account in self._services.accounts.list()],
            self._take_accounts,
            owner=self,
        )

    def show_filters(self, filters: EventFilters) -> None:
        """Show what is chosen."""
        if not (filters.begin or filters.end):
            self._period = ""
        self._filters = filters
        kinds = ", ".join(event_kind_name(kind) for kind in KINDS if kind in filters.kinds)
        events = ", ".join(status.event_name for status in Status if status in filters.statuses)
        name_chip(self.outcome, self.tr("Result"), kinds)
        name_chip(self.event_chip, self.tr("Event"), events)
        name_chip(self.date, self.tr("Date"), self._period)
        name_chip(self.account, self.tr("Account"), filters.account)
        self.account.setVisible(len(self._accounts) > 1 or bool(filters.account))
        for chip, title, number in (
            (self.batch, self.tr("Batch"), filters.batch_id),
            (self.run, self.tr("Sending run"), filters.run_id),
        ):
            chip.setVisible(number is not None)
            name_chip(chip, title, "" if number is None else str(number))
        self.clear_link.setVisible(not filters.is_empty)

    def focus_first(self) -> None:
        """Put the keys on the first chip."""
        self.outcome.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def choose_days(self, first: QDate, last: QDate, name: str = "") -> None:
        """Narrow the list to days in the workspace's time zone, both included."""
        zone = self._timezone()
        begin, end = bounds(first, last, zone)
        self._period = name or period_text(begin, end, zone)
        self._change(begin=utc_text(begin), end=utc_text(end))

    def _on_changed(self, changes: Changes) -> None:
        if changes.accounts:
            self.load()

    def _take_accounts(self, names: list[str]) -> None:
        self._accounts = names
        self.show_filters(self._filters)

    def _fill_kinds(self, menu: QMenu) -> None:
        pairs = [(kind, event_kind_name(kind)) for kind in KINDS]
        add_checks(menu, pairs, self._filters.kinds, lambda value, on: self._toggle("kinds", value, on=on))

    def _fill_events(self, menu: QMenu) -> None:
        pairs = [(status.value, status.event_name) for status in Status]
        add_checks(
            menu, pairs, self._filters.statuses, lambda value, on: self._toggle("statuses", value, on=on)
        )

    def _fill_accounts(self, menu: QMenu) -> None:
        pairs = [("", self.tr("Any account")), *((name, name) for name in self._accounts)]
        add_choices(menu, pairs, self._filters.account, lambda name: self._change(account=name))

    def _fill_dates(self, menu: QMenu) -> None:
        menu.addAction(self.tr("Any time")).triggered.connect(lambda: self._change(begin="", end=""))
        for text, first, last in periods(self._timezone()):
            days = (QDate(first.year, first.month, first.day), QDate(last.year, last.month, last.day))
            menu.addAction(text).triggered.connect(
                lambda _on=False, days=days, text=text: self.choose_days(days[0], days[1], text)
            )
        menu.addSeparator()
        menu.addAction(self.tr("From … to …")).triggered.connect(self._ask_days)

    def _ask_days(self) -> None:
        dialog = DateRangeDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self.choose_days)
        dialog.open()

    def _toggle(self, name: str, value: str, *, on: bool) -> None:
        now: frozenset[str] = getattr(self._filters, name)
        self._change(**{name: now | {value} if on else now - {value}})

    def _change(self, **changes: Any) -> None:
        self._ask(replace(self._filters, **changes))

    def _ask(self, filters: EventFilters) -> None:
        if filters != self._filters:
            self.show_filters(filters)
            self.asked.emit(filters)

    def _timezone(self) -> str:
        return self._services.settings.get().timezone
