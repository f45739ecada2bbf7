"""What the review of an import hands out: its rows, groups of findings, changes. Small frozen values, any thread."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

    from ordermanager.domain.checks.findings import Finding, Severity
    from ordermanager.domain.draft import OrderDraft
    from ordermanager.domain.sentences import Sentence


class Known(StrEnum):
    """What an order of the file is to the workspace."""

    NEW = "new"
    UPDATED = "updated"
    UNCHANGED = "unchanged"


class Show(StrEnum):
    """Which orders a review lists. A warning is shown whether or not there are errors beside it."""

    ALL = "all"
    ERRORS = "errors"
    WARNINGS = "warnings"
    READY = "ready"
    EDITED = "edited"
    EXCLUDED = "excluded"


class ReviewSort(StrEnum):
    """What the rows stand by; within the same they stand as in the file."""

    FILE = "file"
    PROBLEMS = "problems"  # most errors first, then warnings
    ORDER = "order"
    DATE = "date"
    TOTAL = "total"
    EMAIL = "email"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class ReviewQuery:
    """Which orders, in which order. `group` is a FindingGroup's key; `search`: every word stands in the order's
    id, customer, e-mail, phone, name or items.
    """

    show: Show = Show.ALL
    known: Known | None = None
    group: str = ""
    search: str = ""
    sort: ReviewSort = ReviewSort.FILE
    descending: bool = False


@dataclass(frozen=True, slots=True)
class ReviewCounts:
    """Numbers of orders, except where the name says otherwise.

    `orders` are all in the file; of them `included` will be stored. `ready` have no error, `errors` have one,
    `warnings` have a warning or hint (and maybe an error). `new`, `updated`, `unchanged` are against the workspace.
    """

    orders: int = 0
    included: int = 0
    ready: int = 0
    errors: int = 0
    warnings: int = 0
    new: int = 0
    updated: int = 0
    unchanged: int = 0
    edited: int = 0
    items: int = 0
    rows_read: int = 0
    rows_ignored: int = 0


@dataclass(frozen=True, slots=True)
class IgnoredReason:
    """Rows of the file that are no orders: how many for one reason, and the first of them."""

    reason: Sentence
    count: int
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """Findings that are alike: one code in one field. `field` has no item numbers: `items[].url`.

    `sentence` says it without any order's own values ("E-mail is not valid"). `orders` have it, `findings` may be
    more (several items); `proposals` of them can be put right by `ImportReview.apply_proposals`.
    """

    key: str
    code: str
    field: str
    severity: Severity
    sentence: Sentence
    orders: int
    findings: int
    proposals: int


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One line of the review's table. `id` is the order's place in the file, from 1; `rows` its first and last
    row there. Texts are as in OrderRow; `total` keeps the digits. `first_finding` is the worst one, None where
    there is none. `draft` has the texts as they stand in the file; it is a copy.
    """

    id: int
    external_order_id: str
    status: str
    date: str
    total: Decimal | None
    currency: str
    email: str
    phone: str
    name: str
    external_customer_id: str
    item_count: int
    errors: int
    warnings: int
    first_finding: Finding | None
    known: Known
    is_included: bool
    is_edited: bool
    rows: tuple[int, int]
    draft: OrderDraft


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One text of an order, before and after. `field` is a path of API names: `email`, `items[2].cost`,
    `additionalInfo.note`. Empty: not there.
    """

    field: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class ReviewOrder:
    """One order in full. `draft` is what would be stored, `original` what the file says; both may be changed
    freely, they are copies. `differences` are against the order in the workspace (`order_id`), empty where the
    order is new or unchanged. `rows` are its rows in the file.
    """

    id: int
    draft: OrderDraft
    original: OrderDraft
    findings: tuple[Finding, ...]
    known: Known
    order_id: int | None
    differences: tuple[FieldChange, ...]
    is_included: bool
    is_edited: bool
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class FindText:
    """What to find in `field` and what to put in its place. `field` is a name (`email`, `url` for every item's
    link, `additionalInfo.note`); empty: every field that is filled in.

    `whole`: only texts that are `find` and nothing else; an empty `find` with `whole` finds empty texts.
    """

    field: str
    find: str
    replace: str
    whole: bool = False
    match_case: bool = False


@dataclass(frozen=True, slots=True)
class FoundTexts:
    """What a replacement would change: how many orders and texts, and the first hundred (order's id, change)."""

    orders: int
    texts: int
    samples: tuple[tuple[int, FieldChange], ...]


@dataclass(frozen=True, slots=True)
class Changed:
    """What an edit did: how many orders are different now. `step` is its name for Undo; empty: nothing changed."""

    orders: int
    step: Sentence | None = None
