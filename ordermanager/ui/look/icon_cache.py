"""Icons as they were drawn last: a start reads the twenty that it shows, instead of loading what draws them.

The file is no more than a saving of time: where it is missing, damaged or of another version, all is drawn and written
anew.
"""

from __future__ import annotations

import contextlib
import os
import struct
import zlib
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from pathlib import Path

_HEAD = struct.Struct("<8sI")
_ENTRY = struct.Struct("<HH")
_MARK = b"OMicons1"
_LARGEST = 4_000_000
"""Bytes; what is larger is not ours."""
_EDGE = 1024
_FORMAT = QImage.Format.Format_ARGB32_Premultiplied

_known: dict[str, tuple[int, bytes]] = {}
_used: dict[str, tuple[int, bytes]] = {}
_file: Path | None = None


def begin(file: Path) -> None:
    """Use this file from now on, and whatever is in it."""
    global _file
    _file = file
    _known.clear()
    _used.clear()
    with contextlib.suppress(OSError):
        if file.stat().st_size <= _LARGEST:
            _known.update(_read(file.read_bytes()))


def end() -> None:
    """Use none any more."""
    global _file
    _file = None
    _known.clear()
    _used.clear()


def get(key: str, edge: int) -> QImage | None:
    """The picture of this name, if it is here and so large."""
    found = _known.get(key)
    if found is None or found[0] != edge:
        return None
    _used[key] = found
    return QImage(found[1], edge, edge, 4 * edge, _FORMAT).copy()


def put(key: str, picture: QImage) -> None:
    """Remember a picture that was drawn now."""
    if _file is not None and picture.format() == _FORMAT:
        _used[key] = picture.width(), bytes(picture.constBits())


def save() -> None:
    """Write down what this run has shown, if the file has not all of it. In any thread; never raises."""
    shown = dict(_used)
    if _file is None or shown.keys() <= _known.keys():
        return
    body = b"".join(
        _ENTRY.pack(len(name := key.encode()), edge) + name + data for key, (edge, data) in shown.items()
    )
    part = _file.with_name(f"{_file.name}.{os.getpid()}")
    with contextlib.suppress(OSError):
        _file.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(_HEAD.pack(_MARK, zlib.crc32(body)) + body)
        part.replace(_file)
        _known.update(shown)


def _read(data: bytes) -> dict[str, tuple[int, bytes]]:
    """What a file says; nothing where a byte of it is not as it was written."""
    found: dict[str, tuple[int, bytes]] = {}
    if len(data) < _HEAD.size:
        return found
    mark, checksum = _HEAD.unpack_from(data)
    place = _HEAD.size
    if mark != _MARK or zlib.crc32(data[place:]) != checksum:
        return found
    while place < len(data):
        length, edge = _ENTRY.unpack_from(data, place)
        place += _ENTRY.size
        end = place + length + 4 * edge * edge
        if not 0 < edge <= _EDGE or end > len(data):
            return {}
        found[data[place : place + length].decode()] = edge, data[place + length : end]
        place = end
    return found
