"""What the window needs for its deeds: loaded while the list is there already, and made step by step.

Loading this module loads all of it, which is done in a thread.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ordermanager.ui.actions.commands import Commands
from ordermanager.ui.actions.deeds import Deeds
from ordermanager.ui.actions.incoming import Incoming
from ordermanager.ui.actions.out_desk import OutDesk
from ordermanager.ui.actions.people_desk import PeopleDesk
from ordermanager.ui.bulk import BulkChanges, CellDeeds, Replacing
from ordermanager.ui.corrections import CorrectionDesk
from ordermanager.ui.order_pane.edit_steps import EditSteps
from ordermanager.ui.orders_page.exact_id import ExactId
from ordermanager.ui.sending.desk import SendingDesk
from ordermanager.ui.sending.flow import SendFlow
from ordermanager.ui.sending.notice import SendNotice
from ordermanager.ui.shell.beside_watch import BesideWatch
from ordermanager.ui.shell.recovery_notice import RecoveryNotice
from ordermanager.ui.shell.selection_totals import SelectionTotals
from ordermanager.ui.shell.window_wiring import connect_corrections, connect_rest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordermanager.ui.shell.main_window import MainWindow


def steps(window: MainWindow) -> Iterator[None]:
    """Make the rest of the window; between two steps it answers to keys and paints itself."""
    window.actions_table.complete()
    yield
    services, jobs, messages, undo = window.services, window.jobs, window.messages, window.undo
    window.commands = Commands(services, jobs, messages, undo, window)
    window.bulk = BulkChanges(services, jobs, messages, undo, window)
    window.edits = EditSteps(services, jobs, messages, undo, window)
    window.send_flow = SendFlow(services, jobs, messages, window.sending, window)
    window.incoming = Incoming(window)
    yield
    ExactId(services, jobs, window.orders)
    window.totals = SelectionTotals(services, jobs, window.orders, window.status)
    window.kept  # noqa: B018 - asking for it makes it
    window.cells = CellDeeds(window.orders, window.bulk, messages, window.middle)
    window.replacing = Replacing(services, jobs, window.orders, messages, undo, window.middle)
    window.deeds = Deeds(services, jobs, window)
    connect_rest(window)
    yield
    window.desk = SendingDesk(services, jobs, window)
    yield
    window.out = OutDesk(services, jobs, window)
    window.people = PeopleDesk(services, jobs, window)
    window.corrections = CorrectionDesk(services, jobs, window)
    connect_corrections(window)


def look_around(window: MainWindow) -> None:
    """What the parts want to know of the workspace. Asked when all is made, the order pane too, or when a person does
    something first: what answers is loaded in threads, with which the making would have to share the interpreter."""
    window.desk.begin()
    window.overview.load()
    window.orders.filters.load()
    if "recovery" not in vars(window):  # it and the notice outlive the parts made anew with the language
        SendNotice(window)
        BesideWatch(window.services, window.jobs, window).start()
        window.recovery = RecoveryNotice(window)
        window.recovery.begin()
