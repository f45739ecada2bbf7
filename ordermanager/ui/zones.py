"""The time zones to choose from."""

from __future__ import annotations

from functools import cache
from zoneinfo import available_timezones


@cache
def zone_names() -> tuple[str, ...]:
    """All of them by name, in order. Looked up once: it walks through hundreds of files."""
    return tuple(sorted(available_timezones()))
