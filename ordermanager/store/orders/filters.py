"""What a list of orders can be narrowed by beside its folder, and the SQL conditions for it."""

from __future__ import annotations

from array import array
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, NamedTuple

from ordermanager.domain.states import State
from ordermanager.store.database.sqlite import LISTED, hint, listed, one_of, within
from ordermanager.store.database.text_keys import name_key, parts_of_key

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from ordermanager.domain.insights.insights import CustomerSegment, Lacking
    from ordermanager.store.database.sqlite import Database

FindingFilter = Literal["", "errors", "warnings", "any", "none"]

_TEXT_COLUMNS = {
    "externalOrderId": ("external_order_id", "orders_key"),
    "name": ("name_key", "orders_name"),
    "email": ("email", "orders_email"),
    "phone": ("phone", "orders_phone"),
    "externalCustomerId": ("external_customer_id", "orders_customer"),
}
"""And the index by which they are read. That of the IDs has their keys."""
EVERY = "TRUE"
"""The condition that all orders pass."""
FEW_HAVE = 50_000
"""So many orders that have a text are looked at one by one."""
TEXT_FILTERS = tuple(_TEXT_COLUMNS)
"""The columns that `OrderFilters.texts` may name."""


class OrderFilters(NamedTuple):
    """Each narrows the list further; an empty one lets everything pass, several values of one are alternatives.

    `begin` and `end` are UTC ISO texts, the end excluded. `texts` are (column, part of its text) without regard to
    capitals. `account`: was sent, or tried to be sent, through the account of this name. `customer`: the key of one
    customer (`customer_key.py`); `segment`: the orders of all customers in it; `lacking`: nothing in this field.
    `accepted_as`: what was accepted last (by `account`, else by any that counts: `sales.py`) has one of these statuses,
    whatever was done to the order since; then `currencies`, `begin`, `end`, `least`, `most`, `customer` and
    `segment` are about what was accepted, too. `among`: only these orders, by their numbers here; none: all. `moving`:
    `begin` and `end` are the bounds of these MovingDays at the moment when they were asked for; nothing is found by it.
    """

    states: frozenset[State] = frozenset()
    statuses: frozenset[str] = frozenset()
    currencies: frozenset[str] = frozenset()
    findings: FindingFilter = ""
    begin: str = ""
    end: str = ""
    least: Decimal | None = None
    most: Decimal | None = None
    texts: tuple[tuple[str, str], ...] = ()
    account: str = ""
    customer: str = ""
    segment: CustomerSegment | None = None
    lacking: Lacking = ""
    accepted_as: frozenset[str] = frozenset()
    among: tuple[int, ...] = ()
    moving: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether everything passes."""
        return self == NO_FILTERS


NO_FILTERS = OrderFilters()

_FINDINGS = {
    "errors": "errors > 0",
    "warnings": "warnings > 0",
    "any": "(errors > 0 OR warnings > 0)",
    "none": "errors = 0 AND warnings = 0",
}


_LACKING = {
    "email": "email = ''",
    "phone": "phone = ''",
    "customer": "external_customer_id = ''",
    "items": "item_count = 0",
    "contact": "email = '' AND phone = ''",
}


_ON_THEIR_WAY = "state = 'queued' AND follows IN (SELECT id FROM revisions WHERE state = 'sending')"


def state_condition(states: Collection[State]) -> tuple[str, list[object]]:
    """A condition on the table `orders`: in one of these states. Its rows say `queued` of what is on its way."""
    values: list[object] = [str(state) for state in sorted(states)]
    listed = f"state IN ({','.join('?' * len(values))})"
    if State.QUEUED in states and State.SENDING not in states:
        return f"({listed} AND NOT ({_ON_THEIR_WAY}))", values
    if State.SENDING in states and State.QUEUED not in states:
        return f"({listed} OR {_ON_THEIR_WAY})", values
    return listed, values


def filter_conditions(database: Database, filters: OrderFilters) -> tuple[list[str], list[object]]:
    """Conditions on the table `orders`, all of which must hold, and their values."""
    conditions: list[str] = []
    values: list[object] = []
    if filters.states:
        condition, values = state_condition(filters.states)
        conditions.append(condition)
    if filters.statuses:
        conditions.append(one_of("status", filters.statuses, values))
    if filters.lacking:
        conditions.append(_LACKING[filters.lacking])
    if filters.findings:
        conditions.append(_FINDINGS[filters.findings])
    for column, part in filters.texts:
        condition, more = _has_part(column, part)
        conditions.append(condition)
        values += more
    if filters.accepted_as:
        _add_accepted(database, filters, conditions, values)
    else:
        of_sale, their_values = _of_sale(database, filters, sent=False)
        conditions += of_sale
        values += their_values
    if filters.segment is not None:
        from ordermanager.store.insights.segments import segment_condition  # not for a start

        by_sale = bool(filters.accepted_as)
        condition, more = segment_condition(
            database, filters.segment, by_sale=by_sale, account=filters.account
        )
        conditions.append(condition)
        values += more
    return conditions, values


def _of_sale(database: Database, filters: OrderFilters, *, sent: bool) -> tuple[list[str], list[object]]:
    """Conditions on what a sale is: of the rows as they are here, or of what was sent."""
    conditions: list[str] = []
    values: list[object] = []
    if filters.currencies:
        conditions.append(one_of("currency", filters.currencies, values))
    if filters.customer:
        from ordermanager.store.insights.customer_key import customer_condition, key_now
        from ordermanager.store.insights.customer_links import links_of
        from ordermanager.store.insights.sales import counted_accounts

        account = filters.account if filters.accepted_as else ""
        links = links_of(database, counted_accounts(database, account))
        key = key_now(database, filters.customer, links)
        condition, more = customer_condition(key, links, sold=sent)
        conditions.append(condition)
        values += more
    for sign, bound in ((">=", filters.begin), ("<", filters.end)):
        if bound:
            conditions.append(f"date {sign} ?")
            values.append(bound)
    if filters.end and not filters.begin:
        conditions.append("date <> ''")
    conditions += within("total_number", filters.least, filters.most, values)
    return conditions, values


def _add_accepted(
    database: Database, filters: OrderFilters, conditions: list[str], values: list[object]
) -> None:
    """The row says it itself, or what was sent does. Names in the inner SELECT mean what was sent."""
    from ordermanager.store.insights.sales import counted_accounts, sent_of, tells_itself, told_by_revision

    counted = counted_accounts(database, filters.account)
    wanted = []
    for sent in (False, True):
        status = one_of("status", filters.accepted_as, values)
        of_sale, more = _of_sale(database, filters, sent=sent)
        wanted.append(" AND ".join([status, *of_sale]))
        values += more
    conditions.append(
        f"({tells_itself(counted)} AND {wanted[0]} OR {told_by_revision(counted)} "  # noqa: S608
        f"AND EXISTS (SELECT 1 FROM ({sent_of(counted)}) WHERE {wanted[1]}))"
    )


def _has_part(column: str, part: str) -> tuple[str, list[object]]:
    """The condition that a column has a part of a text, and its values. A phone that was read is digits, whatever
    signs it was typed with."""
    from ordermanager.store.database.text_parts import has_part, phone_digits  # not for a start

    name, _ = _TEXT_COLUMNS[column]
    if column == "name":
        return f"instr({name}, ?) > 0", [name_key(part)]
    digits = phone_digits(part) if column == "phone" else ""
    parts = [has_part(name, each) for each in dict.fromkeys((part, digits or part))]
    some = " OR ".join(condition for condition, _ in parts)
    return f"({some})", [value for _, values in parts for value in values]


def few_with_texts(
    database: Database, texts: Iterable[tuple[str, str]], conditions: str, values: Sequence[object]
) -> array[int] | None:
    """The orders that meet `conditions` (which say the texts, too), where few have one of these texts: no row but
    theirs is looked up."""
    for column, part in texts:
        sql, of_text = _with_text(column, part)
        found = database.ids(f"{sql} LIMIT {FEW_HAVE + 1}", of_text)
        if len(found) <= FEW_HAVE:
            few = f"SELECT id FROM {LISTED} few CROSS JOIN orders ON id = few.value WHERE deleted_at IS NULL"  # noqa: S608
            return database.ids(f"{few} AND {conditions}", (listed(found), *values))
    return None


def _with_text(column: str, part: str) -> tuple[str, list[object]]:
    """A query for the orders that have a part of a text in a column (and perhaps some that do not), from an index
    alone; and its values."""
    _, index = _TEXT_COLUMNS[column]
    if column == "externalOrderId":
        pieces = sorted(parts_of_key(part), key=len, reverse=True)
        condition = " AND ".join(["instr(order_key, ?) > 0"] * len(pieces)) or "TRUE"
        values: list[object] = [*pieces]
    else:
        condition, values = _has_part(column, part)
    return f"SELECT id FROM orders{hint(index)} WHERE deleted_at IS NULL AND {condition}", values  # noqa: S608


def sent_through(database: Database, account: str) -> array[int]:
    """The orders that were ever in a batch for the account of this name."""
    rows = database.in_chunks(
        "SELECT DISTINCT r.order_id FROM batch_revisions m JOIN revisions r ON r.id = m.revision_id "
        "WHERE m.account_id IN ({ids})",
        [row[0] for row in database.all("SELECT id FROM accounts WHERE name = ?", (account,))],
    )
    return array("q", [row[0] for row in rows])


def sums_of(database: Database, ids: Iterable[int]) -> list[tuple[str, int, Decimal]]:
    """Of these orders: each currency, how many have a total in it, and the exact sum; the most frequent first."""
    counts: dict[str, int] = {}
    sums: dict[str, Decimal] = {}
    rows = database.in_chunks(
        "SELECT currency, total FROM orders WHERE total IS NOT NULL AND id IN ({ids})", ids
    )
    for currency, total in rows:
        counts[currency] = counts.get(currency, 0) + 1
        sums[currency] = sums.get(currency, Decimal(0)) + Decimal(total)
    return sorted(((name, counts[name], sums[name]) for name in sums), key=lambda found: -found[1])


def currencies_in_use(database: Database) -> list[str]:
    """Every currency that some order has, in the order of the alphabet. Reads all rows."""
    rows = database.all(
        "SELECT DISTINCT currency FROM orders WHERE deleted_at IS NULL AND currency <> '' ORDER BY currency"
    )
    return [row[0] for row in rows]
