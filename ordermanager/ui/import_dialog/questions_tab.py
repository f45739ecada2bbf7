"""What only a person knows about a file: fields that it lacks, dates and amounts that read two ways, status words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ordermanager.domain.statuses import Status
from ordermanager.importing.mapping.lacks import ChoiceKind
from ordermanager.services.imports.answers import likely_status
from ordermanager.ui import i18n
from ordermanager.ui.controls.elided_box import ElidedBox
from ordermanager.ui.controls.plain import PlainLabel, set_plain_tooltip
from ordermanager.ui.import_dialog.columns_tab import field_name
from ordermanager.ui.import_dialog.field_card import EXAMPLES
from ordermanager.ui.import_dialog.quiet_line import QuietLine
from ordermanager.ui.import_dialog.rules_panel import RulesPanel
from ordermanager.ui.look.theme import GAP
from ordermanager.ui.words import status_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ordermanager.importing.mapping.lacks import Choice, Lack
    from ordermanager.importing.values.questions import Question
    from ordermanager.importing.values.status_words import StatusWord
    from ordermanager.ui.import_dialog.looking import Look

_MOST_WORDS = 60
_LETTERS = 26


class QuestionsTab(QScrollArea):
    """`statuses_taught(status by word)`; `answered(Question, value)`; `constant_given(field, text)`, an empty text
    takes it back; `rules_chosen(name)`. Tab comes here from `comes_after`."""

    statuses_taught = Signal(dict)
    answered = Signal(object, str)
    constant_given = Signal(str, str)
    rules_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.open_count = 0
        self._boxes: list[QWidget] = []
        self.comes_after: QWidget | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QWidget(self.viewport())
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(0, GAP, GAP, GAP)
        self._column.setSpacing(GAP)
        self._cards: QWidget = QWidget(page)
        self.rules = RulesPanel(page)
        self._column.addWidget(self._cards)
        self._column.addWidget(self.rules)
        self._column.addStretch(1)
        self.setWidget(page)

    def show_look(self, look: Look) -> None:
        """Show what this file asks; the keyboard stays where it is. `open_count` says how many have no answer yet."""
        focus, had_focus = self._focused(), self._cards.isAncestorOf(self.focusWidget())
        cards = QWidget(self.widget())
        column = QVBoxLayout(cards)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        self.open_count = 0
        self._boxes = []
        given = [(name, text) for name, text in look.constants.items()]
        if look.lacks or given:
            column.addWidget(self._lacks(look, given))
        if look.questions or look.decided:
            column.addWidget(self._questions((*look.questions, *look.decided)))
        if look.statuses:
            column.addWidget(self._statuses(look.statuses))
        if not column.count():
            column.addWidget(PlainLabel(self.tr("This file asks nothing."), cards, role="muted"))
        self._column.replaceWidget(self._cards, cards)
        self._cards.hide()
        self._cards.deleteLater()
        self._cards = cards
        self._order_tabs()
        self._give_focus(focus)
        if had_focus and focus is None:  # what had it has done its work
            (self._boxes or [self.rules.rule_sets])[0].setFocus()

    # -- the keyboard, while the rows are made anew

    def _order_tabs(self) -> None:
        """New rows would come last in the window."""
        before = self.comes_after
        if before is None:
            return
        for box in (*self._boxes, self.rules.rule_sets):
            QWidget.setTabOrder(before, box)
            before = box

    def _focused(self) -> tuple[str, str, int] | None:
        widget: QWidget | None = self.focusWidget()
        while widget is not None and not widget.objectName().startswith("row:"):
            widget = widget.parentWidget()
        if not isinstance(widget, QComboBox) or not self._cards.isAncestorOf(widget):
            return None
        edit = widget.lineEdit()
        typed = edit.text() if isinstance(edit, QuietLine) and edit.timer.isActive() else ""
        return widget.objectName(), typed, edit.cursorPosition() if edit else 0

    def _give_focus(self, focus: tuple[str, str, int] | None) -> None:
        if focus is None:
            return
        name, typed, place = focus
        box = self._cards.findChild(QComboBox, name)
        if box is None:
            return
        edit = box.lineEdit()
        if isinstance(edit, QLineEdit):
            if typed and isinstance(edit, QuietLine):
                edit.setText(typed)
                edit.timer.start()
            edit.setCursorPosition(place)
        box.setFocus()

    # -- cards

    def _card(self, title: str) -> tuple[QFrame, QGridLayout]:
        card = QFrame(self)
        card.setProperty("role", "card")
        grid = QGridLayout(card)
        grid.setContentsMargins(GAP, GAP, GAP, GAP)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(GAP)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.addWidget(PlainLabel(title, card, role="heading"), 0, 0, 1, 2)
        return card, grid

    def _lacks(self, look: Look, given: Sequence[tuple[str, str]]) -> QFrame:
        card, grid = self._card(self.tr("The file lacks these fields"))
        row = 0
        for row, lack in enumerate(look.lacks, 1):
            self.open_count += lack.required
            if all(choice.kind is ChoiceKind.RULES for choice in lack.choices):  # nothing can be typed for it
                self._rules_box(grid, row, i18n.text(lack.why), lack)
                continue
            words = f"{field_name(lack.field)}: {i18n.text(lack.why)}"
            self._text_box(grid, row, words, lack.field, "", lack.choices)
        for number, (name, text) in enumerate(given, row + 1):
            words = self.tr("{field}: given by you for all orders").format(field=field_name(name))
            self._text_box(grid, number, words, name, text, ())
        return card

    def _rules_box(self, grid: QGridLayout, row: int, words: str, lack: Lack) -> None:
        """A list of what else may be done about it."""
        box = self._box(grid, row, words, f"row:field:{lack.field}")
        box.addItem(self.tr("Choose…"), None)
        for choice in lack.choices:
            box.addItem(i18n.text(choice.label), choice)
        box.activated.connect(lambda _row, box=box: self._take(lack.field, box.currentData()))

    def _text_box(
        self, grid: QGridLayout, row: int, words: str, field: str, text: str, choices: Sequence[Choice]
    ) -> None:
        """A list of proposals in which a text or pattern can be typed instead."""
        box = self._box(grid, row, words, f"row:field:{field}")
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        line = QuietLine(box)
        box.setLineEdit(line)
        line.setAccessibleName(words)
        for choice in choices:
            if choice.ready:
                example = f" ({choice.example})" if choice.example and choice.example != choice.text else ""
                box.addItem(i18n.text(choice.label) + example, choice)
        box.setCurrentIndex(-1)
        line.show_text(text)
        example = EXAMPLES.get(field, "")
        line.setPlaceholderText(
            self.tr("Empty, or for example {example}").format(example=example)
            if example
            else self.tr("Empty")
        )
        line.taken.connect(lambda typed, field=field: self.constant_given.emit(field, typed))
        box.activated.connect(lambda _row, box=box, field=field: self._take(field, box.currentData()))

    def _take(self, field: str, choice: Choice | None) -> None:
        if choice is None:
            return
        if choice.kind is ChoiceKind.RULES:
            self.rules_chosen.emit(choice.text)
        else:
            self.constant_given.emit(field, choice.text)

    def _questions(self, questions: Sequence[Question]) -> QFrame:
        card, grid = self._card(self.tr("How are these to be read?"))
        for row, question in enumerate(questions, 1):
            self.open_count += not question.chosen
            words = i18n.text(question.sentence)
            box = self._box(grid, row, words, f"row:{question.kind}:{question.column}")
            box.addItem(self.tr("Choose…"), None)
            for option in question.options:
                box.addItem(i18n.text(option.label), option.value)
            box.setCurrentIndex(max(0, box.findData(question.chosen)) if question.chosen else 0)
            box.activated.connect(
                lambda _number, box=box, question=question: (
                    self.answered.emit(question, box.currentData()) if box.currentData() else None
                )
            )
        return card

    def _statuses(self, words: Sequence[StatusWord]) -> QFrame:
        card, grid = self._card(self.tr("What the shop's status words mean"))
        likely = {
            word.word: status
            for word in words[:_MOST_WORDS]
            if not word.status and (status := likely_status(word.word))
        }
        for row, word in enumerate(words[:_MOST_WORDS], 1):
            self.open_count += not word.status
            shown = self.tr("“{word}”").format(word=word.word) if word.word else self.tr("empty cell")
            orders = self.tr("%n order(s)", "", word.count)
            named = ", ".join(map(i18n.count, word.rows)) + (" …" if word.count > len(word.rows) else "")
            rows = (self.tr("row {rows}") if word.count == 1 else self.tr("rows {rows}")).format(rows=named)
            box = self._box(grid, row, f"{shown} – {orders}, {rows}", f"row:status:{word.word}")
            guess = likely.get(word.word, "")
            choose = self.tr("Choose… ({status}?)") if guess else self.tr("Choose…")
            box.addItem(choose.format(status=status_name(Status(guess)) if guess else ""), None)
            for status in Status:
                box.addItem(status_name(status), status.value)
            box.setCurrentIndex(max(0, box.findData(word.status)) if word.status else 0)
            box.activated.connect(
                lambda _number, box=box, word=word: (
                    self.statuses_taught.emit({word.word: box.currentData()}) if box.currentData() else None
                )
            )
        if likely:
            self._offer(grid, likely)
        return card

    def _offer(self, grid: QGridLayout, likely: Mapping[str, str]) -> None:
        """To take what the words seem to mean."""
        named = ", ".join(
            self.tr("“{word}” is {status}").format(word=word, status=status_name(Status(status)))
            for word, status in likely.items()
        )
        offer = QPushButton(self.tr("Take what seems right: %n word(s)", "", len(likely)), self)
        offer.setProperty("role", "link")
        set_plain_tooltip(offer, named)
        offer.setAccessibleDescription(named)
        offer.clicked.connect(lambda: self.statuses_taught.emit(dict(likely)))
        self._boxes.append(offer)
        grid.addWidget(offer, grid.rowCount(), 1, Qt.AlignmentFlag.AlignLeft)

    def _box(self, grid: QGridLayout, row: int, words: str, name: str) -> QComboBox:
        box = ElidedBox(self)
        box.setObjectName(name)
        box.setAccessibleName(words)
        box.setMinimumContentsLength(_LETTERS)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._boxes.append(box)
        label = PlainLabel(words, self, wrap=True)
        label.setBuddy(box)
        grid.addWidget(label, row, 0)
        grid.addWidget(box, row, 1)
        return box
