"""Finding the bad orders of a batch that was refused as a whole (400), without blaming the innocent.

design.md 5, yespo-api.md 2.6, faults.md 2.4. A refused group is halved until single orders stand alone. Each
order is in one group at a time, so an accepted half is done with and no two groups, no two bodies, are the same.

That the request itself is right is shown by the first group that is accepted. Until then the search asks at both ends
of the batch in turn, which costs nothing, since every group is asked about anyhow; and a few times about a single order
from the middle of the largest group (faults.md 2.4, canary). So bad orders that lie together hide no good ones.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_REQUESTS = 60
"""design.md 5: the bound of one search. Where none of so many was accepted the request itself is wrong. Where some were
it is not, and ten bad orders of a thousand are to be found (faults.md F24): who is found is to blame, the rest wait."""
MOST_WITHOUT_SUCCESS = 12
"""faults.md 2.4, F25: so many requests in a row, from the first refusal on, of which none was accepted."""
CANARIES = (6, 8, 10)
"""After so many requests of which none was accepted, a single order is asked about."""
WRONG_SHARE = 0.25
"""design.md 5: more than this share of the orders refused with one text …"""
WRONG_FLOOR = 10
"""… but not of a handful: of four orders one bad one is a quarter, while the other three prove the request right."""


class Verdict(StrEnum):
    """How the search stands."""

    SEARCHING = "searching"
    FOUND = "found"  # every order is accounted for; `refused` names the bad ones
    ENOUGH = "enough"  # so many requests; `refused` names the bad ones of those that were asked about
    REQUEST_WRONG = "request_wrong"  # no order is to blame


@dataclass(slots=True)
class Isolation:
    """The search in one refused batch. Groups of revision ids lie one above the other, the batch's beginning on top,
    and are asked about from the top, so that single orders are reached early."""

    size: int
    requests: int = 1
    any_accepted: bool = False
    refused: dict[int, str] = field(default_factory=dict)
    _groups: list[tuple[int, ...]] = field(default_factory=list)

    @classmethod
    def begin(cls, members: Sequence[int], text: str) -> Isolation:
        """A batch of `members`, in their order, was refused with `text`."""
        search = cls(size=len(members))
        search._split(tuple(members), text)
        return search

    @property
    def next_group(self) -> tuple[int, ...] | None:
        """What to send next; None once nothing is left to find out."""
        return self._groups[self._place] if self._groups and self.verdict is Verdict.SEARCHING else None

    @property
    def _place(self) -> int:
        """Of the next group: on top, or while nothing has been accepted every other time at the bottom."""
        return -1 if self.any_accepted or self.requests % 2 else 0

    @property
    def verdict(self) -> Verdict:
        """How the search stands, by the bounds above."""
        if not self.any_accepted and self.requests >= MOST_WITHOUT_SUCCESS:
            return Verdict.REQUEST_WRONG
        same = max(Counter(self.refused.values()).values(), default=0)
        if same >= WRONG_FLOOR and same > self.size * WRONG_SHARE:
            return Verdict.REQUEST_WRONG
        if self._groups:
            return Verdict.ENOUGH if self.requests > MOST_REQUESTS else Verdict.SEARCHING
        everything = self.size > 1 and same == self.size
        return Verdict.REQUEST_WRONG if everything else Verdict.FOUND

    def was_refused(self, text: str) -> None:
        """The next group was refused as a whole, with `text`."""
        place = self._place
        self.requests += 1
        self._split(self._groups.pop(place), text, place)
        if not self.any_accepted and self.requests in CANARIES:
            self._put_up_canary()

    def was_answered(self, *, accepted: bool) -> None:
        """The next group is settled in another way: accepted, named in failedOrders, or in doubt."""
        self._groups.pop(self._place)
        self.requests += 1
        self.any_accepted = self.any_accepted or accepted

    def was_put_off(self) -> None:
        """The server did not look at the next group (429, 503 …). It is halved: its body may not be repeated soon."""
        place = self._place
        group = self._groups.pop(place)
        self._put_back(_halves(group) if len(group) > 1 else [group], place)

    def forget(self, members: Sequence[int]) -> None:
        """These are no longer in the queue (withdrawn meanwhile)."""
        gone = set(members)
        kept = [tuple(member for member in group if member not in gone) for group in self._groups]
        self._groups = [group for group in kept if group]

    def _split(self, group: tuple[int, ...], text: str, place: int = -1) -> None:
        if len(group) == 1:
            self.refused[group[0]] = text
        else:
            self._put_back(_halves(group), place)

    def _put_back(self, groups: list[tuple[int, ...]], place: int) -> None:
        """In the place of the one that was taken from there."""
        if place:
            self._groups.extend(groups)
        else:
            self._groups[:0] = groups

    def _put_up_canary(self) -> None:
        """Ask next about a single order from the middle of the largest group."""
        if not self._groups:
            return
        at = max(range(len(self._groups)), key=lambda each: len(self._groups[each]))
        group = self._groups[at]
        middle = len(group) // 2
        parts = (group[middle + 1 :], group[:middle])
        self._groups[at : at + 1] = [part for part in parts if part]
        self._put_back([group[middle : middle + 1]], self._place)


def _halves(group: tuple[int, ...]) -> list[tuple[int, ...]]:
    """Both halves, the first one last, which is the top of the stack."""
    middle = (len(group) + 1) // 2
    return [group[middle:], group[:middle]]
