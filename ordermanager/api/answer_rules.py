"""The table of what answers mean (yespo-api.md 2.3-2.6, faults.md 2.2): each rule with its source. Pure.

ARCHITECTURE.md shows it; tests/faults meets every rule over a real socket and compares that page with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from ordermanager.api.exchange import ErrorKind, SentPhase

if TYPE_CHECKING:
    from collections.abc import Callable

    from ordermanager.api.exchange import Exchange


class AnswerKind(StrEnum):
    """What the orders of the request are, apart from those that `Answer.failed` names (they are rejected in
    any case)."""

    ACCEPTED = "accepted"
    BAD_REQUEST = "bad_request"  # 400, 422: nothing applied; halve to find the bad order
    TOO_LARGE = "too_large"  # 413: nothing applied; halve
    RATE_LIMITED = "rate_limited"  # 429: nothing applied; wait
    UNAVAILABLE = "unavailable"  # 503, 408, 425: nothing applied; wait
    KEY_REFUSED = "key_refused"  # 401, 403: nothing applied; stop the account
    WRONG_ADDRESS = (
        "wrong_address"  # 3xx but 303, 404, 405, 415, other 4xx: nothing applied; stop the account
    )
    REPEATED = "repeated"  # 409 or its text: this very body arrived less than a minute ago; applied or not
    SERVER_ERROR = "server_error"  # 5xx but 503: ambiguous
    NOT_SENT = "not_sent"  # the request surely was not complete: nothing applied
    AMBIGUOUS = "ambiguous"  # may or may not have been applied
    NOT_THE_API = "not_the_api"  # a 2xx that is not the API's: ambiguous, and stop the account

    @property
    def looked_at_orders(self) -> bool:
        """Whether the server may have read the body, so that the same one within a minute would be a repetition. It
        has not where the key or the address was refused, nor where not all of it arrived."""
        return self not in (AnswerKind.KEY_REFUSED, AnswerKind.WRONG_ADDRESS, AnswerKind.NOT_SENT)


class Body(StrEnum):
    """What sort of body came."""

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
    body: Body
    says_error: bool
    says_repeated: bool
    unknown_ids: bool
    is_known: bool

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
    """When `test` holds the answer is of `kind`; `source` says who says so. `when`: the test in words, for the docs."""

    name: str
    when: str
    test: Callable[[Seen], bool]
    kind: AnswerKind
    source: str


_K = AnswerKind
ANSWER_RULES: tuple[Rule, ...] = (
    Rule(
        "the request never arrived whole",
        "no status, and the last byte had not left",
        lambda s: not s.status and not s.left,
        _K.NOT_SENT,
        "RFC 9112 8; design.md 5",
    ),
    Rule(
        "no answer",
        "no status, and the last byte had left",
        lambda s: not s.status,
        _K.AMBIGUOUS,
        "design.md 5; faults.md 2.2",
    ),
    Rule(
        "key refused",
        "401, 403",
        lambda s: s.among(401, 403),
        _K.KEY_REFUSED,
        "yespo-api.md 2.3 [CONN S17, S20]; design.md 5",
    ),
    Rule(
        "sent on after the deed",
        "303, and the last byte had left",
        lambda s: s.among(303) and s.left,
        _K.NOT_THE_API,
        "RFC 9110 15.4.4: what was asked for may be done already",
    ),
    Rule(
        "redirect, never followed",
        "any other 3xx",
        lambda s: s.hundred(3),
        _K.WRONG_ADDRESS,
        "faults.md 0.3; design.md 5",
    ),
    Rule("repeated, by status", "409", lambda s: s.among(409), _K.REPEATED, "yespo-api.md 2.3 [DOC S9]"),
    Rule(
        "repeated, by its text",
        "“Duplicated request”, “Repeated request”",
        lambda s: s.says_repeated,
        _K.REPEATED,
        "yespo-api.md 2.6.3 [CONN S20]",
    ),
    Rule(
        "wrong request",
        "400, 422",
        lambda s: s.among(400, 422),
        _K.BAD_REQUEST,
        "yespo-api.md 2.3, 2.6.2; faults.md 2.2",
    ),
    Rule("too large", "413", lambda s: s.among(413), _K.TOO_LARGE, "design.md 5"),
    Rule(
        "too fast", "429", lambda s: s.among(429), _K.RATE_LIMITED, "yespo-api.md 2.3 [DOC S9]; design.md 5"
    ),
    Rule(
        "busy",
        "503, 408, 425",
        lambda s: s.among(503, 408, 425),
        _K.UNAVAILABLE,
        "design.md 5; faults.md 2.2",
    ),
    Rule(
        "any other refusal",
        "any other 4xx: 404, 405, 415 …",
        lambda s: s.hundred(4),
        _K.WRONG_ADDRESS,
        "design.md 5 (404, 405, 415); faults.md 2.2 (410)",
    ),
    Rule(
        "error before the request was whole",
        "5xx, and the last byte had not left",
        lambda s: s.status >= 500 and not s.left,
        _K.NOT_SENT,
        "RFC 9112 8",
    ),
    Rule(
        "server error",
        "any other 5xx: 500, 502, 504 …",
        lambda s: s.status >= 500,
        _K.SERVER_ERROR,
        "design.md 5; faults.md 2.2",
    ),
    Rule(
        "not a final status",
        "a status that is none",
        lambda s: not s.hundred(2),
        _K.AMBIGUOUS,
        "RFC 9110 15.2",
    ),
    Rule(
        "success for half a request",
        "2xx, and the last byte had not left",
        lambda s: not s.left,
        _K.AMBIGUOUS,
        "RFC 9112 8",
    ),
    Rule(
        "compressed or endless",
        "2xx, compressed or more than 8 MB",
        lambda s: s.exchange.error in (ErrorKind.ENCODED, ErrorKind.TOO_LARGE),
        _K.NOT_THE_API,
        "faults.md 3.2",
    ),
    Rule(
        "cut short",
        "2xx whose end is not certain",
        lambda s: not s.whole,
        _K.AMBIGUOUS,
        "design.md 5; faults.md 0.5",
    ),
    Rule(
        "HTML",
        "2xx with a web page",
        lambda s: s.body is Body.HTML,
        _K.NOT_THE_API,
        "design.md 5: a portal or a wrong address",
    ),
    Rule(
        "success of another sort",
        "2xx but 200, 201, 202, 204",
        lambda s: not s.among(200, 201, 202, 204),
        _K.NOT_THE_API,
        "yespo-api.md 2.3",
    ),
    Rule(
        "empty",
        "2xx with nothing in it, complete",
        lambda s: s.body is Body.EMPTY,
        _K.ACCEPTED,
        "yespo-api.md 2.4 [3P S26]",
    ),
    Rule(
        "not a JSON object",
        "2xx with text or another JSON value",
        lambda s: s.body is not Body.OBJECT,
        _K.NOT_THE_API,
        "design.md 5: wrong schema",
    ),
    Rule(
        "speaks of an error",
        "2xx with an error and no order named",
        lambda s: s.says_error,
        _K.AMBIGUOUS,
        "yespo-api.md 2.4 (errorMessage, by analogy)",
    ),
    Rule(
        "names orders never sent",
        "2xx, `failedOrders` names a stranger",
        lambda s: s.unknown_ids,
        _K.AMBIGUOUS,
        "faults.md 2.2: id in reply we never sent",
    ),
    Rule(
        "says nothing that is known",
        "2xx with a JSON object that holds none of the API's names",
        lambda s: not s.is_known,
        _K.NOT_THE_API,
        "design.md 5: wrong schema; yespo-api.md 2.4",
    ),
    Rule(
        "taken",
        "2xx with the API's object, or an empty one; those in `failedOrders` are rejected",
        lambda _: True,
        _K.ACCEPTED,
        "yespo-api.md 2.4, 2.6.1 [DOC S2]",
    ),
)
"""The first rule that holds decides."""
