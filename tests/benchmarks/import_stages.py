"""What each stage of an import costs, as processor time against a bare `csv.reader` pass over the same file; what an
order costs in small and large files; and how much memory the import takes. Run by bench_import_csv.
"""

from __future__ import annotations

import csv
import importlib.util
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from ordermanager.domain.checks.rules import CheckRules
from ordermanager.importing.prepare import prepare
from ordermanager.importing.reading.delimited import open_delimited
from ordermanager.importing.reading.source import Source
from ordermanager.importing.tables.table import ReadOptions
from ordermanager.services.app import Services
from ordermanager.services.imports.collecting import fewer_collections
from ordermanager.services.imports.sources import ready_blocks
from tests.benchmarks.samples import write_orders_csv

SIZES = (3_333, 33_333, 333_333)
"""Orders of 10,000, 100,000 and 1,000,000 rows."""

MEMORY_GOAL = 150
"""MB above the idle program."""


def stages(orders: int = 30_000) -> Iterator[str]:
    """One line a stage; each holds all before it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "orders.csv"
        write_orders_csv(path, orders)
        services = Services.open(Path(folder) / "workspace")
        rules, now = CheckRules(), datetime.now(UTC)

        def bare() -> None:
            with path.open(newline="", encoding="utf-8") as file:
                for _ in csv.reader(file):
                    pass

        def read() -> None:
            for _ in open_delimited(Source.of(path), ReadOptions()).open_rows():
                pass

        def checked() -> None:
            with ready_blocks(prepare(path), rules, now) as blocks:
                for _ in blocks:
                    pass

        def dry() -> None:
            services.importing.run(services.importing.prepare(path), dry_run=True)

        def stored() -> None:
            services.importing.run(services.importing.prepare(path))

        base = sorted(_processor(bare) for _ in range(5))[2]
        before = 0.0
        steps: tuple[tuple[str, Callable[[], None]], ...] = (
            ("rows read", read),
            ("mapped, grouped and checked, with summary, words and hash", checked),
            ("compared with the workspace", dry),
            ("stored with indexes and search", stored),
        )
        try:
            for name, work in steps:
                with fewer_collections():
                    ratio = _processor(work) / base
                yield f"  {name}: {ratio - before:+.1f} × csv.reader, up to here {ratio:.1f}"
                before = ratio
        finally:
            services.close()


def sizes() -> Iterator[str]:
    """Each size in a process of its own, for its memory."""
    for orders in SIZES:
        command = [sys.executable, "-m", "tests.benchmarks.import_stages", str(orders)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        yield done.stdout.strip()


def resource_is_there() -> bool:
    """Windows does not say how much memory a process had at most."""
    return importlib.util.find_spec("resource") is not None


def _processor(work: Callable[[], object]) -> float:
    """Seconds that processors worked, those of children that have ended with it."""
    start = _worked()
    work()
    return _worked() - start


def _worked() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def _peak() -> float:
    """MB that this process had at most. Linux counts the peak of whoever started a process as its own (getrusage), but
    says what this one had besides.
    """
    status = Path("/proc/self/status")
    if status.exists():
        return _peak_of(status)
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


def _peak_of(status: Path) -> float:
    lines = [line for line in status.read_text("ascii").splitlines() if line.startswith("VmHWM")]
    return int(lines[0].split()[1]) / 1024 if lines else 0.0


def _peak_of_children() -> float:
    """MB of the processes that this one has started and that still run; Linux only."""
    children = Path("/proc/self/task").glob("*/children")
    pids = {pid for each in children for pid in each.read_text("ascii").split()}
    return sum(_peak_of(Path("/proc") / pid / "status") for pid in pids)


def _one_size(orders: int) -> str:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "orders.csv"
        write_orders_csv(path, orders)
        services = Services.open(Path(folder) / "workspace")
        child = [0.0]
        try:
            idle = _peak()
            spent = _processor(
                lambda: services.importing.run(
                    services.importing.prepare(path),
                    on_progress=lambda _: child.append(_peak_of_children()),
                )
            )
        finally:
            services.close()
    own, others = _peak() - idle, max(child)
    return (
        f"{orders * 3:,} rows: {spent / orders * 1e6:.0f} µs of processor time an order, "
        f"{own + others:.0f} MB above the idle program, {others:.0f} of them a child's (goal < {MEMORY_GOAL})"
    )


if __name__ == "__main__":
    print(_one_size(int(sys.argv[1])))
