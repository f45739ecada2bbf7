"""A shop in which nearly all orders have to do with others: guests who order with e-mail, with phone, with both, with
the phone of another, and some with an ID later."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import datetime, timedelta

from ordermanager.domain.summary import utc_text
from ordermanager.store.database.sqlite import Database

_ORDER = """INSERT INTO orders (state, follows, attention, revisions, external_order_id, order_key, status, date, total,
    total_number, currency, email, phone, name, name_key, external_customer_id, item_count, errors, warnings,
    first_finding, origin, created_at, changed_at, state_at, draft_hash)
    VALUES ('accepted', 1, 0, 1, ?1, ?1, ?2, ?3, ?4, ?4, 'UAH', ?5, ?6, ?7, ?7, ?8, 1, 0, 0, '', 'import', ?3, ?3, ?3,
    x'00')"""
_SENT = """
INSERT INTO accounts (name, base_url, is_sandbox, cost_basis, repeat_policy, is_default, created_at)
    VALUES ('Shop', 'https://example.invalid', 0, 'unit', 'ask', 1, '2026');
INSERT INTO runs (account_id, started_at, finished_at, first_change, last_change, total)
    VALUES (1, '2026', '2026', 0, 1, 1);
INSERT INTO batches (account_id, run_id, created_at, orders, size, fingerprint, first_revision, last_revision)
    SELECT 1, 1, '2026', count(*), 1, x'00', min(id), max(id) FROM orders GROUP BY (id - 1) / 1000 ORDER BY 3;
INSERT INTO revisions (order_id, number, state, external_order_id, status, size, queued_at, state_at, batch_id)
    SELECT id, 1, 'accepted', external_order_id, status, 1, '2026', '2026', (id - 1) / 1000 + 1 FROM orders ORDER BY id;
INSERT INTO revision_bodies
    SELECT r.id, zeroblob(32), x'00', o.email, o.phone, o.external_customer_id, CAST('{}' AS BLOB)
    FROM revisions AS r JOIN orders AS o ON o.id = r.order_id ORDER BY r.id;
INSERT INTO state_changes (revision_id, at, old, new, by, batch_id)
    SELECT NULL, '2026', 'sending', 'accepted', 'server', id FROM batches;
"""


def fill(database: Database, orders: int, now: datetime) -> None:
    """Of a third as many people, two thirds of them delivered, over two years, all accepted."""
    database.many(_ORDER, _orders(orders, now))
    database.script(_SENT)


def _orders(count: int, now: datetime) -> Iterator[tuple[object, ...]]:
    pick = random.Random(1)
    for number in range(count):
        who, way = pick.randrange(count // 3), pick.randrange(4)
        date = utc_text(now - timedelta(minutes=pick.randrange(2 * 365 * 24 * 60)))
        status = pick.choice(("DELIVERED", "DELIVERED", "CANCELLED"))
        email = f"p{who}@shop.example" if way != 1 else ""
        phone = "" if way == 0 else f"38067{who // 2 if way == 2 and who % 5 == 0 else who:07d}"
        customer = f"C-{who}" if number > count * 0.7 and way == 3 and who % 2 else ""
        amount = pick.randrange(10_000, 900_000) / 100
        yield f"N{number}", status, date, amount, email, phone, f"name {who}", customer
