"""Offers what is known from earlier orders below a line while one types; asks off the GUI thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ordermanager.ui.jobs import Jobs

SHORTEST = 2
"""Fewer letters fit too much to help."""
PAUSE_MS = 120


class Completion(QObject):
    """`ask(prefix)` runs in a thread and returns values; `words(value)` is what the list shows of one.

    `chosen` brings the value that the user took. Nothing is written into the line: that is the receiver's
    business.
    """

    chosen = Signal(object)

    def __init__(
        self, line: QLineEdit, jobs: Jobs, ask: Callable[[str], Sequence[Any]], words: Callable[[Any], str]
    ) -> None:
        super().__init__(line)
        self._line = line
        self._jobs = jobs
        self._ask = ask
        self._words = words
        self._model = QStandardItemModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setWidget(line)
        activated: Any = self._completer.activated  # two signals of one name, chosen by type
        activated[QModelIndex].connect(self._choose)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._look_up)
        line.textEdited.connect(self._on_edited)

    def _on_edited(self, text: str) -> None:
        if len(text.strip()) < SHORTEST:
            self._timer.stop()
            self._hide()
        else:
            self._timer.start()

    def _look_up(self) -> None:
        prefix = self._line.text().strip()
        self._jobs.read(("complete", id(self)), lambda: self._ask(prefix), self._show, owner=self)

    def _show(self, values: Sequence[Any]) -> None:
        self._model.clear()
        for value in values:
            item = QStandardItem(self._words(value))
            item.setData(value, Qt.ItemDataRole.UserRole)
            self._model.appendRow(item)
        if values and self._line.hasFocus():
            rect = self._line.rect()
            rect.setWidth(max(rect.width(), 320))
            self._completer.complete(rect)
        else:
            self._hide()

    def _hide(self) -> None:
        popup = self._completer.popup()
        if popup is not None:
            popup.hide()

    def _choose(self, index: QModelIndex) -> None:
        self._timer.stop()
        value = index.data(Qt.ItemDataRole.UserRole)
        # The completer writes the shown words into the line right after this; the receiver has the last word.
        QTimer.singleShot(0, self, lambda: self.chosen.emit(value))
