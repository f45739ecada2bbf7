"""Runs the benchmarks named on the command line, or all."""

from __future__ import annotations

import importlib
import os
import sys

NAMES = (
    "start",
    "import_csv",
    "import_xlsx",
    "send",
    "frames",
    "table",
    "history",
    "insights",
    "openings",
    "million",
)


def main() -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    wanted = sys.argv[1:] or list(NAMES)
    unknown = [name for name in wanted if name not in NAMES]
    if unknown:
        print(f"Unknown: {', '.join(unknown)}. There are: {', '.join(NAMES)}", file=sys.stderr)
        return 2
    for name in wanted:
        for line in importlib.import_module(f"tests.benchmarks.bench_{name}").run():
            print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
