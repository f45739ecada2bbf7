"""What a reader raises when a text is not what its field says it is."""

from __future__ import annotations

MAX_SHOWN = 60


class Unreadable(ValueError):
    """`code`, `values` and `proposal` become the finding's (finding_texts.py); the text stays as entered.

    `proposal` is set only where it is certain what was meant.
    """

    def __init__(self, code: str, proposal: str | None = None, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.proposal = proposal
        self.values = {name: _short(value) for name, value in values.items()}


def _short(value: object) -> object:
    """Text that fits a sentence: one line, and not a whole page that someone has pasted into a field."""
    if not isinstance(value, str):
        return value
    line = " ".join(value.split())
    return line if len(line) <= MAX_SHOWN else line[: MAX_SHOWN - 1] + "…"
