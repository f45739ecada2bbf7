"""What the workspace hands out and takes: orders, lists, imports, accounts, history. Plain values, no SQL.

Every time in a record is UTC ISO text with microseconds, `2026-11-23T12:00:00.000000Z`, or empty where there is none;
`store.times` converts. What belongs to sending is in `store.sending_records`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from ordermanager.domain.checks.rules import CostBasis
from ordermanager.domain.states import State
from ordermanager.store.orders.query import OrderQuery as OrderQuery
from ordermanager.store.orders.query import OrderRow as OrderRow
from ordermanager.store.orders.query import Origin as Origin

if TYPE_CHECKING:
    from ordermanager.domain.checks.findings import Finding
    from ordermanager.domain.draft import OrderDraft
    from ordermanager.domain.sentences import Sentence
    from ordermanager.domain.summary import Summary
    from ordermanager.store.history.query import EventKind


@dataclass(frozen=True, slots=True)
class OrderRecord:
    """One order in full. `draft_hash` changes exactly when the text does (empty fields do not count)."""

    row: OrderRow
    draft: OrderDraft
    findings: tuple[Finding, ...]
    draft_hash: bytes

    @property
    def id(self) -> int:
        """The order's number in this workspace."""
        return self.row.id

    @property
    def state(self) -> State:
        """Where it stands."""
        return self.row.state


@dataclass(frozen=True, slots=True)
class OrderKey:
    """What an import needs to know of an order that is here already."""

    id: int
    external_order_id: str
    state: State
    draft_hash: bytes


@dataclass(slots=True)  # not frozen, which makes it in a fifth of the time; nobody changes one
class SaveItem:
    """One order for `Orders.save_many`: new where `order_id` is None, else the new text of that order.

    `encoded` is `encode_and_hash(draft)` where it is known already.
    """

    draft: OrderDraft
    summary: Summary
    state: State
    findings: tuple[Finding, ...] = ()
    attention: bool = False
    order_id: int | None = None
    encoded: tuple[str, bytes] | None = None


@dataclass(frozen=True, slots=True)
class ImportRecord:
    """One import. `counts` is what the importing service counted (rows_read, orders, new, updated …), by its names."""

    id: int
    source: str
    layout: str
    started_at: str
    finished_at: str
    undone_at: str
    counts: Mapping[str, int]
    details: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class UndoResult:
    """What became of an import's orders: `removed` (were new), `restored` (to the text before), and those left alone
    because they were sent (`kept_sent`) or changed since, by hand or by another import (`kept_edited`). `withdrawn` of
    the first two waited in the outbox."""

    removed: int = 0
    restored: int = 0
    kept_sent: int = 0
    kept_edited: int = 0
    withdrawn: int = 0


RepeatPolicy = Literal["ask", "send_again", "never"]


@dataclass(frozen=True, slots=True)
class AccountRecord:
    """Where orders are sent to. The key is never here, it is in the keyring.

    `repeat_policy` answers "Can a repeated order write to your customers?": `ask` (yes or not sure), `send_again` (no:
    what is in doubt goes again by itself `repeat_after` minutes later) or `never` (yes, so never offer it).
    `in_flight`: requests at once; `per_minute`: requests at most, 0 = no limit; `only_newest`: a newer revision takes
    the place of one that waits whatever its status, so that not every status raises its event. `failures`: waits in a
    row.
    `stop_reason` set: nothing is sent until someone resumes. `not_before`: the server asked to wait until then.
    `batch_size`: how many orders the last good request held, where the next run begins; 0 = not known yet.
    """

    name: str
    base_url: str
    is_sandbox: bool = False
    cost_basis: CostBasis = CostBasis.UNIT
    repeat_policy: RepeatPolicy = "ask"
    is_default: bool = False
    stop_reason: Sentence | None = None
    stopped_at: str = ""
    not_before: str = ""
    batch_size: int = 0
    repeat_after: int = 15
    in_flight: int = 1
    per_minute: int = 0
    only_newest: bool = False
    failures: int = 0
    extra: Mapping[str, object] = field(default_factory=dict)
    id: int = 0

    @property
    def is_stopped(self) -> bool:
        """Whether nothing is sent there until it is resumed."""
        return self.stop_reason is not None


@dataclass(frozen=True, slots=True)
class ContactCard:
    """A contact's card as the account's server gave it, and when."""

    account_id: int
    contact_id: str
    card: Mapping[str, object]
    fetched_at: str


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


@dataclass(frozen=True, slots=True)
class CustomerSuggestion:
    """A customer known from orders here, for completion."""

    external_customer_id: str
    email: str
    phone: str
    name: str
    first_name: str
    last_name: str


@dataclass(frozen=True, slots=True)
class CustomerQuery:
    """Which customers, in which order: those in whose name, e-mail, phone or customer ID every word of `search` occurs.
    `sort` is one of `CUSTOMER_SORTS`."""

    search: str = ""
    sort: str = "last_date"
    descending: bool = True
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class CustomerRow:
    """A customer as seen in the orders here; name, e-mail and phone are the newest that are known.

    `key` finds exactly their orders (`OrderFilters.customer`). `sales`: delivered and accepted orders; `total` and
    `average` (None without sales) are of those in `currency`, the one with most sales; `more`: totals in others.
    """

    id: int
    key: str
    external_customer_id: str
    email: str
    phone: str
    name: str
    orders: int
    sales: int
    currency: str
    total: Decimal
    average: Decimal | None
    more: tuple[tuple[str, Decimal], ...]
    last_date: str
    last_sale: str


@dataclass(frozen=True, slots=True)
class ProductSuggestion:
    """An item known from orders here: its fields by the API's names, without the quantity."""

    external_item_id: str
    name: str
    item: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class BackupRecord:
    """A backup file: when and why it was made, its size in bytes."""

    path: str
    at: str
    reason: str
    size: int


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What `Workspace.check` found; `problems` is empty when all is well. `counts`: rows per table.

    `is_damaged`: only a backup helps. `search_is_damaged`: `Workspace.rebuild_search` helps, nothing is lost.
    """

    problems: tuple[Sentence, ...]
    counts: Mapping[str, int]
    sqlite_version: str
    schema_version: int
    is_damaged: bool = False
    search_is_damaged: bool = False

    @property
    def is_well(self) -> bool:
        """Whether nothing was found."""
        return not self.problems
