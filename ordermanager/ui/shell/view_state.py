"""What the window remembers between starts: place, size, panes, columns, folder, sorting. Texts in the
settings."""

from __future__ import annotations

import binascii
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import QByteArray


def pack(value: QByteArray) -> str:
    """Qt's own state as text."""
    return binascii.b2a_base64(value.data(), newline=False).decode("ascii")


def unpack(text: str) -> bytes:
    """The reverse of `pack`; empty for anything else."""
    try:
        return binascii.a2b_base64(text, strict_mode=True)
    except ValueError:
        return b""


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
