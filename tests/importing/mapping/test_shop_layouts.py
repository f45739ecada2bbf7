"""Files made in the layouts of marketplaces and payment services, with their traps."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ordermanager.importing.errors import ReadError
from ordermanager.importing.mapping.layouts import built_in
from ordermanager.importing.prepare import prepare
from ordermanager.importing.reading.source import Source
from ordermanager.importing.run import drafts, sample_orders
from tests.importing.files import orders, read, unknown_statuses

if TYPE_CHECKING:
    from ordermanager.importing.plan import Plan
    from ordermanager.importing.recognised import ImportedOrder

HEADERS = {
    path.stem: path.read_text("utf-8").strip() for path in (Path(__file__).parents[1] / "headers").iterdir()
}


def table(layout: str, *rows: dict[str, str]) -> str:
    """A file with this layout's header."""
    header = HEADERS[layout]
    delimiter = max("\t;,", key=header.count)
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, header.split(delimiter), restval="", delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def only(layout: str, *rows: dict[str, str]) -> tuple[Plan, ImportedOrder]:
    """Plan and the one order of such a file, recognised by itself."""
    plan, (order,) = read(table(layout, *rows))
    assert plan.layout is not None
    assert plan.layout.name == layout
    return plan, order


def test_prestashop_list_has_an_initial_and_a_currency_sign() -> None:
    row = {"ID": "12", "Reference": "XKBKNABJK", "Customer": "J. DOE", "Total": "1 234,50 €"}
    _, order = only(
        "prestashop",
        {**row, "Payment": "Bank wire", "Status": "Payment accepted", "Date": "2026-11-23 14:05:11"},
    )
    assert order.draft.fields == {
        "externalOrderId": "12",
        "lastName": "DOE",
        "totalCost": "1 234,50 €",
        "currency": "EUR",
        "paymentMethod": "Bank wire",
        "status": "IN_PROGRESS",
        "date": "2026-11-23 14:05:11",
    }
    assert order.draft.additional_info == {"reference": "XKBKNABJK"}


@pytest.mark.parametrize(
    ("number", "customer", "status", "known"),
    [("5", "7", "DELIVERED", "7"), ("0", "0", "ABANDONED_SHOPPING_CART", None), ("99", "7", "99", "7")],
)
def test_opencart_table_has_status_numbers_and_guests(
    number: str, customer: str, status: str, known: str | None
) -> None:
    row = {"order_id": "55", "customer_id": customer, "order_status_id": number, "total": "35.0000"}
    plan, order = only("opencart-table", row)
    assert order.draft.fields["status"] == status
    assert order.draft.fields.get("externalCustomerId") == known
    assert [one.word for one in plan.counts.statuses if not one.status] == (["99"] if number == "99" else [])


def test_opencart_list() -> None:
    row = {"Order ID": "55", "Customer": "Ann Lee", "Status": "Complete", "Total": "$35.00"}
    _, order = only("opencart-list", row)
    assert (order.draft.fields["lastName"], order.draft.fields["status"]) == ("Lee", "DELIVERED")
    assert order.draft.fields["currency"] == "USD"


ETSY_ORDER = {
    "Sale Date": "03/04/26",
    "Order ID": "3001",
    "Buyer User ID": "ann1",
    "First Name": "Ann",
    "Last Name": "Lee",
    "Full Name": "Ann Lee",
    "Number of Items": "3",
    "Currency": "USD",
    "Order Value": "13.00",
    "Shipping": "4.50",
    "Sales Tax": "0.62",
    "Order Total": "18.12",
    "Status": "Completed",
}
ETSY_ITEM = {
    "Sale Date": "03/04/26",
    "Item Name": "Card",
    "Buyer": "ann1",
    "Quantity": "2",
    "Price": "5.00",
    "Item Total": "10.00",
    "Order Shipping": "4.50",
    "Currency": "USD",
    "Transaction ID": "4001",
    "Listing ID": "9001",
    "Order ID": "#3001",
    "SKU": "FOX-01",
}


