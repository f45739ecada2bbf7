"""What is spared for each order that is saved, and that it means what it meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import apsw
import pytest

from ordermanager.store.database.migrate import known_migrations
from ordermanager.store.database.sqlite import connect_in_memory
from ordermanager.store.orders.query import OrderQuery
from ordermanager.store.workspace import Workspace
from tests.store.conftest import Shop

if TYPE_CHECKING:
    from pathlib import Path

    from ordermanager.store.database.sqlite import Database

_TABLES = ("orders", "order_texts", "import_orders", "order_changes", "state_changes")


@pytest.fixture
def table() -> Database:
    database = connect_in_memory()
    database.script("CREATE TABLE pairs (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE)")
    return database


@pytest.mark.parametrize("count", [0, 1, 24, 25, 26, 50, 77])
def test_every_row_is_inserted_in_its_order(table: Database, count: int) -> None:
    rows = [(1000 - number, f"text {number}") for number in range(count)]
    table.insert_rows("INSERT INTO pairs (id, text) VALUES (?, ?)", rows)
    assert table.all("SELECT id, text FROM pairs ORDER BY id DESC") == rows


@pytest.mark.parametrize("wrong", [0, 24, 30, 59])
def test_a_wrong_row_takes_all_rows_of_the_transaction_back(table: Database, wrong: int) -> None:
    rows: list[tuple[int, str | None]] = [(number, f"text {number}") for number in range(60)]
    rows[wrong] = (wrong, None)
    with pytest.raises(apsw.ConstraintError), table.transaction():
        table.insert_rows("INSERT INTO pairs (id, text) VALUES (?, ?)", rows)
    assert table.all("SELECT * FROM pairs") == []


def test_no_list_of_words_is_built_for_a_row(shop: Shop) -> None:
    database = shop.workspace.reader()
    for name in _TABLES:
        columns = [row[1] for row in database.all(f"PRAGMA table_info({name})")]
        insert = f"INSERT INTO {name} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"
        steps = {row[1] for row in database.all(f"EXPLAIN {insert}", [None] * len(columns))}
        assert "Insert" in steps or "IdxInsert" in steps
        assert "OpenEphemeral" not in steps, name


def test_an_earlier_workspace_keeps_its_orders_and_refuses_the_same(tmp_path: Path) -> None:
    earlier = Workspace.create_or_open(tmp_path, migrations=known_migrations()[:14])
    ids = [Shop(earlier).order(f"A-{number}") for number in range(3)]
    earlier.close()
    workspace = Workspace.create_or_open(tmp_path)
    try:
        assert sorted(workspace.orders.ids(OrderQuery())) == ids
        assert workspace.check().problems == ()
        for origin in ("import", "hand", "paste"):
            with workspace.write() as database:
                database.run("UPDATE orders SET origin = ?", (origin,))
        with pytest.raises(apsw.ConstraintError), workspace.write() as database:
            database.run("UPDATE orders SET origin = 'elsewhere'")
        change = "INSERT INTO order_changes (order_id, at, kind) VALUES (?, ?, ?)"
        for kind in ("edited", "imported", "undone", "deleted", "restored"):
            with workspace.write() as database:
                database.run(change, (ids[0], "2026-01-01T00:00:00Z", kind))
        with pytest.raises(apsw.ConstraintError), workspace.write() as database:
            database.run(change, (ids[0], "2026-01-01T00:00:00Z", "forgotten"))
    finally:
        workspace.close()


def test_orders_of_many_transactions_are_found_in_a_search_index_that_was_not_merged(shop: Shop) -> None:
    ids = [shop.order(f"A-{number:02}") for number in range(40)]
    database = shop.workspace.reader()
    parts = database.value("SELECT count(DISTINCT segid) FROM order_search_idx")
    assert parts == len(ids)
    for order_id, number in zip(ids, range(40), strict=True):
        assert list(shop.workspace.orders.ids(OrderQuery(search=f"A-{number:02}"))) == [order_id]
    assert len(shop.workspace.orders.ids(OrderQuery(search="A"))) == len(ids)
