"""Writes down what came of a batch, in one transaction; an answer that cannot be written is kept and tried again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ordermanager.domain.sentences import Sentence
from ordermanager.log import Log
from ordermanager.sending import reasons
from ordermanager.sending.pace import backoff
from ordermanager.sending.progress import RunState
from ordermanager.store.errors import WorkspaceError
from ordermanager.store.outbox.records import AttemptResult

if TYPE_CHECKING:
    from collections.abc import Callable

    from ordermanager.api.exchange import Exchange
    from ordermanager.clock import Clock
    from ordermanager.sending.control import Control
    from ordermanager.sending.meter import Meter
    from ordermanager.sending.store_thread import StoreThread
    from ordermanager.store.outbox.records import ClaimedBatch, Outcomes
    from ordermanager.store.records import AccountChange
    from ordermanager.store.workspace import Workspace

log = Log(__name__)

MOST_RECORDINGS = 8
"""How often writing down an answer is tried while the disk is full or the database is busy, with growing pauses."""

_KEPT_HEADERS = (
    "date",
    "server",
    "content-type",
    "content-length",
    "retry-after",
    "location",
    "x-request-id",
)
_READ, _SHOWN = 8000, 2000
"""Bytes of an answer that are read for the text that lists show, and characters of that text."""


def result_of(exchange: Exchange, looked_at: bool) -> AttemptResult:
    """What is kept of an exchange. `looked_at`: whether the server may have read the orders."""
    return AttemptResult(
        sent=exchange.sent.value,
        http_status=exchange.status,
        error=exchange.error.value if exchange.error is not None else "",
        error_text=exchange.error_text,
        headers={name: exchange.headers[name] for name in _KEPT_HEADERS if name in exchange.headers},
        answer=exchange.body[:_READ].decode("utf-8", "replace")[:_SHOWN],
        elapsed=exchange.elapsed,
        looked_at=looked_at,
        body=exchange.body,
    )


class Recorder:
    """Of one run."""

    def __init__(
        self, store: StoreThread, workspace: Workspace, control: Control, clock: Clock, meter: Meter
    ) -> None:
        self._store = store
        self._workspace = workspace
        self._control = control
        self._clock = clock
        self._meter = meter
        self.is_hopeless = False
        """The workspace could not be written for so long that it is tried once only from now on."""

    async def record(
        self,
        batch: ClaimedBatch,
        result: AttemptResult,
        fates: Outcomes,
        change: AccountChange | None,
        claim: Callable[[], ClaimedBatch | None] | None = None,
    ) -> ClaimedBatch | None:
        """Raises the WorkspaceError in the end; then the next start finds the batch as `sending`: unconfirmed.

        `claim`: claims the next batch in the same transaction, which is returned. Where that cannot be written, the
        answer is written alone.
        """

        def write() -> ClaimedBatch | None:
            with self._workspace.write():
                self._workspace.outbox.record_outcome(
                    batch.batch_id, batch.attempt_id, result, fates, change, now=self._clock.now()
                )
                return claim() if claim is not None else None

        for recordings in range(1, MOST_RECORDINGS):
            try:
                return await self._store.do(write)
            except Exception as problem:
                log.warning(
                    "batch %d: the answer could not be written: %s", batch.batch_id, type(problem).__name__
                )
                if claim is not None:  # whatever is wrong with the next batch, this one has its answer
                    claim = None
                    continue
                is_of_the_disk = isinstance(problem, WorkspaceError)
                if not is_of_the_disk or self._control.abandoning or self.is_hopeless:
                    raise
                sentence = Sentence(reasons.CANNOT_RECORD, {"text": str(problem)})
                self._meter.show(RunState.WAITING, sentence, always=True)
                self._control.event.clear()
                await self._clock.sleep(backoff(recordings, lambda: 0.5), self._control.event)
        return await self._store.do(write)
