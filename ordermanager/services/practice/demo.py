"""The demo: a fresh workspace, a sandbox, the sample files, and the whole main job, so that every folder has
something in it.
"""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, WrongUse
from ordermanager.domain.states import Folder
from ordermanager.resources import resource
from ordermanager.services.app import Services
from ordermanager.services.imports.prepared import ImportOptions
from ordermanager.services.keys import KeyStore
from ordermanager.services.practice.demo_orders import (
    DOUBTFUL_ORDERS,
    REFUSED_ORDERS,
    UNFINISHED_ORDERS,
    WAITING_ORDERS,
    demo_draft,
)
from ordermanager.services.results import DemoReport
from ordermanager.store.database.opening import DATABASE_NAME
from ordermanager.store.orders.query import OrderQuery

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ordermanager.sandbox.server import SandboxServer
    from ordermanager.sending.progress import RunReport
    from ordermanager.services.imports.results import ImportResult
    from ordermanager.services.practice.demo_orders import DemoOrder

_READY_LEFT = 3
"""Orders that stay ready, so that there is something to queue by hand."""


_FILLED = {
    "externalCustomerId": "{email|phone}",
    "url": "https://shop.example/item/{externalItemId}",
    "imageUrl": "https://shop.example/item/{externalItemId}.jpg",
}


@dataclass(slots=True)
class Demo:
    """A running demo; `services` and `sandbox` live until the `with` of `start_demo` ends."""

    services: Services
    sandbox: SandboxServer
    files: tuple[ImportResult, ...] = ()
    queued: int = 0
    runs: tuple[RunReport, ...] = ()

    def report(self) -> DemoReport:
        """The balance over all runs: every order that was ever queued is accepted, rejected, unconfirmed or waiting."""
        accepted = sum(run.accepted for run in self.runs)
        rejected = sum(run.rejected for run in self.runs)
        unconfirmed = sum(run.unconfirmed for run in self.runs)
        waiting = self.services.outbox.waiting()
        closes = self.queued == accepted + rejected + unconfirmed + waiting and all(
            run.closes for run in self.runs
        )
        return DemoReport(
            workspace=self.services.folder,
            sandbox_url=self.sandbox.url,
            files=self.files,
            queued=self.queued,
            total=self.queued,
            accepted=accepted,
            rejected=rejected,
            unconfirmed=unconfirmed,
            waiting=waiting,
            balance_closes=closes,
        )


@contextmanager
def start_demo(folder: Path | None, say: Callable[[str], None] = lambda _: None) -> Iterator[Demo]:
    """Make the workspace (None: in a new temporary folder), do the main job in it, and keep the sandbox
    running meanwhile.

    Raises WrongUse for a folder that has a workspace already: a demo never touches real orders.
    """
    from ordermanager.sandbox.seed import seed_contacts
    from ordermanager.sandbox.server import SandboxServer

    folder = Path(tempfile.mkdtemp(prefix="ordermanager-demo-")) if folder is None else folder
    if (folder / DATABASE_NAME).exists():
        raise WrongUse(
            QT_TRANSLATE_NOOP(
                "Sentence", "There is a workspace in {folder} already. A demo needs a new folder."
            ),
            folder=str(folder),
        )
    with (
        Services.open(folder, key_store=KeyStore.in_memory()) as services,
        SandboxServer(data_file=folder / "sandbox.db") as sandbox,
    ):
        seed_contacts(sandbox)
        services.accounts.add("Sandbox", sandbox.url, key="sandbox-demo", default=True)
        demo = Demo(services, sandbox)
        _do_the_main_job(demo, say)
        yield demo


def _do_the_main_job(demo: Demo, say: Callable[[str], None]) -> None:
    services = demo.services
    demo.files = tuple(_import(services, path, say) for path in sample_files())
    say("Entering orders by hand …")
    doubtful = _enter(services, DOUBTFUL_ORDERS)
    demo.queued += services.outbox.queue(doubtful).queued
    say("Sending, and losing the connection before the answer …")
    demo.sandbox.fail("drop-after:1")
    demo.runs += (services.sending.send(),)
    demo.sandbox.behave()
    ready = list(services.orders.list_ids(OrderQuery(folder=Folder.READY, sort="created", descending=False)))
    batch = [*ready[: max(len(ready) - _READY_LEFT, 0)], *_enter(services, REFUSED_ORDERS)]
    demo.queued += services.outbox.queue(batch).queued
    say(f"Sending {demo.queued} orders …")
    demo.runs += (services.sending.send(),)
    demo.queued += services.outbox.queue(_enter(services, WAITING_ORDERS)).queued
    _enter(services, UNFINISHED_ORDERS)


def sample_files() -> list[Path]:
    """The sample files, in the order of their names."""
    folder = resource("samples")
    return sorted(
        path
        for path in folder.iterdir()
        if path.is_file() and path.suffix in (".csv", ".xlsx", ".json", ".tsv", ".ods")
    )


def _import(services: Services, path: Path, say: Callable[[str], None]) -> ImportResult:
    """What a whole file lacks is filled in as a shop would do it: links are made of the item's id."""
    say(f"Importing {path.name} …")
    prepared = services.importing.prepare(path)
    constants = {name: _FILLED[name] for name in prepared.plan.missing if name in _FILLED}
    if constants:
        prepared.close()
        prepared = services.importing.prepare(path, ImportOptions(constants=constants))
    return services.importing.run(prepared)


def _enter(services: Services, orders: tuple[DemoOrder, ...]) -> list[int]:
    return [services.orders.save(demo_draft(services.orders.new_draft(), order)).order_id for order in orders]
