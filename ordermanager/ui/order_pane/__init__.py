"""The right pane of the window: one order as form, JSON, contact and time line."""

from __future__ import annotations

from ordermanager.ui.order_pane.pane import OrderPane

__all__ = ["OrderPane"]
