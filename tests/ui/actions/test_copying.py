"""Many orders are copied with how far it is, and copying them can be stopped."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from ordermanager.ui.actions.copying import MANY
from ordermanager.ui.jobs import Job

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ordermanager.services.app import Services
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.shell.main_window import MainWindow

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
COUNT = MANY + 501


@pytest.fixture
def window(services: Services, open_window: Callable[[], MainWindow]) -> MainWindow:
    orders = [
        {
            "externalOrderId": f"M-{number}",
            "status": "INITIALIZED",
            "date": "2026-11-20T12:00:00Z",
            "totalCost": number,
            "currency": "UAH",
        }
        for number in range(COUNT)
    ]
    services.importing.run(services.importing.prepare(json.dumps({"orders": orders})))
    made = open_window()
    made.orders.table.setFocus()
    return made


@pytest.mark.parametrize("modifier", [CTRL, CTRL | SHIFT], ids=["table", "JSON"])
def test_many_orders_are_copied_whole_and_it_says_how_far_it_is(
    window: MainWindow, jobs: Jobs, qtbot: QtBot, modifier: Qt.KeyboardModifier
) -> None:
    said: list[str] = []
    jobs.running.connect(lambda running: said.extend(job.title for job in running))
    qtbot.keyClick(window.orders.table, Qt.Key.Key_A, CTRL)
    qtbot.keyClick(window.orders.table, Qt.Key.Key_C, modifier)
    assert jobs.wait_idle()
    text = QGuiApplication.clipboard().text()
    if modifier == CTRL:
        lines = text.split("\n")
        assert len(lines) == COUNT + 1
        assert "M-0" in lines[-1].split("\t")
    else:
        assert [order["externalOrderId"] for order in json.loads(text)][-1] == "M-0"
    assert any(f"of {COUNT:,}" in title for title in said)
    assert window.messages.text.replace(",", "").startswith(str(COUNT))


def test_copying_is_stopped_and_leaves_the_clipboard(window: MainWindow, jobs: Jobs, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("before")
    stopped: list[Job] = []

    def stop(running: tuple[Job, ...]) -> None:
        for job in running:
            if job.on_cancel is not None and job not in stopped:
                stopped.append(job)
                job.cancel()

    jobs.running.connect(stop)
    qtbot.keyClick(window.orders.table, Qt.Key.Key_A, CTRL)
    qtbot.keyClick(window.orders.table, Qt.Key.Key_C, CTRL | SHIFT)
    assert jobs.wait_idle()
    assert len(stopped) == 1
    assert QGuiApplication.clipboard().text() == "before"
    assert window.messages.text == "Copying was stopped. The clipboard is as it was."
