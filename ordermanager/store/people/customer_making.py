"""Makes the rows of the customer list (customer_list.py) from the orders of the workspace (attached as `w`)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from ordermanager.store.database.text_keys import name_key, words_key
from ordermanager.store.insights.customer_key import CUSTOMER_KEY, customer_condition
from ordermanager.store.insights.sales import CENTS, counted_accounts, sent_rows, tells_itself

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ordermanager.store.database.sqlite import Database, Row
    from ordermanager.store.insights.sales import Counted

_NEWEST = "substr(max(CASE WHEN {0} <> '' THEN substr(date || '0000-00-00T00:00:00Z', 1, 20) || {0} END), 21)"
_OF_BOTH = "currency, external_customer_id, email, phone, name, date"
_COLUMNS = (
    "who, currency, max(external_customer_id) AS customer_id, "
    f"{_NEWEST.format('email')} AS email, {_NEWEST.format('phone')} AS phone, {_NEWEST.format('name')} AS name, "
    "sum(is_order) AS orders, count(cents) AS sales, coalesce(sum(cents), 0) AS cents, max(date) AS last_date, "
    "coalesce(max(CASE WHEN cents IS NOT NULL THEN date END), '') AS last_sale"
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


def _grouped(counted: Counted, own: str = "", sent: str = "") -> str:
    """By customer and currency: every order here under whom its row names, and each sale under whom it was sent for.
    `own`, `sent`: further conditions on the orders."""
    is_sale = f"status = 'DELIVERED' AND {tells_itself(counted)}"
    cents = f"coalesce({CENTS}, 0)"
    sold = sent_rows(counted, f"{CUSTOMER_KEY}, {_OF_BOTH}, 0, {cents}", sent, "w.orders")
    lines = (
        f"SELECT {CUSTOMER_KEY} AS who, {_OF_BOTH}, 1 AS is_order, CASE WHEN {is_sale} THEN {cents} END AS cents "  # noqa: S608
        f"FROM w.orders AS orders WHERE deleted_at IS NULL{own} UNION ALL {sold} WHERE status = 'DELIVERED'"
    )
    return f"SELECT {_COLUMNS} FROM ({lines}) GROUP BY 1, 2 ORDER BY 1, 2"  # noqa: S608


def _sold_apart(counted: Counted, where: str = "") -> str:
    return f"{sent_rows(counted, f'id, {CUSTOMER_KEY}', where, 'w.orders')} WHERE status = 'DELIVERED'"


def make_anew(database: Database) -> None:
    """All of it, in the caller's transaction."""
    counted = counted_accounts(database)
    for table in ("customers", "order_keys", "sold_keys"):
        database.run(f"DELETE FROM {table}")  # noqa: S608
    database.run(
        f"INSERT INTO order_keys SELECT id, {CUSTOMER_KEY} FROM w.orders WHERE deleted_at IS NULL"  # noqa: S608
    )
    database.run(f"INSERT INTO sold_keys {_sold_apart(counted)}")
    # made at the end, when what it holds can be sorted at once
    database.run("DROP INDEX customers_last_date")
    _insert(database, database.connection.execute(_grouped(counted)))  # not all of them at once
    database.run(LAST_DATE_INDEX)


def work_in(database: Database, changed: set[int]) -> None:
    """Only the customers whose these orders were and are."""
    counted = counted_accounts(database)
    keys: set[str] = set()
    for table, now in (
        (
            "order_keys",
            f"SELECT id, {CUSTOMER_KEY} FROM w.orders WHERE deleted_at IS NULL AND id IN ({{ids}})",  # noqa: S608
        ),
        ("sold_keys", _sold_apart(counted, " AND orders.id IN ({ids})")),
    ):
        before = database.in_chunks(f"SELECT key FROM {table} WHERE order_id IN ({{ids}})", changed)  # noqa: S608
        keys.update(row[0] for row in before)
        rows = list(database.in_chunks(now, changed))
        keys.update(key for _, key in rows)
        database.many(f"DELETE FROM {table} WHERE order_id = ?", [(order_id,) for order_id in changed])  # noqa: S608
        database.many(f"INSERT INTO {table} VALUES (?, ?)", rows)  # noqa: S608
    sold_apart = " AND orders.id IN (SELECT order_id FROM sold_keys WHERE key = ?)"
    for key in keys:
        condition, values = customer_condition(key)
        rows = database.all(_grouped(counted, f" AND {condition}", sold_apart), [*values, key])
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
    key, currency, customer_id, email, phone, name, orders, sales, cents, last_date, last_sale = rows[0]
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
    words = f"{called} {words_key(email)} {phone} {words_key(customer_id)}"
    average = round(cents / counted) if counted else None
    more = json.dumps(others, ensure_ascii=False) if others else ""
    start = (key, customer_id, email, phone, name, called, words, orders, sales)
    return (*start, currency, cents, average, more, last_date, last_sale)
