"""Explains the order's total: items + shipping - discount + taxes, against what was entered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ordermanager.domain.checks.totals import rounded
from ordermanager.ui import i18n
from ordermanager.ui.controls.plain import PlainLabel
from ordermanager.ui.controls.sign import Sign
from ordermanager.ui.look.theme import GAP, SPACE, TIGHT

if TYPE_CHECKING:
    from decimal import Decimal

    from PySide6.QtGui import QResizeEvent

    from ordermanager.domain.checks.totals import TotalParts

MARK = 16
LEAST = 18
"""Of the sum beside the button, in letters."""


class TotalsLine(QFrame):
    """`chosen` brings the expected total as text when the user wants it."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "note")
        self._expected = ""
        self._sign = Sign("info", "muted", MARK, self)
        self._sign.keep_narrow()
        self._sum = PlainLabel("", self, wrap=True, selectable=True)
        self._sum.setAccessibleName(self.tr("How the total is made up"))
        self._verdict = PlainLabel("", self, role="muted", wrap=True)
        self._use = QPushButton(self.tr("Use this total"), self)
        self._use.setProperty("role", "proposal")
        self._use.clicked.connect(lambda: self.chosen.emit(self._expected))
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self._sum)
        texts.addWidget(self._verdict)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GAP, SPACE, GAP, SPACE)
        layout.setSpacing(SPACE)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(SPACE + TIGHT)
        self._row.addLayout(texts, 1)
        self._row.addWidget(self._use)
        layout.addWidget(self._sign)
        layout.addLayout(self._row, 1)
        layout.setSpacing(SPACE + TIGHT)
        self.explain(None, None, "")

    def minimumSizeHint(self) -> QSize:
        """Override QWidget::minimumSizeHint: as narrow as its button below the sum."""
        least = self._use.sizeHint().width() + self._sign.sizeHint().width() + 2 * GAP + SPACE + TIGHT
        return QSize(least, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent: where the sum has no room beside the button it stands above it."""
        super().resizeEvent(event)
        left = event.size().width() - self.minimumSizeHint().width()
        is_narrow = left < LEAST * self.fontMetrics().averageCharWidth()
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.TopToBottom if is_narrow else directions.LeftToRight)

    def explain(self, parts: TotalParts | None, total: Decimal | None, currency: str) -> None:
        """Show the sum and whether `total` agrees with it; None means that nothing can be said yet."""
        if parts is None:
            self._show(
                self.tr("The sum appears here when every item has a quantity and a price."),
                "",
                "info",
                use=False,
            )
            return
        self._expected = rounded(parts.expected)
        shown = self._sum_text(parts, currency)
        if total is None:
            self._show(shown, self.tr("No total is entered yet."), "info", use=True)
        elif parts.contains_taxes(total):
            self._show(shown, self.tr("The total agrees: the taxes are in the prices."), "check", use=False)
        elif parts.agrees_with(total):
            self._show(shown, self.tr("The total agrees."), "check", use=False)
        else:
            verdict = self.tr("The total entered is {total}.").format(total=i18n.money(total, currency))
            self._show(shown, verdict, "warning", use=True)

    def _sum_text(self, parts: TotalParts, currency: str) -> str:
        text = self.tr("items {amount}").format(amount=_amount(parts.items))
        if parts.shipping:
            text += " " + self.tr("+ shipping {amount}").format(amount=_amount(parts.shipping))
        if parts.discount:
            text += " " + self.tr("− discount {amount}").format(amount=_amount(parts.discount))
        if parts.taxes:
            text += " " + self.tr("+ taxes {amount}").format(amount=_amount(parts.taxes))
        return f"{text} = {_amount(parts.expected, currency)}"

    def _show(self, text: str, verdict: str, sign: str, *, use: bool) -> None:
        self._sign.show_icon(sign, {"check": "good", "warning": "warning"}.get(sign, "muted"))
        self._sum.setText(text[:1].upper() + text[1:])
        self._verdict.setText(verdict)
        self._verdict.setVisible(bool(verdict))
        self._use.setVisible(use)


def _amount(value: Decimal, currency: str = "") -> str:
    """An amount that never breaks between its digits and its currency."""
    return i18n.money(value, currency).replace(" ", "\u00a0")
