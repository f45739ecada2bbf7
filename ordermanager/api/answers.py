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
from typing import TYPE_CHECKING, Any

from ordermanager.api.answer_rules import ANSWER_RULES, AnswerKind, Body, Rule, Seen
from ordermanager.api.answer_texts import ANSWER_TEXTS
from ordermanager.api.exchange import ErrorKind, Exchange, SentPhase
from ordermanager.api.failed import (
    LIST_NAMES,
    FailedReport,
    failed_part,
    has_failed_part,
    plain_name,
    read_failed,
    reason_of,
    shorten,
    words_of,
)
from ordermanager.api.strict_json import NotJson, read_json
from ordermanager.domain.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["ANSWER_RULES", "Answer", "AnswerKind", "Rule", "read_answer", "read_retry_after"]


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
        says_repeated=body is not Body.HTML and _REPEATED.search(text) is not None,
        unknown_ids=bool(report.unknown),
        is_known=isinstance(document, dict) and _is_known(document),
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
        sentence=_sentence(rule, exchange, text, report.unknown),
        rule=rule.name,
    )


def read_retry_after(headers: Mapping[str, str], now: datetime | None = None) -> float | None:
    """Seconds that a Retry-After header asks for, in either form (RFC 9110 10.2.3); None without a readable
    one.

    A date counts from the answer's own Date, so that a wrong clock of this computer does not matter; from this
    computer's where that is sooner, so that a wrong clock of the server does not either.
    """
    text = headers.get("retry-after", "").strip()
    if text.isascii() and text.isdigit():
        return float(text[:12])
    until = _http_date(text)
    if until is None:
        return None
    clocks = _http_date(headers.get("date", "")), now or datetime.now(UTC)
    waits = [(until - each).total_seconds() for each in clocks if each is not None]
    return min((wait for wait in waits if wait > 0), default=0.0)


def _http_date(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


_REPEATED = re.compile(r"\b(?:duplicated?|repeated)\s+request\b", re.IGNORECASE)
_TITLE = re.compile(r"<title[^>]*>(.*?)</title", re.IGNORECASE | re.DOTALL)


def _read_body(exchange: Exchange) -> tuple[Body, Any]:
    """What sort of body came, and its document if it is JSON."""
    html = "html" in exchange.headers.get("content-type", "").lower()
    if not exchange.body.strip():
        return (Body.HTML if html else Body.EMPTY), None
    try:
        document = read_json(exchange.body)
    except NotJson:
        return (Body.HTML if html or exchange.body.lstrip()[:1] == b"<" else Body.TEXT), None
    return (Body.OBJECT if isinstance(document, dict) else Body.OTHER_JSON), document


def _text(exchange: Exchange, body: Body, document: Any) -> str:
    """The server's own words: the message of its object, its plain text, or the title of its page."""
    if body is Body.OBJECT:
        return reason_of(document)
    if body is Body.OTHER_JSON:
        return words_of(document) if isinstance(document, str) else ""
    text = exchange.body[:20_000].decode("utf-8", "replace")
    if body is Body.HTML:
        title = _TITLE.search(text)
        return shorten(title.group(1)) if title else ""
    return shorten(text)


MOST_NAMED = 3
"""IDs that a sentence repeats."""
_DOUBTS = {
    ErrorKind.DEADLINE: "too_late",
    ErrorKind.CLOSED: "broke_off",
    ErrorKind.BAD_ANSWER: "garbled",
}
_TROUBLE = ("error", "fail", "reject", "invalid")
_SUCCESS = ("success", "successful", "succeeded", "ok")
_CODE = ("status", "statuscode", "code", "httpstatus", "httpcode", "errorcode")
_KNOWN = frozenset(("asyncsessionid", "id", *_SUCCESS, *_CODE))
"""yespo-api.md 2.3 (`status`), 2.4 (the others); beside `failedOrders` and what speaks of an error."""
_NO: tuple[object, ...] = (None, False, 0, "", "0", "false", "no", "none", "null", [], {})
_BAD_STATUSES = ("error", "failed", "failure", "fail", "rejected")


def _speaks_of_error(document: Mapping[str, Any]) -> bool:
    """Whether a 2xx object says that something failed without naming orders; then nothing may be called
    accepted. Numbers and truth values may be texts (yespo-api.md 2.4)."""
    return any(_is_trouble(plain_name(name), value) for name, value in document.items())


def _is_trouble(name: str, value: Any) -> bool:
    if isinstance(value, str):
        value = value.strip().lower()
    if name in _SUCCESS:
        return value in (False, 0, "0", "false", "no")
    if name in _CODE and (value in _BAD_STATUSES or _is_error_status(value)):
        return True
    if isinstance(value, dict) and not name.startswith(_TROUBLE):
        return _speaks_of_error(value)  # an envelope
    speaks = name.startswith(_TROUBLE) and name not in _CODE and name not in LIST_NAMES
    return speaks and value not in _NO


def _is_known(document: Mapping[str, Any]) -> bool:
    """Whether an object may be the API's: it is empty, or holds a name that the API's answers are known to have, be it
    in an envelope. One with a `message` alone comes from whoever answers at a wrong address."""
    names = {plain_name(name) for name in document}
    return (
        not document
        or has_failed_part(document)
        or not names.isdisjoint(_KNOWN)
        or any(name.startswith(_TROUBLE) for name in names)
        or any(isinstance(value, dict) and _is_known(value) for value in document.values())
    )


def _is_error_status(value: Any) -> bool:
    text = str(value) if isinstance(value, (str, int)) and not isinstance(value, bool) else ""
    return text.isascii() and text.isdigit() and len(text) == 3 and text[0] in "45"


def _sentence(rule: Rule, exchange: Exchange, text: str, strangers: Sequence[str]) -> Sentence | None:
    kind = rule.kind
    if kind is AnswerKind.ACCEPTED:
        return None
    if kind is AnswerKind.NOT_SENT and exchange.sent is SentPhase.NOT_SENT and exchange.sentence is not None:
        return exchange.sentence  # why there was no connection
    if kind is AnswerKind.AMBIGUOUS and (why := _why_in_doubt(rule, exchange, text, strangers)) is not None:
        return why
    return Sentence(ANSWER_TEXTS[kind.value], {"status": exchange.status or "–", "text": text or "–"})


def _why_in_doubt(rule: Rule, exchange: Exchange, text: str, strangers: Sequence[str]) -> Sentence | None:
    """What came instead of a clear answer, where more can be said than that none came."""
    named = [name for name in strangers if name != "?"][:MOST_NAMED]
    if rule.name == "names orders never sent" and named:
        return Sentence(ANSWER_TEXTS["names_strangers"], {"names": ", ".join(named)})
    if exchange.status is not None and text and exchange.error is None:
        return Sentence(ANSWER_TEXTS["spoke_of_an_error"], {"text": text})
    key = _DOUBTS.get(exchange.error) if exchange.error is not None else None
    return None if key is None else Sentence(ANSWER_TEXTS[key])
