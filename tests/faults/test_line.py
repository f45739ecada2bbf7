"""What must not be used: a line that is not the server's, no name service, a workspace that cannot be written."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import trustme

from ordermanager.domain.states import State
from ordermanager.sending.progress import RunState, StopReason
from ordermanager.sending.sender import Limits
from ordermanager.store.errors import WorkspaceReadOnly
from ordermanager.store.workspace import Workspace
from tests.faults.server import Connection, FaultServer
from tests.faults.shop import Shop

PATIENCE = Limits(offline_patience=20)


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    shop = Shop(tmp_path / "shop", "https://127.0.0.1:1/api")
    shop.fill(5)
    yield shop
    shop.close()


def pointed_at(shop: Shop, url: str) -> None:
    shop.workspace.accounts.update(replace(shop.account, base_url=url))
    shop.account = shop.workspace.accounts.get("test")


def assert_nothing_left(shop: Shop, server: FaultServer, words: str) -> None:
    """Not one byte of a request, and a person is told why."""
    report = shop.send(limits=PATIENCE)
    assert (report.waiting, report.stop_reason) == (5, StopReason.OFFLINE)
    assert set(shop.states().values()) == {State.QUEUED}
    assert server.ledger.requests == []
    said = {str(step.reason) for step in shop.seen if step.state is RunState.OFFLINE}
    assert any(words in text for text in said), said


def plain(connection: Connection) -> None:
    """What a server without TLS says to the beginning of a secure line."""
    connection.send(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        ("unknown authority", "certificate"),
        ("wrong host", "certificate"),
        ("expired", "clock"),
        ("not yet valid", "clock"),
        ("no TLS at all", "HTTPS"),
    ],
)
def test_nothing_leaves_over_a_line_that_is_not_the_servers(
    shop: Shop, authority: trustme.CA, tmp_path: Path, fault: str, words: str
) -> None:
    now = datetime.now(UTC)
    hosts = {"wrong host": "shop.example"}.get(fault, "127.0.0.1")
    times = {
        "expired": {"not_before": now - timedelta(days=9), "not_after": now - timedelta(days=1)},
        "not yet valid": {"not_before": now + timedelta(days=1), "not_after": now + timedelta(days=9)},
    }.get(fault, {})
    certificate = authority.issue_cert(hosts, **times)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    if fault != "unknown authority":
        shop.ca = tmp_path / "ca.pem"
        authority.cert_pem.write_to_path(str(shop.ca))
    with FaultServer(default=plain, tls=None if fault == "no TLS at all" else context) as server:
        pointed_at(shop, server.url.replace("http:", "https:"))
        assert_nothing_left(shop, server, words)


def test_a_run_that_gives_up_says_what_is_wrong_with_the_line(shop: Shop) -> None:
    """A certificate or a proxy is no lost connection: somebody must do something."""
    with FaultServer(default=plain) as server:
        pointed_at(shop, server.url.replace("http:", "https:"))
        report = shop.send(limits=Limits(offline_patience=20))
    assert (report.stop_reason, report.waiting) == (StopReason.OFFLINE, 5)
    assert "does not speak HTTPS" in str(report.stopped)


def test_over_a_secure_line_that_is_the_servers_everything_arrives(
    shop: Shop, authority: trustme.CA, tmp_path: Path
) -> None:
    """So that the tests above can fail."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    shop.ca = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(str(shop.ca))
    with FaultServer(tls=context) as server:
        pointed_at(shop, server.url.replace("http:", "https:"))
        assert shop.send().accepted == 5
        assert len(server.ledger.applied) == 5


def test_without_a_name_service_the_orders_wait(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    def not_found(*_args: object, **_options: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", not_found)
    pointed_at(shop, "https://api.shop.example/api")
    assert_nothing_left(shop, FaultServer(), "name was not found")


def test_from_a_workspace_that_cannot_be_written_nothing_is_sent(shop: Shop, tmp_path: Path) -> None:
    with FaultServer() as server:
        pointed_at(shop, server.url)
        shop.workspace.close()
        shop.workspace = Workspace.create_or_open(tmp_path / "shop", read_only=True)
        with pytest.raises(WorkspaceReadOnly):
            shop.send()
        assert server.ledger.requests == []
