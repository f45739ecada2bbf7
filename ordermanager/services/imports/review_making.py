"""Makes the review of an import: the whole file through mapping, grouping and checks into a scratch database.

Memory does not grow with the file: rows stream, and everything that is kept is in the scratch database.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ordermanager.domain.checks.findings import Severity
from ordermanager.domain.people.identity import Identity
from ordermanager.services.imports.apart import source_of
from ordermanager.services.imports.checks import add_conflicts, add_forgotten
from ordermanager.services.imports.collecting import fewer_collections
from ordermanager.services.imports.keeping import Keeping, with_kept
from ordermanager.services.imports.results import ImportProgress
from ordermanager.services.imports.review_results import Known
from ordermanager.services.imports.sources import Cancelled
from ordermanager.services.orders.draft_blocks import DraftBlocks
from ordermanager.services.orders.order_block import larger
from ordermanager.services.people.forgotten import ForgottenPeople
from ordermanager.store.imports.staging import StagedOrder

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from ordermanager.domain.draft import OrderDraft
    from ordermanager.domain.sentences import Sentence
    from ordermanager.importing.plan import Plan
    from ordermanager.importing.recognised import ImportedOrder
    from ordermanager.services.context import Context
    from ordermanager.services.imports.prepared import PreparedImport
    from ordermanager.services.orders.ready_orders import ReadyOrder
    from ordermanager.store.imports.staging import Staging

CHUNK = 500
"""Orders that are checked and written at once; between two chunks progress is told."""

_SAMPLE = 200


class Checker:
    """Checks orders of the file by themselves, against each other, and against the workspace as it is now."""

    def __init__(self, context: Context, prepared: PreparedImport, staging: Staging) -> None:
        self._context = context
        self._rules = prepared.rules
        self._staging = staging
        self.now = context.now()
        self._keeping = Keeping(prepared.plan, prepared.rules.region)

    def checked(self, orders: Sequence[tuple[int, ImportedOrder]]) -> list[StagedOrder]:
        """What is to be written of each, by its place in the file."""
        checked = DraftBlocks(self._rules, self.now).orders(order for _, order in orders)
        return self.staged(list(zip([place for place, _ in orders], checked, strict=True)))

    def staged(
        self, orders: Sequence[tuple[int, ReadyOrder]], *, from_file: bool = False
    ) -> list[StagedOrder]:
        """The same of orders that were checked by themselves. `from_file`: they are as the file has them, and not as a
        person has changed them, who may have taken away what the workspace has.
        """
        chunk = [order for _, order in orders]
        external_ids = {order.external_id for order in chunk if order.external_id}
        stored = self._context.workspace.orders
        keys = stored.find_by_external_id(external_ids) if external_ids else {}
        places = self._staging.places(external_ids)
        earlier = self._earlier(chunk, places) if from_file else None
        if from_file and (keys or earlier is not None):
            chunk = with_kept(chunk, keys, self._keeping, stored, self._rules, self.now, earlier)
        own = [place for place, _ in orders]
        identities = [order.identity for order in chunk if order.identity]
        if identities:
            others = stored.identities_many(identities)
            add_conflicts(chunk, [*others, *self._identities(identities, own)])
            add_forgotten(chunk, ForgottenPeople(self._context.workspace))
        first = {external_id: place for external_id, (place, _) in places.items()}
        made = []
        for place, order in zip(own, chunk, strict=True):
            key = keys.get(order.external_id)
            is_again = first.setdefault(order.external_id, place) < place if order.external_id else False
            known = (
                Known.UNCHANGED
                if order.is_unchanged(key)
                else Known.UPDATED
                if key is not None or is_again
                else Known.NEW
            )
            made.append(_staged(place, order, known, None if key is None else key.id))
        return made

    def _earlier(
        self, chunk: Sequence[ReadyOrder], places: Mapping[str, tuple[int, int]]
    ) -> dict[str, OrderDraft] | None:
        """What the file has said of these orders already; None where it names each once."""
        numbers = [order.external_id for order in chunk if order.external_id]
        if not self._keeping.is_by_order or (not places and len(set(numbers)) == len(numbers)):
            return None
        drafts = [each.draft() for each in self._staging.orders(last for _, last in places.values())]
        return {draft.get("externalOrderId"): draft for draft in drafts}

    def _identities(self, identities: Sequence[Identity], but: Collection[int]) -> list[Identity]:
        """Of the orders of the file that share something with these."""
        found: dict[Identity, None] = {}
        for column in ("external_customer_id", "email", "phone"):
            values = {value for each in identities if (value := getattr(each, column))}
            rows = self._staging.identities(column, values, but) if values else ()
            found.update((Identity(row[0], row[1].lower(), row[2]), None) for row in rows)
        return list(found)


def _staged(place: int, order: ReadyOrder, known: Known, order_id: int | None) -> StagedOrder:
    return StagedOrder(
        id=place,
        known=known.value,
        order_id=order_id,
        items=order.items,
        summary=order.summary,
        text=order.text,
        text_hash=order.text_hash,
        words=order.words,
        findings=order.remarks,
        lines=order.rows,
        notes=order.notes,
    )


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
        self._rules = prepared.rules
        self._staging = staging
        self._checker = checker
        self._on_progress = on_progress
        self._cancel = cancel
        self._bad = 0
        self._source = source_of(self._plan, cancel)

    def run(self) -> None:
        """Raises Cancelled, and ReadError where the file cannot be read to its end."""
        place = 0
        with fewer_collections(), self._source.blocks(self._rules, self._checker.now) as stream:
            for block in larger(stream, CHUNK):
                chunk = list(block.orders())
                if self._cancel and self._cancel():
                    raise Cancelled
                with self._staging.transaction():
                    whole = self._without_parts(chunk)
                    staged = self._checker.staged(list(enumerate(whole, place + 1)), from_file=True)
                    self._staging.add(staged)
                self._bad += sum(1 for each in staged if each.summary[-3])
                place += len(whole)
                self._tell(place)

    def _without_parts(self, chunk: list[ReadyOrder]) -> list[ReadyOrder]:
        """Parts of an order whose rows stood apart do not count once the whole has come, be they staged or not."""
        whole = {
            order.external_id: place
            for place, order in enumerate(chunk)
            if order.replaces and order.external_id
        }
        for external_id in whole:
            parts = self._staging.forget(external_id)
            self._bad -= sum(1 for part in parts if any(f.severity is Severity.ERROR for f in part.findings))
        if not whole:
            return chunk
        return [order for place, order in enumerate(chunk) if whole.get(order.external_id, place) <= place]

    def _tell(self, orders: int) -> None:
        if self._on_progress:
            rows, share = self._source.rows, self._source.share(orders)
            self._on_progress(ImportProgress(rows, orders, self._bad, share))


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
