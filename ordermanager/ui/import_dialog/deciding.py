"""What the user decides on the pages of a file becomes other options, with which the file is looked at again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ordermanager.domain.checks.rules import RuleSet
from ordermanager.importing.mapping.mapping import FieldSource
from ordermanager.services.imports import answers

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ordermanager.importing.mapping.mapping import Grouping
    from ordermanager.importing.values.questions import Question
    from ordermanager.services.imports.prepared import ImportOptions
    from ordermanager.ui.import_dialog.work_page import WorkPage

    Change = Callable[[Callable[[ImportOptions], ImportOptions]], None]


class Deciding:
    """Connects the page's signals; `change` gets a function from the options of now to the new ones."""

    def __init__(self, work: WorkPage, change: Change) -> None:
        self._work = work
        self._change = change
        work.read_otherwise.connect(self._read_otherwise)
        work.column_chosen.connect(self._give_column)
        work.items_column_chosen.connect(self._give_items_column)
        work.file.header_wanted.connect(lambda row: self._read_otherwise({"header_row": row}))
        work.file.row_wanted.connect(self._give_row)
        work.file.items_wanted.connect(self._give_items)
        work.keeping.keep_wanted.connect(lambda on: change(lambda options: replace(options, remember=on)))
        work.keeping.anew_wanted.connect(self._recognise_anew)
        card = work.fields.card
        card.source_wanted.connect(self._give_source)
        card.constant_wanted.connect(self._give_constant)
        card.default_wanted.connect(self._give_default)
        card.split_wanted.connect(self._split_name)
        work.questions.statuses_taught.connect(self._teach_statuses)
        work.questions.answered.connect(self._answer)
        work.questions.constant_given.connect(self._give_constant)
        work.questions.rules_chosen.connect(self._choose_rules)
        work.grouping.grouping_wanted.connect(self._group)
        work.grouping.order_column_wanted.connect(self._number_in)

    def _read_otherwise(self, change: dict[str, Any]) -> None:
        self._change(lambda options: answers.read_otherwise(options, change))

    def _give_column(self, column: int, field: str) -> None:
        self._change(lambda options: answers.with_column(options, column, field))

    def _give_items_column(self, column: int, field: str) -> None:
        self._change(lambda options: answers.with_items_column(options, column, field))

    def _recognise_anew(self, anew: bool) -> None:
        self._change(lambda options: replace(answers.read_otherwise(options, {}), use_profiles=not anew))

    def _give_row(self, row: int, is_order: bool | None) -> None:
        self._change(lambda options: answers.with_row(options, row, is_order=is_order))

    def _give_items(self, path: Path | None) -> None:
        self._change(lambda options: replace(options, items=path, items_columns=None, items_profile=None))

    def _give_source(self, field: str, source: FieldSource) -> None:
        self._change(lambda options: answers.with_source(options, field, source))

    def _give_constant(self, field: str, text: str) -> None:
        self._change(lambda options: answers.with_constant(options, field, text))

    def _give_default(self, field: str, text: str) -> None:
        self._change(lambda options: answers.with_default(options, field, text))

    def _split_name(self, column: int) -> None:
        shown = self._work.columns.rows[column].samples
        self._change(lambda options: answers.with_whole_names(options, column, shown))

    def _teach_statuses(self, statuses: dict[str, str]) -> None:
        self._change(lambda options: answers.with_status_words(options, statuses))

    def _answer(self, question: Question, value: str) -> None:
        self._change(lambda options: answers.with_answer(options, question, value))

    def _choose_rules(self, name: str) -> None:
        self._work.questions.rules.choose_rules(RuleSet(name))
        self._change(lambda options: replace(options, rule_set=RuleSet(name)))

    def _group(self, grouping: Grouping | None) -> None:
        self._change(lambda options: answers.with_grouping(options, grouping))

    def _number_in(self, column: int) -> None:
        self._change(lambda options: answers.with_source(options, "externalOrderId", FieldSource((column,))))
