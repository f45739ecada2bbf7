"""Orders that are packed in another process are in the workspace what orders are that are put in one by one."""

from __future__ import annotations

from contextlib import closing

import pytest

from ordermanager.domain.checks.findings import Finding, Severity
from ordermanager.domain.states import Folder, State
from ordermanager.store.orders.packed_orders import PackedOrders, Packer, unpack
from ordermanager.store.orders.query import OrderQuery
from ordermanager.store.orders.ready_items import ready_columns, ready_item
from ordermanager.store.orders.records import SaveItem
from ordermanager.store.orders.rows import SUMMARY_COLUMNS

_ROWS = (
    "SELECT * FROM orders ORDER BY id",
    "SELECT * FROM order_texts ORDER BY order_id",
    "SELECT * FROM import_orders ORDER BY order_id",
    "SELECT * FROM order_counts ORDER BY name",
    "SELECT * FROM products ORDER BY external_item_id",
    "SELECT rowid FROM order_search ('shevchenko') ORDER BY rowid",
)


def items_of(shop, *numbers: str) -> list[SaveItem]:
    """Orders of these numbers; the last one has an error."""
    found = []
    for number in numbers:
        made = shop.item(number, firstName="Анна", lastName="Shevchenko", email="Ann@x.example")
        made.draft.items.append(
            {"externalItemId": f"S-{number}", "name": "Чай\0", "quantity": "2", "cost": "1"}
        )
        found.append(made)
    error = Finding("items[0].cost", Severity.ERROR, "required")
    last = found[-1]
    summary = last.summary
    summary.errors, summary.first_finding = 1, "required"
    found[-1] = SaveItem(last.draft, summary, State.DRAFT, (error,), attention=True)
    return found


def import_of(shop) -> int:
    return shop.workspace.imports.add("a.csv", "", shop.now, {})


def columns_of(shop, *numbers: str):
    return ready_columns([ready_item(item) for item in items_of(shop, *numbers)])


def rows_of(shop) -> list[object]:
    return [shop.workspace.reader().all(sql) for sql in _ROWS]


def add_packed(shop, packed: bytes, columns, import_id: int) -> None:
    orders = shop.workspace.orders
    with orders.bulk():
        orders.hold(packed)
        given = PackedOrders(len(columns.text), sum(columns.attention), columns.products)
        orders.add_held(given, now=shop.now, import_id=import_id)


@pytest.fixture
def packer():
    with closing(Packer()) as one:
        yield one


def test_packed_orders_become_what_orders_by_columns_become(shop, new_shop, packer):
    with new_shop() as another_shop:
        become_alike(shop, another_shop, packer)


def become_alike(shop, another_shop, packer):
    for numbers in (("A-1", "A-2", "A-3"), ("A-4", ""), ("A-5",)):
        columns = columns_of(shop, *numbers)
        packer.add(columns)
        add_packed(shop, packer.packed(), columns, import_of(shop))
        another_shop.workspace.orders.add_new(columns, now=shop.now, import_id=import_of(another_shop))
    assert rows_of(shop) == rows_of(another_shop)
    assert len(shop.workspace.orders.ids(OrderQuery(folder=Folder.ATTENTION))) == 3
    assert rows_of(shop)[-1] == [(number,) for number in range(1, 7)]


def test_several_parts_are_packed_one_behind_the_other(shop, packer):
    one, other = columns_of(shop, "A-1", "A-2"), columns_of(shop, "A-3")
    packer.add(one)
    packer.add(other)
    *summary, text, hashes, words = unpack(packer.packed())
    assert text == (*one.text, *other.text)
    assert hashes == (*one.text_hash, *other.text_hash)
    assert words == (*one.words, *other.words)
    assert len(summary) == len(SUMMARY_COLUMNS) - 3
    assert summary[0] == ("A-1", "A-2", "A-3")


def test_an_order_with_an_error_keeps_it_in_whatever_part_it_is(shop, packer):
    one, other = columns_of(shop, "A-1", "A-2"), columns_of(shop, "A-3", "A-4")
    packer.add(one)
    packer.add(other)
    given = PackedOrders(4, 2, [*one.products, *other.products])
    with shop.workspace.orders.bulk():
        shop.workspace.orders.hold(packer.packed())
        shop.workspace.orders.add_held(given, now=shop.now, import_id=import_of(shop))
    rows = shop.workspace.reader().all(
        "SELECT external_order_id, state, attention, errors, first_finding FROM orders ORDER BY id"
    )
    good, bad = ("ready", 0, 0, ""), ("draft", 1, 1, "required")
    assert rows == [("A-1", *good), ("A-2", *bad), ("A-3", *good), ("A-4", *bad)]


def test_those_that_are_here_are_known_but_not_the_deleted_ones_and_none_without_a_number(shop, packer):
    orders = shop.workspace.orders
    ids = orders.save_many(items_of(shop, "A-1", "A-2", "A-2", "", "a-3"), now=shop.now)
    orders.delete([ids[0]], shop.now)
    packer.add(columns_of(shop, "A-1", "A-2", "", "A-3", "A-4"))
    with orders.bulk():
        orders.hold(packer.packed())
        known = orders.known_of_held()
        assert known == orders.find_by_external_id({"A-1", "A-2", "A-3", "A-4"})
    assert {key: value.id for key, value in known.items()} == {"A-2": ids[2]}


def test_nothing_is_at_hand_behind_a_bulk(shop, packer):
    orders = shop.workspace.orders
    packer.add(columns_of(shop, "A-1"))
    with orders.bulk():
        orders.hold(packer.packed())
    databases = shop.workspace.reader().all("PRAGMA database_list")
    assert [row[1] for row in databases] == ["main"]


def test_fewer_orders_than_were_said_are_not_taken(shop, packer):
    columns = columns_of(shop, "A-1", "A-2")
    packer.add(columns_of(shop, "A-1"))
    before = rows_of(shop)
    with pytest.raises(ValueError, match="as many orders"):
        add_packed(shop, packer.packed(), columns, import_id=None)
    assert rows_of(shop) == before


def test_another_database_is_not_taken_for_orders(shop, packer):
    packer.add(columns_of(shop, "A-1"))
    changed = packer.packed().replace(b"CREATE TABLE orders (place", b"CREATE TABLE orders (piece")
    with shop.workspace.orders.bulk(), pytest.raises(ValueError, match="packed here"):
        shop.workspace.orders.hold(changed)
