"""The table of customers: columns and model."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP
from ordermanager.store.people.records import CustomerRow
from ordermanager.ui import i18n
from ordermanager.ui.big_table import Align, BigTableModel, Column

if TYPE_CHECKING:
    from array import array
    from collections.abc import Sequence

    from ordermanager.domain.sentences import Sentence
    from ordermanager.services.app import Services
    from ordermanager.store.people.records import CustomerQuery
    from ordermanager.ui.jobs import Jobs

LOOK_AGAIN_AFTER_MS = 1000
"""While changes pour in, as when sending."""
_TITLES = {
    "name": QT_TRANSLATE_NOOP("Customers", "Name"),
    "email": QT_TRANSLATE_NOOP("Customers", "E-mail"),
    "phone": QT_TRANSLATE_NOOP("Customers", "Phone"),
    "external_customer_id": QT_TRANSLATE_NOOP("Customers", "Customer ID"),
    "orders": QT_TRANSLATE_NOOP("Customers", "Orders"),
    "sales": QT_TRANSLATE_NOOP("Customers", "Delivered"),
    "total": QT_TRANSLATE_NOOP("Customers", "Total delivered"),
    "average": QT_TRANSLATE_NOOP("Customers", "Average check"),
    "last_date": QT_TRANSLATE_NOOP("Customers", "Last order"),
}
MATTERS_FIRST = (
    "name", "email", "orders", "last_date", "phone", "total", "sales", "average", "external_customer_id"
)  # fmt: skip


def _title(key: str) -> str:
    return QCoreApplication.translate("Customers", _TITLES[key])


def customer_columns(timezone: str) -> tuple[Column[CustomerRow], ...]:
    """The columns of the list of customers; dates are shown in `timezone`."""

    def column(
        key: str, width: float, align: Align = Align.LEFT, *, quiet: bool = False
    ) -> Column[CustomerRow]:
        return Column(key, _title(key), width, _TEXTS[key], align, sort=key, is_quiet=quiet)

    last: Column[CustomerRow] = Column(
        "last_date", _title("last_date"), 12, lambda row: i18n.date(row.last_date, timezone), sort="last_date"
    )
    return (
        column("name", 18),
        column("email", 24),
        column("phone", 13),
        column("external_customer_id", 12, quiet=True),
        column("orders", 7, Align.RIGHT),
        column("sales", 9, Align.RIGHT),
        column("total", 15, Align.RIGHT),
        column("average", 14, Align.RIGHT),
        last,
    )


def total_words(row: CustomerRow) -> str:
    """What was delivered to a customer; currencies are not added up."""
    if not row.sales:
        return ""
    amounts = [(row.currency, row.total), *row.more] if row.average is not None else row.more
    return " + ".join(i18n.money(amount, currency) for currency, amount in amounts)


def _average_words(row: CustomerRow) -> str:
    return "" if row.average is None else i18n.money(row.average, row.currency)


_TEXTS = {
    "name": lambda row: row.name,
    "email": lambda row: row.email,
    "phone": lambda row: row.phone,
    "external_customer_id": lambda row: row.external_customer_id,
    "orders": lambda row: i18n.count(row.orders),
    "sales": lambda row: i18n.count(row.sales),
    "total": total_words,
    "average": _average_words,
}


class CustomerTableModel(BigTableModel["CustomerRow"]):
    """Customers of a `CustomerQuery`: at once as the list was, and again when it has been brought up to date."""

    looked = Signal(int)
    """While the list is made for the first time: how many percent of that are done."""

    def __init__(self, services: Services, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(jobs, customer_columns(services.settings.get().timezone), parent)
        self._services = services
        self.is_looking = False
        self._once_more = QTimer(self)
        self._once_more.setSingleShot(True)
        self._once_more.setInterval(LOOK_AGAIN_AFTER_MS)
        self._once_more.timeout.connect(self.bring_up_to_date)
        self._has_changed_since = False
        self._stopped = threading.Event()
        jobs.watch(self._once_more)

    def bring_up_to_date(self) -> None:
        """Work in what has changed since the list was last shown; the first time, all orders. In a thread of its own:
        it may take longer than any other question."""
        if self.is_looking:
            self._has_changed_since = True
            return
        self.is_looking = True
        self._stopped.clear()
        stop, stopped = self._stopped.set, self._stopped.is_set
        tell = self._jobs.on_gui(self._on_progress)
        refresh = self._services.customers.refresh
        self._jobs.network(
            "", lambda: refresh(tell, stopped), self._on_looked, self._on_not_looked, stop, owner=self
        )

    def stop_looking(self) -> None:
        """Leave the list as it was."""
        self._stopped.set()

    @property
    def is_stopped(self) -> bool:
        """Whether a person stopped it, and nobody has asked for it since."""
        return self._stopped.is_set()

    def _on_progress(self, percent: int) -> None:
        self.looked.emit(percent)

    def _on_looked(self, _has_changed: bool) -> None:
        self.is_looking = False
        self.refresh()
        if self._has_changed_since and not self.is_stopped:
            self._once_more.start()
        self._has_changed_since = False

    def _on_not_looked(self, sentence: Sentence) -> None:
        self.is_looking = self._has_changed_since = False
        self._on_failed(sentence)

    def _read_ids(self, query: CustomerQuery, limit: int | None) -> array[int]:
        return self._services.customers.ids(query if limit is None else replace(query, limit=limit))

    def _read_rows(self, ids: Sequence[int]) -> list[CustomerRow]:
        return self._services.customers.rows(ids)
