"""The event history: a line for all that was sent, and ways to find it."""

from __future__ import annotations

import pytest

from ordermanager.domain.sentences import WrongUse
from ordermanager.domain.states import State
from ordermanager.domain.statuses import Status
from ordermanager.store.history.query import EventQuery


@pytest.fixture
def told(shop):
    """Three lines: accepted, rejected, unconfirmed; the first order was changed afterwards."""
    accepted = shop.order("A-1", status=Status.DELIVERED, email="Ann@old.example", phone="380671234567")
    shop.queue(accepted)
    shop.send_all()
    shop.queued("R-1", lastName="Бондар")
    shop.send_all(State.REJECTED)
    shop.queued("U-1")
    shop.send_all(State.UNCONFIRMED)
    shop.order("A-1", order_id=accepted, email="ann@new.example")
    return shop


def keys(shop, **query):
    return [
        row.event_key for row in shop.workspace.events.rows(shop.workspace.events.ids(EventQuery(**query)))
    ]


def test_lines_say_what_became_of_each(told):
    rows = told.workspace.events.rows(told.workspace.events.ids(EventQuery()))
    assert [(row.event_key, row.kind, row.state) for row in rows] == [
        ("U-1", "unconfirmed", State.UNCONFIRMED),
        ("R-1", "rejected", State.REJECTED),
        ("A-1", "accepted", State.ACCEPTED),
    ]
    accepted = told.workspace.events.get(rows[2].id)
    assert accepted == rows[2]
    assert (accepted.name, accepted.email, accepted.phone) == (
        "orderDELIVERED",
        "Ann@old.example",
        "380671234567",
    )
    assert (accepted.revision_number, accepted.account_name, accepted.reason) == (1, "Main", None)
    assert str(rows[1].reason) == "The server said so"
    with pytest.raises(WrongUse, match="line 99"):
        told.workspace.events.get(99)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({}, ["U-1", "R-1", "A-1"]),
        ({"descending": False}, ["A-1", "R-1", "U-1"]),
        ({"limit": 1}, ["U-1"]),
        ({"kind": "rejected"}, ["R-1"]),
        ({"name": "orderDELIVERED"}, ["A-1"]),
        ({"external_order_id": "A-1"}, ["A-1"]),
        ({"order_id": 2}, ["R-1"]),
        ({"account_id": 1}, ["U-1", "R-1", "A-1"]),
        ({"account_id": 2}, []),
        ({"search": "бондар"}, ["R-1"]),
        ({"search": "a-1"}, ["A-1"]),
        ({"search": "ann@new"}, ["A-1"]),
        ({"search": "ANN@old.ex"}, ["A-1"]),  # as it was when it was sent
        ({"search": "38067"}, ["A-1"]),
        ({"search": "nobody"}, []),
        ({"search": "1", "limit": 2}, ["U-1", "R-1"]),
    ],
)
def test_finding_lines(told, query, found):
    assert keys(told, **query) == found
    assert told.workspace.events.count(EventQuery(**query)) == len(found)


def test_a_line_for_each_revision(shop):
    order_id = shop.order("1")
    for status in (Status.INITIALIZED, Status.IN_PROGRESS, Status.DELIVERED):
        shop.order("1", order_id=order_id, status=status)
        shop.queue(order_id)
        shop.send_all()
    rows = shop.workspace.events.rows(shop.workspace.events.ids(EventQuery(order_id=order_id)))
    assert [(row.name, row.revision_number) for row in rows] == [
        ("orderDELIVERED", 3),
        ("orderIN_PROGRESS", 2),
        ("orderINITIALIZED", 1),
    ]


def test_what_only_waited_has_no_line(shop):
    order_id = shop.order("1")
    shop.queue(order_id)
    run_id = shop.run()
    shop.answer(shop.claim(run_id), State.QUEUED)
    shop.workspace.revisions.withdraw([order_id], shop.tick())
    assert keys(shop) == []
