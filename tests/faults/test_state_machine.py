"""A search for steps of {write, edit, queue, withdraw, send, crash, decide, restore} that loses or doubles an event.

After each step the workspace must hold exactly what the model holds (tests/faults/model.py), and the server's ledger
must hold no event more often than the user asked for it.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from ordermanager.domain.body import order_json
from ordermanager.domain.checks.checks import check_draft
from ordermanager.domain.states import State
from ordermanager.domain.statuses import Status
from ordermanager.domain.summary import summarise
from ordermanager.sending.sender import Limits
from ordermanager.store.backups import restore_workspace
from ordermanager.store.orders.records import SaveItem
from ordermanager.store.outbox.records import QueueItem
from tests.faults.model import WAITING, Known, Model
from tests.faults.modes import MODES, Believes, all_failed, failed, picky
from tests.faults.server import Connection, Fault, FaultServer, Request, ok
from tests.faults.shop import RULES, FakeClock, Shop, order

UNFIT = ("hang", "drip", "endless", "huge", "header", "bomb", "nested", "early")
"""Too slow, or the server answers before it knows what was sent to it."""
FAULTS: dict[str, Fault] = {
    mode.name: mode.fault
    for mode in MODES
    if mode.believes is not Believes.EITHER and not any(word in mode.name for word in UNFIT)
} | {"ok": ok, "all_failed": all_failed, "first_failed": partial(failed, shape="list")}
STATUSES = ("INITIALIZED", "IN_PROGRESS", "DELIVERED")
MARK = "statusDescription"
"""The field that tells one text of an order from the next, for the ledger's sake."""


def limits(batch: int, in_flight: int = 1) -> Limits:
    return Limits(
        first_batch=batch, batch_limit=batch, offline_patience=3600, wait_patience=10**6, in_flight=in_flight
    )


