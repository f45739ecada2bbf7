from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest

from ordermanager.domain.checks.rules import RuleSet
from ordermanager.domain.people.contact_matching import MatchKind
from ordermanager.domain.people.identity import Identity
from ordermanager.domain.sentences import KnownError, WrongUse
from ordermanager.store.people.records import CustomerQuery

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


def test_what_is_no_address_reaches_nobody(services):
    preview = services.contacts.preview_of(Identity(email="oleh@shop", phone="12"))
    assert (preview.reachable_email, preview.reachable_phone) == (False, False)


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


def test_what_a_contact_has_ordered_is_added_up(shop, draft):
    for number, cost, status in (
        ("1", "20.50", "DELIVERED"),
        ("2", "30.00", "DELIVERED"),
        ("3", "5.00", "CANCELLED"),
    ):
        shop.orders.save(draft(number, externalCustomerId="C", totalCost=cost, status=status))
    shop.orders.save(
        draft(
            "4",
            externalCustomerId="C",
            email="p9@shop.example",
            totalCost="7.00",
            currency="EUR",
            status="DELIVERED",
        )
    )
    shop.outbox.queue()
    shop.sending.send()
    last = shop.orders.save(draft("5", externalCustomerId="C", date="2026-11-25T10:00:00+02:00")).order_id
    totals = shop.contacts.preview(last).totals
    assert (totals.orders, totals.sales) == (5, 3)
    assert totals.amounts == (("UAH", Decimal("50.50")), ("EUR", Decimal("7.00")))
    assert (totals.average, totals.last_date[:10]) == (Decimal("25.25"), "2026-11-25")


def test_a_sale_stays_with_whom_it_was_sent_for_when_the_order_is_edited_for_somebody_else(shop, draft):
    anna = {"externalCustomerId": "A", "email": "anna@shop.example", "phone": "+380671110001"}
    bohdan = {"externalCustomerId": "B", "email": "bohdan@shop.example", "phone": "+380671110002"}
    sold = shop.orders.save(draft("1", status="DELIVERED", totalCost="20.50", **anna)).order_id
    other = shop.orders.save(draft("2", status="DELIVERED", totalCost="5.00", **bohdan)).order_id
    shop.outbox.queue()
    shop.sending.send()
    shop.orders.save(draft("1", status="DELIVERED", totalCost="20.50", **bohdan), sold)

    def known(who):
        preview = shop.contacts.preview_of(
            Identity(who["externalCustomerId"], who["email"], who["phone"][1:])
        )
        return (
            preview.totals.sales,
            dict(preview.totals.amounts),
            {order.order_id for order in preview.orders},
        )

    assert known(anna) == (1, {"UAH": Decimal("20.50")}, {sold})
    assert known(bohdan) == (1, {"UAH": Decimal("5.00")}, {sold, other})
    shop.outbox.queue([sold])
    shop.sending.send()
    assert known(anna) == (0, {}, set())
    assert known(bohdan) == (2, {"UAH": Decimal("25.50")}, {sold, other})


def test_an_id_that_was_bound_to_another_address_is_a_conflict_and_decides_who_is_reached(
    shop, sandbox, draft
):
    shop.orders.save(draft("1", externalCustomerId="C", email="first@shop.example"))
    shop.outbox.queue()
    shop.sending.send()
    second = shop.orders.save(draft("2", externalCustomerId="C", email="", phone="0671234567")).order_id
    offline = shop.contacts.preview(second)
    # as the contact is, not the order
    assert (offline.reachable_email, offline.reachable_phone) == (True, False)
    third = shop.orders.save(draft("3", externalCustomerId="C", email="other@shop.example")).order_id
    (conflict,) = shop.contacts.preview(third).conflicts
    assert "first@shop.example" in str(conflict)
    assert "Yespo will assign the order to that contact" in str(conflict)
    asked = shop.contacts.refresh(third)
    assert asked.card.emails == ("first@shop.example",)
    shop.outbox.queue([third])
    shop.sending.send()
    assert shop_contact(sandbox, "3") == shop_contact(sandbox, "1")


