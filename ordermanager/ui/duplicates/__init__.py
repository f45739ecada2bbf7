"""Likely duplicates: found, set side by side, made one."""

from __future__ import annotations

from ordermanager.ui.duplicates.dialog import DuplicatesDialog

__all__ = ["DuplicatesDialog"]
