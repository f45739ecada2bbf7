"""Whose orders are: asked of the sandbox's own contacts, which share no code with the lists of the workspace."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable
from typing import Any, NamedTuple

from ordermanager.sandbox.people import People

Who = tuple[str, str, str]
"""Customer ID, e-mail, phone."""


def whose(orders: Iterable[Who]) -> list[Hashable]:
    """Who the customer of each order is, in the order in which the account gets them: told by the customer ID, which a
    shop tells its customers apart by, else by the contact, which goes by the first ID that was bound to it."""
    return whose_of_accounts(("", who) for who in orders)


def whose_of_accounts(orders: Iterable[tuple[str, Who]]) -> list[Hashable]:
    """The same of orders of several accounts: each makes contacts of its own and binds IDs to them, but whom accounts
    know by the same phone or e-mail is one person, who has the ID that any of them has bound."""
    accounts: dict[str, People] = defaultdict(People)
    persons: dict[Hashable, Hashable] = {}
    reached: dict[str, Hashable] = {}
    bound: dict[Hashable, str] = {}
    found: list[tuple[Who, Hashable]] = []
    for account, (customer, email, phone) in orders:
        number = accounts[account].assign(customer, email, phone, "", "")
        contact = None if number is None else (account, number)
        if contact is not None and contact not in persons:
            persons[contact] = reached.get(phone) or reached.get(email) or contact
            for channel in filter(None, (email, phone)):
                reached.setdefault(channel, persons[contact])
        if contact is not None and customer:
            bound.setdefault(contact, customer)
            bound.setdefault(("person", persons[contact]), customer)
        found.append(((customer, email, phone), contact))
    return [
        who[0]
        or (
            who
            if contact is None
            else bound.get(contact) or bound.get(("person", persons[contact])) or persons[contact]
        )
        for who, contact in found
    ]


class Known(NamedTuple):
    """By the numbers of orders: whose they are as they stand here, and whose they were when they were accepted."""

    here: dict[int, Hashable]
    sold: dict[int, Hashable]


def whose_orders(shop: Any, accounts: Collection[str] = ()) -> Known:
    """Of all orders of a workspace that are not deleted, read line by line. What was accepted came to an account when
    it first accepted the order for this customer; what waits, or was changed for somebody else since, comes after all
    that to the default account. `accounts`: only what these accepted; none: what any did."""
    reader = shop.workspace.reader()
    here = {
        row[0]: (row[1], row[2].lower(), row[3])
        for row in reader.all(
            "SELECT id, external_customer_id, email, phone FROM orders WHERE deleted_at IS NULL ORDER BY id"
        )
    }
    arrived: list[tuple[str, int, Who]] = []
    sent: dict[int, Who] = {}
    for order_id, account, body in reader.all(
        "SELECT r.order_id, a.name, t.body FROM revisions r JOIN batches b ON b.id = r.batch_id "
        "JOIN accounts a ON a.id = b.account_id JOIN revision_bodies t ON t.revision_id = r.id "
        "WHERE r.state = 'accepted' ORDER BY r.id"
    ):
        if order_id in here and (not accounts or account in accounts):
            order = json.loads(body)
            customer, email, phone = (
                order.get(name, "") for name in ("externalCustomerId", "email", "phone")
            )
            sent[order_id] = (customer, email.lower(), phone)
            arrived.append((account, order_id, sent[order_id]))
    default = shop.workspace.accounts.default()
    waits_at = default.name if default and (default.name in accounts or not accounts) else (*accounts, "")[0]
    lines = list(dict.fromkeys(arrived))
    known = {(order_id, who) for _, order_id, who in lines}
    lines += [(waits_at, each, who) for each, who in here.items() if (each, who) not in known]
    people = whose_of_accounts((account, who) for account, _, who in lines)
    first: dict[tuple[int, Who], Hashable] = {}
    for (_, order_id, who), person in zip(lines, people, strict=True):
        first.setdefault((order_id, who), person)
    return Known(
        {order_id: first[order_id, who] for order_id, who in here.items()},
        {order_id: first[order_id, who] for order_id, who in sent.items()},
    )
