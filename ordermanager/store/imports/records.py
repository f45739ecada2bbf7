"""An import, and what became of it when it was taken back. Plain values, no SQL."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ImportRecord:
    """One import. `counts` is what the importing service counted (rows_read, orders, new, updated …), by its names."""

    id: int
    source: str
    layout: str
    started_at: str
    finished_at: str
    undone_at: str
    counts: Mapping[str, int]
    details: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class UndoResult:
    """What became of an import's orders: `removed` (were new), `restored` (to the text before), and those left alone
    because they were sent (`kept_sent`) or changed since, by hand or by another import (`kept_edited`). `withdrawn` of
    the first two waited in the outbox."""

    removed: int = 0
    restored: int = 0
    kept_sent: int = 0
    kept_edited: int = 0
    withdrawn: int = 0
