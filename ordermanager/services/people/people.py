"""What the shop owes a person (GDPR 15, 17, 20): all that is known of them as a file, and forgetting them here.

Only the workspace is meant. What Yespo holds of the person is another copy, which is erased there (contacts); that
orders are deleted there can be asked for, too (services/sending/corrections.py).
"""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ordermanager.domain.body import ORDER_SEQUENCE
from ordermanager.domain.formulas import guarded
from ordermanager.domain.people.identity import Identity
from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, WrongUse
from ordermanager.services.files.tables import replacing, write_json_list
from ordermanager.services.notices import Changes
from ordermanager.services.people.forgotten import hashes_of
from ordermanager.services.results import ExportResult

if TYPE_CHECKING:
    from pathlib import Path

    from ordermanager.services.context import Context
    from ordermanager.store.people.people import KnownOfPerson
    from ordermanager.store.people.person_search import PersonalText


@dataclass(frozen=True, slots=True)
class PersonFound:
    """What forgetting a person would take away. `orders`: their order IDs; `unsent` of them were never sent and go out
    of sight; `waiting` are in the outbox or unconfirmed, and stand in the way. `others`: other customer IDs in these
    orders, perhaps of somebody else who shares the e-mail or the phone. `damaged`: folders with a damaged database that
    was put aside, in which they may be; `open_imports`: how many imports are being looked through, whose orders are not
    erased."""

    identity: Identity
    orders: tuple[str, ...]
    unsent: int
    waiting: tuple[str, ...]
    cards: int
    backups: int
    others: tuple[str, ...]
    damaged: tuple[str, ...] = ()
    open_imports: int = 0

    def as_json(self) -> dict[str, Any]:
        """For the command line."""
        return {
            "orders": list(self.orders),
            "unsent": self.unsent,
            "waiting": list(self.waiting),
            "cards": self.cards,
            "backups": self.backups,
            "other_customer_ids": list(self.others),
            "damaged": list(self.damaged),
            "open_imports": self.open_imports,
        }


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was erased, and what became of the backups. `left`: folders with a damaged database that was put aside and
    stays, perhaps with the person in it; `damaged_deleted`: how many of these were deleted."""

    orders: int
    revisions: int
    cards: int
    backups_rewritten: int
    backups_dropped: int
    left: tuple[str, ...] = ()
    damaged_deleted: int = 0

    def as_json(self) -> dict[str, Any]:
        """For the command line."""
        return {
            "orders": self.orders,
            "revisions": self.revisions,
            "cards": self.cards,
            "backups_rewritten": self.backups_rewritten,
            "backups_dropped": self.backups_dropped,
            "look_through": list(self.left),
            "damaged_deleted": self.damaged_deleted,
        }


class PeopleService:
    """Any thread but the GUI's: everything is read, every backup rewritten."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._workspace = context.workspace

    def find(self, identity: Identity) -> PersonFound:
        """What there is of a person here. Raises WrongUse for nobody."""
        _refuse_nobody(identity)
        known = self._workspace.people.known_of(identity)
        rows = self._workspace.orders.rows(known.order_ids)
        people = self._workspace.people
        return PersonFound(
            identity=identity,
            orders=tuple(row.external_order_id for row in rows),
            unsent=sum(not row.state.is_waiting and row.revisions == 0 for row in rows),
            waiting=tuple(row.external_order_id for row in rows if row.state.is_waiting or row.unconfirmed),
            cards=len(known.cards),
            backups=len(self._workspace.backups.list()),
            others=_other_ids(identity, {row.external_customer_id for row in rows} - {""}),
            damaged=people.damaged(),
            open_imports=people.open_imports(),
        )

    def export(self, path: Path, identity: Identity) -> ExportResult:
        """All that is known of a person as .json (whole) or .csv (a row for each text). Raises CannotWrite."""
        _refuse_nobody(identity)
        known = self._workspace.people.known_of(identity)
        kinds = {".json": _write_json, ".csv": _write_csv}
        write = kinds.get(path.suffix.lower())
        if write is None:
            raise WrongUse(
                QT_TRANSLATE_NOOP("Sentence", "{file} must end with .json or .csv."), file=path.name
            )
        with replacing(path) as temporary:
            return ExportResult(path, write(temporary, known))

    def forget(self, identity: Identity, *, delete_damaged: bool = False) -> Forgotten:
        """Erase a person here and in every backup; `delete_damaged`: delete also what was put aside as damaged, in
        which nobody can be erased. Raises WrongUse for nobody, StillWaiting while an order waits."""
        _refuse_nobody(identity)
        now, people = self._context.now(), self._workspace.people
        done = people.erase(identity, now, hashes_of(self._workspace, identity))
        backups = people.erase_in_backups(identity, now)
        self._context.settings.forget()
        self._context.publish(Changes(orders=True, outbox=True, history=True, imports=True))
        deleted = people.delete_damaged() if delete_damaged else 0
        return Forgotten(
            done.orders,
            done.revisions,
            done.cards,
            backups.rewritten,
            backups.dropped,
            people.damaged(),
            deleted,
        )


def _other_ids(identity: Identity, found: set[str]) -> tuple[str, ...]:
    """Customer IDs that speak of somebody else: not the one that was asked for, nor the only one there is."""
    asked = identity.external_customer_id
    return tuple(sorted(found - {asked})) if asked or len(found) > 1 else ()


def _refuse_nobody(identity: Identity) -> None:
    if not identity:
        raise WrongUse(QT_TRANSLATE_NOOP("Sentence", "Say who: the customer ID, the e-mail or the phone."))


def _write_json(path: Path, known: KnownOfPerson) -> int:
    entries = [
        json.dumps({"kind": text.kind, "at": text.at, "order": _order(text)}, ensure_ascii=False)
        for text in known.texts
    ]
    entries += [
        json.dumps({"kind": "card", "card": json.loads(card)}, ensure_ascii=False)
        for _, _, card in known.cards
    ]
    return write_json_list(path, "[", entries, "]")


def _write_csv(path: Path, known: KnownOfPerson) -> int:
    """UTF-8 with a mark that Excel needs; every cell in quotation marks, formulas guarded."""
    with path.open("w", encoding="utf-8-sig", errors="replace", newline="") as stream:
        writer = csv.writer(stream, quoting=csv.QUOTE_ALL)
        writer.writerow(["kind", "at", *ORDER_SEQUENCE, "additionalInfo", "items"])
        for text in known.texts:
            order = _order(text)
            cells = [text.kind, text.at, *(_cell(order.get(name)) for name in ORDER_SEQUENCE)]
            writer.writerow(
                [
                    guarded(cell)
                    for cell in (*cells, _cell(order.get("additionalInfo")), _cell(order.get("items")))
                ]
            )
    return len(known.texts)


def _order(text: PersonalText) -> dict[str, Any]:
    """An order by the API's names, whether it comes from a draft or from what was sent."""
    loaded = json.loads(text.json_text)
    if text.kind == "sent":
        return dict(loaded)
    draft = json.loads(loaded["draft"]) if isinstance(loaded.get("draft"), str) else loaded
    order: dict[str, Any] = {name: value for name, value in draft.get("fields", {}).items() if value}
    for name in ("additionalInfo", "items"):
        if draft.get(name):
            order[name] = draft[name]
    return order


def _cell(value: Any) -> str:
    if value in (None, ""):
        return ""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, (dict, list)) else str(value)
