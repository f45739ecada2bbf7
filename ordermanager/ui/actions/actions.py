"""Makes the QActions of `action_table`, keeps them enabled or not, and builds menus from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from ordermanager.ui.actions.table import ACTIONS, MENU_TITLES, ActionSpec, Menu, Need
from ordermanager.ui.controls.plain import set_plain_tooltip
from ordermanager.ui.look.icons import set_icon
from ordermanager.ui.mnemonics import underline

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable


class Actions(QObject):
    """The actions by id. They belong to the window, so that their shortcuts work wherever the keyboard is."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._actions: dict[str, QAction] = {}
        for spec in ACTIONS:
            self._actions[spec.id] = self._make(spec, window)

    def __getitem__(self, action_id: str) -> QAction:
        return self._actions[action_id]

    def _make(self, spec: ActionSpec, window: QWidget) -> QAction:
        action = QAction(_translate(spec.text), window)
        action.setObjectName(spec.id)
        keys = [key for key in (spec.shortcut, *spec.more_shortcuts) if key]
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setCheckable(spec.is_checkable)
        tip = _translate(spec.tip)
        shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        set_plain_tooltip(action, f"{tip} ({shown})" if shown else tip)
        # No status tip: it would push the sending progress out of the status bar, and the tool tip says the same.
        if spec.icon:
            set_icon(action, spec.icon)
        window.addAction(action)
        return action

    def set_conditions(self, hold: Collection[Need]) -> None:
        """Enable exactly those actions whose needs all hold."""
        for spec in ACTIONS:
            self._actions[spec.id].setEnabled(spec.needs.issubset(hold))

    def name_undo(self, undo: str, redo: str) -> None:
        """Say in the menu what would be undone and done again."""
        for action_id, what in (("undo", undo), ("redo", redo)):
            spec = next(spec for spec in ACTIONS if spec.id == action_id)
            text = _translate(spec.text)
            self._actions[action_id].setText(f"{text}: {what}".replace("&", "&&") if what else text)

    def fill_menu_bar(self, bar: QMenuBar) -> dict[Menu, QMenu]:
        """The menus of the menu bar, each with its actions in groups."""
        menus: dict[Menu, QMenu] = {}
        for kind, title in MENU_TITLES.items():
            menu = bar.addMenu(_translate(title))
            menus[kind] = menu
            self._fill(menu, [spec for spec in ACTIONS if spec.menu is kind])
        underline(menus.values())
        return menus

    def context_menu(self, parent: QWidget) -> QMenu:
        """What can be done with the selected orders."""
        menu = QMenu(parent)
        self._fill(menu, [spec for spec in ACTIONS if spec.menu is Menu.ORDER])
        menu.addSeparator()
        menu.addAction(self["copy"])
        underline([menu])
        return menu

    def _fill(self, menu: QMenu, specs: Iterable[ActionSpec]) -> None:
        group = None
        for spec in specs:
            if group is not None and spec.group != group:
                menu.addSeparator()
            group = spec.group
            menu.addAction(self._actions[spec.id])


def _translate(text: str) -> str:
    return QCoreApplication.translate("Actions", text)


def _native(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def sections() -> list[tuple[str, list[tuple[str, str]]]]:
    """For the shortcut sheet: each menu's title with its (text, keys)."""
    result = []
    for kind, title in MENU_TITLES.items():
        lines = [
            (_translate(spec.text), ", ".join(_native(key) for key in (spec.shortcut, *spec.more_shortcuts)))
            for spec in ACTIONS
            if spec.menu is kind and spec.shortcut
        ]
        result.append((_translate(title).replace("&", ""), lines))
    return result
