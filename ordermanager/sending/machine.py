"""The state machine of sending (design.md 5), whole: one table and one pure function.

The store writes what stands here, its constraints forbid the rest, and a test compares every change that the store
records with this table.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ordermanager.domain.states import State


class Step(StrEnum):
    """What happens to an order or to one of its revisions."""

    EDIT = "edit"
    CHECKED = "checked"
    QUEUE = "queue"
    WITHDRAW = "withdraw"
    HOLD = "hold"  # a backup was restored, or the account was stopped
    RELEASE = "release"
    SUPERSEDE = "supersede"
    CLAIM = "claim"
    ACCEPT = "accept"
    REJECT = "reject"
    NOT_APPLIED = "not_applied"  # surely: nothing reached the server, or it said that it did nothing
    DOUBT = "doubt"  # it may or may not have been applied
    DIED = "died"  # the program ended before the outcome was on disk
    SEND_AGAIN = "send_again"  # the user's decision on an unconfirmed revision
    ASSUME_ACCEPTED = "assume_accepted"  # likewise


class Action(StrEnum):
    """What must be done in the same transaction as the change of state."""

    MAKE_REVISION = "make_revision"
    COMMIT_BEFORE_SENDING = "commit_before_sending"
    RECORD_EVENT = "record_event"
    RECORD_ASSUMED_EVENT = "record_assumed_event"
    KEEP_REASON = "keep_reason"
    WAIT_BEFORE_REPEATING = "wait_before_repeating"  # an identical body may not go out within a minute
    RETURN_ORDER_TO_READY = "return_order_to_ready"
    KEEP_REVISION = "keep_revision"  # the order changes, the revision that is on its way does not


@dataclass(frozen=True, slots=True)
class Decision:
    """The new state, and what belongs to it."""

    state: State
    actions: tuple[Action, ...] = ()


class ImpossibleStep(ValueError):
    """The table has no such step: a bug of ours, never the user's."""


_EDITED = Decision(State.DRAFT, (Action.KEEP_REVISION,))
_NEXT_REVISION = Decision(State.QUEUED, (Action.MAKE_REVISION,))
_TAKEN_BACK = Decision(State.WITHDRAWN, (Action.RETURN_ORDER_TO_READY,))
_IN_DOUBT = Decision(State.UNCONFIRMED, (Action.KEEP_REASON,))

RULES: dict[tuple[State, Step], Decision] = {
    (State.DRAFT, Step.EDIT): Decision(State.DRAFT),
    (State.DRAFT, Step.CHECKED): Decision(State.READY),
    (State.READY, Step.EDIT): Decision(State.DRAFT),
    (State.READY, Step.CHECKED): Decision(State.READY),
    (State.READY, Step.QUEUE): _NEXT_REVISION,
    # The outbox.
    (State.QUEUED, Step.CLAIM): Decision(State.SENDING, (Action.COMMIT_BEFORE_SENDING,)),
    (State.QUEUED, Step.WITHDRAW): _TAKEN_BACK,
    (State.QUEUED, Step.HOLD): Decision(State.HELD, (Action.KEEP_REASON,)),
    (State.QUEUED, Step.SUPERSEDE): Decision(State.SUPERSEDED),
    # Isolated by halving a 400: the last of its refusals is over and it waits again when the verdict falls.
    (State.QUEUED, Step.REJECT): Decision(State.REJECTED, (Action.KEEP_REASON,)),
    (State.QUEUED, Step.EDIT): _EDITED,
    (State.HELD, Step.RELEASE): Decision(State.QUEUED),
    (State.HELD, Step.WITHDRAW): _TAKEN_BACK,
    (State.HELD, Step.SUPERSEDE): Decision(State.SUPERSEDED),
    (State.HELD, Step.EDIT): _EDITED,
    # In flight.
    (State.SENDING, Step.ACCEPT): Decision(State.ACCEPTED, (Action.RECORD_EVENT,)),
    (State.SENDING, Step.REJECT): Decision(State.REJECTED, (Action.KEEP_REASON,)),
    (State.SENDING, Step.NOT_APPLIED): Decision(State.QUEUED),
    (State.SENDING, Step.DOUBT): _IN_DOUBT,
    (State.SENDING, Step.DIED): _IN_DOUBT,
    (State.SENDING, Step.HOLD): Decision(State.HELD, (Action.KEEP_REASON,)),
    (State.SENDING, Step.EDIT): _EDITED,
    # Afterwards.
    (State.ACCEPTED, Step.EDIT): _EDITED,
    (State.ACCEPTED, Step.QUEUE): _NEXT_REVISION,
    (State.REJECTED, Step.EDIT): _EDITED,
    (State.REJECTED, Step.QUEUE): _NEXT_REVISION,
    (State.UNCONFIRMED, Step.EDIT): _EDITED,
    (State.UNCONFIRMED, Step.QUEUE): _NEXT_REVISION,
    (State.UNCONFIRMED, Step.SEND_AGAIN): Decision(State.QUEUED, (Action.WAIT_BEFORE_REPEATING,)),
    (State.UNCONFIRMED, Step.ASSUME_ACCEPTED): Decision(State.ACCEPTED, (Action.RECORD_ASSUMED_EVENT,)),
}
"""Every step that there is. What is not here cannot happen."""


def decide(state: State, step: Step) -> Decision:
    """What becomes of something in `state` when `step` happens. Raises ImpossibleStep."""
    decision = RULES.get((state, step))
    if decision is None:
        raise ImpossibleStep(f"{state} cannot {step}")
    return decision
