"""The JSON tab: what would be sent now, and exactly what each revision was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from ordermanager.ui import i18n
from ordermanager.ui.json_view import JsonView
from ordermanager.ui.plain import PlainLabel
from ordermanager.ui.theme import SPACE, WIDE
from ordermanager.ui.words import state_name, status_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordermanager.domain.draft import OrderDraft
    from ordermanager.services.app import Services
    from ordermanager.store import RevisionRecord
    from ordermanager.ui.jobs import Jobs


class JsonTab(QWidget):
    """Shows one order's JSON. A new order shows the text as it is being written."""

    def __init__(self, services: Services, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._order_id: int | None = None
        self._draft: OrderDraft | None = None
        self._revisions: tuple[RevisionRecord, ...] = ()
        self._chooser = QComboBox(self)
        self._chooser.setAccessibleName(self.tr("Revision"))
        self._chooser.currentIndexChanged.connect(lambda _: self._load_text())
        label = PlainLabel(self.tr("Show"), self, role="muted")
        label.setBuddy(self._chooser)
        self._note = PlainLabel("", self, role="muted", wrap=True)
        self.view = JsonView(self, jobs)
        bar = QHBoxLayout()
        bar.setSpacing(SPACE)
        bar.addWidget(label)
        bar.addWidget(self._chooser, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, SPACE + 4, WIDE, WIDE)
        layout.setSpacing(SPACE)
        layout.addLayout(bar)
        layout.addWidget(self._note)
        layout.addWidget(self.view, 1)

    def show_order(self, order_id: int | None, draft: OrderDraft) -> None:
        """Load the revisions of an order (None: not saved yet) and the text of what is chosen."""
        if order_id != self._order_id:
            self._revisions = ()
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

    def _show_revisions(self, loaded: tuple[Sequence[RevisionRecord], str]) -> None:
        revisions, timezone = loaded
        chosen = self._chosen()
        self._revisions = tuple(revisions)
        self._chooser.blockSignals(True)
        self._chooser.clear()
        self._chooser.addItem(self.tr("As it would be sent now"))
        for revision in self._revisions:
            self._chooser.addItem(_title(revision, timezone))
        numbers = [revision.id for revision in self._revisions]
        self._chooser.setCurrentIndex(numbers.index(chosen.id) + 1 if chosen and chosen.id in numbers else 0)
        self._chooser.setEnabled(bool(self._revisions))
        self._chooser.blockSignals(False)
        self._load_text()

    def _load_text(self) -> None:
        revision, draft = self._chosen(), self._draft
        if revision is not None:
            number, body = revision.id, self._services.history.body
            self._note.setText(self.tr("Exactly what was put in the outbox as this revision."))
            self._jobs.read(("body", id(self)), lambda: body(number), self.view.set_json, owner=self)
        elif draft is not None:
            preview = self._services.orders.json_preview
            self._note.setText(
                self.tr("What the form says now, as Yespo would get it. An order with errors is not sent.")
            )
            self._jobs.read(("body", id(self)), lambda: preview(draft), self.view.set_json, owner=self)

    def _chosen(self) -> RevisionRecord | None:
        place = self._chooser.currentIndex() - 1
        return self._revisions[place] if 0 <= place < len(self._revisions) else None


def _title(revision: RevisionRecord, timezone: str) -> str:
    text = QCoreApplication.translate("JsonTab", "Revision {number}: {status}, {state} {when}")
    return text.format(
        number=revision.number,
        status=status_name(revision.status),
        state=state_name(revision.state).lower(),
        when=i18n.date_time(revision.state_at, timezone),
    )
