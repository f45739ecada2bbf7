"""Every action of the window in one table: menus, tool bar, context menu, empty states and shortcut sheet
read it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP


class Menu(StrEnum):
    """The menus of the menu bar, in their order."""

    FILE = "file"
    EDIT = "edit"
    ORDER = "order"
    SEND = "send"
    VIEW = "view"
    HELP = "help"


MENU_TITLES = {
    Menu.FILE: QT_TRANSLATE_NOOP("Actions", "&File"),
    Menu.EDIT: QT_TRANSLATE_NOOP("Actions", "&Edit"),
    Menu.ORDER: QT_TRANSLATE_NOOP("Actions", "&Order"),
    Menu.SEND: QT_TRANSLATE_NOOP("Actions", "&Sending"),
    Menu.VIEW: QT_TRANSLATE_NOOP("Actions", "&View"),
    Menu.HELP: QT_TRANSLATE_NOOP("Actions", "&Help"),
}


class Need(StrEnum):
    """What must be so for an action to be enabled; the window says which of these hold."""

    ORDERS_PAGE = "orders_page"
    ONE = "one"  # exactly one order is selected
    SOME = "some"  # at least one order is selected
    DRAFTS_SELECTED = "drafts_selected"  # one selected order at least may be ready for the outbox
    WAITING_SELECTED = "waiting_selected"
    SENT_SELECTED = "sent_selected"
    UNCONFIRMED_SELECTED = "unconfirmed_selected"
    TO_SEND = "to_send"  # the outbox or the folder Ready holds something
    WAITING = "waiting"  # the outbox holds something
    READY = "ready"
    SENDING = "sending"
    NOT_SENDING = "not_sending"


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action. `text` and `tip` are English, for `actions` to translate; `group` separates lines within a
    menu."""

    id: str
    text: str
    shortcut: str
    icon: str
    tip: str
    menu: Menu
    needs: frozenset[Need] = frozenset()
    group: int = 0
    more_shortcuts: tuple[str, ...] = ()
    is_checkable: bool = False


