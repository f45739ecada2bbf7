"""Sales as the platform knows them: what accounts accepted last, with the values that were sent.

The platform counts what it was given (yespo-api.md 1.7, 4.5). So what the newest accepted revision of an order says
(status, date, amount, currency, customer) is what counts, whatever was edited, queued, withdrawn, rejected or left in
doubt since. The row of an order that stands accepted says the same, its text being that revision's; only of the others
is the revision looked up and its body read. So a million accepted orders cost one pass over narrow rows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ordermanager.domain.states import State

if TYPE_CHECKING:
    from ordermanager.store.database.sqlite import Database

CENTS = "CAST(round(total_number * 100) AS INTEGER)"
"""Amounts are added up as whole cents: sums of floating numbers would not add up."""

_APART = (
    "SELECT r.order_id FROM batches AS b JOIN revisions AS r ON r.id BETWEEN b.first_revision AND b.last_revision "
    "WHERE b.account_id IN ({outside}) UNION ALL "
    "SELECT r.order_id FROM batches AS b JOIN batch_members AS m ON m.batch_id = b.id "
    "JOIN revisions AS r ON r.id = m.revision_id WHERE b.account_id IN ({outside})"
)
"""Orders that were sent through accounts that do not count: their rows may mirror what one of those accepted."""

_LAST = (
    "(SELECT a.id FROM revisions AS a WHERE a.order_id = {order} AND a.state = 'accepted'{of} "
    "ORDER BY a.number DESC LIMIT 1)"
)
_BY_COUNTED = " AND (SELECT b.account_id FROM batches AS b WHERE b.id = a.batch_id) IN ({inside})"
_OTHER_STATES = ", ".join(f"'{state}'" for state in State if state is not State.ACCEPTED)
_JSON = "json_extract(CAST(t.body AS TEXT), '$.{}')"
SENT_DATE = f"coalesce(strftime('%Y-%m-%dT%H:%M:%SZ', {_JSON.format('date')}), '')"
"""The date of an order as it was sent, UTC text, of a row `t` of the bodies."""
_NAME = "sent_name(t.body)"
_SENT = (
    "r.status AS status, "
    f"{SENT_DATE} AS date, "
    f"CAST({_JSON.format('totalCost')} AS REAL) AS total_number, "
    f"coalesce({_JSON.format('currency')}, '') AS currency, "
    "t.external_customer_id AS external_customer_id, t.email AS email, t.phone AS phone, "
    f"{_NAME} AS name, name_key({_NAME}) AS name_key"
)
_BODIES = "JOIN revision_bodies AS t ON t.revision_id = r.id"


class Counted(NamedTuple):
    """The accounts whose acceptance counts, and the others."""

    inside: tuple[int, ...]
    outside: tuple[int, ...]


def counted_accounts(database: Database, account: str = "") -> Counted:
    """Whose sales are counted. `account`: only those of this name; empty: of all but sandboxes, which count only while
    there was never another account: practice is not mixed with sales."""
    rows = database.all("SELECT id, name, is_sandbox FROM accounts ORDER BY id")
    is_all_practice = all(is_sandbox for _, _, is_sandbox in rows)
    inside = tuple(
        number
        for number, name, is_sandbox in rows
        if (name == account if account else is_all_practice or not is_sandbox)
    )
    return Counted(inside, tuple(number for number, _, _ in rows if number not in inside))


def counted_alone(database: Database, account_id: int) -> Counted:
    """The account of this number, and all others."""
    numbers = [row[0] for row in database.all("SELECT id FROM accounts ORDER BY id")]
    return Counted((account_id,), tuple(number for number in numbers if number != account_id))


def accounts_with_sales(database: Database) -> list[tuple[str, bool]]:
    """The names of the accounts that orders were sent through, and whether each is a sandbox; removed ones are among
    them."""
    rows = database.all(
        "SELECT name, max(is_sandbox) FROM accounts AS a "
        "WHERE EXISTS (SELECT 1 FROM batches AS b WHERE b.account_id = a.id) GROUP BY name ORDER BY min(id)"
    )
    return [(name, bool(is_sandbox)) for name, is_sandbox in rows]


def tells_itself(counted: Counted) -> str:
    """What must hold of a row of the table `orders` that says itself what was accepted last."""
    if not counted.outside:
        return "orders.state = 'accepted'"
    return f"(orders.state = 'accepted' AND orders.id NOT IN ({_apart(counted)}))"


def told_by_revision(counted: Counted) -> str:
    """What holds of all others of which anything may have been accepted; orders that it lets pass are few."""
    others = f"orders.revisions > 0 AND +orders.state IN ({_OTHER_STATES})"
    if not counted.outside:
        return f"({others})"
    return f"({others} OR orders.state = 'accepted' AND orders.id IN ({_apart(counted)}))"


def sent_of(counted: Counted) -> str:
    """A SELECT of what was accepted last of the row of `orders` around it: no row, or one of (status, date,
    total_number, currency, external_customer_id, email, phone, name, name_key)."""
    return f"SELECT {_SENT} FROM revisions AS r {_BODIES} WHERE r.id = {_last(counted)}"  # noqa: S608


def sent_rows(counted: Counted, columns: str, where: str = "", orders: str = "orders") -> str:
    """A SELECT of these columns of all that is told by revisions; `where` is a further condition on `orders`, and
    `orders` that table where it is not the one of the first database."""
    # By their ids, one after the other: their bodies lie in the same order. Of all orders, those that may be meant are
    # known from the index of states, so that nothing else is read.
    meant = told_by_revision(counted)
    if not where:
        apart = f" UNION ALL {_apart(counted)}" if counted.outside else ""
        meant = (
            f"orders.revisions > 0 AND orders.id IN (SELECT other.id FROM {orders} AS other "  # noqa: S608
            f"WHERE other.deleted_at IS NULL AND other.state IN ({_OTHER_STATES}){apart})"
        )
    return (
        f"SELECT {columns} FROM (SELECT orders.id AS id, r.id AS revision_id, {_SENT} "  # noqa: S608
        f"FROM {orders} AS orders NOT INDEXED "
        f"JOIN revisions AS r ON r.id = {_last(counted)} {_BODIES} "
        f"WHERE orders.deleted_at IS NULL AND {meant}{where})"
    )


def accepted_rows(counted: Counted, columns: str) -> str:
    """A SELECT of these columns (of status, date, total_number, currency, …) of every order here that was accepted,
    deleted ones left out, as it was accepted last."""
    return (
        f"SELECT {columns} FROM orders WHERE deleted_at IS NULL AND {tells_itself(counted)} "  # noqa: S608
        f"UNION ALL {sent_rows(counted, columns)}"
    )


def _apart(counted: Counted) -> str:
    return _APART.format(outside=_list(counted.outside))


def _last(counted: Counted) -> str:
    of = _BY_COUNTED.format(inside=_list(counted.inside)) if counted.outside else ""
    return _LAST.format(order="orders.id", of=of)


def _list(numbers: tuple[int, ...]) -> str:
    return ", ".join(map(str, numbers))
