from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from ordermanager.domain.checks.checks import Checked
from ordermanager.domain.checks.findings import Severity
from ordermanager.domain.checks.rules import CostBasis, RuleSet

if TYPE_CHECKING:
    from ordermanager.domain.draft import OrderDraft

Check = Callable[..., Checked]


def found(checked: Checked) -> list[tuple[str, str, str]]:
    return [(finding.field, finding.severity.value, finding.code) for finding in checked.findings]


def test_the_documentations_example_is_complete(draft: OrderDraft, check: Check) -> None:
    checked = check(draft)
    assert checked.findings == ()
    assert checked.order is not None
    assert checked.order.phone == "380942583691"
    assert checked.order.items is not None
    assert checked.order.items[0].external_item_id == "200600"
    assert not checked.has_errors


def test_nothing_entered_is_changed(draft: OrderDraft, check: Check) -> None:
    draft.fields |= {
        "externalOrderId": " 0007 ",
        "phone": " 0671234567 ",
        "totalCost": " 1 000,00 ",
        "email": "x@",
    }
    before = draft.copy()
    check(draft)
    assert draft == before


# What each rule set requires (yespo-api.md 1.3).

FULL_ORDER = ["externalOrderId", "externalCustomerId", "totalCost", "status", "date"]
FULL_ITEM = ["externalItemId", "name", "quantity", "cost", "url", "imageUrl"]


@pytest.mark.parametrize(
    ("rule_set", "order_fields", "item_fields"),
    [
        (RuleSet.FULL, FULL_ORDER, FULL_ITEM),
        (RuleSet.NO_ITEMS, FULL_ORDER, []),
        (
            RuleSet.MINIMUM,
            ["externalOrderId", "totalCost", "status", "date", "currency"],
            ["externalItemId", "quantity"],
        ),
    ],
)
def test_each_missing_required_field_is_an_error_of_its_own(
    draft: OrderDraft, check: Check, rule_set: RuleSet, order_fields: list[str], item_fields: list[str]
) -> None:
    for name in list(draft.fields):
        changed = draft.copy()
        changed.fields[name] = "  "
        errors = [f for f in check(changed, rule_set=rule_set).findings if f.severity is Severity.ERROR]
        expected = [(name, "required")] if name in order_fields else []
        assert [(f.field, f.code) for f in errors] == expected, name
    for name in list(draft.items[0]):
        changed = draft.copy()
        del changed.items[0][name]
        expected = [(f"items[0].{name}", "required")] if name in item_fields else []
        errors = [f for f in check(changed, rule_set=rule_set).findings if f.severity is Severity.ERROR]
        assert [(f.field, f.code) for f in errors] == expected, name


@pytest.mark.parametrize("kept", ["email", "phone"])
@pytest.mark.parametrize("rule_set", [RuleSet.FULL, RuleSet.NO_ITEMS])
def test_either_email_or_phone_is_enough(
    draft: OrderDraft, check: Check, kept: str, rule_set: RuleSet
) -> None:
    del draft.fields["email" if kept == "phone" else "phone"]
    assert check(draft, rule_set=rule_set).findings == ()
    del draft.fields[kept]
    assert found(check(draft, rule_set=rule_set)) == [("email", "error", "identifier.required")]


def test_the_minimum_needs_any_one_identifier(draft: OrderDraft, check: Check) -> None:
    del draft.fields["email"], draft.fields["phone"]
    checked = check(draft, rule_set=RuleSet.MINIMUM)
    assert found(checked) == [("email", "warning", "contact.unreachable")]
    assert not checked.has_errors
    del draft.fields["externalCustomerId"]
    assert found(check(draft, rule_set=RuleSet.MINIMUM)) == [("email", "error", "identifier.required_any")]


def test_an_unusable_email_is_an_error_and_nobody_can_be_reached(draft: OrderDraft, check: Check) -> None:
    draft.fields |= {"email": "user@example,com", "phone": ""}
    checked = check(draft)
    assert found(checked) == [("email", "error", "email.syntax"), ("email", "warning", "contact.unreachable")]
    assert checked.findings[0].proposal == "user@example.com"
    assert checked.order is None
    assert "email" not in checked.readable
    assert checked.readable["external_order_id"] == "100500"


