"""Batches that are read ahead while requests are on their way, and claimed one by one."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ordermanager.clock import SystemClock
from ordermanager.domain.draft import OrderDraft
from ordermanager.domain.states import State
from ordermanager.domain.statuses import Status
from ordermanager.domain.summary import Summary
from ordermanager.sending.claiming import Claims
from ordermanager.sending.halving import Isolation
from ordermanager.sending.limits import Limits
from ordermanager.sending.pace import BatchSize
from ordermanager.sending.run_setup import RunSetup
from ordermanager.sending.store_thread import StoreThread
from ordermanager.sending.tactics import Tactics
from ordermanager.store.orders.records import SaveItem
from ordermanager.store.outbox.claims import ALL_QUEUED
from ordermanager.store.outbox.records import ClaimedBatch, QueueItem
from ordermanager.store.records import AccountRecord
from ordermanager.store.workspace import Workspace
from tests.store.waiting import in_states

CLOCK = SystemClock()
LIMITS = Limits(in_flight=4)


class Desk:
    """An outbox of orders, and what claims them."""

    def __init__(self, workspace: Workspace) -> None:
        now = CLOCK.now()
        self.workspace = workspace
        self.tactics = Tactics(BatchSize(2, 2, 10_000), lambda: 0.5)
        account = workspace.accounts.add(AccountRecord("Shop", "https://example.invalid/api"), now)
        self.queue([str(number) for number in range(9)])
        run = workspace.runs.start(account.id, now)
        self.store = StoreThread(workspace)
        setup = RunSetup(workspace, account, run.id, CLOCK, LIMITS, self.tactics, ALL_QUEUED)
        self.claims = Claims(setup, self.store)

    def queue(self, names: list[str]) -> list[int]:
        items = [
            SaveItem(OrderDraft({"externalOrderId": name}), _summary(name), State.READY) for name in names
        ]
        ids = self.workspace.orders.save_many(items, now=CLOCK.now())
        self.workspace.revisions.queue_many(
            [
                QueueItem(order_id, b"{}", "INITIALIZED", name)
                for order_id, name in zip(ids, names, strict=True)
            ],
            CLOCK.now(),
        )
        return ids

    async def next(self, *, ahead: bool = True) -> list[str]:
        return _names(await self.claims.next(may_be_ahead=ahead))

    async def read_ahead(self, batches: int) -> None:
        """Until all of them are there."""
        self.claims.look_ahead(batches)
        await asyncio.gather(*self.claims._ahead.reads)

    def run(self, story: Callable[[Desk], object]) -> None:
        async def whole() -> None:
            try:
                await story(self)  # type: ignore[misc]
            finally:
                await self.claims.close()
                self.store.close()

        asyncio.run(whole())


def _summary(name: str) -> Summary:
    return Summary(
        external_order_id=name, status=Status.INITIALIZED, date="", total=None, currency="", email="", phone="",
        name="", external_customer_id="", item_count=0, errors=0, warnings=0, first_finding="", search_text=name,
    )  # fmt: skip


def _names(batch: ClaimedBatch | None) -> list[str]:
    return [] if batch is None else list(batch.external_order_ids)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    workspace = Workspace.create_or_open(tmp_path)
    yield Desk(workspace)
    workspace.close()


def test_several_batches_read_ahead_come_in_the_order_of_the_queue(desk: Desk) -> None:
    async def story(desk: Desk) -> None:
        assert await desk.next() == ["0", "1"]
        await desk.read_ahead(4)
        assert in_states(desk.workspace)["sending"] == 2  # what is read ahead is not claimed
        assert [await desk.next() for _ in range(3)] == [["2", "3"], ["4", "5"], ["6", "7"]]
        await desk.read_ahead(4)
        assert [await desk.next() for _ in range(2)] == [["8"], []]
        assert in_states(desk.workspace)["sending"] == 9

    desk.run(story)


def test_nothing_is_read_twice_while_it_is_claimed_and_read_on(desk: Desk) -> None:
    async def story(desk: Desk) -> None:
        claimed: list[str] = []
        while names := await desk.next():
            desk.claims.look_ahead(3)
            claimed += names
        assert claimed == [str(number) for number in range(9)]

    desk.run(story)


def test_where_something_waits_again_what_was_read_ahead_is_forgotten(desk: Desk) -> None:
    async def story(desk: Desk) -> None:
        await desk.next()
        await desk.read_ahead(2)
        desk.tactics.size = BatchSize(3, 3, 10_000)
        assert await desk.next() == ["2", "3", "4"]
        await desk.read_ahead(2)
        desk.claims.forget_ahead()
        assert await desk.next() == ["5", "6", "7"]
        await desk.read_ahead(2)
        assert await desk.next(ahead=False) == ["8"]

    desk.run(story)


def test_what_was_taken_back_after_it_was_read_is_not_claimed(desk: Desk) -> None:
    async def story(desk: Desk) -> None:
        await desk.next()
        await desk.read_ahead(3)
        desk.workspace.revisions.withdraw([4, 8], CLOCK.now())  # orders 3 and 7; ids count from 1
        assert [await desk.next() for _ in range(4)] == [["2", "4"], ["5", "6"], ["8"], []]

    desk.run(story)


def test_a_search_asks_no_more_about_what_was_taken_back_of_its_next_group(desk: Desk) -> None:
    async def story(desk: Desk) -> None:
        desk.tactics.search = Isolation.begin((1, 2, 3, 4), "no")
        desk.workspace.revisions.withdraw([2], CLOCK.now())
        assert await desk.next() == ["0"]
        assert desk.tactics.search.next_group == (1,)  # as it is on its way, so that its answer is understood

    desk.run(story)


@pytest.mark.skipif(sys.platform == "win32", reason="a file that is open cannot be moved there")
def test_what_cannot_be_read_ahead_does_not_keep_an_answer_from_being_written(desk: Desk) -> None:
    async def story(desk: Desk) -> None:
        await desk.next()
        path = desk.workspace.path
        path.rename(path.with_suffix(".gone"))  # the thread that reads ahead has not opened it yet
        await desk.read_ahead(2)
        desk.claims.look_ahead(2)
        claim = await desk.claims.following()
        path.with_suffix(".gone").rename(path)
        batch = await desk.store.do(claim)
        desk.claims.claimed(batch)
        assert _names(batch) == ["2", "3"]
        await desk.read_ahead(1)
        assert await desk.next() == ["4", "5"]

    desk.run(story)
