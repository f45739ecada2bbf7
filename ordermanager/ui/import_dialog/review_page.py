"""The review: every order of the file with what was found, put right and chosen before anything is stored."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ordermanager.services.imports.review_results import Changed, ReviewQuery
from ordermanager.ui import i18n
from ordermanager.ui.controls.find_replace_bar import FindBar
from ordermanager.ui.controls.fitting_scroll import FittingScroll
from ordermanager.ui.controls.flow_layout import FlowLayout
from ordermanager.ui.controls.low_page import LowPage
from ordermanager.ui.controls.number_box import NumberBox
from ordermanager.ui.controls.plain import PlainLabel, set_plain_tooltip
from ordermanager.ui.controls.search_box import SearchBox
from ordermanager.ui.controls.work_bar import WorkBar
from ordermanager.ui.import_dialog.review_cells import ReviewTable
from ordermanager.ui.import_dialog.review_fix import FixBar
from ordermanager.ui.import_dialog.review_groups import ReviewGroups
from ordermanager.ui.import_dialog.review_table import ReviewModel, sorted_by
from ordermanager.ui.look.icons import set_icon
from ordermanager.ui.look.theme import DIALOG_MARGINS, GAP, SPACE, WIDE, larger_font
from ordermanager.ui.mnemonics import keys_here

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Deed = Callable[["ImportReview", Callable[[int, int], None], Callable[[], bool]], "Changed"]

    from ordermanager.services.imports.review import ImportReview
    from ordermanager.services.imports.review_results import (
        FindingGroup,
        FindText,
        FoundTexts,
        ReviewCounts,
        ReviewOrder,
    )
    from ordermanager.ui.controls.find_replace_bar import Look
    from ordermanager.ui.jobs import Jobs

_ALL_ORDERS = 0
NARROWEST_SEARCH = 28
_MOST_IN_TRIAL = 1_000_000


class ReviewPage(QWidget):
    """`store_wanted`: import what is included; `back`: give the review up. Questions and changes run as jobs."""

    store_wanted = Signal()
    back = Signal()
    failed = Signal(object)  # Sentence

    def __init__(self, jobs: Jobs, timezone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._review: ImportReview | None = None
        self._query = ReviewQuery()
        self.left_out = 0
        self._change_cancel: threading.Event | None = None
        self._body = LowPage(self)
        inside = QWidget(self._body.viewport())
        self._tools = QWidget(inside)
        self._parts = QSplitter(Qt.Orientation.Horizontal, inside)
        self.groups = ReviewGroups(self._parts)
        self._middle = QWidget(self._parts)
        self.model = ReviewModel(timezone, jobs, self)
        self.table = ReviewTable(self.model, self._middle)
        self.search = SearchBox(self._tools)
        jobs.watch(self.search.timer)
        self.search.setPlaceholderText(self.tr("Search in the file"))
        self._below = FittingScroll(parent=self._middle)
        self.fix = FixBar(timezone, self._below.viewport())
        self.find_bar = FindBar(jobs, inside)
        self._build(inside)
        self._connect()

    # -- what is shown

    def begin(self, review: ImportReview) -> None:
        """A review that was just made; the errors come first."""
        self._review = review
        self.find_bar.begin(self._find_in(review))
        self.search.set_text_quietly("")
        self.trial.blockSignals(True)
        self.trial.setValue(_ALL_ORDERS)
        self.trial.blockSignals(False)
        self._ask_numbers(first=True)

    def end(self) -> None:
        """The review is closed: nothing of it may be asked any more."""
        self._review = None
        self.find_bar.begin(None)
        self.fix.show_order(None, None)

    def show_busy(self, *, busy: bool) -> None:
        """Orders are being stored: everything waits."""
        parts = (self.groups, self.table, self.fix, self.find_bar, self.search, self._store, self._back)
        for part in (*parts, self._replace, self._leave_out, self._take_in, self.trial):
            part.setEnabled(not busy)
        if busy:
            self._bar.begin()
        else:
            self._bar.end()

    def show_share(self, share: float | None) -> None:
        """How far storing is, 0…1."""
        self._bar.show_share(share)

    # -- making

    def _build(self, inside: QWidget) -> None:
        self._title = PlainLabel(self.tr("Look through the orders"), self._tools)
        self._title.setFont(larger_font(1.25))
        self._undo = self._button(self.tr("Undo"), "undo", "Ctrl+Z")
        self._redo = self._button(self.tr("Redo"), "redo", "Ctrl+Shift+Z")
        self._leave_out = self._button(self.tr("Leave out"), "minus", "Delete")
        self._take_in = self._button(self.tr("Take in"), "plus", "Insert")
        self._replace = self._button(self.tr("Replace…"), "refresh", keys_here("Ctrl+H"))
        self.search.setMinimumWidth(self.fontMetrics().averageCharWidth() * NARROWEST_SEARCH)
        for known_by_sign in (self._undo, self._redo):
            known_by_sign.setAccessibleName(known_by_sign.text())
            known_by_sign.setText("")
            known_by_sign.setProperty("role", "icon")
        head = FlowLayout(self._tools, SPACE, SPACE)
        head.setContentsMargins(0, 0, 0, 0)
        self._title.setMinimumHeight(self._undo.sizeHint().height())
        head.addWidget(self._title)
        for part in (self._undo, self._redo, self._leave_out, self._take_in, self._replace, self.search):
            head.addWidget(part)
        head.push_right(self._undo)
        self._below.hold(self.fix)
        column = QVBoxLayout(self._middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self.table, 1)
        column.addWidget(self._below)
        parts = self._parts
        parts.setStretchFactor(1, 1)
        parts.setChildrenCollapsible(False)
        parts.setProperty("role", "gap")
        parts.setHandleWidth(GAP)
        above = QVBoxLayout(inside)
        above.setContentsMargins(0, 0, 0, 0)
        above.setSpacing(GAP)
        above.addWidget(self._tools)
        above.addWidget(self.find_bar)
        above.addWidget(parts, 1)
        self._body.hold(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*DIALOG_MARGINS)
        layout.setSpacing(GAP)
        layout.addWidget(self._body, 1)
        layout.addLayout(self._build_bottom())

    def _build_bottom(self) -> QVBoxLayout:
        self.counts = PlainLabel("", self, wrap=True)
        self._bar = WorkBar(self)
        self.trial = NumberBox(_ALL_ORDERS, _MOST_IN_TRIAL, self.tr("all"), self)
        self.trial.setKeyboardTracking(False)
        self.trial.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.trial.setAccessibleName(self.tr("Orders to import: all, or only the first, as a trial"))
        trial_label = PlainLabel(self.tr("&Orders to import"), self)
        trial_label.setBuddy(self.trial)
        self._back = QPushButton(self.tr("&Back"), self)
        self._store = QPushButton(self.tr("&Import"), self)
        self._store.setProperty("role", "primary")
        set_icon(self._store, "import", "on_accent")
        line = QHBoxLayout()
        line.setSpacing(SPACE)
        line.addStretch(1)
        for part in (trial_label, self.trial, self._back, self._store):
            line.addWidget(part)
        bottom = QVBoxLayout()
        bottom.setSpacing(SPACE)
        told = QHBoxLayout()
        told.setSpacing(WIDE)
        told.addWidget(self.counts, 3)
        told.addWidget(self._bar, 2)
        bottom.addLayout(told)
        bottom.addLayout(line)
        return bottom

    def _button(self, text: str, picture: str, keys: str) -> QPushButton:
        button = QPushButton(text, self._tools)
        button.setAutoDefault(False)
        set_icon(button, picture)
        set_plain_tooltip(
            button, f"{text} ({QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)})"
        )
        target = self.table if keys in ("Delete", "Insert") else self
        shortcut = QShortcut(QKeySequence(keys), target)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(button.click)
        return button

    def _connect(self) -> None:
        self.groups.chosen.connect(self._on_group)
        self.search.asked.connect(lambda _text: self._show_query(self._query))
        self.search.left.connect(self.table.setFocus)
        self.table.current_changed.connect(self._on_current)
        self.table.sort_asked.connect(self._on_sort)
        self.model.replaced.connect(self._choose_first)
        self.table.opened.connect(lambda _id: self.fix.focus_field())
        self._undo.clicked.connect(
            lambda: self._change(lambda review, progress, cancel: review.undo(progress, cancel))
        )
        self._redo.clicked.connect(
            lambda: self._change(lambda review, progress, cancel: review.redo(progress, cancel))
        )
        self._leave_out.clicked.connect(lambda: self._include(included=False))
        self._take_in.clicked.connect(lambda: self._include(included=True))
        self.trial.valueChanged.connect(self._on_trial)
        self._replace.clicked.connect(self._open_find)
        self.find_bar.left.connect(self.table.setFocus)
        self.find_bar.replace_wanted.connect(self._replace_texts)
        self.model.cell_edited.connect(self._fix_one)
        self.fix.one_wanted.connect(self._fix_one)
        self.fix.all_wanted.connect(self._fix_all)
        self.fix.proposals_wanted.connect(self._use_proposals)
        self._back.clicked.connect(self.back)
        self._store.clicked.connect(self.store_wanted)

    # -- asking

    def _ask_numbers(self, *, first: bool = False) -> None:
        review = self._review
        if review is None:
            return

        def show(found: tuple[ReviewCounts, list[FindingGroup], str, str]) -> None:
            if review is not self._review:
                return
            counts, groups, undo, redo = found
            self.groups.show_numbers(counts, groups)
            self._show_counts(counts)
            self._show_steps(undo, redo)
            if first and counts.errors:
                self.groups.choose_first_problem()
            elif first:
                self._show_query(self.groups.current_query)
                self._store.setFocus()
            else:
                self.model.refresh()
                self._on_current(self.table.current_id)

        self._jobs.read(
            (id(self), "numbers"),
            lambda: (
                review.counts(),
                review.groups(),
                i18n.text(review.undo_step) if review.undo_step else "",
                i18n.text(review.redo_step) if review.redo_step else "",
            ),
            show,
            self.failed.emit,
            owner=self,
        )

    def _show_counts(self, counts: ReviewCounts) -> None:
        self.left_out = counts.orders - counts.included
        all_of_them = self.tr("%n order(s) will come in", "", counts.included)
        parts = [
            self.tr("%n ready", "", counts.ready),
            self.tr("%n with errors, as drafts", "", counts.errors) if counts.errors else "",
        ]
        self.counts.setText(f"{all_of_them}: {', '.join(part for part in parts if part)}")
        self._store.setText(self.tr("&Import %n", "", counts.included))
        self._store.setEnabled(counts.included > 0)

    def _show_steps(self, undo: str, redo: str) -> None:
        for button, step, words in ((self._undo, undo, self.tr("Undo")), (self._redo, redo, self.tr("Redo"))):
            button.setEnabled(bool(step))
            set_plain_tooltip(button, f"{words}: {step}" if step else words)

    def _on_group(self, query: ReviewQuery, group: FindingGroup | None) -> None:
        self.fix.show_group(group)
        self._show_query(query)

    def _show_query(self, query: ReviewQuery) -> None:
        if self._review is None:
            return
        self._query = replace(
            query, search=self.search.text().strip(), sort=self._query.sort, descending=self._query.descending
        )
        self.model.show(self._review, self._query)
        self.find_bar.look_again()

    def _on_sort(self, key: str, descending: bool) -> None:
        if self._review is not None and key:
            self._query = sorted_by(self._query, key, descending)
            self.model.show(self._review, self._query)

    def _on_current(self, review_id: int | None) -> None:
        review = self._review
        if review is None or review_id is None:
            self.fix.show_order(None, None)
            return

        def show(order: ReviewOrder) -> None:
            if review is self._review:
                self.fix.show_order(order, self.groups.current_group)

        self._jobs.read(
            (id(self), "order"), lambda: review.order(review_id), show, self.failed.emit, owner=self
        )

    def _choose_first(self) -> None:
        """There is always a current order, so that what was found in it is shown."""
        if self.table.current_id is None and self.model.rowCount():
            self.table.choose_row(0)

    # -- changing

    def stop_change(self) -> bool:
        """Stop a change of many orders, which then was none; False where nothing is being changed."""
        if self._change_cancel is None:
            return False
        self._change_cancel.set()
        return True

    def _change(self, deed: Deed) -> None:
        review = self._review
        if review is None or self._change_cancel is not None:
            return
        self._change_cancel = cancel = threading.Event()
        self._bar.begin()
        progress = self._jobs.on_gui(self.show_share)

        def ended() -> None:
            self._change_cancel = None
            self._bar.end()

        def done(_changed: Changed) -> None:
            ended()
            if review is self._review:
                self._ask_numbers()
                self.find_bar.look_again()

        def failed(sentence: object) -> None:
            ended()
            self.failed.emit(sentence)

        self._jobs.write(
            "",
            lambda: deed(review, lambda now, of: progress(now / max(1, of)), cancel.is_set),
            done,
            failed,
            owner=self,
        )

    def _include(self, *, included: bool) -> None:
        ids: Sequence[int] = list(self.table.selected_ids())
        if ids:
            self._change(lambda review, _progress, _cancel: review.include(ids, included))

    def _on_trial(self, number: int) -> None:
        self._change(lambda review, _progress, _cancel: review.set_limit(number or None))

    def _fix_one(self, review_id: int, path: str, text: str) -> None:
        self._change(lambda review, _progress, _cancel: review.edit(review_id, {path: text}))

    def _fix_all(self, group: FindingGroup, text: str) -> None:
        name = group.field.rsplit(".", 1)[-1]
        self._change(
            lambda review, progress, cancel: review.set_value(group.key, name, text, progress, cancel)
        )

    def _use_proposals(self, group: FindingGroup) -> None:
        self._change(lambda review, progress, cancel: review.apply_proposals(group.key, progress, cancel))

    def _open_find(self) -> None:
        group = self.groups.current_group
        self.find_bar.look_again()
        self.find_bar.open(group.field if group is not None else "")

    def _find_in(self, review: ImportReview) -> Look:
        def look(what: FindText, only_shown: bool, cancel: Callable[[], bool]) -> FoundTexts | None:
            return review.find(what, self._query if only_shown else ReviewQuery(), cancel)

        return look

    def _replace_texts(self, what: FindText, only_shown: bool) -> None:
        query = self._query if only_shown else ReviewQuery()
        self._change(lambda review, progress, cancel: review.replace(what, query, progress, cancel))
