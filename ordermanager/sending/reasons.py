"""The sentences of sending for a person: why an order was refused or is in doubt, why a run waits or has stopped.

What the server's answers mean is said in api/answer_texts.py; here is what sending itself adds.
"""

from __future__ import annotations

from ordermanager.api.exchange import ERROR_TEXTS, ErrorKind
from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, KnownError, Sentence

REFUSED = QT_TRANSLATE_NOOP("Sentence", "The server refused this order: {text}")
REFUSED_SILENTLY = QT_TRANSLATE_NOOP(
    "Sentence",
    "The server refused this order without saying why. Compare its fields with an order that was accepted.",
)
TOO_LARGE_ALONE = QT_TRANSLATE_NOOP(
    "Sentence",
    "This order alone is larger than the server takes. Shorten its descriptions or leave out items, "
    "then send it again.",
)
NO_CLEAR_ANSWER = QT_TRANSLATE_NOOP(
    "Sentence",
    "The orders were sent, but no clear answer came back. The server may or may not have taken them.",
)
STOPPED_BY_USER = QT_TRANSLATE_NOOP(
    "Sentence", "Sending was stopped. The orders that are not sent yet wait in the outbox."
)
OFFLINE = QT_TRANSLATE_NOOP(
    "Sentence",
    "Offline: the server cannot be reached. Nothing is lost, the orders wait in the outbox. "
    "Check the internet connection and the account's address, then send again.",
)
SERVER_WANTS_PAUSE = QT_TRANSLATE_NOOP(
    "Sentence",
    "The server asks for a pause of {seconds} seconds. The orders wait in the outbox; send again later.",
)
SERVER_WANTS_LONG_PAUSE = QT_TRANSLATE_NOOP(
    "Sentence",
    "The server asks for a pause of {minutes} min. The orders wait in the outbox; send again later.",
)
ASKED_BEFORE = QT_TRANSLATE_NOOP("Sentence", "The server asked for this pause the last time.")
REPEAT_LATER = QT_TRANSLATE_NOOP(
    "Sentence",
    "The very same request may not be repeated within a minute. The orders wait in the outbox until then.",
)
TOO_MANY_DOUBTS = QT_TRANSLATE_NOOP(
    "Sentence",
    "{count} requests in a row brought no clear answer, so sending stopped before more orders come into doubt. "
    "Those sent are in Unconfirmed, the rest waits in the outbox. Look whether Yespo works, then send again.",
)
REQUEST_WRONG = QT_TRANSLATE_NOOP(
    "Sentence",
    "The server refuses one order after the other with the same words, so the fault seems to be in the request "
    "and not in an order: {text} All orders wait in the outbox. Check the account's address and the rule set in "
    "the settings.",
)
ACCOUNT_CHANGED = QT_TRANSLATE_NOOP(
    "Sentence",
    "The account {name} was changed while its orders were being sent, so sending stopped. "
    "The orders that are not sent yet wait in the outbox. Check the account in the settings, then send again.",
)
CANNOT_RECORD = QT_TRANSLATE_NOOP(
    "Sentence",
    "The server has answered, but the answer cannot be written to the workspace yet; the program tries again. {text}",
)


NEEDS_A_HAND = frozenset(ERROR_TEXTS[kind] for kind in ErrorKind if kind.is_tls or kind is ErrorKind.PROXY)
"""Why nobody was reached, where there is a network all the same: somebody must change something."""


class AccountChanged(KnownError):
    """What was to be sent may not go where the account leads now, or with its key: nobody has said yes to that."""

    is_of_account = True
    exit_code = 4


def refusal(text: str) -> Sentence:
    """Why an order was refused, with the server's own words if it had any."""
    return Sentence(REFUSED, {"text": text}) if text else Sentence(REFUSED_SILENTLY)
