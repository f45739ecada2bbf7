"""The order table at 1,000,000 orders: opening a folder and scrolling, against a stock table with all rows at hand.

Making the workspace takes some minutes. `ORDERMANAGER_BENCH_ORDERS` sets another number of orders.
"""

from __future__ import annotations

import os
import random
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtWidgets import QTableView

from ordermanager.domain.states import Folder
from ordermanager.services.app import Services
from ordermanager.store.orders.query import OrderQuery
from ordermanager.ui.app import make_application
from ordermanager.ui.jobs import Jobs
from ordermanager.ui.order_table import OrderTableModel, OrderTableView
from tests.benchmarks.measure import Comparison, compare, seconds
from tests.benchmarks.samples import write_orders_csv

ORDERS = int(os.environ.get("ORDERMANAGER_BENCH_ORDERS", "1000000"))
STEPS = 200


class BareModel(QAbstractTableModel):
    """As many rows and columns as ours, each cell the same text."""

    def __init__(self, rows: int, columns: int) -> None:
        super().__init__()
        self._rows, self._columns = rows, columns

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return self._rows

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        return self._columns

    def data(self, index: Any, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return "B-0000001" if role == Qt.ItemDataRole.DisplayRole else None


def run() -> Iterator[Comparison]:
    app = make_application()
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "orders.csv"
        write_orders_csv(source, ORDERS, items_per_order=1)
        services = Services.open(Path(folder) / "workspace")
        services.importing.run(services.importing.prepare(source))
        jobs = Jobs(app)
        model = OrderTableModel(services, jobs)
        view = OrderTableView(model)
        bare = QTableView()
        for table in (view, bare):
            table.resize(1000, 700)
            table.show()

        def open_ours() -> None:
            model.set_query(OrderQuery(folder=Folder.ALL, sort="date"))
            model.set_query(OrderQuery(folder=Folder.READY))
            jobs.wait_idle(60_000)
            app.processEvents()

        def open_bare() -> None:
            bare.setModel(BareModel(ORDERS, model.columnCount()))
            app.processEvents()

        name = f"{ORDERS:,} orders"
        yield compare(
            f"opening a folder of {name}, to its last row", lambda: seconds(open_ours), lambda: seconds(open_bare),
            "a stock table with all at hand",
        )  # fmt: skip
        places = [random.randrange(ORDERS) for _ in range(STEPS)]
        yield compare(
            f"{STEPS} jumps through {name}, each painted with its rows",
            lambda: seconds(lambda: scroll(view, places, jobs)),
            lambda: seconds(lambda: scroll(bare, places, jobs)),
            "a stock table with all at hand",
        )
        jobs.shut_down()
        services.close()


def scroll(view: QTableView, places: list[int], jobs: Jobs) -> None:
    """Jump to each place and wait until what is to be seen there is painted."""
    for place in places:
        view.scrollTo(view.model().index(place, 0))
        view.viewport().repaint()
        jobs.wait_idle()
        view.viewport().repaint()
