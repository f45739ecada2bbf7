"""What Yespo's workflows get from an accepted order (yespo-api.md 4.1)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ordermanager.domain.order import Order


@dataclass(frozen=True, slots=True)
class EventParameters:
    """The variables of the event that an accepted order raises; None is one that the event does not have.

    `order_id` and `contact_id` are Yespo's own numbers, which its answer does not give: they come only from
    a contact look-up or the sandbox. `email_address` and `sms` are the order's.
    """

    event_key: str
    order_id: str | None = None
    contact_id: str | None = None
    email_address: str | None = None
    sms: str | None = None

    def variables(self) -> dict[str, str]:
        """By the names that a workflow writes as `${…}`, without those that the event does not have."""
        named = {
            "eventKey": self.event_key,
            "orderId": self.order_id,
            "contactId": self.contact_id,
            "EmailAddress": self.email_address,
            "SMS": self.sms,
        }
        return {name: value for name, value in named.items() if value is not None}


@dataclass(frozen=True, slots=True)
class Event:
    """An event: its name (`orderDELIVERED`) and its variables."""

    name: str
    parameters: EventParameters


def event_of(order: Order, *, order_id: str | None = None, contact_id: str | None = None) -> Event:
    """The event that Yespo raises when it accepts this order."""
    return Event(
        order.status.event_name,
        EventParameters(order.external_order_id, order_id, contact_id, order.email, order.phone),
    )
