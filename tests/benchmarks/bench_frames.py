"""How smooth the real window is while the outbox is sent beside it: someone types and scrolls the list meanwhile.

Each frame presses a key in the search or turns the wheel, and paints; so the same wheel turns a stock table with the
same cells, as large and under the same style sheet. Three figures, each its 95th percentile and its
worst: how long a frame takes to handle and paint, how much of that the processor worked for it (the rest is waiting:
for the interpreter, or for other programs on the machine), and how late the event loop comes to it.
`ORDERMANAGER_BENCH_ORDERS` sets how many orders are sent.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from ordermanager.domain.states import Folder
from ordermanager.services.app import Services
from ordermanager.store.orders.query import OrderQuery
from ordermanager.ui.app import make_application
from ordermanager.ui.i18n import Language
from ordermanager.ui.jobs import Jobs
from ordermanager.ui.look.theme import Mode, Theme
from ordermanager.ui.shell.main_window import MainWindow
from tests.benchmarks.bench_send import instant_server
from tests.benchmarks.samples import write_orders_csv

ORDERS = int(os.environ.get("ORDERMANAGER_BENCH_ORDERS", "20000"))
FRAME_MS = 16
GOAL_MS = 16.0
TYPED = "b-00012"


@dataclass(slots=True)
class Frames:
    """Milliseconds, frame by frame."""

    took: list[float] = field(default_factory=list)
    worked: list[float] = field(default_factory=list)
    late: list[float] = field(default_factory=list)

    def lines(self, what: str) -> Iterator[str]:
        yield f"{what}: {len(self.took)} frames"
        figures = (
            ("handled and painted in", self.took),
            ("work in that", self.worked),
            ("late by", self.late),
        )
        for name, values in figures:
            centile = statistics.quantiles(values, n=20)[-1]
            yield f"  {name}: p95 {centile:.1f} ms (goal ≤ {GOAL_MS:g}), worst {max(values):.1f} ms"


class Person:
    """Types and scrolls, a step a frame, and measures how long it takes to be seen."""

    def __init__(self, window: MainWindow, view: QTableView | None = None) -> None:
        self._search = None if view is not None else window.orders.search
        self._view = view or window.orders.table
        self._step = 0
        self._due = 0.0
        self.frames = Frames()
        self._timer = QTimer(window)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._frame)

    def start(self) -> None:
        self._due = time.perf_counter() + FRAME_MS / 1000
        self._timer.start(FRAME_MS)

    def stop(self) -> Frames:
        self._timer.stop()
        return self.frames

    def _frame(self) -> None:
        begun, worked = time.perf_counter(), time.thread_time()
        self.frames.late.append(max(0.0, (begun - self._due) * 1000))
        self._step += 1
        if self._step % 8 == 0 and self._search is not None:
            self._type(self._search)
        else:
            self._scroll()
        QApplication.sendPostedEvents()  # what it made necessary, painting included
        self.frames.took.append((time.perf_counter() - begun) * 1000)
        self.frames.worked.append((time.thread_time() - worked) * 1000)
        self.start()

    def _type(self, search: QWidget) -> None:
        place = self._step // 8 % (2 * len(TYPED))
        if place < len(TYPED):
            key, text = Qt.Key.Key_A, TYPED[place]
        else:
            key, text = Qt.Key.Key_Backspace, "\b"
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            QApplication.sendEvent(search, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))

    def _scroll(self) -> None:
        viewport = self._view.viewport()
        down = -120 if self._step // 200 % 2 == 0 else 120
        middle = QPointF(viewport.rect().center())
        wheel = QWheelEvent(
            middle, viewport.mapToGlobal(middle), QPoint(), QPoint(0, down), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(viewport, wheel)


def run() -> Iterator[str]:
    app = make_application()
    with tempfile.TemporaryDirectory() as folder, instant_server() as url:
        source = Path(folder) / "orders.csv"
        write_orders_csv(source, ORDERS)
        services = Services.open(Path(folder) / "workspace")
        services.accounts.add("bench", url, key="key", is_sandbox=True)
        services.importing.run(services.importing.prepare(source))
        services.outbox.queue(None)
        jobs = Jobs()
        jobs.listen(services)
        window = MainWindow(services, jobs, Theme(app, Mode.LIGHT), Language(app, "en"))
        window.resize(1440, 880)
        window.show()
        window.go_to(Folder.ALL.value)
        jobs.wait_idle(60_000)
        yield from at_rest(app, window)
        yield from stock_table(app, window)
        yield from while_sending(app, window, services)
        window.close()
        jobs.shut_down()
        services.close()


def at_rest(app: QApplication, window: MainWindow) -> Iterator[str]:
    """The same keys and wheels with nothing else going on."""
    yield from scrolled(app, Person(window), "the window at rest")


def scrolled(app: QApplication, person: Person, what: str) -> Iterator[str]:
    person.start()
    until = time.perf_counter() + 4
    while time.perf_counter() < until:
        app.processEvents()
        time.sleep(0.0005)
    yield from person.stop().lines(what)


def stock_table(app: QApplication, window: MainWindow) -> Iterator[str]:
    """A QTableView with the texts of the same columns at hand: what Qt takes for them."""
    ours = window.orders.table
    columns = ours.shown_columns()
    count = min(ORDERS, 5000)
    texts = [
        tuple(column.text(row) for column in columns)
        for row in window.services.orders.rows(window.services.orders.list_ids(OrderQuery(limit=count)))
    ]
    view = QTableView()
    view.setModel(StockModel(texts))
    view.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
    view.setShowGrid(False)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(ours.rowHeight(0))
    view.resize(ours.size())
    view.show()
    yield from scrolled(app, Person(window, view), "a stock table with the same cells")
    view.close()


class StockModel(QAbstractTableModel):
    """Texts."""

    def __init__(self, texts: list[tuple[str, ...]]) -> None:
        super().__init__()
        self._texts = texts

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return len(self._texts)

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        return len(self._texts[0])

    def data(self, index: Any, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return self._texts[index.row()][index.column()] if role == Qt.ItemDataRole.DisplayRole else None


def while_sending(app: QApplication, window: MainWindow, services: Services) -> Iterator[str]:
    person = Person(window)
    ended: list[bool] = []
    window.sending.finished.connect(lambda _report: ended.append(True))
    begun = time.perf_counter()
    window.sending.start()
    person.start()
    while not ended:
        app.processEvents()
        time.sleep(0.0005)
    took = time.perf_counter() - begun
    frames = person.stop()
    sent = services.orders.counts()[Folder.SENT]
    yield f"{sent:,} orders sent in {took:.1f} s beside it"
    yield from frames.lines("the window while orders are sent")
