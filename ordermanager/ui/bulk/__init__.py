"""One change for many orders: the dialog that asks for it, and the job that does it with progress, cancel and undo."""

from __future__ import annotations

from ordermanager.ui.bulk.cells import CellDeeds
from ordermanager.ui.bulk.changes import BulkChanges, Wish
from ordermanager.ui.bulk.dialog import ITEM_LINKS, ChangeDialog
from ordermanager.ui.bulk.replacing import Replacing

__all__ = ["ITEM_LINKS", "BulkChanges", "CellDeeds", "ChangeDialog", "Replacing", "Wish"]
