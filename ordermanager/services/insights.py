"""Insights: what the delivered orders say, counted as the platform counts (domain/insights.py)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from ordermanager.domain.insights import (
    FREQUENCY_CAP,
    NEVER,
    Bar,
    RfmCell,
    Step,
    average_check,
    bars,
    recency_bounds,
)
from ordermanager.domain.summary import utc_text
from ordermanager.services.results import ExportResult
from ordermanager.services.tables import Column, ColumnKind, write_table

if TYPE_CHECKING:
    from pathlib import Path

    from ordermanager.services.context import Context
    from ordermanager.store import Completeness

MAX_CUSTOMERS = 100_000
"""How many customers a list of one cell shows at most."""


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything the page shows. `currencies` with the number of sales in each; `currency` is the one of all amounts,
    "" if nothing was sold. `cells` holds only cells with customers. `statuses`: accepted orders by status."""

    at: datetime
    currencies: tuple[tuple[str, int], ...]
    currency: str
    cells: tuple[RfmCell, ...]
    hours: dict[datetime, tuple[int, Decimal]]
    sales: int
    revenue: Decimal
    average: Decimal | None
    statuses: dict[str, int]
    completeness: Completeness
    zone: ZoneInfo

    def bars(self, step: Step) -> list[Bar]:
        """Sales and revenue of the chosen currency over time."""
        return bars(self.hours, step, self.zone)


@dataclass(frozen=True, slots=True)
class CustomerLine:
    """A customer of one RFM cell. `last_sale` is UTC text, "" without a sale."""

    external_customer_id: str
    email: str
    phone: str
    name: str
    sales: int
    last_sale: str

    @property
    def search_text(self) -> str:
        """What finds this customer's orders in the order list; short customer IDs would find strangers' too."""
        return self.email or self.phone or self.external_customer_id or self.name


class InsightService:
    """Any thread; reads only. At a million orders an overview takes seconds: run it as a job."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def overview(self, currency: str | None = None) -> Overview:
        """The numbers as of now. `currency`: None takes the one with most sales; one without sales gives none."""
        store = self._context.workspace.insights
        now = self._context.now().replace(microsecond=0)
        currencies = tuple(store.currencies())
        chosen = currency if currency is not None else (currencies[0][0] if currencies else "")
        hours = {_hour(hour): (sales, _amount(cents)) for hour, sales, cents in store.sales_by_hour(chosen)}
        sales = sum(number for number, _ in hours.values())
        revenue = sum((amount for _, amount in hours.values()), Decimal(0))
        statuses: dict[str, int] = {}
        for _, status, orders in store.statuses_by_hour():
            statuses[status] = statuses.get(status, 0) + orders
        return Overview(
            at=now,
            currencies=currencies,
            currency=chosen,
            cells=self._cells(now, chosen),
            hours=hours,
            sales=sales,
            revenue=revenue,
            average=average_check(revenue, sales),
            statuses=statuses,
            completeness=store.completeness(),
            zone=ZoneInfo(self._context.settings.get().timezone),
        )

    def customers(self, at: datetime, recency: int, frequency: int) -> list[CustomerLine]:
        """The customers of one cell of the overview that was made `at`, the latest sale first."""
        bounds = [utc_text(bound) for bound in recency_bounds(at)]
        first = bounds[recency] if recency < len(bounds) else None
        last = bounds[recency - 1] if 0 < recency <= len(bounds) else None
        rows = self._context.workspace.insights.customers_of(
            first, last, frequency, FREQUENCY_CAP, MAX_CUSTOMERS
        )
        return [
            CustomerLine(customer_id, email, phone, name, sales, last_sale or "")
            for customer_id, email, phone, name, sales, last_sale in rows
        ]

    def export_customers(self, path: Path, at: datetime, recency: int, frequency: int) -> ExportResult:
        """The customers of one cell as .csv, .xlsx or .json. Raises CannotWrite."""
        columns = [Column(name) for name in ("externalCustomerId", "email", "phone", "name")]
        columns += [Column("sales", ColumnKind.NUMBER), Column("lastSale")]
        rows = (
            [line.external_customer_id, line.email, line.phone, line.name, str(line.sales), line.last_sale]
            for line in self.customers(at, recency, frequency)
        )
        return ExportResult(path, write_table(path, columns, rows))

    def export_bars(self, path: Path, overview: Overview, step: Step) -> ExportResult:
        """Sales and revenue over time as .csv, .xlsx or .json. Raises CannotWrite."""
        columns = [
            Column("from"),
            Column("sales", ColumnKind.NUMBER),
            Column("revenue", ColumnKind.NUMBER),
            Column("currency"),
        ]
        rows = (
            [bar.begin.isoformat(), str(bar.sales), str(bar.revenue), overview.currency]
            for bar in overview.bars(step)
        )
        return ExportResult(path, write_table(path, columns, rows))

    def _cells(self, now: datetime, currency: str) -> tuple[RfmCell, ...]:
        bounds = [utc_text(bound) for bound in recency_bounds(now)]
        return tuple(
            RfmCell(
                NEVER if row.recency is None else row.recency,
                row.frequency,
                row.customers,
                row.sales,
                _amount(row.revenue_cents),
            )
            for row in self._context.workspace.insights.rfm(bounds, FREQUENCY_CAP, currency)
        )


def _hour(text: str) -> datetime:
    return datetime.fromisoformat(text + ":00:00+00:00")


def _amount(cents: int) -> Decimal:
    return Decimal(cents).scaleb(-2)
