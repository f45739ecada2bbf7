"""What pasted cells leave open, asked above their preview: dates and amounts that can be read in two ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from ordermanager.ui import i18n
from ordermanager.ui.controls.plain import PlainLabel
from ordermanager.ui.look.theme import GAP, SPACE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordermanager.importing.values.questions import Question

_LETTERS = 26


class PasteQuestions(QWidget):
    """A line for each question. The first that is asked stay, with what was answered."""

    answered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: dict[str, QComboBox] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(SPACE)
        self._grid.setColumnStretch(0, 1)
        self.hide()

    @property
    def answers(self) -> dict[str, str]:
        """The values of the options that were chosen, by field."""
        return {field: str(box.currentData()) for field, box in self.boxes.items() if box.currentIndex() >= 0}

    @property
    def first_open(self) -> QWidget | None:
        """What asks and has no answer yet."""
        return next((box for box in self.boxes.values() if box.currentIndex() < 0), None)

    def show_questions(self, questions: Sequence[Question]) -> None:
        """Ask what is not asked yet."""
        for question in questions:
            if question.title not in self.boxes:
                self._ask(question)
        self.setVisible(bool(self.boxes))

    def _ask(self, question: Question) -> None:
        sentence = question.sentence
        named = sentence._replace(values={**sentence.values, "column": i18n.field_name(question.title)})
        label = PlainLabel(i18n.text(named), self, wrap=True)
        box = QComboBox(self)
        box.setPlaceholderText(self.tr("Not decided yet"))
        for option in question.options:
            box.addItem(i18n.text(option.label), option.value)
        box.setCurrentIndex(-1)
        box.setMinimumContentsLength(_LETTERS)
        box.setAccessibleName(label.text())
        label.setBuddy(box)
        box.activated.connect(lambda _number: self.answered.emit())
        row = self._grid.rowCount()
        self._grid.addWidget(label, row, 0)
        self._grid.addWidget(box, row, 1)
        self.boxes[question.title] = box
