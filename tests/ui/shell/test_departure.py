"""A logout, `kill` or a closed terminal ends the program as a person does, without a question."""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from ordermanager.domain.states import Folder, State
from ordermanager.sandbox.server import SandboxServer
from ordermanager.ui.shell.departure import Departure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ordermanager.services.app import Services
    from tests.ui.user import User

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no signals to windows")


@pytest.fixture
def departures(user: User) -> Iterator[Callable[[int], Departure]]:
    made: list[Departure] = []

    def listen(patience_ms: int) -> Departure:
        made.append(Departure(user.window, patience_ms))
        return made[-1]

    yield listen
    for each in made:
        each.stop()


@pytest.mark.parametrize("number", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_what_is_typed_is_saved(
    user: User, services: Services, departures: Callable[[int], Departure], number: str
) -> None:
    departures(10_000)
    user.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    user.type("D-1")
    os.kill(os.getpid(), getattr(signal, number))
    user.wait_for(lambda: not user.window.isVisible())
    assert len(services.orders.find(["D-1"])) == 1


@pytest.mark.parametrize(
    ("latency", "patience", "state"), [(700, 20_000, State.ACCEPTED), (20_000, 300, State.UNCONFIRMED)]
)
def test_a_request_on_its_way_is_waited_for_but_not_for_ever(
    user: User,
    services: Services,
    departures: Callable[[int], Departure],
    add_orders: Callable[..., list[int]],
    latency: int,
    patience: int,
    state: State,
) -> None:
    """It was cut off, and its orders were unconfirmed."""
    with SandboxServer(latency_ms=latency) as slow:
        services.accounts.add("Sandbox", slow.url, key="key", is_sandbox=True, default=True)
        ids = add_orders(1)
        services.outbox.queue(ids)
        user.wait_for(lambda: user.count(Folder.OUTBOX) == 1)
        departures(patience)
        user.window.deeds.send()
        user.qtbot.waitUntil(lambda: services.orders.rows(ids)[0].state is State.SENDING, timeout=20_000)
        os.kill(os.getpid(), signal.SIGTERM)
        user.wait_for(lambda: not user.window.isVisible() and not services.sending.is_running)
    assert services.orders.rows(ids)[0].state is state
