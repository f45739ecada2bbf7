"""What an import will do, to look at and to change before it runs; and what it did."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ordermanager.domain.fields import ITEM_FIELD
from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, Sentence
from ordermanager.importing.columndates import DateColumn
from ordermanager.importing.mapping import LINE_TOTAL

if TYPE_CHECKING:
    from ordermanager.domain.draft import OrderDraft
    from ordermanager.domain.findings import Finding
    from ordermanager.importing.layouts import Layout
    from ordermanager.importing.mapping import Mapping
    from ordermanager.importing.source import Source
    from ordermanager.importing.table import IgnoredRow, ReadOptions, Row, Table


@dataclass(slots=True)
class ImportedOrder:
    """One order as the file gives it. `rows` are its rows in the file (for JSON its place among the orders,
    from 1).

    `notes` are findings that only the import can see: rows of one order that disagree, cells beyond the
    header. `replaces`: rows of this order stood far apart in the file; this is the whole order, and an
    earlier one with the same id in the same import held a part of it.
    """

    draft: OrderDraft
    rows: tuple[int, ...]
    notes: tuple[Finding, ...] = ()
    replaces: bool = False


@dataclass(slots=True)
class Counts:
    """What was read so far; filled while `run.drafts` runs.

    `rows_read` are the rows that orders were made of, so that with the header and `rows_ignored` they are all
    rows of the file. `ignored` names the first ten thousand. `unknown_statuses` counts the orders by words
    that are no known status.
    """

    rows_read: int = 0
    orders: int = 0
    items: int = 0
    rows_ignored: int = 0
    ignored: list[IgnoredRow] = field(default_factory=list)
    unknown_statuses: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class ColumnView:
    """A column for the mapping step: its title, some of its values, the field it fills (empty: not imported)
    and why.

    `evidence` is one of `layout`, `profile`, `exact`, `alias`, `cells`, `` (nothing); `suggestion` with
    `confidence` 0…1 is a guess that was not taken.
    """

    index: int
    title: str
    samples: tuple[str, ...]
    field: str = ""
    evidence: str = ""
    suggestion: str = ""
    confidence: float = 0.0


REQUIRED = (
    "externalOrderId", "externalCustomerId", "totalCost", "status", "date", "email",
    "externalItemId", "name", "quantity", "cost", "url", "imageUrl",
)  # fmt: skip
"""What the full rule set asks of every order and item; `email` stands for e-mail or phone (yespo-api.md
1.3).
"""


@dataclass(slots=True)
class Plan:
    """A recognised file. `mapping` may be changed before it runs; `columns` show it as it was recognised.

    `sample` are the first rows of the table, `whole` says that they are all. `dates` is what the sample shows
    of day and month. `notes` are for the whole file, said once. `objects` are the orders of a JSON file.
    `counts` is filled by running the plan.
    """

    source: Source
    options: ReadOptions
    table: Table
    layout: Layout | None
    mapping: Mapping
    sample: tuple[Row, ...] = ()
    whole: bool = False
    columns: tuple[ColumnView, ...] = ()
    dates: DateColumn = field(default_factory=DateColumn)
    notes: tuple[Sentence, ...] = ()
    counts: Counts = field(default_factory=Counts)
    objects: list[dict[str, Any]] = field(default_factory=list)

    @property
    def problem(self) -> Sentence | None:
        """Why it cannot run, if it cannot: no column gives the order number."""
        if self.table.format.is_json or "externalOrderId" in self.mapping.fields:
            return None
        return Sentence(NO_ORDER_ID, {"file": self.table.name})

    @property
    def missing(self) -> tuple[str, ...]:
        """The fields that the full rule set asks for and that the whole file lacks, in the order of the form.

        To be said once for the file, with the choices: a constant, a template, another rule set.
        """
        if self.table.format.is_json:
            return ()
        mapping = self.mapping
        given = {*mapping.fields, *mapping.constants, *mapping.defaults}
        given.update(name for block in mapping.item_blocks for name in block)
        if "items" in given:
            given.update(ITEM_FIELD)
        if "phone" in given:
            given.add("email")
        if LINE_TOTAL in given:
            given.add("cost")
        if mapping.status_rules:
            given.add("status")
        return tuple(name for name in REQUIRED if name not in given)

    @property
    def grouping(self) -> Sentence | None:
        """In words, how rows become orders."""
        source = self.mapping.fields.get("externalOrderId")
        if source is None:
            return None
        title = self.table.header[source.columns[0]]
        if self.mapping.item_blocks:
            return Sentence(ITEMS_IN_COLUMNS, {"count": len(self.mapping.item_blocks)})
        return Sentence(ROWS_MAKE_ORDERS if self.mapping.has_items else ROW_IS_ORDER, {"column": title})

    def close(self) -> None:
        """Give up the file and, for a workbook, its reader. A plan that was run to its end is closed
        already.
        """
        self.table.close()


NO_ORDER_ID = QT_TRANSLATE_NOOP(
    "Sentence",
    "{file}: no column was recognised as the order number. Say which one it is, or choose a layout.",
)
ROW_IS_ORDER = QT_TRANSLATE_NOOP("Sentence", "Each row is an order; its number stands in “{column}”.")
ROWS_MAKE_ORDERS = QT_TRANSLATE_NOOP(
    "Sentence",
    "Rows with the same “{column}” make one order, each row is an item. Order fields come from its first "
    "row.",
)
ITEMS_IN_COLUMNS = QT_TRANSLATE_NOOP(
    "Sentence", "Each row is an order with up to {count} items in numbered columns."
)
