"""Lists: folders, sorts, filters and search, against a plain model of what they should find."""

from __future__ import annotations

import random
from decimal import Decimal

import pytest

from ordermanager.domain.sentences import WrongUse
from ordermanager.domain.states import Folder, State
from ordermanager.domain.statuses import Status
from ordermanager.store.database import budget
from ordermanager.store.errors import QueryInterrupted
from ordermanager.store.orders import filters as order_filters
from ordermanager.store.orders import first_screen
from ordermanager.store.orders import lists as order_lists
from ordermanager.store.orders.filters import OrderFilters
from ordermanager.store.orders.lists import ORDER_SORTS
from ordermanager.store.orders.query import OrderQuery

STATUSES = list(Status)
NAMES = ["Анна Бондар", "Ivan Kovalenko", "ivan zhuk", "Petro", ""]


@pytest.fixture
def full_shop(shop):
    """Orders in every state and folder."""
    numbers = random.Random(7)
    made = []
    for _ in range(60):
        first, _, last = numbers.choice(NAMES).partition(" ")
        made.append(
            shop.order(
                f"{numbers.randrange(30)}",
                status=numbers.choice(STATUSES),
                totalCost=numbers.choice(["", "5", "10.50", "100"]),
                email=numbers.choice(["", "a@x.example", "B@x.example", "c@x.example"]),
                phone=numbers.choice(["", "380671234567", "380501234567"]),
                date=numbers.choice(["", "2026-01-01T00:00:00Z", "2026-06-01T00:00:00Z"]),
                firstName=first,
                lastName=last,
                state=numbers.choice(["draft", "ready", "ready"]),
                attention=numbers.choice(["yes", "no"]),
            )
        )
    for state in (State.ACCEPTED, State.REJECTED, State.UNCONFIRMED):
        ready = shop.workspace.orders.ids(OrderQuery(folder=Folder.READY, limit=6))
        shop.queue(*ready)
        shop.send_all(state)
    ready = shop.workspace.orders.ids(OrderQuery(folder=Folder.READY, limit=6))
    shop.queue(*ready)
    doubtful = shop.workspace.orders.ids(OrderQuery(folder=Folder.UNCONFIRMED))[0]
    shop.order("99", order_id=doubtful, lastName="Changed")
    shop.workspace.orders.delete(made[::9], shop.tick())
    return shop


IN_FOLDER = {
    Folder.ALL: lambda row: True,
    Folder.DRAFTS: lambda row: row.state == State.DRAFT,
    Folder.ATTENTION: lambda row: row.state == State.DRAFT and row.attention,
    Folder.READY: lambda row: row.state == State.READY,
    Folder.OUTBOX: lambda row: row.state in (State.QUEUED, State.SENDING, State.HELD),
    Folder.SENT: lambda row: row.state == State.ACCEPTED,
    Folder.REJECTED: lambda row: row.state == State.REJECTED,
    Folder.UNCONFIRMED: lambda row: row.unconfirmed > 0,
}
SORT_KEY = {
    "changed": lambda row: row.changed_at,
    "created": lambda row: row.id,
    "date": lambda row: row.date,
    "external_order_id": lambda row: row.external_order_id.zfill(12),
    "total": lambda row: (row.total is not None, row.total or 0),
    "currency": lambda row: row.currency,
    "status": lambda row: row.status,
    "state": lambda row: (row.state, row.changed_at),
    "name": lambda row: row.name.casefold(),
    "email": lambda row: row.email.lower(),
    "phone": lambda row: row.phone,
    "external_customer_id": lambda row: row.external_customer_id,
    "item_count": lambda row: row.item_count,
    "errors": lambda row: row.errors,
}


def all_rows(shop):
    rows = shop.workspace.orders.rows(range(1, 61))
    return [row for row in rows if not row.deleted_at]


