"""100,000 orders in 300,000 CSV rows, against a bare `csv.reader` pass over the same file: into the workspace,
and only read; and the first screen of the file.
"""

from __future__ import annotations

import csv
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from ordermanager.importing.prepare import prepare
from ordermanager.importing.reading.delimited import open_delimited
from ordermanager.importing.reading.source import Source
from ordermanager.importing.run import sample_orders
from ordermanager.importing.tables.table import ReadOptions
from ordermanager.services.app import Services
from ordermanager.services.imports.review import ImportReview
from ordermanager.store.database.opening import DATABASE_NAME
from tests.benchmarks.import_stages import resource_is_there, sizes, stages
from tests.benchmarks.measure import Comparison, compare, seconds
from tests.benchmarks.samples import write_orders_csv

ORDERS = 100_000
LEAST = Path(__file__).with_name("least_import.py")
FIRST_SCREEN = 0.3
"""Seconds within which the first orders of a file of any size must be there."""


def run() -> Iterator[Comparison | str]:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "orders.csv"
        write_orders_csv(source, ORDERS)
        workspaces = iter(range(1_000))
        imported: list[Path] = []

        def into_workspace() -> float:
            imported.append(Path(folder) / f"workspace{next(workspaces)}")
            services = Services.open(imported[-1])
            try:
                return seconds(lambda: services.importing.run(services.importing.prepare(source)))
            finally:
                services.close()

        def least() -> float:
            """The rows of the newest import inserted into an empty workspace, by a program that does nothing else."""
            target = Path(folder) / f"workspace{next(workspaces)}"
            Services.open(target).close()
            command = [
                sys.executable,
                str(LEAST),
                str(imported[-1] / DATABASE_NAME),
                str(target / DATABASE_NAME),
            ]
            return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)

        def review() -> float:
            services = Services.open(Path(folder) / f"workspace{next(workspaces)}")
            try:
                prepared = services.importing.prepare(source)
                return seconds(lambda: _closed(services.importing.review(prepared)))
            finally:
                services.close()

        def only_read() -> float:
            def read() -> None:
                for _ in open_delimited(Source.of(source), ReadOptions()).open_rows():
                    pass

            return seconds(read)

        def baseline() -> float:
            def read() -> None:
                with source.open(newline="", encoding="utf-8") as file:
                    for _ in csv.reader(file):
                        pass

            return seconds(read)

        yield first_screen(source, lambda: sample_orders(prepare(source), 50))
        yield compare("reading 300,000 rows of CSV", only_read, baseline, "bare csv.reader", goal=2)
        yield compare(
            "import of 100,000 orders, 300,000 rows", into_workspace, baseline, "bare csv.reader", goal=5
        )
        yield compare(
            "  of that, the least: its rows inserted by one processor, ready-made",
            least,
            baseline,
            "bare csv.reader",
        )
        yield "of that, as processor time:"
        yield from stages()
        yield compare(
            "review of 100,000 orders, before anything is stored", review, baseline, "bare csv.reader"
        )
        if resource_is_there():
            yield from sizes()


def _closed(review: ImportReview | None) -> None:
    assert review is not None
    review.close()


def first_screen(path: Path, show: Callable[[], object]) -> str:
    """The middle of five times that it takes to recognise a file and make its first orders."""
    times = sorted(seconds(show) for _ in range(5))
    size = path.stat().st_size / 1e6
    return (
        f"first screen of {path.name} ({size:.0f} MB): {times[2]:.3f} s, slowest of five {times[4]:.3f} s "
        f"(goal < {FIRST_SCREEN:g} s)"
    )