@pytest.mark.parametrize("text", ["1.23457E+11", "1,23457E+11", "4E+12", "1.5e+9"])
def test_an_id_that_a_spreadsheet_has_shortened_is_refused(
    draft: OrderDraft, check: Check, text: str
) -> None:
    """All orders whose numbers begin so would become one, and their customers one contact."""
    draft.fields |= {"externalOrderId": text, "externalCustomerId": text, "firstName": text}
    draft.items = [*draft.items, {**draft.items[0], "externalItemId": text}]
    assert [line for line in found(check(draft)) if line[2] == "id.shortened"] == [
        ("externalOrderId", "error", "id.shortened"),
        ("externalCustomerId", "error", "id.shortened"),
        (f"items[{len(draft.items) - 1}].externalItemId", "error", "id.shortened"),
    ]


@pytest.mark.parametrize("text", ["#N/A", "#Н/Д", "#REF!", "#DIV/0!", "#ДІЛ/0!", "#ІМ'Я?", "#####"])
def test_an_error_of_a_spreadsheet_is_no_value(draft: OrderDraft, check: Check, text: str) -> None:
    draft.fields |= {"externalOrderId": text, "firstName": f" {text} ", "totalCost": text}
    draft.items = [*draft.items, {**draft.items[0], "name": text}]
    assert [line for line in found(check(draft)) if line[1] == "error"] == [
        ("externalOrderId", "error", "text.spreadsheet_error"),
        ("totalCost", "error", "money.unreadable"),
        ("firstName", "error", "text.spreadsheet_error"),
        (f"items[{len(draft.items) - 1}].name", "error", "text.spreadsheet_error"),
    ]


@pytest.mark.parametrize("text", ["#1001", "Apt #5", "#", "##", "#tea", "#1!", "C#!", "#N/A tea"])
def test_a_hash_alone_is_no_error(draft: OrderDraft, check: Check, text: str) -> None:
    draft.fields |= {"externalOrderId": text, "firstName": text}
    assert "text.spreadsheet_error" not in [line[2] for line in found(check(draft))]


@pytest.mark.parametrize("text", ["12E3", "E+5", "1.5E+", "A1.2E+11", "+380671234567", "1E+111"])
def test_ids_that_only_look_a_little_like_it_are_let_through(
    draft: OrderDraft, check: Check, text: str
) -> None:
    draft.fields["externalOrderId"] = text
    assert "id.shortened" not in [line[2] for line in found(check(draft))]


@pytest.mark.parametrize(
    ("total", "currency", "sign"),
    [
        ("$1000", "UAH", "$"),
        ("1000 грн", "EUR", "грн"),
        ("1 000,00 €", "UAH", "€"),
        ("US$1000", "CAD", "US$"),
        ("1000 PLN", "UAH", "PLN"),
        ("$1000", "CAD", ""),
        ("1000 грн.", "UAH", ""),
        ("1000", "UAH", ""),
        ("1000 р.", "UAH", ""),
        ("$1000", "", ""),
    ],
)
def test_a_total_written_with_another_currencys_sign(
    draft: OrderDraft, check: Check, total: str, currency: str, sign: str
) -> None:
    draft.fields |= {"totalCost": total, "currency": currency}
    signs = [each.values["sign"] for each in check(draft).findings if each.code == "currency.contradicted"]
    assert signs == ([sign] if sign else [])


def test_an_order_without_items(draft: OrderDraft, check: Check) -> None:
    draft.items = [{"name": "  ", "cost": ""}]  # an empty row of the form is no item
    assert found(check(draft)) == [("items", "error", "items.required")]
    assert found(check(draft, rule_set=RuleSet.MINIMUM)) == []
    assert found(check(draft, rule_set=RuleSet.NO_ITEMS)) == []
    draft.fields["status"] = "abandoned shopping cart"
    checked = check(draft)
    assert found(checked) == [("items", "warning", "cart.empty")]
    assert checked.order is not None
    assert checked.order.items is None
    assert found(check(draft, rule_set=RuleSet.MINIMUM)) == [("items", "warning", "cart.empty")]
    assert found(check(draft, rule_set=RuleSet.NO_ITEMS)) == []


