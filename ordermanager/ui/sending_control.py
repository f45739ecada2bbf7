"""Sending from the window: starts the sender beside everything else, and tells how far it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordermanager.domain.sentences import Sentence
    from ordermanager.domain.statuses import Status
    from ordermanager.sending.progress import Progress, RunReport
    from ordermanager.services.app import Services
    from ordermanager.ui.jobs import Jobs

PROGRESS_EVERY_MS = 120


class SendingControl(QObject):
    """One run at a time. It goes on while the user works, and ends when nothing is left to send."""

    progressed = Signal(object)  # Progress
    finished = Signal(object)  # RunReport
    failed = Signal(object)  # Sentence
    state_changed = Signal()

    def __init__(self, services: Services, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._is_running = False
        self._is_paused = False
        self._progress: Progress | None = None

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
            lambda: self._services.sending.send(account, show, stay=True, statuses=statuses, up_to=up_to),
            self._on_finished,
            self._on_failed,
            self._services.sending.stop,
            owner=self,
        )
        self.state_changed.emit()

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

    def _on_finished(self, report: RunReport) -> None:
        self._end()
        self.finished.emit(report)

    def _on_failed(self, sentence: Sentence) -> None:
        self._end()
        self.failed.emit(sentence)

    def _end(self) -> None:
        self._is_running, self._is_paused, self._progress = False, False, None
        self.state_changed.emit()
