"""Web pages and SpreadsheetML 2003 under the name .xls."""

from __future__ import annotations

import pytest

from ordermanager.importing.tables.table import Format
from tests.importing.files import orders, read


def page(body: str, head: str = "") -> str:
    return f"<html><head>{head}</head><body>{body}</body></html>"


def row(*cells: str, tag: str = "td") -> str:
    return (
        "<tr>"
        + "".join(cell if cell.startswith("<") else f"<{tag}>{cell}</{tag}>" for cell in cells)
        + "</tr>"
    )


def test_cells_over_several_rows_keep_the_columns_in_line() -> None:
    body = "<table>" + row("Order ID", "Email", "Product", "Qty", tag="th")
    body += row("<td rowspan=2>1</td>", "<td rowspan='2'>a@example.com</td>", "Tea", "1") + row("Mug", "2")
    body += row("2", "b@example.com", "Pot", "3") + "</table>"
    _, found = read(page(body), "orders.xls")
    assert [[item["name"] for item in order.draft.items] for order in found] == [["Tea", "Mug"], ["Pot"]]
    assert [order.draft.get("email") for order in found] == ["a@example.com", "b@example.com"]


def test_the_declared_encoding_counts_where_bytes_leave_it_open() -> None:
    body = "<table>" + row("Order ID", "Comment") + row("1", "чай") + "</table>"
    text = page(body, '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">')
    _, found = read(text.encode("cp1251"), "orders.xls")
    assert found[0].draft.additional_info["comment"] == "чай"
    _, found = read(text.encode(), "orders.xls")  # the page says cp1251 and is UTF-8
    assert found[0].draft.additional_info["comment"] == "чай"


def test_excels_own_page_keeps_long_numbers_and_no_script_is_text() -> None:
    body = "<table>" + row("Order ID", "Phone")
    body += row("0007<script>alert(1)</script>", '<td x:num="380670000001">3,80670E+11</td>') + "</table>"
    assert orders(page(body)) == [{"externalOrderId": "0007", "phone": "380670000001"}]


def test_the_table_with_known_headers_is_taken_and_decoration_is_not() -> None:
    menu = "<table>" + "".join(row(f"link {n}") for n in range(30)) + "</table>"
    body = menu + "<table>" + row("Order ID", "Email", "Total") + row("1", "a@example.com", "5") + "</table>"
    plan, found = read(page(body))
    assert plan.table.format is Format.HTML
    assert len(found) == 1
    assert plan.table.sheet == "2"
    assert "most of its headers are those of orders" in str(plan.table.notes[0])


def test_links_pictures_and_entities_are_text_or_nothing() -> None:
    body = "<table>" + row("Order ID", "Comment")
    body += row(
        "1", '<td><a href="http://192.0.2.1/x">Tea &amp; more&nbsp;</a><img src="file:///etc/passwd"></td>'
    )
    _, found = read(page(body + "</table>"))
    assert found[0].draft.additional_info["comment"] == "Tea & more"


@pytest.mark.parametrize(
    "body",
    [
        "<table>" * 3000,
        "<table><tr>" + "<td colspan=9999999999>" * 50,
        "<table>" + "<tr><td rowspan=99999999 colspan=400>x" * 300,
        "<td>" * 1000 + "<!--" * 100,
        "<table><tr><td>a</td></tr></table></table></tr>",
    ],
)
def test_crooked_pages_are_read_or_refused_at_once(body: str) -> None:
    from ordermanager.importing.errors import ReadError

    with pytest.raises(ReadError, match=r"orders\.xls"):
        read(page(body).encode(), "orders.xls")


def spreadsheet(rows: str, name: str = "S", options: str = "") -> bytes:
    return (
        '<?xml version="1.0" encoding="windows-1251"?><?mso-application progid="Excel.Sheet"?>\n'
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" '
        'xmlns:x="urn:schemas-microsoft-com:office:excel">'
        f'<Worksheet ss:Name="{name}"><Table>{rows}</Table>{options}</Worksheet></Workbook>'
    ).encode("cp1251")


def cell(text: str, kind: str = "String", more: str = "", inside: str = "") -> str:
    return f'<Cell {more}><Data ss:Type="{kind}">{text}</Data>{inside}</Cell>'


def test_spreadsheetml_with_types_merged_cells_and_comments() -> None:
    head = "<Row>" + "".join(
        cell(title) for title in ("№ замовлення", "Телефон", "Дата", "Сума замовлення", "Email")
    )
    note = '<Comment><ss:Data xmlns="http://www.w3.org/TR/REC-html40">not the value</ss:Data></Comment>'
    first = cell("0007", inside=note) + cell("3.80670000001E+11", "Number")
    first += cell("2026-11-23T14:05:00.000", "DateTime") + cell("0.30000000000000004", "Number")
    first += cell("a@example.com", more='ss:MergeDown="1"')
    second = cell("0008", more='ss:MergeAcross="1"') + cell("2026-11-24T00:00:00.000", "DateTime")
    second += cell("5", "Number")
    _, found = read(spreadsheet(f"{head}</Row><Row>{first}</Row><Row>{second}</Row>"), "orders.xls")
    assert found[0].draft.fields == {
        "externalOrderId": "0007",
        "phone": "380670000001",
        "date": "2026-11-23 14:05:00",
        "totalCost": "0.3",
        "email": "a@example.com",
    }
    assert found[1].draft.fields == {
        "externalOrderId": "0008",
        "date": "2026-11-24",
        "totalCost": "5",
        "email": "a@example.com",
    }


def test_a_sheet_that_claims_rows_far_away_is_refused() -> None:
    from ordermanager.importing.errors import ReadError

    for index in ("99999999", "2147483648"):
        with pytest.raises(ReadError, match=r"too much memory|no orders below|header"):
            read(spreadsheet(f'<Row ss:Index="{index}">{cell("Order ID")}</Row>' * 3), "orders.xls")
