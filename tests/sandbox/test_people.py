"""Whom the sandbox assigns an order to (yespo-api.md 4.3), and the look-ups."""

from __future__ import annotations

import pytest

from ordermanager.sandbox.seed import seed_contacts


def contact_of(shop, key):
    return shop.get(f"/sandbox/orders/{key}").json.get("contactId")


def test_new_contact_gets_what_the_order_says(shop, make_order):
    shop.post(make_order("1", firstName="Anna", lastName="Lis", phone="+380 67 123-45-67"))
    card = shop.get(f"/v1/contact/{contact_of(shop, '1')}").json
    assert card == {
        "id": 900001,
        "firstName": "Anna",
        "lastName": "Lis",
        "externalCustomerId": "C-1",
        "channels": [{"type": "email", "value": "p1@example.com"}, {"type": "sms", "value": "380671234567"}],
    }


def test_customer_id_is_bound_at_the_first_order_and_wins(shop, make_order):
    shop.post(make_order("1", externalCustomerId="X", email="a@example.com", phone=None))
    shop.post(make_order("2", externalCustomerId="Y", email="b@example.com", phone=None))
    shop.post(make_order("3", externalCustomerId="X", email="b@example.com", phone=None))
    assert contact_of(shop, "3") == contact_of(shop, "1") != contact_of(shop, "2")
    assert len(shop.get("/v1/contacts").json) == 2


def test_unknown_customer_id_is_matched_by_channel_and_then_bound(shop, make_order):
    seed_contacts(shop.server)
    shop.post(make_order("1", externalCustomerId="NEW", email=None, phone="+38 (050) 111-22-33"))
    assert contact_of(shop, "1") == 900003
    shop.post(make_order("2", externalCustomerId="NEW", email="other@example.com", phone=None))
    assert contact_of(shop, "2") == 900003
    assert shop.get("/v1/contacts?externalCustomerId=NEW").json[0]["id"] == 900003


def test_email_is_matched_whatever_its_case(shop, make_order):
    seed_contacts(shop.server)
    shop.post(make_order("1", externalCustomerId=None, email="Olena.KOVALENKO@example.com", phone=None))
    assert contact_of(shop, "1") == 900001


def test_existing_contact_is_not_changed(shop, make_order):
    seed_contacts(shop.server)
    before = shop.get("/v1/contact/900001").json
    shop.post(make_order("1", externalCustomerId="C-1001", email="new@example.com", firstName="Changed"))
    assert contact_of(shop, "1") == 900001
    assert shop.get("/v1/contact/900001").json == before
    assert shop.get("/v1/contacts?email=new@example.com").json == []


def test_customer_id_alone_makes_no_contact(shop, make_order):
    shop.post(make_order("1", email=None, phone=None))
    assert contact_of(shop, "1") is None
    (event,) = shop.get("/sandbox/events").json
    assert set(event) == {"at", "event", "eventKey", "orderId"}


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("email=MAIL@example.com", [900002]),
        ("sms=%2B380942583691", [900002]),
        ("firstname=olena", [900001]),
        ("lastname=Шевченко", [900003]),
        ("firstname=John&lastname=Smith", [900002]),
        ("firstname=John&lastname=Kovalenko", []),
        ("externalCustomerId=C-1001&startindex=1&maxrows=500", [900001]),
        ("externalCustomerId=nobody", []),
        ("startindex=2&maxrows=1", [900002]),
        ("", [900001, 900002, 900003]),
    ],
)
def test_search(shop, query, ids):
    seed_contacts(shop.server)
    reply = shop.get(f"/api/v1/contacts?{query}")
    assert [card["id"] for card in reply.json] == ids
    assert int(reply.headers["totalcount"]) == (3 if "maxrows=1" in query[-9:] else len(ids))


@pytest.mark.parametrize("query", ["externalCustomerId=1&email=a@example.com", "startindex=0", "maxrows=x"])
def test_search_that_is_refused(shop, query):
    assert shop.get(f"/v1/contacts?{query}").status == 400


def test_absent_contact(shop):
    assert shop.get("/v1/contact/1").status == 404
    assert shop.get("/v1/contact/abc").status == 404
