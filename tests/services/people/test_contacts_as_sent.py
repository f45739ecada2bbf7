"""Whom an order went to: by what came before it, as it was sent, at the account that got it. The sandbox knows."""

from __future__ import annotations

import random

import pytest

from ordermanager.domain.checks.rules import RuleSet
from ordermanager.domain.people.contact_matching import MatchKind
from ordermanager.domain.people.identity import Identity
from ordermanager.sandbox.server import SandboxServer
from ordermanager.store.history.query import EventQuery


@pytest.fixture
def minimal(shop):
    shop.settings.update(rule_set=RuleSet.MINIMUM)
    return shop


@pytest.fixture
def send(minimal, draft):
    """Saves orders and sends them in one run; their numbers here."""

    def sent(*orders):
        ids = [minimal.orders.save(draft(number, **fields)).order_id for number, fields in orders]
        minimal.outbox.queue(ids)
        assert minimal.sending.send().accepted == len(ids)
        return ids

    return sent


def contact_of(sandbox, number):
    return sandbox._data.order(number)["contactId"]


def words(preview):
    return [str(preview.reason), *map(str, preview.conflicts)]


def events(services, order_id):
    """The lines of the history of one order, oldest first."""
    ids = sorted(services.history.event_ids(EventQuery()))
    return [row for row in services.history.event_rows(ids) if row.order_id == order_id]


def test_the_order_that_made_the_binding_went_nowhere_else(minimal, sandbox, send):
    first, second = send(
        ("1", {"externalCustomerId": "C", "email": "first@shop.example"}),
        ("2", {"externalCustomerId": "C", "email": "second@shop.example"}),
    )
    made = minimal.contacts.preview(first)
    assert (made.kind, made.conflicts) == (MatchKind.NEW, ())
    asked = minimal.contacts.refresh(first)
    assert asked.card.emails == ("first@shop.example",)
    assert asked.conflicts == ()
    followed = minimal.contacts.preview(second)
    assert followed.kind is MatchKind.CUSTOMER_ID
    assert "order 1" in str(followed.reason)
    (conflict,) = followed.conflicts
    assert "bound to first@shop.example" in str(conflict)
    assert contact_of(sandbox, "1") == contact_of(sandbox, "2") == int(asked.card.id)


def test_history_tells_of_the_customer_that_was_sent_and_the_pane_of_the_draft(minimal, draft, send):
    send(("9", {"externalCustomerId": "OTHER", "email": "else@shop.example"}))
    (order,) = send(("3", {"externalCustomerId": "C-3", "email": "p3@shop.example"}))
    changed = draft("3", externalCustomerId="OTHER", email="changed@shop.example")
    minimal.orders.save(changed, order)
    now = minimal.contacts.preview(order)
    assert (now.kind, len(now.conflicts)) == (MatchKind.CUSTOMER_ID, 1)
    assert "changed@" not in str(now.reason)
    (event,) = events(minimal, order)
    sent = minimal.contacts.preview_sent(order, event.id)
    assert (sent.kind, sent.conflicts) == (MatchKind.NEW, ())
    assert minimal.contacts.refresh_sent(order, event.id).card.emails == ("p3@shop.example",)
    minimal.outbox.queue([order])
    minimal.sending.send()
    first, second = events(minimal, order)
    assert minimal.contacts.preview_sent(order, first.id).card.emails == ("p3@shop.example",)
    again = minimal.contacts.preview_sent(order, second.id)
    assert "Customer OTHER belongs to the contact of order 9" in words(again)[0]


def test_a_later_status_of_the_same_customer_is_not_bound_by_the_order_itself(minimal, draft, send):
    (order,) = send(("1", {}))
    minimal.orders.save(draft("1", status="DELIVERED"), order)
    minimal.outbox.queue([order])
    minimal.sending.send()
    for event in events(minimal, order):
        assert minimal.contacts.preview_sent(order, event.id).kind is MatchKind.NEW


