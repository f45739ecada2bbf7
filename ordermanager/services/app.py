"""`Services`: everything that a user can do with one workspace, made in one place and passed to window and
command line.
"""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import TYPE_CHECKING

from ordermanager.clock import SystemClock
from ordermanager.log import Log, before_the_next_record, not_any_more
from ordermanager.made_once import made_once
from ordermanager.services.context import Context
from ordermanager.services.notices import Notices
from ordermanager.services.settings import SettingsService
from ordermanager.store.workspace import Workspace

if TYPE_CHECKING:
    import logging
    from collections.abc import Callable
    from pathlib import Path

    from ordermanager.clock import Clock
    from ordermanager.domain.people.masking import Masker
    from ordermanager.services.accounts import AccountService
    from ordermanager.services.beside import BesideService
    from ordermanager.services.files.export import ExportService
    from ordermanager.services.files.support_bundle import SupportBundleService
    from ordermanager.services.history.explanations import ExplanationService
    from ordermanager.services.history.history import HistoryService
    from ordermanager.services.history.order_story import StoryService
    from ordermanager.services.history.proofs import ProofService
    from ordermanager.services.imports.importing import ImportService
    from ordermanager.services.insights import InsightService
    from ordermanager.services.keys import KeyStore
    from ordermanager.services.notices import Changes
    from ordermanager.services.orders.checking import CheckService
    from ordermanager.services.orders.duplicates import DuplicateService
    from ordermanager.services.orders.order_lists import OrderListService
    from ordermanager.services.orders.orders import OrderService
    from ordermanager.services.orders.pasting import PasteService
    from ordermanager.services.orders.text_changes import TextChangeService
    from ordermanager.services.people.contacts import ContactService
    from ordermanager.services.people.customers import CustomerService
    from ordermanager.services.people.people import PeopleService
    from ordermanager.services.practice.practice import PracticeService
    from ordermanager.services.sending.corrections import CorrectionService
    from ordermanager.services.sending.doubts import DoubtService
    from ordermanager.services.sending.outbox import OutboxService
    from ordermanager.services.sending.reports import ReportService
    from ordermanager.services.sending.schedule import ScheduleService
    from ordermanager.services.sending.send_preview import SendPreviewService
    from ordermanager.services.sending.sending import SendingService
    from ordermanager.services.upkeep.backups import BackupService
    from ordermanager.services.upkeep.doctor import Doctor
    from ordermanager.services.upkeep.session import SessionService

_log = Log(__name__)


