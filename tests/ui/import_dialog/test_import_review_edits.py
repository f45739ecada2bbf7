"""Putting orders right in the review: in the cells, by find and replace, and seeing what changes in the workspace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from ordermanager.domain.states import State
from ordermanager.ui.import_dialog import ImportDialog
from tests.ui.import_dialog.test_import_review import HEADER, choose_group, row, states

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ordermanager.services.app import Services
    from ordermanager.ui.jobs import Jobs


def cell(dialog: ImportDialog, row_number: int, key: str) -> QModelIndex:
    model = dialog.review.model
    (column,) = [number for number, each in enumerate(model.columns) if each.key == key]
    return model.index(row_number, column)


def press(key: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)


def test_a_cell_is_edited_in_place_with_the_text_of_the_file(
    review: Callable[[Path], ImportDialog], tmp_path: Path, jobs: Jobs, qtbot: QtBot
) -> None:
    path = tmp_path / "orders.csv"
    path.write_text(HEADER + row(1) + row(2, email="no mail"), "utf-8")
    dialog = review(path)
    page = dialog.review
    page.table.setFocus()
    page.table.setCurrentIndex(cell(dialog, 0, "email"))
    press(Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "no mail"
    QTest.keyClicks(editor, "olena@shop.com.ua")
    press(Qt.Key.Key_Return)
    assert jobs.wait_idle()
    assert page.counts.text() == "2 orders will come in: 2 ready"


def test_a_status_is_chosen_from_the_list_in_its_cell(
    review: Callable[[Path], ImportDialog], tmp_path: Path, jobs: Jobs, services: Services, qtbot: QtBot
) -> None:
    path = tmp_path / "orders.csv"
    path.write_text(HEADER + row(1), "utf-8")
    dialog = review(path)
    page = dialog.review
    page.table.setFocus()
    page.table.setCurrentIndex(cell(dialog, 0, "status"))
    press(Qt.Key.Key_F2)
    box = QApplication.focusWidget()
    assert isinstance(box, QComboBox)
    assert box.currentData() == "DELIVERED"
    QTest.keyClick(box, Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert jobs.wait_idle()
    page.table.setFocus()
    assert jobs.wait_idle()
    assert cell(dialog, 0, "status").data() == "Cancelled"


def test_find_and_replace_says_what_changes_then_changes_and_takes_it_back(
    review: Callable[[Path], ImportDialog], tmp_path: Path, jobs: Jobs, qtbot: QtBot
) -> None:
    path = tmp_path / "orders.csv"
    mails = [f"c{n}@shop,com.ua" if n <= 14 else "" for n in range(1, 31)]
    path.write_text(HEADER + "".join(row(n, f'"{mail}"' if mail else "") for n, mail in enumerate(mails, 1)))
    dialog = review(path)
    page = dialog.review
    choose_group(dialog, "e-mail is not valid")
    assert "14" in page.groups.currentItem().text()
    assert jobs.wait_idle()
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    assert page.find_bar.wanted.hasFocus()
    assert page.find_bar.fields.currentData() == "email"
    QTest.keyClicks(page.find_bar.wanted, "shop,com")
    press(Qt.Key.Key_Tab)
    assert page.find_bar.new.hasFocus()
    QTest.keyClicks(page.find_bar.new, "shop.com")
    assert jobs.wait_idle()
    shown = page.find_bar.preview.text()
    assert shown.startswith("14 place")
    assert "E-mail: c1@shop,com.ua → c1@shop.com.ua" in shown
    press(Qt.Key.Key_Return)
    assert jobs.wait_idle()
    assert page.counts.text() == "30 orders will come in: 30 ready"
    assert page.find_bar.preview.text() == "Nothing found."
    press(Qt.Key.Key_Escape)
    assert not page.find_bar.isVisible()
    assert page.isVisible()
    QTest.keyClick(page.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert jobs.wait_idle()
    assert "14 with errors" in page.counts.text()


def test_all_fields_are_searched_and_only_the_list_where_it_is_asked(
    review: Callable[[Path], ImportDialog], tmp_path: Path, jobs: Jobs, qtbot: QtBot
) -> None:
    path = tmp_path / "orders.csv"
    path.write_text(HEADER + row(1) + row(2, email="no mail at shop.ua") + row(3), "utf-8")
    dialog = review(path)
    page = dialog.review
    qtbot.mouseClick(page._replace, Qt.MouseButton.LeftButton)
    page.find_bar.wanted.setText("SHOP.UA")
    page.find_bar.new.setText("shop.example")
    assert jobs.wait_idle()
    # two links of each item, and the text in the place of an e-mail
    assert page.find_bar.preview.text().startswith("7 place")
    page.find_bar.case.click()
    assert jobs.wait_idle()
    assert page.find_bar.preview.text() == "Nothing found."
    page.find_bar.case.click()
    page.find_bar.shown_only.click()
    assert jobs.wait_idle()
    assert page.find_bar.preview.text().startswith("3 place")


def test_an_order_that_is_here_shows_each_field_that_would_change(
    review: Callable[[Path], ImportDialog], tmp_path: Path, jobs: Jobs, services: Services, qtbot: QtBot
) -> None:
    path = tmp_path / "orders.csv"
    path.write_text(HEADER + row(1) + row(2), "utf-8")
    services.importing.run(services.importing.prepare(path))
    assert set(states(services).values()) == {State.READY}
    path.write_text(
        HEADER + row(1) + row(2, email="new@shop.com.ua").replace(",Tea,", ",Green tea,"), "utf-8"
    )
    dialog = review(path)
    page = dialog.review
    choose_group(dialog, "Updates")
    assert jobs.wait_idle()
    table = page.fix.changes
    shown = [[table.index(n, c).data() for c in range(3)] for n in range(table.rowCount())]
    assert shown == [
        ["E-mail", "c2@shop.com.ua", "new@shop.com.ua"],
        ["Name (1)", "Tea", "Green tea"],
    ]
    assert page.fix.changes_table.isVisible()
    choose_group(dialog, "Unchanged")
    assert jobs.wait_idle()
    assert page.model.rowCount() == 1
    assert not page.fix.changes_table.isVisible()
