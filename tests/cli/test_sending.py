"""`send` in part and at a time, and `runs`."""

from __future__ import annotations

import csv
import shutil
import signal
import subprocess
import sys
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from ordermanager.store.outbox.sender_lock import SenderLock


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
    over = queued("send", "--at", "2020-01-01 09:00")
    assert (over.code, "time is over" in over.err) == (2, True)


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
    assert "1 of them dated more than a month ago" in done.err


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


def test_a_second_sender_ends_with_the_code_of_orders_that_wait(queued, sandbox):
    with SenderLock(queued.workspace):
        second = queued("send", "--json")
    assert (second.code, "being sent already" in second.err) == (4, True)


ON_A_DISK_OF_ITS_OWN = """
mount -t tmpfs -o size=8m none "$1" && cp -r "$2" "$1/shop" || exit 77
om() { ORDERMANAGER_WORKSPACE="$1/shop" "$2" -m ordermanager "${@:3}"; echo "code $?"; }
head -c 9m /dev/zero > "$1/filler" 2>/dev/null
om "$1" "$3" send --json 2>&1
om "$1" "$3" orders --json 2>&1 | cut -c1-40
rm "$1/filler"
mount -o remount,ro "$1" || exit 77
om "$1" "$3" send --json 2>&1
om "$1" "$3" orders --json 2>&1 | cut -c1-40
om "$1" "$3" insights --json 2>&1 | tail -1
om "$1" "$3" segment --json 2>&1 | tail -1
"""


@pytest.mark.skipif(shutil.which("unshare") is None, reason="needs a file system of its own")
def test_a_full_and_a_write_protected_disk_are_named_and_looked_at(queued, sandbox, tmp_path):
    """Real ones: what SQLite says of them is an I/O error, or that a file cannot be opened."""
    (tmp_path / "disk").mkdir()
    arguments = [str(tmp_path / "disk"), str(queued.workspace), sys.executable]
    command = ["unshare", "-Urm", "bash", "-c", ON_A_DISK_OF_ITS_OWN, "bash", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    if done.returncode == 77 or "unshare" in done.stderr:
        pytest.skip("no file system of one's own here")
    full, after_full, protected, seen, _, counted, listed = done.stdout.split("code ")
    assert "disk is full" in full
    assert "Make some room" in full
    assert after_full.startswith("3\n")
    assert "write-protected" in protected
    assert seen.startswith("3\n")
    assert seen.count('"externalOrderId"') == 3
    assert (counted[0], listed[0]) == ("0", "0")  # what only looks does so there
    assert not sandbox.ledger.orders