def test_no_items_leaves_items_out_whatever_they_hold(draft: OrderDraft, check: Check) -> None:
    draft.items = [{"quantity": "many", "cost": "%"}]
    checked = check(draft, rule_set=RuleSet.NO_ITEMS)
    assert checked.findings == ()
    assert checked.order is not None
    assert checked.order.items is None


def test_paths_of_items_count_the_drafts_rows(draft: OrderDraft, check: Check) -> None:
    draft.items = [{}, draft.items[0], {**draft.items[0], "quantity": "none"}]
    assert found(check(draft)) == [("items[2].quantity", "error", "quantity.unreadable")]


# Values that cannot be read.


@pytest.mark.parametrize(
    ("name", "text", "code", "proposal"),
    [
        ("email", "no", "email.syntax", None),
        ("phone", "abc", "phone.invalid", None),
        ("totalCost", "10%", "money.percent", None),
        ("totalCost", "-1000", "money.negative", None),
        ("shipping", "-10", "money.negative", None),
        ("discount", "-10.50", "money.negative", "10.50"),
        ("date", "03/04/2026", "date.ambiguous", None),
        ("date", "2026-02-30", "date.impossible", None),
        ("date", "soon", "date.unreadable", None),
        ("status", "paid", "status.unknown", None),
        ("restoreUrl", "javascript:alert(1)", "url.scheme", None),
    ],
)
def test_wrong_values_are_errors_on_their_field(
    draft: OrderDraft, check: Check, name: str, text: str, code: str, proposal: str | None
) -> None:
    draft.fields[name] = text
    errors = [finding for finding in check(draft).findings if finding.severity is Severity.ERROR]
    assert [(f.field, f.code, f.proposal) for f in errors] == [(name, code, proposal)]


@pytest.mark.parametrize(
    ("name", "text", "severity", "code"),
    [
        ("currency", "hryvnia", "warning", "currency.unknown"),
        ("restoreUrl", "shop.com/cart", "warning", "url.syntax"),
        ("source", "checkout", "hint", "source.other"),
    ],
)
def test_what_the_api_takes_as_it_is_goes_out_as_entered(
    draft: OrderDraft, check: Check, name: str, text: str, severity: str, code: str
) -> None:
    draft.fields[name] = text
    checked = check(draft)
    assert found(checked) == [(name, severity, code)]
    assert checked.order is not None
    assert checked.order.model_dump(by_alias=True)[name] == text


@pytest.mark.parametrize(
    ("path", "text", "code"),
    [
        ("items[0].quantity", "1.5", "quantity.decimal"),
        ("items[0].cost", "-990", "money.negative"),
        ("items[0].url", "/item/1", "url.syntax"),
        ("items[0].imageUrl", "n/a", "url.syntax"),
        ("email", "mail@gmial.com", "email.typo"),
        ("phone", "+380001112233", "phone.doubtful"),
        ("taxes", "1.234", "money.thousands"),
    ],
)
def test_doubtful_values_are_warnings(
    draft: OrderDraft, check: Check, path: str, text: str, code: str
) -> None:
    if path.startswith("items[0]."):
        draft.items[0][path.removeprefix("items[0].")] = text
    else:
        draft.fields[path] = text
    checked = check(draft)
    assert (path, "warning", code) in found(checked)
    assert not checked.has_errors


def test_a_missing_currency_is_a_warning_under_full_only(draft: OrderDraft, check: Check) -> None:
    del draft.fields["currency"]
    assert found(check(draft)) == [("currency", "warning", "currency.missing")]
    assert found(check(draft, rule_set=RuleSet.MINIMUM)) == [("currency", "error", "required")]


# Dates.


def test_dates_in_the_future_and_over_a_year_ago(draft: OrderDraft, check: Check, now: datetime) -> None:
    for moment, code in (
        (now, None),
        (now + timedelta(seconds=1), "date.future"),
        (now - timedelta(days=365), None),
        (now - timedelta(days=365, seconds=1), "date.old"),
    ):
        draft.fields["date"] = moment.isoformat()
        assert found(check(draft)) == ([("date", "warning", code)] if code else []), moment


