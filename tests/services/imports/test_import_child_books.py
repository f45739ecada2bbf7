"""A large workbook is mapped and checked by a child process, which has a reader of its own: its import is the very one
that this process makes, and both end with it.
"""

from __future__ import annotations

import os
import time
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from ordermanager.importing.errors import ReadError
from ordermanager.importing.tables.table import ALL_SHEETS
from ordermanager.services.app import Services
from ordermanager.services.imports import apart as import_apart
from ordermanager.services.imports.prepared import ImportOptions
from tests.services.imports import test_import_child as csv_child
from tests.services.imports.test_import_child import HEADER, apart, lines, many, reappearing, stored

open_services = csv_child.open_services

DATE, TOTAL = HEADER.index("date"), HEADER.index("totalCost")


def write_book(path: Path, *sheets: list[list[str]]) -> None:
    """Amounts are numbers and dates are dates, as a spreadsheet has them."""
    with xlsxwriter.Workbook(str(path)) as book:
        moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
        for rows in sheets:
            sheet = book.add_worksheet()
            for place, cells in enumerate(rows):
                for column, text in enumerate(cells):
                    if column == TOTAL and text.replace(".", "").isdigit():
                        sheet.write_number(place, column, float(text))
                    elif column == DATE and text[:2] == "20":
                        sheet.write_datetime(place, column, datetime.fromisoformat(text[:16]), moment)
                    else:
                        sheet.write_string(place, column, text)


BOOKS: dict[str, tuple[list[list[str]], ...]] = {
    "many": ([list(HEADER), *many()],),
    "a title, footers": (
        [
            ["Orders of November"],
            [],
            list(HEADER),
            *many(60),
            [],
            ["Total", "", "99"],
            ["83", "record(s) downloaded"],
        ],
    ),
    "two sheets": ([["Notes", "of no use"], ["a", "b"]], [list(HEADER), *many(60)]),
    "reappearing": ([list(HEADER), *reappearing()],),
    "another table": (
        [list(HEADER), *many(60), [], ["SKU", "Price", "Quantity", "Name"], ["a", "1", "2", "b"]],
    ),
    "a table beside": (
        [
            [*HEADER, "", "SKU", "Name", "Price"],
            *([*cells, "", "T-1", "Tea", "5"] for cells in [*many(60), *[[""] * len(HEADER)] * 5]),
        ],
    ),
    "longer than what is kept": ([list(HEADER), *many(1500)],),
    "with a quick first look": ([list(HEADER), *many(5000)],),
}


@pytest.mark.parametrize("name", BOOKS)
def test_a_child_imports_what_this_process_imports(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, open_services: Any
) -> None:
    path = tmp_path / "orders.xlsx"
    write_book(path, *BOOKS[name])
    found = []
    for always in (False, True):
        apart(monkeypatch, always=always)
        services: Services = open_services(str(always))
        prepared = services.importing.prepare(path)
        assert isinstance(import_apart.source_of(prepared.plan), import_apart.ApartSource) is always
        result = services.importing.run(prepared)
        again = services.importing.run(services.importing.prepare(path))
        table = prepared.plan.table
        told = (table.notes, table.left_out, table.left_out_count, prepared.plan.counts)
        found.append((result, again, told, prepared.plan.statuses, prepared.plan.notes, stored(services)))
    assert found[0][0].orders >= 60
    assert found[0][1].unchanged == found[0][0].orders
    for one, other in zip(*found, strict=True):
        assert one == other


def test_the_sheet_that_was_chosen_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, open_services: Any
) -> None:
    path = tmp_path / "orders.xlsx"
    write_book(path, [list(HEADER), *many(9)], [list(HEADER), *lines(77)])
    apart(monkeypatch, always=True)
    services = open_services("workspace")
    services.importing.run(services.importing.prepare(path, ImportOptions(sheet="Sheet2")))
    assert [draft.get("externalOrderId") for draft, *_ in stored(services)] == ["A-77"]


def test_sheets_with_the_same_headers_are_read_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, open_services: Any
) -> None:
    path = tmp_path / "orders.xlsx"
    write_book(path, [list(HEADER), *lines(1), *lines(2)], [list(HEADER), *lines(77)])
    apart(monkeypatch, always=True)
    services = open_services("workspace")
    services.importing.run(services.importing.prepare(path, ImportOptions(sheet=ALL_SHEETS)))
    assert {draft.get("externalOrderId") for draft, *_ in stored(services)} == {"A-1", "A-2", "A-77"}


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="only Linux tells who started whom")
@pytest.mark.parametrize("how", ["cancelled", "dies"])
def test_given_up_neither_the_child_nor_its_reader_goes_on(
    how: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, open_services: Any
) -> None:
    path = tmp_path / "orders.xlsx"
    write_book(path, [list(HEADER), *many(9_000)])
    apart(monkeypatch, always=True)
    services = open_services("workspace")
    others = descendants(os.getpid())  # of tests before this one
    seen: set[int] = set()

    def cancel() -> bool:
        seen.update(descendants(os.getpid()) - others)
        if how == "dies" and len(seen) > 1:
            raise ReadError("{file} is gone", file="orders")
        return len(seen) > 1

    if how == "dies":
        with pytest.raises(ReadError, match="is gone"):
            services.importing.run(services.importing.prepare(path), cancel=cancel)
    else:
        assert services.importing.run(services.importing.prepare(path), cancel=cancel).cancelled
    assert len(seen) > 1
    assert not stored(services)
    until = time.monotonic() + 20
    while any(map(is_running, seen)) and time.monotonic() < until:
        time.sleep(0.05)  # of the reader, whose parent is not this process
    assert not any(map(is_running, seen))


def descendants(pid: int) -> set[int]:
    """The processes that a process has started, and theirs."""
    found: set[int] = set()
    for each in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in map(int, each.read_text("ascii").split()):
            found |= {child, *descendants(child)}
    return found


def is_running(pid: int) -> bool:
    status = Path(f"/proc/{pid}/status")
    try:
        return "\nState:\tZ" not in status.read_text("utf-8")
    except OSError:
        return False
