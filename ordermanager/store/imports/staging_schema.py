"""The tables of the scratch database of an import's review, and the queries over its orders."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

SCHEMA = """
CREATE TABLE staged (
    id INTEGER PRIMARY KEY, -- the order's place in the file, from 1
    included INTEGER NOT NULL DEFAULT 1,
    is_edited INTEGER NOT NULL DEFAULT 0,
    known TEXT NOT NULL,
    order_id INTEGER, -- of the order in the workspace
    items INTEGER NOT NULL,
    external_order_id TEXT NOT NULL,
    order_key TEXT NOT NULL,
    status TEXT NOT NULL,
    date TEXT NOT NULL,
    total TEXT,
    total_number REAL,
    currency TEXT NOT NULL,
    email TEXT COLLATE NOCASE NOT NULL,
    phone TEXT NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    external_customer_id TEXT NOT NULL,
    item_count INTEGER NOT NULL,
    errors INTEGER NOT NULL,
    warnings INTEGER NOT NULL,
    first_finding TEXT NOT NULL
) STRICT;
CREATE INDEX staged_order ON staged (external_order_id);
CREATE INDEX staged_customer ON staged (external_customer_id, email, phone);
CREATE INDEX staged_email ON staged (email, external_customer_id, phone);
CREATE INDEX staged_phone ON staged (phone, external_customer_id, email);

CREATE TABLE texts (
    id INTEGER PRIMARY KEY,
    draft TEXT NOT NULL,
    hash BLOB NOT NULL,
    original TEXT, -- what the file says, where the draft was edited
    findings TEXT NOT NULL,
    words TEXT NOT NULL,
    lines TEXT NOT NULL, -- its rows in the file
    notes TEXT NOT NULL -- findings that only the reading of the file can make
) STRICT;

CREATE TABLE groups (
    group_id INTEGER PRIMARY KEY,
    code TEXT NOT NULL,
    field TEXT NOT NULL,
    severity TEXT NOT NULL,
    UNIQUE (code, field, severity)
) STRICT;
CREATE TABLE found (
    group_id INTEGER NOT NULL,
    id INTEGER NOT NULL,
    findings INTEGER NOT NULL,
    proposals INTEGER NOT NULL,
    PRIMARY KEY (group_id, id)
) STRICT, WITHOUT ROWID;

-- What each edit changed, for undo and redo.
CREATE TABLE steps (step INTEGER PRIMARY KEY, name TEXT NOT NULL, undone INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE step_texts (
    step INTEGER NOT NULL, id INTEGER NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL, PRIMARY KEY (step, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE step_flags (
    step INTEGER NOT NULL, id INTEGER NOT NULL, after INTEGER NOT NULL, PRIMARY KEY (step, id)
) STRICT, WITHOUT ROWID;
"""

_SHOWN = {
    "all": "",
    "errors": "s.errors > 0",
    "warnings": "s.warnings > 0",
    "ready": "s.errors = 0",
    "edited": "s.is_edited = 1",
    "excluded": "s.included = 0",
}
_SORTS = {
    "file": "s.id",
    "problems": "s.errors > 0 {d}, s.errors {d}, s.warnings {d}, s.id",
    "order": "s.order_key {d}, s.id",
    "date": "s.date {d}, s.id",
    "total": "s.total_number {d}, s.id",
    "email": "s.email {d}, s.id",
    "name": "s.name_key {d}, s.id",
}


@dataclass(frozen=True, slots=True)
class StagedQuery:
    """Which staged orders, in which order: keys of the tables above; `group` is (code, field, severity).

    `text`: drafts that may have this text somewhere; others may be among them.
    """

    show: str = "all"
    known: str = ""
    group: tuple[str, str, str] | None = None
    search: str = ""
    sort: str = "file"
    descending: bool = False
    included: bool = False
    text: str = ""


def _findable(text: str) -> str:
    """The text as LIKE finds it in a draft's JSON, whatever its case; empty where it cannot say so."""
    if not text.isascii() or not text.isprintable() or any(sign in '"\\/' for sign in text):
        return ""
    return re.sub("([!%_])", r"!\1", text.strip())


def where(query: StagedQuery) -> tuple[str, tuple[Any, ...]]:
    """FROM and WHERE of a query."""
    tables = "staged s"
    conditions: list[str] = []
    values: list[Any] = []
    if query.group is not None:
        tables += " JOIN found f ON f.id = s.id JOIN groups g ON g.group_id = f.group_id"
        conditions.append("g.code = ? AND g.field = ? AND g.severity = ?")
        values += query.group
    words = query.search.lower().split()
    part = _findable(query.text)
    if words or part:
        tables += " JOIN texts x ON x.id = s.id"
    if part:
        conditions.append("x.draft LIKE ? ESCAPE '!'")
        values.append(f"%{part}%")
    if words:
        conditions += ["instr(x.words, ?) > 0"] * len(words)
        values += words
    if _SHOWN[query.show]:
        conditions.append(_SHOWN[query.show])
    if query.known:
        conditions.append("s.known = ?")
        values.append(query.known)
    if query.included:
        conditions.append("s.included = 1")
    return f"FROM {tables}" + (f" WHERE {' AND '.join(conditions)}" if conditions else ""), tuple(values)


def select_ids(query: StagedQuery) -> tuple[str, tuple[Any, ...]]:
    """The statement for the ids that a query finds."""
    rest, values = where(query)
    # for "problems" the worst stand first unless it is turned round
    down = query.descending != (query.sort == "problems")
    order = _SORTS[query.sort].replace("{d}", "DESC" if down else "ASC")
    if query.sort == "file" and down:
        order += " DESC"
    return f"SELECT s.id {rest} ORDER BY {order}", values
