"""The event history in the real window: filters, sorting, going to things, copying; and a support person's day."""

from __future__ import annotations

import json
import threading
import zipfile
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QTabWidget

from ordermanager.domain.draft import OrderDraft
from ordermanager.domain.sentences import KnownError
from ordermanager.store.history.query import EventFilters, EventQuery
from ordermanager.ui.controls.amount_form import AmountForm
from ordermanager.ui.controls.plain import PlainLabel
from ordermanager.ui.history.table import event_text
from ordermanager.ui.printing.order_report import order_html, report_title
from ordermanager.ui.printing.paper import write_pdf
from ordermanager.ui.sending.runs_dialog import RunsDialog

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ordermanager.sandbox.server import SandboxServer
    from ordermanager.services.app import Services
    from ordermanager.ui.i18n import Language
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.shell.main_window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
EVENT, JSON, ANSWER, CHANGES, CONTACT = range(5)


def draft(number: int, **fields: str) -> OrderDraft:
    values = {
        "externalOrderId": f"A-{number}", "externalCustomerId": f"C-{number}", "totalCost": "100.50", "currency": "UAH",
        "status": "INITIALIZED", "date": "2026-11-20 12:00", "email": f"client{number}@example.com",
        "phone": f"0671{number:06d}", "firstName": "Solomiia", "lastName": f"Kvitka{number}",
    }  # fmt: skip
    item = {"externalItemId": "S", "name": "Teapot", "quantity": "1", "cost": "100.50"}
    item |= {"url": "https://shop.example/s", "imageUrl": "https://shop.example/s.jpg"}
    return OrderDraft({**values, **fields}, [item])


@pytest.fixture
def told(services: Services, sandbox: SandboxServer) -> Services:
    """Six orders sent in one run; A-2 delivered in a second one; A-3 in doubt in a third."""
    for number in range(1, 7):
        services.orders.save(draft(number))
    services.outbox.queue()
    services.sending.send()
    for number, fault in ((2, ""), (3, "drop-after:1")):
        (order,) = services.orders.find([f"A-{number}"])
        services.orders.save(draft(number, status="DELIVERED", totalCost="90.00"), order)
        services.outbox.queue([order])
        if fault:
            sandbox.fail(fault)
        services.sending.send()
    return services


@pytest.fixture
def window(told: Services, open_window: Callable[[], MainWindow], jobs: Jobs) -> MainWindow:
    made = open_window()
    made.go_to("history")
    assert jobs.wait_idle()
    return made


def keys(window: MainWindow, column: str = "event_key") -> list[str]:
    model = window.history.model
    section = next(n for n, each in enumerate(model.columns) if each.key == column)
    return [model.index(row, section).data() for row in range(model.rowCount())]


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def choose(chip, jobs: Jobs, *texts: str) -> None:
    """Tick entries of a chip's menu by the keyboard."""
    chip.menu().popup(chip.mapToGlobal(chip.rect().bottomLeft()))
    for action in list(chip.menu().actions()):
        if action.text() in texts:
            chip.menu().setActiveAction(action)
            QTest.keyClick(chip.menu(), Qt.Key.Key_Space if action.isCheckable() else Qt.Key.Key_Return)
    chip.menu().close()
    assert jobs.wait_idle()


def test_nothing_looks_raised_that_was_not(window: MainWindow) -> None:
    assert keys(window)[:2] == ["A-3", "A-2"]
    assert keys(window, "name")[:2] == ["perhaps orderDELIVERED", "orderDELIVERED"]
    assert keys(window, "kind")[:2] == ["Unconfirmed", "Accepted"]
    row = window.history.model.row_at(0)
    assert row is not None
    assert event_text(row) == "perhaps orderDELIVERED"


