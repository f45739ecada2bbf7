"""The order form by keys: writing, findings beside the fields, proposals, saving by itself, queueing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget, QLineEdit, QPushButton, QWidget

from ordermanager.domain.checks.findings import Severity
from ordermanager.domain.checks.rules import RuleSet
from ordermanager.domain.draft import OrderDraft
from ordermanager.domain.states import State
from ordermanager.domain.statuses import Status
from ordermanager.store.orders.query import OrderQuery
from ordermanager.ui.order_pane import OrderPane
from ordermanager.ui.order_pane.field_box import FindingLine
from ordermanager.ui.order_pane.status_editor import StatusEditor

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ordermanager.services.app import Services
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.shell.main_window import MainWindow

GOOD = OrderDraft(
    {
        "externalOrderId": "1042",
        "externalCustomerId": "C-7",
        "status": "INITIALIZED",
        "date": "2026-11-20 12:00",
        "totalCost": "1300",
        "currency": "UAH",
        "email": "olena@shop.com.ua",
        "phone": "067 123 45 67",
    },
    [
        {
            "externalItemId": "SKU-1",
            "name": "Coffee",
            "quantity": "2",
            "cost": "650",
            "url": "https://shop.ua/p/1",
            "imageUrl": "https://shop.ua/p/1.jpg",
        }
    ],
)


@pytest.fixture
def new(pane: OrderPane, jobs: Jobs) -> OrderPane:
    pane.new_order()
    assert jobs.wait_idle()
    return pane


def line(pane: OrderPane, name: str) -> QLineEdit:
    target = pane.form.box(name).editor.target()
    assert isinstance(target, QLineEdit)
    return target


def settled(pane: OrderPane, jobs: Jobs, qtbot: QtBot) -> None:
    """Until the check of what was typed has been shown."""
    qtbot.waitUntil(lambda: not pane._check_timer.isActive())
    assert jobs.wait_idle()


def said(pane: OrderPane, name: str) -> list[str]:
    """The codes of what is shown at a field."""
    return [finding.code for finding in pane.form.box(name)._shown]


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_a_new_order_marks_what_is_required_and_does_not_shout(new: OrderPane) -> None:
    box = new.form.box("externalOrderId")
    assert box._mark.isVisible()
    assert "required" in box.editor.target().accessibleName()
    assert not new.form.findings.isVisible()
    assert not new.findChildren(FindingLine)


def test_a_new_order_begins_with_the_keys_in_its_id_and_a_readable_date(new: OrderPane) -> None:
    assert focused() is line(new, "externalOrderId")
    assert len(line(new, "date").text()) == len("2026-11-23 14:05")


def test_an_order_is_written_with_keys_only_and_becomes_ready(
    new: OrderPane, jobs: Jobs, qtbot: QtBot, services: Services
) -> None:
    keys = QTest.keyClicks
    keys(focused(), "1043")
    QTest.keyClick(focused(), Qt.Key.Key_Tab)  # the date stays
    QTest.keyClick(focused(), Qt.Key.Key_Tab)  # the status
    QTest.keyClick(focused(), Qt.Key.Key_Right)
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    keys(focused(), "olena@shop.com.ua")
    for _ in range(4):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    keys(focused(), "C-9")
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    QTest.keyClick(focused(), Qt.Key.Key_Return)  # the items: Enter begins the first one
    for text in ("SKU-1", "Tea", "2", "50", "https://shop.ua/t", "https://shop.ua/t.jpg"):
        keys(focused(), text)
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    line(new, "totalCost").setFocus()
    keys(focused(), "100")
    QTest.keyClick(focused(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert jobs.wait_idle()
    number = new.current_order_id
    assert number is not None
    detail = services.orders.get(number)
    assert detail.findings == ()
    assert detail.state is State.READY
    assert detail.draft.get("status") == "IN_PROGRESS"
    assert detail.draft.items[0]["imageUrl"] == "https://shop.ua/t.jpg"
    assert new._header._pill.text() == "Ready"


def test_a_wrong_email_is_said_below_its_field_while_typing(new: OrderPane, jobs: Jobs, qtbot: QtBot) -> None:
    QTest.keyClicks(line(new, "email"), "ivan.shop.ua")
    settled(new, jobs, qtbot)
    assert said(new, "email")[0] == "email.syntax"
    assert line(new, "email").property("finding") == "error"
    assert "ivan.shop.ua" in line(new, "email").accessibleDescription()
    QTest.keyClick(line(new, "email"), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(line(new, "email"), "ivan@shop.ua")
    settled(new, jobs, qtbot)
    assert said(new, "email") == []
    assert line(new, "email").property("finding") == ""


def test_a_field_that_was_emptied_again_says_that_it_is_needed(
    new: OrderPane, jobs: Jobs, qtbot: QtBot
) -> None:
    QTest.keyClicks(line(new, "externalCustomerId"), "C")
    QTest.keyClick(line(new, "externalCustomerId"), Qt.Key.Key_Backspace)
    settled(new, jobs, qtbot)
    assert said(new, "externalCustomerId") == ["required"]
    assert said(new, "externalOrderId") == []


def test_one_click_takes_a_proposal(new: OrderPane, jobs: Jobs, qtbot: QtBot) -> None:
    QTest.keyClicks(line(new, "email"), "ivan@gmial.com")
    settled(new, jobs, qtbot)
    button = new.form.box("email").findChild(QPushButton)
    assert "gmail.com" in button.text()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settled(new, jobs, qtbot)
    assert line(new, "email").text() == "ivan@gmail.com"
    assert said(new, "email") == []


def test_the_phone_says_how_it_will_be_sent_and_keeps_what_was_typed(
    new: OrderPane, jobs: Jobs, qtbot: QtBot
) -> None:
    QTest.keyClicks(line(new, "phone"), "067 123-45-67")
    settled(new, jobs, qtbot)
    assert "380671234567" in new.form.box("phone")._hint.text()
    assert line(new, "phone").text() == "067 123-45-67"


def test_the_email_says_how_it_will_be_sent_where_that_is_not_what_was_typed(
    new: OrderPane, jobs: Jobs, qtbot: QtBot
) -> None:
    field, hint = line(new, "email"), new.form.box("email")._hint
    for typed, sent in (
        ("Ivan@Example.COM", "Will be sent as Ivan@example.com"),
        ("ivan@shop.example", ""),
        ("mailto:ivan@shop.example", "Will be sent as ivan@shop.example"),
    ):
        field.selectAll()
        QTest.keyClicks(field, typed)
        settled(new, jobs, qtbot)
        assert hint.text() == sent
        assert field.text() == typed


def test_the_status_is_chosen_by_a_button_that_names_its_event(new: OrderPane, qtbot: QtBot) -> None:
    editor = new.form.box("status").editor
    assert isinstance(editor, StatusEditor)
    button = editor.button(Status.DELIVERED)
    assert "orderDELIVERED" in button.toolTip()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert new.form.draft().get("status") == "DELIVERED"


def test_a_status_that_is_none_stays_until_one_is_chosen(
    pane: OrderPane, jobs: Jobs, services: Services
) -> None:
    draft = GOOD.copy()
    draft.fields["status"] = "paid"
    pane.show_order(services.orders.save(draft).order_id)
    assert jobs.wait_idle()
    assert pane.form.draft().get("status") == "paid"
    assert said(pane, "status") == ["status.unknown"]


def test_typing_is_saved_by_itself_once(new: OrderPane, jobs: Jobs, qtbot: QtBot, services: Services) -> None:
    with qtbot.waitSignal(new.saved, timeout=4000) as signal:
        QTest.keyClicks(line(new, "externalOrderId"), "77")
    QTest.keyClicks(line(new, "firstName"), "Ivan")
    with qtbot.waitSignal(new.saved, timeout=4000) as again:
        pass
    assert signal.args == again.args == [new.current_order_id]
    assert services.orders.count(OrderQuery()) == 1
    assert services.orders.get(signal.args[0]).draft.get("firstName") == "Ivan"


def test_looking_at_a_new_order_leaves_nothing_behind(new: OrderPane, jobs: Jobs, services: Services) -> None:
    new.flush()
    new.show_order(None)
    assert jobs.wait_idle()
    assert services.orders.count(OrderQuery()) == 0


def test_what_was_typed_is_saved_when_another_order_is_shown(
    pane: OrderPane, jobs: Jobs, services: Services
) -> None:
    first = services.orders.save(GOOD).order_id
    other = GOOD.copy()
    other.fields["externalOrderId"] = "1043"
    second = services.orders.save(other).order_id
    pane.show_order(first)
    assert jobs.wait_idle()
    QTest.keyClicks(line(pane, "lastName"), "Koval")
    pane.show_order(second)
    assert jobs.wait_idle()
    assert services.orders.get(first).draft.get("lastName") == "Koval"
    assert services.orders.get(second).draft.get("lastName") == ""
    assert line(pane, "externalOrderId").text() == "1043"


def test_opening_an_order_changes_nothing_in_it(pane: OrderPane, jobs: Jobs, services: Services) -> None:
    draft = GOOD.copy()
    draft.fields.update(deliveryAddress="  two\n lines ", storeId="0007", source="kiosk")
    draft.additional_info = {"comment": "ring twice"}
    number = services.orders.save(draft).order_id
    pane.show_order(number)
    assert jobs.wait_idle()
    assert pane.form.draft().without_empty() == draft.without_empty()
    pane.flush()
    assert jobs.wait_idle()
    assert services.orders.get(number).changed_at == services.orders.get(number).created_at


def test_queue_goes_to_the_first_error_instead_of_queueing(new: OrderPane, jobs: Jobs, qtbot: QtBot) -> None:
    asked: list[list[int]] = []
    new.queue_requested.connect(asked.append)
    QTest.keyClicks(line(new, "email"), "olena@shop.com.ua")
    QTest.keyClick(line(new, "email"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert jobs.wait_idle()
    assert asked == []
    assert focused() is line(new, "externalOrderId")
    assert said(new, "externalOrderId") == ["required"]
    assert new.form.findings.isVisible()


def test_queue_goes_to_what_is_missed_first_from_the_top(new: OrderPane, jobs: Jobs, qtbot: QtBot) -> None:
    QTest.keyClicks(line(new, "externalOrderId"), "1043")
    QTest.keyClicks(line(new, "email"), "olena@shop.com.ua")
    QTest.keyClick(line(new, "email"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert jobs.wait_idle()
    assert focused() is line(new, "externalCustomerId")  # not the total, which stands below it
    named = [button.accessibleName().partition(":")[0] for button in new.form.findings._buttons]
    assert named == ["Customer ID", "Items", "Total"]


def test_ctrl_enter_in_a_cell_of_the_items_queues_the_order(
    pane: OrderPane, jobs: Jobs, qtbot: QtBot, services: Services
) -> None:
    number = services.orders.save(GOOD).order_id
    pane.show_order(number)
    assert jobs.wait_idle()
    pane.form.items.focus()
    pane.form.items.view.add_item()  # its first cell is open, as after Tab at the end of the last item
    assert isinstance(focused(), QLineEdit)
    with qtbot.waitSignal(pane.queue_requested) as signal:
        QTest.keyClick(focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert signal.args == [[number]]
    pane.form.items.view.jump(0, "name")
    for letter in "Tea":
        QTest.keyClick(focused(), letter)
    with qtbot.waitSignal(pane.queue_requested) as signal:
        QTest.keyClick(focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert jobs.wait_idle()
    assert services.orders.get(number).draft.items[0]["name"] == "Tea"


def test_queue_saves_what_was_typed_and_asks_for_this_order(
    pane: OrderPane, jobs: Jobs, qtbot: QtBot, services: Services
) -> None:
    number = services.orders.save(GOOD).order_id
    pane.show_order(number)
    assert jobs.wait_idle()
    QTest.keyClicks(line(pane, "lastName"), "Koval")
    with qtbot.waitSignal(pane.queue_requested) as signal:
        QTest.keyClick(line(pane, "lastName"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert signal.args == [[number]]
    assert services.orders.get(number).draft.get("lastName") == "Koval"


def test_a_queued_order_cannot_be_queued_again_until_it_changes(
    pane: OrderPane, jobs: Jobs, services: Services
) -> None:
    number = services.orders.save(GOOD).order_id
    pane.show_order(number)
    assert jobs.wait_idle()
    assert pane._header._queue.isEnabled()
    services.outbox.queue([number])
    assert jobs.wait_idle()
    assert pane._header._pill.text() == "Queued"
    assert not pane._header._queue.isEnabled()
    QTest.keyClicks(line(pane, "lastName"), "K")
    assert pane._header._queue.isEnabled()


def test_the_list_of_findings_leads_to_the_field(
    pane: OrderPane, jobs: Jobs, services: Services, qtbot: QtBot
) -> None:
    draft = GOOD.copy()
    draft.fields["restoreUrl"] = "shop"
    draft.fields["phone"] = "12"
    pane.show_order(services.orders.save(draft).order_id)
    assert jobs.wait_idle()
    buttons = {button.accessibleName().partition(":")[0]: button for button in pane.form.findings._buttons}
    assert set(buttons) == {"Phone", "Link to order"}
    buttons["Link to order"].setFocus()
    QTest.keyClick(buttons["Link to order"], Qt.Key.Key_Space)
    assert focused() is line(pane, "restoreUrl")
    assert line(pane, "restoreUrl").isVisible()


def test_the_total_is_explained_and_can_be_taken(
    pane: OrderPane, jobs: Jobs, services: Services, qtbot: QtBot
) -> None:
    draft = GOOD.copy()
    draft.fields.update(totalCost="1200", shipping="90", discount="10")
    pane.show_order(services.orders.save(draft).order_id)
    assert jobs.wait_idle()
    assert "1,380.00" in pane.form.totals._sum.text()
    assert "1,200.00" in pane.form.totals._verdict.text()
    qtbot.mouseClick(pane.form.totals._use, Qt.MouseButton.LeftButton)
    settled(pane, jobs, qtbot)
    assert line(pane, "totalCost").text() == "1380.00"
    assert not pane.form.totals._use.isVisible()
    assert said(pane, "totalCost") == []


def test_the_calendar_writes_a_date_and_leaves_the_time(new: OrderPane, jobs: Jobs, qtbot: QtBot) -> None:
    date = line(new, "date")
    date.setText("2026-03-05 09:15")
    QTest.keyClick(date, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    calendar = popup.findChild(QCalendarWidget)
    assert calendar.selectedDate().toString("yyyy-MM-dd") == "2026-03-05"
    calendar.setSelectedDate(calendar.selectedDate().addDays(1))
    QTest.keyClick(calendar.findChild(QWidget, "qt_calendar_calendarview"), Qt.Key.Key_Return)
    assert date.text() == "2026-03-06 09:15"
    assert new.form.draft().get("date") == "2026-03-06 09:15"


def test_a_date_that_cannot_be_read_stays_as_typed(new: OrderPane, jobs: Jobs, qtbot: QtBot) -> None:
    date = line(new, "date")
    date.selectAll()
    QTest.keyClicks(date, "03/04/2026")
    settled(new, jobs, qtbot)
    assert said(new, "date") == ["date.ambiguous"]
    assert new.form.draft().get("date") == "03/04/2026"


def test_additional_info_grows_as_it_is_typed(new: OrderPane, jobs: Jobs, qtbot: QtBot) -> None:
    new.form.jump_to("additionalInfo")
    QTest.keyClicks(focused(), "comment")
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    QTest.keyClicks(focused(), "ring twice")
    assert new.form.draft().additional_info == {"comment": "ring twice"}
    assert len(new.form.pairs.rows()) == 2


def test_a_known_customer_is_offered_and_fills_all_fields(
    new: OrderPane, jobs: Jobs, qtbot: QtBot, services: Services
) -> None:
    known = GOOD.copy()
    known.fields.update(firstName="Olena", lastName="Koval")
    services.orders.save(known)
    email = line(new, "email")
    email.setFocus()
    QTest.keyClicks(email, "olen")
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    popup = QApplication.activePopupWidget()
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: line(new, "lastName").text() == "Koval")
    assert email.text() == "olena@shop.com.ua"
    assert line(new, "externalCustomerId").text() == "C-7"


def test_the_rule_set_decides_what_is_marked(pane: OrderPane, jobs: Jobs, services: Services) -> None:
    pane.show_order(services.orders.save(GOOD).order_id)
    assert jobs.wait_idle()
    assert not pane.form.box("currency")._is_required
    services.settings.update(rule_set=RuleSet.MINIMUM)
    assert jobs.wait_idle()
    assert pane.form.box("currency")._is_required
    assert not pane.form.box("externalCustomerId")._is_required
    services.settings.update(rule_set=RuleSet.NO_ITEMS)
    assert jobs.wait_idle()
    assert pane.form.items._note.isVisible()


def test_an_order_changed_elsewhere_is_shown_anew(pane: OrderPane, jobs: Jobs, services: Services) -> None:
    number = services.orders.save(GOOD).order_id
    pane.show_order(number)
    assert jobs.wait_idle()
    services.orders.change_field([number], "lastName", "Imported")
    assert jobs.wait_idle()
    assert line(pane, "lastName").text() == "Imported"


def test_many_orders_and_none_have_pages_of_their_own(pane: OrderPane, jobs: Jobs) -> None:
    assert "Ctrl+N" in pane._blank._hint.text()
    pane.show_selection_summary(12)
    assert "12" in pane._blank._title.text()
    assert pane.current_order_id is None


def test_warnings_alone_do_not_keep_an_order_back(
    pane: OrderPane, jobs: Jobs, services: Services, qtbot: QtBot
) -> None:
    draft = GOOD.copy()
    draft.fields["totalCost"] = "1"
    number = services.orders.save(draft).order_id
    pane.show_order(number)
    assert jobs.wait_idle()
    assert [f.severity for f in services.orders.get(number).findings] == [Severity.WARNING]
    with qtbot.waitSignal(pane.queue_requested):
        qtbot.mouseClick(pane._header._queue, Qt.MouseButton.LeftButton)


def test_the_status_says_which_event_it_raises(new: OrderPane, jobs: Jobs, qtbot: QtBot) -> None:
    settled(new, jobs, qtbot)
    box = new.form.box("status")
    assert "orderINITIALIZED" in box._hint.text()
    editor = box.editor
    assert isinstance(editor, StatusEditor)
    button = editor.button(Status.DELIVERED)
    assert "orderDELIVERED" in button.accessibleDescription()
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    settled(new, jobs, qtbot)
    assert "orderDELIVERED" in box._hint.text()


def test_save_and_new_begins_the_next_order_with_the_keys_in_it(
    qtbot: QtBot, jobs: Jobs, services: Services, open_window: Callable[[], MainWindow]
) -> None:
    window = open_window()
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert jobs.wait_idle()
    for number in ("S-1", "S-2"):
        QTest.keyClicks(focused(), number)
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        QTest.keyClick(focused(), Qt.Key.Key_N, both)
        assert jobs.wait_idle()
        assert focused() is line(window.pane, "externalOrderId")
        assert line(window.pane, "externalOrderId").text() == ""
    ids = services.orders.list_ids(OrderQuery())
    assert {services.orders.get(each).draft.fields["externalOrderId"] for each in ids} == {"S-1", "S-2"}


def test_queue_pressed_while_the_order_is_being_saved_is_not_lost(
    new: OrderPane, jobs: Jobs, services: Services
) -> None:
    asked: list[list[int]] = []
    new.queue_requested.connect(asked.append)
    new.form.set_draft(GOOD.copy())
    QTest.keyClicks(line(new, "externalOrderId"), "7")
    new.flush()  # as the timer does while someone types on
    new.queue()
    assert jobs.wait_idle()
    assert asked == [[new.current_order_id]]


def test_the_total_of_a_new_order_follows_its_parts_until_another_is_written(
    new: OrderPane, jobs: Jobs, qtbot: QtBot
) -> None:
    new.form.set_draft(OrderDraft({"externalOrderId": "T-1"}, [dict(GOOD.items[0])]), quiet=True)
    QTest.keyClicks(line(new, "shipping"), "50")
    settled(new, jobs, qtbot)
    assert line(new, "totalCost").text() == "1350.00"
    line(new, "shipping").clear()
    QTest.keyClicks(line(new, "shipping"), "60")
    settled(new, jobs, qtbot)
    assert line(new, "totalCost").text() == "1360.00"
    line(new, "totalCost").setFocus()
    line(new, "totalCost").selectAll()
    QTest.keyClicks(line(new, "totalCost"), "1000")
    line(new, "shipping").setFocus()
    QTest.keyClicks(line(new, "shipping"), "0")
    settled(new, jobs, qtbot)
    assert line(new, "totalCost").text() == "1000"
    assert new.form.totals._use.isVisibleTo(new.form)


def test_the_total_of_an_order_that_was_there_is_never_touched(
    pane: OrderPane, jobs: Jobs, qtbot: QtBot, services: Services
) -> None:
    without = GOOD.copy()
    without.fields["totalCost"] = ""
    pane.show_order(services.orders.save(without).order_id)
    assert jobs.wait_idle()
    QTest.keyClicks(line(pane, "shipping"), "50")
    settled(pane, jobs, qtbot)
    assert line(pane, "totalCost").text() == ""


def test_an_order_asked_for_in_passing_is_not_shown(pane: OrderPane, jobs: Jobs, services: Services) -> None:
    ids = []
    for number in range(4):
        draft = GOOD.copy()
        draft.fields["externalOrderId"] = f"P-{number}"
        ids.append(services.orders.save(draft).order_id)
    for order_id in ids:
        pane.show_order(order_id)
        assert pane.current_order_id == order_id
    assert jobs.wait_idle()
    assert line(pane, "externalOrderId").text() == "P-3"
    assert pane.current_order_id == ids[3]
