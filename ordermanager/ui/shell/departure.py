"""The system ends the program: at a logout or shutdown, by `kill`, because its terminal is closed, or by Ctrl+C there.

Nobody is there to be asked. What is typed is saved, the request on its way is waited for, not longer than whoever logs
out waits for the program (faults.md F47), and the window closes.
"""

from __future__ import annotations

import signal
import socket
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, QTimer

if TYPE_CHECKING:
    from types import FrameType

    from ordermanager.ui.shell.main_window import MainWindow

PATIENCE_MS = 10_000
_ENDING = [getattr(signal, name) for name in ("SIGTERM", "SIGINT", "SIGHUP") if hasattr(signal, name)]


class Departure(QObject):
    """Hears the signals that end a program, in the main thread. Windows has none for a program with a window."""

    _pipe: tuple[socket.socket, socket.socket]

    def __init__(self, window: MainWindow, patience_ms: int = PATIENCE_MS) -> None:
        super().__init__(window)
        self._window = window
        self._patience_ms = patience_ms
        if sys.platform == "win32":
            return
        # Python's own handlers run only when Python does: a byte in a pipe wakes Qt, whatever it waits for.
        reading, writing = socket.socketpair()
        reading.setblocking(False)
        writing.setblocking(False)
        self._pipe = reading, writing
        signal.set_wakeup_fd(writing.fileno(), warn_on_full_buffer=False)
        for number in _ENDING:
            if signal.getsignal(number) is not signal.SIG_IGN:  # as `nohup` has it
                signal.signal(number, _heard)
        self._notifier = QSocketNotifier(reading.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_signal)

    def stop(self) -> None:
        """Hear nothing any more."""
        if sys.platform == "win32":
            return
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(-1)
        for number in _ENDING:
            if signal.getsignal(number) is _heard:
                signal.signal(number, signal.SIG_DFL)
        for end in self._pipe:
            end.close()

    def _on_signal(self) -> None:
        if any(number in _ENDING for number in self._pipe[0].recv(64)):
            self.leave()

    def leave(self) -> None:
        """Close the window, without a question."""
        window = self._window
        window.must_go = True
        window.close()
        if window.isVisible():  # waits for an answer
            QTimer.singleShot(self._patience_ms, window, window.close)


def _heard(_number: int, _frame: FrameType | None) -> None:
    """The byte in the pipe says it."""
