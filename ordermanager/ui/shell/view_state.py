"""What the window remembers between starts: place, size, panes, columns, folder, sorting. Texts in the
settings."""

from __future__ import annotations

import base64
import binascii
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def pack(value: QByteArray) -> str:
    """Qt's own state as text."""
    return base64.b64encode(value.data()).decode("ascii")


def unpack(text: str) -> QByteArray:
    """The reverse of `pack`; empty for anything else."""
    try:
        return QByteArray(base64.b64decode(text, validate=True))
    except (binascii.Error, ValueError):
        return QByteArray()


def pack_sizes(sizes: Sequence[int]) -> str:
    """The sizes of a splitter."""
    return ",".join(str(size) for size in sizes)


def unpack_sizes(view: Mapping[str, str], key: str, usual: Sequence[int]) -> list[int]:
    """The remembered sizes, or the usual ones where there are none or of another number of panes."""
    try:
        sizes = [int(part) for part in view.get(key, "").split(",")]
    except ValueError:
        return list(usual)
    is_usable = len(sizes) == len(usual) and all(0 <= size < 100_000 for size in sizes) and any(sizes)
    return sizes if is_usable else list(usual)
