"""Which columns the table of items shows in the room it has: what every item needs always, the rest where it fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ordermanager.ui.look.theme import SPACE, TIGHT
from ordermanager.ui.order_pane.items_model import COLUMNS, LINE_TOTAL

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTableView

    from ordermanager.ui.order_pane.items_model import ItemsModel

COMPACT = 32
"""Width of a link's column that shows only whether there is one."""
OPTIONAL = (LINE_TOTAL, "category", "description")
"""In the order in which they get room."""
_DIGITS = {"externalItemId": 8, "quantity": 4, "cost": 7, LINE_TOTAL: 8, "category": 12, "description": 20}
_LINKS = ("url", "imageUrl")
_LINK_DIGITS = 18
_NAME_DIGITS, _AT_LEAST = 12, 5
_LONGEST_ID, _LOOKED_AT = 16, 50


class ItemColumns:
    """Arranges the columns of one table. `show_all` is the user's wish, and costs a scroll bar."""

    def __init__(self, view: QTableView, model: ItemsModel) -> None:
        self._view = view
        self._model = model
        self._digit = 8
        self.is_all = False

    def show_all(self, on: bool) -> None:
        """Show every column, or those that fit."""
        self.is_all = on
        self.arrange()

    def arrange(self) -> None:
        """Spread the columns over the room that there is; the name takes what is left."""
        self._digit = self._view.fontMetrics().horizontalAdvance("0")
        room = self._view.viewport().width()
        widths = {name: self._width(name, digits) for name, digits in _DIGITS.items()}
        least = self._width("name", _NAME_DIGITS)
        fixed = ("externalItemId", "quantity", "cost")
        left = room - least - sum(widths[name] for name in fixed) - len(_LINKS) * COMPACT
        if left < 0:
            narrow = max(least + left, (_AT_LEAST + 2) * self._digit)
            left += least - narrow
            least = narrow
            widths["externalItemId"] += max(min(left, 0), _AT_LEAST * self._digit - widths["externalItemId"])
        more = min(max(self._id_width() - widths["externalItemId"], 0), max(left, 0))
        widths["externalItemId"] += more
        left -= more
        hidden = set()
        for name in OPTIONAL:
            fits = widths[name] <= left
            if fits:
                left -= widths[name]
            elif not self.is_all:
                hidden.add(name)
        wide = self._width("url", _LINK_DIGITS)
        is_wide = left >= len(_LINKS) * (wide - COMPACT)
        if is_wide:
            left -= len(_LINKS) * (wide - COMPACT)
        self._model.set_compact(() if is_wide else _LINKS)
        widths |= dict.fromkeys(_LINKS, wide if is_wide else COMPACT)
        widths["name"] = least + max(left, 0)
        for section, name in enumerate(COLUMNS):
            self._view.setColumnHidden(section, name in hidden)
            if name not in hidden and self._view.columnWidth(section) != widths[name]:
                self._view.setColumnWidth(section, widths[name])

    def _id_width(self) -> int:
        """What the ids of the first rows need, within reason: a cut id cannot be told from its neighbour."""
        column = COLUMNS.index("externalItemId")
        texts = (
            str(self._model.index(row, column).data() or "")
            for row in range(min(self._model.rowCount(), _LOOKED_AT))
        )
        metrics = self._view.fontMetrics()
        widest = max((metrics.horizontalAdvance(text[:_LONGEST_ID]) for text in texts), default=0)
        return widest + 2 * SPACE + TIGHT

    def _width(self, name: str, digits: int) -> int:
        metrics = self._view.fontMetrics()
        title = "" if name in _LINKS else self._model.title(name)
        return max(digits * self._digit, metrics.horizontalAdvance(title)) + 2 * SPACE
