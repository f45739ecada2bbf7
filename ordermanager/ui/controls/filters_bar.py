"""What the bars above the orders and above the history share: chips for a period, an account and sets of values, and
the way from a chip to the list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QTimer, Signal

from ordermanager.ui.controls.chip_bar import ChipBar, add_checks, add_choices, moving_days, name_chip

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from decimal import Decimal

    from PySide6.QtCore import QDate
    from PySide6.QtWidgets import QMenu, QToolButton, QWidget

    from ordermanager.services.app import Services
    from ordermanager.services.notices import Changes
    from ordermanager.store.history.query import EventFilters
    from ordermanager.store.orders.filters import OrderFilters
    from ordermanager.ui.jobs import Jobs

CALENDAR_EVERY_MS = 20_000

FiltersT = TypeVar("FiltersT", "OrderFilters", "EventFilters")


class FiltersBar(ChipBar, Generic[FiltersT]):
    """`asked` brings the new filters; whoever shows the list calls `show_filters` with what it shows then."""

    asked = Signal(object)

    def __init__(
        self,
        services: Services,
        jobs: Jobs,
        nothing: FiltersT,
        parent: QWidget | None = None,
        *,
        loads_choices: bool = True,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._nothing: FiltersT = nothing
        self.column_titles: Mapping[str, str] = {}
        """What the columns are called that can be narrowed to a part of their text."""
        self._filters: FiltersT = nothing
        self._period = ""
        self._period_of = ("", "", "")
        self._calendar: QTimer | None = None
        self._accounts: list[str] = []
        self._currencies: list[str] = []
        self._texts: dict[str, QToolButton] = {}
        self._make_chips()
        self.clear_link = self.make_link(self.tr("Clear filters"), self.clear)
        jobs.changed.connect(self._on_changed)
        if loads_choices:
            self.load()
        self.show_filters(nothing)

    # -- to be said by subclasses

    def _make_chips(self) -> None:
        """Make `date`, `account` and whatever else there is, in the order in which they stand."""
        raise NotImplementedError

    def _name_chips(self) -> None:
        """Show what is chosen."""
        raise NotImplementedError

    def _look(self) -> Any:
        """What else can be chosen from; in a reader thread."""
        return self._services.lists.currencies()

    def _take(self, found: Any) -> None:
        """Keep what `_look` has found."""
        self._currencies = found

    def _are_choices_older(self, changes: Changes) -> bool:
        """Whether something else can be chosen from now."""
        # All rows are read for it, so not for each order that is written.
        return changes.accounts or changes.imports or (changes.orders and changes.order_ids is None)

    # -- what is chosen

    @property
    def filters(self) -> FiltersT:
        """What is chosen now."""
        return self._filters

    def show_filters(self, filters: FiltersT) -> None:
        """Show what is chosen."""
        if (period := (filters.begin, filters.end, filters.moving)) != self._period_of:
            self._name_period(*period)
        self._filters = filters
        self._watch_calendar()
        self._name_all()

    def clear(self) -> None:
        """Show everything again."""
        self._ask(self._nothing)

    def filter_text(self, column: str, _title: str, part: str) -> None:
        """Narrow the list to lines with `part` in a column; an empty part takes that away."""
        now: tuple[tuple[str, str], ...] = getattr(self._filters, "texts")  # noqa: B009 - of either class
        others: tuple[tuple[str, str], ...] = tuple(known for known in now if known[0] != column)
        self._change(texts=(*others, (column, part)) if part else others)

    def load(self) -> None:
        """Learn what can be chosen from."""

        def look() -> tuple[list[str], Any]:
            return [account.name for account in self._services.accounts.list()], self._look()

        self._jobs.read((id(self), "choices"), look, self._take_choices, owner=self)

    def choose_days(self, first: QDate, last: QDate) -> None:
        """Narrow the list to days in the workspace's time zone, both included."""
        from zoneinfo import ZoneInfo

        from ordermanager.domain.summary import utc_text
        from ordermanager.domain.values.moving_days import whole_days
        from ordermanager.ui.controls.days import date_of

        days = (date_of(first), date_of(last))
        begin, end = map(utc_text, whole_days(*days, ZoneInfo(self._timezone())))
        self._change(begin=begin, end=end, moving="")

    def choose_moving(self, moving: str) -> None:
        """Narrow the list to these MovingDays."""
        self._ask(self._services.lists.as_of_now(self._filters._replace(moving=moving)))

    def _watch_calendar(self) -> None:
        """While days are chosen that move on with it. The clock is looked at, since the computer may sleep."""
        if self._calendar is None and self._filters.moving:
            self._calendar = QTimer(self)
            self._calendar.setInterval(CALENDAR_EVERY_MS)
            self._calendar.timeout.connect(self.move_on)
        if self._calendar is None:
            return
        if not self._filters.moving:
            self._calendar.stop()
        elif not self._calendar.isActive():
            self._calendar.start()

    def move_on(self) -> None:
        """Ask anew where another day has begun."""
        self._ask(self._services.lists.as_of_now(self._filters))

    def _on_changed(self, changes: Changes) -> None:
        if self._are_choices_older(changes):
            self.load()

    def _take_choices(self, found: tuple[list[str], Any]) -> None:
        self._accounts, rest = found
        self._take(rest)
        self._name_all()

    def _name_all(self) -> None:
        chosen = self._filters
        name_chip(self.date, self.tr("Date"), self._period)
        name_chip(self.account, self.tr("Account"), chosen.account)
        self.account.setVisible(len(self._accounts) > 1 or bool(chosen.account))
        self.clear_link.setVisible(not chosen.is_empty)
        self._name_chips()
        self.fold_what_has_no_room()

    def _name_period(self, begin: str, end: str, moving: str) -> None:
        """Call the period from `begin` until before `end` (UTC texts) by its days, or as MovingDays are called."""
        from datetime import datetime, timedelta

        from ordermanager.ui import i18n

        zone = self._timezone()
        last = datetime.fromisoformat(end) - timedelta(seconds=1) if end else None
        days = [i18n.date(moment, zone) for moment in (begin, last) if moment]
        self._period = moving_days().get(moving) or " – ".join(dict.fromkeys(days))
        self._period_of = (begin, end, moving)

    # -- chips and menus

    def _name_texts(self) -> None:
        """A chip for each column that is narrowed to a part of its text."""
        quoted = self.tr("“{text}”")
        parts = dict(self._filters.texts)
        for column in parts:
            if column not in self._texts:
                self._texts[column] = self._make_text_chip(column)
        for column, chip in self._texts.items():
            part = parts.get(column, "")
            chip.setVisible(bool(part))
            if part:
                name_chip(
                    chip, self.column_titles.get(column) or self.tr("Contains"), quoted.format(text=part)
                )

    def _make_text_chip(self, column: str) -> QToolButton:
        chip = self.make_closing_chip(lambda: self.filter_text(column, "", ""))
        self.put_behind([self.account, *self._texts.values()][-1], chip)
        return chip

    def _make_date_chip(self) -> QToolButton:
        self.date = self.make_chip(self._fill_dates)
        return self.date

    def _make_account_chip(self) -> QToolButton:
        self.account = self.make_chip(self._fill_accounts)
        return self.account

    def _make_amount_chips(self) -> None:
        self._amount = self.make_chip(self._fill_amount)
        self._currency = self.make_chip(
            lambda menu: self._fill_set(menu, self._currency_pairs(), "currencies")
        )

    def _name_amount_chips(self) -> None:
        chosen, words = self._filters, ""
        if chosen.least is not None or chosen.most is not None:
            from ordermanager.ui.controls.amount_form import amount_words

            words = amount_words(chosen)
        name_chip(self._amount, self.tr("Amount"), words)
        name_chip(self._currency, self.tr("Currency"), ", ".join(sorted(chosen.currencies)))
        self._currency.setVisible(len(self._currencies) > 1 or bool(chosen.currencies))

    def _currency_pairs(self) -> list[tuple[str, str]]:
        return [(name, name) for name in self._currencies]

    def _fill_amount(self, menu: QMenu) -> None:
        from PySide6.QtWidgets import QWidgetAction

        from ordermanager.ui.controls.amount_form import AmountForm

        form = AmountForm(self._filters, self._currencies, menu)
        form.chosen.connect(lambda least, most, code: self._choose_amount(menu, least, most, code))
        action = QWidgetAction(menu)
        action.setDefaultWidget(form)
        menu.addAction(action)
        QTimer.singleShot(0, form, form.least.setFocus)  # when the menu is there, and has the keys

    def _choose_amount(self, menu: QMenu, least: Decimal | None, most: Decimal | None, code: str) -> None:
        menu.close()
        several = self._filters.currencies if len(self._filters.currencies) > 1 else frozenset[str]()
        self._change(least=least, most=most, currencies=frozenset((code,)) if code else several)

    def _fill_set(self, menu: QMenu, pairs: Iterable[tuple[str, str]], name: str) -> None:
        """Entries (value, text), of which any may be in the set `name` of the filters."""
        now: frozenset[str] = getattr(self._filters, name)
        add_checks(menu, pairs, now, lambda value, on: self._toggle(name, value, on=on))

    def _fill_one(self, menu: QMenu, pairs: Iterable[tuple[str, str]], name: str) -> None:
        """Entries (value, text), of which one is the value `name` of the filters."""
        now: str = getattr(self._filters, name)
        add_choices(menu, pairs, now, lambda value: self._change(**{name: value}))

    def _fill_accounts(self, menu: QMenu) -> None:
        pairs = [("", self.tr("Any account")), *((name, name) for name in self._accounts)]
        self._fill_one(menu, pairs, "account")

    def _fill_dates(self, menu: QMenu) -> None:
        def add(text: str, choose: Callable[[], None]) -> None:
            def take(_on: bool = False) -> None:
                menu.close()
                choose()

            menu.addAction(text).triggered.connect(take)

        add(self.tr("Any time"), lambda: self._change(begin="", end="", moving=""))
        for moving, text in moving_days().items():
            add(text, partial(self.choose_moving, moving))
        menu.addSeparator()
        add(self.tr("From … to …"), self._ask_days)

    def _ask_days(self) -> None:

        from ordermanager.ui.controls.date_range_dialog import DateRangeDialog

        dialog = DateRangeDialog(self)
        dialog.chosen.connect(self.choose_days)
        from ordermanager.ui.controls.open_dialog import open_dialog

        open_dialog(dialog)

    # -- asking

    def _toggle(self, name: str, value: str, *, on: bool) -> None:
        now: frozenset[str] = getattr(self._filters, name)
        self._change(**{name: now | {value} if on else now - {value}})

    def _change(self, **changes: Any) -> None:
        self._ask(self._filters._replace(**changes))

    def _ask(self, filters: FiltersT) -> None:
        if filters != self._filters:
            self.asked.emit(filters)

    def _timezone(self) -> str:
        return self._services.settings.get().timezone
