"""Sending the outbox, and the runs that there were."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, KnownError
from ordermanager.services.notices import Changes

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from ordermanager.domain.statuses import Status
    from ordermanager.sending.progress import Progress, RunReport
    from ordermanager.sending.sender import Limits, Sender
    from ordermanager.services.accounts import AccountService
    from ordermanager.services.context import Context

PATIENCE = 90.0
"""Seconds that a run without `stay` waits for a server that asks for a pause, or for the minute in which an
identical body would be refused (yespo-api.md 2.3); what is due later stays in the outbox."""

OFFLINE_PATIENCE = 20.0
"""Seconds that such a run goes on trying while the server cannot be reached."""


class AlreadySending(KnownError):
    """This program sends from this workspace already."""

    exit_code = 4


class SendingService:
    """`send` blocks its thread; everything else may be called meanwhile from any other."""

    def __init__(self, context: Context, accounts: AccountService) -> None:
        self._context = context
        self._accounts = accounts
        self._lock = threading.Lock()
        self._ended = threading.Condition(self._lock)
        self._sender: Sender | None = None
        self._closed = False
        accounts.watch(self._account_changed)

    def send(
        self,
        account_name: str | None = None,
        on_progress: Callable[[Progress], None] | None = None,
        *,
        stay: bool = False,
        limits: Limits | None = None,
        statuses: Collection[Status] | None = None,
        up_to: int | None = None,
    ) -> RunReport:
        """Send what is due to an account (None: the default one) and report; with `stay`, go on until `stop`.

        `statuses`: only orders with one of these; the others wait. `up_to` (an `outbox.newest`): what is queued later
        waits for another run, for nobody has said yes to it. `limits` overrules those of the account's settings.

        Raises KnownError: no such account, no key, or another program is sending from this workspace (SenderBusy).
        """
        # with it comes the network, which windows start without
        from ordermanager.sending.sender import (
            Limits,
            Sender,
        )

        account = self._accounts.record(account_name)
        self._accounts.key_of(account)
        sender = Sender(
            self._context.workspace,
            account,
            lambda: self._accounts.client(account),
            clock=self._context.clock,
            on_progress=_Watch(self._context, on_progress).saw,
            limits=limits
            or Limits(
                offline_patience=None if stay else OFFLINE_PATIENCE,
                wait_patience=None if stay else PATIENCE,
                in_flight=account.in_flight,
                pause=60.0 / account.per_minute if account.per_minute else 0.0,
            ),
            statuses=frozenset(statuses) if statuses else None,
            up_to=up_to,
            stay=stay,
        )
        with self._running(sender):
            report = sender.run()
        self._context.publish(Changes(orders=True, outbox=True, history=True, accounts=True))
        return report

    @property
    def is_running(self) -> bool:
        """Whether this program is sending from this workspace now."""
        with self._lock:
            return self._sender is not None

    def wake(self) -> None:
        """Look at the outbox now: something was queued, or the network is back."""
        if sender := self._current():
            sender.wake()

    def pause(self) -> None:
        """Finish the batch in flight, then hold still."""
        if sender := self._current():
            sender.pause()

    def resume(self) -> None:
        """Go on."""
        if sender := self._current():
            sender.resume()

    def stop(self) -> None:
        """Finish the batch in flight, then end `send`. Harmless where nothing runs."""
        if sender := self._current():
            sender.stop()

    def abandon(self) -> None:
        """End `send` at once: the batch in flight becomes unconfirmed."""
        if sender := self._current():
            sender.abandon()

    def close(self, patience: float = 150.0) -> None:
        """Let no run begin any more, stop the one that goes on, and wait for its end (seconds), giving it up
        after that.
        """
        with self._lock:
            self._closed = True
        self.stop()
        with self._ended:
            if self._ended.wait_for(lambda: self._sender is None, patience):
                return
        self.abandon()
        with self._ended:
            self._ended.wait_for(lambda: self._sender is None, patience)

    def _account_changed(self, account_id: int) -> None:
        """A run goes on with the address and the key that it began with; so it ends where these are others now."""
        sender = self._current()
        if sender is not None and sender.account_id == account_id:
            sender.account_changed()

    def _current(self) -> Sender | None:
        with self._lock:
            return self._sender

    @contextmanager
    def _running(self, sender: Sender) -> Iterator[None]:
        with self._lock:
            if self._closed or self._sender is not None:
                raise AlreadySending(QT_TRANSLATE_NOOP("Sentence", "The outbox is being sent already."))
            self._sender = sender
        try:
            yield
        finally:
            with self._ended:
                self._sender = None
                self._ended.notify_all()


class _Watch:
    """Passes progress on, and tells the views once per outcome that the orders have moved."""

    def __init__(self, context: Context, on_progress: Callable[[Progress], None] | None) -> None:
        self._context = context
        self._on_progress = on_progress
        self._seen = (-1, -1, -1)

    def saw(self, progress: Progress) -> None:
        now = (progress.attempts, progress.done, progress.waiting)
        if now != self._seen:
            self._seen = now
            self._context.publish(
                Changes(orders=True, outbox=True, history=True, accounts=True, only_states=True)
            )
        if self._on_progress:
            self._on_progress(progress)
