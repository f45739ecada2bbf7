from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordermanager.domain.json_text import read_json
from ordermanager.domain.people.masking import Masker

GEORGIAN = "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ"
"""Letters that stand in no mask and no key: where one is left, something of the person is left."""
names = st.text(GEORGIAN, min_size=1, max_size=12)
emails = st.builds("{}@{}.{}".format, names, names, names)
phones = st.builds("38067{:07}".format, st.integers(0, 9_999_999))
spellings = st.sampled_from(["{}", "+{}", "tel. {}", "{} "])


@st.composite
def people(draw):
    return {
        "email": draw(emails),
        "phone": draw(spellings).format(draw(phones)),
        "firstName": draw(names),
        "lastName": draw(names),
        "externalCustomerId": draw(names),
        "deliveryAddress": " ".join(draw(st.lists(names, min_size=1, max_size=4))),
        "restoreUrl": "https://shop.example/" + draw(names),
        "additionalInfo": draw(st.dictionaries(st.sampled_from(["comment", "gift"]), names)),
    }


def order_of(person, number="1042", **more):
    item = {"externalItemId": "380671234567", "name": "Tea", "quantity": 2, "cost": 10.5}
    return {
        "externalOrderId": number,
        "totalCost": 21,
        "status": "DELIVERED",
        **person,
        "items": [item],
        **more,
    }


@given(people(), people())
def test_nothing_of_the_person_is_left(one, other):
    message = f"{one['firstName']} {one['lastName']} <{one['email']}> has {one['phone']}, {one['externalCustomerId']}"
    answer = {
        "failedOrders": [order_of(other, errorMessage=message), order_of(one)],
        "message": message,
        "contacts": [
            {
                "id": 7,
                "firstName": one["firstName"],
                "channels": [
                    {"type": "email", "value": one["email"]},
                    {"type": "sms", "value": one["phone"]},
                ],
                "fields": [{"id": 1, "value": one["lastName"]}],
                "address": {"town": one["firstName"]},
            }
        ],
    }
    masked = Masker().json(json.dumps(answer, ensure_ascii=False))
    left = set(masked) & set(GEORGIAN)
    single = {
        person[key] for person in (one, other) for key in ("firstName", "lastName", "externalCustomerId")
    }
    assert left <= {name for name in single if len(name) < 2}  # a letter alone is looked for as a name only
    for person in (one, other):
        digits = "".join(sign for sign in person["phone"] if sign.isdigit())
        assert digits not in masked or digits == "380671234567"
    shown = json.loads(masked)
    assert shown["failedOrders"][0]["externalOrderId"] == "1042"
    assert shown["failedOrders"][0]["items"][0]["externalItemId"] == "380671234567"


@given(people())
def test_the_same_person_has_the_same_masks_everywhere(person):
    masker = Masker()
    first = json.loads(masker.json(json.dumps(order_of(person))))
    again = json.loads(masker.json(json.dumps([{"x": order_of(person, "2")}])))[0]["x"]
    for key in ("email", "phone", "firstName", "lastName", "externalCustomerId", "deliveryAddress"):
        assert first[key] == again[key]
    assert first["email"].endswith("@masked.invalid")


@pytest.mark.parametrize(
    ("one", "other"),
    [("+38 (067) 123-45-67", "380671234567"), ("067 123 45 67", "380671234567")],
)
def test_a_phone_is_one_however_it_is_written(one, other):
    masker = Masker()
    assert masker.mask("phone", one) == masker.mask("phone", other) == "000000000001"


def test_two_people_are_two():
    masker = Masker()
    shown = json.loads(
        masker.json('[{"email":"a@x.ua","firstName":"Ann"},{"email":"b@x.ua","firstName":"Bob"}]')
    )
    assert shown == [
        {"email": "person1@masked.invalid", "firstName": "Name1"},
        {"email": "person2@masked.invalid", "firstName": "Name2"},
    ]


@pytest.mark.parametrize(
    "text",
    [
        '{"externalOrderId":"5551234567890","totalCost":10.50,"date":"2026-11-20T10:00:00+02:00","items":[{"cost":1e3}]}',
        '{"failedOrders":[],"asyncSessionId":"0f1e2d3c-1111"}',
        '{"a":1,"a":2,"empty":"","email":""}',
        "[true,false,null,-0.0]",
    ],
)
def test_what_is_not_a_person_stays_to_the_digit(text):
    assert Masker().json(text) == text


def test_what_is_no_json_is_masked_as_text():
    masker = Masker()
    masker.json('{"firstName":"Olena"}')
    shown = masker.json("<p>olena (olena@shop.ua, +380 67 123 45 67) is unknown</p>")
    assert shown == "<p>Name1 (person1@masked.invalid, 000000000001) is unknown</p>"


@given(people())
def test_masked_json_is_json_of_the_same_shape(person):
    text = json.dumps(order_of(person))
    shape = lambda value: [key for key, _ in value.pairs]  # noqa: E731
    assert shape(read_json(Masker().json(text))) == shape(read_json(text))


@pytest.mark.parametrize(
    ("field", "text", "mask"),
    [
        ("email", "a@b.example", "person1@masked.invalid"),
        ("phone", "067 123-45-67", "000000000001"),
        ("lastName", "Koval", "Name1"),
        ("deliveryAddress", "Khreshchatyk 1", "Address 1"),
        ("totalCost", "22.00", "22.00"),
        ("items", "", ""),
    ],
)
def test_a_field_is_masked_by_what_it_is_and_a_mask_stays(field: str, text: str, mask: str) -> None:
    masker = Masker()
    assert masker.field(field, text) == mask
    assert masker.field(field, mask) == mask
    assert masker.text(f"was {mask} until now") == f"was {mask} until now"
