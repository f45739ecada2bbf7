"""Texts: always plain, translated, formatted by the language."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFont, QTextLayout
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton, QWidget

from ordermanager.domain.fields import ITEM_FIELDS, ORDER_FIELDS
from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, Sentence
from ordermanager.domain.states import Folder, State
from ordermanager.domain.statuses import Status
from ordermanager.domain.values.moments import Moment
from ordermanager.ui import i18n, words
from ordermanager.ui.controls.plain import PlainLabel, ask, plain_tooltip, set_plain_tooltip
from ordermanager.ui.i18n import Language
from ordermanager.ui.shell.messages import MessageBar

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

RICH = "<b>bold</b><img src='/etc/hostname'>"


def test_a_plain_label_shows_markup_as_it_is(qtbot: QtBot) -> None:
    label = PlainLabel(RICH)
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == RICH


def test_a_tool_tip_is_escaped() -> None:
    tip = plain_tooltip("<i>a</i> & b\nc")
    assert "<i>" not in tip
    assert "&lt;i&gt;a&lt;/i&gt; &amp; b\nc" in tip
    assert plain_tooltip("") == ""


def test_a_tool_tip_can_be_set_on_actions_and_widgets(qtbot: QtBot) -> None:
    action = QAction()
    set_plain_tooltip(action, "<b>x</b>")
    assert "&lt;b&gt;" in action.toolTip()


@pytest.mark.parametrize(("press", "expected"), [("Do it", True), ("Leave it", False)])
def test_a_question_is_plain_and_its_buttons_say_what_they_do(
    qtbot: QtBot, press: str, expected: bool
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    seen: list[QMessageBox] = []

    def answer() -> None:
        box = window.findChild(QMessageBox)
        assert box is not None
        seen.append(box)
        assert box.textFormat() is Qt.TextFormat.PlainText
        button = next(b for b in box.findChildren(QPushButton) if b.text().replace("&", "") == press)
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    from PySide6.QtCore import QTimer

    QTimer.singleShot(0, answer)
    assert ask(window, RICH, "details", yes="Do it", no="Leave it") is expected
    assert seen


def test_a_message_with_an_action_runs_it_once_and_closes(qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    pressed: list[bool] = []
    bar.show_message("warning", RICH, "Undo", lambda: pressed.append(True))
    assert bar.text == RICH
    button = next(b for b in bar.findChildren(QPushButton) if b.text() == "Undo")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert pressed == [True]
    assert bar.text == ""
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in bar.findChildren(PlainLabel))


@pytest.mark.parametrize("points", [10, 20])
def test_nothing_below_a_message_jumps_when_the_next_one_has_a_button(qtbot: QtBot, points: int) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    font = bar.font()
    font.setPointSize(points)
    bar.setFont(font)
    heights = set()
    for action in ("", "Undo", ""):
        bar.show_message("info", "Text", action, (lambda: None) if action else None)
        heights.add(bar.sizeHint().height())
    assert len(heights) == 1


def test_a_crash_is_said_plainly_and_its_text_can_be_copied(qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.show_crash("Traceback: x")
    button = next(b for b in bar.findChildren(QPushButton) if b.text() == "Copy details")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    from PySide6.QtGui import QGuiApplication

    assert QGuiApplication.clipboard().text() == "Traceback: x"


def test_a_sentence_is_filled_in_after_it_was_translated(language: Language) -> None:
    sentence = Sentence(
        "{count} of {inner}", {"count": 12345, "inner": Sentence("{n} files", {"n": Decimal("1.50")})}
    )
    assert i18n.text(sentence) == "12,345 of 1.50 files"


def test_a_sentence_with_braces_in_a_value_is_not_filled_in_twice(language: Language) -> None:
    assert i18n.text(Sentence("It says {text}", {"text": "{0} {evil}"})) == "It says {0} {evil}"


@pytest.mark.parametrize(
    ("code", "number", "amount", "day"),
    [
        ("en", "1,234,567", "1,234.50 UAH", "2026-11-23 14:05"),
        ("uk", "1\u00a0234\u00a0567", "1\u00a0234,50 UAH", "23.11.2026 14:05"),
    ],
)
def test_numbers_money_and_dates_follow_the_language(
    language: Language, code: str, number: str, amount: str, day: str
) -> None:
    language.set_code(code)
    assert i18n.count(1234567) == number
    assert i18n.money(Decimal("1234.5"), "UAH") == amount
    assert i18n.date_time("2026-11-23T12:05:00.000000Z", "Europe/Kyiv") == day


@pytest.mark.parametrize(("code", "text"), [("en", "2026-11-23 14:05"), ("uk", "23.11.2026 14:05")])
def test_a_moment_in_a_sentence_follows_the_language_and_its_own_time_zone(
    language: Language, code: str, text: str
) -> None:
    language.set_code(code)
    moment = Moment(datetime(2026, 11, 23, 12, 5, tzinfo=UTC), "Europe/Kyiv")
    assert i18n.text(Sentence("at {at}", {"at": moment})) == f"at {text}"


def test_the_very_digits_of_an_amount_are_kept(language: Language) -> None:
    assert i18n.decimal(Decimal("10.500")) == "10.500"
    assert i18n.decimal(Decimal("-0.05")) == "-0.05"
    assert i18n.money(Decimal("7")) == "7.00"
    assert i18n.money(Decimal("1E+3")) == "1,000.00"
    assert i18n.money(None) == ""


def test_a_date_that_is_none_is_shown_as_it_is() -> None:
    assert i18n.date_time("tomorrow", "Europe/Kyiv") == "tomorrow"
    assert i18n.date_time("") == ""
    moment = datetime(2026, 11, 23, 22, 30, tzinfo=UTC)
    assert i18n.plain_date_time(moment, "Europe/Kyiv") == "2026-11-24 00:30"
    assert i18n.date(moment, "Europe/Kyiv") == "2026-11-24"


@pytest.mark.parametrize(
    ("seconds", "text"), [(0.2, "0 s"), (61, "61 s"), (300, "5 min"), (7800, "2 h 10 min")]
)
def test_time_left_is_rough(language: Language, seconds: float, text: str) -> None:
    assert i18n.duration(seconds) == text


def test_an_unknown_language_is_english(language: Language) -> None:
    language.set_code("tlh")
    assert language.code == "en"


def test_every_word_of_ours_has_a_name(language: Language) -> None:
    assert all(words.state_name(state) for state in State)
    assert all(words.status_name(status) for status in Status)
    assert all(words.folder_name(folder) for folder in Folder)
    assert words.status_name("paid") == "paid"
    assert all(i18n.label(field) for field in (*ORDER_FIELDS, *ITEM_FIELDS))


def test_english_has_its_plural_forms(qtbot: QtBot, language: Language) -> None:
    widget = MessageBar()
    qtbot.addWidget(widget)
    from PySide6.QtCore import QCoreApplication

    def shown(number: int) -> str:
        return QCoreApplication.translate("StatusBar", "%n order(s)", "", number)

    assert [shown(1), shown(2), shown(0)] == ["1 order", "2 orders", "0 orders"]
    assert QT_TRANSLATE_NOOP("Sentence", "x") == "x"
    assert isinstance(widget, QWidget)
    assert not isinstance(widget, QLabel)


@pytest.mark.parametrize("value", ["שלום <b>x</b>", "\u202eabc", "سلام 12"])
def test_what_is_written_from_right_to_left_does_not_turn_the_sentence(value: str, qtbot: QtBot) -> None:
    said = i18n.text(
        Sentence("“{value}” is not a date. Write it like {example}.", {"value": value, "example": "x"})
    )
    assert said == f"“\u2068{value}\u2069” is not a date. Write it like x."
    layout = QTextLayout(said, QFont())
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(10_000)
    layout.endLayout()
    places = [line.cursorToX(said.index(part))[0] for part in ("“", "” is", "not a date", "Write", "x.")]
    assert places == sorted(places), "from left to right"


def test_other_texts_stand_in_a_sentence_as_they_are() -> None:
    assert i18n.text(Sentence("“{value}”", {"value": "Мар'яна é ´"})) == "“Мар'яна é ´”"
