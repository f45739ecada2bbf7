"""How long the window does not answer while its places, dialogs and menus are opened for the first time and again, in a
workspace of 100,000 orders. The processor time of one turn of the window's thread, in milliseconds."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.openings_workspace import make_workspace

ORDERS = int(os.environ.get("ORDERMANAGER_BENCH_ORDERS", "100000"))
GOAL_MS = 50
SHOWN = 12


def run() -> Iterator[str]:
    """The worst steps, the slowest first."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_workspace(folder, ORDERS)
        worst = walk(folder)
    over = [step for step, spent in worst.items() if spent > GOAL_MS]
    yield f"openings: {len(worst)} steps, {len(over)} of them over {GOAL_MS} ms"
    for step, spent in sorted(worst.items(), key=lambda each: -each[1])[:SHOWN]:
        yield f"  {spent:6.1f} ms  {step}{'  OVER' if spent > GOAL_MS else ''}"


def walk(folder: Path, *options: str) -> dict[str, float]:
    """Each step with the milliseconds of its worst turn."""
    command = [sys.executable, "-m", "tests.benchmarks.openings", str(folder), *options]
    done = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr[-4000:])
    found: dict[str, float] = json.loads(done.stdout)
    return found
