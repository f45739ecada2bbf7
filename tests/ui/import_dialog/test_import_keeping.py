"""A list of statuses for orders that are here: only the statuses change, and nothing is said to be lacking."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from ordermanager.ui.import_dialog.work_page import FIELDS, PROBLEMS, QUESTIONS
from tests.ui.import_dialog.test_import_review import HEADER, row, states

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ordermanager.services.app import Services
    from ordermanager.ui.import_dialog import ImportDialog
    from ordermanager.ui.jobs import Jobs


@pytest.fixture
def statuses(tmp_path: Path, services: Services) -> Path:
    """Two orders are here; the file has their numbers and what became of them."""
    whole = tmp_path / "orders.csv"
    whole.write_text(HEADER + row(1) + row(2), "utf-8")
    services.importing.run(services.importing.prepare(whole))
    path = tmp_path / "statuses.csv"
    path.write_text("Order ID,Status\n1,CANCELLED\n2,DELIVERED\n", "utf-8")
    return path


def test_only_what_the_file_tells_changes(
    open_dialog: Callable[[Path], ImportDialog], statuses: Path, services: Services, jobs: Jobs, qtbot: QtBot
) -> None:
    dialog = open_dialog(statuses)
    work = dialog.work
    assert "(" not in work.tabs.tabText(QUESTIONS), "nothing is asked"
    assert work.problems.rowCount() == 0, "nothing is said to be lacking"
    for tab in (FIELDS, PROBLEMS):
        work.tabs.setCurrentIndex(tab)
    assert "1 updated" in work.counts.text()
    qtbot.keyClick(work.review_button, Qt.Key.Key_Space)
    assert jobs.wait_idle()
    assert "2 ready" in dialog.review.counts.text()
    qtbot.keyClick(dialog.review._store, Qt.Key.Key_Space)
    assert jobs.wait_idle()
    assert set(states(services)) == {"1", "2"}
    (changed,) = services.orders.find(["1"])
    draft = services.orders.get(changed).draft
    assert (draft.fields["status"], draft.fields["email"]) == ("CANCELLED", "c1@shop.com.ua")
    assert len(draft.items) == 1


def test_imported_at_once_it_says_that_the_rest_stays(
    open_dialog: Callable[[Path], ImportDialog], statuses: Path, jobs: Jobs, qtbot: QtBot
) -> None:
    dialog = open_dialog(statuses)
    qtbot.keyClick(dialog.work.import_button, Qt.Key.Key_Space)
    assert jobs.wait_idle()
    assert "keep what the file does not tell" in dialog.result_page._next.text()
