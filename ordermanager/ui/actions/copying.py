"""Orders of the list for the clipboard: a few at once, many with how far it is and a way to stop it."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from ordermanager.ui import i18n
from ordermanager.ui.big_table import Align
from ordermanager.ui.controls.copied_table import MOST_ROWS, as_html, as_text, mime_of
from ordermanager.ui.controls.work_bar import TimeLeft

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from ordermanager.services.app import Services
    from ordermanager.store.orders.query import OrderRow
    from ordermanager.ui.big_table import Column
    from ordermanager.ui.job import Job
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.shell.messages import MessageBar

_CHUNK = 500
MANY = 2000
"""More orders are copied with a line of progress."""


class Copying(QObject):
    """Belongs to the window; a newer copy ends the one before."""

    def __init__(self, services: Services, jobs: Jobs, messages: MessageBar, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._messages = messages
        self._stop = threading.Event()

    def copy_rows(self, ids: Sequence[int], columns: Sequence[Column[OrderRow]]) -> None:
        """The rows with a header: as tab-separated text for a spreadsheet, and as a table for a letter."""
        titles = [column.title for column in columns]
        numbers = {place for place, column in enumerate(columns) if column.align is Align.RIGHT}

        def work(go: Callable[[int], bool]) -> tuple[str, str] | None:
            texts, table = [as_text([titles])], [titles]
            for some in _parts(ids):
                cells = [[column.text(row) for column in columns] for row in self._services.orders.rows(some)]
                if cells:
                    texts.append(as_text(cells))
                if len(ids) < MOST_ROWS:
                    table += cells
                if not go(len(some)):
                    return None
            return "\n".join(texts), as_html(table, numbers) if len(ids) < MOST_ROWS else ""

        self._begin(len(ids), work)

    def copy_json(self, ids: Sequence[int]) -> None:
        """The JSON of these orders, each as it would be sent now: one object, or a list of them."""

        def work(go: Callable[[int], bool]) -> tuple[str, str] | None:
            texts: list[str] = []
            for some in _parts(ids):
                texts += self._services.orders.json_previews(some)
                if not go(len(some)):
                    return None
            return texts[0] if len(texts) == 1 else "[\n" + ",\n".join(texts) + "\n]", ""

        self._begin(len(ids), work)

    def _begin(self, count: int, work: Callable[[Callable[[int], bool]], tuple[str, str] | None]) -> None:
        self._stop.set()
        self._stop = stop = threading.Event()
        time_left, done = TimeLeft(), 0

        def show(so_far: int) -> None:
            self._say_progress(job, so_far, count, time_left)

        tell = self._jobs.on_gui(show, 250) if count > MANY else None

        def go(more: int) -> bool:
            nonlocal done
            done += more
            if tell is not None:
                tell(done)
            return not stop.is_set()

        def finish(found: tuple[str, str] | None) -> None:
            if found is not None:
                QGuiApplication.clipboard().setMimeData(mime_of(*found))
                self._messages.show_message("info", self.tr("%n order(s) copied", "", count))
            elif stop is self._stop:
                text = self.tr("Copying was stopped. The clipboard is as it was.")
                self._messages.show_message("info", text)

        job: Job
        if tell is None:
            job = self._jobs.read("copy", lambda: work(go), finish, owner=self)
        else:
            self._jobs.drop_read("copy")
            job = self._jobs.network(
                self.tr("Copying…"), lambda: work(go), finish, cancel=stop.set, owner=self
            )

    def _say_progress(self, job: Job, done: int, total: int, time_left: TimeLeft) -> None:
        text = self.tr("Copied {done} of {total}").format(done=i18n.count(done), total=i18n.count(total))
        left = time_left.words(done / total)
        self._jobs.say_progress(job, f"{text}, {left}" if left else text)


def _parts(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    return (ids[begin : begin + _CHUNK] for begin in range(0, len(ids), _CHUNK))