def test_what_another_account_got_is_not_known_to_this_one(minimal, draft, send):
    (old,) = send(("1", {"externalCustomerId": "C", "email": "first@shop.example"}))
    card = minimal.contacts.refresh(old).card
    with SandboxServer() as real:
        minimal.accounts.add("Real", real.url, default=True)
        new = minimal.orders.save(draft("2", externalCustomerId="C", email="other@shop.example")).order_id
        foretold = minimal.contacts.preview(new)
        assert (foretold.kind, foretold.card, foretold.conflicts) == (MatchKind.NEW, None, ())
        assert not minimal.contacts.had_orders(Identity("C"))
        assert minimal.contacts.had_orders(Identity("C"), "Sandbox")
        minimal.outbox.queue([new])
        found = minimal.send_preview.preview().preview
        assert (found.contacts, found.new, found.elsewhere) == (1, 1, 0)
        there = minimal.send_preview.preview(None, "Sandbox").preview
        assert (there.contacts, there.new, there.elsewhere) == (1, 0, 1)
        them = Identity("C")
        assert (
            minimal.contacts.account_of(them) == "Sandbox"
        )  # until the other one has an order of theirs, too
        assert minimal.contacts.preview_of(them, minimal.contacts.account_of(them)).card == card
        assert minimal.contacts.account_of(Identity("nobody")) is None
        kept = minimal.contacts.preview(old)  # it went to the other account
        assert (kept.card, kept.source) == (card, "cache")
        minimal.sending.send()
        assert real._data.totals()["contacts"] == 1
        assert minimal.contacts.account_of(them) is None


def test_what_is_in_doubt_is_foretold_for_the_account_that_may_have_it(minimal, sandbox, draft, send):
    send(("1", {"externalCustomerId": "C", "email": "first@shop.example"}))
    sandbox.fail("drop-after:1")
    doubtful = minimal.orders.save(draft("2", externalCustomerId="C", email="other@shop.example")).order_id
    minimal.outbox.queue([doubtful])
    assert minimal.sending.send().unconfirmed == 1
    with SandboxServer() as real:
        minimal.accounts.add("Real", real.url, default=True)
        foretold = minimal.contacts.preview(doubtful)
        assert foretold.kind is MatchKind.CUSTOMER_ID
        assert "order 1" in str(foretold.reason)
        changed = draft("2", externalCustomerId="NEW", email="new@shop.example")
        # another customer's now: what comes next goes to the default account
        minimal.orders.save(changed, doubtful)
        assert minimal.contacts.preview(doubtful).kind is MatchKind.NEW


def test_a_customer_id_alone_made_no_contact(minimal, sandbox, draft, send):
    (alone,) = send(("6", {"externalCustomerId": "ONLY", "email": ""}))
    assert contact_of(sandbox, "6") is None
    assert minimal.contacts.preview(alone).kind is MatchKind.NONE
    order = minimal.orders.save(draft("7", externalCustomerId="ONLY", email="only@shop.example")).order_id
    assert minimal.contacts.preview(order).kind is MatchKind.NEW
    assert minimal.contacts.refresh(order).kind is MatchKind.NEW
    minimal.outbox.queue([order])
    assert minimal.send_preview.preview().preview.new == 1
    minimal.sending.send()
    assert contact_of(sandbox, "7") is not None
    following = minimal.orders.save(draft("8", externalCustomerId="ONLY", email="")).order_id
    assert "order 7" in str(minimal.contacts.preview(following).reason)


def test_an_address_that_no_contact_was_given_finds_nobody(minimal, sandbox, draft, send):
    send(
        ("1", {"externalCustomerId": "C", "email": "a@shop.example"}),
        ("2", {"externalCustomerId": "C", "email": "b@shop.example"}),
    )
    order = minimal.orders.save(draft("3", externalCustomerId="", email="b@shop.example")).order_id
    assert minimal.contacts.preview(order).kind is MatchKind.NEW
    minimal.outbox.queue([order])
    minimal.sending.send()
    assert contact_of(sandbox, "3") != contact_of(sandbox, "2") == contact_of(sandbox, "1")


PEOPLE = (
    ("p", {"externalCustomerId": "P", "email": "", "phone": "0671234567"}),
    ("e", {"externalCustomerId": "E", "email": "e@shop.example"}),
)


