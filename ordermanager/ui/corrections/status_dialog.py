"""A new status for the selected orders: choose it, see what it will raise, queue it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ordermanager.domain.statuses import Status
from ordermanager.ui import i18n
from ordermanager.ui.controls.plain import PlainLabel
from ordermanager.ui.look.icons import set_icon
from ordermanager.ui.look.theme import DIALOG_MARGINS, GAP, larger_font
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
        self.setFixedWidth(WIDTH)
        title = PlainLabel(self.tr("A new status for %n order(s)", "", len(order_ids)), self, role="heading")
        title.setFont(larger_font(1.1))
        self.status = QComboBox(self)
        self.status.setAccessibleName(self.tr("Status"))
        for status in Status:
            self.status.addItem(f"{status_name(status)} ({status.value})", status.value)
        self.status.setCurrentIndex(self.status.findData(Status.DELIVERED.value))
        self.status.currentIndexChanged.connect(lambda _index: self._look())
        self.says = PlainLabel("", self, wrap=True)
        self.says.setMinimumHeight(self.fontMetrics().lineSpacing() * 6)
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
        for widget in (title, self.status, self.says):
            column.addWidget(widget)
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
        lines = [f"{plan.event_name}: {i18n.count(plan.orders)}"]
        if plan.unchanged:
            lines.append(
                self.tr("%n order(s) have this status already and stay as they are.", "", plan.unchanged)
            )
        if plan.unreachable:
            lines.append(self.tr("%n order(s) have no e-mail or phone: no message.", "", plan.unreachable))
        if plan.old:
            lines.append(self.tr("%n order(s) are more than a month old.", "", plan.old))
        if plan.orders:
            lines.append(
                self.tr("Each event can start a workflow that writes to the customer. Nothing is sent yet.")
            )
        self.says.setText("\n".join(lines))
        self.go.setEnabled(plan.orders > 0)

    def _go(self) -> None:
        self.asked.emit(self.chosen)
        self.accept()
