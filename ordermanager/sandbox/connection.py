"""HTTP for the sandbox: one connection's requests, from the socket to the desks and back."""

from __future__ import annotations

import base64
import json
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlsplit

from ordermanager.log import Log
from ordermanager.sandbox.adding import Added
from ordermanager.sandbox.data import SandboxDataError
from ordermanager.sandbox.faults import APPLIED
from ordermanager.sandbox.ledger import RequestRecord
from ordermanager.sandbox.looking import NOT_FOUND, Reply, problem

if TYPE_CHECKING:
    from ordermanager.sandbox.state import SandboxState

LARGEST_BODY = 64 * 1024 * 1024
_HTML = "<!DOCTYPE html><html><title>Sign in to Hotel Wi-Fi</title><p>Welcome, guest.</p></html>"

log = Log(__name__)


class Connection(BaseHTTPRequestHandler):
    """One connection; `state` is the sandbox's, set by the server on a subclass."""

    protocol_version = "HTTP/1.1"
    server_version = "OrderManagerSandbox"
    sys_version = ""
    timeout = 120
    disable_nagle_algorithm = True
    state: SandboxState

    def log_message(self, format: str, *args: Any) -> None:
        """Requests are in the ledger; their URLs may hold e-mail addresses, so they are not logged."""

    def do_POST(self) -> None:
        """Add orders."""
        path, _ = self._target()
        if path == "/v1/orders":
            self._add_orders(path)
        elif self._admitted(path, self._body()):
            self._reply(path, self._no_such(path))

    def do_GET(self) -> None:
        """Account, contacts, and the sandbox's own pages."""
        path, query = self._target()
        if self._admitted(path, self._body()):
            self._reply(
                path,
                problem(405, "Method not allowed")
                if path == "/v1/orders"
                else self.state.look.get(path, query),
            )

    def do_DELETE(self) -> None:
        """Delete orders."""
        path, query = self._target()
        if self._admitted(path, self._body()):
            self._reply(path, self.state.look.delete(query) if path == "/v1/orders" else self._no_such(path))

    def do_PUT(self) -> None:
        """Nothing can be put."""
        path, _ = self._target()
        if self._admitted(path, self._body()):
            self._reply(path, self._no_such(path))

    def _no_such(self, path: str) -> Reply:
        known = path in ("/v1/orders", "/v1/contacts", "/v1/account/info", "/v1/version")
        return problem(405, "Method not allowed") if known else NOT_FOUND

    def _target(self) -> tuple[str, dict[str, str]]:
        """The path without /api, and the query."""
        parts = urlsplit(self.path)
        path = parts.path.removeprefix("/api") if parts.path.startswith("/api/") else parts.path
        return path.rstrip("/") or "/", dict(parse_qsl(parts.query, keep_blank_values=True))

    def _body(self) -> bytes | None:
        """The whole body; None (and an answer) where it cannot be read. It is read before anything is
        answered, since closing a connection with unread data in it would take the answer away again."""
        length = self.headers.get("Content-Length", "0" if self.command != "POST" else "")
        if not (length.isascii() and length.isdigit()):
            self._refuse(411, "Content-Length is required")
            return None
        if int(length) > LARGEST_BODY:
            self._refuse(413, "The request is too large")
            return None
        body = self.rfile.read(int(length))
        if len(body) < int(length):  # the client has gone: half a request counts as none
            self.close_connection = True
            return None
        return body

    def _refuse(self, status: int, message: str) -> None:
        self.close_connection = True
        self._reply(self._target()[0], problem(status, message))

    def _admitted(self, path: str, body: bytes | None) -> bool:
        """Whether the request is whole and its key is good; a refusal is answered here."""
        if body is None:
            return False
        self.state.pause()
        refusal = self._key_refusal() or self.state.too_fast()
        if refusal:
            self._reply(path, refusal)
        return refusal is None

    def _key_refusal(self) -> Reply | None:
        scheme, _, code = self.headers.get("Authorization", "").partition(" ")
        try:
            key = (
                base64.b64decode(code, validate=True).decode("utf-8").partition(":")[2]
                if scheme == "Basic"
                else ""
            )
        except ValueError:
            key = ""
        if not key or key.startswith("bad"):
            return problem(401, "Bad credentials")
        return problem(403, "The key has no access to this method") if key == "limited" else None

    def _add_orders(self, path: str) -> None:
        fault = self.state.faults.take()
        if fault == "drop-before":
            self.state.ledger.note(RequestRecord(datetime.now(UTC), "POST", path))
            self.close_connection = True
            return
        body = self._body()
        if not self._admitted(path, body):
            return
        assert body is not None
        if not self.headers.get("Content-Type", "").lower().startswith("application/json"):
            self._reply(path, problem(415, "Unsupported media type"), size=len(body))
        elif fault and fault not in APPLIED:
            self._misbehave(path, fault, body)
        else:
            self._add(path, fault, body)

    def _add(self, path: str, fault: str, body: bytes) -> None:
        try:
            added = self.state.desk.add(body)
        except SandboxDataError as error:
            self._reply(path, problem(500, str(error)), size=len(body))
            return
        if fault and added.status == 200:
            self._break_off(path, fault, body, added)
        else:
            self._reply(path, Reply(added.status, added.answer), size=len(body), added=added)

    def _misbehave(self, path: str, fault: str, body: bytes) -> None:
        """The faults in which nothing is taken."""
        if fault == "hang":
            self._note(path, None, len(body), None)
            self.state.wait_for_end()
            self.close_connection = True
        elif fault in ("html", "text"):
            text, kind = (
                (_HTML, "text/html; charset=utf-8") if fault == "html" else ("It works!", "text/plain")
            )
            self._note(path, 200, len(body), None)
            self._send(200, text.encode(), kind, {})
        else:
            headers = {"Retry-After": "1"} if fault in ("429", "503") else {}
            if fault.startswith("3"):
                headers["Location"] = "/elsewhere"
            refusal = problem(int(fault), f"Fault {fault} on demand")
            self._reply(path, Reply(refusal.status, refusal.document, headers), size=len(body))

    def _break_off(self, path: str, fault: str, body: bytes, added: Added) -> None:
        """The faults that come after the orders have been taken."""
        self._note(path, 200 if fault == "empty" else None, len(body), added)
        if fault == "empty":
            self._send(200, b"", "", {})
            return
        if fault == "timeout":
            self.state.wait_for_end()
        elif fault == "half":
            answer = json.dumps(added.answer).encode()
            head = f"HTTP/1.1 200 OK\r\nX-Sandbox: 1\r\nContent-Length: {len(answer)}\r\n\r\n"
            self.wfile.write(head.encode() + answer[: len(answer) // 2])
        self.close_connection = True

    def _note(self, path: str, status: int | None, size: int, added: Added | None) -> None:
        done = added or Added(status or 0)
        self.state.ledger.note(
            RequestRecord(
                at=datetime.now(UTC),
                method=self.command,
                path=path,
                size=size,
                count=done.count,
                sha256=done.sha256,
                status=status,
                applied=done.applied,
                failed=done.failed,
            )
        )

    def _reply(self, path: str, reply: Reply, *, size: int = 0, added: Added | None = None) -> None:
        self._note(path, reply.status, size, added)
        text = json.dumps(reply.document, ensure_ascii=False, default=str) if reply.raw is None else reply.raw
        self._send(
            reply.status,
            text.encode("utf-8", "replace"),
            "application/json;charset=UTF-8",
            dict(reply.headers),
        )

    def _send(self, status: int, body: bytes, kind: str, headers: dict[str, str]) -> None:
        """Head and body in one go: two small writes would wait for each other's acknowledgement."""
        fields = {
            "Server": self.server_version,
            "Date": self.date_time_string(),
            "X-Sandbox": "1",
            **({"Content-Type": kind} if kind else {}),
            **headers,
            "Content-Length": str(len(body)),
            **({"Connection": "close"} if self.close_connection else {}),
        }
        reason = self.responses[status][0] if status in self.responses else "Other"
        lines = [
            f"HTTP/1.1 {status} {reason}",
            *(f"{name}: {value}" for name, value in fields.items()),
            "",
            "",
        ]
        head = "\r\n".join(lines).encode("latin-1")
        try:
            self.wfile.write(head + body)
        except OSError:  # the client did not wait for its answer
            self.close_connection = True
