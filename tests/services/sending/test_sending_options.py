"""What an account's settings, a choice of statuses, doubts, reports and backups mean for sending."""

from __future__ import annotations

import csv
import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from ordermanager.domain.sentences import WrongUse
from ordermanager.domain.states import Folder, State
from ordermanager.domain.statuses import Status
from ordermanager.sandbox.server import SandboxServer
from ordermanager.services.sending.reports import ReportUnwritable
from ordermanager.services.upkeep.backups import StillSending
from ordermanager.store.errors import SenderBusy, WorkspaceDamaged
from ordermanager.store.outbox.sender_lock import SenderLock


def queue(services, draft, count, first=0, **fields):
    ids = [services.orders.save(draft(str(first + number), **fields)).order_id for number in range(count)]
    services.outbox.queue(ids)
    return ids


def test_several_requests_at_once_keep_the_order_within_an_order(shop, sandbox, draft):
    ids = queue(shop, draft, 400)
    shop.orders.change_field(ids, "status", "DELIVERED")
    shop.outbox.queue(ids)
    shop.accounts.update("Sandbox", in_flight=8)
    report = shop.sending.send()
    assert (report.total, report.accepted, report.closes) == (800, 800, True)
    statuses = {(str(number), status): 1 for number in range(400) for status in ("INITIALIZED", "DELIVERED")}
    assert sandbox.ledger.events == statuses
    assert all(b'"status":"DELIVERED"' in body for body in sandbox.ledger.orders.values())


def test_only_some_statuses_are_sent_and_the_others_wait(shop, sandbox, draft):
    queue(shop, draft, 3)
    queue(shop, draft, 2, first=10, status="DELIVERED")
    report = shop.sending.send(statuses=[Status.DELIVERED])
    assert (report.accepted, report.waiting, report.stopped) == (2, 3, None)
    assert set(sandbox.ledger.orders) == {"10", "11"}
    assert shop.sending.send().accepted == 3


def test_only_the_newest_status_is_a_setting(shop, sandbox, draft):
    shop.accounts.update("Sandbox", only_newest=True)
    ids = queue(shop, draft, 1)
    shop.orders.change_field(ids, "status", "DELIVERED")
    shop.outbox.queue(ids)
    shop.sending.send()
    assert sandbox.ledger.events == {("0", "DELIVERED"): 1}


@pytest.mark.parametrize(
    "wrong", [{"in_flight": 0}, {"in_flight": 9}, {"repeat_after": 1}, {"per_minute": -1}]
)
def test_settings_out_of_bounds_are_refused(shop, wrong):
    with pytest.raises(WrongUse, match="1 to 8 requests"):
        shop.accounts.update("Sandbox", **wrong)


def test_the_forecast_tells_what_is_delicate(shop, draft):
    queue(shop, draft, 2)
    forecast = shop.outbox.forecast()
    assert [(event.event_name, event.orders) for event in forecast.events] == [("orderINITIALIZED", 2)]
    assert not forecast.is_delicate
    queue(shop, draft, 1, first=5, date="2020-01-01T10:00:00+02:00")
    assert shop.outbox.forecast().old == 1
    assert shop.outbox.forecast().is_delicate
    shop.sending.send()
    shop.outbox.send_again(shop.orders.find(["0"]))
    assert shop.outbox.forecast().repeated == 1


def test_a_look_up_helps_to_decide(shop, sandbox, draft):
    sandbox.fail("drop-after:1")
    queue(shop, draft, 3)
    shop.sending.send()
    (batch,) = shop.outbox.unconfirmed()
    clue = shop.doubts.clue(batch.batch_id)
    assert (clue.asked, clue.known) == (3, 3)
    assert "probably arrived" in str(clue.sentence)
    shop.outbox.resolve("accepted")
    sandbox.fail("500:1")
    queue(shop, draft, 2, first=50)
    shop.sending.send()
    (batch,) = shop.outbox.unconfirmed()
    clue = shop.doubts.clue(batch.batch_id)
    assert (clue.asked, clue.known) == (2, 0)
    assert "probably not arrived" in str(clue.sentence)


def test_a_report_accounts_for_every_order(shop, sandbox, draft, tmp_path):
    queue(shop, draft, 3)
    sandbox.fail("500:1")
    shop.sending.send()
    (run,) = shop.reports.runs()
    assert run.adds_up
    text = shop.reports.text(run.record.id)
    assert "Unconfirmed:        3" in text
    assert "Balance:     closes" in text
    assert shop.reports.write_csv(run.record.id, tmp_path / "run.csv") == 3
    with (tmp_path / "run.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["order"], row["state"], row["http_status"]) for row in rows] == [
        (str(number), "unconfirmed", "500") for number in range(3)
    ]
    with pytest.raises(ReportUnwritable, match="cannot be written"):
        shop.reports.write_text(run.record.id, tmp_path / "no" / "run.txt")
    with pytest.raises(WrongUse):
        shop.reports.text(99)


