"""One run on a recorded disk, and what must hold wherever its power was cut or its disk refused to write."""

from __future__ import annotations

import random
import shutil
import tempfile
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from ordermanager.domain.states import State
from ordermanager.sending.sender import Limits
from ordermanager.store.errors import WorkspaceError
from tests.faults.disk import Disk, Trouble, lay_out, recorded
from tests.faults.server import Connection, FaultServer
from tests.faults.shop import FakeClock, Shop
from tests.faults.verdict import Verdict, judge

LIMITS = Limits(first_batch=4, batch_limit=4, offline_patience=600, wait_patience=7200)


@dataclass
class Run:
    """A recorded run. `reached`: the step of the disk at which each order's request came to the server; `settled`: at
    which its outcome must have been on the disk, since the next request had come."""

    folder: Path
    disk: Disk
    names: list[str]
    began: int
    reached: dict[str, int] = field(default_factory=dict)
    settled: dict[str, int] = field(default_factory=dict)


def record(folder: Path, orders: int) -> Run:
    """Send so many orders in small batches; the workspace is left as if the program had just gone."""
    with recorded() as disk:

        def remembering(connection: Connection) -> None:
            at = len(disk.steps)
            for name in run.reached:
                run.settled.setdefault(name, at)
            for name in connection.read():
                run.reached[name] = at
            connection.apply()
            connection.reply_json(200, {})

        with FaultServer(default=remembering) as server:
            shop = Shop(folder, server.url)
            shop.fill(orders)
            run = Run(folder, disk, [f"A{number}" for number in range(orders)], len(disk.steps))
            assert shop.send(limits=LIMITS).accepted == orders
            shop.close()
        assert server.errors == []
    return run


def survive_cut(run: Run, at: int, dice: random.Random) -> Verdict:
    """Lay the disk out as after a cut at this step, start again, and look whether anything is lost or doubled."""
    folder = Path(tempfile.mkdtemp(dir=run.folder.parent))
    lay_out(run.disk.after_cut(at, dice), run.folder, folder)
    before = Counter(name for name, step in run.reached.items() if step <= at)
    with FaultServer() as server:
        shop = Shop(folder, server.url)
        found = shop.workspace.check().problems
        shop.workspace.accounts.update(replace(shop.account, base_url=server.url))
        shop.account = shop.workspace.accounts.list()[0]
        shop.send(limits=LIMITS)
        verdict = judge(shop, server.ledger, run.names, before=before)
        states = shop.states()
        # What was written down as accepted, before the power went, is not in doubt afterwards.
        forgotten = sum(
            step <= at and states.get(name) is not State.ACCEPTED for name, step in run.settled.items()
        )
        shop.close()
    assert server.errors == []
    shutil.rmtree(folder)
    return replace(verdict, lost=verdict.lost + forgotten, unsound=verdict.unsound + len(found))


def survive_trouble(parent: Path, orders: int, trouble: Trouble, in_flight: int = 1) -> tuple[Verdict, bool]:
    """Send while the disk is in trouble, then, where that broke the run off, without it in a program that is started
    anew. Also whether the disk refused anything at all before the run had ended."""
    folder = Path(tempfile.mkdtemp(dir=parent))
    with recorded() as disk, FaultServer() as server:
        shop = Shop(folder, server.url, FakeClock(), busy_timeout=0.05)
        shop.fill(orders)
        disk.begin_trouble(trouble)
        with suppress(WorkspaceError):
            shop.send(limits=replace(LIMITS, in_flight=in_flight))
        was_met = disk.refused > 0
        with suppress(WorkspaceError):
            shop.close()  # the log may not be folded in; that is for the next start
        disk.trouble = None
        shop = Shop(folder, server.url, FakeClock())
        shop.clock.passed += 10_000
        shop.send(limits=LIMITS)
        verdict = judge(shop, server.ledger, [f"A{number}" for number in range(orders)])
        left = sum(state not in (State.ACCEPTED, State.UNCONFIRMED) for state in shop.states().values())
        shop.close()
    assert server.errors == []
    shutil.rmtree(folder)
    return replace(verdict, lost=verdict.lost + left), was_met
