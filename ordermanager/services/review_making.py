"""Makes the review of an import: the whole file through mapping, grouping and checks into a scratch database.

Memory does not grow with the file: rows stream, and everything that is kept is in the scratch database.
"""

from __future__ import annotations

from collections import Counter
from contextlib import closing, contextmanager
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, cast

from ordermanager.domain.findings import Severity
from ordermanager.domain.identity import Identity
from ordermanager.domain.summary import summarise
from ordermanager.services.collecting import fewer_collections
from ordermanager.services.forgotten import ForgottenPeople
from ordermanager.services.import_checks import Taken, add_conflicts, add_forgotten, is_unchanged, take
from ordermanager.services.import_results import ImportProgress
from ordermanager.services.import_stream import share_of_a_row, streamed
from ordermanager.services.keeping import Keeping
from ordermanager.services.review_results import Known
from ordermanager.store import StagedOrder
from ordermanager.store.order_rows import summary_values

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Generator, Iterator, Mapping, Sequence

    from ordermanager.domain.sentences import Sentence
    from ordermanager.importing.plan import ImportedOrder, Plan
    from ordermanager.importing.table import Row
    from ordermanager.services.context import Context
    from ordermanager.services.importing import PreparedImport
    from ordermanager.store import OrderKey, Staging

CHUNK = 500
"""Orders that are checked and written at once; between two chunks progress is told."""

_ROWS_BETWEEN_QUESTIONS = 1024
_SAMPLE = 200


class Cancelled(Exception):
    """The user stopped it."""


class Checker:
    """Checks orders of the file by themselves, against each other, and against the workspace as it is now."""

    def __init__(self, context: Context, prepared: PreparedImport, staging: Staging) -> None:
        self._context = context
        self._rules = prepared.rules
        self._staging = staging
        self._now = context.now()
        self._keeping = Keeping(prepared.plan, prepared.rules.region)

    def staged(
        self, orders: Sequence[tuple[int, ImportedOrder]], *, from_file: bool = False
    ) -> list[StagedOrder]:
        """What is to be written of each, by its place in the file. `from_file`: they are as the file has them, and not
        as a person has changed them, who may have taken away what the workspace has.
        """
        chunk = [take(order, self._rules, self._now) for _, order in orders]
        external_ids = {taken.external_id for taken in chunk if taken.external_id}
        keys = self._context.workspace.orders.find_by_external_id(external_ids) if external_ids else {}
        if from_file and keys and self._keeping.works:
            self._keep(chunk, keys)
        own = [place for place, _ in orders]
        identities = [taken.identity for taken in chunk if taken.identity]
        if identities:
            others = self._context.workspace.orders.identities_many(identities)
            add_conflicts(chunk, [*others, *self._identities(identities, own)])
            add_forgotten(chunk, ForgottenPeople(self._context.workspace))
        first = self._staging.first_ids(external_ids)
        made = []
        for place, taken in zip(own, chunk, strict=True):
            key = keys.get(taken.external_id)
            is_again = first.setdefault(taken.external_id, place) < place if taken.external_id else False
            known = (
                Known.UNCHANGED
                if is_unchanged(taken, key)
                else Known.UPDATED
                if key is not None or is_again
                else Known.NEW
            )
            made.append(self._staged(place, taken, known, None if key is None else key.id))
        return made

    def _keep(self, chunk: list[Taken], keys: Mapping[str, OrderKey]) -> None:
        changed = [
            (place, key.id)
            for place, taken in enumerate(chunk)
            if (key := keys.get(taken.external_id)) is not None and not is_unchanged(taken, key)
        ]
        records = self._context.workspace.orders.get_many([order_id for _, order_id in changed])
        stored = {record.id: record.draft for record in records}
        for place, order_id in changed:
            order, before = chunk[place].order, stored.get(order_id)
            if before is not None and (draft := self._keeping.kept(order.draft, before)) is not None:
                chunk[place] = take(replace(order, draft=draft), self._rules, self._now)

    def _staged(self, place: int, taken: Taken, known: Known, order_id: int | None) -> StagedOrder:
        summary = summarise(taken.order.draft, taken.checked, self._rules)
        text, text_hash = taken.encoded
        return StagedOrder(
            id=place,
            known=known.value,
            order_id=order_id,
            items=len(taken.order.draft.items),
            summary=summary_values(summary),
            text=text,
            text_hash=text_hash,
            words=summary.search_text,
            findings=taken.checked.findings,
            lines=taken.order.rows,
            notes=taken.order.notes,
        )

    def _identities(self, identities: Sequence[Identity], but: Collection[int]) -> list[Identity]:
        """Of the orders of the file that share something with these."""
        found: dict[Identity, None] = {}
        for column in ("external_customer_id", "email", "phone"):
            values = {value for each in identities if (value := getattr(each, column))}
            rows = self._staging.identities(column, values, but) if values else ()
            found.update((Identity(row[0], row[1].lower(), row[2]), None) for row in rows)
        return list(found)


