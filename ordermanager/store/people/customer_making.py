"""Makes the rows of the customer list (customer_list.py) from the orders of the workspace (attached as `w`)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from ordermanager.store.database.text_keys import name_key, words_key
from ordermanager.store.insights.customer_key import CUSTOMER_KEY, NEWEST, own_condition
from ordermanager.store.insights.sales import CENTS, counted_accounts, sent_rows, tells_itself

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ordermanager.store.database.sqlite import Database, Row
    from ordermanager.store.insights.customer_key import CustomerLinks
    from ordermanager.store.insights.sales import Counted

_OF_BOTH = "currency, external_customer_id, email, phone, name, date, linked_to IS NULL AS is_own"
_COLUMNS = (
    "who, currency, max(external_customer_id) AS customer_id, "
    f"{NEWEST.format('email')} AS email, {NEWEST.format('phone')} AS phone, {NEWEST.format('name')} AS name, "
    "sum(is_order) AS orders, count(cents) AS sales, coalesce(sum(cents), 0) AS cents, max(date) AS last_date, "
    "coalesce(max(CASE WHEN cents IS NOT NULL THEN date END), '') AS last_sale, "
    "group_concat(lower(email) || ' ' || phone, ' ') AS addresses"
)
LAST_DATE_INDEX = "CREATE INDEX customers_last_date ON customers (last_date, id, words)"
"""A search reads nothing but this."""
_INSERT = (
    "INSERT INTO customers (key, external_customer_id, email, phone, name, name_key, words, orders, sales, currency, "
    "cents, average, more, last_date, last_sale) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
    "ON CONFLICT (key) DO UPDATE SET external_customer_id = excluded.external_customer_id, email = excluded.email, "
    "phone = excluded.phone, name = excluded.name, name_key = excluded.name_key, words = excluded.words, "
    "orders = excluded.orders, sales = excluded.sales, currency = excluded.currency, cents = excluded.cents, "
    "average = excluded.average, more = excluded.more, last_date = excluded.last_date, last_sale = excluded.last_sale"
)


_WHO = f"coalesce(linked_to, {CUSTOMER_KEY})"
_OF_ONE = (
    " AND {own} AND linked_to IS NULL",
    " AND orders.id IN (SELECT order_id FROM {rows} WHERE linked_to = ?)",
)
"""Whose row says it, and whose it is though their row does not."""


def _grouped(counted: Counted, links: CustomerLinks, own: Sequence[str] = ("",), sent: str = "") -> str:
    """By customer and currency: every order here under whom its row names, and each sale under whom it was sent for.
    `own`, `sent`: further conditions on the orders; the orders of each of `own` are taken."""
    is_sale = f"status = 'DELIVERED' AND {tells_itself(counted)}"
    cents = f"coalesce({CENTS}, 0)"
    lines = [
        f"SELECT {_WHO} AS who, {_OF_BOTH}, 1 AS is_order, CASE WHEN {is_sale} THEN {cents} END AS cents "  # noqa: S608
        f"FROM {_rows(links)} WHERE deleted_at IS NULL{each}"
        for each in own
    ]
    lines.append(_sent_lines(counted, links, f"{_WHO}, {_OF_BOTH}, 0, {cents}", sent))
    return f"SELECT {_COLUMNS} FROM ({' UNION ALL '.join(lines)}) GROUP BY 1, 2 ORDER BY 1, 2"  # noqa: S608


def _rows(links: CustomerLinks) -> str:
    return f"w.orders AS orders LEFT JOIN {links.rows} AS link ON link.order_id = orders.id"


def _sent_lines(counted: Counted, links: CustomerLinks, columns: str, where: str = "") -> str:
    return (
        f"{sent_rows(counted, columns, where, 'w.orders')} AS sent "
        f"LEFT JOIN {links.sold} AS link ON link.order_id = sent.id WHERE status = 'DELIVERED'"
    )


def make_anew(database: Database, links: CustomerLinks) -> None:
    """All of it, in the caller's transaction."""
    counted = counted_accounts(database)
    for table in ("customers", "order_keys", "sold_keys"):
        database.run(f"DELETE FROM {table}")  # noqa: S608
    database.run(f"INSERT INTO order_keys SELECT id, {_WHO} FROM {_rows(links)} WHERE deleted_at IS NULL")  # noqa: S608
    database.run(f"INSERT INTO sold_keys {_sent_lines(counted, links, f'sent.id, {_WHO}')}")
    # made at the end, when what it holds can be sorted at once
    database.run("DROP INDEX customers_last_date")
    _insert(database, database.each(_grouped(counted, links)))  # not all of them at once
    database.run(LAST_DATE_INDEX)


