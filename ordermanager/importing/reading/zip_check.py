"""The contents list of a zip (XLSX, XLSB, ODS) is judged before any of it is unpacked (faults.md 4.6)."""

from __future__ import annotations

import zipfile
import zlib
from typing import IO

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP
from ordermanager.importing.errors import ReadError

MAX_ENTRIES = 2000
"""A workbook has a handful of parts per sheet and picture; 200 sheets with pictures stay far below."""

MAX_TOTAL = 1536 * 1024**2
"""Declared bytes of all parts unpacked. A million rows of fifteen columns come to about 700 MB of XML."""

MAX_RATIO = 200
"""A part may not grow more than so many times; sheets of repeated values reach 60. Small parts are exempt."""

_SMALL = 1024**2
_PROLOGUE = 4096


def check_zip(name: str, stream: IO[bytes]) -> frozenset[str]:
    """The names of a zip's parts. Raises ReadError where it is broken, encrypted or hostile."""
    try:
        with zipfile.ZipFile(stream) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError) as error:
        raise broken_workbook(name) from error
    if any(part.flag_bits & 1 for part in parts):
        raise ReadError(
            QT_TRANSLATE_NOOP(
                "Sentence", "{file} is protected by a password. Save it without one and try again."
            ),
            file=name,
        )
    total = sum(part.file_size for part in parts)
    grows = any(
        part.file_size > _SMALL and part.file_size > MAX_RATIO * max(part.compress_size, 1) for part in parts
    )
    if len(parts) > MAX_ENTRIES or total > MAX_TOTAL or grows or _overlap(parts):
        raise too_large(name)
    return frozenset(part.filename for part in parts)


def _overlap(parts: list[zipfile.ZipInfo]) -> bool:
    """Whether parts share bytes, the trick of bombs that look small part by part (CVE-2024-0450)."""
    end = 0
    for part in sorted(parts, key=lambda part: part.header_offset):
        if part.header_offset < end:
            return True
        end = part.header_offset + part.compress_size
    return False


def defines_entities(stream: IO[bytes]) -> bool:
    """Whether a part of a zip defines texts of its own (XML entities), which no program that saves workbooks does."""
    try:
        stream.seek(0)
        with zipfile.ZipFile(stream) as archive:
            return any(b"<!DOCTYPE" in _beginning(archive, name) for name in archive.namelist()[:MAX_ENTRIES])
    except (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError, RuntimeError, zlib.error):
        return False


def _beginning(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as part:
        return part.read(_PROLOGUE)


def entities(name: str) -> ReadError:
    """A hostile file: nobody who exports orders writes entities."""
    return ReadError(
        QT_TRANSLATE_NOOP(
            "Sentence",
            "{file} defines texts of its own (XML entities), as files do that are made to harm. Nothing of it was "
            "read. If you trust it, open it in Excel and save it as CSV.",
        ),
        file=name,
    )


def broken_workbook(name: str) -> ReadError:
    """The workbook breaks off or its parts do not fit together."""
    return ReadError(
        QT_TRANSLATE_NOOP(
            "Sentence",
            "{file} is damaged or was not downloaded completely. Download or save it again and import that.",
        ),
        file=name,
    )


def too_large(name: str) -> ReadError:
    """Reading the workbook would take more memory or time than is allowed."""
    return ReadError(
        QT_TRANSLATE_NOOP(
            "Sentence",
            "{file} would take too much memory or time to read: it claims to be far larger than a list of "
            "orders is. "
            "Copy the rows into a new workbook, or save it as CSV.",
        ),
        file=name,
    )
