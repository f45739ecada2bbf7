from __future__ import annotations

import threading
from dataclasses import replace

import pytest

from ordermanager.domain.sentences import WrongUse
from ordermanager.domain.states import Folder, State
from ordermanager.sandbox.server import SandboxServer
from ordermanager.sending.limits import Limits
from ordermanager.sending.meter import SHORTEST_PAUSE
from ordermanager.services.accounts import NoKey
from ordermanager.services.app import Services
from ordermanager.services.keys import KeyStore
from ordermanager.services.sending.sending import AlreadySending
from ordermanager.store.errors import SenderBusy
from ordermanager.store.outbox.sender_lock import SenderLock


def queue(services: Services, draft, count: int) -> None:
    for number in range(count):
        services.orders.save(draft(str(number)))
    services.outbox.queue()


def test_everything_arrives_once_and_the_balance_closes(shop, sandbox, draft, changes):
    queue(shop, draft, 25)
    changes.clear()
    seen = []
    report = shop.sending.send(on_progress=seen.append)
    assert (report.total, report.accepted, report.waiting, report.stopped) == (25, 25, 0, None)
    assert report.closes
    assert sandbox.ledger.events == {(str(number), "INITIALIZED"): 1 for number in range(25)}
    assert sandbox.ledger.orders["7"] == shop.orders.json_preview(shop.orders.find(["7"])[0]).encode()
    assert seen[-1].done == 25
    assert all(change.outbox and change.history for change in changes)
    assert changes
    assert shop.reports.runs()[0].record.balance.accepted == 25
    assert not shop.sending.is_running


def test_without_an_account_or_a_key_nothing_begins(services, draft, monkeypatch):
    monkeypatch.delenv("ORDERMANAGER_API_KEY", raising=False)
    queue(services, draft, 1)
    with pytest.raises(WrongUse, match="There is no account yet"):
        services.sending.send()
    services.accounts.add("Shop", "https://yespo.io")
    with pytest.raises(NoKey, match="has no API key on this computer"):
        services.sending.send()
    with pytest.raises(WrongUse):
        services.sending.send("Nobody")
    assert services.orders.counts()[Folder.OUTBOX] == 1


def test_one_sender_at_a_time(shop, folder, draft):
    queue(shop, draft, 1)
    with SenderLock(folder), pytest.raises(SenderBusy):
        shop.sending.send()
    assert shop.sending.send().accepted == 1


def test_a_sender_that_stays_sends_what_comes_later_and_stops_when_told(shop, sandbox, draft):
    idle, reports = threading.Event(), []

    def watch(progress) -> None:
        if progress.state == "idle":
            idle.set()

    def work() -> None:
        reports.append(shop.sending.send(on_progress=watch, stay=True))
        shop.release_thread()

    queue(shop, draft, 2)
    thread = threading.Thread(target=work)
    thread.start()
    assert idle.wait(20)
    with pytest.raises(AlreadySending):
        shop.sending.send()
    idle.clear()
    shop.orders.save(draft("later"))
    shop.outbox.queue()
    shop.sending.wake()
    assert idle.wait(20)
    assert set(sandbox.ledger.orders) == {"0", "1", "later"}
    shop.sending.stop()
    thread.join(20)
    assert not thread.is_alive()
    assert reports


def test_closing_the_workspace_ends_a_sender_that_stays(folder, sandbox, draft):
    services = Services.open(folder, key_store=KeyStore.in_memory())
    services.accounts.add("Sandbox", sandbox.url)
    queue(services, draft, 1)
    idle = threading.Event()

    def work() -> None:
        services.sending.send(on_progress=lambda progress: progress.state == "idle" and idle.set(), stay=True)
        services.release_thread()

    thread = threading.Thread(target=work)
    thread.start()
    assert idle.wait(20)
    services.close()
    services.close()
    thread.join(20)
    assert not thread.is_alive()


