"""Lists kept as folders: kept, renamed in place, brought up to date, counted, taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QMenu

from ordermanager.domain.states import Folder
from ordermanager.services.orders.kept_lists import free_name, query_of, text_of
from ordermanager.store.history.query import EventQuery
from ordermanager.ui.controls.filters_bar import CALENDAR_EVERY_MS
from ordermanager.ui.mnemonics import underline
from ordermanager.ui.shell.folder_list import HISTORY, KEPT
from ordermanager.ui.words import folder_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QPoint

    from ordermanager.services.notices import Changes
    from ordermanager.store.orders.query import OrderQuery
    from ordermanager.ui.shell.window_parts import WindowParts


class KeptLists(QObject):
    """Belongs to the parts of the window. What is kept are settings of the workspace: names with their questions."""

    def __init__(self, window: WindowParts) -> None:
        super().__init__(window.middle)
        self._window = window
        self._counted: dict[str, OrderQuery | EventQuery | None] = {}
        self._calendar = QTimer(self)
        self._calendar.setInterval(CALENDAR_EVERY_MS)
        self._calendar.timeout.connect(self.move_on)
        folders = window.folders
        self._show()
        folders.renamed.connect(self._rename)
        folders.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        folders.customContextMenuRequested.connect(self._show_menu)
        folders.delete_asked.connect(self.delete)
        window.jobs.changed.connect(self._on_changed)

    @property
    def kept(self) -> Mapping[str, str]:
        """Name and question of each."""
        return self._window.services.settings.get().lists

    def is_of_history(self, key: str) -> bool:
        """Whether it is a kept list of events."""
        return isinstance(self._query_of(key), EventQuery)

    def show(self, key: str) -> None:
        """Show a kept list on its page; what this version does not know shows all orders."""
        query, name = self._query_of(key), key.removeprefix(KEPT)
        if isinstance(query, EventQuery):
            self._window.history.show_query(query, name=name)
        elif query is not None:
            self._window.orders.show_query(query, name=name)
        else:
            self._window.orders.show_folder(Folder.ALL)

    def _query_of(self, key: str) -> OrderQuery | EventQuery | None:
        return self._read(self.kept.get(key.removeprefix(KEPT), "")) if key.startswith(KEPT) else None

    def _read(self, text: str) -> OrderQuery | EventQuery | None:
        """The question as it is today."""
        query = query_of(text)
        if query is None or not query.filters.moving:
            return query
        as_of_now = self._window.services.lists.as_of_now
        if isinstance(query, EventQuery):
            return query._replace(filters=as_of_now(query.filters))
        return query._replace(filters=as_of_now(query.filters))

    def keep(self) -> None:
        """Keep what the list shows now, under a name that is written in place."""
        query = self._query_here()
        place = self.tr("Event history") if isinstance(query, EventQuery) else folder_name(query.folder)
        name = free_name(query.search or place, self.kept)
        self._put({**self.kept, name: text_of(query)}, then=name)

    def update(self, key: str) -> None:
        """The place shows from now on what the list shows now."""
        name = key.removeprefix(KEPT)
        self._put({**self.kept, name: text_of(self._query_here())}, then=None)

    def _query_here(self) -> OrderQuery | EventQuery:
        """What the list shows now."""
        return self._window.history.query if self._window.shows_history else self._window.orders.query

    def delete(self, key: str) -> None:
        """Take the place away; the orders stay. It can be taken back."""
        name = key.removeprefix(KEPT)
        if not key.startswith(KEPT) or name not in self.kept:
            return
        before, is_of_history = dict(self.kept), self.is_of_history(key)
        self._put({other: text for other, text in before.items() if other != name}, then=None)
        if self._window.folders.current_key == key:
            self._window.go_to(HISTORY if is_of_history else Folder.ALL.value)
        text = self.tr("The folder “{name}” was removed; its orders stay where they are.")
        if is_of_history:
            text = self.tr("The folder “{name}” was removed; its events stay where they are.")
        self._window.messages.show_message(
            "info", text.format(name=name), self.tr("Undo"), lambda: self._put(before, then=None)
        )

    def move(self, key: str, step: int) -> None:
        """One place up (-1) or down (1)."""
        names = list(self.kept)
        place = names.index(key.removeprefix(KEPT))
        other = place + step
        if 0 <= other < len(names):
            names[place], names[other] = names[other], names[place]
            self._put({name: self.kept[name] for name in names}, then=None)

    def _read_all(self) -> dict[str, OrderQuery | EventQuery | None]:
        return {KEPT + name: self._read(text) for name, text in self.kept.items()}

    def move_on(self) -> None:
        """Count anew where another day has begun."""
        if self._read_all() != self._counted:
            self.count()

    def count(self) -> None:
        """Ask how many orders or events each has; answered in the background."""
        queries = self._counted = self._read_all()
        if any(query is not None and query.filters.moving for query in queries.values()):
            self._calendar.start()
        else:
            self._calendar.stop()
        if queries:
            orders, history = self._window.services.orders, self._window.services.history

            def count(query: OrderQuery | EventQuery) -> int:
                return history.count(query) if isinstance(query, EventQuery) else orders.count(query)

            self._window.jobs.read(
                (id(self), "kept"),
                lambda: {key: count(query) for key, query in queries.items() if query is not None},
                self._window.folders.set_kept_counts,
                owner=self,
            )

    def _put(self, lists: Mapping[str, str], then: str | None, current: str = "") -> None:
        """`then`: the list whose name is written next; `current`: the place that is shown, under its new key."""
        settings = self._window.services.settings

        def done(_settings: object) -> None:
            self._show()
            if current:
                self._window.folders.keep_current(current)
            if then is not None:
                self._window.folders.choose(KEPT + then)
                self._window.folders.rename(KEPT + then)

        self._window.jobs.write("", lambda: settings.update(lists=dict(lists)), done, owner=self)

    def _rename(self, key: str, wanted: str) -> None:
        name = key.removeprefix(KEPT)
        if name == wanted.strip() or name not in self.kept:
            return
        others = {other: text for other, text in self.kept.items() if other != name}
        new = free_name(wanted, others)
        is_current = self._window.folders.current_key == key
        lists = {new if other == name else other: text for other, text in self.kept.items()}
        self._put(lists, then=None, current=KEPT + new if is_current else "")

    def _show(self) -> None:
        of_history = {name for name in self.kept if self.is_of_history(KEPT + name)}
        self._window.folders.set_kept(
            [(KEPT + name, name, "history" if name in of_history else "filter") for name in self.kept]
        )
        self.count()

    def _on_changed(self, changes: Changes) -> None:
        if changes.orders or changes.outbox or changes.history:
            self.count()

    def _show_menu(self, place: QPoint) -> None:
        key = self._window.folders.key_at(place)
        if key.startswith(KEPT):
            menu = self.menu(key)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self._window.folders.viewport().mapToGlobal(place))

    def menu(self, key: str) -> QMenu:
        """What can be done with a kept list."""
        menu = QMenu(self._window.folders)
        menu.addAction(self.tr("Rename")).triggered.connect(lambda: self._window.folders.rename(key))
        shown = menu.addAction(self.tr("Keep what is shown now"))
        shown.setEnabled(self._window.folders.current_key == key)
        shown.triggered.connect(lambda: self.update(key))
        menu.addAction(self.tr("Move up")).triggered.connect(lambda: self.move(key, -1))
        menu.addAction(self.tr("Move down")).triggered.connect(lambda: self.move(key, 1))
        menu.addSeparator()
        menu.addAction(self.tr("Take away")).triggered.connect(lambda: self.delete(key))
        underline([menu])
        return menu
