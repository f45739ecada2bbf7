"""The JSON tab: what would be sent now, and exactly what each revision was."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ordermanager.ui import i18n
from ordermanager.ui.controls.elided_box import ElidedBox
from ordermanager.ui.controls.plain import PlainLabel, set_plain_tooltip
from ordermanager.ui.json_view import DiffView, JsonView
from ordermanager.ui.look.theme import GAP, SPACE, WIDE
from ordermanager.ui.words import state_name, status_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordermanager.domain.draft import OrderDraft
    from ordermanager.services.app import Services
    from ordermanager.store.outbox.records import RevisionRecord
    from ordermanager.ui.jobs import Jobs

LEAST = 12
"""In letters: of the box of a revision, which says all of it when one points at it."""


class JsonTab(QWidget):
    """Shows one order's JSON, alone or against another revision. A new order shows the text as it is being written."""

    def __init__(self, services: Services, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._order_id: int | None = None
        self._draft: OrderDraft | None = None
        self._revisions: tuple[RevisionRecord, ...] = ()
        self._chooser = self._box(self.tr("Revision"))
        self._other = self._box(self.tr("Compare with"))
        self._note = PlainLabel("", self, role="muted", wrap=True)
        self._stack = QStackedWidget(self)
        self.view = JsonView(self._stack, jobs, services.masker)
        self.diff = DiffView(jobs, services.masker, self._stack)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.diff)
        bar = QHBoxLayout()
        bar.setSpacing(SPACE)
        bar.addWidget(self._chooser, 1)
        bar.addWidget(self._other, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, GAP, WIDE, GAP)
        layout.setSpacing(SPACE)
        layout.addLayout(bar)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._note)

    def _box(self, name: str) -> QComboBox:
        box = ElidedBox(self)
        box.setAccessibleName(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(12)
        box.setMinimumWidth(LEAST * self.fontMetrics().averageCharWidth())
        box.currentIndexChanged.connect(lambda _: self._load_text())
        return box

    def show_order(self, order_id: int | None, draft: OrderDraft) -> None:
        """Load the revisions of an order (None: not saved yet) and the text of what is chosen."""
        if order_id != self._order_id:
            self._revisions = ()
            self._fill(self._other, [], 0)
        self._order_id = order_id
        self._draft = draft
        revisions, settings = self._services.history.revisions, self._services.settings.get
        if order_id is None:
            self._show_revisions(((), ""))
        else:
            self._jobs.read(
                ("revisions", id(self)),
                lambda: (revisions(order_id), settings().timezone),
                self._show_revisions,
                owner=self,
            )

    def compare_newest(self, on: bool = True) -> None:
        """Compare what would be sent now with the newest revision, or nothing."""
        self._chooser.setCurrentIndex(0)
        self._other.setCurrentIndex(2 if on and len(self._revisions) else 0)

    def _show_revisions(self, loaded: tuple[Sequence[RevisionRecord], str]) -> None:
        revisions, timezone = loaded
        chosen, other = self._chosen(), self._compared()
        self._revisions = tuple(revisions)
        numbers = [revision.id for revision in self._revisions]
        titles = [
            self.tr("As it would be sent now"),
            *(_title(revision, timezone) for revision in self._revisions),
        ]
        self._fill(
            self._chooser, titles, numbers.index(chosen.id) + 1 if chosen and chosen.id in numbers else 0
        )
        place = 0
        if isinstance(other, str):
            place = 1
        elif other is not None and other.id in numbers:
            place = numbers.index(other.id) + 2
        self._fill(self._other, [self.tr("Compare with nothing"), *titles], place)
        self._load_text()

    def _fill(self, box: QComboBox, titles: Sequence[str], place: int) -> None:
        box.blockSignals(True)
        box.clear()
        box.addItems(list(titles))
        box.setCurrentIndex(min(place, len(titles) - 1))
        box.setEnabled(bool(self._revisions))
        box.blockSignals(False)

    def _load_text(self) -> None:
        draft = self._draft
        if draft is None:
            return
        for box in (self._chooser, self._other):
            set_plain_tooltip(box, f"{box.accessibleName()}: {box.currentText()}")
        chosen, other = self._chosen(), self._compared()
        self._stack.setCurrentWidget(self.view if other is None else self.diff)
        self._note.setVisible(other is None)
        if other is not None:
            self._compare(chosen, None if isinstance(other, str) else other, draft)
            return
        if chosen is not None:
            self._note.setText(self.tr("Exactly what was put in the outbox as this revision."))
        else:
            self._note.setText(
                self.tr("What the form says now, as Yespo would get it. An order with errors is not sent.")
            )
        self._jobs.read(
            ("body", id(self)), lambda: self._text_of(chosen, draft), self.view.set_json, owner=self
        )
        proofs = self._services.proofs
        if chosen is not None and chosen.batch_id is not None:
            batch, number = chosen.batch_id, chosen.id
            self.view.set_curl(lambda mask: proofs.curl(batch, number, mask=mask))
        else:
            self.view.set_curl(None)

    def _compare(self, one: RevisionRecord | None, other: RevisionRecord | None, draft: OrderDraft) -> None:
        """The older one at the left; what the form says now is the newest."""
        older, newer = sorted((one, other), key=lambda each: 2**31 if each is None else each.number)
        names = (self._name(older), self._name(newer))
        self._jobs.read(
            ("body", id(self)),
            lambda: (self._text_of(older, draft), self._text_of(newer, draft)),
            lambda texts: self.diff.compare(*texts, names),
            owner=self,
        )

    def _text_of(self, revision: RevisionRecord | None, draft: OrderDraft) -> str:
        """In a reader thread."""
        if revision is None:
            return self._services.orders.json_preview(draft)
        return self._services.history.body(revision.id)

    def _name(self, revision: RevisionRecord | None) -> str:
        if revision is None:
            return self.tr("As it would be sent now")
        return self.tr("Revision {number}").format(number=revision.number)

    def _chosen(self) -> RevisionRecord | None:
        place = self._chooser.currentIndex() - 1
        return self._revisions[place] if 0 <= place < len(self._revisions) else None

    def _compared(self) -> RevisionRecord | Literal["now"] | None:
        """What is compared with: a revision, what would be sent now, or nothing."""
        place = self._other.currentIndex() - 2
        if place == -1:
            return "now"
        return self._revisions[place] if 0 <= place < len(self._revisions) else None


def _title(revision: RevisionRecord, timezone: str) -> str:
    text = QCoreApplication.translate("JsonTab", "Revision {number}: {status}, {state} {when}")
    return text.format(
        number=revision.number,
        status=status_name(revision.status),
        state=state_name(revision.state).lower(),
        when=i18n.date_time(revision.state_at, timezone),
    )
