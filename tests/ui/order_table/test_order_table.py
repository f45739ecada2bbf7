"""The order table: rows from the background, sorting, searching, selecting, editing in place, a million
rows."""

from __future__ import annotations

import time
from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QComboBox, QLineEdit

from ordermanager.domain.states import Folder, State
from ordermanager.services.notices import Changes
from ordermanager.store.orders.filters import OrderFilters
from ordermanager.store.orders.query import OrderQuery
from ordermanager.ui.big_table import BigTableModel, BigTableView, CellDelegate, Column
from ordermanager.ui.order_table import OrderTableModel, OrderTableView

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pytestqt.qtbot import QtBot

    from ordermanager.services.app import Services
    from ordermanager.ui.jobs import Jobs

AddOrders = "Callable[..., list[int]]"


@pytest.fixture
def table(qtbot: QtBot, services: Services, jobs: Jobs) -> OrderTableView:
    view = OrderTableView(OrderTableModel(services, jobs))
    qtbot.addWidget(view)
    view.resize(1400, 500)
    view.show()
    view.activateWindow()
    view.setFocus()
    return view


def model_of(view: OrderTableView) -> OrderTableModel:
    model = view.model()
    assert isinstance(model, OrderTableModel)
    return model


def column(model: BigTableModel[Any], key: str) -> int:
    return next(n for n, found in enumerate(model.columns) if found.key == key)


def ask(view: OrderTableView, jobs: Jobs, **query: Any) -> OrderTableModel:
    model = model_of(view)
    model.set_query(OrderQuery(**query))
    assert jobs.wait_idle()
    return model


def test_rows_come_from_the_workspace(
    table: OrderTableView, jobs: Jobs, add_orders: Any, texts: Callable[[Any], list[list[str]]]
) -> None:
    add_orders(3)
    model = ask(table, jobs, sort="external_order_id", descending=False)
    rows = texts(model)
    assert [row[column(model, "externalOrderId")] for row in rows] == ["A-1", "A-2", "A-3"]
    assert rows[0][column(model, "state")] == "Ready"
    assert rows[0][column(model, "totalCost")] == "100.50"
    assert rows[0][column(model, "name")] == "Olena Shevchenko1"
    assert rows[0][column(model, "date")] == "2026-11-20 12:00"


def test_the_model_keeps_qt_s_rules(table: OrderTableView, jobs: Jobs, add_orders: Any) -> None:
    add_orders(20)
    tester = QAbstractItemModelTester(model_of(table), QAbstractItemModelTester.FailureReportingMode.Fatal)
    ask(table, jobs)
    add_orders(5, first=100)
    assert jobs.wait_idle()
    ask(table, jobs, folder=Folder.DRAFTS)
    assert model_of(table).rowCount() == 0
    assert tester is not None


class CountingModel(OrderTableModel):
    """Counts how often it asks for the whole list."""

    asked = 0

    def _read_ids(self, query: OrderQuery, limit: int | None) -> array[int]:
        if limit is None:
            self.asked += 1
        return super()._read_ids(query, limit)


@pytest.mark.parametrize(
    ("query", "is_asked_again"),
    [
        (OrderQuery(), False),
        (OrderQuery(search="a", status="INITIALIZED", sort="name"), False),
        (OrderQuery(folder=Folder.OUTBOX), True),
        (OrderQuery(state=State.QUEUED), True),
        (OrderQuery(sort="state"), True),
        (OrderQuery(filters=OrderFilters(states=frozenset({State.QUEUED}))), True),
        (OrderQuery(filters=OrderFilters(account="Main")), True),
    ],
)
def test_while_orders_are_sent_their_states_are_read_and_the_list_only_where_it_may_be_another(
    services: Services, jobs: Jobs, add_orders: Any, query: OrderQuery, is_asked_again: bool
) -> None:
    ids = add_orders(3)
    model = CountingModel(services, jobs)
    model.set_query(query)
    assert jobs.wait_idle()
    if not query.knows_states:
        assert model.row_at(0) is not None
    asked = model.asked
    with services._context.workspace.write() as database:  # as a sender does it, in steps of its own
        database.run("UPDATE orders SET status = 'DELIVERED' WHERE id = ?", (ids[2],))
    services._context.publish(Changes(orders=True, outbox=True, only_states=True))
    assert jobs.wait_idle()
    assert (model.asked > asked) == is_asked_again
    for row in range(model.rowCount()):
        model.row_at(row)
    assert jobs.wait_idle()
    if query == OrderQuery():
        shown = {row.id: row.status for at in range(3) if (row := model.row_at(at)) is not None}
        assert shown[ids[2]] == "DELIVERED"


