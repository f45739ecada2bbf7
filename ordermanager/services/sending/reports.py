"""The report of a run: what was sent, what came of it, whether it adds up. To be kept, or given to a boss."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, KnownError
from ordermanager.store.times import from_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ordermanager.domain.sentences import Sentence
    from ordermanager.services.context import Context
    from ordermanager.store.outbox.records import Balance, RunLine, RunRecord


class ReportUnwritable(KnownError):
    """The system does not let us write the report there."""


@dataclass(frozen=True, slots=True)
class RunSummary:
    """One run with its balance as stored, and as counted anew from the raw records (`recounted`)."""

    record: RunRecord
    recounted: Balance

    @property
    def adds_up(self) -> bool:
        """Whether every order is accounted for, and both counts agree."""
        balance = self.record.balance
        return balance.closes and (not self.record.finished_at or balance == self.recounted)


@dataclass(frozen=True, slots=True)
class RunDetails:
    """All that a report says. `events`: how many of each kind were raised; `trouble`: what was not accepted, with the
    reason."""

    summary: RunSummary
    events: tuple[tuple[str, int], ...]
    trouble: tuple[RunLine, ...]


class ReportService:
    """Any thread; files are written with the user's own rights and nothing secret is in them."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._runs = context.workspace.runs

    def runs(self, limit: int = 100) -> list[RunSummary]:
        """The newest runs, each counted anew."""
        records = self._runs.list(limit)
        counted = self._runs.recompute_all()
        return [RunSummary(record, counted[record.id]) for record in records if record.id in counted]

    def details(self, run_id: int) -> RunDetails:
        """Raises WrongUse if there is no such run."""
        record = self._runs.get(run_id)
        return RunDetails(
            RunSummary(record, self._runs.recompute(run_id)),
            tuple(self._runs.events_of(run_id)),
            tuple(line for line in self._runs.lines_of(run_id) if line.state != "accepted"),
        )

    def text(self, run_id: int) -> str:
        """The report as plain text, in English."""
        details = self.details(run_id)
        run, balance = details.summary.record, details.summary.record.balance
        lines = [
            f"Order Manager: report of run {run.id}",
            f"Account:     {run.account_name}",
            f"Began:       {self._local(run.started_at)}",
            f"Ended:       {self._local(run.finished_at) if run.finished_at else 'still going on'}",
            "",
            f"Orders:      {balance.total:>8}",
            f"Accepted:    {balance.accepted:>8}",
            f"Rejected:    {balance.rejected:>8}",
            f"Unconfirmed: {balance.unconfirmed:>8}",
            f"Waiting:     {balance.waiting:>8}",
            f"Balance:     {'closes' if details.summary.adds_up else 'DOES NOT CLOSE: run ordermanager doctor'}",
            f"Requests:    {balance.attempts:>8}",
        ]
        if details.events:
            lines += ["", "Events raised:"]
            lines += [f"  {name}: {count}" for name, count in details.events]
        if run.stopped_reason is not None:
            lines += ["", f"Why it stopped: {run.stopped_reason}"]
        if details.trouble:
            lines += ["", "Not accepted:"]
            lines += [
                f"  {line.external_order_id} ({line.state}): {line.reason or '–'}" for line in details.trouble
            ]
        return "\n".join(lines) + "\n"

    def write_text(self, run_id: int, path: Path, words: str | None = None) -> None:
        """The same as a UTF-8 file; or other `words`, in the reader's language."""
        text = self.text(run_id) if words is None else words
        _write(path, lambda: path.write_text(text, encoding="utf-8"))

    def write_csv(self, run_id: int, path: Path, say: Callable[[Sentence], str] = str) -> int:
        """One row for every order that the run sent; returns how many. UTF-8 with the mark that Excel needs. `say` puts
        a reason into the reader's language."""
        lines = self._runs.lines_of(run_id)
        header = ("order", "event", "state", "at", "batch", "http_status", "reason")

        def write() -> None:
            with path.open("w", newline="", encoding="utf-8-sig") as file:
                writer = csv.writer(file)
                writer.writerow(header)
                for line in lines:
                    reason = "" if line.reason is None else say(line.reason)
                    row = (
                        line.external_order_id,
                        line.event,
                        line.state,
                        line.at,
                        line.batch_id,
                        line.http_status,
                    )
                    writer.writerow([_harmless(value) for value in (*row, reason)])

        _write(path, write)
        return len(lines)

    def _local(self, moment: str) -> str:
        zone = ZoneInfo(self._context.settings.get().timezone)
        local: datetime = from_text(moment).astimezone(zone)
        return f"{local:%Y-%m-%d %H:%M:%S} ({zone.key})"


def _harmless(value: object) -> str:
    """What a spreadsheet would take for a formula gets a sign before it that makes it text."""
    text = "" if value is None else str(value)
    return "'" + text if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


def _write(path: Path, work: Callable[[], object]) -> None:
    try:
        work()
    except OSError as error:
        raise ReportUnwritable(
            QT_TRANSLATE_NOOP("Sentence", "{file} cannot be written ({why}). Choose another folder."),
            file=path.name,
            why=error.strerror or type(error).__name__,
        ) from error
