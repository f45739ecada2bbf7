"""What each kind of answer means for the orders of a batch and for the sender."""

from __future__ import annotations

import pytest

from ordermanager.api.answers import Answer, AnswerKind
from ordermanager.domain.states import State
from ordermanager.sending.machine import decide
from ordermanager.sending.outcomes import CONSEQUENCES, Then, outcomes
from ordermanager.sending.progress import StopReason
from ordermanager.store.outbox.records import BatchMember

MEMBERS = [BatchMember(number, number, f"A{number}") for number in range(1, 4)]

TABLE = [
    (AnswerKind.ACCEPTED, State.ACCEPTED, Then.GO_ON, None),
    (AnswerKind.BAD_REQUEST, State.QUEUED, Then.HALVE, None),
    (AnswerKind.TOO_LARGE, State.QUEUED, Then.SHRINK, None),
    (AnswerKind.RATE_LIMITED, State.QUEUED, Then.WAIT, None),
    (AnswerKind.UNAVAILABLE, State.QUEUED, Then.WAIT, None),
    (AnswerKind.KEY_REFUSED, State.QUEUED, Then.STOP, StopReason.KEY_REFUSED),
    (AnswerKind.WRONG_ADDRESS, State.QUEUED, Then.STOP, StopReason.WRONG_ADDRESS),
    (AnswerKind.REPEATED, State.UNCONFIRMED, Then.SLOW_DOWN, None),
    (AnswerKind.SERVER_ERROR, State.UNCONFIRMED, Then.SLOW_DOWN, None),
    (AnswerKind.AMBIGUOUS, State.UNCONFIRMED, Then.SLOW_DOWN, None),
    (AnswerKind.NOT_SENT, State.QUEUED, Then.RECONNECT, None),
    (AnswerKind.NOT_THE_API, State.UNCONFIRMED, Then.STOP, StopReason.NOT_THE_API),
]


@pytest.mark.parametrize(("kind", "state", "then", "stop"), TABLE)
def test_each_kind_of_answer(kind: AnswerKind, state: State, then: Then, stop: StopReason | None) -> None:
    outcome = outcomes(Answer(kind), MEMBERS)
    assert (outcome.fates.rest.state, outcome.fates.others) == (state, ())
    assert (outcome.members, outcome.count(state)) == (3, 3)
    assert (outcome.then, outcome.stop) == (then, stop)


def test_the_table_knows_every_kind_and_where_its_rule_comes_from() -> None:
    assert set(CONSEQUENCES) == set(AnswerKind) == {kind for kind, *_ in TABLE}
    assert all(consequence.source for consequence in CONSEQUENCES.values())


NOT_APPLIED = frozenset(
    {
        AnswerKind.BAD_REQUEST,
        AnswerKind.TOO_LARGE,
        AnswerKind.RATE_LIMITED,
        AnswerKind.UNAVAILABLE,
        AnswerKind.KEY_REFUSED,
        AnswerKind.WRONG_ADDRESS,
        AnswerKind.NOT_SENT,
    }
)
"""After these the same orders, sent again, cannot raise an event twice."""


@pytest.mark.parametrize("kind", list(AnswerKind))
def test_only_what_is_surely_not_applied_is_queued_again(kind: AnswerKind) -> None:
    after = decide(State.SENDING, CONSEQUENCES[kind].step).state
    assert (after is State.QUEUED) == (kind in NOT_APPLIED)
    assert (after is State.UNCONFIRMED) == (kind is not AnswerKind.ACCEPTED and kind not in NOT_APPLIED)


@pytest.mark.parametrize("kind", [AnswerKind.ACCEPTED, AnswerKind.AMBIGUOUS])
def test_an_order_that_is_named_as_failed_is_rejected_whatever_becomes_of_the_others(
    kind: AnswerKind,
) -> None:
    outcome = outcomes(Answer(kind, failed={"A2": "no e-mail"}), MEMBERS)
    rejected = outcome.fates.others
    assert outcome.fates.rest.state is decide(State.SENDING, CONSEQUENCES[kind].step).state
    assert [(member.revision_id, "no e-mail" in str(member.reason)) for member in rejected] == [(2, True)]
    assert outcome.count(State.REJECTED) == 1


def test_a_refusal_without_words_still_says_something() -> None:
    outcome = outcomes(Answer(AnswerKind.ACCEPTED, failed={"A1": ""}), MEMBERS[:1])
    assert "without saying why" in str(outcome.fates.others[0].reason)


def test_an_order_too_large_by_itself_is_rejected_with_what_to_do() -> None:
    outcome = outcomes(Answer(AnswerKind.TOO_LARGE), MEMBERS[:1])
    assert (outcome.fates.rest.state, outcome.then) == (State.REJECTED, Then.GO_ON)
    assert "Shorten" in str(outcome.fates.rest.reason)


def test_an_order_refused_alone_is_rejected_unless_a_search_goes_on() -> None:
    answer = Answer(AnswerKind.BAD_REQUEST, text="bad phone")
    alone = outcomes(answer, MEMBERS[:1])
    assert (alone.fates.rest.state, alone.then) == (State.REJECTED, Then.GO_ON)
    assert "bad phone" in str(alone.fates.rest.reason)
    assert outcomes(answer, MEMBERS[:1], searching=True).fates.rest.state is State.QUEUED


def test_whatever_is_in_doubt_says_why() -> None:
    for kind in AnswerKind:
        rest = outcomes(Answer(kind), MEMBERS).fates.rest
        assert (rest.reason is not None) or rest.state is not State.UNCONFIRMED
