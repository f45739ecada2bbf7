"""The check finds what is wrong, and says nothing where nothing is."""

from __future__ import annotations

import apsw
import pytest

from ordermanager.store.check import check_database
from ordermanager.store.orders.query import OrderQuery
from ordermanager.store.workspace import Workspace


@pytest.fixture
def spoilt(new_shop):
    """A shop that nobody checks at the end."""
    with new_shop() as shop:
        order_id = shop.order("1")
        shop.queue(order_id)
        shop.send_all()
        yield shop


def test_a_sound_workspace(spoilt):
    report = spoilt.workspace.check()
    assert report.is_well
    assert report.counts == {
        "orders": 1,
        "order_texts": 1,
        "revisions": 1,
        "revision_bodies": 1,
        "batches": 1,
        "attempts": 1,
        "runs": 1,
        "state_changes": 3,
        "events": 1,
    }


def test_a_workspace_that_is_only_looked_at_can_be_checked(spoilt):
    viewer = Workspace.create_or_open(spoilt.workspace.folder, read_only=True)
    assert viewer.check().is_well
    viewer.close()


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE revision_bodies SET body = x'00'", "revision 1 is damaged"),
        (
            "UPDATE order_texts SET draft = replace(draft, '10.50', '10.51')",
            "text of order number 1 is damaged",
        ),
        ("DELETE FROM order_texts", "text of order number 1 is damaged"),
        (
            "UPDATE orders SET state = 'rejected'; UPDATE order_counts SET orders = name = 'rejected'",
            "another state",
        ),
        ("UPDATE orders SET unconfirmed = 3", "unconfirmed revisions wrongly"),
        ("DELETE FROM events", "something else of revision 1"),
        ("UPDATE events SET kind = 'rejected'", "something else of revision 1"),
        ("UPDATE events SET status = 'DELIVERED'", "something else of revision 1"),
        ("UPDATE events SET batch_id = 7", "something else of revision 1"),
        ("UPDATE events SET account_id = 7", "something else of revision 1"),
        ("UPDATE runs SET total = 2", "balance of sending run 1"),
        ("UPDATE orders SET deleted_at = 'now'", "counts 1 orders but has 0"),
    ],
)
def test_what_is_wrong_is_found(spoilt, statement, said):
    with spoilt.workspace.write() as database:
        database.run("INSERT INTO erasing VALUES ('now')")
        database.script(statement)
        database.run("DELETE FROM erasing")
    problems = [str(problem) for problem in spoilt.workspace.check().problems]
    assert len(problems) == 1
    assert said in problems[0]


def test_rows_without_what_they_refer_to(spoilt):
    spoilt.workspace.reader().run("PRAGMA foreign_keys = OFF")
    with spoilt.workspace.write() as database:
        database.run("INSERT INTO order_texts VALUES (77, '{}', '[]', '')")
    (problem,) = spoilt.workspace.check().problems
    assert "order_texts" in str(problem)


def test_something_on_its_way_without_an_open_attempt(spoilt):
    spoilt.queued("2")
    batch = spoilt.claim(spoilt.run())
    with spoilt.workspace.write() as database:
        database.run("UPDATE attempts SET finished_at = 'now' WHERE id = ?", (batch.attempt_id,))
    (problem,) = spoilt.workspace.check().problems
    assert "Revision 2 is on its way" in str(problem)


def test_a_broken_page(spoilt, tmp_path):
    path = spoilt.workspace.backups.make("x", spoilt.now)
    from ordermanager.store.database.sqlite import connect

    page = spoilt.workspace.reader().value("SELECT rootpage FROM sqlite_master WHERE name = 'orders_changed'")
    database = connect(path, read_only=True)
    page = database.value("SELECT rootpage FROM sqlite_master WHERE name = 'orders_changed'")
    database.close()
    with path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\x0a" + b"\xff" * 40)
    database = connect(path, read_only=True)
    report = check_database(database)
    assert "Restore a backup" in str(report.problems[0])
    assert report.counts == {}
    database.close()


def test_a_broken_search_index_is_made_anew_and_nothing_else_is_touched(spoilt):
    spoilt.workspace.reader().connection.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 0)
    with spoilt.workspace.write() as database:
        database.run("UPDATE order_search_data SET block = x'ff' WHERE id > 100")
    report = spoilt.workspace.check()
    assert [str(problem) for problem in report.problems] == [
        "The search index is damaged; orders may not be found. Repair it."
    ]
    assert (report.is_damaged, report.search_is_damaged) == (False, True)
    spoilt.workspace.rebuild_search()
    assert spoilt.workspace.check().is_well
    assert len(spoilt.workspace.orders.ids(OrderQuery(search="1"))) == 1
