"""Sums over orders, checked against a computation of their own over the same orders."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from ordermanager.domain.insights import (
    FREQUENCY_CAP,
    NEVER,
    RECENCY_DAYS,
    Mood,
    Step,
    average_check,
    bars,
    mood,
    recency_bounds,
    recency_of,
)
from ordermanager.domain.statuses import Status
from ordermanager.domain.summary import utc_text

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)

orders = st.lists(
    st.fixed_dictionaries(
        {
            "customer": st.sampled_from(["", "C1", "C2", "C3"]),
            "email": st.sampled_from(["a@shop.example", "A@shop.example", "b@shop.example"]),
            "status": st.sampled_from(
                [Status.DELIVERED, Status.DELIVERED, Status.CANCELLED, Status.INITIALIZED]
            ),
            "days": st.integers(0, 800),
            "cents": st.integers(0, 10_000_00),
            "is_sent": st.booleans(),
        }
    ),
    max_size=25,
)


def key(order: dict[str, Any]) -> str:
    return str(order["customer"] or order["email"].lower())


@settings(max_examples=40, deadline=None)
@given(orders=orders)
def test_rfm_counts_what_was_delivered(
    new_shop: Callable[[], AbstractContextManager[Any]], orders: list[dict[str, Any]]
) -> None:
    with new_shop() as shop:
        for number, order in enumerate(orders):
            _save(shop, number, order)
        shop.send_all()
        for number, order in enumerate(orders):
            if not order["is_sent"]:
                _save(shop, number, order, sent=False)
        sales: dict[str, list[datetime]] = defaultdict(list)
        revenue: Counter[str] = Counter()
        for order in orders:
            sales[key(order)] += []
            if order["status"] is Status.DELIVERED and order["is_sent"]:
                sales[key(order)].append(NOW - timedelta(days=order["days"]))
                revenue[key(order)] += order["cents"]
        expected: dict[tuple[int, int], list[int]] = defaultdict(lambda: [0, 0, 0])
        for customer, dates in sales.items():
            cell = expected[recency_of(max(dates, default=None), NOW), min(len(dates), FREQUENCY_CAP)]
            cell[0] += 1
            cell[1] += len(dates)
            cell[2] += revenue[customer]
        rows = shop.workspace.insights.rfm(
            [utc_text(bound) for bound in recency_bounds(NOW)], FREQUENCY_CAP, "UAH"
        )
        found = {
            (NEVER if row.recency is None else row.recency, row.frequency): [
                row.customers,
                row.sales,
                row.revenue_cents,
            ]
            for row in rows
        }
        assert found == dict(expected)
        assert sum(cents for _, _, cents in shop.workspace.insights.sales_by_hour("UAH")) == sum(
            revenue.values()
        )


def _save(shop: Any, number: int, order: dict[str, Any], *, sent: bool = True) -> None:
    """An order that is queued, or one that is kept as a draft under another number."""
    fields = {
        "externalCustomerId": order["customer"],
        "email": order["email"],
        "date": utc_text(NOW - timedelta(days=order["days"])),
        "totalCost": str(Decimal(order["cents"]).scaleb(-2)),
    }
    if sent and order["is_sent"]:
        shop.queued(f"S{number}", order["status"], **fields)
    elif not sent:
        shop.order(f"D{number}", status=order["status"].value, **fields)


def test_customers_of_a_cell_are_those_that_it_counts(shop: Any) -> None:
    for number, days in enumerate((1, 20, 20, 400)):
        shop.queued(
            f"S{number}",
            Status.DELIVERED,
            externalCustomerId=f"C{number}",
            date=utc_text(NOW - timedelta(days=days)),
        )
    shop.send_all()
    bounds = [utc_text(bound) for bound in recency_bounds(NOW)]
    insights = shop.workspace.insights
    assert {row[0] for row in insights.customers_of(bounds[1], bounds[0], 1, FREQUENCY_CAP, 10)} == {
        "C1",
        "C2",
    }
    assert {row[0] for row in insights.customers_of(bounds[0], None, 1, FREQUENCY_CAP, 10)} == {"C0"}
    assert {row[0] for row in insights.customers_of(None, bounds[-1], 1, FREQUENCY_CAP, 10)} == {"C3"}
    assert insights.customers_of(bounds[0], None, 2, FREQUENCY_CAP, 10) == []


def test_completeness_counts_empty_fields(shop: Any) -> None:
    shop.order("1", email="a@shop.example")
    shop.order("2", phone="380671112233", externalCustomerId="C1")
    found = shop.workspace.insights.completeness()
    assert (found.orders, found.without_email, found.without_phone, found.without_customer) == (2, 1, 1, 1)


def test_bars_have_no_gaps_and_follow_the_shops_own_day() -> None:
    kyiv = ZoneInfo("Europe/Kyiv")
    hours = {
        datetime(2026, 10, 31, 22, tzinfo=UTC): (1, Decimal("5.00")),  # already the first of November in Kyiv
        datetime(2027, 1, 15, 10, tzinfo=UTC): (2, Decimal("7.50")),
    }
    months = bars(hours, Step.MONTH, kyiv)
    assert [(bar.begin.isoformat(), bar.sales) for bar in months] == [
        ("2026-11-01", 1),
        ("2026-12-01", 0),
        ("2027-01-01", 2),
    ]
    weeks = bars(hours, Step.WEEK, kyiv)
    assert weeks[0].begin.isoformat() == "2026-10-26"
    assert sum(bar.revenue for bar in weeks) == Decimal("12.50")
    assert bars({}, Step.DAY, kyiv) == []


def test_moods() -> None:
    assert mood(NEVER, 0) is Mood.NO_SALES
    assert mood(0, 3) is Mood.LOYAL
    assert mood(len(RECENCY_DAYS), 1) is Mood.AT_RISK
    assert mood(4, 2) is Mood.AT_RISK
    assert mood(0, 1) is Mood.PASSING


def test_average_check() -> None:
    assert average_check(Decimal("10.00"), 3) == Decimal("3.33")
    assert average_check(Decimal(0), 0) is None
