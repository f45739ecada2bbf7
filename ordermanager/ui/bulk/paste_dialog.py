"""What pasted cells would change in the orders of the list, before anything is stored."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ordermanager.domain.statuses import Status
from ordermanager.ui import i18n
from ordermanager.ui.bulk.paste_lines import FIELD, NEW, NOTE, OLD, ORDER, PasteLines
from ordermanager.ui.bulk.paste_questions import PasteQuestions
from ordermanager.ui.controls.column_words import fit_words
from ordermanager.ui.controls.flow_layout import FlowLayout
from ordermanager.ui.controls.plain import PlainLabel
from ordermanager.ui.controls.row_list import dress_as_row_list
from ordermanager.ui.controls.work_bar import WorkBar
from ordermanager.ui.look.icons import set_icon
from ordermanager.ui.look.theme import DIALOG_MARGINS, GAP, SPACE, larger_font
from ordermanager.ui.mnemonics import as_written
from ordermanager.ui.words import status_name

if TYPE_CHECKING:
    from array import array

    from ordermanager.domain.sentences import Sentence
    from ordermanager.services.app import Services
    from ordermanager.services.orders.pasting import PastePlan
    from ordermanager.ui.job import Job
    from ordermanager.ui.jobs import Jobs

_WIDTHS = {ORDER: 18, FIELD: 18, OLD: 24, NEW: 24}
"""Of the columns, in average letters; a long name of a field has more, the notes take what is left."""


@dataclass(frozen=True, slots=True)
class PasteWish:
    """Which cells go where: `rows` to `ids` one by one (a single one to all), their columns to `fields`.

    `left_columns` are the titles of columns that cannot be edited, `beyond` how many copied rows find no order,
    `strangers` how many name orders that are not here.
    """

    ids: array[int]
    rows: list[list[str]]
    fields: list[str]
    left_columns: list[str]
    beyond: int = 0
    strangers: int = 0


class PasteDialog(QDialog):
    """`agreed` brings the PastePlan that is to be done; `import_asked`: these are new orders."""

    agreed = Signal(object)
    import_asked = Signal()

    def __init__(
        self, services: Services, jobs: Jobs, wish: PasteWish, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._wish = wish
        self._plan: PastePlan | None = None
        self._stop = threading.Event()
        self._job: Job | None = None
        self.setWindowTitle(self.tr("Paste into the list"))
        self._make_parts()
        self._lay_out()
        self._look()

    def _make_parts(self) -> None:
        self.title = PlainLabel(self.tr("Looking what would change…"), self, role="heading", wrap=True)
        self.title.setFont(larger_font(1.1))
        self.says = PlainLabel(" ", self, wrap=True)
        self.left_out = PlainLabel(self._left_out(), self, role="muted", wrap=True)
        self.left_out.setVisible(bool(self.left_out.text()))
        self.questions = PasteQuestions(self)
        self.questions.answered.connect(self._look)
        self.with_sent = QCheckBox(self)
        self.with_sent.hide()
        self.with_sent.toggled.connect(lambda _on: self._look())
        self.lines = PasteLines(self)
        self.table = QTableView(self)
        self.table.setModel(self.lines)
        self._dress_table()
        self.work = WorkBar(self)
        self.import_button = QPushButton(self.tr("&Import as new orders…"), self)
        set_icon(self.import_button, "import")
        self.import_button.clicked.connect(self._on_import)
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.cancel.clicked.connect(self.reject)
        self.change = QPushButton(self.tr("&Change"), self)
        self.change.setProperty("role", "primary")
        self.change.setDefault(True)
        self.change.setEnabled(False)
        self.change.clicked.connect(self._on_change)

    def _dress_table(self) -> None:
        table, letter = self.table, self.fontMetrics().averageCharWidth()
        dress_as_row_list(table, self.tr("What would change"))
        table.setProperty("role", "list")
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = table.horizontalHeader()
        for column, width in _WIDTHS.items():
            header.resizeSection(column, width * letter)
        header.setSectionResizeMode(NOTE, QHeaderView.ResizeMode.Stretch)

    def _lay_out(self) -> None:
        line = QWidget(self)
        buttons = FlowLayout(line, SPACE, SPACE)
        buttons.setContentsMargins(0, 0, 0, 0)
        for button in (self.import_button, self.cancel, self.change):
            buttons.addWidget(button)
        buttons.push_right(self.cancel, together=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(*DIALOG_MARGINS)
        column.setSpacing(GAP)
        for widget in (self.title, self.says, self.left_out, self.questions, self.with_sent):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        column.addWidget(self.work)
        column.addWidget(line)
        letter = self.fontMetrics().averageCharWidth()
        self.resize(min(1000, letter * 165), min(620, letter * 85))

    def _left_out(self) -> str:
        """What of the copied cells goes nowhere."""
        texts = []
        if self._wish.left_columns:
            names = ", ".join(self._wish.left_columns)
            texts.append(
                self.tr("Left out, because these cannot be edited: {columns}.").format(columns=names)
            )
        if self._wish.beyond:
            texts.append(
                self.tr(
                    "%n copied row(s) go beyond the end of the list and are left out.", "", self._wish.beyond
                )
            )
        if self._wish.strangers:
            texts.append(
                self.tr("%n copied row(s) are of orders that are not here.", "", self._wish.strangers)
            )
        return " ".join(texts)

    # -- looking

    def _look(self) -> None:
        self._stop.set()
        self._stop = stop = threading.Event()
        self._plan = None
        self.change.setEnabled(False)
        wish, with_sent, total = self._wish, self.with_sent.isChecked(), len(self._wish.ids)
        answers = self.questions.answers
        words = {status_name(status): status.value for status in Status}

        def tell(done: int) -> None:
            self.work.show_share(done / max(1, total))

        show = self._jobs.on_gui(tell)
        self.work.begin()

        def work() -> PastePlan | None:
            return self._services.pasting.plan(
                wish.ids,
                wish.rows,
                wish.fields,
                words,
                with_sent=with_sent,
                answers=answers,
                on_progress=show,
                is_cancelled=stop.is_set,
            )

        self._job = self._jobs.network("", work, self._show, self._fail, stop.set, owner=self)

    def _show(self, plan: PastePlan | None) -> None:
        if plan is None:
            return  # another look is on its way, or the dialog is closed
        self._plan = plan
        self.work.end()
        self.lines.show_plan(plan)
        fit_words(self.table, FIELD, least=_WIDTHS[FIELD], most=2 * _WIDTHS[FIELD])
        changed = plan.changed
        if not any(self._wish.fields):
            self._say_no_column()
            return
        self.title.setText(
            self.tr("%n order(s) will change", "", changed) if changed else self.tr("Nothing would change")
        )
        self.says.setText(self._summary(plan))
        if plan.sent and not self.with_sent.isVisible():
            self.with_sent.setText(
                self.tr(
                    "Change the %n order(s) that were sent &too; what was sent stays in the history",
                    "",
                    plan.sent,
                )
            )
            self.with_sent.show()
        self.change.setText(self.tr("&Change %n order(s)", "", changed) if changed else self.tr("&Change"))
        self.change.setEnabled(changed > 0)
        self.questions.show_questions(plan.questions)
        # someone may still go through its answers
        if self.focusWidget() not in self.questions.boxes.values():
            goes_on = self.questions.first_open or (self.change if changed else self.import_button)
            goes_on.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_no_column(self) -> None:
        self.title.setText(self.tr("None of these columns can be edited"))
        self.says.setText(
            self.tr(
                "Go to the first cell that is to change, and paste there. Or import the rows as new orders."
            )
        )
        self.import_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _summary(self, plan: PastePlan) -> str:
        texts = []
        if plan.with_errors:
            texts.append(self.tr("%n will have new errors.", "", plan.with_errors))
        left = len(plan.lines) - plan.changed - plan.same
        if left:
            texts.append(self.tr("%n left alone; the reason stands beside each.", "", left))
        if plan.same:
            texts.append(self.tr("%n have these values already.", "", plan.same))
        texts.append(
            as_written(self.tr("Nothing is stored before you press “Change”; Ctrl+Z takes it back."))
        )
        return " ".join(texts)

    def _fail(self, sentence: Sentence) -> None:
        self.work.end()
        self.title.setText(i18n.text(sentence))

    # -- its end

    def done(self, result: int) -> None:
        """Override QDialog::done: nobody waits for the look any more."""
        self._stop.set()
        super().done(result)

    def _on_change(self) -> None:
        plan = self._plan
        if plan is not None:
            self.accept()
            self.agreed.emit(plan)

    def _on_import(self) -> None:
        self.accept()
        self.import_asked.emit()
