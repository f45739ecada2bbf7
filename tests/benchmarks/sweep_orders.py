"""Every filter, search and sort of the list of orders in each other's company: how soon its first rows are there.

`python -m tests.benchmarks.sweep_orders [how many of the worst to print] [part of a title]`, as `sweep_history`.
"""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from ordermanager.domain.states import Folder
from ordermanager.store.orders.filters import OrderFilters
from ordermanager.store.orders.lists import ORDER_SORTS
from ordermanager.store.orders.query import OrderQuery
from ordermanager.store.workspace import Workspace
from tests.benchmarks.long_history import long_history
from tests.benchmarks.sweep_history import EVENTS, FIRST, SEARCHES, report

FILTERS = {
    "all": OrderQuery(),
    "ready": OrderQuery(folder=Folder.READY),
    "drafts": OrderQuery(folder=Folder.DRAFTS),
    "sent": OrderQuery(folder=Folder.SENT),
    "attention": OrderQuery(folder=Folder.ATTENTION),
    "delivered": OrderQuery(filters=OrderFilters(statuses=frozenset({"DELIVERED"}))),
    "UAH": OrderQuery(filters=OrderFilters(currencies=frozenset({"UAH"}))),
    "EUR": OrderQuery(filters=OrderFilters(currencies=frozenset({"EUR"}))),
    "errors": OrderQuery(filters=OrderFilters(findings="errors")),
    "a month": OrderQuery(filters=OrderFilters(begin="2025-01-01", end="2025-02-01")),
    "a year": OrderQuery(filters=OrderFilters(begin="2025-01-01", end="2026-01-01")),
    "dear": OrderQuery(filters=OrderFilters(least=Decimal(850))),
    "cheap and delivered": OrderQuery(
        filters=OrderFilters(most=Decimal(500), statuses=frozenset({"DELIVERED"}))
    ),
    "ID has 01234": OrderQuery(filters=OrderFilters(texts=(("externalOrderId", "01234"),))),
    "sent, phone has 061728": OrderQuery(
        folder=Folder.SENT, filters=OrderFilters(texts=(("phone", "061728"),))
    ),
    "phone has 7": OrderQuery(filters=OrderFilters(texts=(("phone", "7"),))),
    "email has son61": OrderQuery(filters=OrderFilters(texts=(("email", "son61"),))),
}
_VARIED = """UPDATE orders SET
    date = strftime('%Y-%m-%dT%H:%M:%SZ', '2024-01-01', (id * 60) || ' seconds'),
    total_number = id % 900 + 0.5, total = (id % 900) || '.50',
    currency = CASE WHEN id % 50 = 1 THEN 'EUR' WHEN id % 50 = 2 THEN '' ELSE 'UAH' END,
    errors = CASE WHEN id % 300 = 7 THEN 1 ELSE 0 END, item_count = id % 7,
    changed_at = '2025-' || (10 + id % 3) || '-01T00:00:' || (10 + id % 50) || '.000000Z',
    external_customer_id = CASE WHEN id % 3 = 0 THEN 'C-' || id / 6 ELSE '' END,
    state = CASE WHEN id % 300 = 7 THEN 'draft' WHEN id % 20 = 3 THEN 'ready' ELSE 'accepted' END,
    follows = CASE WHEN id % 300 = 7 OR id % 20 = 3 THEN NULL ELSE id END,
    revisions = CASE WHEN id % 300 = 7 OR id % 20 = 3 THEN 0 ELSE 1 END"""


def varied_orders() -> Path:
    """The workspace of the long history, whose orders differ in all that a list is sorted by."""
    source = long_history(EVENTS)
    folder = source.with_name(source.name.replace("history", "orders"))
    if not (folder / "done").exists():
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(source, folder, ignore=shutil.ignore_patterns("done"))
        workspace = Workspace.create_or_open(folder)
        with workspace.reader().bulk(), workspace.write() as database:
            database.run(_VARIED)
        workspace.close()
        (folder / "done").touch()
    return folder


def queries() -> Iterator[tuple[str, OrderQuery]]:
    for (name, query), text, sort, descending in itertools.product(
        FILTERS.items(), SEARCHES, ORDER_SORTS, (True, False)
    ):
        title = f"{name} | {text or '-'} | {sort} {'down' if descending else 'up'}"
        yield title, query._replace(search=text, sort=sort, descending=descending, limit=FIRST)


def main() -> None:
    workspace = Workspace.create_or_open(varied_orders(), read_only=True)
    report(queries(), workspace.order_reads.ids)
    workspace.close()


if __name__ == "__main__":
    main()