class Sending(RuleBasedStateMachine):
    """One workspace, one server, one user, and the model."""

    figures: ClassVar[Counter[str]] = Counter()

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.clock = FakeClock()
        self.server = FaultServer(clock=self.clock.monotonic).start()
        self.shop = Shop(self.folder / "shop", self.server.url, self.clock)
        self.model = Model()
        self.order_ids: dict[str, int] = {}
        self.marks = 0
        self.read = 0  # how much of the ledger the model has seen
        self.backup: tuple[Path, Known, dict[str, int]] | None = None
        self.figures["examples"] += 1

    def teardown(self) -> None:
        self.server.stop()
        self.shop.close()
        shutil.rmtree(self.folder)
        self.figures["requests"] += len(self.server.ledger.requests)
        self.figures["orders"] += len(self.order_ids)
        assert self.server.errors == []

    # -- writing

    @initialize(count=st.integers(1, 6))
    def begin(self, count: int) -> None:
        for _ in range(count):
            self.new_order("INITIALIZED", is_queued=True)

    @rule(status=st.sampled_from(STATUSES), is_queued=st.booleans())
    def new_order(self, status: str, is_queued: bool) -> None:
        name = f"A{len(self.model.known.texts)}"
        self._write(name, status)
        if is_queued:
            self._queue(name)

    @precondition(lambda self: self.order_ids)
    @rule(data=st.data(), status=st.sampled_from(STATUSES), is_queued=st.booleans())
    def edit(self, data: st.DataObject, status: str, is_queued: bool) -> None:
        name = self._some_order(data)
        self._write(name, status)
        if is_queued:
            self._queue(name)

    @precondition(lambda self: self.order_ids)
    @rule(data=st.data())
    def queue(self, data: st.DataObject) -> None:
        """As it stands: a text that has been sent before may be sent again, as a new revision."""
        self._queue(self._some_order(data))

    @precondition(lambda self: self.order_ids)
    @rule(data=st.data(), everything=st.booleans())
    def withdraw(self, data: st.DataObject, everything: bool) -> None:
        name = None if everything else self._some_order(data)
        ids = None if name is None else [self.order_ids[name]]
        taken = self.shop.workspace.revisions.withdraw(ids, self.clock.now())
        assert set(taken) == {self.order_ids[each] for each in self.model.withdraw(name)}

    # -- sending

    @rule(
        script=st.lists(st.sampled_from(sorted(FAULTS)), max_size=4),
        batch=st.sampled_from([1, 2, 5]),
        in_flight=st.sampled_from([1, 1, 3]),
        bad=st.sampled_from([(), (), ("A1",), ("A0", "A2")]),
    )
    def send(self, script: list[str], batch: int, in_flight: int, bad: tuple[str, ...]) -> None:
        self.server.script = [FAULTS[name] for name in script]
        self.server.default = partial(picky, bad=frozenset(bad)) if bad else ok
        report = self.shop.send(limits=limits(batch, in_flight), total=5)
        self.server.script, self.server.default = [], ok
        self._follow_ledger()
        if report.stopped is None:
            left = [key for key, state in self.model.states().items() if state is State.QUEUED]
            assert all(self.model.is_stuck(key) for key in left), (
                f"{left} wait although nothing stopped the run"
            )
        else:
            assert str(report.stopped)

    @rule(batch=st.integers(1, 4), times=st.integers(1, 2))
    def send_into_doubt(self, batch: int, times: int) -> None:
        """What makes most of the trouble, more often than chance would bring it."""
        self.server.script = [FAULTS["close_without_reply_applied"]] * times
        self.shop.send(limits=limits(batch), total=5)
        self.server.script = []
        self._follow_ledger()

    @rule(status=st.sampled_from(STATUSES))
    def send_only(self, status: str) -> None:
        """Only one status now; an older revision with another one is not overtaken, it keeps the newer one back."""
        self.shop.send(limits=limits(5), statuses=frozenset([Status(status)]))
        fresh = self.server.ledger.requests[self.read :]
        assert {each["status"] for request in fresh for each in request.orders} <= {status}
        self._follow_ledger()

    @rule(was_taken=st.booleans(), batch=st.integers(1, 4))
    def give_up(self, was_taken: bool, batch: int) -> None:
        """The user ends the program without waiting for the answer."""
        self.server.script = [partial(give_up, shop=self.shop, was_taken=was_taken)]
        report = self.shop.send(limits=limits(batch))
        self.server.script = []
        self._follow_ledger()
        if report.run_id is not None:  # else there was nothing to send
            left = [state for state in self.model.states().values() if state in WAITING]
            assert report.waiting == len(left)

    @rule(was_taken=st.booleans(), batch=st.integers(1, 4))
    def crash(self, was_taken: bool, batch: int) -> None:
        """The program dies between the commit of a batch and its answer; the server may have taken it."""
        workspace, now = self.shop.workspace, self.clock.now()
        run = workspace.runs.start(self.shop.account.id, now)
        claimed = workspace.outbox.claim(
            self.shop.account.id, run.id, batch, 10**6, now, now + timedelta(seconds=120)
        )
        if claimed is not None and was_taken:
            request = Request(complete=True, at=self.clock.monotonic(), fault=None)
            request.orders = json.loads(b"[%b]" % claimed.bodies)
            request.ids = [member.external_order_id for member in claimed.members]
            self.server.ledger.requests.append(request)
            self.server.ledger.apply(request)
            self.read += 1
        self.shop.close()
        self.clock.passed += 600
        self._open()
        lost = self.shop.workspace.outbox.recover(self.clock.now())
        members = [] if claimed is None else json.loads(b"[%b]" % claimed.bodies)
        assert lost == len(members)
        self.model.died([(each["externalOrderId"], each[MARK]) for each in members])

    @rule()
    def time_passes(self) -> None:
        self.clock.passed += 90

    # -- deciding

    @precondition(lambda self: self.model.doubtful())
    @rule(data=st.data(), again=st.booleans())
    def decide(self, data: st.DataObject, again: bool) -> None:
        doubtful = self.model.doubtful()
        chosen = data.draw(st.sets(st.sampled_from(doubtful), min_size=1) | st.just(set(doubtful)))
        expected = self.model.send_again(chosen) if again else self.model.assume_accepted(chosen)
        decision = "send_again" if again else "accepted"
        assert self.shop.workspace.batches.resolve(chosen, decision, self.clock.now()) == expected  # type: ignore[arg-type]

    @precondition(lambda self: self.model.doubtful())
    @rule(minutes=st.sampled_from([2, 30]))
    def policy(self, minutes: int) -> None:
        """The user has said once: whatever is in doubt goes again after a while."""
        workspace = self.shop.workspace
        account = workspace.accounts.by_id(self.shop.account.id)
        workspace.accounts.update(replace(account, repeat_policy="send_again", repeat_after=minutes))
        count = workspace.batches.repeat_by_policy(self.clock.now())
        again = {
            each.id
            for each in self.shop.revisions()
            if each.state is State.QUEUED and self.model.known.revisions[each.id].state is State.UNCONFIRMED
        }
        assert self.model.send_again(again) == count == len(again)
        workspace.accounts.update(account)

    @rule()
    def back_up(self) -> None:
        self.clock.passed += 1
        path = self.shop.workspace.backups.make("person", self.clock.now())
        self.backup = (path, self.model.snapshot(), dict(self.order_ids))

    @precondition(lambda self: self.backup is not None)
    @rule(is_open=st.booleans())
    def restore(self, is_open: bool) -> None:
        """What was written since is gone by the user's own wish; nothing unsent may go out unasked."""
        assert self.backup is not None
        path, known, order_ids = self.backup
        self.clock.passed += 1
        if is_open:
            self.shop.workspace.backups.restore(path, self.clock.now())
        else:
            self.shop.close()
            restore_workspace(self.folder / "shop", path, self.clock.now())
            self._open()
        self.model.restore(known)
        self.order_ids = dict(order_ids)

    @rule()
    def release(self) -> None:
        assert self.shop.workspace.revisions.release_held(self.clock.now()) == self.model.release()

    # -- what must hold after every step

    @invariant()
    def every_revision_is_in_the_one_state_that_the_model_says(self) -> None:
        self.figures["steps"] += 1
        assert {each.id: each.state for each in self.shop.revisions()} == self.model.states()

    @invariant()
    def no_event_is_raised_more_often_than_the_user_asked_for(self) -> None:
        for event, times in self.server.ledger.events.items():
            assert times <= self.model.asked[event], f"{event} was raised {times} times"

    @invariant()
    def every_balance_closes_and_the_workspace_is_sound(self) -> None:
        workspace = self.shop.workspace
        for record in workspace.runs.list(limit=3):
            assert record.balance.closes
            assert workspace.runs.recompute(record.id) == record.balance
        assert workspace.check().problems == ()

    # -- helpers

    def _some_order(self, data: st.DataObject) -> str:
        return str(data.draw(st.sampled_from(sorted(self.order_ids))))

    def _open(self) -> None:
        self.shop = Shop(self.folder / "shop", self.server.url, self.clock)

    def _draft(self, name: str):
        status, mark = self.model.known.texts[name]
        draft = order(int(name[1:]), status, **{MARK: mark})
        return draft, check_draft(draft, RULES, self.clock.now())

    def _write(self, name: str, status: str) -> None:
        self.marks += 1
        self.model.write(name, status, str(self.marks))
        draft, checked = self._draft(name)
        item = SaveItem(
            draft, summarise(draft, checked, RULES), State.READY, order_id=self.order_ids.get(name)
        )
        (self.order_ids[name],) = self.shop.workspace.orders.save_many([item], now=self.clock.now())

    def _queue(self, name: str) -> None:
        draft, checked = self._draft(name)
        assert checked.order is not None
        item = QueueItem(
            self.order_ids[name],
            order_json(checked.order).encode(),
            draft.get("status"),
            name,
            draft.get("email"),
        )
        may = self.model.may_queue(name)
        (made,) = self.shop.workspace.revisions.queue_many([item], self.clock.now())
        assert (made is not None) == may
        if made is not None:
            self.model.queue(name, made)

    def _follow_ledger(self) -> None:
        """Tell the model what the server has seen since."""
        fresh = [each for each in self.server.ledger.requests[self.read :] if each.complete]
        self.read = len(self.server.ledger.requests)
        for request in fresh:
            self.model.request(request)
        self.model.settle({each.id: each.state for each in self.shop.revisions()})


def give_up(connection: Connection, shop: Shop, was_taken: bool) -> None:
    """The request is read, and perhaps taken; then the user has had enough."""
    connection.read()
    if was_taken:
        connection.apply()
    assert shop.last_sender is not None
    shop.last_sender.abandon()
    connection.hang()


TestSending = Sending.TestCase
TestSending.settings = settings(
    max_examples=50,
    stateful_step_count=16,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
TestSending.pytestmark = [pytest.mark.slow]
