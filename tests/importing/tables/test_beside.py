"""Tables that stand beside each other in one sheet: the orders are read, the others are named and may be chosen."""

from __future__ import annotations

import pytest

from ordermanager.domain.sentences import WrongUse
from ordermanager.importing.tables.beside import ALL_COLUMNS
from ordermanager.importing.tables.table import ReadOptions
from tests.importing.expected import ignored
from tests.importing.files import orders, read, workbook

STOCK = """Orders of May,,,,,,Stock
Order ID,Date,Email,Total,Status,,SKU,Product name,Price
1,2026-05-01,a@example.com,5,new,,T-1,Tea,5
2,2026-05-02,b@example.com,6,new,,T-2,Honey,6
3,2026-05-03,c@example.com,7,new,,T-3,Mug,7
,,,,,,T-4,Cup,8
,,,,,,T-5,Pot,9
Total,,,18,,,,,
"""


def test_products_beside_the_orders_are_no_items_of_them_and_that_is_said() -> None:
    plan, found = read(STOCK)
    assert [order.draft.get("externalOrderId") for order in found] == ["1", "2", "3"]
    assert [order.draft.items for order in found] == [[], [], []]
    assert plan.table.parts == ("A:E", "G:I")
    (note,) = [str(note) for note in plan.notes if "Another table" in str(note)]
    assert note.startswith(
        "Another table stands in columns G:I (SKU, Product name, Price), beside the orders in A:E"
    )
    reasons = ignored(plan)
    assert reasons[6] == reasons[7] == "belongs to the table in columns G:I"
    assert reasons[8].startswith("a row of totals")
    assert plan.counts.rows_read + plan.counts.rows_ignored + 1 == 8


def test_the_other_table_may_be_chosen_or_all_columns() -> None:
    plan, found = read(
        "Email,Phone,City,,Order ID,Date,Total\n,,,,1,2026-05-01,5\n,,,,2,2026-05-02,6\n",
        read_options=ReadOptions(part="E:G"),
    )
    assert plan.table.header == ("", "", "", "", "Order ID", "Date", "Total")
    assert [order.draft.fields["totalCost"] for order in found] == ["5", "6"]
    assert str(plan.notes[0]) == "Only the table in columns E:G is read, as you chose."
    whole, found = read(STOCK, read_options=ReadOptions(part=ALL_COLUMNS))
    assert [len(order.draft.items) for order in found] == [1, 1, 3]
    assert whole.table.parts == ("A:E", "G:I")  # so that the choice stays
    assert not [note for note in whole.notes if "Another table" in str(note)]


@pytest.mark.parametrize("columns", ["", "A", "F:A", "1:3", "A:F;G:H", "A:ZZZ"])
def test_what_is_no_range_of_columns_is_refused(columns: str) -> None:
    with pytest.raises(WrongUse, match="names no columns"):
        read(STOCK, read_options=ReadOptions(part=columns))


def test_a_summary_without_a_header_is_no_part_of_the_orders() -> None:
    plan, found = read(
        "Order ID,Date,Total,,Revenue,18\n1,2026-05-01,5,,Orders,3\n2,2026-05-02,6,,Average,6\n3,2026-05-03,7,,,\n"
    )
    assert plan.table.header == ("Order ID", "Date", "Total")
    assert len(found) == 3
    assert "columns E:F (Revenue, 18)" in str(plan.notes[0])


def test_a_table_whose_header_stands_lower_is_another_one() -> None:
    text = "Order ID,Date,Total,,,,\n1,2026-05-01,5,,,,\n2,2026-05-02,6,,,,\n3,2026-05-03,7,,SKU,Product name,Price\n"
    plan, found = read(text + "4,2026-05-04,8,,T-1,Tea,5\n")
    assert plan.table.part == "A:C"
    assert [order.draft.items for order in found] == [[], [], [], []]


def test_two_lists_of_orders_beside_each_other_are_two() -> None:
    text = "Order ID,Date,Total,,Order ID,Date,Total\n1,2026-05-01,5,,4,2026-05-02,6\n2,2026-05-02,6,,5,2026-05-03,9\n"
    assert [one["externalOrderId"] for one in orders(text)] == ["1", "2"]
    right = orders(text, read_options=ReadOptions(part="E:G"))
    assert [one["totalCost"] for one in right] == ["6", "9"]


def test_a_workbook_is_read_alike() -> None:
    rows: list[list[object]] = [[*line.split(",")] for line in STOCK.splitlines()]
    plan, found = read(workbook(rows), "orders.xlsx")
    assert plan.table.part == "A:E"
    assert [order.draft.items for order in found] == [[], [], []]


ONE_TABLE = {
    "items below their orders": "Order ID,Date,Total,,Name,Phone,,SKU,Product name,Quantity\n"
    "1,2026-05-01,5,,Ivan,0671234567,,T-1,Tea,1\n,,,,,,,T-2,Tea,1\n2,2026-05-02,6,,Olha,0671234568,,T-3,Tea,1\n"
    ",,,,,,,T-4,Tea,1\n,,,,,,,T-5,Tea,1\n",
    "one order with three items": "Order ID,Date,Total,,SKU,Product name,Quantity\n1,2026-05-01,5,,T-1,Tea,1\n"
    ",,,,T-2,Tea,1\n,,,,T-3,Tea,1\n",
    "payer and recipient": "Order ID,Total,,Name,Phone,,Name,Phone\n1,5,,Ivan,0671234567,,Olha,0671234568\n",
    "delivery of the first ones": "Order ID,Total,,Delivery method,Delivery address\n1,5,,Post,Kyiv\n2,6,,Post,Lviv\n"
    "3,7,,,\n4,8,,,\n5,9,,,\n",
    "a note here and there": "Order ID,Total,,Comment,Manager\n1,5,,call,Olha\n2,6,,,\n3,7,,ring,Ivan\n4,8,,,\n",
    "as long as the orders": "Order ID,Total,,SKU,Product name\n1,5,,T-1,Tea\n2,6,,T-2,Honey\n",
    "a row of totals": "Order ID,Email,Total,,SKU,Name,Price\n1,a@example.com,5,,T-1,Tea,5\n2,b@example.com,6,,T-2,T,\n"
    "Total,,11,,,,\nSum of items,,11,,,,\n",
}


@pytest.mark.parametrize("text", ONE_TABLE.values(), ids=ONE_TABLE)
def test_blank_columns_alone_part_nothing(text: str) -> None:
    plan, found = read(text)
    assert (plan.table.parts, plan.table.part) == ((), "")
    _, as_one = read(text, read_options=ReadOptions(part=ALL_COLUMNS))
    assert [order.draft for order in found] == [order.draft for order in as_one]
