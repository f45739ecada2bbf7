"""Reading a workbook of 300,000 rows against python-calamine alone, its import, and the first screen of large files."""

from __future__ import annotations

import csv
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import xlsxwriter
from python_calamine import load_workbook

from ordermanager.importing.prepare import prepare
from ordermanager.importing.reading.source import Source
from ordermanager.importing.reading.workbook import open_workbook
from ordermanager.importing.run import sample_orders
from ordermanager.importing.tables.table import Format, ReadOptions
from ordermanager.services.app import Services
from tests.benchmarks.bench_import_csv import first_screen
from tests.benchmarks.measure import Comparison, compare, seconds
from tests.benchmarks.samples import write_orders_csv

ORDERS = 100_000
NUMBERS = frozenset((2, 10, 13, 14))
"""Columns of amounts and quantities, which a workbook holds as numbers."""


def run() -> Iterator[Comparison | str]:
    with tempfile.TemporaryDirectory() as folder:
        text, book = Path(folder) / "orders.csv", Path(folder) / "orders.xlsx"
        write_orders_csv(text, ORDERS)
        write_workbook(text, book)

        def ours() -> float:
            def read() -> None:
                table = open_workbook(Source.of(book), Format.XLSX, ReadOptions())
                for _ in table.open_rows():
                    pass
                table.close()

            return seconds(read)

        def baseline() -> float:
            def read() -> None:
                for _ in load_workbook(str(book)).get_sheet_by_index(0).iter_rows():
                    pass

            return seconds(read)

        def show() -> None:
            plan = prepare(book)
            sample_orders(plan, 50)
            plan.close()  # else its reader goes on with the whole workbook and slows the next one down

        workspaces = iter(range(1_000))

        def into_workspace() -> float:
            services = Services.open(Path(folder) / f"workspace{next(workspaces)}")
            try:
                return seconds(lambda: services.importing.run(services.importing.prepare(book)))
            finally:
                services.close()

        yield first_screen(book, show)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        ours()
        grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024
        child = memory_of_the_reader(book)
        yield f"memory while reading {book.name}: {grown} MB more here, {child} MB in the reader's own process"
        yield compare("reading 300,000 rows of XLSX", ours, baseline, "python-calamine alone", goal=2)
        yield compare(
            "import of 100,000 orders, 300,000 rows of XLSX",
            into_workspace,
            baseline,
            "python-calamine alone",
        )


def memory_of_the_reader(book: Path) -> int:
    """Megabytes at most. It is started by a small process: for one that is started by a large one the system counts
    what that held.
    """
    reader = "ordermanager.importing.reading.child"
    script = (
        "import resource, subprocess, sys\n"
        f"subprocess.run([sys.executable, '-m', '{reader}', 'xlsx'], stdout=subprocess.DEVNULL, check=True)\n"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)"
    )
    with book.open("rb") as content:
        return int(
            subprocess.run(
                [sys.executable, "-c", script], stdin=content, capture_output=True, check=True
            ).stdout
        )


def write_workbook(text: Path, book: Path) -> None:
    """The CSV as a workbook, with shared strings as Excel writes them."""
    with text.open(newline="", encoding="utf-8") as rows, xlsxwriter.Workbook(str(book)) as target:
        sheet = target.add_worksheet("Orders")
        for number, cells in enumerate(csv.reader(rows)):
            for column, cell in enumerate(cells):
                if number and column in NUMBERS:
                    sheet.write_number(number, column, float(cell))
                else:
                    sheet.write_string(number, column, cell)
