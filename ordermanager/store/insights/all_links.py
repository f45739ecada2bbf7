"""Links found anew from all orders: by numbers, so that a million orders take some seconds and little memory.

SQL says which lines have the same value (`shared_values.py`); what has to do with one another is looked for among the
customers whose they say they are (`said_customers.py`), who are fewer. Whose they are by the platform's rule is worked
out only where several customers have to do with one another.
"""

from __future__ import annotations

from array import array
from itertools import compress, islice, repeat
from typing import TYPE_CHECKING

from ordermanager.domain.people.made_contacts import ALONE, NumberedContacts
from ordermanager.store.insights.said_customers import said_in
from ordermanager.store.insights.shared_values import SharedValues

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ordermanager.store.database.sqlite import Database
    from ordermanager.store.insights.link_tables import LinkTables, Sellers
    from ordermanager.store.insights.said_customers import Said

_FEW_RELINKED = 5000
"""Of more that are linked otherwise than before, nobody is told one by one."""
_KEY = "(SELECT key FROM called WHERE line = ?)"
_AT_ONCE = 5000
"""Rows that are written at once."""


def find_all(database: Database, tables: LinkTables, sellers: Sellers, round_: int) -> bool:
    """From all orders. Whether those that are linked otherwise than before are known, as so since `round_`."""
    values = SharedValues(database, sellers.counted)
    try:
        tables.put_aside(database)
        lines, odd = {}, {}
        for column in ("phone", "email", "external_customer_id"):
            lines[column], odd[column] = values.lines(column)
        said = said_in(values, lines, has_odd=odd["email"] > 0)
        together = said.together((lines["phone"], lines["email"]), values.further())
        if any(together):  # else everybody is who they say
            _write(database, tables, values, said, together, _whose(values, lines, sellers, said, together))
        return tables.compare(database, round_, _FEW_RELINKED)
    finally:
        values.close()


def _number_shared(lines: array[int], by_line: array[int]) -> int:
    """Give the lines of each value that several have the number of it, all others `ALONE`; the last one."""
    number = ALONE + 1
    for line in lines:
        if line > 0:
            by_line[line] = number
        elif line:
            by_line[-line] = ALONE
        else:
            number += 1
    return number - 1


def _whose(
    values: SharedValues, lines: dict[str, array[int]], sellers: Sellers, said: Said, together: array[int]
) -> array[int]:
    """By line, the one that says whose it is, where it says itself that it is another one's; else 0."""
    numbers, highest = [], []
    for column in ("external_customer_id", "email", "phone"):
        by_line = array("i", bytes(4 * values.size))
        highest.append(_number_shared(lines.pop(column), by_line))
        numbers.append(by_line)
    customers = numbers[0]
    accounts = len(sellers.places) or 1
    came = array("q")
    for some in values.arrivals(sellers.places):
        came.extend([each for each in some if together[each // accounts]])
    places: Iterable[int] = repeat(0)
    if accounts > 1:
        places = array("i", (each % accounts for each in came))
        came = array("q", (each // accounts for each in came))
    made, theirs = NumberedContacts(accounts, *highest), array("i", [-1]) * values.size

    def take(places: Iterable[int], came: array[int]) -> None:
        said_by = (map(each.__getitem__, came) for each in numbers)
        contacts = made.take_all(zip(places, came, *said_by, strict=False))
        for line, contact in zip(came, contacts, strict=True):
            if theirs[line] < 0:
                theirs[line] = contact

    take(places, came)
    waiting = (line for line in compress(range(values.orders), together) if theirs[line] < 0)
    take(repeat(sellers.waits), array("q", waiting))
    by_line, alike, whose = said.by_line, said.alike, array("i", bytes(4 * values.size))
    for line, contact in enumerate(theirs):
        if contact > 0 and not customers[line]:
            of = made.known_by(contact)
            own, who = by_line[line], by_line[of]
            if own != who and alike.get(own, own) != alike.get(who, who):
                whose[line] = of
    return whose


def _write(
    database: Database,
    tables: LinkTables,
    values: SharedValues,
    said: Said,
    together: array[int],
    whose: array[int],
) -> None:
    is_named = bytearray(values.size)
    for of in whose:
        is_named[of] = 1
    values.call(compress(range(1, values.size), islice(is_named, 1, None)))
    mates = said.mates(values.orders, together)
    rows = compress(zip(range(values.orders), mates, whose, strict=False), mates)
    while some := [*islice(rows, _AT_ONCE)]:
        database.insert_rows(f"INSERT INTO {tables.linked} VALUES (?, ?, {_KEY})", some)  # noqa: S608
    sold = ((order_id, of) for order_id, line in values.sold() if (of := whose[line]))
    database.many(f"INSERT INTO {tables.sold} VALUES (?, {_KEY})", sold)  # noqa: S608
