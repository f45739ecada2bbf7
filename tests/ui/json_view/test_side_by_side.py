"""Two revisions beside one another, line against line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from ordermanager.ui.json_view.side_by_side import MOST_LINES, SideBySide, sides_of

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LINES = st.lists(st.sampled_from(["{", "}", '"a": 1', '"b": 2', '"c": [', "]"]), min_size=1, max_size=12)


@given(old=LINES, new=LINES)
def test_every_line_of_both_is_there_once_and_what_is_the_same_stands_beside_itself(
    old: list[str], new: list[str]
) -> None:
    sides = sides_of("\n".join(old), "\n".join(new))
    assert len(sides.left) == len(sides.right)
    assert [line for line in sides.left if line] == old
    assert [line for line in sides.right if line] == new
    unlike = [row for row, pair in enumerate(zip(sides.left, sides.right, strict=True)) if len(set(pair)) > 1]
    assert list(sides.differ) == unlike


def test_texts_too_long_to_be_matched_are_there_whole() -> None:
    old = [f'"{number}": 1' for number in range(MOST_LINES)]
    sides = sides_of("\n".join(old), "\n".join([*old, '"new": 1']))
    assert (list(sides.left[:-1]), sides.right[-1]) == (old, '"new": 1')
    assert list(sides.differ) == [MOST_LINES]


def test_the_panes_scroll_together_and_mark_what_differs(qtbot: QtBot) -> None:
    items = [{"id": number, "quantity": 1} for number in range(60)]
    old = json.dumps({"status": "INITIALIZED", "items": items}, indent=2)
    items[50]["quantity"] = 2
    new = json.dumps({"status": "INITIALIZED", "items": items}, indent=2)
    panes = SideBySide()
    qtbot.addWidget(panes)
    panes.resize(700, 300)
    panes.show()
    panes.show_sides(sides_of(old, new))
    for pane, quantity in ((panes.left, 1), (panes.right, 2)):
        (mark,) = pane.extraSelections()
        assert mark.cursor.block().text().strip() == f'"quantity": {quantity}'
        assert pane.verticalScrollBar().value() > 0  # the first difference is in sight
    panes.right.verticalScrollBar().setValue(0)
    assert panes.left.verticalScrollBar().value() == 0
