"""A workspace that cannot be written for a while: nothing is sent that cannot be recorded, no answer is lost."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import apsw
import pytest

from ordermanager.domain.states import State
from ordermanager.sending.progress import RunReport, RunState
from ordermanager.sending.sender import Limits
from ordermanager.store.errors import WorkspaceLocked
from tests.faults.server import Connection, FaultServer, ok
from tests.faults.shop import FakeClock, Shop, check


class Busybody:
    """Another program (antivirus, a database browser) that holds the database."""

    def __init__(self, path: Path) -> None:
        self._connection = apsw.Connection(str(path))
        self._connection.set_busy_timeout(5000)

    def claimed(self) -> int:
        """How many batches there are, as others see it."""
        return int(self._connection.execute("SELECT count(*) FROM batches").get)

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


SEVERAL = Limits(first_batch=2, batch_limit=2, in_flight=4)


class WatchedClock(FakeClock):
    """Somebody hears whenever it is asked for the time, which the sender does right before it claims a batch."""

    def __init__(self) -> None:
        super().__init__()
        self.on_now: Callable[[], None] = lambda: None

    def now(self) -> datetime:
        self.on_now()
        return super().now()


def seize_after_three_claims(
    clock: WatchedClock, server: FaultServer, other: Busybody, *, let_go: bool
) -> None:
    """As soon as the third batch is written down the workspace is taken away, while two requests are on their way: the
    next claim fails. Their answers come after that, and after the workspace was given back, if it is."""
    seized = threading.Event()

    def watch() -> None:
        if not seized.is_set() and other.claimed() == 3:
            other.seize()
            seized.set()

    def second(connection: Connection) -> None:
        assert seized.wait(10)
        time.sleep(0.3)  # longer than the claim waits
        if let_go:
            other.let_go()
        ok(connection)

    def third(connection: Connection) -> None:
        assert seized.wait(10)
        time.sleep(0.4)
        ok(connection)

    clock.on_now = watch
    server.script = [ok, second, third]


@pytest.mark.parametrize("let_go", [True, False])
def test_a_claim_that_fails_does_not_lose_the_answers_to_requests_on_their_way(
    tmp_path: Path, let_go: bool
) -> None:
    clock = WatchedClock()
    with FaultServer(clock=clock.monotonic) as server:
        shop = Shop(tmp_path, server.url, clock, busy_timeout=0.05)
        shop.fill(12)
        other = Busybody(shop.workspace.path)
        seize_after_three_claims(clock, server, other, let_go=let_go)
        with pytest.raises(WorkspaceLocked) as problem:
            shop.send(limits=SEVERAL)
        assert len(server.ledger.requests) == 3
        clock.on_now = lambda: None
        other.close()
        (run,) = shop.workspace.runs.list()
        if let_go:
            assert run.finished_at
            assert run.stopped_reason == problem.value.sentence
        shop.send(limits=SEVERAL)  # finds what could not be written down
        states = list(shop.states().values())
        assert states.count(State.UNCONFIRMED) == (0 if let_go else 4)
        assert states.count(State.ACCEPTED) == (12 if let_go else 8)
        assert set(server.ledger.applied.values()) == {1}
        check(shop, server)
        shop.close()


@pytest.mark.skipif(os.name != "posix", reason="Windows does not let an open file go")
def test_a_second_sender_that_gets_past_the_lock_doubles_nothing(tmp_path: Path) -> None:
    """Somebody deletes the file of the lock while a request is on its way, and sends again."""
    with FaultServer() as server:
        shop = Shop(tmp_path, server.url)
        shop.fill(10)
        second: list[RunReport] = []

        def taken_over(connection: Connection) -> None:
            connection.read()
            (tmp_path / "sender.lock").unlink()
            other = Shop(tmp_path, server.url)
            second.append(other.send())
            other.close()
            connection.apply()
            connection.reply_json(200, {})

        server.script = [taken_over]
        with pytest.raises(ValueError, match="under the sender's hands"):
            shop.send(limits=Limits(first_batch=5, batch_limit=5))
        assert (second[0].accepted, second[0].stopped) == (5, None)
        states = shop.states()
        assert {states[f"A{number}"] for number in range(5)} == {State.UNCONFIRMED}
        assert {states[f"A{number}"] for number in range(5, 10)} == {State.ACCEPTED}
        assert server.ledger.applied == {f"A{number}": 1 for number in range(10)}
        check(shop, server)
        shop.close()
