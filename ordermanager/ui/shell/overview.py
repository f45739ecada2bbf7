"""What the frame of the window shows of the workspace: counts, what waits for a decision, the account."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from ordermanager.domain.states import Folder

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ordermanager.services.app import Services
    from ordermanager.services.notices import Changes
    from ordermanager.services.results import AccountView, UnconfirmedBatch
    from ordermanager.ui.jobs import Jobs


class Decisions(NamedTuple):
    """What waits for a person, as the services say."""

    unconfirmed: tuple[UnconfirmedBatch, ...] = ()
    held: int = 0
    account: AccountView | None = None

    @property
    def may_repeat(self) -> bool:
        """Whether anything that is in doubt may be sent again, as the accounts are set."""
        return any(batch.policy != "never" for batch in self.unconfirmed)


class State(NamedTuple):
    """One look at the workspace."""

    counts: Mapping[Folder, int] = MappingProxyType({})
    decisions: Decisions = Decisions()
    account: AccountView | None = None

    @property
    def outbox(self) -> int:
        """How many orders wait to be sent."""
        return self.counts.get(Folder.OUTBOX, 0)

    @property
    def ready(self) -> int:
        """How many orders could be queued."""
        return self.counts.get(Folder.READY, 0)

    @property
    def is_empty(self) -> bool:
        """Whether the workspace has no order at all."""
        return not self.counts.get(Folder.ALL, 0)


class Overview(QObject):
    """Looks again whenever something changed that it shows."""

    updated = Signal(object)  # State

    def __init__(self, services: Services, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self.state = State()
        self._has_asked = False
        jobs.changed.connect(self._on_changed)

    def load_counts(self) -> None:
        """How many orders there are, which a start shows first: it takes a moment, and nothing but the list. Harmless
        twice."""
        if not self._has_asked:
            self._has_asked = True
            self._jobs.read(
                (id(self), "overview"), lambda: State(self._services.lists.counts()), self._take, owner=self
            )

    def load(self) -> None:
        """Look again."""
        self._has_asked = True
        self._jobs.read((id(self), "overview"), self._look, self._take, owner=self)

    def _on_changed(self, changes: Changes) -> None:
        if changes.orders or changes.outbox or changes.accounts or changes.settings:
            self.load()

    def _look(self) -> State:
        """In a reader thread."""
        counts = self._services.lists.counts()
        account = default_account(self._services)
        unconfirmed = tuple(self._services.outbox.unconfirmed()) if counts.get(Folder.UNCONFIRMED) else ()
        held = self._services.outbox.held() if counts.get(Folder.OUTBOX) else 0
        return State(counts, Decisions(unconfirmed, held, account), account)

    def _take(self, state: State) -> None:
        self.state = state
        self.updated.emit(state)


def default_account(services: Services) -> AccountView | None:
    """The account that orders go to, None where there is none yet."""
    accounts = services.accounts.list()
    return next((account for account in accounts if account.is_default), accounts[0] if accounts else None)
