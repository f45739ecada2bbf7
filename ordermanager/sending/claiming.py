"""Claims the next batch; and reads the one after it while requests are on their way, so that it can leave at once.

What is read ahead is nothing but memory: it is claimed, that is committed as `sending`, only when it is about to leave.
So there is nothing to take back when the user pauses, and nothing in doubt when the program dies.
"""

from __future__ import annotations

import asyncio
import logging
from datetime import timedelta
from typing import TYPE_CHECKING

from ordermanager.sending.store_thread import StoreThread

if TYPE_CHECKING:
    from collections.abc import Callable

    from ordermanager.domain.statuses import Status
    from ordermanager.sending.clock import Clock
    from ordermanager.sending.limits import Limits
    from ordermanager.sending.tactics import Tactics
    from ordermanager.store import ClaimedBatch, Workspace
    from ordermanager.store.claims import PreparedBatch

log = logging.getLogger(__name__)


class Claims:
    """Of one run."""

    def __init__(
        self,
        store: StoreThread,
        workspace: Workspace,
        account_id: int,
        run_id: int,
        *,
        clock: Clock,
        limits: Limits,
        tactics: Tactics,
        statuses: frozenset[Status] | None,
    ) -> None:
        self._store = store
        self._workspace = workspace
        self._account_id = account_id
        self._run_id = run_id
        self._clock = clock
        self._limits = limits
        self._tactics = tactics
        self._statuses = statuses
        self._reader = StoreThread(workspace, "sender-ahead")
        self._ahead: asyncio.Future[PreparedBatch | None] | None = None

    async def next(self) -> ClaimedBatch | None:
        """The next batch, committed as `sending`; of a search by halving its next group."""
        self.forget_ahead()
        search = self._tactics.search
        group = search.next_group if search is not None else None
        batch = await self._store.do(self.claiming(group))
        if group is not None and batch is not None:
            claimed = set(batch.revision_ids)
            if missing := [revision_id for revision_id in group if revision_id not in claimed]:
                self._tactics.forget(missing)
        return batch

    def claiming(self, group: tuple[int, ...] | None = None) -> Callable[[], ClaimedBatch | None]:
        """What claims the next batch (only of `group`, if there is one), to be done in the store's thread."""
        now, size = self._clock.now(), self._tactics.size
        count = len(group) if group is not None else size.count
        deadline = now + timedelta(seconds=self._limits.deadline)
        return lambda: self._workspace.outbox.claim(
            self._account_id,
            self._run_id,
            count,
            size.max_bytes,
            now,
            deadline,
            statuses=self._statuses,
            revision_ids=group,
        )

    # -- ahead ----------------------------------------------------------------------------------------------------

    def forget_ahead(self) -> None:
        """What was read ahead may not be next any more: something waits again."""
        self._ahead = None

    @property
    def has_looked_ahead(self) -> bool:
        """Whether the next batch has been read, or is being read, or there was none."""
        return self._ahead is not None

    async def look_ahead(self) -> None:
        """Begin to read the next batch, in a thread of its own, while what is here goes on."""
        self._begin_reading(await self._store.do(self._workspace.outbox.others_version))

    async def following(self) -> Callable[[], ClaimedBatch | None]:
        """What claims the next batch, to be done in the store's thread in the transaction that writes down an answer:
        what was read ahead, if that is still what is next."""
        ahead, self._ahead = self._ahead, None
        prepared, size = await ahead if ahead is not None else None, self._tactics.size
        claim = self.claiming()
        if prepared is None or (prepared.limit, prepared.max_bytes) != (size.count, size.max_bytes):
            return claim
        now = self._clock.now()
        deadline = now + timedelta(seconds=self._limits.deadline)
        claim_prepared = self._workspace.outbox.claim_prepared
        account_id, run_id, statuses = self._account_id, self._run_id, self._statuses
        return lambda: claim_prepared(prepared, account_id, run_id, now, deadline, statuses) or claim()

    def _begin_reading(self, version: int) -> None:
        now, size = self._clock.now(), self._tactics.size

        def read() -> PreparedBatch | None:
            try:
                return self._workspace.outbox.prepare(
                    size.count, size.max_bytes, now, self._statuses, version=version
                )
            except Exception as problem:  # the claim itself will tell
                log.warning("the next batch could not be read ahead: %s", type(problem).__name__)
                return None

        self._ahead = asyncio.ensure_future(self._reader.do(read))

    async def close(self) -> None:
        """End the thread that reads ahead."""
        if self._ahead is not None:
            await self._ahead
        self._reader.close()
