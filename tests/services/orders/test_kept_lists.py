"""Lists that are kept as text come back as the same question."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordermanager.domain.insights.insights import CustomerSegment
from ordermanager.domain.states import Folder, State
from ordermanager.domain.statuses import Status
from ordermanager.domain.values.moving_days import MovingDays
from ordermanager.services.orders.kept_lists import LONGEST_NAME, free_name, query_of, text_of
from ordermanager.store.history.query import EventFilters, EventQuery
from ordermanager.store.orders.filters import OrderFilters
from ordermanager.store.orders.query import OrderQuery

amounts = st.none() | st.decimals(0, 10**6, places=2)
segments = st.builds(
    CustomerSegment,
    least_sales=st.integers(0, 9),
    most_sales=st.none() | st.integers(0, 9),
    least_average=amounts,
    most_average=amounts,
)
filters = st.builds(
    OrderFilters,
    states=st.frozensets(st.sampled_from(list(State))),
    statuses=st.frozensets(st.sampled_from([status.value for status in Status])),
    currencies=st.frozensets(st.sampled_from(["UAH", "USD", "EUR"])),
    accepted_as=st.frozensets(st.sampled_from([status.value for status in Status])),
    findings=st.sampled_from(["", "errors", "any", "none"]),
    begin=st.sampled_from(["", "2026-11-01T00:00:00.000000Z"]),
    least=amounts,
    most=amounts,
    texts=st.lists(st.tuples(st.sampled_from(["name", "email"]), st.text())).map(tuple),
    account=st.text(),
    customer=st.text(),
    segment=st.none() | segments,
    moving=st.sampled_from(["", *MovingDays]).map(str),
)
queries = st.builds(
    OrderQuery,
    folder=st.sampled_from(list(Folder)),
    state=st.none() | st.sampled_from(list(State)),
    search=st.text(),
    import_id=st.none() | st.integers(1),
    filters=filters,
    sort=st.sampled_from(["changed", "date"]),
    descending=st.booleans(),
    slips=st.just(()),
    limit=st.none(),
)


@given(queries)
def test_a_question_comes_back_as_it_was(query: OrderQuery) -> None:
    assert query_of(text_of(query)) == query


event_filters = st.builds(
    EventFilters,
    kinds=st.frozensets(st.sampled_from(["accepted", "assumed", "rejected", "unconfirmed"])),
    statuses=st.frozensets(st.sampled_from([status.value for status in Status])),
    account=st.text(),
    begin=st.sampled_from(["", "2026-11-01T00:00:00.000000Z"]),
    batch_id=st.none() | st.integers(1),
    event_key=st.text(),
    person=st.tuples(st.text(), st.text(), st.text()),
    texts=st.lists(st.tuples(st.sampled_from(["contact", "event_key"]), st.text())).map(tuple),
    least=amounts,
    most=amounts,
    moving=st.sampled_from(["", *MovingDays]).map(str),
)
event_queries = st.builds(
    EventQuery,
    search=st.text(),
    filters=event_filters,
    sort=st.sampled_from(["at", "reason"]),
    descending=st.booleans(),
    slips=st.just(()),
    limit=st.none(),
)


@given(event_queries)
def test_a_question_of_the_history_comes_back_as_it_was(query: EventQuery) -> None:
    assert query_of(text_of(query)) == query


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        "not json",
        text_of(OrderQuery()).replace('"all"', '"nowhere"'),
        text_of(EventQuery()).replace('"history"', '"future"'),
        text_of(EventQuery()).replace('"batch_id"', '"planet"'),
        text_of(EventQuery()).replace('["", "", ""]', '[""]'),
        text_of(OrderQuery()).replace('"account"', '"planet"'),
        text_of(OrderQuery(filters=OrderFilters(least=Decimal("1.5")))).replace("1.5", "much"),
        text_of(OrderQuery(filters=OrderFilters(moving="7d"))).replace("7d", "7 moons"),
        text_of(EventQuery(filters=EventFilters(moving="7d"))).replace("7d", "7 moons"),
    ],
)
def test_what_is_no_question_is_none(text: str) -> None:
    assert query_of(text) is None


def test_a_name_is_short_and_its_own() -> None:
    assert free_name("  my   list ", {}) == "my list"
    assert free_name("mine", {"mine": "", "mine 2": ""}) == "mine 3"
    assert len(free_name("x" * 500, {})) == LONGEST_NAME
    assert free_name("   ", {}) == "?"


@pytest.mark.parametrize("query", [OrderQuery(), EventQuery()])
def test_what_an_earlier_version_kept_has_no_moving_days(query: OrderQuery | EventQuery) -> None:
    text = text_of(query)
    assert ', "moving": ""' in text
    assert query_of(text.replace(', "moving": ""', "")) == query
