"""Cells in typographic quotation marks: read without these, and said."""

from __future__ import annotations

import pytest

from ordermanager.importing.prepare import prepare
from ordermanager.importing.reading.source import Source
from tests.importing.files import read

HEADER = ("Order ID", "Email", "Total", "Product", "Qty")
ROWS = (
    ("1", "a@example.com", "1,250.00", 'Tea, green “Sky” 15"', "2"),
    ("2", "b@example.com", "99.50", "Чай, «Карпати» Ltd", "1"),
)


@pytest.mark.parametrize("marks", ["“”", "„“", "«»", "””"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_every_cell_comes_without_them(marks: str, delimiter: str, end: str) -> None:
    lines = [delimiter.join(f"{marks[0]}{cell}{marks[1]}" for cell in row) for row in (HEADER, *ROWS)]
    plan, found = read(end.join(lines) + end)
    assert plan.table.header == HEADER
    assert [(order.draft.get("totalCost"), order.draft.items) for order in found] == [
        ("1,250.00", [{"name": 'Tea, green “Sky” 15"', "quantity": "2"}]),
        ("99.50", [{"name": "Чай, «Карпати» Ltd", "quantity": "1"}]),
    ]
    assert [str(note) for note in plan.table.notes] == [
        "Cells stand in typographic quotation marks, as a word processor makes them; they were read without these."
    ]


def test_also_where_some_cells_have_straight_ones_or_none() -> None:
    _, found = read(
        '“Order ID”,“Email”,“Product”,Qty\n“1”,“a@example.com”,"Tea, green",2\n“2”,b@example.com,“Mug”,1\n'
    )
    assert [(order.draft.get("email"), order.draft.items[0]["name"]) for order in found] == [
        ("a@example.com", "Tea, green"),
        ("b@example.com", "Mug"),
    ]


def test_a_cell_may_have_lines_and_a_file_many_pieces() -> None:
    rows = "".join(f"“{n}”,“a{n}@example.com”,“first, {'x' * 90}\nsecond”\n" for n in range(1, 6001))
    _, found = read("“Order ID”,“Email”,“Comment”\n" + rows)
    assert len(found) == 6000
    assert {len(order.draft.additional_info["comment"]) for order in found} == {104}


def test_quotation_marks_inside_of_texts_are_no_marks_of_cells() -> None:
    text = "Order ID,Email,Product\n1,a@example.com,“Tea” Ltd\n2,b@example.com,Mug “Sky”\n"
    assert prepare(Source.from_text(text)).table.notes == []
    _, found = read(text)
    assert [order.draft.items[0]["name"] for order in found] == ["“Tea” Ltd", "Mug “Sky”"]