class Filling:
    """Reads the file into the scratch database. `reasons` and `reason_rows` count the ignored rows."""

    def __init__(
        self,
        prepared: PreparedImport,
        staging: Staging,
        checker: Checker,
        on_progress: Callable[[ImportProgress], None] | None,
        cancel: Callable[[], bool] | None,
    ) -> None:
        self._plan = prepared.plan
        self._staging = staging
        self._checker = checker
        self._on_progress = on_progress
        self._cancel = cancel
        self._bad = 0
        self._row_share = share_of_a_row(self._plan)

    def run(self) -> None:
        """Raises Cancelled, and ReadError where the file cannot be read to its end."""
        place = 0
        with fewer_collections(), stoppable(self._plan, self._cancel), streamed(self._plan) as stream:
            while chunk := list(islice(stream, CHUNK)):
                if self._cancel and self._cancel():
                    raise Cancelled
                with self._staging.transaction():
                    whole = self._without_parts(chunk)
                    staged = self._checker.staged(list(enumerate(whole, place + 1)), from_file=True)
                    self._staging.add(staged)
                self._bad += sum(1 for each in staged if each.summary[-3])
                place += len(whole)
                self._tell(place)

    def _without_parts(self, chunk: list[ImportedOrder]) -> list[ImportedOrder]:
        """Parts of an order whose rows stood apart do not count once the whole has come, be they staged or not."""
        whole = {
            external_id: place
            for place, order in enumerate(chunk)
            if order.replaces and (external_id := order.draft.get("externalOrderId"))
        }
        for external_id in whole:
            parts = self._staging.forget(external_id)
            self._bad -= sum(1 for part in parts if any(f.severity is Severity.ERROR for f in part.findings))
        if not whole:
            return chunk
        return [
            order
            for place, order in enumerate(chunk)
            if whole.get(order.draft.get("externalOrderId"), place) <= place
        ]

    def _tell(self, orders: int) -> None:
        if self._on_progress:
            rows = self._plan.counts.rows_read
            share = min(0.99, rows * self._row_share) if self._row_share else None
            self._on_progress(ImportProgress(rows, orders, self._bad, share))


@contextmanager
def stoppable(plan: Plan, cancel: Callable[[], bool] | None) -> Iterator[None]:
    """Within this, reading the plan's table raises Cancelled soon after `cancel` says so, in whatever pass it is."""
    if cancel is None:
        yield
        return
    table, open_rows = plan.table, plan.table.open_rows

    def rows() -> Iterator[Row]:
        with closing(cast("Generator[Row, None, None]", open_rows())) as all_rows:
            while chunk := list(islice(all_rows, _ROWS_BETWEEN_QUESTIONS)):
                if cancel():
                    raise Cancelled
                yield from chunk

    table.open_rows = rows
    try:
        yield
    finally:
        table.open_rows = open_rows


def ignored_reasons(plan: Plan) -> list[tuple[Sentence, int, tuple[int, ...]]]:
    """The reasons for which rows were ignored, with how many and the first rows; those that say a row's own text come
    together under the first of them.
    """
    numbers: Counter[str] = Counter()
    first: dict[str, Sentence] = {}
    rows: dict[str, list[int]] = {}
    for row in plan.counts.ignored:
        key = row.reason.template
        numbers[key] += 1
        first.setdefault(key, row.reason)
        if len(rows.setdefault(key, [])) < _SAMPLE:
            rows[key].append(row.row)
    return [(first[key], count, tuple(rows[key])) for key, count in numbers.most_common()]
