"""Rows on their way from the reader's child to this program: texts between two separators, because JSON costs
more than reading the workbook itself.
"""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ordermanager.importing.tables.table import Row

CELL_END = "\x1f"
ROW_END = "\x1e"
"""The separators that ASCII has for this. XML cannot hold them; where an old workbook has them in a cell,
they are removed there as NULs are.
"""

_NOISE = str.maketrans("", "", "\0" + CELL_END + ROW_END)


def pack_row(cells: Sequence[str]) -> str:
    """The text of a row."""
    text = CELL_END.join(cells)
    if text.count(CELL_END) != max(len(cells) - 1, 0) or ROW_END in text:
        return CELL_END.join(cell.translate(_NOISE) for cell in cells)
    return text


def pack_rows(rows: Sequence[str]) -> bytes:
    """The bytes of packed rows: without NULs and halves of characters, which no later stage can write."""
    return ROW_END.join(rows).replace("\0", "").encode("utf-8", "replace")


def unpack_rows(first: int, content: bytes) -> Iterator[Row]:
    """The rows again, numbered from `first`. Raises UnicodeDecodeError for what no child of ours has sent."""
    for number, text in zip(count(first), content.decode("utf-8").split(ROW_END), strict=False):
        yield number, text.split(CELL_END) if text else []
