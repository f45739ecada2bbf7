"""Orders that are checked a column at a time are the very orders that are checked one by one."""

from __future__ import annotations

import csv
import io
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from ordermanager.domain.checks.rules import CheckRules, CostBasis, RuleSet
from ordermanager.domain.fields import ITEM_FIELD
from ordermanager.importing.errors import ReadError
from ordermanager.importing.prepare import prepare
from ordermanager.importing.reading.source import Source
from ordermanager.importing.run import grouped
from ordermanager.services.imports import sources as import_sources
from ordermanager.services.imports.sources import one_by_one, ready_blocks
from ordermanager.services.orders import quick_orders
from ordermanager.services.orders.quick_orders import QuickOrders

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordermanager.importing.grouping.grouping import Open
    from ordermanager.importing.plan import Plan
    from ordermanager.services.orders.order_block import OrderBlock
    from ordermanager.services.orders.ready_orders import ReadyOrder

NOW = datetime(2026, 11, 28, 12, 0, tzinfo=UTC)
BLANKS = ("", "", " ", "\t")
TEXTS: dict[str, tuple[str, ...]] = {
    "externalOrderId": ("A-1", "A-2", "A-3", "1001", "1002.0", "'77", '="08"', "#5", "№ 6", "A 7", "Total", "", "x",
                        "1.23E+11"),
    "externalCustomerId": ("C-1", "C-2", "'0042", "c 3", "3,80671E+11", *BLANKS),
    "totalCost": ("100.00", "60.50", "60.5", "1 234,50", "1,234", "0", "-5", "1.234", "10 грн", "$ 7", "1.234 €", "x",
                  *BLANKS),
    "status": ("DELIVERED", "delivered", "In progress", "paid", "Відправлено", "ABANDONED_SHOPPING_CART", "?", *BLANKS),
    "date": (
        "2026-11-20T10:00:00+02:00", "2026-11-20 10:00", "2026-11-20T10:00:00Z", "2020-01-02T03:04:05Z",
        "2031-01-01T00:00:00Z", "20.11.2026", "11/20/2026", "03/04/2026", "46000", "30.02.2025", "yesterday", *BLANKS,
    ),
    "email": ("a@example.com", "A.B@Example.com", "a@gmial.com", "a@example,com", "mailto:b@example.com", "@", "-",
              *BLANKS),
    "phone": ("380671234567", "+38 (067) 123-45-67", "0671234567", "380671234567.0", "1", "+48601123456", "немає",
              *BLANKS),
    "firstName": ("Olena", "Олена", "O'Neil", "'=cmd", 'A "B"', "back\\slash", "Ünï", " Eve ", "100%", "\x7f", *BLANKS),
    "lastName": ("Shevchenko", "ШЕВЧЕНКО", "Σίσυφος", "%s", "😀", *BLANKS),
    "currency": ("UAH", "uah", "грн", "$", "€", "XXX", "UA H", *BLANKS),
    "shipping": ("10.50", "0", "0.00", "-1", "free", *BLANKS),
    "discount": ("5", "-5", "1,234.5", *BLANKS),
    "taxes": ("1.1", "7 %", *BLANKS),
    "deliveryAddress": ("Kyiv, Khreshchatyk 1", "вул. Сумська, 5", "'-line", *BLANKS),
    "source": ("Online", "offline", "instagram", *BLANKS),
    "restoreUrl": ("https://shop.example/r/1", "shop.example", "javascript:1", *BLANKS),
    "items.externalItemId": ("SKU-1", "SKU-2", "'007", "12.0", "4.8E+12", "", " "),
    "items.name": ("Tea", "Чай", "'+tea", "Tea, green", "", " "),
    "items.quantity": ("1", "2", "2.0", "1,5", "0", "x", "", " "),
    "items.cost": ("25.00", "10.5", "1,234", "-3", "", " "),
    "items.url": ("https://shop.example/p/1", "shop.example/p", "ftp://x", "", " "),
    "items.imageUrl": ("https://shop.example/p/1.png", "", " "),
}  # fmt: skip


ANYTHING = st.text(st.characters(codec="utf-8", exclude_characters="\0\r\n"), max_size=12)
INFO = {
    "additionalInfo.comment": (
        "ring twice",
        "Тільки ввечері",
        "'=1",
        'say "hi"',
        " two  blanks ",
        "100%",
        *BLANKS,
    ),
    "additionalInfo.utm_source": ("google", "Σίσυφος", "", ""),
    "additionalInfo.%s": ("1", "", " "),
}
TEXTS.update(INFO)


