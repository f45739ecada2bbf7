"""The settings dialog: look and language, how orders are checked, and the accounts they are sent to."""

from __future__ import annotations

from ordermanager.ui.settings_dialog.dialog import SettingsDialog

__all__ = ["SettingsDialog"]
