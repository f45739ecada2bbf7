"""The dialog that asks when to send, with large text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from ordermanager.ui.controls.plain import PlainLabel
from ordermanager.ui.sending.later import SendLaterDialog

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ordermanager.ui.i18n import Language
    from ordermanager.ui.look.theme import Theme


@pytest.mark.parametrize("code", ["en", "uk"])
def test_time_and_note_are_whole_with_text_of_200_percent(
    code: str, qtbot: QtBot, qapp: QApplication, theme: Theme, language: Language
) -> None:
    language.set_code(code)
    usual = qapp.font()
    large = QFont(usual)
    large.setPointSizeF(usual.pointSizeF() * 2)
    qapp.setFont(large)
    try:
        dialog = SendLaterDialog("Europe/Kyiv", None)
        qtbot.addWidget(dialog)
        dialog.show()
        QApplication.processEvents()
        assert dialog.when.width() >= dialog.when.sizeHint().width()
        for label in dialog.findChildren(PlainLabel):
            if label.isVisible() and label.wordWrap():
                assert label.height() >= label.heightForWidth(label.width()), label.text()
        assert dialog.rect().contains(dialog.send.geometry())
    finally:
        qapp.setFont(usual)
