"""What the server's answer to an orders request means (yespo-api.md 2.3-2.6, faults 2.2). Pure: an Exchange
in, an Answer out.

The status decides wherever it says that nothing was done; a 2xx has to prove itself: the whole request had
left, the framing is complete, and the body is empty or the API's JSON object.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from ordermanager.api.answer_texts import ANSWER_TEXTS
from ordermanager.api.exchange import ErrorKind, Exchange, SentPhase
from ordermanager.api.failed import FailedReport, failed_part, read_failed, reason_of, shorten, words_of
from ordermanager.api.strict_json import NotJson, read_json
from ordermanager.domain.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


class AnswerKind(StrEnum):
    """What the orders of the request are, apart from those that `Answer.failed` names (they are rejected in
    any case)."""

    ACCEPTED = "accepted"
    BAD_REQUEST = "bad_request"  # 400, 422: nothing applied; halve to find the bad order
    TOO_LARGE = "too_large"  # 413: nothing applied; halve
    RATE_LIMITED = "rate_limited"  # 429: nothing applied; wait
    UNAVAILABLE = "unavailable"  # 503, 408, 425: nothing applied; wait
    KEY_REFUSED = "key_refused"  # 401, 403: nothing applied; stop the account
    WRONG_ADDRESS = "wrong_address"  # 3xx, 404, 405, 415, other 4xx: nothing applied; stop the account
    REPEATED = "repeated"  # 409 or its text: this very body arrived less than a minute ago; applied or not
    SERVER_ERROR = "server_error"  # 5xx but 503: ambiguous
    NOT_SENT = "not_sent"  # the request surely was not complete: nothing applied
    AMBIGUOUS = "ambiguous"  # may or may not have been applied
    NOT_THE_API = "not_the_api"  # a 2xx that is not the API's: ambiguous, and stop the account

    @property
    def surely_not_applied(self) -> bool:
        """Whether sending the same orders again cannot raise an event twice."""
        return self in _NOT_APPLIED

    @property
    def is_ambiguous(self) -> bool:
        """Whether the orders may or may not have been applied."""
        return self is not AnswerKind.ACCEPTED and self not in _NOT_APPLIED

    @property
    def stops_account(self) -> bool:
        """Whether nothing more may be sent until a person has looked."""
        return self in (AnswerKind.KEY_REFUSED, AnswerKind.WRONG_ADDRESS, AnswerKind.NOT_THE_API)


_NOT_APPLIED = frozenset(
    {
        AnswerKind.BAD_REQUEST,
        AnswerKind.TOO_LARGE,
        AnswerKind.RATE_LIMITED,
        AnswerKind.UNAVAILABLE,
        AnswerKind.KEY_REFUSED,
        AnswerKind.WRONG_ADDRESS,
        AnswerKind.NOT_SENT,
    }
)


@dataclass(frozen=True, slots=True)
class Answer:
    """`failed`: externalOrderId as sent → reason ("" if the server gave none); they are rejected, the rest
    follow `kind`.

    `unknown_ids`: what the server named as failed and fits no order of the request. `retry_after`: seconds
    that the server asked for, unclamped, None if it did not. `text`: the server's own words, shortened to one
    line.
    """

    kind: AnswerKind
    failed: Mapping[str, str] = field(default_factory=dict)
    unknown_ids: tuple[str, ...] = ()
    retry_after: float | None = None
    text: str = ""
    sentence: Sentence | None = None
    rule: str = ""


class _Body(StrEnum):
    EMPTY = "empty"
    OBJECT = "object"
    OTHER_JSON = "other_json"
    HTML = "html"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Seen:
    """What the rules look at."""

    exchange: Exchange
    status: int
    body: _Body
    says_error: bool
    says_repeated: bool
    unknown_ids: bool

    def among(self, *codes: int) -> bool:
        """Whether the status is one of `codes`."""
        return self.status in codes

    def hundred(self, first_digit: int) -> bool:
        """Whether the status is of that class."""
        return self.status // 100 == first_digit

    @property
    def left(self) -> bool:
        """Whether the last byte of the request may have reached the server."""
        return self.exchange.sent is SentPhase.COMPLETE

    @property
    def whole(self) -> bool:
        """Whether the answer's end is certain."""
        return self.exchange.framing_complete and self.exchange.error is None


