"""The actions of the Edit menu."""

from __future__ import annotations

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP
from ordermanager.ui.actions.specs import ActionSpec, Menu, Need, needs

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "undo",
        QT_TRANSLATE_NOOP("Actions", "Undo"),
        "Ctrl+Z",
        "undo",
        QT_TRANSLATE_NOOP("Actions", "Take the last change back"),
        Menu.EDIT,
        needs(Need.UNDO),
    ),
    ActionSpec(
        "redo",
        QT_TRANSLATE_NOOP("Actions", "Redo"),
        "Ctrl+Shift+Z",
        "redo",
        QT_TRANSLATE_NOOP("Actions", "Do again what was taken back"),
        Menu.EDIT,
        needs(Need.REDO),
        more_shortcuts=("Ctrl+Y",),
    ),
    ActionSpec(
        "paste",
        QT_TRANSLATE_NOOP("Actions", "Paste"),
        "Ctrl+V",
        "paste",
        QT_TRANSLATE_NOOP(
            "Actions",
            "Paste copied cells into the list, after a look at what changes; import a table or JSON",
        ),
        Menu.EDIT,
        group=1,
    ),
    ActionSpec(
        "copy",
        QT_TRANSLATE_NOOP("Actions", "Copy as table"),
        "Ctrl+C",
        "copy",
        QT_TRANSLATE_NOOP("Actions", "Copy the selected rows, to paste into a spreadsheet"),
        Menu.EDIT,
        needs(Need.LIST, Need.SOME),
        group=1,
    ),
    ActionSpec(
        "copy_json",
        QT_TRANSLATE_NOOP("Actions", "Copy as JSON"),
        "Ctrl+Shift+C",
        "json",
        QT_TRANSLATE_NOOP(
            "Actions", "Copy the JSON of what is selected: orders as they would be sent, events as they were"
        ),
        Menu.EDIT,
        needs(Need.LIST, Need.SOME),
        group=1,
    ),
    ActionSpec(
        "fill_down",
        QT_TRANSLATE_NOOP("Actions", "Fill down"),
        "Ctrl+J",
        "",
        QT_TRANSLATE_NOOP("Actions", "Give the other selected rows the first one's value in this column"),
        Menu.EDIT,
        needs(Need.ORDERS_PAGE, Need.SOME),
        group=1,
    ),
    ActionSpec(
        "search",
        QT_TRANSLATE_NOOP("Actions", "Search"),
        "Ctrl+F",
        "search",
        QT_TRANSLATE_NOOP("Actions", "Find orders by id, name, e-mail, phone, item or address"),
        Menu.EDIT,
        group=2,
    ),
    ActionSpec(
        "filter",
        QT_TRANSLATE_NOOP("Actions", "Filter"),
        "Ctrl+Shift+F",
        "filter",
        QT_TRANSLATE_NOOP("Actions", "Go to the filters above the list"),
        Menu.EDIT,
        needs(Need.LIST),
        group=2,
    ),
    ActionSpec(
        "replace",
        QT_TRANSLATE_NOOP("Actions", "Find and replace…"),
        "Ctrl+H",
        "search",
        QT_TRANSLATE_NOOP(
            "Actions", "Replace a text in the orders of this list, and see first what would change"
        ),
        Menu.EDIT,
        needs(Need.ORDERS_PAGE),
        group=2,
    ),
    ActionSpec(
        "palette",
        QT_TRANSLATE_NOOP("Actions", "Find a command or an order…"),
        "Ctrl+K",
        "search",
        QT_TRANSLATE_NOOP("Actions", "Type a few letters of what to do, where to go, or which order to see"),
        Menu.EDIT,
        group=2,
    ),
)
