"""Where the time of a run goes: wraps what a batch goes through, and adds up its milliseconds."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import wraps
from typing import Any

from ordermanager.api.client import YespoClient
from ordermanager.sending import run as sending_run
from ordermanager.store.database.sqlite import Database
from ordermanager.store.outbox.outbox import Outbox

_PARTS: tuple[tuple[str, Any, str], ...] = (
    ("claiming a batch, its bodies read", Outbox, "claim"),
    ("reading the next batch ahead", Outbox, "prepare"),
    ("claiming what was read ahead", Outbox, "claim_prepared"),
    ("recording its outcome", Outbox, "record_outcome"),
    ("joining the request", sending_run, "request_body"),
    ("reading the answer", sending_run, "read_answer"),
    ("deciding", sending_run, "outcomes"),
)


@dataclass(slots=True)
class Stages:
    """Seconds by stage; of the store's also what the processor worked, since the rest waits for disk and others."""

    seconds: dict[str, float] = field(default_factory=dict)
    worked: dict[str, float] = field(default_factory=dict)

    def add(self, name: str, seconds: float, worked: float) -> None:
        self.seconds[name] = self.seconds.get(name, 0.0) + seconds
        self.worked[name] = self.worked.get(name, 0.0) + worked

    def lines(self, batches: int) -> Iterator[str]:
        for name, seconds in self.seconds.items():
            worked = self.worked[name] * 1000 / batches
            yield f"  {name}: {seconds * 1000 / batches:.1f} ms a batch, {worked:.1f} ms of it work"


@contextmanager
def watched() -> Iterator[Stages]:
    """Measure everything within."""
    stages = Stages()
    before = [(owner, name, getattr(owner, name)) for _, owner, name in _PARTS]
    post, transaction = YespoClient.post_orders, Database.transaction
    for title, owner, name in _PARTS:
        setattr(owner, name, _timed(stages, title, getattr(owner, name)))

    async def timed_post(self: YespoClient, body: bytes) -> Any:
        started = time.perf_counter()
        try:
            return await post(self, body)
        finally:
            stages.add("the request, from connecting to the answer", time.perf_counter() - started, 0.0)

    @contextmanager
    def timed_transaction(self: Database) -> Iterator[Database]:
        """Its end is the commit: what the work within did not take."""
        if self.in_transaction:
            yield self
            return
        ended = worked = 0.0
        try:
            with transaction(self):
                yield self
                ended, worked = time.perf_counter(), time.thread_time()
        finally:
            if ended:
                stages.add("committing", time.perf_counter() - ended, time.thread_time() - worked)

    YespoClient.post_orders = timed_post  # type: ignore[method-assign]
    Database.transaction = timed_transaction  # type: ignore[method-assign,assignment]
    try:
        yield stages
    finally:
        YespoClient.post_orders = post  # type: ignore[method-assign]
        Database.transaction = transaction  # type: ignore[method-assign]
        for owner, name, original in before:
            setattr(owner, name, original)


def _timed(stages: Stages, title: str, work: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(work)
    def timed(*args: Any, **options: Any) -> Any:
        started, worked = time.perf_counter(), time.thread_time()
        try:
            return work(*args, **options)
        finally:
            stages.add(title, time.perf_counter() - started, time.thread_time() - worked)

    return timed
