"""A scratch database for the review of an import: every order of the file, checked, before anything is stored."""

from __future__ import annotations

import json
from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, WrongUse
from ordermanager.store.database.encoding import decode_draft, decode_findings, encode_findings
from ordermanager.store.database.text_keys import clean
from ordermanager.store.imports.staging_database import StagingDatabase
from ordermanager.store.imports.staging_schema import StagedQuery, select_ids
from ordermanager.store.imports.staging_steps import Steps
from ordermanager.store.orders.rows import SUMMARY_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from pathlib import Path

    from ordermanager.domain.checks.findings import Finding
    from ordermanager.domain.draft import OrderDraft
    from ordermanager.store.database.sqlite import Database

_NAMES = ", ".join(SUMMARY_COLUMNS)
_MARKS = ", ".join("?" * len(SUMMARY_COLUMNS))
_INSERT = f"INSERT INTO staged (id, known, order_id, items, {_NAMES}) VALUES (?, ?, ?, ?, {_MARKS})"  # noqa: S608
_UPDATE = (
    "UPDATE staged SET known = ?, order_id = ?, items = ?, is_edited = ?, "  # noqa: S608
    f"{', '.join(f'{name} = ?' for name in SUMMARY_COLUMNS)} WHERE id = ?"
)
_INSERT_TEXT = (
    "INSERT INTO texts (id, draft, hash, findings, words, lines, notes) VALUES (?, ?, ?, ?, ?, ?, ?)"
)
_UPDATE_TEXT = "UPDATE texts SET draft = ?, hash = ?, findings = ?, words = ?, original = ? WHERE id = ?"
_FULL = """SELECT s.id, s.known, s.order_id, s.included, s.is_edited, x.draft, x.original, x.findings, x.lines, x.notes
    FROM staged s JOIN texts x ON x.id = s.id WHERE s.id IN ({ids}) ORDER BY s.id"""
_ROWS = f"""SELECT s.id, {", ".join(f"s.{name}" for name in SUMMARY_COLUMNS)}, s.known, s.included, s.is_edited,
    x.draft, x.findings, x.lines FROM staged s JOIN texts x ON x.id = s.id WHERE s.id IN ({{ids}})"""  # noqa: S608


@dataclass(frozen=True, slots=True)
class StagedOrder:
    """One order to be written to the scratch database. `summary` are the values of SUMMARY_COLUMNS, `notes` what only
    the reading of the file found, `lines` its rows there.
    """

    id: int
    known: str
    order_id: int | None
    items: int
    summary: tuple[Any, ...]
    text: str
    text_hash: bytes
    words: str
    findings: tuple[Finding, ...]
    lines: tuple[int, ...] = ()
    notes: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class StoredOrder:
    """One order as it is in the scratch database; `text` is its draft as JSON, `original_text` that of the file where
    the draft was edited.
    """

    id: int
    known: str
    order_id: int | None
    is_included: bool
    is_edited: bool
    text: str
    original_text: str | None
    findings: tuple[Finding, ...]
    lines: tuple[int, ...]
    notes: tuple[Finding, ...]

    def draft(self) -> OrderDraft:
        """A copy of the draft."""
        return decode_draft(self.text)

    def original(self) -> OrderDraft:
        """What the file says."""
        return decode_draft(self.original_text or self.text)


