"""Claims the next batch; and reads those after it while requests are on their way, so that they can leave at once.

What is read ahead is nothing but memory: it is claimed, that is committed as `sending`, only when it is about to leave.
So there is nothing to take back when the user pauses, and nothing in doubt when the program dies.
"""

from __future__ import annotations

import asyncio
from collections import deque
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from ordermanager.log import Log
from ordermanager.sending.reasons import ACCOUNT_CHANGED, AccountChanged
from ordermanager.sending.store_thread import StoreThread

if TYPE_CHECKING:
    from collections.abc import Callable

    from ordermanager.sending.run_setup import RunSetup
    from ordermanager.store.outbox.claims import PreparedBatch
    from ordermanager.store.outbox.records import ClaimedBatch

log = Log(__name__)


@dataclass(slots=True)
class _Ahead:
    """What is being read ahead, in the order in which it is to be claimed. `spans`: of what has been read and is not
    claimed yet, added by the thread that reads. All of it is thrown away at once where it may not be next any more."""

    reads: deque[asyncio.Future[PreparedBatch | None]] = field(default_factory=deque)
    spans: list[tuple[int, int]] = field(default_factory=list)
    has_ended: bool = False


class Claims:
    """Of one run."""

    def __init__(self, setup: RunSetup, store: StoreThread) -> None:
        self._setup = setup
        self._store = store
        self._reader = StoreThread(setup.workspace, "sender-ahead", is_considerate=setup.is_considerate)
        self._ahead = _Ahead()
        self._version: int | None = None  # of what others had written when something was claimed last

    async def next(self, *, may_be_ahead: bool) -> ClaimedBatch | None:
        """The next batch, committed as `sending`; of a search by halving its next group. `may_be_ahead`: what has been
        read ahead will do. Raises AccountChanged."""
        search = self._setup.tactics.search
        group = search.next_group if search is not None else None
        if group is None and may_be_ahead:
            batch = await self._store.do(await self.following())
            self.claimed(batch)
            return batch
        self.forget_ahead()
        batch = await self._store.do(self._claiming(group))
        if group is not None and batch is not None:
            claimed = set(batch.revision_ids)
            if missing := [revision_id for revision_id in group if revision_id not in claimed]:
                self._setup.tactics.forget(missing)
        return batch

    def _claiming(self, group: tuple[int, ...] | None = None) -> Callable[[], ClaimedBatch | None]:
        """What claims the next batch (only of `group`, if there is one), to be done in the store's thread."""
        now, size = self._setup.clock.now(), self._setup.tactics.size
        count = len(group) if group is not None else size.count
        deadline = now + timedelta(seconds=self._setup.limits.deadline)

        def claim() -> ClaimedBatch | None:
            with self._setup.workspace.write():
                self._version = self._setup.workspace.outbox.others_version()
                self._look_at_account()
                return self._setup.workspace.outbox.claim(
                    self._setup.account.id,
                    self._setup.run_id,
                    count,
                    size.max_bytes,
                    now,
                    deadline,
                    wanted=self._setup.wanted,
                    revision_ids=group,
                )

        return claim

    def _look_at_account(self) -> None:
        """Another program may have changed it meanwhile, the command line beside a window for instance."""
        if not self._setup.workspace.accounts.is_as_it_was(self._setup.account):
            raise AccountChanged(ACCOUNT_CHANGED, name=self._setup.account.name)

    async def following(self) -> Callable[[], ClaimedBatch | None]:
        """What claims the next batch, to be done in the store's thread, perhaps in the transaction that writes down an
        answer: what was read ahead, if that is still what is next. `claimed` must be told what it brought."""
        reads, size = self._ahead.reads, self._setup.tactics.size
        prepared = await reads.popleft() if reads else None
        if prepared is None or (prepared.limit, prepared.max_bytes) != (size.count, size.max_bytes):
            self.forget_ahead()
            return self._claiming()
        now = self._setup.clock.now()
        deadline = now + timedelta(seconds=self._setup.limits.deadline)
        claim_anew, outbox = self._claiming(), self._setup.workspace.outbox

        def claim() -> ClaimedBatch | None:
            with self._setup.workspace.write():
                self._version = outbox.others_version()
                self._look_at_account()
                return (
                    outbox.claim_prepared(
                        prepared,
                        self._setup.account.id,
                        self._setup.run_id,
                        now,
                        deadline,
                        self._setup.wanted,
                    )
                    or claim_anew()
                )

        return claim

    def claimed(self, batch: ClaimedBatch | None) -> None:
        """This is on its way now, and written down as such; None: nothing was claimed."""
        spans = self._ahead.spans
        if batch is not None and spans and spans[0] == (batch.revision_ids[0], batch.revision_ids[-1]):
            del spans[0]
        else:  # it is another one than was to be next
            self.forget_ahead()

    # -- ahead ----------------------------------------------------------------------------------------------------

    def forget_ahead(self) -> None:
        """What was read ahead may not be next any more: something waits again."""
        self._ahead.has_ended = True
        self._ahead = _Ahead()

    def look_ahead(self, batches: int) -> None:
        """Read on, in a thread of its own while what is here goes on, until so many batches are known."""
        reads = self._ahead.reads
        while self._version is not None and len(reads) < batches and not (reads and _is_empty(reads[-1])):
            reads.append(asyncio.ensure_future(self._reader.do(self._reading(self._version))))

    def _reading(self, version: int) -> Callable[[], PreparedBatch | None]:
        now, size, ahead = self._setup.clock.now(), self._setup.tactics.size, self._ahead

        def read() -> PreparedBatch | None:
            if ahead.has_ended:
                return None
            try:
                prepared = self._setup.workspace.outbox.prepare(
                    size.count,
                    size.max_bytes,
                    now,
                    self._setup.wanted,
                    version=version,
                    besides=tuple(ahead.spans),
                )
            except Exception as problem:  # the claim itself will tell
                log.warning("the next batch could not be read ahead: %s", type(problem).__name__)
                return None
            if prepared is not None:
                ahead.spans.append(prepared.span)
            return prepared

        return read

    async def close(self) -> None:
        """End the thread that reads ahead."""
        reads = list(self._ahead.reads)
        self.forget_ahead()
        await asyncio.gather(*reads)
        self._reader.close()


def _is_empty(read: asyncio.Future[PreparedBatch | None]) -> bool:
    """Whether it has been found that nothing more is due."""
    return read.done() and read.result() is None