@pytest.mark.parametrize("few", [0, 20_000], ids=["by index", "by id"])
@pytest.mark.parametrize("place", Folder)
def test_every_folder_in_every_sort(full_shop, place, few, monkeypatch):
    monkeypatch.setattr(order_lists, "_FEW", few)
    orders = full_shop.workspace.orders
    expected = [row for row in all_rows(full_shop) if IN_FOLDER[place](row)]
    assert expected, "a folder without orders shows nothing"
    assert orders.folder_counts()[place] == orders.count(OrderQuery(folder=place)) == len(expected)
    assert set(SORT_KEY) == set(ORDER_SORTS)
    for sort, key in SORT_KEY.items():
        ascending = [row.id for row in sorted(expected, key=lambda row: (key(row), row.id))]
        assert list(orders.ids(OrderQuery(place, sort=sort, descending=False))) == ascending, sort
        assert list(orders.ids(OrderQuery(place, sort=sort))) == ascending[::-1], sort
        assert list(orders.ids(OrderQuery(place, sort=sort, limit=3))) == ascending[:-4:-1], sort


@pytest.mark.parametrize("few", [0, 20_000], ids=["by index", "by id"])
def test_filters_narrow_each_other(full_shop, few, monkeypatch):
    monkeypatch.setattr(order_lists, "_FEW", few)
    orders = full_shop.workspace.orders
    for folder in Folder:
        for state in (None, State.READY, State.ACCEPTED):
            for status in (None, Status.DELIVERED):
                query = OrderQuery(folder, state=state, status=status, search="ivan", sort="created")
                expected = [
                    row.id
                    for row in all_rows(full_shop)
                    if IN_FOLDER[folder](row)
                    and state in (None, row.state)
                    and status in (None, row.status)
                    and "ivan" in row.name.lower()
                ]
                assert list(orders.ids(query)) == expected[::-1]
                assert orders.count(query) == len(expected)


def test_unknown_sort_is_wrong_use(shop):
    with pytest.raises(WrongUse, match="sorted by colour"):
        shop.workspace.orders.ids(OrderQuery(sort="colour"))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("0007", True),
        ("Ivan Kov", True),
        ("ковал", True),
        ("КОВАЛЬ", True),
        ("ann@shop.example", True),
        ("shop.exa", True),
        ("067 123", True),
        ("+38 (067) 123-45-67", True),
        ("380671234567", True),
        ("(067) 123 45 6", True),
        ("Ivan 067-123-45-67", True),
        ("", True),
        ("#", True),
        ("ivan petro", False),
        ("067 999", False),
        ("van", False),
        ("007", False),
        ('" OR words', False),
        ("NOT ivan", False),
        ("ivan AND", False),
        ("zoé", True),
        ("zoe", True),
    ],
)
def test_search_finds_what_a_person_types(shop, typed, found):
    order_id = shop.order(
        "0007",
        firstName="Ivan",
        lastName="Kovalenko",
        email="ann@shop.example",
        phone="380671234567",
        search="Коваль 0671234567 671234567 Zoé",
    )
    assert list(shop.workspace.orders.ids(OrderQuery(search=typed))) == ([order_id] if found else [])


def test_search_follows_every_change(shop):
    order_id = shop.order("1", search="green")
    find = shop.workspace.orders.ids
    shop.order("1", order_id=order_id, search="blue", lastName="X")
    assert list(find(OrderQuery(search="green"))) == []
    assert list(find(OrderQuery(search="blue"))) == [order_id]


def test_the_search_index_can_be_made_anew(shop):
    from ordermanager.store.search.search import rebuild_index

    ids = [shop.order(str(number), search="green") for number in range(700)]
    with shop.workspace.write() as database:
        database.run("DELETE FROM order_search")
    assert list(shop.workspace.orders.ids(OrderQuery(search="green"))) == []
    rebuild_index(shop.workspace.reader())
    query = OrderQuery(search="green", sort="created", descending=False)
    assert list(shop.workspace.orders.ids(query)) == ids


