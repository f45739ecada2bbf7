"""The variables of an event as a workflow names them (yespo-api.md 4.1), and why one of them is not known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, Sentence

if TYPE_CHECKING:
    from ordermanager.store.history.records import EventRow

_NO_ORDER_ID = QT_TRANSLATE_NOOP("Sentence", "not known: Yespo numbers orders itself and does not tell us")
_NO_CONTACT_ID = QT_TRANSLATE_NOOP("Sentence", "not known: ask the account for the contact")
_NO_EMAIL = QT_TRANSLATE_NOOP("Sentence", "none: the order had no e-mail")
_NO_PHONE = QT_TRANSLATE_NOOP("Sentence", "none: the order had no phone")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A variable of the event, by the name that a workflow writes. `value` empty: not known, and `note` says why."""

    name: str
    value: str
    note: Sentence | None = None


def parameters_of(row: EventRow, contact_id: str) -> tuple[Parameter, ...]:
    """Those of a line of the history. `contact_id`: the contact's number at Yespo, empty where it is not known."""
    return (
        Parameter("eventKey", row.event_key),
        Parameter("orderId", "", Sentence(_NO_ORDER_ID)),
        Parameter("contactId", contact_id, None if contact_id else Sentence(_NO_CONTACT_ID)),
        Parameter("EmailAddress", row.email, None if row.email else Sentence(_NO_EMAIL)),
        Parameter("SMS", row.phone, None if row.phone else Sentence(_NO_PHONE)),
    )
