"""What the workspace says of itself, of its backups and its accounts. Plain values, no SQL.

Every time in a record of the store is UTC ISO text with microseconds, `2026-11-23T12:00:00.000000Z`, or empty where
there is none; `store.times` converts. Each folder has its own records.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from ordermanager.domain.checks.rules import CostBasis

if TYPE_CHECKING:
    from datetime import datetime

    from ordermanager.domain.sentences import Sentence


RepeatPolicy = Literal["ask", "send_again", "never"]


@dataclass(frozen=True, slots=True)
class AccountRecord:
    """Where orders are sent to. The key is never here, it is in the keyring.

    `repeat_policy` answers "Can a repeated order write to your customers?": `ask` (yes or not sure), `send_again` (no:
    what is in doubt goes again by itself `repeat_after` minutes later) or `never` (yes, so never offer it).
    `in_flight`: requests at once; `per_minute`: requests at most, 0 = no limit; `only_newest`: a newer revision takes
    the place of one that waits whatever its status, so that not every status raises its event. `failures`: waits in a
    row.
    `stop_reason` set: nothing is sent until someone resumes. `not_before`: the server asked to wait until then.
    `batch_size`: how many orders the last good request held, where the next run begins; 0 = not known yet.
    """

    name: str
    base_url: str
    is_sandbox: bool = False
    cost_basis: CostBasis = CostBasis.UNIT
    repeat_policy: RepeatPolicy = "ask"
    is_default: bool = False
    stop_reason: Sentence | None = None
    stopped_at: str = ""
    not_before: str = ""
    batch_size: int = 0
    repeat_after: int = 15
    in_flight: int = 1
    per_minute: int = 0
    only_newest: bool = False
    failures: int = 0
    extra: Mapping[str, object] = field(default_factory=dict)
    id: int = 0

    @property
    def is_stopped(self) -> bool:
        """Whether nothing is sent there until it is resumed."""
        return self.stop_reason is not None


@dataclass(frozen=True, slots=True)
class AccountChange:
    """What an answer means for the whole account: stop it, let it wait, remember a good batch size, and how many waits
    in a row there have been (`failures`)."""

    stop_reason: Sentence | None = None
    not_before: datetime | None = None
    batch_size: int | None = None
    failures: int | None = None


@dataclass(frozen=True, slots=True)
class BackupRecord:
    """A backup file: when and why it was made, its size in bytes."""

    path: str
    at: str
    reason: str
    size: int


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What `Workspace.check` found; `problems` is empty when all is well. `counts`: rows per table.

    `is_damaged`: only a backup helps. `search_is_damaged`: `Workspace.rebuild_search` helps, nothing is lost.
    """

    problems: tuple[Sentence, ...]
    counts: Mapping[str, int]
    schema_version: int
    is_damaged: bool = False
    search_is_damaged: bool = False

    @property
    def is_well(self) -> bool:
        """Whether nothing was found."""
        return not self.problems
