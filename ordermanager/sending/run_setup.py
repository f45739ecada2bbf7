"""What holds for a run from its beginning to its end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ordermanager.clock import Clock
    from ordermanager.sending.limits import Limits
    from ordermanager.sending.tactics import Tactics
    from ordermanager.store.outbox.claims import Choice
    from ordermanager.store.records import AccountRecord
    from ordermanager.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class RunSetup:
    """`account` as it was when the run began; `wanted`: what may be sent; `is_considerate`: a window is open."""

    workspace: Workspace
    account: AccountRecord
    run_id: int
    clock: Clock
    limits: Limits
    tactics: Tactics
    wanted: Choice
    is_considerate: bool = False
