"""Everything can be named and reached without eyes or mouse: the window, every place, every dialog of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)

from ordermanager.resources import resource
from ordermanager.ui.actions.table import ACTIONS
from ordermanager.ui.import_dialog import ImportDialog
from ordermanager.ui.sending.question import SendQuestion

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from ordermanager.services.app import Services
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.shell.main_window import MainWindow

CONTROLS = (QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit)
DIALOGS = (
    "palette", "change", "send_later", "runs", "backups", "shortcuts", "settings", "connect", "new_status",
    "preview_send", "delete_at_yespo", "paste", "duplicates",
)  # fmt: skip
MOST_STOPS = 150


def controls(root: QWidget) -> Iterator[QWidget]:
    """What a person can use in a window, without Qt's own inner parts."""
    for widget in root.findChildren(QWidget):
        inner = isinstance(widget.parent(), (QComboBox, QAbstractSpinBox, QAbstractItemView, QHeaderView))
        is_shown = widget.isVisibleTo(root) and widget.window() is root
        if isinstance(widget, CONTROLS) and not isinstance(widget, QHeaderView) and is_shown and not inner:
            yield widget


def nameless(root: QWidget) -> list[str]:
    """The controls that a screen reader could not name, or whose role it would not know."""
    found = []
    for widget in controls(root):
        if widget.objectName() in ("qt_toolbar_ext_button", "qt_menubar_ext_button"):
            continue
        told = QAccessible.queryAccessibleInterface(widget)
        name = told.text(QAccessible.Text.Name).strip() if told is not None else ""
        role = told.role() if told is not None else QAccessible.Role.NoRole
        if not name or role in (QAccessible.Role.NoRole, QAccessible.Role.Client):
            owner = widget.parent()
            found.append(
                f"{type(widget).__name__} {widget.objectName()} in {type(owner).__name__} ({role.name})"
            )
    return found


def stops(root: QWidget, key: Qt.Key = Qt.Key.Key_Tab) -> list[QWidget]:
    """Where Tab leads from where the keys are, until it comes round."""
    seen: list[QWidget] = []
    for _ in range(MOST_STOPS):
        focus = QApplication.focusWidget()
        if focus is None or (seen and focus is seen[0]):
            break
        seen.append(focus)
        QTest.keyClick(focus, key)
    return seen


def close_dialogs(jobs: Jobs) -> None:
    while (dialog := QApplication.activeModalWidget()) is not None:
        dialog.close()
        assert jobs.wait_idle()


def test_every_control_of_every_place_has_a_name_and_a_role(
    jobs: Jobs,
    services: Services,
    add_orders: Callable[..., list[int]],
    open_window: Callable[[], MainWindow],
) -> None:
    add_orders(3)
    services.importing.run(services.importing.prepare(resource("samples") / "orders_full.csv"))
    window = open_window()
    for place in window.folders.keys:
        window.go_to(place)
        assert jobs.wait_idle()
        assert nameless(window) == [], place


@pytest.mark.parametrize("action_id", DIALOGS)
def test_every_control_of_a_dialog_has_a_name_and_is_reached_by_tab(
    action_id: str,
    qtbot: QtBot,
    jobs: Jobs,
    services: Services,
    add_orders: Callable[..., list[int]],
    open_window: Callable[[], MainWindow],
) -> None:
    services.accounts.add("Sandbox", "http://127.0.0.1:9/api", key="k", is_sandbox=True, default=True)
    services.outbox.queue(add_orders(3))
    for name in ("7001", "#7001"):  # for the duplicates: two that may be one
        add_orders(1, 900, externalOrderId=name)
    window = open_window()
    if action_id not in {spec.id for spec in ACTIONS}:
        pytest.skip("no such action")
    window.orders.table.selectAll()
    assert jobs.wait_idle()
    QApplication.clipboard().setText("Delivered")
    window.actions_table[action_id].trigger()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    assert jobs.wait_idle()
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    assert_named_and_reached(dialog)
    close_dialogs(jobs)


def test_the_question_before_a_delicate_send_has_names_and_is_reached_by_tab(
    jobs: Jobs,
    services: Services,
    add_orders: Callable[..., list[int]],
    open_window: Callable[[], MainWindow],
) -> None:
    services.accounts.add("Shop", "https://yespo.invalid/api", key="k", is_sandbox=False, default=True)
    services.outbox.queue(add_orders(2, date="2024-03-01 12:00"))
    window = open_window()
    looked: list[Exception | None] = []
    poll = QTimer(window)  # the question runs its own loop, in which a failure would be lost

    def look() -> None:
        question = QApplication.activeModalWidget()
        if isinstance(question, SendQuestion) and question.isActiveWindow():
            poll.stop()
            try:
                assert_named_and_reached(question)
                looked.append(None)
            except AssertionError as error:
                looked.append(error)
            question.reject()

    poll.timeout.connect(look)
    poll.start(20)
    window.actions_table["send"].trigger()
    assert jobs.wait_idle()
    assert looked == [None]


