"""What a column of a big table is: declared once, read by model, header, delegate and column chooser."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from collections.abc import Callable

RowT = TypeVar("RowT")


class Align(Enum):
    """Where a column's text stands; amounts stand at the right, so that their decimals line up."""

    LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    CENTER = Qt.AlignmentFlag.AlignCenter


class Column(NamedTuple, Generic[RowT]):
    """`title` is translated already; `text` formats a row's value; `sort` is the query's key, empty: not
    sortable.

    `width` is in digits of the table's font; where there are `samples`, the widest of them counts, and `width`
    is what comes beside the text (an icon). `is_extra` columns are hidden until someone wants them. `field` is
    the API field that edits in place write to, empty: none. `is_quiet` columns are shown in the muted colour.
    """

    key: str
    title: str
    width: float
    text: Callable[[RowT], str]
    align: Align = Align.LEFT
    sort: str = ""
    field: str = ""
    is_quiet: bool = False
    tip: Callable[[RowT], str] | None = None
    samples: tuple[str, ...] = ()
    is_extra: bool = False
