"""Orders that are checked a column at a time are the very orders that are checked one by one."""

from __future__ import annotations

import csv
import io
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ordermanager.domain.rules import CheckRules, CostBasis, RuleSet
from ordermanager.importing.errors import ReadError
from ordermanager.importing.run import grouped, prepare
from ordermanager.importing.source import Source
from ordermanager.services import quick_orders
from ordermanager.services.import_sources import one_by_one, ready_orders
from ordermanager.services.quick_orders import QuickOrders

if TYPE_CHECKING:
    from ordermanager.importing.plan import Plan
    from ordermanager.services.ready_orders import ReadyOrder

NOW = datetime(2026, 11, 28, 12, 0, tzinfo=UTC)
BLANKS = ("", "", " ", "\t")
TEXTS: dict[str, tuple[str, ...]] = {
    "externalOrderId": ("A-1", "A-2", "A-3", "1001", "1002.0", "'77", '="08"', "#5", "№ 6", "A 7", "Total", "", "x"),
    "externalCustomerId": ("C-1", "C-2", "'0042", "c 3", *BLANKS),
    "totalCost": ("100.00", "60.50", "60.5", "1 234,50", "1,234", "0", "-5", "1.234", "10 грн", "x", *BLANKS),
    "status": ("DELIVERED", "delivered", "In progress", "paid", "Відправлено", "ABANDONED_SHOPPING_CART", "?", *BLANKS),
    "date": (
        "2026-11-20T10:00:00+02:00", "2026-11-20 10:00", "2026-11-20T10:00:00Z", "2020-01-02T03:04:05Z",
        "2031-01-01T00:00:00Z", "20.11.2026", "11/20/2026", "03/04/2026", "46000", "30.02.2025", "yesterday", *BLANKS,
    ),
    "email": ("a@example.com", "A.B@Example.com", "a@gmial.com", "a@example,com", "mailto:b@example.com", "@", *BLANKS),
    "phone": ("380671234567", "+38 (067) 123-45-67", "0671234567", "380671234567.0", "1", "+48601123456", *BLANKS),
    "firstName": ("Olena", "Олена", "O'Neil", "'=cmd", 'A "B"', "back\\slash", "Ünï", " Eve ", "100%", "\x7f", *BLANKS),
    "lastName": ("Shevchenko", "ШЕВЧЕНКО", "Σίσυφος", "%s", "😀", *BLANKS),
    "currency": ("UAH", "uah", "грн", "$", "€", "XXX", "UA H", *BLANKS),
    "shipping": ("10.50", "0", "0.00", "-1", "free", *BLANKS),
    "discount": ("5", "-5", "1,234.5", *BLANKS),
    "taxes": ("1.1", "7 %", *BLANKS),
    "deliveryAddress": ("Kyiv, Khreshchatyk 1", "вул. Сумська, 5", "'-line", *BLANKS),
    "source": ("Online", "offline", "instagram", *BLANKS),
    "restoreUrl": ("https://shop.example/r/1", "shop.example", "javascript:1", *BLANKS),
    "items.externalItemId": ("SKU-1", "SKU-2", "'007", "12.0", "", " "),
    "items.name": ("Tea", "Чай", "'+tea", "Tea, green", "", " "),
    "items.quantity": ("1", "2", "2.0", "1,5", "0", "x", "", " "),
    "items.cost": ("25.00", "10.5", "1,234", "-3", "", " "),
    "items.url": ("https://shop.example/p/1", "shop.example/p", "ftp://x", "", " "),
    "items.imageUrl": ("https://shop.example/p/1.png", "", " "),
}  # fmt: skip


ANYTHING = st.text(st.characters(codec="utf-8", exclude_characters="\0\r\n"), max_size=12)
CELLS = {name: st.one_of(*[st.sampled_from(texts)] * 4, ANYTHING) for name, texts in TEXTS.items()}


