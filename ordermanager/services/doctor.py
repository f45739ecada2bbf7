"""Looks whether everything is well, and repairs what can be repaired without losing anything."""

from __future__ import annotations

from pathlib import Path

from ordermanager.services.results import DoctorReport


class Doctor:
    """Works on a folder, because the workspace may be too damaged to open."""

    def __init__(self, folder: Path) -> None: ...

    def examine(self) -> DoctorReport:
        """Versions, integrity, permissions, keyring, backups. Changes nothing."""

    def repair(self) -> DoctorReport:
        """Restore the newest good backup if the workspace is damaged (everything unsent is held), else only recount."""
