"""POST /v1/orders of the sandbox: what is taken, what is named as failed, what is refused as a whole."""

from __future__ import annotations

import json
import time

import pytest


def test_order_is_taken_and_raises_its_event(shop, make_order):
    reply = shop.post(make_order())
    assert reply.status == 200
    assert reply.json == {"failedOrders": []}
    assert reply.headers["x-sandbox"] == "1"
    assert shop.server.ledger.events == {("1001", "INITIALIZED"): 1}
    (event,) = shop.get("/sandbox/events?eventKey=1001").json
    assert event.pop("at")
    assert event == {
        "event": "orderINITIALIZED",
        "eventKey": "1001",
        "orderId": 500001,
        "contactId": 900001,
        "EmailAddress": "p1001@example.com",
        "SMS": "380670000001",
    }


def test_text_of_each_order_is_kept_to_the_digit(shop):
    texts = [
        '{"externalOrderId":"0007","totalCost":10.50,"status":"DELIVERED","date":"2026-11-23T10:00:00Z",'
        '"currency":"UAH","phone":"380671234567","firstName":"Ім\\u02bcя"}',
        '{ "externalOrderId" : 8 ,"totalCost":1e2,"discount":0.10000000000000000001,"status":"CANCELLED",'
        '"date":"2017-05-14T10:11:10.7022176+03:00","currency":"USD","email":"ї@example.com"}',
    ]
    reply = shop.post_text(f'\n {{ "x":[1,{{}}], "orders" : [ {texts[0]} ,\t{texts[1]} ] , "y":"}}" }} \n')
    assert reply.json == {"failedOrders": []}
    assert shop.server.ledger.orders == {"0007": texts[0].encode(), "8": texts[1].encode()}
    assert shop.get("/sandbox/orders/0007").json["json"] == texts[0]


def test_second_time_updates_and_raises_again(shop, make_order):
    shop.post(make_order())
    shop.post(make_order(totalCost=11))
    shop.post(make_order(status="DELIVERED"))
    assert shop.server.ledger.events == {("1001", "INITIALIZED"): 2, ("1001", "DELIVERED"): 1}
    stored = shop.get("/sandbox/orders/1001").json
    assert (stored["status"], stored["orderId"], stored["times"]) == ("DELIVERED", 500001, 3)
    assert list(shop.server.ledger.orders) == ["1001"]


def test_bad_orders_are_named_and_the_others_taken(shop, make_order):
    reply = shop.post(
        make_order("1"), make_order("2", currency=None), make_order("3", status="NEW"), make_order("4")
    )
    assert reply.status == 200
    assert [failed["externalOrderId"] for failed in reply.json["failedOrders"]] == ["2", "3"]
    assert "currency" in reply.json["failedOrders"][0]["message"]
    assert sorted(shop.server.ledger.orders) == ["1", "4"]
    (record,) = shop.server.ledger.order_requests
    assert (record.count, record.applied, record.failed, record.status) == (4, 2, 2, 200)


BAD = [
    {"externalOrderId": None},
    {"externalOrderId": ""},
    {"externalOrderId": ["x"]},
    {"totalCost": None},
    {"totalCost": ""},
    {"totalCost": "12,50"},
    {"totalCost": True},
    {"totalCost": "NaN"},
    {"shipping": "free"},
    {"status": None},
    {"status": "delivered"},
    {"status": "NEW"},
    {"status": {}},
    {"date": None},
    {"date": "23.11.2026"},
    {"date": "2026-11-23"},
    {"date": "2026-02-30T10:00:00Z"},
    {"date": "2026-11-23T25:00:00Z"},
    {"date": "2026-11-23T10:00:00+99:00"},
    {"date": 1764000000},
    {"currency": None},
    {"email": {"a": 1}},
    {"externalCustomerId": None, "email": "", "phone": " "},
    {"items": {"externalItemId": "1", "quantity": 1}},
    {"items": ["x"]},
    {"items": [{"quantity": 1}]},
    {"items": [{"externalItemId": "1"}]},
    {"items": [{"externalItemId": "1", "quantity": "two"}]},
    {"items": [{"externalItemId": "1", "quantity": 1, "cost": "1,5"}]},
    {"items": [{"externalItemId": "1", "quantity": 1, "name": []}]},
]


@pytest.mark.parametrize("changes", BAD)
def test_bad_order(shop, make_order, changes):
    reply = shop.post(make_order(**changes))
    assert reply.status == 200
    assert len(reply.json["failedOrders"]) == 1
    assert reply.json["failedOrders"][0]["message"]
    assert shop.server.ledger.orders == {}
    assert shop.server.ledger.events == {}


