"""Whom an order is or will be assigned to."""

from __future__ import annotations

from ordermanager.domain.identity import Identity
from ordermanager.services.results import ContactPreview


class ContactService:
    """`preview` reads the workspace only; `look_up` asks the account (a network call: up to its deadline)."""

    def preview(self, order_id: int) -> ContactPreview:
        """Whom an order goes to and why, from what the workspace knows. Raises WrongUse for an unknown id."""

    def refresh(self, order_id: int, account_name: str | None = None) -> ContactPreview:
        """The same after asking the account for the card. Raises KnownError where that fails."""

    def look_up(self, identity: Identity, account_name: str | None = None) -> ContactPreview:
        """The card of whoever has this id, e-mail or phone. Raises KnownError: no account, no key, no answer."""
