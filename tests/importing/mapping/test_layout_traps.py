"""One file for each layout, in its whole header line and with its traps; every field of every order that comes out."""

from __future__ import annotations

import csv
import io

import pytest

from tests.importing.expected import Expected, check, ignored, lines
from tests.importing.files import read
from tests.importing.mapping.test_shop_layouts import HEADERS, table

EBAY = {
    "Sales Record Number": "101", "Order Number": "23-12345-12345", "Buyer Username": "ann1",
    "Buyer Name": "Ann Mary Lee",
    "Buyer Email": "ann@members.example", "Buyer Note": "Please, quick", "Ship To Name": "Bob Lee",
    "Ship To Phone": "+1 212-555-0100", "Ship To Address 1": "1 Sample St", "Ship To City": "Springfield",
    "Ship To State": "IL", "Ship To Zip": "01101", "Ship To Country": "United States", "Item Number": "110000000007",
    "Item Title": "Tea, green", "Custom Label": "T-1", "Quantity": "2", "Sold For": "$15.00",
    "Shipping And Handling": "$5.00", "Seller Collected Tax": "$0.00", "eBay Collected Tax": "$2.10",
    "Total Price": "$37.10", "Payment Method": "Credit card", "Sale Date": "Nov-03-26", "Paid On Date": "Nov-03-26",
    "Shipping Service": "USPS First Class", "Variation Details": "[Size:L]",
}  # fmt: skip


@pytest.mark.parametrize(
    "footer",
    [
        '2,record(s) downloaded,"from Nov-01-26,00:00:00, to Nov-05-26,23:59:59"',
        "2 record(s) downloaded, from Nov-01-26 00:00:00 to Nov-05-26 23:59:59",
        "2 record(s) downloaded",
    ],
)
def test_ebay_us_blank_lines_around_the_header_and_a_footer_that_is_no_order(footer: str) -> None:
    header, *rows = table(
        "ebay-us", EBAY, {**EBAY, "Order Number": "23-9", "Shipped On Date": "Nov-05-26"}
    ).splitlines()
    plan = check(
        lines("", header, "", *rows, "", footer, "Seller ID : shop"),
        first := Expected(
            {
                "externalOrderId": "23-12345-12345", "externalCustomerId": "ann1", "email": "ann@members.example",
                "phone": "+1 212-555-0100", "firstName": "Ann", "lastName": "Mary Lee", "date": "Nov-03-26",
                "totalCost": "$37.10", "currency": "USD", "shipping": "$5.00", "taxes": "$2.10",
                "paymentMethod": "Credit card", "deliveryMethod": "USPS First Class", "status": "INITIALIZED",
                "deliveryAddress": "1 Sample St, Springfield, IL, 01101, United States",
            },
            [{"externalItemId": "T-1", "name": "Tea, green", "quantity": "2", "cost": "$15.00",
            "description": "[Size:L]"}],
            {"comment": "Please, quick"},
            (4,),
        ),
        Expected(
            {**first.fields, "externalOrderId": "23-9", "status": "IN_PROGRESS"}, first.items, first.info, (5,)
        ),
        layout="ebay-us",
    )  # fmt: skip
    assert "record(s) downloaded" in ignored(plan)[7]
    assert "Seller ID" in ignored(plan)[8]


def test_ebay_uk_day_first_pounds_and_the_columns_behind_those_that_are_known() -> None:
    more = ",Custom label,Sold for,Postage and packaging,Total price,Sale date,Dispatched on date"
    check(
        lines(
            HEADERS["ebay-uk"] + more,
            "101,23-1,ann1,Ann Lee,07911 123456,1 High St,,Leeds,,LS1 1AA,United Kingdom,Tea,2,T-1,£10.00,£3.00,"
            "£23.00,03-Nov-26,04-Nov-26",
        ),
        Expected(
            {
                "externalOrderId": "23-1", "externalCustomerId": "ann1", "phone": "07911 123456", "firstName": "Ann",
                "lastName": "Lee", "deliveryAddress": "1 High St, Leeds, LS1 1AA, United Kingdom", "date": "03-Nov-26",
                "totalCost": "£23.00", "currency": "GBP", "shipping": "£3.00", "status": "IN_PROGRESS",
            },
            [{"externalItemId": "T-1", "name": "Tea", "quantity": "2", "cost": "£10.00"}],
        ),
        layout="ebay-uk",
    )  # fmt: skip
    plan, (order,) = read(lines(HEADERS["ebay-uk"], "101,23-1,ann1,Ann Lee,,,,Leeds,,,,Tea,2"))
    assert "status" in plan.missing  # no column tells it: it is asked for, not guessed
    assert "status" not in order.draft.fields


