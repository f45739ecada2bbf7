from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from ordermanager.domain.checks.rules import CheckRules
from ordermanager.domain.summary import MAX_SEARCH_TEXT, phone_forms, summarise

if TYPE_CHECKING:
    from collections.abc import Callable

    from ordermanager.domain.checks.checks import Checked
    from ordermanager.domain.draft import OrderDraft

RULES = CheckRules()


def test_a_row_of_a_good_order(draft: OrderDraft, check: Callable[..., Checked]) -> None:
    draft.fields |= {"phone": "067 123 45 67", "externalOrderId": " 0007 "}
    row = summarise(draft, check(draft), RULES)
    assert (row.external_order_id, row.status, row.date) == ("0007", "INITIALIZED", "2026-11-20T07:30:00Z")
    assert (row.total, row.currency, row.item_count) == (Decimal("1000"), "USD", 1)
    assert (row.email, row.phone, row.name) == ("mail@example.com", "380671234567", "John Smith")
    assert (row.errors, row.warnings, row.first_finding) == (0, 0, "")


def test_a_row_of_a_bad_order_shows_what_was_entered(
    draft: OrderDraft, check: Callable[..., Checked]
) -> None:
    draft.fields |= {
        "email": "x@",
        "phone": "12",
        "date": "soon",
        "status": "paid",
        "totalCost": "?",
        "firstName": "",
        "currency": "",
    }
    draft.items.append({"name": ""})
    row = summarise(draft, check(draft), RULES)
    assert (row.email, row.phone, row.date, row.status, row.total) == ("x@", "12", "", "", None)
    assert (row.name, row.item_count) == ("Smith", 1)
    assert (row.errors, row.warnings) == (5, 2)
    assert row.first_finding == "status.unknown"


def test_the_worst_finding_comes_before_the_first(draft: OrderDraft, check: Callable[..., Checked]) -> None:
    draft.fields |= {"date": "2020-01-01", "phone": "12"}
    assert summarise(draft, check(draft), RULES).first_finding == "phone.length"
    draft.fields["phone"] = ""
    assert summarise(draft, check(draft), RULES).first_finding == "date.old"


def test_an_order_is_found_by_anything_known_about_it(
    draft: OrderDraft, check: Callable[..., Checked]
) -> None:
    draft.fields |= {
        "phone": "+38 (067) 123-45-67",
        "lastName": "ЇЖАК",
        "deliveryAddress": "вул.\n Хрещатик, 1",
    }
    draft.additional_info = {"comment": "Leave at the door"}
    words = summarise(draft, check(draft), RULES).search_text
    for word in (
        "100500",
        "12345",
        "mail@example.com",
        "їжак",
        "вул. хрещатик, 1",
        "super device",
        "200600",
        "the door",
    ):
        assert word in words
    assert {"380671234567", "0671234567", "671234567"} <= set(words.split())


def test_search_text_has_what_is_sent_as_it_was_entered_once(
    draft: OrderDraft, check: Callable[..., Checked]
) -> None:
    draft.fields |= {"email": "olena@example.com", "phone": "380671234567"}
    words = summarise(draft, check(draft), RULES).search_text.split()
    once = ("olena@example.com", "380671234567", "0671234567", "671234567")
    assert [words.count(word) for word in once] == [1] * len(once)


def test_search_text_has_an_end(draft: OrderDraft, check: Callable[..., Checked]) -> None:
    draft.items = [{**draft.items[0], "name": "long name " * 50}] * 50
    assert MAX_SEARCH_TEXT - 20 < len(summarise(draft, check(draft), RULES).search_text) <= MAX_SEARCH_TEXT


def test_phone_forms() -> None:
    assert phone_forms("380671234567", "UA") == ("380671234567", "0671234567", "671234567")
    assert phone_forms("48601123456", "PL") == ("48601123456", "601123456")
    assert phone_forms("48601123456", "UA") == ("48601123456",)
    assert phone_forms("", "UA") == ()
