"""What the user wants of a running sender: set from any thread, heeded in the sender's own."""

from __future__ import annotations

import asyncio
import threading


class Control:
    """Flags with one event that wakes whoever waits. Everything but `bound` and `event` may be used from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self.event = asyncio.Event()
        self._nudged = False
        self.paused = False
        self.stopping = False
        self.abandoning = False
        self.has_other_account = False

    def bind(self) -> None:
        """The calling thread's loop is the one to wake from now on."""
        with self._lock:
            self._loop = asyncio.get_running_loop()

    def unbind(self) -> None:
        """That loop is about to end."""
        with self._lock:
            self._loop = None

    def nudge(self) -> None:
        """Look again now."""
        self._set(nudged=True)

    def pause(self) -> None:
        """Hold still after the batch in flight."""
        self._set(paused=True)

    def resume(self) -> None:
        """Go on, and look again now."""
        self._set(paused=False, nudged=True)

    def stop(self) -> None:
        """End after the batch in flight."""
        self._set(stopping=True)

    def abandon(self) -> None:
        """End now."""
        self._set(stopping=True, abandoning=True)

    def account_changed(self) -> None:
        """End after the batch in flight: the account is not what the user said yes to."""
        self._set(has_other_account=True)

    @property
    def must_hold(self) -> bool:
        """Whether nothing may leave now."""
        return self.stopping or self.paused or self.has_other_account

    def take_nudge(self) -> bool:
        """Whether someone nudged since the last call."""
        with self._lock:
            nudged, self._nudged = self._nudged, False
            return nudged

    def _set(
        self,
        *,
        paused: bool | None = None,
        nudged: bool = False,
        stopping: bool = False,
        abandoning: bool = False,
        has_other_account: bool = False,
    ) -> None:
        with self._lock:
            self.paused = self.paused if paused is None else paused
            self._nudged = self._nudged or nudged
            self.stopping = self.stopping or stopping
            self.abandoning = self.abandoning or abandoning
            self.has_other_account = self.has_other_account or has_other_account
            if self._loop is not None:
                self._loop.call_soon_threadsafe(self.event.set)