def cell(texts: tuple[str, ...], *, blank: bool) -> st.SearchStrategy[str]:
    """One of these texts, or any other; those that are blank, but not empty, only where they are wanted."""
    usual = [text for text in texts if blank or not text.isspace()]
    return st.one_of(*[st.sampled_from(usual)] * 4, ANYTHING)


@st.composite
def tables(draw: st.DrawFn) -> str:
    """A CSV file whose orders have one to three rows, which mostly agree."""
    others = [name for name in TEXTS if name != "externalOrderId"]
    header = ["externalOrderId", *draw(st.lists(st.sampled_from(others), unique=True, min_size=3))]
    of_items = {place for place, name in enumerate(header) if name.startswith("items.")}
    blank = draw(st.booleans())
    return draw(files(header, [cell(TEXTS[name], blank=blank) for name in header], of_items))


@st.composite
def files(
    draw: st.DrawFn, header: list[str], cells: list[st.SearchStrategy[str]], of_items: set[int], key: int = 0
) -> str:
    """A CSV file with this header, cells for each column, and the columns that may differ in an order's rows."""
    rows: list[list[str]] = []
    for _ in range(draw(st.integers(1, 6))):
        first = [draw(each) for each in cells]
        rows.append(first)
        for _ in range(draw(st.integers(0, 2))):
            kind = draw(st.sampled_from(("same", "same", "blank", "other", "empty")))
            if kind == "empty":
                rows.append([""] * len(header))
                continue
            row = []
            for place, text in enumerate(first):
                if place in of_items or (kind == "other" and draw(st.booleans())):
                    row.append(draw(cells[place]))
                else:
                    row.append(text if kind != "blank" or place == key else "")
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
CONSTANTS: st.SearchStrategy[dict[str, str]] = st.sampled_from(
    (
        {},
        {},
        {"currency": "UAH"},
        {"status": "DELIVERED", "date": "2026-11-01", "additionalInfo.shop": "'=Main"},
        {"externalCustomerId": "{email|phone}", "firstName": "{firstName} {externalOrderId}"},
        {"url": "https://shop.example/p/{externalItemId|name}", "imageUrl": "https://shop.example/p.png"},
        {"totalCost": "{items}", "quantity": "1"},
        {"totalCost": "25", "shipping": "'5", "discount": "-1", "status": "CANCELLED"},
    )
)
DEFAULTS: st.SearchStrategy[dict[str, str]] = st.sampled_from(
    (
        {},
        {},
        {"source": "Online", "additionalInfo.shop": "Main"},
        {"externalCustomerId": "{email|phone}", "url": "https://shop.example/p/{name}"},
        {"phone": "{externalCustomerId}", "cost": "{name}", "lastName": "{status}"},
        {"category": "{externalOrderId}"},
    )
)


def plan_of(
    text: str, constants: dict[str, str], zone: str = "", defaults: dict[str, str] | None = None
) -> Plan:
    """As it is recognised; as a file, so that apostrophes of our own export are taken off."""
    plan = prepare(Source.from_text(text, "orders.csv"), constants=constants)
    plan.mapping.timezone = zone
    plan.mapping.defaults.update(defaults or {})
    return plan


def one_after_another(plan: Plan, rules: CheckRules) -> list[ReadyOrder]:
    found = grouped(plan, lambda grouper: lambda rows: one_by_one(plan, grouper.orders(rows), rules, NOW))
    with closing(found):  # type: ignore[type-var]
        return [order for block in found for order in block.orders()]


def at_once(plan: Plan, rules: CheckRules) -> list[ReadyOrder]:
    with ready_blocks(plan, rules, NOW) as found:
        return [order for block in found for order in block.orders()]


