"""What a run has learnt so far, and from it what to do after each answer: pure, the dice are passed in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ordermanager.domain.sentences import Sentence
from ordermanager.domain.states import State
from ordermanager.sending.halving import Isolation, Verdict
from ordermanager.sending.limits import MOST_IN_FLIGHT
from ordermanager.sending.outcomes import BatchOutcome, Then
from ordermanager.sending.pace import BatchSize, backoff, server_wait
from ordermanager.sending.progress import RunState, StopReason
from ordermanager.sending.reasons import REQUEST_WRONG, TOO_MANY_DOUBTS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

MOST_DOUBTS = 3
"""So many requests in a row without a clear answer stop the run (faults.md F21)."""


@dataclass(frozen=True, slots=True)
class Reaction:
    """What to do after an answer: wait so many seconds in `state`, or end with `stop`, else go on at once.

    `blamed` are the orders that halving has isolated, with the server's words; they are to be rejected now.
    """

    wait: float = 0.0
    state: RunState = RunState.SENDING
    sentence: Sentence | None = None
    stop: StopReason | None = None
    blamed: Mapping[int, str] = field(default_factory=dict)

    @property
    def goes_on(self) -> bool:
        """Whether there is nothing to do but to send the next batch."""
        return not self.wait and self.stop is None and not self.blamed


@dataclass(slots=True)
class Tactics:
    """The memory of one run. `react` must be told of every answer, in order."""

    size: BatchSize
    random: Callable[[], float]
    search: Isolation | None = None
    doubts: int = 0
    pauses: int = 0
    unreached: int = 0
    window: int = 1
    is_smooth: bool = True

    @property
    def failures(self) -> int:
        """How many waits in a row there have been; kept with the account, so that a restart does not begin anew."""
        return max(self.doubts, self.pauses, self.unreached)

    def in_flight(self, most: int) -> int:
        """How many requests may be on their way now: one, until its answer shows that all is well, then all that the
        account allows. From the first trouble of a run on it is one again, and one more with each clean answer; and one
        while the bad orders of a batch are being found."""
        return 1 if self.search is not None else max(1, min(self.window, most))

    def may_be_next(self, most: int) -> int:
        """How many batches may be wanted at once as soon as a request is answered."""
        return most if self.is_smooth else self.in_flight(most)

    @property
    def knows_next_size(self) -> bool:
        """Whether the batch after this one will be as large as it, if all goes well."""
        return self.window > 1 or self.size.count >= self.size.limit

    def is_searched(self, members: Sequence[int]) -> bool:
        """Whether this is the group that the search asks about next."""
        group = self.search.next_group if self.search is not None else None
        return group is not None and set(group) == set(members)

    def react(
        self, outcome: BatchOutcome, members: Sequence[int], size: int, *, partly_sent: bool = False
    ) -> Reaction:
        """`members` (revision ids) and `size` (bytes) of the request; `partly_sent`: it broke off on its way."""
        self._widen(is_clean=outcome.then is Then.GO_ON)
        if outcome.then is Then.STOP:
            return Reaction(state=RunState.STOPPED, sentence=outcome.sentence, stop=outcome.stop)
        if outcome.then is Then.RECONNECT:
            return self._unreached(outcome, members, partly_sent)
        self.unreached = 0
        if outcome.then is Then.WAIT:
            return self._told_to_wait(outcome, members)
        self.pauses = 0
        if outcome.then is Then.SLOW_DOWN:
            return self._in_doubt(outcome, members)
        self.doubts = 0
        if outcome.then is Then.SHRINK:
            self.size = self.size.after_too_large(len(members), size)
            self._put_off(members)
            return Reaction()
        if outcome.then is Then.HALVE:
            return self._refused(outcome, members)
        self.size = self.size.after_clean(len(members))
        return self._settled(members, accepted=outcome.count(State.ACCEPTED) > 0)

    def _widen(self, *, is_clean: bool) -> None:
        self.is_smooth = self.is_smooth and is_clean
        if not is_clean:
            self.window = 1
        else:
            self.window = MOST_IN_FLIGHT if self.is_smooth else self.window + 1

    def repeats(self, members: Sequence[int]) -> None:
        """This very body left a moment ago, so the batch was put back: make the next one different."""
        self.size = self.size.after_refused(len(members))
        self._put_off(members)

    def _unreached(self, outcome: BatchOutcome, members: Sequence[int], partly_sent: bool) -> Reaction:
        self.unreached += 1
        if partly_sent:  # perhaps something on the way does not let large requests through
            self.repeats(members)
        wait = backoff(self.unreached, self.random)
        return Reaction(wait=wait, state=RunState.OFFLINE, sentence=outcome.sentence)

    def _told_to_wait(self, outcome: BatchOutcome, members: Sequence[int]) -> Reaction:
        self.pauses += 1
        self.repeats(members)
        wait = server_wait(outcome.retry_after, self.pauses, self.random)
        return Reaction(wait=wait, state=RunState.WAITING, sentence=outcome.sentence)

    def _in_doubt(self, outcome: BatchOutcome, members: Sequence[int]) -> Reaction:
        self.doubts += 1
        self.size = self.size.after_doubt()
        reaction = self._settled(members, accepted=False)
        if reaction.stop is not None:
            return reaction
        if self.doubts >= MOST_DOUBTS:
            sentence = Sentence(TOO_MANY_DOUBTS, {"count": self.doubts})
            return Reaction(
                state=RunState.STOPPED,
                sentence=sentence,
                stop=StopReason.TOO_MANY_DOUBTS,
                blamed=reaction.blamed,
            )
        wait = backoff(self.doubts, self.random)
        return Reaction(wait=wait, state=RunState.WAITING, sentence=outcome.sentence, blamed=reaction.blamed)

    def _refused(self, outcome: BatchOutcome, members: Sequence[int]) -> Reaction:
        if self.search is None:
            self.search = Isolation.begin(members, outcome.text)
        elif self.is_searched(members):
            self.search.was_refused(outcome.text)
        else:  # it left before the search began: its turn comes when that is over, in a smaller request
            self.size = self.size.after_refused(len(members))
            return Reaction()
        return self._verdict(outcome.text)

    def _settled(self, members: Sequence[int], *, accepted: bool) -> Reaction:
        if self.search is None or not self.is_searched(members):
            return Reaction()
        self.search.was_answered(accepted=accepted)
        return self._verdict("")

    def _put_off(self, members: Sequence[int]) -> None:
        if self.search is not None and self.is_searched(members):
            self.search.was_put_off()

    def forget(self, members: Sequence[int]) -> Reaction:
        """These orders of the search are not in the queue any more."""
        assert self.search is not None
        self.search.forget(members)
        return self._verdict("")

    def _verdict(self, text: str) -> Reaction:
        """Close the search once it is over."""
        assert self.search is not None
        verdict, refused, size = self.search.verdict, self.search.refused, self.search.size
        if verdict is Verdict.SEARCHING:
            return Reaction()
        self.search = None
        if verdict is Verdict.ENOUGH:  # what is left is looked at in smaller requests
            self.size = self.size.after_refused(size)
        if verdict is not Verdict.REQUEST_WRONG:
            return Reaction(blamed=dict(refused))
        words = text or next(iter(refused.values()), "")
        return Reaction(
            state=RunState.STOPPED,
            sentence=Sentence(REQUEST_WRONG, {"text": f"«{words}»." if words else "–"}),
            stop=StopReason.REQUEST_WRONG,
        )
