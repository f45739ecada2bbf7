"""A change of one field in many orders: what is written, and what it takes to take it back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterator, Mapping

_NAMED = re.compile(r"\{([A-Za-z|]+)\}")


@dataclass(frozen=True, slots=True)
class BulkChange:
    """`before`: each old text of the field with the orders that had it, so that a million orders stay small."""

    field: str
    text: str
    before: tuple[tuple[str, array[int]], ...]
    is_template: bool = False

    def written(self, fields: Mapping[str, str]) -> str:
        """What was written into an order with these fields."""
        return filled_in(self.text, fields) if self.is_template else self.text

    @property
    def changed(self) -> int:
        """How many orders changed."""
        return sum(len(ids) for _, ids in self.before)

    @property
    def ids(self) -> Iterator[int]:
        """The orders that changed."""
        for _, ids in self.before:
            yield from ids


def filled_in(text: str, fields: Mapping[str, str]) -> str:
    """`text` with `{field}` and `{field|other field}` replaced by the first of these that is filled in `fields`."""

    def value(match: re.Match[str]) -> str:
        return next((found for name in match[1].split("|") if (found := fields.get(name, "").strip())), "")

    return _NAMED.sub(value, text)
