"""An import does not wait for the disk with each of its transactions, but with the last one."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from ordermanager.services.app import Services
from ordermanager.services.keys import KeyStore
from ordermanager.store.orders.query import OrderQuery
from tests.faults.disk import Disk, Step, lay_out, recorded
from tests.services.imports.small_chunks import use_chunks_of

ORDERS = 300
CUTS = 25


def write_orders(path: Path) -> None:
    """A table of orders that need not be right."""
    rows = [f"A-{number},p{number}@shop.example" for number in range(ORDERS)]
    path.write_text("\n".join(("externalOrderId,email", *rows)), "utf-8")


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Disk, int, int]:
    """An import on a recorded disk, with the steps at which it began and had ended."""
    use_chunks_of(20, monkeypatch)
    write_orders(tmp_path / "orders.csv")
    with (
        recorded() as disk,
        Services.open(tmp_path / "workspace", key_store=KeyStore.in_memory()) as services,
    ):
        began = len(disk.steps)
        assert services.importing.run(services.importing.prepare(tmp_path / "orders.csv")).new == ORDERS
        ended = len(disk.steps)
    return disk, began, ended


def after_cut(folder: Path, disk: Disk, at: int, dice: random.Random) -> tuple[int, bool]:
    """The orders that are there when the power is back, and whether the import says that it was finished. The workspace
    is whole, and an order is found by its words."""
    found = folder / f"{at}-{dice.random()}"
    files = {path: data for path, data in disk.after_cut(at, dice).items() if "backups" not in path}
    lay_out(files, folder / "workspace", found)
    with Services.open(found, key_store=KeyStore.in_memory()) as services:
        assert services._workspace.check().problems == ()
        orders = services.orders.count(OrderQuery())
        names = {f"A-{number}" for number in range(orders)}
        assert set(services._workspace.orders.find_by_external_id(names)) == names
        assert services.orders.count(OrderQuery(search="p0@shop.example")) == bool(orders)
        records = services.importing.list()
        return orders, bool(records and records[0].finished_at)


def test_what_an_import_says_that_it_has_brought_stays_when_the_power_goes(
    tmp_path: Path, run: tuple[Disk, int, int]
) -> None:
    disk, _, ended = run
    for at in {ended, *range(ended, len(disk.steps), 7)}:
        assert after_cut(tmp_path, disk, at, random.Random(at)) == (ORDERS, True)


def test_an_import_whose_power_is_cut_leaves_whole_chunks_and_is_not_finished(
    tmp_path: Path, run: tuple[Disk, int, int]
) -> None:
    disk, began, ended = run
    dice = random.Random(20261129)
    for at in sorted(dice.sample(range(began, ended), CUTS)):
        orders, is_finished = after_cut(tmp_path, disk, at, dice)
        assert orders % 20 == 0
        assert not is_finished or orders == ORDERS


def test_without_a_sync_behind_it_this_would_be_seen(tmp_path: Path, run: tuple[Disk, int, int]) -> None:
    """So that the first test can fail."""
    disk, began, ended = run
    syncs = [place for place, step in enumerate(disk.steps[:ended]) if step.kind == "sync"]
    assert any(place >= began for place in syncs)
    last = syncs[-1]
    disk.steps[last] = Step("truncate", disk.steps[last].path, 10**9)  # nothing
    found = [after_cut(tmp_path, disk, ended, random.Random(seed)) for seed in range(5)]
    assert any(each != (ORDERS, True) for each in found)
