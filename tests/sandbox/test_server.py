"""The sandbox as a server: routes, faults on demand, its data file, starting and stopping."""

from __future__ import annotations

import http.client
import json
import os
import socket
import sqlite3
import threading
import time
from pathlib import Path

import pytest

from ordermanager.domain.sentences import WrongUse
from ordermanager.sandbox.data import SandboxDataError
from ordermanager.sandbox.faults import KINDS
from ordermanager.sandbox.server import PortUnavailable, SandboxServer


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/v1/account/info", 200),
        ("GET", "/api/v1/account/info", 200),
        ("GET", "/api/v1/version", 200),
        ("GET", "/v1/orders", 405),
        ("PUT", "/v1/orders", 405),
        ("DELETE", "/v1/contacts", 405),
        ("POST", "/v1/contacts", 405),
        ("POST", "/v1/nothing", 404),
        ("GET", "/", 404),
        ("GET", "/api", 404),
        ("GET", "/v1/contact/", 404),
        ("GET", "/sandbox/orders/none", 404),
        ("GET", "/sandbox/summary", 200),
    ],
)
def test_routes(shop, method, path, status):
    reply = shop.ask(method, path, b"" if method in ("POST", "PUT") else None)
    assert reply.status == status
    assert reply.headers["x-sandbox"] == "1"
    assert reply.headers["content-type"].startswith("application/json")
    assert reply.json is not None


@pytest.mark.parametrize(
    "query",
    [
        "",
        "from=2026-11-23T00:00:00",
        "from=2026-11-23&to=2026-11-24",
        "from=2026-11-23T00:00:00Z&to=2026-11-24T00:00:00Z",
        "from=2026-11-24T00:00:00&to=2026-11-23T00:00:00",
        "from=2026-11-23T00:00:00&to=2026-11-24T00:00:01",
    ],
)
def test_deletion_that_is_refused(shop, query):
    reply = shop.ask("DELETE", f"/v1/orders?{query}")
    assert reply.status == 400
    assert reply.json["message"].startswith("Incorrect input data")


def test_deletion(shop, make_order):
    shop.post(make_order("1"), make_order("2", date="2026-11-25T10:00:00"), make_order("3"))
    assert shop.ask("DELETE", "/v1/orders?externalOrderId=1").status == 200
    assert sorted(shop.server.ledger.orders) == ["2", "3"]
    assert shop.ask("DELETE", "/v1/orders?from=2026-11-23T00:00:00&to=2026-11-24T00:00:00").status == 200
    assert sorted(shop.server.ledger.orders) == ["2"]
    assert shop.server.ledger.events[("1", "INITIALIZED")] == 1  # what has happened stays
    shop.post(make_order("1", totalCost=12))
    assert shop.get("/sandbox/orders/1").json["orderId"] > 500003


def test_connection_may_be_kept(shop):
    connection = http.client.HTTPConnection("127.0.0.1", shop.server.port, timeout=10)
    for _ in range(3):
        connection.request("GET", "/v1/version", headers={"Authorization": "Basic YTpr"})
        assert connection.getresponse().read()
    connection.close()
    assert len(shop.server.ledger.requests) == 3


def test_many_at_once(shop, make_order):
    def work(number):
        for turn in range(5):
            assert shop.post(*(make_order(f"{number}-{turn}-{i}") for i in range(20))).status == 200

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(shop.server.ledger.orders) == 800
    assert set(shop.server.ledger.events.values()) == {1}


# -- faults ---------------------------------------------------------------------------------------------------------


def test_faults_come_in_their_order_and_end(start, make_order):
    shop = start(faults=["429:2", "503:1"])
    replies = [shop.post(make_order()) for _ in range(4)]
    assert [reply.status for reply in replies] == [429, 429, 503, 200]
    assert replies[0].headers["retry-after"] == "1"
    assert shop.server.ledger.events == {("1001", "INITIALIZED"): 1}


def test_fault_without_a_number_lasts_until_told_otherwise(start, make_order):
    shop = start(faults=["500"])
    assert [shop.post(make_order()).status for _ in range(3)] == [500] * 3
    assert shop.get("/v1/account/info").status == 200
    shop.server.behave()
    assert shop.post(make_order()).status == 200


@pytest.mark.parametrize(("fault", "applied"), [("drop-before", 0), ("drop-after", 1), ("half", 1)])
def test_connection_that_breaks(shop, make_order, fault, applied):
    shop.server.fail(f"{fault}:1")
    with pytest.raises((http.client.HTTPException, ConnectionError)):
        shop.post(make_order())
    assert len(shop.server.ledger.orders) == applied
    assert shop.server.ledger.order_requests[0].status is None


@pytest.mark.parametrize(
    ("fault", "applied", "start_of_body"), [("html", 0, b"<!DOC"), ("text", 0, b"It wo"), ("empty", 1, b"")]
)
def test_odd_success(shop, make_order, fault, applied, start_of_body):
    shop.server.fail(f"{fault}:1")
    reply = shop.post(make_order())
    assert reply.status == 200
    assert reply.body[:5] == start_of_body
    assert len(shop.server.ledger.orders) == applied


@pytest.mark.parametrize(("fault", "applied"), [("timeout", 1), ("hang", 0)])
def test_answer_that_never_comes(shop, make_order, fault, applied):
    shop.server.fail(fault)
    body = json.dumps({"orders": [make_order()]}).encode()
    with socket.create_connection(("127.0.0.1", shop.server.port), timeout=0.3) as line:
        head = "POST /v1/orders HTTP/1.1\r\nAuthorization: Basic YTpr\r\nContent-Type: application/json\r\n"
        line.sendall(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body)
        with pytest.raises(TimeoutError):
            line.recv(1)
        assert len(shop.server.ledger.orders) == applied
        started = time.monotonic()
        shop.server.stop()
        assert time.monotonic() - started < 20
        assert line.recv(1) == b""


