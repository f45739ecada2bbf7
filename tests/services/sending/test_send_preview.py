"""What will happen, from the orders here, and then what the sandbox really does."""

from __future__ import annotations

import pytest

from ordermanager.domain.checks.rules import RuleSet
from ordermanager.domain.statuses import Status


@pytest.fixture
def minimal(shop):
    shop.settings.update(rule_set=RuleSet.MINIMUM)
    return shop


def test_who_is_new_is_who_the_sandbox_makes_a_contact_for(minimal, sandbox, draft):
    minimal.orders.save(draft("1", externalCustomerId="C-1"))
    minimal.orders.save(draft("2", externalCustomerId="C-2"))
    minimal.outbox.queue()
    minimal.sending.send()
    before = sandbox._data.totals()["contacts"]
    people = (
        ("3", {"externalCustomerId": "C-1"}),  # known by the ID, although the e-mail is another
        ("4", {"externalCustomerId": "", "email": "p2@shop.example"}),  # known by the e-mail
        ("5", {"externalCustomerId": "C-5"}),
        ("6", {"externalCustomerId": "C-5", "email": "p5@shop.example"}),  # the same person
        ("7", {"externalCustomerId": "", "email": "", "phone": "0671112233"}),
    )
    for number, fields in people:
        minimal.orders.save(draft(number, **fields))
    ready = minimal.send_preview.preview()
    assert not ready.is_queued
    minimal.outbox.queue()
    found = minimal.send_preview.preview()
    assert found.is_queued
    assert found.preview == ready.preview
    assert (found.preview.total, found.preview.contacts, found.preview.new) == (5, 4, 2)
    assert found.preview.elsewhere == 1
    (lost,) = found.as_json(names=True)["names"]["elsewhere"]
    assert lost["externalOrderId"] == "3"
    assert "C-1 was sent with p1@shop.example before" in lost["why"]
    minimal.sending.send()
    assert sandbox._data.totals()["contacts"] - before == 2


def test_whom_no_message_reaches_and_what_is_old(minimal, draft):
    minimal.orders.save(draft("1", email=""))
    minimal.orders.save(draft("2", date="2020-01-01T10:00:00+02:00", status="DELIVERED"))
    found = minimal.send_preview.preview()
    assert (found.preview.unreachable, found.preview.old) == (1, 1)
    assert found.as_json()["events"] == {"orderINITIALIZED": 1, "orderDELIVERED": 1}
    names = found.as_json(names=True)["names"]
    assert {topic: [each["externalOrderId"] for each in orders] for topic, orders in names.items()} == {
        "new": ["2"],
        "unreachable": ["1"],
        "old": ["2"],
    }
    assert names["old"][0]["why"] == "Dated 2020-01-01."
    only = minimal.send_preview.preview({Status.DELIVERED})
    assert (only.preview.total, only.preview.old) == (1, 1)


@pytest.mark.parametrize(
    ("after", "is_bought"),
    [
        ({"date": "2026-11-21T10:00:00+02:00"}, True),
        (
            {"date": "2026-11-21T10:00:00+02:00", "externalCustomerId": "else", "email": "C@shop.example"},
            True,
        ),
        ({"date": "2026-11-19T10:00:00+02:00"}, False),  # before the cart
        ({"date": "2027-02-01T10:00:00+02:00"}, False),  # long after it
        (
            {"date": "2026-11-21T10:00:00+02:00", "externalCustomerId": "else", "email": "d@shop.example"},
            False,
        ),
        ({"date": "2026-11-21T10:00:00+02:00", "status": "ABANDONED_SHOPPING_CART"}, False),
    ],
)
def test_a_cart_that_became_an_order(minimal, draft, after, is_bought):
    who = {"externalCustomerId": "C", "email": "c@shop.example"}
    cart = minimal.orders.save(draft("1", **who, status="ABANDONED_SHOPPING_CART")).order_id
    minimal.outbox.queue([cart])
    minimal.orders.save(draft("2", **{**who, **after}))
    found = minimal.send_preview.preview().preview
    assert found.carts == (cart,)
    assert found.bought == ((cart,) if is_bought else ())
    assert [became.external_order_id for became in found.became.values()] == (["2"] if is_bought else [])


def test_orders_in_doubt_that_go_again_are_named(minimal, sandbox, draft):
    sandbox.fail("drop-after:1")
    minimal.orders.save(draft("1"))
    minimal.outbox.queue()
    minimal.sending.send()
    minimal.outbox.resolve("send_again")
    minimal.orders.save(draft("2"))
    minimal.outbox.queue()
    found = minimal.send_preview.preview()
    assert found.preview.twice == ("1",)
    assert len(found.preview.twice) == minimal.outbox.forecast().repeated
    assert list(found.as_json()["twice"]) == ["1"]


def test_an_order_that_is_sent_again_is_named_too(minimal, sandbox, draft):
    minimal.orders.save(draft("1"))
    minimal.outbox.queue()
    minimal.sending.send()
    minimal.outbox.send_again(minimal.orders.find(["1"]))
    assert minimal.send_preview.preview().preview.twice == ("1",)
