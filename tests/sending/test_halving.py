"""Finding bad orders by halving: a model server refuses every request that holds a bad one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ordermanager.sending.halving import MOST_REQUESTS, MOST_WITHOUT_SUCCESS, Isolation, Verdict


class Model:
    """A server that accepts a group unless it holds a bad order; counts requests and acceptances."""

    def __init__(self, bad: set[int], words: Callable[[int], str] = lambda _: "bad request") -> None:
        self.bad, self.words = bad, words
        self.accepted: list[int] = []
        self.seen: list[tuple[int, ...]] = []

    def refuses(self, group: tuple[int, ...]) -> str | None:
        assert group not in self.seen, "an identical body"
        self.seen.append(group)
        bad = [member for member in group if member in self.bad]
        if bad:
            return self.words(bad[0])
        self.accepted.extend(group)
        return None


def search(size: int, model: Model) -> Isolation:
    members = tuple(range(size))
    text = model.refuses(members)
    assert text is not None
    isolation = Isolation.begin(members, text)
    while (group := isolation.next_group) is not None:
        text = model.refuses(group)
        if text is None:
            isolation.was_answered(accepted=True)
        else:
            isolation.was_refused(text)
    assert isolation.requests == len(model.seen)
    return isolation


@pytest.mark.parametrize(
    ("size", "bad", "requests"),
    [(1000, {0}, 21), (1000, {999}, 21), (1000, {3, 700}, 40), (100, {50}, 15), (2, {1}, 3), (4, {0, 3}, 7)],
)
def test_few_bad_orders_are_found_in_few_requests(size: int, bad: set[int], requests: int) -> None:
    model = Model(bad)
    isolation = search(size, model)
    assert isolation.verdict is Verdict.FOUND
    assert set(isolation.refused) == bad
    assert sorted(model.accepted) == sorted(set(range(size)) - bad)
    assert len(model.seen) <= requests


@settings(max_examples=200)
@given(st.integers(2, 1000), st.data())
def test_no_order_is_accepted_twice_or_blamed_wrongly_and_the_search_ends(
    size: int, data: st.DataObject
) -> None:
    bad = data.draw(st.sets(st.integers(0, size - 1), min_size=1))
    model = Model(bad)
    isolation = search(size, model)
    assert len(model.accepted) == len(set(model.accepted))
    assert set(isolation.refused) <= bad
    assert len(model.seen) <= MOST_REQUESTS + 1
    if isolation.verdict is Verdict.FOUND:
        assert set(isolation.refused) | set(model.accepted) == set(range(size))


@pytest.mark.parametrize("size", [2, 3, 10, 100, 1000])
def test_a_server_that_refuses_everything_is_asked_few_times_and_no_order_is_blamed(size: int) -> None:
    model = Model(set(range(size)))
    isolation = search(size, model)
    assert isolation.verdict is Verdict.REQUEST_WRONG
    assert len(model.seen) <= MOST_WITHOUT_SUCCESS


@pytest.mark.parametrize("size", [100, 1000])
@pytest.mark.parametrize(
    "places",
    [range(20), range(-20, 0), [*range(10), *range(-10, 0)], range(40, 60), range(0, 100, 11)],
    ids=["beginning", "end", "both ends", "together", "scattered"],
)
def test_bad_orders_that_lie_together_hide_no_good_ones(size: int, places: Sequence[int]) -> None:
    bad = {place % size for place in places}
    model = Model(bad)
    isolation = search(size, model)
    assert isolation.verdict in (Verdict.FOUND, Verdict.ENOUGH)
    assert isolation.refused
    assert set(isolation.refused) <= bad
    assert model.accepted


def test_too_many_bad_orders_stop_the_search_but_those_found_are_to_blame_where_others_were_accepted() -> (
    None
):
    bad = set(range(0, 1000, 30))
    model = Model(bad)
    isolation = search(1000, model)
    assert isolation.verdict is Verdict.ENOUGH
    assert isolation.requests == MOST_REQUESTS + 1
    assert model.accepted
    assert isolation.refused
    assert set(isolation.refused) <= bad


def test_a_quarter_refused_with_one_text_stops_the_search() -> None:
    bad = set(range(20, 33))
    isolation = search(40, Model(bad))
    assert isolation.verdict is Verdict.REQUEST_WRONG
    assert len(isolation.refused) == 11


def test_a_quarter_refused_with_their_own_texts_are_to_blame() -> None:
    bad = set(range(20, 33))
    isolation = search(40, Model(bad, lambda order: f"order {order}: no e-mail"))
    assert isolation.verdict is Verdict.FOUND
    assert isolation.refused == {order: f"order {order}: no e-mail" for order in bad}


def test_one_bad_order_of_four_is_a_quarter_but_the_others_prove_the_request_right() -> None:
    isolation = search(4, Model({2}))
    assert isolation.verdict is Verdict.FOUND
    assert isolation.refused == {2: "bad request"}


def test_a_pause_that_the_server_asks_for_halves_the_group_so_that_no_body_is_repeated() -> None:
    isolation = Isolation.begin((1, 2, 3, 4), "no")
    assert isolation.next_group == (1, 2)
    isolation.was_put_off()
    assert isolation.next_group == (1,)
    isolation.was_put_off()
    assert isolation.next_group == (1,)  # it has no other body; the caller waits for a minute
    for _ in range(2):
        isolation.was_answered(accepted=True)
    assert isolation.next_group == (3, 4)


def test_orders_taken_back_meanwhile_are_forgotten() -> None:
    isolation = Isolation.begin((1, 2, 3, 4), "no")
    isolation.forget([1, 2])
    assert isolation.next_group == (3, 4)
    isolation.forget([3, 4])
    assert isolation.verdict is Verdict.FOUND
    assert isolation.refused == {}


def test_a_group_in_doubt_is_settled_without_blame() -> None:
    isolation = Isolation.begin((1, 2), "no")
    isolation.was_answered(accepted=False)
    isolation.was_refused("no")
    assert isolation.verdict is Verdict.FOUND
    assert isolation.refused == {2: "no"}