def test_what_others_change_appears_and_the_place_is_kept(
    table: OrderTableView, jobs: Jobs, services: Services, add_orders: Any
) -> None:
    ids = add_orders(5)
    model = ask(table, jobs, sort="external_order_id", descending=False)
    table.go_to(ids[2])
    services.orders.change_field([ids[4]], "firstName", "Changed")
    add_orders(1, first=0)
    assert jobs.wait_idle()
    model.refresh()
    assert jobs.wait_idle(), "the model asks again after a moment"
    _wait_rows(table, jobs, 6)
    assert table.current_id == ids[2]
    assert model.index(5, column(model, "name")).data() == "Changed Shevchenko5"


def _wait_rows(view: OrderTableView, jobs: Jobs, rows: int) -> None:
    end = time.monotonic() + 10
    while model_of(view).rowCount() != rows and time.monotonic() < end:
        jobs.wait_idle()
    assert model_of(view).rowCount() == rows


def test_an_order_that_leaves_the_folder_gives_its_place_to_the_next(
    qtbot: QtBot, table: OrderTableView, jobs: Jobs, services: Services, add_orders: Any
) -> None:
    ids = add_orders(4)
    ask(table, jobs, folder=Folder.READY, sort="external_order_id", descending=False)
    table.go_to(ids[1])
    services.outbox.queue([ids[1]])
    qtbot.waitUntil(lambda: model_of(table).rowCount() == 3)
    assert table.current_id == ids[2]


def test_a_click_on_a_header_sorts_and_a_second_one_turns_it(
    qtbot: QtBot, table: OrderTableView, jobs: Jobs, add_orders: Any
) -> None:
    add_orders(3)
    ask(table, jobs)
    asked: list[tuple[str, bool]] = []
    table.sort_asked.connect(lambda key, descending: asked.append((key, descending)))
    header = table.horizontalHeader()
    section = column(model_of(table), "externalOrderId")
    place = header.sectionViewportPosition(section) + 20
    from PySide6.QtCore import QPoint

    for _ in range(2):
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place, 10))
    assert asked == [("external_order_id", False), ("external_order_id", True)]


def test_selection_is_ids_in_the_order_of_the_rows(
    qtbot: QtBot, table: OrderTableView, jobs: Jobs, add_orders: Any
) -> None:
    ids = add_orders(6)
    ask(table, jobs, sort="external_order_id", descending=False)
    table.go_to(ids[3])
    qtbot.keyClick(table, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(table, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert list(table.selected_ids()) == ids[1:4]
    assert table.selected_count == 3
    qtbot.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert list(table.selected_ids()) == ids


def test_home_and_end_go_to_the_first_and_last_row(
    qtbot: QtBot, table: OrderTableView, jobs: Jobs, add_orders: Any
) -> None:
    ids = add_orders(6)
    ask(table, jobs, sort="external_order_id", descending=False)
    table.go_to(ids[3])
    qtbot.keyClick(table, Qt.Key.Key_End)
    assert table.current_id == ids[5]
    qtbot.keyClick(table, Qt.Key.Key_Home)
    assert table.current_id == ids[0]


def test_f2_edits_a_cell_and_saves_it(
    qtbot: QtBot, table: OrderTableView, jobs: Jobs, services: Services, add_orders: Any
) -> None:
    (order_id,) = add_orders(1)
    model = ask(table, jobs)
    table.go_to(order_id, column(model, "email"))
    qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = table.findChild(QLineEdit)
    assert editor is not None
    assert editor.text() == "client1@example.com"
    qtbot.keyClicks(editor, "new@example.com")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: model.index(0, column(model, "email")).data() == "new@example.com")
    assert services.orders.get(order_id).draft.get("email") == "new@example.com"


def test_a_wrong_value_is_kept_and_marked(
    qtbot: QtBot, table: OrderTableView, jobs: Jobs, services: Services, add_orders: Any
) -> None:
    (order_id,) = add_orders(1)
    model = ask(table, jobs)
    table.go_to(order_id, column(model, "totalCost"))
    qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = table.findChild(QLineEdit)
    assert editor is not None
    qtbot.keyClicks(editor, "a lot")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: model.index(0, column(model, "state")).data() == "Draft")
    assert services.orders.get(order_id).draft.get("totalCost") == "a lot"
    assert "1" in model.index(0, column(model, "mark")).data()


def test_a_status_is_chosen_from_a_list(
    qtbot: QtBot, table: OrderTableView, jobs: Jobs, services: Services, add_orders: Any
) -> None:
    (order_id,) = add_orders(1)
    model = ask(table, jobs)
    table.go_to(order_id, column(model, "status"))
    qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = table.findChild(QComboBox)
    assert editor is not None
    assert editor.currentData() == "INITIALIZED"
    qtbot.keyClicks(editor, "Del")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: services.orders.get(order_id).draft.get("status") == "DELIVERED")