def test_filters_narrow_and_are_taken_back(window: MainWindow, jobs: Jobs) -> None:
    page = window.history
    QTest.keyClick(page.table, Qt.Key.Key_F, CONTROL | SHIFT)
    assert page.filters.outcome.hasFocus()
    choose(page.filters.outcome, jobs, "Unconfirmed")
    assert keys(window) == ["A-3"]
    choose(page.filters.outcome, jobs, "Accepted", "Unconfirmed")
    choose(page.filters.event_chip, jobs, "orderDELIVERED")
    assert keys(window) == ["A-2"]
    choose(page.filters.date, jobs, "Yesterday")
    assert keys(window) == []
    assert page._stack.currentWidget() is page._empty
    page.filters.clear_link.setFocus()
    QTest.keyClick(page.filters.clear_link, Qt.Key.Key_Space)
    assert jobs.wait_idle()
    assert len(keys(window)) == 8
    choose(page.filters.date, jobs, "Today")
    assert len(keys(window)) == 8


def test_amount_currency_and_import_as_in_the_list_of_orders(
    window: MainWindow, jobs: Jobs, told: Services, tmp_path: Path, qtbot: QtBot
) -> None:
    page = window.history
    (order,) = told.orders.find(["A-6"])
    told.orders.save(draft(6, totalCost="2500", currency="EUR"), order)
    file = tmp_path / "later.csv"
    file.write_text(
        "externalOrderId,status,date,totalCost,currency,email\nA-5,IN_PROGRESS,2026-11-21,7,UAH,x@shop.example\n"
    )
    told.importing.run(told.importing.prepare(file))
    assert jobs.wait_idle()
    menu = page.filters._amount.menu()
    menu.popup(page.filters._amount.mapToGlobal(page.filters._amount.rect().bottomLeft()))
    form = menu.findChild(AmountForm)
    qtbot.waitUntil(form.least.hasFocus)
    qtbot.keyClicks(form.least, "95")
    qtbot.keyClick(form.least, Qt.Key.Key_Return)
    assert jobs.wait_idle()
    assert sorted(keys(window)) == ["A-1", "A-4", "A-6"]
    assert page.filters._amount.text() == "Amount: from 95.00"
    choose(page.filters._currency, jobs, "EUR")
    assert keys(window) == ["A-6"]
    page.filters.clear_link.setFocus()
    QTest.keyClick(page.filters.clear_link, Qt.Key.Key_Space)
    assert jobs.wait_idle()
    page.filters._import.menu().popup(page.filters._import.pos())  # filled when it is shown
    (entry,) = [a.text() for a in page.filters._import.menu().actions() if a.text().startswith("later.csv")]
    choose(page.filters._import, jobs, entry)
    assert keys(window) == ["A-5"]
    assert page.filters._import.text().startswith("Import: later.csv")


def test_a_period_that_was_not_chosen_by_the_chip_stands_on_it_by_its_days(
    window: MainWindow, jobs: Jobs
) -> None:
    page = window.history
    page.show_query(
        EventQuery(filters=EventFilters(begin="2026-11-01T00:00:00+00:00", end="2026-11-08T00:00:00+00:00"))
    )
    assert jobs.wait_idle()
    assert "2026-11-01" in page.filters.date.text()
    assert "2026-11-0" in page.filters.date.accessibleName().partition("–")[2]
    choose(page.filters.date, jobs, "Any time")
    assert page.filters.date.text() == "Date"
    assert page.query.filters.is_empty


def test_an_answer_of_any_length_is_shown_to_the_byte(
    told: Services, open_window: Callable[[], MainWindow], jobs: Jobs
) -> None:
    for number in range(100, 160):
        told.orders.save(draft(number, currency=""))  # the sandbox refuses these
    told.outbox.queue()
    told.sending.send()
    window = open_window()
    window.go_to("history")
    assert jobs.wait_idle()
    page = window.history
    page.tabs.setCurrentIndex(ANSWER)
    QTest.keyClick(page.table, Qt.Key.Key_Home)
    assert jobs.wait_idle()
    page.tabs.exchange.answer.copy_all()
    assert len(json.loads(clipboard())["failedOrders"]) == 60
    assert len(clipboard()) > 2000
    assert "beginning" not in page.tabs.exchange.head.toPlainText()