@dataclass(frozen=True, slots=True)
class Rule:
    """When `test` holds the answer is of `kind`; `source` says who says so."""

    name: str
    test: Callable[[Seen], bool]
    kind: AnswerKind
    source: str


_K = AnswerKind
ANSWER_RULES: tuple[Rule, ...] = (
    Rule(
        "the request never arrived whole",
        lambda s: not s.status and not s.left,
        _K.NOT_SENT,
        "RFC 9112 8; design.md 5",
    ),
    Rule("no answer", lambda s: not s.status, _K.AMBIGUOUS, "design.md 5; faults.md 2.2"),
    Rule(
        "key refused",
        lambda s: s.among(401, 403),
        _K.KEY_REFUSED,
        "yespo-api.md 2.3 [CONN S17, S20]; design.md 5",
    ),
    Rule("redirect, never followed", lambda s: s.hundred(3), _K.WRONG_ADDRESS, "faults.md 0.3; design.md 5"),
    Rule("repeated, by status", lambda s: s.among(409), _K.REPEATED, "yespo-api.md 2.3 [DOC S9]"),
    Rule("repeated, by its text", lambda s: s.says_repeated, _K.REPEATED, "yespo-api.md 2.6.3 [CONN S20]"),
    Rule(
        "wrong request", lambda s: s.among(400, 422), _K.BAD_REQUEST, "yespo-api.md 2.3, 2.6.2; faults.md 2.2"
    ),
    Rule("too large", lambda s: s.among(413), _K.TOO_LARGE, "design.md 5"),
    Rule("too fast", lambda s: s.among(429), _K.RATE_LIMITED, "yespo-api.md 2.3 [DOC S9]; design.md 5"),
    Rule("busy", lambda s: s.among(503, 408, 425), _K.UNAVAILABLE, "design.md 5; faults.md 2.2"),
    Rule(
        "any other refusal",
        lambda s: s.hundred(4),
        _K.WRONG_ADDRESS,
        "design.md 5 (404, 405, 415); faults.md 2.2 (410)",
    ),
    Rule(
        "error before the request was whole",
        lambda s: s.status >= 500 and not s.left,
        _K.NOT_SENT,
        "RFC 9112 8",
    ),
    Rule("server error", lambda s: s.status >= 500, _K.SERVER_ERROR, "design.md 5; faults.md 2.2"),
    Rule("not a final status", lambda s: not s.hundred(2), _K.AMBIGUOUS, "RFC 9110 15.2"),
    Rule("success for half a request", lambda s: not s.left, _K.AMBIGUOUS, "RFC 9112 8"),
    Rule(
        "compressed or endless",
        lambda s: s.exchange.error in (ErrorKind.ENCODED, ErrorKind.TOO_LARGE),
        _K.NOT_THE_API,
        "faults.md 3.2",
    ),
    Rule("cut short", lambda s: not s.whole, _K.AMBIGUOUS, "design.md 5; faults.md 0.5"),
    Rule("HTML", lambda s: s.body is _Body.HTML, _K.NOT_THE_API, "design.md 5: a portal or a wrong address"),
    Rule(
        "success of another sort",
        lambda s: not s.among(200, 201, 202, 204),
        _K.NOT_THE_API,
        "yespo-api.md 2.3",
    ),
    Rule("empty", lambda s: s.body is _Body.EMPTY, _K.ACCEPTED, "yespo-api.md 2.4 [3P S26]"),
    Rule(
        "not a JSON object", lambda s: s.body is not _Body.OBJECT, _K.NOT_THE_API, "design.md 5: wrong schema"
    ),
    Rule(
        "speaks of an error",
        lambda s: s.says_error,
        _K.AMBIGUOUS,
        "yespo-api.md 2.4 (errorMessage, by analogy)",
    ),
    Rule(
        "names orders never sent",
        lambda s: s.unknown_ids,
        _K.AMBIGUOUS,
        "faults.md 2.2: id in reply we never sent",
    ),
    Rule("taken", lambda _: True, _K.ACCEPTED, "yespo-api.md 2.4, 2.6.1 [DOC S2]"),
)
"""The first rule that holds decides."""


