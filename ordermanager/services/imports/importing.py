"""Bringing a file's orders into the workspace."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from ordermanager.domain.checks.checks import check_draft, in_form_order
from ordermanager.services.imports.prepared import ImportOptions, PreparedImport
from ordermanager.services.imports.profiles import ProfileService
from ordermanager.services.imports.results import (
    ImportPreview,
    ImportProgress,
    ImportResult,
    PreviewOrder,
    UndoneImport,
)
from ordermanager.services.notices import Changes

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ordermanager.domain.draft import OrderDraft
    from ordermanager.importing.reading.encoding_choices import EncodingChoice
    from ordermanager.services.context import Context
    from ordermanager.services.imports.review import ImportReview
    from ordermanager.services.imports.second_file import SecondFile
    from ordermanager.store.imports.records import ImportRecord


class ImportService:
    """Any thread; reading runs in a limited child process."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.profiles = ProfileService(context)

    @property
    def layouts_folder(self) -> Path:
        """Where the user's own layouts lie: copies of ours, changed. It need not be there."""
        return self._context.workspace.folder / "layouts"

    def layouts(self) -> list[tuple[str, str]]:
        """Name and title of every known layout."""
        from ordermanager.importing.mapping.layouts import layouts

        return [(layout.name, layout.title) for layout in layouts(self.layouts_folder).values()]

    def prepare(self, source: Path | str, options: ImportOptions | None = None) -> PreparedImport:
        """Open and recognise a file (Path) or pasted text (str). Raises ReadError with file, row and what to do."""
        from ordermanager.services.imports.opening import open_import

        return open_import(
            self._context, self.profiles, self.layouts_folder, source, options or ImportOptions()
        )

    def preview(self, prepared: PreparedImport, limit: int = 50) -> ImportPreview:
        """The first rows and orders, checked, with nothing written."""
        from ordermanager.services.imports.keeping import Keeping
        from ordermanager.services.imports.stream import first_orders
        from ordermanager.store.database.encoding import draft_hash

        plan, table = prepared.plan, prepared.plan.table
        orders = first_orders(plan, limit)
        ids = [order.draft.get("externalOrderId") for order in orders]
        known = self._context.workspace.orders.find_by_external_id({one for one in ids if one})
        now = self._context.now()
        keeping = Keeping(plan, prepared.rules.region)
        stored = self._context.workspace.orders.drafts([key.id for key in known.values()])
        shown = []
        for external_id, order in zip(ids, orders, strict=True):
            key = known.get(external_id)
            before = stored.get(key.id) if key is not None else None
            if before is not None and (draft := keeping.kept(order.draft, before, order.emptied)) is not None:
                order.draft = draft
            kind = (
                "new"
                if key is None
                else "unchanged"
                if key.draft_hash == draft_hash(order.draft)
                else "updated"
            )
            findings = check_draft(order.draft, prepared.rules, now).findings
            shown.append(
                PreviewOrder(order.draft, order.rows, in_form_order((*findings, *order.notes)), kind)
            )
        return ImportPreview(
            file=prepared.file,
            format=table.format.value,
            layout=plan.layout.name if plan.layout else None,
            layout_title=plan.layout.title if plan.layout else None,
            encoding=table.encoding or None,
            delimiter=table.delimiter or None,
            sheet=table.sheet or None,
            sheets=table.sheets,
            alike_sheets=table.alike,
            header_row=max(table.header_row, 0) or None,
            header=table.header,
            columns={column.index: column.field for column in plan.columns if column.field},
            sample_rows=tuple((number, tuple(cells)) for number, cells in plan.sample),
            orders=tuple(shown),
            problem=plan.problem,
            parts=table.parts,
            part=table.part,
            can_mend=bool(table.mendable),
            is_mended=bool(table.mended),
        )

    def run(
        self,
        prepared: PreparedImport,
        *,
        on_progress: Callable[[ImportProgress], None] | None = None,
        cancel: Callable[[], bool] | None = None,
        dry_run: bool = False,
        rejected: Path | None = None,
    ) -> ImportResult:
        """Import it. Orders with problems come in as drafts; a known id is updated or left unchanged.

        `cancel` is asked between chunks; True stops and takes back what was written. `rejected` gets the rows
        of orders with errors, with an `error` column. A file that turns out unreadable half-way changes
        nothing.
        """
        from ordermanager.services.imports.run import ImportRun

        run = ImportRun(self._context, prepared, on_progress, cancel, dry_run=dry_run, rejected=rejected)
        try:
            return run.run()
        finally:
            prepared.close()
            if run.has_written:
                self._context.publish(Changes(orders=True, imports=True, history=True))

    def review(
        self,
        prepared: PreparedImport,
        on_progress: Callable[[ImportProgress], None] | None = None,
        cancel: Callable[[], bool] | None = None,
    ) -> ImportReview | None:
        """Read and check the whole file without storing anything, to look at and to change; None if `cancel` says
        that it shall stop, and then nothing is left of it. The review closes `prepared`. Raises ReadError.
        """
        from ordermanager.services.imports.review import ImportReview

        try:
            review = ImportReview(self._context, prepared)
        except BaseException:
            prepared.close()
            raise
        try:
            if review.fill(on_progress, cancel):
                return review
        except BaseException:
            review.close()
            raise
        review.close()
        return None

    def list(self) -> list[ImportRecord]:
        """Every import, newest first."""
        return sorted(self._context.workspace.imports.list(), key=lambda record: record.id, reverse=True)

    def get(self, import_id: int) -> ImportRecord:
        """One import. Raises WrongUse for an unknown id."""
        return self._context.workspace.imports.get(import_id)

    def encodings(self, source: Path | str, language: str | None = None) -> tuple[EncodingChoice, ...]:
        """How a text file may be meant, the likeliest first, with its telling lines read so; empty for pasted text.

        `language` is the user's (`uk`), None the system's. Raises ReadError where the file cannot be opened.
        """
        from ordermanager.importing.reading.encoding_choices import encoding_choices
        from ordermanager.importing.reading.source import Source

        return () if isinstance(source, str) else encoding_choices(Source.of(source), language=language)

    def same_way(self, import_id: int) -> ImportOptions:
        """The options that import another file as this import did. Raises WrongUse for an unknown id."""
        from ordermanager.services.imports.record import options_again

        return ImportOptions(**options_again(self.get(import_id).details))

    def second_of(self, options: ImportOptions) -> SecondFile | None:
        """The second file of the import that these options do again, or of the one that used their profile last.
        Raises KnownError where the profile cannot be read.
        """
        from ordermanager.importing.mapping.profiles import Profile, read_profile

        profile = options.profile
        if options.second is not None or profile is None:
            return options.second
        known = profile if isinstance(profile, Profile) else read_profile(profile)
        return self.profiles.second_of(known.headers)

    def find_second(self, first: Path, second: SecondFile) -> Path | None:
        """The file beside `first` that is this time's `second`, where exactly one fits."""
        from ordermanager.services.imports.second_file import find_second

        return find_second(self._context, first, second)

    def save_rejected(
        self,
        import_id: int,
        path: Path,
        on_progress: Callable[[ImportProgress], None] | None = None,
        cancel: Callable[[], bool] | None = None,
    ) -> int | None:
        """Write the rows of an import whose orders still have errors to a file, and say how many; None: cancelled.

        Raises WrongUse where its file is gone or has changed, ReadError, CannotWrite.
        """
        from ordermanager.services.imports.rejected_again import (
            options_again,
            save_rejected,
            source_of_import,
        )

        record = self.get(import_id)
        source = source_of_import(record, path)
        with closing(self.prepare(source, options_again(record, self.same_way(import_id)))) as prepared:
            return save_rejected(self._context, prepared, path, on_progress, cancel)

    def undo_preview(self, import_id: int) -> UndoneImport:
        """What `undo` would do now. Raises as that does."""
        done = self._context.workspace.imports.undo_preview(import_id)
        return UndoneImport(done.removed, done.restored, done.kept_sent, done.kept_edited, done.withdrawn)

    def undo(self, import_id: int) -> UndoneImport:
        """Take an import back, as far as its orders were not queued, sent or edited since. Raises WrongUse
        for an unknown id.
        """
        done = self._context.workspace.imports.undo(import_id, self._context.now())
        self._context.publish(Changes(orders=True, imports=True, history=True))
        return UndoneImport(done.removed, done.restored, done.kept_sent, done.kept_edited, done.withdrawn)

    def redo(self, import_id: int) -> None:
        """Bring back what `undo` took, as far as it was not changed since. Raises WrongUse where it took nothing."""
        from ordermanager.services.orders.orders import OrderService

        with self._context.workspace.write():
            texts = self._context.workspace.imports.redo(import_id)

            def write(order_id: int, draft: OrderDraft) -> bool:
                wanted = texts[order_id]
                draft.fields, draft.items = wanted.fields, wanted.items
                draft.additional_info = wanted.additional_info
                return True

            OrderService(self._context).change_drafts(list(texts), write)
        self._context.publish(Changes(orders=True, imports=True, history=True))
