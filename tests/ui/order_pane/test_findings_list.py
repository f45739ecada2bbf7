"""All findings above the form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton, QWidget

from ordermanager.domain.checks.findings import Finding, Severity
from ordermanager.ui.order_pane.findings_list import FindingsList

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

    from ordermanager.ui.i18n import Language
    from ordermanager.ui.look.theme import Theme


def first_column(picture: QImage, part: QWidget, right: int) -> int:
    """Where something begins to be drawn in the lines of `part`, left of `right`."""
    ground = picture.pixelColor(right, part.y() + 1)
    lines = range(part.y() + 2, part.y() + part.height() - 2)
    return next(x for x in range(3, right) if any(picture.pixelColor(x, y) != ground for y in lines))


def test_signs_stand_below_one_another_and_the_link_ends_where_they_begin(
    qtbot: QtBot, theme: Theme, language: Language
) -> None:
    place = FindingsList()
    qtbot.addWidget(place)
    place.resize(400, 200)
    place.show_findings([Finding(f"items[{n}].name", Severity.ERROR, "required") for n in range(9)])
    place.show()
    more = place._more
    line = next(each for each in place.findChildren(QPushButton) if each is not more)
    picture = place.grab().toImage()
    head, below = (first_column(picture, part, 34) for part in (place._sign, line))
    assert abs(head - below) <= 1
    right = place.width() - more.geometry().right() - 1
    assert abs(right - head) <= 3
