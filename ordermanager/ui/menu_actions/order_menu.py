"""The actions of the Order menu, which is also the context menu of the list."""

from __future__ import annotations

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP
from ordermanager.ui.action_specs import ActionSpec, Menu, Need, needs

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "edit",
        QT_TRANSLATE_NOOP("Actions", "Edit in the form"),
        "F3",
        "form",
        QT_TRANSLATE_NOOP("Actions", "Go to the form of this order"),
        Menu.ORDER,
        needs(Need.ORDERS_PAGE, Need.ONE),
    ),
    ActionSpec(
        "duplicate",
        QT_TRANSLATE_NOOP("Actions", "Duplicate"),
        "Ctrl+D",
        "duplicate",
        QT_TRANSLATE_NOOP("Actions", "Begin a new order like this one"),
        Menu.ORDER,
        needs(Need.ORDERS_PAGE, Need.ONE),
    ),
    ActionSpec(
        "change",
        QT_TRANSLATE_NOOP("Actions", "Change a field…"),
        "Ctrl+Shift+E",
        "form",
        QT_TRANSLATE_NOOP("Actions", "Set status, date, currency or customer ID of all selected orders"),
        Menu.ORDER,
        needs(Need.ORDERS_PAGE, Need.SOME),
    ),
    ActionSpec(
        "deliver",
        QT_TRANSLATE_NOOP("Actions", "Mark as delivered and queue"),
        "Ctrl+Shift+D",
        "accepted",
        QT_TRANSLATE_NOOP("Actions", "Set the selected orders to Delivered and put them in the outbox"),
        Menu.ORDER,
        needs(Need.ORDERS_PAGE, Need.SOME),
    ),
    ActionSpec(
        "new_status",
        QT_TRANSLATE_NOOP("Actions", "Send a new status…"),
        "Ctrl+Shift+T",
        "send-again",
        QT_TRANSLATE_NOOP(
            "Actions", "Choose a status for the selected orders, see what it raises, and queue it"
        ),
        Menu.ORDER,
        needs(Need.ORDERS_PAGE, Need.SOME),
    ),
    ActionSpec(
        "delete",
        QT_TRANSLATE_NOOP("Actions", "Delete"),
        "Del",
        "trash",
        QT_TRANSLATE_NOOP("Actions", "Delete the selected orders; can be undone"),
        Menu.ORDER,
        needs(Need.ORDERS_PAGE, Need.SOME),
    ),
    ActionSpec(
        "queue",
        QT_TRANSLATE_NOOP("Actions", "Put in the outbox"),
        "Ctrl+Return",
        "outbox",
        QT_TRANSLATE_NOOP("Actions", "Queue the selected orders for sending"),
        Menu.ORDER,
        needs(Need.ORDERS_PAGE, Need.SOME, Need.DRAFTS_SELECTED),
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
        needs(Need.ORDERS_PAGE, Need.SOME, Need.WAITING_SELECTED),
        group=1,
    ),
    ActionSpec(
        "send_again",
        QT_TRANSLATE_NOOP("Actions", "Send again"),
        "Ctrl+Shift+Return",
        "send-again",
        QT_TRANSLATE_NOOP("Actions", "Queue the selected sent orders once more; raises their event again"),
        Menu.ORDER,
        needs(Need.ORDERS_PAGE, Need.SOME, Need.SENT_SELECTED),
        group=1,
    ),
    ActionSpec(
        "resolve_again",
        QT_TRANSLATE_NOOP("Actions", "Unconfirmed: send again"),
        "",
        "send-again",
        QT_TRANSLATE_NOOP("Actions", "Send them once more: nothing is missed, an event may be raised twice"),
        Menu.ORDER,
        needs(Need.ORDERS_PAGE, Need.UNCONFIRMED_SELECTED),
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
        needs(Need.ORDERS_PAGE, Need.UNCONFIRMED_SELECTED),
        group=2,
    ),
    ActionSpec(
        "duplicates",
        QT_TRANSLATE_NOOP("Actions", "Find duplicates…"),
        "Ctrl+Shift+M",
        "duplicate",
        QT_TRANSLATE_NOOP("Actions", "Find orders that may be one, compare them and merge them"),
        Menu.ORDER,
        group=3,
    ),
    ActionSpec(
        "check_all",
        QT_TRANSLATE_NOOP("Actions", "Check all orders again"),
        "Shift+F7",
        "check",
        QT_TRANSLATE_NOOP("Actions", "Check every order of the workspace by today's rules; can be stopped"),
        Menu.ORDER,
        group=3,
    ),
    ActionSpec(
        "delete_at_yespo",
        QT_TRANSLATE_NOOP("Actions", "Ask Yespo to delete…"),
        "",
        "trash",
        QT_TRANSLATE_NOOP(
            "Actions", "Ask the account to delete the selected orders, or all of a period, for good"
        ),
        Menu.ORDER,
        group=3,
    ),
)
