"""From the server's answer to what becomes of each order and what the sender does next: one table, one function."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from ordermanager.api.answers import AnswerKind
from ordermanager.domain.sentences import Sentence
from ordermanager.domain.states import State
from ordermanager.sending.machine import Step, decide
from ordermanager.sending.progress import StopReason
from ordermanager.sending.reasons import NO_CLEAR_ANSWER, TOO_LARGE_ALONE, refusal
from ordermanager.store.outbox.records import Fate, MemberOutcome, Outcomes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordermanager.api.answers import Answer
    from ordermanager.store.outbox.records import BatchMember


class Then(StrEnum):
    """What the sender does after an answer."""

    GO_ON = "go_on"
    SLOW_DOWN = "slow_down"  # a doubt: a smaller batch, after a while; the third in a row stops
    HALVE = "halve"  # find the bad order
    SHRINK = "shrink"  # the request was too large
    WAIT = "wait"  # the server asked for it
    RECONNECT = "reconnect"  # nobody was reached; try again by itself
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class Consequence:
    """What one kind of answer means. `step` is for the orders that the answer does not name as failed."""

    step: Step
    then: Then
    source: str
    stop: StopReason | None = None


CONSEQUENCES: dict[AnswerKind, Consequence] = {
    AnswerKind.ACCEPTED: Consequence(Step.ACCEPT, Then.GO_ON, "yespo-api.md 2.4, 2.6.1; design.md 5"),
    AnswerKind.BAD_REQUEST: Consequence(Step.NOT_APPLIED, Then.HALVE, "yespo-api.md 2.6.2; design.md 5"),
    AnswerKind.TOO_LARGE: Consequence(Step.NOT_APPLIED, Then.SHRINK, "design.md 5; faults.md F23"),
    AnswerKind.RATE_LIMITED: Consequence(Step.NOT_APPLIED, Then.WAIT, "design.md 5; faults.md F20"),
    AnswerKind.UNAVAILABLE: Consequence(Step.NOT_APPLIED, Then.WAIT, "design.md 5; faults.md F22"),
    AnswerKind.KEY_REFUSED: Consequence(
        Step.NOT_APPLIED, Then.STOP, "yespo-api.md 2.2, 2.6.5; design.md 5", StopReason.KEY_REFUSED
    ),
    AnswerKind.WRONG_ADDRESS: Consequence(
        Step.NOT_APPLIED, Then.STOP, "design.md 5; faults.md F18", StopReason.WRONG_ADDRESS
    ),
    # Says that the body arrived, not that it was applied (faults.md 2.2).
    AnswerKind.REPEATED: Consequence(Step.DOUBT, Then.SLOW_DOWN, "yespo-api.md 2.6.3; faults.md 2.2"),
    AnswerKind.SERVER_ERROR: Consequence(Step.DOUBT, Then.SLOW_DOWN, "design.md 5; faults.md F21"),
    AnswerKind.AMBIGUOUS: Consequence(Step.DOUBT, Then.SLOW_DOWN, "design.md 5; faults.md F04-F13"),
    AnswerKind.NOT_SENT: Consequence(Step.NOT_APPLIED, Then.RECONNECT, "RFC 9112 8; faults.md F01-F03"),
    AnswerKind.NOT_THE_API: Consequence(
        Step.DOUBT, Then.STOP, "design.md 5; faults.md F14", StopReason.NOT_THE_API
    ),
}


@dataclass(frozen=True, slots=True)
class BatchOutcome:
    """What one exchange brought for a batch of `members` orders."""

    fates: Outcomes
    members: int
    then: Then
    stop: StopReason | None
    sentence: Sentence | None
    retry_after: float | None
    text: str

    def count(self, state: State) -> int:
        """How many members ended in `state`."""
        return self.fates.count(state, self.members)

    @property
    def is_final(self) -> bool:
        """Whether none of its orders waits again."""
        return self.count(State.QUEUED) == 0


def outcomes(answer: Answer, members: Sequence[BatchMember], *, searching: bool = False) -> BatchOutcome:
    """What becomes of each member. Matched by externalOrderId, which a batch never holds twice, and by our own row.

    `searching`: the batch is part of a search by halving, so that an order refused alone waits for its verdict.
    """
    consequence = CONSEQUENCES[answer.kind]
    step, then = consequence.step, consequence.then
    reason = answer.sentence
    if len(members) == 1 and then is Then.SHRINK:
        step, then, reason = Step.REJECT, Then.GO_ON, Sentence(TOO_LARGE_ALONE)
    if len(members) == 1 and then is Then.HALVE and not searching:
        step, then, reason = Step.REJECT, Then.GO_ON, refusal(answer.text)
    if step is Step.DOUBT and reason is None:
        reason = Sentence(NO_CLEAR_ANSWER)
    rest = decide(State.SENDING, step).state
    refused = decide(State.SENDING, Step.REJECT).state
    named = tuple(
        MemberOutcome(member.revision_id, refused, refusal(answer.failed[member.external_order_id]))
        for member in (members if answer.failed else ())
        if member.external_order_id in answer.failed
    )
    return BatchOutcome(
        fates=Outcomes(Fate(rest, None if rest is State.ACCEPTED else reason), named),
        members=len(members),
        then=then,
        stop=consequence.stop,
        sentence=answer.sentence,
        retry_after=answer.retry_after,
        text=answer.text,
    )
