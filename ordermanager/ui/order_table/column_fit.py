"""What the columns of the order table do with little room and with much."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ordermanager.ui.big_table.column_fit import ColumnFit
from ordermanager.ui.look.theme import SPACE
from ordermanager.ui.order_table.columns import CUSTOMER, MARK, STATE, TOTAL
from ordermanager.ui.order_table.delegate import sign_width

if TYPE_CHECKING:
    from ordermanager.ui.big_table import BigTableView

MATTERS = (MARK, STATE, "externalOrderId", CUSTOMER, TOTAL, "date", "status")
"""What gets room first, whatever place it has; where not all of these fit, states are shown by their signs."""
_FIRST = MATTERS[: MATTERS.index(TOTAL) + 1]
_CUSTOMER_GIVES = 0.25
"""The column of names gives way to the total, by no more than this part of its usual width."""
ELASTIC_GROWTH = 0.8
"""The column of names takes what room is left, but not more than so much of its usual width on top."""


class OrderColumnFit(ColumnFit):
    """Belongs to the order table."""

    def __init__(self, view: BigTableView) -> None:
        super().__init__(view, MATTERS, "order")

    def _usual_widths(self) -> dict[str, int]:
        widths = super()._usual_widths()
        if sum(widths[key] for key in MATTERS) > self._view.viewport().width():
            widths[STATE] = sign_width(self._view.fontMetrics()) - SPACE
        missing = sum(widths[key] for key in _FIRST) - self._view.viewport().width()
        if missing > 0:
            widths[CUSTOMER] -= min(missing, int(widths[CUSTOMER] * _CUSTOMER_GIVES))
        return widths

    def _share(self, shown: dict[str, int], left: int) -> None:
        if CUSTOMER in shown:
            shown[CUSTOMER] += min(left, int(shown[CUSTOMER] * ELASTIC_GROWTH))