@pytest.mark.parametrize("sort", order_lists._INDEXED)
def test_a_sort_is_read_from_its_index_alone(shop, sort):
    """A list of a million orders is made from the narrow index and never sorts or reads the table."""
    column, index = order_lists._INDEXED[sort]
    second = "changed_at, " if sort == "state" else ""
    query = f"SELECT id FROM orders INDEXED BY {index} WHERE deleted_at IS NULL ORDER BY {column}, {second}id"
    plan = shop.workspace.reader().all(f"EXPLAIN QUERY PLAN {query}")
    assert [row[3] for row in plan] == [f"SCAN orders USING COVERING INDEX {index}"]


def test_a_query_can_be_interrupted(shop):
    import threading

    database = shop.workspace.reader()
    begun = threading.Event()
    database.connection.create_scalar_function("begun", lambda: begun.set() or 1)
    ident = threading.get_ident()

    def interrupt() -> None:
        begun.wait(10)
        shop.workspace.interrupt_reader(ident)

    other = threading.Thread(target=interrupt)
    other.start()
    with pytest.raises(QueryInterrupted):
        database.all(
            "WITH RECURSIVE n (i) AS (SELECT begun() UNION ALL SELECT i + 1 FROM n LIMIT 1000000000) "
            "SELECT sum(i) FROM n"
        )
    other.join()
    shop.workspace.interrupt_reader(12345)  # nobody's thread: nothing happens


@pytest.mark.parametrize(
    ("condition", "index"),
    [
        ("unconfirmed > 0", "orders_unconfirmed"),
        ("attention = 1", "orders_attention"),
        ("state = 'accepted'", "orders_state"),
        ("status = 'DELIVERED'", "orders_status"),
    ],
)
def test_a_filter_is_read_from_its_index_alone(shop, condition, index):
    plan = shop.workspace.reader().all(
        f"EXPLAIN QUERY PLAN SELECT id FROM orders WHERE deleted_at IS NULL AND {condition}"
    )
    assert f"USING COVERING INDEX {index}" in plan[0][3]


FILTERS = {
    "states": (
        OrderFilters(states=frozenset({State.READY, State.ACCEPTED})),
        lambda row: row.state in ("ready", "accepted"),
    ),
    "statuses": (OrderFilters(statuses=frozenset({"DELIVERED"})), lambda row: row.status == "DELIVERED"),
    "none of a currency": (OrderFilters(currencies=frozenset({"XAU"})), lambda row: row.currency == "XAU"),
    "errors": (OrderFilters(findings="errors"), lambda row: row.errors > 0),
    "any finding": (OrderFilters(findings="any"), lambda row: row.errors > 0 or row.warnings > 0),
    "no finding": (OrderFilters(findings="none"), lambda row: row.errors == 0 and row.warnings == 0),
    "from a day": (OrderFilters(begin="2026-03-01T00:00:00.000000Z"), lambda row: row.date >= "2026-03"),
    "to a day": (OrderFilters(end="2026-03-01T00:00:00.000000Z"), lambda row: "" < row.date < "2026-03"),
    "amounts": (
        OrderFilters(least=Decimal("10.50"), most=Decimal(99)),
        lambda row: row.total is not None and Decimal("10.5") <= row.total <= 99,
    ),
    "part of an ID": (
        OrderFilters(texts=(("externalOrderId", "1"),)),
        lambda row: "1" in row.external_order_id,
    ),
    "part of a phone": (OrderFilters(texts=(("phone", "+38 (0"),)), lambda row: "380" in row.phone),
    "part of a customer": (
        OrderFilters(texts=(("externalCustomerId", "c"),)),
        lambda row: "c" in row.external_customer_id.lower(),
    ),
    "part of a name": (OrderFilters(texts=(("name", "БОНД"),)), lambda row: "бонд" in row.name.casefold()),
    "two parts": (
        OrderFilters(texts=(("name", "ivan"), ("email", "B@"))),
        lambda row: "ivan" in row.name.lower() and "b@" in row.email.lower(),
    ),
}  # fmt: skip


