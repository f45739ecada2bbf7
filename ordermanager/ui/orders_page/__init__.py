"""The middle of the window: the orders of a folder, with search, decisions to take, and what to do when it
is empty."""

from __future__ import annotations

from ordermanager.ui.orders_page.page import OrdersPage

__all__ = ["OrdersPage"]
