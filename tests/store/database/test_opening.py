"""Opening: new, damaged, missing, foreign, newer, locked and write-protected workspaces."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import apsw
import pytest

from ordermanager.domain.states import Folder
from ordermanager.store.database.file_uri import file_uri
from ordermanager.store.database.migrate import known_migrations
from ordermanager.store.database.sqlite import sqlite_version
from ordermanager.store.errors import (
    WorkspaceDamaged,
    WorkspaceFull,
    WorkspaceLocked,
    WorkspaceNewer,
    WorkspaceReadOnly,
    WorkspaceUnreadable,
)
from ordermanager.store.workspace import Workspace

HEADER = 100
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="permissions are POSIX's")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_new_workspace_has_the_newest_schema_and_no_backups(folder):
    workspace = Workspace.create_or_open(folder)
    assert workspace.path == folder / "orders.db"
    assert workspace.check().schema_version == known_migrations()[-1].version
    assert workspace.check().is_well
    assert workspace.backups.list() == []
    assert workspace.orders.folder_counts() == dict.fromkeys(Folder, 0)
    workspace.close()


def test_sqlite_is_one_that_loses_no_commits():
    assert tuple(int(part) for part in sqlite_version().split(".")) >= (3, 51, 3)


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("trusted_schema", 0),
    ],
)
def test_every_connection_is_set_up_for_safety(workspace, pragma, value):
    assert workspace.reader().value(f"PRAGMA {pragma}") == value


def test_every_table_is_strict(workspace):
    tables = workspace.reader().all("SELECT name, strict FROM pragma_table_list WHERE type = 'table'")
    assert {name for name, strict in tables if not strict and not name.startswith("sqlite_")} == set()


@posix_only
def test_files_are_private_whatever_the_umask(folder, tmp_path):
    before = os.umask(0)
    try:
        workspace = Workspace.create_or_open(folder)
        workspace.settings.put("a", 1)
        backup = workspace.backups.make("test", workspace_time())
        assert mode(folder) == mode(folder / "backups") == 0o700
        files = [path for path in (*folder.iterdir(), backup) if path.is_file()]
        assert {path.name for path in files} > {"orders.db", "orders.db-wal", "orders.db-shm"}
        assert {mode(path) for path in files} == {0o600}
        workspace.close()
    finally:
        os.umask(before)


@posix_only
def test_a_folder_that_was_there_and_is_not_ours_keeps_its_permissions(tmp_path):
    folder = tmp_path / "documents"
    folder.mkdir(mode=0o755)
    folder.chmod(0o755)
    (folder / "letter.txt").write_text("hello")
    Workspace.create_or_open(folder).close()
    assert mode(folder) == 0o755
    assert mode(folder / "orders.db") == 0o600


def test_what_was_stored_is_there_when_opened_again(folder):
    workspace = Workspace.create_or_open(folder)
    workspace.settings.put("region", "UA")
    workspace.close()
    workspace = Workspace.create_or_open(folder)
    assert workspace.settings.get("region") == "UA"
    workspace.close()


def test_a_closed_workspace_is_not_used_by_mistake(folder):
    workspace = Workspace.create_or_open(folder)
    workspace.close()
    with pytest.raises(RuntimeError):
        workspace.settings.get("region")


def overwrite(path: Path, begin: int, data: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(begin)
        file.write(data)


@pytest.mark.parametrize("damage", ["header", "schema", "text", "emptied", "gone"])
def test_damaged_names_the_newest_good_backup_and_touches_nothing(folder, damage):
    workspace = Workspace.create_or_open(folder)
    workspace.settings.put("region", "UA")
    older = workspace.backups.make("older", workspace_time(0))
    newer = workspace.backups.make("newer", workspace_time(1))
    workspace.close()
    overwrite(newer, HEADER, b"\xff" * 5000)
    path = folder / "orders.db"
    match damage:
        case "header":
            overwrite(path, 0, b"rubbish")
        case "schema":
            overwrite(path, HEADER, b"\xff" * 4000)
        case "text":
            path.write_bytes(b"this is not a database at all, but a text of some length" * 100)
        case "emptied":
            path.write_bytes(b"")
        case "gone":
            path.unlink()
    before = path.read_bytes() if path.exists() else None
    with pytest.raises(WorkspaceDamaged) as caught:
        Workspace.create_or_open(folder)
    assert str(older) in str(caught.value)
    assert str(newer) not in str(caught.value)
    assert (path.read_bytes() if path.exists() else None) == before


def test_damaged_without_a_backup_says_so(folder):
    folder.mkdir()
    (folder / "orders.db").write_bytes(b"not a database, and long enough to be taken for one" * 50)
    with pytest.raises(WorkspaceDamaged, match="no backup"):
        Workspace.create_or_open(folder)


def test_damage_that_happens_while_it_is_open_is_a_sentence_too(folder):
    workspace = Workspace.create_or_open(folder)
    workspace.settings.put("region", "UA")
    workspace.release_thread()  # the last connection folds the log in
    size = (folder / "orders.db").stat().st_size
    overwrite(folder / "orders.db", 4096, b"\xff" * (size - 4096))
    with pytest.raises(WorkspaceDamaged, match="A backup can take its place"):
        workspace.settings.get("region")
    workspace.close()


def test_after_a_crash_the_structure_is_looked_at(folder, tmp_path):
    """A log that was left behind means that nobody closed it; a broken page deep inside is found then."""
    workspace = Workspace.create_or_open(folder)
    for number in range(2000):
        workspace.settings.put(f"key {number}", "x" * 100)
    workspace.reader().run("PRAGMA wal_checkpoint(TRUNCATE)")
    workspace.settings.put("one", "more")
    copy = tmp_path / "copy"
    copy.mkdir()
    for name in ("orders.db", "orders.db-wal"):
        (copy / name).write_bytes((folder / name).read_bytes())
    workspace.close()
    size = (copy / "orders.db").stat().st_size
    overwrite(copy / "orders.db", size - 4096 * 3, b"\xff" * 4096)
    with pytest.raises(WorkspaceDamaged):
        Workspace.create_or_open(copy)


def test_another_programs_database_is_left_alone(folder):
    folder.mkdir()
    other = apsw.Connection(str(folder / "orders.db"))
    other.execute("CREATE TABLE recipes (name TEXT)")
    other.close()
    with pytest.raises(WorkspaceUnreadable, match="some other program"):
        Workspace.create_or_open(folder)


def test_newer_schema_is_refused_and_untouched(folder):
    workspace = Workspace.create_or_open(folder)
    newest = known_migrations()[-1].version
    workspace.reader().run(f"PRAGMA user_version = {newest + 1}")
    workspace.close()
    with pytest.raises(WorkspaceNewer, match="newer version"):
        Workspace.create_or_open(folder)
    with pytest.raises(WorkspaceNewer):
        Workspace.create_or_open(folder, read_only=True)
    assert not (folder / "backups").exists()


def test_locked_by_another_program(folder, workspace):
    impatient = Workspace.create_or_open(folder, busy_timeout=0.05)
    other = apsw.Connection(str(folder / "orders.db"))
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(WorkspaceLocked, match="busy"):
        impatient.settings.put("a", 1)
    assert impatient.settings.get("a") is None  # reading goes on
    other.execute("ROLLBACK")
    impatient.settings.put("a", 1)
    assert workspace.settings.get("a") == 1
    other.close()
    impatient.close()


def test_read_only_reads_and_does_not_write(folder, workspace):
    workspace.settings.put("a", 1)
    viewer = Workspace.create_or_open(folder, read_only=True)
    assert viewer.settings.get("a") == 1
    with pytest.raises(WorkspaceReadOnly, match="looked at but not changed"):
        viewer.settings.put("a", 2)
    viewer.close()


def test_read_only_makes_no_workspace(folder):
    with pytest.raises(WorkspaceUnreadable, match="no workspace"):
        Workspace.create_or_open(folder, read_only=True)
    assert not folder.exists()


WRITE_PROTECTED = """
import os, pathlib, sys
import ordermanager.store.check, ordermanager.store.settings  # who becomes nobody may not be let to Python's files
from ordermanager.store.errors import WorkspaceReadOnly
from ordermanager.store.workspace import Workspace
folder = pathlib.Path(sys.argv[1])
folder.as_uri()  # for which pathlib imports more, from Python 3.13 on
if os.geteuid() == 0:
    os.setuid(65534)  # root may write anywhere, so become nobody
