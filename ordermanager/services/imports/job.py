"""What the child that reads a large file (child.py) is told: the parts of a recognised Plan that its orders
depend on.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import IO, Any

import msgspec

from ordermanager.domain.checks.rules import CheckRules
from ordermanager.domain.sentences import Sentence
from ordermanager.importing.mapping.mapping import Mapping
from ordermanager.importing.plan import Plan
from ordermanager.importing.reading.delimited import open_known
from ordermanager.importing.reading.letters import read_mended
from ordermanager.importing.reading.source import Source, changed
from ordermanager.importing.reading.workbook import go_on, open_workbook
from ordermanager.importing.run import settled_evidence
from ordermanager.importing.tables.beside import read_part
from ordermanager.importing.tables.table import Format, IgnoredRow, ReadOptions, Table, TextForm
from ordermanager.importing.values.decisions import Evidence


class Job(msgspec.Struct):
    """The file, how it is read and mapped, and how its orders are checked."""

    name: str
    path: str
    options: ReadOptions
    format: Format
    sheet: str
    form: TextForm | None
    header_row: int
    header: tuple[str, ...]
    width: int
    parts: tuple[str, ...]
    part: str
    mendable: str
    mended: str
    above: list[tuple[int, str, dict[str, Any]]]
    mapping: Mapping
    evidence: Evidence
    sample: tuple[tuple[int, list[str]], ...]
    whole: bool
    stamp: tuple[int, int] | None
    rules: CheckRules
    now: datetime
    packs: int = 0
    """So many orders at once are wanted as the workspace copies them; 0: they are wanted as columns."""
    head: list[tuple[int, list[str]]] | None = None
    """The first rows of a workbook where what its reader says behind them follows the job."""

    @classmethod
    def of(cls, plan: Plan, rules: CheckRules, now: datetime) -> Job:
        """The job of a plan whose source is a file. Raises ReadError where the plan needs one more look at it."""
        table = plan.table
        return cls(
            name=plan.source.name,
            path=str(plan.source.path),
            options=plan.options,
            format=table.format,
            sheet=table.sheet,
            form=table.form,
            header_row=table.header_row,
            header=table.header,
            width=table.width,
            parts=table.parts,
            part=table.part,
            mendable=table.mendable,
            mended=table.mended,
            above=[(each.row, each.reason.template, dict(each.reason.values)) for each in table.above],
            mapping=plan.mapping,
            evidence=settled_evidence(plan),
            sample=plan.sample,
            whole=plan.whole,
            stamp=plan.stamp,
            rules=rules,
            now=now,
        )

    def packed(self) -> bytes:
        """For `read_job`. Raises UnicodeEncodeError where a text or the path has halves of characters."""
        return msgspec.msgpack.encode(self)

    def plan(self, follows: IO[bytes]) -> Plan:
        """The plan again; `follows` is what comes behind the job. Raises ReadError."""
        source = Source(self.name, path=Path(self.path))
        if self.stamp is not None and source.stamp() != self.stamp:
            raise changed(self.name)
        table = self._table(source, follows)
        table.header_row, table.header, table.width = self.header_row, self.header, self.width
        table.parts, table.part = self.parts, self.part
        table.mendable, table.mended = self.mendable, self.mended
        if self.mended:
            read_mended(table)
        if self.part:
            read_part(table)
        table.above = tuple(IgnoredRow(row, Sentence(text, values)) for row, text, values in self.above)
        plan = Plan(source, self.options, table, None, self.mapping, self.sample, self.whole)
        plan.examined, plan.stamp = self.evidence, self.stamp
        return plan

    def _table(self, source: Source, follows: IO[bytes]) -> Table:
        if self.head is not None:
            return go_on(source, self.format, self.sheet, self.head, follows)
        if self.form is not None:
            return open_known(source, self.form)
        table = open_workbook(source, self.format, replace(self.options, sheet=self.sheet))
        table.notes.clear()  # which sheet it is was said when it was chosen
        return table


def read_job(data: bytes) -> Job:
    """The job that was packed."""
    return msgspec.msgpack.decode(data, type=Job)
