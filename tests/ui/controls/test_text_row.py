"""A text and its buttons, side by side or below one another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QPushButton

from ordermanager.ui.controls.plain import PlainLabel
from ordermanager.ui.controls.text_row import TextRow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ordermanager.ui.look.theme import Theme

WORDS = "What is said here takes some room, more than is left beside two buttons. "


def test_buttons_stand_behind_a_text_and_below_it_where_it_would_have_no_room(
    qtbot: QtBot, theme: Theme
) -> None:
    text = PlainLabel(WORDS * 2, wrap=True)
    buttons = [QPushButton("Copy all of it"), QPushButton("Copy a part of it")]
    row = TextRow(text, buttons)
    qtbot.addWidget(row)
    row.show()
    for width, beside in ((900, True), (300, False), (160, False), (900, True)):
        row.resize(width, row.heightForWidth(width))
        QApplication.processEvents()
        row.resize(width, row.heightForWidth(width))
        QApplication.processEvents()
        tops = [button.mapTo(row, button.rect().topLeft()).y() for button in buttons]
        assert all((top < text.geometry().bottom()) is beside for top in tops), width
        for button in buttons:
            assert button.width() >= button.sizeHint().width(), width
            assert button.parentWidget().rect().contains(button.geometry()), width
            assert row.rect().contains(button.parentWidget().geometry()), width
        assert text.height() >= text.heightForWidth(text.width()), width
