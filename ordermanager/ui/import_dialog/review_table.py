"""The table of the review: every order of the file, windowed like the order table."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP
from ordermanager.domain.statuses import Status
from ordermanager.services.imports.review_results import Known, ReviewQuery, ReviewRow, ReviewSort
from ordermanager.ui import i18n
from ordermanager.ui.big_table import Align, BigTableModel, Column
from ordermanager.ui.words import status_name

if TYPE_CHECKING:
    from array import array
    from collections.abc import Sequence

    from ordermanager.services.imports.review import ImportReview
    from ordermanager.ui.jobs import Jobs

AnyIndex = QModelIndex | QPersistentModelIndex
MARK = "mark"
FOUND = "found"
_TITLES = {
    "rows": QT_TRANSLATE_NOOP("Review", "Row"),
    "order": QT_TRANSLATE_NOOP("Review", "Order ID"),
    "known": QT_TRANSLATE_NOOP("Review", "Here"),
    "status": QT_TRANSLATE_NOOP("Review", "Status"),
    "date": QT_TRANSLATE_NOOP("Review", "Date"),
    "total": QT_TRANSLATE_NOOP("Review", "Total"),
    "currency": QT_TRANSLATE_NOOP("Review", "Currency"),
    "email": QT_TRANSLATE_NOOP("Review", "E-mail"),
    "phone": QT_TRANSLATE_NOOP("Review", "Phone"),
    "name": QT_TRANSLATE_NOOP("Review", "Customer"),
    FOUND: QT_TRANSLATE_NOOP("Review", "What was found"),
}
_KNOWN = {
    Known.NEW: QT_TRANSLATE_NOOP("Review", "new"),
    Known.UPDATED: QT_TRANSLATE_NOOP("Review", "update"),
    Known.UNCHANGED: QT_TRANSLATE_NOOP("Review", "unchanged"),
}


def path_name(path: str) -> str:
    """The name of a finding's field for people: `items[2].cost` is the price."""
    return i18n.field_name(path.rsplit(".", 1)[-1])


def _text(source: str) -> str:
    return QCoreApplication.translate("Review", source)


def _found(row: ReviewRow) -> str:
    if row.first_finding is None:
        return ""
    return f"{path_name(row.first_finding.field)}: {i18n.finding_text(row.first_finding)}"


def review_columns(timezone: str) -> tuple[Column[ReviewRow], ...]:
    """The columns; dates are shown in `timezone`. Those with a `field` are edited in place."""

    def title(key: str) -> str:
        return _text(_TITLES[key])

    known = tuple(_text(words) for words in _KNOWN.values())
    statuses = tuple(status_name(status) for status in Status)
    day = (i18n.date_time("2026-12-28T20:58:00+00:00", timezone),)
    return (
        Column(MARK, "", 2.2, lambda _row: "", Align.CENTER, sort=ReviewSort.PROBLEMS),
        Column(
            "rows", title("rows"), 6, lambda row: i18n.count(row.rows[0]), Align.RIGHT, sort=ReviewSort.FILE
        ),
        Column(
            "order",
            title("order"),
            9,
            lambda row: row.external_order_id,
            sort=ReviewSort.ORDER,
            field="externalOrderId",
        ),
        Column(
            "known", title("known"), 0.5, lambda row: _text(_KNOWN[row.known]), is_quiet=True, samples=known
        ),
        Column(FOUND, title(FOUND), 32, _found, tip=_found),
        Column("name", title("name"), 14, lambda row: row.name, sort=ReviewSort.NAME),
        Column("email", title("email"), 20, lambda row: row.email, sort=ReviewSort.EMAIL, field="email"),
        Column("phone", title("phone"), 13, lambda row: row.phone, field="phone"),
        Column("total", title("total"), 10, _total, Align.RIGHT, sort=ReviewSort.TOTAL, field="totalCost"),
        Column("currency", title("currency"), 7, lambda row: row.currency, field="currency"),
        Column(
            "status",
            title("status"),
            0.5,
            lambda row: status_name(row.status),
            samples=statuses,
            field="status",
        ),
        Column(
            "date",
            title("date"),
            0.5,
            lambda row: i18n.date_time(row.date, timezone),
            sort=ReviewSort.DATE,
            samples=day,
            field="date",
        ),
    )


def _total(row: ReviewRow) -> str:
    return i18n.money(row.total, "") or row.draft.get("totalCost")


class ReviewModel(BigTableModel[ReviewRow]):
    """`cell_edited(id, field, text)`: a person wrote something else into a cell."""

    cell_edited = Signal(int, str, str)

    def __init__(self, timezone: str, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(jobs, review_columns(timezone), parent)
        self._review: ImportReview | None = None

    def show(self, review: ImportReview, query: ReviewQuery) -> None:
        """Show these orders of this review."""
        self._review = review
        self.set_query(query)

    def edit_text(self, index: AnyIndex) -> str:
        """What the editor of a cell starts with: the text of the file, right or wrong."""
        row = self.row_at(index.row())
        return "" if row is None else row.draft.get(self.columns[index.column()].field)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Override QAbstractItemModel::flags. Safe on a large table only because its header draws itself."""
        flags = super().flags(index)
        if index.isValid() and self.columns[index.column()].field:
            return flags | Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Override QAbstractItemModel::setData: the change is made elsewhere, which brings the new row."""
        row = self.row_at(index.row())
        if role != Qt.ItemDataRole.EditRole or row is None or str(value) == self.edit_text(index):
            return False
        self.cell_edited.emit(row.id, self.columns[index.column()].field, str(value))
        return True

    def _read_ids(self, query: ReviewQuery, limit: int | None) -> array[int]:
        assert self._review is not None
        return self._review.ids(query, limit)

    def _read_rows(self, ids: Sequence[int]) -> list[ReviewRow]:
        assert self._review is not None
        return self._review.rows(ids)


def sorted_by(query: ReviewQuery, key: str, descending: bool) -> ReviewQuery:
    """The same orders in another order."""
    return replace(query, sort=ReviewSort(key), descending=descending)
