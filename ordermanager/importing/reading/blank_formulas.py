"""Formulas of a sheet that were saved without the value they have: programs that write workbooks do so, and the cells
are then blank for every reader. Found in the text of the sheet, because calamine gives blank cells alone.
"""

from __future__ import annotations

import re
from collections import Counter

MOST_BYTES = 32 << 20
"""A larger sheet, unpacked, is not looked through."""

_BLANK = re.compile(
    rb'<c r="([A-Z]{1,3})\d+"[^>]*><f(?:\s[^>]*)?(?:/>|>[^<]*</f>)(?:<v>\s*</v>|<v\s*/>)?</c>'
)


def blank_formulas(xml: bytes) -> dict[str, int]:
    """How many there are in each column, by its letters."""
    if b"<f" not in xml:
        return {}
    return {letters.decode(): count for letters, count in Counter(_BLANK.findall(xml)).items()}
