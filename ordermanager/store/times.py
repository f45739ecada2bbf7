"""Times as the database keeps them: UTC ISO text with microseconds, which sorts as text the way it does in time."""

from __future__ import annotations

from datetime import UTC, datetime


def to_text(moment: datetime) -> str:
    """`2026-11-23T12:00:00.000000Z` of an aware datetime; a naive one is a bug and raises ValueError."""
    if moment.tzinfo is None:
        raise ValueError("a time without an offset")
    return moment.astimezone(UTC).isoformat(timespec="microseconds").removesuffix("+00:00") + "Z"


def from_text(text: str) -> datetime:
    """The aware datetime of a text made by `to_text`."""
    return datetime.fromisoformat(text)
