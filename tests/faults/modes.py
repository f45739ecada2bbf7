"""Every way in which the server misbehaves, and what the workspace must believe afterwards (faults.md 3.5, by number).

Where an answer is lost or says nothing clear, the server does both: it takes the orders (`_applied`), and it does not
(`_dropped`). The workspace cannot tell these apart, so it must believe the same. `rule` is the row of the table of
answers (api/answers.py) that must have decided.
"""

from __future__ import annotations

import gzip
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from enum import Enum
from functools import partial

from tests.faults.server import Connection, Fault


class Believes(Enum):
    """What the workspace must hold of the orders of the one faulty request."""

    ACCEPTED = "accepted"
    LATER_ACCEPTED = "later accepted"  # surely not applied: queued again, and the second attempt is taken
    EITHER = "later accepted or unconfirmed"
    UNCONFIRMED = "unconfirmed"
    STOPPED_WAITING = "stopped, waiting"
    STOPPED_UNCONFIRMED = "stopped, unconfirmed"


@dataclass(frozen=True, slots=True)
class Mode:
    """One fault: what the server does with one request, what must be believed of its orders, and by which rule."""

    number: str
    name: str
    fault: Fault
    believes: Believes
    rule: str


# -- before the request is read -----------------------------------------------------------------------------------


def reset_before_read(connection: Connection) -> None:
    connection.reset()


def close_before_read(connection: Connection) -> None:
    connection.sock.shutdown(socket.SHUT_WR)


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


def early_and_gone(connection: Connection, code: int) -> None:
    """Answers after the head and ends its side; whoever goes on writing has not been told to."""
    connection.read_head()
    connection.reply_json(code, {})
    connection.sock.shutdown(socket.SHUT_WR)
    connection.hang()


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