def test_magento_words_of_its_own_and_lines_in_a_cell() -> None:
    check(
        table("magento", {
            "ID": "000000012", "Purchase Point": "Main Website\nDefault Store View",
            "Purchase Date": "Nov 3, 2026 2:05:11 PM",
            "Bill-to Name": "Ann Mary Lee", "Ship-to Name": "Bob Lee", "Grand Total (Base)": "$35.00",
            "Grand Total (Purchased)": "€31.50", "Status": "holded", "Shipping Address": "1 Sample St,Springfield",
            "Shipping Information": "Flat Rate - Fixed", "Customer Email": "ann@example.com", "Subtotal": "30",
            "Shipping and Handling": "5.00", "Customer Name": "Ann Mary Lee", "Payment Method": "checkmo",
        }),
        Expected({
            "externalOrderId": "000000012", "email": "ann@example.com", "date": "Nov 3, 2026 2:05:11 PM",
            "totalCost": "€31.50", "currency": "EUR", "shipping": "5.00", "firstName": "Ann", "lastName": "Mary Lee",
            "deliveryAddress": "1 Sample St,Springfield", "deliveryMethod": "Flat Rate - Fixed",
            "paymentMethod": "checkmo",
            "storeId": "Main Website Default Store View", "status": "IN_PROGRESS",
        }),
        layout="magento",
    )  # fmt: skip


def test_opencart_table_four_decimals_guests_and_missing_orders() -> None:
    row = {
        "order_id": "55", "customer_id": "0", "store_id": "0", "firstname": "Ann", "lastname": "Lee",
        "email": "ann@example.com",
        "telephone": "067-123-45-67", "shipping_address_1": "1 Sample St", "shipping_city": "Kyiv",
        "shipping_method": "Courier",
        "payment_method": "Card", "comment": "ring", "total": "35.0000", "order_status_id": "3", "currency_code": "UAH",
        "currency_value": "1.00000000", "date_added": "2026-11-03 14:05:11", "shipping_country": "Ukraine",
    }  # fmt: skip
    check(
        table("opencart-table", row),
        Expected(
            {
                "externalOrderId": "55", "email": "ann@example.com", "phone": "067-123-45-67", "firstName": "Ann",
                "lastName": "Lee", "totalCost": "35.0000", "currency": "UAH", "date": "2026-11-03 14:05:11",
                "storeId": "0",
                "deliveryMethod": "Courier", "paymentMethod": "Card", "deliveryAddress": "1 Sample St, Kyiv, Ukraine",
                "status": "IN_PROGRESS",
            },
            info={"comment": "ring"},
        ),
        layout="opencart-table",
    )  # fmt: skip


def test_square_refunds_currency_signs_and_amounts_in_brackets() -> None:
    row = {
        "Date": "11/03/2026", "Time": "14:05:11", "Time Zone": "Eastern Time (US & Canada)", "Category": "Drinks",
        "Item": "Tea", "Qty": "2.0", "Price Point Name": "Large", "SKU": "T1", "Gross Sales": "$20.00",
        "Discounts": "($1.00)", "Net Sales": "$19.00", "Tax": "$1.90", "Transaction ID": "tx1", "Payment ID": "p1",
        "Event Type": "Payment", "Location": "Main", "Customer ID": "C1", "Customer Name": "Ann Lee", "Channel": "POS",
    }  # fmt: skip
    back = {
        **row, "Transaction ID": "tx2", "Event Type": "Refund", "Qty": "-2.0", "Gross Sales": "($20.00)",
        "Discounts": "$1.00", "Net Sales": "($19.00)", "Tax": "($1.90)",
    }  # fmt: skip
    tea = {
        "externalItemId": "T1",
        "name": "Tea",
        "category": "Drinks",
        "description": "Large",
        "quantity": "2.0",
    }
    check(
        table("square-items", row, back),
        paid := Expected(
            {
                "externalOrderId": "tx1", "externalCustomerId": "C1", "firstName": "Ann", "lastName": "Lee",
                "date": "2026-11-03T14:05:11-05:00", "totalCost": "20.90", "currency": "USD", "taxes": "1.90",
                "discount": "1.00",
                "storeId": "Main", "status": "DELIVERED",
            },
            [{**tea, "cost": "10.00"}],
            {"channel": "POS"},
        ),
        Expected(
            {**paid.fields, "externalOrderId": "tx2", "totalCost": "-20.90", "taxes": "-1.90", "status": "CANCELLED"},
            [{**tea, "quantity": "-2.0"}],
            paid.info,
            (3,),
        ),
        layout="square-items",
    )  # fmt: skip


