"""JSON, Contact and Timeline of an order that was really sent to a sandbox."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QTabWidget

from ordermanager.domain.draft import OrderDraft
from ordermanager.domain.fields import ITEM_FIELDS, ORDER_FIELDS, Kind
from ordermanager.ui.controls.plain import PlainLabel
from ordermanager.ui.controls.sign import Sign
from ordermanager.ui.look.theme import SPACE
from ordermanager.ui.order_pane import OrderPane
from ordermanager.ui.order_pane.timeline_tab import DETAILS

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ordermanager.sandbox.server import SandboxServer
    from ordermanager.services.app import Services
    from ordermanager.ui.jobs import Jobs

TRAP = '<img src="//host/share"><b>bold</b>'
FORM, JSON, CONTACT, TIMELINE = range(4)


def draft(**fields: str) -> OrderDraft:
    values = {
        "externalOrderId": "1042",
        "externalCustomerId": "C-7",
        "status": "DELIVERED",
        "date": "2026-11-20 12:00",
        "totalCost": "21.00",
        "currency": "UAH",
        "email": "olena@shop.com.ua",
    }
    item = {
        "externalItemId": "T",
        "name": "Tea",
        "quantity": "2",
        "cost": "10.50",
        "url": "https://shop.ua/t",
        "imageUrl": "https://shop.ua/t.jpg",
    }
    return OrderDraft({**values, **fields}, [item])


@pytest.fixture
def sent(services: Services, sandbox: SandboxServer) -> int:
    """An order that was accepted, and changed afterwards."""
    number = services.orders.save(draft()).order_id
    services.outbox.queue([number])
    assert services.sending.send().accepted == 1
    services.orders.save(draft(totalCost="22.00"), number)
    return number


def show(pane: OrderPane, jobs: Jobs, number: int | None, tab: int) -> None:
    pane.show_order(number)
    assert jobs.wait_idle()
    tabs = pane.findChild(QTabWidget)
    tabs.setCurrentIndex(tab)
    assert jobs.wait_idle()


def texts(widget: object) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if not label.isHidden())


def test_the_json_tab_shows_what_was_sent_and_what_would_be(
    pane: OrderPane, jobs: Jobs, sent: int, services: Services
) -> None:
    show(pane, jobs, sent, JSON)
    tab = pane._tabs.json
    assert '"totalCost":22.00' in tab.view.text()
    tab._chooser.setFocus()
    QTest.keyClick(tab._chooser, Qt.Key.Key_Down)
    assert jobs.wait_idle()
    assert "Revision 1" in tab._chooser.currentText()
    (revision,) = services.history.revisions(sent)
    assert tab.view.text() == services.history.body(revision.id)
    assert '"totalCost":21.00' in tab.view.text()


@pytest.mark.parametrize(("width", "lines"), [(506, 2), (380, 3)])
def test_the_json_begins_below_two_lines_of_controls_or_three_where_it_is_narrow(
    pane: OrderPane, jobs: Jobs, sent: int, width: int, lines: int
) -> None:
    pane.resize(width, 800)
    show(pane, jobs, sent, JSON)
    tab = pane._tabs.json
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    top = tab.view._text_view.mapTo(tab, QPoint(0, 0)).y()
    line = tab._chooser.height() + SPACE
    assert (lines - 1) * line < top < (lines + 0.8) * line


def test_the_json_of_an_order_that_is_being_written(pane: OrderPane, jobs: Jobs) -> None:
    pane.new_order(draft())
    assert jobs.wait_idle()
    pane.findChild(QTabWidget).setCurrentIndex(JSON)
    assert jobs.wait_idle()
    assert '"externalOrderId":"1042"' in pane._tabs.json.view.text()
    assert not pane._tabs.json._chooser.isEnabled()


def test_the_contact_tab_says_whom_and_why_and_asks_the_account(
    pane: OrderPane, jobs: Jobs, sent: int, qtbot: QtBot
) -> None:
    show(pane, jobs, sent, CONTACT)
    card = pane._tabs.contact._card
    assert "account was not asked" in texts(card)
    assert "E-mail: can be reached at olena@shop.com.ua, as far as is known here" in texts(card)
    assert "SMS: no phone is known here" in texts(card)
    qtbot.mouseClick(card._refresh, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()
    assert "From the account, just now." in texts(card)
    assert "C-7" in texts(card)
    assert "SMS: cannot be reached" in texts(card)
    assert "E-mail: can be reached" in texts(card)


def test_the_contact_tab_says_when_the_account_cannot_be_asked(
    pane: OrderPane, jobs: Jobs, services: Services, qtbot: QtBot
) -> None:
    show(pane, jobs, services.orders.save(draft()).order_id, CONTACT)
    qtbot.mouseClick(pane._tabs.contact._card._refresh, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()
    assert "no account yet" in pane._tabs.contact._card._source.text()
    assert pane._tabs.contact._card._refresh.isEnabled()


def test_the_time_line_tells_the_story_newest_first(pane: OrderPane, jobs: Jobs, sent: int) -> None:
    show(pane, jobs, sent, TIMELINE)
    model = pane._tabs.timeline.model
    titles = [model.index(row).data() for row in range(model.rowCount())]
    assert titles == [
        "Edited",
        "Revision 1 accepted",
        "Revision 1 sent to Sandbox",
        "Revision 1 put in the outbox",
        "Order written",
    ]
    assert model.index(0).data(DETAILS) == "Total 21.00 → 22.00"
    assert "orderDELIVERED" in model.index(1).data(DETAILS)
    assert "200" in model.index(2).data(DETAILS)


def test_the_story_is_copied_as_text_and_masked_for_a_ticket(
    pane: OrderPane, jobs: Jobs, sent: int, services: Services, qtbot: QtBot
) -> None:
    for changes in (
        {"firstName": "Olena", "lastName": "Koval", "phone": "067 123 45 67"},
        {"email": "koval@shop.com.ua", "deliveryAddress": "Khreshchatyk 1"},
    ):
        services.orders.save(
            OrderDraft({**services.orders.get(sent).draft.fields, **changes}, draft().items), sent
        )
    show(pane, jobs, sent, TIMELINE)
    tab = pane._tabs.timeline
    qtbot.mouseClick(tab._copy, Qt.MouseButton.LeftButton)
    told = QGuiApplication.clipboard().text()
    why, empty, *lines = told.split("\n")
    assert why == tab.why.text()
    assert not empty
    assert [line.split(", ")[1] for line in lines] == [
        "Order written",
        "Revision 1 put in the outbox",
        "Revision 1 sent to Sandbox",
        "Revision 1 accepted",
        "Edited",
        "Edited",
        "Edited",
    ]
    people = ("olena@shop.com.ua", "koval@shop.com.ua", "Olena", "Koval", "123 45 67", "Khreshchatyk")
    assert all(person in told for person in people)
    tab._copy_masked.setFocus()
    QTest.keyClick(tab._copy_masked, Qt.Key.Key_Space)
    assert jobs.wait_idle()
    masked = QGuiApplication.clipboard().text()
    assert not [person for person in people if person.lower() in masked.lower()]
    assert masked.count("\n") == told.count("\n")
    assert "Total 21.00 → 22.00" in masked
    assert lines[2] in masked, "what names nobody stays"
    change = re.search(r"E-mail (person\d)@masked.invalid → (person\d)@masked.invalid", masked)
    assert change is not None
    assert {*change.groups()} == {"person1", "person2"}


def test_unsaved_orders_have_an_empty_contact_and_time_line(pane: OrderPane, jobs: Jobs) -> None:
    pane.new_order()
    assert jobs.wait_idle()
    for tab in (CONTACT, TIMELINE):
        pane.findChild(QTabWidget).setCurrentIndex(tab)
        assert jobs.wait_idle()
    assert "saved" in pane._tabs.contact._card._source.text()
    assert pane._tabs.timeline._stack.currentIndex() == 0


def test_markup_in_any_field_is_shown_as_text(pane: OrderPane, jobs: Jobs, services: Services) -> None:
    hostile = OrderDraft(
        {field.name: TRAP for field in ORDER_FIELDS if field.kind is not Kind.PAIRS},
        [{field.name: TRAP for field in ITEM_FIELDS}],
        {TRAP: TRAP, "": TRAP},
    )
    number = services.orders.save(hostile).order_id
    for tab in range(4):
        show(pane, jobs, number, tab)
        for label in pane.findChildren(QLabel):
            assert isinstance(label, (PlainLabel, Sign)), label
            assert label.textFormat() == Qt.TextFormat.PlainText or not label.text()
        for widget in pane.findChildren(QLabel):
            assert "<img" not in widget.toolTip()
    assert pane.form.draft() == hostile


def test_a_refused_order_says_why_above_every_tab_until_another_is_shown(
    pane: OrderPane, jobs: Jobs, sent: int, services: Services, sandbox: SandboxServer
) -> None:
    sandbox.fail("400:1")
    number = services.orders.save(draft(externalOrderId="1043")).order_id
    services.outbox.queue([number])
    assert services.sending.send().rejected == 1
    for tab in (FORM, TIMELINE):
        show(pane, jobs, number, tab)
        assert pane._header.refusal.isVisible()
        assert "refused" in pane._header.refusal.reason
        assert services.orders.get(number).refusal is not None
    show(pane, jobs, sent, FORM)
    assert not pane._header.refusal.isVisible()
    show(pane, jobs, number, FORM)
    services.outbox.send_again([number])
    assert jobs.wait_idle()
    assert not pane._header.refusal.isVisible()  # it waits again
