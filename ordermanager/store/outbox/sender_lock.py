"""The lock that the sender holds while it works: of the kernel, so that it falls with the process, never by time."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Self

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP
from ordermanager.kernel_lock import lock
from ordermanager.store.database.files import unusable
from ordermanager.store.errors import SenderBusy

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

LOCK_NAME = "sender.lock"


class SenderLock:
    """`with SenderLock(folder):` makes this the only sender of the workspace; raises SenderBusy if there is one.

    That it is obtained proves that the last sender has ended, however it ended. The file stays, it means nothing.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / LOCK_NAME
        self._descriptor: int | None = None

    def __enter__(self) -> Self:
        try:
            descriptor = os.open(self._path, os.O_CREAT | os.O_RDWR, 0o600)
        except OSError as error:
            raise unusable(self._path, error) from error
        try:
            lock(descriptor)
        except OSError as error:
            os.close(descriptor)
            raise SenderBusy(
                QT_TRANSLATE_NOOP(
                    "Sentence",
                    "Orders of this workspace are being sent already, by another window or command. "
                    "Wait until that has finished, or stop it there.",
                )
            ) from error
        self._descriptor = descriptor
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._descriptor is not None:
            os.close(self._descriptor)  # closing unlocks
            self._descriptor = None
