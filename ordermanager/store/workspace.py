"""The workspace: one folder with the database and its backups, and everything that can be asked of it.

Any method of it and of its parts may be called from any thread: each thread has a connection of its own. Every write
is a transaction that begins at once (BEGIN IMMEDIATE); `with workspace.write():` joins several into one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ordermanager.made_once import made_once
from ordermanager.store.database.connections import Connections
from ordermanager.store.database.opening import open_or_create

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ordermanager.store.accounts import Accounts
    from ordermanager.store.backups import Backups
    from ordermanager.store.database.migrate import Migration
    from ordermanager.store.history.deletions import Deletions
    from ordermanager.store.history.events import Events
    from ordermanager.store.history.order_history import History
    from ordermanager.store.imports.imports import Imports
    from ordermanager.store.insights.insights import Insights
    from ordermanager.store.orders.duplicates import Duplicates
    from ordermanager.store.orders.orders import Orders
    from ordermanager.store.orders.products import Products
    from ordermanager.store.orders.reads import OrderReads
    from ordermanager.store.outbox.batches import Batches
    from ordermanager.store.outbox.outbox import Outbox
    from ordermanager.store.outbox.revisions import Revisions
    from ordermanager.store.outbox.runs import Runs
    from ordermanager.store.outbox.send_previews import SendPreviews
    from ordermanager.store.people.contacts import Contacts
    from ordermanager.store.people.customer_list import CustomerList
    from ordermanager.store.people.customers import Customers
    from ordermanager.store.people.people import People
    from ordermanager.store.records import CheckReport
    from ordermanager.store.settings import Settings


class Workspace(Connections):
    """An open workspace: its connections and its parts. Made by `create_or_open`; `close` it in the end."""

    @classmethod
    def create_or_open(
        cls,
        folder: Path,
        *,
        read_only: bool = False,
        busy_timeout: float = 10.0,
        migrations: Sequence[Migration] | None = None,
    ) -> Workspace:
        """Open the workspace in `folder`, or make an empty one where there is none.

        `busy_timeout` in seconds: how long to wait for another program's write. `migrations` replaces those that come
        with the program (for tests of migrating). Raises WorkspaceDamaged (naming the newest backup that is good),
        WorkspaceLocked, WorkspaceNewer, WorkspaceReadOnly, WorkspaceFull or WorkspaceUnreadable.
        """
        open_or_create(folder, read_only=read_only, busy_timeout=busy_timeout, migrations=migrations)
        return cls(folder, read_only=read_only, busy_timeout=busy_timeout)

    def check(self) -> CheckReport:
        """Look at everything: the file, the hashes, the counts, the balances. Takes seconds per 100,000 orders."""
        from ordermanager.store.check import check_database

        return check_database(self.reader())

    def rebuild_search(self) -> None:
        """Make the index of the search anew, where `check` found it damaged. Takes seconds per 100,000 orders."""
        from ordermanager.store.search.search import rebuild_index

        with self.write() as database:
            rebuild_index(database)

    def was_cut_off(self) -> bool:
        """Whether something is on its way, or seems to be because the program died meanwhile: see `outbox.recover`."""
        return bool(
            self.reader().value(
                """SELECT EXISTS (SELECT 1 FROM revisions WHERE state = 'sending')
                    OR EXISTS (SELECT 1 FROM attempts WHERE finished_at = '')
                    OR EXISTS (SELECT 1 FROM runs WHERE finished_at = '')"""
            )
        )

    # -- its parts, each in its own file

    @made_once
    def orders(self) -> Orders:
        """Orders and their texts."""
        from ordermanager.store.orders.orders import Orders

        return Orders(self)

    @made_once
    def order_reads(self) -> OrderReads:
        """What a list asks of the orders."""
        from ordermanager.store.orders.reads import OrderReads

        return OrderReads(self)

    @made_once
    def revisions(self) -> Revisions:
        """What was queued, as it was then."""
        from ordermanager.store.outbox.revisions import Revisions

        return Revisions(self)

    @made_once
    def outbox(self) -> Outbox:
        """What waits, what is claimed, what came of it."""
        from ordermanager.store.outbox.outbox import Outbox

        return Outbox(self)

    @made_once
    def runs(self) -> Runs:
        """Runs of the sender and their balances."""
        from ordermanager.store.outbox.runs import Runs

        return Runs(self)

    @made_once
    def batches(self) -> Batches:
        """Batches, their attempts, and those in doubt."""
        from ordermanager.store.outbox.batches import Batches

        return Batches(self)

    @made_once
    def events(self) -> Events:
        """What accepted orders raised."""
        from ordermanager.store.history.events import Events

        return Events(self)

    @made_once
    def history(self) -> History:
        """The life of one order."""
        from ordermanager.store.history.order_history import History

        return History(self)

    @made_once
    def accounts(self) -> Accounts:
        """Where orders are sent to."""
        from ordermanager.store.accounts import Accounts

        return Accounts(self)

    @made_once
    def imports(self) -> Imports:
        """Files that were brought in."""
        from ordermanager.store.imports.imports import Imports

        return Imports(self)

    @made_once
    def contacts(self) -> Contacts:
        """Cards fetched from the platform."""
        from ordermanager.store.people.contacts import Contacts

        return Contacts(self)

    @made_once
    def settings(self) -> Settings:
        """Values by name."""
        from ordermanager.store.settings import Settings

        return Settings(self)

    @made_once
    def customers(self) -> Customers:
        """People known from orders."""
        from ordermanager.store.people.customers import Customers

        return Customers(self)

    @made_once
    def deletions(self) -> Deletions:
        """What accounts were asked to delete."""
        from ordermanager.store.history.deletions import Deletions

        return Deletions(self)

    @made_once
    def duplicates(self) -> Duplicates:
        """Orders that look alike."""
        from ordermanager.store.orders.duplicates import Duplicates

        return Duplicates(self)

    @made_once
    def send_previews(self) -> SendPreviews:
        """What is to be sent, and who of its customers is known."""
        from ordermanager.store.outbox.send_previews import SendPreviews

        return SendPreviews(self)

    @made_once
    def people(self) -> People:
        """What is known of a person, to be handed over or erased."""
        from ordermanager.store.people.people import People

        return People(self, self.customer_list)

    @made_once
    def customer_list(self) -> CustomerList:
        """The table of the people known from orders."""
        from ordermanager.store.people.customer_list import CustomerList

        return CustomerList(self)

    @made_once
    def insights(self) -> Insights:
        """Counts over delivered orders."""
        from ordermanager.store.insights.insights import Insights

        return Insights(self)

    @made_once
    def products(self) -> Products:
        """Items known from orders."""
        from ordermanager.store.orders.products import Products

        return Products(self)

    @made_once
    def backups(self) -> Backups:
        """Verified copies of the database."""
        from ordermanager.store.backups import Backups

        return Backups(self)
