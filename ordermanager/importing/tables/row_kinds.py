"""What a row that is no order looks like: sums, a line drawn under the header, "83 record(s) downloaded"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ordermanager.importing.mapping.aliases import aliases

if TYPE_CHECKING:
    from collections.abc import Sequence

RULINGS = "-:=_–—+"
"""What lines are drawn with."""


_OF_SIGNATURE = 2
"""Cells."""


def is_total(text: str) -> bool:
    """Whether a cell begins a row of sums."""
    text = text.strip().casefold().rstrip(":. ")
    return text in aliases().totals or text.split(":")[0].strip() in aliases().totals


def is_ruling(text: str) -> bool:
    """Whether a cell is a line drawn under a header, as in tables of Markdown: `----`, `:---:`."""
    text = text.strip()
    return len(text) > 1 and not text.strip(RULINGS)


def is_footer(order_id: str, cells: Sequence[str]) -> bool:
    """Whether this is a last line such as `83,record(s) downloaded,from …`; looked for only where the order's number
    has a blank, as no other has, or where the row begins with nothing but a number and words follow.
    """
    if " " not in order_id and (not order_id.isdigit() or len(cells) < 2 or " " not in cells[1]):
        return False
    text = " ".join(cells).casefold()
    return any(word in text for word in aliases().footers)


def is_signature(order_id: str, cells: Sequence[str]) -> bool:
    """Whether this is a line such as `Prepared by: O. Koval,,,Signature ____`: words without any digit, and next to
    nothing behind them.
    """
    return (
        " " in order_id
        and not any(map(str.isdigit, order_id))
        and sum(map(bool, map(str.strip, cells))) <= _OF_SIGNATURE
    )


def row_text(cells: Sequence[str]) -> str:
    """A row in short, to name it."""
    return " ".join(text.strip() for text in cells if text.strip())[:80]
