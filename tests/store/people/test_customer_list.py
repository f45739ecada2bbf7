"""The list of customers: against a computation of its own, brought up to date step by step or made anew."""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Hashable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ordermanager.domain.sentences import WrongUse
from ordermanager.domain.states import State
from ordermanager.domain.statuses import Status
from ordermanager.store.database.sqlite import connect
from ordermanager.store.errors import QueryInterrupted
from ordermanager.store.orders.filters import OrderFilters
from ordermanager.store.orders.query import OrderQuery
from ordermanager.store.people import customer_list
from ordermanager.store.people.customer_list import CUSTOMER_SORTS, FILE, CustomerList
from ordermanager.store.people.records import CustomerQuery, CustomerRow
from ordermanager.store.workspace import Workspace
from tests.store.whose import whose_orders

PEOPLE = (
    {"externalCustomerId": "C1", "email": "ann@x.example", "phone": "380671112233", "firstName": "Ann"},
    {"externalCustomerId": "C1", "email": "ann@x.example"},
    {"email": "Bob@x.example", "firstName": "Боб"},
    {"email": "bob@x.example", "phone": "380509998877"},
    {"phone": "380509998877"},
    {"externalCustomerId": "C2", "email": "bob@x.example", "phone": "380671112233"},
    {"email": "ann@x.example", "phone": "380509998877"},
    {"phone": "380671112233"},
    {"firstName": "Nobody"},
)
STEP = st.one_of(
    st.tuples(st.just("new"), st.sampled_from(PEOPLE), st.sampled_from(list(Status)), st.integers(0, 99_999)),
    st.tuples(st.just("edit"), st.integers(0, 9), st.sampled_from(PEOPLE)),
    st.tuples(st.just("delete"), st.integers(0, 9)),
    st.tuples(st.just("restore"), st.integers(0, 9)),
    st.tuples(st.just("send"), st.sampled_from([State.ACCEPTED, State.REJECTED])),
    st.tuples(st.just("look")),
)


def rows(workspace: Workspace, query: CustomerQuery | None = None) -> list[CustomerRow]:
    workspace.customer_list.refresh()
    return workspace.customer_list.rows(workspace.customer_list.ids(query or CustomerQuery()))


@settings(max_examples=60, deadline=None)
@given(steps=st.lists(STEP, max_size=14))
def test_the_list_is_what_the_orders_say(new_shop: Any, steps: list[tuple[Any, ...]]) -> None:
    with new_shop() as shop:
        made: list[int] = []
        for number, (what, *how) in enumerate(steps):
            _act(shop, made, number, what, how)
        found = rows(shop.workspace)
        known = whose_orders(shop)
        here = {row.id: row for row in shop.workspace.orders.rows(list(known.here))}
        accepted = dict(  # the newest of each order, whatever was edited since
            shop.workspace.reader().all(
                "SELECT order_id, status FROM revisions WHERE state = 'accepted' ORDER BY id"
            )
        )
        expected: dict[Hashable, tuple[set[int], list[Decimal]]] = defaultdict(lambda: (set(), []))
        for order_id, who in known.here.items():
            expected[who][0].add(order_id)
        for order_id, who in known.sold.items():
            if accepted[order_id] == "DELIVERED":
                expected[who][1].append(here[order_id].total)
        assert sorted((row.orders, row.sales, row.total) for row in found) == sorted(
            (len(orders), len(sales), sum(sales, Decimal(0))) for orders, sales in expected.values()
        )
        behind = {
            row: set(shop.workspace.orders.ids(OrderQuery(filters=OrderFilters(customer=row.key))))
            for row in found
        }
        assert sorted(map(sorted, behind.values())) == sorted(
            sorted(orders) for orders, _ in expected.values()
        )
        for row, orders in behind.items():
            assert (row.average is None) == (not row.sales)
            if row.average is not None:
                assert abs(row.average - row.total / row.sales) <= Decimal("0.01")
            assert not orders or row.last_date >= max(here[order_id].date for order_id in orders)