def test_redirect_names_a_place(shop, make_order):
    shop.server.fail("307:1")
    reply = shop.post(make_order())
    assert (reply.status, reply.headers["location"]) == (307, "/elsewhere")


@pytest.mark.parametrize(
    "spec", ["", "nonsense", "429:0", "429:x", "429:-1", "200", "600", "42", "timeout:", ":3", "²99"]
)
def test_unknown_fault_is_refused_with_those_that_there_are(spec):
    with pytest.raises(WrongUse) as refusal:
        SandboxServer(faults=[spec])
    assert all(kind in str(refusal.value) for kind in KINDS)


def test_latency(start):
    shop = start(latency_ms=120)
    started = time.monotonic()
    shop.get("/v1/version")
    assert time.monotonic() - started >= 0.12


@pytest.mark.parametrize("length", ["", "-1", "x", "1.5"])
def test_request_without_a_length(shop, length):
    with socket.create_connection(("127.0.0.1", shop.server.port), timeout=5) as line:
        field = f"Content-Length: {length}\r\n" if length else ""
        line.sendall(f"POST /v1/orders HTTP/1.1\r\nAuthorization: Basic YTpr\r\n{field}\r\n".encode())
        assert line.recv(100).startswith(b"HTTP/1.1 411 ")


def test_half_a_request_is_no_request(shop):
    with socket.create_connection(("127.0.0.1", shop.server.port), timeout=5) as line:
        line.sendall(b"POST /v1/orders HTTP/1.1\r\nAuthorization: Basic YTpr\r\nContent-Length: 500\r\n\r\n{")
        line.shutdown(socket.SHUT_WR)
        assert line.recv(100) == b""
    assert shop.server.ledger.orders == {}


# -- the data file and the server's life ----------------------------------------------------------------------------


def test_data_file_survives(start, make_order, tmp_path):
    file = tmp_path / "sandbox.db"
    first = start(data_file=file)
    first.post(make_order("1", email="a@example.com"))
    first.server.stop()
    second = start(data_file=file)
    assert list(second.server.ledger.orders) == ["1"]
    second.post(make_order("2", externalCustomerId="C-1", email="b@example.com", phone=None))
    second.post(make_order("1", email="a@example.com"))
    assert second.get("/sandbox/orders/2").json["contactId"] == 900001
    assert [second.get(f"/sandbox/orders/{key}").json["orderId"] for key in ("1", "2")] == [500001, 500002]
    assert second.server.ledger.events[("1", "INITIALIZED")] == 2
    if os.name == "posix":
        assert file.stat().st_mode & 0o777 == 0o600


def test_data_file_that_cannot_be_written(start, make_order, tmp_path):
    file = tmp_path / "sandbox.db"
    shop = start(data_file=file)
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    shop.server._data._db.execute("PRAGMA busy_timeout = 0")
    reply = shop.post(make_order())
    other.execute("ROLLBACK")
    other.close()
    assert reply.status == 500
    assert shop.server.ledger.orders == {}
    assert shop.post(make_order(totalCost=11)).status == 200
    assert len(shop.server.ledger.orders) == 1


def open_files() -> set[str]:
    """What this process holds open, where the system tells."""
    return {str(link.readlink()) for link in Path("/proc/self/fd").glob("*") if link.is_symlink()}


def test_data_file_that_is_none(tmp_path):
    junk = tmp_path / "junk.db"
    junk.write_bytes(b"not a database" * 100)
    newer = tmp_path / "newer.db"
    with sqlite3.connect(newer) as db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    for file in (junk, newer, tmp_path / "missing" / "x.db", tmp_path):
        with pytest.raises(SandboxDataError) as refused:
            SandboxServer(data_file=file)
        assert str(file) not in open_files(), refused
    assert junk.read_bytes().startswith(b"not a database")


def test_port_that_is_taken(sandbox):
    with pytest.raises(PortUnavailable, match=str(sandbox.port)):
        SandboxServer(port=sandbox.port)
    with pytest.raises(PortUnavailable):
        SandboxServer(port=99_999)
    with pytest.raises(PortUnavailable):
        SandboxServer(host="203.0.113.7")


def test_url():
    for host, url in (
        ("127.0.0.1", "http://127.0.0.1:"),
        ("0.0.0.0", "http://127.0.0.1:"),
        ("localhost", "http://localhost:"),
    ):
        server = SandboxServer(host=host)
        assert server.url == f"{url}{server.port}/api"
        server.stop()


def test_stop_twice_and_without_start():
    server = SandboxServer()
    server.stop()
    server.stop()


def test_serve_forever_ends_with_stop():
    server = SandboxServer()
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
    connection.request("GET", "/v1/version", headers={"Authorization": "Basic YTpr"})
    assert connection.getresponse().status == 200
    server.stop()
    thread.join(5)
    assert not thread.is_alive()
    connection.close()


def test_nothing_is_printed_or_logged(shop, make_order, capfd, caplog):
    caplog.set_level("DEBUG")
    shop.post(make_order())
    shop.get("/v1/contacts?email=p1001@example.com")
    with socket.create_connection(("127.0.0.1", shop.server.port)) as line:
        line.sendall(b"NONSENSE\r\n\r\n")
        line.recv(1000)
    out, err = capfd.readouterr()
    assert (out, err) == ("", "")
    assert "example.com" not in caplog.text