def test_the_orders_of_a_contact_are_the_same_whatever_it_was_found_by(shop, draft):
    both = {"email": "anna@shop.example", "phone": "0671234567", "status": "DELIVERED"}
    shop.orders.save(draft("1", externalCustomerId="C", totalCost="10.00", **both))
    shop.orders.save(draft("other", externalCustomerId="D", email="d@shop.example", status="DELIVERED"))
    shop.outbox.queue()
    shop.sending.send()
    shop.orders.save(
        draft("2", externalCustomerId="C", email="", phone="0670000009", totalCost="5.00", status="DELIVERED")
    )
    third = shop.orders.save(draft("3", externalCustomerId="C", email="d@shop.example")).order_id
    shop.outbox.queue()
    shop.sending.send()
    asked = (Identity("C"), Identity(email="anna@shop.example"), Identity(phone="380671234567"))
    offline = [shop.contacts.preview_of(identity) for identity in asked] + [shop.contacts.preview(third)]
    online = [shop.contacts.look_up(identity) for identity in asked] + [shop.contacts.preview(third)]
    for each in offline + online:
        assert {order.external_order_id for order in each.orders} == {"1", "2", "3"}
        assert (each.totals.sales, each.totals.amounts) == (2, (("UAH", Decimal("15.00")),))


def test_an_order_with_the_e_mail_of_one_and_the_phone_of_another_is_one_contacts_only(shop, draft):
    shop.settings.update(rule_set=RuleSet.MINIMUM)
    ann = {"email": "ann@shop.example", "phone": "0671234561", "externalCustomerId": ""}
    bob = {"email": "bob@shop.example", "phone": "0671234562", "externalCustomerId": ""}
    for number, fields in enumerate((ann, bob, ann | {"phone": bob["phone"]}), 1):
        shop.orders.save(draft(str(number), status="DELIVERED", **fields))
        shop.outbox.queue()
        assert shop.sending.send().accepted == 1
    shop.orders.save(draft("4", **ann | {"phone": bob["phone"]}))  # it waits, and will go to the same
    listed = {row.email: row.orders for row in shop.customers.lines(CustomerQuery())}
    assert listed == {"ann@shop.example": 1, "bob@shop.example": 3}
    for email, orders in listed.items():
        for ask in (shop.contacts.preview_of, shop.contacts.look_up):
            totals = ask(Identity(email=email)).totals
            assert (totals.orders, totals.sales) == (orders, min(orders, 2)), (email, ask)


def shop_contact(sandbox, order_id):
    """Whom the sandbox gave an order to."""
    return sandbox._data.order(order_id)["contactId"]


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"externalCustomerId": "C-old", "email": "stranger@shop.example"}, MatchKind.CUSTOMER_ID),
        ({"externalCustomerId": "", "email": "", "phone": "0671234567"}, MatchKind.PHONE),
        ({"externalCustomerId": "", "email": "OLHA@shop.example"}, MatchKind.EMAIL),
        ({"externalCustomerId": "C-2", "email": "olha@shop.example", "phone": "0671234567"}, MatchKind.PHONE),
        ({"externalCustomerId": "C-3", "email": "new@shop.example"}, MatchKind.NEW),
        ({"externalCustomerId": "C-4", "email": ""}, MatchKind.NONE),
    ],
)
def test_what_is_foretold_is_what_the_sandbox_does(shop, sandbox, draft, fields, kind):
    """Every rule of yespo-api.md 4.3, foretold from the account's cards and then done by it."""
    sandbox.add_contact(CARD)
    shop.settings.update(rule_set=RuleSet.MINIMUM)
    order = shop.orders.save(draft("1", **fields)).order_id
    foretold = shop.contacts.refresh(order)
    assert foretold.kind is kind
    shop.outbox.queue([order])
    shop.sending.send()
    contact = shop_contact(sandbox, "1")
    if kind is MatchKind.NONE:
        assert contact is None
    elif kind is MatchKind.NEW:
        assert contact not in (None, 77)
    else:
        assert str(contact) == foretold.card.id == "77"


def test_the_whole_card_is_fetched_and_ages(shop, sandbox, draft, monkeypatch):
    sandbox.add_contact(
        {**CARD, "groups": [{"id": 1, "name": "VIP", "type": "Static"}], "languageCode": "uk"}
    )
    order = shop.orders.save(draft("1", externalCustomerId="C-old")).order_id
    card = shop.contacts.refresh(order).card
    assert ([group.name for group in card.groups], card.language_code) == (["VIP"], "uk")
    assert any(record.path == "/v1/contact/77" for record in sandbox.ledger.requests)
    now = shop._context.now()
    monkeypatch.setattr(shop._context, "clock", _Later(now + timedelta(days=25, hours=1)))
    assert shop.contacts.preview(order).days_old == 25


class _Later:
    """A clock that stands still at a later time."""

    def __init__(self, moment):
        self._moment = moment

    def now(self):
        return self._moment


def test_somebody_elses_words_are_not_their_orders(shop, draft):
    """An ID that occurs in another order's text is not the customer's."""
    shop.orders.save(draft("1", externalCustomerId="77"))
    shop.orders.save(draft("77", externalCustomerId="78"))
    found = shop.contacts.preview_of(Identity("77"))
    assert [one.external_order_id for one in found.orders] == ["1"]
