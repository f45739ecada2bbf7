"""One run on a recorded disk, and what must hold wherever its power was cut or its disk was full."""

from __future__ import annotations

import random
import shutil
import tempfile
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from ordermanager.domain.states import State
from ordermanager.sending.sender import Limits
from ordermanager.store import WorkspaceError
from tests.faults.disk import Disk, lay_out, recorded
from tests.faults.server import Connection, FaultServer
from tests.faults.shop import FakeClock, Shop, audit

LIMITS = Limits(first_batch=4, batch_limit=4, offline_patience=600, wait_patience=7200)
SURE = (State.ACCEPTED, State.UNCONFIRMED)


@dataclass
class Run:
    """A recorded run. `reached` and `applied`: the step of the disk at which each order's request came to the server,
    and at which the server took it."""

    folder: Path
    disk: Disk
    names: list[str]
    began: int
    reached: dict[str, int] = field(default_factory=dict)
    applied: dict[str, int] = field(default_factory=dict)


def record(folder: Path, orders: int) -> Run:
    """Send so many orders in small batches; the workspace is left as if the program had just gone."""
    with recorded() as disk:

        def remembering(connection: Connection) -> None:
            at = len(disk.steps)
            for name in connection.read():
                run.reached[name] = at
            connection.apply()
            for name in connection.request.ids:
                run.applied[name] = len(disk.steps)
            connection.reply_json(200, {})

        with FaultServer(default=remembering) as server:
            shop = Shop(folder, server.url)
            shop.fill(orders)
            run = Run(folder, disk, [f"A{number}" for number in range(orders)], len(disk.steps))
            assert shop.send(limits=LIMITS).accepted == orders
            shop.close()
        assert server.errors == []
    return run


def survive_cut(run: Run, at: int, dice: random.Random) -> None:
    """Lay the disk out as after a cut at this step, start again, and look whether anything is lost or doubled."""
    folder = Path(tempfile.mkdtemp(dir=run.folder.parent))
    lay_out(run.disk.after_cut(at, dice), run.folder, folder)
    before = {name for name, step in run.reached.items() if step <= at}
    with FaultServer() as server:
        shop = Shop(folder, server.url)
        assert shop.workspace.check().problems == ()
        shop.workspace.accounts.update(replace(shop.account, base_url=server.url))
        shop.account = shop.workspace.accounts.list()[0]
        shop.send(limits=LIMITS)
        states = shop.states()
        assert set(states) == set(run.names), "an order is lost"
        for name in before:
            assert states[name] in SURE, f"{name} had reached the server and is {states[name]}"
            assert server.ledger.applied[name] == 0, f"{name} was sent twice in silence"
        for name, state in states.items():
            if state is State.ACCEPTED:
                assert name in run.applied or server.ledger.applied[name] == 1
        assert State.SENDING not in states.values()
        assert all(each.balance.closes for each in shop.workspace.runs.list())
        assert shop.workspace.check().problems == ()
        shop.close()
    assert server.errors == []
    shutil.rmtree(folder)


def survive_full_disk(parent: Path, orders: int, full_from: int) -> bool:
    """Send while the disk is full from this write of the run on, then make room and send again.

    Whether the disk was in fact full before the run had ended.
    """
    folder = Path(tempfile.mkdtemp(dir=parent))
    with recorded() as disk, FaultServer() as server:
        shop = Shop(folder, server.url, FakeClock(), busy_timeout=0.05)
        shop.fill(orders)
        disk.writes, disk.full_from = 0, full_from
        with suppress(WorkspaceError):
            shop.send(limits=LIMITS)
        was_full = disk.writes >= full_from
        disk.full_from = None
        shop.close()
        shop = Shop(folder, server.url, FakeClock())
        shop.clock.passed += 10_000
        shop.send(limits=LIMITS)
        audit(shop, server.ledger)
        assert len(shop.states()) == orders
        assert set(shop.states().values()) <= set(SURE)
        assert all(each.balance.closes for each in shop.workspace.runs.list())
        shop.close()
    assert server.errors == []
    shutil.rmtree(folder)
    return was_full
