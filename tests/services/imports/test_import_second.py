"""Importing the same way again, where the items stood in a second file: it is remembered, and this time's is found."""

from __future__ import annotations

import hashlib

import pytest

from ordermanager.services.imports.prepared import ImportOptions
from tests.importing.test_other_sheet import ITEMS as SHEET_OF_ITEMS
from tests.importing.test_other_sheet import ORDERS as SHEET_OF_ORDERS
from tests.importing.test_other_sheet import book

ORDERS = "Order ID,Email,Total,Date,Status\n{number},p@shop.example,10,2026-01-02,paid\n"
ITEMS = "Order ID,Item ID,Item name,Quantity,Price\n{number},S1,Tea,1,10\n"
BY_HAND = {"Beleg": "externalOrderId", "Was": "name", "Stk": "quantity", "EP": "cost"}


@pytest.fixture
def month(tmp_path):
    """The two files of a month, in one folder with those of the others."""

    def write(name, number, items=ITEMS):
        orders, second = tmp_path / f"SoldOrders{name}.csv", tmp_path / f"SoldOrderItems{name}.csv"
        orders.write_text(ORDERS.format(number=number))
        second.write_text(items.format(number=number))
        return orders, second

    return write


@pytest.fixture
def bring(services):
    def run(path, options=None, **more):
        return services.importing.run(
            services.importing.prepare(path, options or ImportOptions(**more)), rejected=None
        )

    return run


def find(services, import_id, path):
    """What is proposed when `path` is imported as that import was."""
    options = services.importing.same_way(import_id)
    with_path = services.importing.prepare(path, options)
    with_path.close()
    assert with_path.awaited is options.second
    return services.importing.find_second(path, options.second)


def test_the_record_keeps_the_second_file_beside_the_first(services, month, bring):
    orders, items = month("2026-09", 1)
    done = bring(orders, items=items)
    details = services.importing.get(done.import_id).details
    assert details["sha256"] == hashlib.sha256(orders.read_bytes()).hexdigest()
    assert details["items_file"] == {
        "name": items.name,
        "size": items.stat().st_size,
        "sha256": hashlib.sha256(items.read_bytes()).hexdigest(),
    }
    assert "items_file" not in services.importing.get(bring(orders).import_id).details


def test_the_files_named_the_other_way_round_are_kept_the_right_way_round(services, month, bring, tmp_path):
    orders, items = month("2026-09", 1)
    orders.write_text(orders.read_text().replace("p@shop.example", "no mail"))
    done = bring(items, items=orders)
    record = services.importing.get(done.import_id)
    assert (record.source, record.details["items_file"]["name"]) == (str(orders), items.name)
    assert services.importing.same_way(done.import_id).second.name == items.name
    assert services.importing.save_rejected(done.import_id, tmp_path / "rejected.csv") == 1


def test_this_months_file_is_found_among_the_old_ones(services, month, bring):
    first = month("2026-08", 1)
    bring(first[0], items=first[1])
    orders, items = month("2026-09", 2)
    done = bring(orders, items=items)
    orders, items = month("2026-10", 3)
    assert find(services, done.import_id, orders) == items
    again = bring(orders, services.importing.same_way(done.import_id))
    assert again.items == 0  # never joined unasked
    assert services.importing.get(again.import_id).details.get("items_file") is None


def test_nothing_is_proposed_where_none_fits_or_several_do(services, month, bring):
    orders, items = month("2026-09", 1)
    done = bring(orders, items=items)
    orders, items = month("2026-10", 2)
    other = items.with_name("SoldOrderItems2026-11.csv")
    other.write_text(ITEMS.format(number=3))
    assert find(services, done.import_id, orders) is None
    other.write_text("Order ID,Something else\n1,2\n")
    assert find(services, done.import_id, orders) == items
    items.unlink()
    assert find(services, done.import_id, orders) is None  # that of September came in with September's


def test_the_same_orders_once_more_may_have_the_same_items(services, month, bring):
    orders, items = month("2026-09", 1)
    done = bring(orders, items=items)
    assert find(services, done.import_id, orders) == items
    later, its_items = month("2026-10", 2)
    its_items.unlink()
    bring(later)  # came in alone: September's items are still none of its
    assert find(services, done.import_id, later) is None


def test_a_file_of_an_import_that_was_taken_back_is_found_again(services, month, bring):
    orders, items = month("2026-09", 1)
    first = bring(orders, items=items)
    orders, items = month("2026-10", 2)
    second = bring(orders, items=items)
    services.importing.undo(second.import_id)
    assert find(services, first.import_id, orders) == items


def test_columns_that_were_given_by_hand_hold_for_this_times_file(services, month, bring):
    by_hand = "Beleg,Was,Stk,EP\n{number},Tea,2,5\n"
    orders, items = month("2026-09", 1, by_hand)
    done = bring(orders, items=items, items_columns=BY_HAND, remember=False)
    orders, items = month("2026-10", 2, by_hand)
    options = services.importing.same_way(done.import_id)
    assert services.importing.find_second(orders, options.second) == items
    # as the window gives it
    joined = ImportOptions(profile=options.profile, second=options.second, items=items)
    assert bring(orders, joined).items == 1


def test_a_kept_profile_knows_whether_there_was_a_second_file_last_time(services, month, bring, tmp_path):
    orders, items = month("2026-09", 1)
    bring(orders, items=items, columns={"Status": ""})
    orders, items = month("2026-10", 2)
    prepared = services.importing.prepare(orders, ImportOptions())
    prepared.close()
    assert prepared.profile_name
    assert prepared.awaited.name == "SoldOrderItems2026-09.csv"
    assert services.importing.find_second(orders, prepared.awaited) == items
    bring(orders, items=items)
    (info,) = services.importing.profiles.list()
    assert info.version == 1
    named = ImportOptions(profile=services.importing.profiles.get(info.id))
    assert services.importing.second_of(named).name == items.name
    services.importing.profiles.export(info.id, tmp_path / "kept.json")
    assert services.importing.second_of(ImportOptions(profile=tmp_path / "kept.json")).name == items.name
    bring(orders)  # without it, and that is how it was last time
    assert services.importing.second_of(named) is None


def test_an_import_of_one_file_awaits_no_second(services, month, bring):
    orders, _ = month("2026-09", 1)
    assert services.importing.same_way(bring(orders).import_id).second is None


def test_a_record_from_before_the_second_file_was_kept(services, month, bring):
    """Older records know its place and its mapping only."""
    from ordermanager.services.imports.second_file import second_of_record

    orders, items = month("2026-09", 1)
    details = dict(services.importing.get(bring(orders, items=items).import_id).details)
    del details["items_file"]
    second = second_of_record(details)
    assert (second.name, second.headers) == (items.name, tuple(ITEMS.split("\n")[0].split(",")))


def test_a_workbook_that_held_the_items_in_another_sheet_is_proposed_itself(services, bring, tmp_path):
    first, later = (
        book(tmp_path / f"{name}.xlsx", Orders=SHEET_OF_ORDERS, Items=SHEET_OF_ITEMS)
        for name in ("november", "december")
    )
    done = bring(first, items=first)
    assert find(services, done.import_id, later) == later
