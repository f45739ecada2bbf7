"""Another look is the look that a window has which was made in it: to the pixel, seen or not, and in short turns."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFrame,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from ordermanager.domain.draft import OrderDraft
from ordermanager.ui.controls.plain import PlainLabel
from ordermanager.ui.look.colours import DARK, LIGHT, Colours
from ordermanager.ui.look.icons import icon
from ordermanager.ui.look.style_sheet import ROLES, style_sheet
from ordermanager.ui.look.theme import Mode, mark_look, palette_of
from ordermanager.ui.order_pane.state_pill import StatePill

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ordermanager.services.app import Services
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.look.theme import Theme
    from ordermanager.ui.shell.main_window import MainWindow

LONGEST_TURN = 0.1
"""Seconds of work for 3,000 widgets of which ten are seen: a fifth of what all of them take in one turn."""


def role_of(name: str) -> QPalette.ColorRole:
    """The role of the palette that a style sheet calls so."""
    wanted = name.replace("-", "")
    return next(role for role in QPalette.ColorRole if role.name.lower() == wanted)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_palette_has_what_the_sheet_asks_of_it(theme: Colours) -> None:
    """In every state: the sheet is read in one, and kept for all."""
    palette = palette_of(theme)
    groups = (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled)
    for field, name in ROLES.items():
        for group in groups:
            assert palette.color(group, role_of(name)) == QColor(getattr(theme, field)), (field, group)
    assert len(set(ROLES.values())) == len(ROLES)


def test_the_sheet_is_the_same_in_both_themes_but_for_what_stands_in_two_sets() -> None:
    sheet = style_sheet(LIGHT, DARK)
    asked = set(re.findall(r"palette\(([a-z-]+)\)", sheet))
    assert asked == set(ROLES.values())
    rules = [rule for rule in sheet.split("}") if re.search(r"#[0-9a-f]{6}", rule.partition("{")[2])]
    dark = [rule for rule in rules if "look=" in rule]
    assert len(dark) * 2 == len(rules), "a colour that stays when the look changes"


def everything(parent: QWidget | None = None) -> QWidget:
    """A widget of each kind that the sheet speaks of."""
    page = QWidget(parent)
    column = QVBoxLayout(page)
    for role in ("muted", "heading", "error", "warning", "hint", "good", "sandbox"):
        column.addWidget(PlainLabel(role, page, role=role))
    for bar in ("info", "good", "warning", "error"):
        frame = QFrame(page)
        frame.setProperty("bar", bar)
        frame.setMinimumHeight(12)
        column.addWidget(frame)
    for role in ("", "primary", "danger", "link", "tile", "finding", "proposal"):
        for enabled in (True, False):
            button = QPushButton(role or "plain", page)
            button.setProperty("role", role)
            button.setEnabled(enabled)
            column.addWidget(button)
    tick, radio, line, choice = QCheckBox("tick"), QRadioButton("radio"), QLineEdit("warned"), QComboBox()
    tick.setChecked(True)
    radio.setChecked(True)
    line.setProperty("finding", "warning")
    for widget in (tick, radio, line, choice, StatePill(page)):
        column.addWidget(widget)
    return page


def picture(widget: QWidget | None) -> QImage:
    assert widget is not None
    return widget.grab().toImage()


def finish(qtbot: QtBot, theme: Theme) -> None:
    qtbot.waitUntil(lambda: theme.restyling.is_done)


def test_every_kind_of_widget_looks_as_if_it_had_been_made_in_the_other_theme(
    qtbot: QtBot, theme: Theme
) -> None:
    window = in_tabs(qtbot)
    light = picture(window.widget(0))
    theme.set_mode(Mode.DARK)
    finish(qtbot, theme)
    dark = picture(window.widget(0))
    assert dark != light
    fresh = in_tabs(qtbot)
    assert picture(fresh.widget(0)) == dark
    for tabs in (window, fresh):
        tabs.setCurrentIndex(1)
    assert picture(window.widget(1)) == picture(fresh.widget(1)), "what was not seen stays behind"
    window.setCurrentIndex(0)
    theme.set_mode(Mode.LIGHT)
    finish(qtbot, theme)
    assert picture(window.widget(0)) == light, "back is not where it was"


def in_tabs(qtbot: QtBot) -> QTabWidget:
    """All of it twice, once behind the other."""
    tabs = QTabWidget()
    mark_look(tabs)
    qtbot.addWidget(tabs)
    for name in ("seen", "not seen"):
        tabs.addTab(everything(tabs), name)
    tabs.show()
    return tabs


def test_the_window_looks_as_one_that_was_made_in_the_other_theme(
    qtbot: QtBot, open_window: Callable[[], MainWindow], services: Services, theme: Theme, jobs: Jobs
) -> None:
    services.orders.save(OrderDraft({"externalOrderId": "1001", "email": "x"}))
    window = shown_with_another_page(open_window, jobs)
    theme.set_mode(Mode.DARK)
    finish(qtbot, theme)
    fresh = shown_with_another_page(open_window, jobs)
    for each in (window, fresh):
        each.messages.show_message("warning", "Something to say")
    assert_alike(qtbot, jobs, window, fresh, parts)
    for each in (window, fresh):
        each.go_to("imports")
    assert_alike(qtbot, jobs, window, fresh, lambda each: [picture(each.imports)])


def shown_with_another_page(open_window: Callable[[], MainWindow], jobs: Jobs) -> MainWindow:
    """A window with a page that was made and is not seen."""
    window = open_window()
    for place in ("imports", "all"):
        window.go_to(place)
        assert jobs.wait_idle()
    return window


def assert_alike(
    qtbot: QtBot, jobs: Jobs, one: MainWindow, other: MainWindow, look: Callable[[MainWindow], list[QImage]]
) -> None:
    """Each looked at while it has the keys, but none of its parts."""
    found = []
    for window in (one, other):
        with qtbot.waitActive(window):
            window.activateWindow()
        assert jobs.wait_idle()
        focus = QApplication.focusWidget()
        if focus is not None:
            focus.clearFocus()
        found.append(look(window))
    assert found[0] == found[1]


def parts(window: MainWindow) -> list[QImage]:
    shown = (
        window.menuBar(),
        window.tools,
        window.messages,
        window.folders,
        window.orders,
        window.pane,
        window.status,
    )
    return [picture(part) for part in shown]


def test_a_widget_that_goes_meanwhile_is_no_harm(qtbot: QtBot, theme: Theme) -> None:
    window, hidden = QWidget(), QWidget()
    for each in (window, hidden):
        qtbot.addWidget(each)
    for _ in range(400):
        QPushButton("x", hidden)
    window.show()
    theme.set_mode(Mode.DARK)
    assert not theme.restyling.is_done
    for button in hidden.findChildren(QPushButton)[::2]:
        button.deleteLater()
    theme.set_mode(Mode.LIGHT)
    finish(qtbot, theme)


def test_what_is_not_seen_holds_nobody_up(qtbot: QtBot, qapp: QApplication, theme: Theme) -> None:
    window, hidden = QWidget(), QWidget()
    for each in (window, hidden):
        qtbot.addWidget(each)
    column = QVBoxLayout(window)
    for _ in range(10):
        column.addWidget(QPushButton("x", window))
    rows = QVBoxLayout(hidden)
    for _ in range(1500):
        rows.addWidget(QPushButton("x", hidden))
        rows.addWidget(QLineEdit(hidden))
    window.show()
    hidden.ensurePolished()
    turns: list[float] = []

    def turn(deed: Callable[[], object]) -> None:
        began = time.thread_time()
        deed()
        turns.append(time.thread_time() - began)

    turn(lambda: theme.set_mode(Mode.DARK))
    assert not theme.restyling.is_done
    while not theme.restyling.is_done:
        turn(qapp.processEvents)
    assert len(turns) > 5
    assert max(turns) < LONGEST_TURN


@pytest.mark.parametrize("height", [0, 2, 4])
def test_a_button_pressed_flat_is_painted_without_its_icon(qtbot: QtBot, theme: Theme, height: int) -> None:
    """A window too low for what it holds; an error in an icon's own painting would end the program."""
    assert icon("copy").pixmap(QSize(20, height - 4)).isNull()
    button = QToolButton()
    qtbot.addWidget(button)
    button.setIcon(icon("copy"))
    button.setFixedSize(120, height)
    button.show()
    assert button.grab().height() == height
