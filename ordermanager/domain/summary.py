"""What a row of the order table shows, and the words that an order is found by."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING, Any

from ordermanager.domain.checks.findings import Severity
from ordermanager.domain.values.phones import national_forms

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from decimal import Decimal

    from ordermanager.domain.checks.checked import Checked
    from ordermanager.domain.checks.findings import Finding
    from ordermanager.domain.checks.rules import CheckRules
    from ordermanager.domain.draft import OrderDraft
    from ordermanager.domain.statuses import Status

MAX_SEARCH_TEXT = 4000
"""Characters; a description of a whole catalogue must not swell the search index."""
APOSTROPHES = "'’ʼ`‘´"
"""What people and spreadsheets write in Мар'яна and O'Neil."""
_PLAIN_APOSTROPHES = "'`"
"""Those that ASCII has."""
WITH_APOSTROPHE = re.compile(rf"[^\W\d_]+(?:[{APOSTROPHES}][^\W\d_]+)+")
_WITHOUT = dict.fromkeys(map(ord, APOSTROPHES))

SEARCHED_ORDER = (
    "externalOrderId",
    "externalCustomerId",
    "email",
    "phone",
    "firstName",
    "lastName",
    "deliveryAddress",
    "storeId",
    "statusDescription",
)
"""The texts that an order is found by, as they were entered."""


@dataclass(slots=True)  # not frozen, which makes it in a fifth of the time; nobody changes one
class Summary:
    """One row. Texts are empty where nothing is given; `date` is ISO text in UTC, empty if it cannot be read.

    `email` and `phone` are as they will be sent, or as entered where they cannot be read. `status` is empty
    unless it is one of the five. `first_finding` is the code of the worst finding, the first in the form.
    """

    external_order_id: str
    status: Status | str
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
    first_finding: str
    search_text: str


def summarise(draft: OrderDraft, checked: Checked, rules: CheckRules) -> Summary:
    """The row of an order; `checked` must come from this draft under these rules."""
    readable = checked.readable
    phone = readable.get("phone", "")
    email = readable.get("email") or draft.get("email")
    return Summary(
        external_order_id=draft.get("externalOrderId"),
        status=readable.get("status", ""),
        date=utc_text(readable["date"]) if "date" in readable else "",
        total=readable.get("total_cost"),
        currency=readable.get("currency", ""),
        email=email,
        phone=phone or draft.get("phone"),
        name=f"{draft.get('firstName')} {draft.get('lastName')}".strip(),
        external_customer_id=draft.get("externalCustomerId"),
        item_count=_item_count(draft, readable),
        errors=checked.count(Severity.ERROR) if checked.findings else 0,
        warnings=checked.count(Severity.WARNING) if checked.findings else 0,
        first_finding=worst(checked.findings) if checked.findings else "",
        search_text=search_text(draft, email, phone, rules.region),
    )


def _item_count(draft: OrderDraft, readable: Mapping[str, Any]) -> int:
    """The items that are not empty; the check counted them unless its rules send none."""
    if "items" in readable:
        return len(readable["items"])
    return sum(any(map(str.strip, item.values())) for item in draft.items)


def utc_text(moment: datetime) -> str:
    """A moment as text that sorts: `2026-11-23T12:00:00Z`, without a fraction."""
    if moment.tzinfo is not None and moment.tzinfo is not UTC:
        moment = moment.astimezone(UTC)
    return moment.isoformat()[:19] + "Z"


def search_text(draft: OrderDraft, email: str, phone: str, region: str) -> str:
    """Everything that an order is looked for by, in small letters; a readable phone in each notation."""
    fields = draft.fields
    words = [fields[name] for name in SEARCHED_ORDER if name in fields]
    if email != fields.get("email"):
        words.append(email)
    words.extend(other_phone_forms(phone, fields.get("phone", ""), region))
    for item in draft.items:
        words.append(item.get("externalItemId", ""))
        words.append(item.get("name", ""))
    if draft.additional_info:
        words.extend(draft.additional_info.values())
    return whole_search_text(" ".join(" ".join(words).lower().split()))


def whole_search_text(text: str) -> str:
    """What is kept of the words: not too many, and each with an apostrophe in it also without: Мар'яна is one name to
    people, but two words to the index, and in Latin letters it is Mariana."""
    if are_whole((text,)):
        return text
    text = text[:MAX_SEARCH_TEXT]
    joined = dict.fromkeys(map(without_apostrophes, WITH_APOSTROPHE.findall(text)))
    return " ".join((text, *joined))[:MAX_SEARCH_TEXT].rstrip()


def are_whole(texts: Sequence[str]) -> bool:
    """Whether `whole_search_text` leaves all of these as they are."""
    together = "".join(texts)
    signs = _PLAIN_APOSTROPHES if together.isascii() else APOSTROPHES
    return max(map(len, texts)) <= MAX_SEARCH_TEXT and not any(map(together.__contains__, signs))


def without_apostrophes(word: str) -> str:
    """`oneil` for `o'neil`, with whatever sign."""
    return word.translate(_WITHOUT)


def phone_forms(phone: str, region: str) -> tuple[str, ...]:
    """`380671234567`, and for a number of this region also `0671234567` and `671234567`."""
    if not phone:
        return ()
    code, trunk = national_forms(region)
    if not code or not phone.startswith(code):
        return (phone,)
    national = phone[len(code) :]
    return (phone, trunk + national, national) if trunk else (phone, national)


def other_phone_forms(phone: str, entered: str, region: str) -> tuple[str, ...]:
    """`phone_forms` without the one that was entered, which is searched for as it is."""
    forms = phone_forms(phone, region)
    return forms[1:] if forms and forms[0] == entered else forms


def worst(findings: Sequence[Finding]) -> str:
    """The code of the worst finding, the first of several in the form; empty where there is none."""
    for severity in Severity:
        for finding in findings:
            if finding.severity is severity:
                return finding.code
    return ""