@pytest.mark.parametrize("swapped", [False, True])
def test_etsy_orders_and_items_are_joined_although_they_differ_by_a_hash(swapped: bool) -> None:
    first = Source.from_text(
        table("etsy-orders", ETSY_ORDER, {**ETSY_ORDER, "Order ID": "3002"}), "orders.csv"
    )
    second = Source.from_text(
        table(
            "etsy-items",
            ETSY_ITEM,
            {**ETSY_ITEM, "Item Name": "Sticker", "SKU": "", "Quantity": "1", "Price": "3.00"},
            {**ETSY_ITEM, "Order ID": "#9999"},
        ),
        "items.csv",
    )
    plan = prepare(second, items=first) if swapped else prepare(first, items=second)
    assert "externalItemId" not in plan.missing
    assert len(sample_orders(plan)[0].draft.items) == 2
    found = list(drafts(plan))
    assert [order.draft.get("externalOrderId") for order in found] == ["3001", "3002"]
    assert found[0].draft.items == [
        {"externalItemId": "FOX-01", "name": "Card", "quantity": "2", "cost": "5.00"},
        {"externalItemId": "9001", "name": "Sticker", "quantity": "1", "cost": "3.00"},
    ]
    assert found[1].draft.items == []
    assert found[0].draft.fields["date"] == "2026-03-04"  # Etsy writes the month first
    assert found[0].draft.fields["status"] == "DELIVERED"
    assert "items.csv: items are left out, because the other file lacks their orders (1)" in str(
        plan.counts.notes[0]
    )
    assert plan.questions == ()
    assert "this shop writes dates such as 03/04/26 so" in str(plan.decided[0].sentence)


def test_etsy_items_alone_have_the_numbers_of_the_orders_file() -> None:
    plan, order = only("etsy-items", ETSY_ITEM, {**ETSY_ITEM, "Order ID": "3001", "Item Name": "Sticker"})
    assert order.draft.fields["externalOrderId"] == "3001"
    assert len(order.draft.items) == 2
    assert order.draft.fields["shipping"] == "4.50"
    assert "totalCost" in plan.missing


def test_templates_reach_items_of_the_other_file() -> None:
    plan = prepare(
        Source.from_text(table("etsy-orders", ETSY_ORDER)),
        items=Source.from_text(table("etsy-items", ETSY_ITEM)),
        constants={"url": "https://shop.example/{externalItemId}"},
    )
    (order,) = drafts(plan)
    assert order.draft.items[0]["url"] == "https://shop.example/FOX-01"


def test_a_second_file_without_items_is_refused() -> None:
    orders_file = Source.from_text(table("etsy-orders", ETSY_ORDER))
    plan = prepare(orders_file, items=Source.from_text("Order ID,Total\n1,5\n", "other.csv"))
    assert "other.csv has no items" in str(plan.problem)
    with pytest.raises(ReadError, match="no items"):
        list(drafts(plan))


def test_an_unknown_etsy_status_is_asked_about_although_a_date_of_shipping_is_there() -> None:
    plan, order = only("etsy-orders", {**ETSY_ORDER, "Status": "Odd", "Date Shipped": "03/05/26"})
    assert order.draft.fields["status"] == "Odd"
    assert unknown_statuses(plan) == {"Odd": 1}


def test_ebay_orders_of_several_items_have_a_row_of_their_own() -> None:
    first = {
        "Sales Record Number": "101",
        "Order Number": "23-12345-12345",
        "Buyer Username": "ann1",
        "Buyer Name": "Ann Lee",
        "Buyer Email": "ann@example.com",
        "Ship To Phone": "+1 212-555-0100",
        "Ship To City": "Springfield",
        "Shipping And Handling": "$5.00",
        "Total Price": "$1,035.00",
        "Sale Date": "Nov-23-26",
        "Shipped On Date": "Nov-24-26",
    }
    lines = [
        {
            "Sales Record Number": "101",
            "Order Number": "23-12345-12345",
            "Item Number": number,
            "Item Title": title,
            "Quantity": "1",
            "Sold For": price,
        }
        for number, title, price in (("7", "Tea", "$30.00"), ("8", "Lamp", "$1,000.00"))
    ]
    _, order = only("ebay-us", first, *lines)
    assert order.draft.fields["totalCost"] == "$1,035.00"
    assert order.draft.fields["status"] == "IN_PROGRESS"
    assert order.draft.fields["currency"] == "USD"
    assert [item["cost"] for item in order.draft.items] == ["$30.00", "$1,000.00"]
    assert order.draft.items[0]["externalItemId"] == "7"
    assert order.notes == ()


