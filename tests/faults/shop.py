"""A real workspace with queued orders for the tests of sending, a clock that nobody has to wait for, and the audit."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection
from datetime import UTC, datetime, timedelta
from pathlib import Path

from ordermanager.api.client import YespoClient
from ordermanager.domain.body import order_json
from ordermanager.domain.checks.checks import check_draft
from ordermanager.domain.checks.rules import CheckRules
from ordermanager.domain.draft import OrderDraft
from ordermanager.domain.states import State
from ordermanager.domain.statuses import Status
from ordermanager.domain.summary import summarise
from ordermanager.sending.progress import Progress, RunReport
from ordermanager.sending.sender import Limits, Sender
from ordermanager.store.orders.query import OrderQuery
from ordermanager.store.orders.records import SaveItem
from ordermanager.store.outbox.records import QueueItem, RevisionRecord
from ordermanager.store.records import AccountRecord
from ordermanager.store.workspace import Workspace
from tests.faults.server import FaultServer, Ledger
from tests.sending.revision_steps import revision_may_go

START = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
EMAIL_DOMAIN = "canary-customer.example.com"
RULES = CheckRules()


class FakeClock:
    """Time passes only in `sleep`, at once. `on_sleep` sees the seconds first and may act (start the server …).

    `passed` is the true time; the wall clock may be put right or wrong with `shift`.
    """

    def __init__(self, on_sleep: Callable[[float], None] = lambda _: None) -> None:
        self.passed = 0.0
        self.slept: list[float] = []
        self._on_sleep = on_sleep
        self._shifted = timedelta()

    def now(self) -> datetime:
        return START + self._shifted + timedelta(seconds=self.passed)

    def shift(self, jump: timedelta) -> None:
        self._shifted += jump

    def monotonic(self) -> float:
        return self.passed

    async def sleep(self, seconds: float | None, wake: asyncio.Event) -> None:
        if seconds is None:
            await wake.wait()
            return
        self._on_sleep(seconds)
        await asyncio.sleep(0)  # calls from other threads arrive
        if not wake.is_set():
            self.slept.append(seconds)
            self.passed += seconds


def order(number: int, status: str = "INITIALIZED", **fields: str) -> OrderDraft:
    """A complete order; every one has its own customer."""
    return OrderDraft(
        {
            "externalOrderId": f"A{number}",
            "externalCustomerId": f"C{number}",
            "totalCost": f"{number + 10}.50",
            "status": status,
            "date": "2026-11-20T09:30:00+02:00",
            "email": f"buyer{number}@{EMAIL_DOMAIN}",
            "phone": f"38067{number:07d}",
            "currency": "UAH",
            **fields,
        },
        [
            {
                "externalItemId": f"I{number}",
                "name": "Тапки «Хмаринка»",
                "quantity": "1",
                "cost": f"{number + 10}.50",
                "url": "https://shop.example.com/i",
                "imageUrl": "https://shop.example.com/i.png",
            }
        ],
    )


class Shop:
    """A workspace in a folder with one account, and what a user would do with it."""

    def __init__(
        self, folder: Path, url: str, clock: FakeClock | None = None, *, busy_timeout: float = 10.0
    ) -> None:
        self.clock = clock or FakeClock()
        self.workspace = Workspace.create_or_open(folder, busy_timeout=busy_timeout)
        known = self.workspace.accounts.list()
        record = AccountRecord(name="test", base_url=url)
        self.account = known[0] if known else self.workspace.accounts.add(record, self.clock.now())
        self.seen: list[Progress] = []
        self.tell: Callable[[Progress], None] = self.seen.append
        self.last_sender: Sender | None = None
        self.ca: Path | None = None

    def queue(self, drafts: list[OrderDraft]) -> list[int]:
        """Save and queue orders; their revision ids."""
        saved, bodies = [], []
        for draft in drafts:
            checked = check_draft(draft, RULES, self.clock.now())
            assert checked.order is not None, checked.findings
            saved.append(SaveItem(draft, summarise(draft, checked, RULES), State.READY))
            bodies.append(order_json(checked.order).encode())
        ids = self.workspace.orders.save_many(saved, now=self.clock.now())
        items = [
            QueueItem(order_id, body, draft.get("status"), draft.get("externalOrderId"), draft.get("email"))
            for order_id, body, draft in zip(ids, bodies, drafts, strict=True)
        ]
        revisions = self.workspace.revisions.queue_many(items, self.clock.now())
        assert None not in revisions
        return [revision for revision in revisions if revision is not None]

    def change(self, order_id: int, draft: OrderDraft) -> None:
        """Give an order another text and queue it again."""
        body = self.save(order_id, draft)
        item = QueueItem(order_id, body, draft.get("status"), draft.get("externalOrderId"))
        assert self.workspace.revisions.queue_many([item], self.clock.now()) != [None]

    def save(self, order_id: int, draft: OrderDraft) -> bytes:
        """Give an order another text; what would be sent of it."""
        checked = check_draft(draft, RULES, self.clock.now())
        assert checked.order is not None, checked.findings
        saved = SaveItem(draft, summarise(draft, checked, RULES), State.READY, order_id=order_id)
        self.workspace.orders.save_many([saved], now=self.clock.now())
        return order_json(checked.order).encode()

    def fill(self, count: int) -> list[int]:
        """Queue orders A0, A1 …"""
        return self.queue([order(number) for number in range(count)])

    def sender(
        self,
        *,
        total: float = 10.0,
        limits: Limits | None = None,
        stay: bool = False,
        statuses: frozenset[Status] | None = None,
    ) -> Sender:
        """A sender with the real client; `total` is the client's deadline in (real) seconds."""
        self.last_sender = Sender(
            self.workspace,
            self.account,
            lambda: YespoClient(
                self.account.base_url, "secret-key", total=total, connect_timeout=2, ca=self.ca
            ),
            clock=self.clock,
            on_progress=lambda progress: self.tell(progress),
            limits=limits or Limits(offline_patience=600, wait_patience=7200),
            statuses=statuses,
            stay=stay,
            dice=lambda: 0.5,
        )
        return self.last_sender

    def send(
        self,
        *,
        total: float = 10.0,
        limits: Limits | None = None,
        statuses: frozenset[Status] | None = None,
    ) -> RunReport:
        """Send until nothing is due, and check the balance."""
        report = self.sender(total=total, limits=limits, statuses=statuses).run()
        assert report.closes
        if report.run_id is not None:
            assert (
                self.workspace.runs.recompute(report.run_id) == self.workspace.runs.get(report.run_id).balance
            )
        return report

    def states(self) -> dict[str, State]:
        """The state of the newest revision by external id."""
        return {record.external_order_id: record.state for record in self.revisions()}

    def revisions(self) -> list[RevisionRecord]:
        """All revisions, oldest first within an order."""
        found: list[RevisionRecord] = []
        for order_id in self.workspace.orders.ids(OrderQuery()):
            found.extend(self.workspace.revisions.of_order(order_id))
        return found

    def close(self) -> None:
        self.workspace.close()