def assert_named_and_reached(dialog: QWidget) -> None:
    assert nameless(dialog) == []
    focus = QApplication.focusWidget()
    assert focus is not None
    assert dialog.isAncestorOf(focus)
    reached = stops(dialog)
    assert len(reached) < MOST_STOPS, "Tab never comes round"
    groups = {type(widget) for widget in reached}
    wanted = [
        widget
        for widget in controls(dialog)
        if widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not _is_radio(widget)
    ]
    missed = [widget for widget in wanted if widget not in reached and not _holds(widget, reached)]
    assert [_words(widget) for widget in missed] == [], groups


@pytest.mark.parametrize("sample", ["shopify_orders.csv", None])
def test_every_step_of_the_import_has_names(
    sample: str | None, jobs: Jobs, open_window: Callable[[], MainWindow]
) -> None:
    window = open_window()
    window.deeds.open_import(resource("samples") / sample if sample else None)
    assert jobs.wait_idle()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ImportDialog)
    assert nameless(dialog) == []
    if sample:
        for step in range(dialog.work.tabs.count()):
            dialog.work.tabs.setCurrentIndex(step)
            assert jobs.wait_idle()
            assert nameless(dialog) == [], step
        dialog.work.review_button.click()
        assert jobs.wait_idle()
        assert nameless(dialog) == []
    close_dialogs(jobs)


def test_tab_goes_round_the_window_and_comes_to_list_form_and_tool_bar(
    jobs: Jobs, add_orders: Callable[..., list[int]], open_window: Callable[[], MainWindow]
) -> None:
    add_orders(3)
    window = open_window()
    window.make_pane()
    assert jobs.wait_idle()
    window.folders.setFocus()
    reached = stops(window)
    assert len(reached) < MOST_STOPS, "Tab never comes round"
    for part in (window.folders, window.orders.table, window.orders.search):
        assert part in reached
    for holder in (window.pane, window.tools):
        assert any(holder.isAncestorOf(widget) for widget in reached), holder


def test_every_action_is_in_a_menu_and_every_menu_has_a_letter(open_window: Callable[[], MainWindow]) -> None:
    window = open_window()
    titles = [action.text() for action in window.menuBar().actions()]
    letters = [title[title.index("&") + 1].lower() for title in titles]
    assert len(set(letters)) == len(letters)
    in_menus = [each for top in window.menuBar().actions() for each in top.menu().actions()]
    for spec in ACTIONS:
        assert window.actions_table[spec.id] in in_menus, spec.id


def test_fields_of_the_form_have_labels_as_buddies(
    jobs: Jobs, add_orders: Callable[..., list[int]], open_window: Callable[[], MainWindow]
) -> None:
    add_orders(1)
    window = open_window()
    window.make_pane()
    assert jobs.wait_idle()
    for name, box in window.pane.form._boxes.items():
        assert box._label.buddy() is not None, name
        assert box.editor.target().accessibleName(), name


def _is_radio(widget: QWidget) -> bool:
    """Of a group of choices Tab comes to one, the arrows to the others."""
    return isinstance(widget, QAbstractButton) and (widget.autoExclusive() or widget.group() is not None)


def _holds(widget: QWidget, reached: list[QWidget]) -> bool:
    return any(widget.isAncestorOf(each) for each in reached)


def _words(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, (QAbstractButton, QLineEdit)) else ""
    return f"{type(widget).__name__} {widget.accessibleName() or text}"


def test_a_menu_is_used_by_its_letter_and_that_of_a_line(
    qtbot: QtBot, open_window: Callable[[], MainWindow]
) -> None:
    window = open_window()
    window.folders.setFocus()
    QTest.keyClick(window, Qt.Key.Key_H, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.keyClick(menu, Qt.Key.Key_K)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    close_dialogs_of(window)


def close_dialogs_of(window: MainWindow) -> None:
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    assert dialog.parent() is window
    dialog.close()


def test_no_two_actions_have_the_same_key() -> None:
    keys = [key for spec in ACTIONS for key in (spec.shortcut, *spec.more_shortcuts) if key]
    assert sorted(keys) == sorted(set(keys))