def read_answer(exchange: Exchange, sent_ids: Sequence[str], now: datetime | None = None) -> Answer:
    """What became of the orders `sent_ids` that went out in this exchange.

    `now` (aware; default: the present) is used only for a Retry-After date in an answer that has no Date of
    its own.
    """
    body, document = _read_body(exchange)
    text = _text(exchange, body, document)
    report, says_error = FailedReport(), False
    if isinstance(document, dict) and exchange.status is not None and exchange.status // 100 == 2:
        report = read_failed(failed_part(document), sent_ids, text)
        says_error = not report.reasons and _speaks_of_error(document)
    seen = Seen(
        exchange=exchange,
        status=exchange.status or 0,
        body=body,
        says_error=says_error,
        says_repeated=body is not _Body.HTML and _REPEATED.search(text) is not None,
        unknown_ids=bool(report.unknown),
    )
    rule = next(rule for rule in ANSWER_RULES if rule.test(seen))
    kind = rule.kind
    trusted = kind is AnswerKind.ACCEPTED or (kind is AnswerKind.AMBIGUOUS and seen.whole and seen.left)
    return Answer(
        kind=kind,
        failed=report.reasons if trusted else {},
        unknown_ids=report.unknown if trusted else (),
        retry_after=read_retry_after(exchange.headers, now),
        text=text,
        sentence=_sentence(kind, exchange, text),
        rule=rule.name,
    )


def read_kind(exchange: Exchange) -> AnswerKind:
    """The kind of an answer to a request without orders: ACCEPTED, or why not."""
    return read_answer(exchange, ()).kind


def read_retry_after(headers: Mapping[str, str], now: datetime | None = None) -> float | None:
    """Seconds that a Retry-After header asks for, in either form (RFC 9110 10.2.3); None without a readable
    one.

    A date counts from the answer's own Date, so that a wrong clock of this computer does not matter.
    """
    text = headers.get("retry-after", "").strip()
    if text.isascii() and text.isdigit():
        return float(text[:12])
    until = _http_date(text)
    if until is None:
        return None
    since = _http_date(headers.get("date", "")) or now or datetime.now(UTC)
    return max(0.0, (until - since).total_seconds())


def _http_date(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


_REPEATED = re.compile(r"\b(?:duplicated?|repeated)\s+request\b", re.IGNORECASE)
_TITLE = re.compile(r"<title[^>]*>(.*?)</title", re.IGNORECASE | re.DOTALL)


def _read_body(exchange: Exchange) -> tuple[_Body, Any]:
    """What sort of body came, and its document if it is JSON."""
    html = "html" in exchange.headers.get("content-type", "").lower()
    if not exchange.body.strip():
        return (_Body.HTML if html else _Body.EMPTY), None
    try:
        document = read_json(exchange.body)
    except NotJson:
        return (_Body.HTML if html or exchange.body.lstrip()[:1] == b"<" else _Body.TEXT), None
    return (_Body.OBJECT if isinstance(document, dict) else _Body.OTHER_JSON), document


def _text(exchange: Exchange, body: _Body, document: Any) -> str:
    """The server's own words: the message of its object, its plain text, or the title of its page."""
    if body is _Body.OBJECT:
        return reason_of(document)
    if body is _Body.OTHER_JSON:
        return words_of(document) if isinstance(document, str) else ""
    text = exchange.body[:20_000].decode("utf-8", "replace")
    if body is _Body.HTML:
        title = _TITLE.search(text)
        return shorten(title.group(1)) if title else ""
    return shorten(text)


def _speaks_of_error(document: Mapping[str, Any]) -> bool:
    """Whether a 2xx object says that something failed without naming orders; then nothing may be called
    accepted."""
    words = any(words_of(document.get(name)) for name in ("errorMessage", "error", "errors"))
    status = document.get("status")
    return words or (isinstance(status, int) and not isinstance(status, bool) and status >= 400)


def _sentence(kind: AnswerKind, exchange: Exchange, text: str) -> Sentence | None:
    if kind is AnswerKind.ACCEPTED:
        return None
    if kind is AnswerKind.NOT_SENT and exchange.sent is SentPhase.NOT_SENT and exchange.sentence is not None:
        return exchange.sentence  # why there was no connection
    return Sentence(ANSWER_TEXTS[kind.value], {"status": exchange.status or "–", "text": text or "–"})
