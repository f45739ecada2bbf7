"""What services hand back: small frozen values that the command line prints as JSON and the window shows."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ordermanager.domain.checks.findings import Finding

if TYPE_CHECKING:
    from pathlib import Path

    from ordermanager.domain.checks.rules import CheckRules
    from ordermanager.domain.draft import OrderDraft
    from ordermanager.domain.sentences import Sentence
    from ordermanager.domain.states import State
    from ordermanager.domain.statuses import Status
    from ordermanager.services.history.event_parameters import Parameter
    from ordermanager.services.imports.results import ImportResult
    from ordermanager.store.orders.query import OrderRow

Json = dict[str, Any]


# ---- orders


@dataclass(frozen=True, slots=True)
class SavedOrder:
    """An order after saving: where it stands and what its checks found."""

    order_id: int
    state: State
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class SavedEdit:
    """An order after somebody's changes to it were saved: what was stored before, and what is now. `is_back`: it had
    been deleted meanwhile."""

    order: SavedOrder
    before: OrderDraft
    after: OrderDraft
    is_back: bool = False


@dataclass(frozen=True, slots=True)
class OrderDetail:
    """Everything that the order pane shows about one order.

    `revision` is the number of the newest revision, 0 where it was never queued. Times are UTC ISO text. `findings` are
    fresh: checked now, with those of the whole workspace. `rules` are those that this order is checked by (its import
    may have set its own).
    """

    order_id: int
    draft: OrderDraft
    state: State
    findings: tuple[Finding, ...]
    rules: CheckRules
    origin: str
    import_id: int | None
    revision: int
    created_at: str
    changed_at: str
    refusal: Sentence | None = None
    """Why the server refused it; None where it did not."""
    is_deleted: bool = False


@dataclass(frozen=True, slots=True)
class OrderLine:
    """One line of `ordermanager orders` (design.md 7). `order_text` is the JSON that would be sent.

    What cannot be read stands as it was entered.
    """

    row: OrderRow
    status: str
    date: str
    total_entered: str
    findings: tuple[Finding, ...]
    order_text: str

    def as_json(self) -> Json:
        """The keys of design.md 7, without `totalCost` and `order`, which the command line writes verbatim."""
        return {
            "externalOrderId": self.row.external_order_id,
            "state": self.row.state.value,
            "status": self.status or None,
            "date": self.date or None,
            "currency": self.row.currency or None,
            "email": self.row.email or None,
            "phone": self.row.phone or None,
            "externalCustomerId": self.row.external_customer_id or None,
            "findings": [finding_json(finding) for finding in self.findings],
        }


def finding_json(finding: Finding) -> Json:
    """A finding for the command line."""
    return {
        "field": finding.field,
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "proposal": finding.proposal,
    }


# ---- outbox and sending


@dataclass(frozen=True, slots=True)
class NotReady:
    """An order that was asked to be queued and could not."""

    order_id: int
    external_order_id: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class QueueResult:
    """`not_ready` names at most the first hundred of `not_ready_count`; `skipped` were in the outbox already.

    `order_ids` are those that were queued, which is what there is to take back.
    """

    queued: int
    not_ready_count: int = 0
    not_ready: tuple[NotReady, ...] = ()
    skipped: int = 0
    order_ids: array[int] = field(default_factory=lambda: array("q"))


@dataclass(frozen=True, slots=True)
class EventCount:
    """How many orders will raise one kind of event."""

    status: Status
    event_name: str
    orders: int


@dataclass(frozen=True, slots=True)
class QueuePreview:
    """What queueing would do: `total` orders that can go, per event, and those whom no message can reach."""

    total: int
    not_ready: int
    events: tuple[EventCount, ...]
    unreachable: int
    old: int  # dated more than a month ago: workflows would write to customers about an old order
    repeated: int = 0  # may have arrived before with the same status: their event may come twice


MANY_EVENTS = 1000
"""More new events at once than this are asked about even where ordinary sending is not."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How many events a person has agreed to, `repeated` and `old` ones among them; by itself: to nothing delicate."""

    events: int = 0
    repeated: int = 0
    old: int = 0


@dataclass(frozen=True, slots=True)
class SendForecast:
    """What sending would raise: events by kind, and how many orders of all would come twice (`repeated`), are dated
    more than a month ago (`old`), or have nobody whom a message can reach (`unreachable`)."""

    events: tuple[EventCount, ...]
    repeated: int = 0
    old: int = 0
    unreachable: int = 0

    @property
    def total(self) -> int:
        """How many events."""
        return sum(event.orders for event in self.events)

    @property
    def is_delicate(self) -> bool:
        """Whether customers might be written to late, twice, or in great numbers."""
        return self.goes_beyond(Agreement())

    @property
    def agreement(self) -> Agreement:
        """What a person who sees this forecast and says yes has agreed to."""
        return Agreement(self.total, self.repeated, self.old)

    def goes_beyond(self, agreed: Agreement) -> bool:
        """Whether more customers might be written to late or twice than a person agreed to, or a great many more."""
        return (
            self.repeated > agreed.repeated
            or self.old > agreed.old
            or self.total > max(MANY_EVENTS, agreed.events)
        )