def _needs(*needs: Need) -> frozenset[Need]:
    return frozenset(needs)


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
        _needs(Need.ORDERS_PAGE),
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
    ActionSpec(
        "paste",
        QT_TRANSLATE_NOOP("Actions", "Paste orders"),
        "Ctrl+V",
        "import",
        QT_TRANSLATE_NOOP("Actions", "Import a table or JSON from the clipboard"),
        Menu.EDIT,
    ),
    ActionSpec(
        "copy",
        QT_TRANSLATE_NOOP("Actions", "Copy as table"),
        "Ctrl+C",
        "copy",
        QT_TRANSLATE_NOOP("Actions", "Copy the selected rows, to paste into a spreadsheet"),
        Menu.EDIT,
        _needs(Need.ORDERS_PAGE, Need.SOME),
    ),
    ActionSpec(
        "search",
        QT_TRANSLATE_NOOP("Actions", "Search"),
        "Ctrl+F",
        "search",
        QT_TRANSLATE_NOOP("Actions", "Find orders by id, name, e-mail, phone, item or address"),
        Menu.EDIT,
        group=1,
    ),
    ActionSpec(
        "edit",
        QT_TRANSLATE_NOOP("Actions", "Edit in the form"),
        "F3",
        "form",
        QT_TRANSLATE_NOOP("Actions", "Go to the form of this order"),
        Menu.ORDER,
        _needs(Need.ORDERS_PAGE, Need.ONE),
    ),
    ActionSpec(
        "duplicate",
        QT_TRANSLATE_NOOP("Actions", "Duplicate"),
        "Ctrl+D",
        "duplicate",
        QT_TRANSLATE_NOOP("Actions", "Begin a new order like this one"),
        Menu.ORDER,
        _needs(Need.ORDERS_PAGE, Need.ONE),
    ),
    ActionSpec(
        "delete",
        QT_TRANSLATE_NOOP("Actions", "Delete"),
        "Del",
        "trash",
        QT_TRANSLATE_NOOP("Actions", "Delete the selected orders; can be undone"),
        Menu.ORDER,
        _needs(Need.ORDERS_PAGE, Need.SOME),
    ),
    ActionSpec(
        "queue",
        QT_TRANSLATE_NOOP("Actions", "Put in the outbox"),
        "Ctrl+Return",
        "outbox",
        QT_TRANSLATE_NOOP("Actions", "Queue the selected orders for sending"),
        Menu.ORDER,
        _needs(Need.ORDERS_PAGE, Need.SOME, Need.DRAFTS_SELECTED),
        group=1,
        more_shortcuts=("Ctrl+Enter",),
    ),
    ActionSpec(
        "withdraw",
        QT_TRANSLATE_NOOP("Actions", "Withdraw from the outbox"),
        "Ctrl+Backspace",
        "withdraw",
        QT_TRANSLATE_NOOP("Actions", "Take the selected orders back before they are sent"),
        Menu.ORDER,
        _needs(Need.ORDERS_PAGE, Need.SOME, Need.WAITING_SELECTED),
        group=1,
    ),
    ActionSpec(
        "send_again",
        QT_TRANSLATE_NOOP("Actions", "Send again"),
        "Ctrl+Shift+Return",
        "send-again",
        QT_TRANSLATE_NOOP("Actions", "Queue the selected sent orders once more; raises their event again"),
        Menu.ORDER,
        _needs(Need.ORDERS_PAGE, Need.SOME, Need.SENT_SELECTED),
        group=1,
    ),
    ActionSpec(
        "resolve_again",
        QT_TRANSLATE_NOOP("Actions", "Unconfirmed: send again"),
        "",
        "send-again",
        QT_TRANSLATE_NOOP("Actions", "Send them once more: nothing is missed, an event may be raised twice"),
        Menu.ORDER,
        _needs(Need.ORDERS_PAGE, Need.UNCONFIRMED_SELECTED),
        group=2,
    ),
    ActionSpec(
        "resolve_accepted",
        QT_TRANSLATE_NOOP("Actions", "Unconfirmed: mark as accepted"),
        "",
        "check",
        QT_TRANSLATE_NOOP(
            "Actions", "Take it that they arrived: nothing is sent, nobody gets a message twice"
        ),
        Menu.ORDER,
        _needs(Need.ORDERS_PAGE, Need.UNCONFIRMED_SELECTED),
        group=2,
    ),
    ActionSpec(
        "send",
        QT_TRANSLATE_NOOP("Actions", "Send"),
        "F9",
        "send",
        QT_TRANSLATE_NOOP("Actions", "Send the outbox now"),
        Menu.SEND,
        _needs(Need.TO_SEND, Need.NOT_SENDING),
    ),
    ActionSpec(
        "queue_ready",
        QT_TRANSLATE_NOOP("Actions", "Queue all ready orders"),
        "Ctrl+Shift+R",
        "outbox",
        QT_TRANSLATE_NOOP("Actions", "Put every ready order in the outbox"),
        Menu.SEND,
        _needs(Need.READY),
    ),
    ActionSpec(
        "pause",
        QT_TRANSLATE_NOOP("Actions", "Pause sending"),
        "F8",
        "pause",
        QT_TRANSLATE_NOOP("Actions", "Finish the request on its way, then wait"),
        Menu.SEND,
        _needs(Need.SENDING),
        group=1,
        is_checkable=True,
    ),
    ActionSpec(
        "stop",
        QT_TRANSLATE_NOOP("Actions", "Stop sending"),
        "Shift+F9",
        "stop",
        QT_TRANSLATE_NOOP(
            "Actions", "Finish the request on its way, then stop; the rest stays in the outbox"
        ),
        Menu.SEND,
        _needs(Need.SENDING),
        group=1,
    ),
    ActionSpec(
        "withdraw_all",
        QT_TRANSLATE_NOOP("Actions", "Withdraw everything"),
        "",
        "withdraw",
        QT_TRANSLATE_NOOP("Actions", "Take every order back from the outbox"),
        Menu.SEND,
        _needs(Need.WAITING),
        group=2,
    ),
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
        "theme",
        QT_TRANSLATE_NOOP("Actions", "Switch light and dark"),
        "Ctrl+Shift+L",
        "moon",
        QT_TRANSLATE_NOOP("Actions", "Change between the light and the dark look"),
        Menu.VIEW,
        group=2,
    ),
    ActionSpec(
        "shortcuts",
        QT_TRANSLATE_NOOP("Actions", "Keyboard shortcuts"),
        "F1",
        "keyboard",
        QT_TRANSLATE_NOOP("Actions", "All actions and their keys on one page"),
        Menu.HELP,
    ),
    ActionSpec(
        "about",
        QT_TRANSLATE_NOOP("Actions", "About Order Manager"),
        "",
        "info",
        QT_TRANSLATE_NOOP("Actions", "Version and licence"),
        Menu.HELP,
        group=1,
    ),
)
