"""Made-up orders in bulk."""

from __future__ import annotations

import csv
from datetime import datetime, timedelta, timezone
from pathlib import Path

STATUSES = ("INITIALIZED", "IN_PROGRESS", "DELIVERED", "CANCELLED")
HEADER = (
    "externalOrderId", "externalCustomerId", "totalCost", "status", "date", "email", "phone", "firstName",
    "lastName", "currency", "shipping", "items.externalItemId", "items.name", "items.quantity", "items.cost",
    "items.url", "items.imageUrl",
)  # fmt: skip


def write_orders_csv(path: Path, orders: int, items_per_order: int = 3) -> None:
    """Write `orders` complete orders, one row an item, all of which pass the full rule set."""
    newest = datetime.now(timezone(timedelta(hours=2))).replace(microsecond=0)
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        for number in range(orders):
            date = (newest - timedelta(minutes=number % 300_000)).isoformat()
            order = (
                f"B-{number:07}", f"C-{number // 2:06}", f"{items_per_order * 25 + 10}.50", STATUSES[number % 4], date,
                f"person{number // 2}@example.com", f"38067{number // 2:07}", "Olena", "Shevchenko", "UAH", "10.50",
            )  # fmt: skip
            for line in range(items_per_order):
                item = f"SKU-{(number + line) % 5000}"
                link = f"https://shop.example/p/{item}"
                writer.writerow((*order, item, f"Product {item}", "1", "25.00", link, link + ".png"))
