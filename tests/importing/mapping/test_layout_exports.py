"""Traps of exports as shops really have them, seen in files that people have made public: each becomes right orders."""

from __future__ import annotations

import csv
import io

import pytest

from ordermanager.importing.grouping.item_pairs import items_of_pairs
from tests.importing.expected import Expected, check, ignored, lines
from tests.importing.files import read
from tests.importing.mapping.test_shop_layouts import HEADERS, table

WEBTOFFEE = {
    "order_id": "5001", "order_number": "5001", "order_date": "2026-03-04 10:00:00", "status": "processing",
    "shipping_total": "50", "tax_total": "0", "discount_total": "20", "order_total": "330",
    "order_subtotal": "300", "order_currency": "UAH", "customer_id": "0", "billing_first_name": "Ann",
    "billing_last_name": "Lee", "billing_email": "ann@example.com", "wt_import_key": "5001",
    "line_item_1": "name:Tea: green | loose|product_id:12|sku:TEA-1|quantity:1|total:90.00|sub_total:100.00",
    "line_item_2": 'name:Mug|product_id:13|variation_id:0|sku:|quantity:2|total:190.00|sub_total:200.00|'
    'tax_data:a:2:{s:5:"total";a:0:{}}',
}  # fmt: skip
TEA = {"externalItemId": "TEA-1", "name": "Tea: green | loose", "quantity": "1", "cost": "100.00"}
MUG = {"externalItemId": "13", "name": "Mug", "quantity": "2", "cost": "100.00"}


def test_webtoffee_items_that_stand_in_line_item_columns_alone() -> None:
    header = HEADERS["woocommerce-webtoffee"].split(",")
    header = [title for title in header if not title.startswith(("Product Item", "line_item"))]
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, [*header, "line_item_1", "line_item_2"], restval="")
    writer.writeheader()
    writer.writerow(WEBTOFFEE)
    plan, (order,) = read(out.getvalue())
    assert plan.layout is not None
    assert plan.layout.name == "woocommerce-webtoffee"
    assert order.draft.items == [TEA, MUG]
    assert plan.counts.items == 2


def test_webtoffee_items_that_stand_in_both_kinds_of_columns_come_in_once() -> None:
    row = {
        **{name: text for name, text in WEBTOFFEE.items() if name != "line_item_2"},
        "Product Item 1 Name": "Tea", "Product Item 1 SKU": "TEA-1", "Product Item 1 Quantity": "1",
        "Product Item 1 Total": "90", "Product Item 1 Subtotal": "100",
    }  # fmt: skip
    _, (order,) = read(table("woocommerce-webtoffee", row))
    assert order.draft.items == [
        {"externalItemId": "TEA-1", "name": "Tea", "quantity": "1", "cost": "100.00"}
    ]


def test_items_as_pairs_in_one_cell() -> None:
    text = "id:1|name:Tea; green|sku:T|quantity:2|total:20.00|meta:;id:2|name:Mug|sku:|quantity:1|total:5"
    assert items_of_pairs(text) == [
        {"externalItemId": "T", "name": "Tea; green", "quantity": "2", "cost": "10.00"},
        {"externalItemId": "Mug", "name": "Mug", "quantity": "1", "cost": "5.00"},
    ]
    assert items_of_pairs("Tea | 2 | 10.00") is None
    _, (order,) = read(f'Order ID,Email,line_items\n1,a@shop.ua,"{text}"\n')
    assert [item["name"] for item in order.draft.items] == ["Tea; green", "Mug"]


EBAY = {
    "Sales Record Number": "101", "Order Number": "23-1", "Buyer Username": "ann1", "Ship To Name": "Ann Lee",
    "Sale Date": "Mar-04-26",
}  # fmt: skip


def test_ebay_the_row_above_the_items_of_an_order_is_no_item() -> None:
    first = {**EBAY, "Buyer Email": "ann@members.example", "Quantity": "3", "Sold For": "$35.00",
             "Shipping And Handling": "$5.00", "Total Price": "$40.00"}  # fmt: skip
    tea = {**EBAY, "Item Number": "11", "Item Title": "Tea", "Quantity": "1", "Sold For": "$15.00"}
    mug = {**EBAY, "Item Number": "12", "Item Title": "Mug", "Quantity": "2", "Sold For": "$10.00"}
    mug["Shipped On Date"] = "Mar-05-26"
    header, *rows = table("ebay-us", first, tea, mug).splitlines()
    commas = "," * header.count(",")
    plan, (order,) = read(
        lines(
            commas, header, commas, *rows, "", '1,record(s) downloaded,"from Mar-01-26"', "Seller ID : shop"
        )
    )
    assert order.draft.items == [
        {"externalItemId": "11", "name": "Tea", "quantity": "1", "cost": "$15.00"},
        {"externalItemId": "12", "name": "Mug", "quantity": "2", "cost": "$10.00"},
    ]
    assert order.draft.fields["totalCost"] == "$40.00"
    assert order.draft.fields["status"] == "IN_PROGRESS"
    assert sorted(ignored(plan)) == [1, 3, 7, 8, 9]