@pytest.mark.parametrize("few", [0, 20_000], ids=["by index", "by id"])
@pytest.mark.parametrize("name", FILTERS)
def test_chips_find_what_they_say(full_shop, name, few, monkeypatch):
    monkeypatch.setattr(order_lists, "_FEW", few)
    filters, passes = FILTERS[name]
    orders = full_shop.workspace.orders
    for folder in (Folder.ALL, Folder.READY):
        expected = [row.id for row in all_rows(full_shop) if IN_FOLDER[folder](row) and passes(row)]
        query = OrderQuery(folder, filters=filters, sort="created")
        assert list(orders.ids(query)) == expected[::-1]
        assert orders.count(query) == len(expected)


def test_only_orders_sent_through_an_account_are_found_by_it(full_shop):
    orders, (account, *_) = full_shop.workspace.orders, full_shop.workspace.accounts.list()
    found = orders.ids(OrderQuery(filters=OrderFilters(account=account.name)))
    rows = orders.rows(found)
    assert rows
    assert {row.state for row in rows} <= {"accepted", "rejected", "unconfirmed", "draft", "ready"}
    assert not list(orders.ids(OrderQuery(filters=OrderFilters(account="another"))))


def test_sums_are_exact_and_per_currency(full_shop):
    orders = full_shop.workspace.orders
    rows = [row for row in all_rows(full_shop) if row.total is not None]
    expected = {}
    for row in rows:
        count, total = expected.get(row.currency, (0, Decimal(0)))
        expected[row.currency] = (count + 1, total + row.total)
    assert {name: (count, total) for name, count, total in orders.sums([row.id for row in rows])} == expected


WAYS = (
    (20, 0, 0, 0, 0, 0),
    (20, 40, 60, 0, 0, 5),
    (20, 40, 60, 20, 20, 0),
    (20, 40, 5000, 0, 100, 0),
    (25_000, 75_000, 300_000, 20_000, 50_000, 10_000),
)
"""Steps of SQLite between two looks, at the beginning, and for those that pass; and how many are few."""


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("sort", ORDER_SORTS)
def test_the_first_screen_is_the_beginning_of_the_whole_list(
    full_shop, monkeypatch, sort: str, way: tuple[int, ...]
) -> None:
    """By every way: with so few steps, and so few that are few, that some lists fall through."""
    monkeypatch.setattr(budget, "_STEPS", way[0])
    for name, most in zip(("_STEPS", "_STEPS_OF_FEW", "_FEW", "_FEW_PASS", "_ALL_OF"), way[1:], strict=True):
        monkeypatch.setattr(first_screen, name, most)
    monkeypatch.setattr(first_screen, "_WORTH_SORTING", way[5] * 2)
    monkeypatch.setattr(first_screen, "_MANY", way[5])
    monkeypatch.setattr(order_filters, "FEW_HAVE", way[4])
    if way[1] < 75_000:
        monkeypatch.setattr(first_screen, "_FIRST_PART", 3)
    orders = full_shop.workspace.orders
    for folder in Folder:
        for search in ("", "ivan", "ivan kovalenko", "nobody"):
            for descending in (True, False):
                for filters in (
                    OrderFilters(),
                    OrderFilters(least=Decimal(6)),
                    OrderFilters(findings="none"),
                    OrderFilters(texts=(("name", "ivan"),)),
                    OrderFilters(texts=(("externalOrderId", "1"), ("name", "a")), most=Decimal(40)),
                ):
                    query = OrderQuery(
                        folder, search=search, filters=filters, sort=sort, descending=descending
                    )
                    whole = orders.ids(query)
                    for limit in (0, 1, 5, 200):
                        assert orders.ids(query._replace(limit=limit)) == whole[:limit]
