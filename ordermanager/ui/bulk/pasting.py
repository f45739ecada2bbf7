"""Ctrl+V in the list of orders: copied cells go over the orders that are shown, from the current cell on; with a first
line that names columns to these, and with order IDs to the orders that they name, wherever they are."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from ordermanager.ui.actions.incoming import local_files
from ordermanager.ui.bulk.paste_dialog import PasteDialog, PasteWish
from ordermanager.ui.bulk.paste_header import ORDER_ID, HeaderLine, column_names, header_line
from ordermanager.ui.controls.open_dialog import open_dialog

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ordermanager.services.app import Services
    from ordermanager.services.orders.pasting import PastePlan, PasteService
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.shell.window_parts import WindowParts

LONGEST = 50_000_000
"""Characters; a longer text is a file, which the import reads."""


@dataclass(frozen=True, slots=True)
class _Cells:
    """Copied rows, below the line that names their columns where there is one. `ids`: the orders that the rows name;
    `strangers`: how many name orders which are not here, and `new_orders` are these with the header. Without rows it
    is something for the import."""

    rows: list[list[str]] = field(default_factory=list)
    header: HeaderLine | None = None
    ids: array[int] = field(default_factory=lambda: array("q"))
    strangers: int = 0
    new_orders: str = ""


def _read(text: str, names: Mapping[str, str], pasting: PasteService) -> _Cells:
    """In a thread: what was copied."""
    from ordermanager.services.orders.pasting import cells_text, is_json, is_order_table, pasted_cells

    if is_json(text):
        return _Cells()
    rows = pasted_cells(text)
    header = header_line(rows[0], names) if len(rows) > 1 else None
    if header is None:
        return _Cells() if is_order_table(text) else _Cells(rows)
    rows = [row[: len(header.titles)] for row in rows[1:]]
    if header.id_column is None:
        return _Cells(rows, header)
    found = pasting.orders_named([row[header.id_column].strip() for row in rows])
    known = [(row, order_id) for row, order_id in zip(rows, found, strict=True) if order_id is not None]
    ids = array("q", [order_id for _, order_id in known])
    if len(set(ids)) < len(ids):
        return _Cells()  # several rows for an order: its items
    strangers = [row for row, order_id in zip(rows, found, strict=True) if order_id is None and any(row)]
    new = cells_text([header.titles, *strangers])
    return _Cells([row for row, _ in known], header, ids, len(strangers), new)


class Pasting(QObject):
    """Belongs to the window. What is no cells for the list, or is orders of its own, goes to the import:
    `import_asked` brings its text."""

    import_asked = Signal(str)

    def __init__(self, services: Services, jobs: Jobs, window: WindowParts) -> None:
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

        names = column_names(self._window.orders.model.columns)
        read = lambda: _read(text, names, self._services.pasting)  # noqa: E731 - one line reads better
        self._jobs.read((id(self), "cells"), read, lambda cells: self._show(cells, text), owner=self)

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

    def _show(self, cells: _Cells, text: str) -> None:
        if not cells.rows or not self._is_in_list:
            self.import_asked.emit(text)
            return
        if not self._window.orders.model.is_known:
            message = self.tr("The list is still being read. Paste again in a moment.")
            self._window.messages.show_message("info", message)
            return
        self._window.flush()  # its write is asked for first, and writes are done in order
        self._jobs.write("", lambda: None, lambda _nothing: self._open(cells, text), owner=self)

    def _open(self, cells: _Cells, text: str) -> None:
        wish = self._wish_by_ids(cells) if cells.ids else self._wish(cells)
        dialog = PasteDialog(self._services, self._jobs, wish, self._window)
        dialog.agreed.connect(self._do)
        rest = cells.new_orders if cells.strangers else text
        dialog.import_asked.connect(lambda: self.import_asked.emit(rest))
        open_dialog(dialog)

    def _wish_by_ids(self, cells: _Cells) -> PasteWish:
        """The rows go to the orders that they name, whichever are shown."""
        assert cells.header is not None
        fields = ["" if field == ORDER_ID else field for field in cells.header.fields]
        left = cells.header.left_out(cells.rows)
        return PasteWish(cells.ids, cells.rows, fields, left, strangers=cells.strangers)

    def _wish(self, cells: _Cells) -> PasteWish:
        table, rows = self._window.orders.table, cells.rows
        ids, beyond = self._targets(len(rows))
        if cells.header is not None:
            return PasteWish(ids, rows, list(cells.header.fields), cells.header.left_out(rows), beyond)
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
