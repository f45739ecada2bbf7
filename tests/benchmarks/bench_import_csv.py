"""100,000 orders in 300,000 CSV rows into the workspace, against a bare `csv.reader` pass over the same file."""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Iterator
from pathlib import Path

from ordermanager.services.app import Services
from tests.benchmarks.measure import Comparison, compare, seconds
from tests.benchmarks.samples import write_orders_csv

ORDERS = 100_000


def run() -> Iterator[Comparison]:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "orders.csv"
        write_orders_csv(source, ORDERS)
        workspaces = iter(range(1_000))

        def ours() -> float:
            services = Services.open(Path(folder) / f"workspace{next(workspaces)}")
            try:
                return seconds(lambda: services.importing.run(services.importing.prepare(source)))
            finally:
                services.close()

        def baseline() -> float:
            def read() -> None:
                with source.open(newline="", encoding="utf-8") as file:
                    for _ in csv.reader(file):
                        pass

            return seconds(read)

        yield compare("import of 100,000 orders, 300,000 rows", ours, baseline, "bare csv.reader", goal=5)