class Staging(StagingDatabase):
    """See the module. Every method that writes is one transaction, or part of the caller's `transaction()`."""

    def __init__(self, folder: Path) -> None:
        """Make it in the workspace `folder`. Raises WorkspaceError where nothing can be written there."""
        super().__init__(folder)
        self._groups: dict[tuple[str, str, str], int] = {}
        self.steps = Steps(self)

    # ---- filling and changing

    def add(self, orders: Sequence[StagedOrder]) -> None:
        """Add orders of the file."""
        with self.transaction() as database:
            database.many(
                _INSERT, [(each.id, each.known, each.order_id, each.items, *each.summary) for each in orders]
            )
            database.many(
                _INSERT_TEXT,
                [
                    (
                        each.id,
                        each.text,
                        each.text_hash,
                        encode_findings(each.findings) if each.findings else "[]",
                        each.words,
                        f"[{','.join(map(str, each.lines))}]",
                        encode_findings(each.notes) if each.notes else "[]",
                    )
                    for each in orders
                ],
            )
            self._add_found(database, orders)

    def change(self, orders: Sequence[StagedOrder], before: Collection[StoredOrder]) -> None:
        """Write orders over what they were."""
        olds = {each.id: each for each in before}
        with self.transaction() as database:
            database.many(
                "DELETE FROM found WHERE group_id = ? AND id = ?",
                [(self._group_id(database, finding), old.id) for old in before for finding in old.findings],
            )
            rows, texts = [], []
            for each in orders:
                old = olds[each.id]
                original = old.original_text or old.text
                is_edited = each.text != original
                rows.append((each.known, each.order_id, each.items, is_edited, *each.summary, each.id))
                kept = original if is_edited else None
                texts.append(
                    (each.text, each.text_hash, encode_findings(each.findings), each.words, kept, each.id)
                )
            database.many(_UPDATE, rows)
            database.many(_UPDATE_TEXT, texts)
            self._add_found(database, orders)

    def _add_found(self, database: Database, orders: Iterable[StagedOrder]) -> None:
        counted: dict[tuple[int, int], list[int]] = {}
        for each in orders:
            for finding in each.findings:
                place = counted.setdefault((self._group_id(database, finding), each.id), [0, 0])
                place[0] += 1
                place[1] += finding.proposal is not None
        if counted:
            database.many(
                "INSERT INTO found (group_id, id, findings, proposals) VALUES (?, ?, ?, ?)",
                [(*key, *numbers) for key, numbers in counted.items()],
            )

    def _group_id(self, database: Database, finding: Finding) -> int:
        key = (finding.code, group_field(finding.field), finding.severity.value)
        found = self._groups.get(key)
        if found is None:
            found = self._groups[key] = database.insert(
                "INSERT INTO groups (code, field, severity) VALUES (?, ?, ?)", key
            )
        return found

    def forget(self, external_order_id: str) -> list[StoredOrder]:
        """Take out the parts of an order whose rows stood apart in the file, because the whole has come; gives them."""
        with self.transaction() as database:
            ids = [
                row[0]
                for row in database.all(
                    "SELECT id FROM staged WHERE external_order_id = ?", (clean(external_order_id),)
                )
            ]
            parts = self.orders(ids)
            for table in ("staged", "texts", "found"):
                database.many(f"DELETE FROM {table} WHERE id = ?", [(each,) for each in ids])  # noqa: S608
            return parts

    # ---- asking

    def ids(self, query: StagedQuery, limit: int | None = None) -> array[int]:
        """The orders that a query finds, in its order."""
        sql, values = select_ids(query)
        if limit is not None:
            sql, values = f"{sql} LIMIT ?", (*values, limit)
        return array("q", [row[0] for row in self.read(sql, values)])

    def rows(self, ids: Iterable[int]) -> list[tuple[Any, ...]]:
        """What a list shows, by id: id, SUMMARY_COLUMNS, known, included, is_edited, draft, findings (both decoded),
        lines."""
        with self._lock:
            found = list(self._database.in_chunks(_ROWS, ids))
        return [
            (*row[:-3], decode_draft(row[-3]), decode_findings(row[-2]), tuple(json.loads(row[-1])))
            for row in found
        ]

    def order(self, staged_id: int) -> StoredOrder:
        """One in full. Raises WrongUse where there is none."""
        found = self.orders([staged_id])
        if not found:
            raise WrongUse(
                QT_TRANSLATE_NOOP("Sentence", "There is no order {number} in this file."), number=staged_id
            )
        return found[0]

    def orders(self, ids: Iterable[int]) -> list[StoredOrder]:
        """Orders in full."""
        with self._lock:
            found = list(self._database.in_chunks(_FULL, ids))
        return [
            StoredOrder(
                id=row[0],
                known=row[1],
                order_id=row[2],
                is_included=bool(row[3]),
                is_edited=bool(row[4]),
                text=row[5],
                original_text=row[6],
                findings=decode_findings(row[7]),
                lines=tuple(json.loads(row[8])),
                notes=decode_findings(row[9]),
            )
            for row in found
        ]

    def places(self, external_ids: Collection[str]) -> dict[str, tuple[int, int]]:
        """The first and last place in the file of each of these order ids, as far as they are staged."""
        with self._lock:
            found = self._database.in_chunks(
                "SELECT external_order_id, min(id), max(id) FROM staged WHERE external_order_id IN ({ids}) "
                "GROUP BY external_order_id",
                [clean(each) for each in external_ids],
            )
            return {row[0]: (row[1], row[2]) for row in found}

    def identities(
        self, column: str, values: Collection[str], but: Collection[int]
    ) -> list[tuple[str, str, str]]:
        """Customer id, e-mail and phone of staged orders (none of `but`) with one of `values` in `column`."""
        if column not in ("external_customer_id", "email", "phone"):
            raise ValueError(column)
        without = ",".join(str(int(each)) for each in but)
        with self._lock:
            return list(
                self._database.in_chunks(
                    "SELECT DISTINCT external_customer_id, email, phone FROM staged "  # noqa: S608
                    f"WHERE {column} IN ({{ids}}) AND id NOT IN ({without}) LIMIT 25000",
                    [clean(each) for each in values],
                )
            )

    # ---- what is said of all

    def numbers(self) -> tuple[int, ...]:
        """Orders, included, edited, items of all; then of the included: ready, errors, warnings, new, updated,
        unchanged.
        """
        row = self.read(
            """SELECT count(*), sum(included), sum(is_edited), sum(items), sum(included AND errors = 0),
            sum(included AND errors > 0), sum(included AND warnings > 0), sum(included AND known = 'new'),
            sum(included AND known = 'updated'), sum(included AND known = 'unchanged') FROM staged"""
        )[0]
        return tuple(number or 0 for number in row)

    def included_items(self) -> int:
        """The items of all included orders."""
        return int(self.read("SELECT sum(items) FROM staged WHERE included = 1")[0][0] or 0)

    def group_numbers(self) -> list[tuple[str, str, str, int, int, int]]:
        """Code, field, severity, then orders, findings and proposals of each group of included orders."""
        return cast(
            "list[tuple[str, str, str, int, int, int]]",
            self.read(
                """SELECT g.code, g.field, g.severity, count(*), sum(f.findings), sum(f.proposals)
                FROM found f JOIN groups g ON g.group_id = f.group_id JOIN staged s ON s.id = f.id
                WHERE s.included = 1 GROUP BY g.group_id"""
            ),
        )


def group_field(field: str) -> str:
    """The path of a finding without the item's number: `items[].url`."""
    if field.startswith("items["):
        return "items[]" + field[field.index("]") + 1 :]
    return field
