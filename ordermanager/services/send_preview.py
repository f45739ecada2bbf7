"""What will happen: which events sending would raise, at whom, and what speaks against it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from ordermanager.domain.send_preview import KnownPeople, SendPreview, foretell
from ordermanager.domain.summary import utc_text

if TYPE_CHECKING:
    from collections.abc import Collection

    from ordermanager.domain.statuses import Status
    from ordermanager.services.context import Context

_OLD = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class WhatWillHappen:
    """A preview, of the outbox (`is_queued`) or, where that is empty, of what is ready."""

    preview: SendPreview
    is_queued: bool

    def as_json(self) -> dict[str, Any]:
        """For the command line."""
        found = asdict(self.preview)
        found["events"] = {status.event_name: number for status, number in self.preview.events}
        found["carts"], found["carts_bought"] = len(self.preview.carts), len(found.pop("bought"))
        return {"of": "outbox" if self.is_queued else "ready", "total": self.preview.total, **found}


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
        is_queued = bool(orders) or self._context.workspace.revisions.counts().waiting > 0
        if not is_queued:
            orders = self._store.ready(statuses)
        accounts = self._context.workspace.accounts
        account = accounts.default() if account_name is None else accounts.get(account_name)
        known = KnownPeople() if account is None else self._store.known(orders, account.id)
        bought = self._store.bought(orders)
        old_before = utc_text(self._context.now() - _OLD)
        return WhatWillHappen(foretell(orders, known, bought, old_before), is_queued)
