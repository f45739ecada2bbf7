"""Icons within lines to write in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from ordermanager.ui.controls.line_sign import LineSign

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ordermanager.ui.look.theme import Theme


@pytest.mark.parametrize("leads", [True, False])
def test_a_sign_is_as_large_as_the_text_and_never_over_it(qtbot: QtBot, theme: Theme, leads: bool) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    sign = LineSign(line, "calendar", "Choose", leads=leads)
    line.resize(300, 30)
    line.show()
    edges = []
    for points in (9, 18):
        font = line.font()
        font.setPointSize(points)
        line.setFont(font)
        line.resize(300, line.sizeHint().height())
        edges.append(sign.iconSize().height())
        margins = line.textMargins()
        assert (margins.left() if leads else margins.right()) >= edges[-1]
        assert line.rect().contains(sign.geometry())
        assert (sign.x() < 10) is leads
    assert edges[1] > edges[0] * 1.4


def test_it_can_be_pressed_and_without_it_the_text_has_its_room(qtbot: QtBot, theme: Theme) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    sign = LineSign(line, "calendar", "Choose")
    line.show()
    with qtbot.waitSignal(sign.clicked):
        qtbot.mouseClick(sign, Qt.MouseButton.LeftButton)
    sign.setVisible(False)
    assert line.textMargins().right() == 0
