"""A layout that goes on in the next line where the first one is full, as words do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class FlowLayout(QLayout):
    """Widgets in lines from the left; hidden ones take no room. Those behind `push_right` stand at the right end of the
    first line, where they all have room there. No line ends behind what `keep_with_next` names."""

    def __init__(self, parent: QWidget, gap: int, line_gap: int) -> None:
        super().__init__(parent)
        self._gap = gap
        self._line_gap = line_gap
        self._items: list[QLayoutItem] = []
        self._pushed: QWidget | None = None
        self._together = False
        self._kept: set[QWidget] = set()
        self._kept_if_room: set[QWidget] = set()
        self._heights: dict[int, int] = {}  # by width; Qt asks again and again while nothing has changed

    def invalidate(self) -> None:
        """Override QLayout::invalidate."""
        self._heights.clear()
        super().invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        """Override QLayout::addItem."""
        self._items.append(item)

    def count(self) -> int:
        """Override QLayout::count."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Override QLayout::itemAt."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Override QLayout::takeAt."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def put_behind(self, known: QWidget, other: QWidget) -> None:
        """Let `other` stand behind `known`; both are here."""
        place = self.indexOf(other)
        item = self._items.pop(place)
        self._items.insert(self.indexOf(known) + 1, item)
        self.invalidate()

    def push_right(self, first: QWidget, *, together: bool = False) -> None:
        """Let `first`, which is here, and all behind it stand at the right end of the first line. `together`: where
        they have no room there, but in a line of their own, at the right end of that."""
        self._pushed, self._together = first, together

    def keep_with_next(self, title: QWidget) -> None:
        """Let `title`, which is here, begin a line rather than end one: it says what the widget behind it is."""
        self._kept.add(title)

    def keep_with_next_if_room(self, widget: QWidget) -> None:
        """Let `widget`, which is here, stay with the one behind it, if a line has room for all that are kept together:
        it is the "from" of a "to"."""
        self._kept_if_room.add(widget)

    def expandingDirections(self) -> Qt.Orientation:
        """Override QLayout::expandingDirections."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Override QLayout::hasHeightForWidth."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Override QLayout::heightForWidth."""
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def setGeometry(self, rect: QRect) -> None:
        """Override QLayout::setGeometry."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """Override QLayout::sizeHint."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Override QLayout::minimumSize: the widest single widget."""
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _place(self, rect: QRect, *, move: bool) -> int:
        margins = self.contentsMargins()
        room = rect.marginsRemoved(margins)
        x, y, line = room.left(), room.top(), 0
        shown = [item for item in self._items if not item.isEmpty()]
        widths = self._kept_widths(shown, room.width())
        for number, item in enumerate(shown):
            size = item.sizeHint()
            wanted = widths[number]
            is_pushed = item.widget() is self._pushed
            if is_pushed and self._together:
                wanted = self._width_from(item)
            if x + wanted > room.right() + 1 and line:
                x, y, line = room.left(), y + line + self._line_gap, 0
            if is_pushed and (self._together or y == room.top()):
                x = max(x, room.right() + 1 - self._width_from(item))
            if move:
                item.setGeometry(QRect(QPoint(x, y), size))
            x += size.width() + self._gap
            line = max(line, size.height())
        return y + line - rect.top() + margins.bottom()

    def _kept_widths(self, shown: list[QLayoutItem], most: int) -> list[int]:
        """How wide each item is, with those that are kept behind it, if it is the first of such."""
        widths: list[int] = []
        for all_kept in self._chains(shown, self._kept | self._kept_if_room):
            whole = self._width(all_kept)
            chains = [all_kept] if whole <= most else self._chains(all_kept, self._kept)
            for first, *rest in chains:
                widths.append(self._width([first, *rest]))
                widths += (item.sizeHint().width() for item in rest)
        return widths

    def _chains(self, items: list[QLayoutItem], kept: set[QWidget]) -> list[list[QLayoutItem]]:
        """Cut behind each that is not kept with the next."""
        chains: list[list[QLayoutItem]] = [[]]
        for item in items:
            chains[-1].append(item)
            if item.widget() not in kept:
                chains.append([])
        return [chain for chain in chains if chain]

    def _width_from(self, first: QLayoutItem) -> int:
        """How wide `first` and all behind it are in one line."""
        return self._width([item for item in self._items[self._items.index(first) :] if not item.isEmpty()])

    def _width(self, items: list[QLayoutItem]) -> int:
        return sum(item.sizeHint().width() for item in items) + self._gap * (len(items) - 1)
