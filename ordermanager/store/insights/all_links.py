"""Links found anew from all orders: by numbers, so that a million orders take some seconds and little memory.

Every order is a line, whose number is the order's; what was accepted of one whose row says another customer by now is
a further line. Equal customer IDs, e-mails and phones get equal numbers, read off the indexes of their columns.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, NamedTuple

from ordermanager.domain.people.made_contacts import ALONE, NumberedContacts
from ordermanager.store.insights.customer_key import CUSTOMER_KEY
from ordermanager.store.insights.few_links import SHORTEST_PHONE
from ordermanager.store.insights.sales import sent_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ordermanager.store.database.sqlite import Database
    from ordermanager.store.insights.link_tables import LinkTables, Sellers

_FEW_RELINKED = 5000
"""Of more that are linked otherwise than before, nobody is told one by one."""

_OTHERWISE = f"""
CREATE TEMP TABLE otherwise (revision INTEGER PRIMARY KEY, line INTEGER NOT NULL, order_id INTEGER NOT NULL,
    external_customer_id TEXT NOT NULL, email TEXT COLLATE NOCASE NOT NULL, phone TEXT NOT NULL, own_key TEXT NOT NULL)
    STRICT;
INSERT INTO otherwise
    SELECT revision, {{size}} - 1 + dense_rank() OVER (ORDER BY order_id, external_customer_id, email, phone),
        order_id, external_customer_id, email, phone, {CUSTOMER_KEY}
    FROM (SELECT r.id AS revision, r.order_id AS order_id, t.external_customer_id AS external_customer_id,
            lower(t.email) AS email, t.phone AS phone, '' AS name_key
        FROM orders AS o NOT INDEXED CROSS JOIN revisions AS r ON r.order_id = o.id
        CROSS JOIN revision_bodies AS t ON t.revision_id = r.id
        WHERE o.deleted_at IS NULL AND o.revisions > 0 AND (o.revisions > 1 OR o.state <> 'accepted')
        AND r.state = 'accepted'{{counts}} AND (t.external_customer_id <> o.external_customer_id
            OR lower(t.email) <> lower(o.email) OR t.phone <> o.phone));
