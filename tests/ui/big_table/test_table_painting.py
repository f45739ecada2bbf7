"""Lists paint only what changed, and what is to be seen then is what a fresh painting would show."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtWidgets import QApplication

from ordermanager.ui.big_table import Align, BigTableModel, BigTableView, CellDelegate, Column
from ordermanager.ui.big_table.cell_painter import lines_of
from ordermanager.ui.look.theme import GAP, colours
from tests.ui.user import show_with_keys

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.look.theme import Theme
    from ordermanager.ui.shell.main_window import MainWindow

ROWS = 100_000


@dataclass(frozen=True, slots=True)
class Thing:
    id: int
    name: str


class Things(BigTableModel[Thing]):
    """Rows by number; those in `renamed` have another name."""

    renamed: dict[int, str]

    def _read_ids(self, query: Any, limit: int | None) -> array[int]:
        return array("q", range(query if limit is None else min(limit, query)))

    def _read_rows(self, ids: Sequence[int]) -> list[Thing]:
        return [Thing(number, self.renamed.get(number, f"thing {number}")) for number in ids]


class Counting(CellDelegate):
    """Counts the rows that it draws."""

    rows = 0

    def paint_row(self, *place: Any) -> None:
        self.rows += 1
        super().paint_row(*place)


@dataclass
class Shown:
    view: BigTableView
    model: Things
    delegate: Counting
    jobs: Jobs

    def painted_by(self, deed: Any) -> int:
        """How many rows are drawn because of what `deed` does."""
        self.delegate.rows = 0
        deed()
        assert self.jobs.wait_idle()
        QApplication.processEvents()
        return self.delegate.rows

    def on_screen(self) -> QImage:
        """What has been painted step by step."""
        for _ in range(5):  # a resized column moves the others a turn later, and paints another one later
            QApplication.processEvents()
        place = self.view.viewport()
        at = place.mapTo(self.view.window(), QPoint(0, 0))
        window = self.view.window()
        picture = self.view.screen().grabWindow(window.winId(), at.x(), at.y(), place.width(), place.height())
        return picture.toImage()

    def fresh(self) -> QImage:
        """The same, painted anew."""
        return self.view.viewport().grab().toImage()

    def scroll(self, by: int) -> None:
        place = self.view.viewport()
        middle = QPointF(place.rect().center())
        wheel = QWheelEvent(
            middle, place.mapToGlobal(middle), QPoint(), QPoint(0, by), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(place, wheel)


@pytest.fixture
def shown(qtbot: QtBot, jobs: Jobs, theme: Theme) -> Shown:
    columns: list[Column[Thing]] = [
        Column("name", "Name", 20, lambda row: row.name, sort="name", field="name"),
        Column("number", "Number", 9, lambda row: str(row.id), Align.RIGHT, is_quiet=True),
    ]
    model = Things(jobs, columns)
    model.renamed = {}
    delegate = Counting()
    view = BigTableView(model, delegate)
    qtbot.addWidget(view)
    view.resize(600, 500)
    show_with_keys(qtbot, view)
    model.set_query(ROWS)
    assert jobs.wait_idle()
    view.choose_row(0)
    QApplication.processEvents()
    return Shown(view, model, delegate, jobs)


def same(one: QImage, other: QImage) -> bool:
    return one.convertToFormat(other.format()) == other


def test_a_step_of_scrolling_draws_only_the_rows_that_come_in(shown: Shown) -> None:
    visible = shown.view.viewport().height() // shown.view.rowHeight(0)
    assert visible > 10
    drawn = shown.painted_by(lambda: shown.scroll(-120))
    assert 0 < drawn < visible / 2
    assert shown.view.verticalScrollBar().value() > 0


def test_the_screen_shows_what_a_fresh_painting_shows(shown: Shown, qtbot: QtBot) -> None:
    assert same(shown.on_screen(), shown.fresh())
    for by in (-120, -120, 240, -1200, -360):
        shown.scroll(by)
        assert shown.jobs.wait_idle()
        assert same(shown.on_screen(), shown.fresh())
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Up, Qt.Key.Key_Home):
        qtbot.keyClick(shown.view, key)
        assert shown.jobs.wait_idle()
        assert same(shown.on_screen(), shown.fresh())
    qtbot.keyClick(shown.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert same(shown.on_screen(), shown.fresh())
    shown.view.setColumnWidth(0, 90)
    assert same(shown.on_screen(), shown.fresh())
    shown.view.horizontalHeader().moveSection(0, 1)
    assert same(shown.on_screen(), shown.fresh())


def test_rows_that_come_again_are_drawn_only_where_they_changed(shown: Shown) -> None:
    assert shown.painted_by(shown.model.refresh) == 0
    shown.model.renamed = {3: "another name"}
    before = shown.on_screen()
    assert shown.painted_by(shown.model.refresh) == 1
    assert not same(shown.on_screen(), before)
    assert same(shown.on_screen(), shown.fresh())


def test_a_table_wider_than_its_window_scrolls_sideways(shown: Shown) -> None:
    shown.view.setColumnWidth(0, 900)
    shown.view.horizontalScrollBar().setValue(333)
    assert same(shown.on_screen(), shown.fresh())
    shown.view.horizontalScrollBar().setValue(0)
    assert same(shown.on_screen(), shown.fresh())


def test_few_rows_leave_clean_ground_below_them(shown: Shown) -> None:
    shown.model.set_query(3)
    assert shown.jobs.wait_idle()
    assert same(shown.on_screen(), shown.fresh())
    ground = shown.fresh().copy(QRect(0, 4 * shown.view.rowHeight(0), 200, 100))
    assert {ground.pixel(x, y) for x in range(0, 200, 7) for y in range(0, 100, 7)} == {ground.pixel(0, 0)}


def test_a_column_fitted_to_what_it_shows_takes_that_and_no_more(shown: Shown) -> None:
    shown.model.renamed = {2: "a name that is a good deal longer than the others"}
    shown.model.refresh()
    assert shown.jobs.wait_idle()
    shown.view.resizeColumnToContents(0)
    wanted = lines_of(shown.view.font()).advance(shown.model.renamed[2])
    assert wanted < shown.view.columnWidth(0) < wanted + 40


@pytest.mark.parametrize(
    "text", ["<b>bold</b> <img src=x>", "שלום <i>עולם</i>", "e\u0301e\u0301", "&amp;&nbsp;"]
)
def test_a_text_is_drawn_as_its_letters(shown: Shown, text: str) -> None:
    line, width, _height = lines_of(shown.view.font()).line(text, 500)
    assert line.text() == text
    assert line.textFormat() == Qt.TextFormat.PlainText
    assert width == pytest.approx(lines_of(shown.view.font()).advance(text), abs=2)


def test_the_first_column_begins_where_the_headings_of_pages_do(shown: Shown) -> None:
    height = shown.view.rowHeight(0)
    header = shown.view.horizontalHeader().viewport().grab().toImage()
    for picture, top in ((shown.fresh(), height), (header, 0)):  # the second row: the first is chosen
        rows = range(top + 2, top + min(height, header.height()) - 4)
        paper = picture.pixelColor(1, top + 4)
        inked = (x for x in range(picture.width()) if any(picture.pixelColor(x, y) != paper for y in rows))
        assert GAP - 1 <= next(inked) <= GAP + 2


def test_a_text_of_a_megabyte_is_cut_before_it_is_shaped(shown: Shown) -> None:
    line, width, _height = lines_of(shown.view.font()).line("x" * 1_000_000, 200)
    assert width <= 200
    assert len(line.text()) < 300


def test_a_list_shows_whether_it_has_the_keys(
    jobs: Jobs, add_orders: Callable[..., list[int]], open_window: Callable[[], MainWindow]
) -> None:
    add_orders(3)
    window = open_window()
    table, search = window.orders.table, window.orders.search
    table.choose_row(0)
    table.setFocus()

    def ground() -> QColor:
        QApplication.processEvents()
        row = table.visualRect(table.model().index(0, 0))
        return table.viewport().grab().toImage().pixelColor(2, row.center().y())

    assert ground() == QColor(colours().selection)
    search.setFocus()
    assert ground() == QColor(colours().selection_idle)
    table.setFocus()
    assert ground() == QColor(colours().selection)
