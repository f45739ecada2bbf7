"""The list at the left: folders of orders with their counts, then imports, event history, customers, insights."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, cast

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QKeySequence, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ordermanager.domain.states import Folder
from ordermanager.ui import i18n
from ordermanager.ui.controls.own_viewport import give_viewport
from ordermanager.ui.controls.plain import plain_tooltip
from ordermanager.ui.look.icons import pixmap
from ordermanager.ui.look.theme import GAP, SPACE, TIGHT, colours, icon_edge
from ordermanager.ui.words import FOLDER_ICONS, folder_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QKeyEvent

AnyIndex = QModelIndex | QPersistentModelIndex
IMPORTS = "imports"
HISTORY = "history"
CUSTOMERS = "customers"
INSIGHTS = "insights"
KEPT = "kept:"
"""Before the name of a kept list, the key of its place."""
PLACE_KEYS = {
    **{folder.value: f"Ctrl+{number}" for number, folder in enumerate(Folder, 1)},
    **{key: f"Alt+{number}" for number, key in enumerate((IMPORTS, HISTORY, CUSTOMERS, INSIGHTS), 1)},
}
"""The keys that go to a place, from wherever the keyboard is."""
NAME_FROM = 11
"""In letters: names and counts that have less room are left to the icons and counts; the tool tips say the names."""
CALLING = (Folder.ATTENTION, Folder.REJECTED, Folder.UNCONFIRMED)
"""Folders whose orders wait for a person: their count is coloured while there are any."""


class Place(NamedTuple):
    """A line of the list: `key` is a Folder's value, that of a kept list, or one of IMPORTS, HISTORY, CUSTOMERS,
    INSIGHTS."""

    key: str
    name: str
    icon: str
    folder: Folder | None = None
    begins_group: bool = False
    is_kept: bool = False


_IS_FILLED = "isFilled"


class FolderModel(QAbstractListModel):
    """The places and their counts. `renamed(key, name)`: somebody has written another name for a kept list."""

    renamed = Signal(str, str)

    def __init__(self, places: tuple[Place, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.places = places
        self._counts: dict[Folder, int] = {}
        self._kept_counts: dict[str, int] = {}

    def set_counts(self, counts: Mapping[Folder, int]) -> None:
        """Show new counts."""
        before = self._all_counts()
        self._counts = dict(counts)
        self._tell_changed(before)

    def set_kept(self, kept: tuple[Place, ...]) -> None:
        """Show these kept lists, behind the folders."""
        self.beginResetModel()
        folders = tuple(place for place in self.places if place.folder is not None)
        others = tuple(place for place in self.places if place.folder is None and not place.is_kept)
        self.places = folders + kept + others
        self.endResetModel()

    def set_kept_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many orders the kept lists have."""
        before = self._all_counts()
        self._kept_counts = dict(counts)
        self._tell_changed(before)

    def _all_counts(self) -> list[int]:
        return [self.count_of(place) for place in self.places]

    def _tell_changed(self, before: list[int]) -> None:
        """Have the lines painted whose counts are others now: while orders are sent this comes often."""
        for row, (old, new) in enumerate(zip(before, self._all_counts(), strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(row), self.index(row))

    def count_of(self, place: Place) -> int:
        """How many orders a place has; 0 for places without a count."""
        if place.is_kept:
            return self._kept_counts.get(place.key, 0)
        return 0 if place.folder is None else self._counts.get(place.folder, 0)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Override QAbstractItemModel::rowCount."""
        return 0 if parent.isValid() else len(self.places)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Override QAbstractItemModel::data."""
        place = self.places[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return place.name
        if role == Qt.ItemDataRole.ToolTipRole:
            keys = QKeySequence(PLACE_KEYS.get(place.key, "")).toString(
                QKeySequence.SequenceFormat.NativeText
            )
            return plain_tooltip(f"{place.name} ({keys})" if keys else place.name)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            number = self.count_of(place)
            return f"{place.name}, {number}" if number else place.name
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Override QAbstractItemModel::flags: kept lists can be renamed."""
        flags = super().flags(index)
        is_kept = index.isValid() and self.places[index.row()].is_kept
        return flags | Qt.ItemFlag.ItemIsEditable if is_kept else flags

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Override QAbstractItemModel::setData."""
        name = " ".join(str(value).split())
        if role != Qt.ItemDataRole.EditRole or not name:
            return False
        self.renamed.emit(self.places[index.row()].key, name)
        return True


class FolderDelegate(QStyledItemDelegate):
    """Icon, name, count at the right; a little room above the second group."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Override QStyledItemDelegate::sizeHint."""
        model = cast("FolderModel", index.model())
        height = cast("Any", option).fontMetrics.height() + SPACE + TIGHT + 2
        return QSize(120, height + (GAP if model.places[index.row()].begins_group else 0))

    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:
        """Override QStyledItemDelegate::setEditorData: counts that arrive leave alone what is being typed."""
        if not editor.property(_IS_FILLED):
            editor.setProperty(_IS_FILLED, True)
            super().setEditorData(editor, index)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Override QStyledItemDelegate::paint."""
        model = cast("FolderModel", index.model())
        place = model.places[index.row()]
        style = cast("Any", option)
        theme = colours()
        # The view says it, not the option: for its flags PySide would learn all about styles, which a start can spare.
        view = cast("FolderList", self.parent())
        is_selected = view.selectionModel().isSelected(index)
        is_focused = view.hasFocus() and view.currentIndex().row() == index.row()
        rect = QRect(style.rect)
        painter.save()
        if place.begins_group:
            painter.setPen(QColor(theme.line))
            line_at = rect.top() + GAP // 2
            painter.drawLine(rect.left() + SPACE, line_at, rect.right() - SPACE, line_at)
            rect.setTop(rect.top() + GAP)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_selected or view.hovered == index.row():
            painter.setBrush(QColor(theme.selection if is_selected else theme.hover))
            painter.setPen(QColor(theme.accent) if is_focused and is_selected else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        self._paint_content(painter, rect, place, model.count_of(place), style, is_selected=is_selected)
        painter.restore()

    def _paint_content(
        self, painter: QPainter, rect: QRect, place: Place, number: int, style: Any, *, is_selected: bool
    ) -> None:
        theme = colours()
        text_colour = theme.selection_text if is_selected else theme.text
        tone = text_colour if is_selected else theme.muted
        edge = icon_edge(style.fontMetrics)
        top = rect.top() + (rect.height() - edge) // 2
        picture = pixmap(place.icon, tone, edge, painter.device().devicePixelRatioF())
        painter.drawPixmap(rect.left() + SPACE, top, picture)
        font = QFont(style.font)
        font.setBold(is_selected)
        painter.setFont(font)
        left = SPACE + edge + SPACE + 2
        right = SPACE
        if number:
            right += self._paint_count(painter, rect, place, number, text_colour) + SPACE
        name_rect = rect.adjusted(left, 0, -right, 0)
        if rect.width() - left < NAME_FROM * painter.fontMetrics().averageCharWidth():
            return  # folded to icons and counts
        painter.setPen(QColor(text_colour))
        name = painter.fontMetrics().elidedText(place.name, Qt.TextElideMode.ElideRight, name_rect.width())
        painter.drawText(name_rect, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), name)

    def _paint_count(
        self, painter: QPainter, rect: QRect, place: Place, number: int, text_colour: str
    ) -> int:
        theme = colours()
        calls = place.folder in CALLING
        painter.setPen(QColor(theme.warning if calls and text_colour == theme.text else text_colour))
        if not calls and text_colour == theme.text:
            painter.setPen(QColor(theme.muted))
        text = i18n.count(number)
        at_right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(rect.adjusted(0, 0, -SPACE - 2, 0), at_right, text)
        return painter.fontMetrics().horizontalAdvance(text)


class FolderList(QListView):
    """Says which place was chosen, by mouse, arrow keys or its own (`PLACE_KEYS`); F2 renames a kept list."""

    chosen = Signal(str)
    renamed = Signal(str, str)  # key and new name of a kept list
    delete_asked = Signal(str)  # key of a kept list

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        give_viewport(self)
        self.setObjectName("folders")
        self.setAccessibleName(self.tr("Folders"))
        folders = tuple(
            Place(folder.value, folder_name(folder), FOLDER_ICONS[folder], folder) for folder in Folder
        )
        others = (
            Place(IMPORTS, self.tr("Imports"), "imports", begins_group=True),
            Place(HISTORY, self.tr("Event history"), "history"),
            Place(CUSTOMERS, self.tr("Customers"), "customers"),
            Place(INSIGHTS, self.tr("Insights"), "insights"),
        )
        self._model = FolderModel(folders + others, self)
        self.setModel(self._model)
        self.setItemDelegate(FolderDelegate(self))
        self.setEditTriggers(QListView.EditTrigger.EditKeyPressed)
        self._model.renamed.connect(self.renamed)
        self.setMouseTracking(True)
        self.hovered = -1
        """The row under the mouse."""
        self.entered.connect(lambda index: self._hover(index.row()))
        self.viewportEntered.connect(lambda: self._hover(-1))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def narrow_width(self) -> int:
        """What icons and counts need without the names, in pixels."""
        edges = 2 * 6 + self.verticalScrollBar().sizeHint().width()  # of the style sheet
        return (
            icon_edge(self.fontMetrics()) + self.fontMetrics().horizontalAdvance("9,999") + 3 * SPACE + edges
        )

    def set_counts(self, counts: Mapping[Folder, int]) -> None:
        """Show how many orders each folder has."""
        self._model.set_counts(counts)

    def set_kept(self, kept: Sequence[tuple[str, str, str]]) -> None:
        """Show these kept lists (key, name, icon) behind the folders; the current place stays the current one."""
        current = self.current_key
        self._model.set_kept(
            tuple(
                Place(key, name, icon, begins_group=number == 0, is_kept=True)
                for number, (key, name, icon) in enumerate(kept)
            )
        )
        self.keep_current(current)

    def set_kept_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many orders or events each kept list has."""
        self._model.set_kept_counts(counts)

    def keep_current(self, key: str) -> None:
        """Make a place the current one without going there: it is shown already."""
        was_blocked = self.blockSignals(True)
        self.choose(key)
        self.blockSignals(was_blocked)

    def rename(self, key: str) -> None:
        """Let its name be written in place."""
        if key in self.keys:
            self.edit(self._model.index(self.keys.index(key)))

    def key_at(self, place: QPoint) -> str:
        """The key of what is under a point of the list; empty where nothing is."""
        index = self.indexAt(place)
        return self._model.places[index.row()].key if index.isValid() else ""

    @property
    def places(self) -> tuple[Place, ...]:
        """All places, in the order of the list."""
        return self._model.places

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of all places, in the order of the list."""
        return tuple(place.key for place in self._model.places)

    @property
    def current_key(self) -> str:
        """The chosen place; empty before the first choice."""
        index = self.currentIndex()
        return self._model.places[index.row()].key if index.isValid() else ""

    def choose(self, key: str) -> None:
        """Choose a place; unknown keys (of a later version's settings) are ignored."""
        if key in self.keys:
            index = self._model.index(self.keys.index(key))
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _hover(self, row: int) -> None:
        self.hovered = row

    def leaveEvent(self, event: QEvent) -> None:
        """Override QWidget::leaveEvent."""
        self._hover(-1)
        super().leaveEvent(event)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        """Override QAbstractItemView::currentChanged."""
        super().currentChanged(current, previous)
        if current.isValid() and current.row() != previous.row():
            self.chosen.emit(self._model.places[current.row()].key)

    def event(self, event: QEvent) -> bool:
        """Override QObject::event: on a kept list the Delete key means that list, not the selected orders."""
        if event.type() == QEvent.Type.ShortcutOverride and self._deletes(cast("QKeyEvent", event)):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QWidget::keyPressEvent."""
        if self._deletes(event):
            self.delete_asked.emit(self.current_key)
        else:
            super().keyPressEvent(event)

    def _deletes(self, event: QKeyEvent) -> bool:
        index = self.currentIndex()
        is_kept = index.isValid() and self._model.places[index.row()].is_kept
        return is_kept and event.key() == Qt.Key.Key_Delete
