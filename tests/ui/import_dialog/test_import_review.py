"""The review of an import, by keys and clicks on a real file: nothing is stored before it is asked for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFileDialog

from ordermanager.domain.states import State
from ordermanager.store.orders.query import OrderQuery
from ordermanager.ui.import_dialog import ImportDialog
from ordermanager.ui.import_dialog.work_page import QUESTIONS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ordermanager.services.app import Services
    from ordermanager.ui.i18n import Language
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.look.theme import Theme

HEADER = (
    "Order ID,Customer ID,Email,Total,Currency,Status,Date,Item ID,Item name,Quantity,Price,Link,Image link\n"
)


def row(number: int, email: str = "", currency: str = "UAH") -> str:
    who = email or f"c{number}@shop.com.ua"
    links = "https://shop.ua/t,https://shop.ua/t.jpg"
    return f"{number},C-{number},{who},21.00,{currency},DELIVERED,2026-11-20 12:00,T,Tea,2,10.50,{links}\n"


def choose_group(dialog: ImportDialog, words: str) -> None:
    groups = dialog.review.groups
    (found,) = [number for number in range(groups.count()) if words in groups.item(number).text()]
    groups.setCurrentRow(found)


def states(services: Services) -> dict[str, State]:
    ids = services.orders.list_ids(OrderQuery())
    return {each.external_order_id: each.state for each in services.orders.rows(ids)}


def test_an_error_is_put_right_taken_back_and_put_right_again_before_anything_is_stored(
    review: Callable[[Path], ImportDialog], tmp_path: Path, services: Services, jobs: Jobs, qtbot: QtBot
) -> None:
    path = tmp_path / "orders.csv"
    path.write_text(HEADER + row(1) + row(2, email="no mail") + row(3), "utf-8")
    dialog = review(path)
    page = dialog.review
    assert "With errors" in page.groups.currentItem().text()
    assert page.model.rowCount() == 1
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert page.fix.field.hasFocus()
    page.fix.field.selectAll()
    qtbot.keyClicks(page.fix.field, "olena@shop.com.ua")
    qtbot.keyClick(page.fix.field, Qt.Key.Key_Return)
    assert jobs.wait_idle()
    assert page.counts.text() == "3 orders will come in: 3 ready"
    qtbot.mouseClick(page._undo, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()
    assert "1 with errors" in page.counts.text()
    qtbot.mouseClick(page._redo, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()
    assert services.orders.count(OrderQuery()) == 0
    qtbot.mouseClick(page._store, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()
    assert states(services) == {"1": State.READY, "2": State.READY, "3": State.READY}
    assert dialog.result_page.isVisible()


def test_what_is_alike_is_changed_at_once_and_an_order_can_be_left_out(
    review: Callable[[Path], ImportDialog], tmp_path: Path, services: Services, jobs: Jobs, qtbot: QtBot
) -> None:
    path = tmp_path / "orders.csv"
    path.write_text(HEADER + "".join(row(number, currency="UHA") for number in range(1, 6)), "utf-8")
    dialog = review(path)
    page = dialog.review
    choose_group(dialog, "Currency")
    assert jobs.wait_idle()
    assert page.model.rowCount() == 5
    page.fix.field.selectAll()
    qtbot.keyClicks(page.fix.field, "UAH")
    qtbot.mouseClick(page.fix.all, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()
    assert not [1 for number in range(page.groups.count()) if "Currency" in page.groups.item(number).text()]
    page.groups.setCurrentRow(0)
    assert jobs.wait_idle()
    page.table.choose_row(0)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert jobs.wait_idle()
    assert page.counts.text().startswith("4 orders will come in")
    qtbot.mouseClick(page._store, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()
    assert sorted(states(services)) == ["2", "3", "4", "5"]


def test_a_trial_takes_only_the_first_orders(
    review: Callable[[Path], ImportDialog], tmp_path: Path, services: Services, jobs: Jobs, qtbot: QtBot
) -> None:
    path = tmp_path / "orders.csv"
    path.write_text(HEADER + "".join(row(number) for number in range(1, 21)), "utf-8")
    dialog = review(path)
    page = dialog.review
    page.trial.setFocus()
    page.trial.selectAll()
    qtbot.keyClicks(page.trial, "3")
    qtbot.keyClick(page.trial, Qt.Key.Key_Tab)
    assert jobs.wait_idle()
    qtbot.mouseClick(page._store, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()
    assert sorted(states(services)) == ["1", "2", "3"]
    assert "17" in dialog.result_page.rest.text()
    qtbot.mouseClick(dialog.result_page.rest, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()
    qtbot.mouseClick(dialog.work.import_button, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()
    assert len(states(services)) == 20
    assert "3 unchanged" in dialog.result_page.counts.text()


def test_escape_gives_the_review_up_and_leaves_nothing_behind(
    review: Callable[[Path], ImportDialog], tmp_path: Path, services: Services, jobs: Jobs, qtbot: QtBot
) -> None:
    path = tmp_path / "orders.csv"
    path.write_text(HEADER + "".join(row(number) for number in range(1, 20_001)), "utf-8")
    before = {each.name for each in services.folder.rglob("*")}
    dialog = review(path)
    assert dialog.review.model.rowCount() == 20_000
    qtbot.keyClick(dialog.review.table, Qt.Key.Key_Escape)
    assert jobs.wait_idle()
    assert dialog.work.isVisible()
    assert services.orders.count(OrderQuery()) == 0
    left = {each.name for each in services.folder.rglob("*") if each.is_file()}
    assert not [name for name in left - before if "review" in name or "staging" in name]


def test_reading_into_the_review_can_be_stopped(
    tmp_path: Path, services: Services, jobs: Jobs, qtbot: QtBot, theme: Theme, language: Language
) -> None:
    path = tmp_path / "orders.csv"
    path.write_text(HEADER + "".join(row(number) for number in range(1, 20_001)), "utf-8")
    dialog = ImportDialog(services, jobs, path)
    qtbot.addWidget(dialog)
    dialog.show()
    assert jobs.wait_idle()
    qtbot.mouseClick(dialog.work.review_button, Qt.MouseButton.LeftButton)
    assert dialog.is_busy
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert jobs.wait_idle()
    assert not dialog.is_busy
    assert dialog.work.isVisible()
    assert services.orders.count(OrderQuery()) == 0


def test_unknown_status_words_are_answered_once_for_the_file(
    tmp_path: Path, services: Services, jobs: Jobs, qtbot: QtBot, theme: Theme, language: Language
) -> None:
    path = tmp_path / "orders.csv"
    path.write_text(HEADER + "".join(row(n).replace("DELIVERED", "gone to the sea") for n in (1, 2)), "utf-8")
    dialog = ImportDialog(services, jobs, path)
    qtbot.addWidget(dialog)
    dialog.show()
    assert jobs.wait_idle()
    assert dialog.work.tabs.tabText(QUESTIONS) == "Questions (1)"
    assert dialog.work.tabs.currentWidget() is dialog.work.questions
    (box,) = [
        each
        for each in dialog.work.questions.findChildren(QComboBox)
        if "gone to the sea" in each.accessibleName()
    ]
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_End)  # the last of the five
    qtbot.keyClick(box, Qt.Key.Key_Up)
    assert jobs.wait_idle()
    assert dialog.work.tabs.tabText(QUESTIONS) == "Questions"
    qtbot.mouseClick(dialog.work.import_button, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()
    ids = services.orders.list_ids(OrderQuery())
    assert {each.status for each in services.orders.rows(ids)} == {"CANCELLED"}


def test_dates_that_read_two_ways_are_asked(
    tmp_path: Path, services: Services, jobs: Jobs, qtbot: QtBot, theme: Theme, language: Language
) -> None:
    path = tmp_path / "orders.csv"
    path.write_text(
        HEADER + "".join(row(n).replace("2026-11-20 12:00", "03/04/2026") for n in (1, 2)), "utf-8"
    )
    dialog = ImportDialog(services, jobs, path)
    qtbot.addWidget(dialog)
    dialog.show()
    assert jobs.wait_idle()
    (box,) = [
        each for each in dialog.work.questions.findChildren(QComboBox) if "03/04/2026" in each.itemText(1)
    ]
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert jobs.wait_idle()
    qtbot.mouseClick(dialog.work.import_button, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()
    ids = services.orders.list_ids(OrderQuery())
    days = {each.date[:10] for each in services.orders.rows(ids)}
    assert days <= {"2026-04-02", "2026-04-03", "2026-03-03", "2026-03-04"}
    assert len(days) == 1


def test_a_field_that_the_file_lacks_is_given_once_by_a_proposal(
    tmp_path: Path, services: Services, jobs: Jobs, qtbot: QtBot, theme: Theme, language: Language
) -> None:
    path = tmp_path / "orders.csv"
    without = [",".join(line.split(",")[:1] + line.split(",")[2:]) for line in (HEADER, row(1), row(2))]
    path.write_text("".join(without), "utf-8")
    dialog = ImportDialog(services, jobs, path)
    qtbot.addWidget(dialog)
    dialog.show()
    assert jobs.wait_idle()
    (box,) = [
        each
        for each in dialog.work.questions.findChildren(QComboBox)
        if "Customer ID" in each.accessibleName()
    ]
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert jobs.wait_idle()
    qtbot.mouseClick(dialog.work.import_button, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()
    assert states(services) == {"1": State.READY, "2": State.READY}


def test_the_rows_with_errors_are_saved_as_they_stand_and_the_same_way_is_used_again(
    tmp_path: Path,
    services: Services,
    jobs: Jobs,
    qtbot: QtBot,
    theme: Theme,
    language: Language,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "orders.csv"
    path.write_bytes((HEADER + row(1) + row(2, email="немає пошти")).encode("cp1251"))
    dialog = ImportDialog(services, jobs, path)
    qtbot.addWidget(dialog)
    dialog.show()
    assert jobs.wait_idle()
    assert "немає пошти" in dialog.work.file.reading.encodings.currentText()
    qtbot.mouseClick(dialog.work.import_button, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()
    target = tmp_path / "errors.csv"
    # The system's own dialog cannot be driven by keys here.
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    qtbot.mouseClick(dialog.result_page.rejected, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()
    lines = target.read_bytes().decode("cp1251").splitlines()
    assert len(lines) == 2
    assert "немає пошти" in lines[1]
    (record,) = services.importing.list()
    again = services.importing.same_way(record.id)
    second = ImportDialog(services, jobs)
    qtbot.addWidget(second)
    second.show_source(path, replace(again, constants={"storeId": "7"}, timezone="Europe/Warsaw"))
    assert jobs.wait_idle()
    assert second.can_import
    assert second.options.constants == {"storeId": "7"}
    assert second.work.questions.rules.timezone() == "Europe/Warsaw"
