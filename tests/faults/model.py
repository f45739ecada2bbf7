"""What a workspace must hold, told by a model in plain Python that knows nothing of tables, batches or retries.

It follows the user's wishes and the server's own ledger, request by request, and so knows the one state that every
revision must be in.
"""

from __future__ import annotations

import copy
from collections import Counter
from dataclasses import dataclass, field

from ordermanager.domain.states import State
from tests.faults.modes import MODES, Believes, all_failed, failed, picky
from tests.faults.server import Request, ok

WAITING = (State.QUEUED, State.HELD)
AFTER = {
    Believes.ACCEPTED: State.ACCEPTED,
    Believes.LATER_ACCEPTED: State.QUEUED,
    Believes.UNCONFIRMED: State.UNCONFIRMED,
    Believes.STOPPED_WAITING: State.QUEUED,
    Believes.STOPPED_UNCONFIRMED: State.UNCONFIRMED,
}
SINGLE_IS_REFUSED = ("413", "400_once", "422_once")


@dataclass(slots=True)
class Revision:
    """One revision: `mark` tells its text from that of every other one, `number` its place among the order's."""

    name: str
    number: int
    status: str
    mark: str
    state: State = State.QUEUED


@dataclass(slots=True)
class Known:
    """What a backup holds: the revisions by id, which one each order follows, and each order's text."""

    revisions: dict[int, Revision] = field(default_factory=dict)
    follows: dict[str, int | None] = field(default_factory=dict)
    texts: dict[str, tuple[str, str]] = field(default_factory=dict)


