"""The window at 1,000,000 orders: how soon a folder, a sorting and a search show their first rows, what a step of
scrolling takes, what a start takes and how much memory all of it needs.

Seconds of the processor, which other programs on the machine do not change: of the whole program (with the thread that
reads) until the rows are painted, and of the window's thread for a step of scrolling.
`ORDERMANAGER_BENCH_WORKSPACE` names a workspace; else one is made, which takes some minutes and is kept.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from array import array
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from ordermanager.domain.states import Folder
from ordermanager.services.app import Services
from ordermanager.store.orders.lists import ORDER_SORTS
from ordermanager.ui.app import make_application
from ordermanager.ui.i18n import Language
from ordermanager.ui.jobs import Jobs
from ordermanager.ui.look.theme import Mode, Theme
from ordermanager.ui.shell.main_window import MainWindow
from tests.benchmarks.bench_start import seconds_to_paint
from tests.benchmarks.long_history import long_history
from tests.benchmarks.measure import compare

ORDERS = 1_000_000
GOAL_MS, STEP_GOAL_MS, MEMORY_GOAL_MB = 100.0, 16.0, 150.0
RUNS = 2
WITHOUT_INDEX = {"created", "sent"}
FIRST_ROWS = 64
REST_SECONDS = 3.0
"""So long the window loads what may come next."""
SEARCHES = (
    "sh",
    "shev",
    "shevchenko",
    "olena shev",
    "B-0123456",
    "+38 (067) 006",
    "person61728@example.com",
    "shevchenok",
)
"""The last is mistyped."""
WHEELS, JUMPS = 300, 100


def run() -> Iterator[object]:
    folder = Path(os.environ.get("ORDERMANAGER_BENCH_WORKSPACE") or long_history(ORDERS))
    yield compare(
        f"start to the painted list of {ORDERS:,} orders",
        lambda: seconds_to_paint(str(folder)),
        lambda: seconds_to_paint("empty"),
        "an empty window",
        goal=1.5,
    )
    yield _memory(folder)
    app = make_application()
    services = Services.open(folder)
    jobs = Jobs()
    jobs.listen(services)
    window = MainWindow(services, jobs, Theme(app, Mode.LIGHT), Language(app, "en"))
    window.resize(1440, 880)
    window.show()
    assert jobs.wait_idle(120_000)
    until = time.monotonic() + REST_SECONDS
    while time.monotonic() < until:
        app.processEvents()
        time.sleep(0.005)
    at_million = AtAMillion(window)
    yield from at_million.folders()
    yield from at_million.sorts()
    yield from at_million.searches()
    yield from at_million.scrolling()
    window.close()
    jobs.shut_down()
    services.close()


class AtAMillion:
    """Does what a person does, and measures until it is seen."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._orders = window.orders
        self._jobs = window.jobs

    def folders(self) -> Iterator[str]:
        """Each from another one."""
        for folder in Folder:
            others = [other for other in (Folder.ALL, Folder.DRAFTS, Folder.SENT) if other is not folder]
            yield self._line(
                f"folder {folder.value}",
                lambda folder=folder: self._window.go_to(folder.value),
                *(lambda other=other: self._window.go_to(other.value) for other in others),
            )

    def sorts(self) -> Iterator[str]:
        """By each column, both ways, among all orders."""
        self._window.go_to(Folder.ALL.value)
        for key in sorted(set(ORDER_SORTS) - WITHOUT_INDEX):
            for descending in (False, True):
                yield self._line(
                    f"sorted by {key}{', descending' if descending else ''}",
                    lambda key=key, descending=descending: self._show(key, descending=descending),
                    lambda: self._show("changed", descending=True),
                    lambda: self._show("total", descending=False),
                    lambda: self._show("email", descending=True),
                )

    def _show(self, key: str, *, descending: bool) -> None:
        self._orders.show_query(self._orders.query._replace(sort=key, descending=descending))

    def searches(self) -> Iterator[str]:
        """Each typed at once; the pause in which one goes on typing is not work."""
        self._show("changed", descending=True)
        for text in SEARCHES:
            yield self._line(
                f"search “{text}”",
                lambda text=text: self._orders.show_query(self._orders.query._replace(search=text)),
                lambda: self._orders.show_query(self._orders.query._replace(search="")),
            )
        self._orders.show_query(self._orders.query._replace(search=""))
        self._settle()

    def _line(self, name: str, deed: Callable[[], object], *before: Callable[[], object]) -> str:
        """How long it takes until the first rows are painted, where another list was shown to its end before."""
        deed()
        self._settle()
        wanted = self._first_rows()
        took = []
        for _ in range(RUNS):
            for other in before:
                other()
                self._settle()
                if self._first_rows() != wanted:
                    break
            else:
                return f"{name}: begins as all others"
            began = time.process_time()
            deed()
            until = time.monotonic() + 60
            while self._first_rows() != wanted and time.monotonic() < until:
                QApplication.processEvents()
                time.sleep(0.0005)
            self._orders.table.viewport().repaint()
            took.append((time.process_time() - began) * 1000)
        self._settle()
        spent = statistics.median(took)
        return f"{name}: {spent:.0f} ms{'  OVER' if spent > GOAL_MS else ''} (goal ≤ {GOAL_MS:g})"

    def _first_rows(self) -> array[int]:
        return self._orders.model.ids_between(0, FIRST_ROWS - 1)

    def _settle(self) -> None:
        assert self._jobs.wait_idle(120_000)

    def scrolling(self) -> Iterator[str]:
        """With the wheel, and far away with the bar; the rows that came are painted in steps of their own."""
        view = self._orders.table
        bar = view.verticalScrollBar()
        yield self._steps("a step of the wheel", WHEELS, lambda _number: self._turn_wheel())
        yield self._steps(
            "a jump with the bar",
            JUMPS,
            lambda number: bar.setValue(bar.maximum() * (number * 37 % JUMPS) // JUMPS),
        )

    def _turn_wheel(self) -> None:
        viewport = self._orders.table.viewport()
        middle = QPointF(viewport.rect().center())
        wheel = QWheelEvent(
            middle, viewport.mapToGlobal(middle), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(viewport, wheel)

    def _steps(self, name: str, count: int, step: Callable[[int], object]) -> str:
        took = []
        for number in range(count):
            began = time.thread_time()
            step(number)
            QApplication.sendPostedEvents()
            took.append((time.thread_time() - began) * 1000)
            until = time.monotonic() + 0.02
            while time.monotonic() < until:
                began = time.thread_time()
                QApplication.processEvents()
                took.append((time.thread_time() - began) * 1000)
                time.sleep(0.004)
        busy = [each for each in took if each > 0.5] or took
        centile = statistics.quantiles(busy, n=20)[-1]
        over = "  OVER" if centile > STEP_GOAL_MS else ""
        return f"{name}: p95 {centile:.1f} ms{over} (goal ≤ {STEP_GOAL_MS:g}), worst {max(took):.1f} ms"


def _memory(folder: Path) -> str:
    """The most that an empty window and ours ever had, ours whole and with all of the list at hand."""
    empty, ours = (_megabytes(what) for what in ("empty", str(folder)))
    over = "  OVER" if ours - empty > MEMORY_GOAL_MB else ""
    return f"memory: {ours:.0f} MB, {ours - empty:.0f} more than an empty window{over} (goal ≤ {MEMORY_GOAL_MB:g})"


def _megabytes(what: str) -> float:
    command = [sys.executable, "-m", "tests.benchmarks.memory", what]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)
    return float(done.stdout)
