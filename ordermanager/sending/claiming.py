"""Claims the next batch; and reads the one after it while requests are on their way, so that it can leave at once.

What is read ahead is nothing but memory: it is claimed, that is committed as `sending`, only when it is about to leave.
So there is nothing to take back when the user pauses, and nothing in doubt when the program dies.
"""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from ordermanager.domain.statuses import Status
    from ordermanager.sending.clock import Clock
    from ordermanager.sending.limits import Limits
    from ordermanager.sending.store_thread import StoreThread
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
        self._ahead: PreparedBatch | None = None
        self.has_looked_ahead = False
        """Whether the next batch has been read, or there was none."""

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
        self._ahead, self.has_looked_ahead = None, False

    def reading_ahead(self) -> Callable[[], None]:
        """What reads the next batch, to be done in the store's thread. A failure is for the claim itself to tell."""
        now, size = self._clock.now(), self._tactics.size
        self.has_looked_ahead = True

        def read() -> None:
            try:
                self._ahead = self._workspace.outbox.prepare(size.count, size.max_bytes, now, self._statuses)
            except Exception as problem:
                log.warning("the next batch could not be read ahead: %s", type(problem).__name__)
                self._ahead = None

        return read

    async def read_ahead(self) -> None:
        """Read the next batch now."""
        await self._store.do(self.reading_ahead())

    async def claim_ahead(self) -> ClaimedBatch | None:
        """Commit what was read ahead as `sending`; None where it is not what is next any more, or cannot be written:
        then the next claim says why."""
        prepared, size = self._ahead, self._tactics.size
        self.forget_ahead()
        if prepared is None or (prepared.limit, prepared.max_bytes) != (size.count, size.max_bytes):
            return None
        now = self._clock.now()
        deadline = now + timedelta(seconds=self._limits.deadline)
        outbox = self._workspace.outbox

        def claim() -> ClaimedBatch | None:
            return outbox.claim_prepared(
                prepared, self._account_id, self._run_id, now, deadline, self._statuses
            )

        try:
            return await self._store.do(claim)
        except Exception as problem:
            log.warning("what was read ahead could not be claimed: %s", type(problem).__name__)
            return None
