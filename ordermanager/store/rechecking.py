"""Keeps what checking orders again has found, where it differs from what was known; texts stay as they are."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ordermanager.domain.states import State
from ordermanager.store.encoding import clean, encode_findings, order_key
from ordermanager.store.order_rows import SUMMARY_COLUMNS, summary_values
from ordermanager.store.order_saving import NewText, load_stored, write_texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ordermanager.domain.findings import Finding
    from ordermanager.domain.summary import Summary
    from ordermanager.store.order_saving import Stored
    from ordermanager.store.sqlite import Database
    from ordermanager.store.workspace import Workspace

_ERRORS = SUMMARY_COLUMNS.index("errors")


@dataclass(frozen=True, slots=True)
class CheckedAgain:
    """An order of this number and text (`draft_hash`), and what was found now. `state`: draft or ready; whether it
    needs attention."""

    order_id: int
    draft_hash: bytes
    summary: Summary
    findings: tuple[Finding, ...]
    state: State
    attention: bool


@dataclass(frozen=True, slots=True)
class ChangedByCheck:
    """How many orders look otherwise now; how many have errors that had none; how many have none any more."""

    changed: int = 0
    now_errors: int = 0
    no_longer: int = 0


def keep_checked(workspace: Workspace, items: Sequence[CheckedAgain], now: str) -> ChangedByCheck:
    """Write what differs, in one transaction, and nothing where nothing does. An order whose text was changed since it
    was read was checked then, and is left alone."""
    different = _different(workspace.reader(), items)
    if not different:
        return ChangedByCheck()
    with workspace.write() as database:
        again = _different(database, [item for item, _ in different])
        texts = [_new_text(item, stored) for item, stored in again]
        write_texts(database, texts, {item.order_id: stored for item, stored in again}, now)
    return ChangedByCheck(
        changed=len(again),
        now_errors=sum(1 for item, stored in again if item.summary.errors and not stored.summary[_ERRORS]),
        no_longer=sum(1 for item, stored in again if not item.summary.errors and stored.summary[_ERRORS]),
    )


def ids_given_twice(database: Database, external_ids: Iterable[str]) -> set[str]:
    """Those of these externalOrderIds that more than one order here has."""
    wanted = {clean(each) for each in external_ids}
    rows = database.in_chunks(
        "SELECT external_order_id FROM orders WHERE deleted_at IS NULL AND order_key IN ({ids}) "
        "GROUP BY external_order_id HAVING count(*) > 1",
        {order_key(each) for each in wanted},
    )
    return wanted.intersection(row[0] for row in rows)


def _different(database: Database, items: Sequence[CheckedAgain]) -> list[tuple[CheckedAgain, Stored]]:
    stored = load_stored(database, [item.order_id for item in items])
    return [
        (item, known)
        for item in items
        if (known := stored.get(item.order_id)) is not None
        and not known.is_deleted
        and known.draft_hash == item.draft_hash
        and _differs(item, known)
    ]


def _differs(item: CheckedAgain, known: Stored) -> bool:
    if known.summary != summary_values(item.summary) or known.words != clean(item.summary.search_text):
        return True
    if known.follows is None and (known.state, known.attention) != (str(item.state), item.attention):
        return True
    return _codes(known.findings) != _codes(encode_findings(item.findings))


def _codes(findings: str) -> list[list[object]]:
    """What was found where; which of several other orders a finding names may be another each time."""
    if findings == "[]":
        return []
    return [[field, severity, code, proposal] for field, severity, code, _, proposal in json.loads(findings)]


def _new_text(item: CheckedAgain, known: Stored) -> NewText:
    return NewText(
        order_id=item.order_id,
        state=item.state,
        attention=item.attention and item.state is State.DRAFT,
        draft_hash=known.draft_hash,
        draft=known.draft,
        findings=encode_findings(item.findings),
        words=clean(item.summary.search_text),
        summary=summary_values(item.summary),
    )
