"""How orders are read and checked, and what a new one begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QComboBox, QLineEdit, QVBoxLayout, QWidget

from ordermanager.domain.checks.rules import CostBasis, RuleSet
from ordermanager.domain.statuses import Status
from ordermanager.ui.controls.titled import titled
from ordermanager.ui.look.theme import GAP, WIDE
from ordermanager.ui.order_pane.editors import CURRENCIES
from ordermanager.ui.settings_dialog.parts import Choices, Message, fill_page, heading
from ordermanager.ui.words import status_name
from ordermanager.ui.zones import zone_names

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ordermanager.services.settings import Settings

_LEAST = 66
"""In letters: so wide the page has two columns."""


class _Reading(QWidget):
    """Fields in two columns, or below one another where there is no room for that."""

    def show_fields(self, *fields: QWidget) -> None:
        """These, which were made as its children."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        self._pairs = [QBoxLayout(QBoxLayout.Direction.LeftToRight) for _ in fields[::2]]
        for number, field in enumerate(fields):
            self._pairs[number // 2].addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        for pair in self._pairs:
            column.addLayout(pair)
        self._arrange(1 << 24)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        self._arrange(event.size().width())

    def _arrange(self, width: int) -> None:
        is_narrow = width < _LEAST * self.fontMetrics().averageCharWidth()
        directions = QBoxLayout.Direction
        for pair in self._pairs:
            pair.setDirection(directions.TopToBottom if is_narrow else directions.LeftToRight)
            pair.setSpacing(GAP if is_narrow else WIDE)


class OrdersPage(QObject):
    """`changed` brings the settings that the user has changed, by name."""

    changed = Signal(dict)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.page = QWidget(parent)
        self.rule_sets = Choices(
            (
                (
                    RuleSet.FULL.value,
                    self.tr("&Full (recommended)"),
                    self.tr(
                        "Customer, e-mail or phone, and for each item its name, price, link and picture: "
                        "messages look right."
                    ),
                ),
                (
                    RuleSet.NO_ITEMS.value,
                    self.tr("&Without items"),
                    self.tr(
                        "Items are left out of what is sent. Enough for statistics, "
                        "too little for messages about goods."
                    ),
                ),
                (
                    RuleSet.MINIMUM.value,
                    self.tr("&Minimum"),
                    self.tr(
                        "Only what Yespo's newest page asks for; an order may come without a customer ID, "
                        "prices and links."
                    ),
                ),
            ),
            lambda value: self.changed.emit({"rule_set": RuleSet(value)}),
            self.page,
        )
        self.bases = Choices(
            (
                (CostBasis.UNIT.value, self.tr("for &one piece"), self.tr("Total = quantity × price.")),
                (
                    CostBasis.LINE.value,
                    self.tr("for the whole &line"),
                    self.tr("Total = price; the quantity is in it already."),
                ),
            ),
            lambda value: self.changed.emit({"cost_basis": CostBasis(value)}),
            self.page,
        )
        self.message = Message(self.page)
        fill_page(
            self.page,
            [
                heading(self.tr("What every order must have"), self.page),
                self.rule_sets,
                heading(self.tr("How texts are read"), self.page),
                self._build_reading(),
                self.message,
                heading(self.tr("An item's price is"), self.page),
                self.bases,
            ],
        )

    def show_settings(self, settings: Settings) -> None:
        """Show the settings as they are."""
        self.rule_sets.show_value(settings.rule_set.value)
        self.bases.show_value(settings.cost_basis.value)
        self.region.setText(settings.region)
        self.timezones.setCurrentText(settings.timezone)
        self.currencies.setCurrentText(settings.currency)
        self.statuses.setCurrentIndex(self.statuses.findData(settings.status))
        self.message.say("")

    def show_error(self, text: str) -> None:
        """Why what was entered was not taken."""
        self.message.say(text, "error")

    def _build_reading(self) -> QWidget:
        whole = _Reading(self.page)
        self.region = QLineEdit(whole)
        self.region.setMaxLength(2)
        self.region.editingFinished.connect(lambda: self._tell("region", self.region.text()))
        self.timezones = QComboBox(whole)
        self.timezones.setEditable(True)
        self.timezones.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.timezones.addItems(zone_names())
        self.timezones.activated.connect(lambda _: self._tell("timezone", self.timezones.currentText()))
        edit = self.timezones.lineEdit()
        if edit is not None:
            edit.editingFinished.connect(lambda: self._tell("timezone", self.timezones.currentText()))
        self.currencies = QComboBox(whole)
        self.currencies.setEditable(True)
        self.currencies.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.currencies.addItems(["", *CURRENCIES])
        self.currencies.activated.connect(lambda _: self._tell("currency", self.currencies.currentText()))
        edit = self.currencies.lineEdit()
        if edit is not None:
            edit.editingFinished.connect(lambda: self._tell("currency", self.currencies.currentText()))
        self.statuses = QComboBox(whole)
        for status in Status:
            self.statuses.addItem(status_name(status), status.value)
        self.statuses.activated.connect(lambda _: self._tell("status", str(self.statuses.currentData())))
        whole.show_fields(
            titled(self.tr("Dates without a time &zone are in"), self.timezones, parent=whole),
            titled(
                self.tr("&Phones without a country code are from"),
                self.region,
                self.tr("Two letters, for example UA, PL or DE"),
                whole,
            ),
            titled(self.tr("&Currency of a new order"), self.currencies, parent=whole),
            titled(self.tr("Status of a &new order"), self.statuses, parent=whole),
        )
        return whole

    def _tell(self, name: str, text: str) -> None:
        self.changed.emit({name: text.strip()})
