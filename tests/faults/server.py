"""A server that misbehaves: raw sockets, a script of faults, and a ledger of its own of what it received and applied.

Each connection takes the next fault of the script, or `default` once the script is empty. "Applied" is the server's
secret: the tests compare it with what the workspace believes.
"""

from __future__ import annotations

import hashlib
import json
import socket
import ssl
import struct
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

_TURNED_AWAY = (401, 402, 403, 404, 405, 406, 407, 410, 415, 451)
"""Answers given before anyone looks at the orders: the key, the address or the form is wrong."""


@dataclass(slots=True)
class Request:
    """One request as the server saw it. `complete` is False where the body never arrived whole."""

    ids: list[str] = field(default_factory=list)
    orders: list[dict[str, object]] = field(default_factory=list)
    digest: str = ""
    size: int = 0
    complete: bool = False
    applied: bool = False
    turned_away: bool = False
    headers: dict[str, str] = field(default_factory=dict)
    path: str = ""
    at: float = 0.0
    fault: Fault | None = None


class Ledger:
    """What happened, by the server's own account. Thread-safe by one lock; read it when nothing is in flight."""

    def __init__(self) -> None:
        self.requests: list[Request] = []
        self.applied: Counter[str] = Counter()
        self.orders: dict[str, dict[str, object]] = {}
        self.events: Counter[tuple[str, str]] = Counter()
        self.lock = threading.Lock()

    def apply(self, request: Request, except_ids: Iterable[str] = ()) -> None:
        """Take the orders in, as the real server would, each raising an event."""
        skipped = set(except_ids)
        with self.lock:
            request.applied = True
            for order in request.orders:
                name = str(order["externalOrderId"])
                if name not in skipped:
                    self.applied[name] += 1
                    self.events[name, str(order["status"])] += 1
                    self.orders[name] = order

    @property
    def received(self) -> Counter[str]:
        """How often each id arrived in a complete request."""
        return Counter(name for request in self.requests if request.complete for name in request.ids)


class Connection:
    """One accepted connection: reading the request in steps, and answering rightly or wrongly."""

    def __init__(
        self,
        sock: socket.socket,
        ledger: Ledger,
        closing: threading.Event,
        at: float,
        fault: Fault | None = None,
    ) -> None:
        self.sock = sock
        self.ledger = ledger
        self.closing = closing
        self.request = Request(at=at, fault=fault)
        self._rest = b""
        self._length = 0

    def read_head(self) -> None:
        """Up to the empty line."""
        data = b""
        while b"\r\n\r\n" not in data:
            chunk = self.sock.recv(65536)
            if not chunk:
                raise ConnectionError("the client left")
            data += chunk
        head, _, self._rest = data.partition(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        self.request.path = first.split(" ")[1]
        self.request.headers = {
            name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)
        }
        self._length = int(self.request.headers.get("content-length", "0"))
        with self.ledger.lock:
            self.ledger.requests.append(self.request)

    def read_part(self, share: float) -> None:
        """Only a share of the body."""
        rest = bytearray(self._rest)
        while len(rest) < self._length * share:
            chunk = self.sock.recv(4096)
            if not chunk:
                raise ConnectionError("the client left")
            rest += chunk
        self._rest = bytes(rest)

    def read(self) -> list[str]:
        """The whole request; its order ids."""
        self.read_head()
        self.read_part(1.0)
        body = self._rest
        self.request.size = len(body)
        self.request.digest = hashlib.sha256(body).hexdigest()
        self.request.orders = json.loads(body)["orders"]
        self.request.ids = [str(order["externalOrderId"]) for order in self.request.orders]
        self.request.complete = True
        return self.request.ids

    def apply(self, except_ids: Iterable[str] = ()) -> None:
        """Take the orders of this request in."""
        self.ledger.apply(self.request, except_ids)

    def send(self, data: bytes) -> None:
        """Raw bytes."""
        self.sock.sendall(data)

    def reply(
        self, status: int, body: bytes = b"", content_type: str = "application/json", **headers: str
    ) -> None:
        """A well-formed answer."""
        self.request.turned_away = status // 100 == 3 or status in _TURNED_AWAY
        lines = [f"HTTP/1.1 {status} Whatever", f"Content-Length: {len(body)}", "Connection: close"]
        if content_type:
            lines.append(f"Content-Type: {content_type}")
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
        self.send("\r\n".join(lines).encode() + b"\r\n\r\n" + body)

    def reply_json(self, status: int, value: object, **headers: str) -> None:
        """A well-formed answer in JSON."""
        self.reply(status, json.dumps(value).encode(), **headers)

    def reset(self) -> None:
        """RST instead of FIN."""
        self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.sock.close()

    def hang(self) -> None:
        """Nothing more, until the client gives up or the server is stopped."""
        self.sock.settimeout(0.05)
        while not self.closing.is_set():
            try:
                if not self.sock.recv(65536):
                    return
            except TimeoutError:
                continue
            except OSError:
                return

    def drip(self, data: bytes, pause: float = 0.02) -> None:
        """A byte at a time, slowly, without end if `data` is long enough."""
        for byte in data:
            if self.closing.wait(pause):
                return
            self.send(bytes([byte]))


