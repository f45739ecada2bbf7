"""The beginning of a query that may take long is read as far as it was allowed to, and no further."""

from __future__ import annotations

import pytest

from ordermanager.store.database.budget import all_taken, taken
from ordermanager.store.database.marks import is_marked, is_noted, marks_of
from ordermanager.store.database.sqlite import Database, connect_in_memory
from ordermanager.store.errors import QueryInterrupted

ROWS = 100_000


@pytest.fixture(scope="module")
def database() -> Database:
    made = connect_in_memory()
    made.script("CREATE TABLE numbers (id INTEGER PRIMARY KEY, half INTEGER NOT NULL)")
    made.many("INSERT INTO numbers VALUES (?, ?)", ((each, each // 2) for each in range(1, ROWS + 1)))
    return made


def rows(database: Database, where: str):
    return (row[0] for row in database.each(f"SELECT id FROM numbers WHERE {where} ORDER BY id"))


def test_what_is_there_soon_is_taken(database: Database) -> None:
    assert taken(database, rows(database, "half < 2"), 10, 10_000_000) == ([1, 2, 3], True)
    assert taken(database, rows(database, "half < 2"), 3, 10_000_000) == ([1, 2, 3], True)
    assert taken(database, rows(database, "half < 2"), 2, 10_000_000) == ([1, 2], False)


def test_it_is_given_up_where_it_takes_long(database: Database) -> None:
    late = f"half < 2 OR half = {ROWS // 2 - 1}"
    assert taken(database, rows(database, late), 10, 50_000) == ([1, 2, 3], False)
    assert len(taken(database, rows(database, late), 10, 10_000_000).ids) == 5
    assert database.value("SELECT count(*) FROM numbers WHERE half > 0") == ROWS - 1  # nothing of it is left


def test_all_or_nothing(database: Database) -> None:
    few = "SELECT id FROM numbers WHERE half < ?"
    assert list(all_taken(database, few, (2,), 10_000_000) or ()) == [1, 2, 3]
    assert all_taken(database, few, (2,), 50_000) is None
    assert not all_taken(database, few, (0,), 10_000_000)
    assert database.value("SELECT count(*) FROM numbers WHERE half > 0") == ROWS - 1


def test_whoever_gives_it_up_from_outside_is_heard(database: Database) -> None:
    def interrupted():
        yield from rows(database, "half = 0")
        raise QueryInterrupted("elsewhere")

    with pytest.raises(QueryInterrupted):
        taken(database, interrupted(), 10, 10_000_000)


def test_rows_are_marked_by_their_numbers(database: Database) -> None:
    marks = marks_of([2, 5, ROWS], ROWS)
    marks[7] = 2
    found = {
        name: list(database.ids(f"SELECT id FROM numbers WHERE {name('id')}", (bytes(marks),)))
        for name in (is_marked, is_noted)
    }
    assert found == {is_marked: [2, 5, ROWS], is_noted: [2, 5, 7, ROWS]}
    few = bytes(marks_of([2], 3))  # what came later is beyond its end
    assert list(database.ids(f"SELECT id FROM numbers WHERE {is_noted('id')}", (few,))) == [2]
