"""The items by keys: Tab adds a row, rows are removed, copied and moved, products come from earlier orders."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from ordermanager.domain.checks.findings import Finding, Severity
from ordermanager.domain.checks.rules import CostBasis
from ordermanager.domain.draft import OrderDraft
from ordermanager.ui.order_pane.items_editor import ItemsEditor
from ordermanager.ui.order_pane.items_model import COLUMNS, LINE_TOTAL, ItemsModel
from tests.ui.user import show_with_keys

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from ordermanager.services.app import Services
    from ordermanager.ui.i18n import Language
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.look.theme import Theme

TEA = {"externalItemId": "T", "name": "Tea", "quantity": "2", "cost": "10.50"}
CUP = {"externalItemId": "C", "name": "Cup", "quantity": "1", "cost": "90"}
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def editor(qtbot: QtBot, services: Services, jobs: Jobs, theme: Theme, language: Language) -> ItemsEditor:
    window = QWidget()
    made = ItemsEditor(services, jobs, window)
    layout = QVBoxLayout(window)
    layout.addWidget(made)
    layout.addWidget(QLineEdit(window))
    window.resize(1100, 400)
    qtbot.addWidget(window)
    show_with_keys(qtbot, window)
    made.keep = window  # the test's window lives as long as the editor
    return made


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, modifiers)


def write(text: str) -> None:
    """Key by key to whatever has the keys: the first one opens the cell's editor."""
    for letter in text:
        QTest.keyClick(focused(), letter)


def shown(editor: ItemsEditor, row: int, name: str) -> str:
    return str(editor.model.index(row, COLUMNS.index(name)).data())


def go(editor: ItemsEditor, row: int, name: str) -> None:
    editor.jump(row, name)
    assert focused() is editor.view


def test_tab_past_the_last_cell_adds_a_row_and_goes_on_writing(editor: ItemsEditor) -> None:
    editor.focus()
    press(Qt.Key.Key_Return)
    for text in ("T", "Tea", "2", "10.50", "", "", "", "", "C", "Cup"):
        write(text)
        press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Escape)
    names = [item.get("name") for item in editor.items()]
    assert names == ["Tea", "Cup"]
    assert shown(editor, 0, LINE_TOTAL) == "21.00"


def test_the_computed_column_is_skipped(editor: ItemsEditor) -> None:
    editor.set_items([dict(TEA)])
    go(editor, 0, "cost")
    press(Qt.Key.Key_Tab)
    assert COLUMNS[editor.view.currentIndex().column()] == "category"
    press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert COLUMNS[editor.view.currentIndex().column()] == "cost"


def test_tab_leaves_the_table_from_an_empty_last_row(editor: ItemsEditor) -> None:
    editor.set_items([dict(TEA)])
    go(editor, 0, "description")
    press(Qt.Key.Key_Tab)
    assert editor.model.rowCount() == 2
    press(Qt.Key.Key_Tab)
    assert not editor.view.hasFocus()
    assert editor.items() == [TEA]


def test_enter_in_an_empty_row_ends_the_list(editor: ItemsEditor, qtbot: QtBot) -> None:
    editor.set_items([dict(TEA)])
    editor.view.add_item()
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not editor.view.is_editing())
    assert not editor.view.hasFocus()
    assert editor.items() == [TEA]


def test_back_tab_leaves_the_table_at_its_start(editor: ItemsEditor) -> None:
    editor.set_items([dict(TEA)])
    go(editor, 0, "externalItemId")
    press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert not editor.view.hasFocus()


def test_an_empty_table_lets_the_keys_through(editor: ItemsEditor) -> None:
    editor.focus()
    press(Qt.Key.Key_Tab)
    assert not editor.view.hasFocus()


def test_a_letter_in_an_empty_table_is_the_first_item_s(editor: ItemsEditor, qtbot: QtBot) -> None:
    editor.focus()
    write("SKU-5")
    press(Qt.Key.Key_Tab)
    write("Jug")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: editor.items() == [{"externalItemId": "SKU-5", "name": "Jug"}], timeout=5000)


def test_rows_are_removed_duplicated_and_moved_by_keys(editor: ItemsEditor, qtbot: QtBot) -> None:
    editor.set_items([dict(TEA), dict(CUP)])
    go(editor, 0, "name")
    with qtbot.waitSignal(editor.changed):
        press(Qt.Key.Key_D, CONTROL)
    assert [item["name"] for item in editor.items()] == ["Tea", "Tea", "Cup"]
    press(Qt.Key.Key_Down, ALT)
    assert [item["name"] for item in editor.items()] == ["Tea", "Cup", "Tea"]
    press(Qt.Key.Key_Up, ALT)
    press(Qt.Key.Key_Delete, CONTROL)
    assert [item["name"] for item in editor.items()] == ["Tea", "Cup"]


def test_typing_replaces_a_cell_and_enter_goes_down(editor: ItemsEditor, qtbot: QtBot) -> None:
    editor.set_items([dict(TEA), dict(CUP)])
    go(editor, 0, "cost")
    write("12")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not editor.view.is_editing())
    assert editor.items()[0]["cost"] == "12"
    assert editor.view.currentIndex().row() == 1
    assert shown(editor, 0, LINE_TOTAL) == "24.00"


def test_delete_empties_a_cell_and_leaves_the_row(editor: ItemsEditor) -> None:
    editor.set_items([dict(TEA)])
    go(editor, 0, "cost")
    press(Qt.Key.Key_Delete)
    assert editor.items() == [TEA | {"cost": ""}]
    assert shown(editor, 0, LINE_TOTAL) == ""