def test_stripe_refunds_failures_and_payments_without_a_customer() -> None:
    row = {
        "id": "ch_1", "Created (UTC)": "2026-11-03 23:30:11", "Amount": "35.00", "Amount Refunded": "35.00",
        "Currency": "eur",
        "Converted Amount": "38.10", "Converted Currency": "usd", "Status": "Refunded", "Customer ID": "cus_1",
        "Customer Email": "ann@example.com", "Card Name": "Ann Lee", "Description": "Order 7", "Tax": "0.00",
        "Seller Message": "Payment complete.",
    }  # fmt: skip
    fields = {
        "externalOrderId": "ch_1", "externalCustomerId": "cus_1", "email": "ann@example.com", "firstName": "Ann",
        "lastName": "Lee", "date": "2026-11-03T23:30:11+00:00", "totalCost": "35.00", "currency": "EUR",
        "taxes": "0.00",
        "statusDescription": "Payment complete.", "status": "CANCELLED",
    }  # fmt: skip
    guest = {name: text for name, text in fields.items() if name != "externalCustomerId"}
    info = {"description": "Order 7"}
    check(
        table(
            "stripe-payments",
            row,
            {**row, "id": "ch_2", "Status": "requires_payment_method", "Customer ID": ""},
            {**row, "id": "ch_3", "Status": "Failed"},
        ),
        Expected(fields, [], info),
        Expected({**guest, "externalOrderId": "ch_2", "status": "INITIALIZED"}, [], info, (3,)),
        Expected({**fields, "externalOrderId": "ch_3"}, [], info, (4,)),
        layout="stripe-payments",
    )


def test_advanced_order_export_an_item_without_sku_and_what_was_taken_back() -> None:
    order = {
        "Order Number": "55", "Order Status": "Completed", "Order Date": "2026-11-03 14:05", "Customer Note": "ring",
        "First Name (Billing)": "Ann", "Last Name (Billing)": "Lee", "Email (Billing)": "ann@example.com",
        "Phone (Billing)": "0671234567", "Address 1&2 (Shipping)": "1 Sample St", "City (Shipping)": "Kyiv",
        "Country Code (Shipping)": "UA", "Order Total Amount": "35", "Order Shipping Amount": "5",
        "Cart Discount Amount": "0",
        "Order Total Tax Amount": "0", "Shipping Method Title": "Courier", "Payment Method Title": "Card",
    }  # fmt: skip
    tea = {
        "Item #": "1",
        "SKU": "0007",
        "Name": "Tea",
        "Product Variation": "Size: L",
        "Quantity": "2",
        "Item Cost": "10",
    }
    mug = {"Item #": "2", "Name": "Mug", "Quantity": "1", "Quantity (- Refund)": "0", "Item Cost": "10"}
    check(
        table("woocommerce-advanced", {**order, **tea}, {**order, **mug}),
        Expected(
            {
                "externalOrderId": "55", "status": "DELIVERED", "date": "2026-11-03 14:05", "email": "ann@example.com",
                "phone": "0671234567", "firstName": "Ann", "lastName": "Lee", "totalCost": "35", "shipping": "5",
                "discount": "0", "taxes": "0", "deliveryMethod": "Courier", "paymentMethod": "Card",
                "deliveryAddress": "1 Sample St, Kyiv, UA",
            },
            [
                {"externalItemId": "0007", "name": "Tea", "quantity": "2", "cost": "10"},
                {"externalItemId": "Mug", "name": "Mug", "quantity": "1", "cost": "10"},
            ],
            {"comment": "ring"},
            (2, 3),
        ),
        layout="woocommerce-advanced",
    )  # fmt: skip


