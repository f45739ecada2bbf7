"""Power cuts and disks that refuse, at every kind of moment of a run; the soak does the same at every single one."""

from __future__ import annotations

import random
from pathlib import Path

import apsw
import pytest

from ordermanager.store.database.migrate import known_migrations
from ordermanager.store.errors import WorkspaceError
from ordermanager.store.workspace import Workspace
from tests.faults.disk import Trouble, lay_out, recorded
from tests.faults.power import record, survive_cut, survive_trouble


def test_a_power_cut_at_any_write_loses_nothing_and_doubles_nothing(tmp_path: Path) -> None:
    run = record(tmp_path / "shop", 20)
    dice = random.Random(20261124)
    last = len(run.disk.steps)
    for at in sorted(dice.sample(range(run.began, last + 1), 30)):
        assert survive_cut(run, at, dice).is_clean


def test_without_syncing_these_cuts_would_be_seen(tmp_path: Path) -> None:
    """So that the test above can fail: the same run on a disk whose syncs do nothing."""
    run = record(tmp_path / "shop", 12)
    run.disk.steps = [
        step for number, step in enumerate(run.disk.steps) if step.kind != "sync" or number < run.began
    ]
    seen = 0
    for at in range(max(run.reached.values()), len(run.disk.steps), 10):
        try:
            seen += not survive_cut(run, at, random.Random(at)).is_clean
        except WorkspaceError:
            seen += 1
    assert seen


MOMENTS = [
    *(Trouble(first) for first in (1, 2, 5, 13, 21, 34, 55)),
    *(Trouble(first, lasting=3) for first in (1, 2, 8, 13, 21, 34)),
    *(Trouble(first, apsw.IOError) for first in (1, 3, 8, 21, 34)),
    *(Trouble(first, apsw.IOError, of_syncs=True) for first in (1, 2, 3, 5, 6)),
    *(Trouble(first, apsw.IOError, of_syncs=True, lasting=1) for first in (1, 2, 3, 4, 7)),
]


@pytest.mark.parametrize("trouble", MOMENTS, ids=str)
def test_a_disk_that_refuses_at_any_write_loses_nothing_and_doubles_nothing(
    tmp_path: Path, trouble: Trouble
) -> None:
    verdict, was_met = survive_trouble(tmp_path, 16, trouble)
    assert verdict.is_clean
    assert was_met, "the disk never refused anything, so this shows nothing"


@pytest.mark.parametrize(
    "trouble",
    [*(Trouble(first) for first in (13, 34)), Trouble(21, lasting=3), Trouble(5, apsw.IOError, True)],
    ids=str,
)
def test_the_same_with_three_requests_on_their_way(tmp_path: Path, trouble: Trouble) -> None:
    verdict, was_met = survive_trouble(tmp_path, 24, trouble, in_flight=3)
    assert verdict.is_clean
    assert was_met


def brought_up_to_date(folder: Path) -> bool:
    """The workspace is whole, and of the newest schema."""
    workspace = Workspace.create_or_open(folder)
    report = workspace.check()
    workspace.close()
    return report.problems == () and report.schema_version == len(known_migrations())


@pytest.mark.parametrize("first", [1, 3, 8, 21, 55])
def test_a_migration_that_the_disk_breaks_off_leaves_the_old_schema_or_the_new_one(
    tmp_path: Path, first: int
) -> None:
    Workspace.create_or_open(tmp_path / "shop", migrations=known_migrations()[:1]).close()
    with recorded() as disk:
        disk.begin_trouble(Trouble(first))
        with pytest.raises(WorkspaceError):
            Workspace.create_or_open(tmp_path / "shop")
        assert disk.refused
        disk.trouble = None
        assert brought_up_to_date(tmp_path / "shop")


def test_a_migration_whose_power_is_cut_leaves_the_old_schema_or_the_new_one(tmp_path: Path) -> None:
    with recorded() as disk:
        Workspace.create_or_open(tmp_path / "shop", migrations=known_migrations()[:1]).close()
        began = len(disk.steps)
        Workspace.create_or_open(tmp_path / "shop").close()
    dice = random.Random(7)
    for at in sorted(dice.sample(range(began, len(disk.steps)), 25)):
        folder = tmp_path / str(at)
        files = disk.after_cut(at, dice)
        lay_out(
            {path: content for path, content in files.items() if "backups" not in path},
            tmp_path / "shop",
            folder,
        )
        assert brought_up_to_date(folder)
