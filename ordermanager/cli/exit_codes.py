"""What the commands end with, as README and `--help` say. Errors bring their own (`KnownError.exit_code`)."""

from __future__ import annotations

ATTENTION = 1
"""Some orders need attention."""
UNREADABLE = 3
"""The file or the workspace cannot be read."""
STOPPED = 4
"""Sending stopped, and orders wait."""