CREATE INDEX temp.otherwise_line ON otherwise (line);
"""  # noqa: S608
_BY_COUNTED = " AND (SELECT b.account_id FROM batches AS b WHERE b.id = r.batch_id) IN ({inside})"
_COLUMNS = {
    "external_customer_id": ("orders_customer", "1"),
    "email": ("orders_email", "instr(value, '@') > 0"),
    "phone": ("orders_phone", f"length(value) >= {SHORTEST_PHONE} AND value NOT GLOB '*[^0-9]*'"),
}
"""By column its index, and which values somebody can be found by."""
_HERE = (
    "SELECT {column} AS value, id AS line FROM orders INDEXED BY {index} "
    "WHERE deleted_at IS NULL AND {column} <> ''"
)
_THERE = (
    " UNION ALL SELECT {column}, line FROM (SELECT DISTINCT {column}, line FROM otherwise) "
    "WHERE {column} <> '' ORDER BY 1"
)
_MIXED, _GUEST = 1, 2


class _Numbers(NamedTuple):
    """Of one column, by line; `highest` of them."""

    of: array[int]
    highest: int


class _Lines:
    """All lines, and which have to do with one another: `leader` leads from each to the first of them, in steps."""

    def __init__(self, database: Database, sellers: Sellers) -> None:
        self._database = database
        self._sellers = sellers
        self.orders = 1 + (database.value("SELECT max(id) FROM orders") or 0)
        """The numbers of orders are below it, those of further lines are not."""
        inside = ", ".join(map(str, sellers.counted.inside))
        counts = _BY_COUNTED.format(inside=inside) if sellers.counted.outside else ""
        database.script(_OTHERWISE.format(size=self.orders, counts=counts))
        self.has_more = bool(database.value("SELECT count(*) FROM otherwise"))
        highest = database.value("SELECT max(line) FROM otherwise")
        self.size = self.orders if highest is None else highest + 1
        self.leader = array("i", range(self.size))
        for line, order_id in database.all("SELECT DISTINCT line, order_id FROM otherwise"):
            self._join((line, order_id))
        self.odd: dict[int, int] = {}
        """Of lines with what is no e-mail: nobody is found by it, but whoever said it is called so here."""
        self.phones = self._numbered("phone")
        self.odd.clear()
        self.emails = self._numbered("email")
        self.customers = self._numbered("external_customer_id")
        self.keys = array("i", bytes(4 * self.size))
        """Equal for lines that say that they are the same customer's; 0 where nothing is said."""

    def _numbered(self, column: str) -> _Numbers:
        index, is_address = _COLUMNS[column]
        lines = (_HERE + (_THERE if self.has_more else "")).format(column=column, index=index)
        numbers, number = array("i", bytes(4 * self.size)), ALONE
        for text, is_found in self._database.each(
            f"SELECT group_concat(line), {is_address} FROM ({lines}) GROUP BY value"  # noqa: S608
        ):
            if not is_found:
                number += 1
                self.odd.update(dict.fromkeys(map(int, text.split(",")), number))
                continue
            if "," not in text:
                numbers[int(text)] = ALONE
                continue
            number += 1
            those = [*map(int, text.split(","))]
            for line in those:
                numbers[line] = number
            self._join(those)
        return _Numbers(numbers, number)

    def _join(self, lines: Iterable[int]) -> None:
        leader, first = self.leader, -1
        for line in lines:
            top = line
            while (above := leader[top]) != top:
                leader[top] = top = leader[above]
            if first < 0 or top == first:
                first = top
            elif top < first:
                leader[first] = first = top
            else:
                leader[top] = first

    def led_by(self, line: int) -> int:
        """The first of all that have to do with this line."""
        leader = self.leader
        while (above := leader[line]) != line:
            leader[line] = line = leader[above]
        return line

    def mixed(self) -> bytearray:
        """By the first of those that have to do with one another: whether they say that they are several customers, at
        least one of them without an ID. Only among such can one be another's than it says."""
        seen, first_key = bytearray(self.size), array("i", bytes(4 * self.size))
        keys, odd = self.keys, self.odd
        emails_from = self.customers.highest
        phones_from = emails_from + self.emails.highest
        for line, (customer, email, phone) in enumerate(
            zip(self.customers.of, self.emails.of, self.phones.of, strict=True)
        ):
            if not (customer or email or phone):
                continue
            own, begin = (
                (customer, 0) if customer else (email, emails_from) if email else (phone, phones_from)
            )
            if line in odd and not customer:
                own, begin = odd[line], emails_from
            keys[line] = key = begin + own if own > ALONE else -line
            first = self.led_by(line)
            if not customer:
                seen[first] |= _GUEST
            if not first_key[first]:
                first_key[first] = key
            elif first_key[first] != key:
                seen[first] |= _MIXED
        is_mixed = _MIXED | _GUEST
        return bytearray(each == is_mixed for each in seen)

    def contacts(self, mixed: bytearray) -> tuple[NumberedContacts, array[int]]:
        """Those that the lines of mixed ones make, and by line to which of them it goes; 0 or less: to none. Where
        nobody is mixed, nothing is asked."""
        accounts = len(self._sellers.places) or 1
        customers, emails, phones = self.customers.of, self.emails.of, self.phones.of
        made = NumberedContacts(accounts, self.customers.highest, self.emails.highest, self.phones.highest)
        theirs = array("i", [-1]) * self.size
        again = [bytearray(self.size) for _ in range(accounts)] if accounts > 1 else []
        if not any(mixed):
            return made, theirs
        concerned = bytearray(mixed[self.led_by(line)] for line in range(self.size))
        for arrival in self._arrivals():
            line, account = divmod(arrival, accounts)
            if not concerned[line]:
                continue
            if again:
                if again[account][line]:
                    continue
                again[account][line] = 1
            elif theirs[line] >= 0:
                continue
            contact = made.take(account, line, customers[line], emails[line], phones[line])
            if theirs[line] < 0:
                theirs[line] = contact
        for line in range(self.orders):
            if concerned[line] and theirs[line] < 0:
                theirs[line] = made.take(
                    self._sellers.waits, line, customers[line], emails[line], phones[line]
                )
        return made, theirs

    def _arrivals(self) -> array[int]:
        """What was accepted, in this order: lines, each times the number of accounts, and the place of its account."""
        counted, places = self._sellers.counted, self._sellers.places
        line, joined, where = "r.order_id", "", "r.state = 'accepted'"
        if self.has_more:
            line, joined = (
                f"coalesce(x.line, {line})",
                " LEFT JOIN otherwise AS x ON x.revision = r.id",
            )
        if len(places) > 1:
            account = " ".join(f"WHEN {number} THEN {place}" for number, place in places.items())
            line = f"{line} * {len(places)} + CASE b.account_id {account} END"
        if len(places) > 1 or counted.outside:
            joined += " CROSS JOIN batches AS b ON b.id = r.batch_id"
            where += f" AND b.account_id IN ({', '.join(map(str, places))})"
        return self._database.ids(f"SELECT {line} FROM revisions AS r{joined} WHERE {where} ORDER BY r.id")  # noqa: S608


