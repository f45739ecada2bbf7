"""What a run of the sender tells its watchers: progress while it goes on, and the report at its end."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from ordermanager.domain.sentences import Sentence


class RunState(StrEnum):
    """What the sender does at this moment."""

    SENDING = "sending"
    WAITING = "waiting"  # the server asked for a pause, or the same text may not be repeated yet
    OFFLINE = "offline"  # the server cannot be reached; it goes on by itself
    PAUSED = "paused"  # by the user
    IDLE = "idle"  # nothing is due; only a sender that stays on is ever idle
    STOPPED = "stopped"  # the last notice of a run


class StopReason(StrEnum):
    """Why a run ended with orders waiting; stored with the run. A run that sent everything due has none."""

    USER = "user"
    KEY_REFUSED = "key_refused"
    WRONG_ADDRESS = "wrong_address"
    NOT_THE_API = "not_the_api"
    REQUEST_WRONG = "request_wrong"
    TOO_MANY_DOUBTS = "too_many_doubts"
    OFFLINE = "offline"
    TOLD_TO_WAIT = "told_to_wait"
    WORKSPACE = "workspace"
    ACCOUNT_CHANGED = "account_changed"


@dataclass(frozen=True, slots=True)
class Progress:
    """A moment of a run. `total` = `done` + `waiting`, and `done` = `accepted` + `rejected` + `unconfirmed`.

    `rate` is orders a second, smoothed over the last seconds of work, 0 before the first answer; `seconds_left` is
    None where nobody can know. `reason` says why nothing moves, `not_before` (UTC) when it will, if that is known.
    """

    total: int
    done: int
    accepted: int
    rejected: int
    unconfirmed: int
    waiting: int
    batches: int
    attempts: int
    rate: float
    seconds_left: float | None
    state: RunState
    reason: Sentence | None = None
    not_before: datetime | None = None

    @property
    def needs_a_hand(self) -> bool:
        """Whether nobody is reached although there is a network, so that somebody must change something."""
        from ordermanager.sending.reasons import NEEDS_A_HAND  # a window that starts shows its list without

        is_offline = self.state is RunState.OFFLINE and self.reason is not None
        return is_offline and self.reason.template in NEEDS_A_HAND  # type: ignore[union-attr]  # seen just above


@dataclass(frozen=True, slots=True)
class RunReport:
    """The balance of a run: total = accepted + rejected + unconfirmed + waiting. `stopped` is None if all was sent.

    `run_id` is None where nothing was due, so that no run was begun.
    """

    total: int
    accepted: int
    rejected: int
    unconfirmed: int
    waiting: int
    batches: int
    attempts: int
    seconds: float
    stopped: Sentence | None = None
    stop_reason: StopReason | None = None
    run_id: int | None = None

    @property
    def closes(self) -> bool:
        """Whether every order of the run is accounted for."""
        return self.total == self.accepted + self.rejected + self.unconfirmed + self.waiting

    def as_json(self) -> dict[str, object]:
        """The one JSON document of `ordermanager send --json` (design.md 7)."""
        return {
            "total": self.total,
            "accepted": self.accepted,
            "rejected": self.rejected,
            "unconfirmed": self.unconfirmed,
            "waiting": self.waiting,
            "batches": self.batches,
            "attempts": self.attempts,
            "seconds": round(self.seconds, 3),
            "stopped": None if self.stopped is None else str(self.stopped),
        }
