"""Keys on a Mac, and in the menus that a Mac moves."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from ordermanager.ui.actions.actions import Actions
from ordermanager.ui.mnemonics import as_written, keys_here


@pytest.mark.parametrize(
    ("text", "on_a_mac"),
    [
        ("Remove this item (Ctrl+Delete)", "Remove this item (⌘Delete)"),
        ("Ctrl+1 … Ctrl+8", "⌘1 … ⌘8"),
        ("Ctrl+Shift+Z, Ctrl+Alt+C", "⇧⌘Z, ⌥⌘C"),
        ("Alt+↑", "⌥↑"),
        ("F2", "F2"),
        ("Control+", "Control+"),
    ],
)
def test_keys_are_named_as_on_the_keyboard(text: str, on_a_mac: str) -> None:
    assert as_written(text, mac=True) == on_a_mac
    assert as_written(text, mac=False) == text


def test_no_key_of_ours_hides_the_program_on_a_mac() -> None:
    assert keys_here("Ctrl+H", mac=True) == "Ctrl+Alt+F"
    assert keys_here("Ctrl+H", mac=False) == "Ctrl+H"
    assert keys_here("Ctrl+J", mac=True) == "Ctrl+J"


def test_a_mac_moves_three_actions_and_no_other(qtbot) -> None:
    """By their role: by their text it would take whatever begins like one of them, and none in Ukrainian."""
    window = QWidget()
    qtbot.addWidget(window)
    actions = Actions(window)
    roles = {action.objectName(): action.menuRole() for action in window.actions()}
    moved = {name: role for name, role in roles.items() if role is not QAction.MenuRole.NoRole}
    assert moved == {
        "about": QAction.MenuRole.AboutRole,
        "settings": QAction.MenuRole.PreferencesRole,
        "quit": QAction.MenuRole.QuitRole,
    }
    assert actions["quit"].menuRole() is QAction.MenuRole.QuitRole