@pytest.mark.parametrize(
    ("fields", "offline", "online", "goes_with"),
    [
        (
            {"externalCustomerId": "", "email": "e@shop.example", "phone": "0671234567"},
            ["The phone belongs to contact P, the e-mail to E"],
            ["The phone belongs to contact {p}, the e-mail to {e}"],
            "p",
        ),
        (
            {"externalCustomerId": "N", "email": "e@shop.example"},
            ["The contact has the customer ID E, the order has N."],
            ["The contact has the customer ID E, the order has N."],
            "e",
        ),
        (
            {"externalCustomerId": "E", "email": "", "phone": "0671234567"},
            ["The phone 380671234567 belongs to another contact, P."],
            ["The phone 380671234567 belongs to another contact, {p}."],
            "e",
        ),
        (
            {"externalCustomerId": "P", "email": "e@shop.example", "phone": "0509876543"},
            [
                "Customer P was bound to 380671234567",
                "The order's phone is 380509876543, the contact's is 380671234567.",
                "The e-mail e@shop.example belongs to another contact, E.",
            ],
            [
                "Customer P was bound to 380671234567",
                "The order's phone is 380509876543, the contact's is 380671234567.",
                "The e-mail e@shop.example belongs to another contact, {e}.",
            ],
            "p",
        ),
    ],
)
def test_every_conflict_before_and_after_asking(
    minimal, sandbox, draft, send, fields, offline, online, goes_with
):
    send(*PEOPLE)
    numbers = {name: contact_of(sandbox, name) for name, _ in PEOPLE}
    order = minimal.orders.save(draft("5", **fields)).order_id
    told = [str(each) for each in minimal.contacts.preview(order).conflicts]
    asked = minimal.contacts.refresh(order)
    for found, expected in ((told, offline), (list(map(str, asked.conflicts)), online)):
        assert len(found) == len(expected), found
        for sentence, begin in zip(found, expected, strict=True):
            assert sentence.startswith(begin.format(**numbers))
    assert asked.card.id == str(numbers[goes_with])
    minimal.outbox.queue([order])
    minimal.sending.send()
    assert contact_of(sandbox, "5") == numbers[goes_with]


def test_where_the_card_is_another_systems_the_other_email_is_said(minimal, sandbox, draft):
    sandbox.add_contact(
        {"id": 77, "externalCustomerId": "C", "channels": [{"type": "email", "value": "a@b.com"}]}
    )
    order = minimal.orders.save(draft("1", externalCustomerId="C", email="mine@shop.example")).order_id
    asked = minimal.contacts.refresh(order)
    assert [str(each)[:55] for each in asked.conflicts] == [
        "The order's e-mail is mine@shop.example, the contact's is a@b.com."[:55]
    ]
    minimal.outbox.queue([order])
    minimal.sending.send()
    assert contact_of(sandbox, "1") == 77


@pytest.mark.parametrize(
    ("made", "follows", "reached", "conflict"),
    [
        (  # the contact has an e-mail of its own
            {"externalCustomerId": "", "email": "a@shop.example", "phone": "0671234567"},
            {"externalCustomerId": "", "email": "c@shop.example", "phone": "0671234567"},
            ("a@shop.example", "380671234567"),
            "The order's e-mail is c@shop.example, the contact's is a@shop.example.",
        ),
        (  # it has none, whatever the order says
            {"externalCustomerId": "P", "email": "", "phone": "0671234567"},
            {"externalCustomerId": "P2", "email": "c@shop.example", "phone": "0671234567"},
            ("", "380671234567"),
            "The contact has the customer ID P, the order has P2.",
        ),
        (
            {"externalCustomerId": "", "email": "a@shop.example"},
            {"externalCustomerId": "", "email": "a@shop.example", "phone": "0671234567"},
            ("a@shop.example", ""),
            None,
        ),
        (
            {"externalCustomerId": "", "email": "a@shop.example", "phone": "0509876543"},
            {"externalCustomerId": "", "email": "a@shop.example", "phone": "0671234567"},
            ("a@shop.example", "380509876543"),
            "The order's phone is 380671234567, the contact's is 380509876543.",
        ),
    ],
)
def test_who_is_reached_is_the_contact_and_not_the_order(
    minimal, sandbox, draft, send, made, follows, reached, conflict
):
    send(("1", made))
    order = minimal.orders.save(draft("2", **follows)).order_id
    offline = minimal.contacts.preview(order)
    assert (offline.source, offline.known.email, offline.known.phone) == ("local", *reached)
    assert (offline.reachable_email, offline.reachable_phone) == tuple(map(bool, reached))
    assert [str(each)[: len(conflict or "")] for each in offline.conflicts] == (
        [conflict] if conflict else []
    )
    online = minimal.contacts.refresh(order)
    assert (online.kind, online.reachable_email, online.reachable_phone) == (
        offline.kind,
        offline.reachable_email,
        offline.reachable_phone,
    )
    assert list(map(str, online.conflicts)) == list(map(str, offline.conflicts))
    minimal.outbox.queue([order])
    minimal.sending.send()
    assert contact_of(sandbox, "2") == contact_of(sandbox, "1")


