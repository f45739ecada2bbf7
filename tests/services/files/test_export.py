from __future__ import annotations

import csv
import json

import openpyxl
import pytest

from ordermanager.domain.sentences import KnownError
from ordermanager.services.files.export import Stopped, Watch
from ordermanager.services.files.tables import Column, ColumnKind, write_table
from ordermanager.store.history.query import EventFilters, EventQuery
from tests.private import is_private

NASTY = [
    "=1+1",
    "+CMD|' /C calc'!A0",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    " =1",
    "\u00a0=1",
    "＝1",
    "ok\n=1",
    "'=1",
    "''",
    "0007",
    'Ґудзик; “лапки”, "quotes"',
    "https://shop.example/?a=1",
    "1E5",
    "TRUE",
    "2026-11-20",
]


def import_counts(services, path) -> tuple[int, int, int]:
    result = services.importing.run(services.importing.prepare(path))
    return result.new, result.updated, result.unchanged


@pytest.fixture
def filled(services, draft):
    """Orders whose texts are everything that spreadsheets get wrong."""
    for number, text in enumerate(NASTY):
        order = draft(
            f"A{number}", phone="+380671234567", discount="-5", firstName=text, deliveryAddress=text
        )
        order.fields["totalCost"] = "1 234,50"
        order.additional_info = {"comment": text.strip() or "x"}
        order.items.append({**order.items[0], "externalItemId": "0008", "name": text, "quantity": "2.0"})
        services.orders.save(order)
    services.orders.save(draft("=2+2"))
    services.orders.save(draft("broken", status="WAT", totalCost="10.50"))
    return services


@pytest.mark.parametrize("ending", ["csv", "xlsx", "json"])
def test_what_is_exported_and_imported_again_is_unchanged(filled, tmp_path, ending):
    path = tmp_path / f"orders.{ending}"
    done = filled.export.orders(path)
    total = len(NASTY) + 2
    assert done.rows == (total if ending == "json" else total + len(NASTY))
    assert import_counts(filled, path) == (0, 0, total)