@st.composite
def tables(draw: st.DrawFn) -> str:
    """A CSV file whose orders have one to three rows, which mostly agree."""
    others = [name for name in TEXTS if name != "externalOrderId"]
    header = ["externalOrderId", *draw(st.lists(st.sampled_from(others), unique=True, min_size=3))]
    rows: list[list[str]] = []
    for _ in range(draw(st.integers(1, 6))):
        first = [draw(CELLS[name]) for name in header]
        rows.append(first)
        for _ in range(draw(st.integers(0, 2))):
            kind = draw(st.sampled_from(("same", "same", "blank", "other", "empty")))
            if kind == "empty":
                rows.append([""] * len(header))
                continue
            row = []
            for name, text in zip(header, first, strict=True):
                if name.startswith("items.") or (kind == "other" and draw(st.booleans())):
                    row.append(draw(CELLS[name]))
                else:
                    row.append(text if kind != "blank" or name == "externalOrderId" else "")
            rows.append(row)
    if draw(st.booleans()):
        rows.append(["83", "record(s) downloaded", *[""] * (len(header) - 2)])
    target = io.StringIO()
    csv.writer(target, lineterminator="\n").writerows([header, *rows])
    return target.getvalue()


RULES = st.builds(
    CheckRules,
    rule_set=st.sampled_from(RuleSet),
    region=st.sampled_from(("UA", "PL")),
    timezone=st.sampled_from(("Europe/Kyiv", "UTC")),
    cost_basis=st.sampled_from(CostBasis),
)
CONSTANTS = st.sampled_from(({}, {}, {"currency": "UAH"}, {"status": "DELIVERED", "date": "2026-11-01"}))


def plan_of(text: str, constants: dict[str, str], zone: str = "") -> Plan:
    """As it is recognised; as a file, so that apostrophes of our own export are taken off."""
    plan = prepare(Source.from_text(text, "orders.csv"), constants=constants)
    plan.mapping.timezone = zone
    return plan


def one_after_another(plan: Plan, rules: CheckRules) -> list[ReadyOrder]:
    found = grouped(plan, lambda grouper: lambda rows: one_by_one(plan, grouper.orders(rows), rules, NOW))
    with closing(found):  # type: ignore[type-var]
        return list(found)


def at_once(plan: Plan, rules: CheckRules) -> list[ReadyOrder]:
    with ready_orders(plan, rules, NOW) as found:
        return list(found)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(tables(), RULES, CONSTANTS, st.sampled_from(("", "America/New_York")), st.integers(1, 4))
def test_a_column_at_a_time_is_the_same_as_one_by_one(
    text: str, rules: CheckRules, constants: dict[str, str], zone: str, size: int
) -> None:
    try:
        usual = plan_of(text, constants, zone)
    except ReadError:  # no order at all
        return
    if usual.problem is not None:
        return
    quick = plan_of(text, constants, zone)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(quick_orders, "AT_ONCE", size)
        found = at_once(quick, rules)
    expected = one_after_another(usual, rules)
    for one, other in zip(expected, found, strict=True):
        assert one == other
        assert [type(value) for value in one.summary] == [type(value) for value in other.summary]
    assert usual.counts == quick.counts


def test_usual_tables_are_read_a_column_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else the test above would compare a thing with itself."""
    text = (
        "externalOrderId,status,date,totalCost,email,items.externalItemId,items.name,items.quantity,items.cost\n"
        "A-1,DELIVERED,2026-11-20T10:00:00+02:00,50,a@example.com,S,Tea,2,25\n"
        "A-2,paid,2026-11-20,50,a@example.com,S,Tea,2,25\n"
    )
    slow: list[object] = []
    usual = QuickOrders._usual
    monkeypatch.setattr(
        QuickOrders, "_usual", lambda self, order: (slow.append(order), usual(self, order))[1]
    )
    found = at_once(plan_of(text, {}), CheckRules())
    assert [order.external_id for order in found] == ["A-1", "A-2"]
    assert not slow
    assert found[0].summary[3] == "2026-11-20T08:00:00Z"
    assert {finding.code for finding in found[1].remarks} >= {"required", "currency.missing"}