def test_an_empty_answer_leads_back_to_everything_by_one_key(window: MainWindow, jobs: Jobs) -> None:
    page = window.history
    page.search.setFocus()
    QTest.keyClicks(page.search, "nobody has this")
    QTest.keyClick(page.search, Qt.Key.Key_Return)
    assert jobs.wait_idle()
    assert keys(window) == []
    page.focus_list()
    button = page.focusWidget()
    assert isinstance(button, QPushButton)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert jobs.wait_idle()
    assert len(keys(window)) == 8
    assert page.search.text() == ""


def test_a_click_on_a_title_sorts(window: MainWindow, jobs: Jobs, qtbot: QtBot) -> None:
    table = window.history.table
    section = next(n for n, each in enumerate(window.history.model.columns) if each.key == "event_key")
    header = table.horizontalHeader()
    middle = header.viewport().rect().center()
    middle.setX(header.sectionViewportPosition(section) + 20)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert jobs.wait_idle()
    assert keys(window) == sorted(keys(window))
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert jobs.wait_idle()
    assert keys(window) == sorted(keys(window), reverse=True)


def test_from_an_event_to_its_batch_run_and_order(window: MainWindow, jobs: Jobs) -> None:
    page = window.history
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_End)
    assert jobs.wait_idle()
    first = page.current_order_id()
    QTest.keyClick(page.table, Qt.Key.Key_B, CONTROL)
    assert jobs.wait_idle()
    assert page.filters.batch.isVisible()
    assert set(keys(window, "batch")) == {"1"}
    assert len(keys(window)) == 6
    QTest.keyClick(page.table, Qt.Key.Key_R, CONTROL)
    assert jobs.wait_idle()
    assert page.filters.run.text() == "Sending run: 1"
    page._ask_run()
    assert jobs.wait_idle()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, RunsDialog)
    assert dialog._runs[dialog.table.currentRow()].record.id == 1
    dialog.events.click()
    assert jobs.wait_idle()
    page.table.choose_row(0)
    page.table.setFocus()
    current = page.current_order_id()
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert jobs.wait_idle()
    assert window.pages.currentWidget() is window.orders
    assert window.pane.current_order_id == current
    assert first is not None


def test_rows_and_the_event_are_copied(window: MainWindow, jobs: Jobs) -> None:
    page = window.history
    page.table.setFocus()
    page.table.choose_row(1)
    assert jobs.wait_idle()
    QTest.keyClick(page.table, Qt.Key.Key_Down, SHIFT)
    QTest.keyClick(page.table, Qt.Key.Key_C, CONTROL)
    assert jobs.wait_idle()
    head, *rows = clipboard().split("\n")
    assert "Event key" in head.split("\t")
    assert ["A-2" in rows[0], len(rows)] == [True, 2]
    page.table.choose_row(1)
    assert jobs.wait_idle()
    QTest.keyClick(page.table, Qt.Key.Key_C, CONTROL | Qt.KeyboardModifier.AltModifier)
    assert clipboard() == "A-2"
    page.tabs.facts.copy.click()
    shown = json.loads(clipboard())
    assert shown["event"] == "orderDELIVERED"
    assert shown["params"] == {
        "eventKey": "A-2",
        "EmailAddress": "client2@example.com",
        "SMS": "380671000002",
    }
    page.tabs.facts.copy_masked.click()
    masked = json.loads(clipboard())
    assert (masked["event"], masked["params"]["eventKey"]) == ("orderDELIVERED", "A-2")
    assert masked["params"]["EmailAddress"].endswith("@masked.invalid")
    assert "client2" not in clipboard()
    assert "380671000002" not in clipboard()


