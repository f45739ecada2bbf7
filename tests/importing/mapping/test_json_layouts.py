"""Orders as the APIs of shops give them: inside an envelope, with objects inside each order."""

from __future__ import annotations

import json
from typing import Any

import pytest

from ordermanager.importing.errors import ReadError
from ordermanager.importing.prepare import prepare
from ordermanager.importing.reading.source import Source
from tests.importing.files import read

SHOPIFY: dict[str, Any] = {
    "id": 450789469, "name": "#1001", "email": "bob@shop.com.ua", "created_at": "2026-11-26T14:05:00-05:00",
    "total_price": "199.00", "currency": "USD", "financial_status": "paid", "fulfillment_status": None,
    "cancelled_at": None, "total_tax": "0.00", "total_discounts": "0.00", "phone": None,
    "total_shipping_price_set": {"shop_money": {"amount": "5.00", "currency_code": "USD"}},
    "customer": {"id": 207119551, "first_name": "Bob", "last_name": "Norman"},
    "billing_address": {"first_name": "Bob", "last_name": "Norman", "phone": "+380671234567"},
    "shipping_address": {"address1": "Main 1", "city": "Ottawa", "zip": "K2P", "country": "Canada"},
    "line_items": [{"id": 1, "product_id": 6, "sku": "IPOD", "title": "IPod", "quantity": 1, "price": "194.00"}],
}  # fmt: skip
WOOCOMMERCE: dict[str, Any] = {
    "id": 727, "number": "727", "status": "processing", "currency": "USD", "date_created": "2026-11-26T14:05:00",
    "discount_total": "0.00", "shipping_total": "10.00", "total": "29.35", "total_tax": "1.35", "customer_id": 0,
    "billing": {"first_name": "John", "last_name": "Doe", "email": "john@shop.com.ua", "phone": "0671234567"},
    "shipping": {"address_1": "Market 969", "city": "Kyiv", "postcode": "01001", "country": "UA"},
    "payment_method_title": "Bank", "customer_note": "",
    "line_items": [{"name": "Tea", "product_id": 93, "quantity": 2, "price": 9, "image": {"src": "https://x.com/a.jpg"}}],
}  # fmt: skip


def test_shopify_calls_its_number_name_also_in_json() -> None:
    plan, (order,) = read(json.dumps({"orders": [SHOPIFY]}))
    assert plan.layout is not None
    assert plan.layout.name == "shopify-api"
    assert order.draft.fields == {
        "externalOrderId": "#1001", "externalCustomerId": "207119551", "email": "bob@shop.com.ua",
        "phone": "+380671234567", "firstName": "Bob", "lastName": "Norman", "totalCost": "199.00", "currency": "USD",
        "shipping": "5.00", "taxes": "0.00", "discount": "0.00", "date": "2026-11-26T14:05:00-05:00",
        "deliveryAddress": "Main 1, Ottawa, K2P, Canada", "status": "INITIALIZED",
    }  # fmt: skip
    assert [(item["name"], item["quantity"], item["cost"]) for item in order.draft.items] == [
        ("IPod", "1", "194.00")
    ]


def test_a_guest_of_woocommerce_is_no_customer_0() -> None:
    plan, (guest, known) = read(json.dumps([WOOCOMMERCE, {**WOOCOMMERCE, "number": "728", "customer_id": 5}]))
    assert plan.layout is not None
    assert plan.layout.name == "woocommerce-api"
    assert "externalCustomerId" not in guest.draft.fields
    assert known.draft.get("externalCustomerId") == "5"
    assert (guest.draft.get("email"), guest.draft.get("phone")) == ("john@shop.com.ua", "0671234567")
    assert guest.draft.get("deliveryAddress") == "Market 969, Kyiv, 01001, UA"
    assert guest.draft.items[0]["imageUrl"] == "https://x.com/a.jpg"


ORDERS = [{"externalOrderId": "1", "totalCost": 5}, {"externalOrderId": "2", "totalCost": 6}]


@pytest.mark.parametrize(
    "given",
    [
        {"data": {"orders": ORDERS}},
        {"success": True, "result": ORDERS, "total": 2},
        {"data": ORDERS, "meta": {"page": 1}},
        {"1": ORDERS[0], "2": ORDERS[1]},
    ],
)
def test_orders_are_found_in_their_envelope(given: dict[str, Any]) -> None:
    _, found = read(json.dumps(given), "answer.json")
    assert [order.draft.get("externalOrderId") for order in found] == ["1", "2"]


@pytest.mark.parametrize("given", [SHOPIFY, {"order": SHOPIFY}, [SHOPIFY]])
def test_one_order_with_its_lists_is_no_envelope(given: object) -> None:
    _, (order,) = read(json.dumps(given))
    assert order.draft.get("externalOrderId") == "#1001"


def test_an_api_order_with_items_alone_stays_one() -> None:
    _, (order,) = read('{"items": [{"name": "Tea"}, {"name": "Cup"}], "externalOrderId": "7"}')
    assert [item["name"] for item in order.draft.items] == ["Tea", "Cup"]


@pytest.mark.parametrize("text", ["[]", "{}", '{"orders": []}', "[{}]"])
def test_json_without_any_order_says_so(text: str) -> None:
    with pytest.raises(ReadError, match=r"a\.json is JSON without any order in it"):
        prepare(Source.from_bytes("a.json", text.encode()))
