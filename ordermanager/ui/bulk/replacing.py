"""Texts of many orders changed, as jobs with progress, stop and undo: find and replace in the list, links of items by
a pattern, pasted cells.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ordermanager.store.orders.query import OrderQuery
from ordermanager.ui import i18n

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable

    from ordermanager.services.app import Services
    from ordermanager.services.imports.review_results import FindText, FoundTexts
    from ordermanager.services.orders.text_changes import TextChanges
    from ordermanager.ui.actions.undo import UndoHistory
    from ordermanager.ui.controls.find_replace_bar import FindBar
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.orders_page import OrdersPage
    from ordermanager.ui.shell.messages import MessageBar

    Work = Callable[[Callable[[int], None], Callable[[], bool]], TextChanges]

SAY_FROM = 300
"""With fewer orders the work is over before anyone could read how far it is."""


class Replacing(QObject):
    """Belongs to the window. The bar above the list asks; what is searched is the list that is shown, or all orders."""

    def __init__(
        self,
        services: Services,
        jobs: Jobs,
        orders: OrdersPage,
        messages: MessageBar,
        undo: UndoHistory,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._orders = orders
        self._messages = messages
        self._undo = undo
        self._bar: FindBar | None = None

    def open(self) -> None:
        """Show the bar above the list."""
        if self._bar is None:
            from ordermanager.ui.controls.find_replace_bar import FindBar

            self._bar = bar = FindBar(self._jobs, self._orders)
            bar.begin(self._look)
            bar.replace_wanted.connect(self._replace)
            bar.left.connect(self._orders.focus_list)
            self._orders.model.counted.connect(lambda _count: bar.look_again())
            self._orders.place_bar(bar)
        self._bar.open()

    def fill_items(self, ids: array[int], field: str, pattern: str) -> None:
        """Write links or pictures of all items of these orders by a pattern."""
        texts = self._services.texts
        self.start(len(ids), lambda tell, is_stopped: texts.fill_items(ids, field, pattern, tell, is_stopped))

    def _look(self, what: FindText, only_shown: bool, cancel: Callable[[], bool]) -> FoundTexts | None:
        """In a thread."""
        return self._services.texts.find(self._ids(self._orders.query, only_shown), what, cancel)

    def _ids(self, query: OrderQuery, only_shown: bool) -> array[int]:
        return self._services.orders.list_ids(query if only_shown else OrderQuery())

    def _replace(self, what: FindText, only_shown: bool) -> None:
        query = self._orders.query

        def work(tell: Callable[[int], None], is_stopped: Callable[[], bool]) -> TextChanges:
            return self._services.texts.replace(self._ids(query, only_shown), what, tell, is_stopped)

        self.start(self._orders.model.rowCount(), work)

    def start(self, total: int, work: Work, name: Callable[[int], str] | None = None) -> None:
        """Do it in the background, and make it one step of undo; `name` calls the step, by how many orders changed."""
        stop = threading.Event()

        def tell(done: int) -> None:
            if total >= SAY_FROM:
                text = self.tr("Changing: {done} orders so far").format(done=i18n.count(done))
                self._messages.show_message("info", text)

        show = self._jobs.on_gui(tell)
        self._jobs.network(
            self.tr("Changing orders…"),
            self._undo.in_turn.wrap(lambda: work(show, stop.is_set)),
            lambda changes: self._on_changed(changes, name or self._replace_name, was_stopped=stop.is_set()),
            None,
            stop.set,
            owner=self,
        )

    def _replace_name(self, orders: int) -> str:
        return self.tr("Replace in %n order(s)", "", orders)

    def _on_changed(self, changes: TextChanges, name: Callable[[int], str], *, was_stopped: bool) -> None:
        if self._bar is not None:
            self._bar.look_again()
        if not changes.orders:
            self._messages.show_message("info", self.tr("Nothing was changed."))
            return
        step = name(len(changes.orders))
        text = self.tr("%n order(s) changed", "", len(changes.orders))
        if was_stopped:
            text += ". " + self.tr("Stopped before the end.")
        self._undo.done(step, lambda: self._turn(changes, back=True), lambda: self._turn(changes, back=False))
        self._messages.show_message("good", text, self.tr("Undo"), self._undo.undo)

    def _turn(self, changes: TextChanges, *, back: bool) -> None:
        def say(count: int) -> None:
            if back:
                text = self.tr("%n order(s) as before", "", count)
            else:
                text = self.tr("%n order(s) changed again", "", count)
            stayed = len(changes.orders) - count
            if stayed:
                text += ". " + self.tr("%n were changed since and stay", "", stayed)
            self._messages.show_message("warning" if stayed else "good", text)

        title = self.tr("Taking the change back…") if back else self.tr("Changing orders…")
        turn = self._undo.in_turn.wrap(lambda: self._services.texts.turn(changes, back=back))
        self._jobs.network(title, turn, say, owner=self)