def test_ebay_uk_by_its_known_columns() -> None:
    row = {
        "Order number": "23-1",
        "Buyer username": "ann1",
        "Post to name": "Ann Lee",
        "Post to city": "Leeds",
    }
    _, order = only("ebay-uk", {**row, "Item title": "Tea", "Quantity": "2"})
    assert order.draft.fields["deliveryAddress"] == "Leeds"
    assert order.draft.items == [{"name": "Tea", "quantity": "2"}]


AMAZON = {
    "amazon-order-id": "112-1",
    "purchase-date": "2026-04-11T14:42:00+00:00",
    "order-status": "Shipped",
    "sales-channel": "Amazon.com",
    "product-name": "Mug",
    "sku": "MUG",
    "item-status": "Shipped",
    "quantity": "2",
    "currency": "USD",
    "item-price": "42.00",
    "item-tax": "3.36",
    "shipping-price": "5.99",
    "item-promotion-discount": "2.00",
}


def test_amazon_adds_up_its_items_and_leaves_cancelled_ones_out() -> None:
    other = {**AMAZON, "sku": "TEA", "product-name": "Tea", "quantity": "1", "item-price": "10.00"}
    other |= {"item-tax": "", "shipping-price": "", "item-promotion-discount": ""}
    gone = {**other, "sku": "PEN", "item-status": "Cancelled", "item-price": "", "quantity": "0"}
    _, order = only("amazon-all-orders", AMAZON, other, gone)
    assert order.draft.fields["totalCost"] == "59.35"
    assert order.draft.fields["shipping"] == "5.99"
    assert order.draft.fields["discount"] == "2.00"
    assert order.draft.fields["status"] == "IN_PROGRESS"
    assert [(item["externalItemId"], item["cost"]) for item in order.draft.items] == [
        ("MUG", "21.00"),
        ("TEA", "10.00"),
    ]
    assert order.notes == ()


@pytest.mark.parametrize(
    ("rows", "status"),
    [
        ([("Shipped", "Cancelled"), ("Shipped", "Cancelled")], "CANCELLED"),
        ([("Pending", "Unshipped"), ("Shipped", "Shipped")], "INITIALIZED"),
        ([("Shipped - Delivered to Buyer", "Shipped")], "DELIVERED"),
        ([("Shipped", "Shipped"), ("Unheard of", "")], "Unheard of"),
    ],
)
def test_amazon_has_a_status_an_item(rows: list[tuple[str, str]], status: str) -> None:
    lines = [{**AMAZON, "order-status": order, "item-status": item} for order, item in rows]
    plan, found = only("amazon-all-orders", *lines)
    assert found.draft.fields["status"] == status
    assert len(found.draft.items) == len(rows)
    assert sum(one.count for one in plan.counts.statuses) == 1


def test_amazon_unshipped_orders_have_no_prices() -> None:
    row = {
        "order-id": "114-1",
        "order-item-id": "9",
        "purchase-date": "2026-09-23T14:18:23-07:00",
        "buyer-email": "ann@example.com",
        "buyer-name": "Ann Lee",
        "sku": "HAT",
        "product-name": "Hat",
        "quantity-purchased": "1",
        "quantity-to-ship": "1",
    }
    plan, order = only("amazon-unshipped", row)
    assert order.draft.fields["status"] == "INITIALIZED"
    assert "totalCost" in plan.missing
    assert order.draft.items == [{"externalItemId": "HAT", "name": "Hat", "quantity": "1"}]


