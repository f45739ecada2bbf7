"""The JSON pane: exact digits, doubled keys, folding, find and copy, and texts that are no JSON."""

from __future__ import annotations

import json
import time
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ordermanager.domain.json_text import find_places, place_text, pretty, read_json
from ordermanager.ui.json_view import JsonView
from ordermanager.ui.json_view.matches import in_text
from ordermanager.ui.json_view.text_view import JsonTextView
from ordermanager.ui.json_view.tree_model import JsonTreeModel
from tests.ui.user import show_with_keys

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from ordermanager.ui.i18n import Language
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.look.theme import Theme

ORDER = (
    '{"externalOrderId":"7","totalCost":10.50,"items":[{"name":"Чай","cost":1E+2},{"name":"<b>"}],"x":null}'
)
NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def view(qtbot: QtBot, theme: Theme, language: Language, jobs: Jobs) -> JsonView:
    made = JsonView(jobs=jobs)
    made.resize(500, 400)
    qtbot.addWidget(made)
    show_with_keys(qtbot, made)
    return made


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


@pytest.mark.parametrize(
    "text",
    [
        ORDER,
        "[]",
        "{}",
        "[1.10,1e5,-0,0.0000000000001,12345678901234567890.12]",
        '{"a":1,"a":2}',
        '["\\ud83d","\\u0000","a\\nb"]',
        "true",
        '"x"',
    ],
)
def test_pretty_text_has_the_very_values(text: str) -> None:
    shown = pretty(read_json(text))
    pairs = {"object_pairs_hook": list, "parse_float": str, "parse_int": str}
    assert json.loads(shown, **pairs) == json.loads(text, **pairs)


def test_numbers_keep_their_digits() -> None:
    assert "10.50" in pretty(read_json(ORDER))
    assert "1E+2" in pretty(read_json(ORDER))


@pytest.mark.parametrize("text", ["", "<html>", "{", '{"a":}', "[" * 100_000])
def test_what_is_no_json_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read_json(text)


def test_an_answer_that_is_no_json_is_shown_as_it_came(view: JsonView) -> None:
    view.set_json("<html><body>Wi-Fi login</body></html>")
    assert "Wi-Fi login" in view._text_view.toPlainText()
    assert view._note.isVisible()
    view.set_json(ORDER)
    assert not view._note.isVisible()


def test_a_place_is_written_as_people_write_it() -> None:
    assert place_text(("orders", 0, "items", 2, "cost")) == "orders[0].items[2].cost"
    assert place_text(("a b", "c")) == '["a b"].c'


def test_find_knows_keys_and_values_in_their_order() -> None:
    value = read_json(ORDER)
    assert list(find_places(value, "NAME")) == [(2, 0, 0), (2, 1, 0)]
    assert list(find_places(value, "чай")) == [(2, 0, 0)]