class Services:
    """Open one per workspace with `Services.open`; close it at the end. Every attribute may be used from any thread."""

    def __init__(self, folder: Path, workspace: Workspace, keys: KeyStore | None, clock: Clock) -> None:
        self.folder = folder
        self._given_keys = keys
        self._workspace = workspace
        self._notices = Notices()
        self.settings = SettingsService(workspace, self._notices)
        self._context = Context(workspace, self._notices, clock, self.settings)
        self._marks = workspace.settings.mark(), workspace.settings.restored_at()
        self._log_handler: logging.Handler | None = None
        self._closing = threading.Lock()
        self._is_closed = False

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        key_store: KeyStore | None = None,
        clock: Clock | None = None,
        read_only: bool = False,
        marks_writes: bool = False,
    ) -> Services:
        """Open or make the workspace in `folder`. Raises KnownError: locked, damaged, newer, read-only, full.

        Whatever was being sent when the program last died becomes unconfirmed here, unless another one is sending now.
        `marks_writes`: a window that is open on this workspace, too, is to show what is written here (`beside`).
        """
        workspace = Workspace.create_or_open(folder, read_only=read_only)
        workspace.marks_writes = marks_writes
        services = cls(folder, workspace, key_store, clock or SystemClock())
        try:
            if not read_only:
                before_the_next_record(services._begin_log)
                services._recover()
        except BaseException:
            services.close()
            raise
        return services

    def close(self) -> None:
        """Stop sending, wait for it, and close the workspace. Harmless twice."""
        with self._closing:
            if self._is_closed:
                return
            self._is_closed = True
        if Services.sending.is_made(self):
            self.sending.close()
        if Services.practice.is_made(self):
            self.practice.close()
        self._workspace.close()
        if not not_any_more(self._begin_log) and self._log_handler is not None:
            from ordermanager.services.upkeep.logs import stop_logging

            stop_logging(self._log_handler)

    def __enter__(self) -> Services:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @made_once
    def keys(self) -> KeyStore:
        """The API keys: those that were given, else those of this computer."""
        from ordermanager.services.keys import KeyStore

        return self._given_keys or KeyStore()

    @property
    def doctor(self) -> Doctor:
        """Looks whether everything is well with this workspace."""
        from ordermanager.services.upkeep.doctor import Doctor

        return Doctor(self.folder, self.keys)

    @property
    def is_read_only(self) -> bool:
        """Whether this workspace can only be looked at."""
        return self._workspace.read_only

    def subscribe(self, listener: Callable[[Changes], None]) -> Callable[[], None]:
        """Call `listener` after every write, in the thread that wrote, until the returned function is called."""
        return self._notices.subscribe(listener)

    def release_thread(self) -> None:
        """Close the calling thread's connection: call it at the end of each worker thread."""
        self._workspace.release_thread()

    def interrupt(self, thread_ident: int) -> None:
        """Give up the query that runs in that thread (it raises QueryInterrupted there), because a newer one
        takes its place.
        """
        self._workspace.interrupt_reader(thread_ident)

    def backup_if_due(self, after: timedelta = timedelta(days=1)) -> Path | None:
        """Make a verified backup unless there is one that is younger than `after`; its path, or None."""
        from ordermanager.store.times import from_text

        newest = max((from_text(record.at) for record in self._workspace.backups.list()), default=None)
        if newest is not None and self._context.now() - newest < after:
            return None
        return self._workspace.backups.make("daily", self._context.now())

    def _begin_log(self) -> None:
        from ordermanager.services.upkeep.logs import start_logging

        self._log_handler = start_logging(self.folder)

    def _recover(self) -> None:
        if not self._workspace.was_cut_off():
            return
        from ordermanager.store.errors import SenderBusy
        from ordermanager.store.outbox.sender_lock import SenderLock

        try:
            with SenderLock(self.folder):
                count = self._workspace.outbox.recover(self._context.now())
        except SenderBusy:
            return  # what is being sent is in good hands
        if count:
            _log.warning("%d orders were being sent when the program last ended; they are unconfirmed", count)

    @made_once
    def masker(self) -> Masker:
        """One for the window, so that a person who is masked looks the same everywhere."""
        from ordermanager.domain.people.masking import Masker

        return Masker()

    @made_once
    def beside(self) -> BesideService:
        """Notices what other programs have written since this was opened."""
        from ordermanager.services.beside import BesideService

        return BesideService(self._context, *self._marks)

    # -- what a user can do; each is loaded when it is first used

    @made_once
    def orders(self) -> OrderService:
        """Orders: look, write, check, delete."""
        from ordermanager.services.orders.orders import OrderService

        return OrderService(self._context)

    @made_once
    def lists(self) -> OrderListService:
        """Orders as lists show them; `orders` can this too."""
        from ordermanager.services.orders.order_lists import OrderListService

        return OrderListService(self._context)

    @made_once
    def session(self) -> SessionService:
        """Whether the window was closed properly the last time."""
        from ordermanager.services.upkeep.session import SessionService

        return SessionService(self._context)

    @made_once
    def texts(self) -> TextChangeService:
        """Find and replace in many orders."""
        from ordermanager.services.orders.text_changes import TextChangeService

        return TextChangeService(self.orders)

    @made_once
    def checking(self) -> CheckService:
        """All orders checked again."""
        from ordermanager.services.orders.checking import CheckService

        return CheckService(self._context)

    @made_once
    def duplicates(self) -> DuplicateService:
        """Orders that may be one."""
        from ordermanager.services.orders.duplicates import DuplicateService

        return DuplicateService(self._context, self.orders)

    @made_once
    def pasting(self) -> PasteService:
        """Copied cells over orders that are here."""
        from ordermanager.services.orders.pasting import PasteService

        return PasteService(self.orders)

    @made_once
    def practice(self) -> PracticeService:
        """The sandbox inside the program."""
        from ordermanager.services.practice.practice import PracticeService

        return PracticeService(self.folder, self.accounts, lambda: self.importing)

    @made_once
    def outbox(self) -> OutboxService:
        """Queueing, taking back, deciding about doubts."""
        from ordermanager.services.sending.outbox import OutboxService

        return OutboxService(self._context)

    @made_once
    def accounts(self) -> AccountService:
        """Where orders are sent to, and with which key."""
        from ordermanager.services.accounts import AccountService

        return AccountService(self._context, self.keys)

    @made_once
    def sending(self) -> SendingService:
        """Sends the outbox."""
        from ordermanager.services.sending.sending import SendingService

        return SendingService(self._context, self.accounts)

    @made_once
    def schedule(self) -> ScheduleService:
        """Sends planned for later."""
        from ordermanager.services.sending.schedule import ScheduleService

        return ScheduleService(self._context)

    @made_once
    def reports(self) -> ReportService:
        """The runs that there were, and their balances."""
        from ordermanager.services.sending.reports import ReportService

        return ReportService(self._context)

    @made_once
    def importing(self) -> ImportService:
        """Files become orders."""
        from ordermanager.services.imports.importing import ImportService

        return ImportService(self._context)

    @made_once
    def history(self) -> HistoryService:
        """What was sent and answered."""
        from ordermanager.services.history.history import HistoryService

        return HistoryService(self._context)

    @made_once
    def proofs(self) -> ProofService:
        """The exact bytes that were sent, and what was answered."""
        from ordermanager.services.history.proofs import ProofService

        return ProofService(self._context, self.history)

    @made_once
    def explanations(self) -> ExplanationService:
        """Why a customer got no message."""
        from ordermanager.services.history.explanations import ExplanationService

        return ExplanationService(self._context, self.contacts)

    @made_once
    def stories(self) -> StoryService:
        """The life of one order, to be read aloud."""
        from ordermanager.services.history.order_story import StoryService

        return StoryService(self._context, self.history, self.explanations)

    @made_once
    def bundles(self) -> SupportBundleService:
        """What support needs, with people masked."""
        from ordermanager.services.files.support_bundle import SupportBundleService

        return SupportBundleService(self._context, self.folder, self.stories, self.reports)

    @made_once
    def contacts(self) -> ContactService:
        """Whom an order is assigned to."""
        from ordermanager.services.people.contacts import ContactService

        return ContactService(self._context, self.accounts)

    @made_once
    def doubts(self) -> DoubtService:
        """What helps to decide about unconfirmed orders."""
        from ordermanager.services.sending.doubts import DoubtService

        return DoubtService(self._context, self.contacts)

    @made_once
    def backups(self) -> BackupService:
        """Copies of the workspace, and going back to one."""
        from ordermanager.services.upkeep.backups import BackupService

        return BackupService(self._context, self.sending)

    @made_once
    def insights(self) -> InsightService:
        """What was sold, to whom."""
        from ordermanager.services.insights import InsightService

        return InsightService(self._context)

    @made_once
    def corrections(self) -> CorrectionService:
        """New statuses, and asking the account to delete orders."""
        from ordermanager.services.sending.corrections import CorrectionService

        return CorrectionService(self._context, self.accounts)

    @made_once
    def send_preview(self) -> SendPreviewService:
        """What sending would do."""
        from ordermanager.services.sending.send_preview import SendPreviewService

        return SendPreviewService(self._context)

    @made_once
    def people(self) -> PeopleService:
        """All that is known of a person, handed over or forgotten."""
        from ordermanager.services.people.people import PeopleService

        return PeopleService(self._context)

    @made_once
    def customers(self) -> CustomerService:
        """The list of customers."""
        from ordermanager.services.people.customers import CustomerService

        return CustomerService(self._context)

    @made_once
    def export(self) -> ExportService:
        """Orders and history as files."""
        from ordermanager.services.files.export import ExportService

        return ExportService(self._context, self.history)