def relinked_since(database: Database, links: CustomerLinks, round_: int) -> set[int]:
    """The orders whose customers are other ones than after this round of bringing the links up to date."""
    found = database.all(f"SELECT order_id FROM {links.relinked} WHERE round > ?", (round_,))  # noqa: S608
    return {row[0] for row in found}


def work_in(database: Database, changed: set[int], links: CustomerLinks) -> None:
    """Only the customers whose these orders were and are."""
    counted = counted_accounts(database)
    keys: set[str] = set()
    for table, now in (
        (
            "order_keys",
            f"SELECT id, {_WHO} FROM {_rows(links)} WHERE deleted_at IS NULL AND id IN ({{ids}})",  # noqa: S608
        ),
        ("sold_keys", _sent_lines(counted, links, f"sent.id, {_WHO}", " AND orders.id IN ({ids})")),
    ):
        before = database.in_chunks(f"SELECT key FROM {table} WHERE order_id IN ({{ids}})", changed)  # noqa: S608
        keys.update(row[0] for row in before)
        rows = list(database.in_chunks(now, changed))
        keys.update(key for _, key in rows)
        database.many(f"DELETE FROM {table} WHERE order_id = ?", [(order_id,) for order_id in changed])  # noqa: S608
        database.many(f"INSERT INTO {table} VALUES (?, ?)", rows)  # noqa: S608
    sold_apart = " AND orders.id IN (SELECT order_id FROM sold_keys WHERE key = ?)"
    for key in keys:
        condition, values = own_condition(key)
        own = [each.format(own=condition, rows=links.rows) for each in _OF_ONE]
        rows = database.all(_grouped(counted, links, own, sold_apart), [*values, key, key])
        if rows:
            _insert(database, rows)
        else:
            database.run("DELETE FROM customers WHERE key = ?", (key,))


def _insert(database: Database, rows: Iterable[Row]) -> None:
    """Rows of `_grouped`: by customer."""

    def whole() -> Iterator[tuple[object, ...]]:
        of_one: list[Row] = []
        for row in rows:
            if of_one and of_one[0][0] != row[0]:
                yield _customer(sorted(of_one, key=_most_sales))
                of_one = []
            of_one.append(row)
        if of_one:
            yield _customer(sorted(of_one, key=_most_sales))

    database.many(_INSERT, whole())


def _most_sales(row: Row) -> tuple[int, int]:
    """The currency that a customer is shown with comes first."""
    return -row[7], -row[6]


def _customer(rows: Sequence[Row]) -> tuple[object, ...]:
    key, currency, customer_id, email, phone, name, orders, sales, cents, last_date, last_sale, _ = rows[0]
    counted = sales
    others = []
    for row in rows[1:]:  # other currencies: their amounts are kept apart, the rest is added up
        email, phone, name = email or row[3], phone or row[4], name or row[5]
        orders, sales = orders + row[6], sales + row[7]
        last_date, last_sale = max(last_date, row[9]), max(last_sale, row[10])
        if row[7]:
            others.append([row[1], row[8]])
    email, phone, name = email or "", phone or "", name or ""
    called = name_key(name)
    addresses = dict.fromkeys(each for row in rows for each in row[11].split())  # whatever they ordered with
    words = f"{called} {words_key(' '.join(addresses))} {words_key(customer_id)}"
    average = round(cents / counted) if counted else None
    more = json.dumps(others, ensure_ascii=False) if others else ""
    start = (key, customer_id, email, phone, name, called, words, orders, sales)
    return (*start, currency, cents, average, more, last_date, last_sale)
