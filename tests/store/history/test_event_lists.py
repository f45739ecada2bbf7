"""Every filter and sort of the history, against the same asked of all lines in plain Python; and many hits at once."""

from __future__ import annotations

import itertools

import pytest

from ordermanager.domain.sentences import WrongUse
from ordermanager.domain.states import State
from ordermanager.domain.statuses import Status
from ordermanager.store.database.encoding import encode_sentence
from ordermanager.store.database.text_keys import order_key
from ordermanager.store.history import first_lines
from ordermanager.store.history import lists as event_lists
from ordermanager.store.history import search as event_search
from ordermanager.store.history.filters import of_person
from ordermanager.store.history.query import EventFilters, EventQuery
from ordermanager.store.history.records import EventRow
from ordermanager.store.history.sorts import EVENT_SORTS
from ordermanager.store.records import AccountRecord

STATES = (State.ACCEPTED, State.REJECTED, State.UNCONFIRMED)
NAMES = ("Олена Коваль", "Ivan Ivanenko", "Anna Bondar")
NUMBERS = range(1, 25)


@pytest.fixture
def busy(shop):
    """24 orders in 6 runs with every outcome and status, some without an e-mail, two later changed, one twice sent."""
    for number in NUMBERS:
        shop.queued(
            f"{'AB'[number % 2]}-{number}",
            list(Status)[number % 5],
            email="" if number % 4 == 0 else f"p{number % 7}@Shop.example",
            externalCustomerId="" if number % 3 else f"C{number % 5}",
            phone=f"38067000{number:04}",
            lastName=NAMES[number % 3],
            search=f"067000{number:04}",
        )
        if number % 4 == 0:
            shop.send_all(STATES[number // 4 % 3])
    shop.workspace.batches.resolve([6], "accepted", shop.tick())
    changed = shop.order("A-2", order_id=2, email="new@shop.example", phone="380509999999")
    shop.queue(changed)
    shop.send_all()
    return shop


def all_rows(shop) -> list[EventRow]:
    events = shop.workspace.events
    return events.rows(events.ids(EventQuery()))


def found(shop, **query) -> list[int]:
    return list(shop.workspace.events.ids(EventQuery(**query)))


FILTERS = {
    "kind": (EventFilters(kinds=frozenset({"rejected"})), lambda row: row.kind == "rejected"),
    "kinds": (
        EventFilters(kinds=frozenset({"assumed", "unconfirmed", "accepted"})),
        lambda row: row.kind != "rejected",
    ),
    "status": (EventFilters(statuses=frozenset({"DELIVERED"})), lambda row: row.status == "DELIVERED"),
    "statuses": (
        EventFilters(statuses=frozenset({"DELIVERED", "CANCELLED"})),
        lambda row: row.status in ("DELIVERED", "CANCELLED"),
    ),
    "account": (EventFilters(account="Main"), lambda row: row.account_name == "Main"),
    "no account": (EventFilters(account="Other"), lambda row: False),
    "batch": (EventFilters(batch_id=2), lambda row: row.batch_id == 2),
    "run": (EventFilters(run_id=3), lambda row: row.run_id == 3),
    "begin": (EventFilters(begin="2026-11-23T12:00:30"), lambda row: row.at >= "2026-11-23T12:00:30"),
    "end": (EventFilters(end="2026-11-23T12:00:30"), lambda row: row.at < "2026-11-23T12:00:30"),
    "two": (
        EventFilters(kinds=frozenset({"rejected"}), statuses=frozenset({"DELIVERED"})),
        lambda row: row.kind == "rejected" and row.status == "DELIVERED",
    ),
    "key": (EventFilters(event_key="A-2"), lambda row: row.event_key == "A-2"),
    "key contains": (EventFilters(texts=(("event_key", "b-1"),)), lambda row: "B-1" in row.event_key),
    "contact contains": (
        EventFilters(texts=(("contact", "P3@"),)),
        lambda row: "p3@" in row.email.lower() + row.external_customer_id + row.phone,
    ),
    "phone contains": (
        EventFilters(texts=(("phone", "+38 067 000 001"),)),
        lambda row: "38067000001" in row.phone,
    ),
    "contact contains a phone": (
        EventFilters(texts=(("contact", "(067) 000-0012"),)),
        lambda row: "0670000012" in row.phone,
    ),
    "contact contains digits": (
        EventFilters(texts=(("contact", "3"),)),
        lambda row: "3" in row.email + row.external_customer_id + row.phone,
    ),
    "two columns": (
        EventFilters(texts=(("phone", "000001"), ("external_customer_id", "c"))),
        lambda row: "000001" in row.phone and row.external_customer_id,
    ),
    "person": (
        EventFilters(person=("C1", "P3@shop.EXAMPLE", "380670000007")),
        lambda row: (
            row.external_customer_id == "C1"
            or row.email.lower() == "p3@shop.example"
            or row.phone == "380670000007"
        ),
    ),
    "person without ID": (
        EventFilters(person=("", "p3@shop.example", "")),
        lambda row: row.email.lower() == "p3@shop.example",
    ),
    "person and kind": (
        EventFilters(person=("", "p3@shop.example", ""), kinds=frozenset({"accepted"})),
        lambda row: row.email.lower() == "p3@shop.example" and row.kind == "accepted",
    ),
    "run and kind": (
        EventFilters(run_id=2, kinds=frozenset({"assumed", "unconfirmed"})),
        lambda row: row.run_id == 2 and row.kind in ("assumed", "unconfirmed"),
    ),
}


@pytest.mark.parametrize("few", [20_000, 0])
@pytest.mark.parametrize("name", FILTERS)
def test_a_filter_lets_through_what_it_says(busy, name, few, monkeypatch):
    monkeypatch.setattr(first_lines, "FEW", few)
    filters, passes = FILTERS[name]
    wanted = [row.id for row in all_rows(busy) if passes(row)]
    assert found(busy, filters=filters) == wanted
    assert found(busy, filters=filters, limit=2) == wanted[:2]
    assert found(busy, filters=filters, descending=False) == wanted[::-1]
    assert sorted(found(busy, filters=filters, sort="name")) == sorted(wanted)


def test_filters_are_not_all_alike(busy):
    counts = {name: len(found(busy, filters=filters)) for name, (filters, _) in FILTERS.items()}
    assert [name for name, count in counts.items() if not count] == ["no account"]
    assert {row.kind for row in all_rows(busy)} == {"accepted", "assumed", "rejected", "unconfirmed"}
    assert len(all_rows(busy)) == len(NUMBERS) + 1


_KEYS = {
    "at": lambda row: row.at,
    "event_key": lambda row: order_key(row.event_key),
    "kind": lambda row: row.kind,
    "name": lambda row: row.name,
    "account": lambda row: row.account_name.lower(),
    "email": lambda row: row.email.lower(),
    "phone": lambda row: row.phone,
    "external_customer_id": lambda row: row.external_customer_id,
    "batch": lambda row: row.batch_id,
    "revision": lambda row: row.revision_number,
    "reason": lambda row: encode_sentence(row.reason),
}
_LAST = {
    "email": "email",
    "phone": "phone",
    "external_customer_id": "external_customer_id",
    "reason": "reason",
}
"""Sorts that have lines without a value at their end, in both directions."""


@pytest.mark.parametrize("few", [20_000, 0])
@pytest.mark.parametrize("part", ["ЗАМ", "зам", "Зам-1", "аМ-"])
def test_a_part_of_a_key_in_other_letters(shop, part, few, monkeypatch):
    monkeypatch.setattr(first_lines, "FEW", few)
    for key in ("ЗАМ-12", "Зам-1", "АМ1", "zam-1"):
        shop.queued(key)
    shop.send_all()
    rows = shop.workspace.events.rows(found(shop, filters=EventFilters(texts=(("event_key", part),))))
    assert {row.event_key for row in rows} == {"ЗАМ-12", "Зам-1"}


@pytest.mark.parametrize("descending", [True, False])
@pytest.mark.parametrize("sort", EVENT_SORTS)
def test_every_sort_is_the_same_by_index_and_by_hand(busy, sort, descending, monkeypatch):
    walked = found(busy, sort=sort, descending=descending)
    rows = busy.workspace.events.rows(walked)
    has = [bool(getattr(row, _LAST[sort])) for row in rows] if sort in _LAST else [True] * len(rows)
    assert has == sorted(has, reverse=True)
    keys = [_KEYS[sort](row) for row, there in zip(rows, has, strict=True) if there]
    assert keys == sorted(keys, reverse=descending)
    assert len(walked) == len(set(walked)) == len(NUMBERS) + 1
    fetched = [each for run in range(1, 8) for each in found(busy, filters=EventFilters(run_id=run))]
    assert sorted(fetched) == sorted(walked)
    for run in range(1, 8):  # few lines are sorted by hand, and must come as the index has them
        by_hand = found(busy, sort=sort, descending=descending, filters=EventFilters(run_id=run))
        assert by_hand == [each for each in walked if each in set(by_hand)]
    for limit in (1, 5, len(walked)):
        assert found(busy, sort=sort, descending=descending, limit=limit) == walked[:limit]


@pytest.mark.parametrize("few", [20_000, 0])
def test_by_key_ten_stands_behind_nine_and_deleted_orders_in_their_place(shop, few, monkeypatch):
    monkeypatch.setattr(first_lines, "FEW", few)
    for number in (10, 9, 100, 1, 2):
        shop.queued(f"#{number}")
    shop.send_all()
    gone = shop.workspace.orders.find_by_external_id(("#9",))["#9"]
    assert shop.workspace.orders.delete([gone.id], now=shop.tick()) == 1

    def keys(**query) -> list[str]:
        rows = shop.workspace.events.rows(found(shop, sort="event_key", **query))
        return [row.event_key for row in rows]

    assert keys(descending=False) == ["#1", "#2", "#9", "#10", "#100"]
    assert keys(descending=True) == ["#100", "#10", "#9", "#2", "#1"]
    assert keys(descending=False, filters=EventFilters(batch_id=1)) == ["#1", "#2", "#9", "#10", "#100"]
    assert keys(descending=False, limit=3) == ["#1", "#2", "#9"]
    assert keys(descending=False, filters=EventFilters(kinds=frozenset({"rejected"}))) == []


@pytest.mark.parametrize("person", [("C1", "", ""), ("", "p3@shop.example", ""), ("", "", "380670000007")])
def test_a_person_is_looked_up_in_an_index(busy, person):
    """At a million lines that is a moment; to read all of them is a tenth of a second."""
    database = busy.workspace.reader()
    for sql, values in of_person(person):
        plan = " ".join(row[3] for row in database.all(f"EXPLAIN QUERY PLAN {sql}", values))
        assert "SEARCH revision_bodies USING" in plan


@pytest.mark.parametrize(
    ("sort", "filters"),
    [
        ("kind", EventFilters(kinds=frozenset({"rejected"}))),
        ("name", EventFilters(statuses=frozenset({"DELIVERED"}))),
        ("account", EventFilters(account="Main")),
    ],
)
def test_no_group_is_looked_through_that_the_filter_leaves_out(busy, sort, filters):
    """In vain it would be: a million lines of the other account before the first of this."""
    busy.workspace.accounts.add(AccountRecord("Another", "https://example.invalid/api"), busy.tick())
    asked: list[str] = []
    connection = busy.workspace.reader().connection
    connection.exec_trace = lambda cursor, sql, bindings: asked.append(sql) or True
    try:
        assert found(busy, sort=sort, filters=filters)
    finally:
        connection.exec_trace = None
    assert len([sql for sql in asked if "FROM events" in sql]) == 1


def test_an_unknown_sort_is_refused(busy):
    with pytest.raises(WrongUse, match="colour"):
        found(busy, sort="colour")


SEARCHES = (
    "A-2", "B-1", "a-24", "коваль", "bondar", "p3@", "P3@shop", "new@shop.example", "p2@shop.example", "shop",
    "38067", "0670000003", "+38 (067) 000-00-03", "380509999999", "b", "x", "anna 0670000002", "nobody",
)  # fmt: skip


WAYS = {"one by one": (10_000, 0), "a few, then all": (2, 3), "all at once": (1, 0)}
"""How many lines are looked at one by one before all that match are sought."""


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("text", SEARCHES)
def test_many_hits_are_found_as_few_are(busy, text, way, monkeypatch):
    """The way for words that half of all orders have, forced on a small history, finds the same lines in the order of
    every sort, with every filter."""
    few = found(busy, search=text)
    monkeypatch.setattr(event_search, "_FEW", -1)
    monkeypatch.setattr(event_search, "_FIRST_PART", WAYS[way][0])
    monkeypatch.setattr(event_search, "_WORTH_IT", WAYS[way][1])
    # of these few are found by what they are whole
    if "@" not in text and not text.startswith(("A-", "B-", "a-")):
        assert found(busy, search=text) == few
    all_of_it = set(found(busy, search=text))
    for short in (0, 100_000):
        monkeypatch.setattr(event_lists, "_SHORT", short)
        for sort, descending in itertools.product(EVENT_SORTS, (True, False)):
            listed = found(busy, sort=sort, descending=descending)
            for filters, _ in ((EventFilters(), None), *FILTERS.values()):
                query = {"sort": sort, "descending": descending, "filters": filters}
                passing = set(found(busy, filters=filters))
                wanted = [each for each in listed if each in all_of_it and each in passing]
                assert found(busy, search=text, **query) == wanted
                assert found(busy, search=text, limit=3, **query) == wanted[:3]
    monkeypatch.undo()
    rejected = EventFilters(kinds=frozenset({"rejected"}))
    wanted = [row.id for row in all_rows(busy) if row.id in set(few) and row.kind == "rejected"]
    assert found(busy, search=text, filters=rejected) == wanted


@pytest.mark.parametrize(
    ("text", "phone", "keys"),
    [
        ("A-2", "", {"A-2", "A-20", "A-22", "A-24"}),
        ("a-2", "", {"A-2"}),
        ("new@", "", {"A-2"}),
        ("p2@shop.example", "", {"A-2", "B-9", "B-23"}),  # A-2 has another by now
        ("067 000 0002", "380670000002", {"A-2"}),
        ("0670000009", "", {"B-9"}),
        ("олена коваль", "", {f"{'AB'[n % 2]}-{n}" for n in NUMBERS if n % 3 == 0}),
    ],
)
def test_a_person_is_found_by_what_they_say(busy, text, phone, keys):
    rows = busy.workspace.events.rows(busy.workspace.events.ids(EventQuery(search=text, search_phone=phone)))
    shown = {row.event_key for row in rows}
    assert shown == keys