def test_leaving_an_editor_as_it_was_changes_nothing(
    qtbot: QtBot, table: OrderTableView, jobs: Jobs, services: Services, add_orders: Any
) -> None:
    (order_id,) = add_orders(1)
    model = ask(table, jobs)
    before = services.orders.get(order_id).changed_at
    for key in ("date", "phone", "totalCost", "externalOrderId", "currency"):
        table.go_to(order_id, column(model, key))
        qtbot.keyClick(table, Qt.Key.Key_F2)
        editor = table.findChild(QLineEdit)
        assert editor is not None, key
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        assert jobs.wait_idle()
        from PySide6.QtCore import QCoreApplication, QEvent

        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert services.orders.get(order_id).changed_at == before


def test_a_column_without_a_field_cannot_be_edited(
    qtbot: QtBot, table: OrderTableView, jobs: Jobs, add_orders: Any
) -> None:
    (order_id,) = add_orders(1)
    model = ask(table, jobs)
    table.go_to(order_id, column(model, "state"))
    qtbot.keyClick(table, Qt.Key.Key_F2)
    assert table.findChild(QLineEdit) is None
    assert table.state() is not table.State.EditingState


def test_a_row_with_markup_and_a_megabyte_is_painted_as_text(
    table: OrderTableView, jobs: Jobs, services: Services, add_orders: Any
) -> None:
    add_orders(1, firstName="<img src=x>" * 100_000)
    model = ask(table, jobs)
    started = time.perf_counter()
    assert not table.grab().isNull()
    assert time.perf_counter() - started < 20
    assert str(model.index(0, column(model, "name")).data()).startswith("<img")


# -- a million rows, from memory: what is tested is the table, not the database


@dataclass(frozen=True, slots=True)
class Thing:
    id: int
    name: str


class ThingModel(BigTableModel[Thing]):
    reads = 0

    def _read_ids(self, query: Any, limit: int | None) -> array[int]:
        return array("q", range(query if limit is None else min(limit, query)))

    def _read_rows(self, ids: Sequence[int]) -> list[Thing]:
        type(self).reads += 1
        return [Thing(number, f"thing {number}") for number in ids]


@pytest.fixture
def many(qtbot: QtBot, jobs: Jobs) -> BigTableView:
    model = ThingModel(jobs, [Column("name", "Name", 20, lambda row: row.name, sort="name")])
    view = BigTableView(model, CellDelegate())
    qtbot.addWidget(view)
    view.resize(600, 500)
    view.show()
    model.set_query(1_000_000)
    assert jobs.wait_idle()
    return view


def test_a_jump_to_the_end_of_a_million_reads_a_few_pages(many: BigTableView, jobs: Jobs) -> None:
    model = many.model()
    assert isinstance(model, ThingModel)
    assert model.rowCount() == 1_000_000
    ThingModel.reads = 0
    many.scrollToBottom()
    many.grab()
    assert jobs.wait_idle()
    many.grab()
    assert model.index(999_999, 0).data() == "thing 999999"
    assert ThingModel.reads <= 3


def test_selecting_a_million_rows_does_not_freeze(qtbot: QtBot, many: BigTableView) -> None:
    started = time.perf_counter()
    qtbot.keyClick(many, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    many.grab()
    ids = many.selected_ids()
    took = time.perf_counter() - started
    assert len(ids) == 1_000_000
    assert took < 20, f"{took:.1f} s: is a header or a model asked for every row?"


def test_many_rows_that_come_later_leave_the_selection_alone(many: BigTableView, jobs: Jobs) -> None:
    many.go_to(10)
    model = many.model()
    assert isinstance(model, ThingModel)
    model.set_query(1_000_500)
    assert jobs.wait_idle()
    assert model.rowCount() == 1_000_500
    assert many.current_id == 10
    flags = QItemSelectionModel.SelectionFlag
    assert many.selectionModel().isRowSelected(10, many.rootIndex())
    assert flags.Select


def test_states_are_all_drawn(table: OrderTableView, jobs: Jobs, add_orders: Any, services: Services) -> None:
    ids = add_orders(2)
    services.outbox.queue(ids[:1])
    ask(table, jobs)
    assert not table.grab().isNull()
    states = {row.state for row in services.orders.rows(ids)}
    assert states == {State.QUEUED, State.READY}


def test_end_goes_to_the_last_row_also_while_the_list_is_still_read(
    qtbot: QtBot, table: OrderTableView, jobs: Jobs, add_orders: Any
) -> None:
    ids = add_orders(100)
    model = model_of(table)
    pressed: list[bool] = []

    def press_end() -> None:  # when the first rows are there, and the others are not
        if not pressed:
            pressed.append(model.is_known)
            table.setCurrentIndex(model.index(0, 2))
            qtbot.keyClick(table, Qt.Key.Key_End)

    model.replaced.connect(press_end)
    model.set_query(OrderQuery(sort="external_order_id", descending=False))
    assert jobs.wait_idle()
    assert pressed == [False]
    assert table.current_id == ids[-1]
    assert table.currentIndex().column() == 2
