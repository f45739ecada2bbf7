"""Exports put below one another without the second header, with other columns: that it is so is said."""

from __future__ import annotations

import pytest

from ordermanager.importing.mapping.glued import GLUED, LATER, WIDER
from tests.importing.files import read, workbook

HEADER = "Order ID,Date,Email,Phone,Total,Status\n"
OURS = "".join(f"{n},2026-05-0{n},a{n}@example.com,067123456{n},5.00,new\n" for n in range(1, 8))
OTHERS = "".join(f"{n},b{n}@example.com,2026-06-0{n},Olha,new,7.00\n" for n in range(1, 5))


def said(text: str | bytes, name: str = "orders.csv") -> list[tuple[str, dict[str, object]]]:
    plan, _ = read(text, name)
    return [(note.template, dict(note.values)) for note in plan.file_notes if note.template in (GLUED, WIDER)]


def test_other_columns_from_some_row_on_are_said() -> None:
    ((template, values),) = said(HEADER + OURS + OTHERS)
    assert (template, values["row"]) == (GLUED, 9)
    assert values["columns"] == "Date, Email, Phone, Total"


def test_also_behind_a_few_rows() -> None:
    ours = "1,2026-01-01,a@example.com,5\n2,2026-01-02,b@example.com,6\n3,2026-01-02,b@example.com,6\n"
    ((_, values),) = said(
        f"Order ID,Date,Email,Total\n{ours}A1,c@example.com,7,2026-02-01\nA2,d@example.com,8,2026-02-02\n"
    )
    assert values["row"] == 5


def test_of_a_workbook_too_and_where_a_third_part_is_like_the_first() -> None:
    rows: list[list[object]] = [[*line.split(",")] for line in (HEADER + OURS + OTHERS + OURS).splitlines()]
    ((_, values),) = said(workbook(rows), "orders.xlsx")
    assert values["row"] == 9


def test_rows_with_more_cells_to_the_end_are_said() -> None:
    wider = "".join(f"{n},2026-05-0{n},a{n}@example.com,067123456{n},5.00,new,x,UAH\n" for n in range(1, 5))
    assert said(HEADER + OURS + wider) == [(WIDER, {"row": 9, "other": 8, "count": 6})]


@pytest.mark.parametrize(
    "rows",
    [
        OURS + "9,soon,,,5,new\n10,later,,,5,new\n",  # one column alone is a matter of its cells
        OURS + "9,2026-06-01,,,,\n10,,n/a,-,none,new\n11,,n/a,-,none,new\n",
        OURS + "9,tomorrow,nobody,,5,new\n" + OURS,  # a row alone, too
        OURS + "Total,,,,35.00,\n,,,,,\nSigned by:,Olha,Ivan,,,\n",
        OURS + "9,2026-06-01,a@example.com\n10,2026-06-01,a@example.com\n",  # cells left out at the end
        "1,x,y,z,w,new\n2,x,y,z,w,new\n" + OURS,  # the first rows say nothing of the columns
        OURS,
    ],
)
def test_nothing_is_said_of_one_export(rows: str) -> None:
    assert said(HEADER + rows) == []


def far_below(rows: str) -> str:
    """A file in which these rows stand behind those that are looked at before anything is decided."""
    ours = "".join(f"{n},2026-05-01,a{n}@example.com,0671234567,5.00,new\n" for n in range(1, 1501))
    return HEADER + ours + rows


OTHERS_BELOW = "".join(f"B{n},b{n}@example.com,2026-06-01,Olha,new,7.00\n" for n in range(1, 301))
APART = "1,2026-05-01,a1@example.com,0671234567,5.00,new\n2,2026-05-01,a2@example.com,0671234567,5.00,new\n"


@pytest.mark.parametrize("first", ["", APART + APART])
def test_other_columns_far_below_are_said_when_they_are_read(first: str) -> None:
    """Also where the rows of an order do not stand together, so that the file is read in another order."""
    plan, found = read(far_below(OTHERS_BELOW).replace(HEADER, HEADER + first, 1))
    (note,) = plan.counts.notes
    assert (note.template, note.values["columns"]) == (LATER, "Date, Email, Phone, Total")
    begin = 1502 + first.count("\n")
    assert begin <= int(str(note.values["row"])) <= begin + 210
    assert len(found) == 1800


def test_nothing_is_said_far_below_where_rows_are_alike_but_for_a_few() -> None:
    odd = ";".join(["x"] * 6).replace(";", ",") + "\n"
    plan, _ = read(far_below((odd + APART * 60) * 5))
    assert plan.counts.notes == []


@pytest.mark.parametrize("rows", [3, 1500])
@pytest.mark.parametrize("blank", ["", "\n"])
def test_a_header_in_another_order_holds_for_the_rows_below_it(rows: int, blank: str) -> None:
    ours = "".join(f"{n},2026-05-01,a{n}@example.com,0671234567,5.00,new\n" for n in range(1, rows))
    others = "Email,Order ID,Status,Total,Date,Coupon\nb@example.com,B1,done,7.00,2026-06-01,C\n"
    plan, found = read(f"{HEADER}{ours}{blank}{others}{blank}{HEADER}Z1,2026-07-01,z@example.com,,9.00,new\n")
    assert found[-2].draft.fields == {
        "externalOrderId": "B1",
        "email": "b@example.com",
        "date": "2026-06-01",
        "totalCost": "7.00",
        "status": "DELIVERED",
    }
    assert found[-1].draft.get("email") == "z@example.com"
    at = rows + 1 + len(blank)
    assert [str(note) for note in plan.table.notes] == [
        f"From row {at} on, the columns stand in another order, as the header there says, and are read so.",
        f"The header in row {at} has columns that the first one lacks; they are not imported: Coupon.",
    ]
    assert [str(row.reason) for row in plan.counts.ignored].count("the header again") == 2


@pytest.mark.parametrize(
    "row", ["Order ID,Date,Email,Phone,Total,Status", "Email,5,new,x,y,z", "Date,Order ID,Ltd,Olha,7.00,new"]
)
def test_other_rows_that_begin_like_a_header_are_left_as_they_are(row: str) -> None:
    plan, _ = read(HEADER + OURS + row + "\n" + OURS.replace("2026-05", "2026-06"))
    assert plan.table.notes == []
