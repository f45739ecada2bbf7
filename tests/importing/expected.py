"""What the tests of layouts share: a file's orders compared field by field."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.importing.files import read, unknown_statuses

if TYPE_CHECKING:
    from ordermanager.importing.plan import Plan


@dataclass(frozen=True)
class Expected:
    """An order: its fields, items, additional info and the rows that it was made of."""

    fields: dict[str, str]
    items: list[dict[str, str]] = field(default_factory=list)
    info: dict[str, str] = field(default_factory=dict)
    rows: tuple[int, ...] = (2,)


def ignored(plan: Plan) -> dict[int, str]:
    """Why rows of the file are no orders."""
    return {row.row: str(row.reason) for row in plan.counts.ignored}


def check(text: str | bytes, *expected: Expected, layout: str, named: bool = False) -> Plan:
    """The file is recognised as this layout (or read as it where it is `named`) and gives exactly these orders."""
    plan, found = read(text, layout=layout if named else None)
    assert plan.layout is not None
    assert plan.layout.name == layout
    made = [Expected(one.draft.fields, one.draft.items, one.draft.additional_info, one.rows) for one in found]
    assert made == list(expected)
    assert [note.code for one in found for note in one.notes] == []
    assert unknown_statuses(plan) == {}
    return plan


def lines(*rows: str) -> str:
    """A text file of these lines."""
    return "\r\n".join(rows) + "\r\n"
