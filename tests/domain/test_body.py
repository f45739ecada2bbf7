from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal

import pytest

from ordermanager.domain.body import draft_from_json, order_json, request_body
from ordermanager.domain.checks.checks import Checked
from ordermanager.domain.draft import OrderDraft
from ordermanager.domain.fields import ITEM_FIELDS, ORDER_FIELDS

Check = Callable[..., Checked]


def sent(checked: Checked) -> str:
    assert checked.order is not None, [finding.message for finding in checked.findings]
    return order_json(checked.order)


def test_the_documentations_example_byte_for_byte(draft: OrderDraft, check: Check) -> None:
    assert sent(check(draft)) == (
        '{"externalOrderId":"100500","externalCustomerId":"12345","totalCost":1000,"status":"INITIALIZED",'
        '"date":"2026-11-20T09:30:00+02:00","email":"mail@example.com","phone":"380942583691","firstName":"John",'
        '"lastName":"Smith","currency":"USD","shipping":10,"discount":0,"deliveryMethod":"express",'
        '"paymentMethod":"cash","deliveryAddress":"First str. 1","items":[{"externalItemId":"200600",'
        '"name":"Super Device","category":"devices","quantity":1,"cost":990,"url":"http://example.com/item/200600",'
        '"imageUrl":"http://example.com/item/200600/image.png","description":"High quality"}]}'
    )


def test_every_field_of_the_api_can_be_sent(draft: OrderDraft, check: Check) -> None:
    draft.fields |= {
        "taxes": "0",
        "restoreUrl": "http://example.com/o/1",
        "statusDescription": "paid",
        "storeId": "s1",
        "source": "offline",
    }
    draft.additional_info = {"comment": "hi"}
    value = json.loads(sent(check(draft)))
    assert set(value) == {field.name for field in ORDER_FIELDS} | {"items"}
    assert len(value) == 22
    assert set(value["items"][0]) == {field.name for field in ITEM_FIELDS}
    assert len(value["items"][0]) == 8
    assert list(value)[-2:] == ["additionalInfo", "items"]


@pytest.mark.parametrize(
    ("entered", "digits"),
    [
        ("10.50", "10.50"),
        (" 1 234,50 ", "1234.50"),
        ("0.00000001", "0.00000001"),
        ("123456789012345", "123456789012345"),
    ],
)
def test_amounts_are_json_numbers_with_the_very_digits(
    draft: OrderDraft, check: Check, entered: str, digits: str
) -> None:
    draft.fields["totalCost"] = entered
    text = sent(check(draft))
    assert f'"totalCost":{digits},' in text
    assert json.loads(text, parse_float=Decimal, parse_int=Decimal)["totalCost"] == Decimal(digits)


def test_ids_and_phones_stay_text(draft: OrderDraft, check: Check) -> None:
    draft.fields |= {"externalOrderId": "0007", "phone": "0671234567"}
    value = json.loads(sent(check(draft)))
    assert (value["externalOrderId"], value["phone"]) == ("0007", "380671234567")


def test_a_fraction_of_a_second_goes_out_only_if_it_was_entered(draft: OrderDraft, check: Check) -> None:
    draft.fields["date"] = "2026-11-20T09:30:00.250Z"
    assert '"date":"2026-11-20T09:30:00.250000+00:00"' in sent(check(draft))
    draft.fields["date"] = "2026-11-20T09:30Z"
    assert '"date":"2026-11-20T09:30:00+00:00"' in sent(check(draft))


def test_letters_stay_readable_and_half_characters_are_escaped(draft: OrderDraft, check: Check) -> None:
    draft.fields |= {"firstName": 'Їжак "Ґ" \\ \u2028', "lastName": "a\ud83dz"}
    draft.additional_info = {"note\udc00": "🙂"}
    text = sent(check(draft))
    assert "Їжак" in text
    assert "\\ud83d" in text
    value = json.loads(text.encode())  # UTF-8 can carry it
    assert value["firstName"] == 'Їжак "Ґ" \\'
    assert value["lastName"] == "a\ud83dz"
    assert value["additionalInfo"] == {"note\udc00": "🙂"}


def test_a_request_is_the_join_of_stored_bodies() -> None:
    assert request_body([]) == b'{"orders":[]}'
    assert request_body([b'{"a":1}', b'{"b":10.50}']) == b'{"orders":[{"a":1},{"b":10.50}]}'


# Reading JSON.


def test_numbers_keep_their_digits_and_unknown_keys_are_named() -> None:
    text = (
        '{"externalOrderId":100500,"totalCost":10.50,"shipping":1E+2,"discount":"5,5","email":null,'
        '"firstName":"","foo":1,"storeId":true,"items":{"externalItemId":7,"quantity":2.0,"bar":[]},'
        '"additionalInfo":{"a":1,"b":null,"c":{"d":[1.50]}}}'
    )
    value = json.loads(text, parse_float=str, parse_int=str)
    draft, unknown = draft_from_json(value)
    assert draft.fields == {
        "externalOrderId": "100500",
        "totalCost": "10.50",
        "shipping": "100",
        "discount": "5,5",
        "firstName": "",
        "storeId": "true",
    }
    assert draft.items == [{"externalItemId": "7", "quantity": "2.0"}]
    assert draft.additional_info == {"a": "1", "c": '{"d": ["1.50"]}'}
    assert unknown == ("foo", "items[0].bar")


@pytest.mark.parametrize(
    ("value", "draft", "unknown"),
    [
        ({"items": None, "additionalInfo": []}, OrderDraft(), ()),
        ({"items": [{"name": "a"}, "b"]}, OrderDraft(items=[{"name": "a"}]), ("items[1]",)),
        ({"items": "none"}, OrderDraft(), ("items",)),
        ({"additionalInfo": "ring twice"}, OrderDraft(additional_info={"additionalInfo": "ring twice"}), ()),
        ({"totalCost": 10.5, "storeId": 7}, OrderDraft({"totalCost": "10.5", "storeId": "7"}), ()),
        ({"totalCost": Decimal("1E+2")}, OrderDraft({"totalCost": "100"}), ()),
        ({"totalCost": 1e22}, OrderDraft({"totalCost": "10000000000000000000000"}), ()),
        ({"totalCost": float("nan")}, OrderDraft({"totalCost": "nan"}), ()),
        ({"firstName": ["a", "ї"]}, OrderDraft({"firstName": '["a", "ї"]'}), ()),
        ({"externalOrderId": "1e3"}, OrderDraft({"externalOrderId": "1e3"}), ()),
    ],
)
def test_odd_json_is_read_without_losing_text(
    value: dict[str, object], draft: OrderDraft, unknown: tuple[str]
) -> None:
    assert draft_from_json(value) == (draft, unknown)
