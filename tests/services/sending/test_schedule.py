"""Sending at a time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from ordermanager.domain.sentences import WrongUse
from ordermanager.domain.statuses import Status
from ordermanager.services.app import Services
from ordermanager.services.keys import KeyStore
from ordermanager.services.results import Agreement, EventCount, SendForecast
from ordermanager.services.sending.schedule import SendPlan
from tests.set_clock import SetClock


@pytest.fixture
def clock():
    return SetClock()  # seven in Kyiv


@pytest.fixture
def planned(folder, clock):
    with Services.open(folder, key_store=KeyStore.in_memory(), clock=clock) as opened:
        yield opened


def test_a_time_of_day_is_the_next_one_in_the_workspaces_zone(planned, clock):
    moment = planned.schedule.moment
    assert moment("09:00").astimezone(UTC) == datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
    assert moment("6:30").astimezone(UTC) == datetime(2026, 11, 24, 4, 30, tzinfo=UTC)
    assert moment("2026-12-24 09:00").astimezone(UTC) == datetime(2026, 12, 24, 7, 0, tzinfo=UTC)
    for over in ("2026-11-23 06:54", "2020-01-01T09:00:00+02:00"):
        with pytest.raises(WrongUse, match="time is over"):
            moment(over)
    assert moment("2026-11-23 06:59") < clock.now()  # the program took a moment to start
    for wrong in ("25:00", "tomorrow", "9", ""):
        with pytest.raises(WrongUse, match="is not a time"):
            moment(wrong)


def test_a_plan_survives_and_is_carried_out_once(planned, clock, folder):
    at = clock.now() + timedelta(hours=2)
    plan = SendPlan(at, (Status.DELIVERED,), Agreement(40, 1, 2))
    assert planned.schedule.set(at, [Status.DELIVERED], Agreement(40, 1, 2)) == plan
    with Services.open(folder, key_store=KeyStore.in_memory(), clock=clock) as other:
        assert other.schedule.plan() == plan
        assert other.schedule.take_due() is None
        clock.time = at + timedelta(seconds=3)
        assert other.schedule.take_due() == plan
    assert planned.schedule.take_due() is None
    assert planned.schedule.plan() is None


@pytest.mark.parametrize(
    ("events", "repeated", "old", "goes_beyond"),
    [
        (40, 1, 2, False),
        (39, 0, 0, False),
        (900, 1, 2, False),
        (1001, 1, 2, True),
        (40, 2, 2, True),
        (40, 1, 3, True),
    ],
)
def test_a_yes_holds_for_what_was_said_and_for_no_more(events, repeated, old, goes_beyond):
    forecast = SendForecast((EventCount(Status.DELIVERED, "orderDELIVERED", events),), repeated, old, 0)
    assert forecast.goes_beyond(Agreement(40, 1, 2)) == goes_beyond
    assert not forecast.goes_beyond(forecast.agreement)


def test_a_missed_plan_is_left_to_a_person(planned, clock):
    plan = planned.schedule.set(clock.now() + timedelta(hours=1))
    clock.time += timedelta(hours=5)
    assert planned.schedule.take_due() is None
    assert planned.schedule.is_missed(plan)
    planned.schedule.cancel()
    assert planned.schedule.plan() is None


def test_the_past_cannot_be_planned(planned, clock):
    with pytest.raises(WrongUse, match="This time is over"):
        planned.schedule.set(clock.now())


def test_what_makes_no_sense_is_no_plan(planned):
    planned._workspace.settings.put("send_plan", {"at": "soon", "statuses": ["LOST"]})
    assert planned.schedule.plan() is None
