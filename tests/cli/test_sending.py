"""`send` in part and at a time, and `runs`."""

from __future__ import annotations

import csv
import signal
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest


@pytest.fixture
def queued(shop, write_csv, row):
    """Two new orders and a delivered one wait in the outbox."""
    orders = write_csv(row("1"), row("2"), row("3", status="DELIVERED"))
    assert shop("import", orders).code == 0
    assert shop("queue", "--ready").code == 0
    return shop


def test_only_one_status_goes_and_the_others_wait(queued, sandbox):
    done = queued("send", "--status", "DELIVERED", "--json")
    assert (done.code, done.json["accepted"], done.json["waiting"]) == (0, 1, 2)
    assert set(sandbox.ledger.orders) == {"3"}
    assert queued("send", "--status", "GONE").code == 2


def test_a_time_is_waited_for(queued, sandbox):
    at = datetime.now(ZoneInfo("Europe/Kyiv")) + timedelta(seconds=2)
    done = queued("send", "--at", at.isoformat(), "--json")
    assert done.json["accepted"] == 3
    assert datetime.now(ZoneInfo("Europe/Kyiv")) >= at
    assert queued("send", "--at", "noon").code == 2


def test_waiting_for_a_time_is_ended_by_a_signal(queued, sandbox):
    at = datetime.now(ZoneInfo("Europe/Kyiv")) + timedelta(hours=1)
    process = queued.start("send", "--at", at.isoformat())
    assert process.stderr is not None
    assert "sending at" in process.stderr.readline()
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=60)
    assert process.returncode == 4
    assert not sandbox.ledger.orders
    assert len(queued("orders", "--state", "queued", "--json").lines) == 3


def test_what_is_old_is_said_and_sent_where_nobody_can_be_asked(shop, sandbox, write_csv, row):
    shop("import", write_csv(row("1", date="2020-01-01T10:00:00+02:00")))
    shop("queue", "--ready")
    done = shop("send", "--json")
    assert (done.code, done.json["accepted"]) == (0, 1)
    assert "1 of them are dated more than a month ago" in done.err


def test_runs_and_the_report_of_one(queued, sandbox, tmp_path):
    sandbox.fail("500:1")
    queued("send")
    (run,) = queued("runs", "--json").lines
    assert (run["total"], run["unconfirmed"], run["balance_closes"]) == (3, 3, True)
    assert "closes" in queued("runs").out
    done = queued("runs", str(run["run"]), "--csv", tmp_path / "run.csv")
    assert f"Accepted:           {run['accepted']}" in done.out.splitlines()  # a line each
    assert done.code == 0
    assert "Unconfirmed:        3" in done.out
    with (tmp_path / "run.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [line["order"] for line in csv.DictReader(file)] == ["1", "2", "3"]
    assert queued("runs", "99").code == 2
