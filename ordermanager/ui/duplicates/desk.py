"""Opens the dialog of duplicates, and makes what was merged there a step that can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ordermanager.ui.controls.open_dialog import open_dialog

if TYPE_CHECKING:
    from ordermanager.services.app import Services
    from ordermanager.services.orders.duplicates import Merged
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.shell.window_parts import WindowParts


class DuplicatesDesk(QObject):
    """Belongs to the window."""

    def __init__(self, services: Services, jobs: Jobs, window: WindowParts) -> None:
        super().__init__(window)
        self._services = services
        self._jobs = jobs
        self._window = window

    def open(self) -> None:
        """Look for duplicates and show them."""
        self._window.flush()  # its write is asked for first, and writes are done in order
        self._jobs.write("", lambda: None, lambda _nothing: self._open(), owner=self)

    def _open(self) -> None:
        from ordermanager.ui.duplicates.dialog import DuplicatesDialog

        dialog = DuplicatesDialog(self._services, self._jobs, self._window)
        dialog.merged.connect(self._on_merged)
        open_dialog(dialog)

    def _on_merged(self, merged: list[Merged]) -> None:
        orders = sum(1 + len(one.removed) for one in merged)
        now = list(merged)  # merging again makes new ones, which are then taken back
        step = self.tr("Merge %n order(s)", "", orders)
        self._window.undo.done(step, lambda: self._take_back(now), lambda: self._again(now))
        text = self.tr("%n order(s) merged", "", orders)
        self._window.messages.show_message("good", text, self.tr("Undo"), self._window.undo.undo)

    def _take_back(self, merged: list[Merged]) -> None:
        def work() -> int:
            return sum(not self._services.duplicates.take_back(one) for one in reversed(merged))

        turn = self._window.undo.in_turn.wrap(work)
        self._jobs.network(self.tr("Taking the change back…"), turn, self._say_back, owner=self)

    def _say_back(self, edited: int) -> None:
        text = self.tr("The merged orders are back")
        if edited:
            text += ". " + self.tr("%n were changed since and keep their text", "", edited)
        self._window.messages.show_message("warning" if edited else "good", text)

    def _again(self, merged: list[Merged]) -> None:
        def work() -> list[Merged]:
            merged[:] = [self._services.duplicates.merge(one.kept, one.after, one.removed) for one in merged]
            return merged

        def done(again: list[Merged]) -> None:
            text = self.tr("%n order(s) merged", "", sum(1 + len(one.removed) for one in again))
            self._window.messages.show_message("good", text)

        self._jobs.network("", self._window.undo.in_turn.wrap(work), done, owner=self)
