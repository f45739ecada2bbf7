from __future__ import annotations

import csv
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ordermanager.domain.checks.findings import Severity
from ordermanager.importing.grouping import regroup
from ordermanager.importing.mapping.adjust import Adjustments, adjust
from ordermanager.importing.mapping.mapping import Grouping
from ordermanager.importing.prepare import prepare
from ordermanager.importing.reading.source import Source
from ordermanager.importing.run import drafts, sample_orders
from tests.importing.files import orders, read

HEADER = "Order ID,Email,Total,Product,Qty,Price\n"


def test_rows_of_one_order_and_totals_that_repeat() -> None:
    plan, found = read(
        HEADER + "1,a@example.com,30,Tea,1,10\n1,a@example.com,30,Mug,2,10\n2,b@example.com,10,Tea,1,10\n"
    )
    assert [(order.rows, order.draft.get("totalCost"), len(order.draft.items)) for order in found] == [
        ((2, 3), "30", 2),
        ((4,), "10", 1),
    ]
    assert (plan.counts.rows_read, plan.counts.orders, plan.counts.items) == (3, 2, 3)
    assert str(plan.grouping).startswith("Rows with the same “Order ID”")


def test_a_row_an_order_without_items() -> None:
    plan, found = read("Order ID,Email,Total\n1,a@example.com,30\n2,,5\n")
    assert [order.draft.items for order in found] == [[], []]
    assert str(plan.grouping).startswith("Each row is an order")


def test_a_later_row_completes_the_first_and_contradictions_are_noted() -> None:
    _, (order,) = read(
        HEADER + "1,,30,Tea,1,10\n1,a@example.com,,Mug,2,10\n1,b@example.com,,Cup,1,1\n1,,31,Pot,1,1\n"
    )
    assert order.draft.fields["email"] == "a@example.com"
    assert order.draft.fields["totalCost"] == "30"
    assert {note.field: note.code for note in order.notes} == {
        "email": "import.rows_disagree",
        "totalCost": "import.rows_disagree",
    }
    assert "row 2 counts, not “31” in row 5" in order.notes[1].message


TWO = "Order ID,Date,Email,Phone,Total,Product,Qty\n"


@pytest.mark.parametrize(
    ("second", "is_another"),
    [
        ("1,2026-05-09,b@example.com,,5,Mug,1", True),
        ("1,2026-05-01,b@example.com,,7,Mug,1", True),
        ("1,2026-05-01,b@example.com,,5,Mug,1", False),  # somebody who gets a part of it
        ("1,2026-05-09,a@example.com,,7,Mug,1", False),  # a later change of it
        ("1,2026-05-09,A@Example.com,067 123-45-67,7,Mug,1", False),
        ("1,2026-05-09,,0991234567,7,Mug,1", True),
        ("1,,,,,Mug,1", False),
    ],
)
def test_one_number_of_two_customers_is_an_error_of_the_order(second: str, is_another: bool) -> None:
    others = "".join(
        f"{n},2026-05-01,o@example.com,,{n},{item},1\n" for n in (2, 3, 4) for item in ("Tea", "Mug")
    )
    _, (order, *_) = read(f"{TWO}1,2026-05-01,a@example.com,+380671234567,5,Tea,1\n{second}\n{others}")
    errors = [note for note in order.notes if note.severity is Severity.ERROR]
    assert [note.code for note in errors] == ["import.two_orders"] * is_another
    if errors:
        assert errors[0].message.startswith("Rows 2 and 3 have one order number, but another customer")


@pytest.mark.parametrize("rows", ["5,A,a@x.com\n5,B,a@x.com\n6,A,b@x.com\n", "5,A,\n6,A,\n5,B,\n"])
def test_one_number_of_two_shops_is_an_error_and_two_orders_by_a_pattern(rows: str) -> None:
    """Also where other orders stand between them."""
    text = "Order ID,Store,Email\n" + rows
    found = read(text)[1]
    (order,) = [order for order in found if order.notes]
    assert [note.code for note in order.notes if note.severity is Severity.ERROR] == ["import.two_shops"]


def test_notes_stay_with_their_order() -> None:
    _, found = read(
        HEADER + "1,a@example.com,30,Tea,1,10\n1,b@example.com,30,Mug,2,10\n2,c@example.com,5,Tea,1,5\n"
    )
    assert [len(order.notes) for order in found] == [1, 0]


def test_rows_without_an_id_belong_to_the_order_above_if_they_are_items() -> None:
    plan, found = read(
        HEADER
        + "1,a@example.com,30,Tea,1,10\n,,,Mug,2,10\n2,b@example.com,10,Tea,1,10\n,c@example.com,7,Tea,1,7\n"
    )
    assert [order.rows for order in found] == [(2, 3), (4,), (5,)]
    assert found[2].draft.get("externalOrderId") == ""
    assert plan.counts.rows_read == 4