def test_a_date_without_offset_is_in_the_workspaces_time_zone(draft: OrderDraft, check: Check) -> None:
    draft.fields["date"] = "2026-11-20 09:30"
    for zone, offset in (("Europe/Kyiv", 2), ("America/New_York", -5)):
        order = check(draft, timezone=zone).order
        assert order is not None
        assert order.date.utcoffset() == timedelta(hours=offset)


# The total (yespo-api.md 1.5).


def test_a_cent_of_rounding_is_no_mismatch(draft: OrderDraft, check: Check) -> None:
    draft.fields |= {"shipping": "0.50", "discount": "100", "taxes": "10.01"}
    draft.items = [{**draft.items[0], "quantity": "3", "cost": "33.33"}, {**draft.items[0], "cost": "1000"}]
    for total, ok in (
        ("1010.49", True),
        ("1010.51", True),
        ("1010.50", True),
        ("1010.52", False),
        ("1010.48", False),
    ):
        draft.fields["totalCost"] = total
        assert (check(draft).findings == ()) is ok, total


def test_a_wrong_total_names_both_amounts(draft: OrderDraft, check: Check) -> None:
    draft.fields["totalCost"] = "1500"
    (finding,) = check(draft).findings
    assert (finding.field, finding.severity, finding.code) == (
        "totalCost",
        Severity.WARNING,
        "total.mismatch",
    )
    assert finding.values == {"expected": "1000.00", "actual": "1500.00"}
    assert finding.message == "Items, shipping, discount and taxes come to 1000.00, but the total is 1500.00."


def test_the_setting_decides_between_unit_and_line_prices(draft: OrderDraft, check: Check) -> None:
    draft.items[0]["quantity"] = "3"
    assert found(check(draft, cost_basis=CostBasis.LINE)) == []
    assert found(check(draft, cost_basis=CostBasis.UNIT)) == [("totalCost", "warning", "total.mismatch_line")]
    draft.fields["totalCost"] = "2980"
    assert found(check(draft, cost_basis=CostBasis.UNIT)) == []
    assert found(check(draft, cost_basis=CostBasis.LINE)) == [("totalCost", "warning", "total.mismatch_unit")]


def test_the_total_is_not_judged_where_a_part_is_unknown(draft: OrderDraft, check: Check) -> None:
    draft.fields["totalCost"] = "5"
    del draft.items[0]["cost"]
    assert found(check(draft, rule_set=RuleSet.MINIMUM)) == []
    draft.items = []
    assert found(check(draft, rule_set=RuleSet.MINIMUM)) == []


# Additional info.


def test_additional_info_needs_names(draft: OrderDraft, check: Check) -> None:
    draft.additional_info = {" comment ": " leave at the door ", "empty": " ", "": ""}
    order = check(draft).order
    assert order is not None
    assert order.additional_info == {"comment": "leave at the door"}
    draft.additional_info = {" ": "nameless"}
    assert found(check(draft)) == [("additionalInfo", "error", "info.name_missing")]
    draft.additional_info = {"comment": "one", "comment ": "two"}
    assert found(check(draft)) == [("additionalInfo", "error", "info.name_twice")]


def test_findings_stand_in_the_order_of_the_form(draft: OrderDraft, check: Check) -> None:
    draft.fields = {"phone": "x", "taxes": "x", "date": "x", "email": "x", "totalCost": "1"}
    draft.items = [{"imageUrl": "x"}, {"quantity": "x", "externalItemId": "1"}]
    draft.additional_info = {"": "x"}
    assert [finding.field for finding in check(draft).findings] == [
        "externalOrderId",
        "status",
        "date",
        "currency",
        "externalCustomerId",
        "email",
        "email",
        "phone",
        "taxes",
        "additionalInfo",
        *(f"items[0].{name}" for name in ("externalItemId", "name", "quantity", "cost", "url", "imageUrl")),
        *(f"items[1].{name}" for name in ("name", "quantity", "cost", "url", "imageUrl")),
    ]


def test_a_total_whose_prices_contain_the_taxes_is_right(draft: OrderDraft, check: Check) -> None:
    draft.fields.update(totalCost="1000", taxes="166.67")
    assert found(check(draft)) == []
    draft.fields["totalCost"] = "1166.67"
    assert found(check(draft)) == []
    draft.fields["totalCost"] = "1100"
    assert found(check(draft)) == [("totalCost", "warning", "total.mismatch")]
