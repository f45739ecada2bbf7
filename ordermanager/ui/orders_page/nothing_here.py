"""What stands in the place of a list without orders, and the way on from there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from ordermanager.domain.states import Folder
from ordermanager.ui.orders_page.empty_texts import empty_text, nothing_found, nothing_passes

if TYPE_CHECKING:
    from ordermanager.store.orders.query import OrderQuery
    from ordermanager.ui.actions.actions import Actions
    from ordermanager.ui.controls.empty_state import EmptyState


class NothingHere(QObject):
    """Belongs to the empty page. `clear_asked`: without the filters; `everywhere_asked`: the words in all orders."""

    clear_asked = Signal()
    everywhere_asked = Signal()

    def __init__(self, empty: EmptyState, actions: Actions) -> None:
        super().__init__(empty)
        self._empty = empty
        self._actions = actions
        self._clear = self._button(self.tr("Clear filters"), "filter")
        self._clear.triggered.connect(self.clear_asked)
        self._everywhere = self._button(self.tr("Search in all orders"), "search")
        self._everywhere.triggered.connect(self.everywhere_asked)

    def _button(self, text: str, icon: str) -> QAction:
        action = QAction(text, self)
        action.setProperty("iconName", icon)
        return action

    def show_for(self, query: OrderQuery, *, workspace_is_empty: bool) -> None:
        """Say why this question finds nothing."""
        buttons: list[QAction] = []
        if not query.filters.is_empty:
            text = nothing_passes()
            buttons.append(self._clear)
        elif query.search:
            text = nothing_found(query.search, query.folder)
            if query.folder is not Folder.ALL:
                buttons.append(self._everywhere)
        else:
            text = empty_text(query.folder, workspace_is_empty=workspace_is_empty)
            buttons.extend(self._actions[action_id] for action_id in text.actions)
        self._empty.show_state(text.picture, text.heading, text.text, buttons)
