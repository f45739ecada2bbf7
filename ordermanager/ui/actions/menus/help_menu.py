"""The actions of the Help menu."""

from __future__ import annotations

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP
from ordermanager.ui.actions.specs import ActionSpec, Menu

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "shortcuts",
        QT_TRANSLATE_NOOP("Actions", "Keyboard shortcuts"),
        "F1",
        "keyboard",
        QT_TRANSLATE_NOOP("Actions", "All actions and their keys on one page"),
        Menu.HELP,
        more_shortcuts=("?",),
    ),
    ActionSpec(
        "welcome",
        QT_TRANSLATE_NOOP("Actions", "Welcome tour"),
        "",
        "play",
        QT_TRANSLATE_NOOP("Actions", "The first three steps: practise, import, connect"),
        Menu.HELP,
    ),
    ActionSpec(
        "practice",
        QT_TRANSLATE_NOOP("Actions", "Try it in the sandbox"),
        "",
        "box",
        QT_TRANSLATE_NOOP("Actions", "A practice account on this computer, with sample orders to send to it"),
        Menu.HELP,
    ),
    ActionSpec(
        "connect",
        QT_TRANSLATE_NOOP("Actions", "Connect an account…"),
        "",
        "account",
        QT_TRANSLATE_NOOP("Actions", "Name, address and API key of your Yespo account"),
        Menu.HELP,
    ),
    ActionSpec(
        "support_bundle",
        QT_TRANSLATE_NOOP("Actions", "Support bundle…"),
        "Ctrl+Shift+S",
        "box",
        QT_TRANSLATE_NOOP(
            "Actions",
            "A file with versions, logs and the chosen orders' history, people masked, to send to support",
        ),
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