def find_all(database: Database, tables: LinkTables, sellers: Sellers, round_: int) -> bool:
    """From all orders. Whether those that are linked otherwise than before are known, as so since `round_`."""
    lines = _Lines(database, sellers)
    try:
        mixed = lines.mixed()
        made, theirs = lines.contacts(mixed)
        tables.put_aside(database)
        _write(database, tables, sellers, lines, mixed, made, theirs)
        return tables.compare(database, round_, _FEW_RELINKED)
    finally:
        database.run("DROP TABLE temp.otherwise")


def _write(
    database: Database,
    tables: LinkTables,
    sellers: Sellers,
    lines: _Lines,
    mixed: bytearray,
    made: NumberedContacts,
    theirs: array[int],
) -> None:
    if not any(mixed):  # everybody is who they say
        return
    keys, customers = lines.keys, lines.customers.of

    def customer_of(line: int) -> int:
        """The line whose key is that of the customer; 0: its own."""
        contact = theirs[line]
        if customers[line] or contact <= 0:
            return 0
        of = made.known_by(contact)
        return 0 if keys[of] == keys[line] else of

    def rows() -> Iterator[tuple[int, int, int]]:
        for order_id in range(1, lines.orders):
            together = lines.led_by(order_id)
            if mixed[together]:
                yield order_id, together, customer_of(order_id)

    key = _KEY if lines.has_more else _OWN_KEY
    other = f"nullif({key.format('?3')}, {key.format('{0}')})"
    database.many(
        f"INSERT INTO {tables.linked} VALUES (?1, ?2, CASE WHEN ?3 THEN {other.format('?1')} END)",  # noqa: S608
        rows(),
    )
    told = sent_rows(sellers.counted, "id, revision_id")
    if lines.has_more:
        told = f"SELECT id, coalesce(line, id) FROM ({told}) LEFT JOIN otherwise ON revision = revision_id"  # noqa: S608
    else:
        told = f"SELECT id, id FROM ({told})"  # noqa: S608
    database.many(
        f"INSERT INTO {tables.sold} SELECT ?1, key FROM (SELECT {other.format('?2')} AS key) WHERE key IS NOT NULL",  # noqa: S608
        ((order_id, line, of) for order_id, line in database.each(told) if (of := customer_of(line))),
    )


_OWN_KEY = f"(SELECT {CUSTOMER_KEY} FROM orders WHERE id = {{}})"  # noqa: S608
_KEY = f"coalesce((SELECT own_key FROM otherwise WHERE line = {{0}} LIMIT 1), {_OWN_KEY.format('{0}')})"  # noqa: S608
