"""The first lines that a search finds are those that a plain question of all lines finds, whatever way was taken."""

from __future__ import annotations

import random
import re
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from ordermanager.domain.draft import OrderDraft
from ordermanager.domain.sentences import Sentence
from ordermanager.domain.states import State
from ordermanager.domain.summary import Summary
from ordermanager.store.database import budget
from ordermanager.store.database.encoding import encode_sentence
from ordermanager.store.database.text_keys import order_key
from ordermanager.store.history import first_lines, lists, orders, search, sorts, spans
from ordermanager.store.history.query import EventFilters, EventQuery
from ordermanager.store.history.sorts import EVENT_SORTS
from ordermanager.store.orders.records import SaveItem
from ordermanager.store.records import AccountRecord
from ordermanager.store.times import to_text
from ordermanager.store.workspace import Workspace

BEGIN = datetime(2026, 1, 1, tzinfo=UTC)
KINDS = ("accepted", "accepted", "accepted", "assumed", "rejected", "unconfirmed")
STATUSES = ("INITIALIZED", "IN_PROGRESS", "DELIVERED", "CANCELLED")
NAMES = ("olena koval", "ivan franko", "анна бондар", "lesia b", "olha é")
SEARCHES = (
    "A-1",
    "A-",
    "olena",
    "ol",
    "бонд",
    "a",
    "38067",
    "067 00",
    "p1",
    "p1@",
    "old",
    "olena A-1",
    "b",
    "é",
    "none",
)
ORDERS, EVENTS = 120, 400
BATCHES = 6
REASONS = ("", "so", "or so")


