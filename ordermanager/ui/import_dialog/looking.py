"""Looks at a file in a thread, writes nothing: recognition, first orders, and the count of everything."""

from __future__ import annotations

import threading
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from ordermanager.domain.sentences import Sentence
    from ordermanager.importing.encodingchoices import EncodingChoice
    from ordermanager.importing.lacks import Lack
    from ordermanager.importing.plan import ColumnView
    from ordermanager.importing.questions import Question
    from ordermanager.importing.statuswords import StatusWord
    from ordermanager.services.app import Services
    from ordermanager.services.import_results import ImportPreview, ImportProgress, ImportResult
    from ordermanager.services.importing import ImportOptions

Source = Path | str
"""A file, or a text that was pasted."""

PREVIEW_ORDERS = 100


@dataclass(frozen=True, slots=True)
class Look:
    """What the beginning of a file shows. `missing` are fields that every order needs and no column fills;
    `profile` is the kept mapping that was used as last time."""

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


def look(services: Services, source: Source, options: ImportOptions) -> Look:
    """Recognise the file and read its first orders. Raises KnownError where it cannot be read."""
    importing = services.importing
    with closing(importing.prepare(source, options)) as prepared:
        plan = prepared.plan
        preview = importing.preview(prepared, PREVIEW_ORDERS)
        is_table = not plan.table.format.is_json
        return Look(
            preview,
            plan.columns,
            plan.missing,
            plan.notes,
            plan.grouping,
            tuple(importing.layouts()),
            plan.lacks(prepared.rules.rule_set) if is_table else (),
            plan.questions if is_table else (),
            plan.statuses,
            prepared.profile_name,
            importing.encodings(source) if plan.table.encoding and is_table else (),
        )


class Run:
    """One pass over the whole file: a count (`dry_run`) or the import. `cancel` may be called from any thread.

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
        return importing.run(
            importing.prepare(self._source, self._options),
            on_progress=on_progress,
            cancel=self._cancelled.is_set,
            dry_run=self._dry_run,
            rejected=self._rejected,
        )


def shown_name(source: Source, pasted: str) -> str:
    """A file's name, or `pasted` for a text."""
    return source.name if isinstance(source, Path) else pasted
