"""Insights: what the delivered orders say, counted as the platform counts (domain/insights/insights.py)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from ordermanager.domain.insights.insights import (
    FREQUENCY_CAP,
    NEVER,
    RECENCY_DAYS,
    Bar,
    CustomerSegment,
    Days,
    RfmCell,
    StatusBar,
    Step,
    average_check,
    bars,
    cell_segment,
    recency_bounds,
    status_bars,
)
from ordermanager.domain.insights.periods import ALL_TIME, Period
from ordermanager.domain.statuses import Status
from ordermanager.domain.summary import utc_text
from ordermanager.services.files.tables import Column, ColumnKind, replacing, write_table
from ordermanager.services.results import ExportResult
from ordermanager.store.errors import QueryInterrupted
from ordermanager.store.orders.filters import OrderFilters

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ordermanager.services.context import Context
    from ordermanager.store.insights.insights import Completeness

SALES = OrderFilters(accepted_as=frozenset((Status.DELIVERED.value,)))
"""What finds the orders that count."""

MAX_CUSTOMERS = 100_000
"""How many customers a list of one cell shows at most."""


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything the page shows. `currencies` with the number of sales in each; `currency` is the one of all amounts,
    "" if nothing was sold. `cells` holds only cells with customers. What falls into a day of the shop's time zone
    stands at a moment of that day. `accounts` can be chosen: (name, whether it is a sandbox); `account` is the one
    whose sales these are, "" for those of all that are no sandbox."""

    at: datetime
    currencies: tuple[tuple[str, int], ...]
    currency: str
    cells: tuple[RfmCell, ...]
    sales_by_day: dict[datetime, tuple[int, Decimal]]
    sales: int
    revenue: Decimal
    average: Decimal | None
    statuses_by_day: dict[tuple[datetime, str], int]
    completeness: Completeness
    zone: ZoneInfo
    accounts: tuple[tuple[str, bool], ...] = ()
    account: str = ""

    def days(self, period: Period) -> Days:
        """The days of a period, in the shop's time zone."""
        return period.days(self.at.astimezone(self.zone).date())

    def bars(self, step: Step, period: Period = ALL_TIME) -> list[Bar]:
        """Sales and revenue of the chosen currency over time."""
        return bars(self.sales_by_day, step, self.zone, self.days(period))

    def status_bars(self, step: Step, period: Period = ALL_TIME) -> list[StatusBar]:
        """Accepted orders by status over time."""
        return status_bars(self.statuses_by_day, step, self.zone, self.days(period))

    @property
    def sales_of_all(self) -> OrderFilters:
        """What finds exactly the sales in every currency."""
        return SALES._replace(account=self.account)

    @property
    def all_sales(self) -> OrderFilters:
        """What finds exactly the sales of the chosen currency."""
        return self.sales_of_all._replace(currencies=frozenset((self.currency,)))

    @property
    def buyers(self) -> int:
        """Customers with a sale, in whatever currency."""
        return sum(cell.customers for cell in self.cells if cell.frequency)

    def numbers(self) -> list[tuple[str, str, str, str]]:
        """What one looks at first: (what, number, share of all orders here, currency that it is of)."""
        found = self.completeness
        average = "" if self.average is None else str(self.average)
        lines = [
            ("sales", str(self.sales), "", self.currency),
            ("revenue", str(self.revenue), "", self.currency),
            ("averageCheck", average, "", self.currency),
            ("customersWithSale", str(self.buyers), "", ""),
            ("orders", str(found.orders), "", ""),
        ]
        for name, number in (
            ("withoutEmail", found.without_email),
            ("withoutPhone", found.without_phone),
            ("withoutCustomerId", found.without_customer),
            ("withoutItems", found.without_items),
            ("unreachable", found.without_contact),
        ):
            share = f"{number / found.orders:.4f}" if found.orders else ""
            lines.append((name, str(number), share, ""))
        return lines

    def table(self) -> list[tuple[str, str, str, str]]:
        """The RFM table, a cell a row: (days since the last sale up to, sales, customers, revenue)."""
        return [
            (
                *(_recency_name(cell.recency), _frequency_name(cell.frequency)),
                *(str(cell.customers), str(cell.revenue)),
            )
            for cell in self.cells
        ]

    def segment_of(self, cell: RfmCell) -> CustomerSegment:
        """The customers of one cell, as they were counted; averages in the currency that is shown."""
        bounds = [utc_text(bound) for bound in recency_bounds(self.at)]
        segment = cell_segment(cell.recency, cell.frequency, bounds)
        return replace(segment, currency=self.currency, account=self.account)

    def sales_between(self, begin: datetime, end: datetime) -> OrderFilters:
        """What finds exactly the sales of the chosen currency from `begin` until before `end`."""
        return self.all_sales._replace(begin=utc_text(begin), end=utc_text(end))

    def accepted_between(self, begin: datetime, end: datetime) -> OrderFilters:
        """What finds exactly the accepted orders of every status and currency from `begin` until before `end`."""
        accepted = frozenset(status.value for status in Status)
        return self.sales_of_all._replace(accepted_as=accepted, begin=utc_text(begin), end=utc_text(end))


