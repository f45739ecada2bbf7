"""Ctrl+V in the list of orders: copied cells go over the orders that are shown, from the current cell on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication

from ordermanager.ui.bulk.paste_dialog import PasteDialog, PasteWish
from ordermanager.ui.incoming import local_files

if TYPE_CHECKING:
    from array import array

    from ordermanager.services.app import Services
    from ordermanager.services.pasting import PastePlan
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.main_window import MainWindow

LONGEST = 50_000_000
"""Characters; a longer text is a file, which the import reads."""


class Pasting(QObject):
    """Belongs to the window. What is no cells for the list, or is orders of its own, goes to the import."""

    def __init__(self, services: Services, jobs: Jobs, window: MainWindow) -> None:
        super().__init__(window.middle)
        self._services = services
        self._jobs = jobs
        self._window = window

    def paste(self) -> None:
        """Paste what the clipboard holds."""
        text = self._text()
        if not text.strip() or not self._is_in_list:
            self._window.incoming.paste()
            return

        def read() -> list[list[str]]:
            from ordermanager.services.pasting import is_order_table, pasted_cells

            return [] if is_order_table(text) else pasted_cells(text)

        self._jobs.read((id(self), "cells"), read, lambda rows: self._show(rows, text), owner=self)

    def _text(self) -> str:
        data = QGuiApplication.clipboard().mimeData()
        if data is None or local_files(data) or not data.hasText():
            return ""
        text = data.text()
        return text if len(text) <= LONGEST else ""

    @property
    def _is_in_list(self) -> bool:
        table = self._window.orders.table
        is_shown = self._window.pages.currentWidget() is self._window.orders
        return is_shown and self._window.focusWidget() is table and table.currentIndex().isValid()

    def _show(self, rows: list[list[str]], text: str) -> None:
        if not rows or not self._is_in_list:
            self._window.deeds.open_import(text)
            return
        if not self._window.orders.model.is_known:
            message = self.tr("The list is still being read. Paste again in a moment.")
            self._window.messages.show_message("info", message)
            return
        self._window.flush()  # its write is asked for first, and writes are done in order
        self._jobs.write("", lambda: None, lambda _nothing: self._open(rows, text), owner=self)

    def _open(self, rows: list[list[str]], text: str) -> None:
        dialog = PasteDialog(self._services, self._jobs, self._wish(rows), self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.agreed.connect(self._do)
        dialog.import_asked.connect(lambda: self._window.deeds.open_import(text))
        dialog.open()

    def _wish(self, rows: list[list[str]]) -> PasteWish:
        table = self._window.orders.table
        ids, beyond = self._targets(len(rows))
        current = self._window.orders.model.columns[table.currentIndex().column()]
        shown = table.shown_columns()
        place = next((n for n, column in enumerate(shown) if column.key == current.key), 0)
        columns = shown[place : place + len(rows[0])]
        left = [
            column.title or self.tr("Marks")
            for number, column in enumerate(columns)
            if not column.field and any(row[number] for row in rows)
        ]
        if len(rows[0]) > len(columns):
            left.append(self.tr("%n column(s) at the right", "", len(rows[0]) - len(columns)))
        return PasteWish(ids, rows, [column.field for column in columns], left, beyond)

    def _targets(self, rows: int) -> tuple[array[int], int]:
        """The orders that the copied rows go to; one row goes to every selected one. And how many rows find none."""
        table, model = self._window.orders.table, self._window.orders.model
        selected = table.selected_count
        if rows == 1 and selected > 1:
            return table.selected_ids(), 0
        first = next(table.selected_rows()) if selected > 1 else table.currentIndex().row()
        ids = model.ids_between(first, first + rows - 1)
        return ids, rows - len(ids)

    def _do(self, plan: PastePlan) -> None:
        pasting = self._services.pasting
        self._window.replacing.start(
            plan.changed,
            lambda tell, is_stopped: pasting.apply(plan, tell, is_stopped),
            lambda orders: self.tr("Paste into %n order(s)", "", orders),
        )
