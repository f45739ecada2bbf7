"""Who is one customer: in the list, the insights, the filters, the Contact tab and at the (sandbox's) account alike."""

from __future__ import annotations

import random
from collections import Counter, defaultdict

import pytest

from ordermanager.domain.checks.rules import RuleSet
from ordermanager.domain.insights.insights import CustomerSegment
from ordermanager.store.orders.filters import OrderFilters
from ordermanager.store.orders.query import OrderQuery
from ordermanager.store.people.records import CustomerQuery

MAIL, PHONE = {"email": "ann@shop.example"}, {"phone": "0671234561"}
BOTH = MAIL | PHONE
OTHER_MAIL, OTHER_PHONE = {"email": "bob@shop.example"}, {"phone": "0671234562"}


@pytest.fixture
def send(shop, draft):
    """Saves delivered orders, with an order's number the same one, and sends each in a run of its own."""
    shop.settings.update(rule_set=RuleSet.MINIMUM)
    known: dict[str, int] = {}

    def sent(*orders):
        for number, fields in enumerate(orders, len(known) + 1):
            given = {"email": "", "phone": "", "externalCustomerId": "", "status": "DELIVERED"} | fields
            known[str(number)] = shop.orders.save(draft(str(number), **given)).order_id
            shop.outbox.queue([known[str(number)]])
            assert shop.sending.send().accepted == 1
        return list(known.values())

    return sent


def numbers(shop, filters):
    return {
        row.external_order_id for row in shop.orders.rows(shop.orders.list_ids(OrderQuery(filters=filters)))
    }


def customers(shop):
    """The numbers of the orders of each customer of the list, which must be those that all else counts."""
    listed = list(shop.customers.lines(CustomerQuery(sort="orders")))
    orders = [numbers(shop, OrderFilters(customer=row.key)) for row in listed]
    assert [row.orders for row in listed] == [len(each) for each in orders]
    assert [row.sales for row in listed] == [len(each) for each in orders]
    cells: Counter[int] = Counter()
    for cell in shop.insights.overview().cells:
        cells[cell.frequency] += cell.customers
    assert cells == Counter(min(len(each), 6) for each in orders)
    lines = shop.insights.customers(CustomerSegment())
    assert len(lines) == len(listed)
    assert all(isinstance(text, str) for line in lines for text in (line.email, line.phone, line.name))
    for least in range(1, 4):
        behind = numbers(shop, OrderFilters(segment=CustomerSegment(least_sales=least)))
        assert behind == set().union(*(each for each in orders if len(each) >= least))
    return sorted(orders, key=min)


@pytest.mark.parametrize(
    ("orders", "expected"),
    [
        ([BOTH, MAIL, PHONE], [{"1", "2", "3"}]),
        ([BOTH, PHONE, MAIL | OTHER_PHONE], [{"1", "2", "3"}]),
        # The contact that the first one made has no phone, and an order gives it none: the third makes another.
        ([MAIL, BOTH, PHONE], [{"1", "2"}, {"3"}]),
        # A guest who has an ID later, and shops as a guest again.
        ([PHONE, {"externalCustomerId": "C1"} | BOTH, MAIL, PHONE], [{"1", "2", "4"}, {"3"}]),
        ([{"externalCustomerId": "C1"} | BOTH, MAIL, PHONE], [{"1", "2", "3"}]),
        # A phone in a family: the account puts them under one contact, and so do we.
        ([BOTH, OTHER_MAIL | PHONE, OTHER_MAIL], [{"1", "2"}, {"3"}]),
        # Who orders with somebody else's phone is that one, and stays who they were before.
        ([BOTH, OTHER_MAIL | OTHER_PHONE, MAIL | OTHER_PHONE, MAIL], [{"1", "4"}, {"2", "3"}]),
        # But whom the shop itself tells apart stay two.
        (
            [{"externalCustomerId": "C1"} | BOTH, {"externalCustomerId": "C2"} | BOTH, BOTH],
            [{"1", "3"}, {"2"}],
        ),
        ([{"email": "Ann@Shop.example"}, MAIL], [{"1", "2"}]),
    ],
)
def test_who_is_one_customer(shop, send, orders, expected):
    send(*orders)
    assert customers(shop) == expected


def test_they_are_found_by_whatever_they_ordered_with(shop, send):
    send(BOTH, OTHER_MAIL | PHONE)
    for search in ("ann@", "bob@", "0671234561"[1:]):
        assert [row.orders for row in shop.customers.lines(CustomerQuery(search))] == [2], search


def test_they_are_called_what_they_said_themselves_and_not_what_another_with_their_phone_did(shop, send):
    send(BOTH | {"firstName": "Ann"}, OTHER_MAIL | PHONE | {"firstName": "Bob"}, PHONE | {"firstName": "Zoe"})
    (row,) = shop.customers.lines(CustomerQuery())
    (line,) = shop.insights.customers(CustomerSegment(currency="UAH"))
    for found in (row, line):
        assert (found.email, found.phone, found.name.split()[0]) == (
            "ann@shop.example",
            "380671234561",
            "Ann",
        )


def test_what_waits_is_where_it_will_be_and_is_parted_again_when_it_is_changed(shop, send, draft):
    send(BOTH)
    order = shop.orders.save(draft("2", externalCustomerId="", email="", **PHONE)).order_id
    (row,) = shop.customers.lines(CustomerQuery())
    assert (row.orders, row.sales) == (2, 1)
    shop.orders.save(draft("2", externalCustomerId="", email="", **OTHER_PHONE), order)
    assert [row.orders for row in shop.customers.lines(CustomerQuery())] == [1, 1]
    shop.orders.save(draft("2", externalCustomerId="", email="", **PHONE), order)
    assert [row.orders for row in shop.customers.lines(CustomerQuery())] == [2]
    shop.orders.delete([order])
    assert [row.orders for row in shop.customers.lines(CustomerQuery())] == [1]


@pytest.mark.parametrize("seed", range(4))
def test_who_is_one_customer_is_one_contact_of_the_account(shop, sandbox, send, seed):
    """Few people with few addresses, so that every rule and every conflict comes up again and again."""
    pick = random.Random(seed).choice
    orders = []
    while len(orders) < 25:
        fields = {
            "externalCustomerId": pick(["", "", "", "C1", "C2", "C3"]),
            "email": pick(["", "a@shop.example", "b@shop.example", "c@shop.example", "d@shop.example"]),
            "phone": pick(["", "", "0671234561", "0671234562", "0671234563"]),
        }
        if fields["email"] or fields["phone"]:
            orders.append(fields)
    ids = send(*orders)
    contacts = {number: sandbox._data.order(str(number))["contactId"] for number in range(1, len(ids) + 1)}
    guests = {number for number, fields in enumerate(orders, 1) if not fields["externalCustomerId"]}
    of_contact = defaultdict(set)
    for number in guests:
        of_contact[contacts[number]].add(str(number))
    found = [each & {str(number) for number in guests} for each in customers(shop)]
    assert sorted(map(sorted, filter(None, found))) == sorted(map(sorted, of_contact.values()))
    with_id = [each - {str(number) for number in guests} for each in customers(shop)]
    for each in filter(None, with_id):  # the shop's own ID tells its customers apart
        assert len({orders[int(number) - 1]["externalCustomerId"] for number in each}) == 1