def test_an_address_makes_an_order_of_a_row_without_a_number() -> None:
    plan, found = read(
        "Order ID,Email,Total\n1,a@example.com,5\n,b@example.com,6\nnote,,\n,надруковано,23.11\n"
    )
    assert [order.draft.fields for order in found][1] == {"email": "b@example.com", "totalCost": "6"}
    assert [row.row for row in plan.counts.ignored] == [5]


def test_what_nobody_sees_is_no_part_of_a_number() -> None:
    """Copied from a page or a message, `1` and `1` would be two orders."""
    text = "Order ID,Customer ID,Phone,SKU,Qty\n\u200b1\u200e,\u202aC\u202c,\u20600671234567,\ufeffS\u200b,1\n1,,,T,1\n"
    _, (order,) = read(text)
    assert order.draft.fields == {"externalOrderId": "1", "externalCustomerId": "C", "phone": "0671234567"}
    assert [item["externalItemId"] for item in order.draft.items] == ["S", "T"]
    assert order.notes == ()


def test_what_is_no_order_is_left_out_with_a_reason() -> None:
    text = (
        "Звіт магазину;;;;;\n;;;;;\nOrder ID;Email;Total;Product;Qty;Price\n"
        "1;a@example.com;30;Tea;1;10\n;;;;;\n\nOrder ID;Email;Total;Product;Qty;Price\n2;b@example.com;5;Tea;1;5\n"
        "Разом;;35;;;\n;Всього:;35;;;\n83 record(s) downloaded;;;;;\n;;;;;надруковано 23.11\n"
    )
    plan, found = read(text)
    assert [order.draft.get("externalOrderId") for order in found] == ["1", "2"]
    reasons = {row.row: str(row.reason) for row in plan.counts.ignored}
    assert reasons == {
        1: "above the header: Звіт магазину",
        2: "blank row",
        5: "blank row",
        6: "blank row",
        7: "the header again",
        9: "a row of totals: Разом 35",
        10: "a row of totals: Всього: 35",
        11: "not an order: 83 record(s) downloaded",
        12: "not an order: надруковано 23.11",
    }
    assert plan.counts.rows_ignored == len(reasons)
    assert plan.counts.rows_read + plan.counts.rows_ignored + 1 == len(text.splitlines())


def test_cells_beyond_the_header_are_noted() -> None:
    _, found = read("Order ID,Total,Comment\n1,5,a,b\n2,6,c\n3,7\n")
    assert [[note.code for note in order.notes] for order in found] == [["import.extra_cells"], [], []]
    assert found[2].draft.get("totalCost") == "7"


def test_decimals_behind_a_comma_without_quotation_marks_are_put_together() -> None:
    _, found = read(
        "Order ID,Total,Shipping,Email\n1,12,50,3,00,a@x.ua\n2,7,3,b@x.ua\n3,8,00,0,c@x.ua\n4,9,0,d@x.ua\n"
    )
    assert [order.draft.fields for order in found] == [
        {"externalOrderId": "1", "totalCost": "12,50", "shipping": "3,00", "email": "a@x.ua"},
        {"externalOrderId": "2", "totalCost": "7", "shipping": "3", "email": "b@x.ua"},
        {"externalOrderId": "3", "totalCost": "8,00", "shipping": "0", "email": "c@x.ua"},
        {"externalOrderId": "4", "totalCost": "9", "shipping": "0", "email": "d@x.ua"},
    ]
    codes = [[note.code for note in order.notes] for order in found]
    assert codes == [["import.cut_amounts"], [], ["import.cut_amounts"], []]
    assert "in row 2;" in found[0].notes[0].message


def test_cells_that_are_no_decimals_are_left_out_as_before() -> None:
    for text in (
        "Order ID,Total,Comment\n1,5,a,50\n",
        "Order ID;Total\n1;12;50\n",
        "Order ID,Total,Note\n1,12,50,60,70\n",
    ):
        _, (order,) = read(text)
        assert order.draft.get("totalCost") in ("5", "12")
        assert [note.code for note in order.notes] == ["import.extra_cells"]


def test_blank_columns_at_the_end_cost_nothing_and_nameless_ones_are_said() -> None:
    plan, found = read("Order ID,Total,,\n1,5,,\n2,6,x,\n")
    assert [order.notes for order in found] == [(), ()]
    assert plan.table.header == ("Order ID", "Total")
    plan, _ = read("Order ID,,Total\n1,x,5\n")
    assert "without a header" in str(plan.notes[0])
    assert " B" in str(plan.notes[0])


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("0007", "0007"),
        ("'4001", "4001"),
        ('"=""0007"""', "0007"),
        ("1001.0", "1001"),
        (" 7 ", "7"),
        ("#1001", "#1001"),
        ("1.05", "1.05"),
    ],
)
def test_ids_are_text(cell: str, text: str) -> None:
    assert orders(f"Order ID,Total\n{cell},5\n")[0]["externalOrderId"] == text