class Model:
    """A random history whose orders are sent again and again, mostly in turn, and what is known of each line."""

    def __init__(self, folder, seed: int) -> None:
        self.random = random.Random(seed)
        self.workspace = Workspace.create_or_open(folder)
        self.lines: dict[int, dict] = {}
        for name in ("Shop", "outlet"):
            self.workspace.accounts.add(AccountRecord(name, "https://example.invalid/api"), BEGIN)
        self.orders = {number: self.words(number) for number in range(1, ORDERS + 1)}
        self.workspace.orders.save_many([self.item(n) for n in self.orders], now=BEGIN)
        with self.workspace.write() as database:
            for batch in (1, 2):
                database.run(
                    "INSERT INTO runs (id, account_id, started_at, finished_at, first_change, last_change, total,"
                    " accepted, waiting) VALUES (?, ?, '', 'x', 0, 0, 0, 0, 0)",
                    (batch, batch),
                )
            for batch in range(1, BATCHES + 1):
                database.run(
                    "INSERT INTO batches (id, account_id, run_id, created_at, orders, size, fingerprint)"
                    " VALUES (?, ?, ?, '', 1, 1, x'00')",
                    (batch, *(2 - batch % 2,) * 2),
                )
            for number in (1, 2):
                database.run(
                    "INSERT INTO imports (id, source, layout, started_at) VALUES (?, '', '', '')", (number,)
                )
            database.many(
                "INSERT INTO import_orders (import_id, order_id, after) VALUES (?, ?, x'00')",
                [(number, order) for order in self.orders for number in self.imports(order)],
            )
            database.many(
                "UPDATE orders SET deleted_at = 'x' WHERE id = ?",
                [(order,) for order in self.orders if order % 17 == 5],
            )
        self.add(EVENTS)

    def imports(self, number: int) -> list[int]:
        return [each for each in (1, 2) if number % (each + 1) == 0]

    def words(self, number: int) -> dict:
        part = number // 30
        return {
            "key": f"{'AB'[part % 2]}-{number}",
            "email": "" if number % 7 == 0 else f"p{number % 13}@x{part}.example",
            "phone": f"38067{number:07}",
            "total": None if number % 9 == 0 else Decimal(number * 7 % 50),
            "currency": ("UAH", "EUR", "")[number % 3],
            "words": f"{'AB'[part % 2]}-{number} {NAMES[(number * 7) % 5 if part else 0]} 067{number:07}"
            + (" old" if part == 0 else ""),
        }

    def item(self, number: int) -> SaveItem:
        w = self.orders[number]
        summary = Summary(
            external_order_id=w["key"], status="DELIVERED", date="", total=w["total"], currency=w["currency"],
            email=w["email"], phone=w["phone"],
            name="", external_customer_id="", item_count=0, errors=0, warnings=0, first_finding="",
            search_text=f"{w['words']} {w['email']} {w['phone']}".lower(),
        )  # fmt: skip
        return SaveItem(OrderDraft({"externalOrderId": w["key"]}), summary, State.READY)

    def add(self, count: int) -> None:
        with self.workspace.write() as database:
            for _ in range(count):
                event_id = len(self.lines) + 1
                place = event_id * ORDERS // EVENTS
                order = self.random.choice([max(1, min(place, ORDERS)), self.random.randint(1, ORDERS)])
                w = dict(self.orders[order])
                if self.random.random() < 0.05:  # it was sent under something else than it has by now
                    w.update(
                        key=f"A-{event_id}", email=f"p1{event_id}@x.example", phone=f"380670{event_id:06}"
                    )
                minutes = self.random.choice(
                    [event_id, event_id, event_id // 10, self.random.randint(0, EVENTS)]
                )
                batch = self.random.randint(1, BATCHES)
                number = 1 + sum(other["order"] == order for other in self.lines.values())
                line = {
                    "batch": batch, "number": number, "customer": self.random.choice(["", f"C-{order % 9}"]),
                    "reason": self.random.choice(REASONS),
                    "id": event_id, "order": order, "at": to_text(BEGIN + timedelta(minutes=minutes)),
                    "kind": self.random.choice(KINDS), "status": self.random.choice(STATUSES),
                    "account": 2 - batch % 2, "key": w["key"], "email": w["email"], "phone": w["phone"],
                }  # fmt: skip
                if line["kind"] == "accepted":
                    line["reason"] = ""
                self.lines[event_id] = line
                state = "accepted" if line["kind"] == "assumed" else line["kind"]
                database.run(
                    "INSERT INTO revisions (id, order_id, number, state, external_order_id, status, size, queued_at,"
                    " state_at, batch_id, reason) VALUES (?, ?, ?, ?, ?, ?, 1, '', '', ?, ?)",
                    (
                        event_id,
                        order,
                        number,
                        state,
                        line["key"],
                        line["status"],
                        batch,
                        encode_sentence(Sentence(line["reason"])) if line["reason"] else None,
                    ),
                )
                database.run(
                    "INSERT INTO revision_bodies VALUES (?, zeroblob(32), x'00', ?, ?, ?, x'00')",
                    (event_id, line["email"], line["phone"], line["customer"]),
                )
                database.run("INSERT INTO batch_members VALUES (?, ?)", (batch, event_id))
                database.run(
                    "INSERT INTO events (id, account_id, batch_id, at, kind, status)"
                    " VALUES (?, ?, ?, ?, ?, ?)",
                    (event_id, line["account"], batch, line["at"], line["kind"], line["status"]),
                )

    def plain(self, query: EventQuery) -> list[int]:
        """All that `query` finds, asked in the plainest way: line by line."""
        found = {row for row in self.lines if self.passes(self.lines[row], query.filters)}
        found = {each for each in found if self.matches(self.lines[each], query.search)}
        lines = sorted(
            (self.lines[each] for each in found), key=lambda line: (line["at"], line["id"]), reverse=True
        )
        return [line["id"] for line in self.sorted(lines, query)]

    def matches(self, line: dict, text: str) -> bool:
        """Sent under what begins so; or of an order that has the words; a whole ID or e-mail means just that."""
        if not text or line["key"].startswith(text) or line["phone"].startswith(text):
            return True
        if line["email"].lower().startswith(text.lower()):
            return True
        order = self.orders[line["order"]]
        if text in ("A-1", "p1@"):
            return order["key"] == text or order["email"].startswith(text)
        if text == "067 00":
            return self.begins(order, "06700") or (self.begins(order, "067") and self.begins(order, "00"))
        return all(self.begins(order, word) for word in re.findall(r"\w+", text.lower().replace("é", "e")))

    def begins(self, order: dict, word: str) -> bool:
        text = f"{order['words']} {order['email']} {order['phone']}".lower().replace("é", "e")
        return any(each.startswith(word) for each in re.findall(r"\w+", text))

    def passes(self, line: dict, filters: EventFilters) -> bool:
        return (
            (not filters.kinds or line["kind"] in filters.kinds)
            and (not filters.statuses or line["status"] in filters.statuses)
            and (not filters.account or line["account"] == (1 if filters.account == "Shop" else 2))
            and (not filters.begin or line["at"] >= filters.begin)
            and (not filters.end or line["at"] < filters.end)
            and (filters.run_id is None or line["account"] == filters.run_id)
            and (not filters.event_key or line["key"] == filters.event_key)
            and (not any(filters.person) or self.is_of(line, filters.person))
            and self.is_of_order(self.orders[line["order"]], line["order"], filters)
            and all(part.lower() in self.text(line, column).lower() for column, part in filters.texts)
        )

    def is_of_order(self, order: dict, number: int, filters: EventFilters) -> bool:
        total = order["total"]
        return (
            (filters.least is None or (total is not None and total >= filters.least))
            and (filters.most is None or (total is not None and total <= filters.most))
            and (not filters.currencies or order["currency"] in filters.currencies)
            and (filters.import_id is None or filters.import_id in self.imports(number))
        )

    def is_of(self, line: dict, person: tuple[str, str, str]) -> bool:
        sent = (line["customer"], line["email"].lower(), line["phone"])
        return any(one and one == other for one, other in zip(person, sent, strict=True))

    def text(self, line: dict, column: str) -> str:
        whole = "\n".join((line["customer"], line["email"], line["phone"]))
        texts = {"event_key": line["key"], "phone": line["phone"], "external_customer_id": line["customer"]}
        return texts.get(column, whole)

    def sorted(self, lines: list[dict], query: EventQuery) -> list[dict]:
        down = query.descending
        if query.sort == "at":
            return sorted(lines, key=lambda line: (line["at"], line["id"]), reverse=down)
        if query.sort == "event_key":
            keys = {n: order_key(self.orders[n]["key"]) for n in self.orders}
            return sorted(
                lines, key=lambda line: (keys[line["order"]], line["order"], line["id"]), reverse=down
            )
        if query.sort in ("batch", "revision"):
            name = {"revision": "number"}.get(query.sort, query.sort)
            return sorted(lines, key=lambda line: (line[name], line["id"]), reverse=down)
        if query.sort in ("email", "phone", "external_customer_id", "reason"):  # those without one stand last
            name = {"external_customer_id": "customer"}.get(query.sort, query.sort)
            some = sorted(
                (x for x in lines if x[name]), key=lambda x: (x[name].lower(), x["id"]), reverse=down
            )
            when = "at" if name == "reason" else "id"
            bare = (x for x in lines if not x[name])
            return some + sorted(bare, key=lambda x: (x[when], x["id"]), reverse=down)
        column = {"kind": "kind", "name": "status", "account": "account"}[query.sort]
        values = {"account": [2, 1]}.get(column) or sorted({line[column] for line in self.lines.values()})
        return sorted(lines, key=lambda line: values.index(line[column]) * (-1 if down else 1))

    def random_filters(self) -> EventFilters:
        pick = self.random.choice
        begin, end = sorted(to_text(BEGIN + timedelta(minutes=self.random.randint(0, EVENTS))) for _ in "12")
        return pick([
            EventFilters(),
            EventFilters(kinds=frozenset({pick(KINDS)})),
            EventFilters(statuses=frozenset({pick(STATUSES)}), account=pick(["", "Shop"])),
            EventFilters(begin=begin, end=end),
            EventFilters(begin=begin, kinds=frozenset({"accepted", "rejected"})),
            EventFilters(end=end, account="outlet"),
            EventFilters(begin=begin, end=end, statuses=frozenset({pick(STATUSES)})),
            EventFilters(run_id=pick([1, 2])),
            EventFilters(least=Decimal(pick([5, 20])), most=pick([None, Decimal(21)]), account=pick(["", "Shop"])),
            EventFilters(most=Decimal(10), begin=begin, currencies=frozenset({"EUR"})),
            EventFilters(currencies=frozenset({"UAH", ""}), kinds=frozenset({pick(KINDS)})),
            EventFilters(import_id=pick([1, 2]), run_id=pick([None, 1])),
            EventFilters(event_key=f"B-{self.random.randint(30, 59)}"),
            EventFilters(person=(f"C-{self.random.randint(0, 9)}", "p1@x1.example", "")),
            EventFilters(texts=(("contact", pick(["P1", "C-", "38067", "x2"])),)),
            EventFilters(texts=(("event_key", "1"), ("phone", "0")), kinds=frozenset({pick(KINDS)})),
            EventFilters(texts=((pick(["event_key", "external_customer_id"]), pick(["a-", "-1", "c", "B-3"])),)),
            EventFilters(texts=(("event_key", pick(["1", "11"])), ("contact", "3")), begin=begin),
            EventFilters(texts=(("contact", pick(["@", "3"])),), run_id=1, account=pick(["", "Shop"])),
        ])  # fmt: skip


@pytest.mark.parametrize("seed", range(4))
def test_first_lines_are_the_first_of_all_by_every_way(tmp_path, monkeypatch, seed):
    model = Model(tmp_path, seed)
    pick = model.random.choice
    for turn in range(300):
        query = EventQuery(
            search=pick(SEARCHES), filters=model.random_filters(), sort=pick(["at", "at", *EVENT_SORTS]),
            descending=pick([True, False]),
        )  # fmt: skip
        limits = {
            (search, "_FEW"): pick([-1, 5, 2_000]),
            (search, "_FIRST_PART"): pick([1, 5, 50]),
            (search, "_WORTH_IT"): pick([1, 20, 1_000]),
            (budget, "_STEPS"): (step := pick([20, 25_000])),
            (first_lines, "STEPS"): step * pick([0, 1, 20]),
            (first_lines, "FEW"): pick([0, 50, 20_000]),
            (first_lines, "_ALL_OF"): pick([0, 30, 12_000]),
            (first_lines, "_SHORT"): pick([0, 50, 50_000]),
            (first_lines, "_WORTH_SORTING"): pick([0, 50, 100_000]),
            (lists, "_SHORT"): pick([0, 50, 100_000]),
            (lists, "_FEW_HAVE"): pick([0, 20, 50_000]),
            (first_lines, "_WORTH_SORTING_BY_KEY"): pick([0, 50, 100_000]),
            (first_lines, "_STEPS"): step * pick([0, 1, 20]),
            (first_lines, "_STEPS_BY_PERIOD"): step * pick([0, 20]),
            (first_lines, "_OFTEN"): pick([0, 0.2]),
            (orders, "_FEW"): pick([0, 20, 100_000]),
            (sorts, "LOOKED_AT"): pick([0, 10, 256]),
            (spans, "_WORTH_IT"): pick([0, 0.3, 1]),
            (spans, "_NARROW"): pick([0, 0.5, 1]),
        }
        if query.search in ("A-1", "p1@"):  # an ID or an address that is there is only known where few match
            limits[search, "_FEW"] = 2_000
        for (module, name), limit in limits.items():
            monkeypatch.setattr(module, name, limit)
        wanted, first = model.plain(query), pick([1, 3, 20])
        said = (turn, query, list(limits.values()))
        assert list(model.workspace.events.ids(query._replace(limit=first))) == wanted[:first], said
        assert list(model.workspace.events.ids(query)) == wanted, said
        assert model.workspace.events.count(query) == len(wanted), said
        if turn % 50 == 49:
            model.add(5)
    model.workspace.close()
