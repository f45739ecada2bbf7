"""The migrations after which a step of a whole batch is one row, and its members are: what was there means the same,
and sending goes on."""

from __future__ import annotations

from pathlib import Path

import pytest

from ordermanager.domain.sentences import Sentence
from ordermanager.domain.states import State
from ordermanager.domain.statuses import Status
from ordermanager.store.database.migrate import known_migrations
from ordermanager.store.database.sqlite import Database
from ordermanager.store.history.query import EventFilters, EventQuery
from ordermanager.store.orders.query import OrderQuery
from ordermanager.store.outbox.records import AttemptResult, Fate, MemberOutcome, Outcomes
from ordermanager.store.search.search import rebuild_index
from ordermanager.store.workspace import Workspace
from tests.store.conftest import Shop

EARLIER = *range(4, 11), 17
"""Until the fifth every revision had a row of its own for every step, until the tenth for every batch; until the
seventeenth every line of the history had a copy of what its revision was sent under."""
_STEPS = "SELECT revision_id, at, old, new, by, batch_id, reason FROM {} ORDER BY id, revision_id"
_SOURCES = {
    "batch_members": "batch_revisions",
    "events": """(SELECT e.*, r.external_order_id AS event_key, t.email, t.phone FROM events e
        JOIN revisions r ON r.id = e.id JOIN revision_bodies t ON t.revision_id = e.id)""",
}
_NOT_COPIED = "sqlite_sequence", "order_search"


def busy_day(shop: Shop) -> None:
    """Orders in every state, one of them sent twice, and a batch on its way when the program died."""
    shop.queue(*(shop.order(f"A{number}", email=f"a{number}@x.example") for number in range(4)))
    run_id = shop.run()
    batch = shop.claim(run_id)
    no = MemberOutcome(batch.members[1].revision_id, State.REJECTED, Sentence("No"))
    shop.workspace.outbox.record_outcome(
        batch.batch_id,
        batch.attempt_id,
        AttemptResult("complete", 200),
        Outcomes(Fate(State.ACCEPTED), (no,)),
        now=shop.tick(),
    )
    shop.queued("doubt")
    shop.answer(shop.claim(run_id), State.UNCONFIRMED)
    again = shop.queued("again")
    shop.answer(shop.claim(run_id), State.QUEUED, http_status=503)
    shop.answer(shop.claim(run_id), State.UNCONFIRMED)
    shop.workspace.runs.finish(run_id, None, shop.tick())
    shop.workspace.batches.resolve([again], "send_again", shop.tick())
    back = shop.order("back")
    shop.queue(back)
    shop.workspace.revisions.withdraw([back], shop.tick())
    shop.queued("waits", Status.DELIVERED)
    shop.claim(shop.run(), limit=1)


