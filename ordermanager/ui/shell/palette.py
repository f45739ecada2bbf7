"""The command palette: a few letters find every command, every place, every setting and every order."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ordermanager.store.orders.query import OrderQuery
from ordermanager.ui import i18n
from ordermanager.ui.look.icons import icon
from ordermanager.ui.look.theme import GAP, SPACE, colours, icon_edge
from ordermanager.ui.words import STATE_ICONS, state_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from ordermanager.services.app import Services
    from ordermanager.store.orders.query import OrderRow
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.shell.window_parts import WindowParts

ORDERS_SHOWN = 12
PAUSE_MS = 90
WIDTH = 620
KEYS = Qt.ItemDataRole.UserRole
AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the palette and what it does. `more`: other words that find it; `why_not`: what cannot be done now says
    this at its right, and when it is chosen."""

    text: str
    keys: str
    icon: str
    run: Callable[[], object]
    more: str = ""
    why_not: str = ""


class _Line(QStyledItemDelegate):
    """The keys (or the state of an order) stand at the right."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Override QStyledItemDelegate::paint."""
        super().paint(painter, option, index)
        style = cast("Any", option)
        is_selected = bool(style.state & QStyle.StateFlag.State_Selected)
        painter.setPen(QColor(colours().selection_text if is_selected else colours().muted))
        at_right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        taken = (
            icon_edge(style.fontMetrics)
            + 3 * SPACE
            + style.fontMetrics.horizontalAdvance(str(index.data() or ""))
        )
        room = style.rect.adjusted(taken, 0, -GAP, 0)
        keys = style.fontMetrics.elidedText(
            str(index.data(KEYS) or ""), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, at_right, keys)


