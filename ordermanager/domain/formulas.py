"""Text that a spreadsheet would run as a formula, made harmless in CSV files, and back (faults.md 4.5).

The guard is an apostrophe in front. `unguarded(guarded(text)) == text` for every text.
"""

from __future__ import annotations

import re

GUARD = "'"

_INVISIBLE = r"[\s\ufeff\u200b-\u200f\u2060\u00ad]"
_DANGEROUS = re.compile(rf"(?:^|[\r\n]){_INVISIBLE}*[=+\-@＝＋－＠]|^[\t\r]")
"""A sign that begins a formula, also after blanks that programs skip, in its full width, or at a line's begin
inside a cell; and a tab or a line end in front, which some programs cut off."""


def guarded(text: str) -> str:
    """The text with an apostrophe in front if it could be taken for a formula or for a guarded text."""
    return GUARD + text if _wants_guard(text) else text


def unguarded(text: str) -> str:
    """The text without the apostrophe that `guarded` has put there; any other apostrophe stays."""
    return text[1:] if text.startswith(GUARD) and _wants_guard(text[1:]) else text


def _wants_guard(text: str) -> bool:
    return bool(_DANGEROUS.search(text) or _DANGEROUS.match(text.lstrip(GUARD)))