def as_it_was(new: Database, old: Database, version: int) -> None:
    """Copy everything into a database of the schema before, a row for each revision in its history of states."""
    with old.transaction():
        tables = [row[0] for row in old.all("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in tables:
            if table.startswith(_NOT_COPIED):
                continue
            columns = ", ".join(row[1] for row in old.all(f"PRAGMA table_info({table})"))
            marks = ", ".join("?" * len(columns.split(", ")))
            old.run("PRAGMA defer_foreign_keys = ON")
            old.run(f"DELETE FROM {table}")
            if table != "state_changes":
                source = _SOURCES.get(table, table)
                if table == "batch_members" and version > 10:  # the rows of batches say it themselves
                    source = table
                old.many(
                    f"INSERT INTO {table} ({columns}) VALUES ({marks})",
                    new.all(f"SELECT {columns} FROM {source}"),
                )
        old.many(
            "INSERT INTO state_changes (revision_id, at, old, new, by, batch_id, reason) VALUES (?, ?, ?, ?, ?, ?, ?)",
            new.all(_STEPS.format("revision_steps")),
        )
        # A run ends at a row of the history, and there are more rows now.
        ends = "(SELECT max(id) FROM state_changes WHERE at <= {})"
        old.run(f"UPDATE runs SET first_change = coalesce({ends.format('started_at')}, 0)")
        old.run(f"UPDATE runs SET last_change = {ends.format('finished_at')} WHERE finished_at <> ''")
        rebuild_index(old)
        if version >= 9:
            return
        # Until step 9 an order's own row said that it was on its way.
        on_their_way = "follows IN (SELECT id FROM revisions WHERE state = 'sending')"
        moved = old.run(f"UPDATE orders SET state = 'sending' WHERE {on_their_way}")
        for name, more in (("queued", -moved), ("sending", moved)):
            old.run("UPDATE order_counts SET orders = orders + ? WHERE name = ?", (more, name))
        assert moved


@pytest.fixture(params=EARLIER)
def migrated(shop: Shop, tmp_path: Path, request: pytest.FixtureRequest):
    busy_day(shop)
    folder = tmp_path / "old"
    before = Workspace.create_or_open(folder, migrations=known_migrations()[: request.param])
    as_it_was(shop.workspace.reader(), before.reader(), request.param)
    assert not before.reader().one("SELECT 1 FROM state_changes WHERE revision_id IS NULL")
    before.close()
    workspace = Workspace.create_or_open(folder)
    yield workspace
    workspace.close()


def test_what_was_there_means_the_same(shop: Shop, migrated: Workspace) -> None:
    new, old = shop.workspace, migrated
    assert old.check().problems == new.check().problems == ()
    assert old.reader().value("PRAGMA integrity_check") == "ok"
    assert old.reader().all(_STEPS.format("revision_steps")) == old.reader().all(
        _STEPS.format("state_changes")
    )
    assert old.runs.recompute_all() == {run.id: run.balance for run in old.runs.list()}
    assert [run.balance for run in old.runs.list()] == [run.balance for run in new.runs.list()]
    for order_id in new.orders.ids(OrderQuery()):
        assert old.history.timeline(order_id) == new.history.timeline(order_id)
        assert old.revisions.of_order(order_id) == new.revisions.of_order(order_id)
    lines = old.events.ids(EventQuery())
    assert lines == new.events.ids(EventQuery())
    assert old.events.rows(lines) == new.events.rows(lines) != []
    members = (
        "SELECT batch_id, revision_id, run_id, account_id FROM batch_revisions ORDER BY batch_id, revision_id"
    )
    assert old.reader().all(members) == new.reader().all(members) != []
    for run in old.runs.list():
        assert old.runs.events_of(run.id) == new.runs.events_of(run.id)
        assert old.runs.lines_of(run.id) == new.runs.lines_of(run.id)
        in_run = EventQuery(filters=EventFilters(run_id=run.id))
        assert old.events.ids(in_run) == new.events.ids(in_run)
    for batch in range(1, 1 + old.reader().value("SELECT max(id) FROM batches")):
        assert old.batches.bodies_of(batch) == new.batches.bodies_of(batch) != []
        in_batch = EventQuery(filters=EventFilters(batch_id=batch))
        assert old.events.ids(in_batch) == new.events.ids(in_batch)
    assert old.batches.unconfirmed_batches() == new.batches.unconfirmed_batches()


def test_it_sends_on_with_one_row_for_a_batch(shop: Shop, migrated: Workspace) -> None:
    old = Shop(migrated)
    old.now = shop.now
    assert migrated.outbox.recover(old.tick()) == 1
    old.queue(*(old.order(f"N{number}") for number in range(50)))
    rows = migrated.reader().value("SELECT count(*) FROM state_changes")
    old.now = old.now.replace(hour=23)  # what went again waits for its minute
    old.send_all()
    assert migrated.reader().value("SELECT count(*) FROM state_changes") == rows + 2
    assert migrated.check().problems == ()
    assert migrated.revisions.waiting() == 0


def test_a_member_that_fared_differently_has_its_own_row_and_no_other(shop: Shop) -> None:
    shop.queue(*(shop.order(str(number)) for number in range(3)))
    batch = shop.claim(shop.run())
    other = MemberOutcome(batch.members[1].revision_id, State.REJECTED, Sentence("No"))
    shop.workspace.outbox.record_outcome(
        batch.batch_id, batch.attempt_id, AttemptResult("complete", 200), Outcomes(Fate(State.ACCEPTED), (other,)),
        now=shop.tick(),
    )  # fmt: skip
    steps = shop.workspace.reader().all(
        "SELECT revision_id, new FROM revision_steps WHERE batch_id IS NOT NULL ORDER BY revision_id, id"
    )
    ends = [State.ACCEPTED, State.REJECTED, State.ACCEPTED]
    assert steps == [
        (member.revision_id, state)
        for member, end in zip(batch.members, ends, strict=True)
        for state in (State.SENDING, end)
    ]


def test_a_step_that_the_table_does_not_have_is_refused(shop: Shop) -> None:
    import apsw

    revision = shop.queued("1")
    for state in ("accepted", "unconfirmed"):
        with shop.taken_back() as database, pytest.raises(apsw.ConstraintError, match="no such step"):
            database.run("UPDATE revisions SET state = ?, batch_id = 1 WHERE id = ?", (state, revision))
