"""Files made in each known layout, with that layout's traps."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from ordermanager.domain.fields import ITEM_FIELD, ORDER_FIELD
from ordermanager.domain.sentences import WrongUse
from ordermanager.domain.statuses import Status
from ordermanager.importing.mapping.layouts import built_in, layouts, read_layout
from ordermanager.importing.mapping.mapping import INFO_PREFIX, LINE_TOTAL
from ordermanager.importing.prepare import prepare
from ordermanager.importing.reading.source import Source
from tests.importing.files import orders, read, unknown_statuses

HEADERS = {
    path.stem: path.read_text("utf-8").strip() for path in (Path(__file__).parents[1] / "headers").iterdir()
}
"""The header line of each export, as the platforms write it."""


def table(layout: str, *rows: dict[str, str]) -> str:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, HEADERS[layout].split(","), restval="")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


@pytest.mark.parametrize("name", HEADERS)
def test_a_layout_is_recognised_by_its_header_and_only_by_it(name: str) -> None:
    delimiter = max("\t;,", key=HEADERS[name].count)
    row = delimiter * HEADERS[name].count(delimiter)
    plan = prepare(Source.from_text(f"{HEADERS[name]}\nx{row}\n"))
    assert plan.layout is not None
    assert plan.layout.name == name


@pytest.mark.parametrize("layout", built_in().values(), ids=built_in())
def test_layout_files_name_real_fields_and_statuses(layout) -> None:
    for name in (*layout.fields, *layout.numbered_items):
        assert (
            name in ORDER_FIELD
            or name in ITEM_FIELD
            or name.startswith(INFO_PREFIX)
            or name in ("items", LINE_TOTAL)
        )
    for rule in layout.status:
        for status in (*rule.words.values(), *filter(None, (rule.filled, rule.blank))):
            assert Status(status)


FIRST = {
    "Name": "#1001",
    "Email": "ann@example.com",
    "Financial Status": "paid",
    "Fulfillment Status": "fulfilled",
    "Currency": "USD",
    "Total": "35.00",
    "Shipping": "5.00",
    "Taxes": "0.00",
    "Discount Amount": "0.00",
    "Created at": "2026-11-23 14:05:11 +0200",
    "Lineitem quantity": "1",
    "Lineitem name": "Tea",
    "Lineitem price": "10.00",
    "Lineitem sku": "0007",
    "Billing Name": "Ann Mary Lee",
    "Billing Phone": "'+12125550100",
    "Shipping Street": "1 Sample St",
    "Shipping City": "Springfield",
    "Shipping Country": "US",
    "Id": "5600000000001",
    "Notes": "ring twice",
}
LATER = {
    "Name": "#1001",
    "Email": "ann@example.com",
    "Lineitem quantity": "2",
    "Lineitem name": "Mug",
    "Lineitem price": "10.00",
}


def test_shopify_order_number_is_name_and_order_fields_stand_on_the_first_row() -> None:
    plan, (order,) = read(table("shopify", FIRST, LATER))
    assert order.draft.fields == {
        "externalOrderId": "#1001",
        "email": "ann@example.com",
        "phone": "+12125550100",
        "firstName": "Ann",
        "lastName": "Mary Lee",
        "totalCost": "35.00",
        "currency": "USD",
        "shipping": "5.00",
        "taxes": "0.00",
        "discount": "0.00",
        "date": "2026-11-23 14:05:11 +0200",
        "status": "DELIVERED",
        "deliveryAddress": "1 Sample St, Springfield, US",
    }
    assert order.draft.additional_info == {"comment": "ring twice"}
    assert order.draft.items == [
        {"externalItemId": "0007", "name": "Tea", "quantity": "1", "cost": "10.00"},
        {"externalItemId": "Mug", "name": "Mug", "quantity": "2", "cost": "10.00"},
    ]
    assert order.rows == (2, 3)
    assert order.notes == ()
    assert plan.missing == ("externalCustomerId", "url", "imageUrl")
    assert "5600000000001" not in repr(order.draft)


@pytest.mark.parametrize(
    ("financial", "fulfillment", "cancelled", "status"),
    [
        ("paid", "fulfilled", "", "DELIVERED"),
        ("paid", "partial", "", "IN_PROGRESS"),
        ("paid", "unfulfilled", "", "INITIALIZED"),
        ("pending", "", "", "INITIALIZED"),
        ("paid", "restocked", "", "CANCELLED"),
        ("refunded", "fulfilled", "", "CANCELLED"),
        ("voided", "unfulfilled", "", "CANCELLED"),
        ("paid", "fulfilled", "2026-11-24 10:00:00 +0200", "CANCELLED"),
        ("paid", "awaiting pickup", "", "awaiting pickup"),
    ],
)
def test_shopify_status(financial: str, fulfillment: str, cancelled: str, status: str) -> None:
    row = {
        **FIRST,
        "Financial Status": financial,
        "Fulfillment Status": fulfillment,
        "Cancelled at": cancelled,
    }
    plan, (order,) = read(table("shopify", row))
    assert order.draft.fields["status"] == status
    assert unknown_statuses(plan) == ({} if status.isupper() else {status: 1})


def test_webtoffee_items_in_numbered_columns_guest_and_line_totals() -> None:
    row = {
        "order_id": "55",
        "order_number": "55",
        "order_date": "2026-11-23 14:05:11",
        "status": "wc-completed",
        "shipping_total": "5",
        "order_total": "35",
        "order_currency": "USD",
        "customer_id": "0",
        "billing_email": "ann@example.com",
        "billing_first_name": "Ann",
        "billing_last_name": "Lee",
        "payment_method_title": "Card",
        "Product Item 1 Name": "Tea",
        "Product Item 1 id": "9",
        "Product Item 1 SKU": "0007",
        "Product Item 1 Quantity": "2",
        "Product Item 1 Subtotal": "20",
        "Product Item 2 Name": "Mug",
        "Product Item 2 id": "10",
        "Product Item 2 Quantity": "1",
        "Product Item 2 Subtotal": "10",
    }
    plan, (order, other) = read(
        table(
            "woocommerce-webtoffee", row, {**row, "order_id": "56", "customer_id": "7", "status": "on-hold"}
        )
    )
    assert order.draft.items == [
        {"externalItemId": "0007", "name": "Tea", "quantity": "2", "cost": "10.00"},
        {"externalItemId": "10", "name": "Mug", "quantity": "1", "cost": "10.00"},
    ]
    assert "externalCustomerId" not in order.draft.fields
    assert order.draft.fields["status"] == "DELIVERED"
    assert other.draft.fields["externalCustomerId"] == "7"
    assert other.draft.fields["status"] == "IN_PROGRESS"
    assert plan.grouping is not None
    assert "up to 2 items" in str(plan.grouping)


def test_advanced_order_export_repeats_the_order_on_every_row() -> None:
    row = {
        "Order Number": "55",
        "Order Status": "Processing",
        "Order Date": "2026-11-23 14:05",
        "Email (Billing)": "ann@example.com",
        "First Name (Billing)": "Ann",
        "Order Total Amount": "35",
        "Order Shipping Amount": "5",
        "SKU": "T1",
        "Name": "Tea",
        "Quantity": "2",
        "Item Cost": "10",
        "Order Line Total": "20",
    }
    _, (order,) = read(
        table(
            "woocommerce-advanced",
            row,
            {**row, "SKU": "M1", "Name": "Mug", "Quantity": "1", "Order Line Total": "10"},
        )
    )
    assert order.draft.fields["totalCost"] == "35"
    assert order.draft.fields["status"] == "IN_PROGRESS"
    assert [item["cost"] for item in order.draft.items] == ["10", "10"]
    assert [item["name"] for item in order.draft.items] == ["Tea", "Mug"]


def test_magento_closed_is_refunded() -> None:
    row = {
        "ID": "000000012",
        "Purchase Date": "Nov 23, 2026 2:05:11 PM",
        "Grand Total (Purchased)": "$35.00",
        "Status": "Closed",
    }
    assert orders(table("magento", row))[0] == {
        "externalOrderId": "000000012",
        "totalCost": "$35.00",
        "currency": "USD",
        "date": "Nov 23, 2026 2:05:11 PM",
        "status": "CANCELLED",
    }


def test_every_field_of_the_api_by_its_own_name() -> None:
    fields = {
        name: f"{name} text" for name in ORDER_FIELD if name not in ("additionalInfo", "date", "status")
    }
    fields.update({"date": "2026-11-23T14:05:00+02:00", "status": "DELIVERED"})
    item = {name: f"{name} text" for name in ITEM_FIELD}
    row = {**fields, "additionalInfo": '{"comment": "so", "n": 1.50}', **item}
    out = io.StringIO()
    writer = csv.DictWriter(out, list(row))
    writer.writeheader()
    writer.writerow(row)
    plan, (order,) = read(out.getvalue())
    assert plan.layout is not None
    assert plan.layout.name == "api"
    assert order.draft.fields == fields
    assert order.draft.items == [item]
    assert order.draft.additional_info == {"comment": "so", "n": "1.50"}


def test_items_as_json_in_one_cell() -> None:
    items = json.dumps([{"externalItemId": "7", "quantity": 2, "cost": 10.50}])
    out = io.StringIO()
    csv.writer(out).writerows([["externalOrderId", "items"], ["1", items]])
    plan, (order,) = read(out.getvalue())
    assert order.draft.items == [{"externalItemId": "7", "quantity": "2", "cost": "10.5"}]
    assert plan.counts.items == 1


@pytest.mark.parametrize("pattern", ["items[{}].{}", "items.{}.{}", "items/{}/{}", "item {} {}"])
def test_api_items_in_numbered_columns(pattern: str) -> None:
    header = [
        "externalOrderId",
        *(pattern.format(n, name) for n in (1, 2) for name in ("externalItemId", "quantity")),
    ]
    _, (order,) = read(",".join(header) + "\nA,7,1,8,2\n")
    assert order.draft.items == [
        {"externalItemId": "7", "quantity": "1"},
        {"externalItemId": "8", "quantity": "2"},
    ]


def test_a_layout_can_be_named_and_an_unknown_one_is_wrong_use() -> None:
    text = "Order ID,Total\n1,5\n"
    assert prepare(Source.from_text(text), layout="generic-orders").layout.name == "generic-orders"
    with pytest.raises(WrongUse, match="shopify"):
        prepare(Source.from_text(text), layout="nothing")


def test_a_users_own_layout_wins(tmp_path: Path) -> None:
    own = {
        "name": "mine",
        "title": "Mine",
        "fingerprint": ["Vorgang", "Betrag"],
        "grouping": "single",
        "fields": {"externalOrderId": "Vorgang", "totalCost": "Betrag"},
        "defaults": {"currency": "EUR"},
    }
    (tmp_path / "mine.json").write_text(json.dumps(own), encoding="utf-8")
    assert "mine" in layouts(tmp_path)
    _, (order,) = read("Vorgang;Betrag\n7;12,50\n", layout_folder=tmp_path)
    assert order.draft.fields == {"externalOrderId": "7", "totalCost": "12,50", "currency": "EUR"}


def test_a_layout_without_a_fingerprint_never_matches_by_itself() -> None:
    layout = read_layout('{"name":"x","title":"X","fingerprint":[],"grouping":"single","fields":{}}')
    assert layout.matched(frozenset({"anything"})) == 0
