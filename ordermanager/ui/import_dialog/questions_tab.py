"""What only a person knows about a file: unknown status words, dates and amounts that read two ways, missing fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from ordermanager.domain.statuses import Status
from ordermanager.ui import i18n
from ordermanager.ui.import_dialog.columns_tab import field_name
from ordermanager.ui.plain import PlainLabel
from ordermanager.ui.theme import GAP, SPACE
from ordermanager.ui.words import status_name

if TYPE_CHECKING:
    from ordermanager.importing.lacks import Choice, Lack
    from ordermanager.importing.questions import Question
    from ordermanager.importing.statuswords import StatusWord
    from ordermanager.ui.import_dialog.looking import Look

_MOST_WORDS = 40


class QuestionsTab(QScrollArea):
    """`status_taught(word, status)`; `answered(Question, value)`; `choice_taken(field, Choice)`."""

    status_taught = Signal(str, str)
    answered = Signal(object, str)
    choice_taken = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.open_count = 0

    def show_look(self, look: Look) -> None:
        """Show what this file asks. `open_count` says how many questions have no answer yet."""
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, GAP, GAP, GAP)
        column.setSpacing(GAP)
        self.open_count = 0
        if look.lacks:
            column.addWidget(self._lacks(look.lacks))
        if look.questions:
            column.addWidget(self._questions(look.questions))
        if look.statuses:
            column.addWidget(self._statuses(look.statuses))
        if not (look.lacks or look.questions or look.statuses):
            column.addWidget(PlainLabel(self.tr("This file asks nothing."), page, role="muted"))
        column.addStretch(1)
        self.setWidget(page)

    def _card(self, title: str) -> tuple[QFrame, QGridLayout]:
        card = QFrame(self)
        card.setProperty("role", "card")
        grid = QGridLayout(card)
        grid.setContentsMargins(GAP, GAP, GAP, GAP)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(SPACE)
        grid.setColumnStretch(0, 1)
        grid.addWidget(PlainLabel(title, card, role="heading"), 0, 0, 1, 2)
        return card, grid

    def _lacks(self, lacks: tuple[Lack, ...]) -> QFrame:
        card, grid = self._card(self.tr("The file lacks these fields"))
        for row, lack in enumerate(lacks, 1):
            self.open_count += lack.required
            words = f"{field_name(lack.field)}: {i18n.text(lack.why)}"
            ready = [choice for choice in lack.choices if choice.ready]
            box = self._box(grid, row, words, self.tr("Leave it empty"))
            for choice in ready:
                example = f" ({choice.example})" if choice.example else ""
                box.addItem(i18n.text(choice.label) + example, choice)
            box.setEnabled(bool(ready))
            box.activated.connect(
                lambda _number, box=box, lack=lack: self._take(lack.field, box.currentData())
            )
        return card

    def _take(self, field: str, choice: Choice | None) -> None:
        if choice is not None:
            self.choice_taken.emit(field, choice)

    def _questions(self, questions: tuple[Question, ...]) -> QFrame:
        card, grid = self._card(self.tr("How are these to be read?"))
        for row, question in enumerate(questions, 1):
            self.open_count += not question.chosen
            box = self._box(grid, row, i18n.text(question.sentence), self.tr("Choose…"))
            for option in question.options:
                box.addItem(i18n.text(option.label), option.value)
            box.setCurrentIndex(max(0, box.findData(question.chosen)) if question.chosen else 0)
            box.activated.connect(
                lambda _number, box=box, question=question: (
                    self.answered.emit(question, box.currentData()) if box.currentData() else None
                )
            )
        return card

    def _statuses(self, words: tuple[StatusWord, ...]) -> QFrame:
        card, grid = self._card(self.tr("What the shop's status words mean"))
        for row, word in enumerate(words[:_MOST_WORDS], 1):
            self.open_count += not word.status
            shown = self.tr("“{word}”").format(word=word.word) if word.word else self.tr("empty cell")
            orders = self.tr("%n order(s)", "", word.count)
            rows = self.tr("rows {rows}").format(rows=", ".join(map(i18n.count, word.rows)))
            box = self._box(grid, row, f"{shown} – {orders}, {rows}", self.tr("Choose…"))
            for status in Status:
                box.addItem(status_name(status), status.value)
            box.setCurrentIndex(max(0, box.findData(word.status)) if word.status else 0)
            box.activated.connect(
                lambda _number, box=box, word=word: (
                    self.status_taught.emit(word.word, box.currentData()) if box.currentData() else None
                )
            )
        return card

    def _box(self, grid: QGridLayout, row: int, words: str, nothing: str) -> QComboBox:
        box = QComboBox(self)
        box.addItem(nothing, None)
        box.setAccessibleName(words)
        box.setMinimumContentsLength(24)
        label = PlainLabel(words, self, wrap=True)
        label.setBuddy(box)
        grid.addWidget(label, row, 0)
        grid.addWidget(box, row, 1)
        return box
