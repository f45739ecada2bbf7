"""Imported orders checked: each by itself, and against the others of the file and of the workspace.

Shared by the import that streams and by the review, so that both say the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from ordermanager.domain.checks.checked import Checked
from ordermanager.domain.checks.checks import check_draft, in_form_order
from ordermanager.domain.checks.findings import Severity
from ordermanager.domain.people.identity import Identity, conflict_findings, forgotten_finding, identity_of
from ordermanager.store.database.encoding import encode_and_hash

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime

    from ordermanager.domain.checks.findings import Finding
    from ordermanager.domain.checks.rules import CheckRules
    from ordermanager.importing.recognised import ImportedOrder
    from ordermanager.services.people.forgotten import ForgottenPeople


@dataclass(slots=True)
class Taken:
    """An order of the file that was checked and is not written yet. `encoded` is its text for the database."""

    order: ImportedOrder
    checked: Checked
    identity: Identity
    external_id: str
    encoded: tuple[str, bytes]


class Remarked(Protocol):
    """An order about which other orders may have something to say."""

    @property
    def identity(self) -> Identity:
        """Who its customer is."""

    def remark(self, found: Sequence[Finding]) -> None:
        """Add findings that are no errors."""


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


def add_conflicts(chunk: Sequence[Remarked], others: Collection[Identity]) -> None:
    """Add what orders of the chunk say against each other and against `others` about who a customer is."""
    if not are_any_shared({*others, *[order.identity for order in chunk]}):
        return
    index: dict[tuple[str, str], set[Identity]] = {}
    for other in others:
        for key in other.given():
            index.setdefault(key, set()).add(other)
    for order in chunk:
        for key in order.identity.given():
            index.setdefault(key, set()).add(order.identity)
    several = {key for key, found in index.items() if len(found) > 1}
    for order in chunk if several else ():
        mine = order.identity
        sharing = {other for key in mine.given() if key in several for other in index[key]} - {mine}
        if found := conflict_findings(mine, sorted(sharing)) if sharing else ():
            order.remark(found)


def are_any_shared(identities: Collection[Identity]) -> bool:
    """Whether two different identities have anything in common."""
    for values in zip(*identities, strict=True):
        given = [value for value in values if value]
        if len(set(given)) < len(given):
            return True
    return False


def add_forgotten(chunk: Sequence[Remarked], people: ForgottenPeople) -> None:
    """Add where an order is of somebody who was forgotten here."""
    for order in chunk if people.are_any else ():
        if people.knows(order.identity):
            order.remark((forgotten_finding(order.identity),))