def test_what_went_over_the_line(window: MainWindow, jobs: Jobs, told: Services) -> None:
    page = window.history
    page.table.choose_row(1)
    assert jobs.wait_idle()
    page.tabs.setCurrentIndex(JSON)
    assert page.tabs.sent_json.text() == told.history.body(page.table.current_id)
    page.tabs.choice.setFocus()
    QTest.keyClick(page.tabs.choice, Qt.Key.Key_Down)
    assert jobs.wait_idle()
    assert "1 order" in page.tabs.choice.currentText()
    assert json.loads(page.tabs.sent_json.text())["orders"][0]["externalOrderId"] == "A-2"
    head = page.tabs.exchange.head.toPlainText()
    assert head.startswith("POST http")
    assert "never shown" in head
    assert "sandbox-key" not in head
    assert "HTTP 200" in head
    assert "failedOrders" in page.tabs.exchange.answer.text()
    page.tabs.setCurrentIndex(CHANGES)
    assert jobs.wait_idle()  # the comparison is made when it is first looked at
    words = [page.tabs.changes.words.item(row).text() for row in range(page.tabs.changes.words.count())]
    assert words == ["Total: 100.50 → 90.00", "Status: INITIALIZED → DELIVERED"]
    page.table.choose_row(7)
    assert jobs.wait_idle()
    assert page.tabs.currentIndex() == CHANGES
    labels = page.tabs.changes.findChildren(PlainLabel)
    assert any(
        label.isVisible() and label.text().startswith("This is the first revision") for label in labels
    )
    assert not page.tabs.changes.words.isVisible()


def test_a_support_persons_day(
    window: MainWindow, jobs: Jobs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """“I never got my confirmation”: all of it by the keyboard."""
    chosen: list[str] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (chosen[-1], ""))
    page = window.history

    # Find the order by the phone as the customer says it.
    QTest.keyClick(page.table, Qt.Key.Key_F, CONTROL)
    assert page.search.hasFocus()
    QTest.keyClicks(page.search, "067 100-00-02")
    QTest.keyClick(page.search, Qt.Key.Key_Return)
    assert jobs.wait_idle()
    assert keys(window) == ["A-2", "A-2"]
    QTest.keyClick(page.search, Qt.Key.Key_Down)
    assert page.table.hasFocus()

    # Go to the order, and read its time line aloud.
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert jobs.wait_idle()
    tabs = window.pane.findChild(QTabWidget)
    tabs.setFocus()
    tabs.tabBar().setFocus()
    for _ in range(3):
        QTest.keyClick(tabs.tabBar(), Qt.Key.Key_Right)
    assert jobs.wait_idle()
    timeline = window.pane._tabs.timeline
    assert "sandbox, which writes to nobody" in timeline.why.text()
    timeline._list.setFocus()
    QTest.keyClick(timeline._list, Qt.Key.Key_C, CONTROL)
    story = clipboard().split("\n")
    assert "orderDELIVERED" in story[0]
    assert "Order written" in story[2]
    assert any("Status INITIALIZED → DELIVERED" in line for line in story)

    # The JSON, and what changed between the revisions.
    for _ in range(2):
        QTest.keyClick(tabs.tabBar(), Qt.Key.Key_Left)
    assert jobs.wait_idle()
    tab = window.pane._tabs.json
    tab._chooser.setFocus()
    QTest.keyClick(tab._chooser, Qt.Key.Key_Down)
    tab._other.setFocus()
    for _ in range(3):
        QTest.keyClick(tab._other, Qt.Key.Key_Down)
    assert jobs.wait_idle()
    assert tab._other.currentText().startswith("Revision 1")
    tab.diff.words.setFocus()
    QTest.keyClick(tab.diff.words, Qt.Key.Key_C, CONTROL)
    assert clipboard().split("\n") == ["Total: 100.50 → 90.00", "Status: INITIALIZED → DELIVERED"]

    # As a command line, with the customer masked.
    tab._other.setFocus()
    QTest.keyClick(tab._other, Qt.Key.Key_Home)
    assert jobs.wait_idle()
    tab.view._mask_button.setFocus()
    QTest.keyClick(tab.view._mask_button, Qt.Key.Key_Space)
    assert jobs.wait_idle()
    QTest.keyClick(tab.view._mask_button, Qt.Key.Key_U, CONTROL)
    assert jobs.wait_idle()
    assert clipboard().startswith("curl -X POST")
    assert "$YESPO_API_KEY" in clipboard()
    for secret in ("sandbox-key", "client2", "Kvitka", "380671000002"):
        assert secret not in clipboard()

    # Everything that happened, as a file for the colleague; the order as a PDF; the bundle for support.
    chosen.append(str(tmp_path / "order.pdf"))
    QTest.keyClick(window, Qt.Key.Key_P, CONTROL | SHIFT)
    assert jobs.wait_idle()
    assert (tmp_path / "order.pdf").read_bytes().startswith(b"%PDF")
    chosen.append(str(tmp_path / "bundle.zip"))
    QTest.keyClick(window, Qt.Key.Key_S, CONTROL | SHIFT)
    assert jobs.wait_idle()
    with zipfile.ZipFile(tmp_path / "bundle.zip") as bundle:
        text = bundle.read("orders/1.json").decode()
    assert '"A-2"' in text
    assert "Kvitka" not in text
    window.go_to("history")
    assert jobs.wait_idle()
    chosen.append(str(tmp_path / "history.json"))
    QTest.keyClick(window.history.table, Qt.Key.Key_E, CONTROL)
    assert jobs.wait_idle()
    rows = json.loads((tmp_path / "history.json").read_text("utf-8"))
    assert [row["eventKey"] for row in rows] == ["A-2", "A-2"]  # as it is searched
    assert "written" in window.messages._label.text()


