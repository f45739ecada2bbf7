"""When nothing may be sent: the user pauses or stops, the network is away, or the server asked for a pause."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from math import ceil
from typing import TYPE_CHECKING

from ordermanager.domain.sentences import Sentence
from ordermanager.sending import reasons
from ordermanager.sending.progress import RunState, StopReason

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from ordermanager.clock import Clock
    from ordermanager.sending.control import Control
    from ordermanager.sending.limits import Limits
    from ordermanager.sending.meter import Meter

SHORT_PAUSE = 120.0
"""Seconds; a longer one is told in minutes."""
LONGEST_STORED_WAIT = 3600.0
"""Seconds. A stored moment further away than any server may ask for (design.md 5) is a clock that was wrong."""


@dataclass(frozen=True, slots=True)
class Ending:
    """Why a run is over; nothing in it means that all that was due is sent."""

    reason: StopReason | None = None
    sentence: Sentence | None = None


@dataclass(slots=True)
class _Gate:
    """Nothing is sent before `until` (monotonic seconds)."""

    until: float
    state: RunState
    sentence: Sentence | None


class Waiting:
    """The gate of a run, and how long anyone is willing to stand before it."""

    def __init__(
        self, control: Control, clock: Clock, limits: Limits, meter: Meter, account_name: str
    ) -> None:
        self._control = control
        self._clock = clock
        self._limits = limits
        self._meter = meter
        self._account_name = account_name
        self._gate: _Gate | None = None
        self._reached_at = self._moved_at = clock.monotonic()

    def reached(self) -> None:
        """The server has been reached."""
        self._reached_at = self._clock.monotonic()

    def moved(self) -> None:
        """An order has been settled."""
        self._moved_at = self._clock.monotonic()

    def until(self, moment: datetime | None) -> Ending | None:
        """An earlier run was told to wait until then (None: it was not)."""
        if moment is None:
            return None
        seconds = min((moment - self._clock.now()).total_seconds(), LONGEST_STORED_WAIT)
        asked = Sentence(reasons.ASKED_BEFORE)
        return self.close(seconds, RunState.WAITING, asked) if seconds > 0 else None

    def close(self, seconds: float, state: RunState, sentence: Sentence | None) -> Ending | None:
        """Send nothing for so long, or end here if that is longer than anyone is willing to wait."""
        now = self._clock.monotonic()
        offline = state is RunState.OFFLINE
        patience = self._limits.offline_patience if offline else self._limits.wait_patience
        since = self._reached_at if offline else self._moved_at
        if patience is not None and now + seconds - since > patience:
            if offline:
                needs_a_hand = sentence is not None and sentence.template in reasons.NEEDS_A_HAND
                return Ending(StopReason.OFFLINE, sentence if needs_a_hand else Sentence(reasons.OFFLINE))
            return Ending(StopReason.TOLD_TO_WAIT, _pause_of(seconds))
        self._shut(now + seconds, state, sentence)
        return None

    @property
    def is_open(self) -> bool:
        """Whether nothing keeps the next request from leaving."""
        return self._gate is None

    def pace(self, seconds: float) -> None:
        """The account's own pause between two requests, which tries nobody's patience."""
        self._shut(self._clock.monotonic() + seconds, RunState.SENDING, None)

    def _shut(self, until: float, state: RunState, sentence: Sentence | None) -> None:
        if self._gate is None or self._gate.until < until:
            self._gate = _Gate(until, state, sentence)

    async def hold(self, has_landed: Callable[[], bool]) -> Ending | None:
        """Wait while paused or while the gate is closed, or until a request has come back; an ending if the user
        wants one."""
        while True:
            self._control.event.clear()
            if self._control.stopping:
                return Ending(StopReason.USER, Sentence(reasons.STOPPED_BY_USER))
            if self._control.has_other_account:
                changed = Sentence(reasons.ACCOUNT_CHANGED, {"name": self._account_name})
                return Ending(StopReason.ACCOUNT_CHANGED, changed)
            if has_landed():
                return None
            if self._control.paused:
                self._meter.show(RunState.PAUSED, always=True)
                await self._clock.sleep(None, self._control.event)
                continue
            nudged = self._control.take_nudge()
            gate = self._gate
            if gate is None:
                return None
            left = gate.until - self._clock.monotonic()
            # A nudge may end a wait for the network, never one that the server asked for.
            if left <= 0 or (nudged and gate.state is RunState.OFFLINE):
                self._gate = None
                return None
            moment = self._clock.now() + timedelta(seconds=left)
            self._meter.show(gate.state, gate.sentence, moment, always=True)
            await self._clock.sleep(left, self._control.event)


def _pause_of(seconds: float) -> Sentence:
    if seconds < SHORT_PAUSE:
        return Sentence(reasons.SERVER_WANTS_PAUSE, {"seconds": round(seconds)})
    return Sentence(reasons.SERVER_WANTS_LONG_PAUSE, {"minutes": ceil(seconds / 60)})
