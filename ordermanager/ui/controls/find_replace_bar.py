"""Find and replace in many orders: one field or all, with what would change before anything does."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QGridLayout, QLineEdit, QPushButton, QWidget

from ordermanager.domain.fields import ITEM_FIELDS, ORDER_FIELDS, Kind
from ordermanager.services.imports.review_results import FindText, FoundTexts
from ordermanager.ui import i18n
from ordermanager.ui.controls.flow_layout import FlowLayout
from ordermanager.ui.controls.plain import PlainLabel
from ordermanager.ui.look.theme import GAP, SPACE, TIGHT

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from ordermanager.domain.sentences import Sentence
    from ordermanager.ui.jobs import Jobs

    Look = Callable[[FindText, bool, Callable[[], bool]], FoundTexts | None]
    """Finds in the shown list (True) or everywhere; None where it was cancelled."""

PAUSE_MS = 250
LEAST, FIELD = 30, 13
"""In letters: the least width of the bar, and of a field beside others."""
EVERYWHERE = ""
SHOWN = 40


class FindBar(QFrame):
    """`replace_wanted(FindText, is_only_shown)`; `left`: the bar was closed."""

    replace_wanted = Signal(object, bool)
    left = Signal()

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._jobs = jobs
        self._look: Look | None = None
        self._cancel = threading.Event()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.ask)
        jobs.watch(self._timer)
        self._build()
        self._connect()
        self.hide()

    def begin(self, look: Look | None) -> None:
        """Look elsewhere (None: nowhere) from now on. `look` runs in another thread."""
        self._stop()
        self._look = look
        self.hide()

    def look_again(self) -> None:
        """The list below shows something else."""
        if self.isVisible():
            self._timer.start()

    def open(self, path: str = "") -> None:
        """Show it, at the field of a finding."""
        name = path.rsplit(".", 1)[-1].removeprefix("items[]")
        self.fields.setCurrentIndex(max(0, self.fields.findData(name)))
        self.show()
        self.wanted.setFocus()
        self.wanted.selectAll()
        self._timer.start()

    def what(self) -> FindText | None:
        """What is looked for; None while it is nothing."""
        field, text = str(self.fields.currentData()), self.wanted.text()
        if not text and not (self.whole.isChecked() and field):
            return None
        return FindText(field, text, self.new.text(), self.whole.isChecked(), self.case.isChecked())

    def ask(self) -> None:
        """Say what would change."""
        self._stop()
        look, what = self._look, self.what()
        self.replace.setEnabled(False)
        if look is None or what is None:
            self.preview.setText(self.tr("Nothing is changed before you press “Replace”."))
            return
        self._cancel = cancel = threading.Event()
        only_shown = self.shown_only.isChecked()
        self.preview.setText(self.tr("Looking…"))

        def show(found: FoundTexts | None) -> None:
            if found is not None and look is self._look:
                self._show_found(found)

        self._jobs.network(
            "",
            lambda: look(what, only_shown, cancel.is_set),
            show,
            self._show_failure,
            cancel.set,
            owner=self,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QWidget::keyPressEvent: Escape closes the bar, Enter replaces what was found."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.replace.click()
        else:
            super().keyPressEvent(event)

    # -- making

    def _build(self) -> None:
        self.fields = QComboBox(self)
        self.fields.setMinimumContentsLength(10)
        self.fields.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.fields.addItem(self.tr("All fields"), EVERYWHERE)
        for fields, prefix in ((ORDER_FIELDS, ""), (ITEM_FIELDS, self.tr("Item: "))):
            self.fields.insertSeparator(self.fields.count())
            for field in fields:
                if field.kind is not Kind.PAIRS:
                    self.fields.addItem(prefix + i18n.label(field), field.name)
        self.wanted, self.new = QLineEdit(self), QLineEdit(self)
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(GAP, SPACE, GAP, SPACE)
        grid.setHorizontalSpacing(SPACE)
        grid.setVerticalSpacing(SPACE)
        self._labels: list[PlainLabel] = []
        self._is_narrow: bool | None = None
        titles = (self.tr("&In"), self.tr("&Find"), self.tr("Replace &with"))
        for title, editor in zip(titles, (self.fields, self.wanted, self.new), strict=True):
            label = PlainLabel(title, self, role="muted")
            label.setBuddy(editor)
            editor.setAccessibleName(title.replace("&", ""))
            self._labels.append(label)
        self.close_button = QPushButton(self.tr("Close"), self)
        self.replace = QPushButton(self.tr("&Replace"), self)
        self.whole = QCheckBox(self.tr("The w&hole text"), self)
        self.case = QCheckBox(self.tr("&Capital letters count"), self)
        self.shown_only = QCheckBox(self.tr("Only in the &list below"), self)
        self._line = QWidget(self)
        boxes = FlowLayout(self._line, GAP, SPACE)
        boxes.setContentsMargins(0, 0, 0, 0)
        for box in (self.whole, self.case, self.shown_only):
            boxes.addWidget(box)
        self.preview = PlainLabel("", self, wrap=True)
        self.preview.setAccessibleName(self.tr("What would change"))
        for button in (self.close_button, self.replace):
            button.setAutoDefault(False)
        self._arrange(is_narrow=False)

    def _arrange(self, *, is_narrow: bool) -> None:
        """The three fields side by side, or below one another."""
        if is_narrow == self._is_narrow:
            return
        self._is_narrow, grid = is_narrow, self._grid
        last, end = (3, 2) if is_narrow else (1, 6)
        grid.setVerticalSpacing(TIGHT if is_narrow else SPACE)
        while grid.takeAt(0) is not None:
            pass
        for place, (label, editor) in enumerate(
            zip(self._labels, (self.fields, self.wanted, self.new), strict=True)
        ):
            row, column = (place, 0) if is_narrow else (0, 2 * place)
            grid.addWidget(label, row, column)
            grid.addWidget(editor, row, column + 1, 1, 2 if is_narrow and place else 1)
            grid.setColumnStretch(2 * place + 1, int(not (is_narrow and place)))
        grid.addWidget(self.close_button, 0, end)
        grid.addWidget(self._line, last, 0, 1, end + 1)
        grid.addWidget(self.preview, last + 1, 0, 1, end)
        grid.addWidget(self.replace, last + 1, end)

    def minimumSizeHint(self) -> QSize:
        """Override QWidget::minimumSizeHint: as narrow as the fields below one another."""
        return QSize(LEAST * self.fontMetrics().averageCharWidth(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        beside = (
            sum(label.sizeHint().width() for label in self._labels) + self.close_button.sizeHint().width()
        )
        least = beside + 3 * FIELD * self.fontMetrics().averageCharWidth() + 6 * SPACE + 2 * GAP
        self._arrange(is_narrow=event.size().width() < least)

    def _connect(self) -> None:
        for editor in (self.wanted, self.new):
            editor.setMaxLength(10_000)
            editor.textChanged.connect(lambda _text: self._timer.start())
        self.fields.currentIndexChanged.connect(lambda _row: self._timer.start())
        for box in (self.whole, self.case, self.shown_only):
            box.toggled.connect(lambda _on: self._timer.start())
        self.close_button.clicked.connect(self._leave)
        self.replace.clicked.connect(self._want)

    # -- inside

    def _show_found(self, found: FoundTexts) -> None:
        self.replace.setEnabled(found.texts > 0)
        self.replace.setText(self.tr("&Replace %n", "", found.texts) if found.texts else self.tr("&Replace"))
        if not found.texts:
            self.preview.setText(self.tr("Nothing found."))
            return
        orders = self.tr("in %n order(s)", "", found.orders)
        texts = self.tr("%n place(s)", "", found.texts)
        shown = [
            self.tr("{field}: {old} → {new}").format(
                field=i18n.field_name(change.field.rsplit(".", 1)[-1]),
                old=change.old[:SHOWN] or "–",
                new=change.new[:SHOWN] or "–",
            )
            for _, change in found.samples[:2]
        ]
        self.preview.setText(
            f"{texts} {orders}. {'; '.join(shown)}{' …' if found.texts > len(shown) else ''}"
        )

    def _show_failure(self, sentence: Sentence) -> None:
        self.preview.setText(i18n.text(sentence))

    def _want(self) -> None:
        what = self.what()
        if what is not None:
            self.replace.setEnabled(False)
            self.replace_wanted.emit(what, self.shown_only.isChecked())

    def _leave(self) -> None:
        self._stop()
        self.hide()
        self.left.emit()

    def _stop(self) -> None:
        self._timer.stop()
        self._cancel.set()
