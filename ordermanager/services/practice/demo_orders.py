"""The orders that the demo enters by hand. The people are invented."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ordermanager.domain.draft import OrderDraft


@dataclass(frozen=True, slots=True)
class DemoOrder:
    """An order of one item; `fields` are the API's, over those of a new order. An empty text removes a field."""

    number: str
    name: str
    phone: str
    email: str
    item: str
    price: str
    quantity: str = "1"
    fields: Mapping[str, str] = field(default_factory=dict)


def demo_draft(draft: OrderDraft, order: DemoOrder) -> OrderDraft:
    """The draft of a new order filled in as a person would."""
    first, _, last = order.name.partition(" ")
    total = f"{int(order.price) * int(order.quantity)}.00"
    draft.fields |= {
        "externalOrderId": order.number,
        "externalCustomerId": f"C-{order.number}",
        "firstName": first,
        "lastName": last,
        "email": order.email,
        "phone": order.phone,
        "totalCost": total,
        "deliveryMethod": "Nova Poshta",
        "paymentMethod": "card",
        **order.fields,
    }
    draft.fields = {name: text for name, text in draft.fields.items() if text}
    slug = order.item.lower().replace(" ", "-")
    draft.items = [
        {
            "externalItemId": f"SKU-{slug}",
            "name": order.item,
            "category": "Kitchen",
            "quantity": order.quantity,
            "cost": f"{order.price}.00",
            "url": f"https://shop.example/item/{slug}",
            "imageUrl": f"https://shop.example/item/{slug}.jpg",
        }
    ]
    return draft


DOUBTFUL_ORDERS = (
    DemoOrder("D-2001", "Iryna Bondar", "380671112201", "iryna.bondar@shop.example", "Copper kettle", "1450"),
    DemoOrder(
        "D-2002", "Taras Melnyk", "380671112202", "taras.melnyk@shop.example", "Bread knife", "620", "2"
    ),
    DemoOrder(
        "D-2003", "Olha Tkachenko", "380671112203", "olha.tkachenko@shop.example", "Tea towel", "180", "3"
    ),
)
"""The connection breaks after these have been sent."""

REFUSED_ORDERS = (
    DemoOrder(
        "D-3001",
        "Petro Hrytsenko",
        "380671112301",
        "petro@shop.example",
        "Cast iron pan",
        "2100",
        fields={"currency": ""},
    ),
    DemoOrder(
        "D-3002",
        "Maria Lysenko",
        "380671112302",
        "maria@shop.example",
        "Salt mill",
        "940",
        fields={"currency": ""},
    ),
)
"""The newest page of the API wants a currency, the older ones do not (yespo-api.md 1.3): the sandbox refuses these."""

WAITING_ORDERS = (
    DemoOrder("D-4001", "Anna Kravets", "380671112401", "anna.kravets@shop.example", "Oak board", "870"),
    DemoOrder("D-4002", "Yurii Savchuk", "380671112402", "yurii@shop.example", "Glass jar", "210", "4"),
)
"""Queued and not sent, for a person to press Send."""

UNFINISHED_ORDERS = (
    DemoOrder(
        "D-5001", "Sofiia Marchenko", "067 111 24", "", "Espresso cup", "320", fields={"totalCost": ""}
    ),
    DemoOrder("D-5002", "Oleh Rudenko", "", "oleh.rudenko@shop", "Rolling pin", "390"),
)
"""Drafts with something missing."""
