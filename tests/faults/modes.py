"""Every way in which the server misbehaves, and what the workspace must believe afterwards (faults.md 3.5, by number).

`Believes.LATER_ACCEPTED` means: surely not delivered, so it is queued again and the second attempt is taken.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from enum import Enum
from functools import partial

from tests.faults.server import Connection, Fault


class Believes(Enum):
    """What the workspace must hold of the orders of the one faulty request."""

    ACCEPTED = "accepted"
    LATER_ACCEPTED = "later accepted"
    EITHER = "later accepted or unconfirmed"
    UNCONFIRMED = "unconfirmed"
    STOPPED_WAITING = "stopped, waiting"
    STOPPED_UNCONFIRMED = "stopped, unconfirmed"


@dataclass(frozen=True, slots=True)
class Mode:
    """One fault: what the server does with one request, and what must be believed of its orders."""

    name: str
    fault: Fault
    believes: Believes


# -- before the request is read -----------------------------------------------------------------------------------


def reset_before_read(connection: Connection) -> None:
    connection.reset()


def reset_mid_read(connection: Connection) -> None:
    connection.read_head()
    connection.read_part(0.5)
    connection.reset()


def close_mid_read(connection: Connection) -> None:
    connection.read_head()


def early(connection: Connection, code: int) -> None:
    """Answers after the head, before the body is read; reads it all the same, lest the answer be lost to a reset."""
    connection.read_head()
    connection.reply_json(code, {"message": "no"})
    connection.read_part(1.0)


# -- after it, with and without applying ----------------------------------------------------------------------------


def taken(connection: Connection, applied: bool) -> None:
    connection.read()
    if applied:
        connection.apply()


def reset_after_read(connection: Connection, applied: bool) -> None:
    taken(connection, applied)
    connection.reset()


def close_without_reply(connection: Connection, applied: bool) -> None:
    taken(connection, applied)


def hang(connection: Connection, applied: bool) -> None:
    taken(connection, applied)
    connection.hang()


def drip_head(connection: Connection) -> None:
    taken(connection, True)
    connection.drip(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n" + b"X-Slow: " + b"a" * 5000)


def drip_body(connection: Connection) -> None:
    taken(connection, True)
    connection.send(b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\nContent-Type: application/json\r\n\r\n")
    connection.drip(b'{"failedOrders": [' + b" " * 5000)


def endless_100(connection: Connection) -> None:
    taken(connection, False)
    while not connection.closing.wait(0.02):
        connection.send(b"HTTP/1.1 100 Continue\r\n\r\n")


def raw(connection: Connection, answer: bytes, applied: bool = True) -> None:
    """These very bytes, then the end of the stream."""
    taken(connection, applied)
    connection.send(answer)


def raw_then_reset(connection: Connection, answer: bytes) -> None:
    taken(connection, True)
    connection.send(answer)
    connection.reset()


def many_headers(connection: Connection) -> None:
    raw(connection, b"HTTP/1.1 200 OK\r\n" + b"X-A: 1\r\n" * 50_000 + b"Content-Length: 2\r\n\r\n{}")


def long_header(connection: Connection) -> None:
    raw(connection, b"HTTP/1.1 200 OK\r\nX-A: " + b"a" * 1_000_000 + b"\r\nContent-Length: 2\r\n\r\n{}")


def huge_body(connection: Connection) -> None:
    taken(connection, True)
    connection.send(b"HTTP/1.1 200 OK\r\nContent-Length: 999999999\r\nContent-Type: application/json\r\n\r\n")
    while not connection.closing.is_set():
        connection.send(b" " * 1_000_000)


# -- statuses -------------------------------------------------------------------------------------------------------


def status(connection: Connection, code: int, applied: bool = False, **headers: str) -> None:
    taken(connection, applied)
    connection.reply_json(code, {"status": code, "message": "said no"}, **headers)


def retry_after_date(connection: Connection) -> None:
    moment = datetime.now(UTC) + timedelta(seconds=40)
    status(connection, 429, Retry_After=format_datetime(moment, usegmt=True))


def redirect(connection: Connection, code: int) -> None:
    status(connection, code, Location="http://127.0.0.1:9/elsewhere")


# -- 200 in all its shapes ------------------------------------------------------------------------------------------


def answer_200(connection: Connection, body: bytes, content_type: str = "application/json") -> None:
    taken(connection, True)
    connection.reply(200, body, content_type)


def chunked(connection: Connection) -> None:
    raw(
        connection,
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: application/json\r\n\r\n"
        b"1\r\n{\r\n1\r\n}\r\n0\r\n\r\n",
    )


def failed(connection: Connection, shape: str) -> None:
    """The first order is refused, the others are taken; `failedOrders` in one of the shapes of yespo-api.md 2.4."""
    first = connection.read()[0]
    connection.apply(except_ids=[first])
    echo = {"externalOrderId": first, "message": "bad e-mail"}
    bodies: dict[str, object] = {
        "list": {"failedOrders": [echo]},
        "object": {"failedOrders": echo},
        "strings": {"failedOrders": [first]},
        "twice": {"failedOrders": [echo, echo]},
        "bare_list": {"failedOrders": [{"externalOrderId": first}], "errorMessage": "bad e-mail"},
        "nested": {"failedOrders": [{"order": echo, "error": "bad e-mail"}]},
    }
    connection.reply_json(200, bodies[shape])


def all_failed(connection: Connection) -> None:
    ids = connection.read()
    connection.reply_json(200, {"failedOrders": [{"externalOrderId": name, "message": "no"} for name in ids]})


def stranger_failed(connection: Connection) -> None:
    taken(connection, True)
    connection.reply_json(200, {"failedOrders": [{"externalOrderId": "never-sent", "message": "no"}]})


def picky(connection: Connection, bad: frozenset[str]) -> None:
    """400 for every request that holds a bad order."""
    ids = connection.read()
    if bad.intersection(ids):
        connection.reply_json(400, {"message": "Bad Request: invalid e-mail"})
    else:
        connection.apply()
        connection.reply_json(200, {})


def _head(length: int, kind: bytes = b"application/json") -> bytes:
    return b"HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n" % (kind, length)


HTML = b"<!DOCTYPE html><html><body>Please log in to the Wi-Fi</body></html>"
GZIP_BAD = (
    b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n"
    b"Content-Type: application/json\r\n\r\nhello"
)

MODES: tuple[Mode, ...] = (
    # F03: surely not delivered.
    Mode("reset_before_read", reset_before_read, Believes.EITHER),
    Mode("reset_mid_read", reset_mid_read, Believes.EITHER),
    Mode("close_mid_read", close_mid_read, Believes.EITHER),
    # F04–F09: gone, and no whole answer.
    *(
        Mode(
            f"{fault.__name__}_{'applied' if applied else 'dropped'}",
            partial(fault, applied=applied),
            Believes.UNCONFIRMED,
        )
        for fault in (reset_after_read, close_without_reply, hang)
        for applied in (True, False)
    ),
    Mode("drip_head", drip_head, Believes.UNCONFIRMED),
    Mode("drip_body", drip_body, Believes.UNCONFIRMED),
    Mode("endless_100", endless_100, Believes.UNCONFIRMED),
    # F10–F13: an answer that is cut short.
    Mode("half_headers", partial(raw, answer=b"HTTP/1.1 200 OK\r\nContent-Ty"), Believes.UNCONFIRMED),
    Mode("short_body", partial(raw, answer=_head(5000) + b"{}"), Believes.UNCONFIRMED),
    Mode("reset_mid_response", partial(raw_then_reset, answer=_head(100) + b'{"fai'), Believes.UNCONFIRMED),
    Mode(
        "bad_chunk",
        partial(raw, answer=b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n{}"),
        Believes.UNCONFIRMED,
    ),
    Mode(
        "chunks_without_end",
        partial(raw, answer=b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n"),
        Believes.UNCONFIRMED,
    ),
    Mode("not_http", partial(raw, answer=b"220 mail.example.com ESMTP\r\n"), Believes.UNCONFIRMED),
    Mode("many_headers", many_headers, Believes.UNCONFIRMED),
    Mode("long_header", long_header, Believes.UNCONFIRMED),
    # F14, F15: 200 that is not the API's.
    Mode("html_200", partial(answer_200, body=HTML, content_type="text/html"), Believes.STOPPED_UNCONFIRMED),
    Mode("html_as_json", partial(answer_200, body=HTML), Believes.STOPPED_UNCONFIRMED),
    Mode("list_200", partial(answer_200, body=b"[]"), Believes.STOPPED_UNCONFIRMED),
    Mode("gzip_bad", partial(raw, answer=GZIP_BAD), Believes.STOPPED_UNCONFIRMED),
    Mode("huge_body", huge_body, Believes.STOPPED_UNCONFIRMED),
    Mode("nan_200", partial(answer_200, body=b'{"failedOrders": NaN}'), Believes.STOPPED_UNCONFIRMED),
    # F15: 200 that is.
    Mode("empty_200", partial(answer_200, body=b"", content_type=""), Believes.ACCEPTED),
    Mode("empty_object", partial(answer_200, body=b"{}"), Believes.ACCEPTED),
    Mode("failed_null", partial(answer_200, body=b'{"failedOrders": null}'), Believes.ACCEPTED),
    Mode(
        "failed_empty",
        partial(answer_200, body=b'{"failedOrders": [], "asyncSessionId": "1"}'),
        Believes.ACCEPTED,
    ),
    Mode("chunked", chunked, Believes.ACCEPTED),
    # F18, F19: the account stops, nothing was applied.
    *(
        Mode(f"redirect_{code}", partial(redirect, code=code), Believes.STOPPED_WAITING)
        for code in (301, 302, 303, 307, 308)
    ),
    *(
        Mode(f"status_{code}", partial(status, code=code), Believes.STOPPED_WAITING)
        for code in (401, 403, 404, 405, 415)
    ),
    # F20, F22: the server asks for time.
    Mode("429", partial(status, code=429), Believes.LATER_ACCEPTED),
    *(
        Mode(f"429_after_{text}", partial(status, code=429, Retry_After=text), Believes.LATER_ACCEPTED)
        for text in ("0", "5", "soon", "1000000000", "-3")
    ),
    Mode("429_after_date", retry_after_date, Believes.LATER_ACCEPTED),
    Mode("503", partial(status, code=503), Believes.LATER_ACCEPTED),
    Mode("503_after_7", partial(status, code=503, Retry_After="7"), Believes.LATER_ACCEPTED),
    # F21: nobody knows.
    *(
        Mode(
            f"status_{code}_{'applied' if applied else 'dropped'}",
            partial(status, code=code, applied=applied),
            Believes.UNCONFIRMED,
        )
        for code in (500, 502, 504)
        for applied in (True, False)
    ),
    Mode("409", partial(status, code=409), Believes.UNCONFIRMED),
    # F23
    Mode("413", partial(status, code=413), Believes.LATER_ACCEPTED),
    Mode("early_413", partial(early, code=413), Believes.LATER_ACCEPTED),
)

FAILED_SHAPES = ("list", "object", "strings", "twice", "bare_list", "nested")