def test_no_cell_of_a_csv_is_a_formula(filled, tmp_path, read_csv):
    filled.export.orders(tmp_path / "orders.csv")
    raw = (tmp_path / "orders.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    for row in read_csv(tmp_path / "orders.csv"):
        for name, text in row.items():
            if text[:1] in ("=", "@", "\t", "\r") or text[:1] in ("+", "-"):
                assert (name, text) in {("phone", "+380671234567"), ("discount", "-5")}


def test_no_cell_of_a_workbook_is_a_formula_a_link_or_a_number(filled, tmp_path):
    filled.export.orders(tmp_path / "orders.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "orders.xlsx").active
    kinds = {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert kinds == {"s"}
    assert not sheet._hyperlinks


def test_json_keeps_every_digit_of_an_amount(filled, tmp_path):
    filled.export.orders(tmp_path / "orders.json")
    text = (tmp_path / "orders.json").read_text("utf-8")
    assert '"totalCost":10.50' in text
    assert '"totalCost":"1 234,50"' in text
    assert '"quantity":2.0' in text
    assert len(json.loads(text)["orders"]) == len(NASTY) + 2


def test_rejected_orders_come_with_the_reason(shop, draft, tmp_path, read_csv):
    shop.orders.save(draft("1", currency=""))
    shop.orders.save(draft("2"))
    shop.outbox.queue()
    shop.sending.send()
    assert shop.export.rejected(tmp_path / "rejected.csv").rows == 1
    (row,) = read_csv(tmp_path / "rejected.csv")
    assert row["externalOrderId"] == "1"
    assert "currency" in row["error"]
    assert shop.export.rejected(tmp_path / "rejected.json").rows == 1
    assert "currency" in json.loads((tmp_path / "rejected.json").read_text("utf-8"))["orders"][0]["error"]


def test_the_history_has_what_was_sent_to_the_letter(shop, draft, tmp_path, read_csv):
    shop.orders.save(draft("1", totalCost="20.500"))
    shop.outbox.queue()
    shop.sending.send()
    assert shop.export.history(tmp_path / "history.csv").rows == 1
    (row,) = read_csv(tmp_path / "history.csv")
    assert (row["eventKey"], row["event"], row["http_status"]) == ("1", "orderINITIALIZED", "200")
    assert '"totalCost":20.500,' in row["order"]
    assert shop.export.history(tmp_path / "history.json").rows == 1
    text = (tmp_path / "history.json").read_text("utf-8")
    assert row["order"] in text
    assert json.loads(text)[0]["eventKey"] == "1"


@pytest.mark.parametrize("name", ["orders.txt", "orders", "nowhere/orders.csv", "folder.csv"])
def test_a_place_that_cannot_be_is_a_sentence(services, tmp_path, name):
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(KnownError):
        services.export.orders(tmp_path / name)


def test_a_file_is_complete_or_as_it_was(tmp_path):
    path = tmp_path / "table.csv"
    path.write_text("before")

    def rows():
        yield ["1"]
        raise RuntimeError("the power is gone")

    with pytest.raises(RuntimeError):
        write_table(path, [Column("a")], rows())
    assert path.read_text("utf-8") == "before"
    assert list(tmp_path.iterdir()) == [path]


def test_a_written_file_is_for_its_owner_only(tmp_path):
    for ending in ("csv", "xlsx", "json"):
        path = tmp_path / f"table.{ending}"
        assert (
            write_table(path, [Column("a"), Column("b", ColumnKind.NUMBER)], [["x", "-1,5"], ["", "-1+1"]])
            == 2
        )
        assert is_private(path)


def test_a_text_too_long_for_excel_is_said_and_not_cut(tmp_path):
    with pytest.raises(KnownError, match=r"Export to a \.csv file"):
        write_table(tmp_path / "table.xlsx", [Column("a")], [["x" * 40_000]])
    assert not (tmp_path / "table.xlsx").exists()
    assert write_table(tmp_path / "table.csv", [Column("a")], [["x" * 40_000]]) == 1


def test_the_history_goes_out_as_it_is_filtered_and_sorted(shop, draft, tmp_path, read_csv):
    for number in ("1", "2", "refused"):
        shop.orders.save(draft(number, currency="" if number == "refused" else "UAH"))
    shop.outbox.queue()
    shop.sending.send()
    query = EventQuery(
        sort="event_key", descending=False, filters=EventFilters(kinds=frozenset({"accepted"}))
    )
    assert shop.export.history(tmp_path / "h.csv", query).rows == 2
    assert [row["eventKey"] for row in read_csv(tmp_path / "h.csv")] == ["1", "2"]
    assert shop.export.history(tmp_path / "h.csv", EventQuery(search="refused")).rows == 1
    (row,) = read_csv(tmp_path / "h.csv")
    assert (row["event"], row["state"]) == ("", "rejected")


@pytest.fixture
def long_cells():
    """csv.reader reads cells of a million characters, for as long as a test asks it to: others count on its limit."""
    before = csv.field_size_limit(1_000_000)
    yield
    csv.field_size_limit(before)


@pytest.mark.usefixtures("long_cells")
def test_an_order_too_long_for_a_cell_is_cut_in_a_sheet_and_whole_elsewhere(shop, draft, tmp_path, read_csv):
    large = draft("1", totalCost="8179.50")
    large.items.extend(dict(large.items[0], externalItemId=f"i{number}") for number in range(2, 400))
    shop.orders.save(large)
    shop.orders.save(draft("2"))
    shop.outbox.queue()
    shop.sending.send()
    done = shop.export.history(tmp_path / "h.xlsx", EventQuery(sort="event_key", descending=False))
    assert (done.rows, done.cut) == (2, 1)
    sheet = openpyxl.load_workbook(tmp_path / "h.xlsx").active
    titles = [cell.value for cell in sheet[1]]
    first, second = (sheet.cell(row, titles.index("order") + 1).value for row in (2, 3))
    assert len(first) == 32_767
    assert first.endswith("… (cut; whole in the .csv)")
    assert json.loads(second)["externalOrderId"] == "2"
    done = shop.export.history(tmp_path / "h.csv", EventQuery(sort="event_key", descending=False))
    assert done.cut == 0
    whole = read_csv(tmp_path / "h.csv")[0]["order"]
    assert len(json.loads(whole)["items"]) == 399
    assert whole.startswith(first.partition("…")[0])


def test_no_cell_of_the_history_is_a_formula(shop, draft, tmp_path, read_csv):
    shop.orders.save(draft("=1+1", phone="+380671234567"))
    shop.outbox.queue()
    shop.sending.send()
    shop.export.history(tmp_path / "h.csv")
    (row,) = read_csv(tmp_path / "h.csv")
    assert row["eventKey"] == "'=1+1"
    assert row["phone"] == "380671234567"
    shop.export.history(tmp_path / "h.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "h.xlsx").active
    assert {cell.data_type for line in sheet.iter_rows() for cell in line if cell.value is not None} == {"s"}


@pytest.mark.parametrize("ending", ["csv", "xlsx", "json"])
def test_an_export_tells_how_far_it_is_and_can_be_stopped(services, draft, tmp_path, ending, monkeypatch):
    monkeypatch.setattr("ordermanager.services.files.export._EVERY", 2)
    for number in range(7):
        services.orders.save(draft(str(number)))
    seen = []
    assert services.export.orders(tmp_path / f"o.{ending}", None, Watch(seen.append)).rows == 7
    assert seen == [2, 4, 6]
    before = (tmp_path / f"o.{ending}").read_bytes()
    watch = Watch(lambda count: watch.stop() if count == 4 else None)
    with pytest.raises(Stopped, match="stopped"):
        services.export.orders(tmp_path / f"o.{ending}", None, watch)
    assert (tmp_path / f"o.{ending}").read_bytes() == before
    assert list(tmp_path.glob("*.part")) == []
