"""What the user asks for with more than one call: save the form first, ask back, open a dialog."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QFileDialog

from ordermanager import __version__
from ordermanager.domain.states import Folder
from ordermanager.domain.statuses import Status
from ordermanager.made_once import made_once
from ordermanager.ui.bulk import ITEM_LINKS, ChangeDialog, Wish
from ordermanager.ui.controls.open_dialog import open_dialog
from ordermanager.ui.controls.plain import ask
from ordermanager.ui.words import status_name

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Sequence

    from ordermanager.services.app import Services
    from ordermanager.store.orders.filters import OrderFilters
    from ordermanager.ui.bulk.checking import CheckingAll
    from ordermanager.ui.bulk.pasting import Pasting
    from ordermanager.ui.duplicates.desk import DuplicatesDesk
    from ordermanager.ui.imports_page.undoing import Undoing
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.shell.window_parts import WindowParts


class Deeds(QObject):
    """Belongs to the window and knows its parts."""

    imported = Signal(int, str)  # number and name of an import

    def __init__(self, services: Services, jobs: Jobs, window: WindowParts) -> None:
        super().__init__(window)
        self._services = services
        self._jobs = jobs
        self._window = window

    # -- orders

    def step_back(self, step: Callable[[], None]) -> None:
        """Undo or redo, after what is written in the form has become a step itself."""
        self._window.flush()
        self._jobs.write("", lambda: None, lambda _nothing: step(), owner=self)

    def duplicate(self) -> None:
        """A new order like the current one."""
        current = self._window.orders.table.current_id
        if current is not None:
            self._window.flush()
            self._window.commands.duplicate(current)

    def delete(self, ids: Sequence[int]) -> None:
        """Take orders away, as they stand in the form."""
        self._window.flush()  # written afterwards, it would bring its order back
        self._window.commands.delete(ids)

    def queue(self, ids: Sequence[int] | None) -> None:
        """Put orders (None: all ready ones) in the outbox, as they stand in the form."""
        self._window.flush()  # its write is asked for first, and writes are done in order
        self._window.commands.queue(ids)

    def change_field(self) -> None:
        """Set one field of all selected orders."""
        self._window.flush()
        ids = self._window.orders.table.selected_ids()
        dialog = ChangeDialog(len(ids), self._services.settings.get(), self._window)
        dialog.asked.connect(lambda wish: self._change(ids, wish))
        open_dialog(dialog)

    def _change(self, ids: array[int], wish: Wish) -> None:
        if wish.field in ITEM_LINKS:
            self._window.replacing.fill_items(ids, wish.field, wish.text)
        else:
            self._window.bulk.change(ids, wish)

    def deliver(self) -> None:
        """The daily job of a shop: these orders were delivered; set it and put them in the outbox."""
        self._window.flush()
        ids = self._window.orders.table.selected_ids()
        wish = Wish("status", Status.DELIVERED.value, status_name(Status.DELIVERED))
        self.set_and_queue(ids, wish)

    def set_and_queue(self, ids: array[int], wish: Wish) -> None:
        """Write a field of these orders, and put them in the outbox: one step of undo."""
        window, deed = self._window, self._window.undo.new_deed()
        window.bulk.change(ids, wish, then=lambda: window.commands.queue(ids, deed=deed), deed=deed)

    def open_palette(self) -> None:
        """All commands, places and orders by a few letters."""
        from ordermanager.ui.shell.palette import Palette

        palette = Palette(self._services, self._jobs, self._window, self.open_settings)
        palette.open_over(self._window)

    def send(self) -> None:
        """Send the outbox."""
        self._window.flush()
        self._window.send_flow.start()

    def show_filtered(self, filters: OrderFilters) -> None:
        """Show exactly these orders, in All orders."""
        window = self._window
        window.go_to(Folder.ALL.value)
        query = window.orders.query._replace(folder=Folder.ALL, search="", import_id=None, filters=filters)
        window.orders.show_query(query)
        window.keyboard.go_to_list()

    def send_again(self) -> None:
        """Queue sent orders once more, after a question where it reaches real customers."""
        ids = self._window.orders.table.selected_ids()
        account = self._window.overview.state.account
        text = self.tr("Send %n order(s) again?", "", len(ids))
        details = self.tr("Their events are raised once more: workflows may write to the customers again.")
        is_practice = account is not None and account.is_sandbox
        if is_practice or ask(self._window, text, details, yes=self.tr("Send again"), no=self.tr("Cancel")):
            self._window.commands.send_again(ids)

    @made_once
    def pasting(self) -> Pasting:
        """Puts copied cells into the list."""
        from ordermanager.ui.bulk.pasting import Pasting

        pasting = Pasting(self._services, self._jobs, self._window)
        pasting.import_asked.connect(self.open_import)
        return pasting

    @made_once
    def checking(self) -> CheckingAll:
        """Checks all orders again."""
        from ordermanager.ui.bulk.checking import CheckingAll

        checking = CheckingAll(self._services, self._jobs, self._window)
        checking.orders_asked.connect(self.show_filtered)
        return checking

    @made_once
    def undoing(self) -> Undoing:
        """Takes imports back."""
        from ordermanager.ui.imports_page.undoing import Undoing

        undoing = Undoing(self._window, self._services, self._jobs, self._window.undo)
        undoing.said.connect(self._window.messages.show_message)
        return undoing

    @made_once
    def duplicates(self) -> DuplicatesDesk:
        """Finds orders that may be one."""
        from ordermanager.ui.duplicates.desk import DuplicatesDesk

        return DuplicatesDesk(self._services, self._jobs, self._window)

    def say_nothing_to_paste(self) -> None:
        """There is nothing to import in the clipboard."""
        text = self.tr("The clipboard holds no table. Copy the rows in your spreadsheet first.")
        self._window.messages.show_message("info", text)

    # -- dialogs

    def open_import(self, source: Path | str | Sequence[Path] | None) -> None:
        """The import dialog for a file, several of them, or pasted text."""
        from ordermanager.ui.import_dialog import ImportDialog

        dialog = ImportDialog(self._services, self._jobs, source, self._window)
        dialog.imported.connect(lambda number: self.imported.emit(number, dialog.name))
        dialog.left.connect(self._say_left)
        open_dialog(dialog)

    def _say_left(self, files: Sequence[Path]) -> None:
        """The import was closed while files were waiting for their turn."""
        text = self.tr("%n file(s) still to be looked at.", "", len(files))
        go_on = lambda: self.open_import(files)  # noqa: E731 - one line reads better
        self._window.messages.show_message("warning", text, self.tr("Go on"), go_on)

    def import_same_way(self, import_id: int) -> None:
        """Choose another file, and read it as an earlier import was."""
        from ordermanager.ui.import_dialog import ImportDialog

        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Import another file this way"))
        if not name:
            return
        dialog = ImportDialog(self._services, self._jobs, None, self._window)
        dialog.imported.connect(lambda number: self.imported.emit(number, dialog.name))
        self._jobs.read(
            (id(dialog), "same way"),
            lambda: self._services.importing.same_way(import_id),
            lambda options: dialog.show_source(Path(name), options),
            owner=dialog,
        )
        open_dialog(dialog)

    def open_settings(self, page: str = "", part: str = "") -> None:
        """Accounts and defaults; `page` and `part` as in SettingsDialog."""
        from ordermanager.ui.settings_dialog import SettingsDialog

        open_dialog(SettingsDialog(self._services, self._jobs, self._window, page, part))

    def close_settings(self) -> str | None:
        """Close the settings where they are open, and say on which page they were."""
        modal = QApplication.activeModalWidget()
        page = modal.property("page") if modal is not None else None
        if modal is None or not isinstance(page, str):
            return None
        modal.close()
        return page

    def open_shortcuts(self) -> None:
        """All keys on one page."""
        from ordermanager.ui.shell.shortcut_sheet import ShortcutSheet

        open_dialog(ShortcutSheet(self._window))

    def show_welcome(self) -> None:
        """Show the first steps in the place of the list."""
        self._window.go_to(Folder.ALL.value)
        self._window.orders.show_welcome()

    def practise(self) -> None:
        """Make the sandbox account with sample orders, and show what can be sent."""
        self._jobs.network(
            self.tr("Preparing the sandbox…"), self._services.practice.begin, self._on_practice, owner=self
        )

    def _on_practice(self, _new: int) -> None:
        self._window.go_to(Folder.READY.value)
        text = self.tr("The sandbox is ready. Look through these orders, put them in the outbox, and send.")
        self._window.messages.show_message("info", text)

    def about(self) -> None:
        """Version and licence, in the message bar."""
        text = self.tr("Order Manager {version} – shop orders to Yespo, checked and proven. MIT licence.")
        self._window.messages.show_message("info", text.format(version=__version__))
