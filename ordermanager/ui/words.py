"""What states, statuses, folders and kinds of events are called, and which icon stands for each."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP
from ordermanager.domain.states import Folder, State
from ordermanager.domain.statuses import Status

_STATES = {
    State.DRAFT: QT_TRANSLATE_NOOP("State", "Draft"),
    State.READY: QT_TRANSLATE_NOOP("State", "Ready"),
    State.QUEUED: QT_TRANSLATE_NOOP("State", "Queued"),
    State.SENDING: QT_TRANSLATE_NOOP("State", "Sending"),
    State.ACCEPTED: QT_TRANSLATE_NOOP("State", "Accepted"),
    State.REJECTED: QT_TRANSLATE_NOOP("State", "Rejected"),
    State.UNCONFIRMED: QT_TRANSLATE_NOOP("State", "Unconfirmed"),
    State.SUPERSEDED: QT_TRANSLATE_NOOP("State", "Replaced"),
    State.HELD: QT_TRANSLATE_NOOP("State", "Held back"),
    State.WITHDRAWN: QT_TRANSLATE_NOOP("State", "Withdrawn"),
}

STATE_ICONS = {
    State.DRAFT: "drafts",
    State.READY: "ready",
    State.QUEUED: "clock",
    State.SENDING: "sending",
    State.ACCEPTED: "check",
    State.REJECTED: "rejected",
    State.UNCONFIRMED: "unconfirmed",
    State.SUPERSEDED: "refresh",
    State.HELD: "held",
    State.WITHDRAWN: "withdraw",
}

_STATUSES = {
    Status.INITIALIZED: QT_TRANSLATE_NOOP("Status", "New"),
    Status.IN_PROGRESS: QT_TRANSLATE_NOOP("Status", "In progress"),
    Status.DELIVERED: QT_TRANSLATE_NOOP("Status", "Delivered"),
    Status.CANCELLED: QT_TRANSLATE_NOOP("Status", "Cancelled"),
    Status.ABANDONED_SHOPPING_CART: QT_TRANSLATE_NOOP("Status", "Abandoned cart"),
}

_FOLDERS = {
    Folder.ALL: QT_TRANSLATE_NOOP("Folder", "All orders"),
    Folder.DRAFTS: QT_TRANSLATE_NOOP("Folder", "Drafts"),
    Folder.ATTENTION: QT_TRANSLATE_NOOP("Folder", "Needs attention"),
    Folder.READY: QT_TRANSLATE_NOOP("Folder", "Ready"),
    Folder.OUTBOX: QT_TRANSLATE_NOOP("Folder", "Outbox"),
    Folder.SENT: QT_TRANSLATE_NOOP("Folder", "Sent"),
    Folder.REJECTED: QT_TRANSLATE_NOOP("Folder", "Rejected"),
    Folder.UNCONFIRMED: QT_TRANSLATE_NOOP("Folder", "Unconfirmed"),
}

FOLDER_ICONS = {
    Folder.ALL: "all",
    Folder.DRAFTS: "drafts",
    Folder.ATTENTION: "attention",
    Folder.READY: "ready",
    Folder.OUTBOX: "outbox",
    Folder.SENT: "send",
    Folder.REJECTED: "rejected",
    Folder.UNCONFIRMED: "unconfirmed",
}

_EVENT_KINDS = {
    "accepted": QT_TRANSLATE_NOOP("EventKind", "Accepted"),
    "assumed": QT_TRANSLATE_NOOP("EventKind", "Marked as accepted"),
    "rejected": QT_TRANSLATE_NOOP("EventKind", "Rejected"),
    "unconfirmed": QT_TRANSLATE_NOOP("EventKind", "Unconfirmed"),
}

EVENT_STATES = {
    "accepted": State.ACCEPTED,
    "assumed": State.ACCEPTED,
    "rejected": State.REJECTED,
    "unconfirmed": State.UNCONFIRMED,
}
"""The state whose colours and icon a line of the event history has."""


def state_name(state: State) -> str:
    """What a state is called."""
    return QCoreApplication.translate("State", _STATES[state])


def status_name(status: Status | str) -> str:
    """What a status is called; a word that is none of the API's five is shown as it is."""
    try:
        return QCoreApplication.translate("Status", _STATUSES[Status(status)])
    except ValueError:
        return str(status)


def folder_name(folder: Folder) -> str:
    """What a folder is called."""
    return QCoreApplication.translate("Folder", _FOLDERS[folder])


def event_kind_name(kind: str) -> str:
    """What became of a revision, in the event history."""
    return QCoreApplication.translate("EventKind", _EVENT_KINDS[kind])
