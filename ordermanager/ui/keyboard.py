"""Where the keyboard is: F6 goes round the panes, Ctrl+F to the search of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from ordermanager.ui.history import HistoryPage
from ordermanager.ui.imports_page import ImportsPage
from ordermanager.ui.insights_page import InsightsPage
from ordermanager.ui.orders_page import OrdersPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStackedWidget

    from ordermanager.ui.folder_list import FolderList
    from ordermanager.ui.order_pane import OrderPane


class Keyboard:
    """Moves the focus between folders, page and order pane."""

    def __init__(self, folders: FolderList, pages: QStackedWidget, pane: OrderPane) -> None:
        self._folders = folders
        self._pages = pages
        self._pane = pane

    @property
    def is_in_pane(self) -> bool:
        """Whether someone writes in the order pane."""
        return _has_focus(self._pane)

    def go(self, step: int) -> None:
        """To the next pane (1) or the one before (-1)."""
        parts: list[QWidget] = [self._folders, self._pages]
        if self._pane.isVisible():
            parts.append(self._pane)
        here = next((number for number, part in enumerate(parts) if _has_focus(part)), 0)
        target = parts[(here + step) % len(parts)]
        if target is self._pane:
            self._pane.focus_form()
        elif target is self._folders:
            self._folders.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.go_to_list()

    def go_to_list(self) -> None:
        """To the list of the page that is shown."""
        page = self._pages.currentWidget()
        if isinstance(page, OrdersPage):
            page.focus_list()
        elif isinstance(page, HistoryPage | ImportsPage):
            page.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif isinstance(page, InsightsPage):
            page.rfm_part.rfm.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go_to_search(self) -> None:
        """To the search field of the page, with its text selected."""
        page = self._pages.currentWidget()
        if isinstance(page, OrdersPage | HistoryPage):
            page.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            page.search.selectAll()


def _has_focus(part: QWidget) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and (part is focus or part.isAncestorOf(focus))
