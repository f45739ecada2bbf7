"""The monkey's judgement sees what must not be."""

from __future__ import annotations

from pathlib import Path

import pytest

from ordermanager.sandbox.server import SandboxServer
from ordermanager.services.app import Services
from ordermanager.services.keys import KeyStore
from ordermanager.store.orders.query import OrderQuery
from tests.benchmarks.samples import write_orders_csv
from tests.monkey.judgement import judge

ORDERS = 5


@pytest.fixture
def books(tmp_path: Path) -> Path:
    """What the server keeps, beside a workspace with orders that it has taken; one more is in doubt."""
    books = tmp_path / "sandbox.db"
    write_orders_csv(tmp_path / "orders.csv", ORDERS)
    with (
        Services.open(tmp_path / "workspace", key_store=KeyStore.in_memory()) as services,
        SandboxServer(data_file=books) as server,
    ):
        services.accounts.add("Shop", server.url, key="sandbox-key", default=True)
        services.importing.run(services.importing.prepare(tmp_path / "orders.csv"))
        first, *others = services.orders.list_ids(OrderQuery())
        services.outbox.queue(others)
        services.sending.send()
        server.fail("drop-after:1")
        services.outbox.queue([first])
        services.sending.send()
    return books


def send_again(tmp_path: Path, books: Path) -> None:
    """As a program that keeps no history would."""
    with (
        Services.open(tmp_path / "other", key_store=KeyStore.in_memory()) as services,
        SandboxServer(data_file=books, repeat_window_seconds=0) as server,
    ):
        services.accounts.add("Shop", server.url, key="sandbox-key", default=True)
        services.importing.run(services.importing.prepare(tmp_path / "orders.csv"))
        services.outbox.queue(services.orders.list_ids(OrderQuery()))
        services.sending.send()


def test_what_was_sent_once_is_well(tmp_path: Path, books: Path) -> None:
    assert list(judge(tmp_path / "workspace", books)) == []


def test_what_came_twice_is_seen(tmp_path: Path, books: Path) -> None:
    send_again(tmp_path, books)
    found = list(judge(tmp_path / "workspace", books))
    assert len(found) == ORDERS
    assert all(line.startswith("doubled") for line in found)


def test_what_never_came_is_seen(tmp_path: Path, books: Path) -> None:
    books.unlink()
    found = list(judge(tmp_path / "workspace", books))
    assert len(found) == ORDERS - 1
    assert all(line.startswith("lost") for line in found)