def audit(shop: Shop, ledger: Ledger, *, decided: int = 0, assumed: Collection[str] = ()) -> None:
    """The server's own account against ours: nothing lost, nothing twice, no false claim, every step a lawful one.

    `decided`: how often the user has sent something in doubt again; `assumed`: what the user has called accepted.
    """
    states = shop.states()
    for name, state in states.items():
        applied = ledger.applied[name]
        assert applied <= 1 + decided, f"{name} was applied {applied} times"
        if state is State.ACCEPTED and name not in assumed:
            assert applied >= 1, f"{name} is called accepted and never arrived"
        if state in (State.QUEUED, State.REJECTED, State.WITHDRAWN) and not decided:
            assert applied == 0, f"{name} is {state} and was applied"
    assert State.SENDING not in states.values()
    assert set(ledger.applied) <= set(states)
    assert shop.workspace.check().problems == ()
    for old, new in shop.workspace.reader().all(
        "SELECT DISTINCT old, new FROM revision_steps WHERE old <> ''"
    ):
        assert revision_may_go(State(old), State(new)), f"{old} -> {new} is not in the table"


def audit_repeats(ledger: Ledger) -> None:
    """No two equal bodies within a minute, by the clock that the server was given; but one whose key or address was
    refused was never looked at."""
    last: dict[str, float] = {}
    for request in ledger.requests:
        if request.complete and not request.turned_away:
            assert request.at - last.get(request.digest, -100.0) >= 60, (
                f"{request.ids[:3]} … came twice within a minute"
            )
            last[request.digest] = request.at


def check(shop: Shop, server: FaultServer, *, decided: int = 0) -> None:
    audit(shop, server.ledger, decided=decided)
    audit_repeats(server.ledger)
