"""Colours are readable in both themes, and the theme can be switched while windows are open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ordermanager.domain.states import State
from ordermanager.resources import resource
from ordermanager.ui.actions.table import ACTIONS
from ordermanager.ui.controls.plain import PlainLabel
from ordermanager.ui.look import icons
from ordermanager.ui.look.colours import DARK, LIGHT, Colours
from ordermanager.ui.look.theme import Mode, Theme, colours
from ordermanager.ui.words import EVENT_STATES, FOLDER_ICONS, STATE_ICONS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

AA = 4.5


def luminance(colour: str) -> float:
    parts = [value / 255 for value in QColor(colour).getRgb()[:3]]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    bright, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def pairs(theme: Colours) -> list[tuple[str, str, str]]:
    grounds = ("window", "panel", "base", "alternate")
    texts = ("text", "muted", "accent", "error", "warning", "good", "info")
    found = [(f"{t} on {g}", getattr(theme, t), getattr(theme, g)) for t in texts for g in grounds]
    found += [(f"{t} on hover", getattr(theme, t), theme.hover) for t in ("text", "muted")]
    found += [(state.value, pair.text, pair.ground) for state, pair in theme.states.items()]
    found += [
        ("sandbox", theme.sandbox.text, theme.sandbox.ground),
        ("selection", theme.selection_text, theme.selection),
        ("idle selection", theme.text, theme.selection_idle),
        ("primary button", theme.on_accent, theme.accent),
        ("primary button, hover", theme.on_accent, theme.accent_hover),
    ]
    found += [
        (f"{kind} bar", theme.text, getattr(theme, f"{kind}_ground"))
        for kind in ("error", "warning", "good", "info")
    ]
    found += [
        (f"{kind} on its bar", getattr(theme, kind), getattr(theme, f"{kind}_ground"))
        for kind in ("error", "warning", "good", "info")
    ]
    found += [
        (f"json {kind}", getattr(theme, f"json_{kind}"), getattr(theme, ground))
        for kind in ("key", "text", "number", "word")
        for ground in ("base", "window")
    ]
    return found


@pytest.mark.parametrize(("name", "theme"), [("light", LIGHT), ("dark", DARK)])
def test_every_text_can_be_read_on_its_ground(name: str, theme: Colours) -> None:
    weak = {
        what: round(contrast(text, ground), 2)
        for what, text, ground in pairs(theme)
        if contrast(text, ground) < AA
    }
    assert not weak


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_every_state_has_colours_and_every_colour_is_one(theme: Colours) -> None:
    assert set(theme.states) == set(State)
    for name, value in theme._asdict().items():
        if isinstance(value, str):
            assert QColor(value).isValid(), name


def test_the_theme_switches_at_run_time(qapp: QApplication) -> None:
    theme = Theme(qapp, Mode.LIGHT)
    heard: list[bool] = []
    theme.changed.connect(lambda: heard.append(True))
    assert colours() is LIGHT
    theme.set_mode(Mode.DARK)
    assert colours() is DARK
    assert qapp.palette().text().color() == QColor(DARK.text)
    theme.set_mode(Mode.LIGHT)
    assert colours() is LIGHT
    assert len(heard) == 2
    theme.deleteLater()


def test_every_icon_that_is_named_can_be_drawn(qapp: QApplication) -> None:
    names = (
        {spec.icon for spec in ACTIONS if spec.icon} | set(STATE_ICONS.values()) | set(FOLDER_ICONS.values())
    )
    names |= {name for name, _tone in icons.ICON_TONES.values()}
    for name in names:
        picture = icons.pixmap(name, "#000000", 24).toImage()
        drawn = sum(picture.pixelColor(x, y).alpha() > 0 for x in range(24) for y in range(24))
        assert drawn > 5, name


def test_the_drawings_are_one_family() -> None:
    for path in resource("icons").glob("*.svg"):
        text = path.read_text(encoding="utf-8")
        if 'stroke="currentColor"' in text:
            assert 'viewBox="0 0 24 24"' in text, path.name
            assert 'stroke-width="1.75"' in text, path.name
        assert "<image" not in text
        assert "href" not in text, path.name


def test_every_kind_of_event_has_a_state() -> None:
    assert set(EVENT_STATES) == {"accepted", "assumed", "rejected", "unconfirmed"}


def test_an_icon_is_drawn_when_it_is_seen_and_not_before(qapp: QApplication) -> None:
    icons.pixmap.cache_clear()
    found = icons.icon("trash")
    assert icons.pixmap.cache_info().currsize == 0
    picture = found.pixmap(QSize(18, 18), 2.0)
    assert picture.size() == QSize(36, 36)
    assert picture.devicePixelRatio() == 2.0
    assert icons.pixmap.cache_info().currsize == 1
    faint = found.pixmap(QSize(18, 18), 2.0, QIcon.Mode.Disabled)
    assert faint.toImage() != picture.toImage()


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_frames_of_controls_and_the_frame_of_the_focus_can_be_seen(theme: Colours) -> None:
    """WCAG 1.4.11: what shows where a control is, and which one has the keys, has a contrast of 3."""
    for ground in (theme.base, theme.window):
        assert contrast(theme.strong_line, ground) >= 3
    for ground in (theme.base, theme.window, theme.panel, theme.selection):
        assert contrast(theme.accent, ground) >= 3


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
def test_whoever_has_the_keys_looks_different(qtbot: QtBot, qapp: QApplication, mode: Mode) -> None:
    theme = Theme(qapp, mode)
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    primary = QPushButton("Send")
    primary.setProperty("role", "primary")
    link = QPushButton("Skip")
    link.setProperty("role", "link")
    chip = QToolButton()
    chip.setProperty("role", "chip")
    tool, plain, line = QToolButton(), QPushButton("Save"), QLineEdit()
    choice, tick, radio = QComboBox(), QCheckBox("Tick"), QRadioButton("Radio")
    tool.setText("Tool")
    chip.setText("Chip")
    ticked, chosen = QCheckBox("Ticked"), QRadioButton("Chosen")
    controls = (plain, primary, link, tool, chip, line, choice, tick, ticked, radio, chosen, QPlainTextEdit())
    for control in (ticked, chosen):
        control.setChecked(True)
    for control in controls:
        control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column.addWidget(control)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    same = []
    for number, control in enumerate(controls):
        controls[number - 1].setFocus(Qt.FocusReason.TabFocusReason)
        without = control.grab().toImage()
        control.setFocus(Qt.FocusReason.TabFocusReason)
        if control.grab().toImage() == without:
            same.append(f"{type(control).__name__} {control.property('role') or ''}")
    assert same == []
    theme.deleteLater()


def test_what_an_empty_field_says_can_be_read_in_either_look(qtbot: QtBot, qapp: QApplication) -> None:
    theme = Theme(qapp, Mode.LIGHT)
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    fields = (QLineEdit(), QPlainTextEdit())
    for field in fields:
        column.addWidget(field)
    window.show()
    for mode, look in ((Mode.LIGHT, LIGHT), (Mode.DARK, DARK), (Mode.LIGHT, LIGHT)):
        theme.set_mode(mode)
        for field in fields:
            faint = QPalette.ColorRole.PlaceholderText

            def shown(field: QWidget = field, faint: QPalette.ColorRole = faint) -> QColor:
                return field.palette().color(faint)

            qtbot.waitUntil(lambda shown=shown, look=look: shown() == QColor(look.muted))  # type: ignore[misc]
    theme.deleteLater()


def test_a_link_stands_on_the_line_of_the_words_beside_it(qtbot: QtBot, qapp: QApplication) -> None:
    theme = Theme(qapp, Mode.LIGHT)
    window = QWidget()
    qtbot.addWidget(window)
    line = QHBoxLayout(window)
    link, words = QPushButton("HHH"), PlainLabel("HHH")
    link.setProperty("role", "link")
    line.addWidget(link)
    line.addWidget(words)
    window.show()
    picture = window.grab().toImage()
    ground = picture.pixelColor(0, 0)

    def rows(part: QWidget) -> list[int]:
        columns = range(part.x(), part.x() + part.width())
        return [y for y in range(window.height()) if any(picture.pixelColor(x, y) != ground for x in columns)]

    assert rows(link)
    assert rows(link) == rows(words)
    theme.deleteLater()


def test_the_page_of_the_settings_that_has_the_keys_has_a_frame_and_stays_in_place(
    qtbot: QtBot, qapp: QApplication
) -> None:
    theme = Theme(qapp, Mode.LIGHT)
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    pages, other = QListWidget(), QLineEdit()
    pages.setObjectName("settings-pages")
    pages.addItems(["HHH", "HHH"])
    pages.setCurrentRow(0)
    for part in (pages, other):
        column.addWidget(part)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    place = pages.visualItemRect(pages.item(0))
    pictures = []
    for part in (other, pages):
        part.setFocus(Qt.FocusReason.TabFocusReason)
        pictures.append(pages.viewport().grab(place).toImage())
    inner = place.adjusted(4, 4, -4, -4).translated(-place.topLeft())
    assert pictures[0] != pictures[1]
    assert pictures[0].copy(inner) == pictures[1].copy(inner)
    theme.deleteLater()
