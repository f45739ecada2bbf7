"""What is selected stays so while rows come and go, in lists of any length and in no time."""

from __future__ import annotations

import time
from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from ordermanager.ui.big_table import BigTableModel, BigTableView, CellDelegate, Column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pytestqt.qtbot import QtBot

    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.look.theme import Theme

ROWS, SOME = 300_000, 500


@dataclass(frozen=True, slots=True)
class Thing:
    id: int


class Things(BigTableModel[Thing]):
    ids = array("q", range(ROWS))

    def _read_ids(self, query: Any, limit: int | None) -> array[int]:
        return self.ids[:limit]

    def _read_rows(self, ids: Sequence[int]) -> list[Thing]:
        return [Thing(number) for number in ids]


@pytest.fixture
def view(qtbot: QtBot, jobs: Jobs, theme: Theme) -> BigTableView:
    model = Things(jobs, [Column("id", "Id", 20, lambda row: str(row.id), sort="id")])
    shown = BigTableView(model, CellDelegate())
    qtbot.addWidget(shown)
    model.set_query("all")
    assert jobs.wait_idle()
    return shown


def replaced(view: BigTableView, jobs: Jobs, ids: array[int]) -> float:
    """Seconds of this thread that another list takes."""
    model = view.model()
    assert isinstance(model, Things)
    model.ids = ids
    began = time.thread_time()
    model.refresh()
    assert jobs.wait_idle()
    return time.thread_time() - began


def test_what_is_still_there_stays_selected_wherever_it_is(view: BigTableView, jobs: Jobs) -> None:
    view.choose_row(7)
    view.select_ids([3, 4, 5, 900, 200_000])
    replaced(view, jobs, array("q", (number for number in range(ROWS - 1, -1, -1) if number not in (4, 900))))
    assert list(view.selected_ids()) == [200_000, 5, 3]
    assert view.current_id == 7


def test_many_that_have_gone_cost_no_more_than_one(view: BigTableView, jobs: Jobs) -> None:
    """Five hundred orders go to the outbox, and with them out of the list that is shown."""

    def gone(count: int, first: int) -> float:
        view.choose_row(0)
        view.select_ids(range(first, first + count))
        assert view.selected_count == count
        took = replaced(view, jobs, array("q", range(first + count, ROWS)))
        assert view.selected_count == 0
        return took

    few = min(gone(2, 2 * number) for number in range(3))
    many = min(gone(SOME, 6 + SOME * number) for number in range(3))
    assert many < 8 * few, (few, many)
