"""What will happen when the outbox is sent: by kind of event, by contact, and what speaks against it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ordermanager.domain.history.send_preview import Topic
from ordermanager.ui.controls.dialog_height import fit_to_words
from ordermanager.ui.controls.plain import PlainLabel
from ordermanager.ui.look.icons import set_icon
from ordermanager.ui.look.theme import DIALOG_MARGINS, GAP, larger_font
from ordermanager.ui.sending.body import Line, SendBody

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordermanager.domain.history.send_preview import SendPreview
    from ordermanager.domain.statuses import Status
    from ordermanager.services.app import Services
    from ordermanager.services.sending.send_preview import WhatWillHappen
    from ordermanager.store.orders.filters import OrderFilters
    from ordermanager.ui.jobs import Jobs

WIDTH = 560
NAMED, LONGEST_NAME = 6, 32


class SendPreviewWords(QObject):
    """A class only because texts with plural forms are found in `tr` of a class and nowhere else."""

    def contacts(self, preview: SendPreview) -> list[str]:
        """Who would be written to."""
        return [", ".join(line.text for line in self.contact_lines(preview))]

    def contact_lines(self, preview: SendPreview) -> list[Line]:
        """The same, a number a line."""
        lines = [Line(self.tr("%n contact(s)", "", preview.contacts))]
        if preview.new:
            text = self.tr("%n of them new, as far as is known here", "", preview.new)
            lines.append(Line(text, Topic.NEW))
        if preview.unreachable:
            text = self.tr("%n cannot be reached by e-mail or SMS", "", preview.unreachable)
            lines.append(Line(text, Topic.UNREACHABLE))
        return lines

    def names(self, order_ids: Sequence[str]) -> str:
        """The first of some orders, and how many more."""
        shown = ", ".join(
            each if len(each) <= LONGEST_NAME else each[: LONGEST_NAME - 1] + "…"
            for each in order_ids[:NAMED]
        )
        more = len(order_ids) - NAMED
        return shown if more <= 0 else shown + " " + self.tr("and %n more", "", more)

    def warnings(self, preview: SendPreview) -> list[str]:
        """What speaks against sending."""
        return [line.text for line in self.warning_lines(preview)]

    def warning_lines(self, preview: SendPreview) -> list[Line]:
        """The same, with what each is about."""
        lines = []
        if preview.twice:
            text = self.tr(
                "%n order(s) may have arrived before: their event may come twice.", "", len(preview.twice)
            )
            lines.append(Line(f"{text}\n{self.names(preview.twice)}", Topic.TWICE))
        if preview.elsewhere:
            text = self.tr(
                "%n contact(s) get an order whose e-mail is not theirs: the customer ID decides.",
                "",
                preview.elsewhere,
            )
            lines.append(Line(text, Topic.ELSEWHERE))
        if preview.old:
            text = self.tr(
                "%n order(s) are more than a month old: messages about them may come as a surprise.",
                "",
                preview.old,
            )
            lines.append(Line(text, Topic.OLD))
        if preview.carts:
            text = self.tr(
                "%n abandoned cart(s): do not send these if web tracking is on in your shop; it finds them itself.",
                "",
                len(preview.carts),
            )
            lines.append(Line(text, Topic.CARTS))
        if preview.bought:
            text = self.tr(
                "%n of these carts became an order: its customer would be reminded of what is bought.",
                "",
                len(preview.bought),
            )
            lines.append(Line(text, Topic.BOUGHT))
        return lines


class SendPreviewDialog(QDialog):
    """`withdraw_asked` brings the numbers of carts that are not to be sent; `send_asked`: go; `order_asked` brings the
    number of an order that is to be looked at, `orders_asked` the OrderFilters of several."""

    withdraw_asked = Signal(object)
    order_asked = Signal(int)
    orders_asked = Signal(object)
    send_asked = Signal()

    def __init__(self, services: Services, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._found: WhatWillHappen | None = None
        self.setWindowTitle(self.tr("What will happen"))
        self.title = PlainLabel(self.tr("Looking…"), self, role="heading", wrap=True)
        self.title.setFont(larger_font(1.1))
        self._body = QWidget(self)
        self.leave_out = QPushButton(self.tr("Leave the carts out"), self)
        set_icon(self.leave_out, "withdraw")
        self.leave_out.hide()
        self.leave_out.clicked.connect(self._on_leave_out)
        self.send = QPushButton(self.tr("Send…"), self)
        set_icon(self.send, "send", "on_accent")
        self.send.setProperty("role", "primary")
        self.send.setEnabled(False)
        self.send.clicked.connect(self._on_send)
        self.close_button = QPushButton(self.tr("Close"), self)
        self.close_button.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addWidget(self.leave_out)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.send)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*DIALOG_MARGINS)
        self._column.setSpacing(GAP)
        self._column.addWidget(self.title)
        self._column.addWidget(self._body)
        self._column.addLayout(buttons)
        self.look()

    def look(self) -> None:
        """Look anew at what waits."""
        self._jobs.read((id(self), "preview"), self._services.send_preview.preview, self._show, owner=self)

    def _show(self, found: WhatWillHappen) -> None:
        self._found = found
        preview = found.preview
        if not preview.total:
            self.title.setText(self.tr("There is nothing to send."))
        elif found.is_queued:
            self.title.setText(self.tr("Sending the outbox raises %n event(s)", "", preview.total))
        else:
            self.title.setText(self.tr("Sending what is ready raises %n event(s)", "", preview.total))
        self._column.replaceWidget(self._body, body := self._make_body(preview))
        self._body.deleteLater()
        self._body = body
        body.show()
        self.leave_out.setVisible(found.is_queued and bool(preview.carts))
        self.send.setEnabled(preview.total > 0)
        fit_to_words(self, WIDTH)

    def _make_body(self, preview: SendPreview) -> QWidget:
        if not preview.total:
            return SendBody(preview.events, (), (), self)
        words = SendPreviewWords()
        lines = words.contact_lines(preview), words.warning_lines(preview)
        body = SendBody(preview.events, *lines, self, offers=True)
        body.asked.connect(self._open_list)
        return body

    def _open_list(self, what: Topic | Status | None) -> None:
        from ordermanager.ui.sending.preview_list import SendPreviewList

        if self._found is None:
            return
        dialog = SendPreviewList(self._services, self._found.preview, what, self)
        dialog.order_asked.connect(self._on_order)
        dialog.orders_asked.connect(self._on_orders)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_order(self, order_id: int) -> None:
        self.reject()
        self.order_asked.emit(order_id)

    def _on_orders(self, filters: OrderFilters) -> None:
        self.reject()
        self.orders_asked.emit(filters)

    def _on_leave_out(self) -> None:
        if self._found is not None:
            self.leave_out.setEnabled(False)
            self.withdraw_asked.emit(list(self._found.preview.carts))
            self.accept()

    def _on_send(self) -> None:
        self.accept()
        self.send_asked.emit()
