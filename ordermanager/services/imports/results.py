"""What the import service hands back: the preview, progress, and the result per file with its problems."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from ordermanager.domain.checks.findings import Finding
    from ordermanager.domain.draft import OrderDraft
    from ordermanager.domain.sentences import Sentence

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Problem:
    """A finding of one imported order. `row` is the first source row of the order (or item), counted from 1."""

    row: int
    order: str
    finding: Finding
    value: str = ""

    def as_json(self) -> Json:
        """The keys of design.md 7."""
        return {
            "row": self.row,
            "order": self.order,
            "field": self.finding.field,
            "code": self.finding.code,
            "severity": self.finding.severity.value,
            "message": self.finding.message,
            "value": self.value,
            "proposal": self.finding.proposal,
        }


@dataclass(frozen=True, slots=True)
class IgnoredRow:
    """A row of the file that is no order, with the reason in English and as a sentence to translate."""

    row: int
    reason: str
    sentence: Sentence | None = None


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """How far an import is. `rows` and `orders` count what was read so far. `share` (0…1) is how much of the whole
    that is, None where it cannot be said; of a file that is being read it is an estimate.
    """

    rows: int
    orders: int
    with_problems: int
    share: float | None = None


@dataclass(frozen=True, slots=True)
class ImportResult:
    """One imported file (design.md 7). `problems` keeps the first ten thousand of `problem_count`; of what the whole
    file lacks it names only the first orders (problems.py).

    `ready + with_problems = orders = new + updated + unchanged`. `import_id` is None after a dry run.
    `cancelled` says that the user stopped it: then nothing of it is kept. `profile` is the kept mapping that was used
    without asking, `profile_saved` the one that was kept for the next file of this kind; empty where there is none.
    `keeps`: orders that were here have kept what no column of the file speaks of (keeping.py).
    """

    file: str
    layout: str | None
    encoding: str | None
    delimiter: str | None
    sheet: str | None
    header_row: int | None
    rows_read: int
    rows_ignored: tuple[IgnoredRow, ...]
    orders: int
    items: int
    ready: int
    with_problems: int
    new: int
    updated: int
    unchanged: int
    problems: tuple[Problem, ...]
    problem_count: int
    import_id: int | None
    dry_run: bool = False
    cancelled: bool = False
    rejected_file: Path | None = None
    profile: str = ""
    profile_saved: str = ""
    keeps: bool = False

    def as_json(self) -> Json:
        """The element of `files` in the JSON of `ordermanager import` (design.md 7)."""
        return {
            "file": self.file,
            "layout": self.layout,
            "encoding": self.encoding,
            "delimiter": self.delimiter,
            "sheet": self.sheet,
            "header_row": self.header_row,
            "rows_read": self.rows_read,
            "rows_ignored": [{"row": row.row, "reason": row.reason} for row in self.rows_ignored],
            "orders": self.orders,
            "items": self.items,
            "ready": self.ready,
            "with_problems": self.with_problems,
            "new": self.new,
            "updated": self.updated,
            "unchanged": self.unchanged,
            "problems": [problem.as_json() for problem in self.problems],
            "import_id": self.import_id,
        }


@dataclass(frozen=True, slots=True)
class PreviewOrder:
    """One order of an import preview, checked, not saved."""

    draft: OrderDraft
    rows: tuple[int, ...]
    findings: tuple[Finding, ...]
    known: str  # "new", "updated" or "unchanged"


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What the import dialog shows before anything is written: the recognised table and its first orders."""

    file: str
    format: str
    layout: str | None
    layout_title: str | None
    encoding: str | None
    delimiter: str | None
    sheet: str | None
    sheets: tuple[str, ...]
    header_row: int | None
    header: tuple[str, ...]
    columns: Mapping[int, str]  # index of a column -> field name ("email", "cost")
    sample_rows: tuple[tuple[int, tuple[str, ...]], ...]  # (row number, cells)
    orders: tuple[PreviewOrder, ...]
    problem: Sentence | None = None  # why it cannot be run as it is
    alike_sheets: tuple[str, ...] = ()  # those with the same headers, which may be read together
    parts: tuple[str, ...] = ()  # the columns of tables that stand beside each other
    part: str = ""  # those that are read; empty: all
    can_mend: bool = False  # letters were saved in a wrong encoding
    is_mended: bool = False  # and are put right


@dataclass(frozen=True, slots=True)
class UndoneImport:
    """What was taken back, and what stays: orders that were (or may have been) sent, or changed, since. `withdrawn` of
    those taken back waited in the outbox.
    """

    removed: int
    restored: int
    kept_sent: int
    kept_edited: int
    withdrawn: int = 0

    @property
    def kept(self) -> int:
        """How many orders could not be taken back."""
        return self.kept_sent + self.kept_edited

    def as_json(self) -> Json:
        """For the command line."""
        return {
            "removed": self.removed,
            "restored": self.restored,
            "kept_sent": self.kept_sent,
            "kept_edited": self.kept_edited,
            "withdrawn": self.withdrawn,
        }