@dataclass(frozen=True, slots=True)
class UnconfirmedBatch:
    """A batch that may or may not have arrived; the user decides for all of it, or for some of its orders."""

    batch_id: int
    account: str
    sent_at: str
    orders: int
    external_order_ids: tuple[str, ...]
    order_ids: tuple[int, ...]
    what_happened: Sentence
    http_status: int | None = None
    policy: str = "ask"  # of its account: ask, send_again or never
    newer_sent: int = (
        0  # of so many orders a newer text has arrived since: sending this one would set them back
    )


# ---- accounts and keys


@dataclass(frozen=True, slots=True)
class AccountView:
    """An account as lists show it. `stopped` is why it does not send; `key_place` is "keyring", "memory",
    "environment", "none" or "sandbox" (which needs none).
    """

    name: str
    base_url: str
    is_sandbox: bool
    is_default: bool
    cost_basis: str
    repeat_policy: str
    stopped: Sentence | None
    key_place: str
    repeat_after: int = 15
    in_flight: int = 1
    per_minute: int = 0
    only_newest: bool = False


@dataclass(frozen=True, slots=True)
class ConnectionTest:
    """The answer of "Test connection": the organisation's name, or a sentence with what to do."""

    ok: bool
    organisation: str | None
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class KeyKept:
    """Where a key went: into the system's keyring, or into memory until the program ends (`notice` says so)."""

    place: str
    notice: Sentence | None


# ---- history


@dataclass(frozen=True, slots=True)
class AttemptLine:
    """One HTTP exchange: when, the status if one came, what went wrong, the beginning of the answer."""

    at: str
    http_status: int | None
    error: str | None
    answer: str | None


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One line of `ordermanager history`: what was sent or is in doubt, with its proof (design.md 7)."""

    at: str
    event: str | None
    event_key: str
    revision: int
    state: State
    result: str  # accepted, assumed (somebody said so, no answer proves it), rejected, unconfirmed
    account: str | None
    batch: int | None
    attempts: tuple[AttemptLine, ...]
    params: tuple[Parameter, ...]  # by the names that a workflow writes
    contact: Json  # what the order said of its customer, and the contact's number at Yespo where it is known
    order_text: str  # the exact JSON that was sent
    reason: str | None = None  # why it was refused or is in doubt

    def as_json(self) -> Json:
        """The keys of design.md 7, without `order`, which the command line writes verbatim from `order_text`."""
        return {
            "at": self.at,
            "event": self.event,
            "eventKey": self.event_key,
            "revision": self.revision,
            "state": self.state.value,
            "result": self.result,
            "account": self.account,
            "batch": self.batch,
            "attempts": [
                {"at": a.at, "http_status": a.http_status, "error": a.error, "answer": a.answer}
                for a in self.attempts
            ],
            "params": {each.name: each.value or None for each in self.params},
            "contact": self.contact,
        }


# ---- the rest


@dataclass(frozen=True, slots=True)
class ExportResult:
    """A written file and how many rows it has. In `cut` of them a text was longer than an Excel cell can be."""

    path: Path
    rows: int
    cut: int = 0


@dataclass(frozen=True, slots=True)
class DoctorLine:
    """One thing that was looked at: a stable `name`, whether it is well, what is so, and what to do where it is not."""

    name: str
    ok: bool
    sentence: Sentence

    def as_json(self) -> Json:
        """For the command line."""
        return {"name": self.name, "ok": self.ok, "message": str(self.sentence)}


@dataclass(frozen=True, slots=True)
class DoctorReport:
    """All that the doctor found, and what `--repair` did."""

    lines: tuple[DoctorLine, ...]
    repaired: tuple[Sentence, ...] = field(default=())

    @property
    def ok(self) -> bool:
        """Whether nothing needs attention."""
        return all(line.ok for line in self.lines)


@dataclass(frozen=True, slots=True)
class DemoReport:
    """The balance of a demo run: it closes where total = accepted + rejected + unconfirmed + waiting."""

    workspace: Path
    sandbox_url: str
    files: tuple[ImportResult, ...]
    queued: int
    total: int
    accepted: int
    rejected: int
    unconfirmed: int
    waiting: int
    balance_closes: bool
    screenshots: tuple[Path, ...] = ()

    def as_json(self) -> Json:
        """The one document of `ordermanager demo --unattended --json`."""
        return {
            "workspace": str(self.workspace),
            "sandbox": self.sandbox_url,
            "files": [file.as_json() for file in self.files],
            "queued": self.queued,
            "balance": {
                "total": self.total,
                "accepted": self.accepted,
                "rejected": self.rejected,
                "unconfirmed": self.unconfirmed,
                "waiting": self.waiting,
                "closes": self.balance_closes,
            },
            "screenshots": [str(path) for path in self.screenshots],
        }
