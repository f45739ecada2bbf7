"""One account at Yespo: sends a request and tells what became of it (faults.md 3.2, 4.2).

HTTP/1.1 over a fresh connection per request, one deadline for the whole exchange, no redirects, nothing from
the environment (proxies, netrc, CA files), no cookies, answers uncompressed and capped.
"""

from __future__ import annotations

import asyncio
import base64
import logging
import sys
import time
from dataclasses import dataclass, field
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from ordermanager import __version__
from ordermanager.api.address import BadAddress, is_loopback, normalise_base_url
from ordermanager.api.exchange import ErrorKind, Exchange, SentPhase
from ordermanager.api.line import HasDescriptor, other_side_has_closed
from ordermanager.api.network_errors import sort_error
from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, WrongUse
from ordermanager.log import Log

if TYPE_CHECKING:
    import ssl
    from collections.abc import AsyncIterator, Mapping
    from pathlib import Path

    import httpx

USER_NAME = "ordermanager"  # any value will do, the key is what counts (yespo-api.md 2.2)
LONGEST_ANSWER = 8_000_000
_CHUNK = 256 * 1024
_NO_BODY_STATUSES = (204, 304)

log = Log(__name__)


class BadKey(WrongUse):
    """The text cannot be an API key."""

    is_of_account = True


def request_headers(size: int, version: str = __version__) -> dict[str, str]:
    """The headers of a request whose body has `size` bytes, without the key, as they can be shown to anybody; as this
    `version` of the program sends them."""
    headers = {
        "Accept": "application/json",
        "Accept-Encoding": "identity",
        "Connection": "close",
        "User-Agent": f"OrderManager/{version}",
    }
    if size:
        headers["Content-Type"] = "application/json; charset=UTF-8"
        headers["Content-Length"] = str(size)
    return headers


class YespoClient:
    """One account's address and key. May be used by several tasks and threads; never raises for network
    faults.

    `base_url` may end with or without /api, /api/ or /api/v1; InsecureAddress and BadAddress are raised for
    what cannot be used. `connect_timeout` and `total` are seconds; `total` is a wall-clock deadline for the
    whole exchange. `proxy` is the URL of an http(s) proxy, not used for loopback. `ca` is a PEM file of
    further authorities (a company's own, say); BadAuthorities when it is none. Cancelling the task raises
    CancelledError as usual: a request that was under way then counts as ambiguous.
    """

    def __init__(
        self,
        base_url: str,
        key: str,
        *,
        connect_timeout: float = 10,
        total: float = 120,
        proxy: str | None = None,
        ca: Path | None = None,
    ) -> None:
        self.base_url = normalise_base_url(base_url)
        self._authorization = _authorization(key)
        self._connect_timeout = connect_timeout
        self._total = total
        self._proxy = _checked_proxy(proxy) if not is_loopback(_host_of(self.base_url)) else None
        self._ca = ca
        self._context: ssl.SSLContext | None = None
        if ca is not None:
            self._prepare()  # so that a file that cannot be read is told here

    def __repr__(self) -> str:
        return f"YespoClient({self.base_url!r})"

    async def post_orders(self, body: bytes) -> Exchange:
        """Send one request of orders; `body` goes out byte for byte."""
        return await self._exchange("POST", "/v1/orders", {}, body)

    async def get_json(self, path: str, params: Mapping[str, str] | None = None) -> Exchange:
        """Ask for `path`, "/v1/account/info" for instance."""
        return await self._exchange("GET", path, params or {}, b"")

    async def delete_orders(self, params: Mapping[str, str]) -> Exchange:
        """Schedule a deletion (api/deletion.py says of what)."""
        return await self._exchange("DELETE", "/v1/orders", params, b"")

    async def _exchange(self, method: str, path: str, params: Mapping[str, str], body: bytes) -> Exchange:
        """Do it within the deadline; whatever happens, say how far the request had got."""
        self._prepare()
        progress = _Progress()
        started = time.monotonic()
        try:
            async with asyncio.timeout(self._total) as deadline:
                await self._talk(method, path, params, body, progress)
        except Exception as error:  # what had left must never be forgotten, however the fault is called
            if deadline.expired():
                progress.fail(ErrorKind.DEADLINE, f"no complete answer within {self._total:g} s")
            else:
                kind, text = sort_error(error)
                # Once something has left, it is the line that broke: the TLS kinds say that nothing was sent.
                broke = kind.is_tls and progress.sent is not SentPhase.NOT_SENT
                progress.fail(ErrorKind.CLOSED if broke else kind, text)
            if progress.error is ErrorKind.OTHER:
                log.error("an exchange failed in a way that is not known: %s", type(error).__name__)
        return progress.exchange(time.monotonic() - started)

    async def _talk(
        self, method: str, path: str, params: Mapping[str, str], body: bytes, progress: _Progress
    ) -> None:
        import httpx

        assert self._context is not None
        limits = httpx.Limits(max_connections=1, max_keepalive_connections=0)
        timeout = httpx.Timeout(None, connect=self._connect_timeout)
        async with httpx.AsyncClient(
            verify=self._context,
            trust_env=False,
            follow_redirects=False,
            proxy=self._proxy,
            limits=limits,
            timeout=timeout,
        ) as http:
            request = http.build_request(
                method,
                f"{self.base_url}/{path.lstrip('/')}",
                params=dict(params) or None,
                headers=self._headers(body),
                content=_Body(body, progress) if body else None,
                extensions={"trace": progress.watch},
            )
            response = await http.send(request, stream=True)
            try:
                await _read(response, progress, limit=max(LONGEST_ANSWER, 2 * len(body)))
            finally:
                await response.aclose()

    def _prepare(self) -> None:
        """What takes long the first time, outside of any deadline: the HTTP library and the list of
        authorities."""
        import httpx  # noqa: F401

        from ordermanager.api.tls import make_context

        if self._context is None:
            _silence()
            _search_once()
            self._context = make_context(self._ca)

    def _headers(self, body: bytes) -> dict[str, str]:
        return {"Authorization": self._authorization, **request_headers(len(body))}


