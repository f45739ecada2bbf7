"""Opens the dialogs of corrections and of what will happen, and says what came of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ordermanager.ui import i18n
from ordermanager.ui.bulk import Wish
from ordermanager.ui.controls.open_dialog import open_dialog
from ordermanager.ui.words import status_name

MOST_KEYS = 1000
"""Of chosen events; nobody looks through more."""

if TYPE_CHECKING:
    from array import array
    from collections.abc import Sequence

    from ordermanager.domain.statuses import Status
    from ordermanager.services.app import Services
    from ordermanager.services.sending.corrections import DeletionResult
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.shell.window_parts import WindowParts


class CorrectionDesk(QObject):
    """Belongs to the window and knows its parts. `withdraw_asked` brings numbers of orders, `status_asked` such numbers
    and the Wish that is to be written and queued, `orders_asked` the OrderFilters of orders to be shown."""

    withdraw_asked = Signal(object)
    send_asked = Signal()
    status_asked = Signal(object, object)
    orders_asked = Signal(object)

    def __init__(self, services: Services, jobs: Jobs, window: WindowParts) -> None:
        super().__init__(window)
        self._services = services
        self._jobs = jobs
        self._window = window
        window.actions_table["new_status"].triggered.connect(lambda _checked=False: self.new_status())
        window.actions_table["delete_at_yespo"].triggered.connect(lambda _checked=False: self.delete())
        window.actions_table["preview_send"].triggered.connect(lambda _checked=False: self.preview())

    def preview(self) -> None:
        """What sending would do."""
        from ordermanager.ui.sending.preview import SendPreviewDialog

        self._window.flush()
        dialog = SendPreviewDialog(self._services, self._jobs, self._window)
        dialog.withdraw_asked.connect(self.withdraw_asked)
        dialog.send_asked.connect(self.send_asked)
        dialog.order_asked.connect(self._window.show_order_anywhere)
        dialog.orders_asked.connect(self.orders_asked)
        open_dialog(dialog)

    def new_status(self) -> None:
        """Choose a status for the selected orders, and queue them with it."""
        from ordermanager.ui.corrections.status_dialog import StatusDialog

        self._window.flush()
        ids = self._window.orders.table.selected_ids()
        dialog = StatusDialog(self._services, self._jobs, ids, self._window)
        dialog.asked.connect(lambda status: self._set(ids, status))
        open_dialog(dialog)

    def _set(self, ids: array[int], status: Status) -> None:
        wish = Wish("status", status.value, status_name(status))
        self.status_asked.emit(ids, wish)

    def delete(self) -> None:
        """Ask the account to delete the selected orders (in the history, by the keys of the selected events), orders by
        their IDs, or a period."""
        account = self._window.overview.state.account
        if account is None:
            text = self.tr("No account is connected yet. Add one in the settings, or try the sandbox.")
            self._window.messages.show_message("warning", text)
            return
        window = self._window
        if not window.shows_history:
            on_page = window.pages.currentWidget() is window.orders
            self._open_deletion(account.name, window.orders.table.selected_ids() if on_page else [])
            return
        chosen = window.history.table.selected_ids()[:MOST_KEYS]
        self._jobs.read(
            (id(self), "keys"),
            lambda: [row.event_key for row in self._services.history.event_rows(chosen)],
            lambda keys: self._open_deletion(account.name, [], keys),
            owner=self,
        )

    def _open_deletion(self, account: str, ids: Sequence[int], keys: Sequence[str] = ()) -> None:
        from ordermanager.ui.corrections.deletion_dialog import DeletionDialog

        names = list(dict.fromkeys(keys))
        dialog = DeletionDialog(self._services, self._jobs, ids, account, self._window, keys=names)
        dialog.finished_asking.connect(self._on_deleted)
        open_dialog(dialog)

    def _on_deleted(self, result: DeletionResult) -> None:
        parts = [self.tr("%n deletion(s) asked for", "", result.asked)]
        if result.refused:
            parts.append(self.tr("%n refused", "", result.refused))
        if result.unknown:
            parts.append(self.tr("%n without a clear answer", "", result.unknown))
        if result.left:
            parts.append(self.tr("%n not asked", "", result.left))
        text = ", ".join(parts)
        if result.problems:
            text += ". " + i18n.text(result.problems[-1][1])
        is_well = not (result.refused or result.unknown or result.left)
        self._window.messages.show_message("good" if is_well else "warning", text)
