"""The actions of the View menu."""

from __future__ import annotations

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP
from ordermanager.ui.actions.specs import ActionSpec, Menu, Need, needs

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "next_pane",
        QT_TRANSLATE_NOOP("Actions", "Next pane"),
        "F6",
        "",
        QT_TRANSLATE_NOOP("Actions", "Move the keyboard between folders, list and order"),
        Menu.VIEW,
        group=1,
    ),
    ActionSpec(
        "previous_pane",
        QT_TRANSLATE_NOOP("Actions", "Previous pane"),
        "Shift+F6",
        "",
        QT_TRANSLATE_NOOP("Actions", "The same, the other way round"),
        Menu.VIEW,
        group=1,
    ),
    ActionSpec(
        "show_pane",
        QT_TRANSLATE_NOOP("Actions", "Show the order pane"),
        "F4",
        "card",
        QT_TRANSLATE_NOOP("Actions", "Show or hide the pane on the right"),
        Menu.VIEW,
        group=2,
        is_checkable=True,
    ),
    ActionSpec(
        "keep_list",
        QT_TRANSLATE_NOOP("Actions", "Keep this list as a folder"),
        "Ctrl+Shift+K",
        "filter",
        QT_TRANSLATE_NOOP(
            "Actions", "Folder, search, filters and sorting as they are now, under a name of your own"
        ),
        Menu.VIEW,
        needs(Need.LIST),
        group=2,
    ),
    ActionSpec(
        "column_menu",
        QT_TRANSLATE_NOOP("Actions", "Menu of this column"),
        "Ctrl+Shift+H",
        "",
        QT_TRANSLATE_NOOP(
            "Actions",
            "Sort by the current column, narrow, pin or hide it, and choose which columns are shown",
        ),
        Menu.VIEW,
        needs(Need.COLUMNS),
        group=2,
    ),
    ActionSpec(
        "pin_column",
        QT_TRANSLATE_NOOP("Actions", "Pin or unpin this column"),
        "Ctrl+Shift+B",
        "pin",
        QT_TRANSLATE_NOOP(
            "Actions", "Keep the current column at the left while the others scroll, or let it go"
        ),
        Menu.VIEW,
        needs(Need.COLUMNS),
        group=2,
    ),
    ActionSpec(
        "reset_columns",
        QT_TRANSLATE_NOOP("Actions", "Columns as at first"),
        "",
        "imports",
        QT_TRANSLATE_NOOP("Actions", "Show the columns that fit, in their first order and width"),
        Menu.VIEW,
        needs(Need.COLUMNS),
        group=2,
    ),
    ActionSpec(
        "theme",
        QT_TRANSLATE_NOOP("Actions", "Switch light and dark"),
        "Ctrl+Shift+L",
        "moon",
        QT_TRANSLATE_NOOP("Actions", "Change between the light and the dark look"),
        Menu.VIEW,
        group=2,
    ),
)
