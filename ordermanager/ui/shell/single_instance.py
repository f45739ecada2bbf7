"""One window per workspace: a second start wakes the first one's window instead."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, QTimer, Signal

from ordermanager.kernel_lock import lock as lock_file

try:
    from _blake2 import blake2b  # of hashlib, which loads OpenSSL along with it
except ImportError:
    from hashlib import blake2b

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

PATIENCE_MS = 500
"""How long a window that listens may take to answer."""
TRIES, BETWEEN_TRIES_MS = 50, 100
"""The first window listens when it has shown its list; one that never answers is left alone, and a second opens."""

KEEP_EVERY_MS = 10 * 60 * 1000
"""A folder for temporary files is swept of what has not been touched for some days: three on macOS, ten elsewhere."""


class SingleInstance(QObject):
    """A lock, and a local socket named after the user and the folder; only this user may connect.

    The lock says at once whether there is another one (it is the kernel's, and falls with the process). The network
    part of Qt is loaded only to wake the other, or when the first window has shown its list.
    """

    woken = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__()
        seed = f"{_user()}\0{folder.expanduser().resolve()}"
        self._name = "ordermanager-" + blake2b(seed.encode(), digest_size=12).hexdigest()
        self._server: QLocalServer | None = None
        self._held: int | None = None  # until `release`, or the process ends
        self._keeping = QTimer(self)
        self._keeping.timeout.connect(self.keep)

    def wake_other(self) -> bool:
        """Whether there is another window on this folder; it comes to the front."""
        for _ in range(TRIES):
            try:
                lock = self._open()
            except OSError:
                return self._wake(tries=1)
            try:
                lock_file(lock)
            except OSError:
                os.close(lock)
                return self._wake(tries=TRIES)
            if self._is_the_file(lock):
                self._held = lock
                self._keeping.start(KEEP_EVERY_MS)
                return False
            os.close(lock)  # the other one ended just now, and took the file with it
        return False

    def keep(self) -> None:
        """Touch the file, so that nobody sweeps it away; if it is gone all the same, put another in its place."""
        if self._held is None:
            return
        with suppress(OSError):
            if self._is_the_file(self._held):
                os.utime(self._held if os.utime in os.supports_fd else self._lock_file)
                return
            lock = self._open()
            try:
                lock_file(lock)
            except OSError:  # a second window has come meanwhile, and the place is its
                os.close(lock)
                return
            os.close(self._held)
            self._held = lock

    def release(self) -> None:
        """The window has ended: leave nothing behind. What a crash leaves is harmless. Harmless twice."""
        if self._held is None:
            return
        self._keeping.stop()
        with suppress(OSError):  # Windows keeps a file that is open; it may stay
            self._lock_file.unlink()
        os.close(self._held)
        self._held = None

    def listen(self) -> None:
        """Be the one that others wake. A name left over by a crash is taken over. Harmless twice."""
        if self._server is not None:
            return
        from PySide6.QtNetwork import QLocalServer

        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        if not server.listen(self._name):
            QLocalServer.removeServer(self._name)
            server.listen(self._name)
        server.newConnection.connect(self._on_connection)
        self._server = server

    def _open(self) -> int:
        return os.open(self._lock_file, os.O_CREAT | os.O_RDWR | getattr(os, "O_NOFOLLOW", 0), 0o600)

    def _is_the_file(self, descriptor: int) -> bool:
        """Whether the file that was locked is still the one that others will find by its name."""
        try:
            return os.path.samestat(os.fstat(descriptor), self._lock_file.stat())
        except OSError:
            return False

    @property
    def _lock_file(self) -> Path:
        place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.TempLocation)
        return Path(place) / f"{self._name}.lock"

    def _wake(self, tries: int) -> bool:
        from PySide6.QtCore import QThread
        from PySide6.QtNetwork import QLocalSocket

        from ordermanager.ui.shell.windows_shell import let_another_come_forward

        let_another_come_forward()
        for number in range(tries):
            if number:
                QThread.msleep(BETWEEN_TRIES_MS)
            socket = QLocalSocket()
            socket.connectToServer(self._name)
            if socket.waitForConnected(PATIENCE_MS):
                socket.disconnectFromServer()
                return True
        return False

    def _on_connection(self) -> None:
        if self._server is None:
            return
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnectFromServer()
            socket.deleteLater()
        self.woken.emit()


def _user() -> str:
    return str(os.getuid()) if hasattr(os, "getuid") else os.environ.get("USERNAME", "")
