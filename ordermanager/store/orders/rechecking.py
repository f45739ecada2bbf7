"""Keeps what checking orders again has found, where it differs from what was known; texts stay as they are."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ordermanager.domain.states import State
from ordermanager.store.database.text_keys import clean, order_key
from ordermanager.store.orders.ready_items import ReadyItem, ready_item
from ordermanager.store.orders.rows import SUMMARY_COLUMNS
from ordermanager.store.orders.saving import NewText, load_stored, write_texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ordermanager.store.database.connections import Connections
    from ordermanager.store.database.sqlite import Database
    from ordermanager.store.orders.records import SaveItem
    from ordermanager.store.orders.saving import Stored

_ERRORS = SUMMARY_COLUMNS.index("errors")
_SENT = tuple(SUMMARY_COLUMNS.index(name) for name in ("date", "phone"))
"""What the same text may mean in another time zone or region. Of an order that was queued or sent, its revision says
what was meant, and that is what is shown and counted."""


@dataclass(frozen=True, slots=True)
class ChangedByCheck:
    """How many orders look otherwise now; how many have errors that had none; how many have none any more."""

    changed: int = 0
    now_errors: int = 0
    no_longer: int = 0


def keep_checked(connections: Connections, given: Sequence[SaveItem | ReadyItem], now: str) -> ChangedByCheck:
    """Write what differs, in one transaction, and nothing where nothing does. An order whose text was changed since it
    was read was checked then, and is left alone."""
    items = [item if isinstance(item, ReadyItem) else ready_item(item) for item in given]
    different = _different(connections.reader(), items)
    if not different:
        return ChangedByCheck()
    with connections.write() as database:
        again = _different(database, [item for _, item, _ in different])
        texts = [_new_text(item, stored, order_id) for order_id, item, stored in again]
        write_texts(database, texts, {order_id: stored for order_id, _, stored in again}, now)
    return ChangedByCheck(
        changed=len(again),
        now_errors=sum(
            1 for _, item, stored in again if item.summary[_ERRORS] and not stored.summary[_ERRORS]
        ),
        no_longer=sum(
            1 for _, item, stored in again if not item.summary[_ERRORS] and stored.summary[_ERRORS]
        ),
    )


def ids_given_twice(database: Database, external_ids: Iterable[str]) -> set[str]:
    """Those of these externalOrderIds that more than one order here has."""
    wanted = {clean(each) for each in external_ids}
    rows = database.in_chunks(
        "SELECT external_order_id FROM orders WHERE deleted_at IS NULL AND order_key IN ({ids}) "
        "GROUP BY external_order_id HAVING count(*) > 1",
        {order_key(each) for each in wanted},
    )
    return wanted.intersection(row[0] for row in rows)


def _different(database: Database, items: Sequence[ReadyItem]) -> list[tuple[int, ReadyItem, Stored]]:
    given = [(item.order_id, item) for item in items if item.order_id is not None]
    stored = load_stored(database, [order_id for order_id, _ in given])
    return [
        (order_id, item, known)
        for order_id, item in given
        if (known := stored.get(order_id)) is not None
        and not known.is_deleted
        and known.draft_hash == item.text_hash
        and _differs(item, known)
    ]


def _differs(item: ReadyItem, known: Stored) -> bool:
    if known.summary != _summary(item, known) or _are_other_words(item.words, known.words):
        return True
    if known.follows is None and (known.state, known.attention) != (str(item.state), item.attention):
        return True
    return known.findings != item.findings and _codes(known.findings) != _codes(item.findings)


def _are_other_words(new: str, known: str) -> bool:
    """How often one stands there says nothing: orders that an earlier program has written have some twice."""
    return new != known and {*new.split()} != {*known.split()}


def _summary(item: ReadyItem, known: Stored) -> tuple[object, ...]:
    values = list(item.summary)
    if known.follows is not None:
        for place in _SENT:
            values[place] = known.summary[place]
    return tuple(values)


def _codes(findings: str) -> list[list[object]]:
    """What was found where; which of several other orders a finding names may be another each time."""
    if findings == "[]":
        return []
    return [[field, severity, code, proposal] for field, severity, code, _, proposal in json.loads(findings)]


def _new_text(item: ReadyItem, known: Stored, order_id: int) -> NewText:
    return NewText(
        order_id=order_id,
        state=item.state,
        attention=item.attention and item.state is State.DRAFT,
        draft_hash=known.draft_hash,
        draft=known.draft,
        findings=item.findings,
        words=item.words,
        summary=_summary(item, known),
    )
