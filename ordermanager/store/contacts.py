"""Cards of contacts as an account's server gave them, kept so that they can be shown without a network."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from ordermanager.domain.contacts import contact_from_json
from ordermanager.store.encoding import to_json
from ordermanager.store.records import ContactCard
from ordermanager.store.times import to_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from ordermanager.domain.identity import Identity
    from ordermanager.store.workspace import Workspace


class Contacts:
    """The cards that were looked up."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def put(self, account_id: int, card: Mapping[str, object], now: datetime) -> None:
        """Keep a card, as the API's JSON, in the place of an older one of the same contact."""
        contact = contact_from_json(card)
        identity = contact.identity
        with self._workspace.write() as database:
            database.run(
                "INSERT INTO contacts (account_id, contact_id, external_customer_id, email, phone, card, fetched_at) "
                "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (account_id, contact_id) DO UPDATE SET "
                "external_customer_id = excluded.external_customer_id, email = excluded.email, "
                "phone = excluded.phone, card = excluded.card, fetched_at = excluded.fetched_at",
                (
                    account_id,
                    contact.id,
                    identity.external_customer_id,
                    identity.email,
                    identity.phone,
                    to_json(dict(card)),
                    to_text(now),
                ),
            )

    def find(self, account_id: int, identity: Identity) -> ContactCard | None:
        """The card that the server would choose: by customer id first, then by e-mail, then by phone."""
        for column, value in (
            ("external_customer_id", identity.external_customer_id),
            ("email", identity.email),
            ("phone", identity.phone),
        ):
            row = value and self._workspace.reader().one(
                "SELECT account_id, contact_id, card, fetched_at FROM contacts "  # noqa: S608
                f"WHERE account_id = ? AND {column} = ? ORDER BY fetched_at DESC LIMIT 1",
                (account_id, value),
            )
            if row:
                return ContactCard(row[0], row[1], json.loads(row[2]), row[3])
        return None
