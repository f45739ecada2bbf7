"""What the outbox hands to the sender and takes back: revisions, batches, attempts, outcomes, runs. No SQL."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple, overload

from ordermanager.domain.states import State

if TYPE_CHECKING:
    from datetime import datetime

    from ordermanager.domain.sentences import Sentence


@dataclass(frozen=True, slots=True)
class QueueItem:
    """An order to be queued: its exact JSON, and what must be known about it without parsing that.

    `draft_hash`: of the text that `body` was made from; where the order's text has changed since, it is not queued.
    """

    order_id: int
    body: bytes
    status: str
    external_order_id: str
    email: str = ""
    phone: str = ""
    external_customer_id: str = ""
    draft_hash: bytes | None = None


@dataclass(frozen=True, slots=True)
class RevisionRecord:
    """One revision of an order; its body is read by `Revisions.body`. `number` counts from 1 and is never reused."""

    id: int
    order_id: int
    number: int
    state: State
    external_order_id: str
    status: str
    size: int
    sha256: bytes
    email: str
    phone: str
    external_customer_id: str
    reason: Sentence | None
    not_before: str
    queued_at: str
    state_at: str
    batch_id: int | None


class BatchMember(NamedTuple):
    """One order of a claimed batch."""

    revision_id: int
    order_id: int
    external_order_id: str


class Members(Sequence[BatchMember]):
    """The orders of a batch in the order of the queue.

    `listed`: the three values of each, as JSON. It is read only when somebody asks, which the sender does when an
    answer names orders: nearly always it is enough to know how many they are.
    """

    __slots__ = ("_listed", "_members", "revision_ids")

    def __init__(self, revision_ids: Sequence[int], listed: str) -> None:
        self.revision_ids = tuple(revision_ids)
        self._listed = listed
        self._members: tuple[BatchMember, ...] | None = None

    def _read(self) -> tuple[BatchMember, ...]:
        if self._members is None:
            self._members = tuple([BatchMember._make(each) for each in json.loads(self._listed)])
        return self._members

    def __len__(self) -> int:
        return len(self.revision_ids)

    def __iter__(self) -> Iterator[BatchMember]:
        return iter(self._read())

    @overload
    def __getitem__(self, at: int) -> BatchMember: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[BatchMember]: ...
    def __getitem__(self, at: int | slice) -> BatchMember | Sequence[BatchMember]:
        return self._read()[at]


class ExternalIds(Sequence[str]):
    """The externalOrderId of each of `members`; they too are read only when somebody asks."""

    __slots__ = ("_members",)

    def __init__(self, members: Sequence[BatchMember]) -> None:
        self._members = members

    def __len__(self) -> int:
        return len(self._members)

    def __iter__(self) -> Iterator[str]:
        return (member.external_order_id for member in self._members)

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[str]: ...
    def __getitem__(self, at: int | slice) -> str | Sequence[str]:
        if isinstance(at, slice):
            return [member.external_order_id for member in self._members[at]]
        return self._members[at].external_order_id


@dataclass(frozen=True, slots=True)
class ClaimedBatch:
    """What to send now; committed as `sending` already. `bodies`: the exact JSON of its members in their order, with
    commas between them. `last_identical_at`: when this very list of bodies was last
    received by this account (empty: never); an identical body must not go out within 60 s of that."""

    batch_id: int
    attempt_id: int
    members: Members
    bodies: bytes
    last_identical_at: str = ""

    @property
    def revision_ids(self) -> tuple[int, ...]:
        """Of its members, in their order."""
        return self.members.revision_ids

    @property
    def external_order_ids(self) -> Sequence[str]:
        """Of its members, in their order."""
        return ExternalIds(self.members)


@dataclass(frozen=True, slots=True)
class AttemptResult:
    """One HTTP exchange as it ended. `sent`: how much of the request left (`not_sent`, `partly`, `complete`).

    `error`: a stable word for a failure below HTTP, else empty; `elapsed` in seconds. `answer` is its text,
    as much of it as lists show; `body` the answer itself, as far as it came. All `headers` are kept.
    `looked_at`: whether the server may have read the orders; only then would it call the same body a repetition.
    """

    sent: str
    http_status: int | None = None
    error: str = ""
    error_text: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    answer: str = ""
    elapsed: float = 0.0
    looked_at: bool = True
    body: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """The body of an answer as it came, or the beginning of one that was longer; `size` is how many bytes came."""

    body: bytes = field(repr=False)
    size: int

    @property
    def is_whole(self) -> bool:
        """Whether nothing was cut off."""
        return len(self.body) >= self.size

    @property
    def text(self) -> str:
        """The answer to be read; bytes that are no text are shown as such."""
        return self.body.decode("utf-8", "backslashreplace")


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of members of a batch: a state as in MemberOutcome, with its reason."""

    state: State
    reason: Sentence | None = None
    not_before: datetime | None = None