Fault = Callable[[Connection], None]


def ok(connection: Connection) -> None:
    """The API as it should be."""
    connection.read()
    connection.apply()
    connection.reply_json(200, {})


class FaultServer:
    """Listens on a loopback port from `start()` to `stop()`; may be started again on the same port.

    `clock` says when a request came, in seconds: the sender's own clock where that is not the real one.
    """

    def __init__(
        self,
        *script: Fault,
        default: Fault = ok,
        clock: Callable[[], float] = time.monotonic,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self._tls = tls
        self.clock = clock
        self.script = list(script)
        self.default = default
        self.ledger = Ledger()
        self.errors: list[BaseException] = []
        self._closing = threading.Event()
        self._threads: list[threading.Thread] = []
        self._listener: socket.socket | None = None
        holder = socket.create_server(("127.0.0.1", 0))
        self.port: int = holder.getsockname()[1]
        holder.close()

    @property
    def url(self) -> str:
        """The base URL of the account."""
        return f"http://127.0.0.1:{self.port}/api"

    def start(self) -> FaultServer:
        """Listen."""
        self._closing.clear()
        self._listener = socket.create_server(("127.0.0.1", self.port), backlog=16)
        self._spawn(self._accept, self._listener)
        return self

    @property
    def is_up(self) -> bool:
        """Whether it listens."""
        return self._listener is not None

    def close_door(self) -> None:
        """Refuse connections from now on."""
        if self._listener is not None:
            self._listener.shutdown(socket.SHUT_RDWR)
            self._listener.close()
            self._listener = None

    def stop(self) -> None:
        """Refuse connections from now on, and wait for those that are open."""
        self._closing.set()
        self.close_door()
        for thread in self._threads:
            thread.join(5)
        self._threads.clear()

    def __enter__(self) -> FaultServer:
        return self.start()

    def __exit__(self, *exc: object) -> None:
        self.stop()

    def _spawn(self, target: Callable[..., None], *args: object) -> None:
        thread = threading.Thread(target=target, args=args, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self, listener: socket.socket) -> None:
        while True:
            try:
                sock, _ = listener.accept()
            except OSError:
                return
            fault = self.script.pop(0) if self.script else self.default
            self._spawn(self._serve, sock, fault)

    def _serve(self, sock: socket.socket, fault: Fault) -> None:
        with sock:
            sock.settimeout(20)
            try:
                with sock if self._tls is None else self._tls.wrap_socket(sock, server_side=True) as line:
                    fault(Connection(line, self.ledger, self._closing, self.clock(), fault))
            except OSError:
                return  # the client left first, as it does when its deadline passes
            except BaseException as problem:
                self.errors.append(problem)
