"""Which columns are shown and how wide: by themselves what fits the window, until a person arranges them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from ordermanager.ui.order_table.columns import CUSTOMER, MARK, STATE, TOTAL
from ordermanager.ui.order_table.delegate import sign_width
from ordermanager.ui.theme import SPACE
from ordermanager.ui.view_state import pack, unpack

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ordermanager.ui.big_table import BigTableView
    from ordermanager.ui.big_table.header import BigTableHeader

MATTERS = (MARK, STATE, "externalOrderId", CUSTOMER, TOTAL, "date", "status")
"""What gets room first, whatever place it has; where not all of these fit, states are shown by their signs."""
ELASTIC_GROWTH = 0.8
"""The column of names takes what room is left, but not more than so much of its usual width on top."""


class ColumnFit(QObject):
    """Belongs to a table. Resizing, moving or hiding a column by hand ends the automatic fit; `reset` brings it
    back."""

    def __init__(self, view: BigTableView) -> None:
        super().__init__(view)
        self._view = view
        self._is_fitting = False
        self._is_own = False
        header = view.horizontalHeader()
        header.sectionResized.connect(lambda *_: self._keep())
        header.sectionMoved.connect(lambda *_: self._keep())

    @property
    def _columns(self) -> tuple[object, ...]:
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
        view = self._view
        keys = [str(getattr(column, "key", "")) for column in self._columns]
        widths = {key: view.usual_width(section) for section, key in enumerate(keys)}
        if sum(widths[key] for key in MATTERS) > room:
            widths[STATE] = sign_width(view.fontMetrics()) - SPACE
        ranks = [*MATTERS, *(key for key in keys if key not in MATTERS)]
        extra = {
            key for key, column in zip(keys, self._columns, strict=True) if getattr(column, "is_extra", False)
        }
        shown, left = set(), room
        for key in ranks:
            if key in extra or widths[key] > left:
                break
            shown.add(key)
            left -= widths[key]
        if CUSTOMER in shown:
            widths[CUSTOMER] += min(left, int(widths[CUSTOMER] * ELASTIC_GROWTH))
        for section, key in enumerate(keys):
            view.setColumnHidden(section, key not in shown)
            if key in shown:
                view.setColumnWidth(section, widths[key])

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
        return " ".join(str(getattr(column, "key", "")) for column in self._columns)

    def view(self) -> dict[str, str]:
        """What to remember: nothing, where the columns fit by themselves."""
        if not self._is_own:
            return {}
        state = pack(self._view.horizontalHeader().saveState())
        keys = self._key().split(" ")
        pinned = " ".join(keys[section] for section in self._view.pins.sections)
        return {"order_columns": state, "order_columns_of": self._key(), "order_columns_pinned": pinned}

    def restore(self, view: Mapping[str, str]) -> None:
        """Put the columns as they were arranged."""
        state = unpack(view.get("order_columns", ""))
        if view.get("order_columns_of") == self._key() and not state.isEmpty():
            self._is_own = True
            self._view.horizontalHeader().restoreState(state)
            keys = self._key().split(" ")
            pinned = view.get("order_columns_pinned", "").split()
            self._view.pins.set(keys.index(key) for key in pinned if key in keys)
