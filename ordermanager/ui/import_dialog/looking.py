"""Looks at a file in a thread, writes nothing: recognition, first orders, and the count of everything."""

from __future__ import annotations

import threading
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ordermanager.domain.sentences import Sentence
    from ordermanager.importing.grouping.group_words import GroupingChoice
    from ordermanager.importing.mapping.field_views import FieldView
    from ordermanager.importing.mapping.lacks import Lack
    from ordermanager.importing.plan import Plan
    from ordermanager.importing.reading.encoding_choices import EncodingChoice
    from ordermanager.importing.recognised import ColumnView
    from ordermanager.importing.values.questions import Question
    from ordermanager.importing.values.status_words import StatusWord
    from ordermanager.services.app import Services
    from ordermanager.services.imports.prepared import ImportOptions, PreparedImport
    from ordermanager.services.imports.results import ImportPreview, ImportProgress, ImportResult
    from ordermanager.services.imports.second_file import SecondFile

Source = Path | str
"""A file, or a text that was pasted."""

PREVIEW_ORDERS = 100
MOST_IGNORED = 2000
"""So many ignored rows are shown; all are counted."""


@dataclass(frozen=True, slots=True)
class Look:
    """What the beginning of a file shows. `missing` are fields that every order needs and no column fills;
    `profile` is the kept mapping that was used as last time. `head` are the first rows as they stand, `ignored` the
    reasons of those rows of them that are no orders. `grouping_given`: a person has chosen the way of grouping.
    `order_column` holds the order's number, -1: none. `items_file` is the second file, empty where
    there is none; `items_columns` are those of the file with the items, whichever was named first (`orders_name`,
    `items_name`), `items_missing`: no items come out of it yet. `awaited` is the second file that was there last time,
    where none is now; `folder` is where the file lies, empty for a pasted text."""

    preview: ImportPreview
    columns: tuple[ColumnView, ...]
    missing: tuple[str, ...]
    notes: tuple[Sentence, ...]
    grouping: Sentence | None
    layouts: tuple[tuple[str, str], ...]
    lacks: tuple[Lack, ...] = ()
    questions: tuple[Question, ...] = ()
    statuses: tuple[StatusWord, ...] = ()
    profile: str = ""
    encodings: tuple[EncodingChoice, ...] = ()
    fields: tuple[FieldView, ...] = ()
    decided: tuple[Question, ...] = ()
    constants: Mapping[str, str] = field(default_factory=dict)
    head: tuple[tuple[int, list[str]], ...] = ()
    ignored: Mapping[int, Sentence] = field(default_factory=dict)
    left_rows: frozenset[int] = frozenset()
    kept_rows: frozenset[int] = frozenset()
    grouping_choices: tuple[GroupingChoice, ...] = ()
    grouping_now: str = ""
    grouping_given: bool = False
    group_counts: tuple[int, int] = (0, 0)
    order_column: int = -1
    items_file: str = ""
    uses_profiles: bool = True
    items_columns: tuple[ColumnView, ...] = ()
    orders_name: str = ""
    items_name: str = ""
    items_missing: bool = False
    awaited: SecondFile | None = None
    folder: str = ""


def look(services: Services, source: Source, options: ImportOptions) -> Look:
    """Recognise the file and read its first orders. Raises KnownError where it cannot be read."""
    importing = services.importing
    with closing(importing.prepare(source, options)) as prepared:
        plan = prepared.plan
        preview = importing.preview(prepared, PREVIEW_ORDERS)
        common = Look(
            preview,
            plan.columns,
            plan.missing,
            plan.notes,
            plan.grouping,
            tuple(importing.layouts()),
            statuses=plan.statuses,
            profile=prepared.profile_name,
            constants=dict(options.constants),
            awaited=prepared.awaited,
            folder=str(source.absolute().parent) if isinstance(source, Path) else "",
        )
        if plan.table.format.is_json:
            return common
        return _with_table(common, services, source, prepared)


def _with_table(common: Look, services: Services, source: Source, prepared: PreparedImport) -> Look:
    from ordermanager.importing.mapping.adjust import Adjustments

    plan, options = prepared.plan, prepared.options
    made = options.adjustments or Adjustments()
    number = plan.mapping.fields.get("externalOrderId")
    return replace(
        common,
        lacks=_lacks(common.preview, plan.lacks(prepared.rules.rule_set)),
        questions=plan.questions,
        decided=plan.decided,
        encodings=services.importing.encodings(source) if plan.table.encoding else (),
        fields=plan.field_views,
        head=plan.head,
        ignored=ignored_rows(plan),
        left_rows=made.left_rows,
        kept_rows=made.kept_rows,
        grouping_choices=plan.grouping_choices,
        grouping_now=plan.mapping.grouping.value,
        grouping_given=made.grouping is not None,
        group_counts=plan.group_counts,
        order_column=number.columns[0] if number is not None and number.columns else -1,
        uses_profiles=options.use_profiles,
        items_file=options.items.name if options.items else "",
        items_columns=plan.items_plan.columns if plan.items_plan else (),
        orders_name=plan.source.name,
        items_name=plan.items_plan.source.name if plan.items_plan else "",
        items_missing=plan.items_problem is not None,
    )


def _lacks(preview: ImportPreview, lacks: tuple[Lack, ...]) -> tuple[Lack, ...]:
    """What the whole file lacks; of a file whose orders are all here only what these lack, too: they keep the rest."""
    if not preview.orders or any(order.known == "new" for order in preview.orders):
        return lacks
    findings = [finding for order in preview.orders for finding in order.findings]
    return tuple(lack for lack in lacks if lack.is_felt(findings))


def ignored_rows(plan: Plan) -> dict[int, Sentence]:
    """The rows that are no orders with the reason, as far as the plan has met them."""
    rows = (*plan.table.above, *plan.table.left_out, *plan.counts.ignored)
    return {row.row: row.reason for row in rows[:MOST_IGNORED]}


class Run:
    """One pass over the whole file: a count (`dry_run`) or the import. `cancel` may be called from any thread;
    `ignored` are the rows that were no orders, with the reason; they, the status words and the questions of the whole
    file are there after the run.

    `rejected` gets the rows of orders with errors, as they stand in the file.
    """

    def __init__(
        self,
        services: Services,
        source: Source,
        options: ImportOptions,
        *,
        dry_run: bool,
        rejected: Path | None = None,
    ) -> None:
        self._services = services
        self._source = source
        self._options = options
        self._dry_run = dry_run
        self._rejected = rejected
        self._cancelled = threading.Event()
        self.ignored: dict[int, Sentence] = {}
        self.statuses: tuple[StatusWord, ...] = ()
        self.questions: tuple[Question, ...] = ()
        self.decided: tuple[Question, ...] = ()

    def cancel(self) -> None:
        """Stop soon; what was written is taken back."""
        self._cancelled.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether `cancel` was called."""
        return self._cancelled.is_set()

    def run(self, on_progress: Callable[[ImportProgress], None]) -> ImportResult:
        """Do it. Raises KnownError where the file turns out unreadable; then nothing was changed."""
        importing = self._services.importing
        prepared = importing.prepare(self._source, self._options)
        result = importing.run(
            prepared,
            on_progress=on_progress,
            cancel=self._cancelled.is_set,
            dry_run=self._dry_run,
            rejected=self._rejected,
        )
        plan = prepared.plan
        self.ignored = ignored_rows(plan)
        self.statuses, self.questions, self.decided = plan.statuses, plan.questions, plan.decided
        return result


def shown_name(source: Source, pasted: str) -> str:
    """A file's name, or `pasted` for a text."""
    return source.name if isinstance(source, Path) else pasted
