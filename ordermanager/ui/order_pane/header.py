"""The head of the order pane: which order, whose, where it stands, and the two deeds that matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ordermanager.domain.states import State
from ordermanager.made_once import made_once
from ordermanager.ui import i18n
from ordermanager.ui.controls.elided_label import ElidedLabel
from ordermanager.ui.controls.plain import PlainLabel, set_plain_tooltip
from ordermanager.ui.controls.taking_out import take_out
from ordermanager.ui.controls.word_fold import WordFold
from ordermanager.ui.look.icons import set_icon
from ordermanager.ui.look.theme import GAP, HUGE, SPACE, TIGHT, WIDE, larger_font
from ordermanager.ui.order_pane.state_pill import StatePill
from ordermanager.ui.shell.window_fit import letter

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ordermanager.domain.draft import OrderDraft
    from ordermanager.domain.sentences import Sentence
    from ordermanager.services.results import OrderDetail
    from ordermanager.ui.order_pane.refusal import Refusal

NARROW, LEAST = 46, 14
"""In letters of its text: of a pane, and of an order's ID beside its state."""
LOW = 24
"""In lines of its text."""


class PaneHeader(QWidget):
    """`save_requested` and `queue_requested` are the user's wishes; the pane knows what to do."""

    save_requested = Signal()
    queue_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ElidedLabel("", self)
        self._title.setFont(larger_font(1.3))
        self._pill = StatePill(self)
        self._who = ElidedLabel("", self, role="muted")
        self._note = PlainLabel("", self, role="muted")
        self._save = QPushButton(self)  # saving happens by itself: the room is the order's ID's
        self._save.setAccessibleName(self.tr("Save"))
        self._save.setAccessibleDescription(self.tr("Orders save themselves a second after the last change"))
        self._save.setProperty("role", "icon")
        set_icon(self._save, "save")
        self._queue = QPushButton(self.tr("To outbox"), self)
        self._queue.setProperty("role", "primary")
        set_icon(self._queue, "outbox", "on_accent")
        self._save.clicked.connect(self.save_requested)
        self._queue.clicked.connect(self.queue_requested)
        self._build()

    def _build(self) -> None:
        names = self._names = QHBoxLayout()
        names.setSpacing(SPACE)
        names.addWidget(self._title, 1)
        names.addWidget(self._pill)
        quiet = self._quiet = QHBoxLayout()
        quiet.setSpacing(GAP)
        quiet.addWidget(self._who, 1)
        quiet.addWidget(self._note)
        texts = QVBoxLayout()
        texts.setSpacing(TIGHT)
        texts.addLayout(names)
        texts.addLayout(quiet)
        row = QHBoxLayout()
        row.setContentsMargins(WIDE, GAP, WIDE, SPACE)
        row.setSpacing(SPACE)
        row.addLayout(texts, 1)
        row.addSpacing(TIGHT)
        row.addWidget(self._save)
        row.addWidget(self._queue)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        WordFold(self, (self._queue,), (self._save, self._pill), gap=GAP, spare=HUGE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent: in a narrow pane the state stands below the order's ID."""
        super().resizeEvent(event)
        self._place_pill()
        if PaneHeader.refusal.is_made(self):
            self.refusal.make_room(is_low=self._is_low)

    @property
    def _is_low(self) -> bool:
        """Whether the pane has few lines."""
        pane = self.parentWidget()
        return pane is not None and pane.height() < LOW * self.fontMetrics().lineSpacing()

    def _place_pill(self) -> None:
        """Beside the order's ID, where both have room beside the buttons."""
        buttons = self._save.sizeHint().width() + self._queue.sizeHint().width()
        room = self.width() - buttons - self._pill.sizeHint().width() - 2 * WIDE - 3 * SPACE
        is_narrow = self.width() < NARROW * letter(self) or room < LEAST * letter(self)
        row = self._quiet if is_narrow else self._names
        self._who.setVisible(row is self._names)  # the fields below say whose it is
        if row.indexOf(self._pill) < 0:
            take_out(self._names if row is self._quiet else self._quiet, self._pill)
            row.insertWidget(0 if row is self._quiet else 1, self._pill)

    def show_draft(self, draft: OrderDraft) -> None:
        """Order id and customer as they are typed now."""
        self._title.setText(draft.get("externalOrderId") or self.tr("New order"))
        name = f"{draft.get('firstName')} {draft.get('lastName')}".strip()
        parts = (name, draft.get("email") or draft.get("phone") or draft.get("externalCustomerId"))
        self._who.setText(" · ".join(part for part in parts if part) or self.tr("No customer yet"))

    def show_state(self, detail: OrderDetail | None, *, edited: bool) -> None:
        """The state; `edited`: there are changes that are not in it yet."""
        state = detail.state if detail is not None else State.DRAFT
        self._pill.set_state(state)
        self._place_pill()
        self._show_refusal(None if detail is None else detail.refusal)
        can_queue = detail is None or edited or state in (State.DRAFT, State.READY)
        self._queue.setEnabled(can_queue)
        set_plain_tooltip(self._queue, self._queue_tip(detail, can_queue=can_queue))
        set_plain_tooltip(self._save, self.tr("Save now (it also happens by itself)"))

    def _show_refusal(self, reason: Sentence | None) -> None:
        """Why the server refused the order, and what can be done, above whatever is looked at."""
        if reason is not None:
            self.refusal.make_room(is_low=self._is_low)
            self.refusal.show_reason(i18n.text(reason))
        elif PaneHeader.refusal.is_made(self):
            self.refusal.hide()

    @made_once
    def refusal(self) -> Refusal:
        """The line of an order that was refused."""
        from ordermanager.ui.order_pane.refusal import Refusal

        line = Refusal(self)
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.addWidget(line)
        return line

    def show_note(self, text: str, *, warning: bool = False) -> None:
        """A few words at the right: saving, saved, not saved."""
        role = "error" if warning else "muted"
        if self._note.property("role") != role:
            self._note.setProperty("role", role)
            self._note.style().unpolish(self._note)
            self._note.style().polish(self._note)
        self._note.setText(text)

    def _queue_tip(self, detail: OrderDetail | None, *, can_queue: bool) -> str:
        if can_queue and detail is not None and detail.revision:
            text = QCoreApplication.translate("PaneHeader", "Put revision {number} in the outbox")
            return text.format(number=detail.revision + 1)
        if can_queue:
            return self.tr("Put this order in the outbox")
        return self.tr("Nothing has changed since this order was put in the outbox")
