"""From starting the process to a painted list of orders, against an empty painted PySide6 window."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from ordermanager.services.app import Services
from tests.benchmarks.measure import Comparison, compare
from tests.benchmarks.samples import write_orders_csv

SCRIPT = Path(__file__).with_name("first_paint.py")


def run() -> Iterator[Comparison]:
    with tempfile.TemporaryDirectory() as folder:
        workspace = Path(folder) / "workspace"
        source = Path(folder) / "orders.csv"
        write_orders_csv(source, 10_000)
        services = Services.open(workspace)
        services.importing.run(services.importing.prepare(source))
        services.close()
        os.environ["XDG_CACHE_HOME"] = folder
        # the first start of all draws the icons, the others find them
        seconds_to_paint(str(workspace), "kept")
        yield compare(
            "start to the painted list of 10,000 orders",
            lambda: seconds_to_paint(str(workspace)),
            lambda: seconds_to_paint("empty"),
            "an empty window",
            runs=5,
            goal=1.5,
        )
        yield compare(
            "start to the whole window, every part of it made",
            lambda: seconds_to_paint(str(workspace), "whole"),
            lambda: seconds_to_paint("empty"),
            "an empty window",
            runs=3,
        )


def seconds_to_paint(what: str, until: str = "") -> float:
    """Seconds from starting a new process until it says that its window is painted (see first_paint)."""
    began = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, str(SCRIPT), what, until],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_as_installed(),
    ) as process:
        assert process.stdout is not None
        if not process.stdout.readline().startswith(b"painted "):
            raise RuntimeError(f"the window of {what} was never painted")
        return time.perf_counter() - began


def _as_installed() -> dict[str, str]:
    """An installed program finds its modules compiled."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
