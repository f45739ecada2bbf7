"""What is a sale: what the account accepted last, whatever was done to the order since; and whose sales are counted."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any, NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from ordermanager.domain.insights.insights import (
    FREQUENCY_CAP,
    NEVER,
    CustomerSegment,
    recency_bounds,
)
from ordermanager.domain.people.identity import Identity
from ordermanager.domain.states import State
from ordermanager.domain.statuses import Status
from ordermanager.domain.summary import utc_text
from ordermanager.store.insights.customer_key import key_of
from ordermanager.store.orders.filters import OrderFilters
from ordermanager.store.orders.query import OrderQuery
from ordermanager.store.people.records import CustomerQuery
from tests.store.conftest import recency_of

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
NUMBER = st.integers(0, 3)
SENT = st.sampled_from([Status.DELIVERED, Status.DELIVERED, Status.CANCELLED, Status.INITIALIZED])
FIELDS = st.fixed_dictionaries(
    {
        "status": SENT.map(str),
        "externalCustomerId": st.sampled_from(["C1", "C2"]),
        "firstName": st.sampled_from(["Ann", "Bob"]),
        "currency": st.sampled_from(["UAH", "EUR"]),
        "date": st.sampled_from([utc_text(NOW - timedelta(days=days)) for days in (0, 5, 40, 500)]),
        "totalCost": st.integers(0, 99_999).map(lambda cents: str(Decimal(cents).scaleb(-2))),
    }
)
ACCOUNT = st.sampled_from(["Main", "Practice"])
STEP = st.one_of(
    st.tuples(st.just("ship"), NUMBER, FIELDS, ACCOUNT),
    st.tuples(st.just("save"), NUMBER, FIELDS),
    st.tuples(st.just("queue"), NUMBER),
    st.tuples(st.sampled_from(["withdraw", "withdraw", "delete"]), NUMBER),
    st.tuples(
        st.just("send"),
        ACCOUNT,
        st.sampled_from([State.ACCEPTED, State.ACCEPTED, State.REJECTED, State.UNCONFIRMED]),
    ),
    st.tuples(st.just("resolve"), st.sampled_from(["accepted", "send_again"])),
    st.tuples(st.just("look")),
)


def _act(shop: Any, made: dict[int, int], step: tuple[Any, ...]) -> None:
    what, *how = step
    workspace = shop.workspace
    if what == "look":
        workspace.customer_list.refresh()
    elif what == "send":
        shop.send_all(how[1], account=how[0])
    elif what == "resolve":
        unconfirmed = shop.workspace.reader().ids("SELECT id FROM revisions WHERE state = 'unconfirmed'")
        workspace.batches.resolve(unconfirmed, how[0], shop.tick())
    elif what == "ship":
        for each in (("save", *how[:2]), ("queue", how[0]), ("send", how[2], State.ACCEPTED)):
            _act(shop, made, each)
    elif what == "save":
        made[how[0]] = shop.order(f"S{how[0]}", made.get(how[0]), **how[1])
    elif how[0] in made:
        order_id = made[how[0]]
        if what == "queue" and shop.state(order_id) is State.READY:
            shop.queue(order_id)
        elif what == "withdraw":
            workspace.revisions.withdraw([order_id], shop.tick())
        elif what == "delete":
            del made[how[0]]
            workspace.orders.delete([order_id], shop.tick())


class _Sent(NamedTuple):
    """What a body says."""

    status: str
    who: str
    date: datetime
    currency: str
    cents: int


def _accepted(shop: Any, counted: set[str]) -> dict[int, _Sent]:
    """Of each order what was accepted last by one of these accounts: read line by line."""
    found: dict[int, _Sent] = {}
    rows = shop.workspace.reader().all(
        "SELECT r.order_id, r.state, a.name, t.body FROM revisions r JOIN batches b ON b.id = r.batch_id "
        "JOIN accounts a ON a.id = b.account_id JOIN revision_bodies t ON t.revision_id = r.id ORDER BY r.id"
    )
    for order_id, state, account, body in rows:
        if state == "accepted" and account in counted:
            sent = json.loads(body, parse_float=Decimal)
            found[order_id] = _Sent(
                sent["status"],
                sent["externalCustomerId"],
                datetime.fromisoformat(sent["date"]).astimezone(UTC),
                sent["currency"],
                int(sent["totalCost"] * 100),
            )
    return found


@settings(max_examples=60, deadline=None)
@given(steps=st.lists(STEP, min_size=2, max_size=24), is_sandbox=st.tuples(st.booleans(), st.booleans()))
def test_sales_are_what_was_accepted_last(
    new_shop: Any, steps: list[tuple[Any, ...]], is_sandbox: tuple[bool, bool]
) -> None:
    with new_shop() as shop:
        kinds = dict(zip(("Main", "Practice"), is_sandbox, strict=True))
        for name, practice in kinds.items():
            shop.account(name, is_sandbox=practice)
        made: dict[int, int] = {}
        for step in steps:
            _act(shop, made, step)
        real = {name for name, practice in kinds.items() if not practice} or set(kinds)
        rows = {row.id: row for row in shop.workspace.orders.rows(list(made.values()))}
        for account in ("", "Main", "Practice"):
            accepted = _accepted(shop, {account} if account else real)
            _check_insights(shop, account, rows, {each: accepted[each] for each in rows if each in accepted})
        _check_people(shop, rows, _accepted(shop, real))


def _check_insights(shop: Any, account: str, rows: dict[int, Any], accepted: dict[int, _Sent]) -> None:
    found: dict[tuple[str, str, str], list[int]] = defaultdict(lambda: [0, 0])
    dates: dict[str, list[datetime]] = {row.external_customer_id: [] for row in rows.values()}
    revenue: dict[str, Counter[str]] = defaultdict(Counter)
    for sent in accepted.values():
        quarter = f"{sent.date:%Y-%m-%dT%H}:{sent.date.minute // 15 * 15:02}"
        group = found[quarter, sent.status, sent.currency]
        group[0] += 1
        group[1] += sent.cents
        if sent.status == "DELIVERED":
            dates.setdefault(sent.who, []).append(sent.date)
            revenue[sent.who][sent.currency] += sent.cents
    insights = shop.workspace.insights
    assert {
        (quarter, status, currency): [orders, cents]
        for quarter, status, currency, orders, cents in insights.accepted_by_quarter(account)
    } == found

    bounds = [utc_text(bound) for bound in recency_bounds(NOW)]
    for currency in ("UAH", "EUR"):
        expected: dict[tuple[int, int], list[int]] = defaultdict(lambda: [0, 0, 0])
        for who, sales in dates.items():
            cell = expected[recency_of(max(sales, default=None), NOW), min(len(sales), FREQUENCY_CAP)]
            for at, number in enumerate((1, len(sales), revenue[who][currency])):
                cell[at] += number
        table = {
            (NEVER if row.recency is None else row.recency, row.frequency): [
                row.customers,
                row.sales,
                row.revenue_cents,
            ]
            for row in insights.rfm(bounds, FREQUENCY_CAP, currency, account)
        }
        assert table == dict(expected)
    _check_filters(shop, account, accepted, dates)


def _check_filters(
    shop: Any, account: str, accepted: dict[int, _Sent], dates: dict[str, list[datetime]]
) -> None:
    """From every number to the very orders that it counts."""
    sales = OrderFilters(accepted_as=frozenset(("DELIVERED",)), account=account)
    begin = utc_text(NOW - timedelta(days=41))
    twice = CustomerSegment(least_sales=2, account=account)
    wanted: list[tuple[OrderFilters, Callable[[_Sent], bool]]] = [
        (sales, lambda _sent: True),
        (sales._replace(currencies=frozenset(("EUR",))), lambda sent: sent.currency == "EUR"),
        (sales._replace(begin=begin), lambda sent: sent.date >= NOW - timedelta(days=41)),
        (sales._replace(least=Decimal(500)), lambda sent: sent.cents >= 500_00),
        (sales._replace(customer="iC1"), lambda sent: sent.who == "C1"),
        (sales._replace(segment=twice), lambda sent: len(dates[sent.who]) > 1),
    ]
    for filters, is_wanted in wanted:
        expected = {each for each, sent in accepted.items() if sent.status == "DELIVERED" and is_wanted(sent)}
        assert set(shop.workspace.orders.ids(OrderQuery(filters=filters))) == expected
    buyers = {row[1] for row in shop.workspace.insights.customers_of(twice, 100)}
    assert buyers == {who for who, sales in dates.items() if len(sales) > 1}


def _check_people(shop: Any, rows: dict[int, Any], accepted: dict[int, _Sent]) -> None:
    orders = Counter(row.external_customer_id for row in rows.values())
    sold: dict[str, Counter[str]] = defaultdict(Counter)
    revenue: dict[str, Counter[str]] = defaultdict(Counter)
    for order_id in rows:
        sent = accepted.get(order_id)
        if sent is not None and sent.status == "DELIVERED":
            sold[sent.who][sent.currency] += 1
            revenue[sent.who][sent.currency] += sent.cents
    shop.workspace.customer_list.refresh()
    listed = shop.workspace.customer_list
    people = {row.external_customer_id: row for row in listed.rows(listed.ids(CustomerQuery()))}
    assert {who: (row.orders, row.sales) for who, row in people.items()} == {
        who: (orders[who], sum(sold[who].values())) for who in {*orders, *sold}
    }
    for who, row in people.items():
        known = {row.currency: row.total, **dict(row.more)}
        assert _without_zeros({name: int(total * 100) for name, total in known.items()}) == _without_zeros(
            revenue[who]
        )
        totals = shop.workspace.contacts.orders_of([Identity(who)], 10, lambda *_: False).sales
        assert _without_zeros({name: total for name, _, total in totals}) == _without_zeros(revenue[who])


def _without_zeros(amounts: Mapping[str, int]) -> dict[str, int]:
    return {name: amount for name, amount in amounts.items() if amount}


def _sold(shop: Any) -> int:
    return sum(
        orders
        for _, status, _, orders, _ in shop.workspace.insights.accepted_by_quarter()
        if status == "DELIVERED"
    )


def test_a_sale_stays_one_until_the_account_accepts_another_status(shop: Any) -> None:
    order_id = shop.order("S", status="DELIVERED", firstName="Ann")
    shop.queue(order_id)
    assert _sold(shop) == 0
    shop.send_all()
    assert _sold(shop) == 1
    shop.order("S", order_id, status="CANCELLED", firstName="Ann")
    assert _sold(shop) == 1
    shop.queue(order_id)
    shop.workspace.revisions.withdraw([order_id], shop.tick())
    assert _sold(shop) == 1
    shop.queue(order_id)
    shop.send_all(State.REJECTED)
    assert (_sold(shop), shop.state(order_id)) == (1, State.REJECTED)
    shop.order("S", order_id, status="CANCELLED", firstName="Anna")
    shop.queue(order_id)
    shop.send_all()
    assert _sold(shop) == 0


def test_practice_counts_until_there_is_an_account_that_is_none(shop: Any) -> None:
    shop.queued("S", Status.DELIVERED, externalCustomerId="C1")
    shop.send_all()
    listed = shop.workspace.customer_list
    listed.refresh()
    assert (_sold(shop), [row.sales for row in listed.rows(listed.ids(CustomerQuery()))]) == (1, [1])
    shop.account("Real", is_sandbox=False)
    assert not listed.is_fresh()
    listed.refresh()
    assert listed.is_fresh()
    assert (_sold(shop), [row.sales for row in listed.rows(listed.ids(CustomerQuery()))]) == (0, [0])


def test_a_filter_finds_the_sales_that_are_counted(shop: Any) -> None:
    order_id = shop.order("S", status="DELIVERED", firstName="Ann")
    other = shop.order("T", status="CANCELLED", firstName="Bob")
    shop.order("U", status="DELIVERED", firstName="Bob")
    shop.queue(order_id, other)
    shop.send_all()
    shop.order("S", order_id, status="CANCELLED", firstName="Anna")
    find = shop.workspace.orders.ids
    assert list(find(OrderQuery(filters=OrderFilters(accepted_as=frozenset(("DELIVERED",)))))) == [order_id]
    every = OrderFilters(accepted_as=frozenset(("DELIVERED", "CANCELLED")))
    assert set(find(OrderQuery(filters=every))) == {order_id, other}
    assert len(find(OrderQuery(filters=every, search="anna"))) == 1


def test_an_edit_changes_no_number_until_it_is_accepted(shop: Any) -> None:
    fields = {"status": "DELIVERED", "externalCustomerId": "C1", "date": "2026-11-01T10:00:00Z"}
    order_id = shop.order("S", totalCost="10.05", currency="UAH", **fields)
    shop.queue(order_id)
    shop.send_all()
    before = [("2026-11-01T10:00", "DELIVERED", "UAH", 1, 1005)]
    assert shop.workspace.insights.accepted_by_quarter() == before
    later = fields | {"externalCustomerId": "C2", "date": "2026-11-20T12:00:00Z"}
    shop.order("S", order_id, totalCost="99", currency="EUR", **later)
    assert shop.workspace.insights.accepted_by_quarter() == before
    find, sales = shop.workspace.orders.ids, OrderFilters(accepted_as=frozenset(("DELIVERED",)))
    assert list(find(OrderQuery(filters=sales._replace(end="2026-11-10", customer="iC1")))) == [order_id]
    assert not find(OrderQuery(filters=sales._replace(begin="2026-11-10")))
    shop.queue(order_id)
    shop.send_all()
    assert shop.workspace.insights.accepted_by_quarter() == [
        ("2026-11-20T12:00", "DELIVERED", "EUR", 1, 9900)
    ]


def test_a_customer_without_id_is_told_by_what_was_sent(shop: Any) -> None:
    """Half characters among it: JSON may hold them, text cannot."""
    order_id = shop.order("S", status="DELIVERED", firstName="Ганна \ud83d", lastName="Ñ")
    shop.queue(order_id)
    shop.send_all()
    shop.order("S", order_id, status="DELIVERED", firstName="Bob")
    (buyer,) = shop.workspace.insights.customers_of(CustomerSegment(least_sales=1), 10)
    assert buyer[0] == key_of("", "", "", "Ганна ? Ñ")
    assert list(
        shop.workspace.orders.ids(
            OrderQuery(filters=OrderFilters(accepted_as=frozenset(("DELIVERED",)), customer=buyer[0]))
        )
    ) == [order_id]


def test_a_sale_stays_one_when_its_person_is_erased(shop: Any) -> None:
    order_id = shop.order("S", status="DELIVERED", email="a@shop.example", totalCost="10.05")
    shop.queue(order_id)
    shop.send_all()
    before = shop.workspace.insights.accepted_by_quarter()
    shop.queue(order_id)
    shop.send_all(State.REJECTED)
    shop.workspace.people.erase(Identity("", "a@shop.example", ""), shop.tick())
    assert shop.workspace.insights.accepted_by_quarter() == before
