"""Why a customer got no message about an order, or why they should have: one sentence for a support person.

The first rule that holds decides; each names its source. Only Yespo knows what a workflow did with an event, so the
sentence for an accepted order says where to look next.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, Sentence
from ordermanager.domain.states import State

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from ordermanager.domain.values.moments import Moment


@dataclass(frozen=True, slots=True)
class MessageFacts:
    """What is known of an order and of its newest revision that was not taken back or replaced.

    `sent_state` is that revision's; None: there is none. `at` and `due_at`: since when it is in that state, and
    before when it is not sent. `reason`: why it was refused, is in doubt or waits. `reached`: the e-mail,
    phone or customer ID that it was sent with; `can_be_written_to`: with e-mail or phone. `event` is the revision's,
    `event_now` that of the status in the form; `event_before` that of the newest accepted revision, if this one is not
    accepted. `is_replaced`: older revisions were taken back or replaced. `erased_on`: when the customer was erased.
    """

    sent_state: State | None = None
    revision: int = 0
    event: str = ""
    at: Moment | None = None
    reason: Sentence | None = None
    account: str = ""
    account_stop: Sentence | None = None
    is_sandbox: bool = False
    errors: int = 0
    is_deleted: bool = False
    is_edited: bool = False
    identified: bool = True
    can_be_written_to: bool = True
    reached: str = ""
    erased_on: date | None = None
    due_at: Moment | None = None
    has_account: bool = True
    marked_by_hand: bool = False
    times_doubtful: int = 0
    event_now: str = ""
    event_before: str = ""
    at_before: Moment | None = None
    is_replaced: bool = False


class Verdict(StrEnum):
    """How it stands: no message can have come, nobody knows, or the event was raised and a message may have."""

    NOTHING = "nothing"
    UNKNOWN = "unknown"
    RAISED = "raised"


@dataclass(frozen=True, slots=True)
class Explanation:
    """`sentence` says why; `before`, if set, what had been raised earlier; `rule` is a stable word for tests."""

    rule: str
    verdict: Verdict
    sentence: Sentence
    before: Sentence | None = None


@dataclass(frozen=True, slots=True)
class _Rule:
    name: str
    verdict: Verdict
    holds: Callable[[MessageFacts], bool]
    text: str


def explain(facts: MessageFacts) -> Explanation:
    """Why no message, in one sentence; for an order whose event was raised, what to look at in Yespo."""
    rule = next(rule for rule in _RULES if rule.holds(facts))
    values: dict[str, object] = {
        "event": facts.event,
        "at": facts.at or "",
        "number": facts.revision,
        "account": facts.account,
        "reason": facts.reason or "",
        "stop": facts.account_stop or "",
        "who": facts.reached,
        "due": facts.due_at or "",
        "errors": facts.errors,
        "erased": facts.erased_on or "",
    }
    used = {name: value for name, value in values.items() if f"{{{name}}}" in rule.text}
    before = None
    if facts.event_before and facts.sent_state is not State.ACCEPTED:
        before = Sentence(_BEFORE, {"event": facts.event_before, "at": facts.at_before or ""})
    return Explanation(rule.name, rule.verdict, Sentence(rule.text, used), before)


def _waits(facts: MessageFacts) -> bool:
    return facts.sent_state is State.QUEUED


_BEFORE = QT_TRANSLATE_NOOP("Sentence", "Before that, {event} was raised at {at}.")
_N, _U, _R = Verdict.NOTHING, Verdict.UNKNOWN, Verdict.RAISED
_RULES: tuple[_Rule, ...] = (
    # design.md 5: nothing of these states has raised an event.
    _Rule(
        "rejected", _N, lambda f: f.sent_state is State.REJECTED and f.reason is not None,
        QT_TRANSLATE_NOOP("Sentence", "No message: Yespo refused revision {number}, so no event was raised. {reason}"),
    ),
    _Rule(
        "rejected_silently", _N, lambda f: f.sent_state is State.REJECTED,
        QT_TRANSLATE_NOOP(
            "Sentence", "No message: Yespo refused revision {number} without saying why, so no event was raised."
        ),
    ),
    _Rule(
        "unconfirmed", _U, lambda f: f.sent_state is State.UNCONFIRMED,
        QT_TRANSLATE_NOOP(
            "Sentence",
            "Nobody knows yet: revision {number} was sent at {at}, but no answer came that proves its arrival. Look "
            "for {event} in Yespo, Automation → Event history, then send it again or mark it as accepted.",
        ),
    ),
    _Rule(
        "sending", _U, lambda f: f.sent_state is State.SENDING,
        QT_TRANSLATE_NOOP("Sentence", "Not yet: revision {number} is on its way to {account} at this moment."),
    ),
    _Rule(
        "held", _N, lambda f: f.sent_state is State.HELD,
        QT_TRANSLATE_NOOP(
            "Sentence",
            "No message: revision {number} is held back and is not sent until somebody releases it. {reason}",
        ),
    ),
    _Rule(
        "account_stopped", _N, lambda f: _waits(f) and f.account_stop is not None,
        QT_TRANSLATE_NOOP(
            "Sentence", "No message: revision {number} waits in the outbox, because {account} is stopped. {stop}"
        ),
    ),
    _Rule(
        "no_account", _N, lambda f: _waits(f) and not f.has_account,
        QT_TRANSLATE_NOOP(
            "Sentence", "No message: revision {number} waits in the outbox, and there is no account to send it to."
        ),
    ),
    _Rule(
        "waits_until", _N, lambda f: _waits(f) and f.due_at is not None,
        QT_TRANSLATE_NOOP("Sentence", "Not yet: revision {number} waits in the outbox and is not sent before {due}."),
    ),
    _Rule(
        "queued", _N, _waits,
        QT_TRANSLATE_NOOP("Sentence", "Not yet: revision {number} waits in the outbox since {at}. Send the outbox."),
    ),
    _Rule(
        "erased", _U, lambda f: f.sent_state is State.ACCEPTED and f.erased_on is not None,
        QT_TRANSLATE_NOOP(
            "Sentence",
            "Not known any more: {event} was raised at {at}, and the customer was erased here on {erased}.",
        ),
    ),
    # yespo-api.md 4.3: without e-mail and phone nobody can be written to; without any identifier there is no contact.
    _Rule(
        "nobody", _N, lambda f: f.sent_state is State.ACCEPTED and not f.identified,
        QT_TRANSLATE_NOOP(
            "Sentence",
            "No message can come: {event} was raised at {at}, but the order has no e-mail, no phone and no customer "
            "ID, so it belongs to no contact.",
        ),
    ),
    _Rule(
        "only_customer_id", _U, lambda f: f.sent_state is State.ACCEPTED and not f.can_be_written_to,
        QT_TRANSLATE_NOOP(
            "Sentence",
            "{event} was raised at {at} for {who}. The order has no e-mail and no phone: a message came only if the "
            "contact with this ID has one.",
        ),
    ),
    _Rule(
        "marked", _U, lambda f: f.sent_state is State.ACCEPTED and f.marked_by_hand,
        QT_TRANSLATE_NOOP(
            "Sentence",
            "Nobody knows for certain: revision {number} was marked as accepted by hand; Yespo's answer never came. "
            "Look for {event} in Yespo, Automation → Event history.",
        ),
    ),
    _Rule(
        "sandbox", _N, lambda f: f.sent_state is State.ACCEPTED and f.is_sandbox,
        QT_TRANSLATE_NOOP(
            "Sentence",
            "No message: {event} was raised at {at}, but {account} is a sandbox, which writes to nobody.",
        ),
    ),
    _Rule(
        "maybe_twice", _R, lambda f: f.sent_state is State.ACCEPTED and f.times_doubtful > 0,
        QT_TRANSLATE_NOOP(
            "Sentence",
            "{event} was raised at {at} for {who}, perhaps twice, because an earlier sending stayed without an answer. "
            "If no message came, see in Yespo whether a workflow starts with {event} and whether the contact may be "
            "written to.",
        ),
    ),
    _Rule(
        "raised", _R, lambda f: f.sent_state is State.ACCEPTED,
        QT_TRANSLATE_NOOP(
            "Sentence",
            "Yespo accepted revision {number} at {at} and raised {event} for {who}. If no message came, see in Yespo "
            "whether a workflow starts with {event} and whether the contact may be written to.",
        ),
    ),
    # Nothing of it is with Yespo or on the way there.
    _Rule(
        "deleted", _N, lambda f: f.is_deleted,
        QT_TRANSLATE_NOOP("Sentence", "No message: the order was deleted here before it was sent."),
    ),
    _Rule(
        "errors", _N, lambda f: f.errors > 0,
        QT_TRANSLATE_NOOP(
            "Sentence", "No message: the order was never sent. It has errors ({errors}); correct them in the form."
        ),
    ),
    _Rule(
        "taken_back", _N, lambda f: f.is_replaced,
        QT_TRANSLATE_NOOP(
            "Sentence", "No message: what was in the outbox was taken back or replaced before it was sent."
        ),
    ),
    _Rule(
        "never_queued", _N, lambda _: True,
        QT_TRANSLATE_NOOP(
            "Sentence", "No message: the order was never put in the outbox. An event is raised only when it is sent."
        ),
    ),
)  # fmt: skip


def edited_since(facts: MessageFacts) -> Sentence | None:
    """What to say beside the explanation where the order was changed after it was sent."""
    if not facts.is_edited or facts.sent_state is None:
        return None
    if facts.event_now and facts.event_now != facts.event:
        text = QT_TRANSLATE_NOOP(
            "Sentence", "Its status was changed since: {event} is raised only when the order is sent again."
        )
        return Sentence(text, {"event": facts.event_now})
    text = QT_TRANSLATE_NOOP(
        "Sentence",
        "It was changed after revision {number}; Yespo does not know of that until it is sent again.",
    )
    return Sentence(text, {"number": facts.revision})
