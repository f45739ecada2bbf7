"""Likely duplicates: found, set side by side, and made one; what was sent is not touched."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from ordermanager.domain.duplicates import items_key, order_id_key
from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, Sentence, WrongUse
from ordermanager.domain.states import Folder, State
from ordermanager.store.orders.duplicates import CUSTOMER_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence

    from ordermanager.domain.draft import OrderDraft
    from ordermanager.services.context import Context
    from ordermanager.services.orders.orders import OrderService
    from ordermanager.store.orders.records import OrderRecord

MOST_GROUPS = 5000
"""More are not shown at once: whoever has merged these looks again."""
MOST_IN_GROUP = 20
_CHUNK = 500
MOST_RULED_OUT = 2000
_RULED_OUT = "not_duplicates"
PASSES = 1 + len(CUSTOMER_COLUMNS)

ITEMS, INFO = "items", "additionalInfo"


class Likeness(StrEnum):
    """Why orders may be one."""

    SAME_ID = "same_id"  # the same ID, perhaps written differently
    SAME_SALE = "same_sale"  # the same customer, day, sum and items


@dataclass(frozen=True, slots=True)
class Alike:
    """Orders that may be one, oldest first; and why."""

    order_ids: tuple[int, ...]
    reasons: frozenset[Likeness]


@dataclass(frozen=True, slots=True)
class FoundAlike:
    """`is_all`: nothing was left out because there were too many, or because it was stopped. `ruled_out`: how many
    groups are not shown because a person has said that they are not the same."""

    groups: tuple[Alike, ...]
    is_all: bool
    ruled_out: int = 0


@dataclass(frozen=True, slots=True)
class Merged:
    """What it takes to take a merge back. `kept` is the order that stays."""

    kept: int
    before: OrderDraft
    after: OrderDraft
    removed: tuple[int, ...]


class DuplicateService:
    """Any thread. Looking reads every order: at a million it takes a while."""

    def __init__(self, context: Context, orders: OrderService) -> None:
        self._context = context
        self._orders = orders

    def find(
        self,
        on_progress: Callable[[int, int], None] | None = None,
        is_cancelled: Callable[[], bool] = lambda: False,
    ) -> FoundAlike:
        """All orders that may be one. `on_progress` is told how many of how many order readings are done."""
        work = _Search(self._context, self._orders, on_progress, is_cancelled)
        work.run()
        found = work.groups()
        known = [set(ids) for ids in self._ruled_out()]
        groups = [
            group for group in found if not any(known_ids.issuperset(group.order_ids) for known_ids in known)
        ]
        is_all = len(groups) <= MOST_GROUPS and not is_cancelled()
        return FoundAlike(tuple(groups[:MOST_GROUPS]), is_all, len(found) - len(groups))

    def rule_out(self, group: Alike) -> None:
        """A person says that these are not the same: they are not shown again, unless another order joins them."""
        with self._context.workspace.write():
            known = [*self._ruled_out(), list(group.order_ids)]
            self._context.workspace.settings.put(_RULED_OUT, known[-MOST_RULED_OUT:])

    def rule_in(self) -> None:
        """Show again all that was ruled out."""
        self._context.workspace.settings.put(_RULED_OUT, [])

    def _ruled_out(self) -> list[list[int]]:
        return list(self._context.workspace.settings.get(_RULED_OUT, []))

    def records(self, group: Alike) -> list[OrderRecord]:
        """The orders of a group as they are now, without those that were deleted meanwhile."""
        return [record for record in self._orders.records(group.order_ids) if not record.row.deleted_at]

    def merge(
        self, kept: int, wanted: OrderDraft, removed: Sequence[int], shown: Sequence[OrderRecord] = ()
    ) -> Merged:
        """Write `wanted` into the order that stays, and put the others out of sight; both or neither.

        What was sent of any of them stays in the history as it was. Raises WrongUse where one is in the outbox, being
        sent or in doubt, not there any more, or was changed since it was `shown`.
        """
        records = {record.id: record for record in self._orders.records([kept, *removed])}
        for seen in shown:
            if seen.id in records and records[seen.id].draft_hash != seen.draft_hash:
                raise WrongUse(
                    QT_TRANSLATE_NOOP(
                        "Sentence",
                        "{order} was changed meanwhile. Choose it in the list again to see it as it is.",
                    ),
                    order=seen.row.external_order_id or "–",
                )
        for order_id in (kept, *removed):
            reason = why_not(records.get(order_id))
            if reason is not None:
                raise WrongUse(reason.template, **reason.values)
        before, origin = records[kept].draft, records[kept].row.origin
        self._orders.save_beside(wanted, kept, origin, delete=removed)
        return Merged(kept, before, wanted, tuple(removed))

    def merge_agreeing(
        self,
        groups: Sequence[Alike],
        on_progress: Callable[[int, int], None] | None = None,
        is_cancelled: Callable[[], bool] = lambda: False,
    ) -> list[Merged]:
        """Merge every group whose orders contradict each other in nothing but how the ID is written, and of which at
        most the one that stays was sent. The others are left as they are."""
        done = []
        for number, group in enumerate(groups):
            if is_cancelled():
                break
            records = self.records(group)
            if len(records) > 1 and not any(map(why_not, records)) and agree(records):
                kept = best_to_keep(records)
                others = [record for record in records if record.id != kept.id]
                if not any(record.row.revisions for record in others):
                    wanted = merged_draft(kept, others)
                    done.append(self.merge(kept.id, wanted, [record.id for record in others]))
            if on_progress is not None:
                on_progress(number + 1, len(groups))
        return done

    def take_back(self, merged: Merged) -> bool:
        """The orders as they were; False where the one that stayed was changed since, which then keeps its text."""
        (record,) = self._orders.records([merged.kept])
        is_same = record.draft.without_empty() == merged.after.without_empty()
        draft = merged.before if is_same else record.draft
        self._orders.save_beside(draft, merged.kept, record.row.origin, restore=merged.removed)
        return is_same


def why_not(record: OrderRecord | None) -> Sentence | None:
    """Why an order cannot be merged now; None where it can."""
    if record is None or record.row.deleted_at:
        return Sentence(QT_TRANSLATE_NOOP("Sentence", "One of these orders is not here any more."))
    name = {"order": record.row.external_order_id or "–"}
    if record.row.unconfirmed or record.state is State.UNCONFIRMED:
        text = QT_TRANSLATE_NOOP(
            "Sentence", "{order} may or may not have arrived. Decide about it first, then merge."
        )
        return Sentence(text, name)
    if record.state.is_waiting:
        text = QT_TRANSLATE_NOOP("Sentence", "{order} is in the outbox. Withdraw it first, then merge.")
        return Sentence(text, name)
    return None


def best_to_keep(records: Sequence[OrderRecord]) -> OrderRecord:
    """Which of them should stay: one that was sent, else the one with most filled in, else the oldest."""
    return max(records, key=lambda each: (each.row.revisions > 0, _filled(each.draft), -each.id))


def merged_draft(kept: OrderRecord, others: Sequence[OrderRecord]) -> OrderDraft:
    """The text of the order that stays, with what only another one knows."""
    draft = kept.draft.copy()
    for other in others:
        for name, text in other.draft.fields.items():
            if text.strip() and not draft.get(name):
                draft.fields[name] = text
        if not draft.without_empty().items:
            draft.items = [dict(item) for item in other.draft.items]
        for name, text in other.draft.additional_info.items():
            draft.additional_info.setdefault(name, text)
    return draft


def agree(records: Sequence[OrderRecord]) -> bool:
    """Whether no two of them give one field, one entry of the additional info or the items differently; the ID may be
    written differently."""
    given: dict[tuple[str, str], set[Hashable]] = {}
    for record in records:
        draft = record.draft.without_empty()
        for name, text in draft.fields.items():
            given.setdefault(("", name), set()).add(_meaning(record, name, text))
        for name, text in draft.additional_info.items():
            given.setdefault((INFO, name), set()).add(text.strip())
        if draft.items:
            given.setdefault((ITEMS, ""), set()).add(items_key(draft.items))
    return all(len(values) == 1 for values in given.values())


def _meaning(record: OrderRecord, name: str, text: str) -> Hashable:
    """What is compared of a field: what the row says it means, where it does."""
    row = record.row
    meant = {"totalCost": row.total, "date": row.date, "phone": row.phone, "email": row.email.casefold()}
    if name == "externalOrderId":
        return order_id_key(text)
    return meant.get(name) or text.strip()


def _filled(draft: OrderDraft) -> int:
    draft = draft.without_empty()
    return len(draft.fields) + len(draft.additional_info) + sum(map(len, draft.items))


class _Search:
    """Candidates by hash, then compared by what they are; overlapping groups become one."""

    def __init__(
        self,
        context: Context,
        orders: OrderService,
        on_progress: Callable[[int, int], None] | None,
        is_cancelled: Callable[[], bool],
    ) -> None:
        self._store = context.workspace.duplicates
        self._orders = orders
        self._tell = on_progress
        self._is_cancelled = is_cancelled
        self._total = max(1, context.workspace.orders.folder_counts()[Folder.ALL])
        self._day_of = _days(context.settings.get().timezone)
        self._parent: dict[int, int] = {}
        self._reasons: dict[int, set[Likeness]] = {}
        self._seen: set[int] = set()

    def run(self) -> None:
        """Look in one pass for each way in which orders can be alike."""
        found = self._store.by_id(order_id_key, self._going(0))
        self._compare(found, Likeness.SAME_ID, self._id_keys)
        for number, column in enumerate(CUSTOMER_COLUMNS, 1):
            found = self._store.by_sale(column, self._day_of, self._going(number))
            self._compare(self._not_seen(found), Likeness.SAME_SALE, self._items_keys)

    def _not_seen(self, groups: Iterable[Sequence[int]]) -> Iterator[Sequence[int]]:
        """Most orders of one customer are so by e-mail and phone as well; they need be compared only once."""
        for group in groups:
            key = hash(group)
            if key not in self._seen:
                self._seen.add(key)
                yield group

    def _id_keys(self, ids: Sequence[int]) -> dict[int, Hashable]:
        return {
            record.id: (order_id_key(record.row.external_order_id), record.draft.get("storeId"))
            for record in self._orders.records(ids)
        }

    def _items_keys(self, ids: Sequence[int]) -> dict[int, Hashable]:
        return {order_id: items_key(items) for order_id, items in self._store.items(ids).items()}

    def groups(self) -> list[Alike]:
        """What was found, by the oldest order of each."""
        members: dict[int, list[int]] = {}
        for order_id in self._parent:
            members.setdefault(self._root(order_id), []).append(order_id)
        made = [
            Alike(tuple(sorted(ids)[:MOST_IN_GROUP]), frozenset(self._reasons[root]))
            for root, ids in members.items()
        ]
        return sorted(made, key=lambda group: group.order_ids)

    def _going(self, number: int) -> Callable[[int], bool]:
        def go_on(count: int) -> bool:
            if self._tell is not None:
                self._tell(min(self._total, count) + number * self._total, PASSES * self._total)
            return not self._is_cancelled()

        return go_on

    def _compare(
        self,
        candidates: Iterable[Sequence[int]],
        why: Likeness,
        keys_of: Callable[[Sequence[int]], dict[int, Hashable]],
    ) -> None:
        for groups in _in_chunks(candidates):
            if self._is_cancelled() or len(self._parent) > MOST_GROUPS * MOST_IN_GROUP:
                return
            wanted = [order_id for group in groups for order_id in group]
            keys = keys_of(wanted)
            for group in groups:
                self._join_alike({each: keys[each] for each in group if keys.get(each) is not None}, why)

    def _join_alike(self, keys: Mapping[int, Hashable], why: Likeness) -> None:
        """Those of these orders that have the same key."""
        first_with: dict[Hashable, int] = {}
        for order_id, key in keys.items():
            if (first := first_with.setdefault(key, order_id)) != order_id:
                self._join(first, order_id, why)

    def _join(self, first: int, second: int, why: Likeness) -> None:
        one, other = self._root(first), self._root(second)
        self._parent[other] = one
        self._reasons.setdefault(one, set()).add(why)
        if other != one:
            self._reasons[one] |= self._reasons.pop(other, set())

    def _root(self, order_id: int) -> int:
        parent = self._parent.setdefault(order_id, order_id)
        while parent != self._parent[parent]:
            parent = self._parent[parent]
        self._parent[order_id] = parent
        return parent


def _in_chunks(groups: Iterable[Sequence[int]]) -> Iterator[list[Sequence[int]]]:
    chunk: list[Sequence[int]] = []
    size = 0
    for group in groups:
        chunk.append(group)
        size += len(group)
        if size >= _CHUNK:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _days(zone_name: str) -> Callable[[str], str]:
    """A function for the day of a UTC text in a zone; by the zone's offset at noon, which is near enough for this."""
    zone = ZoneInfo(zone_name)

    @lru_cache(maxsize=4096)
    def offset(day: str) -> int:
        moment = datetime.fromisoformat(day + "T12:00:00").replace(tzinfo=UTC)
        return round((moment.astimezone(zone).utcoffset() or timedelta()).total_seconds() / 60)

    @lru_cache(maxsize=4096)
    def beside(day: str, days: int) -> str:
        return (datetime.fromisoformat(day) + timedelta(days=days)).date().isoformat()

    def day_of(date: str) -> str:
        try:
            day = date[:10]
            minutes = int(date[11:13]) * 60 + int(date[14:16]) + offset(day)
            return day if 0 <= minutes < 1440 else beside(day, minutes // 1440)
        except (ValueError, OverflowError):
            return date

    return day_of