def _act(shop: Any, made: list[int], number: int, what: str, how: list[Any]) -> None:
    workspace = shop.workspace
    if what == "new":
        fields, status, cents = how
        total = str(Decimal(cents).scaleb(-2))
        date = f"2026-{number % 12 + 1:02}-01T00:00:00Z"
        made.append(shop.order(f"S{number}", status=status, totalCost=total, date=date, **fields))
    elif what == "send":
        states = workspace.orders.rows(made)
        ready = [row.id for row in states if row.state is State.READY and not row.deleted_at]
        if ready:
            shop.queue(*ready)
            workspace.customer_list.refresh()  # what follows is a step of the whole batch, without their numbers
            shop.send_all(how[0])
    elif what == "look":
        workspace.customer_list.refresh()
    elif made:
        order_id = made[how[0] % len(made)]
        row = workspace.orders.rows([order_id])[0]
        if what == "edit" and not row.deleted_at:
            shop.order(
                f"S{order_id}", order_id, status=row.status, date=row.date, totalCost=str(row.total), **how[1]
            )
        elif what == "delete":
            workspace.orders.delete([order_id], shop.tick())
        elif what == "restore":
            workspace.orders.restore([order_id], shop.tick())


def test_words_find_people_and_every_column_sorts(shop: Any) -> None:
    shop.order("1", externalCustomerId="c1", email="ann@x.example", date="2026-01-01T00:00:00Z")
    shop.order("2", email="Bob@x.example", date="2026-02-01T00:00:00Z", firstName="Боб", phone="380671234567")
    shop.order("3", email="bob@x.example", date="2026-02-02T00:00:00Z")
    both = rows(shop.workspace)
    assert [(row.name, row.email, row.phone, row.orders) for row in both] == [
        ("Боб", "bob@x.example", "380671234567", 2),  # the newest that is known of each
        ("", "ann@x.example", "", 1),
    ]
    for text, expected in (
        ("БОБ", 1),
        ("x.example", 2),
        ("+38(067)123-45-67", 1),
        ("C1", 1),
        ("bob ann", 0),
        ("боб 38067", 1),
    ):
        assert len(rows(shop.workspace, CustomerQuery(text))) == expected, text
    for sort in CUSTOMER_SORTS:
        up = shop.workspace.customer_list.ids(CustomerQuery(sort=sort, descending=False))
        assert list(up) == list(shop.workspace.customer_list.ids(CustomerQuery(sort=sort)))[::-1]
    with pytest.raises(WrongUse):
        shop.workspace.customer_list.ids(CustomerQuery(sort="colour"))


def test_currencies_are_not_added_up(shop: Any) -> None:
    item = shop.item("1", externalCustomerId="c1", status="DELIVERED", totalCost="10.50")
    dollars = shop.item("2", externalCustomerId="c1", status="DELIVERED", totalCost="3.00")
    more = shop.item("3", externalCustomerId="c1", status="DELIVERED", totalCost="20.00")
    from dataclasses import replace

    items = [item, replace(dollars, summary=replace(dollars.summary, currency="USD")), more]
    shop.queue(*shop.workspace.orders.save_many(items, now=shop.tick(), origin="hand"))
    shop.send_all()
    (row,) = rows(shop.workspace)
    assert (row.orders, row.sales, row.currency, row.total, row.average) == (
        3,
        3,
        "UAH",
        Decimal("30.50"),
        Decimal("15.25"),
    )
    assert row.more == (("USD", Decimal("3.00")),)


def test_it_knows_whether_it_is_up_to_date_and_may_be_deleted(shop: Any) -> None:
    people = shop.workspace.customer_list
    assert not people.is_fresh()
    assert list(people.ids(CustomerQuery())) == []
    shop.order("1", email="ann@x.example")
    assert people.refresh()
    assert people.is_fresh()
    assert not people.refresh()
    shop.order("2", email="bob@x.example")
    assert not people.is_fresh()
    people.refresh()
    people.forget()
    assert not list(shop.workspace.folder.glob(f"{FILE}*"))
    assert len(rows(shop.workspace)) == 2


