"""The Timeline tab: everything that happened to the order, newest first, in one column."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QGuiApplication, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QListView,
    QPushButton,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ordermanager.domain.history.explain import Verdict
from ordermanager.ui import i18n
from ordermanager.ui.controls.copy_key import CopyKey
from ordermanager.ui.controls.flow_layout import FlowLayout
from ordermanager.ui.controls.plain import PlainLabel, set_plain_tooltip
from ordermanager.ui.controls.sign import Sign
from ordermanager.ui.look.icons import pixmap, set_icon
from ordermanager.ui.look.theme import GAP, ICON, SPACE, TIGHT, WIDE, colours, icon_edge
from ordermanager.ui.order_pane.timeline_words import ICONS, entry_details, entry_line, entry_title

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ordermanager.services.app import Services
    from ordermanager.services.history.explanations import OrderExplanation
    from ordermanager.store.history.records import TimelineEntry
    from ordermanager.ui.jobs import Jobs

Index = QModelIndex | QPersistentModelIndex
DETAILS = Qt.ItemDataRole.UserRole
WHEN = Qt.ItemDataRole.UserRole + 1
KIND = Qt.ItemDataRole.UserRole + 2
_WRAP = int(
    Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignTop.value
)


_SIGNS = {
    Verdict.NOTHING: ("info", "info", "info"),
    Verdict.UNKNOWN: ("unconfirmed", "warning", "warning"),
    Verdict.RAISED: ("check", "good", "good"),
}
"""Icon, tone and ground of the explanation."""


@dataclass(frozen=True, slots=True)
class _Loaded:
    order_id: int
    entries: tuple[TimelineEntry, ...]
    why: OrderExplanation
    timezone: str


class TimelineModel(QAbstractListModel):
    """The entries, newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[TimelineEntry, ...] = ()
        self._timezone = ""
        self._widest: dict[int, int] = {}  # by the height of the text

    def set_entries(self, entries: Sequence[TimelineEntry], timezone: str) -> None:
        """Show these, which come oldest first."""
        self.beginResetModel()
        self._entries = tuple(reversed(entries))
        self._timezone = timezone
        self._widest.clear()
        self.endResetModel()

    def widest(self, metrics: QFontMetrics) -> int:
        """How wide the longest title is together with its time."""
        height = metrics.height()
        if height not in self._widest:
            rows = (self.index(row) for row in range(len(self._entries)))
            advance = metrics.horizontalAdvance
            texts = ((str(row.data()), str(row.data(WHEN))) for row in rows)
            self._widest[height] = max(
                (advance(title) + GAP + advance(when) for title, when in texts), default=0
            )
        return self._widest[height]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's name and default
        """Override QAbstractListModel::rowCount."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = 0) -> Any:
        """Override QAbstractListModel::data."""
        entry = self._entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry_title(entry)
        if role == DETAILS:
            return entry_details(entry)
        if role == WHEN:
            return i18n.date_time(entry.at, self._timezone, seconds=True)
        if role == KIND:
            return entry.kind
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return entry_line(entry, self._timezone)
        return None


class _EntryDelegate(QStyledItemDelegate):
    """A sign on a line, the title, the time at its right or below it, and the details below."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Override QStyledItemDelegate::sizeHint."""
        style = cast("Any", option)
        view = cast("QListView", self.parent())
        # The scroll bar may come after the heights were asked for; then a text would have a line more than its room.
        width = view.width() - view.verticalScrollBar().sizeHint().width()
        height = style.fontMetrics.height() + 2 * SPACE
        details = self._details(style, QRect(0, 0, width, 0), index)
        if details:
            height += self._details_rect(style, QRect(0, 0, width, 0), details).height() + TIGHT
        return QSize(200, max(height, self._edge + 2 * SPACE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Override QStyledItemDelegate::paint."""
        style, theme = cast("Any", option), colours()
        rect: QRect = style.rect
        painter.save()
        chosen = bool(style.state & QStyle.StateFlag.State_Selected)
        text, quiet = (theme.selection_text, theme.selection_text) if chosen else (theme.text, theme.muted)
        if chosen:
            painter.fillRect(rect, QColor(theme.selection))
        self._paint_sign(painter, rect, index)
        first = QRect(
            self._left(rect),
            rect.top() + SPACE,
            rect.right() - WIDE - self._left(rect),
            style.fontMetrics.height(),
        )
        if not self._is_narrow(style, rect, index):
            when = str(index.data(WHEN))
            painter.setPen(QColor(quiet))
            painter.drawText(first, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, when)
            first.setRight(first.right() - style.fontMetrics.horizontalAdvance(when) - GAP)
        title = style.fontMetrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, first.width())
        painter.setPen(QColor(text))
        painter.drawText(first, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)
        details = self._details(style, rect, index)
        if details:
            painter.setPen(QColor(quiet))
            painter.drawText(self._details_rect(style, rect, details), _WRAP, details)
        painter.restore()

    def _is_narrow(self, style: Any, rect: QRect, index: Index) -> bool:
        """Whether a time has no room behind its title; then all of them stand below theirs."""
        model = index.model()
        assert isinstance(model, TimelineModel)
        return model.widest(style.fontMetrics) > rect.right() - WIDE - self._left(rect)

    def _details(self, style: Any, rect: QRect, index: Index) -> str:
        """What stands below the title."""
        details = str(index.data(DETAILS))
        if not self._is_narrow(style, rect, index):
            return details
        return "\n".join(filter(None, (str(index.data(WHEN)), details)))

    def _paint_sign(self, painter: QPainter, rect: QRect, index: Index) -> None:
        theme = colours()
        icon, tone = ICONS.get(str(index.data(KIND)), ("info", "muted"))
        edge = self._edge
        middle = rect.left() + WIDE + edge // 2
        painter.setPen(QColor(theme.line))
        top = rect.top() + SPACE + edge + 2
        if index.row() < index.model().rowCount() - 1:
            painter.drawLine(middle, top, middle, rect.bottom() + SPACE)
        ratio = painter.device().devicePixelRatioF()
        picture = pixmap(icon, str(getattr(theme, tone)), edge, ratio)
        painter.drawPixmap(rect.left() + WIDE, rect.top() + SPACE - 1, picture)

    def _left(self, rect: QRect) -> int:
        return rect.left() + WIDE + self._edge + GAP

    @property
    def _edge(self) -> int:
        """Of a sign, as large as the text."""
        return icon_edge(cast("QListView", self.parent()).fontMetrics())

    def _details_rect(self, style: Any, rect: QRect, text: str) -> QRect:
        room = QRect(self._left(rect), rect.top() + SPACE + style.fontMetrics.height() + TIGHT, 0, 10_000)
        room.setRight(rect.right() - WIDE)
        found: QRect = style.fontMetrics.boundingRect(room, _WRAP, text)
        found.setRight(room.right())
        return found


class TimelineTab(QWidget):
    """Loads and shows the story of one order; above it in a sentence why its customer got a message or not."""

    def __init__(self, services: Services, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._loaded: _Loaded | None = None
        self.model = TimelineModel(self)
        self._list = QListView(self)
        self._list.setModel(self.model)
        self._list.setItemDelegate(_EntryDelegate(self._list))
        self._list.setProperty("role", "plain")
        self._list.setAccessibleName(self.tr("Timeline"))
        self._list.setResizeMode(QListView.ResizeMode.Adjust)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._empty = PlainLabel(
            self.tr("The timeline begins when the order is saved."), self, role="muted", wrap=True
        )
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._empty.setContentsMargins(WIDE, GAP, WIDE, GAP)
        story = QWidget(self)
        column = QVBoxLayout(story)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self._build_why())
        column.addWidget(self._list, 1)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(story)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, SPACE, 0, 0)
        layout.addWidget(self._stack)
        CopyKey(self._list, self.copy_story)

    def _build_why(self) -> QWidget:
        self._why = QFrame(self)
        self._sign = Sign("info", "info", ICON, self._why)
        self.why = PlainLabel("", self._why, wrap=True, selectable=True)
        self.why.setAccessibleName(self.tr("Why a message came or not"))
        self._copy = QPushButton(self.tr("Copy as text"), self._why)
        self._copy.setProperty("role", "link")
        set_icon(self._copy, "copy")
        set_plain_tooltip(self._copy, self.tr("Copy the explanation and the whole timeline, oldest first"))
        self._copy.clicked.connect(self.copy_story)
        self._copy_masked = QPushButton(self.tr("Copy masked"), self._why)
        self._copy_masked.setProperty("role", "link")
        set_icon(self._copy_masked, "eye")
        set_plain_tooltip(
            self._copy_masked, self.tr("The same with people masked, to paste where others read it")
        )
        self._copy_masked.clicked.connect(self.copy_masked_story)
        links = QWidget(self._why)
        flow = FlowLayout(links, GAP, 0)
        flow.setContentsMargins(0, 0, 0, 0)
        flow.addWidget(self._copy)
        flow.addWidget(self._copy_masked)
        grid = QGridLayout(self._why)
        grid.setContentsMargins(WIDE, SPACE, WIDE, TIGHT)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._sign, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.why, 0, 1)
        grid.addWidget(links, 1, 1)
        return self._why

    def show_order(self, order_id: int | None) -> None:
        """Load the entries of an order; None: it is not saved yet."""
        if order_id is None:
            self._show(None)
            return
        services = self._services
        self._jobs.read(
            ("timeline", id(self)),
            lambda: _Loaded(
                order_id,
                tuple(services.history.timeline(order_id)),
                services.explanations.of_order(order_id),
                services.settings.get().timezone,
            ),
            self._show,
            owner=self,
        )

    def copy_story(self) -> None:
        """Put the explanation and the time line, oldest first, on the clipboard."""
        if self._loaded is not None:
            self._copy_lines(self._loaded.entries, str)

    def copy_masked_story(self) -> None:
        """The same with people masked: in what fields held, in reasons, in the explanation."""
        loaded, services = self._loaded, self._services
        if loaded is not None:
            self._jobs.read(
                ("masked timeline", id(self)),
                lambda: services.stories.masked_timeline(loaded.order_id, services.masker),
                lambda entries: self._copy_lines(entries, services.masker.text),
                owner=self,
            )

    def _copy_lines(self, entries: Sequence[TimelineEntry], mask: Callable[[str], str]) -> None:
        if self._loaded is not None:
            lines = [entry_line(entry, self._loaded.timezone, mask) for entry in entries]
            QGuiApplication.clipboard().setText("\n".join([mask(self.why.text()), "", *lines]))

    def _show(self, loaded: _Loaded | None) -> None:
        self._loaded = loaded
        if loaded is None:
            self.model.set_entries((), "")
            self._stack.setCurrentIndex(0)
            return
        self.model.set_entries(loaded.entries, loaded.timezone)
        icon_name, tone, bar = _SIGNS[loaded.why.explanation.verdict]
        self._sign.show_icon(icon_name, tone)
        self.why.setText(" ".join(i18n.text(sentence) for sentence in loaded.why.sentences))
        self._why.setProperty("bar", bar)
        self._why.style().unpolish(self._why)
        self._why.style().polish(self._why)
        self._stack.setCurrentIndex(1)
