"""The order's status at Yespo, and the event that each raises (yespo-api.md 1.1, 4.1)."""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    """The five values that the API knows; nothing else is accepted."""

    INITIALIZED = "INITIALIZED"
    IN_PROGRESS = "IN_PROGRESS"
    DELIVERED = "DELIVERED"
    CANCELLED = "CANCELLED"
    ABANDONED_SHOPPING_CART = "ABANDONED_SHOPPING_CART"

    @property
    def event_name(self) -> str:
        """The name of the event that an accepted order with this status raises: `orderDELIVERED`."""
        return "order" + self.value
