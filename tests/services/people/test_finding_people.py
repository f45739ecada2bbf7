"""People are found and offered by what one knows of them: a last name, a number as it is dialled, its last digits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ordermanager.store.orders.filters import OrderFilters
from ordermanager.store.orders.query import OrderQuery
from tests.ui.conftest import good_draft

if TYPE_CHECKING:
    from ordermanager.services.app import Services


@pytest.fixture
def people(services: Services) -> Services:
    services.orders.save(good_draft(1, phone="0671000052", firstName="Тарас", lastName="Ґавришкевич"))
    services.orders.save(good_draft(2, phone="0671000053", deliveryAddress="вул. Ґавришкевича 3"))
    services.orders.save(good_draft(3, phone="+48 512 345 678", firstName="Anna", lastName="Nowak"))
    return services


@pytest.mark.parametrize(
    "typed",
    [
        "ґавр",
        "Ґавришк",
        "ґавр тар",
        "c-1",
        "0671000052",
        "067 1000 052",
        "67 100 00 52",
        "CLIENT1@",
        "+38 067 1000052",
    ],
)
def test_a_customer_is_offered(people: Services, typed: str) -> None:
    assert [found.first_name for found in people.orders.complete_customer(typed)] == ["Тарас"]


def test_all_whose_number_begins_so_are_offered_the_newest_first(people: Services) -> None:
    found = [each.phone for each in people.orders.complete_customer("067")]
    assert found == ["380671000053", "380671000052"]


@pytest.mark.parametrize("typed", ["1000", "вул", "Teapot", "00052", "SKU-1"])
def test_what_is_no_beginning_offers_nobody(people: Services, typed: str) -> None:
    assert people.orders.complete_customer(typed) == []


@pytest.mark.parametrize(
    ("typed", "phones"),
    [
        ("0052", ["380671000052"]),
        ("000052", ["380671000052"]),
        ("100 00 52", ["380671000052"]),
        ("00005", ["380671000052", "380671000053"]),
        ("345678", ["48512345678"]),
        ("052", []),
        ("987654", []),
    ],
)
def test_an_order_is_found_by_a_part_of_its_phone(people: Services, typed: str, phones: list[str]) -> None:
    query = OrderQuery(search=typed)
    ids = people.orders.list_ids(query)
    if not ids:  # then what is similar is shown, and said
        ids = people.orders.list_ids(query._replace(slips=people.orders.slips(typed)))
    assert sorted(row.phone for row in people.orders.rows(ids)) == phones


def test_a_product_is_offered_by_any_word_of_its_name(people: Services) -> None:
    draft = good_draft(9)
    draft.items[0].update(externalItemId="SKU-9", name="Чайник зелений, 2 л")
    people.orders.save(draft)
    for typed in ("зел", "чай зел", "sku-9", "Чайник"):
        assert [found.external_item_id for found in people.orders.complete_product(typed)] == ["SKU-9"], typed
    assert people.orders.complete_product("айник") == []


@pytest.mark.parametrize(
    ("column", "part", "found"),
    [
        ("externalOrderId", "замовлення", 1),
        ("externalOrderId", "Замовл", 1),
        ("externalOrderId", "ЗАМ", 1),
        ("externalOrderId", "-ab", 1),
        ("phone", "067 100 00 5", 2),
        ("phone", "+38 (067) 1000052", 1),
        ("phone", "0053", 1),
        ("phone", "512 345", 1),
        ("name", "ҐАВР", 1),
        ("email", "CLIENT1@", 1),
    ],
)
def test_a_column_is_narrowed_as_people_write(people: Services, column: str, part: str, found: int) -> None:
    people.orders.save(good_draft(8, externalOrderId="Замовлення-AB", phone=""))
    query = OrderQuery(filters=OrderFilters(texts=((column, part),)))
    assert len(people.orders.list_ids(query)) == found