def test_ebay_a_sale_that_was_never_paid_is_no_part_of_the_order_above_it() -> None:
    paid = {**EBAY, "Item Title": "Tea", "Quantity": "1", "Sold For": "$15.00", "Total Price": "$15.00"}
    unpaid = {**paid, "Sales Record Number": "102", "Order Number": "", "Buyer Username": "bob"}
    _, found = read(table("ebay-us", paid, unpaid))
    assert [order.draft.get("externalOrderId") for order in found] == ["23-1", ""]
    assert [len(order.draft.items) for order in found] == [1, 1]


def test_ebay_reports_of_chosen_columns_and_footers_between_reports_that_were_put_together() -> None:
    header = "Order number,Buyer username,Post to name,Post to phone,Post to address 1,Post to address 2,"
    header += "Post to city,Post to county,Post to postcode,Post to country"
    plan, found = read(
        lines(
            header,
            "04-15250-08826,toby,Toby Roberts,07700 900111,12 Maple Street,,York,,YO1 7HH,United Kingdom",
            "record(s) downloaded,,,,,,,,,",
            "Seller ID : shop-1,,,,,,,,,",
            "24-15229-61546,tom,Tom Mowlem,07700 900222,9 King Street,,Leeds,,LS1 1BA,United Kingdom",
            "83 record(s) downloaded,,,,,,,,,",
            "Seller ID: shop-2,,,,,,,,,",
        )
    )
    assert plan.layout is not None
    assert plan.layout.name == "ebay-uk"
    assert [order.draft.get("externalOrderId") for order in found] == ["04-15250-08826", "24-15229-61546"]
    assert list(ignored(plan)) == [3, 4, 6, 7]
    short = "Order Number,Buyer Username,Ship To Name,Item Number,Item Title,Quantity,Sold For,Total Price,Paid On Date"
    plan, (order,) = read(lines(short, "12-1,bob,Jamie Rivera,800,Widget,1,$19.53,$19.53,Jul-27-26"))
    assert plan.layout is not None
    assert plan.layout.name == "ebay-us"
    assert order.draft.fields["date"] == "Jul-27-26"


ADVANCED = {
    "Order Number": "5001", "Order Status": "Processing", "Order Date": "2026-03-04 10:00", "Customer User ID": "0",
    "First Name (Billing)": "Ann", "Email (Billing)": "ann@example.com", "Order Currency": "UAH",
    "Order Shipping Amount": "50", "Order Refund Amount": "100", "Order Total Amount": "350",
}  # fmt: skip


def advanced(*items: dict[str, str]) -> str:
    """A file of the default columns of Advanced Order Export: no `Quantity`, only what is left after refunds."""
    header = [*ADVANCED, "SKU", "Item #", "Item Name", "Quantity (- Refund)", "Item Cost", "Image URL"]
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, header, restval="")
    writer.writeheader()
    writer.writerows(items)
    return out.getvalue()


def test_advanced_order_export_with_the_quantity_after_refunds_alone() -> None:
    tea = {"SKU": "T", "Item Name": "Tea", "Quantity (- Refund)": "2", "Item Cost": "100"}
    back = {"SKU": "M", "Item Name": "Mug", "Quantity (- Refund)": "0", "Item Cost": "100"}
    check(
        advanced({**ADVANCED, **tea}, {**ADVANCED, **back}),
        Expected(
            {
                "externalOrderId": "5001", "status": "IN_PROGRESS", "date": "2026-03-04 10:00",
                "email": "ann@example.com", "firstName": "Ann", "currency": "UAH", "totalCost": "350",
                "shipping": "50",
            },
            [{"externalItemId": "T", "name": "Tea", "quantity": "2", "cost": "100"}],
            rows=(2, 3),
        ),
        layout="woocommerce-advanced",
    )  # fmt: skip


