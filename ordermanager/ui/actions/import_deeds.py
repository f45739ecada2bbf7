"""What can be done with an import that is over: save its rows with errors, manage the kept columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ordermanager.ui.controls.open_dialog import open_dialog

if TYPE_CHECKING:
    from ordermanager.ui.imports_page import ImportsPage
    from ordermanager.ui.shell.window_parts import WindowParts


class ImportDeeds(QObject):
    """Made with the page of imports, whose wishes it fulfils."""

    def __init__(self, window: WindowParts, page: ImportsPage) -> None:
        super().__init__(page)
        self._window = window
        self._services = page.services
        self._jobs = page.jobs
        page.rejected_asked.connect(self._save_rejected)
        page.profiles_asked.connect(self._show_profiles)

    def _save_rejected(self, import_id: int, file: str) -> None:
        from ordermanager.ui.import_dialog.saving_rejected import SavingRejected

        def say(text: str) -> None:
            self._window.messages.show_message("info", text)

        SavingRejected(self._window, self._services, self._jobs, say).ask(import_id, file)

    def _show_profiles(self) -> None:
        from ordermanager.ui.import_dialog.profiles_dialog import ProfilesDialog

        dialog = ProfilesDialog(self._services, self._jobs, self._window)
        open_dialog(dialog)
