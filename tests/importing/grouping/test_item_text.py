"""Items that stand together in one cell."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordermanager.importing.grouping.item_text import items_of, looks_like_items
from ordermanager.importing.prepare import prepare
from ordermanager.importing.reading.source import Source
from ordermanager.importing.run import drafts
from tests.importing.files import read


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("2× Tea, 1× Mug", [("Tea", "2"), ("Mug", "1")]),
        ("2× Tea, green, 1× Mug", [("Tea, green", "2"), ("Mug", "1")]),
        ("Tea x2; Mug x1", [("Tea", "2"), ("Mug", "1")]),
        ("Tea, green x2, Mug x 1", [("Tea, green", "2"), ("Mug", "1")]),
        ("Чай х2\nЧашка × 1", [("Чай", "2"), ("Чашка", "1")]),
        ("Чай (2 шт.), Чашка (1 шт.)", [("Чай", "2"), ("Чашка", "1")]),
        ("Чай - 2 шт; Чашка - 1 шт", [("Чай", "2"), ("Чашка", "1")]),
        ("Tea | Mug x3", [("Tea", "1"), ("Mug", "3")]),
        ("Box 10 x 20 cm", [("Box 10 x 20 cm", "1")]),
        ("Tea, green; black", [("Tea, green; black", "1")]),
        ("Tea x1,5", [("Tea", "1.5")]),
        ("1) Чай - 2 шт; 2) Чашка - 1 шт", [("Чай", "2"), ("Чашка", "1")]),
        ("• Чай - 2 шт\n• Чашка - 1 шт", [("Чай", "2"), ("Чашка", "1")]),
        ("- Чай x2\n- Чашка x1", [("Чай", "2"), ("Чашка", "1")]),
        ("2) Чай - 2 шт; 3) Чашка - 1 шт", [("2) Чай", "2"), ("3) Чашка", "1")]),
        ("Tea (Qty: 2), Mug (Qty: 1)", [("Tea", "2"), ("Mug", "1")]),
        ("Чай, к-сть: 3", [("Чай", "3")]),
        ("Чай*2", [("Чай", "2")]),
        ("2*Чай", [("Чай", "2")]),
        ("Лист 10*20", [("Лист 10*20", "1")]),
        ("Чай — 2 уп.; Herbata - 3 szt", [("Чай", "2"), ("Herbata", "3")]),
    ],
)
def test_names_and_quantities(text: str, items: list[tuple[str, str]]) -> None:
    assert [(item["name"], item["quantity"]) for item in items_of(text)] == items


def test_prices_and_article_numbers_beside_them() -> None:
    assert items_of("Tea (SKU: T-1) × 2 = 20,50 грн; Mug x1 @ 7") == [
        {"externalItemId": "T-1", "name": "Tea", "quantity": "2", "cost": "10.25"},
        {"externalItemId": "Mug", "name": "Mug", "quantity": "1", "cost": "7"},
    ]


@pytest.mark.parametrize("text", ["Чай х2 = 201 грн", "2 x Чай = 201,00"])
def test_what_stands_behind_an_equals_sign_is_the_price_of_the_line(text: str) -> None:
    assert items_of(text) == [{"externalItemId": "Чай", "name": "Чай", "quantity": "2", "cost": "100.50"}]


def test_a_line_that_does_not_divide_leaves_the_price_open() -> None:
    assert items_of("Чай x3 = 100") == [{"externalItemId": "Чай", "name": "Чай", "quantity": "3"}]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Tea - 2 x 10.00; Mug - 1 x 5.00", [("Tea", "2", "10.00"), ("Mug", "1", "5.00")]),
        ("Tea - 2 x 10.00, Mug - 1 x 5.00", [("Tea", "2", "10.00"), ("Mug", "1", "5.00")]),
        ("Лампа - 2 x 100", [("Лампа", "2", "100")]),
        ("Лампа - 2 шт. x 400,00 грн = 800,00 грн", [("Лампа", "2", "400,00")]),
        ("Tea: 2 x €10,00\nMug: 1 × €5,00", [("Tea", "2", "10,00"), ("Mug", "1", "5,00")]),
        ("Tea (2 x 10.00)", [("Tea", "2", "10.00")]),
        ("Tea 2 x 10.00", [("Tea", "2", "10.00")]),
        ("Tea|2|10; Mug|1|5.50", [("Tea", "2", "10"), ("Mug", "1", "5.50")]),
        ("Tea | 2 | 10 грн", [("Tea", "2", "10")]),
        ("Кава 1 шт х 99,50", [("Кава", "1", "99,50")]),
        ("Кава 250 г 2 шт. x 100", [("Кава 250 г", "2", "100")]),
        ("2 x Tea @ $10.00", [("Tea", "2", "10.00")]),
    ],
)
def test_how_many_at_what_price(text: str, items: list[tuple[str, str, str]]) -> None:
    """The price must not become the quantity."""
    assert [(item["name"], item["quantity"], item.get("cost")) for item in items_of(text)] == items
    assert looks_like_items(text)


@pytest.mark.parametrize("text", ["iPhone 13 x 2", "Frame 30x40 x2"])
def test_a_number_in_a_name_is_not_how_many(text: str) -> None:
    (item,) = items_of(text)
    assert (item["quantity"], item.get("cost")) == ("2", None)


def test_keys_of_json_mean_what_headers_mean() -> None:
    assert items_of('[{"title": "Tea", "qty": 2, "price": 10.5, "sku": "T-1"}]') == [
        {"name": "Tea", "quantity": "2", "cost": "10.5", "externalItemId": "T-1"}
    ]
    assert items_of('[{"productName": "Tea", "quantity": 2, "unit_price": 10, "colour": "red"}]') == [
        {"name": "Tea", "quantity": "2", "cost": "10"}
    ]


def test_json_and_broken_json() -> None:
    assert items_of('[{"externalItemId": 7, "quantity": 2}]') == [{"externalItemId": "7", "quantity": "2"}]
    assert items_of("[Tea] x2") == [{"externalItemId": "[Tea]", "name": "[Tea]", "quantity": "2"}]


@given(st.text(max_size=200))
def test_any_text_gives_named_items(text: str) -> None:
    for item in items_of(text):
        assert isinstance(item, dict)
    assert looks_like_items(text) in (True, False)


@pytest.mark.parametrize("text", ["x 1," * 30_000, "a x " * 30_000, "1x a, " * 20_000, "x1\n" * 40_000])
def test_a_huge_cell_costs_no_more_than_its_length(text: str) -> None:
    started = time.process_time()
    looks_like_items(text)
    items_of(text)
    assert time.process_time() - started < 10


def test_a_column_with_several_items_is_found_and_templates_reach_them() -> None:
    plan = prepare(
        Source.from_text("Номер замовлення;Товари;Сума\n1;Чай х2, Чашка х1;350\n2;Чай х1;100\n"),
        constants={"url": "https://shop.example/{name}"},
    )
    found = list(drafts(plan))
    assert [len(order.draft.items) for order in found] == [2, 1]
    assert found[1].draft.items[0]["url"].startswith("https://shop.example/%D0")
    assert "cost" in plan.missing
    assert "quantity" not in plan.missing


def test_a_row_an_item_is_no_list_although_its_name_looks_like_one() -> None:
    _, (order,) = read("Order number,Product,Quantity,Total\n1,Tea x2,3,5\n")
    assert order.draft.items == [{"name": "Tea x2", "quantity": "3"}]
