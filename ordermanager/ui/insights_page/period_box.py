"""Over which time a chart goes: a choice of usual periods, or from one day to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QComboBox

from ordermanager.domain.insights.periods import ALL_TIME, Period, PeriodKind
from ordermanager.ui import i18n
from ordermanager.ui.controls.days import date_of

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget


class PeriodBox(QComboBox):
    """`chosen` says that a person chose; `show_period` is silent."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.period: Period = ALL_TIME
        self.setAccessibleName(self.tr("Period"))
        for kind, words in (
            (PeriodKind.DAYS_30, self.tr("30 days")),
            (PeriodKind.MONTHS_3, self.tr("3 months")),
            (PeriodKind.MONTHS_12, self.tr("12 months")),
            (PeriodKind.ALL, self.tr("all time")),
            (PeriodKind.OWN, self.tr("from … to …")),
        ):
            self.addItem(words, kind.value)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.show_period(ALL_TIME)
        self.activated.connect(self._on_activated)

    def show_period(self, period: Period) -> None:
        """Show this one as chosen."""
        self.period = period
        number = self.findData(period.kind.value)
        if period.kind is PeriodKind.OWN:
            self.setItemText(number, f"{_day(period.first)} – {_day(period.last)}")
        else:
            self.setItemText(self.findData(PeriodKind.OWN.value), self.tr("from … to …"))
        self.setCurrentIndex(number)

    def _on_activated(self, number: int) -> None:
        kind = PeriodKind(self.itemData(number))
        if kind is not PeriodKind.OWN:
            self._choose(Period(kind))
            return
        from ordermanager.ui.controls.date_range_dialog import DateRangeDialog

        dialog = DateRangeDialog(self)
        if self.period.kind is PeriodKind.OWN:
            dialog.first.setDate(_qt(self.period.first))
            dialog.last.setDate(_qt(self.period.last))
        dialog.chosen.connect(
            lambda first, last: self._choose(Period(PeriodKind.OWN, date_of(first), date_of(last)))
        )
        dialog.rejected.connect(lambda: self.show_period(self.period))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _choose(self, period: Period) -> None:
        self.show_period(period)
        self.chosen.emit()


def _day(day: date) -> str:
    return i18n.day(day)


def _qt(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
