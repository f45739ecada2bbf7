"""The table of the event history: columns, model, delegate."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QRect

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP
from ordermanager.ui import i18n
from ordermanager.ui.big_table import BigTableModel, CellDelegate, Column
from ordermanager.ui.big_table.delegate import paint_pill
from ordermanager.ui.theme import colours
from ordermanager.ui.words import EVENT_STATES, STATE_ICONS, event_kind_name

if TYPE_CHECKING:
    from array import array
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from ordermanager.services.app import Services
    from ordermanager.services.notices import Changes
    from ordermanager.store import EventQuery, EventRow
    from ordermanager.ui.jobs import Jobs

KIND = "kind"
_TITLES = {
    KIND: QT_TRANSLATE_NOOP("History", "Result"),
    "at": QT_TRANSLATE_NOOP("History", "When"),
    "name": QT_TRANSLATE_NOOP("History", "Event"),
    "event_key": QT_TRANSLATE_NOOP("History", "Event key"),
    "contact": QT_TRANSLATE_NOOP("History", "Contact"),
    "account": QT_TRANSLATE_NOOP("History", "Account"),
    "revision": QT_TRANSLATE_NOOP("History", "Revision"),
}


def _title(key: str) -> str:
    return QCoreApplication.translate("History", _TITLES[key])


def event_columns(timezone: str) -> tuple[Column[EventRow], ...]:
    """The columns of the event history; times are shown in `timezone`."""
    return (
        Column("at", _title("at"), 19, lambda row: i18n.date_time(row.at, timezone, seconds=True)),
        Column(KIND, _title(KIND), 19, lambda row: event_kind_name(row.kind), tip=_reason),
        Column("name", _title("name"), 22, lambda row: row.name),
        Column("event_key", _title("event_key"), 13, lambda row: row.event_key),
        Column(
            "contact", _title("contact"), 26, lambda row: row.email or row.phone or row.external_customer_id
        ),
        Column("account", _title("account"), 14, lambda row: row.account_name, is_quiet=True),
        Column("revision", _title("revision"), 8, lambda row: f"r{row.revision_number}", is_quiet=True),
    )


def _reason(row: EventRow) -> str:
    return "" if row.reason is None else i18n.text(row.reason)


class EventTableModel(BigTableModel["EventRow"]):
    """Events of an `EventQuery`, newest first."""

    def __init__(self, services: Services, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(jobs, event_columns(services.settings.get().timezone), parent)
        self._services = services
        jobs.changed.connect(self._on_changed)

    def _read_ids(self, query: EventQuery, limit: int | None) -> array[int]:
        return self._services.history.event_ids(query if limit is None else replace(query, limit=limit))

    def _read_rows(self, ids: Sequence[int]) -> list[EventRow]:
        return self._services.history.event_rows(ids)

    def _on_changed(self, changes: Changes) -> None:
        if changes.history:
            self.refresh()


class EventDelegate(CellDelegate):
    """Draws what became of a revision as a pill."""

    def _paint_cell(
        self, painter: QPainter, rect: QRect, column: Column[Any], row: EventRow, text_colour: str
    ) -> None:
        if column.key == KIND:
            state = EVENT_STATES[row.kind]
            ratio = painter.device().devicePixelRatioF()
            paint_pill(
                painter, rect, event_kind_name(row.kind), STATE_ICONS[state], colours().states[state], ratio
            )
        else:
            super()._paint_cell(painter, rect, column, row, text_colour)