def check_same(usual: Plan, quick: Plan, rules: CheckRules, size: int) -> None:
    """Both ways give the same orders, and the same account of what was met."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(quick_orders, "AT_ONCE", size)
        found = at_once(quick, rules)
    expected = one_after_another(usual, rules)
    for one, other in zip(expected, found, strict=True):
        assert one == other
        assert [type(value) for value in one.summary] == [type(value) for value in other.summary]
    assert usual.counts == quick.counts


ONE_BLANK = "externalOrderId,email,additionalInfo.x\nA-1,a@example.com, \nA-2,b@example.com,y\n"
ZONES = st.sampled_from(("", "America/New_York"))
SIZES = st.integers(1, 4)
SETTINGS = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


@settings(SETTINGS, max_examples=400)
@example(ONE_BLANK, CheckRules(), {}, {}, "", 2)
@given(tables(), RULES, CONSTANTS, DEFAULTS, ZONES, SIZES)
def test_a_column_at_a_time_is_the_same_as_one_by_one(
    text: str, rules: CheckRules, constants: dict[str, str], defaults: dict[str, str], zone: str, size: int
) -> None:
    try:
        usual = plan_of(text, constants, zone, defaults)
    except ReadError:  # no order at all
        return
    if usual.problem is None:
        check_same(usual, plan_of(text, constants, zone, defaults), rules, size)


HEADERS = {
    path.stem: path.read_text("utf-8").strip()
    for path in sorted((Path(__file__).parents[2] / "importing" / "headers").iterdir())
}
"""The header line of each shop's export."""
PRODUCTS = (
    "2× Tea, 1× Mug",
    "Tea",
    "1 x Tea, green (SKU: T-1)",
    '[{"name": "Tea", "cost": 5}, {}]',
    "'=1",
    *BLANKS,
)
AMOUNTS = ("10.00", "$10.00", "-1.50", "1,234.50", "(2.00)", "x", "", " ", "0")
WORDS = (
    "fulfilled", "refunded", "paid", "Shipped", "Cancelled", "cancelled", "Pending", "completed", "?", "true", *BLANKS,
)  # fmt: skip


def header_of(name: str) -> list[str]:
    """The titles of a layout's file."""
    return next(csv.reader([HEADERS[name]], delimiter=max("\t;,", key=HEADERS[name].count)))


def strategies(name: str, *, blank: bool) -> tuple[list[st.SearchStrategy[str]], set[int], int]:
    """What stands in the columns of a layout's file, which columns are items', and which is the order's number."""
    header = header_of(name)
    plan = plan_of(",".join(f'"{title}"' for title in header) + f"\nx{',' * len(header)}\n", {})
    mapping = plan.mapping
    pools: dict[int, tuple[str, ...]] = {}
    of_items = set()
    for block in (mapping.fields, *mapping.item_blocks):
        for field, source in block.items():
            texts = (
                TEXTS.get(field) or TEXTS.get(f"items.{field}") or (PRODUCTS if field == "items" else AMOUNTS)
            )
            is_amount = field in ("totalCost", "shipping", "discount", "taxes")
            for column in (*source.columns, *source.minus):
                pools.setdefault(column, texts + AMOUNTS if is_amount else texts)
                if field in ITEM_FIELD:
                    of_items.add(column)
    for rule in mapping.status_rules:
        if rule.column in header:
            pools.setdefault(header.index(rule.column), (*WORDS, *rule.words, *rule.words))
    for column, words in mapping.skip_items.items():
        pools[column] = (*words, "Shipped", "Pending", "")
    of_items |= set(range(len(header))) - pools.keys()
    cells = [cell(pools.get(place, ("x", "", "7")), blank=blank) for place in range(len(header))]
    return cells, of_items, mapping.fields["externalOrderId"].columns[0]


@pytest.mark.parametrize("name", HEADERS)
@settings(SETTINGS, max_examples=25)
@given(st.data(), RULES, CONSTANTS, SIZES)
def test_each_layout_a_column_at_a_time_is_the_same_as_one_by_one(
    name: str, data: st.DataObject, rules: CheckRules, constants: dict[str, str], size: int
) -> None:
    text = data.draw(files(header_of(name), *strategies(name, blank=data.draw(st.booleans()))))
    try:
        usual = plan_of(text, constants)
    except ReadError:
        return
    if usual.problem is None:
        check_same(usual, plan_of(text, constants), rules, size)


ORDERS = "externalOrderId,date,email,totalCost"
ITEMS = "externalOrderId,items.name,items.quantity,items.cost"


def joined(orders: str, items: str, constants: dict[str, str]) -> Plan:
    return prepare(
        Source.from_text(orders, "orders.csv"),
        items=Source.from_text(items, "items.csv"),
        constants=constants,
    )


@settings(SETTINGS, max_examples=100)
@given(st.data(), RULES, CONSTANTS, SIZES)
def test_two_files_a_column_at_a_time_are_the_same_as_one_by_one(
    data: st.DataObject, rules: CheckRules, constants: dict[str, str], size: int
) -> None:
    orders, items = (
        data.draw(files(header, [cell(TEXTS[name], blank=False) for name in header], {1, 2, 3}))
        for header in (ORDERS.split(","), ITEMS.split(","))
    )
    try:
        usual = joined(orders, items, constants)
    except ReadError:
        return
    if usual.problem is None:
        check_same(usual, joined(orders, items, constants), rules, size)


