"""The import dialog: a file is understood, changed, counted, imported, and stopped; nothing is written before."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import xlsxwriter
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel

from ordermanager.store.orders.query import OrderQuery
from ordermanager.ui.controls.plain import PlainLabel
from ordermanager.ui.controls.sign import Sign
from ordermanager.ui.import_dialog.columns_tab import FIELD
from ordermanager.ui.import_dialog.work_page import COLUMNS, PROBLEMS

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ordermanager.services.app import Services
    from ordermanager.ui.jobs import Jobs

HEADER = (
    "Order ID,Customer ID,Email,Total,Currency,Status,Date,Item ID,Item name,Quantity,Price,Link,Image link\n"
)


def row(number: int, email: str = "", total: str = "21.00") -> str:
    who = email or f"c{number}@shop.com.ua"
    links = "https://shop.ua/t,https://shop.ua/t.jpg"
    return f"{number},C-{number},{who},{total},UAH,DELIVERED,2026-11-20 12:00,T,Tea,2,10.50,{links}\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "orders.csv"
    path.write_text(HEADER + row(1) + row(2, email="no mail") + row(3), "utf-8")
    return path


Open = "Callable[[Path | str | None], ImportDialog]"


def test_a_known_table_is_counted_and_shown_with_errors_first(
    open_dialog: Open, table: Path, services: Services
) -> None:
    dialog = open_dialog(table)
    assert dialog.work.counts.text() == "3 rows → 3 orders: 2 ready, 1 with problems; 3 new"
    first = [dialog.work.orders.index(0, column).data() for column in range(2)]
    assert first == ["3", "2"]
    assert dialog.work.tabs.tabText(PROBLEMS) == "Problems (2)"
    assert services.orders.count(OrderQuery()) == 0


def test_what_the_whole_file_lacks_is_one_problem(open_dialog: Open, tmp_path: Path) -> None:
    path = tmp_path / "orders.csv"
    lines = [HEADER, row(1), row(2, email="no mail"), row(3)]
    path.write_text("".join(",".join(line.strip().split(",")[:-1]) + "\n" for line in lines), "utf-8")
    dialog = open_dialog(path)
    model = dialog.work.problems
    shown = [
        tuple(model.index(number, column).data() for column in (0, 2)) for number in range(model.rowCount())
    ]
    assert shown[0] == ("all", "Image link")
    assert [line for line in shown[1:] if line[1].endswith("Image link")] == []
    assert ("3", "E-mail") in shown
    assert dialog.work.tabs.tabText(PROBLEMS) == f"Problems ({len(shown)})"


def test_enter_imports_and_says_what_came(
    open_dialog: Open, table: Path, services: Services, jobs: Jobs, qtbot: QtBot
) -> None:
    dialog = open_dialog(table)
    assert dialog.work.import_button.hasFocus()
    with qtbot.waitSignal(dialog.imported) as signal:
        QTest.keyClick(dialog.work.import_button, Qt.Key.Key_Return)
    assert services.orders.count(OrderQuery(import_id=signal.args[0])) == 3
    assert "2 ready" in dialog.result_page.counts.text()
    QTest.keyClick(dialog.result_page.done, Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_the_same_file_again_is_unchanged(open_dialog: Open, table: Path, jobs: Jobs, qtbot: QtBot) -> None:
    first = open_dialog(table)
    with qtbot.waitSignal(first.imported):
        first.start()
    again = open_dialog(table)
    assert again.work.counts.text().endswith("0 new, 3 unchanged")


def test_a_column_is_given_to_another_field_by_keys(
    open_dialog: Open, tmp_path: Path, jobs: Jobs, qtbot: QtBot
) -> None:
    path = tmp_path / "odd.csv"
    path.write_text(HEADER.replace("Order ID", "Foo", 1) + row(1), "utf-8")
    dialog = open_dialog(path)
    assert not dialog.can_import
    assert dialog.work.tabs.currentIndex() == COLUMNS
    assert dialog.work._error.isVisible()
    view = dialog.work.columns_table
    view.setFocus()
    view.setCurrentIndex(dialog.work.columns.index(0, 0))
    QTest.keyClick(view, Qt.Key.Key_Return)
    box = view.findChild(QComboBox)
    popup = box.view()
    popup.setCurrentIndex(box.model().index(box.findData("externalOrderId"), 0))
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert jobs.wait_idle()
    assert dialog.work.columns.index(0, FIELD).data() == "Order ID"
    assert dialog.can_import
    assert dialog.work.counts.text().startswith("1 row → 1 order: 1 ready")


def test_what_the_file_lacks_is_given_once_for_all(
    open_dialog: Open, tmp_path: Path, jobs: Jobs, qtbot: QtBot
) -> None:
    path = tmp_path / "poor.csv"
    path.write_text(
        "Order ID,Email,Total,Currency,Status,Date,Item ID,Item name,Quantity,Price\n"
        "1,a@shop.com.ua,21.00,UAH,DELIVERED,2026-11-20 12:00,T,Tea,2,10.50\n",
        "utf-8",
    )
    dialog = open_dialog(path)
    questions = dialog.work.questions
    patterns = {
        "externalCustomerId": "{email|phone}",
        "url": "https://shop.ua/{externalItemId}",
        "imageUrl": "https://shop.ua/{externalItemId}.jpg",
    }
    dialog.work.tabs.setCurrentWidget(questions)
    for name, text in patterns.items():
        box = questions.findChild(QComboBox, f"row:field:{name}")
        box.setFocus()
        QTest.keyClicks(box.lineEdit(), text)
        QTest.keyClick(box.lineEdit(), Qt.Key.Key_Return)
        assert jobs.wait_idle()
        # the page was made anew: the keyboard is where it was, and the text stands there
        box = questions.findChild(QComboBox, f"row:field:{name}")
        assert box.lineEdit().text() == text
        assert questions.isAncestorOf(dialog.focusWidget())
    assert dialog.options.constants == patterns
    assert dialog.work.counts.text().startswith("1 row → 1 order: 1 ready")


def test_another_rule_set_asks_for_less(open_dialog: Open, tmp_path: Path, jobs: Jobs) -> None:
    path = tmp_path / "minimum.csv"
    path.write_text(
        "Order ID,Email,Total,Currency,Status,Date\n1,a@shop.com.ua,21,UAH,DELIVERED,2026-11-20 12:00\n",
        "utf-8",
    )
    dialog = open_dialog(path)
    assert "1 with problems" in dialog.work.counts.text()
    box = dialog.work.questions.rules.rule_sets
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert jobs.wait_idle()
    assert "1 ready" in dialog.work.counts.text()


def test_the_reading_can_be_changed(open_dialog: Open, tmp_path: Path, jobs: Jobs) -> None:
    path = tmp_path / "cyrillic.csv"
    path.write_bytes((HEADER + row(1)).replace("Tea", "Чай").encode("cp1251"))
    dialog = open_dialog(path)
    reading = dialog.work.file.reading
    reading.encodings.setCurrentIndex(reading.encodings.findData("koi8_u"))
    reading.encodings.activated.emit(reading.encodings.currentIndex())
    assert jobs.wait_idle()
    column = HEADER.split(",").index("Item name")
    assert dialog.work.columns.rows[column].samples[0] != "Чай"
    reading.encodings.setCurrentIndex(reading.encodings.findData("cp1251"))
    reading.encodings.activated.emit(reading.encodings.currentIndex())
    assert jobs.wait_idle()
    assert dialog.work.columns.rows[column].samples[0] == "Чай"


def test_a_file_that_is_no_table_is_said_in_place(
    open_dialog: Open, tmp_path: Path, services: Services
) -> None:
    path = tmp_path / "broken.xlsx"
    path.write_bytes(b"PK\x03\x04 this is no workbook")
    dialog = open_dialog(path)
    assert dialog.work._error.isVisible()
    assert "broken.xlsx" in dialog.work._error_text.text()
    assert not dialog.can_import
    assert services.orders.count(OrderQuery()) == 0


def test_a_table_is_pasted(open_dialog: Open, jobs: Jobs, qtbot: QtBot) -> None:
    dialog = open_dialog(None)
    assert not dialog.choose._use.isEnabled()
    dialog.choose.paste((HEADER + row(1)).replace(",", "\t"))
    qtbot.mouseClick(dialog.choose._use, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()
    assert dialog.work.counts.text().startswith("1 row → 1 order: 1 ready")


def test_an_import_that_is_stopped_leaves_nothing(
    open_dialog: Open, tmp_path: Path, services: Services, jobs: Jobs, qtbot: QtBot
) -> None:
    path = tmp_path / "many.csv"
    path.write_text(HEADER + "".join(row(number) for number in range(20_000)), "utf-8")
    dialog = open_dialog(path)
    dialog.start()
    assert dialog.is_busy
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: not dialog.is_busy, timeout=30_000)
    assert "Nothing of this file was kept" in dialog.work.counts.text()
    assert services.orders.count(OrderQuery()) == 0
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_markup_in_a_file_is_shown_as_text(open_dialog: Open, tmp_path: Path) -> None:
    trap = "<img src=//host/x>"
    path = tmp_path / "trap<b>.csv"
    path.write_text(HEADER.replace("Link", trap, 1) + row(1, email=trap), "utf-8")
    dialog = open_dialog(path)
    for label in dialog.findChildren(QLabel):
        assert isinstance(label, (PlainLabel, Sign)), label.text()
        assert label.textFormat() == Qt.TextFormat.PlainText or not label.text()
    tip = dialog.work.orders.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "<img" not in tip


def test_keys_reach_everything(open_dialog: Open, table: Path) -> None:
    dialog = open_dialog(table)
    seen = set()
    for _ in range(40):
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        seen.add(dialog.focusWidget())
    work = dialog.work
    assert {work.import_button, work._cancel, work._other, work.reading.layouts, work.orders_table} <= seen


def test_all_sheets_with_the_same_headers_are_one_choice(
    open_dialog: Open, tmp_path: Path, jobs: Jobs
) -> None:
    path = tmp_path / "year.xlsx"
    with xlsxwriter.Workbook(path) as book:
        for month in ("Jan", "Feb"):
            sheet = book.add_worksheet(month)
            for number, line in enumerate((HEADER, row(1), row(2))):
                text = f"{month}{line}" if number else line
                sheet.write_row(number, 0, text.strip().split(","))
    dialog = open_dialog(path)
    sheets = dialog.work.reading.sheets
    assert [sheets.itemText(place) for place in range(sheets.count())] == [
        "Jan",
        "Feb",
        "All with the same headers",
    ]
    assert dialog.work.counts.text().startswith("2 rows → 2 orders")
    sheets.setFocus()
    QTest.keyClick(sheets, Qt.Key.Key_End)
    assert jobs.wait_idle()
    assert dialog.work.counts.text().startswith("4 rows → 4 orders")
    assert sheets.currentText() == "All with the same headers"
    QTest.keyClick(sheets, Qt.Key.Key_Home)
    assert jobs.wait_idle()
    assert dialog.work.counts.text().startswith("2 rows → 2 orders")


def test_a_choice_that_arrives_after_its_file_was_put_aside_is_let_go(
    open_dialog: Open, table: Path, qtbot: QtBot
) -> None:
    dialog = open_dialog(table)
    ways = dialog.work.grouping.ways
    ways.showPopup()
    qtbot.mouseClick(dialog.work._other, Qt.MouseButton.LeftButton)
    ways.view().setCurrentIndex(ways.model().index(ways.count() - 1, 0))
    with qtbot.waitSignal(ways.activated):
        QTest.keyClick(ways.view(), Qt.Key.Key_Return)
    assert dialog._pages.currentWidget() is dialog.choose


def test_one_of_two_tables_beside_each_other_is_chosen(open_dialog: Open, tmp_path: Path, jobs: Jobs) -> None:
    path = tmp_path / "beside.csv"
    path.write_text(
        "Order ID,Date,Total,,Order ID,Date,Total\n1,2026-05-01,5,,4,2026-05-02,6\n2,2026-05-02,6,,,,\n",
        "utf-8",
    )
    dialog = open_dialog(path)
    tables = dialog.work.reading.tables
    assert [tables.itemText(place) for place in range(tables.count())] == ["A–C", "E–G", "All"]
    assert tables.isVisible()
    assert "Another table stands in columns E:G" in dialog.work._recognised.text()
    assert dialog.work.counts.text().startswith("2 rows → 2 orders")
    tables.setFocus()
    QTest.keyClick(tables, Qt.Key.Key_Down)
    assert jobs.wait_idle()
    assert dialog.work.counts.text().startswith("1 row → 1 order")
    assert tables.currentText() == "E–G"


def test_letters_encoded_twice_are_put_right_by_one_click(
    open_dialog: Open, tmp_path: Path, jobs: Jobs, qtbot: QtBot
) -> None:
    path = tmp_path / "twice.csv"
    path.write_text("Order ID,Name,Total\n7,Р†РІР°РЅ,5\n", "utf-8")
    dialog = open_dialog(path)
    mend = dialog.work.reading.mend
    assert mend.isVisible()
    assert not mend.isChecked()
    qtbot.mouseClick(mend, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()
    assert mend.isChecked()
    assert "“Р†РІР°РЅ” is “Іван”" in dialog.work._recognised.text()
    assert dialog.work.file.model.index(1, 3).data() == "Іван"
