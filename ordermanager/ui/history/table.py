"""The table of the event history: columns, model, delegate."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QRect

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP
from ordermanager.ui import i18n
from ordermanager.ui.big_table import Align, BigTableModel, CellDelegate, Column
from ordermanager.ui.big_table.cell_painter import CellPainter, paint_pill
from ordermanager.ui.words import EVENT_STATES, STATE_ICONS, event_kind_name

if TYPE_CHECKING:
    from array import array
    from collections.abc import Sequence

    from ordermanager.services.app import Services
    from ordermanager.services.notices import Changes
    from ordermanager.store.history.query import EventQuery
    from ordermanager.store.history.records import EventRow
    from ordermanager.ui.jobs import Jobs

translate = QCoreApplication.translate

KIND = "kind"
_SHORT_KINDS = ("accepted", "rejected", "unconfirmed")
"""What gives the column of results its width; the fourth, longer and rare, is shortened."""
_TITLES = {
    KIND: QT_TRANSLATE_NOOP("History", "Result"),
    "at": QT_TRANSLATE_NOOP("History", "When"),
    "name": QT_TRANSLATE_NOOP("History", "Event"),
    "event_key": QT_TRANSLATE_NOOP("History", "Event key"),
    "contact": QT_TRANSLATE_NOOP("History", "Contact"),
    "account": QT_TRANSLATE_NOOP("History", "Account"),
    "batch": QT_TRANSLATE_NOOP("History", "Batch"),
    "revision": QT_TRANSLATE_NOOP("History", "Revision"),
    "reason": QT_TRANSLATE_NOOP("History", "Why"),
    "phone": QT_TRANSLATE_NOOP("History", "Phone"),
    "external_customer_id": QT_TRANSLATE_NOOP("History", "Customer ID"),
}
TEXT_FILTERS = ("event_key", "contact", "phone", "external_customer_id")
"""Columns that can be narrowed to a part of their text; keys of `EventFilters.texts`."""
MATTERS_FIRST = ("at", KIND, "name", "event_key", "contact", "reason", "revision", "batch", "account")


def event_columns(timezone: str) -> tuple[Column[EventRow], ...]:
    """The columns of the event history; times are shown in `timezone`."""

    def kind_name(row: EventRow) -> str:
        return event_kind_name(row.kind)

    def column(key: str, width: float, text: Any, **more: Any) -> Column[EventRow]:
        return Column(key, translate("History", _TITLES[key]), width, text, **more)

    return (
        column("at", 17, lambda row: i18n.date_time(row.at, timezone, seconds=True), sort="at"),
        column(
            KIND,
            6,
            kind_name,
            sort="kind",
            tip=_result_tip,
            samples=tuple(map(event_kind_name, _SHORT_KINDS)),
        ),
        column("name", 21, event_text, sort="name"),
        column("event_key", 11, lambda row: row.event_key, sort="event_key"),
        column("contact", 22, lambda row: row.email or row.phone or row.external_customer_id, sort="email"),
        column("account", 12, lambda row: row.account_name, sort="account", is_quiet=True),
        column("batch", 7, lambda row: str(row.batch_id), sort="batch", is_quiet=True, align=Align.RIGHT),
        column("revision", 8, lambda row: f"r{row.revision_number}", sort="revision", is_quiet=True),
        column("reason", 16, _reason, sort="reason", is_quiet=True, tip=_reason),
        column("phone", 14, lambda row: row.phone, sort="phone", is_extra=True),
        column(
            "external_customer_id",
            12,
            lambda row: row.external_customer_id,
            sort="external_customer_id",
            is_extra=True,
        ),
    )


def event_text(row: EventRow) -> str:
    """The event's name, so that nothing looks raised that was not: a refused order raised none."""
    if row.kind == "rejected":
        return translate("History", "no {name}").format(name=row.name)
    if row.kind == "unconfirmed":
        return translate("History", "perhaps {name}").format(name=row.name)
    return row.name


def _reason(row: EventRow) -> str:
    return "" if row.reason is None else i18n.text(row.reason)


def _result_tip(row: EventRow) -> str:
    twice = translate(
        "History", "Perhaps raised more than once: an earlier sending stayed without an answer."
    )
    return "\n".join(part for part in (_reason(row), twice if row.times_doubtful else "") if part)


class EventTableModel(BigTableModel["EventRow"]):
    """Events of an `EventQuery`, newest first unless it says otherwise."""

    def __init__(self, services: Services, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(jobs, event_columns(services.settings.get().timezone), parent)
        self._services = services
        jobs.changed.connect(self._on_changed)

    def _read_ids(self, query: EventQuery, limit: int | None) -> array[int]:
        return self._services.history.event_ids(query if limit is None else query._replace(limit=limit))

    def _read_rows(self, ids: Sequence[int]) -> list[EventRow]:
        return self._services.history.event_rows(ids)

    def _on_changed(self, changes: Changes) -> None:
        if changes.history:
            self.refresh()


class EventDelegate(CellDelegate):
    """Draws what became of a revision as a pill."""

    def _paint_cell(
        self, painter: CellPainter, rect: QRect, column: Column[Any], row: EventRow, text_colour: str
    ) -> None:
        if column.key == KIND:
            state = EVENT_STATES[row.kind]
            paint_pill(
                painter, rect, event_kind_name(row.kind), STATE_ICONS[state], painter.theme.states[state]
            )
        else:
            super()._paint_cell(painter, rect, column, row, text_colour)
