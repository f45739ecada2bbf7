"""The actions of the File menu."""

from __future__ import annotations

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP
from ordermanager.ui.action_specs import ActionSpec, Menu, Need, needs

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "new",
        QT_TRANSLATE_NOOP("Actions", "New order"),
        "Ctrl+N",
        "order-new",
        QT_TRANSLATE_NOOP("Actions", "Begin a new order"),
        Menu.FILE,
    ),
    ActionSpec(
        "import",
        QT_TRANSLATE_NOOP("Actions", "Import…"),
        "Ctrl+I",
        "import",
        QT_TRANSLATE_NOOP("Actions", "Bring in orders from a CSV, Excel, OpenDocument or JSON file"),
        Menu.FILE,
        group=1,
    ),
    ActionSpec(
        "export",
        QT_TRANSLATE_NOOP("Actions", "Export this list…"),
        "Ctrl+E",
        "export",
        QT_TRANSLATE_NOOP("Actions", "Write the orders of this list to a CSV, Excel or JSON file"),
        Menu.FILE,
        needs(Need.LIST),
        group=1,
    ),
    ActionSpec(
        "pdf",
        QT_TRANSLATE_NOOP("Actions", "Save the order as PDF…"),
        "Ctrl+Shift+P",
        "file",
        QT_TRANSLATE_NOOP("Actions", "The order, its time line and what was sent, on pages to give away"),
        Menu.FILE,
        needs(Need.CURRENT_ORDER),
        group=1,
    ),
    ActionSpec(
        "print",
        QT_TRANSLATE_NOOP("Actions", "Print the order…"),
        "Ctrl+P",
        "file",
        QT_TRANSLATE_NOOP("Actions", "Print the order, its time line and what was sent"),
        Menu.FILE,
        needs(Need.CURRENT_ORDER),
        group=1,
    ),
    ActionSpec(
        "backup",
        QT_TRANSLATE_NOOP("Actions", "Make a backup"),
        "",
        "backup",
        QT_TRANSLATE_NOOP("Actions", "Copy the whole workspace to its backup folder now"),
        Menu.FILE,
        group=2,
    ),
    ActionSpec(
        "backups",
        QT_TRANSLATE_NOOP("Actions", "Backups…"),
        "",
        "backup",
        QT_TRANSLATE_NOOP("Actions", "See the backups, and go back to one"),
        Menu.FILE,
        group=2,
    ),
    ActionSpec(
        "settings",
        QT_TRANSLATE_NOOP("Actions", "Settings…"),
        "Ctrl+,",
        "settings",
        QT_TRANSLATE_NOOP("Actions", "Accounts, defaults, language and look"),
        Menu.FILE,
        group=3,
    ),
    ActionSpec(
        "quit",
        QT_TRANSLATE_NOOP("Actions", "Quit"),
        "Ctrl+Q",
        "close",
        QT_TRANSLATE_NOOP("Actions", "Finish what is being sent and close the window"),
        Menu.FILE,
        group=4,
    ),
)
