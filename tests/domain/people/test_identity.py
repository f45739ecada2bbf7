from __future__ import annotations

from typing import TYPE_CHECKING

from ordermanager.domain.checks.findings import Severity
from ordermanager.domain.draft import OrderDraft
from ordermanager.domain.people.identity import (
    Identity,
    conflict_findings,
    draft_identity,
    duplicate_finding,
    identity_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from ordermanager.domain.checks.checks import Checked


def codes(mine: Identity, *others: Identity) -> list[tuple[str, str]]:
    return [(finding.field, finding.code) for finding in conflict_findings(mine, others)]


def test_the_same_person_written_differently_is_one_identity(
    draft: OrderDraft, check: Callable[..., Checked]
) -> None:
    draft.fields |= {"email": "Mail@Example.COM", "phone": "067 123-45-67"}
    checked = check(draft)
    expected = Identity("12345", "mail@example.com", "380671234567")
    assert identity_of(checked.readable) == draft_identity(draft, "UA") == expected


def test_what_cannot_be_read_is_not_known() -> None:
    draft = OrderDraft({"email": "x@", "phone": "12", "externalCustomerId": " 7 "})
    assert draft_identity(draft, "UA") == Identity("7")
    assert not draft_identity(OrderDraft(), "UA")


def test_one_customer_with_two_addresses() -> None:
    mine = Identity("7", "a@b.com", "380671234567")
    assert codes(mine, Identity("7", "c@d.com", "380671234567")) == [("email", "customer.other_email")]
    assert codes(mine, Identity("7", "a@b.com", "380501234567")) == [("phone", "customer.other_phone")]
    assert codes(mine, Identity("7"), Identity("7", "a@b.com"), Identity("7", "", "380671234567")) == []


def test_one_address_with_two_customers() -> None:
    mine = Identity("7", "a@b.com", "380671234567")
    assert codes(mine, Identity("8", "a@b.com")) == [("externalCustomerId", "email.other_customer")]
    assert codes(mine, Identity("8", "", "380671234567")) == [("externalCustomerId", "phone.other_customer")]
    assert codes(mine, Identity("", "a@b.com"), Identity("8", "c@d.com")) == []
    assert codes(Identity("", "a@b.com"), Identity("8", "a@b.com")) == []


def test_each_kind_is_said_once_with_the_first_other() -> None:
    mine = Identity("7", "a@b.com")
    found = conflict_findings(
        mine, [Identity("7", f"{n}@x.com") for n in range(3)] + [Identity("9", "a@b.com")]
    )
    assert [finding.code for finding in found] == ["customer.other_email", "email.other_customer"]
    assert found[0].values == {"customer": "7", "other": "0@x.com"}
    assert found[1].values == {"other": "9"}
    assert all(finding.severity is Severity.WARNING and finding.message for finding in found)


def test_an_address_that_can_be_nobodys_contradicts_nobody() -> None:
    """An order with a slip in its e-mail was never accepted with it, so the ID is bound to no such address."""
    mine = Identity("7", "ihor@example.com", "380671234567")
    assert codes(mine, Identity("7", "ihor@example,com", "067 12"), Identity("7")) == []
    assert codes(mine, Identity("7", "ihor@example.org")) == [("email", "customer.other_email")]


def test_identities_share_only_what_is_given() -> None:
    assert Identity("7").shares_with(Identity("7", "a@b.com"))
    assert Identity("", "a@b.com").shares_with(Identity("8", "a@b.com"))
    assert Identity("", "", "1").shares_with(Identity("", "", "1"))
    assert not Identity("7").shares_with(Identity("", "a@b.com"))
    assert not Identity().shares_with(Identity())


def test_a_duplicate_names_the_id() -> None:
    finding = duplicate_finding("0007")
    assert (finding.field, finding.code, finding.severity) == (
        "externalOrderId",
        "order_id.duplicate",
        Severity.WARNING,
    )
    assert "0007" in finding.message
