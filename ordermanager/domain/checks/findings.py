"""What a check found: where, how bad, in words, and a better value where one is certain."""

from __future__ import annotations

import dataclasses
from enum import StrEnum
from typing import TYPE_CHECKING

from ordermanager.domain.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Mapping


class Severity(StrEnum):
    """An error keeps the order from being queued; a warning and a hint do not."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclasses.dataclass(frozen=True, slots=True)
class Finding:
    """`field` is a path of API names: `email`, `items[2].cost`, or empty for the whole order.

    `code` is stable (`required`, `email.syntax` …, the table in finding_texts.py); `values` fill that code's
    sentence; `proposal` is the text that would put it right, only where that is certain; of several phones or
    e-mails it is the first.
    """

    field: str
    severity: Severity
    code: str
    values: Mapping[str, object] = dataclasses.field(default_factory=dict)
    proposal: str | None = None

    @property
    def sentence(self) -> Sentence:
        """The sentence of this code with the values filled in."""
        # the table is long; load it when someone reads
        from ordermanager.domain.checks.finding_texts import FINDING_TEXTS

        return Sentence(FINDING_TEXTS[self.code], self.values)

    @property
    def message(self) -> str:
        """The sentence in English."""
        return str(self.sentence)
