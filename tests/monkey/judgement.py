"""What became of the workspace: whether it is sound, and whether its history and the servers' books say the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from ordermanager.sandbox.data import SandboxData
from ordermanager.services.practice.practice import DATA
from ordermanager.services.upkeep.doctor import Doctor
from ordermanager.store.outbox.repeats import RESTORED_AT
from ordermanager.store.workspace import Workspace

Sent = Counter[tuple[str, str]]
_LEFT_BY_PEOPLE = ("held",)
"""Lines of the doctor that a person can bring about."""

_LEFT_OUT = f"SELECT 1 FROM erasures UNION SELECT 1 FROM settings WHERE key = '{RESTORED_AT}'"
"""Somebody was forgotten, or a backup restored: then the history says less, and whoever sends is asked."""


def judge(folder: Path, data: Path) -> Iterator[str]:
    """What is wrong in the workspace in `folder`; `data` is what the server keeps."""
    for line in Doctor(folder).examine().lines:
        if not line.ok and line.name not in _LEFT_BY_PEOPLE:
            yield f"doctor: {line.name} {line.sentence}"
    applied: Sent = Counter()
    for file in (data, folder / DATA):
        if file.exists():
            with closing(SandboxData(file)) as books:
                applied.update(books.event_counts())
    with closing(Workspace.create_or_open(folder, read_only=True)) as workspace:
        accepted, doubtful = _history(workspace)
        is_all_known = not workspace.reader().all(_LEFT_OUT)
    for key in applied.keys() | accepted.keys():
        if applied[key] < accepted[key]:
            yield f"lost: {key} was accepted {accepted[key]} times and came {applied[key]} times"
        if is_all_known and applied[key] > accepted[key] + doubtful[key]:
            yield f"doubled: {key} came {applied[key]} times: {accepted[key]} accepted, {doubtful[key]} in doubt"


def _history(workspace: Workspace) -> tuple[Sent, Sent]:
    """How often each order with a status was accepted by a server, and how often it may have been."""
    rows = workspace.reader().all(
        "SELECT r.external_order_id, r.status, s.new, count(*) FROM revision_steps s"
        " JOIN revisions r ON r.id = s.revision_id WHERE s.old = 'sending' GROUP BY 1, 2, 3"
    )
    accepted: Sent = Counter()
    doubtful: Sent = Counter()
    for name, status, new, count in rows:
        if new in ("accepted", "unconfirmed"):
            (accepted if new == "accepted" else doubtful)[name, status] += count
    return accepted, doubtful
