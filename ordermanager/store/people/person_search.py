"""Finds all that a workspace knows of one person: orders as they are, as they were, and as they were sent."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ordermanager.store.database.encoding import decode_draft

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ordermanager.domain.draft import OrderDraft
    from ordermanager.domain.people.identity import Identity
    from ordermanager.store.database.sqlite import Database

PERSONAL = (
    "externalCustomerId",
    "email",
    "phone",
    "firstName",
    "lastName",
    "deliveryAddress",
    "restoreUrl",
    "statusDescription",
)
"""The fields of an order that tell who its customer is, or may."""

SHORTEST = 5
"""Shorter texts are not looked for within others: they would be found in words that have nothing to do with them."""
SHORTEST_NUMBER = 9
"""And shorter numbers may be those of orders."""

_COLUMNS = {"external_customer_id": "external_customer_id", "email": "email", "phone": "phone"}


@dataclass(frozen=True, slots=True)
class PersonalText:
    """One text of an order: what it was, and when. `kind`: current, earlier, sent."""

    order_id: int
    kind: str
    at: str
    json_text: str


def orders_of(database: Database, identity: Identity) -> list[int]:
    """Every order that has, or ever had, the customer ID, e-mail or phone; deleted ones too. Reads everything."""
    found: set[int] = set()
    for column, value in _given(identity):
        # INDEXED BY nothing: the indexes leave deleted orders out.
        found |= _ids(database, f"SELECT id FROM orders WHERE {column} = ?", value)  # noqa: S608
        found |= _ids(
            database,
            "SELECT r.order_id FROM revision_bodies t JOIN revisions r ON r.id = t.revision_id "  # noqa: S608
            f"WHERE t.{column} = ?",
            value,
        )
        found |= _in_earlier_texts(database, value)
    return sorted(found)


def cards_of(database: Database, identity: Identity) -> list[tuple[int, str, str]]:
    """Contact cards with one of the three anywhere in them: (account, contact, card's JSON)."""
    values = [value for _, value in _given(identity)]
    rows = database.all("SELECT account_id, contact_id, card FROM contacts")
    return [row for row in rows if any(_occurs(value, row[2]) for value in values)]


def texts_of(database: Database, order_ids: Iterable[int]) -> Iterator[PersonalText]:
    """The texts of these orders: as they are, before each change, and as they were sent."""
    for order_id in order_ids:
        for at, draft in database.all(
            "SELECT o.changed_at, x.draft FROM orders o JOIN order_texts x ON x.order_id = o.id WHERE o.id = ?",
            (order_id,),
        ):
            yield PersonalText(order_id, "current", at, draft)
        for at, before in database.all(
            "SELECT at, before FROM order_changes WHERE order_id = ? AND before IS NOT NULL ORDER BY id",
            (order_id,),
        ):
            yield PersonalText(order_id, "earlier", at, before)
        for at, body in database.all(
            "SELECT r.queued_at, t.body FROM revisions r JOIN revision_bodies t ON t.revision_id = r.id "
            "WHERE r.order_id = ? ORDER BY r.number",
            (order_id,),
        ):
            yield PersonalText(order_id, "sent", at, bytes(body).decode("utf-8", "replace"))


def personal_values(database: Database, order_ids: Iterable[int], identity: Identity) -> set[str]:
    """Every text that tells who the person is, from all texts of these orders, long enough to be looked for."""
    values = {value for _, value in _given(identity)}
    for text in texts_of(database, order_ids):
        fields = json.loads(text.json_text) if text.kind == "sent" else _fields(decode_draft(text.json_text))
        values.update(_values(fields))
    for email, phone, customer in database.in_chunks(
        "SELECT t.email, t.phone, t.external_customer_id FROM revisions r "
        "JOIN revision_bodies t ON t.revision_id = r.id WHERE r.order_id IN ({ids})",
        list(order_ids),
    ):
        values.update((email, phone, customer))
    values |= {value.lower() for value in values}
    return {value for value in values if len(value) >= (SHORTEST_NUMBER if value.isdigit() else SHORTEST)}


def _given(identity: Identity) -> list[tuple[str, str]]:
    return [(column, value) for column, name in _COLUMNS.items() if (value := getattr(identity, name))]


def _ids(database: Database, sql: str, value: str) -> set[int]:
    return {row[0] for row in database.all(sql, (value,))}


def _in_earlier_texts(database: Database, value: str) -> set[int]:
    """In texts that were changed since. A phone may stand there in any notation, so digits are compared."""
    found = set()
    for table in ("order_changes", "import_orders"):
        for order_id, before in database.all(
            f"SELECT order_id, before FROM {table} WHERE before IS NOT NULL"  # noqa: S608
        ):
            if _occurs(value, before) and order_id not in found and _names_it(before, value):
                found.add(order_id)
    return found


def _names_it(before: str, value: str) -> bool:
    """Whether one of the three fields of an earlier text is this value, and not only somewhere in a word."""
    loaded = json.loads(before)
    draft = json.loads(loaded["draft"]) if isinstance(loaded.get("draft"), str) else loaded
    fields = draft.get("fields", {})
    texts = [str(fields.get(name, "")).strip() for name in ("externalCustomerId", "email", "phone")]
    return value in (texts[0], texts[1].lower()) or _same_phone(texts[2], value)


def _same_phone(text: str, phone: str) -> bool:
    """Whether a phone as typed may be this one: national digits are the end of the whole number."""
    digits = "".join(char for char in text if char.isdigit()).lstrip("0")
    return len(digits) > 6 and phone.isdigit() and phone.endswith(digits)


def _occurs(value: str, text: str) -> bool:
    if value.isdigit():
        digits = "".join(char for char in text if char.isdigit())
        return value[-7:] in digits
    return value.lower() in text.lower() or json.dumps(value)[1:-1].lower() in text.lower()


def _fields(draft: OrderDraft) -> dict[str, Any]:
    return {**draft.fields, "additionalInfo": draft.additional_info}


def _values(fields: dict[str, Any]) -> Iterator[str]:
    for name in PERSONAL:
        text = str(fields.get(name) or "").strip()
        if text:
            yield text
    name = f"{fields.get('firstName') or ''} {fields.get('lastName') or ''}".strip()
    if name:
        yield name
    info = fields.get("additionalInfo")
    if isinstance(info, dict):
        yield from (str(text).strip() for text in info.values() if str(text).strip())
