"""The columns of the second file in the import window: shown beside those of the first, and given to fields by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog

from ordermanager.store.orders.query import OrderQuery
from ordermanager.ui.import_dialog import ImportDialog
from ordermanager.ui.import_dialog.columns_tab import FIELD
from ordermanager.ui.import_dialog.work_page import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ordermanager.services.app import Services
    from ordermanager.ui.jobs import Jobs


@pytest.fixture
def joined(
    open_dialog: Callable[[Path], ImportDialog],
    tmp_path: Path,
    jobs: Jobs,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> ImportDialog:
    """A file of orders with a file of items that nobody can recognise."""
    orders, items = tmp_path / "orders.csv", tmp_path / "items.csv"
    orders.write_text("Order ID,Email,Total\n1,a@shop.ua,20\n2,b@shop.ua,7\n", "utf-8")
    items.write_text("Beleg,Was,Stk\n1,Tea,1\n1,Cup,2\n2,Pot,1\n", "utf-8")
    dialog = open_dialog(orders)
    # The system's own dialog cannot be driven by keys here.
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(items), ""))
    qtbot.mouseClick(dialog.work.file.choose_items, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()
    return dialog


def give(dialog: ImportDialog, row: int, field: str, jobs: Jobs) -> None:
    """Enter on the row, and the field from the list."""
    table = dialog.work.columns_table
    table.setCurrentIndex(dialog.work.columns.index(row, FIELD))
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Return)
    box = next(box for box in table.findChildren(QComboBox) if box.isVisible())
    box.hidePopup()
    box.setCurrentIndex(box.findData(field))
    box.activated.emit(box.currentIndex())
    assert jobs.wait_idle()


def test_the_second_files_columns_are_given_by_hand(
    joined: ImportDialog, services: Services, jobs: Jobs, qtbot: QtBot
) -> None:
    work = joined.work
    assert work.tabs.currentIndex() == COLUMNS
    assert work.files.isVisible()
    assert work.files.tabText(1) == "Items: items.csv"
    assert work.files.is_second
    assert [work.columns.rows[row].title for row in range(3)] == ["Beleg", "Was", "Stk"]
    assert "items.csv has no items" in work._error_text.text()
    assert not work.import_button.isEnabled()
    for row, field in enumerate(("externalOrderId", "name", "quantity")):
        give(joined, row, field, jobs)
    assert work.files.is_second
    assert work.columns.index(1, FIELD).data() == "Name"
    assert work.import_button.isEnabled()
    qtbot.mouseClick(work.import_button, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()
    found = [services.orders.get(each).draft for each in services.orders.list_ids(OrderQuery())]
    items = {draft.get("externalOrderId"): [item["name"] for item in draft.items] for draft in found}
    assert items == {"1": ["Tea", "Cup"], "2": ["Pot"]}


def test_the_first_files_columns_are_a_tab_away_and_keep_their_meaning(
    joined: ImportDialog, jobs: Jobs
) -> None:
    work = joined.work
    work.files.setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)
    assert not work.files.is_second
    assert [work.columns.rows[row].title for row in range(3)] == ["Order ID", "Email", "Total"]
    give(joined, 2, "shipping", jobs)
    assert joined.options.columns == {2: "shipping"}
    assert joined.options.items_columns is None


def test_without_a_second_file_there_is_no_choice(joined: ImportDialog, jobs: Jobs, qtbot: QtBot) -> None:
    qtbot.mouseClick(joined.work.file.remove_items, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()
    assert joined.work.files.isHidden()
    assert joined.work.columns.rows[0].title == "Order ID"
