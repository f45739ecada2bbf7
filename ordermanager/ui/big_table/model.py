"""A table model that is a window on a query: all ids, and the rows near the screen (style.md 6.3).

`data()` never asks the database. A row that is not here is a placeholder until its page has come; rows that
changed stay as they were until the new ones have come, so that nothing flickers.
"""

from __future__ import annotations

from array import array
from collections import OrderedDict
from itertools import compress, count
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from ordermanager.ui.big_table.places import keep_places
from ordermanager.ui.controls.plain import plain_tooltip

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ordermanager.domain.sentences import Sentence
    from ordermanager.ui.big_table.columns import Column
    from ordermanager.ui.jobs import Jobs

PAGE = 256
HEAD = 64
"""So many rows are asked for at first, which fill a screen."""
CACHED_ROWS = 32 * PAGE
PAGES_AT_ONCE = 4
"""A screen shows at most two or three pages; older wishes are of rows that were scrolled past."""
ALL_AFTER_MS = 40
"""The first rows are painted before all ids are read, which in a large workspace would take turns with the painting."""
AGAIN_AFTER_MS = 250
"""Between two questions for all ids while changes pour in, as when sending."""

AnyIndex = QModelIndex | QPersistentModelIndex


class _HasId(Protocol):
    @property
    def id(self) -> int: ...


RowT = TypeVar("RowT", bound=_HasId)


