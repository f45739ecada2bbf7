"""Whose orders say they are, and which of those customers have to do with one another.

Lines are as in `shared_values.py`. Customers are numbers, those without an ID first, so that the first of some who have
to do with one another has none if any of them has none.
"""

from __future__ import annotations

from array import array
from itertools import chain, compress
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ordermanager.store.insights.shared_values import SharedValues


class Said(NamedTuple):
    """By line the customer whose it says it is, 0: it says nothing. `guests` of the `customers` have no ID. `alike`: of
    one with an odd e-mail, who is another one for each line since nobody is found by it, the first who is called so."""

    by_line: array[int]
    guests: int
    customers: int
    alike: dict[int, int]

    def together(self, shared: Iterable[array[int]], further: list[tuple[int, int]]) -> array[int]:
        """By line, the same number for those that have to do with one another, where they say that they are several
        customers, at least one of them without an ID: only among such can one be another's than it says. 0: of all
        others. `shared`: the lines with the same phones and e-mails; `further`: lines and those of their orders."""
        by_line, highest = self.by_line, self.customers
        for line in {each for pair in further for each in pair if not by_line[each]}:
            highest += 1  # it says nothing, but what was accepted of the same order may
            by_line[line] = highest
        leader = _leaders(by_line, highest, chain(shared, ((*pair, 0) for pair in further)))
        if leader is None:
            return array("i", bytes(4 * len(by_line)))
        guests, alike, is_mixed = self.guests, self.alike, bytearray(highest + 1)
        for who, above in enumerate(leader):
            if who != above:
                leader[who] = first = leader[above]
                if (
                    first <= guests
                    and who <= self.customers
                    and alike.get(who, who) != alike.get(first, first)
                ):
                    is_mixed[first] = 1
        for who, first in enumerate(leader):
            if not is_mixed[first]:
                leader[who] = 0
        return array("i", map(leader.__getitem__, by_line))

    def mates(self, orders: int, together: array[int]) -> array[int]:
        """By order, the next of those that have to do with one another; of the last one the first."""
        first, last = (array("i", bytes(4 * (self.guests + 1))) for _ in range(2))
        mates = array("i", bytes(4 * orders))
        for order_id in compress(range(orders), together):
            team = together[order_id]
            if before := last[team]:
                mates[before] = order_id
            else:
                first[team] = order_id
            last[team] = order_id
        for before, order_id in zip(last, first, strict=True):
            if before:
                mates[before] = order_id
        return mates


def said_in(values: SharedValues, lines: dict[str, array[int]], *, has_odd: bool) -> Said:
    """From what lines have (`SharedValues.lines`)."""
    by_line = array("i", bytes(4 * values.size))
    number = _number(lines["phone"], by_line, 0)
    number = _number(lines["email"], by_line, number)
    alike: dict[int, int] = {}
    first = "", 0
    for key, line in values.odd_emails() if has_odd else ():
        number += 1
        first = first if first[0] == key else (key, number)
        alike[number] = first[1]
        if by_line[line]:  # who can be found by a phone says by the e-mail who they are
            by_line[line] = number
    guests = number
    number = _number(lines["external_customer_id"], by_line, number)
    return Said(by_line, guests, number, alike)


def _number(lines: array[int], by_line: array[int], number: int) -> int:
    """Give the lines of each value the next number; the last one."""
    number += 1
    for line in lines:
        if line > 0:
            by_line[line] = number
        else:
            by_line[-line] = number
            number += 1
    by_line[0] = 0
    return number - 1


def _leaders(by_line: array[int], highest: int, shared: Iterable[Iterable[int]]) -> array[int] | None:
    """By customer another one with whom they have to do and who comes before them, or themselves; None: nobody has to
    do with another one."""
    leader, is_any = array("i", range(highest + 1)), False
    for lines in shared:
        last = 0
        for line in lines:
            if line <= 0:
                last = 0
                continue
            if (who := by_line[line]) == last:
                continue
            if last:
                is_any = True
                while (above := leader[last]) != last:
                    leader[last] = last = leader[above]
                first = who
                while (above := leader[first]) != first:
                    leader[first] = first = leader[above]
                if first < last:
                    leader[last] = first
                else:
                    leader[first] = last
            last = who
    return leader if is_any else None
