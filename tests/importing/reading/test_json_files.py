from __future__ import annotations

import json
import tracemalloc

import pytest

from ordermanager.importing.errors import ReadError
from ordermanager.importing.prepare import prepare
from ordermanager.importing.reading.source import Source
from ordermanager.importing.run import drafts
from ordermanager.importing.tables.table import Format
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


@pytest.mark.parametrize(
    ("before", "between", "after"),
    [
        ('{"orders":[', ",", "]}"),
        ('{"dryRun": 12, "orders" : [\n', " ,\n", '\n], "more": [1, {"a": "]}"}]}\n'),
        ("[", ",\r\n", "]"),
        ("", "\n", "\n"),
        ("\ufeff", "\r\n\r\n", ""),
    ],
)
def test_long_files_of_every_form_are_read_in_pieces(before: str, between: str, after: str) -> None:
    one = {
        "externalOrderId": "",
        "totalCost": 12345678901234567890.5,
        "additionalInfo": {"note": 'Чай, \\ " } ] '},
    }
    count = 8000
    text = before + between.join(
        json.dumps(one | {"externalOrderId": f"B-{n}"}, ensure_ascii=False) for n in range(count)
    ) + after  # fmt: skip
    assert len(text) > 3 * (1 << 18)
    plan, found = read(text.encode())
    assert plan.table.format is Format.JSON
    assert [order.draft.fields["externalOrderId"] for order in found] == [f"B-{n}" for n in range(count)]
    assert found[-1].draft.additional_info["note"] == one["additionalInfo"]["note"]
    assert found[-1].rows == (count,)


@pytest.mark.parametrize("separator", [",", ",\n"])
def test_a_slip_far_down_names_its_line(separator: str) -> None:
    good = '{"externalOrderId":"1"}'
    text = "[\n" + (good + ",\n") * 40_000 + '{"externalOrderId" "1"}' + separator + good + "]"
    with pytest.raises(ReadError, match="line 40002, column 20"):
        read(text)


def test_memory_does_not_grow_with_a_json_file() -> None:
    text = (
        "[" + ",\n".join(f'{{"externalOrderId":"{n}","email":"a@example.com"}}' for n in range(60_000)) + "]"
    )
    source = Source.from_bytes("orders.json", text.encode())
    plan = prepare(source)
    tracemalloc.start()
    try:
        assert sum(1 for _ in drafts(plan)) == 60_000
        assert tracemalloc.get_traced_memory()[1] < 3_000_000 < len(text)
    finally:
        tracemalloc.stop()


def test_names_that_only_later_rows_have_are_said() -> None:
    rows = [{"order_number": str(n), "total": 5} for n in range(1200)] + [
        {"order_number": "x", "gift": "yes"}
    ]
    plan, found = read(json.dumps(rows))
    assert len(found) == 1201
    assert "gift (first in row 1202)" in str(plan.table.notes[0])


def test_status_words_of_json_are_counted_and_taught() -> None:
    text = '[{"externalOrderId": "1", "status": "Brewing"}, {"externalOrderId": "2", "status": "done"}]'
    plan = prepare(Source.from_text(text))
    assert [order.draft.fields["status"] for order in drafts(plan)] == ["Brewing", "DELIVERED"]
    assert [(one.word, one.status, one.rows) for one in plan.statuses] == [
        ("Brewing", "", (1,)),
        ("done", "DELIVERED", (2,)),
    ]
    plan.mapping.status_words["brewing"] = "IN_PROGRESS"
    assert next(iter(drafts(plan))).draft.fields["status"] == "IN_PROGRESS"


def test_what_json_can_spell_and_nobody_can_write_is_taken_out_and_said() -> None:
    """A NUL or half a character would travel on to the API, which refuses the whole request for it."""
    text = (
        '[{"externalOrderId": "\\ud8001", "firstName": "A\\u0000nn", "items": [{"name": "Tea \\udfff"}]},'
        ' {"externalOrderId": "2"}]'
    )
    _, (first, second) = read(text, "orders.json")
    assert (first.draft.fields["externalOrderId"], first.draft.fields["firstName"]) == ("?1", "Ann")
    assert first.draft.items[0]["name"] == "Tea ?"
    assert [note.code for note in first.notes] == ["import.broken_letters"]
    assert second.notes == ()
    _, (order,) = read('[{"Order ID": "7\\u0000", "Email": "a@shop.com.ua"}]', "table.json")
    assert order.draft.fields["externalOrderId"] == "7"