def drip_head(connection: Connection, applied: bool) -> None:
    taken(connection, applied)
    connection.drip(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n" + b"X-Slow: " + b"a" * 5000)


def drip_body(connection: Connection, applied: bool) -> None:
    taken(connection, applied)
    connection.send(b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\nContent-Type: application/json\r\n\r\n")
    connection.drip(b'{"failedOrders": [' + b" " * 5000)


def endless_100(connection: Connection, applied: bool) -> None:
    taken(connection, applied)
    while not connection.closing.wait(0.02):
        connection.send(b"HTTP/1.1 100 Continue\r\n\r\n")


def raw(connection: Connection, answer: bytes, applied: bool) -> None:
    """These very bytes, then the end of the stream."""
    taken(connection, applied)
    connection.send(answer)


def raw_then_reset(connection: Connection, answer: bytes, applied: bool) -> None:
    taken(connection, applied)
    connection.send(answer)
    connection.reset()


def many_headers(connection: Connection, applied: bool) -> None:
    raw(connection, b"HTTP/1.1 200 OK\r\n" + b"X-A: 1\r\n" * 50_000 + b"Content-Length: 2\r\n\r\n{}", applied)


def long_header(connection: Connection, applied: bool) -> None:
    answer = b"HTTP/1.1 200 OK\r\nX-A: " + b"a" * 1_000_000 + b"\r\nContent-Length: 2\r\n\r\n{}"
    raw(connection, answer, applied)


def huge_body(connection: Connection, applied: bool) -> None:
    taken(connection, applied)
    connection.send(b"HTTP/1.1 200 OK\r\nContent-Length: 999999999\r\nContent-Type: application/json\r\n\r\n")
    while not connection.closing.is_set():
        connection.send(b" " * 1_000_000)


def gzip_bomb(connection: Connection, applied: bool) -> None:
    """A kilobyte that would unfold to a megabyte, and again and again."""
    taken(connection, applied)
    bomb = gzip.compress(b" " * 1_000_000)
    connection.send(
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Type: application/json\r\n"
        b"Content-Length: 999999999\r\n\r\n"
    )
    while not connection.closing.is_set():
        connection.send(bomb)


# -- statuses -------------------------------------------------------------------------------------------------------


def status(connection: Connection, code: int, applied: bool = False, **headers: str) -> None:
    taken(connection, applied)
    connection.reply_json(code, {"status": code, "message": "said no"}, **headers)


def status_html(connection: Connection, code: int, applied: bool) -> None:
    taken(connection, applied)
    connection.reply(code, b"<html><title>%d</title></html>" % code, "text/html")


def retry_after_date(connection: Connection) -> None:
    moment = datetime.now(UTC) + timedelta(seconds=40)
    status(connection, 429, Retry_After=format_datetime(moment, usegmt=True))


def redirect(connection: Connection, code: int, applied: bool = False) -> None:
    status(connection, code, applied, Location="http://127.0.0.1:9/elsewhere")


def says(connection: Connection, code: int, message: str, applied: bool) -> None:
    """An answer in the API's own words."""
    taken(connection, applied)
    connection.reply_json(code, {"message": message})


# -- 200 in all its shapes ------------------------------------------------------------------------------------------


def answer_200(
    connection: Connection,
    body: bytes,
    content_type: str = "application/json",
    applied: bool = True,
    code: int = 200,
) -> None:
    taken(connection, applied)
    connection.reply(code, body, content_type)


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


def stranger_failed(connection: Connection, applied: bool = True) -> None:
    taken(connection, applied)
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
CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: application/json\r\n\r\n"
GZIP_BAD = (
    b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n"
    b"Content-Type: application/json\r\n\r\nhello"
)
TWO_LENGTHS = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 7\r\n\r\n{}"

NO_ANSWER, CUT_SHORT = "no answer", "cut short"
UNREAD = "the request never arrived whole"


def _both(
    number: str, name: str, fault: Fault, rule: str, believes: Believes = Believes.UNCONFIRMED
) -> Iterator[Mode]:
    """The fault before and after the orders are applied."""
    for applied, word in ((True, "applied"), (False, "dropped")):
        yield Mode(number, f"{name}_{word}", partial(fault, applied=applied), believes, rule)


def _raw(number: str, name: str, answer: bytes, rule: str) -> Iterator[Mode]:
    return _both(number, name, partial(raw, answer=answer), rule)


def _portal(number: str, name: str, rule: str, body: bytes, kind: str = "application/json") -> Iterator[Mode]:
    fault = partial(answer_200, body=body, content_type=kind)
    return _both(number, name, fault, rule, Believes.STOPPED_UNCONFIRMED)


def _status(number: str, code: int, believes: Believes, rule: str) -> Mode:
    return Mode(number, f"status_{code}", partial(status, code=code), believes, rule)


def _waits(number: str, name: str, rule: str, **options: object) -> Mode:
    return Mode(number, name, partial(status, **options), Believes.LATER_ACCEPTED, rule)


def _good(name: str, body: bytes, rule: str = "taken", **options: object) -> Mode:
    return Mode("F15", name, partial(answer_200, body=body, **options), Believes.ACCEPTED, rule)


OTHER_SORT, REFUSAL, BUSY, FAST = "success of another sort", "any other refusal", "busy", "too fast"
NOT_OBJECT, PACKED, REPEATED = "not a JSON object", "compressed or endless", "repeated, by its text"
UNKNOWN, SENT_ON = "says nothing that is known", "sent on after the deed"

MODES: tuple[Mode, ...] = (
    # F03: surely not delivered, unless the kernel had taken the whole request before the end came back.
    *(
        Mode("F03", fault.__name__, fault, Believes.EITHER, UNREAD)
        for fault in (reset_before_read, close_before_read, reset_mid_read, close_mid_read)
    ),
    # F04–F09: gone, and no whole answer.
    *_both("F04", "reset_after_read", reset_after_read, NO_ANSWER),
    *_both("F05", "close_without_reply", close_without_reply, NO_ANSWER),
    *_both("F06", "hang", hang, NO_ANSWER),
    *_both("F07", "drip_head", drip_head, NO_ANSWER),
    *_both("F08", "drip_body", drip_body, CUT_SHORT),
    *_both("F09", "endless_100", endless_100, NO_ANSWER),
    *_raw("F09", "switching_protocols", b"HTTP/1.1 101 Switching Protocols\r\n\r\n", NO_ANSWER),
    # F10–F13, F17: an answer that is cut short or is none.
    *_raw("F10", "half_status_line", b"HTTP/1.1 20", NO_ANSWER),
    *_raw("F10", "half_headers", b"HTTP/1.1 200 OK\r\nContent-Ty", NO_ANSWER),
    *_raw("F10", "not_http", b"220 mail.example.com ESMTP\r\n", NO_ANSWER),
    *_raw("F11", "short_body", _head(5000) + b"{}", CUT_SHORT),
    *_both("F11", "reset_mid_response", partial(raw_then_reset, answer=_head(100) + b'{"fai'), CUT_SHORT),
    *_raw("F11", "two_lengths", TWO_LENGTHS, NO_ANSWER),
    *_raw("F11", "length_that_is_no_number", b"HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n{}", NO_ANSWER),
    *_raw("F12", "no_length_cut", b'HTTP/1.1 200 OK\r\n\r\n{"failedOrders": [{"externalOr', CUT_SHORT),
    *_raw("F12", "no_length_whole", b"HTTP/1.1 200 OK\r\n\r\n{}", CUT_SHORT),
    *_raw("F12", "no_length_empty", b"HTTP/1.1 200 OK\r\n\r\n", CUT_SHORT),
    *_raw("F13", "bad_chunk", CHUNKED + b"ZZ\r\n{}", CUT_SHORT),
    *_raw("F13", "chunks_without_end", CHUNKED + b"2\r\n{}\r\n", CUT_SHORT),
    *_both("F13", "gzip_bad", partial(raw, answer=GZIP_BAD), PACKED, Believes.STOPPED_UNCONFIRMED),
    *_both("F16", "gzip_bomb", gzip_bomb, PACKED, Believes.STOPPED_UNCONFIRMED),
    *_both("F16", "huge_body", huge_body, PACKED, Believes.STOPPED_UNCONFIRMED),
    *_both("F17", "many_headers", many_headers, NO_ANSWER),
    *_both("F17", "long_header", long_header, NO_ANSWER),
    # F14, F15: 200 that is not the API's.
    *_portal("F14", "html_200", "HTML", HTML, "text/html"),
    *_portal("F14", "html_as_json", "HTML", HTML),
    *_portal("F14", "html_empty", "HTML", b"", "text/html"),
    *_both(
        "F14",
        "status_206",
        partial(answer_200, body=b"{}", code=206),
        OTHER_SORT,
        Believes.STOPPED_UNCONFIRMED,
    ),
    *_portal("F15", "list_200", NOT_OBJECT, b"[]"),
    *_portal("F15", "number_200", NOT_OBJECT, b"42"),
    *_portal("F15", "text_200", NOT_OBJECT, b"OK", "text/plain"),
    *_portal("F15", "nan_200", NOT_OBJECT, b'{"failedOrders": NaN}'),
    *_portal("F15", "latin_1", NOT_OBJECT, '{"message": "é"}'.encode("latin-1")),
    *_portal("F15", "utf_16", NOT_OBJECT, "{}".encode("utf-16")),
    *_portal("F15", "deeply_nested", NOT_OBJECT, b"[" * 100_000),
    *_portal("F15", "cut_json_with_its_length", NOT_OBJECT, b'{"failedOrders": [{"externalOrderId": "A'),
    *_portal("F15", "message_200", UNKNOWN, b'{"message": "Workflow was started"}'),
    *_both(
        "F15",
        "error_message_200",
        partial(answer_200, body=b'{"errorMessage": "try later"}'),
        "speaks of an error",
    ),
    *_both("F15", "status_in_body", partial(answer_200, body=b'{"status": 401}'), "speaks of an error"),
    *_both("F26", "stranger_failed", stranger_failed, "names orders never sent"),
    # F15: 200 that is the API's.
    _good("empty_200", b"", "empty", content_type=""),
    _good("empty_200_json", b"", "empty"),
    _good("empty_204", b"", "empty", content_type="", code=204),
    _good("created_201", b"{}", code=201),
    _good("empty_object", b"{}"),
    _good("failed_null", b'{"failedOrders": null}'),
    _good("failed_false", b'{"failedOrders": false}'),
    _good("failed_empty", b'{"failedOrders": [], "asyncSessionId": "1"}'),
    _good("numbers_as_strings", b'{"id": "0", "failedOrders": "[]"}'),
    Mode(
        "F15",
        "chunked",
        partial(raw, answer=CHUNKED + b"1\r\n{\r\n1\r\n}\r\n0\r\n\r\n", applied=True),
        Believes.ACCEPTED,
        "taken",
    ),
    # F18, F19: the account stops, nothing was applied.
    *(
        Mode(
            "F18",
            f"redirect_{code}",
            partial(redirect, code=code),
            Believes.STOPPED_WAITING,
            "redirect, never followed",
        )
        for code in (300, 301, 302, 307, 308)
    ),
    # A server that has done what it was asked to may say so with a page elsewhere.
    *_both("F18", "redirect_303", partial(redirect, code=303), SENT_ON, Believes.STOPPED_UNCONFIRMED),
    *(_status("F19", code, Believes.STOPPED_WAITING, "key refused") for code in (401, 403)),
    *(
        _status("F18", code, Believes.STOPPED_WAITING, REFUSAL)
        for code in (402, 404, 405, 406, 407, 410, 415, 451)
    ),
    # F20, F22: the server asks for time.
    _waits("F20", "429", FAST, code=429),
    *(
        _waits("F20", f"429_after_{text}", FAST, code=429, Retry_After=text)
        for text in ("0", "5", "soon", "1000000000", "-3")
    ),
    Mode("F20", "429_after_date", retry_after_date, Believes.LATER_ACCEPTED, FAST),
    _waits("F22", "503", BUSY, code=503),
    _waits("F22", "503_after_7", BUSY, code=503, Retry_After="7"),
    Mode("F22", "503_html", partial(status_html, code=503, applied=False), Believes.LATER_ACCEPTED, BUSY),
    _waits("F22", "408", BUSY, code=408),
    _waits("F22", "425", BUSY, code=425),
    # F21: nobody knows.
    *(
        mode
        for code in (500, 501, 502, 504, 511, 520, 599)
        for mode in _both("F21", f"status_{code}", partial(status, code=code), "server error")
    ),
    *_both("F21", "502_html", partial(status_html, code=502), "server error"),
    # yespo-api.md 2.3: this very body came less than a minute ago.
    *_both("F21", "409", partial(status, code=409), "repeated, by status"),
    *_both("F21", "repeated_400", partial(says, code=400, message="Duplicated request"), REPEATED),
    *_both(
        "F21", "repeated_200", partial(says, code=200, message="Repeated request within 1 minute."), REPEATED
    ),
    # F23
    Mode("F23", "413", partial(status, code=413), Believes.LATER_ACCEPTED, "too large"),
    Mode("F23", "early_413", partial(early, code=413), Believes.LATER_ACCEPTED, "too large"),
    # F24: once; tests/faults/test_picky.py finds the bad orders.
    Mode("F24", "400_once", partial(status, code=400), Believes.LATER_ACCEPTED, "wrong request"),
    Mode("F24", "422_once", partial(status, code=422), Believes.LATER_ACCEPTED, "wrong request"),
)

LARGE_MODES: tuple[Mode, ...] = (
    Mode(
        "F23", "early_413_and_gone", partial(early_and_gone, code=413), Believes.LATER_ACCEPTED, "too large"
    ),
    Mode(
        "F21",
        "early_500_and_gone",
        partial(early_and_gone, code=500),
        Believes.LATER_ACCEPTED,
        "error before the request was whole",
    ),
    Mode(
        "F15",
        "early_200_and_gone",
        partial(early_and_gone, code=200),
        Believes.UNCONFIRMED,
        "success for half a request",
    ),
)
"""These need a request that is larger than the system's buffers, so that its last byte cannot have left."""

FAILED_SHAPES = ("list", "object", "strings", "twice", "bare_list", "nested")
