"""Where the pages of tabs belong before they are tabs."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QTabWidget, QWidget


def page_parent(tabs: QTabWidget) -> QWidget:
    """The widget that will hold the pages of `tabs`: a page made with this parent is not moved when it becomes a tab. A
    widget that moves is styled anew with all that is in it, and so is each page in the page: what is made with its
    parent at hand opens in half the time."""
    inside = tabs.findChild(QStackedWidget, "qt_tabwidget_stackedwidget")
    return inside if inside is not None else tabs
