"""What leaves the program: lists as files, orders on paper, rows on the clipboard, the support bundle."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, qVersion
from PySide6.QtWidgets import QFileDialog

from ordermanager.made_once import made_once
from ordermanager.ui import i18n

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ordermanager.domain.sentences import Sentence
    from ordermanager.services.app import Services
    from ordermanager.services.files.export import Watch
    from ordermanager.services.results import ExportResult
    from ordermanager.ui.actions.copying import Copying
    from ordermanager.ui.job import Job
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.shell.window_parts import WindowParts

TABLES = "Excel (*.xlsx);;CSV (*.csv);;JSON (*.json)"


class OutDesk(QObject):
    """Belongs to the window and knows its pages; a list goes out as it is filtered, searched and sorted."""

    def __init__(self, services: Services, jobs: Jobs, window: WindowParts) -> None:
        super().__init__(window)
        self._services = services
        self._jobs = jobs
        self._window = window
        self._connect()

    def _connect(self) -> None:
        window = self._window
        deeds: dict[str, Callable[[], object]] = {
            "export": self.choose_file,
            "copy": self.copy,
            "copy_json": self.copy_json,
            "filter": self.go_to_filters,
            "pdf": self.choose_pdf,
            "print": self.print_order,
            "support_bundle": self.choose_bundle,
        }
        for action_id, deed in deeds.items():
            window.actions_table[action_id].triggered.connect(lambda _checked=False, deed=deed: deed())

    @made_once
    def copying(self) -> Copying:
        """Puts orders on the clipboard."""
        from ordermanager.ui.actions.copying import Copying

        return Copying(self._services, self._jobs, self._window.messages, self)

    @property
    def _is_history(self) -> bool:
        return self._window.shows_history

    # -- lists

    def go_to_filters(self) -> None:
        """Put the keys on the filters above the list."""
        (self._window.history if self._is_history else self._window.orders).filters.focus_first()

    def copy(self) -> None:
        """The chosen rows as a table for a spreadsheet."""
        window = self._window
        if self._is_history:
            window.history.copy_rows()
        else:
            table = window.orders.table
            self.copying.copy_rows(table.selected_ids(), table.columns_to_copy())

    def copy_json(self) -> None:
        """The chosen orders as they would be sent now, or the chosen events' orders exactly as they were sent."""
        window = self._window
        if self._is_history:
            window.history.copy_json()
        else:
            self.copying.copy_json(window.orders.table.selected_ids())

    def choose_file(self) -> None:
        """Ask for a file, and write the list that is shown to it."""
        name = "history.xlsx" if self._is_history else "orders.xlsx"
        path = self._ask_file(self.tr("Export this list"), name, TABLES)
        if path is not None:
            self.export(path)

    def export(self, path: Path) -> None:
        """Write the list that is shown, all of it, to a file. Can be stopped in the status bar."""
        from ordermanager.services.files.export import Watch

        watch = Watch(self._jobs.on_gui(lambda count: self._say_progress(job, count)))
        work = self._writing(path, watch)
        job: Job = self._jobs.network(
            self.tr("Exporting…"),
            work,
            self._window.commands.say_written,
            self._say_stopped,
            watch.stop,
            owner=self,
        )

    def _writing(self, path: Path, watch: Watch) -> Callable[[], ExportResult]:
        export = self._services.export
        if self._is_history:
            events = self._window.history.query
            return lambda: export.history(path, events, watch)
        orders = self._window.orders.query
        return lambda: export.orders(path, orders, watch)

    def _say_progress(self, job: Job, count: int) -> None:
        self._jobs.say_progress(job, self.tr("Exporting: {count}").format(count=i18n.count(count)))

    def _say_stopped(self, sentence: Sentence) -> None:
        self._window.messages.show_message("warning", i18n.text(sentence))

    def say_copied(self, count: int) -> None:
        """Rows of the history are in the clipboard."""
        self._window.messages.show_message("info", self.tr("%n event(s) copied", "", count))

    # -- paper

    def choose_pdf(self) -> None:
        """Ask for a file, and write the current order to it as a PDF."""
        order_id = self._current()
        if order_id is None:
            return
        path = self._ask_file(self.tr("Save the order as PDF"), "order.pdf", "PDF (*.pdf)")
        if path is not None:
            self.write_pdf(order_id, path)

    def write_pdf(self, order_id: int, path: Path) -> None:
        """The order, its time line and what was sent last, on A4 pages."""

        def work() -> Path:
            from ordermanager.ui.printing.order_report import order_html, report_title
            from ordermanager.ui.printing.paper import write_pdf

            story = self._services.stories.of_order(order_id)
            write_pdf(order_html(story, self._services.settings.get().timezone), report_title(story), path)
            return path

        self._jobs.network(self.tr("Writing the PDF…"), work, self._say_file, owner=self)

    def print_order(self) -> None:
        """The same on a printer."""
        order_id = self._current()
        if order_id is None:
            return
        from ordermanager.ui.printing.order_report import order_html, report_title
        from ordermanager.ui.printing.paper import print_pages

        services = self._services
        self._jobs.read(
            (id(self), "print"),
            lambda: (services.stories.of_order(order_id), services.settings.get().timezone),
            lambda found: print_pages(order_html(*found), report_title(found[0]), self._window),
            owner=self,
        )

    # -- the support bundle

    def choose_bundle(self) -> None:
        """Ask for a file, and write the support bundle to it, with the orders that are chosen."""
        path = self._ask_file(self.tr("Save the support bundle"), "support-bundle.zip", "ZIP (*.zip)")
        if path is not None:
            self.write_bundle(path, self._chosen())

    def write_bundle(self, path: Path, order_ids: Sequence[int]) -> None:
        """Versions, the doctor's report, logs and these orders' history, people masked."""
        services = self._services
        qt = {"qt": qVersion()}

        def done(count: int) -> None:
            text = self.tr(
                "Support bundle written to {file}, with %n order(s); people are masked.", "", count
            )
            self._window.messages.show_message("good", text.format(file=path.name))

        self._jobs.network(
            self.tr("Making the support bundle…"),
            lambda: services.bundles.write(path, services.doctor, order_ids, qt),
            done,
            owner=self,
        )

    # -- inside

    def _current(self) -> int | None:
        window = self._window
        return window.history.current_order_id() if self._is_history else window.orders.table.current_id

    def _chosen(self) -> Sequence[int]:
        """The chosen orders; in the history, the order of the chosen line."""
        if self._is_history:
            current = self._window.history.current_order_id()
            return () if current is None else (current,)
        if self._window.pages.currentWidget() is self._window.orders:
            return self._window.orders.table.selected_ids()
        return ()

    def _ask_file(self, title: str, name: str, pattern: str) -> Path | None:
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, name, pattern)
        return Path(chosen) if chosen else None

    def _say_file(self, path: Path) -> None:
        self._window.messages.show_message("good", self.tr("Written to {file}").format(file=path.name))