@pytest.mark.parametrize("blank", [True, False])
def test_advanced_order_export_with_order_fields_on_the_first_row_or_on_each(blank: bool) -> None:
    tea = {**ADVANCED, "SKU": "T", "Item Name": "Tea", "Quantity (- Refund)": "2", "Item Cost": "100"}
    mug = {**({} if blank else ADVANCED), "SKU": "M", "Item Name": "Mug", "Quantity (- Refund)": "1"}
    _, found = read(advanced(tea, mug, {**tea, "Order Number": "5002"}))
    assert [(order.draft.get("externalOrderId"), len(order.draft.items)) for order in found] == [
        ("5001", 2),
        ("5002", 1),
    ]


@pytest.mark.parametrize(
    ("zones", "expected"),
    [
        (("Pacific Time (US & Canada)", "Pacific Time (US & Canada)"), "2026-11-03T14:05:11-08:00"),
        (("Pacific Time (US & Canada)", "London"), "2026-11-03 14:05:11"),
        (("Somewhere", "Somewhere"), "2026-11-03 14:05:11"),
    ],
)
def test_square_the_time_zone_stands_in_a_column(zones: tuple[str, str], expected: str) -> None:
    rows = [
        {"Date": "11/03/2026", "Time": "14:05:11", "Time Zone": zone, "Item": "Tea", "Transaction ID": zone}
        for zone in zones
    ]
    rows[1]["Transaction ID"] = "second"
    _, found = read(table("square-items", *rows))
    assert found[0].draft.fields["date"] == expected


@pytest.mark.parametrize(
    ("header", "revenue", "currency"),
    [
        (
            "Дата,Замовлення №,Ч. дохід,Статус,Клієнт,Тип клієнта,Продукт(и),Продано,Чисті продажі",
            "₴1,300.00",
            "UAH",
        ),
        (
            "Дата,Заказ №,Ч. доход,Статус,Клиент,Тип клиента,Товар(ы),Продано,Чистые продажи",
            "1 300,00 ₴",
            "UAH",
        ),
        (
            "Data,Zamówienie #,Przychód,Status,Klient,Typ,Produkt(y),Sprzedane,Sprzedaż netto",
            "1 300,00 zł",
            "PLN",
        ),
    ],
)
def test_woocommerce_analytics_in_the_language_of_the_shop(header: str, revenue: str, currency: str) -> None:
    _, (order,) = read(
        lines(
            header,
            f'2026-03-04 10:00:00,5001,"{revenue}",processing,Ann Lee,new,"1× Tea, 2× Mug, large",3,1300',
        )
    )
    assert order.draft.fields == {
        "externalOrderId": "5001",
        "date": "2026-03-04 10:00:00",
        "totalCost": revenue,
        "currency": currency,
        "status": "IN_PROGRESS",
        "firstName": "Ann",
        "lastName": "Lee",
    }
    assert [(item["name"], item["quantity"]) for item in order.draft.items] == [
        ("Tea", "1"),
        ("Mug, large", "2"),
    ]


def test_two_columns_with_currencies_and_no_known_header_are_not_guessed() -> None:
    _, (order,) = read(lines("Order ID,Foo,Bar", '1,"$5.00","$7.00"'))
    assert "totalCost" not in order.draft.fields


def test_matrixify_rows_of_shipping_payments_and_refunds_are_no_items() -> None:
    header = (
        "ID,Name,Command,Email,Created At,Cancelled At,Currency,Price: Total,Price: Total Shipping,Tax: Total,"
        "Payment: Status,Order Fulfillment Status,Customer: ID,Customer: First Name,Row #,Top Row,Line: Type,"
        "Line: Title,Line: SKU,Line: Quantity,Line: Price"
    )
    order = (
        "560001,#1001,UPDATE,ann@example.com,2026-03-04 10:00:00 +0200,,UAH,350,50,0,paid,unfulfilled,77,Ann"
    )
    more = "560001,#1001,UPDATE,,,,,,,,,,,"
    check(
        lines(
            header,
            f"{order},1,TRUE,Line Item,Tea,T-1,2,150",
            f"{more},2,,Shipping Line,Courier,,1,50",
            f"{more},3,,Transaction,,,,",
            f"{more},4,,Refund Line,Tea,T-1,-1,150",
        ),
        Expected(
            {
                "externalOrderId": "#1001", "externalCustomerId": "77", "email": "ann@example.com",
                "firstName": "Ann", "date": "2026-03-04 10:00:00 +0200", "currency": "UAH", "totalCost": "350",
                "shipping": "50", "taxes": "0", "status": "INITIALIZED",
            },
            [{"externalItemId": "T-1", "name": "Tea", "quantity": "2", "cost": "150"}],
            rows=(2, 3, 4, 5),
        ),
        layout="matrixify",
    )  # fmt: skip


