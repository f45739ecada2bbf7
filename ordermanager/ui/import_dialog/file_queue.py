"""Several files that were dropped or pasted at once: they are looked at one after another."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class FileQueue:
    """`number` of `total` is on the table, or none of them."""

    def __init__(self) -> None:
        self.number = 0
        self._files: tuple[Path, ...] = ()

    @property
    def total(self) -> int:
        """How many there are, with those that are done."""
        return len(self._files)

    @property
    def waiting(self) -> tuple[Path, ...]:
        """Those that are still to come."""
        return self._files[self.number :]

    def begin(self, files: Sequence[Path]) -> None:
        """These and no others; the first of them comes `next`."""
        self._files, self.number = tuple(files), 0

    def next(self) -> Path:
        """Take the next one on the table; there must be one waiting."""
        self.number += 1
        return self._files[self.number - 1]