def test_a_newer_question_does_not_wait_for_the_answer_to_the_older_one(
    told: Services, jobs: Jobs, qtbot: QtBot
) -> None:
    endless = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    answers: list[str] = []
    begun = threading.Event()

    def older() -> str:
        begun.set()
        told._workspace.reader().value(endless)
        return "older"

    def ask_again() -> bool:
        """Each question ends the query that runs at that moment, as a letter typed does."""
        if not answers:
            jobs.read("key", lambda: "newer", answers.append)
        return "newer" in answers

    jobs.read("key", older, answers.append)
    assert begun.wait(10)
    qtbot.waitUntil(ask_again, timeout=10_000)
    assert set(answers) == {"newer"}
    assert jobs.wait_idle()


def test_another_language_keeps_search_and_filters(
    window: MainWindow, jobs: Jobs, language: Language
) -> None:
    choose(window.history.filters.outcome, jobs, "Accepted")
    window.history.search.setText("client")
    assert jobs.wait_idle()
    before = keys(window)
    language.set_code("uk")
    assert jobs.wait_idle()
    assert window.history.search.text() == "client"
    assert window.history.query.filters.kinds == {"accepted"}
    assert keys(window) == before


def test_markup_in_an_order_stays_text_on_paper(told: Services, jobs: Jobs, tmp_path: Path) -> None:
    trap = '<img src="//host/share"><b>bold</b> & Co'
    (order,) = told.orders.find(["A-2"])
    told.orders.save(draft(2, firstName=trap, deliveryAddress=trap), order)
    story = told.stories.of_order(order)
    html = order_html(story, "Europe/Kyiv")
    assert "<img" not in html
    assert "<b>" not in html
    assert html.count("&lt;img") >= 2
    write_pdf(html, report_title(story), tmp_path / "order.pdf")
    assert (tmp_path / "order.pdf").read_bytes().startswith(b"%PDF")
    with pytest.raises(KnownError, match="cannot be written"):
        write_pdf(html, "", tmp_path / "no" / "order.pdf")


def test_the_report_of_a_run_goes_to_paper(window: MainWindow, jobs: Jobs, tmp_path: Path) -> None:
    window.desk.open_runs(2)
    assert jobs.wait_idle()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, RunsDialog)
    dialog.write(2, tmp_path / "run.pdf")
    assert jobs.wait_idle()
    assert (tmp_path / "run.pdf").read_bytes().startswith(b"%PDF")
    dialog.close()
