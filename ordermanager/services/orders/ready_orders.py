"""Orders of a file, checked and with every value that the workspace will have of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ordermanager.domain.checks.checks import in_form_order
from ordermanager.domain.checks.findings import Severity
from ordermanager.domain.people.identity import Identity
from ordermanager.domain.states import State
from ordermanager.domain.summary import summarise, worst
from ordermanager.store.database.encoding import decode_draft, encode_findings
from ordermanager.store.database.text_keys import clean
from ordermanager.store.orders.product_rows import product_of
from ordermanager.store.orders.ready_items import ReadyItem
from ordermanager.store.orders.rows import summary_values

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordermanager.domain.checks.findings import Finding
    from ordermanager.domain.checks.rules import CheckRules
    from ordermanager.domain.draft import OrderDraft
    from ordermanager.services.imports.checks import Taken
    from ordermanager.store.orders.records import OrderKey

BEFORE_FINDINGS = 13
"""The values of a summary that do not speak of findings."""


class ReadyOrder(ReadyItem, array_like=True, gc=False):
    """As the workspace takes it, with what an import must know: who the customer is, the `rows` of the file, whether
    the order `replaces` a part of it that was taken before (`ImportedOrder.replaces`), how many `items` its draft has,
    be they blank or not, the `notes` among its remarks that only the reading of the file can make, and what the file
    empties (`ImportedOrder.emptied`).
    """

    external_id: str
    identity: Identity
    remarks: tuple[Any, ...]  # of Finding
    rows: tuple[int, ...]
    replaces: bool
    items: int
    notes: tuple[Any, ...]  # of Finding
    emptied: tuple[str, ...] = ()

    @property
    def has_errors(self) -> bool:
        """Whether it cannot be queued."""
        return self.attention

    @property
    def draft(self) -> OrderDraft:
        """Its texts; made anew each time."""
        return decode_draft(self.text)

    def remark(self, found: Sequence[Finding]) -> None:
        """Add findings that are no errors."""
        self.remarks = in_form_order((*self.remarks, *found))
        self.findings = encode_findings(self.remarks)
        self.summary = (*self.summary[:BEFORE_FINDINGS], *finding_values(self.remarks))

    def is_unchanged(self, key: OrderKey | None) -> bool:
        """Whether the workspace has this very text."""
        return key is not None and key.draft_hash == self.text_hash


def ready(taken: Taken, rules: CheckRules) -> ReadyOrder:
    """What an order that was taken becomes."""
    checked, draft = taken.checked, taken.order.draft
    summary = summarise(draft, checked, rules)
    text, text_hash = taken.encoded
    return ReadyOrder(
        summary=summary_values(summary),
        state=State.DRAFT if checked.has_errors else State.READY,
        attention=checked.has_errors,
        findings=encode_findings(checked.findings),
        text=text,
        text_hash=text_hash,
        words=clean(summary.search_text),
        products=[product for item in draft.items if (product := product_of(item))],
        order_id=None,
        external_id=taken.external_id,
        identity=taken.identity,
        remarks=checked.findings,
        rows=taken.order.rows,
        replaces=taken.order.replaces,
        items=len(draft.items),
        notes=taken.order.notes,
        emptied=taken.order.emptied,
    )


def finding_values(findings: Sequence[Finding]) -> tuple[int, int, str]:
    """What the row of an order says of its findings: how many errors and warnings, and the worst."""
    severities = [finding.severity for finding in findings]
    return severities.count(Severity.ERROR), severities.count(Severity.WARNING), worst(findings)
