"""The kinds of orders beside the review of an import."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ordermanager.ui.look.theme import GAP

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ordermanager.ui.import_dialog import ImportDialog
    from ordermanager.ui.jobs import Jobs


def test_the_words_of_every_group_are_whole(
    review: Callable[[Path], ImportDialog], tmp_path: Path, jobs: Jobs
) -> None:
    path = tmp_path / "orders.csv"
    path.write_text(
        "Order ID,Email,Status,Date\n1,a@shop,Strange,01/02/2026\n2,b@shop,Odd,02/03/2026\n", "utf-8"
    )
    dialog = review(path)
    groups = dialog.review.groups
    delegate = groups.itemDelegate()
    assert isinstance(delegate, QStyledItemDelegate)
    assert groups.count() > 8
    for width in range(190, 320, 7):
        groups.setFixedWidth(width)
        QApplication.processEvents()
        for row in range(groups.count()):
            index = groups.model().index(row, 0)
            line = QStyleOptionViewItem()
            groups.initViewItemOption(line)
            delegate.initStyleOption(line, index)
            count = line.fontMetrics.horizontalAdvance(groups.item(row).text().rpartition(" ")[2])
            line.rect = groups.visualRect(index).adjusted(0, 0, -count - GAP, 0)
            style = groups.style()
            place = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, line, groups)
            edge = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, line, groups) + 1
            room = QRect(0, 0, place.width() - 2 * edge, 9999)
            needed = line.fontMetrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), line.text).height()
            assert needed <= place.height(), (width, line.text)
    dialog.reject()
    assert jobs.wait_idle()
