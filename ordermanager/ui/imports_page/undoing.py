"""Taking an import back: what would go and what would stay is said before, what stayed and why after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ordermanager.ui import i18n
from ordermanager.ui.controls.plain import ask

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ordermanager.domain.sentences import Sentence
    from ordermanager.services.app import Services
    from ordermanager.services.imports.results import UndoneImport
    from ordermanager.ui.actions.undo import UndoHistory
    from ordermanager.ui.jobs import Jobs


class Undoing(QObject):
    """`said(kind, text)` for the message line: kind is `good`, `info` or `error`. Each import is a step of `undo`."""

    said = Signal(str, str)

    def __init__(self, window: QWidget, services: Services, jobs: Jobs, undo: UndoHistory) -> None:
        super().__init__(window)
        self._window = window
        self._undo = undo
        self._services = services
        self._jobs = jobs

    def start(self, import_id: int, file: str) -> None:
        """Count, ask, and take it back."""
        self._jobs.read(
            (id(self), "undo"),
            lambda: self._services.importing.undo_preview(import_id),
            lambda would: self._ask(import_id, file, would),
            self._fail,
            owner=self,
        )

    def _ask(self, import_id: int, file: str, would: UndoneImport) -> None:
        if not would.removed and not would.restored:
            why = self._kept(would) or self.tr("Its orders are gone already.")
            self.said.emit("info", self.tr("Nothing of {file} can be taken back. ").format(file=file) + why)
            return
        text = self.tr("Take back the import of {file}?").format(file=file)
        parts = [self.tr("%n order(s) will be removed.", "", would.removed) if would.removed else ""]
        if would.restored:
            parts.append(self.tr("%n get their old text back.", "", would.restored))
        if would.withdrawn:
            parts.append(self.tr("Taken out of the outbox: %n.", "", would.withdrawn))
        parts.append(self._kept(would))
        details = "\n".join(part for part in parts if part)
        if ask(self._window, text, details, yes=self.tr("Take back"), no=self.tr("Cancel"), destructive=True):
            self._take_back(import_id)
            step = self.tr("Take back the import of {file}").format(file=file)
            self._undo.done(step, lambda: self._bring_back(import_id), lambda: self._take_back(import_id))

    def remember(self, import_id: int) -> None:
        """An import is over: Ctrl+Z takes it back, without a question, for it can be done again."""
        step = self.tr("Import")
        self._undo.done(step, lambda: self._take_back(import_id), lambda: self._bring_back(import_id))

    def _take_back(self, import_id: int) -> None:
        self._jobs.write(
            self.tr("Taking the import back…"),
            self._undo.in_turn.note(lambda: self._services.importing.undo(import_id)),
            self._on_undone,
            self._fail,
            owner=self,
        )

    def _bring_back(self, import_id: int) -> None:
        self._jobs.write(
            self.tr("Bringing the imported orders back…"),
            self._undo.in_turn.note(lambda: self._services.importing.redo(import_id)),
            lambda _nothing: self.said.emit("good", self.tr("The imported orders are back")),
            self._fail,
            owner=self,
        )

    def _fail(self, sentence: Sentence) -> None:
        self.said.emit("error", i18n.text(sentence))

    def _on_undone(self, undone: UndoneImport) -> None:
        parts = [self.tr("%n order(s) removed", "", undone.removed)]
        if undone.restored:
            parts.append(self.tr("%n put back as before", "", undone.restored))
        said = self.tr("Import taken back: ") + ", ".join(parts) + "."
        kept = self._kept(undone)
        self.said.emit("info" if kept else "good", f"{said} {kept}".rstrip())

    def _kept(self, undone: UndoneImport) -> str:
        parts = []
        if undone.kept_sent:
            words = self.tr(
                "%n stay: they were sent, or may have been, and that cannot be called back.",
                "",
                undone.kept_sent,
            )
            parts.append(words)
        if undone.kept_edited:
            parts.append(
                self.tr("%n stay: changed since, by hand or by another import.", "", undone.kept_edited)
            )
        return " ".join(parts)