def test_how_far_making_it_anew_is_grows_and_is_never_done_too_early(
    shop: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(customer_list, "_COUNTED_BY", 500)
    shop.workspace.orders.save_many(
        [shop.item(str(number), email=f"p{number}@x.example") for number in range(300)], now=shop.now
    )
    heard: list[int] = []
    assert shop.workspace.customer_list.refresh(heard.append)
    assert len(heard) > 20
    assert heard == sorted(heard)
    assert heard[0] < 10
    assert 60 < heard[-1] <= 99
    shop.order("x", email="ann@x.example")
    heard.clear()
    assert shop.workspace.customer_list.refresh(heard.append)
    assert heard == []  # one order is worked in at once


def test_making_it_anew_can_be_given_up_and_leaves_it_as_it_was(
    shop: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(customer_list, "_COUNTED_BY", 500)
    people = shop.workspace.customer_list
    shop.order("0", email="first@x.example")
    assert len(rows(shop.workspace)) == 1
    shop.workspace.orders.save_many(
        [shop.item(str(number), email=f"p{number}@x.example") for number in range(1, 2500)], now=shop.now
    )
    heard: list[int] = []
    with pytest.raises(QueryInterrupted):
        people.refresh(heard.append, lambda: len(heard) >= 10)
    assert len(heard) == 10
    assert len(people.ids(CustomerQuery())) == 1
    assert not people.is_fresh()
    assert people.refresh(heard.append, lambda: False)
    assert len(people.ids(CustomerQuery())) == 2500
    assert people.is_fresh()


def test_a_workspace_that_may_only_be_looked_at_has_a_list_too(shop: Any) -> None:
    shop.order("1", email="ann@x.example")
    looking = Workspace.create_or_open(shop.workspace.folder, read_only=True)
    try:
        assert [row.email for row in rows(looking)] == ["ann@x.example"]
        assert not (shop.workspace.folder / FILE).exists()
    finally:
        looking.close()


def test_a_restored_backup_has_its_own_list(tmp_path: Any) -> None:
    from ordermanager.domain.draft import OrderDraft
    from ordermanager.services.app import Services
    from ordermanager.services.keys import KeyStore

    def save(services: Services, number: str, email: str, order_id: int | None = None) -> int:
        return services.orders.save(
            OrderDraft({"externalOrderId": number, "email": email}), order_id
        ).order_id

    with Services.open(tmp_path / "shop", key_store=KeyStore.in_memory()) as services:
        first = save(services, "1", "ann@x.example")
        backup = services.backups.make()
        save(services, "1", "bob@x.example", first)
        assert [row.email for row in services.customers.lines(CustomerQuery())] == ["bob@x.example"]
        services.backups.restore(backup)
        save(services, "2", "cid@x.example")
        save(services, "2", "dan@x.example", services.orders.find(["2"])[0])
        assert {row.email for row in services.customers.lines(CustomerQuery())} == {
            "ann@x.example",
            "dan@x.example",
        }


def test_a_list_of_an_earlier_version_is_made_anew(shop: Any) -> None:
    shop.queued("S", Status.DELIVERED, externalCustomerId="C1")
    shop.send_all()
    file = shop.workspace.folder / "customers.db"
    file.touch()
    old = connect(file)
    old.script(
        "CREATE TABLE customers (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, last_date TEXT NOT NULL) STRICT;"
        "CREATE INDEX customers_last_date ON customers (last_date, id);"
        "CREATE TABLE order_keys (order_id INTEGER PRIMARY KEY, key TEXT NOT NULL) STRICT;"
        "CREATE TABLE mark (version INTEGER NOT NULL, orders INTEGER NOT NULL, changes INTEGER NOT NULL, "
        "steps INTEGER NOT NULL) STRICT; INSERT INTO mark VALUES (2, 1, 0, 3);"
    )
    old.close()
    listed = shop.workspace.customer_list
    assert not listed.is_fresh()
    assert listed.refresh()
    assert [row.sales for row in listed.rows(listed.ids(CustomerQuery()))] == [1]


def test_the_list_is_made_while_somebody_looks_at_it(tmp_path: Path) -> None:
    """The window shows the list as it is and brings it up to date at the same moment, also the first time."""
    for number in range(25):
        with closing(Workspace.create_or_open(tmp_path / str(number))) as workspace:
            listed = workspace.customer_list
            is_over = threading.Event()

            def look(listed: CustomerList = listed, is_over: threading.Event = is_over) -> None:
                while not is_over.is_set():
                    assert len(listed.ids(CustomerQuery())) == 0

            with ThreadPoolExecutor(2) as pool:
                looking = [pool.submit(look) for _ in range(2)]
                try:
                    assert listed.refresh()
                finally:
                    is_over.set()
                for each in looking:
                    each.result()
            assert list(workspace.folder.glob(f"{FILE}.*")) == []
