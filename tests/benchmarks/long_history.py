"""A workspace with a long history, made once and kept in the temporary folder: each event with its whole proof."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from ordermanager.domain.draft import OrderDraft
from ordermanager.domain.states import State
from ordermanager.domain.summary import Summary
from ordermanager.store.database.migrate import known_migrations
from ordermanager.store.orders.records import SaveItem
from ordermanager.store.records import AccountRecord
from ordermanager.store.times import to_text
from ordermanager.store.workspace import Workspace

BATCH = 1000
BATCHES_A_RUN = 10
BEGIN = datetime(2024, 1, 1, tzinfo=UTC)
STATUSES = ("INITIALIZED", "IN_PROGRESS", "DELIVERED", "CANCELLED")
NAMES = ("Olena Shevchenko", "Ivan Franko", "Lesia Ukrainka", "Taras Koval", "Anna Bondar", "Petro Kravets")
_PART = 20_000


def long_history(events: int) -> Path:
    """The folder of a workspace with so many events, one for each order; made anew where the schema is another."""
    version = len(known_migrations())
    folder = Path(tempfile.gettempdir()) / f"ordermanager-history-{events}-{version}"
    if not (folder / "done").exists():
        shutil.rmtree(folder, ignore_errors=True)
        workspace = Workspace.create_or_open(folder)
        _fill(workspace, events)
        workspace.close()
        (folder / "done").touch()
    return folder


def _fill(workspace: Workspace, events: int) -> None:
    for name in ("Shop", "Outlet"):
        workspace.accounts.add(AccountRecord(name, "https://example.invalid/api"), BEGIN)
    for first in range(1, events + 1, _PART):
        numbers = range(first, min(first + _PART, events + 1))
        workspace.orders.save_many([_item(number) for number in numbers], now=BEGIN)
    with workspace.reader().bulk(), workspace.write() as database:
        batches = -(-events // BATCH)
        runs = -(-batches // BATCHES_A_RUN)
        database.many(
            "INSERT INTO runs (id, account_id, started_at, finished_at, first_change, last_change, total, accepted,"
            " waiting) VALUES (?, ?, ?, ?, 0, 0, 0, 0, 0)",
            ((run, 1 + run % 2, _at(run * 10_000), _at(run * 10_000)) for run in range(1, runs + 1)),
        )
        database.many(
            "INSERT INTO batches (id, account_id, run_id, created_at, size, fingerprint, orders, first_revision,"
            " last_revision) VALUES (?, ?, ?, ?, 100000, x'00', ?, ?, ?)",
            (
                (each, 1 + _run(each) % 2, _run(each), _at(each * BATCH), *_members(each, events))
                for each in range(1, batches + 1)
            ),
        )
        database.many(
            "INSERT INTO attempts (batch_id, started_at, deadline, finished_at, sent, http_status, answer)"
            " VALUES (?, ?, ?, ?, 'complete', 200, '{}')",
            ((each, *(_at(each * BATCH),) * 3) for each in range(1, batches + 1)),
        )
        rows = [_revision(number) for number in range(1, events + 1)]
        database.many(
            "INSERT INTO revisions (id, order_id, number, state, external_order_id, status, size, queued_at, state_at,"
            " batch_id) VALUES (?, ?, 1, ?, ?, ?, 300, ?, ?, ?)",
            (
                (r["id"], r["id"], r["state"], r["key"], r["status"], r["at"], r["at"], r["batch"])
                for r in rows
            ),
        )
        database.many(
            "INSERT INTO revision_bodies VALUES (?, ?, x'00', ?, ?, '', ?)",
            ((r["id"], hashlib.sha256(r["body"]).digest(), r["email"], r["phone"], r["body"]) for r in rows),
        )
        database.many(
            "INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, 0)",
            ((r["id"], 1 + _run(r["batch"]) % 2, r["batch"], r["at"], r["state"], r["status"]) for r in rows),
        )


def _at(number: int) -> str:
    return to_text(BEGIN + timedelta(seconds=number * 60))


def _run(batch: int) -> int:
    return 1 + (batch - 1) // BATCHES_A_RUN


def _members(batch: int, events: int) -> tuple[int, int, int]:
    """How many a batch has, the first and the last."""
    first, last = 1 + (batch - 1) * BATCH, min(batch * BATCH, events)
    return last - first + 1, first, last


def _person(number: int) -> tuple[str, str, str]:
    return f"person{number // 2}@example.com", f"38067{number // 2:07}", NAMES[number % len(NAMES)]


def _revision(number: int) -> dict[str, Any]:
    """One event in a thousand was refused, one in five thousand is in doubt."""
    email, phone, _ = _person(number)
    key = f"B-{number:07}"
    body = f'{{"externalOrderId":"{key}","totalCost":{number % 900}.50,"email":"{email}","phone":"{phone}"}}'
    state = "unconfirmed" if number % 5000 == 7 else "rejected" if number % 1000 == 5 else "accepted"
    status = "ABANDONED_SHOPPING_CART" if number % 10_000 == 3 else STATUSES[number % 4]
    return {
        "id": number,
        "batch": 1 + (number - 1) // BATCH,
        "key": key,
        "state": state,
        "status": status,
        "at": _at(number),
        "email": email,
        "phone": phone,
        "body": body.encode(),
    }


def _item(number: int) -> SaveItem:
    email, phone, name = _person(number)
    key = f"B-{number:07}"
    draft = OrderDraft({"externalOrderId": key, "email": email, "phone": phone})
    words = f"{key} {email} {phone} {phone[2:]} {phone[3:]} {name}".lower()
    summary = Summary(
        external_order_id=key, status=STATUSES[number % 4], date="2026-11-23T12:00:00Z", total=Decimal("10.50"),
        currency="UAH", email=email, phone=phone, name=name, external_customer_id="", item_count=0, errors=0,
        warnings=0, first_finding="", search_text=words,
    )  # fmt: skip
    return SaveItem(draft, summary, State.READY)


def first_words() -> Iterator[tuple[str, str]]:
    """What a support person types, from one hit to a sixth of all: (what it is, text)."""
    yield "one order's ID", "B-0123456"
    yield "a phone in another notation", "067 006 17 28"
    yield "an e-mail", "person61728@example.com"
    yield "a name that a sixth of all orders have", "shevchenko"
    yield "a letter that everything begins with", "b"
    yield "the beginning of a tenth of all IDs, none of them new", "B-01"
    yield "the beginning of e-mails, none of them new", "person6"
    yield "the beginning of phones, none of them new", "067 006"
