"""From which amount to which, and in which currency: a small form in the menu of its chip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ordermanager.domain.checks.finding_texts import FINDING_TEXTS
from ordermanager.domain.sentences import QT_TRANSLATE_NOOP
from ordermanager.domain.values.money import plain, read_money
from ordermanager.domain.values.unreadable import Unreadable
from ordermanager.ui import i18n
from ordermanager.ui.controls.plain import PlainLabel
from ordermanager.ui.look.theme import GAP, SPACE

if TYPE_CHECKING:
    from collections.abc import Collection
    from decimal import Decimal

    from ordermanager.store.history.query import EventFilters
    from ordermanager.store.orders.filters import OrderFilters

LONGEST = 40
WIDTH, LINES = 40, 3
"""Letters and lines of what is said below the fields."""


class AmountForm(QWidget):
    """`chosen` brings the least and the most amount (None: any) and a currency (empty: any)."""

    chosen = Signal(object, object, str)

    def __init__(
        self, filters: OrderFilters | EventFilters, currencies: Collection[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setLayoutDirection(QGuiApplication.layoutDirection())  # chips are turned, and so are their menus
        self.least, self.most = self._edit(filters.least), self._edit(filters.most)
        self.currency = QComboBox(self)
        self.currency.setAccessibleName(self.tr("Currency"))
        self.currency.addItem(self.tr("any"), "")
        for code in sorted({*currencies, *filters.currencies}):
            self.currency.addItem(code, code)
        if len(filters.currencies) == 1:
            self.currency.setCurrentIndex(self.currency.findData(next(iter(filters.currencies))))
        # A menu does not grow once it is open, so what is wrong stands in the place of the hint.
        self.hint = PlainLabel(self.tr("Both are included. Leave one empty for no end."), self, role="muted")
        self.problem = PlainLabel("", self, role="error")
        self.problem.hide()
        self._says = QWidget(self)
        self.go = QPushButton(self.tr("Show"), self)
        self.go.setProperty("role", "primary")
        self.go.clicked.connect(self._choose)
        self.clear = QPushButton(self.tr("Any amount"), self)
        self.clear.clicked.connect(lambda: self.chosen.emit(None, None, ""))
        self._lay_out()
        self._stops: tuple[QWidget, ...] = (self.least, self.most, self.currency, self.clear, self.go)
        for widget in self._stops:
            widget.installEventFilter(self)

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(GAP, GAP, GAP, GAP)
        form.setSpacing(SPACE)
        for title, editor in (
            (self.tr("&From"), self.least),
            (self.tr("&To"), self.most),
            (self.tr("&Currency"), self.currency),
        ):
            label = PlainLabel(title, self)
            label.setBuddy(editor)
            form.addRow(label, editor)
        says = QVBoxLayout(self._says)
        says.setContentsMargins(0, 0, 0, 0)
        for words in (self.hint, self.problem):
            words.setWordWrap(True)
            words.setAlignment(Qt.AlignmentFlag.AlignTop)
            says.addWidget(words)
        metrics = self.fontMetrics()
        self._says.setFixedSize(metrics.averageCharWidth() * WIDTH, metrics.lineSpacing() * LINES)
        form.addRow(self._says)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE)
        buttons.addWidget(self.clear)
        buttons.addStretch(1)
        buttons.addWidget(self.go)
        form.addRow(buttons)

    def _edit(self, amount: Decimal | None) -> QLineEdit:
        edit = QLineEdit("" if amount is None else plain(amount), self)
        edit.setAccessibleName(self.tr("Amount"))
        edit.setMaxLength(LONGEST)
        edit.setAlignment(Qt.AlignmentFlag.AlignRight)
        return edit

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Override QObject::eventFilter: Enter chooses and Tab goes on; the menu around would take both."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.clear.click() if watched is self.clear else self._choose()
                return True
            if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                self._go_on(watched, 1 if event.key() == Qt.Key.Key_Tab else -1)
                return True
        return super().eventFilter(watched, event)

    def _go_on(self, here: QObject, step: int) -> None:
        place = next(number for number, stop in enumerate(self._stops) if stop is here)
        self._stops[(place + step) % len(self._stops)].setFocus(Qt.FocusReason.TabFocusReason)

    def _choose(self) -> None:
        try:
            least, most = (self._read(edit) for edit in (self.least, self.most))
        except Unreadable as error:
            values = {name: str(value) for name, value in error.values.items()}
            sentence = QCoreApplication.translate("Sentence", FINDING_TEXTS[error.code])
            self.problem.setText(sentence.format_map(values))
            self.hint.hide()
            self.problem.show()
            return
        if least is not None and most is not None and most < least:
            least, most = most, least
        self.chosen.emit(least, most, str(self.currency.currentData()))

    def _read(self, edit: QLineEdit) -> Decimal | None:
        if not edit.text().strip():
            return None
        try:
            return read_money(edit.text())
        except Unreadable:
            edit.setFocus()
            edit.selectAll()
            raise


def amount_words(filters: OrderFilters | EventFilters) -> str:
    """From which amount to which; empty where any will do."""
    code = next(iter(filters.currencies)) if len(filters.currencies) == 1 else ""
    if filters.least is not None and filters.most is not None:
        if filters.least == filters.most:
            return i18n.money(filters.least, code)
        return f"{i18n.money(filters.least)} – {i18n.money(filters.most, code)}"
    if filters.least is not None:
        return _say(QT_TRANSLATE_NOOP("Amount", "from {amount}")).format(
            amount=i18n.money(filters.least, code)
        )
    if filters.most is not None:
        return _say(QT_TRANSLATE_NOOP("Amount", "up to {amount}")).format(
            amount=i18n.money(filters.most, code)
        )
    return ""


def _say(text: str) -> str:
    return QCoreApplication.translate("Amount", text)
