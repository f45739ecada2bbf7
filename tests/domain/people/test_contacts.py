from __future__ import annotations

from ordermanager.domain.people.contacts import Channel, Contact, Group, contact_from_json, contact_to_json
from ordermanager.domain.people.identity import Identity

RECORDED = {  # yespo-api.md 3.2
    "firstName": "first_name",
    "channels": [{"type": "email", "value": "test@test.com"}],
    "addressBookId": 8585,
    "id": 95064060,
    "groups": [{"id": 3601264, "name": "test", "type": "Static"}],
}


def test_the_recorded_card() -> None:
    card = contact_from_json(RECORDED)
    assert card == Contact(
        "95064060",
        first_name="first_name",
        channels=(Channel("email", "test@test.com"),),
        groups=(Group("3601264", "test", "Static"),),
    )
    assert card.name == "first_name"
    assert card.emails == ("test@test.com",)
    assert card.phones == ()


def test_single_entries_may_stand_without_a_list_and_numbers_as_text() -> None:
    card = contact_from_json(
        {
            "id": "7",
            "externalCustomerId": 12345,
            "channels": {"type": "SMS", "value": 380671234567},
            "groups": {"id": "1", "name": "g"},
            "fields": {"id": 9, "value": "blue"},
            "address": {"town": "Kyiv", "postcode": None},
        }
    )
    assert card.external_customer_id == "12345"
    assert card.phones == ("380671234567",)
    assert card.groups == (Group("1", "g"),)
    assert (card.fields, card.address) == ({"9": "blue"}, {"town": "Kyiv"})


def test_anything_may_be_missing_or_of_the_wrong_kind() -> None:
    empty = Contact("")
    assert contact_from_json({}) == empty
    wrong = {"id": [], "channels": "x", "groups": [1, None], "address": [], "fields": None, "firstName": {}}
    assert contact_from_json(wrong) == empty
    assert contact_from_json({"channels": [{"type": "email"}, {"type": "email", "value": " "}]}) == empty


def test_a_card_can_be_kept_and_read_again() -> None:
    card = Contact(
        "7",
        "12345",
        "Ann",
        "Smith",
        (Channel("email", "Ann@X.com"), Channel("sms", "+38 067 123 45 67"), Channel("webpush", "token")),
        "uk",
        "Europe/Kyiv",
        (Group("1", "vip", "Static"),),
        {"town": "Kyiv"},
        {"9": "blue"},
    )
    assert contact_from_json(contact_to_json(card)) == card
    assert card.identity == Identity("12345", "ann@x.com", "380671234567")
    assert contact_to_json(Contact("7")) == {"id": "7"}
