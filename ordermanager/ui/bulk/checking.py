"""All orders checked again: in the background, with how far it is, the time left and a way to stop it."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal

from ordermanager.store.orders.filters import OrderFilters
from ordermanager.ui import i18n
from ordermanager.ui.controls.work_bar import TimeLeft

if TYPE_CHECKING:
    from ordermanager.services.app import Services
    from ordermanager.services.orders.checking import CheckResult
    from ordermanager.ui.job import Job
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.shell.window_parts import WindowParts


class CheckingAll(QObject):
    """Belongs to the window; one pass at a time. `orders_asked` brings the OrderFilters of those to be shown."""

    orders_asked = Signal(object)

    def __init__(self, services: Services, jobs: Jobs, window: WindowParts) -> None:
        super().__init__(window)
        self._services = services
        self._jobs = jobs
        self._window = window
        self._stop: threading.Event | None = None

    def start(self) -> None:
        """Begin; where it runs already, say so and offer to stop it."""
        if self._stop is not None:
            text = self.tr("The orders are being checked already.")
            self._window.messages.show_message("info", text, self.tr("Stop"), self._stop.set)
            return
        self._window.flush()
        self._stop = stop = threading.Event()
        time_left = TimeLeft()

        def tell(far: tuple[int, int]) -> None:
            self._say_progress(job, far, time_left)

        show = self._jobs.on_gui(tell, 250)

        def work() -> CheckResult:
            return self._services.checking.check_again(
                None, lambda done, total: show((done, total)), stop.is_set
            )

        job: Job = self._jobs.network(
            self.tr("Checking all orders…"), work, self._on_done, self._on_failed, stop.set, owner=self
        )

    def _say_progress(self, job: Job, far: tuple[int, int], time_left: TimeLeft) -> None:
        done, total = far
        text = self.tr("Checked {done} of {total}").format(done=i18n.count(done), total=i18n.count(total))
        left = time_left.words(done / total) if total else ""
        self._jobs.say_progress(job, f"{text}, {left}" if left else text)

    def _on_failed(self, sentence: object) -> None:
        self._stop = None
        self._jobs.failed.emit(sentence)

    def _on_done(self, result: CheckResult) -> None:
        self._stop = None
        texts = [self.tr("%n order(s) checked", "", result.checked)]
        if result.stopped:
            texts[0] += ", " + self.tr("then stopped")
        if result.now_with_errors:
            texts.append(self.tr("%n now have errors", "", result.now_with_errors))
        if result.no_longer:
            texts.append(self.tr("%n no longer have errors", "", result.no_longer))
        if not result.now_with_errors and not result.no_longer:
            texts.append(self.tr("no order has gained or lost errors"))
        if result.with_errors:
            texts.append(self.tr("%n not sent yet have errors", "", result.with_errors))
        text = ". ".join(part[:1].upper() + part[1:] for part in texts) + "."
        kind: Literal["good", "warning"] = "warning" if result.now_with_errors or result.stopped else "good"
        if result.with_errors:
            self._window.messages.show_message(kind, text, self.tr("Show them"), self._show_them)
        else:
            self._window.messages.show_message(kind, text)

    def _show_them(self) -> None:
        self.orders_asked.emit(OrderFilters(findings="errors"))
