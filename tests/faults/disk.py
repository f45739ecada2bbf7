"""A disk that remembers every write: the power can be cut at any of them, and it can be full from any of them on.

SQLite writes through `RecordingVFS` while it is the default. A cut at step N leaves what a disk may hold then: all that
was synced before, and of the writes since the last sync of each file an arbitrary part, torn at sector boundaries.
"""

from __future__ import annotations

import random
import threading
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import apsw

SECTOR = 512


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that was done to a file. `kind`: write, truncate, sync or delete."""

    kind: str
    path: str
    offset: int = 0
    data: bytes = b""


@dataclass(frozen=True, slots=True)
class Trouble:
    """From its `first` write (or sync, with `of_syncs`) on, and for so many of them, the disk refuses. `error` is what
    the system then says: apsw.FullError or apsw.IOError."""

    first: int
    error: type[apsw.Error] = apsw.FullError
    of_syncs: bool = False
    lasting: int = 10**9

    def __str__(self) -> str:
        what = "sync" if self.of_syncs else "write"
        return f"{self.error.__name__} at {what} {self.first}" + (
            f", {self.lasting} times" if self.lasting < 10**9 else ""
        )


class Disk:
    """What was done so far, and what trouble it is in. `writes` and `syncs` may be set back to count from then on."""

    def __init__(self) -> None:
        self.steps: list[Step] = []
        self.writes = 0
        self.syncs = 0
        self.refused = 0
        self.trouble: Trouble | None = None
        self._lock = threading.Lock()

    def begin_trouble(self, trouble: Trouble) -> None:
        """Count from here."""
        with self._lock:
            self.writes = self.syncs = self.refused = 0
            self.trouble = trouble

    def write(self, path: str, offset: int, data: bytes) -> None:
        """Remember a write. Raises where the disk refuses it; a write within the file is refused too, as on file
        systems that copy on write."""
        with self._lock:
            self.writes += 1
            self._refuse(self.writes, of_syncs=False)
            self.steps.append(Step("write", path, offset, data))

    def sync(self, path: str) -> None:
        """Raises where what was written cannot be made to last."""
        with self._lock:
            self.syncs += 1
            self._refuse(self.syncs, of_syncs=True)

    def _refuse(self, number: int, *, of_syncs: bool) -> None:
        trouble = self.trouble
        if trouble is None or trouble.of_syncs is not of_syncs:
            return
        if trouble.first <= number < trouble.first + trouble.lasting:
            self.refused += 1
            raise trouble.error("the disk refuses")

    def note(self, step: Step) -> None:
        """Remember anything else."""
        with self._lock:
            self.steps.append(step)

    def after_cut(self, at: int, dice: random.Random) -> dict[str, bytes]:
        """The files as they may be found when the power went after `at` steps."""
        durable: dict[str, bytearray] = defaultdict(bytearray)
        pending: dict[str, list[Step]] = defaultdict(list)
        for step in self.steps[:at]:
            if step.kind == "delete":
                durable.pop(step.path, None)
                pending.pop(step.path, None)
            elif step.kind == "sync":
                for each in pending.pop(step.path, []):
                    _apply(durable[step.path], each, each.data)
            else:
                pending[step.path].append(step)
        for path, steps in pending.items():
            for step in steps:
                fate = dice.random()
                if fate < 0.4:
                    _apply(durable[path], step, step.data)
                elif fate < 0.6 and step.kind == "write":
                    _apply(durable[path], step, step.data[: dice.randrange(0, len(step.data) + 1, SECTOR)])
        return {path: bytes(content) for path, content in durable.items()}


def _apply(content: bytearray, step: Step, data: bytes) -> None:
    if step.kind == "truncate":
        del content[step.offset :]
        return
    if len(content) < step.offset:
        content.extend(bytes(step.offset - len(content)))
    content[step.offset : step.offset + len(data)] = data


class _RecordingFile(apsw.VFSFile):
    def __init__(self, disk: Disk, inherited: str, name: Any, flags: list[int]) -> None:
        super().__init__(inherited, name, flags)
        self._disk = disk
        self._path = "" if name is None else str(name.filename() if hasattr(name, "filename") else name)

    def xWrite(self, data: bytes, offset: int) -> None:
        self._disk.write(self._path, offset, bytes(data))
        super().xWrite(data, offset)

    def xTruncate(self, newsize: int) -> None:
        self._disk.note(Step("truncate", self._path, newsize))
        super().xTruncate(newsize)

    def xSync(self, flags: int) -> None:
        self._disk.sync(self._path)
        super().xSync(flags)
        self._disk.note(Step("sync", self._path))


class RecordingVFS(apsw.VFS):
    """Passes everything on to the system's own file layer, and tells the disk."""

    def __init__(self, disk: Disk, name: str, inherited: str) -> None:
        self._disk = disk
        self._inherited = inherited
        super().__init__(name, inherited)

    def xOpen(self, name: Any, flags: list[int]) -> apsw.VFSFile:
        return _RecordingFile(self._disk, self._inherited, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:
        super().xDelete(filename, syncdir)
        self._disk.note(Step("delete", filename))


@contextmanager
def recorded() -> Iterator[Disk]:
    """While this lasts, every database that is opened writes to the disk that it gives."""
    disk = Disk()
    inherited = apsw.vfs_names()[0]
    vfs = RecordingVFS(disk, f"recording-{id(disk)}", inherited)
    apsw.set_default_vfs(f"recording-{id(disk)}")
    try:
        yield disk
    finally:
        apsw.set_default_vfs(inherited)
        vfs.unregister()


def lay_out(files: dict[str, bytes], old: Path, new: Path) -> None:
    """Write the files that lay under `old` to `new`, as a disk that is looked at after the power is back."""
    for path, content in files.items():
        target = new / Path(path).relative_to(old)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
