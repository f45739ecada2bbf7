"""Tables as people and small programs write them, each with what went wrong with it once."""

from __future__ import annotations

import json

import pytest

from ordermanager.importing.file_notes import OWN_CURRENCY, TURNED
from ordermanager.importing.values.percentages import says_percent
from tests.importing.expected import ignored
from tests.importing.files import orders, read


def test_a_day_above_its_orders_is_no_order() -> None:
    text = "№ замовлення,Клієнт,Сума\n23.11.2026,,\n1,Іван,10\n2,Олена,20\nРазом за 23.11.2026,,30\n"
    text += "2026-11-24,,\n3,Петро,5\n"
    plan, found = read(text)
    assert [order.draft.get("externalOrderId") for order in found] == ["1", "2", "3"]
    assert {ignored(plan)[row] for row in (2, 6)} == {"not an order: 23.11.2026", "not an order: 2026-11-24"}
    assert [one["externalOrderId"] for one in orders("Order ID,Email\n23.11.2026,a@example.com\n")] == [
        "23.11.2026"
    ]


def test_a_signature_is_no_order_and_does_not_hide_the_total_of_a_short_table() -> None:
    text = (
        "№ замовлення,Дата,Телефон,Сума,Статус\n42,23.11.2026,0671234567,1200.5,Виконано\n"
        '43,24.11.2026,0671234568,"1 300,00 грн",Нове\nРазом,,,2500.5,\n,,,,\nСклав: Петренко О.О.,,,Підпис ______,\n'
    )
    plan, found = read(text)
    assert [order.draft.get("totalCost") for order in found] == ["1200.5", "1 300,00 грн"]
    assert ignored(plan)[6] == "not an order: Склав: Петренко О.О. Підпис ______"


def test_the_total_below_the_lines_of_an_order_is_its_total() -> None:
    found = orders(
        "Order ID,Product,Qty,Price,Order total\n1,Tea,2,10,\n1,Mug,1,5,\n1,,,,25\n2,Tea,1,10,10\n"
        "3,Tea,1,10,\n3,,,,10\n"
    )
    assert [one["totalCost"] for one in found] == ["25", "10", "10"]


@pytest.mark.parametrize("header", ["Total UAH,Total USD", "Total (UAH),Total USD"])
def test_of_totals_in_two_currencies_the_first_is_taken(header: str) -> None:
    first, second = [f'"{title}"' for title in header.split(",")]
    found = orders(f"Order ID,Email,{first},{second}\n1,a@example.com,400,10\n2,b@example.com,800,20\n")
    assert [one["totalCost"] for one in found] == ["400", "800"]


def test_a_total_with_tax_is_one() -> None:
    text = "Order number,Email,Total excl. VAT,VAT,Total incl. VAT\n1,a@example.com,100.00,20.00,120.00\n"
    assert orders(text) == [
        {"externalOrderId": "1", "email": "a@example.com", "taxes": "20.00", "totalCost": "120.00"}
    ]


def test_a_refund_of_woocommerce_is_of_the_product_and_not_of_another_one() -> None:
    header = (
        "Date,Order #,N. Revenue (formatted),Status,Customer,Customer type,Product(s),Items sold,Coupon(s)"
    )
    header += ",Net Sales,Attribution"
    row = '2026-11-23 10:05:00,1235,-₴200.00,refunded,Ivan Shev,,"-1× Tea, green, -2× Mug",-3,,-200,'
    _, (order,) = read(f"{header}\n{row}\n")
    assert [(item["name"], item["quantity"]) for item in order.draft.items] == [
        ("Tea, green", "-1"),
        ("Mug", "-2"),
    ]


def test_orders_of_a_shop_in_json_are_not_taken_for_ours_by_the_word_items() -> None:
    shop = {
        "orders": [
            {"id": 1, "email": "a@example.com", "total": "5.00", "status": "new",
             "items": [{"sku": "T", "name": "Tea", "qty": 2, "price": 2.5}]},
            {"id": 2, "email": "b@example.com", "total": "7.00", "status": "new", "items": []},
        ]
    }  # fmt: skip
    _, (first, second) = read(json.dumps(shop), "shop.json")
    assert first.draft.fields["totalCost"] == "5.00"
    assert first.draft.items == [{"externalItemId": "T", "name": "Tea", "quantity": "2", "cost": "2.5"}]
    assert (second.draft.fields["externalOrderId"], second.draft.items) == ("2", [])


def test_rows_and_columns_that_are_swapped_are_said() -> None:
    plan, _ = read(
        "Order ID,1,2,3\nEmail,a@example.com,b@example.com,c@example.com\nPhone,1,2,3\nDate,1,2,3\n"
    )
    assert TURNED in [note.template for note in plan.notes]
    plan, _ = read("Order ID,Email\n1,a@example.com\n2,b@example.com\n")
    assert not plan.notes


@pytest.mark.parametrize(
    ("title", "date"),
    [
        ("Created at (UTC)", "2026-11-23T22:30:00+00:00"),
        ("Order date, GMT", "2026-11-23T22:30:00+00:00"),
        ("Order date (UTC+2)", "2026-11-23 22:30"),
        ("Order date", "2026-11-23 22:30"),
    ],
)
def test_the_time_zone_that_a_header_names_is_that_of_its_dates(title: str, date: str) -> None:
    (order,) = orders(f'Order ID,"{title}",Email\n1,2026-11-23 22:30,a@example.com\n')
    assert order["date"] == date


def test_a_header_of_percentages_is_no_amount_though_its_cells_do_not_say_so() -> None:
    text = "Order ID,Email,Discount %,Discount,Total\n1,a@example.com,10,50,450\n2,b@example.com,5,7,133\n"
    plan, found = read(text)
    assert [one.draft.get("discount") for one in found] == ["50", "7"]
    assert [
        says_percent(title) for title in ("Знижка, %", "% of discount", "VAT 20%", "ПДВ 20 %", "Total")
    ] == [
        True,
        True,
        False,
        False,
        False,
    ]
    assert "Column “Discount %” holds percentages, not amounts, and is not imported." in map(str, plan.notes)


OPENCART = (
    "order_id,invoice_prefix,store_id,customer_id,firstname,lastname,email,telephone,total,order_status_id,"
    "currency_code,currency_value,date_added\n"
    "{}3,I,0,2,Ivan,S,i@example.com,0671234567,100.0000,5,USD,0.02400000,2026-11-23 10:00:00\n"
)


def test_amounts_of_opencart_are_in_the_currency_of_the_shop() -> None:
    """2.40 dollars were paid for 100 hryvnias, not 100 dollars."""
    own = "2,I,0,1,Olha,K,o@example.com,0671234568,50.0000,5,UAH,1.00000000,2026-11-23 10:00:00\n"
    plan, found = read(OPENCART.format(own))
    assert [(one.draft.get("totalCost"), one.draft.get("currency")) for one in found] == [
        ("50.0000", "UAH"),
        ("100.0000", "UAH"),
    ]
    assert OWN_CURRENCY in [note.template for note in plan.notes]
    plan, (order,) = read(OPENCART.format(""))
    assert "currency" not in order.draft.fields
    assert "currency" in [lack.field for lack in plan.lacks()]


def test_words_that_a_few_shops_use() -> None:
    header = "order_id,customer_email,total_price,currency,line_item_sku,line_item_qty,line_item_price"
    _, (order,) = read(f"{header}\n1,a@example.com,10,долл.,T,2,5\n")
    assert order.draft.fields["currency"] == "USD"
    assert order.draft.items == [{"externalItemId": "T", "quantity": "2", "cost": "5"}]
