"""One window per workspace: a second start wakes the first one's window instead."""

from __future__ import annotations

import getpass
import hashlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

if TYPE_CHECKING:
    from pathlib import Path

PATIENCE_MS = 500


class SingleInstance(QObject):
    """A local socket named after the user and the folder; only this user may connect."""

    woken = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        seed = f"{getpass.getuser()}\0{folder.expanduser().resolve()}"
        self._name = "ordermanager-" + hashlib.sha256(seed.encode()).hexdigest()[:24]
        self._server: QLocalServer | None = None

    def wake_other(self) -> bool:
        """Whether there is another window on this folder; it comes to the front."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        is_there = socket.waitForConnected(PATIENCE_MS)
        if is_there:
            socket.disconnectFromServer()
        return is_there

    def listen(self) -> None:
        """Be the one that others wake. A name left over by a crash is taken over."""
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        if not server.listen(self._name):
            QLocalServer.removeServer(self._name)
            server.listen(self._name)
        server.newConnection.connect(self._on_connection)
        self._server = server

    def _on_connection(self) -> None:
        if self._server is None:
            return
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnectFromServer()
            socket.deleteLater()
        self.woken.emit()
