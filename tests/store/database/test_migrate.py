"""Migrations: from nothing, with a backup, taken back when they fail."""

from __future__ import annotations

import apsw
import pytest

from ordermanager.store.database.migrate import (
    Migration,
    expected_schema,
    known_migrations,
    schema_of,
    schema_version,
)
from ordermanager.store.database.sqlite import connect
from ordermanager.store.errors import WorkspaceNewer
from ordermanager.store.orders.query import OrderQuery
from ordermanager.store.workspace import Workspace
from tests.store.conftest import Shop

KNOWN = known_migrations()
NEXT = KNOWN[-1].version + 1
MORE = (
    *KNOWN,
    Migration(NEXT, "0099_more", "CREATE TABLE more (a TEXT) STRICT; INSERT INTO more VALUES ('new');"),
)


def test_versions_count_from_one_without_gaps():
    assert [migration.version for migration in KNOWN] == list(range(1, NEXT))


def test_from_nothing_step_by_step_gives_the_same_as_at_once(folder, tmp_path):
    for version in range(1, NEXT):
        Workspace.create_or_open(folder, migrations=KNOWN[:version]).close()
    other = Workspace.create_or_open(tmp_path / "other")
    database = connect(folder / "orders.db")
    assert schema_of(database) == schema_of(other.reader()) == expected_schema(KNOWN, NEXT)
    database.close()
    other.close()


def test_a_backup_is_made_before_each_step(folder):
    workspace = Workspace.create_or_open(folder)
    workspace.settings.put("region", "UA")
    workspace.close()
    workspace = Workspace.create_or_open(folder, migrations=MORE)
    assert workspace.reader().value("SELECT a FROM more") == "new"
    assert workspace.settings.get("region") == "UA"
    (backup,) = workspace.backups.list()
    assert backup.reason == "before-0099-more"
    workspace.close()
    before = connect(folder / "backups" / backup.path, read_only=True)
    assert schema_version(before) == NEXT - 1
    assert before.value("SELECT value FROM settings WHERE key = 'region'") == '"UA"'
    before.close()


def test_names_with_an_apostrophe_are_found_after_the_update(folder):
    workspace = Workspace.create_or_open(folder, migrations=KNOWN[:16])
    shop = Shop(workspace)
    first, second, third = (
        shop.order(words, search=words) for words in ("мар'яна коваль", "іван франко", "o’neil")
    )
    workspace.close()
    workspace = Workspace.create_or_open(folder)
    for text, expected in (
        ("Mariana", [first]),
        ("маряна", [first]),
        ("яна", [first]),
        ("oneil", [third]),
        ("франко", [second]),
    ):
        assert list(workspace.order_reads.ids(OrderQuery(search=text))) == expected, text
    words = workspace.reader().value("SELECT words FROM order_texts WHERE order_id = ?", (first,))
    assert words.endswith(" маряна")
    workspace.close()


def test_a_step_that_fails_takes_itself_back(folder):
    Workspace.create_or_open(folder).close()
    sql = "CREATE TABLE more (a TEXT) STRICT; INSERT INTO nowhere VALUES (1);"
    with pytest.raises(apsw.SQLError):
        Workspace.create_or_open(folder, migrations=(*KNOWN, Migration(NEXT, "bad", sql)))
    workspace = Workspace.create_or_open(folder)
    assert schema_version(workspace.reader()) == NEXT - 1
    assert workspace.reader().one("SELECT 1 FROM sqlite_master WHERE name = 'more'") is None
    workspace.close()


def test_a_step_that_breaks_references_takes_itself_back(folder):
    Workspace.create_or_open(folder).close()
    sql = "PRAGMA defer_foreign_keys = ON; INSERT INTO order_texts VALUES (77, '', '', '');"
    with pytest.raises(RuntimeError, match="refer"):
        Workspace.create_or_open(folder, migrations=(*KNOWN, Migration(NEXT, "bad", sql)))


def test_what_a_newer_program_made_is_refused(folder):
    Workspace.create_or_open(folder, migrations=MORE).close()
    with pytest.raises(WorkspaceNewer):
        Workspace.create_or_open(folder)