GOOD = [
    {"externalOrderId": 77},
    {"externalCustomerId": 12345},
    {"totalCost": "258.00", "shipping": "", "discount": 0, "taxes": "1.5"},
    {"date": "2017-05-14T10:11:10.7022176+03:00"},
    {"date": "2024-05-01T10:11:12.000000+03:00"},
    {"date": "2024-05-01T10:11:12Z"},
    {"date": "2024-05-01T10:11:12"},
    {"date": "2024-05-01T10:11"},
    {"date": "2024-05-01 10:11:12+0300"},
    {"externalCustomerId": None, "email": None},
    {"email": None, "phone": None},
    {"items": None},
    {"items": []},
    {"items": [{"externalItemId": 5, "quantity": "2", "cost": "1.50"}]},
    {"additionalInfo": {"comment": "x"}},
    {"additionalInfo": "text"},
    {"something": "unknown"},
]


@pytest.mark.parametrize("changes", GOOD)
def test_good_order(shop, make_order, changes):
    assert shop.post(make_order(**changes)).json == {"failedOrders": []}
    assert len(shop.server.ledger.orders) == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        "{}",
        '{"orders":{}}',
        '{"orders":null}',
        '{"orders":[1]}',
        '{"orders":[{}]',
        '{"orders":[{}],}',
        '{"orders":[{},]}',
        '{"orders":[{}]} {}',
        '{"orders":[{"totalCost":NaN}]}',
        '{"orders":[{"totalCost":' + "9" * 5000 + "}]}",
        '{"orders":[' + "[" * 100_000,
        b'{"orders":[{"email":"\xff"}]}',
    ],
)
def test_malformed_request(shop, text):
    reply = shop.post_text(text)
    assert reply.status == 400
    assert reply.json["status"] == 400
    assert reply.json["message"]
    assert shop.server.ledger.orders == {}


def test_a_thousand_orders_and_one_more(shop, make_order):
    assert shop.post(*(make_order(str(i)) for i in range(1000))).json == {"failedOrders": []}
    reply = shop.post(*(make_order(f"x{i}") for i in range(1001)))
    assert reply.status == 400
    assert "1000" in reply.json["message"]
    assert len(shop.server.ledger.orders) == 1000


def test_identical_body_within_a_minute(start, make_order):
    now = [1000.0]
    shop = start(clock=lambda: now[0])
    assert shop.post(make_order()).status == 200
    now[0] += 59
    reply = shop.post(make_order())
    assert reply.status == 409
    assert reply.json["message"] == "Repeated request within 1 minute"
    assert shop.post(make_order(totalCost=11)).status == 200
    now[0] += 1
    assert shop.post(make_order()).status == 200
    assert shop.server.ledger.events == {("1001", "INITIALIZED"): 3}


def test_repeats_may_be_allowed(start, make_order):
    shop = start(repeat_window_seconds=0)
    assert [shop.post(make_order()).status for _ in range(2)] == [200, 200]


def test_rate_limit(start, make_order):
    now = [1000.0]
    shop = start(requests_per_second=2, clock=lambda: now[0])
    assert [shop.get("/v1/version").status for _ in range(3)] == [200, 200, 429]
    now[0] += 1
    assert shop.post(make_order()).status == 200


@pytest.mark.parametrize(
    ("key", "status"), [("", 401), ("bad", 401), ("bad key", 401), ("limited", 403), ("good", 200)]
)
def test_keys(shop, make_order, key, status):
    reply = shop.post(make_order(), key=key)
    assert reply.status == status
    assert reply.json.get("status", 200) == status
    assert shop.ask("GET", "/v1/account/info", key=key).status == status
    assert bool(shop.server.ledger.orders) == (status == 200)


@pytest.mark.parametrize("header", ["", "Bearer key", "Basic ???", "Basic /w==", "Basic"])
def test_other_authorization(shop, make_order, header):
    assert shop.post(make_order(), Authorization=header).status == 401


def test_media_type(shop, make_order):
    assert shop.post(make_order(), **{"Content-Type": "text/plain"}).status == 415
    assert shop.post(make_order(), **{"Content-Type": "application/json; charset=UTF-8"}).status == 200


def test_half_a_surrogate_pair_is_kept_as_it_came(shop):
    text = (
        '{"externalOrderId":"s\\ud83d","totalCost":1,"status":"DELIVERED","date":"2026-11-23T10:00:00Z",'
        '"currency":"UAH","email":"a@example.com","firstName":"\\udc00"}'
    )
    assert shop.post_text(f'{{"orders":[{text}]}}').json == {"failedOrders": []}
    assert list(shop.server.ledger.orders.values()) == [text.encode()]


def test_a_thousand_orders_take_no_more_than_some_passes_over_their_json(shop, make_order):
    """Against reading the same request as JSON, so that a slow machine does not matter."""
    body = json.dumps({"orders": [make_order(str(i)) for i in range(1000)]}).encode()
    started = time.perf_counter()
    for _ in range(5):
        json.loads(body)
    one_pass = (time.perf_counter() - started) / 5
    times = []
    for turn in range(5):
        varied = body.replace(b"example.com", b"example%d.com" % turn)
        started = time.perf_counter()
        assert shop.post_text(varied).status == 200
        times.append(time.perf_counter() - started)
    assert min(times) < 100 * one_pass
