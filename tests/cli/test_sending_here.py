"""`send` in this process, where the clock and what happens meanwhile are in our hands."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ordermanager.cli.output import Output
from ordermanager.cli.parser import make_parser
from ordermanager.cli.sending import send
from ordermanager.sandbox.server import SandboxServer
from ordermanager.services.app import Services
from ordermanager.services.keys import KeyStore
from tests.services.conftest import make_draft


@pytest.fixture
def services(tmp_path: Path, sandbox: SandboxServer) -> Iterator[Services]:
    with Services.open(tmp_path / "workspace", key_store=KeyStore.in_memory()) as opened:
        opened.accounts.add("Sandbox", sandbox.url)
        yield opened


def queue(services: Services, number: str, date: str = "2026-11-20T10:00:00+02:00") -> None:
    services.orders.save(make_draft(number, date=date))
    assert services.outbox.queue().queued == 1


def sent(services: Services, output: Output | None = None) -> int:
    made = output or Output(as_json=True, out=io.StringIO(), err=io.StringIO())
    return send(services, make_parser().parse_args(["send"]), made)


def test_what_is_in_doubt_goes_again_as_its_account_says(
    services: Services, sandbox: SandboxServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    queue(services, "1")
    sandbox.fail("500:1")
    assert sent(services) == 1
    services.accounts.update("Sandbox", repeat_policy="send_again", repeat_after=2)
    assert sent(services) == 0  # its minutes are not over
    assert sandbox.ledger.orders == {}
    later = datetime.now(UTC) + timedelta(minutes=3)
    monkeypatch.setattr(services._context.clock, "now", lambda: later)
    assert sent(services) == 0
    assert set(sandbox.ledger.orders) == {"1"}
    assert services.outbox.unconfirmed() == []


def test_what_is_queued_after_the_question_waits(services: Services, sandbox: SandboxServer) -> None:
    queue(services, "1", "2020-01-01T10:00:00+02:00")  # so old that something is said

    class Slow(Output):
        """While a person reads what it says somebody else queues another order."""

        def note(self, text: object) -> None:
            if services.outbox.waiting() == 1:
                queue(services, "2")
            super().note(text)

    sent(services, Slow(as_json=True, out=io.StringIO(), err=io.StringIO()))
    assert set(sandbox.ledger.orders) == {"1"}
    assert services.outbox.waiting() == 1
