"""Where the keyboard is: F6 goes round the message and the panes, Ctrl+F to the search of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QToolButton, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QStackedWidget

    from ordermanager.ui.shell.folder_list import FolderList
    from ordermanager.ui.shell.messages import MessageBar


class Page(Protocol):
    """What a page offers the keyboard; a page without a search field has none."""

    def focus_list(self) -> None:
        """Put the keyboard into the list of the page."""


class Keyboard:
    """Moves the focus between folders, page and the place of the order pane."""

    def __init__(
        self,
        messages: MessageBar,
        folders: FolderList,
        pages: QStackedWidget,
        pane: QWidget,
        focus_pane: Callable[[], None],
    ) -> None:
        self._messages = messages
        self._folders = folders
        self._pages = pages
        self._pane = pane
        self._focus_pane = focus_pane

    @property
    def is_in_pane(self) -> bool:
        """Whether someone writes in the order pane."""
        return _has_focus(self._pane)

    def go(self, step: int) -> None:
        """To the next pane (1) or the one before (-1); a message with a button is one while it is shown."""
        parts: list[QWidget] = [self._folders, self._pages]
        if self._pane.isVisible():
            parts.append(self._pane)
        if self._messages.has_button:
            parts.insert(0, self._messages)
        here = next((number for number, part in enumerate(parts) if _has_focus(part)), 0)
        target = parts[(here + step) % len(parts)]
        if target is self._messages:
            self._messages.take_keys()
        elif target is self._pane:
            self._focus_pane()
        elif target is self._folders:
            self._folders.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.go_to_list()

    def go_to_list(self) -> None:
        """To the list of the page that is shown."""
        cast("Page", self._pages.currentWidget()).focus_list()

    def go_to_search(self) -> None:
        """To the search field of the page, with its text selected."""
        page = self._pages.currentWidget()
        search = getattr(page, "search", None)
        if isinstance(search, QLineEdit):
            search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            search.selectAll()


def press_focused() -> bool:
    """Press the button that has the keys, which Qt leaves to the space bar outside of dialogs; False: none has them."""
    focus = QApplication.focusWidget()
    if isinstance(focus, QToolButton) and focus.popupMode() is QToolButton.ToolButtonPopupMode.InstantPopup:
        focus.menu().popup(focus.mapToGlobal(focus.rect().bottomLeft()))
    elif isinstance(focus, QPushButton | QToolButton):
        focus.click()
    else:
        return False
    return True


def _has_focus(part: QWidget) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and (part is focus or part.isAncestorOf(focus))
