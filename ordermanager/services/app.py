"""`Services`: everything that a user can do with one workspace, made in one place and passed to window and command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ordermanager.sending.clock import Clock
    from ordermanager.services.accounts import AccountService
    from ordermanager.services.contacts import ContactService
    from ordermanager.services.doctor import Doctor
    from ordermanager.services.export import ExportService
    from ordermanager.services.history import HistoryService
    from ordermanager.services.importing import ImportService
    from ordermanager.services.keys import KeyStore
    from ordermanager.services.notices import Changes
    from ordermanager.services.orders import OrderService
    from ordermanager.services.outbox import OutboxService
    from ordermanager.services.sending import SendingService
    from ordermanager.services.settings import SettingsService


class Services:
    """Open one per workspace with `Services.open`; close it at the end. Every attribute may be used from any thread."""

    folder: Path
    orders: OrderService
    outbox: OutboxService
    sending: SendingService
    importing: ImportService
    history: HistoryService
    contacts: ContactService
    accounts: AccountService
    settings: SettingsService
    export: ExportService
    keys: KeyStore
    doctor: Doctor

    @classmethod
    def open(cls, folder: Path, *, key_store: KeyStore | None = None, clock: Clock | None = None) -> Services:
        """Open or make the workspace in `folder`. Raises KnownError: locked, damaged, newer, read-only, full.

        Whatever was being sent when the program last died becomes unconfirmed here, unless another one is sending now.
        """

    def close(self) -> None:
        """Stop sending, wait for it, and close the workspace. Harmless twice."""

    def subscribe(self, listener: Callable[[Changes], None]) -> Callable[[], None]:
        """Call `listener` after every write, in the thread that wrote, until the returned function is called."""

    def release_thread(self) -> None:
        """Close the calling thread's connection: call it at the end of each worker thread."""

    def backup(self) -> Path:
        """Make a verified backup now."""