class BigTableModel(QAbstractTableModel, Generic[RowT]):
    """Subclasses say how to ask: `_read_ids` and `_read_rows` run in another thread and must only call
    services."""

    about_to_replace = Signal()
    replaced = Signal()
    counted = Signal(int)
    rows_came = Signal()

    def __init__(self, jobs: Jobs, columns: Sequence[Column[RowT]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._columns = tuple(columns)
        self._ids: array[int] = array("q")
        self._rows: OrderedDict[int, RowT | None] = OrderedDict()
        self._fresh: set[int] = set()
        self._wanted: dict[int, None] = {}
        self._is_fetching = False
        self._query: Any = None
        self._is_first = True
        self._is_known = False
        self._keeps_places = False
        self._editors = 0
        self._ids_after_editing: array[int] | None = None
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(AGAIN_AFTER_MS)
        self._again.timeout.connect(self._ask_ids)
        jobs.watch(self._again)
        self._all = QTimer(self)
        self._all.setSingleShot(True)
        self._all.timeout.connect(self._ask_ids)
        jobs.watch(self._all)

    # -- to be said by subclasses

    def _read_ids(self, query: Any, limit: int | None) -> array[int]:
        raise NotImplementedError

    def _read_rows(self, ids: Sequence[int]) -> list[RowT]:
        raise NotImplementedError

    # -- what is shown

    @property
    def columns(self) -> tuple[Column[RowT], ...]:
        """The columns, in their logical order."""
        return self._columns

    @property
    def query(self) -> Any:
        """The question whose answer is shown, or about to be."""
        return self._query

    @property
    def is_known(self) -> bool:
        """Whether the number of rows is known by now; before that an empty table says nothing."""
        return self._is_known

    def set_query(self, query: Any) -> None:
        """Show another query: its first rows as soon as they are there, then the rest."""
        self._is_first = self._query is None
        self._query = query
        self._is_known = False
        self._fresh.clear()
        self._all.stop()
        self._jobs.read(
            (id(self), "ids"), lambda: self._read_head(query), self._take_head, self._on_failed, owner=self
        )

    def refresh(
        self,
        ids: frozenset[int] | None = None,
        *,
        is_same_list: bool = False,
        keeps_places: bool = False,
    ) -> None:
        """The workspace changed: rows of `ids` (None: any). What is on the screen is asked again, then all
        ids, unless they are certain to be the same. `keeps_places`: nothing is sorted anew, see `keep_places`."""
        if self._query is None:
            return
        self._keeps_places = keeps_places and (self._keeps_places or not self._again.isActive())
        if ids is None:
            self._fresh.clear()
        else:
            self._fresh = {page for page in self._fresh if ids.isdisjoint(self._page_ids(page))}
        self.rows_came.emit()  # repaints what is visible, and so asks for the pages that are no longer fresh
        if not is_same_list and not self._again.isActive():
            self._again.start()

    def id_at(self, row: int) -> int | None:
        """The id of a row."""
        return self._ids[row] if 0 <= row < len(self._ids) else None

    def ids_between(self, first: int, last: int) -> array[int]:
        """The ids of a range of rows, both ends included."""
        return self._ids[first : last + 1]

    def row_of(self, wanted: int) -> int | None:
        """The row of an id, None where the query does not find it."""
        try:
            return self._ids.index(wanted)
        except ValueError:
            return None

    def rows_of(self, wanted: Iterable[int]) -> list[int]:
        """The rows of those ids that the query finds, from the top. One way through all ids, however many are wanted:
        36 ms of a million, where each look for one that is gone takes half of that."""
        return list(compress(count(), map(set(wanted).__contains__, self._ids)))

    def row_at(self, row: int) -> RowT | None:
        """What is known of a row; None: not here yet, asked for now."""
        found = self._rows.get(self._ids[row])
        page = row // PAGE
        if page not in self._fresh and page not in self._wanted:
            self._want(page)
        return found

    # -- Qt

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Override QAbstractItemModel::rowCount."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Override QAbstractItemModel::columnCount."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Override QAbstractItemModel::data. The delegate draws from `row_at`; this serves screen readers
        and tests."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) or not index.isValid():
            return None
        row = self.row_at(index.row())
        if row is None:
            return None
        column = self._columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        return plain_tooltip(column.tip(row)) if column.tip is not None else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Override QAbstractItemModel::headerData."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._columns[section].title
        return None

    # -- asking

    def _read_head(self, query: Any) -> tuple[Any, array[int], list[RowT], bool]:
        head = self._read_ids(query, HEAD)
        return query, head, self._read_rows(head), len(head) < HEAD

    def _take_head(self, answer: tuple[Any, array[int], list[RowT], bool]) -> None:
        query, head, rows, is_all = answer
        self._keep(head, rows)
        self._fresh = {0}
        if is_all or not self._starts_with(head):
            self._show_ids(head, just_read=True)
        if is_all:
            self._tell_count()
        elif self._is_first:  # of a window that has painted nothing yet
            self._all.start(ALL_AFTER_MS)
        else:
            self._jobs.read(
                (id(self), "ids"), lambda: self._read_all(query), self._take_all, self._on_failed, owner=self
            )

    def _ask_ids(self) -> None:
        query, shown = self._query, self._ids if self._keeps_places and self._is_known else array("q")

        def read() -> array[int]:
            found = self._read_all(query)
            return keep_places(shown, found) if shown and shown != found else found

        self._jobs.read((id(self), "ids"), read, self._take_all, self._on_failed, owner=self)

    def _read_all(self, query: Any) -> array[int]:
        return self._read_ids(query, None)

    def _take_all(self, ids: array[int]) -> None:
        if ids != self._ids:
            self._show_ids(ids)
        self._tell_count()

    def _tell_count(self) -> None:
        self._is_known = True
        self.counted.emit(len(self._ids))

    def _starts_with(self, head: array[int]) -> bool:
        return self._ids[: len(head)] == head

    def hold_while(self, editor: QObject) -> None:
        """Keep the rows as they are while this editor exists: a reset would close it, and with it go what was typed.
        What is read meanwhile is shown afterwards.
        """
        self._editors += 1
        editor.destroyed.connect(self._on_editor_gone)

    def _on_editor_gone(self) -> None:
        self._editors -= 1
        if self._editors:
            return
        ids, self._ids_after_editing = self._ids_after_editing, None
        if ids is not None and ids != self._ids:
            self._show_ids(ids)
            self.counted.emit(len(ids))

    def _show_ids(self, ids: array[int], *, just_read: bool = False) -> None:
        """Replace the rows, keeping what is the same: growing at the end keeps selection and place by
        itself. `just_read`: what is known of them is new."""
        old = len(self._ids)
        if old and len(ids) > old and ids[:old] == self._ids:
            self.beginInsertRows(QModelIndex(), old, len(ids) - 1)
            self._ids = ids
            self.endInsertRows()
            self._fresh.discard(old // PAGE)
            return
        if self._editors:
            self._ids_after_editing = ids
            return
        # A row that comes back to the list changed while nobody asked for it.
        knows_head = just_read or set(ids[:PAGE]) <= set(self._page_ids(0))
        self.about_to_replace.emit()
        self.beginResetModel()
        try:
            self._ids = ids
            self._fresh &= {0} if knows_head else set()
        finally:
            self.endResetModel()
        self.replaced.emit()

    def _page_ids(self, page: int) -> array[int]:
        return self._ids[page * PAGE : (page + 1) * PAGE]

    def _want(self, page: int) -> None:
        self._wanted[page] = None
        while len(self._wanted) > PAGES_AT_ONCE:
            del self._wanted[next(iter(self._wanted))]
        if not self._is_fetching:
            self._is_fetching = True
            # Not from within a paint: the first paint asks for all of its pages, which then go as one
            # question.
            QTimer.singleShot(0, self, self._fetch)

    def _fetch(self) -> None:
        pages = list(self._wanted)
        ids = array("q")
        for page in pages:
            ids.extend(self._page_ids(page))
        self._jobs.read(
            (id(self), "rows"),
            lambda: (pages, ids, self._read_rows(ids)),
            self._take_rows,
            self._on_failed,
            owner=self,
        )

    def _take_rows(self, answer: tuple[list[int], array[int], list[RowT]]) -> None:
        pages, ids, rows = answer
        self._keep(ids, rows)
        asked = frozenset(ids)
        for page in pages:
            self._wanted.pop(page, None)
            if asked.issuperset(self._page_ids(page)):  # else the ids were replaced while this was on its way
                self._fresh.add(page)
        self._is_fetching = False
        self.rows_came.emit()
        if self._wanted:
            self._is_fetching = True
            self._fetch()

    def _on_failed(self, sentence: Sentence) -> None:
        self._is_fetching = False
        self._wanted.clear()
        self._jobs.failed.emit(sentence)

    def _keep(self, ids: Sequence[int], rows: list[RowT]) -> None:
        found = {row.id: row for row in rows}
        for order_id in ids:
            self._rows[order_id] = found.get(order_id)
            self._rows.move_to_end(order_id)
        while len(self._rows) > CACHED_ROWS:
            self._rows.popitem(last=False)
