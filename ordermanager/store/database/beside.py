"""Where lies what is made from the workspace, to be quick, and holds nothing that it does not: see made_database.py."""

from __future__ import annotations

import threading
from pathlib import Path


class Beside:
    """Where they lie: beside the database at `workspace`, or where that may only be looked at, in a folder that goes
    with `close`."""

    def __init__(self, workspace: Path, *, read_only: bool) -> None:
        self.workspace = workspace
        self._read_only = read_only
        self._scratch: str | None = None
        self._lock = threading.Lock()
        self._locks: dict[str, threading.RLock] = {}

    def file(self, name: str) -> Path:
        """The file of this name."""
        if not self._read_only:
            return self.workspace.with_name(name)
        with self._lock:
            if self._scratch is None:
                import tempfile  # not for a start

                self._scratch = tempfile.mkdtemp(prefix="ordermanager-")
            return Path(self._scratch) / name

    def lock(self, name: str) -> threading.RLock:
        """Of the threads of this program one at a time makes the file of this name."""
        with self._lock:
            return self._locks.setdefault(name, threading.RLock())

    def close(self) -> None:
        """Delete what was made of a workspace that may only be looked at."""
        if self._scratch is not None:
            import shutil

            shutil.rmtree(self._scratch, ignore_errors=True)
