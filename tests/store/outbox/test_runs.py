"""Runs: every order of a run is accounted for, and the count can be made again from the raw rows."""

from __future__ import annotations

import pytest

from ordermanager.domain.sentences import Sentence, WrongUse
from ordermanager.domain.states import State
from ordermanager.store.outbox.records import Balance


def test_a_run_closes_its_balance(shop):
    for number in range(5):
        shop.queued(str(number))
    run_id = shop.run()
    for state in (State.ACCEPTED, State.REJECTED, State.UNCONFIRMED, State.QUEUED):
        shop.answer(shop.claim(run_id, limit=1), state)
    # The fourth waits again, so it is the next one.
    balance = shop.workspace.runs.get(run_id).balance
    assert balance == Balance(
        total=5, accepted=1, rejected=1, unconfirmed=1, waiting=2, batches=4, attempts=4
    )
    assert balance.closes
    reason = Sentence("Stopped by {who}", {"who": "me"})
    run = shop.workspace.runs.finish(run_id, reason, shop.tick())
    assert (run.balance, run.stopped_reason, run.account_name) == (balance, reason, "Main")
    shop.queued("later")
    assert shop.workspace.runs.get(run_id) == run  # what comes later does not change it
    assert shop.workspace.runs.finish(run_id, None, shop.tick()) == run
    assert shop.workspace.runs.recompute(run_id) == balance


def test_what_comes_and_goes_while_it_runs(shop):
    shop.queued("stays")
    run_id = shop.run()
    balance = lambda number: shop.workspace.runs.get(number).balance  # noqa: E731 - one line reads better
    shop.queued("comes")
    gone = shop.order("goes")
    shop.queue(gone)
    assert balance(run_id).total == 3
    shop.workspace.revisions.withdraw([gone], shop.tick())
    assert balance(run_id).total == 2
    shop.order("goes", order_id=gone, lastName="One")
    shop.queue(gone)
    shop.order("goes", order_id=gone, lastName="Two")
    shop.queue(gone)  # supersedes the one before
    assert balance(run_id).total == 3
    assert balance(run_id).closes
    assert shop.workspace.runs.recompute(run_id) == balance(run_id)


@pytest.mark.parametrize(("decision", "state"), [("send_again", "waiting"), ("accepted", "accepted")])
def test_a_decision_while_it_runs_counts_the_order_once(shop, decision, state):
    shop.queued("1")
    run_id = shop.run()
    shop.answer(shop.claim(run_id), State.UNCONFIRMED)
    (batch,) = shop.workspace.batches.unconfirmed_batches()
    shop.workspace.batches.resolve(batch.revision_ids, decision, shop.tick())
    balance = shop.workspace.runs.get(run_id).balance
    assert (balance.total, getattr(balance, state), balance.unconfirmed) == (1, 1, 0)
    assert shop.workspace.runs.recompute(run_id) == balance


@pytest.mark.parametrize(("decision", "total"), [("send_again", 1), ("accepted", 0)])
def test_doubt_from_an_earlier_run(shop, decision, total):
    shop.queued("1")
    shop.send_all(State.UNCONFIRMED)
    run_id = shop.run()
    (batch,) = shop.workspace.batches.unconfirmed_batches()
    shop.workspace.batches.resolve(batch.revision_ids, decision, shop.tick())
    balance = shop.workspace.runs.get(run_id).balance
    assert (balance.total, balance.waiting, balance.accepted) == (total, total, 0)
    assert shop.workspace.runs.recompute(run_id) == balance


def test_a_balance_that_does_not_close_is_seen(shop):
    assert not Balance(
        total=3, accepted=1, rejected=0, unconfirmed=0, waiting=1, batches=1, attempts=1
    ).closes
    shop.queued("1")
    shop.send_all()
    with shop.workspace.write() as database:
        database.run("UPDATE runs SET accepted = 0")
    (problem,) = shop.workspace.check().problems
    assert "balance of sending run 1" in str(problem)
    with shop.workspace.write() as database:
        database.run("UPDATE runs SET accepted = 1")


def test_runs_are_listed_newest_first(shop):
    for name in "ab":
        shop.queued(name)
        shop.send_all()
    runs = shop.workspace.runs.list()
    assert [run.id for run in runs] == [2, 1]
    assert [run.balance.accepted for run in runs] == [1, 1]
    assert len(shop.workspace.runs.list(limit=1)) == 1
    with pytest.raises(WrongUse, match="run 9"):
        shop.workspace.runs.get(9)


def test_only_one_run_at_a_time(shop):
    import apsw

    shop.run()
    with pytest.raises(apsw.ConstraintError):
        shop.run()
