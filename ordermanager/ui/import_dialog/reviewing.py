"""The life of one review: read the file into it, look through it, store it or give it up. All long work is a job."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ordermanager.ui import i18n
from ordermanager.ui.import_dialog.counts_text import CountsText
from ordermanager.ui.import_dialog.looking import shown_name

if TYPE_CHECKING:
    from ordermanager.domain.sentences import Sentence
    from ordermanager.services.app import Services
    from ordermanager.services.imports.prepared import ImportOptions
    from ordermanager.services.imports.results import ImportProgress, ImportResult
    from ordermanager.services.imports.review import ImportReview
    from ordermanager.ui.import_dialog.looking import Source
    from ordermanager.ui.import_dialog.review_page import ReviewPage
    from ordermanager.ui.import_dialog.work_page import WorkPage
    from ordermanager.ui.jobs import Jobs


class Reviewing(QObject):
    """`ready`: the review can be shown; `ended`: it is given up; `stored` brings the ImportResult and how many orders
    were left out."""

    ready = Signal()
    ended = Signal()
    stored = Signal(object, int)

    def __init__(
        self, services: Services, jobs: Jobs, work: WorkPage, page: ReviewPage, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._work = work
        self._services = services
        self._jobs = jobs
        self._page = page
        self._counts_text = CountsText(self)
        self._review: ImportReview | None = None
        self._cancel = threading.Event()
        self._is_reading = False
        self._is_storing = False
        page.store_wanted.connect(self.store)
        page.back.connect(self._give_up)
        page.failed.connect(self._say)

    @property
    def is_busy(self) -> bool:
        """Whether orders are being written, or the file is being read into the review."""
        return self._is_storing or self._is_reading

    def start(self, source: Source, options: ImportOptions) -> None:
        """Read the file into a review. Writes nothing to the workspace."""
        self._cancel = cancel = threading.Event()
        self._is_reading = True
        self._work.show_importing()
        importing = self._services.importing
        progress = self._jobs.on_gui(self._show_progress)

        def read() -> ImportReview | None:
            return importing.review(importing.prepare(source, options), progress, cancel.is_set)

        title = self.tr("Reading {name}").format(name=shown_name(source, self.tr("pasted text")))
        self._jobs.network(title, read, self._on_read, self._on_unread, cancel.set, owner=self)

    def stop(self) -> bool:
        """Escape: stop what runs; without that give the review up. False where there is neither."""
        if self.is_busy:
            self._cancel.set()
            return True
        if self._page.stop_change():
            return True
        if self._review is not None:
            self._give_up()
            return True
        return False

    def _on_read(self, review: ImportReview | None) -> None:
        self._is_reading = False
        self._work.show_ready("")
        if review is None:
            return
        self._review = review
        self._page.begin(review)
        self.ready.emit()

    def _on_unread(self, sentence: Sentence) -> None:
        self._is_reading = False
        self._work.show_ready("")
        self._work.show_error(i18n.text(sentence))

    def _show_progress(self, progress: ImportProgress) -> None:
        if self._is_reading:
            self._work.show_count(self._counts_text.of_progress(progress), running=True)
            self._work.show_share(progress.share)
        elif self._is_storing:
            self._page.counts.setText(self._counts_text.of_progress(progress))
            self._page.show_share(progress.share)

    def _give_up(self) -> None:
        review, self._review = self._review, None
        self._page.end()
        if review is not None:
            self._jobs.write("", review.close, owner=self)
        self.ended.emit()

    def store(self) -> None:
        """Store what is included."""
        review = self._review
        if review is None or self._is_storing:
            return
        self._cancel = cancel = threading.Event()
        self._is_storing = True
        self._page.show_busy(busy=True)
        progress = self._jobs.on_gui(self._show_progress)
        self._jobs.network(
            self.tr("Importing…"),
            lambda: review.store(progress, cancel.is_set),
            self._on_stored,
            self._on_not_stored,
            cancel.set,
            owner=self,
        )

    def _on_stored(self, result: ImportResult) -> None:
        self._is_storing = False
        self._page.show_busy(busy=False)
        review = self._review
        if result.cancelled:
            self._page.counts.setText(self.tr("Stopped. Nothing was kept; the review is as it was."))
            return
        self._review = None
        left_out = self._page.left_out
        self._page.end()
        if review is not None:
            self._jobs.write("", review.close, owner=self)
        self.stored.emit(result, left_out)

    def _on_not_stored(self, sentence: Sentence) -> None:
        self._is_storing = False
        self._page.show_busy(busy=False)
        self._say(sentence)

    def _say(self, sentence: Sentence) -> None:
        self._page.counts.setText(i18n.text(sentence))