@dataclass(frozen=True, slots=True)
class CustomerLine:
    """A customer of a segment. `key` is that of `OrderFilters.customer`; `last_sale` is UTC text, "" without a sale;
    `revenue` and `average` (None without sales) are in the currency that was asked for."""

    key: str
    external_customer_id: str
    email: str
    phone: str
    name: str
    sales: int
    last_sale: str
    revenue: Decimal = Decimal(0)
    average: Decimal | None = None


class InsightService:
    """Any thread; reads only. At a million orders an overview takes seconds: run it as a job."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def accounts(self) -> list[tuple[str, bool]]:
        """The accounts that orders were sent through: (name, whether it is a sandbox)."""
        return self._context.workspace.insights.accounts()

    def look_ahead(self, is_cancelled: Callable[[], bool]) -> None:
        """Find what customers share by now, so that the next look at them is quick: after an import of very many orders
        that takes seconds. Given up where `is_cancelled` says yes."""
        try:
            self._context.workspace.insights.find_links(is_cancelled)
        except QueryInterrupted:
            if not is_cancelled():
                raise

    def overview(self, currency: str | None = None, account: str = "") -> Overview:
        """The numbers as of now. `currency`: one without sales, or None, takes that with most sales.
        `account`: only what was accepted by the one of this name; an unknown one accepted nothing."""
        store = self._context.workspace.insights
        now = self._context.now().replace(microsecond=0)
        accepted = store.accepted_by_quarter(account)
        in_currency: Counter[str] = Counter()
        for _, status, code, orders, _ in accepted:
            in_currency[code] += orders if status == Status.DELIVERED else 0
        currencies = tuple(
            sorted(
                ((code, number) for code, number in in_currency.items() if number),
                key=lambda each: (-each[1], each[0]),
            )
        )
        known = [code for code, _ in currencies]
        chosen = currency if currency in known else next(iter(known), "")
        zone = ZoneInfo(self._context.settings.get().timezone)
        day_of = _Days(zone)
        by_day: dict[datetime, tuple[int, Decimal]] = {}
        statuses: Counter[tuple[datetime, str]] = Counter()
        sales, revenue = 0, Decimal(0)
        for quarter, status, code, orders, cents in accepted:
            is_sale = status == Status.DELIVERED and code == chosen
            if is_sale:
                sales, revenue = sales + orders, revenue + _amount(cents)
            if not quarter:  # without a date it counts, but is in no bar
                continue
            day = day_of[quarter]
            statuses[day, status] += orders
            if is_sale:
                number, amount = by_day.get(day, (0, Decimal(0)))
                by_day[day] = number + orders, amount + _amount(cents)
        return Overview(
            at=now,
            currencies=currencies,
            currency=chosen,
            cells=self._cells(now, chosen, account),
            sales_by_day=by_day,
            sales=sales,
            revenue=revenue,
            average=average_check(revenue, sales),
            statuses_by_day=dict(statuses),
            completeness=store.completeness(),
            zone=zone,
            accounts=tuple(store.accounts()),
            account=account,
        )

    def customers(self, segment: CustomerSegment, limit: int = MAX_CUSTOMERS) -> list[CustomerLine]:
        """The customers of a segment, the latest sale first."""
        lines = []
        for row in self._context.workspace.insights.customers_of(segment, limit):
            key, customer_id, email, phone, name, sales, last_sale, counted, cents = row
            revenue = _amount(cents)
            average = average_check(revenue, counted)
            lines.append(
                CustomerLine(key, customer_id, email, phone, name, sales, last_sale or "", revenue, average)
            )
        return lines

    def export_customers(self, path: Path, segment: CustomerSegment) -> ExportResult:
        """The customers of a segment as .csv, .xlsx or .json. Raises CannotWrite."""
        names = ("externalCustomerId", "email", "phone", "name")
        kinds = {"phone": ColumnKind.PHONE}
        columns = [Column(name, kinds.get(name, ColumnKind.TEXT)) for name in names]
        columns += [Column(name, ColumnKind.NUMBER) for name in ("sales", "revenue", "averageCheck")]
        columns += [Column("currency"), Column("lastSale")]
        rows = (
            [
                *(line.external_customer_id, line.email, line.phone, line.name, str(line.sales)),
                *(str(line.revenue), "" if line.average is None else str(line.average)),
                *(segment.currency, line.last_sale),
            ]
            for line in self.customers(segment)
        )
        return ExportResult(path, write_table(path, columns, rows))

    def export_statuses(
        self, path: Path, overview: Overview, step: Step, period: Period = ALL_TIME
    ) -> ExportResult:
        """Orders by status over time as .csv, .xlsx or .json. Raises CannotWrite."""
        columns = [Column("from"), *(Column(status.value, ColumnKind.NUMBER) for status in Status)]
        rows = (
            [bar.begin.isoformat(), *(str(bar.orders.get(status, 0)) for status in Status)]
            for bar in overview.status_bars(step, period)
        )
        return ExportResult(path, write_table(path, columns, rows))

    def export_overview(self, path: Path, overview: Overview) -> ExportResult:
        """The numbers that one looks at first, a number a row, as .csv, .xlsx or .json. Raises CannotWrite."""
        columns = [Column("what"), *(Column(name, ColumnKind.NUMBER) for name in ("number", "share"))]
        columns.append(Column("currency"))
        return ExportResult(path, write_table(path, columns, overview.numbers()))

    def write_picture(self, path: Path, data: bytes) -> Path:
        """Write a picture that was drawn; returns its path. Raises CannotWrite."""
        with replacing(path) as temporary:
            temporary.write_bytes(data)
        return path

    def export_rfm(self, path: Path, overview: Overview) -> ExportResult:
        """The RFM table with its revenue, a cell a row, as .csv, .xlsx or .json. Raises CannotWrite."""
        columns = [Column("lastSaleDaysAgo"), Column("sales")]
        columns += [Column(name, ColumnKind.NUMBER) for name in ("customers", "revenue")]
        columns.append(Column("currency"))
        rows = ([*row, overview.currency] for row in overview.table())
        return ExportResult(path, write_table(path, columns, rows))

    def export_bars(
        self, path: Path, overview: Overview, step: Step, period: Period = ALL_TIME
    ) -> ExportResult:
        """Sales and revenue over time as .csv, .xlsx or .json. Raises CannotWrite."""
        columns = [
            Column("from"),
            Column("sales", ColumnKind.NUMBER),
            Column("revenue", ColumnKind.NUMBER),
            Column("currency"),
        ]
        rows = (
            [bar.begin.isoformat(), str(bar.sales), str(bar.revenue), overview.currency]
            for bar in overview.bars(step, period)
        )
        return ExportResult(path, write_table(path, columns, rows))

    def _cells(self, now: datetime, currency: str, account: str) -> tuple[RfmCell, ...]:
        bounds = [utc_text(bound) for bound in recency_bounds(now)]
        return tuple(
            RfmCell(
                NEVER if row.recency is None else row.recency,
                row.frequency,
                row.customers,
                row.sales,
                _amount(row.revenue_cents),
            )
            for row in self._context.workspace.insights.rfm(bounds, FREQUENCY_CAP, currency, account)
        )


def _recency_name(recency: int) -> str:
    if recency == NEVER:
        return "never"
    return str(RECENCY_DAYS[recency]) if recency < len(RECENCY_DAYS) else f"{RECENCY_DAYS[-1]}+"


def _frequency_name(frequency: int) -> str:
    return f"{frequency}+" if frequency == FREQUENCY_CAP else str(frequency)


class _Days(dict[str, datetime]):
    """By quarter of an hour, as the store says it, a moment of its day in the shop's time zone: noon."""

    def __init__(self, zone: ZoneInfo) -> None:
        super().__init__()
        self._zone = zone

    def __missing__(self, quarter: str) -> datetime:
        local = datetime.fromisoformat(quarter + "+00:00").astimezone(self._zone)
        self[quarter] = noon = local.replace(hour=12, minute=0)
        return noon


def _amount(cents: int) -> Decimal:
    return Decimal(cents).scaleb(-2)
