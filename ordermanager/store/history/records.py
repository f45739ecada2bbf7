"""Lines of the history. Plain values, no SQL; every time is a text of `store.times`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ordermanager.domain.states import State

if TYPE_CHECKING:
    from ordermanager.domain.draft import OrderDraft
    from ordermanager.domain.sentences import Sentence
    from ordermanager.store.history.query import EventKind


@dataclass(frozen=True, slots=True)
class EventRow:
    """What became of one revision that was sent. Only kinds `accepted` (the server took it) and `assumed` (a person
    said so) stand for an event; `rejected` and `unconfirmed` are here so that nothing looks sent that was not.

    `times_doubtful`: how often it was in doubt before; above 0 the event may have been raised more than once.
    """

    id: int
    at: str
    kind: EventKind
    name: str
    event_key: str
    order_id: int
    revision_id: int
    revision_number: int
    state: State
    status: str
    account_id: int
    account_name: str
    batch_id: int
    email: str
    phone: str
    external_customer_id: str
    reason: Sentence | None
    times_doubtful: int
    run_id: int


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One line of an order's story, oldest first.

    `kind`: created, imported, edited, deleted, restored, undone, queued, sent (an attempt), accepted, assumed,
    rejected, unconfirmed, again (back in the queue), withdrawn, superseded, held, released;
    deletion_asking, deletion_asked, deletion_refused, deletion_unknown (the account was asked to delete it).
    `by`: `person`, `program`, `server`. `values`: what each of `fields` was and became; empty for items and the like.
    """

    at: str
    kind: str
    by: str = ""
    revision_number: int = 0
    revision_id: int = 0
    batch_id: int = 0
    account_name: str = ""
    http_status: int | None = None
    error: str = ""
    reason: Sentence | None = None
    event_name: str = ""
    fields: tuple[str, ...] = ()
    source: str = ""
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ChangeRecord:
    """One change of an order's text: what it was before, and which fields differ from what came next, with what each
    was and became (empty for items and additionalInfo)."""

    at: str
    kind: str
    before: OrderDraft | None
    fields: tuple[str, ...]
    values: tuple[tuple[str, str], ...] = ()
