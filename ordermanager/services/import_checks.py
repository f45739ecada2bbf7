"""Imported orders checked: each by itself, and against the others of the file and of the workspace.

Shared by the import that streams and by the review, so that both say the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ordermanager.domain.checked import Checked
from ordermanager.domain.checks import check_draft, in_form_order
from ordermanager.domain.findings import Severity
from ordermanager.domain.identity import Identity, conflict_findings, forgotten_finding, identity_of
from ordermanager.domain.states import State
from ordermanager.domain.summary import summarise
from ordermanager.store import SaveItem, encode_and_hash

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from ordermanager.domain.rules import CheckRules
    from ordermanager.importing.plan import ImportedOrder
    from ordermanager.services.forgotten import ForgottenPeople
    from ordermanager.store import OrderKey


@dataclass(slots=True)
class Taken:
    """An order of the file that was checked and is not written yet. `encoded` is its text for the database."""

    order: ImportedOrder
    checked: Checked
    identity: Identity
    external_id: str
    encoded: tuple[str, bytes]

    @property
    def text_hash(self) -> bytes:
        """Equal for two orders exactly when they mean the same."""
        return self.encoded[1]

    def save_item(self, rules: CheckRules, order_id: int | None) -> SaveItem:
        """As the workspace takes it: new where `order_id` is None."""
        checked = self.checked
        return SaveItem(
            draft=self.order.draft,
            summary=summarise(self.order.draft, checked, rules),
            state=State.DRAFT if checked.has_errors else State.READY,
            findings=checked.findings,
            attention=checked.has_errors,
            order_id=order_id,
            encoded=self.encoded,
        )


def take(order: ImportedOrder, rules: CheckRules, now: datetime) -> Taken:
    """Check an order by itself."""
    draft = order.draft
    checked = check_draft(draft, rules, now)
    if order.notes:
        findings = in_form_order((*checked.findings, *order.notes))
        bad = any(note.severity is Severity.ERROR for note in order.notes)
        checked = Checked(findings, checked.readable, checked.has_errors or bad)
    return Taken(
        order,
        checked,
        identity_of(checked.readable),
        draft.get("externalOrderId"),
        encode_and_hash(draft),
    )


def add_conflicts(chunk: Sequence[Taken], others: Iterable[Identity]) -> None:
    """Add what orders of the chunk say against each other and against `others` about who a customer is."""
    index: dict[tuple[str, str], set[Identity]] = {}
    for other in others:
        for key in other.given():
            index.setdefault(key, set()).add(other)
    for taken in chunk:
        for key in taken.identity.given():
            index.setdefault(key, set()).add(taken.identity)
    several = {key for key, found in index.items() if len(found) > 1}
    for taken in chunk if several else ():
        mine = taken.identity
        sharing = {other for key in mine.given() if key in several for other in index[key]} - {mine}
        found = conflict_findings(mine, sorted(sharing)) if sharing else ()
        if found:
            checked = taken.checked
            findings = in_form_order((*checked.findings, *found))
            taken.checked = Checked(findings, checked.readable, checked.has_errors)


def add_forgotten(chunk: Sequence[Taken], people: ForgottenPeople) -> None:
    """Add where an order is of somebody who was forgotten here."""
    for taken in chunk:
        if people.knows(taken.identity):
            checked = taken.checked
            findings = in_form_order((*checked.findings, forgotten_finding(taken.identity)))
            taken.checked = Checked(findings, checked.readable, checked.has_errors)


def is_unchanged(taken: Taken, key: OrderKey | None) -> bool:
    """Whether the workspace has this very text."""
    return key is not None and key.draft_hash == taken.text_hash