def test_square_rows_are_added_up() -> None:
    row = {
        "Date": "03/04/2026",
        "Time": "14:05:11",
        "Time Zone": "Eastern Time (US & Canada)",
        "Item": "Tea",
        "Qty": "2.0",
        "SKU": "T1",
        "Gross Sales": "$20.00",
        "Discounts": "-$1.00",
        "Net Sales": "$19.00",
        "Tax": "$1.90",
        "Transaction ID": "tx1",
        "Event Type": "Payment",
        "Customer Name": "Ann Lee",
    }
    other = {**row, "Item": "Mug", "SKU": "", "Qty": "1.0", "Gross Sales": "$1,010.00", "Discounts": "$0.00"}
    _, order = only("square-items", row, {**other, "Net Sales": "$1,010.00", "Tax": "$0.00"})
    fields = order.draft.fields
    assert (fields["totalCost"], fields["taxes"], fields["discount"]) == ("1030.90", "1.90", "1.00")
    assert fields["date"] == "2026-03-04T14:05:11-05:00"
    assert fields["status"] == "DELIVERED"
    assert [item["cost"] for item in order.draft.items] == ["10.00", "1010.00"]
    assert order.draft.items[1]["externalItemId"] == "Mug"


def test_stripe_dates_are_utc_and_currencies_small() -> None:
    row = {"id": "ch_1", "Created (UTC)": "2026-11-23 14:05", "Amount": "35.00", "Amount Refunded": "0.00"}
    plan, order = only(
        "stripe-payments", {**row, "Currency": "usd", "Status": "Paid", "Customer ID": "cus_1"}
    )
    assert order.draft.fields == {
        "externalOrderId": "ch_1",
        "externalCustomerId": "cus_1",
        "date": "2026-11-23T14:05:00+00:00",
        "totalCost": "35.00",
        "currency": "USD",
        "status": "DELIVERED",
    }
    items = next(lack for lack in plan.lacks() if lack.field == "items")
    assert {choice.text for choice in items.choices if choice.kind.value == "rules"} == {
        "minimum",
        "no-items",
    }


def test_prom_repeats_the_whole_orders_cost_on_every_row() -> None:
    text = (
        "Номер замовлення;Дата;ПІБ;Телефон;Статус;Назва товару;Артикул;Кількість;Ціна товару;Вартість\n"
        "77;23.11.2026 14:05;Іваненко Олена;0671234567;Виконаний;Чай;T1;2;100;350\n"
        "77;23.11.2026 14:05;Іваненко Олена;0671234567;Виконаний;Чашка;M1;1;150;350\n"
    )
    plan, (order,) = read(text, layout="prom")
    assert order.draft.fields["totalCost"] == "350"
    assert [item["cost"] for item in order.draft.items] == ["100", "150"]
    assert "counted once" in str(plan.grouping)


def test_woocommerce_core_has_its_items_in_one_cell() -> None:
    row = {
        "Date": "2026-11-23 14:05:11",
        "Order #": "55",
        "N. Revenue (formatted)": "$35.00",
        "Status": "completed",
        "Customer": "Ann Lee",
        "Product(s)": "2× Tea, green, 1× Mug",
    }
    plan, order = only("woocommerce-core", row)
    assert order.draft.items == [
        {"externalItemId": "Tea, green", "name": "Tea, green", "quantity": "2"},
        {"externalItemId": "Mug", "name": "Mug", "quantity": "1"},
    ]
    assert "stand together in “Product(s)”" in str(plan.grouping)
    assert "quantity" not in plan.missing


def test_woocommerce_with_translated_headers_is_read_by_the_dictionary() -> None:
    text = (
        "Номер замовлення;Статус замовлення;Дата замовлення;Email;Телефон;Сума замовлення;"
        "Артикул;Назва товару;Кількість;Ціна\n"
        "55;Виконано;2026-11-23 14:05;ann@example.com;;35;T1;Чай;2;10\n"
        "55;Виконано;2026-11-23 14:05;ann@example.com;;35;M1;Чашка;1;15\n"
    )
    plan, (order,) = read(text)
    assert plan.layout is not None
    assert plan.layout.name == "generic-ukrainian"
    assert (order.draft.fields["totalCost"], len(order.draft.items)) == ("35", 2)
    russian = "Номер заказа;Сумма заказа;Статус\n1;5;Выполнен\n"
    assert prepare(Source.from_text(russian)).layout.name == "generic-russian"
    assert orders(russian)[0]["status"] == "DELIVERED"


@pytest.mark.parametrize("layout", built_in().values(), ids=built_in())
def test_a_layout_without_known_columns_says_so(layout) -> None:
    if not layout.fingerprint and layout.name not in ("generic-items", "generic-orders"):
        assert "recognised by the dictionary of headers" in layout.note
