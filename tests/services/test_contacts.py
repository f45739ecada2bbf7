from __future__ import annotations

import pytest

from ordermanager.domain.contact_matching import MatchKind
from ordermanager.domain.identity import Identity
from ordermanager.domain.sentences import KnownError, WrongUse

CARD = {
    "id": 77,
    "externalCustomerId": "C-old",
    "firstName": "Olha",
    "channels": [{"type": "email", "value": "olha@shop.example"}, {"type": "sms", "value": "380671234567"}],
}


def test_before_anything_is_known_it_is_a_guess_and_says_so(services, draft):
    order = services.orders.save(draft("1")).order_id
    preview = services.contacts.preview(order)
    assert (preview.kind, preview.card, preview.source) == (MatchKind.NEW, None, "local")
    assert (preview.reachable_email, preview.reachable_phone) == (True, False)
    assert [one.external_order_id for one in preview.orders] == ["1"]


def test_an_accepted_order_binds_its_customer(shop, draft):
    shop.orders.save(draft("1", externalCustomerId="C"))
    shop.outbox.queue()
    shop.sending.send()
    second = shop.orders.save(draft("2", externalCustomerId="C", email="other@shop.example")).order_id
    preview = shop.contacts.preview(second)
    assert preview.kind is MatchKind.CUSTOMER_ID
    assert "order 1" in str(preview.reason)
    assert len(preview.conflicts) == 1
    assert {one.external_order_id for one in preview.orders} == {"1", "2"}


def test_the_account_gives_the_card_which_is_kept(shop, sandbox, draft):
    sandbox.add_contact(CARD)
    order = shop.orders.save(draft("1", externalCustomerId="C-new", email="", phone="0671234567")).order_id
    asked = shop.contacts.refresh(order)
    assert (asked.kind, asked.card.name, asked.source) == (MatchKind.PHONE, "Olha", "account")
    assert (asked.reachable_email, asked.reachable_phone) == (True, True)
    assert asked.fetched_at
    sandbox.stop()
    kept = shop.contacts.preview(order)
    assert (kept.card, kept.source, kept.fetched_at) == (asked.card, "cache", asked.fetched_at)
    with pytest.raises(KnownError):
        shop.contacts.refresh(order)


@pytest.mark.parametrize(
    "identity", [Identity("C-old"), Identity(email="olha@shop.example"), Identity(phone="380671234567")]
)
def test_looking_up_by_each_of_the_three(shop, sandbox, identity):
    sandbox.add_contact(CARD)
    assert shop.contacts.look_up(identity).card.id == "77"


def test_nobody_is_an_answer_too(shop):
    found = shop.contacts.look_up(Identity(email="nobody@shop.example"))
    assert (found.card, found.kind) == (None, MatchKind.NEW)


def test_what_cannot_be_asked_is_said(services, shop, draft):
    with pytest.raises(WrongUse):
        services.contacts.preview(99)
    shop.accounts.set_key("Sandbox", "bad-key")
    with pytest.raises(KnownError, match="API key"):
        shop.contacts.look_up(Identity("C"))
    with pytest.raises(WrongUse):
        shop.contacts.look_up(Identity("C"), "Nobody")
