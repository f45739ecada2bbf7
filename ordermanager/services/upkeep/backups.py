"""Backups: which there are, making one, and going back to one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, KnownError
from ordermanager.services.notices import Changes
from ordermanager.store.database.backup_making import is_good
from ordermanager.store.outbox.sender_lock import SenderLock

if TYPE_CHECKING:
    from ordermanager.services.context import Context
    from ordermanager.services.sending.sending import SendingService


class StillSending(KnownError):
    """A workspace cannot be exchanged while orders leave it."""

    exit_code = 4


@dataclass(frozen=True, slots=True)
class BackupView:
    """One backup: when (UTC ISO text), why, how large in bytes, and whether it can be read from end to end."""

    path: Path
    at: str
    reason: str
    size: int
    is_good: bool


class BackupService:
    """Any thread but the GUI's: reading a backup takes its time."""

    def __init__(self, context: Context, sending: SendingService) -> None:
        self._context = context
        self._workspace = context.workspace
        self._sending = sending

    def list(self) -> list[BackupView]:
        """All of them, newest first; each was read just now."""
        return [
            BackupView(Path(record.path), record.at, record.reason, record.size, is_good(Path(record.path)))
            for record in self._workspace.backups.list()
        ]

    def make(self) -> Path:
        """Make one now, read it from end to end, and return its path. Raises KnownError: no room, not writable."""
        return self._workspace.backups.make("person", self._context.now())

    def restore(self, path: Path) -> int:
        """Put a backup in the place of what is here; that is backed up first, so this can be undone in the same way.

        What was not sent yet when the backup was made is held until someone releases it; returns how many orders.
        Raises KnownError: orders are being sent, here or by another program, or the file is no backup; then nothing
        changes.
        """
        if self._sending.is_running:
            raise StillSending(
                QT_TRANSLATE_NOOP(
                    "Sentence", "Orders are being sent. Stop sending first, then restore the backup."
                )
            )
        with SenderLock(self._workspace.folder):
            self._workspace.backups.restore(path, self._context.now())
        self._workspace.customer_list.forget()  # its marks were of what was here
        self._context.settings.forget()
        self._context.publish(
            Changes(
                orders=True,
                outbox=True,
                history=True,
                accounts=True,
                imports=True,
                settings=True,
                replaced=True,
            )
        )
        return self._workspace.revisions.held()
