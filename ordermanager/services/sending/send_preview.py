"""What will happen: which events sending would raise, at whom, and what speaks against it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from ordermanager.domain.history.send_preview import KnownPeople, Topic, foretell
from ordermanager.domain.summary import utc_text

if TYPE_CHECKING:
    from collections.abc import Collection

    from ordermanager.domain.history.send_preview import Sendable, SendPreview
    from ordermanager.domain.statuses import Status
    from ordermanager.services.context import Context

_OLD = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class WhatWillHappen:
    """A preview, of the outbox (`is_queued`) or, where that is empty, of what is ready."""

    preview: SendPreview
    is_queued: bool

    def as_json(self, *, names: bool = False) -> dict[str, Any]:
        """For the command line. `names`: also which orders each number counts, and why."""
        found = self.preview
        document: dict[str, Any] = {
            "of": "outbox" if self.is_queued else "ready",
            "total": found.total,
            "events": {status.event_name: number for status, number in found.events},
            "contacts": found.contacts,
            "new": found.new,
            "unreachable": found.unreachable,
            "elsewhere": found.elsewhere,
            "old": found.old,
            "carts": len(found.carts),
            "twice": list(found.twice),
            "carts_bought": len(found.bought),
        }
        if names:
            document["names"] = {
                topic.value: [_named(found, topic, order) for order in orders]
                for topic, orders in found.named.items()
            }
        return document


def _named(preview: SendPreview, topic: Topic, order: Sendable) -> dict[str, Any]:
    me, became = order.identity, preview.became.get(order.order_id) if topic is Topic.BOUGHT else None
    return {
        "externalOrderId": order.external_order_id,
        "event": order.status.event_name,
        "name": order.name or None,
        "externalCustomerId": me.external_customer_id or None,
        "email": me.email or None,
        "phone": me.phone or None,
        "date": order.date or None,
        "why": str(preview.why(topic, order)),
        **({} if became is None else {"became": became.external_order_id}),
    }


class SendPreviewService:
    """Any thread; reads the workspace only: a second for some ten thousand orders."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._store = context.workspace.send_previews

    def preview(
        self, statuses: Collection[Status] | None = None, account_name: str | None = None
    ) -> WhatWillHappen:
        """What sending now to this account (None: the default) would do; `statuses`: only orders with one of these.
        Raises WrongUse for an unknown account."""
        orders = self._store.queued(statuses)
        is_queued = bool(orders) or self._context.workspace.revisions.waiting() > 0
        if not is_queued:
            orders = self._store.ready(statuses)
        accounts = self._context.workspace.accounts
        account = accounts.default() if account_name is None else accounts.get(account_name)
        known = KnownPeople() if account is None else self._store.known(orders, account.id)
        bought = self._store.bought(orders)
        old_before = utc_text(self._context.now() - _OLD)
        return WhatWillHappen(foretell(orders, known, old_before, bought), is_queued)