try:
    Workspace.create_or_open(folder)
except WorkspaceReadOnly as error:
    print(error)
viewer = Workspace.create_or_open(folder, read_only=True)
print(viewer.settings.get("region"), viewer.check().is_well)
viewer.close()
"""


@posix_only
def test_a_write_protected_folder_can_be_looked_at():
    """With files of another user, as on a shared disk or a stick."""
    with tempfile.TemporaryDirectory() as outer:
        folder = Path(outer) / "shop"
        workspace = Workspace.create_or_open(folder)
        workspace.settings.put("region", "UA")
        workspace.close()
        Path(outer).chmod(0o755)
        folder.chmod(0o555)
        (folder / "orders.db").chmod(0o444)
        command = [sys.executable, "-c", WRITE_PROTECTED, str(folder)]
        said = subprocess.run(command, capture_output=True, text=True, check=False)
        folder.chmod(0o755)
        assert said.stderr == ""
        refusal, seen = said.stdout.splitlines()
        assert "can be looked at but not changed" in refusal
        assert seen == "UA True"


def test_a_full_disk_takes_nothing_away(folder):
    workspace = Workspace.create_or_open(folder)
    workspace.settings.put("region", "UA")
    database = workspace.reader()
    pages = database.value("PRAGMA page_count")
    database.value(f"PRAGMA max_page_count = {pages}")  # SQLite says the same as for a full disk
    with pytest.raises(WorkspaceFull, match="Make some room"):
        workspace.settings.put("large", "x" * 100_000)
    assert (workspace.settings.get("region"), workspace.settings.get("large")) == ("UA", None)
    database.value(f"PRAGMA max_page_count = {pages * 100}")
    workspace.settings.put("large", "x" * 100_000)
    assert workspace.check().is_well
    workspace.close()


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("/home/ann/my shop #1/orders.db", "file:///home/ann/my%20shop%20%231/orders.db?mode=ro"),
        ("C:/shop/orders.db", "file:///C%3A/shop/orders.db?mode=ro"),
        (
            "//server/share/orders.db",
            "file:////server/share/orders.db?mode=ro",
        ),  # no name of a server stands there
    ],
)
def test_what_a_file_is_opened_by_so_that_it_is_only_read(path, uri):
    assert file_uri(path, "mode=ro") == uri


def test_a_file_where_the_folder_should_be(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(WorkspaceUnreadable, match="Choose another folder"):
        Workspace.create_or_open(tmp_path / "file" / "shop")


def workspace_time(seconds: int = 0) -> datetime:
    return datetime(2026, 11, 23, 12, tzinfo=UTC) + timedelta(seconds=seconds)
