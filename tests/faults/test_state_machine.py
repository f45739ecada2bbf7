"""A search for a sequence of {write, edit, queue, withdraw, send, crash, decide, restore} that loses or doubles events.

The model knows nothing of the program's tables: it holds which revisions were made, and which of them the user
knows may have been sent more than once. What the server has taken is the server's own ledger.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from ordermanager.domain.body import order_json
from ordermanager.domain.checks import check_draft
from ordermanager.domain.states import State
from ordermanager.domain.summary import summarise
from ordermanager.sending.sender import Limits
from ordermanager.store import QueueItem, SaveItem, restore_workspace
from tests.faults.modes import MODES
from tests.faults.server import FaultServer, Request, ok
from tests.faults.shop import RULES, FakeClock, Shop, order

SLOW = ("hang", "drip", "endless", "huge", "header", "100")
FAULTS = {"ok": ok} | {mode.name: mode.fault for mode in MODES if not any(word in mode.name for word in SLOW)}
STATUSES = ("INITIALIZED", "IN_PROGRESS", "DELIVERED", "CANCELLED")
EXAMPLES = int(os.environ.get("ORDERMANAGER_SOAK_EXAMPLES", "25"))
MARK = "statusDescription"
"""The field that carries the number of the edit, so that the ledger tells revisions of one order apart."""


class Sending(RuleBasedStateMachine):
    """One workspace, one server, one user."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.clock = FakeClock()
        self.server = FaultServer(clock=self.clock.monotonic).start()
        self.shop = Shop(self.folder / "shop", self.server.url, self.clock)
        self.order_ids: dict[str, int] = {}
        self.edits = 0
        self.made: set[tuple[str, str]] = set()  # (externalOrderId, mark) of every revision
        self.allowed: Counter[tuple[str, str]] = Counter()  # how often more than once the user has agreed to
        self.assumed: set[tuple[str, str]] = set()
        self.backup: tuple[Path, dict[str, int]] | None = None

    def teardown(self) -> None:
        self.server.stop()
        self.shop.close()
        shutil.rmtree(self.folder)
        assert self.server.errors == []

    # -- what a user does

    @initialize(count=st.integers(1, 6))
    def begin(self, count: int) -> None:
        for _ in range(count):
            self.write("INITIALIZED")

    @rule(status=st.sampled_from(STATUSES))
    def write(self, status: str) -> None:
        name = f"A{len(self.order_ids)}"
        self.order_ids[name] = 0
        self._queue(name, status)

    @precondition(lambda self: self.order_ids)
    @rule(data=st.data(), status=st.sampled_from(STATUSES))
    def edit_and_queue(self, data: st.DataObject, status: str) -> None:
        self._queue(data.draw(st.sampled_from(sorted(self.order_ids))), status)

    @rule(everything=st.booleans(), data=st.data())
    def withdraw(self, everything: bool, data: st.DataObject) -> None:
        ids = None if everything else [self.order_ids[data.draw(st.sampled_from(sorted(self.order_ids)))]]
        self.shop.workspace.revisions.withdraw(ids, self.clock.now())

    @rule(
        script=st.lists(st.sampled_from(sorted(FAULTS)), max_size=4),
        batch=st.sampled_from([1, 2, 5]),
        in_flight=st.sampled_from([1, 1, 3]),
    )
    def send(self, script: list[str], batch: int, in_flight: int) -> None:
        self.server.script = [FAULTS[name] for name in script]
        limits = Limits(
            first_batch=batch,
            batch_limit=batch,
            offline_patience=3600,
            wait_patience=10**6,
            in_flight=in_flight,
        )
        self.shop.send(limits=limits, total=5)
        self.server.script = []

    @rule(was_taken=st.booleans(), batch=st.integers(1, 4))
    def crash_with_a_request_on_its_way(self, was_taken: bool, batch: int) -> None:
        """The program dies between the commit of a batch and its answer; the server may have taken it."""
        workspace, now = self.shop.workspace, self.clock.now()
        run = workspace.runs.start(self.shop.account.id, now)
        claimed = workspace.outbox.claim(
            self.shop.account.id, run.id, batch, 10**6, now, now + timedelta(seconds=120)
        )
        if claimed is None:
            workspace.runs.finish(run.id, None, now)
            return
        if was_taken:
            request = Request(complete=True, at=self.clock.monotonic())
            request.orders = [json.loads(member.body) for member in claimed.members]
            self.server.ledger.requests.append(request)
            self.server.ledger.apply(request)
        self.shop.close()
        self.clock.passed += 600
        self._open()
        self.shop.workspace.outbox.recover(self.clock.now())

    @rule(decision=st.sampled_from(["send_again", "accepted"]), just_one=st.booleans())
    def decide(self, decision: Literal["send_again", "accepted"], just_one: bool) -> None:
        doubtful = [each for each in self.shop.revisions() if each.state is State.UNCONFIRMED]
        chosen = doubtful[:1] if just_one else doubtful
        for revision in chosen:
            key = (revision.external_order_id, self._mark(revision.id))
            if decision == "accepted":
                self.assumed.add(key)
            else:
                self.allowed[key] += 1
        self.shop.workspace.batches.resolve([each.id for each in chosen], decision, self.clock.now())

    @rule()
    def back_up(self) -> None:
        self.clock.passed += 1
        path = self.shop.workspace.backups.make("person", self.clock.now())
        self.backup = (path, dict(self.order_ids))

    @precondition(lambda self: self.backup is not None)
    @rule(release=st.booleans())
    def restore(self, release: bool) -> None:
        """What was written since the backup is gone, by the user's own wish; nothing unsent may go out unasked."""
        assert self.backup is not None
        path, self.order_ids = self.backup
        self.shop.close()
        restore_workspace(self.folder / "shop", path, self.clock.now())
        self._open()
        assert not [each for each in self.shop.revisions() if each.state is State.QUEUED]
        kept = {(each.external_order_id, self._mark(each.id)) for each in self.shop.revisions()}
        self.made = kept
        if release:
            for each in self.shop.revisions():
                if each.state is State.HELD:
                    self.allowed[each.external_order_id, self._mark(each.id)] += 1
            self.shop.workspace.revisions.release_held(self.clock.now())
        self.backup = None

    @rule()
    def time_passes(self) -> None:
        self.clock.passed += 90

    # -- what must hold after every step

    @invariant()
    def every_revision_is_there_once(self) -> None:
        found = [(each.external_order_id, self._mark(each.id)) for each in self.shop.revisions()]
        assert Counter(found) == Counter(self.made)

    @invariant()
    def no_event_is_raised_more_often_than_the_user_knows(self) -> None:
        for key, times in self._applied().items():
            assert times <= 1 + self.allowed[key], f"{key} was taken {times} times"

    @invariant()
    def no_state_is_a_lie(self) -> None:
        applied = self._applied()
        for revision in self.shop.revisions():
            key = (revision.external_order_id, self._mark(revision.id))
            if revision.state is State.ACCEPTED and key not in self.assumed:
                assert applied[key] >= 1, f"{key} is called accepted and never arrived"
            unsent = revision.state in (State.QUEUED, State.WITHDRAWN, State.SUPERSEDED, State.REJECTED)
            if unsent and not self.allowed[key]:
                assert applied[key] == 0, f"{key} is {revision.state} and was taken"
            assert revision.state is not State.SENDING

    @invariant()
    def revisions_of_one_order_never_overtake(self) -> None:
        first: dict[tuple[str, str], int] = {}
        for number, (name, mark) in enumerate(self._arrivals()):
            first.setdefault((name, mark), number)
        by_order: dict[str, list[int]] = {}
        for name, mark in sorted(first, key=lambda key: first[key]):
            by_order.setdefault(name, []).append(int(mark))
        for name, marks in by_order.items():
            if not any(count for (other, _), count in self.allowed.items() if other == name):
                assert marks == sorted(marks), f"{name} arrived in the order {marks}"

    @invariant()
    def every_balance_closes(self) -> None:
        workspace = self.shop.workspace
        for record in workspace.runs.list():
            assert record.balance.closes
            assert workspace.runs.recompute(record.id) == workspace.runs.balance(record.id)

    # -- helpers

    def _open(self) -> None:
        self.shop = Shop(self.folder / "shop", self.server.url, self.clock)

    def _queue(self, name: str, status: str) -> None:
        self.edits += 1
        draft = order(int(name[1:]), status, **{MARK: str(self.edits)})
        checked = check_draft(draft, RULES, self.clock.now())
        assert checked.order is not None
        item = SaveItem(
            draft,
            summarise(draft, checked, RULES),
            State.READY,
            order_id=self.order_ids[name] or None,
        )
        workspace = self.shop.workspace
        (self.order_ids[name],) = workspace.orders.save_many([item], now=self.clock.now())
        body = order_json(checked.order).encode()
        (made,) = workspace.revisions.queue_many(
            [QueueItem(self.order_ids[name], body, status, name, draft.get("email"))], self.clock.now()
        )
        if made is not None:
            self.made.add((name, str(self.edits)))

    def _mark(self, revision_id: int) -> str:
        return str(json.loads(self.shop.workspace.revisions.body(revision_id))[MARK])

    def _arrivals(self) -> list[tuple[str, str]]:
        return [
            (str(each["externalOrderId"]), str(each[MARK]))
            for request in self.server.ledger.requests
            if request.applied
            for each in request.orders
        ]

    def _applied(self) -> Counter[tuple[str, str]]:
        return Counter(self._arrivals())


TestSending = Sending.TestCase
TestSending.settings = settings(
    max_examples=EXAMPLES,
    stateful_step_count=14,
    derandomize="ORDERMANAGER_SOAK_EXAMPLES" not in os.environ,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
TestSending.pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(0 if "ORDERMANAGER_SOAK_EXAMPLES" in os.environ else 120),
]
