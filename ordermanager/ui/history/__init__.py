"""The event history: every revision that was sent, the event it raised, its JSON, and the contact it went
to."""

from __future__ import annotations

from ordermanager.ui.history.page import HistoryPage

__all__ = ["HistoryPage"]
