"""A workspace from before the history had its own indexes opens, and its history is found as any other."""

from __future__ import annotations

from pathlib import Path

import pytest

from ordermanager.store.database.migrate import known_migrations
from ordermanager.store.history.query import EventFilters, EventQuery
from ordermanager.store.workspace import Workspace

_AT = "2026-11-23T12:00:0{}.000000Z"
_ROWS = """
INSERT INTO accounts (id, name, base_url, is_sandbox, cost_basis, repeat_policy, is_default, created_at)
    VALUES (1, 'Main', 'https://example.invalid/api', 1, 'unit', 'ask', 1, '');
INSERT INTO runs
    (id, account_id, started_at, finished_at, first_change, last_change, total, accepted, rejected, waiting)
    VALUES (1, 1, '', 'x', 0, 0, 2, 1, 1, 0);
INSERT INTO batches VALUES (1, 1, 1, '', 2, 10, x'00');
"""


@pytest.fixture
def old(folder: Path) -> Workspace:
    """Made by the first four steps of the schema, with two orders that were sent."""
    workspace = Workspace.create_or_open(folder, migrations=known_migrations()[:4])
    with workspace.write() as database:
        database.script(_ROWS)
        for number, state in ((1, "accepted"), (2, "rejected")):
            database.run(
                "INSERT INTO orders (id, state, follows, attention, revisions, external_order_id, order_key, status,"
                " date, currency, email, phone, name, name_key, external_customer_id, item_count, errors, warnings,"
                " first_finding, origin, created_at, changed_at, state_at, draft_hash) VALUES (?, ?, ?, 0, 1, ?, ?,"
                " 'DELIVERED', '', 'UAH', '', '', '', '', '', 0, 0, 0, '', 'hand', '', '', '', x'00')",
                (number, state, number, f"A-{number}", f"a-{number:012}"),
            )
            database.run(
                "INSERT INTO revisions (id, order_id, number, state, external_order_id, status, size, queued_at,"
                " state_at, batch_id) VALUES (?, ?, 1, ?, ?, 'DELIVERED', 2, '', '', 1)",
                (number, number, state, f"A-{number}"),
            )
            database.run(
                "INSERT INTO revision_bodies VALUES (?, ?, x'00', ?, '', '', ?)",
                (number, bytes(32), f"p{number}@shop.example", b"{}"),
            )
            database.run("INSERT INTO batch_members VALUES (1, ?)", (number,))
            database.run(
                "INSERT INTO events VALUES (?, 1, 1, ?, ?, 'DELIVERED', ?, ?, '', 0)",
                (number, _AT.format(number), state, f"A-{number}", f"p{number}@shop.example"),
            )
    workspace.close()
    return Workspace.create_or_open(folder)


def test_what_was_there_is_found(old: Workspace) -> None:
    def keys(**query: object) -> list[str]:
        return [row.event_key for row in old.events.rows(old.events.ids(EventQuery(**query)))]  # type: ignore[arg-type]

    assert keys() == ["A-2", "A-1"]
    assert keys(search="P1@shop") == ["A-1"]
    assert keys(sort="email", descending=False) == ["A-1", "A-2"]
    assert keys(filters=EventFilters(kinds=frozenset({"rejected"}))) == ["A-2"]
    assert keys(filters=EventFilters(run_id=1, statuses=frozenset({"DELIVERED"}))) == ["A-2", "A-1"]
    old.close()


def test_where_it_was_sent_is_the_address_that_the_account_had_when_this_was_first_kept(
    old: Workspace,
) -> None:
    assert old.batches.address_of(1) == ("https://example.invalid/api", "")
    with old.write() as database:
        database.run("UPDATE accounts SET base_url = 'http://127.0.0.1:1/api'")
    assert old.batches.address_of(1) == ("https://example.invalid/api", "")
    old.close()
