"""A new status for the selected orders: choose it, see what it will raise, put it in the outbox."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ordermanager.domain.statuses import Status
from ordermanager.ui.controls.dialog_height import fit_to_words
from ordermanager.ui.controls.plain import PlainLabel
from ordermanager.ui.look.icons import set_icon
from ordermanager.ui.look.theme import DIALOG_MARGINS, GAP, larger_font
from ordermanager.ui.sending.body import SendBody
from ordermanager.ui.words import status_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordermanager.services.app import Services
    from ordermanager.services.sending.corrections import StatusPlan
    from ordermanager.ui.jobs import Jobs

WIDTH = 520


class StatusDialog(QDialog):
    """`asked` brings the Status that the orders are to get."""

    asked = Signal(object)

    def __init__(
        self, services: Services, jobs: Jobs, order_ids: Sequence[int], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._ids = order_ids
        self.setWindowTitle(self.tr("Send a new status"))
        title = PlainLabel(self.tr("A new status for %n order(s)", "", len(order_ids)), self, role="heading")
        title.setFont(larger_font(1.1))
        self.status = QComboBox(self)
        self.status.setAccessibleName(self.tr("Status"))
        for status in Status:
            self.status.addItem(f"{status_name(status)} ({status.value})", status.value)
        self.status.setCurrentIndex(self.status.findData(Status.DELIVERED.value))
        self.status.currentIndexChanged.connect(lambda _index: self._look())
        self.body = SendBody([(self.chosen, 0)], [], [], self)
        self._note = PlainLabel("", self, role="muted", wrap=True)
        self.go = QPushButton(self.tr("Set and put in the outbox"), self)
        self.go.setProperty("role", "primary")
        set_icon(self.go, "outbox", "on_accent")
        self.go.setEnabled(False)
        self.go.setDefault(True)
        self.go.clicked.connect(self._go)
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(*DIALOG_MARGINS)
        column.setSpacing(GAP)
        for widget in (title, self.status, self.body, self._note):
            column.addWidget(widget)
        column.addStretch(1)
        column.addLayout(buttons)
        self._look()

    @property
    def chosen(self) -> Status:
        """The status that is chosen."""
        return Status(self.status.currentData())

    def _look(self) -> None:
        status = self.chosen
        self.go.setEnabled(False)
        self._jobs.read(
            (id(self), "plan"),
            lambda: self._services.corrections.plan_status(self._ids, status),
            self._show,
            owner=self,
        )

    def _show(self, plan: StatusPlan) -> None:
        facts, warnings = [], []
        if plan.unchanged:
            facts.append(
                self.tr("%n order(s) have this status already and stay as they are.", "", plan.unchanged)
            )
        if plan.unreachable:
            warnings.append(self.tr("%n order(s) have no e-mail or phone: no message.", "", plan.unreachable))
        if plan.old:
            warnings.append(self.tr("%n order(s) are more than a month old.", "", plan.old))
        body = SendBody([(self.chosen, plan.orders)], facts, warnings, self)
        column = self.layout()
        if column is not None:
            column.replaceWidget(self.body, body)
        self.body.hide()
        self.body.deleteLater()
        self.body = body
        body.show()
        self._note.setText(
            self.tr("Each event can start a workflow that writes to the customer. Nothing is sent yet.")
            if plan.orders
            else ""
        )
        self.go.setEnabled(plan.orders > 0)
        fit_to_words(self, WIDTH)

    def _go(self) -> None:
        self.asked.emit(self.chosen)
        self.accept()
