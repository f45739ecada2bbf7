"""A file as it was recognised: what the steps that make orders of it hand on to one another, and what they count."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, Sentence
from ordermanager.importing.grouping import group_words as groupwords
from ordermanager.importing.tables.table import IgnoredRow
from ordermanager.importing.values.decisions import Evidence, look_at, number_columns
from ordermanager.importing.values.questions import Question, decided, questions

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Self

    from ordermanager.domain.checks.findings import Finding
    from ordermanager.domain.draft import OrderDraft
    from ordermanager.importing.grouping.group_words import GroupingChoice
    from ordermanager.importing.mapping.layouts import Layout
    from ordermanager.importing.mapping.mapping import Mapping
    from ordermanager.importing.reading.source import Source
    from ordermanager.importing.tables.table import IgnoredRow, ReadOptions, Row, Table
    from ordermanager.importing.values.column_dates import DateColumn
    from ordermanager.importing.values.status_words import StatusWord

MOST_IGNORED = 10_000
"""So many ignored rows are kept with their reason; a sheet may have a million blank ones."""

NO_ORDER_ID = QT_TRANSLATE_NOOP(
    "Sentence",
    "{file}: no column was recognised as the order number. Say which one it is, choose a layout, or make the number "
    "by a pattern of other columns.",
)

NO_ITEMS = QT_TRANSLATE_NOOP(
    "Sentence",
    "{file} has no items with an order number that could be joined to the orders. Say which of its columns "
    "they are, or choose the file with the items.",
)


@dataclass(slots=True)
class ImportedOrder:
    """One order as the file gives it. `rows` are its rows in the file (for JSON its place among the orders,
    from 1).

    `notes` are findings that only the import can see: rows of one order that disagree, cells beyond the
    header. `replaces`: rows of this order stood far apart in the file; this is the whole order, and an
    earlier one with the same id in the same import held a part of it. `emptied`: what an order in JSON names and
    leaves empty (null), by path: `phone`, `items`, `items[0].url`, `additionalInfo.gift`.
    """

    draft: OrderDraft
    rows: tuple[int, ...]
    notes: tuple[Finding, ...] = ()
    replaces: bool = False
    emptied: tuple[str, ...] = ()


@dataclass(slots=True)
class Counts:
    """What was read so far; filled while `run.drafts` runs.

    `rows_read` are the rows that orders were made of, so that with the header and `rows_ignored` they are all
    rows of the file. `ignored` names the first ten thousand. `statuses` are the words that stood for statuses,
    there when the last order has been read, as are the `notes`, which are for the whole file.
    """

    rows_read: int = 0
    orders: int = 0
    items: int = 0
    rows_ignored: int = 0
    ignored: list[IgnoredRow] = field(default_factory=list)
    statuses: tuple[StatusWord, ...] = ()
    notes: list[Sentence] = field(default_factory=list)

    def ignore(self, number: int, reason: Sentence) -> None:
        """A row is no order, or no part of one."""
        if len(self.ignored) < MOST_IGNORED:
            self.ignored.append(IgnoredRow(number, reason))
        self.rows_ignored += 1


@dataclass(frozen=True, slots=True)
class ColumnView:
    """A column for the mapping step: its title, some of its values, the field it fills (empty: not imported)
    and why.

    `evidence` is one of `layout`, `profile`, `exact`, `alias`, `cells`, `` (nothing); `suggestion` with
    `confidence` 0…1 is a guess that was not taken.
    """

    index: int
    title: str
    samples: tuple[str, ...]
    field: str = ""
    evidence: str = ""
    suggestion: str = ""
    confidence: float = 0.0


@dataclass(slots=True)
class Recognised:
    """A recognised file; `plan.Plan` says more of it. `mapping` may be changed before it runs; `columns` show it as it
    was recognised.

    `sample` are the first rows of the table, `whole` says that they are all; `head` are the first rows of the file as
    they stand, with those above the header. `examined` is what the whole file
    shows of its dates and amounts, if it was read through. `file_notes` are for the whole file, said once.
    `items_plan` is the plan of a second file with the items. `objects` are the orders of a JSON file.
    `counts` is filled by running it (run.py). `stamp` is the file's as it was recognised; one that changed since is
    refused.
    """

    source: Source
    options: ReadOptions
    table: Table
    layout: Layout | None
    mapping: Mapping
    sample: tuple[Row, ...] = ()
    whole: bool = False
    columns: tuple[ColumnView, ...] = ()
    file_notes: tuple[Sentence, ...] = ()
    examined: Evidence | None = None
    examined_statuses: tuple[StatusWord, ...] = ()
    items_plan: Self | None = None
    counts: Counts = field(default_factory=Counts)
    objects: Iterable[dict[str, Any]] = ()
    head: tuple[Row, ...] = ()
    stamp: tuple[int, int] | None = None

    @property
    def problem(self) -> Sentence | None:
        """Why it cannot run, if it cannot: no column gives the order number, here or in the file with the items."""
        if not self.table.format.is_json and "externalOrderId" not in self.mapping.fields:
            return Sentence(NO_ORDER_ID, {"file": self.table.name})
        return self.items_problem

    @property
    def items_problem(self) -> Sentence | None:
        """Why no items come out of the second file; None where they do, or where there is none."""
        second = self.items_plan
        if second is None or (second.problem is None and second.mapping.has_items):
            return None
        return Sentence(NO_ITEMS, {"file": second.table.name})

    @property
    def evidence(self) -> Evidence:
        """What the file, or else its sample, shows of the dates and amounts in the mapped columns."""
        columns = set(number_columns(self.mapping))
        if self.examined is not None and columns == self.examined.numbers.keys():
            return self.examined
        return look_at(self.mapping, self.sample)

    @property
    def dates(self) -> DateColumn:
        """What is known of day and month."""
        return self.evidence.dates

    @property
    def questions(self) -> tuple[Question, ...]:
        """What can be read in two ways; `questions.answer` takes the answer."""
        if self.table.format.is_json:
            return ()
        return questions(self.mapping, self.table.header, self.evidence)

    @property
    def decided(self) -> tuple[Question, ...]:
        """What could be read in two ways and was decided by the column itself; shown, and open to an answer."""
        if self.table.format.is_json:
            return ()
        return decided(self.mapping, self.table.header, self.evidence)

    @property
    def notes(self) -> tuple[Sentence, ...]:
        """What is said once for the whole file, with the questions that are not answered."""
        asked = (question.sentence for question in self.questions if not question.chosen)
        return (*self.table.notes, *asked, *self.file_notes)

    @property
    def grouping(self) -> Sentence | None:
        """In words, how rows become orders."""
        return groupwords.words(self.mapping, self.table.header)

    @property
    def grouping_choices(self) -> tuple[GroupingChoice, ...]:
        """What `mapping.grouping` may be set to, in words."""
        return groupwords.choices(self.mapping, self.table.header)

    @property
    def group_counts(self) -> tuple[int, int]:
        """How many rows of the sample make how many orders."""
        source = self.mapping.fields.get("externalOrderId")
        if source is None:
            return len(self.sample), 0
        column = source.columns[0]
        ids = {cells[column].strip() for _, cells in self.sample if column < len(cells)} - {""}
        return len(self.sample), len(ids)

    def close(self) -> None:
        """Give up the file and, for a workbook, its reader. A plan that was run to its end is closed
        already.
        """
        self.table.close()
        if self.items_plan is not None:
            self.items_plan.close()
