"""Exports put below one another without the second header, with other columns: that it is so is said."""

from __future__ import annotations

import pytest

from ordermanager.importing.mapping.glued import GLUED, WIDER
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
