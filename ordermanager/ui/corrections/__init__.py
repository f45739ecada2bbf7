"""Corrections of what was sent: a new status for many orders, and asking the account to delete some."""

from ordermanager.ui.corrections.desk import CorrectionDesk

__all__ = ["CorrectionDesk"]
