"""The dialog that asks when to send."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from ordermanager.ui.controls.plain import PlainLabel
from ordermanager.ui.sending.later import SendLaterDialog

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ordermanager.ui.look.theme import Theme


def test_time_and_note_are_whole_with_text_of_200_percent(
    large: None, spoken: str, qtbot: QtBot, theme: Theme
) -> None:
    dialog = SendLaterDialog("Europe/Kyiv", None)
    qtbot.addWidget(dialog)
    dialog.show()
    QApplication.processEvents()
    assert dialog.when.width() >= dialog.when.sizeHint().width()
    for label in dialog.findChildren(PlainLabel):
        if label.isVisible() and label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width()), label.text()
    assert dialog.rect().contains(dialog.send.geometry())


def test_the_keys_are_on_what_is_chosen_and_not_on_the_other_choice(qtbot: QtBot, theme: Theme) -> None:
    dialog = SendLaterDialog("Europe/Kyiv", None)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.later.isChecked()
    assert dialog.focusWidget() is dialog.later
