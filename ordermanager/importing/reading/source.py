"""What is imported: a file, bytes or pasted text. Opened, checked and hashed here, nowhere else."""

from __future__ import annotations

import hashlib
import io
import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP
from ordermanager.importing.errors import ReadError

MAX_BYTES = 4 * 1024**3
"""Largest file that is opened; CSV is streamed, every other format has a smaller limit of its own."""

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Source:
    """Something to import. `name` is what people are shown; exactly one of `path` and `data` is set.

    `is_text`: the data came as text (a paste) and stands here as UTF-8, so its encoding is known.
    """

    name: str
    path: Path | None = None
    data: bytes | None = None
    is_text: bool = False

    @classmethod
    def of(cls, given: Source | Path | str) -> Source:
        """A source as it is, or the file at a path."""
        if isinstance(given, Source):
            return given
        path = Path(given)
        return cls(path.name or str(path), path=path)

    @classmethod
    def from_bytes(cls, name: str, data: bytes) -> Source:
        """The content of a file that is already in memory."""
        return cls(name, data=data)

    @classmethod
    def from_text(cls, text: str, name: str = "") -> Source:
        """Pasted text; characters that are half of a pair (lone surrogates) become question marks."""
        return cls(
            name or QT_TRANSLATE_NOOP("Sentence", "pasted text"),
            data=text.encode("utf-8", "replace"),
            is_text=True,
        )

    def open(self) -> IO[bytes]:
        """The bytes, from the start. Raises ReadError where there is no file or it is not a plain one."""
        if self.data is not None:
            return io.BytesIO(self.data)
        assert self.path is not None
        try:
            _refuse_what_is_no_file(self.name, os.stat(self.path))  # noqa: PTH116 - a pipe must not be opened
            return self.path.open("rb")
        except OSError as error:
            raise os_error(self.name, error) from error

    def stamp(self) -> tuple[int, int]:
        """Size and time of the last change; a difference after reading means that the file changed
        meanwhile.
        """
        if self.path is None:
            return len(self.data or b""), 0
        try:
            found = self.path.stat()
        except OSError as error:
            raise changed(self.name) from error
        return found.st_size, found.st_mtime_ns

    @property
    def size(self) -> int:
        """Bytes."""
        return self.stamp()[0]

    def sha256(self) -> str:
        """The hash of the content in hexadecimal, for the record of the import. Reads the whole file."""
        digest = hashlib.sha256()
        with self.open() as stream:
            while chunk := read(stream, self.name, _CHUNK):
                digest.update(chunk)
        return digest.hexdigest()


def read(stream: IO[bytes], name: str, count: int = -1) -> bytes:
    """Bytes of an open source; a failing disk or share becomes a ReadError."""
    try:
        return stream.read(count)
    except OSError as error:
        raise os_error(name, error) from error


def changed(name: str) -> ReadError:
    """The file is not the one any more that was opened."""
    return ReadError(
        QT_TRANSLATE_NOOP(
            "Sentence", "{file} changed or vanished while it was read. Nothing of it counts: import it again."
        ),
        file=name,
    )


def os_error(name: str, error: OSError) -> ReadError:
    """The sentence for what the operating system says about a file."""
    if isinstance(error, FileNotFoundError):
        text = QT_TRANSLATE_NOOP("Sentence", "{file} does not exist. Check its name and folder.")
    elif isinstance(error, IsADirectoryError):
        text = _FOLDER
    elif isinstance(error, PermissionError):
        text = QT_TRANSLATE_NOOP(
            "Sentence", "{file} may not be read. Close it in other programs, or ask for the right to read it."
        )
    else:
        text = QT_TRANSLATE_NOOP(
            "Sentence", "{file} cannot be read: {why}. Copy it to this computer and try again."
        )
    return ReadError(text, file=name, why=error.strerror or str(error))


_FOLDER = QT_TRANSLATE_NOOP("Sentence", "{file} is a folder. Choose a file in it.")


def _refuse_what_is_no_file(name: str, found: os.stat_result) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise ReadError(_FOLDER, file=name)
    if not stat.S_ISREG(found.st_mode):
        raise ReadError(
            QT_TRANSLATE_NOOP(
                "Sentence", "{file} is a device or a pipe. Save its content to a file and import that."
            ),
            file=name,
        )
    if found.st_size > MAX_BYTES:
        raise ReadError(
            QT_TRANSLATE_NOOP("Sentence", "{file} is larger than 4 GB. Split it into several files."),
            file=name,
        )
