"""What a file is, from its content; its name is never asked."""

from __future__ import annotations

import re
import zipfile
import zlib
from typing import IO, TYPE_CHECKING

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP
from ordermanager.importing.errors import ReadError
from ordermanager.importing.reading.source import read
from ordermanager.importing.reading.zip_check import check_zip
from ordermanager.importing.tables.table import Format

if TYPE_CHECKING:
    from ordermanager.importing.reading.source import Source

HEAD = 65536
"""Bytes that are looked at first."""

_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_LOCKED_XLS = re.compile(rb"\x09\x08\x10\x00\x00\x06\x05\x00.{12}(?:\x86\x00\x00\x00)?\x2f\x00", re.DOTALL)
"""The beginning of a BIFF8 workbook (BOF) with FILEPASS behind it; python-calamine only says that it knows no
such format.
"""
_MAX_OLE = 200 * 1024**2

_OTHERS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7-Zip"),
    (b"\x1f\x8b", "GZIP"),
    (b"BZh", "BZIP2"),
    (b"\xfd7zXZ", "XZ"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"SQLite format 3", "SQLite"),
    (b"{\\rtf", "RTF"),
    (b"ID;PWXL", "SYLK"),
    (b"ID;PSCALC", "SYLK"),
)
_TABLES = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".json")
_TEXT_CONTROLS = bytes((7, 8, 9, 10, 12, 13, 26, 27))


def sniff(source: Source) -> Format | None:
    """The workbook format of a source, or None for text. Raises ReadError for what is neither, locked or
    broken.
    """
    with source.open() as stream:
        head = read(stream, source.name, HEAD)
        if not head.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0"):
            raise ReadError(
                QT_TRANSLATE_NOOP("Sentence", "{file} is empty. Export it from the shop again."),
                file=source.name,
            )
        if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
            return _zip_format(source.name, stream)
        if head.startswith(_OLE):
            return _ole_format(source.name, head + read(stream, source.name, _MAX_OLE))
    _refuse_other_formats(source.name, head)
    _refuse_links(source.name, head)
    return _markup_format(source.name, head)


def _zip_format(name: str, stream: IO[bytes]) -> Format:
    # as some programs write them
    names = {part.replace("\\", "/").lower() for part in check_zip(name, stream)}
    if "xl/workbook.xml" in names:
        return Format.XLSX
    if "xl/workbook.bin" in names:
        return Format.XLSB
    if "content.xml" in names:
        try:
            with zipfile.ZipFile(stream) as archive:
                kind = _part(archive, "mimetype")
                is_locked = b"encryption-data" in _part(archive, "META-INF/manifest.xml")
        except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError, zlib.error):
            kind, is_locked = b"", False
        if is_locked:
            raise password_error(name)
        if b"spreadsheet" in kind or not kind:
            return Format.ODS
        raise _not_a_spreadsheet(name, "OpenDocument")
    if any(part.endswith(".iwa") for part in names):
        raise ReadError(
            QT_TRANSLATE_NOOP(
                "Sentence",
                "{file} is a document of Apple Numbers, which only that program reads. Export it there as Excel or "
                "CSV, and import that.",
            ),
            file=name,
        )
    if any(part.endswith(_TABLES) for part in names):
        raise ReadError(
            QT_TRANSLATE_NOOP(
                "Sentence",
                "{file} is an archive with files in it. Unpack it and import the file with the orders.",
            ),
            file=name,
        )
    raise _not_a_spreadsheet(name, "Word" if "word/document.xml" in names else "ZIP")


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    """The beginning of a part, empty where there is none."""
    if name not in archive.namelist():
        return b""
    with archive.open(name) as stream:
        return stream.read(HEAD)


def _ole_format(name: str, content: bytes) -> Format:
    if _utf16("EncryptedPackage") in content or _utf16("EncryptionInfo") in content:
        raise password_error(name)
    if _LOCKED_XLS.search(content):
        raise password_error(name)
    if _utf16("Workbook") in content or _utf16("Book\0") in content:
        return Format.XLS
    raise _not_a_spreadsheet(name, "Word" if _utf16("WordDocument") in content else "Office")


def password_error(name: str) -> ReadError:
    """The workbook is encrypted."""
    return ReadError(
        QT_TRANSLATE_NOOP(
            "Sentence",
            "{file} is protected by a password. Open it in Excel, save it without one, and try again.",
        ),
        file=name,
    )


def _utf16(text: str) -> bytes:
    return text.encode("utf-16-le")


def _not_a_spreadsheet(name: str, kind: str) -> ReadError:
    return ReadError(
        QT_TRANSLATE_NOOP(
            "Sentence", "{file} is no table but a {kind} file. Import a CSV, XLSX, XLS, ODS or JSON file."
        ),
        file=name,
        kind=kind,
    )


def _refuse_other_formats(name: str, head: bytes) -> None:
    for magic, kind in _OTHERS:
        if head.startswith(magic):
            raise _not_a_spreadsheet(name, kind)
    if looks_like_utf16(head):
        return
    head = head.rstrip(b"\0")  # a file that was being written when the power went
    odd = len(head) - len(head.translate(None, bytes(set(range(32)) - set(_TEXT_CONTROLS))))
    if odd > 2 and odd * 50 > len(head):
        raise ReadError(
            QT_TRANSLATE_NOOP(
                "Sentence",
                "{file} is neither text nor a workbook. Import a CSV, XLSX, XLS, ODS or JSON file.",
            ),
            file=name,
        )


def _refuse_links(name: str, head: bytes) -> None:
    """What stands on a disk for a file on the web: shortcuts of Windows and of macOS, and those of Google Drive."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:2048]
    is_of_drive = start.startswith(b"{") and b'"doc_id"' in start
    is_of_mac = start.startswith(b"<?xml") and b"<plist" in start and b"<key>URL</key>" in start
    if is_of_drive or is_of_mac or start.startswith(b"[InternetShortcut]"):
        raise ReadError(
            QT_TRANSLATE_NOOP(
                "Sentence",
                "{file} is only a link to a file on the web. Open it there, download the table as XLSX or CSV, and "
                "import that.",
            ),
            file=name,
        )


def looks_like_utf16(head: bytes) -> str:
    """`utf-16-le` or `utf-16-be` for text of that kind, with a byte order mark or without one; else an empty
    text.
    """
    if head.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return "utf-32"
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    even, odd = head[0::2], head[1::2]
    if len(head) < 4:
        return ""
    # line ends and separators have a zero byte in every script, and their other byte tells them from a
    # binary file
    for name, zeros, letters in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if zeros.count(0) * 5 > len(zeros) and letters.count(0) * 50 < len(letters):
            return name
    return ""


def _markup_format(name: str, head: bytes) -> Format | None:
    start = head.removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"").lstrip()[:2048].lower()
    if not start.startswith(b"<"):
        return None
    if b"urn:schemas-microsoft-com:office:spreadsheet" in start and b"<html" not in start:
        return Format.XML
    if start.startswith(b"<?xml") and b"<html" not in start:
        raise _not_a_spreadsheet(name, "plain XML")
    if any(tag in start for tag in (b"<html", b"<table", b"<!doctype html", b"<meta", b"<style", b"<head")):
        return Format.HTML
    return None