def test_squarespace_lines_of_one_order_and_what_was_cancelled() -> None:
    first = {
        "Order ID": "00123", "Email": "ann@example.com", "Financial Status": "PAID", "Fulfillment Status": "FULFILLED",
        "Currency": "USD", "Subtotal": "35.00", "Shipping": "5.00", "Taxes": "1.00", "Amount Refunded": "0",
        "Total": "41.00", "Created at": "2025-05-03 10:15:30 -0400", "Lineitem quantity": "2", "Lineitem name": "Tea",
        "Lineitem price": "10.00", "Lineitem sku": "SQ1", "Lineitem variant": "Green", "Billing Name": "Ann Mary Lee",
        "Billing Phone": "+15125550100", "Shipping Address1": "1 Main St", "Shipping City": "Austin",
    }  # fmt: skip
    second = {"Order ID": "00123", "Email": "ann@example.com", "Lineitem quantity": "1", "Lineitem name": "Mug",
              "Lineitem price": "15.00"}  # fmt: skip
    other = {
        **first,
        "Order ID": "00124",
        "Fulfillment Status": "PENDING",
        "Cancelled at": "2025-05-04 10:15:30 -0400",
    }
    plan, (order, cancelled) = read(table("squarespace", first, second, other))
    assert plan.layout is not None
    assert plan.layout.name == "squarespace"
    assert order.draft.fields == {
        "externalOrderId": "00123", "email": "ann@example.com", "phone": "+15125550100", "firstName": "Ann",
        "lastName": "Mary Lee", "totalCost": "41.00", "currency": "USD", "shipping": "5.00", "taxes": "1.00",
        "date": "2025-05-03 10:15:30 -0400", "deliveryAddress": "1 Main St, Austin", "status": "DELIVERED",
    }  # fmt: skip
    assert order.draft.items == [
        {"externalItemId": "SQ1", "name": "Tea", "description": "Green", "quantity": "2", "cost": "10.00"},
        {"externalItemId": "Mug", "name": "Mug", "quantity": "1", "cost": "15.00"},
    ]
    assert cancelled.draft.get("status") == "CANCELLED"


BIGCOMMERCE_ITEMS = (
    "Product ID: 12, Product Qty: 2, Product SKU: T-1, Product Name: Tea, green | loose, Product Weight: 0.8000, "
    "Product Variation Details: Size: S (4), Product Unit Price: 10.00, Product Total Price: 20.00|Product ID: 13, "
    "Product Qty: 1, Product SKU: , Product Name: Mug, Product Unit Price: 15.00, Product Total Price: 15.00"
)


def test_bigcommerce_all_products_in_one_cell() -> None:
    row = {
        "Order ID": "186", "Customer ID": "0", "Customer Name": "Ann Lee", "Customer Email": "ann@example.com",
        "Order Date": "26/04/2025", "Order Status": "Awaiting Fulfillment", "Subtotal (inc tax)": "35.00",
        "Tax Total": "1.00", "Shipping Cost (inc tax)": "5.00", "Order Total (inc tax)": "40.00",
        "Order Total (ex tax)": "39.00", "Order Currency Code": "USD", "Billing First Name": "Ann",
        "Billing Last Name": "Lee", "Shipping Street 1": "1 Main St", "Shipping Suburb": "Austin",
        "Customer Message": "ring", "Product Details": BIGCOMMERCE_ITEMS,
    }  # fmt: skip
    check(
        table("bigcommerce", row),
        Expected(
            {
                "externalOrderId": "186", "email": "ann@example.com", "date": "2025-04-26", "totalCost": "40.00",
                "currency": "USD", "shipping": "5.00", "taxes": "1.00", "firstName": "Ann", "lastName": "Lee",
                "deliveryAddress": "1 Main St, Austin", "status": "IN_PROGRESS",
            },
            [
                {"externalItemId": "T-1", "name": "Tea, green | loose", "quantity": "2", "cost": "10.00",
                 "description": "Size: S (4)"},
                {"externalItemId": "13", "name": "Mug", "quantity": "1", "cost": "15.00"},
            ],
            {"comment": "ring"},
            (2,),
        ),
        layout="bigcommerce",
    )  # fmt: skip


def test_one_product_of_bigcommerce_and_a_text_that_only_begins_so() -> None:
    (item,) = items_of_pairs("Product ID: 1, Product Qty: 3, Product SKU: A, Product Name: Tea") or []
    assert item == {"externalItemId": "A", "name": "Tea", "quantity": "3"}
    assert items_of_pairs("Product Name: Tea") is None