@dataclass(frozen=True, slots=True)
class MemberOutcome:
    """What became of one member: accepted, rejected (with reason), unconfirmed (with reason), or queued again (with
    reason, and not before a moment)."""

    revision_id: int
    state: State
    reason: Sentence | None = None
    not_before: datetime | None = None


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What became of a whole batch: of the members in `others` what stands there, of all the rest the same."""

    rest: Fate
    others: tuple[MemberOutcome, ...] = ()

    def count(self, state: State, members: int) -> int:
        """How many of so many members ended in `state`."""
        named = sum(1 for each in self.others if each.state is state)
        return named + (members - len(self.others) if self.rest.state is state else 0)


@dataclass(frozen=True, slots=True)
class RunRecord:
    """One run of the sender, from start to `finished_at` (empty: still running, or died)."""

    id: int
    account_id: int
    account_name: str
    started_at: str
    finished_at: str
    stopped_reason: Sentence | None
    balance: Balance


@dataclass(frozen=True, slots=True)
class Balance:
    """A run's orders: `total` = waiting at the start + queued while it ran − withdrawn while it ran."""

    total: int
    accepted: int
    rejected: int
    unconfirmed: int
    waiting: int
    batches: int
    attempts: int

    @property
    def closes(self) -> bool:
        """Whether every order of the run is accounted for."""
        return self.total == self.accepted + self.rejected + self.unconfirmed + self.waiting


@dataclass(frozen=True, slots=True)
class AttemptRecord:
    """One exchange, for the history. `finished_at` is empty while it runs."""

    id: int
    batch_id: int
    account_name: str
    started_at: str
    deadline: str
    finished_at: str
    sent: str
    http_status: int | None
    error: str
    error_text: str
    headers: Mapping[str, str]
    answer: str
    elapsed: float


@dataclass(frozen=True, slots=True)
class UnconfirmedBatch:
    """A request of which nobody knows whether it arrived: its still undecided members, and what happened.

    `policy` is its account's; of `overtaken` members a newer revision has been sent since.
    """

    batch_id: int
    account_id: int
    account_name: str
    at: str
    revision_ids: tuple[int, ...]
    order_ids: tuple[int, ...]
    external_order_ids: tuple[str, ...]
    reason: Sentence | None
    http_status: int | None
    error: str
    policy: str = "ask"
    overtaken: int = 0

    @property
    def count(self) -> int:
        """How many orders are in doubt."""
        return len(self.revision_ids)


Decision = Literal["send_again", "accepted"]


@dataclass(frozen=True, slots=True)
class Forecast:
    """What sending the queue would raise: per status how many, and of all how many would come twice (`repeated`: the
    same was sent before, or may have been), are `old`, or reach nobody (`unreachable`)."""

    statuses: Mapping[str, int]
    repeated: int
    old: int
    unreachable: int


@dataclass(frozen=True, slots=True)
class RunLine:
    """One order that a run sent, and where it stands now. `at` (UTC): since when."""

    external_order_id: str
    event: str
    state: str
    at: str
    batch_id: int
    http_status: int | None
    reason: Sentence | None
