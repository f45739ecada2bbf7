"""What Windows refuses and other systems allow, refused here too, so that a test anywhere finds what would fail there:
a file that is open cannot be removed or replaced, and one that is open for reading only cannot be flushed.
"""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

_OPEN = Path("/proc/self/fd")


def obey(monkeypatch: pytest.MonkeyPatch) -> None:
    """Until the end of the test. Only on Linux, which shows what files are open."""
    if sys.platform != "linux":
        return
    import fcntl

    flush = os.fsync

    def fsync(file: Any) -> None:
        number = file if isinstance(file, int) else file.fileno()
        if fcntl.fcntl(number, fcntl.F_GETFL) & os.O_ACCMODE == os.O_RDONLY:
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        flush(number)

    monkeypatch.setattr(os, "fsync", fsync)
    for name in ("unlink", "remove", "rename", "replace"):
        monkeypatch.setattr(os, name, _careful(getattr(os, name)))


def _careful(deed: Callable[..., None]) -> Callable[..., None]:
    def careful(*paths: Any, **options: Any) -> None:
        if not options:  # shutil.rmtree names files by the folder's descriptor
            for path in paths:
                if _is_open(path):
                    raise PermissionError(errno.EACCES, "used by this very process", os.fspath(path))
        deed(*paths, **options)

    return careful


def _is_open(path: Any) -> bool:
    try:
        wanted = Path(path).lstat()
    except OSError:
        return False
    for each in _OPEN.iterdir():
        try:
            found = each.stat()
        except OSError:  # the one that lists them
            continue
        if os.path.samestat(found, wanted):
            return True
    return False
