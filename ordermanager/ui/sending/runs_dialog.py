"""The runs of the sender, each with its balance, and the report of one to keep or to give away."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QPushButton, QWidget

from ordermanager.ui import i18n
from ordermanager.ui.controls.dialog_height import grow_to_text
from ordermanager.ui.controls.dialog_table import DialogTable, lay_out
from ordermanager.ui.look.icons import set_icon
from ordermanager.ui.settings_dialog.parts import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordermanager.domain.sentences import Sentence
    from ordermanager.services.app import Services
    from ordermanager.services.sending.reports import RunSummary
    from ordermanager.ui.jobs import Jobs

MOST_RUNS = 100


class RunsDialog(QDialog):
    """Newest first, or `run_id` first; a run that does not add up is red. `events_asked` brings the run whose lines of
    the history someone wants to see."""

    events_asked = Signal(int)

    def __init__(
        self, services: Services, jobs: Jobs, parent: QWidget | None = None, run_id: int | None = None
    ) -> None:
        super().__init__(parent)
        self._first = run_id
        self._services = services
        self._jobs = jobs
        self._runs: Sequence[RunSummary] = ()
        self.setWindowTitle(self.tr("Sending reports"))
        grow_to_text(self, 960, 480)
        titles = (
            self.tr("Began"),
            self.tr("Account"),
            self.tr("Orders"),
            self.tr("Accepted"),
            self.tr("Rejected"),
            self.tr("Unconfirmed"),
            self.tr("Waiting"),
            self.tr("Balance"),
        )
        self.table = DialogTable(self.windowTitle(), titles, self, wide=1, figures=range(2, 7))
        self.save = QPushButton(self.tr("&Save report…"), self)
        self.save.setProperty("role", "primary")
        set_icon(self.save, "export", "on_accent")
        self.print = QPushButton(self.tr("&Print…"), self)
        self.events = QPushButton(self.tr("Show its &events"), self)
        set_icon(self.events, "history")
        self.message = Message()
        self._build()
        self.print.clicked.connect(self._print)
        self.events.clicked.connect(self._show_events)
        self.save.clicked.connect(self._choose_file)
        self.table.itemSelectionChanged.connect(self._update)
        self._update()
        self._jobs.read(
            (id(self), "runs"),
            lambda: (services.reports.runs(MOST_RUNS), services.settings.get().timezone),
            lambda found: self._show(*found),
            self._failed,
            owner=self,
        )

    def _build(self) -> None:
        note = self.tr(
            "Orders = accepted + rejected + unconfirmed + waiting, counted anew from the records each time."
        )
        lay_out(self, note, self.table, self.message, self.events, self.print, self.save)

    def _show(self, runs: Sequence[RunSummary], timezone: str) -> None:
        self._runs = runs
        rows = []
        for run in runs:
            record, balance = run.record, run.record.balance
            figures = (
                balance.total,
                balance.accepted,
                balance.rejected,
                balance.unconfirmed,
                balance.waiting,
            )
            texts = (
                i18n.date_time(record.started_at, timezone),
                record.account_name,
                *(i18n.count(figure) for figure in figures),
                self.tr("closes") if run.adds_up else self.tr("does not close"),
            )
            rows.append((texts, run.adds_up))
        self.table.show_rows(rows, red=True)
        self.message.say("" if runs else self.tr("Nothing was sent yet."))
        ids = [run.record.id for run in runs]
        if self._first in ids:
            self.table.selectRow(ids.index(self._first))
        self._update()

    def _update(self) -> None:
        for button in (self.save, self.print, self.events):
            button.setEnabled(0 <= self.table.currentRow() < len(self._runs))

    def _show_events(self) -> None:
        run_id = self._runs[self.table.currentRow()].record.id
        self.accept()
        self.events_asked.emit(run_id)

    def _print(self) -> None:
        from ordermanager.ui.printing.paper import print_pages
        from ordermanager.ui.sending.run_report import report_html, report_title

        run_id = self._runs[self.table.currentRow()].record.id
        self._jobs.read(
            (id(self), "print"),
            lambda: (self._services.reports.details(run_id), self._services.settings.get().timezone),
            lambda found: print_pages(report_html(*found), report_title(found[0]), self),
            self._failed,
            owner=self,
        )

    def _choose_file(self) -> None:
        run_id = self._runs[self.table.currentRow()].record.id
        pattern = self.tr("PDF (*.pdf);;Text (*.txt);;CSV, every order (*.csv)")
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save report"), f"run-{run_id}.pdf", pattern)
        if name:
            self.write(run_id, Path(name))

    def write(self, run_id: int, path: Path) -> None:
        """Write the report; the name's ending says how."""
        reports = self._services.reports

        def work() -> Path:
            ending = path.suffix.lower()
            if ending == ".csv":
                reports.write_csv(run_id, path, i18n.text)
                return path
            from ordermanager.ui.printing.paper import write_pdf
            from ordermanager.ui.sending.run_report import report_html, report_text, report_title

            details, timezone = reports.details(run_id), self._services.settings.get().timezone
            if ending == ".txt":
                reports.write_text(run_id, path, report_text(details, timezone))
            else:
                write_pdf(report_html(details, timezone), report_title(details), path)
            return path

        self._jobs.network(self.tr("Writing the report…"), work, self._written, self._failed, owner=self)

    def _written(self, path: Path) -> None:
        self.message.say(self.tr("Written to {file}").format(file=str(path)), "good")

    def _failed(self, sentence: Sentence) -> None:
        self.message.say(i18n.text(sentence), "error")
