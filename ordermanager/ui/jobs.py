"""The only way off the GUI thread, after Anki's operations: work, done, failed, cancel, and what changed.

`work` runs in another thread and must touch no widget; `done` and `failed` run on the GUI thread, and are
dropped when the widget they belong to is gone. Three lanes:

- `write`: one after another, for changes of the workspace. Short work only.
- `read`: questions; of those with one key only the newest is answered (the reader may still be busy with an old one).
- `network`: anything long (requests, imports, exports, backups), each in a thread of its own, with a way to cancel.

Errors of the world (KnownError) go to `failed` of the job, or else to the signal `failed`, which the message
bar shows. Anything else is a bug of ours and goes to `crashed`.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal

from ordermanager.domain.sentences import KnownError, Sentence
from ordermanager.log import Log
from ordermanager.ui.changes import merge
from ordermanager.ui.job import Job

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from ordermanager.services.app import Services
    from ordermanager.services.notices import Changes

T = TypeVar("T")

_log = Log(__name__)
READERS = 2
QUIET_TURNS = 4
"""So many turns of the event loop without work are idleness."""
CHANGES_EVERY_MS = 60
"""Changes within this time reach the models as one …"""
FLOOD_EVERY_MS = 250
"""… and while they pour in, as from a sender at full speed, so seldom: each means that lists are read and painted."""
QUIET_MS = 1000
"""After so long without a change the next one is a person's, who wants to see it."""


