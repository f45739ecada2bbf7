"""What will happen, by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QPushButton

from ordermanager.domain.checks.rules import RuleSet
from ordermanager.ui.sending.body import SendBody
from ordermanager.ui.sending.preview import SendPreviewDialog
from ordermanager.ui.sending.preview_list import SendPreviewList
from tests.ui.shell.test_accessibility import nameless
from tests.ui.user import question_in, said, words_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ordermanager.sandbox.server import SandboxServer
    from ordermanager.services.app import Services
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.shell.main_window import MainWindow


def test_carts_are_left_out_and_the_rest_goes(
    services: Services,
    sandbox: SandboxServer,
    add_orders: Callable[..., list[int]],
    open_window: Callable[[], MainWindow],
    jobs: Jobs,
    qtbot: QtBot,
) -> None:
    services.outbox.queue(
        add_orders(2, 1, status="DELIVERED") + add_orders(1, 3, status="ABANDONED_SHOPPING_CART")
    )
    window = open_window()
    qtbot.keyClick(window, Qt.Key.Key_F7)
    assert jobs.wait_idle()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SendPreviewDialog)
    text = said(dialog)
    for part in (
        "3 event",
        "orderDELIVERED",
        "orderABANDONED_SHOPPING_CART",
        "3 contact",
        "3 of them new",
        "web tracking",
    ):
        assert part in text
    qtbot.mouseClick(dialog.leave_out, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()
    assert services.outbox.waiting() == 2
    window.actions_table["preview_send"].trigger()
    assert jobs.wait_idle()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SendPreviewDialog)
    assert not dialog.leave_out.isVisible()
    qtbot.mouseClick(dialog.send, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(sandbox.ledger.orders) == 2, timeout=10_000)
    assert jobs.wait_idle()


def test_the_question_before_a_send_to_a_real_account_says_it_too(
    services: Services,
    add_orders: Callable[..., list[int]],
    open_window: Callable[[], MainWindow],
    jobs: Jobs,
    qtbot: QtBot,
) -> None:
    services.accounts.add("Shop", "https://yespo.invalid/api", key="k", is_sandbox=False)
    services.outbox.queue(add_orders(1, 3, status="ABANDONED_SHOPPING_CART"))
    asked: list[str] = []
    window = open_window()
    poll = QTimer(window)  # the question runs its own loop

    def refuse() -> None:
        box = question_in(window)
        if box is not None:
            poll.stop()
            asked.append(words_of(box))
            qtbot.keyClick(box, Qt.Key.Key_Escape)

    poll.timeout.connect(refuse)
    poll.start(20)
    qtbot.keyClick(window, Qt.Key.Key_F9)
    assert jobs.wait_idle()
    assert "web tracking" in asked[0]
    assert "1 contact" in asked[0]
    assert services.outbox.waiting() == 1


def test_orders_that_may_arrive_twice_are_named(
    services: Services,
    sandbox: SandboxServer,
    add_orders: Callable[..., list[int]],
    open_window: Callable[[], MainWindow],
    jobs: Jobs,
    qtbot: QtBot,
) -> None:
    sandbox.fail("drop-after:1")
    services.outbox.queue(add_orders(8))
    services.sending.send()
    services.outbox.resolve("send_again")
    services.outbox.queue(add_orders(1, 9))
    window = open_window()
    qtbot.keyClick(window, Qt.Key.Key_F7)
    assert jobs.wait_idle()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SendPreviewDialog)
    text = said(dialog)
    assert "8 order" in text
    assert "may have arrived before" in text
    assert "A-1, A-2, A-3, A-4, A-5, A-6 and 2 more" in text
    assert "A-9" not in text


def test_every_number_is_opened_by_keys_and_leads_to_an_order(
    services: Services,
    add_orders: Callable[..., list[int]],
    open_window: Callable[[], MainWindow],
    jobs: Jobs,
    qtbot: QtBot,
) -> None:
    """A cart that became an order, somebody without an address, an old order."""
    services.settings.update(rule_set=RuleSet.MINIMUM)
    cart = add_orders(
        1, 1, status="ABANDONED_SHOPPING_CART", date="2026-11-20 10:00", externalCustomerId="C-1"
    )
    nobody = add_orders(1, 2, email="", phone="", externalCustomerId="C-2")
    old = add_orders(1, 3, date="2020-01-01 10:00", externalCustomerId="C-3")
    services.outbox.queue(cart + nobody + old)
    became = add_orders(1, 4, status="INITIALIZED", date="2026-11-21 10:00", externalCustomerId="C-1")
    window = open_window()

    def opened(about: str) -> SendPreviewList:
        window.actions_table["preview_send"].trigger()
        assert jobs.wait_idle()
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, SendPreviewDialog)
        body = dialog.findChildren(SendBody)[-1]
        button = next(each for each in body.findChildren(QPushButton) if about in each.accessibleName())
        button.setFocus()
        qtbot.keyClick(button, Qt.Key.Key_Return)
        found = QApplication.activeModalWidget()
        assert isinstance(found, SendPreviewList)
        return found

    def cells(found: SendPreviewList) -> list[list[str]]:
        model = found.model
        return [
            [model.index(row, column).data() for column in range(model.columnCount())]
            for row in range(model.rowCount())
        ]

    for about, expected, why in (
        ("cannot be reached", nobody, "Neither an e-mail nor a phone."),
        ("month old", old, "Dated 2020-01-01."),
        (
            "became an order",
            cart,
            "Order A-4 of 2026-11-21 came after this cart, with the same customer ID.",
        ),
        ("orderABANDONED", cart, ""),
    ):
        found = opened(about)
        (line,) = cells(found)
        assert line[0] == f"A-{expected[0]}"
        assert not why or line[-1] == why
        qtbot.keyClick(found.table, Qt.Key.Key_Return)
        assert jobs.wait_idle()
        assert QApplication.activeModalWidget() is None
        assert window.orders.table.current_id == expected[0]
    found = opened("became an order")
    qtbot.mouseClick(found.show_became, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()
    assert window.orders.table.current_id == became[0]
    found = opened("of them new")
    assert len(cells(found)) == 2  # an ID alone makes no contact
    assert nameless(found) == []
    qtbot.keyClick(found, Qt.Key.Key_Escape)
    assert isinstance(QApplication.activeModalWidget(), SendPreviewDialog)
    QApplication.activeModalWidget().reject()
    found = opened("orderINITIALIZED")
    found.show_all.setFocus()
    qtbot.keyClick(found.show_all, Qt.Key.Key_Space)
    assert jobs.wait_idle()
    assert QApplication.activeModalWidget() is None
    page = window.orders
    assert sorted(page.table.model().row_at(row).id for row in range(page.table.model().rowCount())) == [
        *nobody,
        *old,
    ]
    assert page.filters._closing["among"].text().startswith("Only: 2 order")
    qtbot.keyClick(page.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert sorted(page.table.selected_ids()) == [*nobody, *old]
    qtbot.keyClick(page.filters._closing["among"], Qt.Key.Key_Space)
    assert jobs.wait_idle()
    assert page.table.model().rowCount() == 4
