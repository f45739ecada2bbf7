"""A workspace that cannot be written for a while: nothing is sent that cannot be recorded, no answer is lost."""

from __future__ import annotations

from pathlib import Path

import apsw
import pytest

from ordermanager.domain.states import State
from ordermanager.sending.progress import RunState
from ordermanager.store import WorkspaceLocked
from tests.faults.server import Connection, FaultServer, ok
from tests.faults.shop import FakeClock, Shop, check


class Busybody:
    """Another program (antivirus, a database browser) that holds the database."""

    def __init__(self, path: Path) -> None:
        self._connection = apsw.Connection(str(path))
        self._connection.set_busy_timeout(5000)

    def seize(self) -> None:
        self._connection.execute("BEGIN IMMEDIATE")

    def let_go(self) -> None:
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")

    def close(self) -> None:
        self.let_go()
        self._connection.close()


def test_nothing_is_sent_while_nothing_can_be_recorded(tmp_path: Path) -> None:
    with FaultServer() as server:
        shop = Shop(tmp_path, server.url, busy_timeout=0.05)
        shop.fill(5)
        other = Busybody(shop.workspace.path)
        other.seize()
        with pytest.raises(WorkspaceLocked):
            shop.send()
        assert server.ledger.requests == []
        other.close()
        assert shop.send().accepted == 5
        check(shop, server)
        shop.close()


def test_an_answer_that_cannot_be_written_is_kept_until_it_can(tmp_path: Path) -> None:
    clock = FakeClock(on_sleep=lambda _: other.let_go() if len(clock.slept) == 2 else None)
    with FaultServer(clock=clock.monotonic) as server:
        shop = Shop(tmp_path, server.url, clock, busy_timeout=0.05)
        shop.fill(5)
        other = Busybody(shop.workspace.path)

        def seize_then_answer(connection: Connection) -> None:
            other.seize()
            ok(connection)

        server.script = [seize_then_answer]
        report = shop.send()
        check(shop, server)
        assert (report.accepted, report.attempts) == (5, 1)
        waits = [step for step in shop.seen if step.state is RunState.WAITING]
        assert "cannot be written" in str(waits[0].reason)
        other.close()
        shop.close()


def test_an_answer_that_can_never_be_written_leaves_its_orders_unconfirmed(tmp_path: Path) -> None:
    with FaultServer() as server:
        shop = Shop(tmp_path, server.url, busy_timeout=0.05)
        shop.fill(5)
        other = Busybody(shop.workspace.path)

        def seize_then_answer(connection: Connection) -> None:
            other.seize()
            ok(connection)

        server.script = [seize_then_answer]
        with pytest.raises(WorkspaceLocked):
            shop.send()
        other.close()
        shop.send()  # the next start finds them
        check(shop, server)
        assert set(shop.states().values()) == {State.UNCONFIRMED}
        assert set(server.ledger.applied.values()) == {1}
        shop.close()
