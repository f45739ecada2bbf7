"""One sentence per kind of answer, for the person at the screen: what happened and what to do."""

from __future__ import annotations

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP

ANSWER_TEXTS: dict[str, str] = {
    "bad_request": QT_TRANSLATE_NOOP(
        "Sentence", "The server refused the request as wrong (HTTP {status}): {text}"
    ),
    "too_large": QT_TRANSLATE_NOOP(
        "Sentence", "The server finds the request too large; it is sent in smaller parts."
    ),
    "rate_limited": QT_TRANSLATE_NOOP(
        "Sentence", "The server asks to send more slowly. Sending goes on by itself."
    ),
    "unavailable": QT_TRANSLATE_NOOP(
        "Sentence", "The server is busy or being maintained (HTTP {status}). Sending goes on by itself."
    ),
    "key_refused": QT_TRANSLATE_NOOP(
        "Sentence",
        "The server refused the API key (HTTP {status}). Make a key with full access at Yespo under your "
        "profile, "
        "Settings, API, and enter it in the account's settings here. A key that was not used for 90 days is "
        "switched off.",
    ),
    "wrong_address": QT_TRANSLATE_NOOP(
        "Sentence",
        "The server at this address does not take orders (HTTP {status}). Check the account's address; it is "
        "usually "
        "https://yespo.io/api. Nothing was taken over.",
    ),
    "repeated": QT_TRANSLATE_NOOP(
        "Sentence",
        "The server says that it received this very request less than a minute ago. It may have taken these "
        "orders already.",
    ),
    "server_error": QT_TRANSLATE_NOOP(
        "Sentence",
        "The server had an error (HTTP {status}) after it had received the orders. It may or may not have "
        "taken them.",
    ),
    "not_sent": QT_TRANSLATE_NOOP(
        "Sentence", "The orders could not be sent completely. Nothing was taken over."
    ),
    "ambiguous": QT_TRANSLATE_NOOP(
        "Sentence",
        "The orders were sent, but no clear answer came back. The server may or may not have taken them.",
    ),
    "too_late": QT_TRANSLATE_NOOP(
        "Sentence",
        "The orders were sent, but the answer did not come in time. The server may or may not have taken them.",
    ),
    "broke_off": QT_TRANSLATE_NOOP(
        "Sentence",
        "The orders were sent, but the connection broke before the answer was complete. The server may or may not "
        "have taken them.",
    ),
    "garbled": QT_TRANSLATE_NOOP(
        "Sentence",
        "The orders were sent, but what came back was no proper answer. The server may or may not have taken them.",
    ),
    "spoke_of_an_error": QT_TRANSLATE_NOOP(
        "Sentence",
        "The server answered with an error and named no order: “{text}”. It may or may not have taken these orders.",
    ),
    "names_strangers": QT_TRANSLATE_NOOP(
        "Sentence",
        "The server refused orders that were not in this request ({names}), so its answer proves nothing. "
        "It may or may not have taken these orders.",
    ),
    "not_the_api": QT_TRANSLATE_NOOP(
        "Sentence",
        "What answered is not the Yespo API: perhaps a hotel or company network that wants a sign-in, or a "
        "wrong address. "
        "Check that in a browser and in the account's settings.",
    ),
}
"""By the value of AnswerKind; ACCEPTED has none. {status} is the HTTP status, {text} the server's own
words. Those from "too_late" to "names_strangers" say more of an ambiguous one."""
