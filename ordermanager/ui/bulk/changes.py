"""Changes a field of many orders in the background, says how far it is, and puts the change on the undo stack."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ordermanager.domain.fields import ORDER_FIELD
from ordermanager.ui import i18n
from ordermanager.ui.actions.undo import NO_DEED

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable

    from ordermanager.services.app import Services
    from ordermanager.services.orders.bulk import BulkChange
    from ordermanager.ui.actions.undo import UndoHistory
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.shell.messages import MessageBar

SAY_FROM = 300
"""With fewer orders the work is over before anyone could read how far it is."""


@dataclass(frozen=True, slots=True)
class Wish:
    """The API field, the text to write, and how that text reads to people; `is_template`: it names other fields."""

    field: str
    text: str
    shown: str
    is_template: bool = False


class BulkChanges(QObject):
    """Belongs to the window. One change may run while the user goes on; each order is checked as it changes."""

    def __init__(
        self, services: Services, jobs: Jobs, messages: MessageBar, undo: UndoHistory, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._messages = messages
        self._undo = undo

    def change(
        self, ids: array[int], wish: Wish, then: Callable[[], None] | None = None, *, deed: int = NO_DEED
    ) -> None:
        """Write one field of these orders; `then` runs when all are written. `deed`: see UndoHistory.done."""
        stop = threading.Event()
        name = i18n.label(ORDER_FIELD[wish.field])

        def tell(done: int) -> None:
            self._say_progress(name, done, len(ids))

        show = self._jobs.on_gui(tell)

        def work() -> BulkChange:
            return self._services.orders.change_field(
                ids, wish.field, wish.text, show, stop.is_set, is_template=wish.is_template
            )

        def done(change: BulkChange) -> None:
            self._on_changed(change, name, wish, len(ids), was_stopped=stop.is_set(), deed=deed)
            if then is not None and not stop.is_set():
                then()

        title = self.tr("Changing %n order(s)…", "", len(ids))
        self._jobs.network(title, self._undo.in_turn.wrap(work), done, None, stop.set, owner=self)

    def remember_cell(self, change: BulkChange) -> None:
        """A cell was edited in the list: a step that can be undone, without a message."""
        if change.changed:
            step = self.tr("Edit {field}").format(field=i18n.label(ORDER_FIELD[change.field]))
            self._undo.done(step, lambda: self._take_back(change), lambda: self._do_again(change))

    def _say_progress(self, name: str, done: int, total: int) -> None:
        if total >= SAY_FROM and done < total:
            text = self.tr("Setting {field}: {done} of {total}").format(
                field=name, done=i18n.count(done), total=i18n.count(total)
            )
            self._messages.show_message("info", text)

    def _on_changed(
        self, change: BulkChange, name: str, wish: Wish, asked: int, *, was_stopped: bool, deed: int
    ) -> None:
        if not change.changed:
            text = self.tr("Nothing to change: {field} is “{value}” already").format(
                field=name, value=wish.shown
            )
            self._messages.show_message("info", text)
            return
        step = self.tr("Set {field} of %n order(s)", "", change.changed).format(field=name)
        text = self.tr("{field} is now “{value}” in %n order(s)", "", change.changed).format(
            field=name, value=wish.shown
        )
        if was_stopped:
            text += ". " + self.tr("Stopped before the end.")
        elif change.changed < asked:
            text += ". " + self.tr("%n had it already", "", asked - change.changed)
        self._messages.show_message("good", text, self.tr("Undo"), self._undo.undo)
        self._undo.done(step, lambda: self._take_back(change), lambda: self._do_again(change), deed=deed)

    def _take_back(self, change: BulkChange) -> None:
        self._jobs.network(
            self.tr("Taking the change back…"),
            self._undo.in_turn.wrap(lambda: self._services.orders.undo_change(change)),
            lambda count: self._say_taken_back(count, change.changed),
            owner=self,
        )

    def _say_taken_back(self, count: int, changed: int) -> None:
        text = self.tr("%n order(s) as before", "", count)
        if count < changed:
            text += ". " + self.tr("%n were changed since and stay", "", changed - count)
        self._messages.show_message("good" if count == changed else "warning", text)

    def _do_again(self, change: BulkChange) -> None:
        ids = list(change.ids)
        self._jobs.network(
            self.tr("Changing %n order(s)…", "", len(ids)),
            self._undo.in_turn.wrap(
                lambda: self._services.orders.change_field(
                    ids, change.field, change.text, is_template=change.is_template
                )
            ),
            lambda again: self._messages.show_message(
                "good", self.tr("%n order(s) changed again", "", again.changed)
            ),
            owner=self,
        )