def test_a_report_names_no_formula(shop, sandbox, draft, tmp_path):
    queue(
        shop,
        lambda number: replace(draft(number), fields=draft(number).fields | {"externalOrderId": "=1+1"}),
        1,
    )
    shop.sending.send()
    shop.reports.write_csv(1, tmp_path / "run.csv")
    assert "'=1+1" in (tmp_path / "run.csv").read_text("utf-8-sig")


def test_a_balance_that_does_not_close_is_said(shop, draft):
    queue(shop, draft, 2)
    shop.sending.send()
    shop._workspace.reader().run("UPDATE runs SET accepted = 1")
    (run,) = shop.reports.runs()
    assert not run.adds_up
    assert "DOES NOT CLOSE" in shop.reports.text(run.record.id)
    problems = [str(line.sentence) for line in shop.doctor.examine().lines if not line.ok]
    assert any("balance of sending run 1 does not close" in text for text in problems)
    shop._workspace.reader().run("UPDATE runs SET accepted = 2")
    assert any(line.name == "balances" and line.ok for line in shop.doctor.examine().lines)


def test_a_backup_is_restored_and_holds_what_was_not_sent(shop, sandbox, draft, folder):
    queue(shop, draft, 3)
    made = shop.backups.make()
    shop.sending.send()
    assert shop.orders.counts()[Folder.SENT] == 3
    assert [(each.path, each.reason, each.is_good) for each in shop.backups.list()] == [
        (made, "person", True)
    ]
    assert shop.backups.restore(made) == 3
    assert {row.state for row in shop.orders.rows(shop.orders.find(["0", "1", "2"]))} == {State.HELD}
    assert shop.sending.send().accepted == 0
    assert len(shop.backups.list()) == 2
    assert shop.outbox.release_held() == 3
    assert shop.outbox.forecast().repeated == 3


def test_nothing_is_restored_while_orders_are_sent_or_from_a_broken_file(shop, folder, draft):
    made = shop.backups.make()
    with SenderLock(folder), pytest.raises(SenderBusy):
        shop.backups.restore(made)
    began = threading.Event()
    queue(shop, draft, 1)
    thread = threading.Thread(
        target=lambda: (shop.sending.send(None, lambda _: began.set(), stay=True), shop.release_thread())
    )
    thread.start()
    assert began.wait(20)
    with pytest.raises(StillSending):
        shop.backups.restore(made)
    shop.sending.stop()
    thread.join(20)
    made.write_bytes(b"no database at all")
    assert [each.is_good for each in shop.backups.list()] == [False]
    with pytest.raises(WorkspaceDamaged):
        shop.backups.restore(made)


def a_day_later(services, monkeypatch):
    later = datetime.now(UTC) + timedelta(days=1)
    monkeypatch.setattr(services._context.clock, "now", lambda: later)


def test_a_policy_sends_again_only_to_the_account_where_the_doubt_is(shop, sandbox, draft, monkeypatch):
    sandbox.fail("drop-after:1")
    shop.accounts.update("Sandbox", repeat_policy="send_again", repeat_after=2)
    queue(shop, draft, 1)
    assert shop.sending.send().unconfirmed == 1
    a_day_later(shop, monkeypatch)
    with SandboxServer() as other:
        shop.accounts.add("Shop", other.url, key="k", default=True)
        assert shop.outbox.repeat_by_policy() == 0
        assert shop.outbox.repeat_by_policy("Shop") == 0
        shop.accounts.set_default("Sandbox")
        assert shop.outbox.repeat_by_policy() == 1


def test_a_policy_does_not_wake_an_account_that_is_stopped(shop, sandbox, draft, monkeypatch):
    sandbox.fail("html:1")
    shop.accounts.update("Sandbox", repeat_policy="send_again", repeat_after=2)
    queue(shop, draft, 1)
    assert shop.sending.send().stopped is not None
    a_day_later(shop, monkeypatch)
    assert shop.outbox.repeat_by_policy() == 0
    shop.accounts.resume("Sandbox")
    assert shop.outbox.repeat_by_policy() == 1


def test_what_is_queued_after_the_yes_waits_for_another_run(shop, sandbox, draft):
    queue(shop, draft, 2)
    newest = shop.outbox.newest()
    queue(shop, draft, 3, first=10)
    report = shop.sending.send(up_to=newest)
    assert (report.accepted, report.waiting, report.stopped, report.closes) == (2, 3, None, True)
    assert shop.sending.send(up_to=shop.outbox.newest()).accepted == 3


def test_a_stay_that_is_ended_while_others_wait_tells_of_what_it_sent(shop, sandbox, draft):
    queue(shop, draft, 2)
    queue(shop, draft, 3, first=10, status="DELIVERED")

    def end(progress):
        if progress.state == "idle":
            shop.sending.stop()

    report = shop.sending.send(on_progress=end, stay=True, statuses=[Status.DELIVERED])
    assert (report.accepted, report.waiting, report.stopped) == (3, 2, None)
