"""What a run learns from its answers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordermanager.api.answers import Answer, AnswerKind
from ordermanager.sending.outcomes import outcomes
from ordermanager.sending.pace import BatchSize
from ordermanager.sending.progress import RunState, StopReason
from ordermanager.sending.tactics import Reaction, Tactics
from ordermanager.store.outbox.records import BatchMember


def tactics(count: int = 100) -> Tactics:
    return Tactics(BatchSize(count, 1000, 5_000_000), lambda: 0.5)


def tell(
    mine: Tactics,
    kind: AnswerKind,
    count: int = 100,
    *,
    partly: bool = False,
    retry_after: float | None = None,
) -> Reaction:
    ids = list(range(count)) if mine.search is None else list(mine.search.next_group or ())
    members = [BatchMember(number, number, f"A{number}") for number in ids]
    outcome = outcomes(
        Answer(kind, retry_after=retry_after, text="no"), members, searching=mine.search is not None
    )
    return mine.react(outcome, ids, 400 * len(ids), partly_sent=partly)


def test_a_clean_batch_lets_it_grow_and_go_on() -> None:
    mine = tactics()
    assert tell(mine, AnswerKind.ACCEPTED) == Reaction()
    assert mine.size.count == 200


def test_the_first_clean_answer_opens_the_way_for_all_and_after_trouble_it_opens_step_by_step() -> None:
    mine = tactics()
    widths = [mine.in_flight(8)]
    kinds = [AnswerKind.ACCEPTED, AnswerKind.ACCEPTED, AnswerKind.AMBIGUOUS, *[AnswerKind.ACCEPTED] * 3]
    for kind in kinds:
        tell(mine, kind)
        widths.append(mine.in_flight(8))
    assert widths == [1, 8, 8, 1, 2, 3, 4]
    assert mine.in_flight(3) == 3


def test_while_bad_orders_are_looked_for_one_request_is_on_its_way_however_clean_the_answers() -> None:
    mine = tactics()
    tell(mine, AnswerKind.BAD_REQUEST, 8)
    widths = []
    for kind in (AnswerKind.ACCEPTED, AnswerKind.BAD_REQUEST, AnswerKind.ACCEPTED):
        tell(mine, kind)
        widths.append(mine.in_flight(8))
    assert mine.search is not None
    assert widths == [1, 1, 1]


def test_as_many_are_read_ahead_as_the_next_answer_may_call_for() -> None:
    mine = tactics(1000)
    assert (mine.knows_next_size, mine.in_flight(8), mine.may_be_next(8)) == (True, 1, 8)
    tell(mine, AnswerKind.SERVER_ERROR, 1000)
    tell(mine, AnswerKind.ACCEPTED, 500)
    assert (mine.in_flight(8), mine.may_be_next(8)) == (2, 2)
    assert not tactics(100).knows_next_size  # the next one would be larger


def test_three_doubts_in_a_row_stop_and_two_do_not() -> None:
    mine = tactics()
    kinds = [AnswerKind.SERVER_ERROR, AnswerKind.AMBIGUOUS]
    assert [tell(mine, kind).stop for kind in kinds] == [None, None]
    tell(mine, AnswerKind.ACCEPTED)
    assert [tell(mine, kind).stop for kind in [*kinds, AnswerKind.REPEATED]] == [
        None,
        None,
        StopReason.TOO_MANY_DOUBTS,
    ]


def test_each_doubt_makes_it_smaller_and_slower() -> None:
    mine = tactics()
    waits = [tell(mine, AnswerKind.AMBIGUOUS).wait for _ in range(2)]
    assert (waits, mine.size.count) == ([1, 2], 25)


def test_offline_waits_grow_and_an_answer_resets_them() -> None:
    mine = tactics()
    reactions = [tell(mine, AnswerKind.NOT_SENT) for _ in range(4)]
    assert [reaction.wait for reaction in reactions] == [1, 2, 4, 8]
    assert {reaction.state for reaction in reactions} == {RunState.OFFLINE}
    assert mine.size.count == 100
    tell(mine, AnswerKind.ACCEPTED)
    assert tell(mine, AnswerKind.NOT_SENT).wait == 1


def test_a_request_that_breaks_off_on_its_way_is_made_smaller() -> None:
    mine = tactics()
    tell(mine, AnswerKind.NOT_SENT, partly=True)
    assert mine.size.count == 50


@pytest.mark.parametrize("kind", [AnswerKind.RATE_LIMITED, AnswerKind.UNAVAILABLE])
def test_the_server_decides_how_long_to_wait_and_the_next_request_is_another(kind: AnswerKind) -> None:
    mine = tactics()
    reaction = tell(mine, kind, retry_after=42)
    assert (reaction.wait, reaction.state) == (42, RunState.WAITING)
    assert mine.size.count == 50


def test_a_refused_request_starts_a_search_and_its_end_names_the_bad_ones() -> None:
    mine = tactics()
    assert tell(mine, AnswerKind.BAD_REQUEST, count=2) == Reaction()
    assert tell(mine, AnswerKind.ACCEPTED) == Reaction()
    assert tell(mine, AnswerKind.BAD_REQUEST).blamed == {1: "no"}
    assert mine.search is None


def test_everything_refused_stops_and_blames_nobody() -> None:
    mine = tactics()
    reaction = Reaction()
    requests = 0
    while reaction.stop is None:
        reaction = tell(mine, AnswerKind.BAD_REQUEST, count=1000)
        requests += 1
    assert (reaction.stop, reaction.blamed, requests <= 12) == (StopReason.REQUEST_WRONG, {}, True)
    assert mine.search is None


@given(st.lists(st.sampled_from(list(AnswerKind)), max_size=80))
def test_whatever_is_answered_it_ends_or_goes_on_with_a_lawful_size(kinds: list[AnswerKind]) -> None:
    mine = tactics()
    for kind in kinds:
        reaction = tell(mine, kind, count=mine.size.count)
        assert 1 <= mine.size.count <= 1000
        assert reaction.wait <= 3600
        assert mine.search is None or mine.search.next_group
        if reaction.stop is not None:
            assert reaction.sentence is not None or reaction.stop in (
                StopReason.KEY_REFUSED,
                StopReason.WRONG_ADDRESS,
                StopReason.NOT_THE_API,
            )
            break