def test_a_price_for_the_line_is_not_multiplied(editor: ItemsEditor) -> None:
    editor.set_items([dict(TEA)])
    editor.set_rules((), CostBasis.LINE, sent=True)
    assert shown(editor, 0, LINE_TOTAL) == "10.50"


def test_a_table_from_a_spreadsheet_is_pasted_from_the_cell_on(editor: ItemsEditor) -> None:
    editor.set_items([dict(TEA)])
    go(editor, 0, "name")
    QGuiApplication.clipboard().setText("Green tea\t3\t11\tdrinks\r\nBlack tea\t1\t9\tdrinks\r\n")
    press(Qt.Key.Key_V, CONTROL)
    first, second = editor.items()
    assert first == TEA | {"name": "Green tea", "quantity": "3", "cost": "11", "category": "drinks"}
    assert second == {"name": "Black tea", "quantity": "1", "cost": "9", "category": "drinks"}


def test_a_cell_with_line_breaks_tabs_and_quotes_stays_one_cell(editor: ItemsEditor) -> None:
    editor.set_items([dict(TEA)])
    go(editor, 0, "name")
    text = 'Green "best" tea\nof spring'
    QGuiApplication.clipboard().setText('"Green ""best"" tea\nof spring"\t3\r\n5" plate\t1\r\n')
    press(Qt.Key.Key_V, CONTROL)
    assert [(item["name"], item["quantity"]) for item in editor.items()] == [(text, "3"), ('5" plate', "1")]
    go(editor, 0, "name")
    press(Qt.Key.Key_C, CONTROL)
    editor.set_items([dict(CUP)])
    go(editor, 0, "name")
    press(Qt.Key.Key_V, CONTROL)
    assert editor.items()[0]["name"] == text


def test_copied_cells_are_a_table(editor: ItemsEditor) -> None:
    editor.set_items([dict(TEA), dict(CUP)])
    go(editor, 0, "name")
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    press(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    press(Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "Tea\t2\nCup\t1"


def test_a_description_keeps_its_lines(editor: ItemsEditor) -> None:
    text = "first\nsecond\twith a tab"
    editor.set_items([TEA | {"description": text}])
    go(editor, 0, "description")
    press(Qt.Key.Key_F2)
    assert isinstance(focused(), QPlainTextEdit)
    press(Qt.Key.Key_Tab)
    assert editor.items()[0]["description"] == text


def test_a_finding_is_marked_in_its_cell_and_said_below(editor: ItemsEditor) -> None:
    editor.set_items([dict(TEA)])
    finding = Finding("items[0].quantity", Severity.ERROR, "quantity.not_positive", {"value": "0"})
    assert editor.show_findings([finding], quiet=False) == [finding]
    index = editor.model.index(0, COLUMNS.index("quantity"))
    assert index.data(Qt.ItemDataRole.BackgroundRole) is not None
    assert "above zero" in index.data(Qt.ItemDataRole.ToolTipRole)
    go(editor, 0, "quantity")
    assert len(editor._lines) == 1


def test_what_is_missing_is_said_only_when_the_row_is_left(editor: ItemsEditor) -> None:
    editor.focus()
    press(Qt.Key.Key_Return)
    write("T")
    press(Qt.Key.Key_Tab)
    finding = Finding("items[0].cost", Severity.ERROR, "required")
    assert editor.show_findings([finding], quiet=False) == []
    press(Qt.Key.Key_Escape)
    editor.view.add_item()
    assert editor.show_findings([finding], quiet=False) == [finding]


def test_a_known_product_brings_its_fields(editor: ItemsEditor, services: Services, qtbot: QtBot) -> None:
    known = TEA | {"url": "https://shop.ua/tea", "imageUrl": "https://shop.ua/tea.jpg"}
    services.orders.save(OrderDraft({"externalOrderId": "1"}, [known]))
    editor.focus()
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Tab)
    write("te")
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    popup = QApplication.activePopupWidget()
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(editor.items()) and editor.items()[0].get("url") == "https://shop.ua/tea")
    item = editor.items()[0]
    assert (item["externalItemId"], item["name"], item["cost"], item["quantity"]) == (
        "T",
        "Tea",
        "10.50",
        "1",
    )
    assert COLUMNS[editor.view.currentIndex().column()] == "quantity"


def test_ten_thousand_items_are_shown_at_once(editor: ItemsEditor) -> None:
    editor.set_items([dict(TEA) for _ in range(10_000)])
    assert editor.model.rowCount() == 10_000
    go(editor, 9_999, "name")
    press(Qt.Key.Key_Delete, CONTROL)
    assert len(editor.items()) == 9_999


def test_the_model_keeps_the_rules_of_qt(qtmodeltester: ModelTester, language: Language) -> None:
    model = ItemsModel()
    model.set_items([dict(TEA), dict(CUP)])
    qtmodeltester.check(model, force_py=True)
    model.add(1)
    assert model.move(2, 0)
    model.remove(2)
    assert model.items() == [CUP, TEA]


def test_what_is_typed_stays_when_findings_arrive(editor: ItemsEditor) -> None:
    editor.set_items([dict(CUP)])
    go(editor, 0, "name")
    write("Te")
    editor.show_findings([Finding("items[0].name", Severity.ERROR, "required")], quiet=False)
    write("a")
    press(Qt.Key.Key_Tab)
    assert shown(editor, 0, "name") == "Tea"