def test_shopify_as_excel_saved_it_apostrophes_and_semicolons() -> None:
    rows = [
        {
            "Name": "#1001", "Email": "ann@example.com", "Financial Status": "paid",
            "Fulfillment Status": "unfulfilled",
            "Currency": "EUR", "Subtotal": "1230,50", "Shipping": "5,00", "Taxes": "0,00", "Total": "1 235,50",
            "Created at": "2026-11-03 14:05:11 +0200", "Lineitem quantity": "1", "Lineitem name": "Tea; green",
            "Lineitem price": "1230,50", "Billing Name": "Ann Lee", "Shipping Zip": "'01101", "Shipping City": "Kyiv",
            "Phone": "'+380671234567", "Id": "5600000000001", "Payment Method": "Card", "Shipping Method": "Courier",
        },
        {"Name": "#1001", "Email": "ann@example.com", "Lineitem quantity": "2", "Lineitem name": "Mug",
        "Lineitem price": "0,00"},
    ]  # fmt: skip
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, HEADERS["shopify"].split(","), restval="", delimiter=";")
    writer.writeheader()
    writer.writerows(rows)
    check(
        b"\xef\xbb\xbf" + out.getvalue().encode(),
        Expected(
            {
                "externalOrderId": "#1001", "email": "ann@example.com", "phone": "+380671234567", "firstName": "Ann",
                "lastName": "Lee", "totalCost": "1 235,50", "currency": "EUR", "shipping": "5,00", "taxes": "0,00",
                "date": "2026-11-03 14:05:11 +0200", "status": "INITIALIZED", "paymentMethod": "Card",
                "deliveryMethod": "Courier", "deliveryAddress": "Kyiv, 01101",
            },
            [
                {"externalItemId": "Tea; green", "name": "Tea; green", "quantity": "1", "cost": "1230,50"},
                {"externalItemId": "Mug", "name": "Mug", "quantity": "2", "cost": "0,00"},
            ],
            {},
            (2, 3),
        ),
        layout="shopify",
    )  # fmt: skip


def test_etsy_tells_what_was_refunded_by_the_adjusted_net_amount_alone() -> None:
    """An adjusted total of 0 stands on orders of which nothing was refunded, too."""
    header = (
        "Sale Date,Order ID,Buyer User ID,Full Name,Number of Items,Date Shipped,Order Value,Order Total,Status,"
        "Adjusted Order Total,Adjusted Net Order Amount"
    )
    rows = "".join(
        f"11/02/25,{number},u{number},Ann Lee,1,11/05/25,45.00,45.00,,{adjusted}\n"
        for number, adjusted in enumerate(("0.00,0.00", "0.00,-2.05", ",", "38.89,36.89", "0,($2.05)"), 1)
    )
    plan, found = read(f"{header}\n{rows}")
    assert [order.draft.get("status") for order in found] == [
        "IN_PROGRESS", "CANCELLED", "IN_PROGRESS", "IN_PROGRESS", "CANCELLED",
    ]  # fmt: skip
    assert {(one.column, one.status): one.count for one in plan.statuses} == {
        ("Adjusted Net Order Amount", "CANCELLED"): 2,
        ("Date Shipped", "IN_PROGRESS"): 3,
    }


def test_etsy_in_british_english() -> None:
    header = (
        "Sale Date,Order ID,Buyer User ID,Full Name,Number of Items,Date Posted,Street 1,Delivery City,"
        "Delivery Zipcode,Delivery Country,Currency,Order Value,Delivery,Sales tax,Order Total,Status"
    )
    rows = (
        "11/02/25,1,u1,Ann Lee,1,11/05/25,1 High St,Leeds,LS1 1AA,United Kingdom,GBP,10,2.5,0,12.5,\n"
        "11/03/25,2,u2,Bo Hu,1,,2 High St,York,YO1 1AA,United Kingdom,GBP,10,0,0,10,\n"
    )
    _, found = read(f"{header}\n{rows}")
    fields = [(order.draft.get("status"), order.draft.get("shipping")) for order in found]
    assert fields == [("IN_PROGRESS", "2.5"), ("INITIALIZED", "0")]
    assert found[0].draft.get("deliveryAddress") == "1 High St, Leeds, LS1 1AA, United Kingdom"


@pytest.mark.parametrize(
    "header",
    [
        "ID;Référence;Nouveau client;Livraison;Client;Total;Paiement;État;Date",
        "ID;Referencia;Nuevo cliente;Entrega;Cliente;Total;Pago;Estado;Fecha",
        "ID;Riferimento;Nuovo cliente;Consegna;Cliente;Totale;Pagamento;Stato;Data",
    ],
)
def test_prestashop_in_other_languages(header: str) -> None:
    plan, (order,) = read(
        f"{header}\n15;XKB;1;France;J. DUPONT;61,80 €;Carte;Paiement accepté;2025-04-22 09:51:37\n"
    )
    assert plan.layout is not None
    assert plan.layout.name == "prestashop"
    assert order.draft.fields == {
        "externalOrderId": "15", "totalCost": "61,80 €", "currency": "EUR", "date": "2025-04-22 09:51:37",
        "paymentMethod": "Carte", "lastName": "DUPONT", "status": "IN_PROGRESS",
    }  # fmt: skip
    assert order.draft.additional_info == {"reference": "XKB", "country": "France"}