class Model:
    """`asked`: how often the user has asked for, or agreed to, an event. `open`: refused alone, so rejected unless the
    run ended before its verdict."""

    def __init__(self) -> None:
        self.known = Known()
        self.asked: Counter[tuple[str, str]] = Counter()
        self.assumed: set[int] = set()
        self.open: set[int] = set()
        self._modes = {id(mode.fault): mode for mode in MODES}
        self._doubt: set[int] = set()

    # -- the user

    def write(self, name: str, status: str, mark: str) -> None:
        self.known.texts[name] = (status, mark)
        self.known.follows.setdefault(name, None)

    def may_queue(self, name: str) -> bool:
        """Not where this very text waits already, or is on its way."""
        followed = self.known.follows[name]
        if followed is None:
            return True
        revision = self.known.revisions[followed]
        return not (revision.state in WAITING and (revision.status, revision.mark) == self.known.texts[name])

    def queue(self, name: str, revision_id: int) -> None:
        status, mark = self.known.texts[name]
        mine = self._of(name)
        for each in mine:
            if each.state in WAITING and each.status == status:
                each.state = State.SUPERSEDED
        number = max((each.number for each in mine), default=0) + 1
        self.known.revisions[revision_id] = Revision(name, number, status, mark)
        self.known.follows[name] = revision_id
        self.asked[name, status] += 1

    def withdraw(self, name: str | None) -> set[str]:
        """Which orders are taken back."""
        taken = set()
        for revision_id, each in self.known.revisions.items():
            if each.state in WAITING and name in (None, each.name):
                each.state = State.WITHDRAWN
                taken.add(each.name)
                if self.known.follows[each.name] == revision_id:
                    self.known.follows[each.name] = None
        return taken

    def doubtful(self) -> list[int]:
        return [key for key, each in self.known.revisions.items() if each.state is State.UNCONFIRMED]

    def send_again(self, chosen: set[int]) -> int:
        """How many are queued again. One of which a newer revision has arrived, or may have, is not: it would set the
        order back. Where the newer one goes again too, both do, in their order."""
        decided = 0
        for revision_id in sorted(chosen, key=lambda key: -self.known.revisions[key].number):
            revision = self.known.revisions[revision_id]
            newer = [each.state for each in self._of(revision.name) if each.number > revision.number]
            if not {State.ACCEPTED, State.UNCONFIRMED}.intersection(newer):
                revision.state = State.QUEUED
                self.asked[revision.name, revision.status] += 1
                decided += 1
        return decided

    def assume_accepted(self, chosen: set[int]) -> int:
        for revision_id in chosen:
            self.known.revisions[revision_id].state = State.ACCEPTED
        return len(chosen)

    def snapshot(self) -> Known:
        return copy.deepcopy(self.known)

    def restore(self, backup: Known) -> None:
        self.known = copy.deepcopy(backup)
        for each in self.known.revisions.values():
            if each.state is State.QUEUED:
                each.state = State.HELD

    def release(self) -> int:
        held = [each for each in self.known.revisions.values() if each.state is State.HELD]
        for each in held:
            each.state = State.QUEUED
            self.asked[each.name, each.status] += 1
        return len(held)

    # -- the server

    def request(self, request: Request) -> None:
        """What must come of a request that arrived: every order is the next of its id, none has been overtaken."""
        members = [
            self._next(str(each["externalOrderId"]), str(each["statusDescription"]))
            for each in request.orders
        ]
        names = [self.known.revisions[key].name for key in members]
        assert len(set(names)) == len(names), "two revisions of one order in one request"
        states = self._outcome(request, names)
        for revision_id, state in zip(members, states, strict=True):
            self.known.revisions[revision_id].state = state
            if state is State.REJECTED and request.fault is not all_failed:
                self.open.add(revision_id)

    def died(self, members: list[tuple[str, str]]) -> None:
        """The program ended while these were on their way."""
        for name, mark in members:
            self.known.revisions[self._next(name, mark)].state = State.UNCONFIRMED

    def _next(self, name: str, mark: str) -> int:
        mine = [(key, each) for key, each in self.known.revisions.items() if each.name == name]
        revision_id, revision = min(
            (pair for pair in mine if pair[1].state in WAITING), key=lambda pair: pair[1].number
        )
        assert revision.state is State.QUEUED, f"{name} was held and left"
        assert revision.mark == mark, f"{name}: {mark} left before {revision.mark}"
        newer = [each.state for _, each in mine if each.number > revision.number]
        assert not {State.ACCEPTED, State.UNCONFIRMED}.intersection(newer), (
            f"{name}: {mark} comes after a newer one"
        )
        return revision_id

    def _outcome(self, request: Request, names: list[str]) -> list[State]:
        fault, count = request.fault, len(names)
        if fault is ok or fault is None:
            return [State.ACCEPTED] * count
        if fault is all_failed:
            return [State.REJECTED] * count
        name = getattr(getattr(fault, "func", None), "__name__", "")
        if name == failed.__name__:
            return [State.REJECTED] + [State.ACCEPTED] * (count - 1)
        if name == picky.__name__:
            if request.applied:
                return [State.ACCEPTED] * count
            return [State.REJECTED if count == 1 else State.QUEUED] * count
        if name == "give_up":
            return [State.UNCONFIRMED] * count
        mode = self._modes[id(fault)]
        if count == 1 and mode.name in SINGLE_IS_REFUSED:
            return [State.REJECTED]
        return [AFTER[mode.believes]] * count

    def _of(self, name: str) -> list[Revision]:
        return [each for each in self.known.revisions.values() if each.name == name]

    # -- after a run

    def settle(self, found: dict[int, State]) -> None:
        """An order refused alone waits for the verdict of the search; a run that ended before it leaves it queued."""
        for revision_id in self.open:
            if found.get(revision_id) is State.QUEUED:
                self.known.revisions[revision_id].state = State.QUEUED
        self.open.clear()

    def states(self) -> dict[int, State]:
        return {key: each.state for key, each in self.known.revisions.items()}

    def is_stuck(self, revision_id: int) -> bool:
        """Queued behind an older revision that is held."""
        revision = self.known.revisions[revision_id]
        return any(
            each.state is State.HELD and each.number < revision.number for each in self._of(revision.name)
        )
