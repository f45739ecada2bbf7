"""The table of the review: every order of the file, windowed like the order table."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QRect

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP
from ordermanager.domain.statuses import Status
from ordermanager.services.review_results import Known, ReviewQuery, ReviewRow, ReviewSort
from ordermanager.ui import i18n
from ordermanager.ui.big_table import Align, BigTableModel, Column
from ordermanager.ui.big_table.delegate import CellDelegate
from ordermanager.ui.icons import pixmap
from ordermanager.ui.import_dialog.columns_tab import field_name
from ordermanager.ui.theme import colours
from ordermanager.ui.words import status_name

if TYPE_CHECKING:
    from array import array
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from ordermanager.services.import_review import ImportReview
    from ordermanager.ui.jobs import Jobs

MARK = "mark"
FOUND = "found"
SIGN = 16
_TITLES = {
    "rows": QT_TRANSLATE_NOOP("Review", "Row"),
    "order": QT_TRANSLATE_NOOP("Review", "Order ID"),
    "known": QT_TRANSLATE_NOOP("Review", "Here"),
    "status": QT_TRANSLATE_NOOP("Review", "Status"),
    "date": QT_TRANSLATE_NOOP("Review", "Date"),
    "total": QT_TRANSLATE_NOOP("Review", "Total"),
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
    return field_name(path.rsplit(".", 1)[-1])


def _text(source: str) -> str:
    return QCoreApplication.translate("Review", source)


def _found(row: ReviewRow) -> str:
    if row.first_finding is None:
        return ""
    return f"{path_name(row.first_finding.field)}: {i18n.finding_text(row.first_finding)}"


def review_columns(timezone: str) -> tuple[Column[ReviewRow], ...]:
    """The columns; dates are shown in `timezone`."""

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
        Column("order", title("order"), 9, lambda row: row.external_order_id, sort=ReviewSort.ORDER),
        Column(FOUND, title(FOUND), 36, _found, tip=_found),
        Column(
            "name", title("name"), 14, lambda row: row.name or row.email or row.phone, sort=ReviewSort.NAME
        ),
        Column(
            "total",
            title("total"),
            12,
            lambda row: i18n.money(row.total, row.currency),
            Align.RIGHT,
            sort=ReviewSort.TOTAL,
        ),
        Column(
            "known", title("known"), 0.5, lambda row: _text(_KNOWN[row.known]), is_quiet=True, samples=known
        ),
        Column("status", title("status"), 0.5, lambda row: status_name(row.status), samples=statuses),
        Column(
            "date",
            title("date"),
            0.5,
            lambda row: i18n.date_time(row.date, timezone),
            sort=ReviewSort.DATE,
            samples=day,
        ),
    )


class ReviewModel(BigTableModel[ReviewRow]):
    """`review` may be None while there is none."""

    def __init__(self, timezone: str, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(jobs, review_columns(timezone), parent)
        self._review: ImportReview | None = None

    def show(self, review: ImportReview, query: ReviewQuery) -> None:
        """Show these orders of this review."""
        self._review = review
        self.set_query(query)

    def _read_ids(self, query: ReviewQuery, limit: int | None) -> array[int]:
        assert self._review is not None
        return self._review.ids(query, limit)

    def _read_rows(self, ids: Sequence[int]) -> list[ReviewRow]:
        assert self._review is not None
        return self._review.rows(ids)


class ReviewDelegate(CellDelegate):
    """A sign for the worst finding; orders that are left out are muted and have a sign of their own."""

    def _paint_cell(
        self, painter: QPainter, rect: QRect, column: Column[Any], row: ReviewRow, text_colour: str
    ) -> None:
        if column.key == MARK:
            name, colour = _sign(row)
            place = QRect(0, 0, SIGN, SIGN)
            place.moveCenter(rect.center())
            picture = pixmap(name, colour, SIGN, painter.device().devicePixelRatioF())
            painter.drawPixmap(place.topLeft(), picture)
            return
        quiet = colours().muted if not row.is_included and text_colour == colours().text else text_colour
        super()._paint_cell(painter, rect, column, row, quiet)


def _sign(row: ReviewRow) -> tuple[str, str]:
    theme = colours()
    if not row.is_included:
        return "minus", theme.muted
    if row.errors:
        return "error", theme.error
    if row.warnings:
        return "warning", theme.warning
    return "check", theme.good


def sorted_by(query: ReviewQuery, key: str, descending: bool) -> ReviewQuery:
    """The same orders in another order."""
    return replace(query, sort=ReviewSort(key), descending=descending)
