"""Sorts whatever the HTTP library and the operating system raise into ErrorKind and a short, harmless
detail."""

from __future__ import annotations

import errno
import socket
import ssl
from typing import TYPE_CHECKING

from ordermanager.api.exchange import ErrorKind
from ordermanager.api.tls import sort_tls_error

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNREACHABLE = frozenset(
    {
        errno.ENETUNREACH,
        errno.EHOSTUNREACH,
        errno.ENETDOWN,
        errno.EHOSTDOWN,
        errno.EADDRNOTAVAIL,
        10051,
        10065,
    }
)
_REFUSED = frozenset({errno.ECONNREFUSED, 10061})
_TIMED_OUT = frozenset({errno.ETIMEDOUT, 10060})


def sort_error(error: BaseException) -> tuple[ErrorKind, str]:
    """The kind of a fault before, while or after the request went out. The detail never quotes a URL, header
    or body."""
    import httpx

    for cause in _causes(error):
        if isinstance(cause, socket.gaierror):
            return ErrorKind.DNS, "name not found"
        if isinstance(cause, ssl.SSLError):
            return sort_tls_error(cause)
    if isinstance(error, httpx.ProxyError):
        return ErrorKind.PROXY, str(error)[:80]
    if isinstance(error, httpx.ConnectTimeout):
        return ErrorKind.CONNECT_TIMEOUT, "no answer to the call"
    if isinstance(error, httpx.ConnectError):
        return _sort_connect(error)
    if isinstance(error, httpx.RemoteProtocolError):
        # The library's texts tell of the protocol only; the server's bytes are not quoted in them but for the
        # first line.
        closed = "disconnected" in str(error) or "closed connection" in str(error)
        return (
            (ErrorKind.CLOSED, "closed by the server") if closed else (ErrorKind.BAD_ANSWER, "protocol error")
        )
    if isinstance(error, (httpx.ReadError, httpx.WriteError, httpx.CloseError, OSError)):
        return ErrorKind.CLOSED, "connection reset"
    return ErrorKind.OTHER, type(error).__name__


def _sort_connect(error: BaseException) -> tuple[ErrorKind, str]:
    codes = {cause.errno for cause in _causes(error) if isinstance(cause, OSError)}
    if codes & _REFUSED:
        return ErrorKind.REFUSED, "connection refused"
    if codes & _UNREACHABLE:
        return ErrorKind.UNREACHABLE, "network unreachable"
    if codes & _TIMED_OUT:
        return ErrorKind.CONNECT_TIMEOUT, "no answer to the call"
    return ErrorKind.CONNECT, "connection lost during the call"


def _causes(error: BaseException) -> Iterator[BaseException]:
    """The error, what it came from, and the members of groups (a call to several addresses fails as a
    group)."""
    seen: set[int] = set()
    waiting: list[BaseException] = [error]
    while waiting:
        current = waiting.pop(0)
        if id(current) in seen:
            continue
        seen.add(id(current))
        yield current
        waiting += [linked for linked in (current.__cause__, current.__context__) if linked is not None]
        if isinstance(current, BaseExceptionGroup):
            waiting += current.exceptions
