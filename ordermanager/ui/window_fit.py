"""How small the window may become, and how its panes share it at first: by the size of the text, never by what is
shown, so that no page, language or account name pushes the window off a small screen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ordermanager.ui.main_window import MainWindow

USUAL_SIZES = (204, 730, 506)
"""Of a window of 1440 pixels with text of the usual size."""
_FOLDERS, _PAGES, _PANE = 18, 26, 36
"""The least widths in letters: together they fit 1024 pixels with text of 200 %. Below what they would like, pages
fold their columns and the form scrolls."""
_LEAST_LINES = 8


def letter(widget: QWidget | None = None) -> int:
    """The width of an average letter, in pixels, of a widget's or the application's text."""
    metrics = widget.fontMetrics() if widget is not None else QApplication.fontMetrics()
    return metrics.averageCharWidth()


def let_shrink(window: MainWindow) -> None:
    """Give the panes their least sizes instead of what their contents would like to have."""
    line = window.fontMetrics().lineSpacing()
    for part, letters in ((window.folders, _FOLDERS), (window.pages, _PAGES), (window.pane_place, _PANE)):
        part.setMinimumSize(letters * letter(window), _LEAST_LINES * line)


def first_sizes(window: MainWindow) -> tuple[int, ...]:
    """The panes' widths at the first start: the folders as wide as their names, the form as it needs."""
    folders, pages, pane = USUAL_SIZES
    wanted = max(folders, 26 * letter(window))
    return wanted, pages, max(pane, 64 * letter(window))