@dataclass(slots=True)
class _Progress:
    """How far an exchange has got, kept outside of it so that no exception can take it away."""

    sent: SentPhase = SentPhase.NOT_SENT
    status: int | None = None
    headers: dict[str, str] = field(default_factory=dict)
    body: bytearray = field(default_factory=bytearray)
    framing_complete: bool = False
    error: ErrorKind | None = None
    error_text: str = ""
    line: HasDescriptor | None = None

    async def watch(self, event: str, info: Mapping[str, Any]) -> None:
        """Called by httpcore at each step. A request without a body may be complete as soon as its headers go
        out."""
        if event == "connection.connect_tcp.complete":
            self.line = info["return_value"].get_extra_info("socket")
        elif event == "http11.send_request_headers.started":
            method = info["request"].method
            if method == b"POST":
                self.sent = SentPhase.PARTLY
            elif method != b"CONNECT":  # that one is for a proxy only
                self.sent = SentPhase.COMPLETE

    def fail(self, kind: ErrorKind, text: str) -> None:
        """Remember the first thing that broke."""
        if self.error is None:
            self.error, self.error_text = kind, text

    def exchange(self, elapsed: float) -> Exchange:
        """The whole story."""
        return Exchange(
            sent=self.sent,
            status=self.status,
            headers=self.headers,
            body=bytes(self.body),
            framing_complete=self.framing_complete,
            error=self.error,
            error_text=self.error_text,
            elapsed=elapsed,
        )


class _Body:
    """The request's body, its last byte on its own.

    A chunk is asked for only when the one before it has been handed to the kernel. So while the last byte has
    not been asked for, it cannot have left, whatever buffers are flushed when a connection is torn down; and
    as soon as it has, the request counts as complete. The library's own "body sent" event comes later than
    the fact and leaves a gap.
    """

    def __init__(self, body: bytes, progress: _Progress) -> None:
        self._body = body
        self._progress = progress

    async def __aiter__(self) -> AsyncIterator[bytes]:
        last = len(self._body) - 1
        for start in range(0, last, _CHUNK):
            self._stop_if_closed()
            yield self._body[start : min(start + _CHUNK, last)]
        self._stop_if_closed()
        self._progress.sent = SentPhase.COMPLETE
        yield self._body[last:]

    def _stop_if_closed(self) -> None:
        """A server that refuses early and closes (413) has not taken a whole request: keep it so, and read why.

        Writing on would make the system throw its answer away. The library goes on to read after a WriteError.
        """
        import httpcore

        if self._progress.line is not None and other_side_has_closed(self._progress.line):
            raise httpcore.WriteError("the server closed its side before the request was complete")


async def _read(response: httpx.Response, progress: _Progress, limit: int) -> None:
    """Take the answer in; `framing_complete` only when its end was announced and has come."""
    progress.status = response.status_code
    progress.headers = {name.lower(): response.headers[name] for name in response.headers}
    encoding = progress.headers.get("content-encoding", "identity").strip().lower()
    if encoding not in ("", "identity"):
        progress.fail(ErrorKind.ENCODED, f"Content-Encoding: {encoding[:20]}")
        return
    async for chunk in response.aiter_raw():
        if len(progress.body) + len(chunk) > limit:
            progress.fail(ErrorKind.TOO_LARGE, f"more than {limit} bytes")
            return
        progress.body += chunk
    # A wrong length or a missing last chunk has raised by now; an answer with neither just ends when the line
    # does.
    progress.framing_complete = (
        "content-length" in progress.headers
        or "chunked" in progress.headers.get("transfer-encoding", "").lower()
        or progress.status in _NO_BODY_STATUSES
    )


def _authorization(key: str) -> str:
    key = key.strip()
    if not key or not key.isprintable():
        raise BadKey(
            QT_TRANSLATE_NOOP(
                "Sentence", "This is not an API key. Copy it from Yespo: profile, Settings, API."
            )
        )
    return "Basic " + base64.b64encode(f"{USER_NAME}:{key}".encode()).decode("ascii")


def _host_of(url: str) -> str:
    from urllib.parse import urlsplit

    return urlsplit(url).hostname or ""


def _checked_proxy(proxy: str | None) -> str | None:
    if proxy is None or not proxy.strip():
        return None
    from urllib.parse import urlsplit

    try:
        parts = urlsplit(proxy.strip())
        good = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        good = False
    if not good:
        raise BadAddress(
            QT_TRANSLATE_NOOP(
                "Sentence", "The proxy's address is not right. It looks like http://proxy.example:3128."
            )
        )
    return proxy.strip()


def _search_once() -> None:
    """httpcore asks eight times in each request whether sniffio is there, to tell asyncio from trio. Where it is not,
    all folders are searched for it each time, a quarter of what a request costs."""
    name = "sniffio"
    if name not in sys.modules and find_spec(name) is None:
        sys.modules[name] = None  # type: ignore[assignment]  # Python's word for: there is none


def _silence() -> None:
    """The libraries log whole URLs, in which an e-mail address may stand, and headers."""
    for name in ("httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
