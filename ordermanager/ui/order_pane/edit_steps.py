"""What is typed into the form of one order is one step of undo, however often it saved itself meanwhile; a new order is
one with all that is typed into it right away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ordermanager.domain.states import State

if TYPE_CHECKING:
    from ordermanager.domain.draft import OrderDraft
    from ordermanager.services.app import Services
    from ordermanager.ui.actions.undo import UndoHistory
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.shell.messages import MessageBar


@dataclass(slots=True)
class _Edit:
    order_id: int
    before: OrderDraft
    after: OrderDraft
    place: int  # UndoHistory.place of its step


class EditSteps(QObject):
    """Belongs to the window. An order that was changed since by someone else is not overwritten."""

    def __init__(
        self, services: Services, jobs: Jobs, messages: MessageBar, undo: UndoHistory, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._messages = messages
        self._undo = undo
        self._last: _Edit | None = None
        self._new: tuple[int, int] | None = None  # the newest order and the place of its step

    def remember_new(self, order_id: int) -> None:
        """A new order was saved for the first time."""
        if self._new is not None and self._new[0] == order_id:
            return  # its first saves were under way together
        step = self.tr("New order")
        self._undo.done(step, lambda: self._take_away(order_id), lambda: self._bring_back(order_id))
        self._new = (order_id, self._undo.place)

    def remember(self, order_id: int, before: OrderDraft, after: OrderDraft) -> None:
        """The form saved an order."""
        if self._new == (order_id, self._undo.place):
            return  # goes and comes back with the order
        last = self._last
        goes_on = last is not None and last.order_id == order_id and last.place == self._undo.place
        if last is not None and goes_on and _is_alike(last.after, before):
            last.after = after
            return
        edit = _Edit(order_id, before, after, 0)
        name = after.get("externalOrderId") or before.get("externalOrderId")
        step = self.tr("Edit order {id}").format(id=name[:40])
        self._undo.done(step, lambda: self._put(edit, back=True), lambda: self._put(edit, back=False))
        edit.place = self._undo.place
        self._last = edit

    def _put(self, edit: _Edit, *, back: bool) -> None:
        self._last = None
        expected, wanted = (edit.after, edit.before) if back else (edit.before, edit.after)
        orders = self._services.orders

        def work() -> bool:
            if not _is_alike(orders.get(edit.order_id).draft, expected):
                return False
            orders.save(wanted, edit.order_id)
            return True

        self._jobs.write("", self._undo.in_turn.note(work), self._say, owner=self)

    def _say(self, is_done: bool) -> None:
        if not is_done:
            text = self.tr("This order was changed since; its text stays as it is.")
            self._messages.show_message("warning", text)

    def _take_away(self, order_id: int) -> None:
        orders = self._services.orders

        def work() -> bool:
            record = next(iter(orders.records([order_id])), None)
            is_mine = record is not None and record.state in (State.DRAFT, State.READY)
            return is_mine and orders.delete([order_id]) > 0

        def say(is_gone: bool) -> None:
            if is_gone:
                self._messages.show_message("info", self.tr("The new order is taken back"))
            else:
                text = self.tr("This order is in the outbox or was sent; it stays.")
                self._messages.show_message("warning", text)

        self._jobs.write("", self._undo.in_turn.note(work), say, owner=self)

    def _bring_back(self, order_id: int) -> None:
        work = self._undo.in_turn.note(lambda: self._services.orders.restore([order_id]))
        self._jobs.write("", work, owner=self)


def _is_alike(one: OrderDraft, other: OrderDraft) -> bool:
    return one.without_empty() == other.without_empty()
