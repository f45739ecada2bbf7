"""Import, queue, send, look back: the whole job on the command line."""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from collections import Counter
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest

from tests.faults import modes
from tests.faults.server import FaultServer


def test_two_and_a_half_thousand_orders_arrive_field_by_field_once_each(shop, sandbox, write_csv, row):
    numbers = [f"{number:05}" for number in range(2500)]
    amounts = {number: f"{int(number) % 97}.{int(number) % 100:02}" for number in numbers}
    path = write_csv(
        *(
            row(number, totalCost=amounts[number], cost=amounts[number], phone="0671234567")
            for number in numbers
        )
    )
    imported = shop("import", path, "--json")
    assert imported.code == 0
    (file,) = imported.json["files"]
    assert (file["orders"], file["ready"], file["new"], file["import_id"]) == (2500, 2500, 2500, 1)
    assert shop("queue", "--ready", "--json").json["queued"] == 2500
    sent = shop("send", "--json")
    assert sent.code == 0
    report = sent.json
    assert (report["total"], report["accepted"], report["stopped"]) == (2500, 2500, None)
    assert report["rejected"] == report["unconfirmed"] == report["waiting"] == 0

    requests = sandbox.ledger.order_requests
    assert max(request.count for request in requests) <= 1000
    assert sum(request.count for request in requests) == 2500
    assert len(requests) == report["batches"] == report["attempts"]
    assert sandbox.ledger.events == {(number, "INITIALIZED"): 1 for number in numbers}
    for number, body in sandbox.ledger.orders.items():
        order = json.loads(body, parse_float=Decimal, parse_int=Decimal)
        (item,) = order.pop("items")
        expected = row(number, phone="380671234567")
        assert order == {
            "externalOrderId": number,
            "externalCustomerId": expected["externalCustomerId"],
            "totalCost": Decimal(amounts[number]),
            "status": "INITIALIZED",
            "date": "2026-11-20T10:00:00+02:00",
            "currency": "UAH",
            "email": expected["email"],
            "phone": "380671234567",
            "firstName": "Ґалина",
        }
        assert str(order["totalCost"]) == amounts[number]
        assert item.pop("quantity") == 1
        assert str(item.pop("cost")) == amounts[number]
        assert item == {name: expected[name] for name in ("externalItemId", "name", "url", "imageUrl")}

    history = shop("history", "--json").lines
    assert Counter(line["eventKey"] for line in history) == Counter(numbers)
    raw = shop("history", "00007", "--json").out
    assert sandbox.ledger.orders["00007"].decode() in raw
    (line,) = [json.loads(raw)]
    assert line.keys() >= {
        "at", "event", "eventKey", "revision", "state", "account", "batch", "attempts", "params", "contact", "order"
    }  # fmt: skip
    assert (line["event"], line["revision"], line["account"]) == ("orderINITIALIZED", 1, "Sandbox")
    assert line["attempts"][0]["http_status"] == 200
    assert line["contact"]["email"] == "p00007@shop.example"


def test_an_order_line_says_everything(shop, write_csv, row):
    shop("import", write_csv(row("0007"), row("2", status="WAT", totalCost="a lot")))
    good, bad = shop("orders", "--json").lines
    assert '"totalCost": 20.50,' in shop("orders", "--json").out
    assert (good["externalOrderId"], good["state"], good["findings"]) == ("0007", "ready", [])
    assert good["order"]["externalOrderId"] == "0007"
    assert (bad["state"], bad["status"], bad["totalCost"]) == ("draft", "WAT", "a lot")
    assert {finding["code"] for finding in bad["findings"]} == {"status.unknown", "money.unreadable"}
    assert bad.keys() == {
        "externalOrderId", "state", "status", "date", "totalCost", "currency", "email", "phone",
        "externalCustomerId", "findings", "order",
    }  # fmt: skip
    assert [line["externalOrderId"] for line in shop("orders", "--json", "--state", "draft").lines] == ["2"]
    assert [line["externalOrderId"] for line in shop("orders", "--json", "--search", "p0007@").lines] == [
        "0007"
    ]
    assert shop("orders", "--json", "--status", "DELIVERED").out == ""
    assert len(shop("orders", "--json", "--limit", "1").lines) == 1
    assert "0007" in shop("orders").out


