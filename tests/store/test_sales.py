"""What is a sale: what the account accepted last, whatever was done to the order since; and whose sales are counted."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from ordermanager.domain.identity import Identity
from ordermanager.domain.insights import FREQUENCY_CAP, NEVER, recency_bounds, recency_of
from ordermanager.domain.states import State
from ordermanager.domain.statuses import Status
from ordermanager.domain.summary import utc_text
from ordermanager.store import CustomerQuery, OrderFilters, OrderQuery

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
NUMBER = st.integers(0, 3)
SENT = st.sampled_from([Status.DELIVERED, Status.DELIVERED, Status.CANCELLED, Status.INITIALIZED])
STEP = st.one_of(
    st.tuples(
        st.just("save"),
        NUMBER,
        st.fixed_dictionaries(
            {
                "status": SENT.map(str),
                "externalCustomerId": st.sampled_from(["C1", "C2"]),
                "firstName": st.sampled_from(["Ann", "Bob"]),
                "currency": st.sampled_from(["UAH", "EUR"]),
                "date": st.sampled_from([utc_text(NOW - timedelta(days=days)) for days in (0, 5, 40, 500)]),
                "totalCost": st.integers(0, 99_999).map(lambda cents: str(Decimal(cents).scaleb(-2))),
            }
        ),
    ),
    st.tuples(st.just("queue"), NUMBER),
    st.tuples(st.just("withdraw"), NUMBER),
    st.tuples(st.just("delete"), NUMBER),
    st.tuples(
        st.just("send"),
        st.sampled_from(["Main", "Practice"]),
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


def _accepted(shop: Any, real: set[str]) -> dict[int, str]:
    """Of each order the status that was accepted last by one of these accounts: read line by line."""
    found: dict[int, str] = {}
    rows = shop.workspace.reader().all(
        "SELECT r.order_id, r.state, r.status, a.name FROM revisions r JOIN batches b ON b.id = r.batch_id "
        "JOIN accounts a ON a.id = b.account_id ORDER BY r.id"
    )
    for order_id, state, status, account in rows:
        if state == "accepted" and account in real:
            found[order_id] = status
    return found


@settings(max_examples=120, deadline=None)
@given(steps=st.lists(STEP, max_size=24), is_sandbox=st.tuples(st.booleans(), st.booleans()))
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
        accepted = _accepted(shop, real)
        rows = {row.id: row for row in shop.workspace.orders.rows(list(made.values()))}

        by_status: Counter[tuple[str, str]] = Counter()
        cents: Counter[tuple[str, str]] = Counter()
        dates: dict[str, list[datetime]] = {row.external_customer_id: [] for row in rows.values()}
        revenue: dict[str, Counter[str]] = defaultdict(Counter)
        for order_id, row in rows.items():
            status = accepted.get(order_id)
            if status is None:
                continue
            by_status[status, row.currency] += 1
            cents[status, row.currency] += int(row.total * 100)
            if status == "DELIVERED":
                dates[row.external_customer_id].append(datetime.fromisoformat(row.date))
                revenue[row.external_customer_id][row.currency] += int(row.total * 100)

        found_orders: Counter[tuple[str, str]] = Counter()
        found_cents: Counter[tuple[str, str]] = Counter()
        for _, status, currency, orders, amount in shop.workspace.insights.accepted_by_hour():
            found_orders[status, currency] += orders
            found_cents[status, currency] += amount
        assert found_orders == by_status
        assert found_cents == cents

        bounds = [utc_text(bound) for bound in recency_bounds(NOW)]
        for currency in ("UAH", "EUR"):
            expected: dict[tuple[int, int], list[int]] = defaultdict(lambda: [0, 0, 0])
            for who, sales in dates.items():
                cell = expected[recency_of(max(sales, default=None), NOW), min(len(sales), FREQUENCY_CAP)]
                for at, number in enumerate((1, len(sales), revenue[who][currency])):
                    cell[at] += number
            found = {
                (NEVER if row.recency is None else row.recency, row.frequency): [
                    row.customers,
                    row.sales,
                    row.revenue_cents,
                ]
                for row in shop.workspace.insights.rfm(bounds, FREQUENCY_CAP, currency)
            }
            assert found == dict(expected)

        shop.workspace.customer_list.refresh()
        listed = shop.workspace.customer_list
        people = {row.external_customer_id: row for row in listed.rows(listed.ids(CustomerQuery()))}
        assert {who: row.sales for who, row in people.items()} == {
            who: len(sales) for who, sales in dates.items()
        }
        for who, row in people.items():
            known = {row.currency: row.total, **dict(row.more)}
            assert {name: int(total * 100) for name, total in known.items() if total} == {
                name: total for name, total in revenue[who].items() if total
            }
            totals = shop.workspace.contacts.orders_of(Identity(who, "", ""), 10).sales
            assert {name: total for name, _, total in totals if total} == {
                name: total for name, total in revenue[who].items() if total
            }


def _sold(shop: Any) -> int:
    return sum(
        orders
        for _, status, _, orders, _ in shop.workspace.insights.accepted_by_hour()
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
