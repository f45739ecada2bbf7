"""A server of raw sockets that answers, or misbehaves, exactly as a test says."""

from __future__ import annotations

import contextlib
import socket
import ssl
import struct
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest


@dataclass
class Received:
    """What one connection got: `head` up to the empty line, `body` after it."""

    head: bytes = b""
    body: bytearray = field(default_factory=bytearray)

    def header(self, name: str) -> str | None:
        for line in self.head.decode("latin-1").split("\r\n")[1:]:
            key, _, value = line.partition(":")
            if key.lower() == name.lower():
                return value.strip()
        return None


class Peer:
    """One accepted connection."""

    def __init__(self, sock: socket.socket, got: Received, closing: threading.Event) -> None:
        self.sock = sock
        self.got = got
        self.closing = closing

    def read_head(self) -> None:
        while b"\r\n\r\n" not in self.got.head:
            chunk = self.sock.recv(65536)
            if not chunk:
                return
            self.got.head += chunk
        self.got.head, _, rest = self.got.head.partition(b"\r\n\r\n")
        self.got.body += rest

    def read(self, share: float = 1.0) -> None:
        """The head, and that share of the body."""
        self.read_head()
        length = int(self.got.header("Content-Length") or 0)
        while len(self.got.body) < length * share:
            chunk = self.sock.recv(65536)
            if not chunk:
                return
            self.got.body += chunk

    def drain(self) -> None:
        """Whatever still comes, until the other side closes."""
        with contextlib.suppress(OSError):
            while chunk := self.sock.recv(1 << 20):
                self.got.body += chunk

    def send(self, *parts: bytes | str) -> None:
        self.sock.sendall(b"".join(part.encode() if isinstance(part, str) else part for part in parts))

    def answer(self, body: bytes | str = b"", status: str = "200 OK", *headers: str) -> None:
        body = body.encode() if isinstance(body, str) else body
        lines = "".join(f"{header}\r\n" for header in headers)
        self.send(f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n{lines}\r\n", body)

    def reset(self) -> None:
        self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.sock.close()

    def hang(self) -> None:
        self.closing.wait(30)

    def drip(self, data: bytes, pause: float = 0.05) -> None:
        """One byte at a time until the other side leaves."""
        with contextlib.suppress(OSError):
            for byte in data:
                if self.closing.wait(pause):
                    return
                self.sock.sendall(bytes([byte]))


@dataclass
class RawServer:
    """Accepts connections and runs `behave` on each in a thread."""

    behave: Callable[[Peer], None]
    tls: ssl.SSLContext | None = None
    connections: list[Received] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.closing = threading.Event()
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        self._threads: list[threading.Thread] = []
        self._open: list[socket.socket] = []
        self._accepting = threading.Thread(target=self._accept, daemon=True)
        self._accepting.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/api"

    def _accept(self) -> None:
        while True:
            try:
                sock, _ = self._socket.accept()
            except OSError:
                return
            self._open.append(sock)
            thread = threading.Thread(target=self._serve, args=(sock,), daemon=True)
            self._threads.append(thread)
            thread.start()

    def _serve(self, sock: socket.socket) -> None:
        got = Received()
        self.connections.append(got)
        try:
            if self.tls is not None:
                sock = self.tls.wrap_socket(sock, server_side=True)
                self._open.append(sock)
            self.behave(Peer(sock, got, self.closing))
        except OSError:
            pass  # the client has left, which many of these tests want
        finally:
            with contextlib.suppress(OSError):
                sock.close()

    def finish(self) -> None:
        """Wait until every connection has been served to its end."""
        for thread in self._threads:
            thread.join(10)

    def stop(self) -> None:
        self.closing.set()
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._accepting.join(10)
        for sock in self._open:
            with contextlib.suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)
        self.finish()
        for sock in self._open:
            sock.close()


@pytest.fixture
def serve() -> Iterator[Callable[..., RawServer]]:
    """`serve(behave, tls=None)` starts a RawServer that ends with the test."""
    servers: list[RawServer] = []

    def start(behave: Callable[[Peer], None], tls: ssl.SSLContext | None = None) -> RawServer:
        servers.append(RawServer(behave, tls))
        return servers[-1]

    yield start
    for server in servers:
        server.stop()
