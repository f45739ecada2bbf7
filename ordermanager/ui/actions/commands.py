"""What the user does with orders: each command asks a service in the background and says what came of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal

from ordermanager.domain.states import Folder
from ordermanager.ui import i18n
from ordermanager.ui.actions.undo import NO_DEED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordermanager.services.app import Services
    from ordermanager.services.results import ExportResult, QueueResult
    from ordermanager.ui.actions.undo import UndoHistory
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.shell.messages import MessageBar

Decision = Literal["send_again", "accepted"]


class Commands(QObject):
    """Ids in, a line in the message bar out. The window connects actions to these."""

    order_made = Signal(int)
    folder_asked = Signal(str)
    send_asked = Signal()

    def __init__(
        self,
        services: Services,
        jobs: Jobs,
        messages: MessageBar,
        undo: UndoHistory,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._undo = undo
        self._services = services
        self._jobs = jobs
        self._messages = messages

    # -- orders

    def duplicate(self, order_id: int) -> None:
        """A new draft like this order."""

        def work() -> int:
            return self._services.orders.save(self._services.orders.duplicate(order_id)).order_id

        self._jobs.write("", work, self.order_made.emit, owner=self)

    def delete(self, ids: Sequence[int]) -> None:
        """Take orders away, with a way back in the message bar."""
        self._jobs.write(
            "",
            lambda: self._services.orders.delete(ids),
            lambda count: self._on_deleted(count, ids),
            owner=self,
        )

    def _on_deleted(self, count: int, ids: Sequence[int]) -> None:
        if count == len(ids):
            text = self.tr("%n order(s) deleted", "", count)
        elif count:
            text = self.tr("%n order(s) deleted; those in the outbox stay, withdraw them first", "", count)
        else:
            text = self.tr("Orders in the outbox cannot be deleted. Withdraw them first.")
        if count:
            self._messages.show_message("info", text, self.tr("Undo"), self._undo.undo)
            step = self.tr("Delete %n order(s)", "", count)
            self._undo.done(step, lambda: self.restore(ids), lambda: self._delete_again(ids))
        else:
            self._messages.show_message("warning", text)

    def _delete_again(self, ids: Sequence[int]) -> None:
        work = self._undo.in_turn.note(lambda: self._services.orders.delete(ids))
        self._jobs.write("", work, self._say_deleted, owner=self)

    def _say_deleted(self, count: int) -> None:
        self._messages.show_message("info", self.tr("%n order(s) deleted", "", count))

    def restore(self, ids: Sequence[int]) -> None:
        """Bring deleted orders back."""
        work = self._undo.in_turn.note(lambda: self._services.orders.restore(ids))
        self._jobs.write("", work, self._on_restored, owner=self)

    def _on_restored(self, count: int) -> None:
        self._messages.show_message("good", self.tr("%n order(s) are back", "", count))

    # -- the outbox

    def queue(self, ids: Sequence[int] | None, *, deed: int = NO_DEED) -> None:
        """Put these orders (None: all ready ones) in the outbox. `deed`: see UndoHistory.done."""
        self._jobs.write(
            self.tr("Putting orders in the outbox…"),
            lambda: self._services.outbox.queue(ids),
            lambda result: self._on_queued(result, deed),
            owner=self,
        )

    def send_again(self, ids: Sequence[int]) -> None:
        """Put sent orders in the outbox once more."""
        self._jobs.write(
            self.tr("Putting orders in the outbox…"),
            lambda: self._services.outbox.send_again(ids),
            self._on_queued,
            owner=self,
        )

    def _take_back(self, ids: Sequence[int], queued: int) -> None:
        """Undo of queueing: withdraws what has not begun to be sent, and says so where that is not all."""

        def say(count: int) -> None:
            if count >= queued:
                text = self.tr("%n order(s) taken back from the outbox", "", count)
                self._messages.show_message("good", text)
                return
            text = self.tr("%n order(s) withdrawn; the others are on their way or sent already", "", count)
            self._messages.show_message("warning", text)

        work = self._undo.in_turn.note(lambda: self._services.outbox.withdraw(ids))
        self._jobs.write("", work, say, owner=self)

    def _on_queued(self, result: QueueResult, deed: int = NO_DEED) -> None:
        if result.queued:
            ids = result.order_ids
            step = self.tr("Put %n order(s) in the outbox", "", result.queued)
            back = lambda: self._take_back(ids, result.queued)  # noqa: E731 - one line reads better
            self._undo.done(step, back, lambda: self._queue_again(ids), deed=deed)
        if result.queued:
            text = self.tr("%n order(s) are in the outbox", "", result.queued)
            if result.not_ready_count:
                text += ". " + self.tr("%n order(s) still have errors", "", result.not_ready_count)
            kind: Literal["good", "warning"] = "warning" if result.not_ready_count else "good"
            self._messages.show_message(kind, text, self.tr("Send now"), self.send_asked.emit)
        elif result.not_ready_count:
            text = self.tr(
                "%n order(s) still have errors and were not put in the outbox", "", result.not_ready_count
            )
            first = next((found for order in result.not_ready for found in order.findings), None)
            if first is not None:
                text += ". " + i18n.finding_text(first)
            self._messages.show_message("warning", text)
        else:
            text = self.tr("Nothing to put in the outbox: these orders are there, or sent already.")
            self._messages.show_message("info", text)

    def _queue_again(self, ids: Sequence[int]) -> None:
        def say(result: QueueResult) -> None:
            text = self.tr("%n order(s) are in the outbox", "", result.queued)
            self._messages.show_message("good", text, self.tr("Send now"), self.send_asked.emit)

        # What was sent before and waited to be sent once more is not ready but sent now.
        work = self._undo.in_turn.note(lambda: self._services.outbox.send_again(ids))
        self._jobs.write(self.tr("Putting orders in the outbox…"), work, say, owner=self)

    def withdraw(self, ids: Sequence[int] | None) -> None:
        """Take orders (None: all) back from the outbox."""

        def done(back: Sequence[int]) -> None:
            self._on_withdrawn(len(back))
            if back:
                step = self.tr("Withdraw %n order(s)", "", len(back))
                again = lambda: self._take_back(back, len(back))  # noqa: E731 - one line reads better
                self._undo.done(step, lambda: self._queue_again(back), again)

        self._jobs.write("", lambda: self._services.outbox.take_back(ids), done, owner=self)

    def _on_withdrawn(self, count: int) -> None:
        if count:
            text = self.tr("%n order(s) withdrawn and ready again", "", count)
            go = lambda: self.folder_asked.emit(Folder.READY.value)  # noqa: E731 - one line reads better
            self._messages.show_message("good", text, self.tr("Show them"), go)
        else:
            text = self.tr("Nothing to withdraw: they are on their way or sent already.")
            self._messages.show_message("info", text)

    def resolve(self, decision: Decision, ids: Sequence[int]) -> None:
        """Decide about unconfirmed orders."""
        self._jobs.write(
            "",
            lambda: self._services.outbox.resolve(decision, ids),
            lambda count: self._on_resolved(decision, count),
            owner=self,
        )

    def resolve_batch(self, batch_id: int, decision: Decision) -> None:
        """Decide about a whole request."""
        self._jobs.write(
            "",
            lambda: self._services.outbox.resolve_batch(batch_id, decision),
            lambda count: self._on_resolved(decision, count),
            owner=self,
        )

    def _on_resolved(self, decision: Decision, count: int) -> None:
        if decision == "send_again" and not count:
            text = self.tr(
                "Not sent again: a newer version of these orders has arrived or is in doubt itself, "
                "or the account's settings say never."
            )
            self._messages.show_message("warning", text)
        elif decision == "send_again":
            text = self.tr("%n order(s) are back in the outbox", "", count)
            self._messages.show_message("good", text, self.tr("Send now"), self.send_asked.emit)
        else:
            text = self.tr("%n order(s) marked as accepted", "", count)
            self._messages.show_message("good", text)

    def release_held(self) -> None:
        """Let go what was held back."""
        self._jobs.write("", self._services.outbox.release_held, self._on_released, owner=self)

    def _on_released(self, count: int) -> None:
        text = self.tr("%n order(s) are back in the outbox", "", count)
        self._messages.show_message("good", text, self.tr("Send now"), self.send_asked.emit)

    def resume_account(self, name: str) -> None:
        """Let a stopped account send again."""
        self._jobs.write("", lambda: self._services.accounts.resume(name), self._on_resumed, owner=self)

    def _on_resumed(self, _nothing: None) -> None:
        text = self.tr("The account may send again")
        self._messages.show_message("good", text, self.tr("Send now"), self.send_asked.emit)

    # -- files

    def say_written(self, result: ExportResult | Path) -> None:
        """Say that a table, or a picture, is in its file."""
        if isinstance(result, Path):
            text = self.tr("Picture written to {file}").format(file=result.name)
        else:
            text = self.tr("%n row(s) written to {file}", "", result.rows).format(file=result.path.name)
            if result.cut:
                text += ". " + self.tr(
                    "%n text(s) were cut: longer than an Excel cell can be. A .csv file has them whole.",
                    "",
                    result.cut,
                )
                self._messages.show_message("warning", text)
                return
        self._messages.show_message("good", text)

    def backup(self) -> None:
        """Copy the workspace now."""
        self._jobs.network(
            self.tr("Making a backup…"), lambda: self._services.backups.make(), self._on_backed_up, owner=self
        )

    def _on_backed_up(self, path: Path) -> None:
        text = self.tr("Backup made and checked: {file}").format(file=path.name)
        self._messages.show_message("good", text)
