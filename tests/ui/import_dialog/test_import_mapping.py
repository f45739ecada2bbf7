"""What a person decides about a file before it is looked through: its rows, its fields, its grouping, a second file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QPushButton

from ordermanager.store.orders.query import OrderQuery
from ordermanager.ui.import_dialog import ImportDialog
from ordermanager.ui.import_dialog.fields_table import EMPTY, SAMPLES, SOURCE
from ordermanager.ui.import_dialog.work_page import COLUMNS, FIELDS, FILE, ORDERS

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ordermanager.domain.draft import OrderDraft
    from ordermanager.services.app import Services
    from ordermanager.ui.jobs import Jobs

TEXT = (
    "Report of the shop;;;;\n;;;;\n"
    "Order ID;Date;Buyer;Email;Sum\n"
    "1;2026-11-20 12:00;Olena Koval;c1@shop.com.ua;10,50\n"
    "1;2026-11-20 12:00;Olena Koval;c1@shop.com.ua;2,50\n"
    "2;2026-11-21 12:00;Ivan Petrenko Junior;;7,00\n"
    "Total;;;;20,00\n"
)


Open = "Callable[[Path], ImportDialog]"


@pytest.fixture
def shop_file(tmp_path: Path) -> Path:
    path = tmp_path / "report.csv"
    path.write_text(TEXT, "utf-8")
    return path


def drafts(services: Services) -> dict[str, OrderDraft]:
    found = [services.orders.get(each) for each in services.orders.list_ids(OrderQuery())]
    return {each.draft.get("externalOrderId"): each.draft for each in found}


def show_field(dialog: ImportDialog, name: str) -> int:
    dialog.work.tabs.setCurrentIndex(FIELDS)
    dialog.work.fields.go_to(name)
    return dialog.work.fields.model.row_of(name)


def shown(dialog: ImportDialog, row: int, section: int) -> str:
    return str(dialog.work.fields.model.index(row, section).data())


def test_a_full_name_is_split_and_a_default_fills_empty_cells(
    open_dialog: Open, shop_file: Path, services: Services, jobs: Jobs, qtbot: QtBot
) -> None:
    dialog = open_dialog(shop_file)
    row = show_field(dialog, "lastName")
    card = dialog.work.fields.card
    dialog.work.fields.table.setFocus()
    QTest.keyClick(dialog.work.fields.table, Qt.Key.Key_Return)
    assert card.kind.hasFocus()
    if card.kind.currentData() != "columns":
        QTest.keyClick(card.kind, Qt.Key.Key_Home)
    box = card.boxes[0]
    box.setCurrentIndex(box.findData(2))
    box.activated.emit(box.currentIndex())
    assert jobs.wait_idle()
    qtbot.mouseClick(card.split, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()
    assert shown(dialog, row, SAMPLES) == "Koval · Petrenko Junior"
    assert "without its first word" in shown(dialog, row, SOURCE)
    first = dialog.work.fields.model.row_of("firstName")
    assert shown(dialog, first, SAMPLES) == "Olena · Ivan"
    row = show_field(dialog, "email")
    card.default.setFocus()
    QTest.keyClicks(card.default, "nobody@shop.com.ua")
    QTest.keyClick(card.default, Qt.Key.Key_Return)
    assert jobs.wait_idle()
    assert shown(dialog, row, EMPTY) == "nobody@shop.com.ua"
    assert dialog.isVisible()
    assert services.orders.count(OrderQuery()) == 0, "Enter in a field takes the text and imports nothing"
    qtbot.mouseClick(dialog.work.import_button, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()
    found = drafts(services)
    assert found["2"].get("email") == "nobody@shop.com.ua"
    assert (found["2"].get("firstName"), found["2"].get("lastName")) == ("Ivan", "Petrenko Junior")


def test_columns_are_joined_and_a_field_is_left_out(
    open_dialog: Open, tmp_path: Path, jobs: Jobs, qtbot: QtBot
) -> None:
    path = tmp_path / "address.csv"
    path.write_text(
        "Order ID,City,Street,Email\n1,Kyiv,Khreshchatyk 1,a@shop.ua\n2,Lviv,,b@shop.ua\n", "utf-8"
    )
    dialog = open_dialog(path)
    row = show_field(dialog, "deliveryAddress")
    card = dialog.work.fields.card
    card.kind.setCurrentIndex(0)
    card.kind.activated.emit(0)
    card.boxes[0].setCurrentIndex(card.boxes[0].findData(1))
    card.boxes[0].activated.emit(0)
    assert jobs.wait_idle()
    qtbot.mouseClick(card.more, Qt.MouseButton.LeftButton)
    card.boxes[1].setCurrentIndex(card.boxes[1].findData(2))
    card.boxes[1].activated.emit(0)
    assert jobs.wait_idle()
    assert shown(dialog, row, SAMPLES) == "Kyiv, Khreshchatyk 1 · Lviv"
    assert shown(dialog, row, SOURCE) == "“City”, “Street”, joined"
    row = show_field(dialog, "email")
    card.kind.setFocus()
    QTest.keyClick(card.kind, Qt.Key.Key_End)
    assert jobs.wait_idle()
    assert shown(dialog, row, SAMPLES) == ""
    assert dialog.work.columns.rows[3].field == ""


def test_a_pattern_is_given_to_a_field_without_a_column(
    open_dialog: Open, shop_file: Path, jobs: Jobs, qtbot: QtBot
) -> None:
    dialog = open_dialog(shop_file)
    row = show_field(dialog, "externalCustomerId")
    card = dialog.work.fields.card
    card.kind.setFocus()
    card.kind.setCurrentIndex(1)
    card.kind.activated.emit(1)
    assert card.text.hasFocus()
    QTest.keyClicks(card.text, "shop-{{email|Order ID}}".replace("{{", "{").replace("}}", "}"))
    QTest.keyClick(card.text, Qt.Key.Key_Tab)
    assert jobs.wait_idle()
    assert shown(dialog, row, SAMPLES) == "shop-c1@shop.com.ua · shop-2"
    assert shown(dialog, row, SOURCE) == "For all: shop-{email|Order ID}"


def test_ignored_rows_say_why_and_a_row_is_taken_in_or_left_out(
    open_dialog: Open, shop_file: Path, services: Services, jobs: Jobs, qtbot: QtBot
) -> None:
    dialog = open_dialog(shop_file)
    tab = dialog.work.file
    dialog.work.tabs.setCurrentIndex(FILE)
    kinds = {
        tab.model.row_at(place).number: tab.model.row_at(place).kind for place in range(tab.model.rowCount())
    }
    assert kinds == {1: "above", 2: "above", 3: "header", 4: "data", 5: "data", 6: "data", 7: "ignored"}
    assert "a row of totals" in tab.model.index(6, 1).data()
    qtbot.mouseClick(tab.only_ignored, Qt.MouseButton.LeftButton)
    assert tab.model.rowCount() == 3
    tab.table.setFocus()
    tab.table.setCurrentIndex(tab.model.index(2, 0))
    QTest.keyClick(tab.table, Qt.Key.Key_Insert)
    assert jobs.wait_idle()
    assert dialog.work.counts.text().startswith("4 rows → 3 orders")
    qtbot.mouseClick(tab.only_ignored, Qt.MouseButton.LeftButton)
    tab.table.setCurrentIndex(tab.model.index(tab.model.place_of(6), 0))
    QTest.keyClick(tab.table, Qt.Key.Key_Delete)
    assert jobs.wait_idle()
    assert dialog.work.counts.text().startswith("3 rows → 2 orders")
    assert tab.model.row_at(tab.model.place_of(6)).kind == "left"
    qtbot.mouseClick(dialog.work.import_button, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()
    assert sorted(drafts(services)) == ["1", "Total"]


def test_another_header_row_is_chosen_from_the_rows(
    open_dialog: Open, shop_file: Path, jobs: Jobs, qtbot: QtBot
) -> None:
    dialog = open_dialog(shop_file)
    tab = dialog.work.file
    dialog.work.tabs.setCurrentIndex(FILE)
    tab.table.setCurrentIndex(tab.model.index(3, 0))
    qtbot.mouseClick(tab.as_header, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()
    assert dialog.work.file.reading.header_row.text() == "4"
    assert tab.model.row_at(3).kind == "header"


def test_rows_are_grouped_otherwise_and_by_another_number(
    open_dialog: Open, tmp_path: Path, jobs: Jobs
) -> None:
    path = tmp_path / "items.csv"
    path.write_text(
        "Order ID,Receipt,Email,Total,Item name,Quantity,Price\n"
        "1,R1,a@shop.ua,20,Tea,1,10\n1,R2,a@shop.ua,5,Cup,1,5\n2,R3,b@shop.ua,7,Pot,1,7\n",
        "utf-8",
    )
    dialog = open_dialog(path)
    dialog.work.tabs.setCurrentIndex(ORDERS)
    bar = dialog.work.grouping
    assert "3 row(s) → 2 order(s)" in bar.counted.text() or "3 rows → 2 orders" in bar.counted.text()
    assert "Rows with the same “Order ID”" in bar.ways.currentText()
    bar.ways.setFocus()
    QTest.keyClick(bar.ways, Qt.Key.Key_Down)
    assert jobs.wait_idle()
    assert "added up" in bar.ways.currentText()
    assert bar.ways.itemText(0) == "As it was recognised"
    bar.ways.setCurrentIndex(bar.ways.findData("single"))
    bar.ways.activated.emit(bar.ways.currentIndex())
    assert jobs.wait_idle()
    assert dialog.work.orders.index(0, 7).data() == "0"
    bar.ways.setCurrentIndex(0)
    bar.ways.activated.emit(0)
    assert jobs.wait_idle()
    bar.columns.setCurrentIndex(bar.columns.findData(1))
    bar.columns.activated.emit(1)
    assert jobs.wait_idle()
    assert dialog.work.counts.text().startswith("3 rows → 3 orders")


def test_the_items_come_from_a_second_file_that_is_chosen(
    open_dialog: Open,
    tmp_path: Path,
    services: Services,
    jobs: Jobs,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    orders, items = tmp_path / "orders.csv", tmp_path / "items.csv"
    orders.write_text("Order ID,Email,Total\n1,a@shop.ua,20\n2,b@shop.ua,7\n", "utf-8")
    items.write_text("Order ID,Item name,Quantity,Price\n1,Tea,1,10\n1,Cup,2,5\n2,Pot,1,7\n", "utf-8")
    dialog = open_dialog(orders)
    # The system's own dialog cannot be driven by keys here.
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(items), ""))
    qtbot.mouseClick(dialog.work.file.choose_items, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()
    assert "items.csv" in dialog.work.file._second.text()
    qtbot.mouseClick(dialog.work.import_button, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()
    assert [item["name"] for item in drafts(services)["1"].items] == ["Tea", "Cup"]


def test_the_keyboard_alone_gets_through_the_fields(open_dialog: Open, shop_file: Path) -> None:
    dialog = open_dialog(shop_file)
    show_field(dialog, "deliveryAddress")
    dialog.work.fields.table.setFocus()
    seen = []
    for _ in range(12):
        focus = QApplication.focusWidget()
        seen.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    card = dialog.work.fields.card
    assert seen.index(dialog.work.fields.table) < seen.index(card.kind) < seen.index(dialog.work._cancel)


def test_items_that_stand_together_in_one_cell_are_a_column_like_another(
    open_dialog: Open, tmp_path: Path, services: Services, jobs: Jobs, qtbot: QtBot
) -> None:
    path = tmp_path / "cell.csv"
    path.write_text("Order ID,Email,Total,Foo\n1,a@shop.ua,20,2 x Tea\n2,b@shop.ua,7,Cup\n", "utf-8")
    dialog = open_dialog(path)
    view = dialog.work.columns_table
    dialog.work.tabs.setCurrentIndex(COLUMNS)
    view.setFocus()
    view.setCurrentIndex(dialog.work.columns.index(3, 0))
    QTest.keyClick(view, Qt.Key.Key_Return)
    box = view.findChild(QComboBox)
    popup = box.view()
    popup.setCurrentIndex(box.model().index(box.findText("Items, all in one cell"), 0))
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert jobs.wait_idle()
    assert dialog.work.columns.rows[3].field == "items"
    assert "its items stand together in “Foo”" in dialog.work.grouping.ways.currentText()
    qtbot.mouseClick(dialog.work.import_button, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()
    assert [len(each.items) for each in drafts(services).values()] == [1, 1]


def test_a_word_far_down_in_the_file_is_asked_when_all_rows_are_counted(
    open_dialog: Open, tmp_path: Path, jobs: Jobs
) -> None:
    path = tmp_path / "long.csv"
    lines = [f"{n},a{n}@shop.ua,20,{'gone fishing' if n > 2400 else 'delivered'}\n" for n in range(1, 2501)]
    path.write_text("Order ID,Email,Total,Status\n" + "".join(lines), "utf-8")
    dialog = open_dialog(path)
    found = [
        box.accessibleName()
        for box in dialog.work.questions.findChildren(QComboBox)
        if box.objectName() == "row:status:gone fishing"
    ]
    assert len(found) == 1
    assert "100 order" in found[0]
    assert "2,402" in found[0] or "2402" in found[0]


def test_status_words_that_seem_clear_are_taken_by_one_press(
    open_dialog: Open, tmp_path: Path, services: Services, jobs: Jobs, qtbot: QtBot
) -> None:
    path = tmp_path / "shop.csv"
    words = ["Скасовано клієнтом", "Доставлен курьером", "gone fishing"]
    lines = [f"{n},a{n}@shop.ua,20,{word}\n" for n, word in enumerate(words, 1)]
    path.write_text("Order ID,Email,Total,Status\n" + "".join(lines), "utf-8")
    dialog = open_dialog(path)
    questions = dialog.work.questions

    def box(word: str) -> QComboBox:
        found = questions.findChild(QComboBox, f"row:status:{word}")
        assert isinstance(found, QComboBox)
        return found

    shown = [box(word).currentText() for word in words]
    assert shown == ["Choose… (Cancelled?)", "Choose… (Delivered?)", "Choose…"]
    offer = next(each for each in questions.findChildren(QPushButton) if "seems right" in each.text())
    assert offer.text() == "Take what seems right: 2 words"
    offer.setFocus()
    QTest.keyClick(offer, Qt.Key.Key_Space)
    assert jobs.wait_idle()
    assert [box(word).currentText() for word in words] == ["Cancelled", "Delivered", "Choose…"]
    assert not [each for each in questions.findChildren(QPushButton) if "seems right" in each.text()]
    assert questions.isAncestorOf(QApplication.focusWidget())
    qtbot.mouseClick(dialog.work.import_button, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()
    statuses = {key: draft.get("status") for key, draft in drafts(services).items()}
    assert statuses == {"1": "CANCELLED", "2": "DELIVERED", "3": "gone fishing"}


def test_a_file_that_has_no_header_is_read_from_its_first_row(
    open_dialog: Open, tmp_path: Path, services: Services, jobs: Jobs, qtbot: QtBot
) -> None:
    path = tmp_path / "export.csv"
    path.write_text("K-1;Kettle;c1@shop.com.ua;10,50\nK-2;Cup;c2@shop.com.ua;2,50\n", "utf-8")
    dialog = open_dialog(path)
    dialog.work.tabs.setCurrentIndex(FILE)
    file, bar = dialog.work.file, dialog.work.file.reading
    assert bar.header_row.text() == ""  # the e-mail told it
    assert not file.no_header.isEnabled()
    file.table.setCurrentIndex(file.model.index(0, 0))
    qtbot.mouseClick(file.as_header, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()
    assert bar.header_row.text() == "1"
    file.table.setCurrentIndex(file.model.index(0, 0))
    file.table.setFocus()
    QTest.keyClick(file.table, Qt.Key.Key_Insert)  # the header is an order after all
    assert jobs.wait_idle()
    assert bar.header_row.text() == ""
    assert [file.model.row_at(place).kind for place in range(2)] == ["data", "data"]
    dialog.work.tabs.setCurrentIndex(COLUMNS)
    assert dialog.work.columns.rows[0].suggestion == "externalOrderId"
    row = show_field(dialog, "externalOrderId")
    card = dialog.work.fields.card
    card.kind.setCurrentIndex(0)
    card.kind.activated.emit(0)
    card.boxes[0].setCurrentIndex(card.boxes[0].findData(0))
    card.boxes[0].activated.emit(0)
    assert jobs.wait_idle()
    assert shown(dialog, row, SAMPLES) == "K-1 · K-2"
    qtbot.mouseClick(dialog.work.import_button, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()
    assert {number: draft.get("email") for number, draft in drafts(services).items()} == {
        "K-1": "c1@shop.com.ua", "K-2": "c2@shop.com.ua",
    }  # fmt: skip
