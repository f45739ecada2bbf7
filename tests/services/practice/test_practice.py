"""The sandbox inside the program: made once, there again at the next start, reachable even where its port is taken."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

from ordermanager.domain.states import Folder
from ordermanager.services.app import Services
from ordermanager.services.keys import KeyStore

if TYPE_CHECKING:
    from pathlib import Path


def opened(folder: Path) -> Services:
    return Services.open(folder, key_store=KeyStore.in_memory())


def test_practice_brings_orders_that_can_be_sent(tmp_path: Path) -> None:
    with opened(tmp_path) as services:
        assert services.practice.begin() > 10
        assert services.accounts.get().is_sandbox
        ready = services.orders.counts()[Folder.READY]
        assert ready > 10
        services.outbox.queue(None)
        report = services.sending.send()
        assert report.accepted == ready
        assert report.closes


def test_it_is_made_once_and_comes_back_with_the_program(tmp_path: Path) -> None:
    with opened(tmp_path) as services:
        services.practice.begin()
        assert services.practice.begin() == 0
        assert len(services.accounts.list()) == 1
        url = services.accounts.get().base_url
        assert services.accounts.test().ok
    with opened(tmp_path) as services:
        assert services.practice.wake()
        assert services.accounts.get().base_url == url
        assert services.accounts.test().ok


def test_where_its_port_is_taken_it_takes_another(tmp_path: Path) -> None:
    with opened(tmp_path) as services:
        services.practice.begin()
        port = int(services.accounts.get().base_url.rsplit(":", 1)[1].split("/")[0])
    with socket.socket() as other:
        other.bind(("127.0.0.1", port))
        other.listen()
        with opened(tmp_path) as services:
            assert services.practice.wake()
            assert f":{port}/" not in services.accounts.get().base_url
            assert services.accounts.test().ok


def test_without_practice_nothing_is_served(tmp_path: Path) -> None:
    with opened(tmp_path) as services:
        assert not services.practice.wake()
        services.accounts.add("Sandbox", "http://127.0.0.1:9/api", key="k")
        assert not services.practice.wake()
