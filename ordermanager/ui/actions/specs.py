"""What an action of the window is: its menu, what must be so for it to be enabled, and what it says where it is not."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Collection


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

    LIST = "list"  # orders or events are shown, which can be filtered, copied and exported
    COLUMNS = "columns"  # a table is shown whose columns can be arranged
    ORDERS_PAGE = "orders_page"
    CURRENT_ORDER = "current_order"  # one order is in the pane, or one event is chosen
    ONE = "one"  # exactly one order is selected
    SOME = "some"  # at least one order is selected
    DRAFTS_SELECTED = "drafts_selected"  # one selected order at least may be ready for the outbox
    WAITING_SELECTED = "waiting_selected"
    SENT_SELECTED = "sent_selected"
    UNCONFIRMED_SELECTED = "unconfirmed_selected"
    MAY_REPEAT = "may_repeat"  # an account at least lets what is in doubt be sent again
    TO_SEND = "to_send"  # the outbox or the folder Ready holds something
    WAITING = "waiting"  # the outbox holds something
    READY = "ready"
    SENDING = "sending"
    NOT_SENDING = "not_sending"
    UNDO = "undo"  # there is a step to undo
    REDO = "redo"


REASONS = {
    Need.ORDERS_PAGE: QT_TRANSLATE_NOOP(
        "Actions", "This is for a list of orders. Choose a folder of orders first."
    ),
    Need.LIST: QT_TRANSLATE_NOOP(
        "Actions", "This is for a list. Choose a folder of orders, or the event history, first."
    ),
    Need.COLUMNS: QT_TRANSLATE_NOOP("Actions", "This is for a list with columns. Choose a folder first."),
    Need.SOME: QT_TRANSLATE_NOOP("Actions", "Nothing is selected. Select a row of the list first."),
    Need.ONE: QT_TRANSLATE_NOOP("Actions", "This is for one order. Select exactly one."),
    Need.CURRENT_ORDER: QT_TRANSLATE_NOOP("Actions", "No order is chosen. Choose one in the list first."),
    Need.DRAFTS_SELECTED: QT_TRANSLATE_NOOP("Actions", "What is selected is in the outbox or sent already."),
    Need.WAITING_SELECTED: QT_TRANSLATE_NOOP("Actions", "Nothing that is selected waits in the outbox."),
    Need.SENT_SELECTED: QT_TRANSLATE_NOOP("Actions", "Nothing that is selected was sent."),
    Need.UNCONFIRMED_SELECTED: QT_TRANSLATE_NOOP("Actions", "Nothing that is selected is unconfirmed."),
    Need.MAY_REPEAT: QT_TRANSLATE_NOOP(
        "Actions", "The account's settings say that what is in doubt is never sent again."
    ),
    Need.NOT_SENDING: QT_TRANSLATE_NOOP("Actions", "Orders are being sent already."),
    Need.TO_SEND: QT_TRANSLATE_NOOP("Actions", "The outbox is empty, and no order is ready to be put there."),
    Need.WAITING: QT_TRANSLATE_NOOP("Actions", "The outbox is empty."),
    Need.READY: QT_TRANSLATE_NOOP("Actions", "No order is ready."),
    Need.SENDING: QT_TRANSLATE_NOOP("Actions", "Nothing is being sent."),
    Need.UNDO: QT_TRANSLATE_NOOP("Actions", "There is nothing to take back."),
    Need.REDO: QT_TRANSLATE_NOOP("Actions", "Nothing was taken back that could be done again."),
}
"""What is missing where a need does not hold, and what to do. Of several the first counts: a place before a selection,
and a selection before what is selected."""


def needs(*facts: Need) -> frozenset[Need]:
    """All of these must be so."""
    return frozenset(facts)


class ActionSpec(NamedTuple):
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


def why_not(spec: ActionSpec, hold: Collection[Need]) -> str:
    """The reason in English, for translation as `Actions`; empty where the action can be done."""
    return next((text for need, text in REASONS.items() if need in spec.needs and need not in hold), "")
