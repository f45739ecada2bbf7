"""How small the window may become, and how its panes share it at first: by the size of the text, never by what is
shown, so that no page, language or account name pushes the window off a small screen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ordermanager.ui.shell.main_window import MainWindow

USUAL_SIZES = (204, 730, 506)
"""Of a window of 1440 pixels with text of the usual size."""
_FOLDERS, _PAGES, _PANE = 8, 34, 36
"""The least widths in letters: together they fit 1024 pixels with text of 200 %. Below what they would like, pages
fold their columns and the form scrolls."""
_WIDTH = "widthBefore"
_LEAST_LINES = 8
_UNLIMITED = 16777215
"""Qt's QWIDGETSIZE_MAX."""
_ROOMY = 108
"""In letters: in a window that is narrower the folders are shown by their icons and counts."""
_LIST = 71
"""In letters: so wide the list shows sign, ID, customer and total of an order. The form gives way for that …"""
_FORM_GIVES = 0.22
"""… by no more than this part of its usual width."""


def letter(widget: QWidget | None = None) -> int:
    """The width of an average letter, in pixels, of a widget's or the application's text."""
    metrics = widget.fontMetrics() if widget is not None else QApplication.fontMetrics()
    return metrics.averageCharWidth()


def let_shrink(window: MainWindow) -> None:
    """Give the panes their least sizes instead of what their contents would like to have."""
    line = window.fontMetrics().lineSpacing()
    for part, letters in ((window.folders, _FOLDERS), (window.pages, _PAGES), (window.pane_place, _PANE)):
        part.setMinimumSize(letters * letter(window), _LEAST_LINES * line)
    FoldersFold(window)


class FoldersFold(QObject):
    """Belongs to the list. Narrows the list of folders where the window is narrow, and widens it again as it was. The
    form gives way to the list of orders until someone moves a handle."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window.folders)
        self._window = window
        self._wide = 0
        window.installEventFilter(self)
        window.splitter.splitterMoved.connect(self._on_moved)
        if window.isVisible():  # its parts are made anew; else the first size comes when it is shown
            self._fold()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Override QObject::eventFilter."""
        kind = event.type()
        if kind == QEvent.Type.Resize:
            self._fold()
        if kind in (QEvent.Type.Resize, QEvent.Type.Show) and not self._window.panes_are_own:
            self._fit_form()
        return False

    def _fold(self) -> None:
        folders = self._window.folders
        is_narrow = self._window.width() < _ROOMY * letter(self._window)
        is_folded = folders.maximumWidth() < _UNLIMITED
        if is_narrow and not is_folded:
            self._wide = folders.width()
            folders.setFixedWidth(folders.narrow_width)
            self._share(folders.narrow_width)
        elif is_folded and not is_narrow:
            folders.setMinimumWidth(_FOLDERS * letter(self._window))
            folders.setMaximumWidth(_UNLIMITED)
            self._share(max(self._wide, USUAL_SIZES[0]))

    def _on_moved(self) -> None:
        self._window.panes_are_own = True

    def _fit_form(self) -> None:
        splitter = self._window.splitter
        if self._window.pane_place.isHidden() or not self._window.isVisible():  # without a layout yet
            return
        splitter.resize(self._window.width(), splitter.height())  # as it will be in a moment
        folders = splitter.sizes()[0]
        if self._window.folders.maximumWidth() == _UNLIMITED:
            folders = first_sizes(self._window)[0]
        form = _form_width(self._window, folders)
        wanted = [folders, max(1, sum(splitter.sizes()) - folders - form), form]
        if wanted != splitter.sizes():
            splitter.setSizes(wanted)

    def _share(self, width: int) -> None:
        """Give the list this width, and the page what is left or missing then."""
        splitter = self._window.splitter
        sizes = splitter.sizes()
        splitter.setSizes([width, max(1, sizes[1] + sizes[0] - width), *sizes[2:]])


def show_pane(window: MainWindow, *, is_shown: bool) -> None:
    """Show or hide the order pane at the cost of the page beside it: the folders stay as wide as they are."""
    place, splitter = window.pane_place, window.splitter
    if place.isHidden() != is_shown:
        return
    folders, pages, pane = splitter.sizes()
    if is_shown:
        before = int(place.property(_WIDTH) or 0) if window.panes_are_own else 0
        pane = before or _form_width(window, folders)
        place.show()
        splitter.setSizes([folders, max(1, pages - pane), pane])
    else:
        place.setProperty(_WIDTH, pane)
        place.hide()
        splitter.setSizes([folders, pages + pane, 0])


def first_sizes(window: MainWindow) -> tuple[int, ...]:
    """The panes' widths at the first start: the folders as wide as their names, the form as it needs."""
    folders, pages, _ = USUAL_SIZES
    wanted = max(folders, 26 * letter(window))
    return wanted, pages, _form_width(window, wanted)


def _form_width(window: MainWindow, folders: int) -> int:
    """What the form takes beside a list of folders of this width."""
    usual = max(USUAL_SIZES[2], 64 * letter(window))
    left = window.width() - folders - _LIST * letter(window)
    return max(round(usual * (1 - _FORM_GIVES)), min(usual, left))
