"""A workspace as it is after some weeks: many orders, some sent, some refused, an import's file beside it."""

from __future__ import annotations

from pathlib import Path

from ordermanager.domain.draft import OrderDraft
from ordermanager.sandbox.server import SandboxServer
from ordermanager.services.app import Services
from ordermanager.services.keys import KeyStore
from ordermanager.store.orders.query import OrderQuery
from tests.benchmarks.samples import write_orders_csv

SENT = 2000
HUGE = "HUGE-1"
MANY_ITEMS, ITEMS = "ITEMS-1", 10_000
ROWS = 3000


def make_workspace(folder: Path, orders: int) -> None:
    """Write it to `folder`/workspace, and two files to import beside it."""
    write_orders_csv(folder / "orders.csv", orders, items_per_order=1)
    with Services.open(folder / "workspace", key_store=KeyStore.in_memory()) as services:
        services.importing.run(services.importing.prepare(folder / "orders.csv"))
        services.orders.save(_huge())
        services.orders.save(_many_items())
        with SandboxServer(data_file=folder / "sandbox.db") as server:
            services.accounts.add("Sandbox", server.url, key="sandbox-key", is_sandbox=True, default=True)
            ids = services.orders.list_ids(OrderQuery())[:SENT]
            services.outbox.queue(ids)
            services.sending.send()
            first = next(services.orders.drafts(ids[:1]))[1]
            first.fields["status"] = "CANCELLED"
            services.orders.save(first, ids[0])
            services.outbox.queue(ids[:1])
            services.sending.send()
            services.outbox.queue(services.orders.list_ids(OrderQuery())[SENT : SENT + 100])
    write_import_file(folder / "import.csv")


def write_import_file(path: Path) -> None:
    """Orders of which a good part needs attention."""
    write_orders_csv(path, ROWS, items_per_order=1)
    text = path.read_text("utf-8").replace("B-", "N-")
    path.write_text(text.replace("5@example.com", "5@example,com").replace("DELIVERED", "Shipped"), "utf-8")


def _many_items() -> OrderDraft:
    """Five megabytes of JSON."""
    fields = {
        "externalOrderId": MANY_ITEMS, "externalCustomerId": "C-I", "totalCost": "10", "currency": "UAH",
        "status": "INITIALIZED", "date": "2026-11-20 12:00", "email": "many@example.com",
    }  # fmt: skip
    items = [
        {
            "externalItemId": f"SKU-{number:05}", "name": f"Tea pot number {number} " * 12, "quantity": "1",
            "cost": "10", "url": f"https://shop.example/p/{number}",
            "imageUrl": f"https://shop.example/p/{number}.png",
        }
        for number in range(ITEMS)
    ]  # fmt: skip
    return OrderDraft(fields, items)


def _huge() -> OrderDraft:
    """Two texts of a megabyte each."""
    text = "A very long story. " * 52_632
    fields = {
        "externalOrderId": HUGE, "externalCustomerId": "C-H", "totalCost": "10", "currency": "UAH",
        "status": "INITIALIZED", "date": "2026-11-20 12:00", "email": "huge@example.com",
        "deliveryAddress": text, "paymentMethod": text,
    }  # fmt: skip
    return OrderDraft(fields)
