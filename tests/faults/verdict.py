"""What a trial has shown, in numbers: the server's own ledger against the workspace."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import astuple, dataclass
from typing import TYPE_CHECKING

from ordermanager.domain.states import State

if TYPE_CHECKING:
    from tests.faults.server import Ledger
    from tests.faults.shop import Shop

NOTHING: Mapping[str, int] = Counter()


@dataclass(frozen=True, slots=True)
class Verdict:
    """`lost`: orders that are nowhere, or called accepted and never arrived. `doubled`: events raised more often than
    the user knows of, or that would be, because what the server has taken waits to be sent. `open_balances`: runs that
    do not close, or not as counted anew. `unsound`: what `doctor` would complain of, and orders left on their way."""

    trials: int = 0
    orders: int = 0
    requests: int = 0
    unconfirmed: int = 0
    lost: int = 0
    doubled: int = 0
    open_balances: int = 0
    unsound: int = 0

    def __add__(self, other: Verdict) -> Verdict:
        return Verdict(*(mine + theirs for mine, theirs in zip(astuple(self), astuple(other), strict=True)))

    @property
    def is_clean(self) -> bool:
        """Whether both promises were kept."""
        return not (self.lost or self.doubled or self.open_balances or self.unsound)


def judge(
    shop: Shop,
    ledger: Ledger,
    names: Collection[str],
    *,
    again: Mapping[str, int] = NOTHING,
    before: Mapping[str, int] = NOTHING,
) -> Verdict:
    """`names`: every order that was queued, each once. `again`: how often the user has sent it again since. `before`:
    how often another server, before this one, has taken it."""
    states = shop.states()
    lost = doubled = 0
    for name in names:
        state = states.get(name)
        applied = ledger.applied[name] + before.get(name, 0)
        lost += state is None or (state is State.ACCEPTED and applied == 0)
        known = 1 + again.get(name, 0)
        waits_although_taken = state in (State.QUEUED, State.WITHDRAWN, State.REJECTED) and not again.get(
            name
        )
        doubled += max(0, applied - known, min(applied, int(waits_although_taken)))
    runs = shop.workspace.runs
    open_balances = sum(
        not record.balance.closes or runs.recompute(record.id) != record.balance
        for record in runs.list(10_000)
    )
    found = list(states.values())
    return Verdict(
        trials=1,
        orders=len(names),
        requests=len(ledger.requests),
        unconfirmed=found.count(State.UNCONFIRMED),
        lost=lost,
        doubled=doubled,
        open_balances=open_balances,
        unsound=len(shop.workspace.check().problems) + found.count(State.SENDING),
    )
