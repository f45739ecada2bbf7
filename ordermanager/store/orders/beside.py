"""What other orders have in common with some that are about to change, as these would be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ordermanager.domain.people.identity import Identity
from ordermanager.store.database.text_keys import clean, order_key

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from ordermanager.store.database.sqlite import Database

_LOOKED_AT = 20_000
"""Of the orders that share something with five hundred others; one customer may have very many."""


def identities_beside(
    database: Database, identities: Sequence[Identity], except_ids: Collection[int]
) -> list[Identity]:
    """See `Orders.identities_beside`."""
    found: dict[Identity, None] = {}
    for column in Identity._fields:
        known = {clean(value) for each in identities if (value := getattr(each, column))}
        rows = database.in_chunks(
            "SELECT id, external_customer_id, email, phone FROM orders "  # noqa: S608 - a name of ours
            f"WHERE deleted_at IS NULL AND {column} IN ({{ids}}) LIMIT ?",
            known,
            after=(_LOOKED_AT,),
        )
        found.update(
            (Identity(row[1], row[2].lower(), row[3]), None) for row in rows if row[0] not in except_ids
        )
    return list(found)


def names_beside(database: Database, external_ids: Iterable[str], except_ids: Collection[int]) -> set[str]:
    """See `Orders.names_beside`."""
    wanted = {clean(each) for each in external_ids}
    rows = database.in_chunks(
        "SELECT external_order_id, id FROM orders WHERE deleted_at IS NULL AND order_key IN ({ids})",
        {order_key(each) for each in wanted},
    )
    return wanted.intersection(row[0] for row in rows if row[1] not in except_ids)
