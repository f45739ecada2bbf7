"""That sending has ended is told to someone who works in another program, and only there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from ordermanager.ui.sending.notice import SendNotice

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ordermanager.sandbox.server import SandboxServer
    from ordermanager.services.app import Services
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.shell.main_window import MainWindow


@pytest.mark.parametrize("in_front", [True, False])
def test_the_end_of_sending_is_told_where_the_window_is_not_in_front(
    in_front: bool,
    qtbot: QtBot,
    jobs: Jobs,
    services: Services,
    sandbox: SandboxServer,
    add_orders: Callable[..., list[int]],
    open_window: Callable[[], MainWindow],
) -> None:
    services.outbox.queue(add_orders(3))
    window = open_window()
    notice = window.findChild(SendNotice)
    assert notice is not None
    told: list[str] = []
    notice.told.connect(told.append)
    if not in_front:
        window.hide()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is None)
    with qtbot.waitSignal(window.sending.finished, timeout=20_000):
        window.sending.start()
    assert jobs.wait_idle()
    assert told == ([] if in_front else ["3 orders accepted"])
    assert len(sandbox.ledger.events) == 3
