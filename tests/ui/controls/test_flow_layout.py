"""Widgets that go on in the next line where the first one is full."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from ordermanager.ui.controls.flow_layout import FlowLayout

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

GAP = 10


@pytest.mark.parametrize(("width", "lines"), [(400, [0, 0, 0, 0]), (330, [0, 0, 1, 1]), (140, [0, 1, 2, 3])])
def test_what_a_field_is_called_stands_on_its_line(qtbot: QtBot, width: int, lines: list[int]) -> None:
    """A title and its field twice: where the second field has no room, its title goes on with it; where both have no
    room in one line, the title stands above."""
    place = QWidget()
    qtbot.addWidget(place)
    flow = FlowLayout(place, GAP, GAP)
    flow.setContentsMargins(0, 0, 0, 0)
    parts = [QLabel(place) for _ in range(4)]
    for number, part in enumerate(parts):
        part.setFixedSize(100 if number % 2 else 60, 20)
        flow.addWidget(part)
    for title in parts[::2]:
        flow.keep_with_next(title)
    place.resize(width, 200)
    place.show()
    assert [part.y() // (20 + GAP) for part in parts] == lines
    assert flow.heightForWidth(width) == (lines[-1] + 1) * (20 + GAP) - GAP


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        (700, [0, 0, 0, 0, 0, 0, 0]),
        (500, [0, 0, 0, 0, 0, 0, 1]),
        (360, [0, 0, 1, 1, 1, 1, 2]),
        (300, [0, 0, 1, 1, 2, 2, 2]),
        (200, [0, 0, 1, 1, 2, 2, 3]),
    ],
)
def test_from_and_to_stay_in_one_line_where_it_has_room_for_both(
    qtbot: QtBot, width: int, lines: list[int]
) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    flow = FlowLayout(place, GAP, GAP)
    flow.setContentsMargins(0, 0, 0, 0)
    parts = [
        QLabel(place) for _ in range(7)
    ]  # a title and its field, "from", its field, "to", its field, a button
    for number, part in enumerate(parts):
        part.setFixedSize(100 if number % 2 or number == 6 else 50, 20)
        flow.addWidget(part)
    for part in parts[:6:2]:
        flow.keep_with_next(part)
    flow.keep_with_next_if_room(parts[3])
    place.resize(width, 300)
    place.show()
    assert [part.y() // (20 + GAP) for part in parts] == lines


@pytest.mark.parametrize(
    ("width", "places"),
    [
        (400, [(0, 0), (170, 0), (290, 0)]),
        (250, [(0, 0), (20, 30), (140, 30)]),
        (150, [(0, 0), (0, 30), (0, 60)]),
    ],
)
def test_buttons_that_end_a_dialog_stay_together_at_the_right(
    qtbot: QtBot, width: int, places: list[tuple[int, int]]
) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    flow = FlowLayout(place, GAP, GAP)
    flow.setContentsMargins(0, 0, 0, 0)
    parts = [QLabel(place) for _ in range(3)]
    for part in parts:
        part.setFixedSize(110, 20)
        flow.addWidget(part)
    flow.push_right(parts[1], together=True)
    place.resize(width, 200)
    place.show()
    assert [(part.x(), part.y()) for part in parts] == places
