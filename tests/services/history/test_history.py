from __future__ import annotations

import json

import pytest

from ordermanager.domain.sentences import WrongUse
from ordermanager.domain.states import State
from ordermanager.store.history.query import EventQuery


@pytest.fixture
def sent(shop, draft):
    """Two orders sent, one of them again with another status, one refused, one in doubt."""
    for number in ("1", "2"):
        shop.orders.save(draft(number))
    shop.orders.save(draft("refused", currency=""))
    shop.outbox.queue()
    shop.sending.send()
    (first,) = shop.orders.find(["1"])
    shop.orders.save(draft("1", status="DELIVERED"), first)
    shop.outbox.queue([first])
    shop.sending.send()
    return shop


def test_lines_are_what_was_sent_newest_first(sent):
    lines = list(sent.history.lines())
    newest = lines[0]
    assert (newest.event_key, newest.revision, newest.state) == ("1", 2, State.ACCEPTED)
    assert newest.event == "orderDELIVERED"
    assert {line.event_key: line.event for line in lines[1:]} == {
        "1": "orderINITIALIZED",
        "2": "orderINITIALIZED",
        "refused": None,
    }
    assert [line.attempts[0].http_status for line in lines] == [200] * 4
    assert lines[0].contact["email"] == "p1@shop.example"
    assert json.loads(lines[0].order_text)["status"] == "DELIVERED"
    assert lines[0].as_json().keys() == {
        "at", "event", "eventKey", "revision", "state", "result", "account", "batch", "attempts", "params", "contact"
    }  # fmt: skip


def test_lines_of_one_order_and_a_few(sent, draft):
    assert [line.revision for line in sent.history.lines("1")] == [2, 1]
    assert len(list(sent.history.lines(limit=2))) == 2
    sent.orders.save(draft("never sent"))
    assert list(sent.history.lines("never sent")) == []
    with pytest.raises(WrongUse, match="No order here has the ID nope"):
        list(sent.history.lines("nope"))


def test_the_story_of_an_order(sent):
    (order,) = sent.orders.find(["1"])
    kinds = [entry.kind for entry in sent.history.timeline(order)]
    assert kinds[0] == "created"
    assert kinds.count("queued") == kinds.count("accepted") == 2
    assert len(sent.history.changes(order)) >= 1
    assert [revision.number for revision in sent.history.revisions(order)] == [2, 1]
    batch = sent.history.revisions(order)[0].batch_id
    assert [attempt.http_status for attempt in sent.history.attempts(batch)] == [200]
    assert sent.history.count(EventQuery()) == len(
        sent.history.event_rows(sent.history.event_ids(EventQuery()))
    )
