"""Every action of the window in one table: menus, tool bar, context menu, empty states and shortcut sheet
read it."""

from __future__ import annotations

from ordermanager.ui.actions.menus import edit_menu, file_menu, help_menu, order_menu, send_menu, view_menu
from ordermanager.ui.actions.specs import MENU_TITLES, ActionSpec, Menu, Need

__all__ = ["ACTIONS", "MENU_TITLES", "ActionSpec", "Menu", "Need"]

ACTIONS: tuple[ActionSpec, ...] = (
    *file_menu.ACTIONS,
    *edit_menu.ACTIONS,
    *order_menu.ACTIONS,
    *send_menu.ACTIONS,
    *view_menu.ACTIONS,
    *help_menu.ACTIONS,
)
