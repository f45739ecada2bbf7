"""Imports in chunks of a few orders, as large files have them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ordermanager.services.imports import run as import_run
from ordermanager.services.imports import sources
from ordermanager.services.orders import draft_blocks, quick_orders

if TYPE_CHECKING:
    import pytest


def use_chunks_of(orders: int, patch: pytest.MonkeyPatch) -> None:
    """Until the patch is taken back, so many orders are written at once, and no more are made at once."""
    patch.setattr(import_run, "CHUNK", orders)
    for module in (quick_orders, draft_blocks, sources):
        patch.setattr(module, "AT_ONCE", orders)
