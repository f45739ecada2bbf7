"""One line of the history in words: whether an event was raised, its variables as a workflow names them, where from."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFormLayout,
    QPushButton,
    QScrollArea,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from ordermanager.ui import i18n
from ordermanager.ui.controls.plain import PlainLabel, set_plain_tooltip
from ordermanager.ui.controls.text_row import TextRow
from ordermanager.ui.look.icons import set_icon
from ordermanager.ui.look.theme import GAP, SPACE, TIGHT, WIDE, larger_font, mono_font
from ordermanager.ui.words import event_kind_name

if TYPE_CHECKING:
    from ordermanager.domain.people.masking import Masker
    from ordermanager.services.history.proofs import EventDetails


class EventFacts(QScrollArea):
    """Shows EventDetails; everything can be selected and copied."""

    def __init__(self, masker: Masker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._masker = masker
        self._details: EventDetails | None = None
        self._timezone = ""
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("The event"))
        self.copy = QPushButton(self.tr("Copy as JSON"), self)
        set_icon(self.copy, "copy")
        self.copy.clicked.connect(self.copy_json)
        self.copy_masked = QPushButton(self.tr("Copy masked"), self)
        set_icon(self.copy_masked, "eye")
        set_plain_tooltip(self.copy_masked, self.tr("Copy as JSON, with people masked for sharing"))
        self.copy_masked.clicked.connect(self.copy_json_masked)
        for button in (self.copy, self.copy_masked):
            button.hide()

    def show_details(self, details: EventDetails, timezone: str) -> None:
        """Show these instead."""
        self._details, self._timezone = details, timezone
        for button in (self.copy, self.copy_masked):
            button.setParent(self)
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(SPACE)
        name = PlainLabel(details.row.name, body, selectable=True)
        name.setFont(larger_font(1.15))
        column.addWidget(TextRow(name, (self.copy, self.copy_masked), body))
        for button in (self.copy, self.copy_masked):
            button.show()
        column.addWidget(PlainLabel(self._verdict(), body, role=self._tone(), wrap=True))
        form = QFormLayout()  # one for both, so that all values stand in one column
        form.setHorizontalSpacing(WIDE)
        form.setVerticalSpacing(TIGHT)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._add_parameters(form, body)
        form.addItem(QSpacerItem(0, SPACE))
        self._add_origin(form, body)
        column.addLayout(form)
        column.addStretch(1)
        self.setWidget(body)

    def copy_json(self) -> None:
        """Put the event on the clipboard as Yespo's Event history shows it; unknown variables are left out."""
        if self._details is not None:
            QGuiApplication.clipboard().setText(self._as_json(self._details))

    def copy_json_masked(self) -> None:
        """The same with people masked."""
        if self._details is not None:
            masked = json.loads(self._masker.json(self._as_json(self._details)))
            QGuiApplication.clipboard().setText(json.dumps(masked, ensure_ascii=False, indent=2))

    def _as_json(self, details: EventDetails) -> str:
        known = {each.name: each.value for each in details.parameters if each.value}
        shown: dict[str, object] = {"event": details.row.name if details.was_raised else None}
        shown |= {"at": details.row.at, "params": known, "result": details.row.kind}
        return json.dumps(shown, ensure_ascii=False, indent=2)

    def _verdict(self) -> str:
        assert self._details is not None
        row = self._details.row
        texts = {
            "accepted": self.tr("was raised: Yespo accepted the order"),
            "assumed": self.tr("counts as raised: somebody marked the order as accepted"),
            "rejected": self.tr("was not raised"),  # the reason says who refused it, and why
            "unconfirmed": self.tr("may have been raised: no answer proves it"),
        }
        text = texts[row.kind]
        if row.times_doubtful:
            text += " · " + self.tr("perhaps more than once")
        if row.reason is not None:
            text += " · " + i18n.text(row.reason)
        return text

    def _tone(self) -> str:
        assert self._details is not None
        tones = {"accepted": "good", "assumed": "good", "rejected": "error", "unconfirmed": "warning"}
        return tones[self._details.row.kind]

    def _add_parameters(self, form: QFormLayout, parent: QWidget) -> None:
        assert self._details is not None
        for parameter in self._details.parameters:
            title = PlainLabel(parameter.name, parent)
            title.setFont(mono_font())
            if parameter.value:
                value = PlainLabel(parameter.value, parent, wrap=True, selectable=True)
                value.setFont(mono_font())
            else:
                note = "" if parameter.note is None else i18n.text(parameter.note)
                value = PlainLabel(note, parent, role="muted", wrap=True)
            form.addRow(title, value)

    def _add_origin(self, form: QFormLayout, parent: QWidget) -> None:
        assert self._details is not None
        row = self._details.row
        answers = ", ".join(str(each.record.http_status or "–") for each in self._details.attempts)
        for title, text in (
            (self.tr("When"), i18n.date_time(row.at, self._timezone, seconds=True)),
            (self.tr("Result"), event_kind_name(row.kind)),
            (self.tr("Account"), row.account_name),
            (self.tr("Sent as"), self._sent_as()),
            (self.tr("HTTP answer"), answers),
        ):
            form.addRow(
                PlainLabel(title, parent, role="muted"), PlainLabel(text, parent, wrap=True, selectable=True)
            )

    def _sent_as(self) -> str:
        assert self._details is not None
        row = self._details.row
        text = self.tr("revision {revision} of order {order}, in batch {batch} of sending run {run}")
        return text.format(
            revision=row.revision_number, order=row.event_key, batch=row.batch_id, run=row.run_id
        )
