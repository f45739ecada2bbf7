"""What comes to the outbox while a run goes on, and planned times that went by: none is sent unasked or forgotten."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from ordermanager.domain.sentences import Sentence
from ordermanager.domain.states import Folder
from ordermanager.sending.progress import Progress, RunState
from ordermanager.ui.controls.elided_label import ElidedLabel
from tests.faults.server import Connection, FaultServer
from tests.ui.user import User, question_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ordermanager.services.app import Services


class SlowServer(FaultServer):
    """Answers when it may."""

    def __init__(self) -> None:
        self.may_answer = threading.Event()
        super().__init__(default=self._answer)

    def _answer(self, connection: Connection) -> None:
        connection.read()
        connection.apply()
        assert self.may_answer.wait(30)
        connection.reply_json(200, {})

    @property
    def requests(self) -> list[list[str]]:
        return [request.ids for request in self.ledger.requests]


@pytest.fixture
def server() -> Iterator[SlowServer]:
    with SlowServer() as serving:
        yield serving
        serving.may_answer.set()


@pytest.fixture
def shop(desk: User, services: Services, server: SlowServer) -> User:
    """An account that is not for practice: delicate things are asked about, ordinary ones are not."""
    services.accounts.add("Shop", server.url, key="key", is_sandbox=False)
    services.accounts.set_default("Shop")
    services.settings.update(confirm_before_send=False)
    desk.wait_for(lambda: desk.window.overview.state.account.name == "Shop")
    return desk


def start(desk: User, server: SlowServer) -> None:
    """A request is on its way."""
    desk.qtbot.keyClick(desk.window, Qt.Key.Key_F9)
    desk.qtbot.waitUntil(lambda: server.requests == [["A-1"]], timeout=20_000)


def test_ordinary_orders_that_are_queued_meanwhile_go_too(
    shop: User, services: Services, server: SlowServer, add_orders: Callable[..., list[int]]
) -> None:
    services.outbox.queue(add_orders(1))
    shop.wait_for(lambda: shop.count(Folder.OUTBOX) == 1)
    start(shop, server)
    services.outbox.queue(add_orders(2, first=10))
    server.may_answer.set()
    shop.wait_for(lambda: shop.count(Folder.SENT) == 3 and not shop.window.sending.is_running)


def test_delicate_ones_wait_for_a_yes(
    shop: User, services: Services, server: SlowServer, add_orders: Callable[..., list[int]]
) -> None:
    services.outbox.queue(add_orders(1))
    shop.wait_for(lambda: shop.count(Folder.OUTBOX) == 1)
    start(shop, server)
    services.outbox.queue(add_orders(2, first=10, date="2020-01-01 12:00"))
    server.may_answer.set()
    shop.wait_for(lambda: shop.count(Folder.SENT) == 1 and not shop.window.sending.is_running)
    shop.wait_for(lambda: "came to the outbox while" in shop.window.messages.text)
    assert server.requests == [["A-1"]]
    assert question_in(shop.window) is None
    asked = shop.answer("Send 2")
    shop.click(shop.window.messages, "Send now")
    shop.wait_for(lambda: asked)
    assert "more than a month old" in asked[0]
    shop.wait_for(lambda: shop.count(Folder.SENT) == 3)


def test_what_becomes_ready_while_the_question_is_open_is_not_part_of_the_answer(
    shop: User, services: Services, server: SlowServer, add_orders: Callable[..., list[int]]
) -> None:
    services.settings.update(confirm_before_send=True)
    server.may_answer.set()
    add_orders(1)
    shop.wait_for(lambda: shop.count(Folder.READY) == 1)

    def more_come() -> None:  # the question runs a loop of its own
        if question_in(shop.window) is None:
            QTimer.singleShot(10, shop.window, more_come)
            return
        add_orders(3, first=10)
        shop.answer("Send 1")

    more_come()
    shop.qtbot.keyClick(shop.window, Qt.Key.Key_F9)
    shop.wait_for(lambda: shop.count(Folder.SENT) == 1 and not shop.window.sending.is_running)
    assert shop.count(Folder.READY) == 3


def test_a_plan_whose_time_went_by_while_the_computer_slept_is_told(
    desk: User,
    services: Services,
    add_orders: Callable[..., list[int]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    services.outbox.queue(add_orders(1))
    services.schedule.set(services.schedule.now() + timedelta(minutes=5))
    desk.wait_for(lambda: desk.window.desk.plan is not None)
    woken = datetime.now(UTC) + timedelta(hours=3)
    monkeypatch.setattr(services._context.clock, "now", lambda: woken)
    desk.window.desk.look()
    desk.wait_for(lambda: "and were not" in desk.window.messages.text)
    assert services.schedule.plan() is None
    assert desk.count(Folder.OUTBOX) == 1
    monkeypatch.undo()
    desk.click(desk.window.messages, "Send now")
    desk.wait_for(lambda: desk.count(Folder.SENT) == 1)
    assert QApplication.activeModalWidget() is None


def test_waiting_says_until_when_and_why(desk: User) -> None:
    until = datetime.now(UTC) + timedelta(minutes=40)
    clock = f"{until.astimezone(ZoneInfo('Europe/Kyiv')):%H:%M:%S}"
    reason = Sentence("The server asks to send more slowly.")
    for state, why, moment, said in (
        (RunState.WAITING, reason, until, f"Waiting until {clock} – 1 of 3 – The server asks to send more"),
        (RunState.WAITING, None, until, f"Waiting until {clock} – 1 of 3"),
        (RunState.OFFLINE, reason, until, "No connection, trying again – 1 of 3 – The server asks"),
    ):
        progress = Progress(3, 1, 1, 0, 0, 2, 1, 1, 0.0, None, state, why, moment)
        desk.window.on_progress(progress)
        texts = [label.whole for label in desk.window.status.findChildren(ElidedLabel)]
        assert any(text.startswith(said) for text in texts), texts


def test_a_line_that_needs_a_hand_is_told_in_the_message_bar(
    desk: User, services: Services, add_orders: Callable[..., list[int]]
) -> None:
    with FaultServer(default=lambda line: line.send(b"HTTP/1.1 400 Bad\r\n\r\n")) as plain:  # no TLS
        services.accounts.add("Shop", plain.url.replace("http:", "https:"), key="key", is_sandbox=False)
        services.accounts.set_default("Shop")
        services.settings.update(confirm_before_send=False)
        services.outbox.queue(add_orders(1))
        desk.wait_for(lambda: desk.count(Folder.OUTBOX) == 1)
        desk.qtbot.keyClick(desk.window, Qt.Key.Key_F9)
        desk.qtbot.waitUntil(lambda: "does not speak HTTPS" in desk.window.messages.text, timeout=20_000)
        desk.qtbot.keyClick(desk.window, Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
        desk.wait_for(lambda: not desk.window.sending.is_running)
        assert plain.ledger.applied == {}
        plain.errors.clear()


def test_closing_before_a_planned_time_asks(desk: User, services: Services) -> None:
    closed: list[bool] = []
    desk.window.closed.connect(lambda: closed.append(True))
    services.schedule.set(services.schedule.now() + timedelta(hours=1))
    desk.wait_for(lambda: desk.window.status.planned)
    asked = desk.answer("Stay open")
    desk.window.close()
    assert "window must stay open" in asked[0]
    assert desk.window.isVisible()
    assert not closed
    desk.answer("Quit all the same")
    desk.window.close()
    assert closed
    assert services.schedule.plan() is not None  # the next start tells


def test_what_was_planned_for_one_account_does_not_go_to_another_unasked(
    shop: User, services: Services, server: SlowServer, add_orders: Callable[..., list[int]]
) -> None:
    services.outbox.queue(add_orders(1, date="2020-01-01 12:00"))
    agreed = services.outbox.forecast().agreement
    services.schedule.set(services.schedule.now() + timedelta(milliseconds=300), (), agreed)
    services.accounts.add("Other", server.url, key="key", is_sandbox=False, default=True)
    due = services.schedule.now() + timedelta(milliseconds=400)
    asked = shop.answer("Not now")
    shop.qtbot.waitUntil(lambda: services.schedule.now() >= due, timeout=10_000)
    shop.window.desk.look()
    shop.wait_for(lambda: asked)
    assert "to Other?" in asked[0]
    assert server.requests == []


def test_where_all_is_held_send_says_so(
    desk: User, services: Services, add_orders: Callable[..., list[int]]
) -> None:
    services.outbox.queue(add_orders(2))
    services.backups.restore(services.backups.make())
    desk.wait_for(lambda: desk.window.overview.state.decisions.held == 2)
    desk.window.send_flow.start()
    desk.wait_for(lambda: "held since a backup was restored" in desk.window.messages.text)