def test_orders_with_problems_come_in_and_are_not_queued(shop, write_csv, row):
    path = write_csv(row("1"), row("2", status="WAT"), row("3", email="nobody"))
    imported = shop("import", path, "--json")
    assert imported.code == 1
    (file,) = imported.json["files"]
    assert (file["ready"], file["with_problems"]) == (1, 2)
    problem = file["problems"][0]
    assert problem.keys() == {"row", "order", "field", "code", "severity", "message", "value", "proposal"}
    assert (problem["row"], problem["order"], problem["field"], problem["value"]) == (3, "2", "status", "WAT")
    queued = shop("queue", "1", "2", "--json")
    assert queued.code == 1
    assert (queued.json["queued"], queued.json["not_ready"]) == (1, 1)
    assert "WAT" in shop("queue", "2").out


def test_a_dry_run_leaves_nothing(om, write_csv, row):
    dry = om("import", write_csv(row("1")), "--dry-run", "--json")
    assert dry.json["files"][0]["import_id"] is None
    assert om("orders", "--json").out == ""
    assert om("imports", "--json").out == ""


def test_options_of_an_import(om, write_csv, row, tmp_path):
    path = write_csv(
        row("1", date="2026-11-20 10:00", phone="501234567", imageUrl="", currency=""), row("2", status="WAT")
    )
    rejected = tmp_path / "rejected.csv"
    done = om(
        "import", path, "--timezone", "Europe/Warsaw", "--region", "PL", "--rules", "minimum", "--set", "currency=PLN",
        "--rejected", rejected, "--layout", "api", "--json",
    )  # fmt: skip
    assert done.code == 1
    (good, bad) = om("orders", "--json").lines
    assert (good["date"], good["phone"], good["currency"]) == (
        "2026-11-20T10:00:00+01:00",
        "48501234567",
        "PLN",
    )
    assert good["state"] == "ready"
    assert bad["state"] == "draft"
    text = rejected.read_text(encoding="utf-8-sig")
    assert "WAT" in text
    assert '"error"' in text
    assert len(text.splitlines()) == 2
    assert om("queue", "--json").json["queued"] == 1


def test_taking_an_import_back(om, write_csv, row):
    om("import", write_csv(row("1"), row("2")))
    (record,) = om("imports", "--json").lines
    assert (record["id"], record["orders"], record["undone_at"]) == (1, 2, None)
    assert om("undo-import", "1", "--json").json == {
        "removed": 2,
        "restored": 0,
        "withdrawn": 0,
        "kept_sent": 0,
        "kept_edited": 0,
    }
    assert om("orders", "--json").out == ""
    assert "taken back" in om("imports").out
    again = om("undo-import", "1")
    assert again.code == 2
    assert om("undo-import", "77").code == 2


def test_taking_back_from_the_outbox(om, write_csv, row):
    om("import", write_csv(row("1"), row("2"), row("3")))
    om("queue")
    assert om("withdraw", "1", "--json").json == {"withdrawn": 1}
    assert om("withdraw", "--all", "--json").json == {"withdrawn": 2}
    assert {line["state"] for line in om("orders", "--json").lines} == {"ready"}


def test_what_nobody_knows_is_decided_by_a_person(shop, sandbox, write_csv, row):
    shop("import", write_csv(row("1"), row("2"), row("3")))
    shop("queue")
    sandbox.fail("drop-after:1")
    sent = shop("send", "--json")
    assert sent.code == 1
    assert (sent.json["unconfirmed"], sent.json["accepted"]) == (3, 0)
    assert {line["state"] for line in shop("history", "--json").lines} == {"unconfirmed"}
    assert shop("resolve", "--accepted", "1", "--json").json == {"resolved": 1}
    assert shop("resolve", "--send-again", "--all", "--json").json == {"resolved": 2}
    states = {line["externalOrderId"]: line["state"] for line in shop("orders", "--json").lines}
    assert states == {"1": "accepted", "2": "queued", "3": "queued"}
    assert set(sandbox.ledger.events.values()) == {1}


def test_a_refused_key_stops_with_everything_still_waiting(om, sandbox, write_csv, row):
    om("account", "add", "Shop", "--url", sandbox.url)
    om("import", write_csv(row("1")))
    om("queue")
    sent = om("send", "--json", ORDERMANAGER_API_KEY="bad-key")
    assert sent.code == 4
    assert sent.json["waiting"] == 1
    assert "API" in sent.json["stopped"]
    assert "bad-key" not in sent.out + sent.err
    (waiting,) = om("orders", "--json").lines
    assert waiting["state"] == "queued"