class Jobs(QObject):
    """Runs jobs and brings their results back to the GUI thread. One object, made in ui/app.py and passed
    in."""

    changed = Signal(object)  # services.notices.Changes, merged
    failed = Signal(object)  # Sentence
    crashed = Signal(str)  # a traceback: a bug of ours
    running = Signal(object)  # tuple[Job, ...]: the titled ones, for the status bar
    idle = Signal()

    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = threading.Condition()
        self._reads: dict[Hashable, Job] = {}
        self._current_reads: dict[Hashable, Job] = {}
        self._newest_reads: dict[Hashable, Job] = {}  # each until its answer has been shown
        self._writes: deque[Job] = deque()
        self._titled: list[Job] = []
        self._long: list[Job] = []
        self._threads: list[threading.Thread] = []
        self._timers: list[QTimer] = []
        self._pending = 0
        self._closing = False
        self._leave_thread: Callable[[], None] = lambda: None
        self._interrupt: Callable[[int], None] = lambda _thread: None
        self._stop_listening: Callable[[], None] = lambda: None
        self._changes: Changes | None = None
        self._arrived.connect(self._run_arrived)
        self._changes_timer = QTimer(self)
        self._changes_timer.setSingleShot(True)
        self._changed_at = 0.0  # monotonic: when the models were last told
        self._changes_timer.timeout.connect(self._send_changes)
        self._start(self._write_loop, "writer")
        for number in range(READERS):
            self._start(self._read_loop, f"reader-{number}")

    # -- giving work -------------------------------------------------------------------------------

    def read(
        self,
        key: Hashable,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Sentence], None] | None = None,
        *,
        owner: QObject | None = None,
    ) -> Job:
        """Ask something. A newer question with the same key drops this one, even when it is already being
        answered, or its answer is on its way to the GUI thread."""
        job = Job("", work, done, failed, owner, key=key)
        with self._lock:
            self._give_up(key)
            self._reads[key] = self._newest_reads[key] = job
            self._pending += 1
            self._lock.notify_all()
        return job

    def drop_read(self, key: Hashable) -> None:
        """Forget a question: its answer is no longer wanted."""
        with self._lock:
            self._give_up(key)
        self._arrived.emit(self._tell_if_idle)

    def _give_up(self, key: Hashable) -> None:
        """Nobody waits for this answer any more. Its query is ended, or a letter typed into a search would wait for the
        whole answer to the letter before. The lock is held: the thread cannot have gone on to another question."""
        if (newest := self._newest_reads.pop(key, None)) is not None:
            newest.is_dropped = True
        if self._reads.pop(key, None) is not None:
            self._pending -= 1
        current = self._current_reads.get(key)
        if current is not None:
            self._interrupt(current.thread)

    def write(
        self,
        title: str,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[Sentence], None] | None = None,
        *,
        owner: QObject | None = None,
    ) -> Job:
        """Change something, after the changes asked for before. `title` is shown while it runs; empty shows
        nothing."""
        job = Job(title, work, done, failed, owner)
        with self._lock:
            self._writes.append(job)
            self._pending += 1
            self._lock.notify_all()
        self._show(job)
        return job

    def network(
        self,
        title: str,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[Sentence], None] | None = None,
        cancel: Callable[[], None] | None = None,
        *,
        owner: QObject | None = None,
    ) -> Job:
        """Do something long beside everything else. `cancel` must make `work` return or raise soon."""
        job = Job(title, work, done, failed, owner, cancel)
        with self._lock:
            self._pending += 1
        self._long.append(job)
        self._show(job)
        self._start(partial(self._run_alone, job), "long")
        return job

    @property
    def titled(self) -> tuple[Job, ...]:
        """What the status bar shows as going on, the oldest first."""
        return tuple(self._titled)

    def say_progress(self, job: Job, text: str) -> None:
        """Show another title while a job runs: how far it is."""
        if job in self._titled:
            job.title = text
            self.running.emit(tuple(self._titled))

    def on_gui(self, callback: Callable[[T], None], every_ms: int = 100) -> Callable[[T], None]:
        """A function for `on_progress` of a service: any thread may call it; at most every `every_ms` the
        newest value reaches `callback` on the GUI thread, and the last value always does."""
        from ordermanager.ui.latest import Latest

        return Latest(self._arrived, callback, every_ms)

    # -- what changed ------------------------------------------------------------------------------

    def listen(self, services: Services) -> None:
        """Pass the services' notices on as `changed`, and close their connections when a thread ends."""
        self._stop_listening()
        self._stop_listening = services.subscribe(self._post_changes)
        self._leave_thread = getattr(services, "release_thread", self._leave_thread)
        self._interrupt = getattr(services, "interrupt", self._interrupt)

    def _post_changes(self, changes: Changes) -> None:
        self._arrived.emit(partial(self._merge_changes, changes))

    def _merge_changes(self, changes: Changes) -> None:
        self._changes = changes if self._changes is None else merge(self._changes, changes)
        if not self._changes_timer.isActive():
            is_quiet = (time.monotonic() - self._changed_at) * 1000 > QUIET_MS
            self._changes_timer.start(CHANGES_EVERY_MS if is_quiet else FLOOD_EVERY_MS)

    def _send_changes(self) -> None:
        changes, self._changes = self._changes, None
        self._changed_at = time.monotonic()
        if changes is not None:
            self.changed.emit(changes)
        self._tell_if_idle()

    # -- waiting and ending ------------------------------------------------------------------------

    @property
    def is_idle(self) -> bool:
        """Whether nothing is asked, running, about to be asked, or waiting to be shown."""
        with self._lock:
            is_quiet = self._pending == 0 and self._changes is None
        return is_quiet and not any(shiboken6.isValid(timer) and timer.isActive() for timer in self._timers)

    def watch(self, timer: QTimer) -> None:
        """A view asks something when this timer ends (a debounce): until then `wait_idle` waits."""
        self._timers = [known for known in self._timers if shiboken6.isValid(known)]
        self._timers.append(timer)

    def wait_idle(self, timeout_ms: int = 60_000) -> bool:
        """Run the event loop until everything asked for is done and shown. For screenshots and tests."""
        from PySide6.QtCore import QEventLoop

        loop = QEventLoop()
        deadline = time.monotonic() + timeout_ms / 1000
        tick = QTimer(loop)
        tick.timeout.connect(loop.quit)
        self.idle.connect(loop.quit)
        quiet = 0
        # A paint may ask for rows, and rows may ask for a paint: only some turns without news are silence.
        while (quiet := quiet + 1 if self.is_idle else 0) <= QUIET_TURNS and time.monotonic() < deadline:
            tick.start(0 if quiet else 20)
            loop.exec()
        self.idle.disconnect(loop.quit)
        return quiet > QUIET_TURNS

    def shut_down(self, timeout: float = 5.0) -> bool:
        """Finish the writes, drop the reads, cancel what is long, and end the threads. False when one did
        not end."""
        self._stop_listening()
        for job in list(self._long):
            job.cancel()
        with self._lock:
            self._closing = True
            self._pending -= len(self._reads)
            self._reads.clear()
            self._lock.notify_all()
        end = time.monotonic() + timeout
        for thread in self._threads:
            thread.join(max(0.0, end - time.monotonic()))
        return not any(thread.is_alive() for thread in self._threads)

    # -- in the threads ----------------------------------------------------------------------------

    def _start(self, target: Callable[[], None], name: str) -> None:
        # Daemon: a request that hangs until its deadline must not keep a closed program alive. Writes are
        # joined.
        thread = threading.Thread(target=target, name=f"ui-{name}", daemon=True)
        self._threads = [other for other in self._threads if other.is_alive() or other.ident is None]
        self._threads.append(thread)
        thread.start()

    def _write_loop(self) -> None:
        while True:
            with self._lock:
                while not self._writes and not self._closing:
                    self._lock.wait()
                if not self._writes:
                    break
                job = self._writes.popleft()
            self._run(job)
        self._leave_thread()

    def _read_loop(self) -> None:
        while True:
            with self._lock:
                while (key := self._next_read()) is None and not self._closing:
                    self._lock.wait()
                if key is None:
                    break
                job = self._reads.pop(key)
                job.thread = threading.get_ident()
                self._current_reads[key] = job
            self._run(job)
            with self._lock:
                if self._current_reads.get(key) is job:
                    del self._current_reads[key]
                self._lock.notify_all()
        self._leave_thread()

    def _next_read(self) -> Hashable | None:
        """The oldest question whose key is not being answered now: two answers to one key could come in any
        order."""
        return next((key for key in self._reads if key not in self._current_reads), None)

    def _run_alone(self, job: Job) -> None:
        self._run(job)
        self._leave_thread()

    def _run(self, job: Job) -> None:
        try:
            result = job.work()
        except KnownError as error:
            job.is_dropped = job.is_dropped or not error.is_news
            self._arrived.emit(
                partial(self._finish, job, partial(self._deliver_failure, job, error.sentence))
            )
        except Exception:
            # the outermost edge: whatever else comes is a bug, which is shown and not swallowed
            import traceback

            text = traceback.format_exc()
            self._arrived.emit(partial(self._finish, job, partial(self._deliver_crash, text)))
        else:
            self._arrived.emit(partial(self._finish, job, partial(self._deliver_result, job, result)))

    # -- on the GUI thread -------------------------------------------------------------------------

    def _run_arrived(self, callback: Callable[[], None]) -> None:
        callback()

    def _finish(self, job: Job, deliver: Callable[[], None]) -> None:
        with self._lock:
            if job.key is not None and self._newest_reads.get(job.key) is job:
                del self._newest_reads[job.key]
        if job in self._long:
            self._long.remove(job)
        if job in self._titled:
            self._titled.remove(job)
            self.running.emit(tuple(self._titled))
        try:
            if not self._closing:
                deliver()
        finally:
            job.let_go()
            with self._lock:
                self._pending -= 1
            self._tell_if_idle()

    def _deliver_result(self, job: Job, result: Any) -> None:
        if job.done is not None and not job.is_dropped and _is_alive(job, job.done):
            job.done(result)

    def _deliver_failure(self, job: Job, sentence: Sentence) -> None:
        if job.is_dropped:
            return
        if job.failed is None:
            self.failed.emit(sentence)
        elif _is_alive(job, job.failed):
            job.failed(sentence)

    def _deliver_crash(self, text: str) -> None:
        _log.error("a job failed:\n%s", text)
        self.crashed.emit(text)

    def _show(self, job: Job) -> None:
        if job.title:
            self._titled.append(job)
            self.running.emit(tuple(self._titled))

    def _tell_if_idle(self) -> None:
        if self.is_idle:
            self.idle.emit()


def _is_alive(job: Job, callback: Callable[..., None]) -> bool:
    """Whether the widget that waits for the answer still exists: the job's owner, or whose method the
    callback is."""
    owner = job.owner if job.owner is not None else getattr(callback, "__self__", None)
    return not isinstance(owner, QObject) or shiboken6.isValid(owner)
