"""Power cuts and full disks at every kind of moment of a run; the soak does the same at every single one."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from ordermanager.store import WorkspaceError
from tests.faults.power import record, survive_cut, survive_full_disk


def test_a_power_cut_at_any_write_loses_nothing_and_doubles_nothing(tmp_path: Path) -> None:
    run = record(tmp_path / "shop", 20)
    dice = random.Random(20261124)
    last = len(run.disk.steps)
    for at in sorted(dice.sample(range(run.began, last), 30)):
        survive_cut(run, at, dice)


def test_without_syncing_these_cuts_would_be_seen(tmp_path: Path) -> None:
    """So that the test above can fail: the same run on a disk whose syncs do nothing."""
    run = record(tmp_path / "shop", 12)
    run.disk.steps = [
        step for number, step in enumerate(run.disk.steps) if step.kind != "sync" or number < run.began
    ]
    reached = max(run.reached.values())
    for at in range(reached, len(run.disk.steps), 10):
        with pytest.raises((AssertionError, WorkspaceError)):
            survive_cut(run, at, random.Random(at))


@pytest.mark.parametrize("full_from", [1, 2, 3, 5, 8, 13, 21, 30, 40, 55])
def test_a_disk_that_is_full_at_any_write_loses_nothing_and_doubles_nothing(
    tmp_path: Path, full_from: int
) -> None:
    survive_full_disk(tmp_path, 12, full_from)


def test_the_disk_is_full_in_the_middle_of_the_run_at_all(tmp_path: Path) -> None:
    assert survive_full_disk(tmp_path, 12, 20)
