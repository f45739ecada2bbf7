"""What a spreadsheet shows in a cell whose formula fails, or that is too narrow: `#N/A`, `#REF!`, `#ЗНАЧ!`, `#####`."""

from __future__ import annotations

import re

_ERROR = re.compile(r"#(?:N/A|Н/Д|NV|[^\W\d_][^\W_]*(?:['’/ ]?[^\W_]+)*[!?]|#{2,})").fullmatch


def is_spreadsheet_error(text: str) -> bool:
    """Whether a text is nothing but an error of a spreadsheet, in any language."""
    return text[:1] == "#" and len(text) < 20 and _ERROR(text) is not None
