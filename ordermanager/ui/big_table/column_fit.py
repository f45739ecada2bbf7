"""Which columns are shown and how wide: by themselves what fits the window, until a person arranges them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QObject

from ordermanager.ui.shell.view_state import pack, unpack

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ordermanager.ui.big_table.columns import Column
    from ordermanager.ui.big_table.header import BigTableHeader
    from ordermanager.ui.big_table.view import BigTableView


class ColumnFit(QObject):
    """Belongs to a table. Resizing, moving, pinning or hiding a column by hand ends the automatic fit; `reset` brings
    it back."""

    def __init__(self, view: BigTableView, first: Sequence[str], name: str, least_part: float = 1.0) -> None:
        """`first`: keys of columns that get room before the others, whatever place they have; `name`: under which the
        table is remembered; `least_part`: the last column that gets in may be so much narrower than it would like."""
        super().__init__(view)
        self._view = view
        self._first = first
        self._name = name
        self._least_part = least_part
        self._is_fitting = False
        self._is_own = False
        header = view.horizontalHeader()
        header.sectionResized.connect(lambda *_: self._keep())
        header.sectionMoved.connect(lambda *_: self._keep())

    @property
    def _columns(self) -> tuple[Column[Any], ...]:
        return tuple(getattr(self._view.model(), "columns", ()))

    def fit(self) -> None:
        """Show the columns that fit, the first ones first."""
        if self._is_own or self._is_fitting:
            return
        self._is_fitting = True
        try:
            self._fit(self._view.viewport().width())
        finally:
            self._is_fitting = False

    def _fit(self, room: int) -> None:
        view, columns = self._view, self._columns
        keys = [column.key for column in columns]
        usual = self._usual_widths()
        extra = {column.key for column in columns if column.is_extra}
        shown: dict[str, int] = {}
        left = room
        for key in [*self._first, *(key for key in keys if key not in self._first)]:
            if key in extra or usual[key] * self._least_part > left:
                break
            shown[key] = min(usual[key], left)
            left -= shown[key]
        self._share(shown, left)
        for section, key in enumerate(keys):
            view.setColumnHidden(section, key not in shown)
            if key in shown:
                view.setColumnWidth(section, shown[key])

    def _usual_widths(self) -> dict[str, int]:
        """How wide each column would like to be."""
        return {column.key: self._view.usual_width(n) for n, column in enumerate(self._columns)}

    def _share(self, shown: dict[str, int], left: int) -> None:
        """What room is left may be given to a column of `shown` (key: width)."""

    def _keep(self) -> None:
        # Without a hand on it Qt resizes the last column by itself.
        if cast("BigTableHeader", self._view.horizontalHeader()).is_held:
            self._is_own = True

    def show_column(self, section: int, shown: bool) -> None:
        """Show or hide a column because a person said so."""
        self._is_own = True
        self._view.setColumnHidden(section, not shown)
        if shown and self._view.columnWidth(section) < 1:
            self._view.setColumnWidth(section, self._view.usual_width(section))

    def pin_column(self, section: int) -> None:
        """Pin a column at the left because a person said so, or let it go."""
        self._is_own = True
        self._view.pins.turn(section)

    def move_column(self, section: int, by: int) -> None:
        """Change places with the next column that is shown, at the left (-1) or right (1)."""
        header = self._view.horizontalHeader()
        place = header.visualIndex(section) + by
        while 0 <= place < header.count() and header.isSectionHidden(header.logicalIndex(place)):
            place += by
        if 0 <= place < header.count():
            self._is_own = True
            header.moveSection(header.visualIndex(section), place)

    def widen_column(self, section: int, part: float) -> None:
        """Give a column so many times its width."""
        self._is_own = True
        header = self._view.horizontalHeader()
        header.resizeSection(
            section, max(header.minimumSectionSize(), round(header.sectionSize(section) * part))
        )

    def fit_column(self, section: int) -> None:
        """Make a column as wide as what it shows."""
        self._is_own = True
        self._view.resizeColumnToContents(section)

    def reset(self) -> None:
        """All columns as they first stood."""
        header = self._view.horizontalHeader()
        self._is_fitting = True
        self._view.pins.set(())
        try:
            for section in range(header.count()):
                header.moveSection(header.visualIndex(section), section)
        finally:
            self._is_fitting = False
        self._is_own = False
        self.fit()

    # -- remembering

    def _key(self) -> str:
        """Which columns a remembered header is of: with others it would hide the wrong ones."""
        return " ".join(column.key for column in self._columns)

    def view(self) -> dict[str, str]:
        """What to remember: nothing, where the columns fit by themselves."""
        if not self._is_own:
            return {}
        state = pack(self._view.horizontalHeader().saveState())
        keys = self._key().split(" ")
        pinned = " ".join(keys[section] for section in self._view.pins.sections)
        name = self._name
        return {f"{name}_columns": state, f"{name}_columns_of": self._key(), f"{name}_columns_pinned": pinned}

    def restore(self, view: Mapping[str, str]) -> None:
        """Put the columns as they were arranged."""
        name = self._name
        state = unpack(view.get(f"{name}_columns", ""))
        if view.get(f"{name}_columns_of") == self._key() and state:
            self._is_own = True
            self._view.horizontalHeader().restoreState(state)
            keys = self._key().split(" ")
            pinned = view.get(f"{name}_columns_pinned", "").split()
            self._view.pins.set(keys.index(key) for key in pinned if key in keys)