def test_two_files_are_read_a_column_at_a_time(slow: list[object]) -> None:
    plan = joined(f"{ORDERS}\nA-1,2026-11-20,a@example.com,50\n", f"{ITEMS}\nA-1,Tea,2,25\nA-1,Mug,1,5\n", {})
    (order,) = at_once(plan, CheckRules())
    assert [item["name"] for item in order.draft.items] == ["Tea", "Mug"]
    assert not slow


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """The orders that are made one by one."""
    found: list[object] = []
    usual, one_of = QuickOrders._usual, import_sources.one_by_one

    def counted(self: QuickOrders, order: Open) -> ReadyOrder | None:
        found.append(order)
        return usual(self, order)

    def each(*given: Any) -> Iterator[OrderBlock]:
        for block in one_of(*given):
            found.append(block)
            yield block

    monkeypatch.setattr(QuickOrders, "_usual", counted)
    monkeypatch.setattr(import_sources, "one_by_one", each)
    return found


@pytest.mark.parametrize("name", HEADERS)
def test_each_layout_is_read_a_column_at_a_time(name: str, slow: list[object]) -> None:
    header = header_of(name)
    plan = plan_of(",".join(f'"{title}"' for title in header) + f"\nx{',' * len(header)}\n", {})
    key = plan.mapping.fields["externalOrderId"].columns[0]
    target = io.StringIO()
    rows = [
        [f"{number}-{number}" if place == key else "7" for place in range(len(header))] for number in range(3)
    ]
    csv.writer(target, lineterminator="\n").writerows([header, *rows, *rows[-1:]])
    assert len(at_once(plan_of(target.getvalue(), {}), CheckRules())) == 3
    assert not slow


def test_usual_tables_are_read_a_column_at_a_time(slow: list[object]) -> None:
    """Else the tests above would compare a thing with itself."""
    text = (
        "externalOrderId,status,date,totalCost,email,items.externalItemId,items.name,items.quantity,items.cost\n"
        "A-1,DELIVERED,2026-11-20T10:00:00+02:00,50,a@example.com,S,Tea,2,25\n"
        "A-2,paid,2026-11-20,50,a@example.com,S,Tea,2,25\n"
    )
    found = at_once(plan_of(text, {}), CheckRules())
    assert [order.external_id for order in found] == ["A-1", "A-2"]
    assert not slow
    assert found[0].summary[3] == "2026-11-20T08:00:00Z"
    assert {finding.code for finding in found[1].remarks} >= {"required", "currency.missing"}


@pytest.mark.parametrize(
    "constants",
    [
        {"externalCustomerId": "{email|phone}", "imageUrl": "https://shop.example/{Lineitem sku}.png"},
        {
            "url": "https://shop.example/p/{externalItemId}",
            "additionalInfo.shop": "Main",
            "totalCost": "{items}",
        },
    ],
    ids=["headers", "fields"],
)
def test_what_a_file_lacks_is_given_a_column_at_a_time(constants: dict[str, str], slow: list[object]) -> None:
    text = (
        "externalOrderId,date,email,Lineitem sku,items.name,items.quantity,items.cost\n"
        "A-1,2026-11-20T10:00:00+02:00,a@example.com,S,Tea,2,25\n"
        "A-1,2026-11-20T10:00:00+02:00,a@example.com,T,Mug,2,25\n"
    )
    (order,) = at_once(plan_of(text, constants), CheckRules())
    assert not slow
    assert (
        order.draft.items[1].get("imageUrl", order.draft.items[1].get("url", "")).endswith(("T.png", "p/T"))
    )


@pytest.mark.parametrize(
    ("header", "constants"),
    [
        ("additionalInfo", {}),
        ("additionalInfo.comment", {"additionalInfo.comment": "{email}"}),
        ("items.name", {"category": "{email}"}),
        ("items.name", {"category": "{firstName}"}),
    ],
)
def test_what_cannot_be_read_so_is_read_one_by_one(
    header: str, constants: dict[str, str], slow: list[object]
) -> None:
    """The other way still stands, and `slow` counts what goes it."""
    text = f"externalOrderId,email,{header}\nA-1,a@example.com,x\n"
    assert len(at_once(plan_of(text, constants), CheckRules())) == 1
    assert slow
