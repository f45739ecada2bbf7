"""The import by keyboard alone: everything has a name, the way of Tab is the way of the eye, and nothing is cut off."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from ordermanager.ui.import_dialog import ImportDialog
from ordermanager.ui.import_dialog.work_page import COLUMNS, FIELDS, FILE, ORDERS, PROBLEMS, QUESTIONS
from tests.ui.import_dialog.test_import_review import HEADER, row, states
from tests.ui.user import show_with_keys

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ordermanager.services.app import Services
    from ordermanager.ui.i18n import Language
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.look.theme import Theme

TABS = (FILE, COLUMNS, FIELDS, QUESTIONS, ORDERS, PROBLEMS)
CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QAbstractItemView, QAbstractSpinBox)


@pytest.fixture
def dialog(
    qtbot: QtBot, services: Services, jobs: Jobs, theme: Theme, language: Language, tmp_path: Path
) -> ImportDialog:
    path = tmp_path / "orders.csv"
    lines = [row(number, email="no mail" if number == 2 else "") for number in range(1, 8)]
    path.write_text("Title\n" + HEADER + "".join(lines).replace("DELIVERED", "on its way"), "utf-8")
    made = ImportDialog(services, jobs, path)
    qtbot.addWidget(made)
    made.resize(1024, 640)
    show_with_keys(qtbot, made)
    assert jobs.wait_idle()
    return made


def nameless(root: QWidget) -> list[str]:
    """Visible controls that a screen reader could not name."""
    found = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, CONTROLS):
            continue
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or widget.focusProxy() is not None:
            continue
        text = widget.text() if isinstance(widget, QAbstractButton) else ""
        is_inner = isinstance(widget.parentWidget(), (QComboBox, QAbstractSpinBox))
        if not (text or widget.accessibleName() or is_inner):
            found.append(f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}")
    return found


def test_every_control_of_every_step_has_a_name(dialog: ImportDialog, jobs: Jobs, qtbot: QtBot) -> None:
    for tab in TABS:
        dialog.work.tabs.setCurrentIndex(tab)
        assert jobs.wait_idle()
        assert nameless(dialog) == [], f"tab {tab}"
    dialog.work.tabs.setCurrentIndex(FIELDS)
    for name in ("email", "deliveryAddress", "firstName", "totalCost", "url"):
        dialog.work.fields.go_to(name)
        for kind in range(3):
            dialog.work.fields.card.kind.setCurrentIndex(kind)
            dialog.work.fields.card._show_parts()
            assert nameless(dialog) == [], f"{name} {kind}"
    qtbot.mouseClick(dialog.work.review_button, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()
    qtbot.mouseClick(dialog.review._replace, Qt.MouseButton.LeftButton)
    assert nameless(dialog) == []


@pytest.mark.parametrize("code", ["en", "uk"])
def test_each_step_fits_a_small_screen_with_text_twice_as_large(
    services: Services, jobs: Jobs, qtbot: QtBot, theme: Theme, language: Language, tmp_path: Path, code: str
) -> None:
    language.set_code(code)
    usual = QApplication.font()
    large = QApplication.font()
    large.setPointSizeF(usual.pointSizeF() * 2)
    QApplication.setFont(large)
    try:
        path = tmp_path / "orders.csv"
        path.write_text(HEADER + row(1) + row(2, email="no mail"), "utf-8")
        made = ImportDialog(services, jobs, path)
        qtbot.addWidget(made)
        made.resize(1024, 640)
        made.show()
        assert jobs.wait_idle()
        for tab in TABS:
            made.work.tabs.setCurrentIndex(tab)
            assert jobs.wait_idle()
            assert (made.width(), made.height()) == (1024, 640), f"tab {tab}"
        qtbot.mouseClick(made.work.review_button, Qt.MouseButton.LeftButton)
        assert jobs.wait_idle()
        qtbot.mouseClick(made.review._replace, Qt.MouseButton.LeftButton)
        assert jobs.wait_idle()
        assert (made.width(), made.height()) == (1024, 640)
    finally:
        QApplication.setFont(usual)


def test_from_the_file_to_its_orders_without_a_mouse(
    dialog: ImportDialog, services: Services, jobs: Jobs
) -> None:
    """Answer the question, look through, put the bad order right, and import; Tab, arrows and Enter only."""

    def tab_to(wanted: QWidget) -> None:
        for _ in range(60):
            if wanted.hasFocus():
                return
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never comes to {wanted.accessibleName()}")

    (box,) = [
        each
        for each in dialog.work.questions.findChildren(QComboBox)
        if "on its way" in each.accessibleName()
    ]
    tab_to(box)
    QTest.keyClick(box, Qt.Key.Key_Down)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert jobs.wait_idle()
    tab_to(dialog.work.review_button)
    QTest.keyClick(dialog.work.review_button, Qt.Key.Key_Space)
    assert jobs.wait_idle()
    page = dialog.review
    tab_to(page.table)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert page.fix.field.hasFocus()
    page.fix.field.selectAll()
    QTest.keyClicks(page.fix.field, "olena@shop.com.ua")
    QTest.keyClick(page.fix.field, Qt.Key.Key_Return)
    assert jobs.wait_idle()
    assert "7 ready" in page.counts.text()
    tab_to(page._store)
    QTest.keyClick(page._store, Qt.Key.Key_Space)
    assert jobs.wait_idle()
    assert len(states(services)) == 7
    assert dialog.result_page.done.hasFocus()
