"""100,000 orders in 300,000 CSV rows, against a bare `csv.reader` pass over the same file: into the workspace,
and only read; and the first screen of the file.
"""

from __future__ import annotations

import csv
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
from tests.benchmarks.import_stages import resource_is_there, sizes, stages
from tests.benchmarks.measure import Comparison, compare, seconds
from tests.benchmarks.samples import write_orders_csv

ORDERS = 100_000
FIRST_SCREEN = 0.3
"""Seconds within which the first orders of a file of any size must be there."""


def run() -> Iterator[Comparison | str]:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "orders.csv"
        write_orders_csv(source, ORDERS)
        workspaces = iter(range(1_000))

        def into_workspace() -> float:
            services = Services.open(Path(folder) / f"workspace{next(workspaces)}")
            try:
                return seconds(lambda: services.importing.run(services.importing.prepare(source)))
            finally:
                services.close()

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
