"""Dates as files bring them, in the form: shown as people write them, sent as they came."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest

from ordermanager.ui.order_pane.date_editor import DateEditor

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ordermanager.ui.i18n import Language


@pytest.fixture
def editor(qtbot: QtBot, language: Language) -> DateEditor:
    made = DateEditor(timezone="Europe/Kyiv")
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("2026-10-10 09:48:00 +0200", "2026-10-10 10:48"),
        ("2026-11-28T10:00:10+02:00", "2026-11-28 10:00"),
        ("2026-11-28T08:00:10.123Z", "2026-11-28 10:00"),
        ("2026-11-20 12:00", "2026-11-20 12:00"),
        ("the day before yesterday", "the day before yesterday"),
        ("", ""),
    ],
)
def test_a_date_is_readable_and_stays_what_it_was(editor: DateEditor, raw: str, shown: str) -> None:
    editor.set_text(raw)
    assert editor.line.text() == shown
    assert editor.text() == raw


def test_what_is_typed_over_it_counts(editor: DateEditor) -> None:
    editor.set_text("2026-10-10 09:48:00 +0200")
    editor.line.selectAll()
    QTest.keyClicks(editor.line, "2026-10-11 09:00")
    assert editor.text() == "2026-10-11 09:00"


def test_in_ukrainian_it_is_written_the_ukrainian_way_and_still_read(
    editor: DateEditor, language: Language
) -> None:
    language.set_code("uk")
    editor.set_text("2026-10-10 09:48:00 +0200")
    assert editor.line.text() == "10.10.2026 10:48"
    QTest.keyClicks(editor.line, " ")
    moment = editor.moment()
    assert moment is not None
    assert moment.isoformat() == "2026-10-10T10:48:00+03:00"


def test_another_zone_shows_another_time_of_the_same_moment(editor: DateEditor) -> None:
    editor.set_text("2026-10-10 09:48:00 +0200")
    editor.set_timezone("Europe/London")
    assert editor.line.text() == "2026-10-10 08:48"
    assert editor.text() == "2026-10-10 09:48:00 +0200"
