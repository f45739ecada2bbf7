"""Backups: made, proven, rotated, restored; after a restore nothing goes out by itself."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import apsw
import pytest

from ordermanager.domain.states import Folder, State
from ordermanager.store.backups import restore_workspace
from ordermanager.store.database.backup_making import rotate
from ordermanager.store.database.files import backup_file_name, backup_files
from ordermanager.store.errors import WorkspaceDamaged, WorkspaceNewer
from ordermanager.store.orders.query import OrderQuery
from ordermanager.store.workspace import Workspace
from tests.private import is_private


def test_a_backup_holds_everything_and_is_listed(shop):
    shop.order("1")
    path = shop.workspace.backups.make("before import: Ж!", shop.now)
    assert path.name == "orders-20261123T120001000000Z-before-import.db"
    (record,) = shop.workspace.backups.list()
    assert (record.path, record.at, record.reason) == (
        str(path),
        "2026-11-23T12:00:01.000000Z",
        "before-import",
    )
    assert record.size == path.stat().st_size
    copy = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    assert copy.execute("SELECT external_order_id FROM orders").fetchall() == [("1",)]
    copy.close()
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_backup_inside_a_transaction_leaves_nothing_behind(shop, folder):
    with pytest.raises(apsw.SQLError), shop.workspace.write():
        shop.workspace.backups.make("x", shop.now)
    assert list((folder / "backups").iterdir()) == []


def test_the_newest_ten_and_one_a_day_for_two_weeks_stay(shop, folder):
    (folder / "backups").mkdir()
    times = [shop.now - timedelta(days=day, hours=hour) for day in range(30) for hour in range(3)]
    for time in times:
        (folder / "backups" / backup_file_name("x", time)).write_bytes(b"")
    (folder / "backups" / "notes.txt").write_text("not ours")
    gone = rotate(folder)
    kept = backup_files(folder)
    assert len(gone) + len(kept) == len(times)
    names = [path.name[7:15] for path in kept]
    assert names[:10] == ["20261123"] * 3 + ["20261122"] * 3 + ["20261121"] * 3 + ["20261120"]
    assert sorted(set(names), reverse=True) == [f"202611{day:02}" for day in range(23, 9, -1)]
    assert names[10:] == [f"202611{day:02}" for day in range(19, 9, -1)]
    assert kept[-1].name.startswith("orders-20261110T12")  # the newest of its day
    assert (folder / "backups" / "notes.txt").exists()


@pytest.fixture
def busy(shop):
    """A shop with orders in every stage."""
    for state in (State.ACCEPTED, State.REJECTED, State.UNCONFIRMED):
        shop.queued(str(state))
        shop.send_all(state)
    shop.queued("sending")
    run_id = shop.run()
    shop.batch = shop.claim(run_id)
    shop.queued("queued")
    shop.order("ready")
    shop.order("draft", state="draft", attention="yes")
    return shop


def states(workspace):
    rows = workspace.orders.rows(workspace.orders.ids(OrderQuery(sort="created", descending=False)))
    return {row.external_order_id: row.state for row in rows}


HELD = {
    "accepted": State.ACCEPTED,
    "rejected": State.REJECTED,
    "unconfirmed": State.UNCONFIRMED,
    "sending": State.HELD,
    "queued": State.HELD,
    "ready": State.READY,
    "draft": State.DRAFT,
}


def test_restoring_holds_what_was_not_sent(busy):
    path = busy.workspace.backups.make("good", busy.tick())
    content = path.read_bytes()
    busy.answer(busy.batch, State.ACCEPTED)
    busy.order("later")
    busy.workspace.backups.restore(path, busy.tick())
    assert states(busy.workspace) == HELD
    assert busy.claim(busy.run()) is None
    assert busy.workspace.orders.folder_counts()[Folder.OUTBOX] == 2
    run = busy.workspace.runs.list()[1]
    assert run.finished_at
    assert run.balance.closes
    assert path.read_bytes() == content  # the backup itself stays as it was
    before = busy.workspace.backups.list()[0]
    assert before.reason == "before-restore"
    assert busy.workspace.revisions.release_held(busy.tick()) == 2
    assert {path.name for path in busy.workspace.folder.iterdir()} == {
        "backups",
        "orders.db",
        "orders.db-wal",
        "orders.db-shm",
    }


def test_other_connections_see_the_restored_state_whole(busy):
    viewer = Workspace.create_or_open(busy.workspace.folder, read_only=True)
    path = busy.workspace.backups.make("good", busy.tick())
    busy.order("later")
    assert "later" in states(viewer)
    busy.workspace.backups.restore(path, busy.tick())
    assert states(viewer) == HELD
    viewer.close()


def damaged(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 20000)


def other_program(path: Path) -> None:
    path.unlink()
    connection = apsw.Connection(str(path))
    connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.close()


def with_a_trigger(path: Path) -> None:
    connection = apsw.Connection(str(path))
    connection.execute(
        "CREATE TRIGGER sly AFTER INSERT ON orders BEGIN UPDATE accounts SET base_url = 'https://evil.invalid'; END"
    )
    connection.close()


@pytest.mark.parametrize("spoil", [damaged, other_program, with_a_trigger])
def test_what_is_no_backup_of_ours_is_refused_and_nothing_changes(shop, spoil):
    shop.order("1")
    path = shop.workspace.backups.make("good", shop.tick())
    spoil(path)
    shop.order("2")
    with pytest.raises(WorkspaceDamaged):
        shop.workspace.backups.restore(path, shop.tick())
    assert set(states(shop.workspace)) == {"1", "2"}
    assert not list(shop.workspace.folder.glob(".*"))


def test_a_newer_backup_is_refused(shop):
    path = shop.workspace.backups.make("good", shop.tick())
    connection = apsw.Connection(str(path))
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(WorkspaceNewer):
        shop.workspace.backups.restore(path, shop.tick())


def test_an_older_backup_is_brought_up_to_date(folder, tmp_path, shop):
    from ordermanager.store.database.migrate import known_migrations
    from ordermanager.store.database.sqlite import connect

    shop.order("1")
    old = Workspace.create_or_open(tmp_path / "old", migrations=known_migrations()[:2])
    path = old.backups.make("old", shop.now)
    old.close()
    shop.workspace.backups.restore(path, shop.tick())
    assert states(shop.workspace) == {}
    kept = connect(path, read_only=True)
    assert kept.value("PRAGMA user_version") == 2
    kept.close()


def test_restoring_where_the_database_cannot_be_opened(folder):
    workspace = Workspace.create_or_open(folder)
    workspace.settings.put("region", "UA")
    from datetime import UTC, datetime

    now = datetime(2026, 11, 23, tzinfo=UTC)
    path = workspace.backups.make("good", now)
    workspace.close()
    (folder / "orders.db").write_bytes(b"rubbish" * 1000)
    with pytest.raises(WorkspaceDamaged):
        Workspace.create_or_open(folder)
    aside = restore_workspace(folder, path, now)
    assert (aside / "orders.db").read_bytes() == b"rubbish" * 1000
    workspace = Workspace.create_or_open(folder)
    assert workspace.settings.get("region") == "UA"
    assert is_private(folder / "orders.db")
    workspace.close()
    shutil.rmtree(folder / "backups")
    assert Workspace.create_or_open(folder).backups.list() == []
