"""Later, in part, reports, backups, doubts and quitting, by keys and clicks in the real window."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton

from ordermanager.domain.states import Folder, State
from ordermanager.domain.statuses import Status
from ordermanager.sandbox.server import SandboxServer
from ordermanager.sending.progress import RunState
from ordermanager.services.results import Agreement
from ordermanager.services.sending.ways_out import ways_out
from ordermanager.store.outbox.sender_lock import SenderLock
from ordermanager.ui.controls.plain import PlainLabel
from ordermanager.ui.sending.later import SendLaterDialog
from ordermanager.ui.sending.runs_dialog import RunsDialog
from ordermanager.ui.shell.backups_dialog import BackupsDialog
from ordermanager.ui.shell.network_watch import NetworkWatch
from tests.ui.user import CTRL, User

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ordermanager.services.app import Services
    from ordermanager.ui.jobs import Jobs


@pytest.fixture
def stack() -> Iterator[ExitStack]:
    with ExitStack() as opened:
        yield opened


def test_only_one_status_is_sent_from_the_menu_of_the_button(
    desk: User, services: Services, sandbox: SandboxServer, add_orders: Callable[..., list[int]]
) -> None:
    add_orders(2)
    add_orders(1, first=10, status="DELIVERED")
    services.outbox.queue(None)
    desk.wait_for(lambda: desk.count(Folder.OUTBOX) == 3)
    menu = desk.window.tools.send.menu()
    assert menu is not None
    menu.aboutToShow.emit()
    action = next(found for found in menu.actions() if "Delivered" in found.text())
    assert action.isEnabled()
    action.trigger()
    desk.wait_for(lambda: desk.count(Folder.SENT) == 1 and not desk.window.sending.is_running)
    assert set(sandbox.ledger.orders) == {"A-10"}
    assert desk.count(Folder.OUTBOX) == 2


def test_a_time_is_planned_by_keys_shown_and_carried_out(
    desk: User, services: Services, sandbox: SandboxServer, add_orders: Callable[..., list[int]]
) -> None:
    add_orders(2)
    services.outbox.queue(None)
    desk.wait_for(lambda: desk.count(Folder.OUTBOX) == 2)
    desk.qtbot.keyClick(desk.window, Qt.Key.Key_F9, CTRL)
    dialog = desk.dialog(SendLaterDialog)
    assert dialog.later.isChecked()
    desk.qtbot.keyClick(dialog.send, Qt.Key.Key_Return)
    desk.wait_for(lambda: services.schedule.plan() is not None and desk.window.desk.plan is not None)
    chips = [button.text() for button in desk.window.status.findChildren(QToolButton) if button.isVisible()]
    assert any("Sends at" in text for text in chips)
    services.schedule.set(services.schedule.now() + timedelta(milliseconds=200), [Status.INITIALIZED])
    desk.wait_for(lambda: desk.window.desk.plan is not None)
    desk.qtbot.waitUntil(lambda: services.schedule.plan().at <= services.schedule.now())  # type: ignore[union-attr]
    desk.window.desk.look()
    desk.wait_for(lambda: desk.count(Folder.SENT) == 2)
    assert services.schedule.plan() is None
    assert len(sandbox.ledger.orders) == 2


def test_a_plan_asks_when_it_is_made_and_not_when_it_is_carried_out(
    desk: User, services: Services, sandbox: SandboxServer, add_orders: Callable[..., list[int]]
) -> None:
    """Nobody may be there at nine in the morning to say yes."""
    services.accounts.add("Shop", sandbox.url, key="key", is_sandbox=False)
    services.accounts.set_default("Shop")
    services.outbox.queue(add_orders(1, date="2020-01-01 12:00"))
    desk.wait_for(lambda: desk.count(Folder.OUTBOX) == 1)

    def plan(answer: str) -> list[str]:
        asked = desk.answer(answer)
        desk.window.activateWindow()
        desk.qtbot.waitUntil(desk.window.isActiveWindow)
        desk.qtbot.keyClick(desk.window, Qt.Key.Key_F9, CTRL)
        dialog = desk.dialog(SendLaterDialog)
        desk.qtbot.keyClick(dialog.send, Qt.Key.Key_Return)
        desk.wait_for(lambda: asked)
        return asked

    (asked,) = plan("Not now")
    assert "to Shop on" in asked
    assert "orderINITIALIZED: 1" in asked
    assert "more than a month old" in asked
    assert services.schedule.plan() is None
    plan("Plan")
    desk.wait_for(lambda: services.schedule.plan() is not None)
    agreed = services.schedule.plan().agreed  # type: ignore[union-attr]
    assert agreed == Agreement(events=1, repeated=0, old=1)

    def moment_comes() -> None:
        services.schedule.set(services.schedule.now() + timedelta(milliseconds=200), (), agreed)
        moment = services.schedule.now() + timedelta(milliseconds=200)
        desk.qtbot.waitUntil(lambda: services.schedule.now() >= moment, timeout=10_000)
        desk.window.desk.look()  # the window may have looked by itself already

    moment_comes()
    desk.wait_for(lambda: desk.count(Folder.SENT) == 1 and not desk.window.sending.is_running)
    # More than was agreed to: the question waits on the screen, and nothing goes.
    services.outbox.queue(add_orders(2, first=5, date="2020-01-01 12:00"))
    desk.wait_for(lambda: desk.count(Folder.OUTBOX) == 2)
    late = desk.answer("Not now")
    moment_comes()
    desk.wait_for(lambda: late)
    assert "orderINITIALIZED: 2" in late[0]
    assert desk.count(Folder.OUTBOX) == 2


def test_the_past_cannot_be_planned(qtbot: QtBot) -> None:
    dialog = SendLaterDialog("Europe/Kyiv", None)
    qtbot.addWidget(dialog)
    dialog.show()
    planned: list[object] = []
    dialog.planned.connect(lambda *plan: planned.append(plan))
    dialog.when.setDateTime(dialog.when.dateTime().addYears(-1))
    qtbot.mouseClick(dialog.send, Qt.MouseButton.LeftButton)
    assert not planned
    assert "is over" in dialog.problem.text()
    assert dialog.isVisible()


def test_every_request_in_doubt_is_decided_at_once_and_a_look_up_helps(
    desk: User, services: Services, sandbox: SandboxServer, add_orders: Callable[..., list[int]]
) -> None:
    for first in (1, 11):
        services.outbox.queue(add_orders(2, first=first))
        sandbox.fail("drop-after:1")
        services.sending.send()
        sandbox.behave()
    desk.window.go_to(Folder.UNCONFIRMED.value)
    desk.wait_for(lambda: desk.count(Folder.UNCONFIRMED) == 4)
    bar = desk.window.orders.decisions
    desk.click(bar, "Copy what to look for")
    title, *ids = QApplication.clipboard().text().splitlines()
    assert "Sandbox" in title
    assert ids == ["A-1", "A-2"]
    desk.click(bar, "Next request")
    assert "request 2 of 2" in bar.accessibleName()
    desk.click(bar, "Copy what to look for")
    assert QApplication.clipboard().text().splitlines()[1:] == ["A-11", "A-12"]
    desk.click(bar, "Next request")
    assert "request 1 of 2" in bar.accessibleName()
    desk.click(bar, "Ask Yespo")
    desk.wait_for(lambda: "probably arrived" in desk.window.messages.text)
    desk.click(bar, "Mark all 4 as accepted")
    desk.wait_for(lambda: desk.count(Folder.SENT) == 4)
    assert not bar.isVisible()


def test_an_account_that_never_repeats_offers_no_repeat(
    desk: User, services: Services, sandbox: SandboxServer, add_orders: Callable[..., list[int]]
) -> None:
    services.accounts.update("Sandbox", repeat_policy="never")
    services.outbox.queue(add_orders(1))
    sandbox.fail("500:1")
    services.sending.send()
    desk.window.go_to(Folder.UNCONFIRMED.value)
    desk.wait_for(lambda: desk.window.orders.decisions.isVisible())
    shown = [
        button.text()
        for button in desk.window.orders.decisions.findChildren(QPushButton)
        if button.isVisible()
    ]
    assert shown == ["Ask Yespo", "Copy what to look for", "Mark as accepted"]
    said = lambda: desk.window.orders.decisions.findChildren(PlainLabel)[1].text()  # noqa: E731
    assert "Sent again, they go to" not in said()
    services.accounts.add("Shop", sandbox.url, key="key", default=True)
    desk.wait_for(lambda: "never send again" in said())
    assert "Sent again, they go to" not in said()
    services.accounts.update("Sandbox", repeat_policy="ask")
    desk.wait_for(lambda: "Sent again, they go to Shop" in said())


def test_an_account_that_never_repeats_has_no_repeat_in_the_menu_either(
    desk: User, services: Services, sandbox: SandboxServer, add_orders: Callable[..., list[int]]
) -> None:
    services.outbox.queue(add_orders(1))
    sandbox.fail("500:1")
    services.sending.send()
    desk.window.go_to(Folder.UNCONFIRMED.value)
    desk.wait_for(lambda: desk.window.orders.table.selected_count == 1)
    action = desk.window.actions_table["resolve_again"]
    desk.wait_for(action.isEnabled)
    services.accounts.update("Sandbox", repeat_policy="never")
    desk.wait_for(lambda: not action.isEnabled())
    assert desk.window.actions_table["resolve_accepted"].isEnabled()
    desk.window.commands.resolve("send_again", desk.window.orders.table.selected_ids())
    desk.wait_for(lambda: "the account's settings say never" in desk.window.messages.text)
    assert desk.count(Folder.UNCONFIRMED) == 1


def test_a_run_that_cannot_begin_offers_what_helps(
    desk: User, services: Services, sandbox: SandboxServer, add_orders: Callable[..., list[int]]
) -> None:
    services.outbox.queue(add_orders(1))
    desk.wait_for(lambda: desk.count(Folder.OUTBOX) == 1)
    offered = lambda: [  # noqa: E731
        found.text() for found in desk.window.messages.findChildren(QPushButton) if found.isVisible()
    ]
    with SenderLock(services.folder):  # as another program has it that sends
        desk.qtbot.keyClick(desk.window, Qt.Key.Key_F9)
        desk.wait_for(lambda: "being sent already" in desk.window.messages.text)
        assert "Try again" in offered()
        assert "Settings…" not in offered()
    desk.click(desk.window.messages, "Try again")
    desk.wait_for(lambda: desk.count(Folder.SENT) == 1 and not desk.window.sending.is_running)
    services.outbox.queue(add_orders(1, first=2))
    services.accounts.add("Shop", sandbox.url, is_sandbox=False, default=True)
    services.settings.update(confirm_before_send=False)
    desk.wait_for(lambda: desk.count(Folder.OUTBOX) == 1)
    desk.qtbot.keyClick(desk.window, Qt.Key.Key_F9)
    desk.wait_for(lambda: "has no API key" in desk.window.messages.text)
    assert "Settings…" in offered()


def test_what_may_come_twice_or_late_is_asked_about_even_where_sending_is_not(
    desk: User, services: Services, sandbox: SandboxServer, add_orders: Callable[..., list[int]]
) -> None:
    services.accounts.add("Shop", sandbox.url, key="key", is_sandbox=False)
    services.accounts.set_default("Shop")
    services.settings.update(confirm_before_send=False)
    add_orders(1)
    desk.wait_for(lambda: desk.count(Folder.READY) == 1)
    desk.qtbot.keyClick(desk.window, Qt.Key.Key_F9)
    desk.wait_for(lambda: desk.count(Folder.SENT) == 1 and not desk.window.sending.is_running)
    services.outbox.send_again(services.orders.find(["A-1"]))
    services.outbox.queue(add_orders(1, first=2, date="2020-01-01 12:00"))
    desk.wait_for(lambda: desk.count(Folder.OUTBOX) == 2)
    asked = desk.answer("Not now")
    desk.qtbot.keyClick(desk.window, Qt.Key.Key_F9)
    desk.wait_for(lambda: asked)
    assert "orderINITIALIZED: 2" in asked[0]
    assert "1 order may have arrived before" in asked[0] or "1 order(s) may have arrived before" in asked[0]
    assert "more than a month old" in asked[0]
    assert desk.count(Folder.OUTBOX) == 2


def test_the_reports_show_each_run_and_are_saved(
    desk: User, services: Services, tmp_path: Path, add_orders: Callable[..., list[int]]
) -> None:
    services.outbox.queue(add_orders(3))
    services.sending.send()
    desk.window.actions_table["runs"].trigger()
    dialog = desk.dialog(RunsDialog)
    desk.wait_for(lambda: dialog.table.rowCount() == 1)
    texts = [dialog.table.item(0, column).text() for column in range(8)]
    assert texts[1:] == ["Sandbox", "3", "3", "0", "0", "0", "closes"]
    for name, begin in (
        ("run.pdf", b"%PDF"),
        ("run.txt", b"Order Manager"),
        ("run.csv", b"\xef\xbb\xbforder,"),
    ):
        dialog.write(1, tmp_path / name)
        desk.wait_for(lambda name=name: str(tmp_path / name) in dialog.message.text.text())
        assert (tmp_path / name).read_bytes().startswith(begin)
    dialog.write(1, tmp_path / "missing" / "run.pdf")
    desk.wait_for(lambda: "cannot be written" in dialog.message.text.text())
    dialog.close()


def test_a_backup_is_restored_from_the_window(
    desk: User, services: Services, add_orders: Callable[..., list[int]]
) -> None:
    ids = add_orders(2)
    services.outbox.queue(ids)
    services.backups.make()
    services.sending.send()
    desk.wait_for(lambda: desk.count(Folder.SENT) == 2)
    desk.window.actions_table["backups"].trigger()
    dialog = desk.dialog(BackupsDialog)
    desk.wait_for(lambda: dialog.table.rowCount() == 1 and dialog.restore.isEnabled())
    desk.click(dialog, "Restore this one…")
    desk.click(dialog, "Restore")
    desk.wait_for(lambda: dialog.table.rowCount() == 2)
    dialog.close()
    desk.wait_for(lambda: desk.count(Folder.SENT) == 0)
    assert {row.state for row in services.orders.rows(ids)} == {State.HELD}
    desk.window.go_to(Folder.OUTBOX.value)
    desk.click(desk.window.orders.decisions, "Release")
    desk.wait_for(lambda: {row.state for row in services.orders.rows(ids)} == {State.QUEUED})


@pytest.mark.parametrize(
    ("choice", "state"), [("Quit now", State.UNCONFIRMED), ("Wait, then quit", State.ACCEPTED)]
)
def test_quitting_while_a_request_is_on_its_way_asks(
    desk: User,
    services: Services,
    stack: ExitStack,
    add_orders: Callable[..., list[int]],
    choice: str,
    state: State,
) -> None:
    slow_address = stack.enter_context(SandboxServer(latency_ms=1500)).url
    services.accounts.update("Sandbox", base_url=slow_address)
    ids = add_orders(1)
    closed: list[bool] = []
    desk.window.closed.connect(lambda: closed.append(True))
    services.outbox.queue(ids)
    desk.wait_for(lambda: desk.count(Folder.OUTBOX) == 1)
    desk.window.deeds.send()
    desk.qtbot.waitUntil(lambda: services.orders.rows(ids)[0].state is State.SENDING, timeout=20_000)
    asked = desk.answer(choice)
    desk.window.close()
    assert "on their way" in asked[0]
    desk.wait_for(lambda: closed and not services.sending.is_running)
    assert services.orders.rows(ids)[0].state is state


def test_the_network_coming_back_ends_a_wait_for_it_at_once(
    desk: User, services: Services, sandbox: SandboxServer, add_orders: Callable[..., list[int]]
) -> None:
    address = sandbox.url
    services.accounts.update("Sandbox", base_url="http://127.0.0.1:9/api")
    services.outbox.queue(add_orders(1))
    desk.wait_for(lambda: desk.count(Folder.OUTBOX) == 1)
    desk.qtbot.keyClick(desk.window, Qt.Key.Key_F9)
    control = desk.window.sending

    def waits_long() -> bool:
        news = control.progress
        return (
            news is not None
            and news.state is RunState.OFFLINE
            and news.not_before is not None
            and news.not_before - datetime.now(UTC) > timedelta(seconds=2)
        )

    desk.qtbot.waitUntil(waits_long, timeout=60_000)
    assert control.progress is not None
    attempts = control.progress.attempts
    desk.window.desk.network.on_ways(frozenset())
    desk.window.desk.network.on_ways(frozenset({"192.0.2.7"}))
    desk.qtbot.waitUntil(
        lambda: control.progress is not None and control.progress.attempts > attempts, timeout=1500
    )
    services.accounts.update("Sandbox", base_url=address)
    control.stop()
    desk.wait_for(lambda: not control.is_running)


def test_only_another_way_out_is_the_network_coming_back(qtbot: QtBot, jobs: Jobs) -> None:
    owner = QObject()
    watch = NetworkWatch(owner, jobs, lambda: True)
    heard: list[bool] = []
    watch.back.connect(lambda: heard.append(True))
    for ways, times in (
        ({"192.0.2.7"}, 0),
        ({"192.0.2.7"}, 0),
        (set(), 0),
        ({"192.0.2.7"}, 1),
        ({"192.0.2.9"}, 2),
    ):
        watch.on_ways(frozenset(ways))
        assert len(heard) == times


def test_ways_out_are_asked_for_while_something_is_being_sent(qtbot: QtBot, jobs: Jobs) -> None:
    owner = QObject()
    is_sending = [False]
    watch = NetworkWatch(owner, jobs, lambda: is_sending[0])
    for sends, found in ((False, None), (True, ways_out()), (False, None)):
        is_sending[0] = sends
        watch.look()
        assert jobs.wait_idle()
        assert watch.ways == found
    assert all(ip_address(way) for way in ways_out())


def test_waking_up_counts_as_the_network_coming_back(qtbot: QtBot, jobs: Jobs) -> None:
    now = [1000.0]
    owner = QObject()
    watch = NetworkWatch(owner, jobs, lambda: False, lambda: now[0])
    heard: list[bool] = []
    watch.back.connect(lambda: heard.append(True))
    for seconds, times in ((5, 0), (20, 0), (600, 1), (5, 1), (-86_400, 2)):
        now[0] += seconds
        watch.look()
        assert len(heard) == times


def test_a_balance_that_does_not_close_is_red_in_the_status_bar(desk: User) -> None:
    alarm = desk.window.status.show_balance
    alarm(closes=False)
    buttons = desk.window.status.findChildren(QToolButton)
    button = next(found for found in buttons if found.property("role") == "alarm")
    assert button.isVisible()
    alarm(closes=True)
    assert not button.isVisible()
