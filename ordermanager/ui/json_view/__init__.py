"""A pane for JSON: highlighted text and a collapsible tree of the same value, find, copy. No orders here."""

from __future__ import annotations

from ordermanager.ui.json_view.diff_view import DiffView
from ordermanager.ui.json_view.view import JsonView

__all__ = ["DiffView", "JsonView"]
