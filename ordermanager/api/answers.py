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
from ordermanager.api.exchange import Exchange, SentPhase
from ordermanager.api.failed import FailedReport, failed_part, read_failed, reason_of, shorten, words_of
from ordermanager.api.strict_json import NotJson, read_json
from ordermanager.domain.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["ANSWER_RULES", "Answer", "AnswerKind", "Rule", "read_answer", "read_kind", "read_retry_after"]


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
