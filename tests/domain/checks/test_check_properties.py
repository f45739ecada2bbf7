"""What must hold for every draft that a file or a person can produce."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from ordermanager.domain.body import (
    draft_from_json,
    order_json,
    request_body,
)
from ordermanager.domain.checks.checks import check_draft
from ordermanager.domain.checks.finding_texts import FINDING_TEXTS
from ordermanager.domain.checks.findings import Severity
from ordermanager.domain.checks.rules import CheckRules, CostBasis, RuleSet
from ordermanager.domain.draft import OrderDraft
from ordermanager.domain.fields import ITEM_FIELDS, ORDER_FIELDS, Field, Kind
from ordermanager.domain.order import Order
from ordermanager.domain.statuses import Status
from ordermanager.domain.summary import summarise

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)

_words = st.text(min_size=1, max_size=20).filter(str.strip)
_GOOD: dict[Kind, st.SearchStrategy[str]] = {
    Kind.TEXT: _words,
    Kind.LONG_TEXT: _words,
    Kind.MONEY: st.from_regex(r"[0-9]{1,9}(\.[0-9]{1,4})?|[1-9] [0-9]{3},[0-9]{2}", fullmatch=True),
    Kind.QUANTITY: st.from_regex(r"[1-9][0-9]{0,3}(\.[0-9]{1,2})?", fullmatch=True),
    Kind.DATE: st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)).map(str),  # noqa: DTZ001
    Kind.STATUS: st.sampled_from([status.value for status in Status] + ["delivered"]),
    Kind.CURRENCY: st.sampled_from(["UAH", "usd", "XYZ"]),
    Kind.EMAIL: st.sampled_from(["mail@example.com", "A.B@Example.org", "mailto:x@gmial.com"]),
    Kind.PHONE: st.sampled_from(["0671234567", "+48 601 123 456", "380942583691"]),
    Kind.URL: st.sampled_from(["http://example.com/1", "shop.com", "https://магазин.укр/ї"]),
    Kind.SOURCE: st.sampled_from(["online", "pos"]),
}
_ANY = st.one_of(st.just(" "), _words, *_GOOD.values())


def _fields(
    fields: tuple[Field, ...], texts: dict[Kind, st.SearchStrategy[str]] | None
) -> st.SearchStrategy[dict[str, str]]:
    named = {f.name: texts[f.kind] if texts else _ANY for f in fields if f.kind is not Kind.PAIRS}
    if texts is None:
        return st.fixed_dictionaries({}, optional=named)
    required = {
        "externalOrderId",
        "totalCost",
        "status",
        "date",
        "currency",
        "email",
        "externalItemId",
        "quantity",
    }
    return st.fixed_dictionaries(
        {name: text for name, text in named.items() if name in required},
        optional={name: text for name, text in named.items() if name not in required},
    )


_pairs = st.dictionaries(_words.map(str.strip), _words, max_size=3)
any_draft = st.builds(
    OrderDraft, _fields(ORDER_FIELDS, None), st.lists(_fields(ITEM_FIELDS, None), max_size=3), _pairs
)
good_draft = st.builds(
    OrderDraft, _fields(ORDER_FIELDS, _GOOD), st.lists(_fields(ITEM_FIELDS, _GOOD), max_size=3), _pairs
)
any_rules = st.builds(
    CheckRules,
    st.sampled_from(RuleSet),
    st.sampled_from(["UA", "PL"]),
    st.just("Europe/Kyiv"),
    st.sampled_from(CostBasis),
)
MINIMUM = CheckRules(RuleSet.MINIMUM)


@given(st.one_of(any_draft, good_draft), any_rules)
@settings(max_examples=300)
def test_every_draft_is_checked_and_every_finding_has_a_sentence(
    draft: OrderDraft, rules: CheckRules
) -> None:
    before = draft.copy()
    checked = check_draft(draft, rules, NOW)
    assert draft == before
    assert (
        (checked.order is None)
        == any(f.severity is Severity.ERROR for f in checked.findings)
        == checked.has_errors
    )
    for finding in checked.findings:
        assert finding.code in FINDING_TEXTS
        assert "{" not in FINDING_TEXTS[finding.code].format_map(dict.fromkeys(finding.values, ""))
        assert finding.message
    summary = summarise(draft, checked, rules)
    assert summary.errors + summary.warnings <= len(checked.findings)
    assert bool(summary.first_finding) == bool(checked.findings)


@given(good_draft, any_rules)
@settings(max_examples=300)
def test_pydantic_accepts_whatever_the_checks_construct(draft: OrderDraft, rules: CheckRules) -> None:
    order = check_draft(draft, rules, NOW).order
    if order is not None:
        again = Order.model_validate(order.model_dump(by_alias=True))
        assert again == order
        assert again.model_fields_set >= order.model_fields_set
        assert order.model_copy() == order


@given(good_draft)
@settings(max_examples=300)
def test_json_goes_out_and_comes_back_digit_by_digit(draft: OrderDraft) -> None:
    checked = check_draft(draft, MINIMUM, NOW)
    assert checked.order is not None, [f.code for f in checked.findings]
    text = order_json(checked.order)
    body = request_body([text.encode(), text.encode()])
    exact = json.loads(body, parse_float=Decimal, parse_int=Decimal)["orders"][1]
    assert str(exact["totalCost"]) == str(checked.order.total_cost)
    for sent, item in zip(exact.get("items", []), checked.order.items or (), strict=True):
        assert str(sent["quantity"]) == str(item.quantity)
        assert str(sent.get("cost")) == str(item.cost)

    value = json.loads(body, parse_float=str, parse_int=str)["orders"][0]
    read, unknown = draft_from_json(value)
    assert unknown == ()
    again = check_draft(read, MINIMUM, NOW).order
    assert again is not None
    assert order_json(again) == text


@given(any_draft, any_rules)
def test_a_proposal_removes_the_error_it_was_made_for(draft: OrderDraft, rules: CheckRules) -> None:
    for finding in check_draft(draft, rules, NOW).findings:
        if finding.proposal is None or finding.field.startswith("items"):
            continue
        draft.fields[finding.field] = finding.proposal
        after = check_draft(draft, rules, NOW)
        assert (finding.field, finding.code) not in [(f.field, f.code) for f in after.findings]