def test_find_counts_and_goes_round_in_the_text_both_ways(view: JsonView) -> None:
    view.set_json(ORDER)
    QTest.keyClick(view._text_view, Qt.Key.Key_F, CONTROL)
    field = view._finder.field
    assert field.hasFocus()
    QTest.keyClicks(field, "NAME")
    lines, counts = [], []
    for modifier in (NONE, NONE, NONE, Qt.KeyboardModifier.ShiftModifier):
        QTest.keyClick(field, Qt.Key.Key_Return, modifier)
        lines.append(view._text_view.textCursor().blockNumber())
        counts.append(view._finder.count.text())
        assert view._text_view.textCursor().selectedText().lower() == "name"
    assert lines[0] != lines[1]
    assert lines == [lines[0], lines[1], lines[0], lines[1]]
    assert counts == ["1 of 2", "2 of 2", "1 of 2", "2 of 2"]
    QTest.keyClick(view._text_view, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert view._finder.count.text() == "1 of 2"
    field.clear()
    assert view._finder.count.text() == ""
    QTest.keyClicks(field, "nowhere")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert view._finder.count.text() == "Not found"
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert view._text_view.hasFocus()


def test_find_shows_the_first_place_while_one_types(view: JsonView, jobs: Jobs) -> None:
    view.set_json(ORDER)
    view._finder.focus()
    QTest.keyClicks(view._finder.field, "cost")
    assert jobs.wait_idle()
    assert view._finder.count.text() == "1 of 2"


def test_find_selects_letters_that_take_two_places(view: JsonView) -> None:
    view.set_json('{"comment":"😀😀 tea 😀 tea"}')
    view._finder.field.setText("tea")
    found = []
    for _ in range(2):
        view.find_next()
        found.append(view._text_view.textCursor().selectedText())
    assert found == ["tea", "tea"]
    assert view._finder.count.text() == "2 of 2"


def test_find_in_the_tree_unfolds_to_the_place_and_copy_takes_value_and_path(view: JsonView) -> None:
    view.set_json(ORDER)
    view.show_tree()
    view._finder.field.setText("чай")
    QTest.keyClick(view._finder.field, Qt.Key.Key_Return)
    assert view._finder.count.text() == "1 of 1"
    view._tree.setFocus()
    QTest.keyClick(view._tree, Qt.Key.Key_C, CONTROL)
    assert clipboard() == "Чай"
    view.copy_path()
    assert clipboard() == "items[0].name"


@settings(max_examples=200, deadline=None)
@given(st.text("aAbİß\n😀", max_size=30), st.text("abİß", min_size=1, max_size=3), st.integers(-1, 1))
def test_matches_are_what_a_plain_search_finds(text: str, needle: str, direction: int) -> None:
    found = in_text(text, needle)
    lines = text.split("\n")
    for line, column in found.places:
        assert lines[line][column : column + len(needle)].lower() == needle.lower()
    if len(text.lower()) == len(text) and len(needle.lower()) == len(needle):
        assert found.count == text.lower().count(needle.lower())
    if found.count:
        here = found.places[0]
        reached = found.places[found.step(here, direction)]
        assert reached == (here if direction == 0 else found.places[direction % found.count])


def test_masked_people_are_masked_in_all_that_is_copied(view: JsonView, jobs: Jobs) -> None:
    secret = '{"email":"olena@shop.ua","phone":"380671234567","firstName":"Olena","total":10.50}'
    view.set_json(secret)
    view.set_curl(lambda mask: "curl " + mask(secret))
    view._mask_button.click()
    assert "masked" in view._note.text()
    for copy in (view.copy_all, view.copy_curl):
        copy()
        assert jobs.wait_idle()
        for part in ("olena", "Olena", "380671234567"):
            assert part not in clipboard()
        assert "10.50" in clipboard()
    assert "olena" not in view._text_view.toPlainText().lower()
    view.show_tree()
    view._tree.setCurrentIndex(view._model.index(0, 0))
    view.copy_value()
    assert clipboard() == "person1@masked.invalid"
    view._mask_button.click()
    view.copy_all()
    assert clipboard() == secret


def test_copy_all_is_the_text_as_it_was_sent(view: JsonView) -> None:
    view.set_json(ORDER)
    view.copy_all()
    assert clipboard() == ORDER


def test_every_line_on_the_screen_is_coloured(view: JsonView) -> None:
    view.set_json(ORDER)
    view.grab()
    block = view._text_view.document().findBlockByNumber(2)
    assert [span.length for span in block.layout().formats()] == [len('"totalCost"'), len("10.50")]


def test_lines_that_come_into_view_when_it_grows_are_coloured(qtbot: QtBot, theme: Theme) -> None:
    text_view = JsonTextView()
    qtbot.addWidget(text_view)
    text_view.resize(900, 60)
    text_view.show()
    text_view.show_text("1\n" * 40)
    QApplication.processEvents()
    line = text_view.document().findBlockByNumber(15)
    assert not line.layout().formats()
    text_view.resize(900, 280)  # as wide as before: Qt lays nothing out anew, and says nothing
    assert line.layout().formats()


def test_five_megabytes_open_at_once_without_holding_the_window(view: JsonView, qtbot: QtBot) -> None:
    order = (
        '{"externalOrderId":"1","totalCost":10.50,"items":['
        + ",".join(['{"name":"Tea","cost":1.0}'] * 40)
        + "]}"
    )
    text = '{"orders":[' + ",".join([order] * (5_000_000 // len(order))) + ',{"last":"order"}]}'
    assert len(text) > 4_900_000
    ticks = [time.perf_counter()]
    watch = QTimer()
    watch.timeout.connect(lambda: ticks.append(time.perf_counter()))
    watch.start(1)
    started = time.perf_counter()
    with qtbot.waitSignal(view.read, timeout=60_000):
        with qtbot.waitSignal(view.shown, timeout=10_000):
            view.set_json(text)
            assert time.perf_counter() - started < 0.5  # reading it happens elsewhere
        assert time.perf_counter() - started < 10  # tests/benchmarks says how long it takes alone
        assert '"orders"' in view._text_view.toPlainText()
    view._finder.field.setText('"last"')
    view.find_next()
    qtbot.waitUntil(lambda: view._finder.count.text() == "1 of 1", timeout=60_000)
    qtbot.waitUntil(lambda: view._text_view.is_complete, timeout=60_000)
    assert view._text_view.textCursor().selectedText() == '"last"'  # as soon as it was laid out
    longest = max(after - before for before, after in pairwise(ticks))
    assert longest < 3
    assert view._text_view.document().blockCount() > 100_000


def test_a_line_of_a_megabyte_is_cut_in_the_text_and_whole_in_the_copy(view: JsonView, jobs: Jobs) -> None:
    text = json.dumps({"description": "x" * 1_000_000})
    view.set_json(text)
    assert jobs.wait_idle()
    assert len(view._text_view.toPlainText()) < 5_000
    view.show_tree()
    view._tree.setCurrentIndex(view._model.index(0, 0, QModelIndex()))
    view.copy_value()
    assert clipboard() == "x" * 1_000_000


def test_the_tree_keeps_the_rules_of_qt(qtmodeltester: ModelTester, language: Language) -> None:
    model = JsonTreeModel()
    model.set_value(read_json(ORDER))
    qtmodeltester.check(model, force_py=True)
    items = model.index(2, 0)
    assert model.data(model.index(2, 1), Qt.ItemDataRole.DisplayRole) == "2 elements"
    assert model.rowCount(items) == 2
