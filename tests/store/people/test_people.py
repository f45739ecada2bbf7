"""Contact cards, and completion of customers and items from the orders here."""

from __future__ import annotations

from ordermanager.domain.people.identity import Identity

CARD = {
    "id": 12,
    "externalCustomerId": "c1",
    "firstName": "Анна",
    "channels": [
        {"type": "email", "value": "Ann@shop.example"},
        {"type": "sms", "value": "+38 067 123-45-67"},
    ],
}


def test_a_card_is_found_by_any_of_the_three(shop):
    account = shop.account()
    contacts = shop.workspace.contacts
    contacts.put(account, CARD, shop.tick())
    for identity in (
        Identity("c1", "other@x.example", ""),
        Identity("", "ann@shop.example", ""),
        Identity("", "", "380671234567"),
        Identity("unknown", "nobody@x.example", "380671234567"),
    ):
        found = contacts.find(account, identity)
        assert found is not None
        assert (found.contact_id, found.card, found.account_id) == ("12", CARD, account)
    assert contacts.find(account, Identity("c9")) is None
    assert contacts.find(account, Identity()) is None
    assert contacts.find(account + 1, Identity("c1")) is None


def test_a_newer_card_takes_the_place_of_the_older(shop):
    account = shop.account()
    shop.workspace.contacts.put(account, CARD, shop.tick())
    shop.workspace.contacts.put(account, {**CARD, "firstName": "Ганна"}, shop.tick())
    found = shop.workspace.contacts.find(account, Identity("c1"))
    assert found.card["firstName"] == "Ганна"
    assert found.fetched_at == "2026-11-23T12:00:02.000000Z"


def test_the_customer_id_wins_as_it_does_at_the_server(shop):
    account = shop.account()
    shop.workspace.contacts.put(account, CARD, shop.tick())
    shop.workspace.contacts.put(account, {"id": 13, "externalCustomerId": "c2"}, shop.tick())
    assert shop.workspace.contacts.find(account, Identity("c2", "ann@shop.example")).contact_id == "13"


def test_customers_are_completed_from_any_of_their_fields(shop):
    shop.order("1", externalCustomerId="c-77", email="Ann@shop.example", firstName="Анна", lastName="Старе")
    ann = {"externalCustomerId": "c-77", "email": "ann@shop.example", "phone": ""}
    shop.order("2", **ann, firstName="Анна", lastName="Нове")
    shop.order("3", phone="380501112233", firstName="Ivan")
    complete = shop.workspace.customers.complete
    for typed in ("c-7", "ann@", "ANN", "анна", "Анна Н"):
        (found,) = complete(typed)
        assert (found.external_customer_id, found.first_name, found.last_name) == ("c-77", "Анна", "Нове")
    assert complete("050") == []
    assert [found.name for found in complete("38050")] == ["Ivan"]
    assert [found.name for found in complete("+380 50 111")] == ["Ivan"]
    assert complete("  ") == complete("%") == []
    shop.order("4", firstName="Ivanna")
    assert [found.name for found in complete("iv", limit=1)] == ["Ivanna"]


def test_a_customer_with_many_orders_hides_no_other(shop):
    items = [shop.item(str(number), email="anna@x.example") for number in range(150)]
    shop.workspace.orders.save_many(items, now=shop.now)
    shop.order("last", email="annb@x.example")
    assert [found.email for found in shop.workspace.customers.complete("ann")] == [
        "annb@x.example",
        "anna@x.example",
    ]


def test_items_are_completed_with_their_newest_text(shop):
    for cost in ("10", "12.50"):
        item = shop.item("1")
        item.draft.items[:] = [
            {"externalItemId": "SH-1", "name": "Сорочка синя", "quantity": "3", "cost": cost, "url": " "},
            {"externalItemId": "", "name": "No id"},
            {"externalItemId": "no-name", "name": " "},
        ]
        shop.workspace.orders.save_many([item], now=shop.tick())
    (found,) = shop.workspace.products.complete("сороч")
    assert (found.external_item_id, found.name) == ("SH-1", "Сорочка синя")
    assert found.item == {"externalItemId": "SH-1", "name": "Сорочка синя", "cost": "12.50"}
    assert shop.workspace.products.complete("SH") == [found]
    assert shop.workspace.products.complete("no") == shop.workspace.products.complete(" ") == []
