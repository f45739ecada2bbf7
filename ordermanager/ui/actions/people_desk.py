"""What concerns people as a whole: forgetting one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ordermanager.ui.controls.open_dialog import open_dialog

if TYPE_CHECKING:
    from ordermanager.domain.people.identity import Identity
    from ordermanager.services.app import Services
    from ordermanager.services.people.people import Forgotten
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.shell.window_parts import WindowParts


class PeopleDesk(QObject):
    """Belongs to the window and knows its parts."""

    def __init__(self, services: Services, jobs: Jobs, window: WindowParts) -> None:
        super().__init__(window)
        self._services = services
        self._jobs = jobs
        self._window = window

    def forget(self, identity: Identity) -> None:
        """Ask, show what there is, and erase a person."""
        from ordermanager.ui.customers_page.forget_dialog import ForgetDialog

        self._window.flush()
        dialog = ForgetDialog(self._services, self._jobs, identity, self._window)
        dialog.forgotten.connect(self._on_forgotten)
        open_dialog(dialog)

    def _on_forgotten(self, gone: Forgotten) -> None:
        # Steps that could be undone hold old texts, and the form may still show one.
        self._window.undo.forget()
        if self._window.has_pane:
            self._window.pane.show_order(None)
        parts = [self.tr("Erased from %n order(s)", "", gone.orders)]
        if gone.backups_rewritten:
            parts.append(self.tr("%n backup(s) rewritten", "", gone.backups_rewritten))
        if gone.backups_dropped:
            parts.append(self.tr("%n backup(s) deleted", "", gone.backups_dropped))
        if gone.damaged_deleted:
            parts.append(self.tr("%n damaged database(s) deleted", "", gone.damaged_deleted))
        text = ", ".join(parts) + ". " + self.tr("Yespo's own copy is separate: erase the contact there too.")
        if gone.left:
            folders = ", ".join(gone.left)
            text += " " + self.tr("They may still be in: {folders}").format(folders=folders)
        self._window.messages.show_message("warning" if gone.left else "good", text)