@pytest.mark.parametrize(
    ("cell", "text"),
    [("0671234567", "0671234567"), ("'+380671234567", "+380671234567"), ("380671234567.0", "380671234567")],
)
def test_phones_are_text(cell: str, text: str) -> None:
    assert orders(f"Order ID,Phone\n1,{cell}\n")[0]["phone"] == text


def test_rows_that_do_not_stand_together_make_one_order() -> None:
    _, found = read(
        HEADER + "1,a@example.com,30,Tea,1,10\n2,b@example.com,10,Tea,1,10\n1,a@example.com,30,Mug,2,10\n"
    )
    assert [(order.draft.get("externalOrderId"), order.rows) for order in found] == [
        ("1", (2, 4)),
        ("2", (3,)),
    ]


def test_rows_that_stand_apart_beyond_the_sample_are_put_together_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "orders.csv"
    with path.open("w", encoding="utf-8") as stream:
        stream.write(HEADER)
        stream.writelines(f"{number},a@example.com,30,Tea,1,10\n" for number in range(5000))
        stream.write("17,a@example.com,30,Mug,2,10\n")
    plan = prepare(path)
    found = list(drafts(plan))
    assert found[-1].replaces
    assert found[-1].rows == (19, 5002)
    assert [item["name"] for item in found[-1].draft.items] == ["Tea", "Mug"]
    assert sum(order.replaces for order in found) == 1
    assert plan.counts.rows_read == 5001


def test_a_shuffled_file_is_grouped_in_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(regroup, "_BYTES_AT_ONCE", 20_000)
    rows = [
        [str(number), "a@example.com", "30", f"Item {item}", "1", "10"]
        for number in range(700)
        for item in range(3)
    ]
    random.Random(1).shuffle(rows)
    path = tmp_path / "orders.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([HEADER.strip().split(","), *rows])
    plan = prepare(path)
    found = list(drafts(plan))
    assert len(found) == 700
    assert all(len(order.draft.items) == 3 for order in found)
    assert (plan.counts.orders, plan.counts.rows_read) == (700, 2100)


def test_the_sample_gives_a_preview_without_reading() -> None:
    plan = prepare(
        Source.from_text(
            HEADER + "".join(f"{n},a@example.com,30,Tea,1,10\n{n},,,Mug,1,20\n" for n in range(3000))
        )
    )
    shown = sample_orders(plan, 5)
    assert [order.rows for order in shown] == [(2, 3), (4, 5), (6, 7), (8, 9), (10, 11)]
    assert plan.counts.orders == 0
    plan.mapping.constants["currency"] = "UAH"
    assert sample_orders(plan, 1)[0].draft.get("currency") == "UAH"
    assert next(iter(drafts(plan))).draft.items == shown[0].draft.items


def test_a_plan_runs_again_with_the_same_result() -> None:
    plan = prepare(Source.from_text(HEADER + "1,,30,Tea,1,10\n1,a@example.com,,Mug,2,10\n"))
    assert [order.draft for order in drafts(plan)] == [order.draft for order in drafts(plan)]
    assert plan.counts.orders == 1


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.integers(1, 5),
            st.sampled_from(["", "a@example.com", "b@example.com"]),
            st.sampled_from(["Tea", "Mug", ""]),
        ),
        min_size=1,
        max_size=30,
    )
)
def test_no_item_is_lost_or_doubled_however_rows_are_ordered(rows: list[tuple[int, str, str]]) -> None:
    text = HEADER + "".join(
        f"N{number},{email},5,{product},{'1' if product else ''},\n" for number, email, product in rows
    )
    plan, found = read(text)
    assert sorted(item["name"] for order in found for item in order.draft.items) == sorted(
        name for _, _, name in rows if name
    )
    assert [order.draft.get("externalOrderId") for order in found] == list(
        dict.fromkeys(f"N{number}" for number, _, _ in rows)
    )
    assert sorted(row for order in found for row in order.rows) == list(range(2, len(rows) + 2))
    assert plan.counts.rows_read == len(rows)


def test_grouping_in_words_with_numbers_and_what_else_could_be_chosen() -> None:
    text = HEADER + "1,a@example.com,22,Tea,2,10\n1,a@example.com,8,Mug,1,7\n2,b@example.com,11,Tea,1,10\n"
    plan = prepare(Source.from_text(text))
    assert plan.group_counts == (3, 2)
    assert [choice.grouping.value for choice in plan.grouping_choices] == ["repeated", "added", "single"]
    found = list(drafts(plan))
    assert str(plan.grouping).startswith("Rows with the same “Order ID”")
    plan.mapping.grouping = plan.grouping_choices[1].grouping
    added = list(drafts(plan))
    assert "added up" in str(plan.grouping)
    assert [order.draft.get("totalCost") for order in added] == ["30", "11"]
    assert [order.draft.items for order in added] == [order.draft.items for order in found]
    assert added[0].notes == ()


