"""One run of an import: orders as they stream from the file are checked, compared with the workspace and
saved in chunks.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ordermanager.domain.checks.findings import Severity
from ordermanager.domain.people.identity import Identity
from ordermanager.domain.sentences import QT_TRANSLATE_NOOP
from ordermanager.services.files.tables import CannotWrite, check_target
from ordermanager.services.imports.apart import source_of
from ordermanager.services.imports.checks import add_conflicts, add_forgotten, are_any_shared
from ordermanager.services.imports.collecting import fewer_collections
from ordermanager.services.imports.keeping import Keeping, kept_over, with_changes_since, with_kept
from ordermanager.services.imports.problems import Problems
from ordermanager.services.imports.profiles import remember_mapping
from ordermanager.services.imports.record import Fingerprint, details, of_file
from ordermanager.services.imports.rejected_rows import write_rejected
from ordermanager.services.imports.results import IgnoredRow, ImportProgress, ImportResult
from ordermanager.services.imports.sources import Cancelled
from ordermanager.services.orders.order_block import larger
from ordermanager.services.people.forgotten import ForgottenPeople
from ordermanager.store.imports.scratch import Remembered
from ordermanager.store.orders.rows import SUMMARY_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from ordermanager.domain.checks.rules import CheckRules
    from ordermanager.services.context import Context
    from ordermanager.services.imports.prepared import PreparedImport
    from ordermanager.services.imports.sources import OrderSource
    from ordermanager.services.orders.order_block import OrderBlock
    from ordermanager.services.orders.ready_orders import ReadyOrder
    from ordermanager.store.orders.records import OrderKey

CHUNK = 1000
"""Orders a transaction: large enough that committing costs little, small enough that a sender gets its turn."""

MOST_IGNORED = 10_000
"""How many rows are named in the result; the counts are always whole."""


_ORDER_KEY = SUMMARY_COLUMNS.index("order_key")
_LETTERS = {"n": "new", "u": "updated", "s": "unchanged"}


class ImportRun:
    """Runs once. `has_written` says whether the workspace was touched."""

    def __init__(
        self,
        context: Context,
        prepared: PreparedImport,
        on_progress: Callable[[ImportProgress], None] | None,
        cancel: Callable[[], bool] | None,
        *,
        dry_run: bool,
        rejected: Path | None,
        source: OrderSource | None = None,
    ) -> None:
        self.has_written = False
        self._context = context
        self._workspace = context.workspace
        self._forgotten = ForgottenPeople(context.workspace)
        self._prepared = prepared
        self._plan = prepared.plan
        self._on_progress = on_progress
        self._cancel = cancel
        self._dry_run = dry_run
        self._rejected = rejected
        self._now = context.now()
        self._import_id: int | None = None
        self._kinds: Counter[str] = Counter()  # new, updated, unchanged
        self._orders = self._bad = 0
        # Of ids: a letter of _LETTERS for each time that it was counted. That this import has made an order, without an
        # error, and done no more with it, is known from the order (`_fate`).
        self._fates = Remembered()
        self._made: set[str] = set()  # ids whose first part this import has made, and whose whole came later
        self._problems = Problems(self._plan.lacks(prepared.rules.rule_set))
        self._fingerprint: Fingerprint | None = None
        self._items_fingerprint: Fingerprint | None = None
        self._profile_saved = ""
        self._source = source or source_of(self._plan, cancel, packs=0 if dry_run else CHUNK)
        self._before = Remembered()  # the hash of each order that was here and is changed, as it was
        self._errors = Remembered()  # row of the file -> what is wrong with its order
        # a review has done that already, and what a person took away there is not put back
        self._keeping = Keeping(self._plan, prepared.rules.region) if source is None else None
        self._keeps = False

    def run(self) -> ImportResult:
        """Do it. Raises ReadError, after which the workspace is as it was."""
        try:
            return self._run()
        finally:
            self._fates.close()
            self._before.close()
            self._errors.close()

    def _run(self) -> ImportResult:
        second = self._plan.items_plan
        if self._rejected:
            check_target(self._rejected)
            check_is_no_source(
                self._rejected, (self._plan.source.path, second.source.path if second else None)
            )
        if not self._dry_run:
            self._fingerprint = Fingerprint(self._plan.source)
            self._items_fingerprint = Fingerprint(second.source) if second else None
        try:
            with fewer_collections(), self._workspace.orders.bulk():
                cancelled = self._stream()
        except BaseException:
            self._take_back()
            raise
        if cancelled:
            self._take_back()
        elif not self._dry_run:
            self._begin()  # a file without any order was imported too
            self._finish()
        wanted = self._rejected if self._rejected and not cancelled else None
        if wanted:
            write_rejected(wanted, self._prepared, self._errors)
        return self._result(cancelled=cancelled, rejected=wanted)

    def _finish(self) -> None:
        """Complete the record of the import, and keep a mapping that was changed for the next file of this kind."""
        second = self._plan.items_plan
        more = of_file(self._plan.source, self._fingerprint)
        if second is not None:
            more["items_file"] = {
                "name": second.source.name,
                **of_file(second.source, self._items_fingerprint),
            }
        self._workspace.imports.finish(self._started(), self._counts(), self._context.now(), more)
        self._profile_saved = remember_mapping(self._context, self._prepared)

    def _stream(self) -> bool:
        """Take every order; True if the user cancelled."""
        try:
            with self._source.blocks(self._prepared.rules, self._now) as stream:
                for block in larger(stream, CHUNK):
                    if self._is_cancelled():
                        return True
                    self._write(block)
                    if self._on_progress:
                        self._on_progress(self._progress())
        except Cancelled:
            return True
        return self._is_cancelled()

    def _is_cancelled(self) -> bool:
        return self._cancel is not None and self._cancel()

    def _write(self, block: OrderBlock) -> None:
        """Write a chunk in one transaction."""
        given = list(filter(None, block.external_id))
        external_ids = set(given)
        if block.packed:
            self._workspace.orders.hold(block.packed)
        known = self._known(block, external_ids) if given else {}
        self._fates.fetch(external_ids)
        self._before.fetch(external_ids)
        self._errors.fetch(())
        is_new = not known and len(external_ids) == len(given) and not self._fates.has_any(external_ids)
        if is_new and not block.replaces:
            self._add_new(block)
        else:
            self._add_known(list(self._each_once(block, known)), known)

    def _known(self, block: OrderBlock, external_ids: set[str]) -> dict[str, OrderKey]:
        orders = self._workspace.orders
        if block.packed:
            return orders.known_of_held()
        return orders.find_by_external_id(external_ids, {key for key in block.summary[_ORDER_KEY] if key})

    def _add_new(self, block: OrderBlock) -> None:
        """Orders none of which is here or was met before."""
        orders = self._workspace.orders
        identities = list(set(map(Identity, *block.identity)))
        others = orders.identities_many(identities)
        if self._forgotten.are_any or are_any_shared({*others, *identities}):
            each = block.each_identity()
            add_conflicts(each, others)
            add_forgotten(each, self._forgotten)
        self._count_new(block)
        if not self._dry_run:
            self._begin()
            if block.packed:
                orders.add_held(block.packed_orders(), now=self._now, import_id=self._started())
            else:
                orders.add_new(block.ready_columns(), now=self._now, import_id=self._started())

    def _add_known(self, chunk: list[ReadyOrder], known: Mapping[str, OrderKey]) -> None:
        """Orders of which some are here or were met before."""
        orders = self._workspace.orders
        if known and self._keeping is not None:
            whole = with_kept(chunk, known, self._keeping, orders, self._prepared.rules, self._now)
            self._keeps = self._keeps or any(a is not b for a, b in zip(whole, chunk, strict=True))
            chunk = whole
        if known and (since := self._source.since) is not None:
            rules = self._prepared.rules
            chunk = with_changes_since(chunk, known, since, self._import_id, orders, rules, self._now)
        identities = [order.identity for order in chunk if order.identity]
        add_conflicts(chunk, orders.identities_many(identities) if identities else ())
        add_forgotten(chunk, self._forgotten)
        rules_for = self._context.rules_for([key.id for key in known.values()])
        found = (self._item(order, known.get(order.external_id), rules_for) for order in chunk)
        items = [item for item in found if item is not None]
        if not self._dry_run:
            self._begin()
            orders.save_many(items, now=self._now, import_id=self._started())

    def _each_once(self, block: OrderBlock, known: Mapping[str, OrderKey]) -> Iterable[ReadyOrder]:
        """The orders of a block; of one that it has several times the last."""
        chunk: dict[object, ReadyOrder] = {}
        for order in block.orders():
            external_id = order.external_id
            key: object = external_id or object()
            earlier = chunk.get(key)
            if order.replaces:
                self._forget_parts(order, known.get(external_id))
            elif earlier is not None:
                was_here = bool(self._fate(external_id, known.get(external_id))) or external_id in known
                self._count(earlier, known.get(external_id), "updated" if was_here else "new")
                # a later line of JSON changes the earlier one
                if self._keeping is not None and self._keeping.is_by_order:
                    emptied = (*order.emptied, *earlier.emptied)
                    order = kept_over(order, earlier.draft, self._keeping, self._prepared.rules, self._now)
                    order.emptied = emptied
            chunk[key] = order
        return chunk.values()

    def _fate(self, external_id: str, key: OrderKey | None) -> str:
        """What was done in this import with the order of this id; `key` is its own if it is here."""
        fate = self._fates.get_text(external_id)
        if fate is None:
            was_made = key is not None and self._import_id is not None and key.import_id == self._import_id
            return "n" if was_made else ""
        return fate

    def _forget_parts(self, whole: ReadyOrder, key: OrderKey | None) -> None:
        """Parts of this order were taken before, because its rows stand apart in the file; only the whole counts."""
        self._problems.forget(whole.external_id)
        for row in whole.rows:
            self._errors.put(row, None)
        fate = self._fate(whole.external_id, key)
        self._fates.put(whole.external_id, "")
        for letter in fate:
            self._orders -= 1
            self._bad -= letter.isupper()
            self._kinds[_LETTERS[letter.lower()]] -= 1
            if letter.lower() == "n":
                self._made.add(whole.external_id)

    def _progress(self) -> ImportProgress:
        return ImportProgress(self._source.rows, self._orders, self._bad, self._source.share(self._orders))

    def _item(
        self, order: ReadyOrder, key: OrderKey | None, rules_for: Callable[[int], CheckRules]
    ) -> ReadyOrder | None:
        """What is to be written of an order; None where the workspace has this very text under the same rules."""
        external_id, is_same = order.external_id, order.is_unchanged(key)
        fate = self._fate(external_id, key)
        was_here = bool(fate) or (key is not None and external_id not in self._made)
        # only a part of it was written in between
        before = self._before.get_text(external_id) if order.replaces else None
        is_made = order.replaces and external_id in self._made
        is_as_before = is_same and not is_made if before is None else before == order.text_hash.hex()
        kind = "unchanged" if is_as_before else "updated" if was_here else "new"
        if is_same and key is not None and rules_for(key.id) == self._prepared.rules:
            self._count(order, key, kind)
            return None
        if key is not None:
            order.order_id = key.id
            if was_here and "n" not in fate.lower() and external_id not in self._before:
                self._before.put(external_id, key.draft_hash.hex())
        self._count(order, key, kind)
        return order

    def _count_new(self, block: OrderBlock) -> None:
        """`_count` of orders none of which is here or was met before."""
        self._orders += len(block)
        self._kinds["new"] += len(block)
        # nobody can look up later what was only tried, and an id is not stored with halves of characters
        are_found = not self._dry_run and "".join(block.external_id).isascii()
        fates = {} if are_found else dict.fromkeys(filter(None, block.external_id), "n")
        for place in sorted(block.remarks):
            order = block.order(place)
            if order.has_errors and order.external_id:
                fates[order.external_id] = "N"
            self._note_findings(order)
        self._fates.put_all(fates)

    def _count(self, order: ReadyOrder, key: OrderKey | None, kind: str) -> None:
        self._orders += 1
        self._kinds[kind] += 1
        if order.external_id:
            letter = kind[0] if kind != "unchanged" else "s"
            before = self._fate(order.external_id, key)
            self._fates.put(order.external_id, before + (letter.upper() if order.has_errors else letter))
        if order.remarks:
            self._note_findings(order)

    def _note_findings(self, order: ReadyOrder) -> None:
        if order.has_errors:
            self._bad += 1
            if self._rejected:
                self._note_errors(order)
        self._problems.note(order)

    def _note_errors(self, order: ReadyOrder) -> None:
        errors = [finding for finding in order.remarks if finding.severity is Severity.ERROR]
        text = "; ".join(
            f"{finding.field}: {finding.message}" if finding.field else finding.message for finding in errors
        )
        for row in order.rows:
            self._errors.put(row, text)

    def _begin(self) -> None:
        if self._import_id is None:
            self._import_id = self._workspace.imports.add(
                self._prepared.file,
                self._plan.layout.name if self._plan.layout else "",
                self._now,
                details(self._prepared),
            )
            self.has_written = True

    def _started(self) -> int:
        assert self._import_id is not None
        return self._import_id

    def _take_back(self) -> None:
        if self._import_id is not None:
            self._workspace.imports.undo(self._import_id, self._context.now())

    def _counts(self) -> dict[str, int]:
        return {
            "rows_read": self._source.counts.rows_read,
            "orders": self._orders,
            "items": self._source.counts.items,
            "ready": self._orders - self._bad,
            "with_problems": self._bad,
            "new": self._kinds["new"],
            "updated": self._kinds["updated"],
            "unchanged": self._kinds["unchanged"],
        }

    def _result(self, *, cancelled: bool, rejected: Path | None) -> ImportResult:
        table = self._plan.table
        ignored = {row.row: row.reason for row in (*table.above, *self._source.counts.ignored[:MOST_IGNORED])}
        return ImportResult(
            file=self._prepared.file,
            layout=self._plan.layout.name if self._plan.layout else None,
            encoding=table.encoding or None,
            delimiter=table.delimiter or None,
            sheet=table.sheet or None,
            header_row=max(table.header_row, 0) or None,
            rows_ignored=tuple(IgnoredRow(row, str(why), why) for row, why in sorted(ignored.items())),
            problems=self._problems.found,
            problem_count=self._problems.count,
            import_id=None if cancelled else self._import_id,
            dry_run=self._dry_run,
            cancelled=cancelled,
            rejected_file=rejected,
            profile=self._prepared.profile_name,
            profile_saved=self._profile_saved,
            keeps=self._keeps,
            **self._counts(),
        )


def check_is_no_source(target: Path, sources: Iterable[Path | None]) -> None:
    """Raises CannotWrite where the rows with errors would replace the very file that they come from."""
    for source in sources:
        if source is not None and target.exists() and source.exists() and target.samefile(source):
            raise CannotWrite(
                QT_TRANSLATE_NOOP("Sentence", "{file} is the file that is imported. Choose another name."),
                file=target.name,
            )
