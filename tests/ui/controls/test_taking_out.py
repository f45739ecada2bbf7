"""A widget that leaves its layout leaves nothing behind that PySide would take for something else later."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget, QWidgetItem

from ordermanager.ui.controls.taking_out import take_out
from ordermanager.ui.order_pane.header import PaneHeader

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def known_places() -> int:
    """Of how many places in layouts PySide knows."""
    return sum(isinstance(each, QWidgetItem) for each in shiboken6.getAllValidWrappers())


def test_the_place_of_what_is_taken_out_is_forgotten(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    inner = QHBoxLayout()
    label = QLabel("here", window)
    inner.addWidget(label)
    QVBoxLayout(window).addLayout(inner)
    before = known_places()
    take_out(inner, label)
    assert known_places() == before - 1
    assert label.parentWidget() is window
    take_out(inner, label)  # is not there any more
    inner.addWidget(label)
    assert inner.indexOf(label) == 0


def test_the_state_of_an_order_moves_without_leaving_its_place_behind(qtbot: QtBot) -> None:
    header = PaneHeader()
    qtbot.addWidget(header)
    header.resize(1200, 80)
    header.show()
    wide, pill = known_places(), header._pill.y()
    header.resize(200, 80)
    qtbot.waitUntil(lambda: header._pill.y() > pill)
    assert known_places() < wide