class Palette(QDialog):
    """Arrows choose, Enter does it, Escape closes. Commands that cannot be done now come last, with the reason, and
    only where they are looked for. `open_settings` is called with a page and a part of the settings."""

    def __init__(
        self,
        services: Services,
        jobs: Jobs,
        window: WindowParts,
        open_settings: Callable[[str, str], None],
    ) -> None:
        super().__init__(window)
        self._services = services
        self._jobs = jobs
        self._window = window
        self._open_settings = open_settings
        self._entries: list[Entry] = []
        self._has_commands = False
        self.setWindowFlags(Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(self.tr("Find a command or an order"))
        self.setObjectName("palette")
        self.field = QLineEdit(self)
        self.field.setMaxLength(200)
        self.field.setPlaceholderText(self.tr("What to do, where to go, which order to see"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.list = QListWidget(self)
        self.list.setObjectName("palette-list")
        self.list.setAccessibleName(self.tr("Results"))
        self.list.setItemDelegate(_Line(self.list))
        edge = icon_edge(self.list.fontMetrics())
        self.list.setIconSize(QSize(edge, edge))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(SPACE)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._search)
        jobs.watch(self._timer)
        self._commands = [
            *self._command_entries(), *self._place_entries(), *self._sort_entries(), *self._setting_entries()
        ]  # fmt: skip
        self.field.textChanged.connect(lambda _text: self._on_typed())
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(lambda _item: self._run())
        self._show([])

    def open_over(self, window: QWidget) -> None:
        """Open in the upper middle of the window."""
        width = min(WIDTH, window.width() - 40)
        self.resize(width, min(440, window.height() - 120))
        self.move(window.mapToGlobal(QPoint((window.width() - width) // 2, 90)))
        self.open()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Override QObject::eventFilter: the arrow keys of the field move in the list."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
            step = steps.get(Qt.Key(event.key()))
            if step is not None and self.list.count():
                self.list.setCurrentRow(max(0, min(self.list.count() - 1, self.list.currentRow() + step)))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._run()
                return True
        return super().eventFilter(watched, event)

    # -- what there is

    def _command_entries(self) -> list[Entry]:
        entries = []
        for action in self._window.actions():
            if action.text() and action.objectName() != "palette":
                keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                name = str(action.property("iconName") or "form")
                reason = self._window.actions_table.why_not(action.objectName())
                run = (
                    partial(self._window.messages.show_message, "info", reason) if reason else action.trigger
                )
                text = action.text().replace("&", "")
                entries.append(Entry(text, reason or keys, name, run, why_not=reason))
        return entries

    def _place_entries(self) -> list[Entry]:
        window = self._window
        return [
            Entry(
                self.tr("Go to {place}").format(place=place.name),
                "",
                place.icon,
                partial(window.go_to, place.key),
            )
            for place in window.folders.places
        ]

    def _sort_entries(self) -> list[Entry]:
        page = self._window.orders
        if self._window.pages.currentWidget() is not page:
            return []
        text, table = self.tr("Sort by {column}"), page.table
        return [
            Entry(text.format(column=column.title), "", "arrow-down", partial(table.sort_by, column.sort))
            for column in page.model.columns
            if column.sort and column.title
        ]

    def _setting_entries(self) -> list[Entry]:
        from ordermanager.ui.settings_dialog.index import SETTINGS

        text = self.tr("Setting: {name}")
        return [
            Entry(
                text.format(name=setting.name),
                "",
                "settings",
                partial(self._open_settings, setting.page, setting.part),
                setting.words,
            )
            for setting in SETTINGS
        ]

    def _on_typed(self) -> None:
        self._show([])
        self._timer.start()

    def _search(self) -> None:
        text = self.field.text().strip()
        if not text:
            self._jobs.drop_read(("palette", id(self)))
            return
        query = OrderQuery(search=text, limit=ORDERS_SHOWN)
        orders = self._services.orders

        def look() -> list[OrderRow]:
            (named,) = orders.named([text])
            if named is not None:  # before those whose ID only begins so
                others = [order_id for order_id in orders.list_ids(query) if order_id != named]
                return orders.rows([named, *others[: ORDERS_SHOWN - 1]])
            ids = orders.list_ids(query)
            slips = () if ids or self._has_commands else orders.slips(text)
            return orders.rows(orders.list_ids(query._replace(slips=slips)) if slips else ids)

        self._jobs.read(("palette", id(self)), look, self._on_orders, owner=self)

    def _on_orders(self, rows: list[OrderRow]) -> None:
        self._show([self._order_entry(row) for row in rows])

    def _order_entry(self, row: OrderRow) -> Entry:
        parts = (row.external_order_id or self.tr("(no ID)"), row.name, i18n.money(row.total, row.currency))
        text = " · ".join(part[:60] for part in parts if part)
        return Entry(
            text,
            state_name(row.state),
            STATE_ICONS[row.state],
            lambda: self._window.show_order_anywhere(row.id),
        )

    # -- the list

    def _show(self, orders: list[Entry]) -> None:
        words = self.field.text().casefold().split()
        found = [entry for entry in self._commands if _fits(f"{entry.text} {entry.more}".casefold(), words)]
        possible = [entry for entry in found if not entry.why_not]
        impossible = [entry for entry in found if entry.why_not] if words else []
        self._has_commands = bool(possible)
        self._entries = [*possible, *orders, *impossible]
        self.list.clear()
        for entry in self._entries:
            item = QListWidgetItem(icon(entry.icon, "muted"), entry.text)
            item.setSizeHint(QSize(0, self.fontMetrics().height() + 2 * SPACE))
            item.setData(KEYS, entry.keys)
            if entry.why_not:
                item.setForeground(QColor(colours().muted))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{entry.text} {entry.keys}".strip())
            self.list.addItem(item)
        self.list.setCurrentRow(0 if self._entries else -1)

    def _run(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._entries):
            entry = self._entries[row]
            self.close()
            QTimer.singleShot(0, self._window, entry.run)  # when the palette has gone, dialogs can open


def _fits(text: str, words: list[str]) -> bool:
    """Every word begins a word of the text, or is in it where it is long enough to mean something."""
    return all(
        any(part.startswith(word) for part in text.split()) or (len(word) > 2 and word in text)
        for word in words
    )
