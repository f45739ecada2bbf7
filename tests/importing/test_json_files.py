from __future__ import annotations

import json

import pytest

from ordermanager.importing.table import Format
from tests.importing.files import read

ORDER = (
    '{"externalOrderId": "0007", "totalCost": 10.50, "status": "delivered", '
    '"items": [{"externalItemId": 5, "quantity": 1, "cost": 10.50}]}'
)


@pytest.mark.parametrize(
    "text",
    [
        f'{{"orders": [{ORDER}]}}',
        f"[{ORDER}]",
        ORDER,
        "\ufeff" + ORDER,
        f"\n \n[\n{ORDER}\n]",
        ORDER + "\n" + ORDER.replace("0007", "0008") + "\n",
    ],
)
def test_a_request_body_a_list_one_order_and_an_order_a_line(text: str) -> None:
    plan, found = read(text.encode(), "orders.txt")
    assert plan.table.format is Format.JSON
    assert plan.problem is None
    assert plan.layout.name == "api"
    assert found[0].draft.fields == {"externalOrderId": "0007", "totalCost": "10.50", "status": "DELIVERED"}
    assert found[0].draft.items == [{"externalItemId": "5", "quantity": "1", "cost": "10.50"}]
    assert found[0].rows == (1,)
    assert (plan.counts.orders, plan.counts.items, plan.counts.rows_read) == (
        len(found),
        len(found),
        len(found),
    )


def test_numbers_keep_their_digits() -> None:
    _, (order,) = read('[{"externalOrderId": 12345678901234567890, "totalCost": 0.10, "shipping": 1e2}]')
    assert order.draft.fields == {
        "externalOrderId": "12345678901234567890",
        "totalCost": "0.10",
        "shipping": "100",
    }


def test_what_the_api_does_not_know_is_noted() -> None:
    _, (order,) = read(
        '[{"externalOrderId": "1", "color": "red", "items": [{"externalItemId": "1", "size": 3}]}]'
    )
    assert [note.code for note in order.notes] == ["import.unknown_fields"]
    assert "color, items[0].size" in order.notes[0].message


def test_constants_and_templates() -> None:
    constants = {
        "currency": "UAH",
        "url": "https://shop.example/{externalItemId}",
        "externalCustomerId": "{email|phone}",
        "totalCost": "{items}",
        "additionalInfo.channel": "fair",
    }
    item = '{"externalItemId": "a b", "quantity": 2, "cost": 1.5}'
    text = '[{"externalOrderId": "1", "phone": "0671234567", "items": [' + item + "]}]"
    _, (order,) = read(text, constants=constants)
    assert order.draft.fields["externalCustomerId"] == "0671234567"
    assert (order.draft.fields["currency"], order.draft.fields["totalCost"]) == ("UAH", "3.0")
    assert order.draft.additional_info == {"channel": "fair"}
    assert order.draft.items[0]["url"] == "https://shop.example/a%20b"


def test_flat_objects_of_another_shop_are_a_table() -> None:
    rows = [
        {"order_number": "0007", "customer email": "a@example.com", "total": 10.5, "note": None},
        {"order_number": "8", "extra": True},
    ]
    plan, found = read(json.dumps(rows))
    assert found[0].draft.fields == {"externalOrderId": "0007", "email": "a@example.com", "totalCost": "10.5"}
    assert len(found) == 1 or found[1].draft.get("externalOrderId") == "8"
    assert plan.table.header[0] == "order_number"


def test_a_table_that_begins_with_a_bracket_is_no_json() -> None:
    plan, found = read("[Order ID],Total\n1,5\n")
    assert plan.table.format is Format.CSV
    assert found[0].draft.fields == {"externalOrderId": "1", "totalCost": "5"}
