"""Sending from the window: starts the sender beside everything else, and tells how far it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ordermanager.domain.sentences import KnownError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ordermanager.domain.statuses import Status
    from ordermanager.sending.progress import Progress, RunReport
    from ordermanager.services.app import Services
    from ordermanager.ui.jobs import Jobs

PROGRESS_EVERY_MS = 120


class SendingControl(QObject):
    """One run at a time. It goes on while the user works, and ends when nothing is left to send."""

    progressed = Signal(object)  # Progress
    finished = Signal(object)  # RunReport
    failed = Signal(object)  # KnownError
    ended = Signal()  # however it did
    state_changed = Signal()
    _broke = Signal()  # by a bug of ours, from the thread that sends

    def __init__(self, services: Services, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._is_running = False
        self._is_paused = False
        self._progress: Progress | None = None
        self._broke.connect(self._end)

    @property
    def is_running(self) -> bool:
        """Whether a run goes on, paused or not."""
        return self._is_running

    @property
    def is_paused(self) -> bool:
        """Whether the user holds the run."""
        return self._is_paused

    @property
    def progress(self) -> Progress | None:
        """The newest news of the run that goes on."""
        return self._progress

    def start(
        self, statuses: Sequence[Status] = (), up_to: int | None = None, account: str | None = None
    ) -> None:
        """Send what is in the outbox (only orders with these statuses, if any are given) to this account (None: the
        default one), and what is queued meanwhile, unless it is newer than `up_to`."""
        if self._is_running:
            self._services.sending.wake()
            return
        self._is_running, self._is_paused, self._progress = True, False, None
        show = self._jobs.on_gui(self._on_progress, PROGRESS_EVERY_MS)
        self._jobs.network(
            "",
            lambda: self._outcome(
                lambda: self._services.sending.send(account, show, stay=True, statuses=statuses, up_to=up_to)
            ),
            self._on_ended,
            cancel=self._services.sending.stop,
            owner=self,
        )
        self.state_changed.emit()

    def _outcome(self, send: Callable[[], RunReport]) -> RunReport | KnownError:
        """In the thread that sends: the report, or what it failed of, which says more than its sentence."""
        try:
            return send()
        except KnownError as problem:
            return problem
        except Exception:
            self._broke.emit()
            raise

    def set_paused(self, paused: bool) -> None:
        """Hold the run after the request on its way, or let it go on."""
        if not self._is_running or paused == self._is_paused:
            return
        self._is_paused = paused
        if paused:
            self._services.sending.pause()
        else:
            self._services.sending.resume()
        self.state_changed.emit()

    def stop(self) -> None:
        """End the run after the request on its way; what was not sent stays in the outbox."""
        if self._is_running:
            self._services.sending.stop()

    def _on_progress(self, progress: Progress) -> None:
        if not self._is_running:
            return
        self._progress = progress
        self.progressed.emit(progress)
        # The run stays on for waits and lost connections; with nothing left to do it ends, as a person
        # expects.
        from ordermanager.sending.progress import RunState

        if progress.state is RunState.IDLE:
            self._services.sending.stop()

    def _on_ended(self, outcome: RunReport | KnownError) -> None:
        self._end()
        (self.failed if isinstance(outcome, KnownError) else self.finished).emit(outcome)

    def _end(self) -> None:
        self._is_running, self._is_paused, self._progress = False, False, None
        self.ended.emit()
        self.state_changed.emit()
