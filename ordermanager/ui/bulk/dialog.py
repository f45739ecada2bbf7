"""Asks which field of the selected orders to set, and to what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ordermanager.domain.fields import ITEM_FIELD, ORDER_FIELD
from ordermanager.domain.statuses import Status
from ordermanager.domain.values.currencies import ISO_4217
from ordermanager.domain.values.dates import read_date
from ordermanager.domain.values.unreadable import Unreadable
from ordermanager.ui import i18n
from ordermanager.ui.bulk.changes import Wish
from ordermanager.ui.controls.field_cells import status_box
from ordermanager.ui.controls.plain import PlainLabel
from ordermanager.ui.look.theme import DIALOG_MARGINS, GAP, SPACE, larger_font
from ordermanager.ui.mnemonics import as_written

if TYPE_CHECKING:
    from ordermanager.services.settings import Settings

FIELDS = ("status", "date", "currency", "externalCustomerId")
ITEM_LINKS = ("url", "imageUrl")
"""Fields of items that a pattern fills in."""
TEMPLATES = ("{email|phone}", "{email}", "{phone}")


class ChangeDialog(QDialog):
    """`asked` brings a Wish. What cannot be meant (a date that is none) is said in place."""

    asked = Signal(object)

    def __init__(self, orders: int, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setWindowTitle(self.tr("Change a field"))
        title = PlainLabel(self.tr("Change a field of %n order(s)", "", orders), self, role="heading")
        title.setFont(larger_font(1.1))
        self.field = QComboBox(self)
        self.field.setAccessibleName(self.tr("Field"))
        for name in FIELDS:
            self.field.addItem(i18n.label(ORDER_FIELD[name]), name)
        for name in ITEM_LINKS:
            self.field.addItem(self.tr("Item: {name}").format(name=i18n.label(ITEM_FIELD[name])), name)
        self.status = status_box(self)
        self.status.setCurrentIndex(self.status.findData(Status.DELIVERED.value))
        self.date = QLineEdit(self)
        self.date.setPlaceholderText("2026-11-23 14:05")
        self.currency = QLineEdit(settings.currency, self)
        self.currency.setMaxLength(3)
        self.customer = QComboBox(self)
        self.customer.setEditable(True)
        names = (self.tr("E-mail, else phone"), self.tr("E-mail"), self.tr("Phone"))
        for name, template in zip(names, TEMPLATES, strict=True):
            self.customer.addItem(name, template)
        self.pattern = QLineEdit("https://", self)
        self.pattern.setPlaceholderText("https://shop.example/p/{externalItemId}")
        self._values = QStackedWidget(self)
        for editor in (self.status, self.date, self.currency, self.customer, self.pattern):
            editor.setAccessibleName(self.tr("New value"))
            self._values.addWidget(editor)
        self._problem = PlainLabel("", self, role="error", wrap=True)
        self._note = PlainLabel(
            as_written(
                self.tr(
                    "Each order is checked again. Orders in the outbox keep what was put there. Ctrl+Z takes it back."
                )
            ),
            self,
            role="muted",
            wrap=True,
        )
        self._lay_out(title)
        self.field.currentIndexChanged.connect(
            lambda place: self._values.setCurrentIndex(min(place, len(FIELDS)))
        )
        self.field.currentIndexChanged.connect(lambda _index: self._problem.hide())
        self._problem.hide()
        self.status.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, title: QWidget) -> None:
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(self.field)
        row.addWidget(PlainLabel("→", self, role="muted"))
        row.addWidget(self._values, 1)
        change = QPushButton(self.tr("Change"), self)
        change.setProperty("role", "primary")
        change.setDefault(True)
        change.clicked.connect(self._ask)
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.clicked.connect(self.reject)
        bottom = QHBoxLayout()
        bottom.setSpacing(SPACE)
        bottom.addStretch(1)
        bottom.addWidget(cancel)
        bottom.addWidget(change)
        column = QVBoxLayout(self)
        column.setContentsMargins(*DIALOG_MARGINS)
        column.setSpacing(GAP)
        column.addWidget(title)
        column.addLayout(row)
        column.addWidget(self._problem)
        column.addWidget(self._note)
        column.addStretch(1)
        column.addLayout(bottom)
        width = max(480, self.fontMetrics().averageCharWidth() * 70)
        self.resize(width, column.totalHeightForWidth(width) + GAP)

    def _ask(self) -> None:
        wish = self._wish()
        if wish is not None:
            self.accept()
            self.asked.emit(wish)

    def _wish(self) -> Wish | None:
        name = str(self.field.currentData())
        if name == "status":
            return Wish(name, str(self.status.currentData()), self.status.currentText())
        if name == "date":
            return self._date_wish(self.date.text().strip())
        if name == "currency":
            code = self.currency.text().strip().upper()
            if code in ISO_4217:
                return Wish(name, code, code)
            return self._refuse(self.tr("Currencies have three letters: UAH, USD, EUR."))
        if name in ITEM_LINKS:
            pattern = self.pattern.text().strip()
            if "{" in pattern and "}" in pattern:
                return Wish(name, pattern, pattern, is_template=True)
            return self._refuse(
                self.tr("Name the item in the pattern: https://shop.example/p/{externalItemId}")
            )
        text = self.customer.currentText().strip()
        place = self.customer.findText(text)
        if place >= 0:
            return Wish(name, str(self.customer.itemData(place)), text, is_template=True)
        return Wish(name, text, text) if text else self._refuse(self.tr("Give a customer ID."))

    def _date_wish(self, text: str) -> Wish | None:
        try:
            moment = read_date(text, self._settings.timezone)
        except Unreadable:
            return self._refuse(self.tr("This is no date. Write it like 2026-11-23 14:05."))
        return Wish("date", text, i18n.date_time(moment, self._settings.timezone))

    def _refuse(self, text: str) -> Wish | None:
        self._problem.setText(text)
        self._problem.show()
        return None
