"""ImportDialog: one window from the file to its orders. Everything is looked at first; "Import" writes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget

from ordermanager.made_once import made_once
from ordermanager.services.imports.prepared import ImportOptions
from ordermanager.ui import i18n
from ordermanager.ui.actions.incoming import local_files
from ordermanager.ui.controls.dialog_height import grow_to_text
from ordermanager.ui.controls.open_dialog import open_dialog
from ordermanager.ui.import_dialog.counts_text import CountsText
from ordermanager.ui.import_dialog.deciding import Deciding
from ordermanager.ui.import_dialog.file_queue import FileQueue
from ordermanager.ui.import_dialog.looking import Look, Run, Source, look, shown_name
from ordermanager.ui.import_dialog.result_page import ResultPage
from ordermanager.ui.import_dialog.review_page import ReviewPage
from ordermanager.ui.import_dialog.reviewing import Reviewing
from ordermanager.ui.import_dialog.saving_rejected import SavingRejected
from ordermanager.ui.import_dialog.source_page import SourcePage
from ordermanager.ui.import_dialog.work_page import WorkPage

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ordermanager.domain.sentences import Sentence
    from ordermanager.services.app import Services
    from ordermanager.services.imports.results import ImportProgress, ImportResult
    from ordermanager.ui.jobs import Jobs


class ImportDialog(QDialog):
    """Signals: `imported(import_id)` when orders have come in; the dialog then shows what came and can be closed;
    `left(files)` when it is closed while files wait for their turn."""

    imported = Signal(object)
    left = Signal(object)

    def __init__(
        self,
        services: Services,
        jobs: Jobs,
        source: Source | Sequence[Path] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._source: Source | None = None
        self._options = ImportOptions()
        self._counts_text = CountsText(self)
        self._turn = 0
        self._count: Run | None = None
        self._import: Run | None = None
        self._result: ImportResult | None = None
        self._queue = FileQueue()
        self._build()
        if isinstance(source, str | Path):
            self.show_source(source)
        elif source:
            self.show_files(source)
        else:
            self._pages.setCurrentWidget(self.choose)

    @property
    def is_busy(self) -> bool:
        """Whether orders are being written at this moment."""
        reads_or_stores = ImportDialog.reviewing.is_made(self) and self.reviewing.is_busy
        return self._import is not None or reads_or_stores

    @property
    def can_import(self) -> bool:
        """Whether the file was understood, so that "Import" would work."""
        return ImportDialog.work.is_made(self) and self.work.can_import

    @property
    def options(self) -> ImportOptions:
        """How the file is read and mapped now."""
        return self._options

    def show_source(self, source: Source, options: ImportOptions | None = None) -> None:
        """Look at a file or a pasted text from the beginning; `options` are those of an earlier import."""
        self._source = source
        self._options = options or ImportOptions()
        if ImportDialog.work.is_made(self):
            self._show_work()
        else:
            self._making.start()

    def show_files(self, files: Sequence[Path]) -> None:
        """Look at these files one after another."""
        self._queue.begin(files)
        self._show_next()

    def _show_next(self) -> None:
        self.show_source(self._queue.next())
        if self._queue.total > 1:
            title = self.tr("Import orders: file {number} of {total}")
            title = title.format(number=self._queue.number, total=self._queue.total)
            self.setWindowTitle(title)

    def _make_work(self) -> None:
        """The dialog is on the screen: now what is in it, made and shown in some turns, so that no key waits long."""
        if self._work_parts.make_a_part():
            self._making.start()
        elif self._source is not None:
            self._show_work()

    def _show_work(self) -> None:
        assert self._source is not None
        rules = self._services.settings.get().rules
        self.work.begin(self.name, rules, self._options)
        self._pages.setCurrentWidget(self.work)
        if self.focusWidget() is None:
            self.focusNextChild()
        self._look()

    def start(self) -> None:
        """Import what is shown."""
        if self._source is None or self.is_busy or not self.can_import:
            return
        self._stop_count()
        run = Run(self._services, self._source, self._options, dry_run=False)
        self._import = run
        self.work.show_importing()
        progress = self._jobs.on_gui(self._show_progress)
        title = self.tr("Importing {name}").format(name=shown_name(self._source, self.tr("pasted text")))
        self._jobs.network(
            title, lambda: run.run(progress), self._show_result, self._show_failure, run.cancel, owner=self
        )

    def reject(self) -> None:
        """Override QDialog::reject: Escape stops an import first, and closes the dialog when nothing runs."""
        if self._import is not None:
            self._import.cancel()
            self.work.show_stopping()
            return
        if ImportDialog.reviewing.is_made(self) and self.reviewing.stop():
            return
        self._turn += 1
        self._stop_count()
        super().reject()

    def done(self, result: int) -> None:
        """Override QDialog::done: nobody has said that the other files shall not come in."""
        super().done(result)
        if self._queue.waiting:
            self.left.emit(self._queue.waiting)

    # building

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Import orders"))
        grow_to_text(self, 1040, 720)
        self.setAcceptDrops(True)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(QWidget(self._pages))  # until there is more to show
        self._making = QTimer(self)
        self._making.setSingleShot(True)
        self._making.timeout.connect(self._make_work)
        self._jobs.watch(self._making)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)

    @made_once
    def choose(self) -> SourcePage:
        """Which orders do you want to import?"""
        page = SourcePage(self._pages)
        self._pages.addWidget(page)
        page.chosen.connect(lambda source: self.show_source(source))
        page.list_wanted.connect(self._show_profiles)
        return page

    @made_once
    def _work_parts(self) -> WorkPage:
        """What `work` will be, perhaps not whole yet."""
        return WorkPage(self._pages)

    @made_once
    def work(self) -> WorkPage:
        """How a file is understood."""
        page = self._work_parts
        page.make_rest()
        self._pages.addWidget(page)
        page.rules_changed.connect(self._take_rules)
        page.keeping.list_wanted.connect(self._show_profiles)
        self.deciding = Deciding(page, self._change_options)
        page.other_file.connect(self._choose_other)
        page.import_wanted.connect(self.start)
        page.review_wanted.connect(self._start_review)
        page.cancelled.connect(self.reject)
        return page

    @made_once
    def review(self) -> ReviewPage:
        """The orders one by one."""
        page = ReviewPage(self._jobs, self._services.settings.get().timezone, self._pages)
        self._pages.addWidget(page)
        return page

    @made_once
    def reviewing(self) -> Reviewing:
        """The life of the review."""
        reviewing = Reviewing(self._services, self._jobs, self.work, self.review, self)
        reviewing.ready.connect(lambda: self._pages.setCurrentWidget(self.review))
        reviewing.ended.connect(lambda: self._pages.setCurrentWidget(self.work))
        reviewing.stored.connect(self._show_reviewed)
        return reviewing

    @made_once
    def result_page(self) -> ResultPage:
        """What came in."""
        page = ResultPage(self._pages)
        self._pages.addWidget(page)
        page.closed.connect(self.accept)
        page.another.connect(lambda: self._show_next() if self._queue.waiting else self._choose_other())
        page.rest_wanted.connect(self._import_rest)
        page.rejected_wanted.connect(self._save_rejected)
        return page

    @made_once
    def saving(self) -> SavingRejected:
        """Writes the rows that did not come in."""
        return SavingRejected(self, self._services, self._jobs, self.result_page.say)

    # looking

    def _look(self) -> None:
        """Read the beginning of the file with the options of now; only the newest look is shown."""
        if (source := self._source) is None:  # the list of a box may still answer when its file is put aside
            return
        self._turn += 1
        self._stop_count()
        turn, options = self._turn, self._options
        self.work.show_looking()

        def show(found: Look) -> None:
            if turn == self._turn:
                self.work.show_look(found)
                self._seek_second(found, turn)
                self._count_all()

        def fail(sentence: Sentence) -> None:
            if turn == self._turn:
                self.work.show_error(i18n.text(sentence))

        self._jobs.network("", lambda: look(self._services, source, options), show, fail, owner=self)

    def _seek_second(self, found: Look, turn: int) -> None:
        """Look beside the file for this time's second one, where last time there was one."""
        source, second = self._source, found.awaited
        if second is None or not isinstance(source, Path):
            return

        def show(proposed: Path | None) -> None:
            if turn == self._turn:
                self.work.items_line.show_second(second, proposed)

        self._jobs.network("", lambda: self._services.importing.find_second(source, second), show, owner=self)

    def _count_all(self) -> None:
        """Go through the whole file without writing, so that the counts are there before the import."""
        if self._source is None or not self.work.can_import:
            return
        run = Run(self._services, self._source, self._options, dry_run=True)
        self._count = run

        def show_progress(now: ImportProgress) -> None:
            self._show_count(run, self._counts_text.of_progress(now))
            if run is self._count:
                self.work.show_share(now.share)

        progress = self._jobs.on_gui(show_progress)
        self._jobs.network(
            "",
            lambda: run.run(progress),
            lambda result: self._show_counted(run, result),
            lambda sentence: self._show_count_failed(run, sentence),
            run.cancel,
            owner=self,
        )

    def _show_count(self, run: Run, text: str) -> None:
        if run is self._count:
            self.work.show_count(text, running=True)

    def _show_counted(self, run: Run, result: ImportResult) -> None:
        if run is self._count and not result.cancelled:
            self._count = None
            self.work.show_problems(result.problems, result.problem_count)
            self.work.show_counted(run, result.rows_read, result.orders)
            self.work.show_count(self._counts_text.of_result(result), running=False)

    def _show_count_failed(self, run: Run, sentence: Sentence) -> None:
        if run is self._count:
            self._count = None
            self.work.show_error(i18n.text(sentence))

    def _stop_count(self) -> None:
        if self._count is not None:
            self._count.cancel()
            self._count = None

    # what the user decides

    def _change_options(self, change: Callable[[ImportOptions], ImportOptions]) -> None:
        self._options = change(self._options)
        self._look()

    def _take_rules(self) -> None:
        panel = self.work.questions.rules
        self._change_options(
            lambda options: replace(
                options,
                rule_set=panel.rule_set(),
                timezone=panel.timezone() or None,
                region=panel.region() or None,
            )
        )

    def _choose_other(self) -> None:
        self._turn += 1
        self._stop_count()
        self._source = None
        self._pages.setCurrentWidget(self.choose)

    def _show_profiles(self) -> None:
        from ordermanager.ui.import_dialog.profiles_dialog import ProfilesDialog

        dialog = ProfilesDialog(self._services, self._jobs, self)
        open_dialog(dialog)

    # the import

    def _start_review(self) -> None:
        if self._source is not None and self.can_import and not self.is_busy:
            self._stop_count()
            self.reviewing.start(self._source, self._options)

    def _show_progress(self, progress: ImportProgress) -> None:
        if self._import is not None and not self._import.is_cancelled:
            self.work.show_count(self._counts_text.of_progress(progress), running=True)
            self.work.show_share(progress.share)

    def _show_result(self, result: ImportResult) -> None:
        self._import = None
        if result.cancelled:
            self.work.show_ready(self.tr("Stopped. Nothing of this file was kept."))
            return
        self._result = result
        self.result_page.show_result(result, can_save_rejected=isinstance(self._source, Path))
        if waiting := self._queue.waiting:
            self.result_page.show_next(waiting[0].name, self._queue.number + 1, self._queue.total)
        self._pages.setCurrentWidget(self.result_page)
        self.imported.emit(result.import_id)

    @property
    def name(self) -> str:
        """What the file is called, or that its text was pasted."""
        return "" if self._source is None else shown_name(self._source, self.tr("Pasted text"))

    def _show_reviewed(self, result: ImportResult, left_out: int) -> None:
        self._show_result(result)
        self.result_page.show_left_out(left_out)

    def _import_rest(self) -> None:
        """Look at the same file once more: what came in already is unchanged there."""
        if self._source is not None:
            self.show_source(self._source, self._options)

    def _save_rejected(self) -> None:
        result = self._result
        if result is not None and result.import_id is not None:
            self.saving.ask(result.import_id, result.file)

    def _show_failure(self, sentence: Sentence) -> None:
        self._import = None
        self.work.show_ready("")
        self.work.show_error(i18n.text(sentence))

    # drops

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Override QWidget::dragEnterEvent."""
        if not self.is_busy and local_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Override QWidget::dropEvent."""
        paths = local_files(event.mimeData())
        if paths and not self.is_busy:
            self.show_files(paths)
