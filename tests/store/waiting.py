"""What is in an outbox, and what it waits for: looks at all of it, as only a test may."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from typing import NamedTuple

from ordermanager.store.outbox.claims import OLDER_WAITS, due
from ordermanager.store.outbox.run_rows import count_by_state
from ordermanager.store.workspace import Workspace


class WaitingCounts(NamedTuple):
    """`due` can be claimed now, `later` when its time has come, `blocked` when an older revision has gone."""

    due: int
    later: int
    blocked: int
    held: int
    sending: int


def waiting(workspace: Workspace, now: datetime) -> WaitingCounts:
    database = workspace.reader()
    blocked = database.value(f"SELECT count(*) FROM revisions r WHERE r.state = 'queued' AND {OLDER_WAITS}")
    later = database.value(
        "SELECT count(*) FROM revisions r WHERE r.state = 'queued' "
        f"AND r.not_before > ? AND r.not_before <= ? AND NOT {OLDER_WAITS}",
        due(now),
    )
    queued, held, sending = count_by_state(database)
    return WaitingCounts(queued - blocked - later, later, blocked, held, sending)


def in_states(workspace: Workspace) -> Counter[str]:
    """How many revisions are in each state."""
    rows = workspace.reader().all("SELECT state, count(*) FROM revisions GROUP BY state")
    return Counter(dict(rows))
