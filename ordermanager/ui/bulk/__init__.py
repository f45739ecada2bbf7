"""One change for many orders: the dialog that asks for it, and the job that does it with progress, cancel and undo."""

from __future__ import annotations

from ordermanager.ui.bulk.changes import BulkChanges, Wish
from ordermanager.ui.bulk.dialog import ChangeDialog

__all__ = ["BulkChanges", "ChangeDialog", "Wish"]
