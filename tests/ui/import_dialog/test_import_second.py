"""Importing the same way again in the window, where the items stood in a second file last time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel

from ordermanager.services.imports.prepared import ImportOptions
from ordermanager.store.orders.query import OrderQuery
from ordermanager.ui.imports_page.details import ImportDetails

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ordermanager.services.app import Services
    from ordermanager.ui.import_dialog import ImportDialog
    from ordermanager.ui.jobs import Jobs

    Open = Callable[[Path | None], ImportDialog]
    Month = Callable[[str, int], tuple[Path, Path]]


@pytest.fixture
def month(tmp_path: Path) -> Month:
    """The two files of a month."""

    def write(name: str, number: int) -> tuple[Path, Path]:
        orders, items = tmp_path / f"EtsySoldOrders{name}.csv", tmp_path / f"EtsySoldOrderItems{name}.csv"
        orders.write_text(
            f"Order ID,Email,Total,Date,Status\n{number},a@shop.ua,20,2026-01-02,paid\n", "utf-8"
        )
        items.write_text(f"Order ID,Item ID,Item name,Quantity,Price\n{number},T1,Tea,2,10\n", "utf-8")
        return orders, items

    return write


@pytest.fixture
def september(month: Month, services: Services) -> int:
    """The import of last month, with both files; its columns were changed by hand, so that they are kept."""
    orders, items = month("2026-09", 1)
    options = ImportOptions(items=items, columns={"Status": ""})
    done = services.importing.run(services.importing.prepare(orders, options))
    assert done.import_id is not None
    return done.import_id


@pytest.fixture
def again(
    open_dialog: Open, services: Services, september: int, jobs: Jobs
) -> Callable[[Path], ImportDialog]:
    """Opens a file as September's was read."""

    def opened(path: Path) -> ImportDialog:
        dialog = open_dialog(None)
        dialog.show_source(path, services.importing.same_way(september))
        assert jobs.wait_idle()
        return dialog

    return opened


def items_of(services: Services, number: str) -> list[str]:
    drafts = [services.orders.get(each).draft for each in services.orders.list_ids(OrderQuery())]
    return [item["name"] for d in drafts if d.get("externalOrderId") == number for item in d.items]


def test_the_file_that_fits_is_joined_with_one_key(
    again: Callable[[Path], ImportDialog], month: Month, services: Services, jobs: Jobs
) -> None:
    orders, items = month("2026-10", 2)
    dialog = again(orders)
    line = dialog.work.items_line
    assert line.isVisible()
    assert line.words.text() == (
        "Its items stood in a second file, EtsySoldOrderItems2026-09.csv. "
        "EtsySoldOrderItems2026-10.csv in the same folder fits."
    )
    assert dialog.options.items is None  # not unasked
    line.take.setFocus()
    QTest.keyClick(line.take, Qt.Key.Key_Space)
    assert jobs.wait_idle()
    assert dialog.options.items == items
    assert line.isHidden()
    assert dialog.work.import_button.isEnabled()
    dialog.work.import_button.setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert jobs.wait_idle()
    assert items_of(services, "2") == ["Tea"]
    assert services.importing.list()[0].details["items_file"]["name"] == items.name  # type: ignore[index]
    assert dialog.result_page.isVisible()


def test_where_none_fits_it_is_chosen_beside_the_first(
    again: Callable[[Path], ImportDialog],
    month: Month,
    jobs: Jobs,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    orders, items = month("2026-10", 2)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    items = items.rename(elsewhere / items.name)
    dialog = again(orders)
    line = dialog.work.items_line
    assert line.words.text() == "Its items stood in a second file, EtsySoldOrderItems2026-09.csv."
    assert line.take.isHidden()
    asked: list[str] = []

    def choose(_parent: object, _title: str, folder: str, _kinds: str) -> tuple[str, str]:
        asked.append(folder)
        return str(items), ""

    # The system's own dialog cannot be driven by keys here.
    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    line.choose.setFocus()
    QTest.keyClick(line.choose, Qt.Key.Key_Space)
    assert jobs.wait_idle()
    assert asked == [str(tmp_path)]
    assert dialog.options.items == items
    assert line.isHidden()


def test_without_it_after_all_the_line_comes_back(
    again: Callable[[Path], ImportDialog], month: Month, jobs: Jobs, qtbot: QtBot
) -> None:
    dialog = again(month("2026-10", 2)[0])
    qtbot.mouseClick(dialog.work.items_line.take, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()
    qtbot.mouseClick(dialog.work.file.remove_items, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()
    assert dialog.work.items_line.take.isVisible()


def test_columns_as_last_time_say_so_too(
    open_dialog: Open, september: int, month: Month, jobs: Jobs, qtbot: QtBot
) -> None:
    dialog = open_dialog(month("2026-10", 2)[0])
    assert "as last time" in dialog.work._recognised.text()
    assert dialog.work.items_line.take.isVisible()
    assert "EtsySoldOrderItems2026-10.csv" in dialog.work.items_line.take.text()
    qtbot.mouseClick(dialog.work.keeping.anew, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()
    assert dialog.work.items_line.isHidden()  # nothing of last time is used


def test_another_file_has_no_second_one(open_dialog: Open, tmp_path: Path, september: int) -> None:
    path = tmp_path / "shop.csv"
    path.write_text("Order ID,Email,Sum\n1,a@shop.ua,20\n", "utf-8")
    assert open_dialog(path).work.items_line.isHidden()


def test_the_details_of_an_import_name_its_second_file(
    services: Services, september: int, qtbot: QtBot
) -> None:
    details = ImportDetails("UTC", str)
    qtbot.addWidget(details)
    details.show_record(services.importing.get(september))
    lines = dict(details.lines)
    assert lines["Second file"] == "EtsySoldOrderItems2026-09.csv"
    assert lines["Its size"].startswith("56 ")
    assert len(lines["Its SHA-256"].replace(" ", "")) == 64
    assert any(label.text() == "Second file" for label in details.findChildren(QLabel))