def test_an_answer_that_never_comes_does_not_keep_the_program_from_ending(shop, sandbox, draft):
    queue(shop, draft, 3)
    sandbox.fail("hang")
    reports = []

    def work() -> None:
        reports.append(shop.sending.send(on_progress=lambda _: leaving.set()))
        shop.release_thread()

    leaving = threading.Event()
    thread = threading.Thread(target=work)
    thread.start()
    assert leaving.wait(20)
    shop.sending.close(patience=0.1)
    thread.join(20)
    assert not thread.is_alive()
    assert (reports[0].unconfirmed, reports[0].waiting) == (3, 0)


def test_once_the_program_ends_nothing_begins_to_be_sent(shop, sandbox, draft):
    queue(shop, draft, 1)
    shop.sending.close()
    with pytest.raises(AlreadySending):
        shop.sending.send()
    assert sandbox.ledger.orders == {}


def test_pausing_and_going_on_is_harmless_where_nothing_runs(services):
    services.sending.pause()
    services.sending.resume()
    services.sending.wake()
    services.sending.stop()
    services.sending.abandon()


def test_what_was_on_its_way_when_the_program_died_is_unconfirmed_at_the_next_start(shop, folder, draft):
    queue(shop, draft, 3)
    workspace = shop._workspace
    account = shop.accounts.record()
    now = shop._context.now()
    run = workspace.runs.start(account.id, now)
    claimed = workspace.outbox.claim(account.id, run.id, 2, 1_000_000, now, now)
    assert len(claimed.members) == 2
    shop.close()
    with Services.open(folder, key_store=KeyStore.in_memory()) as again:
        assert again.orders.counts()[Folder.UNCONFIRMED] == 2
        assert again.orders.counts()[Folder.OUTBOX] == 1
        assert [batch.orders for batch in again.outbox.unconfirmed()] == [2]


def test_while_another_program_sends_its_orders_are_left_alone(shop, folder, draft):
    queue(shop, draft, 1)
    workspace, now = shop._workspace, shop._context.now()
    account = shop.accounts.record()
    run = workspace.runs.start(account.id, now)
    workspace.outbox.claim(account.id, run.id, 1, 1_000_000, now, now)
    with SenderLock(folder), Services.open(folder, key_store=KeyStore.in_memory()) as other:
        assert other.orders.get(1).state is State.SENDING


def test_refused_orders_say_why(shop, draft):
    order = shop.orders.save(draft("1", currency="")).order_id
    shop.outbox.queue([order])
    report = shop.sending.send()
    assert (report.rejected, report.accepted) == (1, 0)
    (line,) = shop.history.lines("1")
    assert line.state is State.REJECTED
    assert line.event is None
    assert "currency" in line.reason
    assert replace(report, seconds=0.0).as_json()["rejected"] == 1


@pytest.mark.parametrize("change", ["key", "address", "removed"])
def test_a_run_ends_where_its_account_is_another_one_now(services, draft, change):
    """Nobody has said yes to the new address, and the old key may have been taken back."""

    def watch(progress) -> None:
        if progress.accepted and services.accounts.list():
            if change == "key":
                services.accounts.set_key(account.name, "another")
            elif change == "address":
                services.accounts.update(account.name, base_url="http://127.0.0.1:9/api")
            else:
                services.accounts.remove(account.name)

    # Slower than progress is told, so that it is told after the first answer.
    with SandboxServer(latency_ms=int(1200 * SHORTEST_PAUSE)) as sandbox:
        services.accounts.add("Shop", sandbox.url)
        (account,) = services.accounts.list()
        queue(services, draft, 50)
        report = services.sending.send(on_progress=watch, limits=Limits(first_batch=10, batch_limit=10))
        assert len(sandbox.ledger.events) == report.accepted
    assert report.stop_reason == "account_changed"
    assert 0 < report.accepted < 50  # what was on its way has its answer
    assert report.waiting == 50 - report.accepted
    assert f"The account {account.name} was changed" in str(report.stopped)
    assert report.closes
