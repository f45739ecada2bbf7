"""The actions of the Sending menu."""

from __future__ import annotations

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP
from ordermanager.ui.actions.specs import ActionSpec, Menu, Need, needs

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "send",
        QT_TRANSLATE_NOOP("Actions", "Send"),
        "F9",
        "send",
        QT_TRANSLATE_NOOP("Actions", "Send the outbox now"),
        Menu.SEND,
        needs(Need.TO_SEND, Need.NOT_SENDING),
    ),
    ActionSpec(
        "send_later",
        QT_TRANSLATE_NOOP("Actions", "Send later or in part…"),
        "Ctrl+F9",
        "clock",
        QT_TRANSLATE_NOOP("Actions", "Send at a time of your choice, or only orders with one status"),
        Menu.SEND,
        needs(Need.TO_SEND, Need.NOT_SENDING),
    ),
    ActionSpec(
        "preview_send",
        QT_TRANSLATE_NOOP("Actions", "What will happen…"),
        "F7",
        "eye",
        QT_TRANSLATE_NOOP("Actions", "Which events sending raises, at whom, and what speaks against it"),
        Menu.SEND,
        needs(Need.TO_SEND),
    ),
    ActionSpec(
        "queue_ready",
        QT_TRANSLATE_NOOP("Actions", "All ready to outbox"),
        "Ctrl+Shift+R",
        "outbox",
        QT_TRANSLATE_NOOP("Actions", "Put every ready order in the outbox"),
        Menu.SEND,
        needs(Need.READY),
    ),
    ActionSpec(
        "pause",
        QT_TRANSLATE_NOOP("Actions", "Pause sending"),
        "F8",
        "pause",
        QT_TRANSLATE_NOOP("Actions", "Finish the request on its way, then wait"),
        Menu.SEND,
        needs(Need.SENDING),
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
        needs(Need.SENDING),
        group=1,
    ),
    ActionSpec(
        "withdraw_all",
        QT_TRANSLATE_NOOP("Actions", "Withdraw everything"),
        "",
        "withdraw",
        QT_TRANSLATE_NOOP("Actions", "Take every order back from the outbox"),
        Menu.SEND,
        needs(Need.WAITING),
        group=2,
    ),
    ActionSpec(
        "runs",
        QT_TRANSLATE_NOOP("Actions", "Sending reports…"),
        "",
        "history",
        QT_TRANSLATE_NOOP("Actions", "What was sent and whether it adds up; a report as PDF, text or CSV"),
        Menu.SEND,
        group=3,
    ),
)