def test_what_was_bound_is_known_from_what_was_sent_whatever_became_of_the_order(
    minimal, sandbox, draft, send
):
    (order,) = send(("1", {"externalCustomerId": "C", "email": "first@shop.example"}))
    following = draft("2", externalCustomerId="C", email="other@shop.example")
    following = minimal.orders.save(following).order_id
    wanted = words(minimal.contacts.preview(following))
    assert "Customer C was bound to first@shop.example on " in wanted[1]
    minimal.orders.save(draft("1", externalCustomerId="D", email="new@shop.example"), order)
    assert words(minimal.contacts.preview(following)) == wanted
    minimal.orders.delete([order])
    assert words(minimal.contacts.preview(following)) == wanted
    assert minimal.contacts.preview(following).known == Identity("C", "first@shop.example")
    minimal.outbox.queue([following])
    minimal.sending.send()
    assert contact_of(sandbox, "2") == contact_of(sandbox, "1")


def test_an_id_that_was_bound_by_the_phone_belongs_to_the_contact_of_the_phone(minimal, sandbox, draft, send):
    send(
        ("1", {"externalCustomerId": "", "email": "a@shop.example", "phone": "0671234567"}),
        ("2", {"externalCustomerId": "C", "email": "b@shop.example", "phone": "0671234567"}),
    )
    order = minimal.orders.save(draft("3", externalCustomerId="C", email="b@shop.example")).order_id
    offline = minimal.contacts.preview(order)
    assert "Customer C belongs to the contact of order 2" in str(offline.reason)
    (conflict,) = offline.conflicts
    assert str(conflict).startswith("Customer C was bound to a@shop.example on ")
    assert offline.known.email == "a@shop.example"
    minimal.outbox.queue([order])
    minimal.sending.send()
    assert contact_of(sandbox, "1") == contact_of(sandbox, "2") == contact_of(sandbox, "3")


@pytest.mark.parametrize("seed", range(4))
def test_whom_each_order_goes_to_is_foretold_without_a_network(minimal, sandbox, draft, seed):
    """Few people with few addresses, so that every rule and every conflict comes up again and again."""
    pick = random.Random(seed).choice
    made: dict[int, Identity] = {}
    kinds, conflicts = set(), set()
    for number in range(40):
        fields = {
            "externalCustomerId": pick(["", "", "C1", "C2", "C3", "C4"]),
            "email": pick(["", "a@shop.example", "b@shop.example", "c@shop.example", "d@shop.example"]),
            "phone": pick(["", "", "0671234561", "0671234562", "0671234563"]),
        }
        if not any(fields.values()):
            continue
        order = minimal.orders.save(draft(str(number), **fields)).order_id
        foretold = minimal.contacts.preview(order)
        assert foretold.source == "local"
        minimal.outbox.queue([order])
        assert minimal.sending.send().accepted == 1
        contact = contact_of(sandbox, str(number))
        kinds.add(foretold.kind)
        conflicts |= {each.template for each in foretold.conflicts}
        said = (number, fields, foretold.kind, words(foretold))
        if foretold.kind is MatchKind.NONE:
            assert contact is None, said
        elif foretold.kind is MatchKind.NEW:
            assert contact not in made, said
            made[contact] = foretold.known
        else:
            assert made.get(contact) == foretold.known, said
    assert kinds >= {MatchKind.CUSTOMER_ID, MatchKind.PHONE, MatchKind.EMAIL, MatchKind.NEW}
    assert len(conflicts) >= 5
