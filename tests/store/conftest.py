"""A shop for the tests: a real workspace in a temporary folder, a clock that is told the time, short ways to act."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

import pytest

from ordermanager.domain.draft import OrderDraft
from ordermanager.domain.insights.insights import NEVER, recency_bounds
from ordermanager.domain.sentences import Sentence
from ordermanager.domain.states import State
from ordermanager.domain.statuses import Status
from ordermanager.domain.summary import Summary
from ordermanager.store.database.sqlite import Database
from ordermanager.store.orders.records import SaveItem
from ordermanager.store.outbox.records import AttemptResult, ClaimedBatch, Fate, Outcomes, QueueItem
from ordermanager.store.outbox.recovery import hold_after_restore
from ordermanager.store.records import AccountRecord
from ordermanager.store.times import to_text
from ordermanager.store.workspace import Workspace
from tests import windows_rules

START = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


KYIV = timezone(timedelta(hours=2))
HELD = Sentence("Held because {why}", {"why": "of a test"})


def _body(draft: OrderDraft) -> bytes:
    """What would be sent of it: numbers as numbers, and the date as the shop's clock shows it."""
    order: dict[str, object] = dict(draft.fields)
    if order["totalCost"]:
        order["totalCost"] = float(draft.fields["totalCost"])
    else:
        del order["totalCost"]
    date = draft.fields.get("date", "2026-11-23T12:00:00Z")
    if date:
        order["date"] = datetime.fromisoformat(date).astimezone(KYIV).isoformat()
    return json.dumps({"currency": "UAH"} | order).encode()


class _TakenBackError(Exception):
    """Ends a transaction that is not to be kept."""


class Shop:
    """Works with one workspace the way services and the sender do."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.now = START

    def tick(self, seconds: float = 1) -> datetime:
        self.now += timedelta(seconds=seconds)
        return self.now

    def item(self, external_id: str, order_id: int | None = None, **fields: str) -> SaveItem:
        state = State(fields.pop("state", "ready"))
        attention = fields.pop("attention", "") == "yes"
        total = fields.get("totalCost", "10.50")
        texts = {"externalOrderId": external_id, "status": "INITIALIZED", "totalCost": total, **fields}
        draft = OrderDraft({name: text for name, text in texts.items() if name != "search"})
        name = f"{fields.get('firstName', '')} {fields.get('lastName', '')}".strip()
        words = [
            external_id,
            fields.get("email", ""),
            fields.get("phone", ""),
            name,
            fields.get("search", ""),
        ]
        summary = Summary(
            external_order_id=external_id,
            status=texts["status"],
            date=fields.get("date", "2026-11-23T12:00:00Z"),
            total=Decimal(total) if total else None,
            currency=fields.get("currency", "UAH"),
            email=fields.get("email", ""),
            phone=fields.get("phone", ""),
            name=name,
            external_customer_id=fields.get("externalCustomerId", ""),
            item_count=len(draft.items),
            errors=0 if state is State.READY else 1,
            warnings=0,
            first_finding="" if state is State.READY else "required",
            search_text=" ".join(words).lower(),
        )
        return SaveItem(draft, summary, state, (), attention, order_id)

    def order(self, external_id: str, order_id: int | None = None, **fields: str) -> int:
        item = self.item(external_id, order_id, **fields)
        return self.workspace.orders.save_many([item], now=self.tick(), origin="hand")[0]

    def queue_item(self, order_id: int, body: bytes = b"") -> QueueItem:
        record = self.workspace.orders.get(order_id)
        row = record.row
        return QueueItem(
            order_id=order_id,
            body=body or _body(record.draft),
            status=row.status,
            external_order_id=row.external_order_id,
            email=row.email,
            phone=row.phone,
            external_customer_id=row.external_customer_id,
            draft_hash=record.draft_hash,
        )

    def queue(self, *order_ids: int) -> list[int | None]:
        return self.workspace.revisions.queue_many([self.queue_item(each) for each in order_ids], self.tick())

    def queued(self, external_id: str, status: Status = Status.INITIALIZED, **fields: str) -> int:
        """A new order that is queued; its revision."""
        (revision_id,) = self.queue(self.order(external_id, status=status, **fields))
        assert revision_id is not None
        return revision_id

    def account(self, name: str = "Main", *, is_sandbox: bool = True) -> int:
        known = {account.name: account.id for account in self.workspace.accounts.list()}
        record = AccountRecord(name, "https://example.invalid/api", is_sandbox=is_sandbox)
        return known.get(name) or self.workspace.accounts.add(record, self.now).id

    def run(self, account: str = "Main") -> int:
        return self.workspace.runs.start(self.account(account), self.tick()).id

    def claim(
        self, run_id: int, limit: int = 1000, max_bytes: int = 10_000_000, account: str = "Main", **choice
    ) -> ClaimedBatch | None:
        now = self.tick()
        deadline = now + timedelta(seconds=120)
        return self.workspace.outbox.claim(
            self.account(account), run_id, limit, max_bytes, now, deadline, **choice
        )

    def answer(self, batch: ClaimedBatch, state: State, not_before: datetime | None = None, **how) -> None:
        """The same outcome for every member."""
        reason = None if state is State.ACCEPTED else Sentence("The server said {text}", {"text": "so"})
        outcomes = Outcomes(Fate(state, reason, not_before))
        result = AttemptResult("complete", how.pop("http_status", 200), answer="{}", elapsed=0.5)
        self.workspace.outbox.record_outcome(
            batch.batch_id, batch.attempt_id, result, outcomes, now=self.tick(), **how
        )

    def send_all(self, state: State = State.ACCEPTED, account: str = "Main") -> None:
        """One run in which every order has this outcome."""
        run_id = self.run(account)
        while batch := self.claim(run_id, account=account):
            self.answer(batch, state)
        self.workspace.runs.finish(run_id, None, self.tick())

    @contextmanager
    def taken_back(self) -> Iterator[Database]:
        """A transaction that fails at its end."""
        with suppress(_TakenBackError), self.workspace.write() as database:
            yield database
            raise _TakenBackError

    def hold(self) -> None:
        """As after going back to a backup."""
        with self.workspace.write() as database:
            hold_after_restore(database, HELD, to_text(self.tick()))

    def state(self, order_id: int) -> State:
        return self.workspace.orders.get(order_id).state


@contextmanager
def temporary_shop() -> Iterator[Shop]:
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace.create_or_open(Path(folder) / "shop")
        try:
            yield Shop(workspace)
        finally:
            workspace.close()


@pytest.fixture(autouse=True)
def _files_as_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    windows_rules.obey(monkeypatch)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "shop"


@pytest.fixture
def workspace(folder: Path) -> Iterator[Workspace]:
    workspace = Workspace.create_or_open(folder)
    yield workspace
    assert workspace.check().problems == ()
    workspace.close()


@pytest.fixture
def shop(workspace: Workspace) -> Shop:
    return Shop(workspace)


@pytest.fixture(scope="session")
def new_shop():
    """Makes a fresh shop for each example of a property."""
    return temporary_shop


def recency_of(last_sale: datetime | None, now: datetime) -> int:
    """The column of a customer; one whose last sale lies in the future is in the first."""
    if last_sale is None:
        return NEVER
    return sum(last_sale < bound for bound in recency_bounds(now))
