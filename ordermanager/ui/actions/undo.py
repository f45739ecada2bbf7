"""Undo and redo of what was written: named steps, each undone by a service and honest about what it could not undo."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from ordermanager.ui.actions.in_turn import InTurn

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ordermanager.ui.jobs import Jobs

LIMIT = 200
NO_DEED = -1
LOOK_MS = 20
"""Between two looks whether the step before is done; a key that is held repeats every 30 ms or so."""


class _Step(QUndoCommand):
    """Something that was done already when it is put on the stack, so its first `redo` does nothing."""

    def __init__(
        self,
        text: str,
        undo: Callable[[], None],
        redo: Callable[[], None],
        history: UndoHistory,
        deed: int,
        number: int,
    ) -> None:
        super().__init__(text)
        self.number = number
        self.parts = [(undo, redo)]
        self._history = history
        self._deed = deed
        self._is_done = True

    def id(self) -> int:
        """Override QUndoCommand::id: parts of one deed have its number, everything else has none."""
        return self._deed

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Override QUndoCommand::mergeWith: the next part of the same deed."""
        if not isinstance(other, _Step):
            return False
        self.parts += other.parts
        self.setText(f"{self.text()}, {other.text()}")
        return True

    def redo(self) -> None:
        """Override QUndoCommand::redo."""
        if self._is_done:
            self._is_done = False
        else:
            self._history.carry_out([redo for _, redo in self.parts])

    def undo(self) -> None:
        """Override QUndoCommand::undo."""
        self._history.carry_out([undo for undo, _ in reversed(self.parts)])


class UndoHistory(QObject):
    """The window's undo stack. A step only asks its service in the background; writes are done in their order,
    long ones by `in_turn`."""

    changed = Signal()

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._deeds = 0
        self._steps = 0
        self._wanted: deque[Callable[[], None]] = deque()
        self._later = QTimer(self)
        self._later.setInterval(LOOK_MS)
        self._later.timeout.connect(self._go_on)
        jobs.watch(self._later)
        self.in_turn = InTurn()  # for changes that take a while, and for what takes them back
        self._stack = QUndoStack(self)
        self._stack.setUndoLimit(LIMIT)
        self._stack.indexChanged.connect(self._on_index)

    def _on_index(self, _index: int) -> None:
        self.changed.emit()

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to undo."""
        return self._stack.canUndo()

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to do again."""
        return self._stack.canRedo()

    @property
    def place(self) -> int:
        """The number of the step that was done last, 0 where none is left; no other step ever has it."""
        last = self._stack.command(self._stack.index() - 1) if self._stack.index() else None
        return last.number if isinstance(last, _Step) else 0

    @property
    def undo_text(self) -> str:
        """What would be undone, empty where there is nothing."""
        return self._stack.undoText()

    @property
    def redo_text(self) -> str:
        """What would be done again."""
        return self._stack.redoText()

    def new_deed(self) -> int:
        """A number for a deed that is done in several parts, and taken back as one."""
        self._deeds += 1
        return self._deeds

    def done(
        self, text: str, undo: Callable[[], None], redo: Callable[[], None], *, deed: int = NO_DEED
    ) -> None:
        """Remember a step that was just done; one of the same `deed` as the last becomes a part of that."""
        self._steps += 1
        self._stack.push(_Step(text, undo, redo, self, deed, self._steps))

    def carry_out(self, parts: Sequence[Callable[[], None]]) -> None:
        """The parts of a step, each when the one before is done, and before anything else that is wanted."""
        self._wanted.extendleft(reversed(parts))

    def undo(self) -> None:
        """Take the last step back, as soon as what was asked for before is done."""
        self._do(self._stack.undo)

    def redo(self) -> None:
        """Do the step again that was taken back last, as soon as what was asked for before is done."""
        self._do(self._stack.redo)

    def _do(self, step: Callable[[], None]) -> None:
        self._wanted.append(step)
        self._go_on()

    def _go_on(self) -> None:
        while self._wanted and not self.in_turn.is_busy:
            self._wanted.popleft()()
        if self._wanted:
            self._later.start()
        else:
            self._later.stop()

    def forget(self) -> None:
        """A step could not be taken back: what came before it can no longer be counted on."""
        self._stack.clear()
        self.changed.emit()
