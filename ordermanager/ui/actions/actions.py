"""Makes the QActions of `action_table`, keeps them enabled or not, and builds menus from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QKeyCombination, QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from ordermanager.ui.actions.specs import why_not
from ordermanager.ui.actions.table import ACTIONS, MENU_TITLES, ActionSpec, Menu, Need
from ordermanager.ui.controls.plain import set_plain_tooltip
from ordermanager.ui.look.icons import name_icon, set_icon
from ordermanager.ui.mnemonics import keys_here, underline

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable


_ROLES = {
    "about": QAction.MenuRole.AboutRole,
    "settings": QAction.MenuRole.PreferencesRole,
    "quit": QAction.MenuRole.QuitRole,
}
"""What macOS has in the program's own menu. Without a role it would go by the text, which is English to it."""


class Actions(QObject):
    """The actions by id. They belong to the window, so that their shortcuts work wherever the keyboard is.

    Tool tips, menus and the icons in them are seen first when somebody does something: `complete` makes them.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._actions: dict[str, QAction] = {}
        self._reasons: dict[str, str] = {}
        self._hold: frozenset[Need] | None = None
        self._menus: dict[Menu, QMenu] = {}
        self._is_complete = False
        for spec in ACTIONS:
            self._actions[spec.id] = self._make(spec, window)

    def __getitem__(self, action_id: str) -> QAction:
        return self._actions[action_id]

    def _make(self, spec: ActionSpec, window: QWidget) -> QAction:
        action = QAction(_translate(spec.text), window)
        action.setObjectName(spec.id)
        keys = [key for key in (spec.shortcut, *spec.more_shortcuts) if key]
        action.setShortcuts([QKeySequence(keys_here(key)) for key in keys])
        action.setMenuRole(_ROLES.get(spec.id, QAction.MenuRole.NoRole))
        action.setCheckable(spec.is_checkable)
        if spec.icon:
            name_icon(action, spec.icon)
        window.addAction(action)
        return action

    def complete(self) -> None:
        """Make what is not there from the start."""
        self._is_complete = True
        for spec in ACTIONS:
            self._show_tip(spec)
            if spec.icon:
                set_icon(self._actions[spec.id], spec.icon)
        for kind, menu in self._menus.items():
            menu.setToolTipsVisible(True)
            self._fill(menu, [spec for spec in ACTIONS if spec.menu is kind])
        underline(self._menus.values())

    def with_icon(self, action_id: str) -> QAction:
        """One whose icon is seen from the start."""
        action = self._actions[action_id]
        set_icon(action, next(spec.icon for spec in ACTIONS if spec.id == action_id))
        return action

    def _show_tip(self, spec: ActionSpec) -> None:
        # No status tip: it would push the sending progress out of the status bar, and the tool tip says the same.
        action, tip = self._actions[spec.id], _translate(spec.tip)
        if shown := action.shortcut().toString(QKeySequence.SequenceFormat.NativeText):
            tip = f"{tip} ({shown})"
        reason = self.why_not(spec.id)
        set_plain_tooltip(action, f"{tip}\n{reason}" if reason else tip)

    def set_conditions(self, hold: Collection[Need]) -> None:
        """Enable exactly those actions whose needs all hold; the tool tips of the others say what is missing."""
        if self._hold == frozenset(hold):
            return
        self._hold = frozenset(hold)
        for spec in ACTIONS:
            reason = why_not(spec, hold)
            if reason != self._reasons.get(spec.id, ""):
                self._reasons[spec.id] = reason
                self._actions[spec.id].setEnabled(not reason)
                if self._is_complete:
                    self._show_tip(spec)

    def why_not(self, action_id: str) -> str:
        """Why an action cannot be done now, for people; empty where it can."""
        reason = self._reasons.get(action_id, "")
        return _translate(reason) if reason else ""

    def why_not_keys(self, keys: QKeyCombination) -> str:
        """Why pressing these keys does nothing, where they are an action's that cannot be done now."""
        pressed = QKeySequence(keys)
        for action_id in self._reasons:
            if pressed in self._actions[action_id].shortcuts() and (reason := self.why_not(action_id)):
                return reason
        return ""

    def name_undo(self, undo: str, redo: str) -> None:
        """Say in the menu what would be undone and done again."""
        for action_id, what in (("undo", undo), ("redo", redo)):
            spec = next(spec for spec in ACTIONS if spec.id == action_id)
            text = _translate(spec.text)
            self._actions[action_id].setText(f"{text}: {what}".replace("&", "&&") if what else text)

    def fill_menu_bar(self, bar: QMenuBar) -> None:
        """The menus of the menu bar; `complete` fills each with its actions in groups."""
        self._menus = {kind: bar.addMenu(_translate(title)) for kind, title in MENU_TITLES.items()}

    def context_menu(self, parent: QWidget) -> QMenu:
        """What can be done with the selected orders."""
        menu = QMenu(parent)
        menu.setToolTipsVisible(True)
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
    return QKeySequence(keys_here(key)).toString(QKeySequence.SequenceFormat.NativeText)


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
