"""What the review can be narrowed to: kinds of orders, and findings that are alike, each with its number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ordermanager.services.imports.review_results import FindingGroup, Known, ReviewCounts, ReviewQuery, Show
from ordermanager.ui import i18n
from ordermanager.ui.controls.plain import plain_tooltip
from ordermanager.ui.controls.row_list import set_small_icons
from ordermanager.ui.import_dialog.review_table import path_name
from ordermanager.ui.import_dialog.tables import FINDING_ICONS
from ordermanager.ui.look.icons import icon
from ordermanager.ui.look.theme import GAP, SPACE, figures_font

if TYPE_CHECKING:
    from collections.abc import Sequence

_QUERY = Qt.ItemDataRole.UserRole
_GROUP = Qt.ItemDataRole.UserRole + 1
_WORDS = Qt.ItemDataRole.UserRole + 2
_COUNT = Qt.ItemDataRole.UserRole + 3
AnyIndex = QModelIndex | QPersistentModelIndex


class _Counted(QStyledItemDelegate):
    """What a line stands for, and at its right end how many orders that are."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Override QStyledItemDelegate::initStyleOption: the words without the number."""
        super().initStyleOption(option, index)
        cast("Any", option).text = index.data(_WORDS)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Override QStyledItemDelegate::sizeHint."""
        left = _without_count(option, index)
        line = cast("Any", left)
        line.rect = line.rect.adjusted(0, 0, -2 * SPACE, 0)  # its edges, which it has when it is painted
        return super().sizeHint(left, index)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Override QStyledItemDelegate::paint."""
        line = cast("Any", option)
        is_selected = cast("QListWidget", self.parent()).selectionModel().isSelected(index)
        role, align, groups = QPalette.ColorRole, Qt.AlignmentFlag, QPalette.ColorGroup
        group = groups.Active if line.state & QStyle.StateFlag.State_Active else groups.Inactive
        if is_selected:
            painter.fillRect(line.rect, line.palette.brush(group, role.Highlight))
        super().paint(painter, _without_count(option, index), index)
        tone = role.HighlightedText if is_selected else role.PlaceholderText
        painter.setPen(line.palette.color(group, tone))
        painter.setFont(figures_font(line.font))
        place = line.rect.adjusted(0, 0, -SPACE, 0)
        painter.drawText(place, align.AlignRight | align.AlignVCenter, index.data(_COUNT))


def _without_count(option: QStyleOptionViewItem, index: AnyIndex) -> QStyleOptionViewItem:
    """What the number at the right end leaves."""
    left = QStyleOptionViewItem(option)
    line = cast("Any", left)
    line.rect = line.rect.adjusted(0, 0, -line.fontMetrics.horizontalAdvance(index.data(_COUNT)) - GAP, 0)
    return left


class ReviewGroups(QListWidget):
    """`chosen` brings a ReviewQuery and the FindingGroup it shows, or None."""

    chosen = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Kinds of orders and problems"))
        self.setProperty("role", "grid")
        self.setWordWrap(True)
        set_small_icons(self)
        self.setItemDelegate(_Counted(self))
        self.setUniformItemSizes(False)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 30)
        self.currentItemChanged.connect(lambda _now, _before: self._say())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QListView::resizeEvent: Qt gives lines their new height a tenth of a second later."""
        super().resizeEvent(event)
        self.doItemsLayout()

    def show_numbers(self, counts: ReviewCounts, groups: Sequence[FindingGroup]) -> None:
        """Show these; what was chosen stays chosen while it is there."""
        before = self.current_query
        self.blockSignals(True)
        self.clear()
        kinds = (
            (self.tr("All orders"), counts.orders, ReviewQuery(), "all"),
            (self.tr("With errors"), counts.errors, ReviewQuery(show=Show.ERRORS), "error"),
            (self.tr("With warnings"), counts.warnings, ReviewQuery(show=Show.WARNINGS), "warning"),
            (self.tr("Ready"), counts.ready, ReviewQuery(show=Show.READY), "check"),
            (self.tr("New"), counts.new, ReviewQuery(known=Known.NEW), "plus"),
            (self.tr("Updates"), counts.updated, ReviewQuery(known=Known.UPDATED), "refresh"),
            (self.tr("Unchanged"), counts.unchanged, ReviewQuery(known=Known.UNCHANGED), "duplicate"),
            (self.tr("Changed by you"), counts.edited, ReviewQuery(show=Show.EDITED), "draft"),
            (
                self.tr("Left out"),
                counts.orders - counts.included,
                ReviewQuery(show=Show.EXCLUDED),
                "minus",
            ),
        )
        for words, number, query, picture in kinds:
            if number or query == ReviewQuery():
                self._add(words, number, query, picture, None)
        for group in groups:
            words = f"{path_name(group.field)}: {i18n.text(group.sentence)}"
            self._add(words, group.orders, ReviewQuery(group=group.key), FINDING_ICONS[group.severity], group)
        self._choose(before)
        self.blockSignals(False)
        if self.current_query != before:
            self._say()

    @property
    def current_query(self) -> ReviewQuery:
        """What is chosen."""
        item = self.currentItem()
        query = item.data(_QUERY) if item is not None else None
        return query if isinstance(query, ReviewQuery) else ReviewQuery()

    @property
    def current_group(self) -> FindingGroup | None:
        """The chosen group of findings."""
        item = self.currentItem()
        group = item.data(_GROUP) if item is not None else None
        return group if isinstance(group, FindingGroup) else None

    def choose_first_problem(self) -> None:
        """Begin with the errors, where there are any."""
        self.choose(ReviewQuery(show=Show.ERRORS))

    def choose(self, query: ReviewQuery) -> None:
        """Show what a query finds, where it is in the list; else everything."""
        self._choose(query)
        self._say()

    def _add(
        self, words: str, orders: int, query: ReviewQuery, picture: str, group: FindingGroup | None
    ) -> None:
        count = i18n.count(orders)
        item = QListWidgetItem(icon(picture, "muted"), f"{words} – {count}")  # as a screen reader says it
        item.setToolTip(plain_tooltip(words))
        item.setData(_WORDS, words)
        item.setData(_COUNT, count)
        item.setData(_QUERY, query)
        item.setData(_GROUP, group)
        self.addItem(item)

    def _choose(self, query: ReviewQuery) -> None:
        for row in range(self.count()):
            if self.item(row).data(_QUERY) == query:
                self.setCurrentRow(row)
                return
        self.setCurrentRow(0)

    def _say(self) -> None:
        self.chosen.emit(self.current_query, self.current_group)
