"""The list of imports: what came in when, which orders these are, and taking an import back."""

from __future__ import annotations

from ordermanager.ui.imports_page.page import ImportsPage

__all__ = ["ImportsPage"]
