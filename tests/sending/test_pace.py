"""Waiting and batch sizes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordermanager.sending.pace import (
    BACKOFF_CAP,
    LONGEST_WAIT,
    REPEAT_AFTER,
    SHORTEST_WAIT,
    BatchSize,
    Repeats,
    backoff,
    server_wait,
)

DICE = st.floats(0, 1, exclude_max=True)


@pytest.mark.parametrize(
    ("failures", "ceiling"), [(1, 2), (2, 4), (3, 8), (7, 128), (8, 256), (9, 300), (1000, 300)]
)
def test_backoff_doubles_up_to_five_minutes(failures: int, ceiling: float) -> None:
    assert backoff(failures, lambda: 0.999999999) == pytest.approx(ceiling)


@given(st.integers(0, 10**6), DICE)
def test_backoff_stays_within_its_bounds(failures: int, dice: float) -> None:
    assert SHORTEST_WAIT <= backoff(failures, lambda: dice) <= BACKOFF_CAP


@pytest.mark.parametrize(
    ("asked", "wait"),
    [(0.0, 1), (-5.0, 1), (1.0, 1), (5.5, 5.5), (3600.0, 3600), (1e9, 3600), (float("inf"), 3600)],
)
def test_the_servers_wish_is_kept_within_a_second_and_an_hour(asked: float, wait: float) -> None:
    assert server_wait(asked, 1, lambda: 0.5) == wait


@given(st.one_of(st.none(), st.floats(allow_nan=False)), st.integers(1, 100), DICE)
def test_no_answer_makes_it_wait_longer_than_an_hour(asked: float | None, pauses: int, dice: float) -> None:
    assert SHORTEST_WAIT <= server_wait(asked, pauses, lambda: dice) <= LONGEST_WAIT


def test_the_batch_grows_from_100_to_1000_after_clean_batches_and_halves_after_a_doubt() -> None:
    size = BatchSize(100, 1000, 5_000_000)
    counts = []
    for _ in range(6):
        counts.append(size.count)
        size = size.after_clean(size.count)
    assert counts == [100, 200, 400, 800, 1000, 1000]
    assert size.after_doubt().count == 500


def test_a_batch_that_was_not_full_proves_nothing_about_larger_ones() -> None:
    assert BatchSize(100, 1000, 1).after_clean(99).count == 100


def test_too_large_halves_both_measures_and_bytes_stay_learnt() -> None:
    size = BatchSize(800, 1000, 5_000_000).after_too_large(members=600, size=900_000)
    assert (size.count, size.max_bytes) == (300, 450_000)
    assert size.after_clean(300).max_bytes == 450_000


STEPS = st.sampled_from(["clean", "doubt", "large", "refused"])


@given(st.lists(STEPS, max_size=60), st.integers(1, 1000))
def test_the_batch_size_stays_between_one_and_its_limit(steps: list[str], limit: int) -> None:
    size = BatchSize(min(100, limit), limit, 5_000_000)
    for step in steps:
        before = size.count
        match step:
            case "clean":
                size = size.after_clean(size.count)
            case "doubt":
                size = size.after_doubt()
            case "large":
                size = size.after_too_large(size.count, size.count * 400)
            case _:
                size = size.after_refused(size.count)
                assert size.count < before or before == 1
        assert 1 <= size.count <= limit
        assert size.max_bytes >= 1


def test_an_identical_body_waits_for_a_minute() -> None:
    repeats = Repeats()
    assert repeats.wait((1, 2), 1000.0) == 0
    repeats.note((1, 2), 1000.0)
    assert repeats.wait((1, 2), 1000.0) == REPEAT_AFTER
    assert repeats.wait((1, 2), 1030.0) == REPEAT_AFTER - 30
    assert repeats.wait((1, 2), 1061.0) == 0
    assert repeats.wait((1,), 1000.0) == 0
    assert repeats.wait((2, 1), 1000.0) == 0  # another order, another body


@pytest.mark.parametrize(
    ("age", "wait"), [(0.0, 61.0), (60.0, 1.0), (61.0, 0.0), (1e9, 0.0), (-86_400.0, 61.0)]
)
def test_what_an_earlier_run_sent_counts_and_a_clock_set_back_does_not_make_it_wait_a_day(
    age: float, wait: float
) -> None:
    assert Repeats().wait((1,), 5.0, age) == wait


def test_a_clock_set_forward_does_not_allow_a_repeat() -> None:
    repeats = Repeats()
    repeats.note((1,), 100.0)
    assert repeats.wait((1,), 110.0, stored_age=86_400.0) == REPEAT_AFTER - 10


def test_old_bodies_are_forgotten() -> None:
    repeats = Repeats()
    for number in range(1000):
        repeats.note((number,), number * 10.0)
    assert sum(1 for number in range(1000) if repeats.wait((number,), 9990.0)) == 7
    assert len(repeats._left_at) <= 8


def test_a_moment_in_the_future_counts_from_when_it_is_first_seen() -> None:
    """The clock has been put back a day: a minute of true time is enough all the same."""
    repeats = Repeats()
    assert repeats.wait((1,), 100.0, stored_age=-86_400.0) == REPEAT_AFTER
    assert repeats.wait((1,), 130.0, stored_age=-86_370.0) == REPEAT_AFTER - 30
    assert repeats.wait((1,), 161.0, stored_age=-86_339.0) == 0
