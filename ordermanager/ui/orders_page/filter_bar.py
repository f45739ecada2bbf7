"""The chips above the table: each says by what the list is narrowed, and opens a menu to change it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton, QWidget

from ordermanager.domain.states import Folder, State
from ordermanager.domain.statuses import Status
from ordermanager.domain.summary import utc_text
from ordermanager.store import OrderFilters
from ordermanager.ui import i18n
from ordermanager.ui.customer_words import filter_words
from ordermanager.ui.date_range_dialog import DateRangeDialog
from ordermanager.ui.flow_layout import FlowLayout
from ordermanager.ui.icons import set_icon
from ordermanager.ui.stay_open_menu import StayOpenMenu
from ordermanager.ui.theme import GAP, SPACE, TIGHT
from ordermanager.ui.words import state_name, status_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ordermanager.services.app import Services
    from ordermanager.services.notices import Changes
    from ordermanager.ui.jobs import Jobs

MANY_STATES = (Folder.ALL, Folder.OUTBOX)
"""Folders whose orders are in more than one state, so that choosing among states makes sense."""
_STATES = (
    State.DRAFT, State.READY, State.QUEUED, State.SENDING, State.ACCEPTED, State.REJECTED, State.UNCONFIRMED, State.HELD
)  # fmt: skip
LONGEST = 40


class FilterBar(QWidget):
    """`asked` brings the new OrderFilters; `import_left` that the orders of all imports are wanted again."""

    asked = Signal(object)
    import_left = Signal()

    def __init__(self, services: Services, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._filters = OrderFilters()
        self._period = ""
        self._period_of = ("", "")
        self._currencies: list[str] = []
        self._accounts: list[str] = []
        layout = FlowLayout(self, SPACE, TIGHT)
        layout.setContentsMargins(GAP, 0, GAP, SPACE)
        self._state = self._chip(self._fill_states)
        self._status = self._chip(self._fill_statuses)
        self._date = self._chip(self._fill_dates)
        self._findings = self._chip(self._fill_findings)
        self._currency = self._chip(self._fill_currencies)
        self._account = self._chip(self._fill_accounts)
        self._texts = self._closing_chip(lambda: self._change(texts=()))
        self._customers = self._closing_chip(lambda: self._change(customer="", segment=None, lacking=""))
        self._import = self._closing_chip(self.import_left.emit)
        self._clear = QPushButton(self.tr("Clear filters"), self)
        self._clear.setProperty("role", "link")
        self._clear.clicked.connect(self.clear)
        layout.addWidget(self._clear)
        jobs.changed.connect(self._on_changed)
        self.load()
        self.show_filters(OrderFilters())

    @property
    def filters(self) -> OrderFilters:
        """What is chosen now."""
        return self._filters

    def load(self) -> None:
        """Learn which currencies and accounts there are."""
        self._jobs.read((id(self), "choices"), self._look, self._take, owner=self)

    def _on_changed(self, changes: Changes) -> None:
        # All rows are read for it, so not for each order that is written.
        if changes.accounts or changes.imports or (changes.orders and changes.order_ids is None):
            self.load()

    def _look(self) -> tuple[list[str], list[str]]:
        """In a reader thread."""
        names = [account.name for account in self._services.accounts.list()]
        return self._services.orders.currencies(), names

    def _take(self, found: tuple[list[str], list[str]]) -> None:
        self._currencies, self._accounts = found
        self._name_chips()

    def show_folder(self, folder: Folder) -> None:
        """Only filters that can narrow this folder are there."""
        self._state.setVisible(folder in MANY_STATES)

    def show_filters(self, filters: OrderFilters, import_name: str = "") -> None:
        """Show what is chosen."""
        if (
            filters.begin,
            filters.end,
        ) != self._period_of:  # not chosen here: by a click on a chart, for example
            self._name_period(filters.begin, filters.end)
        self._filters = filters
        self._import.setVisible(bool(import_name))
        self._name_chip(self._import, import_name, import_name)
        self._name_chips()

    def clear(self) -> None:
        """Show everything again."""
        if not self._import.isHidden():
            self.import_left.emit()
        self._ask(OrderFilters())

    def filter_text(self, column: str, title: str, part: str) -> None:
        """Narrow the list to orders with `part` in a column; an empty part takes that away."""
        texts = tuple(known for known in self._filters.texts if known[0] != column)
        self._texts.setProperty("column", title)
        self._change(texts=(*texts, (column, part)) if part else texts)

    def focus_first(self) -> None:
        """Put the keys on the first chip."""
        first = self._state if not self._state.isHidden() else self._status
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # -- chips

    def _chip(self, fill: Callable[[QMenu], None]) -> QToolButton:
        chip = QToolButton(self)
        chip.setProperty("role", "chip")
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow stands behind the text
        chip.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_icon(chip, "chevron-down", "muted")
        menu = StayOpenMenu(chip)
        menu.aboutToShow.connect(menu.clear)
        menu.aboutToShow.connect(lambda: fill(menu))
        chip.setMenu(menu)
        self._add(chip)
        return chip

    def _closing_chip(self, close: Callable[[], object]) -> QToolButton:
        chip = QToolButton(self)
        chip.setProperty("role", "chip")
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_icon(chip, "close", "muted")
        chip.clicked.connect(lambda _checked=False: close())
        self._add(chip)
        return chip

    def _add(self, chip: QToolButton) -> None:
        layout = self.layout()
        if layout is not None:
            layout.addWidget(chip)

    def _name_chip(self, chip: QToolButton, title: str, chosen: str) -> None:
        text = f"{title}: {chosen}" if chosen and chosen != title else title
        text = text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
        chip.setText(text.replace("&", "&&"))
        anything = self.tr("any")
        chip.setAccessibleName(f"{title}: {chosen or anything}")
        if chip.property("on") != bool(chosen):
            chip.setProperty("on", bool(chosen))
            chip.style().unpolish(chip)
            chip.style().polish(chip)

    def _name_chips(self) -> None:
        chosen = self._filters
        state_names = [state_name(state) for state in _STATES if state in chosen.states]
        status_names = [status_name(status) for status in Status if status in chosen.statuses]
        self._name_chip(self._state, self.tr("State"), ", ".join(state_names))
        self._name_chip(self._status, self.tr("Status"), ", ".join(status_names))
        self._name_chip(self._date, self.tr("Date"), self._period)
        self._name_chip(self._findings, self.tr("Findings"), self._finding_names().get(chosen.findings, ""))
        self._name_chip(self._currency, self.tr("Currency"), ", ".join(sorted(chosen.currencies)))
        self._name_chip(self._account, self.tr("Account"), chosen.account)
        self._currency.setVisible(len(self._currencies) > 1 or bool(chosen.currencies))
        self._account.setVisible(len(self._accounts) > 1 or bool(chosen.account))
        quoted = self.tr("“{text}”")
        parts = ", ".join(quoted.format(text=part) for _, part in chosen.texts)
        self._texts.setVisible(bool(parts))
        self._name_chip(self._texts, str(self._texts.property("column") or self.tr("Contains")), parts)
        customers = filter_words(chosen, str(self._zone()))
        self._customers.setVisible(bool(customers))
        self._name_chip(self._customers, self.tr("Customers"), customers)
        self._clear.setVisible(not chosen.is_empty or not self._import.isHidden())

    # -- menus

    def _fill_states(self, menu: QMenu) -> None:
        pairs = [(state_name(state), state) for state in _STATES]
        self._fill_set(menu, pairs, "states")

    def _fill_statuses(self, menu: QMenu) -> None:
        self._fill_set(menu, [(status_name(status), str(status)) for status in Status], "statuses")

    def _fill_currencies(self, menu: QMenu) -> None:
        self._fill_set(menu, [(name, name) for name in self._currencies], "currencies")

    def _fill_set(self, menu: QMenu, pairs: Iterable[tuple[str, object]], name: str) -> None:
        for text, value in pairs:
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(value in getattr(self._filters, name))
            action.toggled.connect(lambda on, value=value: self._toggle(name, value, on=on))

    def _toggle(self, name: str, value: object, *, on: bool) -> None:
        now: frozenset[object] = getattr(self._filters, name)
        self._change(**{name: now | {value} if on else now - {value}})

    def _fill_accounts(self, menu: QMenu) -> None:
        self._fill_one(
            menu, [("", self.tr("Any account")), *((name, name) for name in self._accounts)], "account"
        )

    def _finding_names(self) -> dict[str, str]:
        return {
            "any": self.tr("Has findings"),
            "errors": self.tr("Has errors"),
            "warnings": self.tr("Has warnings"),
            "none": self.tr("None"),
        }

    def _fill_findings(self, menu: QMenu) -> None:
        self._fill_one(menu, [("", self.tr("Any")), *self._finding_names().items()], "findings")

    def _fill_one(self, menu: QMenu, pairs: Iterable[tuple[str, str]], name: str) -> None:
        for value, text in pairs:
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(getattr(self._filters, name) == value)
            action.triggered.connect(lambda _on=False, value=value: self._choose(menu, **{name: value}))

    def _choose(self, menu: QMenu, **changes: Any) -> None:
        menu.close()
        self._change(**changes)

    def _fill_dates(self, menu: QMenu) -> None:
        today = datetime.now(self._zone()).date()
        month = today.replace(day=1)
        periods = (
            (self.tr("Today"), today, today),
            (self.tr("Yesterday"), today - timedelta(days=1), today - timedelta(days=1)),
            (self.tr("Last 7 days"), today - timedelta(days=6), today),
            (self.tr("Last 30 days"), today - timedelta(days=29), today),
            (self.tr("This month"), month, today),
            (self.tr("Last month"), (month - timedelta(days=1)).replace(day=1), month - timedelta(days=1)),
        )
        any_time = menu.addAction(self.tr("Any time"))
        any_time.triggered.connect(lambda: self._choose(menu, begin="", end=""))
        for text, first, last in periods:
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

    def choose_days(self, first: QDate, last: QDate, name: str = "") -> None:
        """Narrow the list to days in the workspace's time zone, both included."""
        begin = utc_text(datetime.combine(first.toPython(), time(), self._zone()))  # type: ignore[arg-type]
        end = utc_text(datetime.combine(last.addDays(1).toPython(), time(), self._zone()))  # type: ignore[arg-type]
        self._name_period(begin, end, name)
        self._change(begin=begin, end=end)

    def _name_period(self, begin: str, end: str, name: str = "") -> None:
        """Call the period from `begin` until before `end` (UTC texts) so; without a name, by its days."""
        zone = str(self._zone())
        last = datetime.fromisoformat(end) - timedelta(seconds=1) if end else None
        days = [i18n.date(moment, zone) for moment in (begin, last) if moment]
        self._period = name or " – ".join(dict.fromkeys(days))
        self._period_of = (begin, end)

    def _zone(self) -> ZoneInfo:
        return ZoneInfo(self._services.settings.get().timezone)

    def _change(self, **changes: Any) -> None:
        self._ask(replace(self._filters, **changes))

    def _ask(self, filters: OrderFilters) -> None:
        if filters != self._filters:
            self.asked.emit(filters)
