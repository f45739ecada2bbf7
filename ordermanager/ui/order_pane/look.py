"""What the pane's own controls look like, in the theme's colours: segments, cards, small buttons beside findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

from ordermanager.ui.theme import colours

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ordermanager.ui.theme import Colours


def pane_sheet(c: Colours) -> str:
    """The style sheet of the order pane and of the dialogs' shared parts."""
    return f"""
QPushButton[segment] {{ border: 1px solid {c.strong_line}; border-radius: 6px; padding: 4px 7px;
  background: {c.base}; color: {c.text}; }}
QPushButton[segment]:hover {{ background: {c.hover}; }}
QPushButton[segment]:checked {{ background: {c.selection}; color: {c.selection_text}; border-color: {c.accent}; }}
QPushButton[segment]:focus {{ border: 1px solid {c.accent}; }}
QPushButton[segment]:checked:focus {{ border: 2px solid {c.accent}; padding: 3px 6px; }}
QPushButton[segment][finding="error"] {{ border-color: {c.error}; }}
QPushButton[role="proposal"] {{ border: 1px solid {c.line}; border-radius: 4px; background: {c.base}; color: {c.accent};
  padding: 1px 8px; text-align: left; }}
QPushButton[role="proposal"]:hover {{ background: {c.hover}; }}
QPushButton[role="proposal"]:focus {{ border-color: {c.accent}; }}
QToolButton[role="section"] {{ border: 1px solid transparent; border-radius: 4px; padding: 3px 6px 3px 0;
  font-weight: 600; }}
QToolButton[role="section"]:checked {{ background: transparent; color: {c.text}; }}
QToolButton[role="section"]:hover {{ background: {c.hover}; }}
QToolButton[role="section"]:focus {{ border-color: {c.accent}; }}
QFrame[role="findings"] {{ border: 1px solid {c.line}; border-radius: 8px; background: {c.base}; }}
QFrame[role="note"] {{ border: 0; border-radius: 6px; background: {c.hover}; }}
QTableView[role="grid"], QTreeView[role="grid"], QListView[role="grid"] {{ border: 1px solid {c.strong_line};
  border-radius: 6px; }}
QListView#settings-pages {{ background: {c.panel}; padding: 10px 8px; border-right: 1px solid {c.line}; }}
QListView#settings-pages::item {{ padding: 2px 8px; border-radius: 6px; }}
QListView#settings-pages::item:hover {{ background: {c.hover}; }}
QListView#settings-pages::item:selected {{ background: {c.selection}; color: {c.selection_text}; }}
QTreeView[role="grid"]::item {{ padding: 2px 4px; }}
QListView[role="plain"] {{ background: transparent; }}
QListView[role="grid"]::item {{ padding: 5px 6px; }}
QTableView[role="grid"]::item {{ padding: 0 4px; }}
QTableView[role="grid"]:focus {{ border-color: {c.accent}; }}
"""


class PaneLook(QObject):
    """Keeps the pane's style sheet in step with the theme. Belongs to the widget that it dresses."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        widget.installEventFilter(self)
        self._apply()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Override QObject::eventFilter: another palette means another theme."""
        if watched is self._widget and event.type() == QEvent.Type.PaletteChange:
            self._apply()
        return False

    def _apply(self) -> None:
        sheet = pane_sheet(colours())
        if sheet != self._widget.styleSheet():
            self._widget.setStyleSheet(sheet)
