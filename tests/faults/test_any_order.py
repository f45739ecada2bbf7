"""Faults in any order, with a user who sends on and decides: a search for a sequence that loses or doubles an order."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from ordermanager.domain.states import State
from ordermanager.sending.sender import Limits
from tests.faults.modes import MODES, all_failed, picky, stranger_failed
from tests.faults.server import Fault, FaultServer, ok
from tests.faults.shop import FakeClock, Shop, audit, audit_repeats, order

SLOW = ("hang", "drip", "endless", "huge", "header")
FAULTS: dict[str, Fault] = {
    mode.name: mode.fault for mode in MODES if not any(word in mode.name for word in SLOW)
} | {
    "ok": ok,
    "all_failed": all_failed,
    "stranger_failed": stranger_failed,
    "picky": partial(picky, bad=frozenset(["A3", "A11"])),
}

STEP = st.one_of(
    st.sampled_from(sorted(FAULTS)),
    st.sampled_from(["USER_AGAIN", "USER_ACCEPTS", "USER_WITHDRAWS", "USER_ADDS"]),
)


class Day:
    """A shop and its user, a server with its moods."""

    def __init__(self, folder: Path, batch: int) -> None:
        self.clock = FakeClock()
        self.server = FaultServer(clock=self.clock.monotonic).start()
        self.shop = Shop(folder, self.server.url, self.clock)
        self.limits = Limits(first_batch=batch, batch_limit=batch, offline_patience=3600, wait_patience=10**6)
        self.shop.fill(12)
        self.count = 12
        self.assumed: set[str] = set()
        self.again: dict[str, int] = {}

    def send(self, script: list[Fault]) -> None:
        self.server.script = list(script)
        for _ in range(len(script) + 3):
            if self.shop.send(limits=self.limits, total=5).stopped is None:
                return
        raise AssertionError("it stops again and again although the server is well")

    def decide(self, decision: str) -> None:
        doubtful = [record for record in self.shop.revisions() if record.state is State.UNCONFIRMED]
        for record in doubtful:
            name = record.external_order_id
            if decision == "accepted":
                self.assumed.add(name)
            else:
                self.again[name] = self.again.get(name, 0) + 1
        ids = [record.id for record in doubtful]
        self.shop.workspace.batches.resolve(ids, decision, self.clock.now())  # type: ignore[arg-type]

    def user(self, step: str) -> None:
        match step:
            case "USER_AGAIN":
                self.decide("send_again")
            case "USER_ACCEPTS":
                self.decide("accepted")
            case "USER_WITHDRAWS":
                self.shop.workspace.revisions.withdraw(None, self.clock.now())
            case _:
                self.shop.queue([order(self.count)])
                self.count += 1

    def check(self) -> None:
        assert self.server.errors == []
        ledger = self.server.ledger
        audit_repeats(ledger)
        audit(self.shop, ledger, decided=max(self.again.values(), default=0), assumed=self.assumed)
        for name, times in ledger.applied.items():
            assert times <= 1 + self.again.get(name, 0)
        assert len(self.shop.revisions()) == self.count
        assert all(record.balance.closes for record in self.shop.workspace.runs.list())


@pytest.mark.slow
@settings(
    max_examples=35,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate, Phase.shrink],
)
@given(st.lists(STEP, max_size=12), st.sampled_from([1, 3, 5, 12]))
def test_no_sequence_of_faults_and_decisions_loses_or_doubles_an_order(steps: list[str], batch: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        day = Day(Path(folder), batch)
        try:
            script: list[Fault] = []
            for step in [*steps, "USER_ADDS"]:
                if step.startswith("USER"):
                    day.send(script)
                    script = []
                    day.user(step)
                else:
                    script.append(FAULTS[step])
            day.send(script)
            day.check()
        finally:
            day.server.stop()
            day.shop.close()
