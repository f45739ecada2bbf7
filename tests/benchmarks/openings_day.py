"""What a shop owner does in the window on a day, for `openings.py`: writing, finding, changing many, huge orders, JSON
of five megabytes, columns, lists of one's own, text of another size."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QPushButton, QScrollArea, QWidget

from ordermanager.domain.states import Folder
from ordermanager.domain.statuses import Status
from ordermanager.store.orders.query import OrderQuery
from ordermanager.ui.controls.find_replace_bar import FindBar
from ordermanager.ui.order_pane.tabs import CONTACT, FORM, JSON, TIMELINE, PaneTabs
from tests.benchmarks.openings_workspace import ITEMS, MANY_ITEMS

if TYPE_CHECKING:
    from collections.abc import Callable

    from ordermanager.ui.shell.main_window import MainWindow

    Step = Callable[[str, Callable[[], object]], None]

MEGABYTE = 1_000_000
SOME = 500


class Day:
    """Each step is a turn that `step` measures."""

    def __init__(self, window: MainWindow, step: Step) -> None:
        self._window = window
        self._step = step

    def go(self) -> None:
        """All of it. The window speaks English and is at rest."""
        self._write()
        self._items()
        self._json()
        self._find()
        self._columns()
        self._many()
        self._replace()
        self._palette()
        self._places()
        self._text_size()

    def _press(self, action: str) -> None:
        self._window.actions_table[action].trigger()

    def _all_orders(self) -> None:
        self._step("day, all orders", lambda: self._window.go_to(Folder.ALL.value))
        self._step("day, in the list", self._window.keyboard.go_to_list)

    def _write(self) -> None:
        """A new order, key by key; then a story of a megabyte in it."""
        window, form = self._window, self._window.pane.form
        self._all_orders()
        self._step("day, new order", lambda: self._press("new"))
        for name, text in (
            ("externalOrderId", "DAY-1"),
            ("email", "olena@shop.example"),
            ("phone", "067 111"),
        ):
            editor = form.box(name).editor.target()
            self._step(f"day, to {name}", lambda editor=editor: editor.setFocus())
            for number, letter in enumerate(text):
                self._step(
                    f"day, {name}, key {number}",
                    lambda editor=editor, letter=letter: QTest.keyClicks(editor, letter),
                )
        status: Any = form.box("status").editor
        self._step("day, another status", status.button(Status.DELIVERED).click)
        address: Any = form.box("deliveryAddress").editor.target()
        QApplication.clipboard().setText("A very long story. " * (MEGABYTE // 19))
        self._step("day, to the address", address.setFocus)
        self._step(
            "day, a megabyte pasted",
            lambda: QTest.keyClick(address, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier),
        )
        self._step("day, one letter more", lambda: QTest.keyClicks(address, "x"))
        self._step("day, saved", lambda: self._press("save"))
        self._step("day, new order left", lambda: window.orders.table.choose_row(0))

    def _items(self) -> None:
        window, form = self._window, self._window.pane.form
        number = window.services.orders.find([MANY_ITEMS])[0]
        other = window.orders.model.id_at(0)
        self._step("day, order of 10,000 items", lambda: window.show_order(number))
        self._step("day, its last item", lambda: form.jump_to(f"items[{ITEMS - 1}].cost"))
        self._step("day, an item more", lambda: _button(form, "Add item").click())
        self._step("day, undo in the form", lambda: self._press("undo"))
        self._step("day, order of 10,000 items left", lambda: window.pane.show_order(other))
        self._step("day, order of 10,000 items again", lambda: window.pane.show_order(number))

    def _json(self) -> None:
        """Of that order, which is five megabytes; then of one with two revisions."""
        window = self._window
        tabs = window.pane.findChild(PaneTabs)
        assert tabs is not None
        self._step("day, JSON of 5 MB", lambda: tabs.setCurrentIndex(JSON))
        view = tabs.json.view
        self._step("day, JSON of 5 MB, end", lambda: _to_end(view))
        finder = view.findChild(QLineEdit)
        self._step("day, JSON of 5 MB, find", lambda: finder.setText("SKU-09999"))
        self._step("day, JSON of 5 MB, masked", lambda: view.mask_people())
        self._step("day, JSON of 5 MB, tree", lambda: view.show_tree())
        self._step("day, JSON of 5 MB, text", lambda: view.show_tree(on=False))
        view.mask_people(on=False)
        sent = window.services.orders.list_ids(OrderQuery(folder=Folder.SENT))[0]
        self._step("day, JSON of a sent order", lambda: window.show_order_anywhere(sent))
        self._step("day, JSON tab", lambda: tabs.setCurrentIndex(JSON))
        self._step("day, revisions compared", tabs.json.compare_newest)
        self._step("day, contact", lambda: tabs.setCurrentIndex(CONTACT))
        self._step("day, contact asked", tabs.contact.refresh)
        self._step("day, timeline", lambda: tabs.setCurrentIndex(TIMELINE))
        self._step("day, form", lambda: tabs.setCurrentIndex(FORM))

    def _find(self) -> None:
        search = self._window.orders.search
        self._all_orders()
        self._step("day, search", lambda: self._press("search"))
        for number, letter in enumerate("b-0001"):
            self._step(f"day, search, key {number}", lambda letter=letter: QTest.keyClicks(search, letter))
        self._step("day, list kept", lambda: self._press("keep_list"))
        self._step("day, search cleared", search.clear)

    def _columns(self) -> None:
        table = self._window.orders.table
        header = table.horizontalHeader()
        self._step("day, column dragged", lambda: header.moveSection(3, 5))
        self._step("day, column widened", lambda: header.resizeSection(3, 260))
        self._step("day, sorted by total", lambda: table.sort_by("totalCost"))
        self._step("day, sorted again", lambda: table.sort_by("totalCost"))
        self._step("day, sorted by date", lambda: table.sort_by("date"))
        self._step("day, end of the list", lambda: table.choose_row(self._window.orders.model.rowCount() - 1))
        self._step("day, begin of the list", lambda: table.choose_row(0))
        self._step("day, columns as usual", lambda: self._press("reset_columns"))

    def _select(self, count: int) -> None:
        table = self._window.orders.table
        table.choose_row(0)
        model, flags = table.model(), QItemSelectionModel.SelectionFlag
        table.selectionModel().select(
            QItemSelection(model.index(0, 0), model.index(count - 1, 0)), flags.ClearAndSelect | flags.Rows
        )

    def _many(self) -> None:
        """Five hundred orders: copied, changed, taken back, in the outbox and out of it, deleted and back."""
        self._step("day, ready orders", lambda: self._window.go_to(Folder.READY.value))
        self._step("day, 500 selected", lambda: self._select(SOME))
        self._step("day, 500 copied", lambda: self._press("copy"))
        self._step("day, 500 copied as JSON", lambda: self._press("copy_json"))
        self._step("day, change of 500", lambda: self._press("change"))
        dialog: Any = QApplication.activeModalWidget()
        self._step("day, 500 changed", lambda: _button(dialog, "Change").click())
        self._step("day, 500 changed, undone", lambda: self._press("undo"))
        self._step("day, 500 changed, redone", lambda: self._press("redo"))
        for deed, back in (("queue", "undo"), ("delete", "undo")):
            self._step("day, 500 selected again", lambda: self._select(SOME))
            self._step(f"day, 500, {deed}", lambda deed=deed: self._press(deed))
            self._step(f"day, 500, {deed}, undone", lambda back=back: self._press(back))
        self._all_orders()
        self._step("day, all selected", self._window.orders.table.selectAll)
        self._step("day, all copied", lambda: self._press("copy"))
        self._step("day, one selected", lambda: self._window.orders.table.choose_row(0))

    def _replace(self) -> None:
        """In all orders: every one of them has what is looked for."""
        self._all_orders()
        self._step("day, find and replace", lambda: self._press("replace"))
        bar = self._window.orders.findChild(FindBar)
        assert bar is not None
        for number, letter in enumerate("example"):
            self._step(f"day, find, key {number}", lambda letter=letter: QTest.keyClicks(bar.wanted, letter))
        self._step("day, replacement", lambda: QTest.keyClicks(bar.new, "z"))
        self._step("day, find in 500", lambda: self._window.orders.search.setText("b-0001"))
        self._step("day, only shown", lambda: bar.shown_only.setChecked(True))
        self._step("day, replaced", bar.replace.click)
        self._step("day, replaced, undone", lambda: self._press("undo"))
        self._step("day, find and replace closed", bar.close_button.click)
        self._step("day, search cleared again", self._window.orders.search.clear)

    def _palette(self) -> None:
        self._step("day, palette", lambda: self._press("palette"))
        dialog: Any = QApplication.activeModalWidget()
        for number, letter in enumerate("b-00012"):
            self._step(
                f"day, palette, key {number}", lambda letter=letter: QTest.keyClicks(dialog.field, letter)
            )
        self._step("day, palette, commands", lambda: dialog.field.setText("set"))
        self._step("day, palette closed", dialog.close)

    def _places(self) -> None:
        """Insights to their end, the customers' letters, the events of a run, the first steps."""
        window = self._window
        self._step("day, insights", lambda: window.go_to("insights"))
        area = window.insights.findChild(QScrollArea)
        bar = area.verticalScrollBar()
        for part in range(1, 5):
            self._step(
                f"day, insights, down {part}", lambda part=part: bar.setValue(bar.maximum() * part // 4)
            )
        self._step("day, insights, segment", window.insights.segment.show_segment)
        self._step("day, insights anew", window.insights.load)
        self._step("day, customers", lambda: window.go_to("customers"))
        field = window.customers.findChild(QLineEdit)
        for number, letter in enumerate("cust"):
            self._step(f"day, customers, key {number}", lambda letter=letter: QTest.keyClicks(field, letter))
        self._step("day, history", lambda: window.go_to("history"))
        self._step(
            "day, history, end", lambda: window.history.table.choose_row(window.history.model.rowCount() - 1)
        )
        self._step("day, runs", lambda: self._press("runs"))
        dialog: Any = QApplication.activeModalWidget()
        self._step("day, events of a run", dialog.events.click)
        self._all_orders()
        self._step("day, first steps", lambda: self._press("welcome"))
        self._all_orders()

    def _text_size(self) -> None:
        app: Any = QApplication.instance()
        usual = QFont(app.font())
        large = QFont(usual)
        large.setPointSizeF(usual.pointSizeF() * 2)
        self._step("day, text twice as large", lambda: app.setFont(large))
        self._step("day, window narrow", lambda: self._window.resize(1024, 640))
        self._step("day, window wide", lambda: self._window.resize(1440, 900))
        self._step("day, text as usual", lambda: app.setFont(usual))


def _button(owner: QWidget, text: str) -> QPushButton:
    return next(each for each in owner.findChildren(QPushButton) if each.text().replace("&", "") == text)


def _to_end(view: QWidget) -> None:
    for part in view.findChildren(QWidget):
        if part.isVisible() and hasattr(part, "verticalScrollBar") and not isinstance(part, QListView):
            bar = part.verticalScrollBar()
            bar.setValue(bar.maximum())
