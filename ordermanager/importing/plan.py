"""What an import will do, to look at and to change before it runs; and what it did."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ordermanager.domain.draft import OrderDraft
    from ordermanager.domain.findings import Finding
    from ordermanager.domain.sentences import Sentence
    from ordermanager.importing.layouts import Layout
    from ordermanager.importing.mapping import Mapping
    from ordermanager.importing.source import Source
    from ordermanager.importing.table import IgnoredRow, ReadOptions, Row, Table


@dataclass(slots=True)
class ImportedOrder:
    """One order as the file gives it. `rows` are its rows in the file (for JSON its place among the orders, from 1).

    `notes` are findings that only the import can see: rows of one order that disagree, cells beyond the header.
    `replaces`: rows of this order stood far apart in the file; this is the whole order, and an earlier one with the
    same id in the same import held a part of it.
    """

    draft: OrderDraft
    rows: tuple[int, ...]
    notes: tuple[Finding, ...] = ()
    replaces: bool = False


@dataclass(slots=True)
class Counts:
    """What was read so far; filled while `run.drafts` runs."""

    rows_read: int = 0
    orders: int = 0
    items: int = 0
    ignored: list[IgnoredRow] = field(default_factory=list)
    unknown_statuses: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class ColumnView:
    """A column for the mapping step: its title, some of its values, the field it fills (empty: not imported) and why.

    `evidence` is one of `layout`, `profile`, `exact`, `alias`, `cells`, `` (nothing); `suggestion` with `confidence`
    0…1 is a guess that was not taken.
    """

    index: int
    title: str
    samples: tuple[str, ...]
    field: str = ""
    evidence: str = ""
    suggestion: str = ""
    confidence: float = 0.0


@dataclass(slots=True)
class Plan:
    """A recognised file. `sample` are the first rows of the table; `problem` says why it cannot run, if it cannot.

    `missing` are the fields that the full rule set asks for and that the whole file lacks (said once for the file).
    `grouping` says in words how rows become orders. `counts` is filled by running the plan.
    """

    source: Source
    options: ReadOptions
    table: Table
    layout: Layout | None
    mapping: Mapping
    sample: tuple[Row, ...] = ()
    columns: tuple[ColumnView, ...] = ()
    missing: tuple[str, ...] = ()
    grouping: Sentence | None = None
    problem: Sentence | None = None
    notes: tuple[Sentence, ...] = ()
    counts: Counts = field(default_factory=Counts)

    def close(self) -> None:
        """Give up the file and, for a workbook, its reader. A plan that was run to its end is closed already."""
        self.table.close()
