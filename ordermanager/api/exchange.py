"""What happened in one HTTP exchange, told without exceptions: how far the request got, and what came
back."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, Sentence

if TYPE_CHECKING:
    from collections.abc import Mapping


class SentPhase(StrEnum):
    """How much of the request may have reached the server.

    An HTTP/1.1 server must not act on a body that is shorter than its Content-Length (RFC 9112, 8), so
    NOT_SENT and PARTLY both mean *surely not applied*. COMPLETE means that the last byte was at least handed
    to the connection.
    """

    NOT_SENT = "not_sent"
    PARTLY = "partly"
    COMPLETE = "complete"


class ErrorKind(StrEnum):
    """What broke an exchange. With a `status` in the Exchange, the header block of an answer had arrived
    before that."""

    DNS = "dns"
    REFUSED = "refused"
    UNREACHABLE = "unreachable"
    CONNECT_TIMEOUT = "connect_timeout"
    CONNECT = "connect"
    TLS_EXPIRED = "tls_expired"
    TLS_NOT_YET_VALID = "tls_not_yet_valid"
    TLS_UNKNOWN_CA = "tls_unknown_ca"
    TLS_WRONG_HOST = "tls_wrong_host"
    TLS_NOT_TLS = "tls_not_tls"
    TLS = "tls"
    PROXY = "proxy"
    DEADLINE = "deadline"
    CLOSED = "closed"
    BAD_ANSWER = "bad_answer"
    TOO_LARGE = "too_large"
    ENCODED = "encoded"
    OTHER = "other"

    @property
    def is_offline(self) -> bool:
        """Whether it looks as if there were no network: worth trying again by itself."""
        return self in _OFFLINE

    @property
    def is_tls(self) -> bool:
        """Whether the secure connection was refused by us; trying again does not help until something is
        changed."""
        return self.value.startswith("tls")


_OFFLINE = frozenset(
    {ErrorKind.DNS, ErrorKind.REFUSED, ErrorKind.UNREACHABLE, ErrorKind.CONNECT_TIMEOUT, ErrorKind.CONNECT}
)

ERROR_TEXTS: dict[ErrorKind, str] = {
    ErrorKind.DNS: QT_TRANSLATE_NOOP(
        "Sentence",
        "The server's name was not found. Check the internet connection and the account's address.",
    ),
    ErrorKind.REFUSED: QT_TRANSLATE_NOOP(
        "Sentence", "The server refused the connection. Check the account's address, or try again later."
    ),
    ErrorKind.UNREACHABLE: QT_TRANSLATE_NOOP(
        "Sentence", "The server cannot be reached. Check the internet connection."
    ),
    ErrorKind.CONNECT_TIMEOUT: QT_TRANSLATE_NOOP(
        "Sentence", "The server did not answer the call in time. Check the internet connection."
    ),
    ErrorKind.CONNECT: QT_TRANSLATE_NOOP(
        "Sentence", "No connection to the server ({detail}). Check the internet connection."
    ),
    ErrorKind.TLS_EXPIRED: QT_TRANSLATE_NOOP(
        "Sentence",
        "The server's certificate has expired, or this computer's clock is wrong. Check the date and time; "
        "nothing was sent.",
    ),
    ErrorKind.TLS_NOT_YET_VALID: QT_TRANSLATE_NOOP(
        "Sentence",
        "The server's certificate is not valid yet: this computer's clock is probably wrong. "
        "Check the date and time; nothing was sent.",
    ),
    ErrorKind.TLS_UNKNOWN_CA: QT_TRANSLATE_NOOP(
        "Sentence",
        "The server's certificate is from an unknown authority, so somebody may be listening in (an "
        "antivirus, a company "
        "proxy, a hotel network). Nothing was sent.",
    ),
    ErrorKind.TLS_WRONG_HOST: QT_TRANSLATE_NOOP(
        "Sentence",
        "The server's certificate is for another address. Check the account's address; nothing was sent.",
    ),
    ErrorKind.TLS_NOT_TLS: QT_TRANSLATE_NOOP(
        "Sentence",
        "The server does not speak HTTPS at this address. Check the account's address and port; nothing was "
        "sent.",
    ),
    ErrorKind.TLS: QT_TRANSLATE_NOOP(
        "Sentence", "No secure connection to the server ({detail}). Nothing was sent."
    ),
    ErrorKind.PROXY: QT_TRANSLATE_NOOP(
        "Sentence", "The proxy did not let the request through ({detail}). Check the proxy in the settings."
    ),
    ErrorKind.DEADLINE: QT_TRANSLATE_NOOP("Sentence", "The server's answer did not come in time."),
    ErrorKind.CLOSED: QT_TRANSLATE_NOOP("Sentence", "The connection broke before the answer was complete."),
    ErrorKind.BAD_ANSWER: QT_TRANSLATE_NOOP(
        "Sentence", "The server's answer was not proper HTTP ({detail})."
    ),
    ErrorKind.TOO_LARGE: QT_TRANSLATE_NOOP(
        "Sentence", "The server's answer was far too long and was cut off."
    ),
    ErrorKind.ENCODED: QT_TRANSLATE_NOOP(
        "Sentence", "The server's answer was compressed although that was not asked for, so it was not read."
    ),
    ErrorKind.OTHER: QT_TRANSLATE_NOOP("Sentence", "The request failed ({detail})."),
}


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and what came of it.

    `headers` have lower-case names, repeated ones are joined with ", ". `framing_complete` says that the
    answer's end is certain (Content-Length matched, last chunk seen, or a status that has no body); only then
    is an empty body really empty. `error_text` is a short technical detail in English without any key or
    personal data. `elapsed` is in seconds.
    """

    sent: SentPhase
    status: int | None = None
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    body: bytes = field(default=b"", repr=False)
    framing_complete: bool = False
    error: ErrorKind | None = None
    error_text: str = ""
    elapsed: float = 0.0

    @property
    def sentence(self) -> Sentence | None:
        """What went wrong, for a person; None where nothing did."""
        if self.error is None:
            return None
        return Sentence(ERROR_TEXTS[self.error], {"detail": self.error_text or self.error.value})