def test_nobody_at_home_is_no_loss(om, sandbox, write_csv, row):
    om("account", "add", "Shop", "--url", "http://127.0.0.1:9/api")
    om("import", write_csv(row("1")))
    om("queue")
    sent = om("send", "--json")
    assert (sent.code, sent.json["waiting"], sent.json["unconfirmed"]) == (4, 1, 0)
    assert "Offline" in sent.json["stopped"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for one child")
def test_ctrl_c_finishes_the_request_and_keeps_the_rest(om, write_csv, row):
    from ordermanager.sandbox.server import SandboxServer

    with SandboxServer(latency_ms=400) as slow:
        om("account", "add", "Slow", "--url", slow.url)
        om("import", write_csv(*(row(f"{number:04}") for number in range(600))))
        om("queue")
        process = om.start("send", "--json")
        while not slow.ledger.order_requests:
            assert process.poll() is None
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
        assert "Traceback" not in err
        report = json.loads(out)
        assert process.returncode == 4
        assert report["accepted"] + report["waiting"] == 600
        assert report["waiting"] > 0
        assert len(slow.ledger.orders) == report["accepted"]


@pytest.mark.skipif(os.name != "posix", reason="Windows has no SIGTERM")
def test_a_termination_signal_waits_for_ten_seconds_and_a_second_ctrl_c_for_none(om, write_csv, row):
    with FaultServer() as server:
        server.default = partial(modes.hang, applied=True)
        om("account", "add", "Slow", "--url", server.url)
        om("import", write_csv(row("1"), row("2"), row("3")))
        for name, signals, least in (
            ("1", [signal.SIGTERM], 9.0),
            ("2", [signal.SIGINT] * 2, 0.0),
            ("3", [signal.SIGHUP] * 2, 0.0),  # the terminal was closed
        ):
            om("queue", name)
            before = len(server.ledger.requests)
            process = om.start("send", "--json")
            while len(server.ledger.requests) == before:
                assert process.poll() is None
            began = time.monotonic()
            for number in signals[:-1]:
                process.send_signal(number)
                assert "Waiting for the answer" in process.stderr.readline()
            process.send_signal(signals[-1])
            out, _ = process.communicate(timeout=60)
            assert least <= time.monotonic() - began < 60
            assert (process.returncode, json.loads(out)["unconfirmed"]) == (1, 1)


@pytest.mark.skipif(os.name != "posix", reason="kill -9")
def test_killed_at_any_moment_nothing_is_lost_and_nothing_goes_twice_unseen(om, write_csv, row):
    """What is in doubt is taken as sent only by decision, and the server saw nothing twice."""
    from ordermanager.sandbox.server import SandboxServer

    numbers = [f"{number:04}" for number in range(1500)]
    dice = random.Random(7)
    with SandboxServer(latency_ms=40) as server:
        om("account", "add", "Sandbox", "--url", server.url)
        om("import", write_csv(*map(row, numbers)))
        om("queue")
        for _ in range(5):
            before = len(server.ledger.order_requests)
            process = om.start("send", "--json")
            wanted = before + dice.randint(1, 3)
            while process.poll() is None and len(server.ledger.order_requests) < wanted:
                pass
            process.kill()
            process.communicate()
        assert om("send", "--json").code in (0, 1)
        states = Counter(line["state"] for line in om("orders", "--json").lines)
        assert states["accepted"] + states["unconfirmed"] == len(numbers)
        assert states["unconfirmed"] > 0
        om("resolve", "--accepted", "--all")
        assert {line["state"] for line in om("orders", "--json").lines} == {"accepted"}
        assert set(server.ledger.events.values()) == {1}
        assert om("doctor", "--json").json["ok"]


def size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


@pytest.mark.skipif(os.name != "posix", reason="kill -9")
def test_an_import_that_was_killed_is_made_whole_by_importing_again(om, write_csv, row):
    numbers = [f"{number:05}" for number in range(9000)]
    path = write_csv(*map(row, numbers))
    process = om.start("import", path, "--json")
    database = om.workspace / "orders.db-wal"
    while process.poll() is None and size(database) < 3_000_000:
        pass
    process.kill()
    process.communicate()
    (file,) = om("import", path, "--json").json["files"]
    assert file["new"] + file["unchanged"] == file["ready"] == len(numbers)
    assert [line["externalOrderId"] for line in om("orders", "--json").lines] == numbers
    assert om("doctor", "--json").json["ok"]