def test_an_amount_that_cannot_be_added_stays_to_be_corrected() -> None:
    plan = prepare(Source.from_text(HEADER + "1,,22,Tea,2,10\n1,,about 5,Mug,1,7\n2,,,Tea,1,1\n"))
    plan.mapping.grouping = plan.grouping_choices[1].grouping
    first, second = drafts(plan)
    assert first.draft.fields["totalCost"] == "about 5"
    assert "totalCost" not in second.draft.fields


def test_amounts_of_rows_that_stand_apart_are_added_up_once() -> None:
    text = HEADER + "1,,21,Tea,2,10\n2,,6,Cup,1,5\n1,,8,Mug,1,7\n"
    plan = prepare(Source.from_text(text))
    plan.mapping.grouping = plan.grouping_choices[1].grouping
    assert [order.draft.get("totalCost") for order in drafts(plan)] == ["29", "6"]


def test_a_table_without_items_can_be_added_up_too() -> None:
    plan = prepare(Source.from_text("Order ID,Email,Total\n1,a@example.com,30\n1,a@example.com,5\n"))
    assert [choice.grouping.value for choice in plan.grouping_choices] == ["single", "added"]
    plan.mapping.grouping = plan.grouping_choices[1].grouping
    assert [order.draft.get("totalCost") for order in drafts(plan)] == ["35"]


def test_single_rows_are_left_out_or_kept_as_a_person_says() -> None:
    text = HEADER + "1,a@example.com,22,Tea,2,10\n2,b@example.com,8,Mug,1,7\nTotal,,30,,,\n"
    plan = prepare(Source.from_text(text))
    made = Adjustments(left_rows=frozenset({2, 99}), kept_rows=frozenset({4}))
    adjust(plan, Adjustments.from_json(made.to_json()))
    assert [order.draft.get("externalOrderId") for order in drafts(plan)] == ["2", "Total"]
    reasons = {row.row: str(row.reason) for row in plan.counts.ignored}
    assert reasons[2] == "left out by you: 1 a@example.com 22 Tea 2 10"
    assert [order.draft.get("externalOrderId") for order in drafts(plan)] == ["2", "Total"], "again the same"


def test_orders_without_items_leave_every_item_column_out() -> None:
    text = HEADER + "1,a@example.com,22,Tea,2,10\n2,b@example.com,8,Mug,1,7\n"
    plan = prepare(Source.from_text(text))
    adjust(plan, Adjustments(grouping=Grouping.SINGLE))
    assert [order.draft.items for order in drafts(plan)] == [[], []]
    assert not plan.mapping.has_items


@pytest.mark.parametrize("last", [";;;;10;;2;", ";;;;10,00 грн;;;", ";;;;;;2;"])
def test_a_sum_below_the_table_without_a_word_is_no_item_and_no_order(last: str) -> None:
    """It became an item of the last order, and took the total from all of them: they no longer agreed in it."""
    plan, found = read(
        "Order ID;Date;Status;Email;Total;Product;Qty;Price\n"
        f"1;20.11.2026;paid;a@shop.com.ua;5;Mug;1;5\n2;20.11.2026;paid;b@shop.com.ua;5;Mug;1;5\n{last}\n"
    )
    assert [order.draft.fields["totalCost"] for order in found] == ["5", "5"]
    assert [len(order.draft.items) for order in found] == [1, 1]
    assert "totals" in str(plan.counts.ignored[0].reason)


@pytest.mark.parametrize("row", [";;;;7;Cup;1;7", ";20.11.2026;;;7;;1;7", ";;;c@shop.com.ua;7;;1;7"])
def test_a_row_that_says_more_than_amounts_is_no_sum(row: str) -> None:
    plan, _ = read(
        "Order ID;Date;Status;Email;Total;Product;Qty;Price\n"
        f"1;20.11.2026;paid;a@shop.com.ua;5;Mug;1;5\n{row}\n2;20.11.2026;paid;b@shop.com.ua;5;Mug;1;5\n"
    )
    assert plan.counts.ignored == []


def test_files_that_were_joined_with_their_byte_order_marks() -> None:
    part = "Order ID;Email\n{0};a{0}@shop.com.ua\n"
    content = (
        part.format(1).encode("utf-8-sig")
        + part.format(2).encode("utf-8-sig")
        + "3;a3@shop.com.ua\n".encode("utf-8-sig")
    )
    plan, found = read(content)
    assert [order.draft.fields["externalOrderId"] for order in found] == ["1", "2", "3"]
    assert [str(row.reason) for row in plan.counts.ignored] == ["the header again"]
