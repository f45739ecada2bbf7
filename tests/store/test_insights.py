"""Sums over orders, checked against a computation of their own over the same orders."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from ordermanager.domain.insights.insights import (
    FREQUENCY_CAP,
    NEVER,
    RECENCY_DAYS,
    CustomerSegment,
    Mood,
    Step,
    average_check,
    bars,
    cell_segment,
    mood,
    recency_bounds,
    status_bars,
    step_bounds,
)
from ordermanager.domain.statuses import Status
from ordermanager.domain.summary import utc_text
from ordermanager.store.insights.customer_key import key_of
from ordermanager.store.orders.filters import OrderFilters
from ordermanager.store.orders.query import OrderQuery
from ordermanager.store.people.records import CustomerQuery
from tests.store.conftest import recency_of
from tests.store.whose import whose

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)

orders = st.lists(
    st.fixed_dictionaries(
        {
            "customer": st.sampled_from(["", "C1", "C2", "C3"]),
            "email": st.sampled_from(["", "a@shop.example", "A@shop.example", "b@shop.example"]),
            "phone": st.sampled_from(["", "380671112233", "380509998877"]),
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


def customers(orders: list[dict[str, Any]]) -> list[Hashable]:
    """Of each order the customer: those that were sent came to the account first."""
    places = sorted(range(len(orders)), key=lambda place: not orders[place]["is_sent"])
    found = whose(
        (orders[place]["customer"], orders[place]["email"], orders[place]["phone"]) for place in places
    )
    return [who for _, who in sorted(zip(places, found, strict=True), key=lambda each: each[0])]


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
        sales: dict[Hashable, list[datetime]] = defaultdict(list)
        revenue: Counter[Hashable] = Counter()
        for order, who in zip(orders, customers(orders), strict=True):
            sales[who] += []
            if order["status"] is Status.DELIVERED and order["is_sent"]:
                sales[who].append(NOW - timedelta(days=order["days"]))
                revenue[who] += order["cents"]
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
        accepted = shop.workspace.insights.accepted_by_quarter()
        assert sum(cents for _, status, _, _, cents in accepted if status == "DELIVERED") == sum(
            revenue.values()
        )
        counted: Counter[str] = Counter()
        for _, status, _, number, _ in accepted:
            counted[status] += number
        assert counted == Counter(order["status"].value for order in orders if order["is_sent"])


def _save(shop: Any, number: int, order: dict[str, Any], *, sent: bool = True) -> None:
    """An order that is queued, or one that is kept as a draft under another number."""
    fields = {
        "externalCustomerId": order["customer"],
        "email": order["email"],
        "phone": order["phone"],
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

    def found(recency: int, frequency: int) -> set[str]:
        return {row[1] for row in insights.customers_of(cell_segment(recency, frequency, bounds), 10)}

    assert found(1, 1) == {"C1", "C2"}
    assert found(0, 1) == {"C0"}
    assert found(6, 1) == {"C3"}
    assert found(NEVER, 0) == set()
    assert found(0, 6) == set()


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


SEGMENTS = st.builds(
    CustomerSegment,
    least_sales=st.integers(0, 3),
    most_sales=st.none() | st.integers(0, 5),
    since=st.sampled_from(["", utc_text(NOW - timedelta(days=90))]),
    until=st.sampled_from(["", utc_text(NOW - timedelta(days=14))]),
    least_average=st.none() | st.sampled_from([Decimal(0), Decimal("500.00")]),
    most_average=st.none() | st.sampled_from([Decimal("100.00"), Decimal("5000.00")]),
    currency=st.just("UAH"),
)


def _is_in(segment: CustomerSegment, sales: list[dict[str, Any]]) -> bool:
    """A segment's conditions, one by one, on a customer's sales."""
    if len(sales) < segment.least_sales:
        return False
    if segment.most_sales is not None and len(sales) > segment.most_sales:
        return False
    last = max((utc_text(NOW - timedelta(days=sale["days"])) for sale in sales), default=None)
    if segment.since and (last is None or last < segment.since):
        return False
    if segment.until and (last is None or last >= segment.until):
        return False
    average = Decimal(sum(sale["cents"] for sale in sales)) / 100 / len(sales) if sales else None
    if segment.least_average is not None and (average is None or average < segment.least_average):
        return False
    return segment.most_average is None or (average is not None and average <= segment.most_average)


@settings(max_examples=40, deadline=None)
@given(orders=orders, segment=SEGMENTS)
def test_a_segment_and_the_orders_behind_it(
    new_shop: Callable[[], AbstractContextManager[Any]],
    orders: list[dict[str, Any]],
    segment: CustomerSegment,
) -> None:
    with new_shop() as shop:
        sent = [order for order in orders if order["is_sent"]]
        for number, order in enumerate(sent):
            _save(shop, number, order)
        shop.send_all()
        sales: dict[Hashable, list[dict[str, Any]]] = defaultdict(list)
        theirs: dict[Hashable, set[str]] = defaultdict(set)
        for number, (order, who) in enumerate(zip(sent, customers(sent), strict=True)):
            sales[who] += [order] if order["status"] is Status.DELIVERED else []
            theirs[who].add(f"S{number}")
        wanted = [theirs[who] for who, of_customer in sales.items() if _is_in(segment, of_customer)]

        def found(filters: OrderFilters) -> set[str]:
            ids = shop.workspace.orders.ids(OrderQuery(filters=filters))
            return {row.external_order_id for row in shop.workspace.orders.rows(ids)}

        sold = OrderFilters(accepted_as=frozenset(("DELIVERED",)))
        delivered = {f"S{number}" for number, order in enumerate(sent) if order["status"] is Status.DELIVERED}
        everybody = set().union(*wanted)
        assert found(OrderFilters(segment=segment)) == everybody
        assert found(sold._replace(segment=segment)) == everybody & delivered
        rows = shop.workspace.insights.customers_of(segment, 1000)
        by_key = [found(OrderFilters(customer=row[0])) for row in rows]  # each customer's own orders
        assert sorted(map(sorted, by_key)) == sorted(map(sorted, wanted))
        for row, own in zip(rows, by_key, strict=True):
            assert found(sold._replace(customer=row[0])) == own & delivered
        shop.workspace.customer_list.refresh()
        listed = shop.workspace.customer_list
        for row in listed.rows(listed.ids(CustomerQuery())):
            assert found(OrderFilters(customer=row.key)) in theirs.values()


def test_a_customer_id_and_a_phone_of_the_same_digits_are_two_people(shop: Any) -> None:
    first = shop.order("A", externalCustomerId="380671112233")
    second = shop.order("B", phone="380671112233")

    def of(*who: str) -> list[int]:
        filters = OrderFilters(customer=key_of(*who, ""))
        return list(shop.workspace.orders.ids(OrderQuery(filters=filters)))

    assert of("380671112233", "", "") == [first]
    assert of("", "", "380671112233") == [second]
    third = shop.order("C", phone="380671112233", externalCustomerId="C-9")
    assert of("380671112233", "", "") == [first]
    assert set(of("C-9", "", "380671112233")) == {second, third}  # the phone is known by its ID from now on
    assert set(of("", "", "380671112233")) == {second, third}  # also by whoever kept a list of its orders


def test_what_orders_lack(shop: Any) -> None:
    nothing = shop.order("A")
    mail = shop.order("B", email="b@shop.example")
    both = shop.order("C", phone="380671112233", externalCustomerId="C-9")
    find = shop.workspace.orders.ids
    found = {
        name: set(find(OrderQuery(filters=OrderFilters(lacking=name))))
        for name in ("email", "phone", "customer", "contact")
    }
    assert found == {
        "email": {nothing, both},
        "phone": {nothing, mail},
        "customer": {nothing, mail},
        "contact": {nothing},
    }
    assert shop.workspace.insights.completeness().without_contact == 1


def test_statuses_over_time_have_no_gaps() -> None:
    kyiv = ZoneInfo("Europe/Kyiv")
    hours = {
        (datetime(2026, 10, 31, 22, tzinfo=UTC), "DELIVERED"): 2,  # the first of November in Kyiv
        (datetime(2026, 11, 3, 9, tzinfo=UTC), "CANCELLED"): 1,
    }
    days = status_bars(hours, Step.DAY, kyiv)
    assert [(bar.begin.day, bar.total) for bar in days] == [(1, 2), (2, 0), (3, 1)]
    assert days[0].orders == {"DELIVERED": 2}
    begin, end = step_bounds(days[0].begin, Step.DAY, kyiv)
    assert (begin.astimezone(UTC).hour, end - begin) == (22, timedelta(days=1))
    assert status_bars({}, Step.MONTH, kyiv) == []
