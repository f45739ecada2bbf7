"""The reader of workbooks for a packaged program, which starts itself for it (importing/reading/workbook.py)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def read_workbook(arguments: Sequence[str]) -> int:
    """Read the workbook on standard input and write its rows to standard output; the exit code."""
    from ordermanager.importing.reading.child import main

    return main(list(arguments))
