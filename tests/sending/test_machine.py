"""The state machine against design.md 5."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordermanager.domain.states import State
from ordermanager.sending.machine import RULES, Action, ImpossibleStep, Step, decide
from tests.sending.revision_steps import revision_may_go

S = State
PICTURE = [
    (S.DRAFT, Step.CHECKED, S.READY),
    (S.READY, Step.QUEUE, S.QUEUED),
    (S.READY, Step.EDIT, S.DRAFT),
    (S.QUEUED, Step.CLAIM, S.SENDING),
    (S.QUEUED, Step.WITHDRAW, S.WITHDRAWN),
    (S.SENDING, Step.ACCEPT, S.ACCEPTED),
    (S.SENDING, Step.REJECT, S.REJECTED),
    (S.SENDING, Step.DOUBT, S.UNCONFIRMED),
    (S.SENDING, Step.NOT_APPLIED, S.QUEUED),
    (S.SENDING, Step.DIED, S.UNCONFIRMED),
    (S.UNCONFIRMED, Step.SEND_AGAIN, S.QUEUED),
    (S.UNCONFIRMED, Step.ASSUME_ACCEPTED, S.ACCEPTED),
    (S.QUEUED, Step.HOLD, S.HELD),
    (S.HELD, Step.RELEASE, S.QUEUED),
    (S.QUEUED, Step.SUPERSEDE, S.SUPERSEDED),
]
FINAL = (S.SUPERSEDED, S.WITHDRAWN)


@pytest.mark.parametrize(("before", "step", "after"), PICTURE)
def test_every_arrow_of_the_design_is_there(before: State, step: Step, after: State) -> None:
    assert decide(before, step).state is after


def test_what_was_in_flight_when_the_program_died_is_never_queued_again() -> None:
    assert {after.state for (before, step), after in RULES.items() if step is Step.DIED} == {S.UNCONFIRMED}


@pytest.mark.parametrize("state", FINAL)
@pytest.mark.parametrize("step", list(Step))
def test_nothing_leads_out_of_a_final_state(state: State, step: Step) -> None:
    with pytest.raises(ImpossibleStep):
        decide(state, step)


def test_only_the_users_decision_or_a_new_revision_leads_out_of_unconfirmed() -> None:
    steps = {step for (before, step) in RULES if before is S.UNCONFIRMED}
    assert steps == {Step.SEND_AGAIN, Step.ASSUME_ACCEPTED, Step.EDIT, Step.QUEUE}


def test_every_acceptance_records_an_event_and_nothing_else_does() -> None:
    for decision in RULES.values():
        events = {Action.RECORD_EVENT, Action.RECORD_ASSUMED_EVENT} & set(decision.actions)
        assert bool(events) == (decision.state is S.ACCEPTED)


def test_nothing_is_sent_that_was_not_committed() -> None:
    for decision in RULES.values():
        assert (Action.COMMIT_BEFORE_SENDING in decision.actions) == (decision.state is S.SENDING)


@given(st.lists(st.sampled_from(list(Step)), max_size=30))
def test_a_revision_raises_its_event_twice_only_by_the_users_decision(steps: list[Step]) -> None:
    """Walk one revision through any steps: what may have reached the server twice has been through SEND_AGAIN."""
    state, may_have_arrived, decided = S.QUEUED, 0, 0
    for step in steps:
        if step in (Step.EDIT, Step.QUEUE, Step.CHECKED):
            continue
        try:
            state = decide(state, step).state
        except ImpossibleStep:
            continue
        may_have_arrived += step in (Step.ACCEPT, Step.DOUBT, Step.DIED)
        decided += step is Step.SEND_AGAIN
    assert may_have_arrived <= 1 + decided


def test_revision_may_go_follows_the_table() -> None:
    assert revision_may_go(S.SENDING, S.QUEUED)
    assert revision_may_go(S.QUEUED, S.REJECTED)
    assert not revision_may_go(S.ACCEPTED, S.QUEUED)  # that is a new revision
    assert not revision_may_go(S.QUEUED, S.ACCEPTED)
