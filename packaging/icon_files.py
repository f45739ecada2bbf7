"""The program's icon as the files that Windows and macOS want: the drawing of the window in several sizes."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from pathlib import Path

ICO_EDGES = (16, 20, 24, 32, 40, 48, 64, 256)
ICNS_KINDS = {16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08", 512: b"ic09", 1024: b"ic10"}
"""The name of a picture by its edge."""


def pictures(drawing: Path, edges: tuple[int, ...]) -> dict[int, bytes]:
    """A PNG by its edge."""
    from PySide6.QtCore import QBuffer, QIODevice
    from PySide6.QtGui import QGuiApplication, QIcon

    application = QGuiApplication.instance() or QGuiApplication([])
    icon, drawn = QIcon(str(drawing)), {}
    for edge in edges:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        if not icon.pixmap(edge, edge).save(buffer, "PNG"):
            raise SystemExit(f"{drawing.name} cannot be drawn.")
        drawn[edge] = bytes(buffer.data().data())
    del application
    return drawn


def ico(drawn: Mapping[int, bytes]) -> bytes:
    """For Windows: a list of places, then the pictures."""
    place = 6 + 16 * len(drawn)
    head = struct.pack("<HHH", 0, 1, len(drawn))
    for edge, picture in drawn.items():
        head += struct.pack("<BBBBHHII", edge % 256, edge % 256, 0, 0, 1, 32, len(picture), place)
        place += len(picture)
    return head + b"".join(drawn.values())


def icns(drawn: Mapping[int, bytes]) -> bytes:
    """For macOS: each picture behind its kind and length."""
    parts = b"".join(
        ICNS_KINDS[edge] + struct.pack(">I", 8 + len(picture)) + picture for edge, picture in drawn.items()
    )
    return b"icns" + struct.pack(">I", 8 + len(parts)) + parts
