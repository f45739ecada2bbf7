"""Whose orders are: asked of the sandbox's own contacts, which share no code with the lists of the workspace."""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterable
from typing import Any, NamedTuple

from ordermanager.sandbox.people import People

Who = tuple[str, str, str]
"""Customer ID, e-mail, phone."""


def whose(orders: Iterable[Who]) -> list[Hashable]:
    """Who the customer of each order is, in the order in which the account gets them: told by the customer ID, which a
    shop tells its customers apart by, else by the contact, which goes by the first ID that was bound to it."""
    people = People()
    contacts = [(who, people.assign(*who, "", "")) for who in orders]
    bound: dict[int, str] = {}
    for (customer, _, _), contact in contacts:
        if contact is not None and customer:
            bound.setdefault(contact, customer)
    return [who[0] or bound.get(contact or 0) or contact or who for who, contact in contacts]


class Known(NamedTuple):
    """By the numbers of orders: whose they are as they stand here, and whose they were when they were accepted."""

    here: dict[int, Hashable]
    sold: dict[int, Hashable]


def whose_orders(shop: Any, accounts: frozenset[str] = frozenset()) -> Known:
    """Of all orders of a workspace that are not deleted, read line by line. What was accepted came to the account when
    its order was first accepted; what waits, or was changed for somebody else since, comes after all that.
    `accounts`: only what these accepted; none: what any did."""
    reader = shop.workspace.reader()
    here = {
        row[0]: (row[1], row[2].lower(), row[3])
        for row in reader.all(
            "SELECT id, external_customer_id, email, phone FROM orders WHERE deleted_at IS NULL ORDER BY id"
        )
    }
    first: dict[int, int] = {}
    sent: dict[int, Who] = {}
    for number, order_id, account, body in reader.all(
        "SELECT r.id, r.order_id, a.name, t.body FROM revisions r JOIN batches b ON b.id = r.batch_id "
        "JOIN accounts a ON a.id = b.account_id JOIN revision_bodies t ON t.revision_id = r.id "
        "WHERE r.state = 'accepted' ORDER BY r.id"
    ):
        if order_id in here and (not accounts or account in accounts):
            first.setdefault(order_id, number)
            order = json.loads(body)
            customer, email, phone = (
                order.get(name, "") for name in ("externalCustomerId", "email", "phone")
            )
            sent[order_id] = (customer, email.lower(), phone)
    lines = [(sent[order_id], order_id) for order_id in sorted(first, key=first.__getitem__)]
    lines += [(who, order_id) for order_id, who in here.items() if sent.get(order_id) != who]
    people = whose(who for who, _ in lines)
    sold = {order_id: who for (_, order_id), who in zip(lines[: len(first)], people, strict=False)}
    later = {
        order_id: who for (_, order_id), who in zip(lines[len(first) :], people[len(first) :], strict=True)
    }
    return Known(sold | later, sold)
