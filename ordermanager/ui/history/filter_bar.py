"""By what the history is narrowed: outcome, event, date, amount, account, import, and where one came from."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from ordermanager.domain.statuses import Status
from ordermanager.store.history.query import EventFilters
from ordermanager.ui import i18n
from ordermanager.ui.controls.chip_bar import add_choices, name_chip
from ordermanager.ui.controls.filters_bar import FiltersBar
from ordermanager.ui.controls.plain import set_plain_tooltip
from ordermanager.ui.words import event_kind_name

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu, QWidget

    from ordermanager.services.app import Services
    from ordermanager.ui.jobs import Jobs

MOST_IMPORTS = 25
"""The newest of them stand in the menu."""
KINDS = ("accepted", "assumed", "rejected", "unconfirmed")


class HistoryFilterBar(FiltersBar[EventFilters]):
    """`asked` brings the new EventFilters."""

    def __init__(self, services: Services, jobs: Jobs, parent: QWidget | None = None) -> None:
        self._imports: list[tuple[str, str]] = []
        super().__init__(services, jobs, EventFilters(), parent)

    def focus_first(self) -> None:
        """Put the keys on the first chip."""
        self.unfold()
        self.outcome.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _make_chips(self) -> None:
        self.outcome = self.make_chip(self._fill_kinds)
        self.event_chip = self.make_chip(self._fill_events)
        self._make_date_chip()
        self._make_amount_chips()
        for chip in (self._amount, self._currency):
            set_plain_tooltip(chip, self.tr("Of the order as it is now"))
        self._make_account_chip()
        self._import = self.make_chip(self._fill_imports)
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
        self._name_amount_chips()
        number = "" if chosen.import_id is None else str(chosen.import_id)
        self._import.setVisible(bool(self._imports) or bool(number))
        name_chip(self._import, self.tr("Import"), dict(self._imports).get(number, number))
        self._name_texts()

    def _look(self) -> Any:
        """Override FiltersBar._look: and the newest imports."""
        records = self._services.importing.list()[:MOST_IMPORTS]
        return super()._look(), [(record.id, record.source, record.started_at) for record in records]

    def _take(self, found: Any) -> None:
        """Override FiltersBar._take."""
        currencies, imports = found
        super()._take(currencies)
        zone = self._timezone()
        self._imports = [
            (str(number), f"{PurePath(source).name}, {i18n.date_time(at, zone)}")
            for number, source, at in imports
        ]

    def _fill_imports(self, menu: QMenu) -> None:
        chosen = self._filters.import_id
        pairs = [("", self.tr("Any import")), *self._imports]
        add_choices(
            menu,
            pairs,
            "" if chosen is None else str(chosen),
            lambda number: self._change(import_id=int(number) if number else None),
        )

    def _fill_kinds(self, menu: QMenu) -> None:
        self._fill_set(menu, [(kind, event_kind_name(kind)) for kind in KINDS], "kinds")

    def _fill_events(self, menu: QMenu) -> None:
        self._fill_set(menu, [(status.value, status.event_name) for status in Status], "statuses")
