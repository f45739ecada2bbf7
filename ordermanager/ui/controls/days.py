"""Days as Qt's widgets give them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtCore import QDate


def date_of(day: QDate) -> date:
    """The same day as Python has it."""
    return day.toPython()  # type: ignore[return-value] # the stubs say object
