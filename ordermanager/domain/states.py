"""Where an order, and each of its revisions, stands with us (design.md 2 and 5)."""

from __future__ import annotations

from enum import StrEnum


class State(StrEnum):
    """`draft` or `ready` while an order differs from its newest revision, else that revision's state."""

    DRAFT = "draft"
    READY = "ready"
    QUEUED = "queued"
    SENDING = "sending"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    UNCONFIRMED = "unconfirmed"
    SUPERSEDED = "superseded"
    HELD = "held"
    WITHDRAWN = "withdrawn"  # of revisions only: taken back from the outbox before it was sent

    @property
    def is_waiting(self) -> bool:
        """Whether a revision in this state is still to be sent."""
        return self in (State.QUEUED, State.SENDING, State.HELD)


class Folder(StrEnum):
    """The folders of the window (design.md 6); each is a question to the orders table."""

    ALL = "all"
    DRAFTS = "drafts"
    ATTENTION = "attention"
    READY = "ready"
    OUTBOX = "outbox"
    SENT = "sent"
    REJECTED = "rejected"
    UNCONFIRMED = "unconfirmed"
