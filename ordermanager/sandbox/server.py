"""The sandbox server: starts, serves in threads, stops."""

from __future__ import annotations

import contextlib
import os
import socket
import socketserver
import sys
import threading
import time
from typing import TYPE_CHECKING, Any

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, KnownError
from ordermanager.log import Log
from ordermanager.sandbox.connection import Connection
from ordermanager.sandbox.data import SandboxData
from ordermanager.sandbox.faults import Faults
from ordermanager.sandbox.ledger import Ledger
from ordermanager.sandbox.state import SandboxState

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path
    from types import TracebackType

log = Log(__name__)

CLOSING_SECONDS = 5
"""So long a connection may take to end."""


class PortUnavailable(KnownError):
    """The sandbox cannot listen where it should."""


class _Listener(socketserver.ThreadingTCPServer):
    """Keeps the open connections, so that stopping closes them. HTTPServer itself would look up this
    computer's name."""

    daemon_threads = True
    request_queue_size = 128
    allow_reuse_address = os.name == "posix"  # on Windows it would let two servers share a port

    def __init__(self, address: tuple[str, int], connection: type[Connection]) -> None:
        self.address_family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
        self._open: set[socket.socket] = set()
        self._changed = threading.Condition()
        super().__init__(address, connection)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Serve one connection, in its own thread."""
        with self._changed:
            self._open.add(request)
        try:
            super().process_request_thread(request, client_address)
        finally:
            with self._changed:
                self._open.discard(request)
                self._changed.notify_all()

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ARG002
        """A connection that breaks is everyday life; anything else is a defect of the sandbox and worth a
        line."""
        error = sys.exc_info()[1]
        if not isinstance(error, (ConnectionError, TimeoutError)):
            log.error("the sandbox failed on a request: %s", type(error).__name__)

    def close_connections(self) -> None:
        """End every open connection and wait for its thread."""
        with self._changed:
            for connection in self._open:
                with contextlib.suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)
            self._changed.wait_for(lambda: not self._open, timeout=CLOSING_SECONDS)


class SandboxServer:
    """`with SandboxServer() as server: server.url` gives "http://127.0.0.1:PORT/api".

    Keys: empty or starting with "bad" → 401, "limited" → 403, any other is good. `data_file` keeps everything
    for the next start; None keeps it in memory. `faults` are what the first POST /orders requests meet
    (sandbox/faults.py). An identical body within `repeat_window_seconds` draws 409; 0 switches that off.
    `requests_per_second` draws 429. `clock` (seconds, monotonic) is for tests. Raises PortUnavailable and
    SandboxDataError.
    """

    def __init__(
        self,
        host: str = "127.0.0.1",
        port: int = 0,
        data_file: Path | None = None,
        *,
        latency_ms: int = 0,
        faults: Sequence[str] = (),
        repeat_window_seconds: float = 60,
        requests_per_second: int | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._faults = Faults(tuple(faults))
        self._data = SandboxData(data_file)
        self._state = SandboxState(
            self._data,
            self._faults,
            latency_ms=latency_ms,
            repeat_window_seconds=repeat_window_seconds,
            requests_per_second=requests_per_second,
            clock=clock,
        )
        connection = type("BoundConnection", (Connection,), {"state": self._state})
        try:
            self._listener = _Listener((host, port), connection)
        except (OSError, OverflowError) as error:
            self._data.close()
            raise PortUnavailable(
                QT_TRANSLATE_NOOP(
                    "Sentence",
                    "The sandbox cannot listen at {host}, port {port}. Choose another port; 0 takes any free "
                    "one.",
                ),
                host=host,
                port=port,
            ) from error
        self._host = host
        self._thread: threading.Thread | None = None
        self._serving = False
        self._stopped = False

    @property
    def port(self) -> int:
        """The port, also where any free one was asked for."""
        return int(self._listener.server_address[1])

    @property
    def url(self) -> str:
        """The base URL for an account."""
        host = {"": "127.0.0.1", "0.0.0.0": "127.0.0.1", "::": "::1"}.get(self._host, self._host)  # noqa: S104
        return f"http://[{host}]:{self.port}/api" if ":" in host else f"http://{host}:{self.port}/api"

    @property
    def ledger(self) -> Ledger:
        """What has been received and applied."""
        return self._state.ledger

    def fail(self, *faults: str) -> None:
        """Queue faults for the next requests of orders."""
        self._faults.add(*faults)

    def behave(self) -> None:
        """Forget the faults that are still to come."""
        self._faults.clear()

    def add_contact(self, card: Mapping[str, Any]) -> int:
        """Take in a contact, as a shop's other systems would have made it; its number."""
        return self._data.add_contact(dict(card))

    def start(self) -> None:
        """Serve in a thread of its own."""
        self._serving = True
        self._thread = threading.Thread(
            target=self._listener.serve_forever, args=(0.05,), name="sandbox", daemon=True
        )
        self._thread.start()

    def serve_forever(self) -> None:
        """Serve in the calling thread until `stop` is called from another, or an exception (Ctrl+C) comes."""
        self._serving = True
        try:
            self._listener.serve_forever(0.1)
        finally:
            self._serving = False

    def stop(self) -> None:
        """Stop, close every connection and the data file. May be called twice."""
        if self._stopped:
            return
        self._stopped = True
        self._state.end()
        if self._serving:
            self._listener.shutdown()
        if self._thread is not None:
            self._thread.join()
        self._listener.close_connections()
        self._listener.server_close()
        self._data.close()

    def __enter__(self) -> SandboxServer:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
