"""What an action of the window is: its menu, and what must be so for it to be enabled."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

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
