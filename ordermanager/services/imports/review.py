"""The review of an import: every order of the file with its findings, changed and chosen before anything is stored."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ordermanager.domain.checks.findings import Severity
from ordermanager.services.imports.finding_groups import group_sentence
from ordermanager.services.imports.review_edits import TRIAL, Edits
from ordermanager.services.imports.review_making import Checker, Filling, ignored_reasons
from ordermanager.services.imports.review_queries import (
    all_differences,
    group_parts,
    review_row,
    staged_query,
)
from ordermanager.services.imports.review_results import (
    Changed,
    FieldChange,
    FindingGroup,
    FindText,
    FoundTexts,
    IgnoredReason,
    Known,
    ReviewCounts,
    ReviewOrder,
    ReviewQuery,
    ReviewRow,
)
from ordermanager.services.imports.sources import Cancelled
from ordermanager.store.imports.staging import Staging

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from ordermanager.domain.sentences import Sentence
    from ordermanager.services.context import Context
    from ordermanager.services.imports.prepared import PreparedImport
    from ordermanager.services.imports.results import ImportProgress, ImportResult

    Which = ReviewQuery | Iterable[int]
    OnProgress = Callable[[int, int], None]
    Cancel = Callable[[], bool]

_ALL = ReviewQuery()
_SEVERITIES = list(Severity)


class ImportReview:
    """Made by `ImportService.review`. Any thread may ask; edits wait for each other. Close it in the end."""

    def __init__(self, context: Context, prepared: PreparedImport) -> None:
        """An empty review; `fill` reads the file into it."""
        self.prepared = prepared
        self._context = context
        self._staging = Staging(context.workspace.folder)
        self._checker = Checker(context, prepared, self._staging)
        self._edits = Edits(self._staging, self._checker)
        self._ignored: list[IgnoredReason] = []
        self._counts = prepared.plan.counts
        self._limit: int | None = None

    def fill(
        self, on_progress: Callable[[ImportProgress], None] | None, cancel: Callable[[], bool] | None
    ) -> bool:
        """Read the whole file. False: `cancel` said that it shall stop. Raises ReadError."""
        try:
            Filling(self.prepared, self._staging, self._checker, on_progress, cancel).run()
        except Cancelled:
            return False
        plan = self.prepared.plan
        self._counts = plan.counts  # another pass over the file counts anew
        self._ignored = [IgnoredReason(*each) for each in ignored_reasons(plan)]
        return True

    def __enter__(self) -> ImportReview:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Give it up: the file is closed and the scratch database removed. Harmless twice."""
        self.prepared.close()
        self._staging.close()

    # ---- looking

    def counts(self) -> ReviewCounts:
        """How many orders, and of those that are included: ready, with errors, new …"""
        orders, included, edited, items, ready, errors, warnings, new, updated, unchanged = (
            self._staging.numbers()
        )
        return ReviewCounts(
            orders=orders,
            included=included,
            ready=ready,
            errors=errors,
            warnings=warnings,
            new=new,
            updated=updated,
            unchanged=unchanged,
            edited=edited,
            items=items,
            rows_read=self._counts.rows_read,
            rows_ignored=self._counts.rows_ignored,
        )

    def groups(self) -> list[FindingGroup]:
        """Findings that are alike, of included orders: errors first, then those of most orders."""
        found = [
            FindingGroup(
                key=f"{code}|{field}|{severity}",
                code=code,
                field=field,
                severity=Severity(severity),
                sentence=group_sentence(code),
                orders=orders,
                findings=findings,
                proposals=proposals,
            )
            for code, field, severity, orders, findings, proposals in self._staging.group_numbers()
        ]
        return sorted(found, key=lambda each: (_SEVERITIES.index(each.severity), -each.orders, each.key))

    def ignored(self) -> list[IgnoredReason]:
        """Rows of the file that are no orders, by reason."""
        return list(self._ignored)

    def ids(self, query: ReviewQuery = _ALL, limit: int | None = None) -> array[int]:
        """The orders that a query finds, in its order."""
        return self._staging.ids(staged_query(query), limit)

    def rows(self, ids: Iterable[int]) -> list[ReviewRow]:
        """Lines of the table, in the order of `ids`; those that are not there are left out."""
        wanted = list(ids)
        found = {row[0]: review_row(row) for row in self._staging.rows(wanted)}
        return [found[each] for each in wanted if each in found]

    def order(self, review_id: int) -> ReviewOrder:
        """One order in full, with what it changes in the workspace. Raises WrongUse for an unknown id."""
        stored = self._staging.order(review_id)
        draft = stored.draft()
        known = Known(stored.known)
        differences: tuple[FieldChange, ...] = ()
        if known is Known.UPDATED and stored.order_id is not None:
            before = self._context.workspace.orders.get_many([stored.order_id])
            differences = all_differences(before[0].draft, draft) if before else ()
        return ReviewOrder(
            id=stored.id,
            draft=draft,
            original=stored.original(),
            findings=stored.findings,
            known=known,
            order_id=stored.order_id,
            differences=differences,
            is_included=stored.is_included,
            is_edited=stored.is_edited,
            rows=stored.lines,
        )

    def values(self, field: str, query: ReviewQuery = _ALL, limit: int = 20) -> list[tuple[str, int]]:
        """The most frequent texts of a field, with the number of places; empty texts count too."""
        return self._edits.values(field, self._staging.ids(staged_query(query)), limit)

    # ---- changing; each is one step of undo

    def edit(self, review_id: int, changes: Mapping[str, str]) -> Changed:
        """Give an order other texts, by path (`items[0].cost`); empty takes a text away. Raises WrongUse."""
        return self._edits.edit(review_id, changes)

    def apply_proposals(
        self, group: str, on_progress: OnProgress | None = None, cancel: Cancel | None = None
    ) -> Changed:
        """Put right what a group's findings propose. `on_progress(done, total)` counts orders; cancelled, nothing is
        changed.
        """
        return self._edits.apply_proposals(group_parts(group), on_progress, cancel)

    def set_value(
        self,
        which: str | Which,
        field: str,
        text: str,
        on_progress: OnProgress | None = None,
        cancel: Cancel | None = None,
    ) -> Changed:
        """Give a field one text. `which` is a FindingGroup's key: only the places that have the finding; else a query
        or ids: every place of the field in these orders. Raises WrongUse for an unknown field.
        """
        if isinstance(which, str):
            return self._edits.set_in_group(group_parts(which), field, text, on_progress, cancel)
        return self._edits.set_everywhere(self._ids(which), field, text, on_progress, cancel)

    def find(
        self, what: FindText, query: ReviewQuery = _ALL, cancel: Cancel | None = None
    ) -> FoundTexts | None:
        """What `replace` would change; None where `cancel` said that it shall stop. Raises WrongUse."""
        return self._edits.find(self._with_text(what, query), what, cancel)

    def replace(
        self,
        what: FindText,
        query: ReviewQuery = _ALL,
        on_progress: OnProgress | None = None,
        cancel: Cancel | None = None,
    ) -> Changed:
        """Find and replace in a field. Raises WrongUse for an unknown field."""
        return self._edits.replace(self._with_text(what, query), what, on_progress, cancel)

    def include(self, which: Which, included: bool) -> Changed:
        """Store these orders, or leave them out."""
        return self._edits.include(None if which == _ALL else self._ids(which), included=included)

    @property
    def limit(self) -> int | None:
        """How many orders the trial takes, None: there is no trial."""
        return self._limit

    def set_limit(self, limit: int | None) -> Changed:
        """A trial with the first orders only; None takes them all. What was included before does not count."""
        self._limit = limit
        return self._edits.set_limit(limit)

    def undo(self, on_progress: OnProgress | None = None, cancel: Cancel | None = None) -> Changed:
        """Take the last change back; nothing where there is none."""
        return self._turned(on_progress, cancel, undo=True)

    def redo(self, on_progress: OnProgress | None = None, cancel: Cancel | None = None) -> Changed:
        """Do again what was taken back."""
        return self._turned(on_progress, cancel, undo=False)

    def _turned(self, on_progress: OnProgress | None, cancel: Cancel | None, *, undo: bool) -> Changed:
        changed = self._edits.turn(on_progress, cancel, undo=undo)
        if changed.step is not None and changed.step.template == TRIAL:
            counts = self.counts()
            self._limit = counts.included if counts.included < counts.orders else None
        return changed

    @property
    def undo_step(self) -> Sentence | None:
        """What `undo` would take back."""
        return self._edits.step(undo=True)

    @property
    def redo_step(self) -> Sentence | None:
        """What `redo` would do again."""
        return self._edits.step(undo=False)

    # ---- storing

    def store(
        self,
        on_progress: Callable[[ImportProgress], None] | None = None,
        cancel: Cancel | None = None,
        rejected: Path | None = None,
    ) -> ImportResult:
        """Store what is included, checked against the workspace as it is now; then the review can only be closed.

        As with `ImportService.run`: `cancel` stops and takes back what was written (the review stays), `rejected` gets
        the rows of stored orders with errors.
        """
        from ordermanager.services.imports.run import ImportRun
        from ordermanager.services.imports.sources import StagedSource
        from ordermanager.services.notices import Changes

        run = ImportRun(
            self._context,
            self.prepared,
            on_progress,
            cancel,
            dry_run=False,
            rejected=rejected,
            source=StagedSource(self._staging, self._counts, self._checker.now),
        )
        try:
            return run.run()
        finally:
            if run.has_written:
                self._context.publish(Changes(orders=True, imports=True, history=True))

    def _with_text(self, what: FindText, query: ReviewQuery) -> array[int]:
        """The orders that a replacement has to look into: most need not be decoded for it."""
        return self._staging.ids(replace(staged_query(query), text=what.find))

    def _ids(self, which: Which) -> Iterable[int]:
        return self._staging.ids(staged_query(which)) if isinstance(which, ReviewQuery) else which
