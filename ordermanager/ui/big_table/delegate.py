"""Draws the cells of a big table from the model's rows, with one look for ground, selection, text and
placeholders."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ordermanager.ui.icons import pixmap
from ordermanager.ui.theme import SPACE, TIGHT, Colours, Pair, colours, figures_font

if TYPE_CHECKING:
    from ordermanager.ui.big_table.columns import Column
    from ordermanager.ui.big_table.model import BigTableModel

AnyIndex = QModelIndex | QPersistentModelIndex
PILL_ICON = 14


class CellDelegate(QStyledItemDelegate):
    """Subclasses override `_paint_cell` for columns that are more than text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._figures: tuple[str, QFont] | None = None

    def sizeHint(self, option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        """Override QStyledItemDelegate::sizeHint; rows have a fixed height, so only Qt's own callers ask."""
        return QSize(80, cast("Any", option).fontMetrics.height() + 2 * SPACE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Override QStyledItemDelegate::paint."""
        model = cast("BigTableModel[Any]", index.model())
        style = cast("Any", option)  # PySide6's stubs do not know the members of option classes
        theme = colours()
        is_selected = bool(style.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(style.rect, self._ground(style, theme, is_selected=is_selected))
        painter.setPen(QColor(theme.line))
        painter.drawLine(style.rect.bottomLeft(), style.rect.bottomRight())
        row = model.row_at(index.row())
        if row is None:
            self._paint_placeholder(painter, style.rect, theme)
        else:
            painter.setFont(self._figures_font(style.font))
            text_colour = self._text_colour(style, theme, is_selected=is_selected)
            self._paint_cell(painter, style.rect, model.columns[index.column()], row, text_colour)
        if style.state & QStyle.StateFlag.State_HasFocus and model.columns[index.column()].field:
            painter.setPen(QColor(theme.accent))
            painter.drawRect(style.rect.adjusted(0, 0, -1, -1))
        painter.restore()

    def _paint_cell(
        self, painter: QPainter, rect: QRect, column: Column[Any], row: Any, text_colour: str
    ) -> None:
        """Draw one cell; the ground is there already."""
        colour = colours().muted if column.is_quiet and text_colour == colours().text else text_colour
        paint_text(painter, rect, column.text(row), int(column.align.value), colour)

    def _ground(self, style: Any, theme: Colours, *, is_selected: bool) -> QColor:
        if is_selected:
            is_active = style.state & QStyle.StateFlag.State_Active
            group = QPalette.ColorGroup.Active if is_active else QPalette.ColorGroup.Inactive
            return cast("QColor", style.palette.color(group, QPalette.ColorRole.Highlight))
        return QColor(theme.base)

    def _text_colour(self, style: Any, theme: Colours, *, is_selected: bool) -> str:
        return (
            theme.selection_text
            if is_selected and style.state & QStyle.StateFlag.State_Active
            else theme.text
        )

    def _figures_font(self, font: QFont) -> QFont:
        key = font.key()
        if self._figures is None or self._figures[0] != key:
            self._figures = (key, figures_font(font))
        return self._figures[1]

    def _paint_placeholder(self, painter: QPainter, rect: QRect, theme: Colours) -> None:
        bar = QRectF(rect.adjusted(SPACE, 0, -SPACE, 0))
        bar.setWidth(min(bar.width() * 0.7, 90.0))
        bar.setHeight(6)
        bar.moveTop(rect.center().y() - 3)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.line))
        painter.drawRoundedRect(bar, 3, 3)


def paint_text(painter: QPainter, rect: QRect, text: str, align: int, colour: str) -> None:
    """One line of text with the table's margins, shortened at its end where it is too long."""
    if not text:
        return
    place = rect.adjusted(SPACE, 0, -SPACE, 0)
    # Drawing all of a text of a megabyte takes as long as a screenful of rows; no column shows 300 letters.
    line = text[:300].replace("\n", " ")
    painter.setPen(QColor(colour))
    painter.drawText(
        place, align, painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, place.width())
    )


def paint_pill(painter: QPainter, rect: QRect, text: str, icon_name: str, pair: Pair, ratio: float) -> None:
    """A rounded mark with icon and text, so that colour is never the only sign."""
    metrics = painter.fontMetrics()
    height = min(rect.height() - 2 * TIGHT, metrics.height() + TIGHT)
    room = rect.width() - 2 * SPACE
    if text:
        width = min(room, PILL_ICON + TIGHT + metrics.horizontalAdvance(text) + 2 * SPACE)
    else:
        width = PILL_ICON + 2 * (SPACE - 2)
    pill = QRectF(rect.left() + SPACE, rect.top() + (rect.height() - height) / 2, width, height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(pair.ground))
    painter.drawRoundedRect(pill, height / 2, height / 2)
    icon_top = int(pill.top() + (height - PILL_ICON) / 2)
    painter.drawPixmap(int(pill.left()) + SPACE - 2, icon_top, pixmap(icon_name, pair.text, PILL_ICON, ratio))
    painter.setPen(QColor(pair.text))
    place = pill.adjusted(SPACE + PILL_ICON + TIGHT - 2, 0, -TIGHT, 0)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(place.width()) + 1)
    painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
