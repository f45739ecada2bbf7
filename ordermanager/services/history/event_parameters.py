"""The variables of an event as a workflow names them (yespo-api.md 4.1), and why one of them is not known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, Sentence

if TYPE_CHECKING:
    from ordermanager.store.history.records import EventRow

_NO_ORDER_ID = QT_TRANSLATE_NOOP("Sentence", "not known: Yespo numbers orders itself and does not tell us")
_NO_CONTACT_ID = QT_TRANSLATE_NOOP("Sentence", "not known: ask the account for the contact")
_NO_EMAIL = QT_TRANSLATE_NOOP("Sentence", "none: the order had no e-mail")
_NO_PHONE = QT_TRANSLATE_NOOP("Sentence", "none: the order had no phone")
_ERASED = QT_TRANSLATE_NOOP("Sentence", "not known any more: the customer was erased here on {day}")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A variable of the event, by the name that a workflow writes. `value` empty: not known, and `note` says why."""

    name: str
    value: str
    note: Sentence | None = None


def parameters_of(row: EventRow, contact_id: str, erased_on: str = "") -> tuple[Parameter, ...]:
    """Those of a line of the history. `contact_id`: the contact's number at Yespo, empty where it is not known;
    `erased_on`: the day (ISO) on which whom it was about was erased here."""
    erased = Sentence(_ERASED, {"day": date.fromisoformat(erased_on)}) if erased_on else None

    def of_person(name: str, value: str, none: str) -> Parameter:
        return Parameter(name, value, None if value else erased or Sentence(none))

    return (
        Parameter("eventKey", row.event_key),
        Parameter("orderId", "", Sentence(_NO_ORDER_ID)),
        of_person("contactId", contact_id, _NO_CONTACT_ID),
        of_person("EmailAddress", row.email, _NO_EMAIL),
        of_person("SMS", row.phone, _NO_PHONE),
    )
