"""The two tables of the preview: the first orders, those with errors first, and the problems of the whole file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar, overload

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView, QWidget

from ordermanager.domain.checks.findings import Finding, Severity
from ordermanager.importing.mapping.lacks import Lack
from ordermanager.ui import i18n
from ordermanager.ui.controls.plain import plain_tooltip
from ordermanager.ui.controls.row_list import dress_as_row_list, set_small_icons
from ordermanager.ui.controls.row_model import Index, RowModel
from ordermanager.ui.look.icons import pixmap
from ordermanager.ui.look.theme import colours, grown, small_edge
from ordermanager.ui.order_pane.words import place_label
from ordermanager.ui.words import status_name

if TYPE_CHECKING:
    from ordermanager.services.imports.results import PreviewOrder, Problem

T = TypeVar("T")
LONGEST = 200
FINDING_ICONS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "hint"}
_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.HINT: 2}


class TextTable(RowModel[tuple[str, ...]]):
    """Rows of texts with a sign in the first column. Subclasses name the columns and fill the rows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._signs: Sequence[Severity | None] = []
        self._tips: Sequence[str] = []
        self._has_signs = True

    def fill(
        self,
        rows: Sequence[tuple[str, ...]],
        signs: Sequence[Severity | None],
        tips: Sequence[str],
        *,
        has_signs: bool = True,
    ) -> None:
        """Show these rows; without `has_signs` the first column has texts only."""
        self._signs, self._tips, self._has_signs = signs, tips, has_signs
        self.show_rows(rows)

    def text(self, row: tuple[str, ...], column: int) -> str:
        """Override RowModel.text."""
        return row[column]

    def data(self, index: Index, role: int = 0) -> Any:
        """Override QAbstractTableModel::data."""
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DecorationRole and column == 0 and self._has_signs:
            return self._sign(self._signs[row])
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(self._tips[row])
        if role == Qt.ItemDataRole.ForegroundRole and self._signs[row] is Severity.ERROR and column == 0:
            return QBrush(QColor(colours().error))
        return super().data(index, role)

    def _sign(self, severity: Severity | None) -> Any:
        edge = small_edge(QFontMetrics(QApplication.font()))
        if severity is None:
            return pixmap("check", colours().good, edge)
        return pixmap(FINDING_ICONS[severity], colours().of(severity), edge)


class OrdersModel(TextTable):
    """The first orders of the file; those with errors first."""

    right = frozenset((0, 5, 7))

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.titles = (
            self.tr("Row"),
            self.tr("Order ID"),
            self.tr("Here"),
            self.tr("Status"),
            self.tr("Date"),
            self.tr("Total"),
            self.tr("Customer"),
            self.tr("Items"),
            self.tr("What was found"),
        )
        self._known: dict[str, str] = {}
        self._found: Callable[[PreviewOrder, str], str] = lambda _order, _between: ""

    def set_orders(self, orders: Sequence[PreviewOrder], lacks: Sequence[Lack] = ()) -> None:
        """Show these. Their sentences are made when they are looked at: all at once hold the window up. What the whole
        file lacks stands behind what is wrong with this order alone."""

        def is_of_all(finding: Finding) -> bool:
            return any(lack.covers(finding) for lack in lacks)

        def found(order: PreviewOrder, between: str) -> str:
            own_first = sorted(order.findings, key=is_of_all)
            return between.join(map(_found, own_first))

        self._found = found
        self._known = {"new": self.tr("new"), "updated": self.tr("update"), "unchanged": self.tr("unchanged")}
        ranked = sorted(orders, key=lambda order: _RANK.get(_worst(order), 3) if order.findings else 3)
        signs = [_worst(order) if order.findings else None for order in ranked]
        tips = _Lazy(ranked, lambda order: found(order, "\n"))
        self.fill(_Lazy(ranked, self._cells), signs, tips)

    def _cells(self, order: PreviewOrder) -> tuple[str, ...]:
        get = order.draft.get
        customer = f"{get('firstName')} {get('lastName')}".strip() or get("email") or get("phone")
        cells = (
            str(order.rows[0]) if order.rows else "",
            get("externalOrderId"),
            self._known.get(order.known, order.known),
            status_name(get("status")),
            get("date"),
            f"{get('totalCost')} {get('currency')}".strip(),
            customer or get("externalCustomerId"),
            i18n.count(len(order.draft.items)),
            self._found(order, " · "),
        )
        return tuple(cell[:LONGEST] for cell in cells)


class ProblemsModel(TextTable):
    """Findings of the whole file with their row; errors first. What the whole file lacks is said once, at the top."""

    right = frozenset((0,))

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.titles = (
            self.tr("Row"),
            self.tr("Order ID"),
            self.tr("Field"),
            self.tr("In the file"),
            self.tr("What was found"),
        )
        self._all = ""

    def set_problems(self, problems: Sequence[Problem], lacks: Sequence[Lack]) -> None:
        """Show these; of the problems none is of what the file lacks."""
        self._all = self.tr("all")
        ranked = sorted(problems, key=lambda problem: _RANK[problem.finding.severity])
        sources: list[Lack | Problem] = [*sorted(lacks, key=lambda lack: not lack.required), *ranked]
        self.fill(
            _Lazy(sources, self._cells), [_severity(source) for source in sources], _Lazy(sources, _tip)
        )

    def _cells(self, source: Lack | Problem) -> tuple[str, ...]:
        if isinstance(source, Lack):
            return (self._all, "", i18n.field_name(source.field), "", _tip(source))
        return (
            str(source.row),
            source.order[:LONGEST],
            place_label(source.finding),
            source.value[:LONGEST],
            _tip(source)[:LONGEST],
        )


def _severity(source: Lack | Problem) -> Severity:
    if isinstance(source, Lack):
        return Severity.ERROR if source.required else Severity.WARNING
    return source.finding.severity


def _tip(source: Lack | Problem) -> str:
    if isinstance(source, Lack):
        words = QCoreApplication.translate("ProblemsModel", "No column gives it. See “Questions”. {why}")
        return words.format(why=i18n.text(source.why))
    return i18n.finding_text(source.finding)


class _Lazy(Sequence[T]):
    """Made when it is asked for: ten thousand sentences would hold the window up for most of a second."""

    def __init__(self, sources: Sequence[Any], make: Callable[[Any], T]) -> None:
        self._sources = sources
        self._make = make
        self._made: dict[int, T] = {}

    def __len__(self) -> int:
        return len(self._sources)

    @overload
    def __getitem__(self, place: int) -> T: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[T]: ...

    def __getitem__(self, place: int | slice) -> T | Sequence[T]:
        if isinstance(place, slice):
            return [self._make(each) for each in self._sources[place]]
        if place not in self._made:
            self._made[place] = self._make(self._sources[place])
        return self._made[place]


class ListTable(QTableView):
    """A table that is only read. `widths` are those of its columns, in pixels, with text of the usual size."""

    def __init__(
        self, model: TextTable, name: str, widths: Sequence[int], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setModel(model)
        dress_as_row_list(self, name)
        self.setProperty("role", "grid")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        set_small_icons(self)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.horizontalHeader().setStretchLastSection(True)
        for column, width in enumerate(widths):
            self.setColumnWidth(column, grown(width, self.fontMetrics()))


def _worst(order: PreviewOrder) -> Severity:
    return min((finding.severity for finding in order.findings), key=_RANK.__getitem__)


def _found(finding: Any) -> str:
    place = place_label(finding)
    text = i18n.finding_text(finding)
    return f"{place}: {text}" if place else text
