"""Saves the order in the form by itself, a second after a change and whenever one leaves it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ordermanager.services.results import SavedEdit

if TYPE_CHECKING:
    from collections.abc import Callable

    from ordermanager.domain.draft import OrderDraft
    from ordermanager.domain.sentences import Sentence
    from ordermanager.services.app import Services
    from ordermanager.services.results import SavedOrder
    from ordermanager.ui.jobs import Jobs

PAUSE_MS = 1000


class DraftSaver(QObject):
    """Belongs to one order. A new order gets its number by its first save; saves run one after another.

    Signals: `saved(SavedOrder, whether it had been deleted meanwhile and is back)`, `made(order_id)` with the first
    save of a new order, `edited(order_id, text before, text now)` of an order that was there already,
    `failed(Sentence)`; `is_dirty` says whether something waits to be saved.
    """

    saved = Signal(object, bool)
    made = Signal(int)
    edited = Signal(int, object, object)
    failed = Signal(object)

    def __init__(
        self,
        services: Services,
        jobs: Jobs,
        order_id: int | None,
        take: Callable[[], OrderDraft],
        kept: OrderDraft,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._take = take
        self._kept = kept.without_empty()
        self._saved_last = self._kept  # of the writing thread
        self._order_id = order_id
        self._running = 0
        self._after: list[Callable[[SavedOrder], None]] = []
        self._touched = False
        self._retired = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.save_now)

    @property
    def order_id(self) -> int | None:
        """The order's number, None until it was saved for the first time."""
        return self._order_id

    @property
    def is_dirty(self) -> bool:
        """Whether something was typed that is not saved, or is being saved at this moment."""
        return self._touched or self._running > 0

    def touch(self) -> None:
        """The user has changed something."""
        self._touched = True
        if not self._timer.isActive():  # who types without a pause loses no more than a second either
            self._timer.start()

    def save_now(self, then: Callable[[SavedOrder], None] | None = None) -> bool:
        """Save what is in the form, if it differs from what is kept. `then` runs when it is saved, also where that was
        under way already.

        False where there was nothing to save.
        """
        self._timer.stop()
        draft = self._take()
        self._touched = False
        meant = draft.without_empty()
        if meant == self._kept:
            if then is None or not self._running:
                return False
            self._after.append(then)  # what is being saved at this moment is what is meant
            return True
        before, self._kept = self._kept, meant
        self._running += 1
        was_there = self._order_id is not None

        def done(edit: SavedEdit) -> None:
            order_id = edit.order.order_id
            if was_there:
                self.edited.emit(order_id, edit.before, edit.after)
            else:
                self.made.emit(order_id)
            self._on_saved(edit, then)

        is_here = not self._retired  # what is left of an order that was deleted here does not bring it back

        self._jobs.write(
            "",
            lambda: self._save(draft, meant, brings_back=is_here),
            done,
            lambda sentence: self._on_failed(sentence, before),
            owner=self,
        )
        return True

    def retire(self) -> None:
        """The form shows another order from now on: save what is left, then go."""
        self._retired = True
        if self._touched:
            self.save_now()
        self._take = _nothing_left
        self._timer.stop()
        self._go_when_done()

    def _save(self, draft: OrderDraft, meant: OrderDraft, *, brings_back: bool) -> SavedEdit:
        """Runs in the writing thread, where saves follow one another, so that a new order is made once, and what could
        not be saved is written with what comes after it."""
        if self._order_id is not None:
            edit = self._services.orders.save_edit(
                self._saved_last, draft, self._order_id, brings_back=brings_back
            )
        else:
            edit = SavedEdit(self._services.orders.save(draft), self._saved_last, draft)
            self._order_id = edit.order.order_id
        self._saved_last = meant
        return edit

    def _on_saved(self, edit: SavedEdit, then: Callable[[SavedOrder], None] | None) -> None:
        saved = edit.order
        self._running -= 1
        self.saved.emit(saved, edit.is_back)
        if then is not None:
            then(saved)
        if self._running == 0:
            after, self._after = self._after, []
            for each in after:
                each(saved)
        self._go_when_done()

    def _on_failed(self, sentence: Sentence, before: OrderDraft) -> None:
        self._running -= 1
        self._after = []
        self._kept = before
        self._touched = not self._retired
        self.failed.emit(sentence)
        self._go_when_done()

    def _go_when_done(self) -> None:
        if self._retired and self._running == 0:
            self.deleteLater()


def _nothing_left() -> OrderDraft:
    raise AssertionError("a retired saver has nothing to take")
