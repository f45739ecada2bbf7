"""What was being written is there after the program was killed, and the next start says so."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from ordermanager.domain.draft import OrderDraft
from ordermanager.services.app import Services
from ordermanager.services.keys import KeyStore
from ordermanager.store.orders.query import OrderQuery

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.shell.main_window import MainWindow

TYPIST = Path(__file__).with_name("typist.py")
LONGEST_LOSS = 1.6
"""Seconds: a save begins within one, and then takes its own time on a machine that runs other tests too."""


def test_a_program_killed_while_one_types_without_a_pause_loses_a_second_at_most(tmp_path: Path) -> None:
    typed: list[float] = []
    with subprocess.Popen(
        [sys.executable, str(TYPIST), str(tmp_path)], stdout=subprocess.PIPE, text=True
    ) as typist:
        assert typist.stdout is not None
        for line in typist.stdout:
            typed.append(float(line.split()[1]))
            if len(typed) > 20 and typed[-1] - typed[0] > 4:
                typist.kill()
                break
    with Services.open(tmp_path, key_store=KeyStore.in_memory()) as services:
        (order_id,) = services.orders.list_ids(OrderQuery())
        kept = services.orders.get(order_id).draft.get("externalOrderId")
        assert kept == "7" * len(kept)
        assert typed[-1] - typed[len(kept) - 1] < LONGEST_LOSS
        recovered = services.session.begin()
        assert recovered is not None
        assert (recovered.order_id, recovered.external_order_id) == (order_id, kept)


def test_the_next_start_says_what_was_recovered_and_shows_it(
    qtbot: QtBot, services: Services, jobs: Jobs, open_window: Callable[[], MainWindow]
) -> None:
    services.session.begin()
    order_id = services.orders.save(OrderDraft({"externalOrderId": "1042"})).order_id
    services.orders.save(OrderDraft({"externalOrderId": "1043"}), origin="paste")
    window = open_window()
    qtbot.waitUntil(lambda: "1042" in window.messages.text)
    button = next(b for b in window.messages.findChildren(QPushButton) if b.text() == "Show")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.pane.current_order_id == order_id)
    assert jobs.wait_idle(30_000)


def test_a_window_that_was_closed_has_nothing_to_recover(
    services: Services, jobs: Jobs, open_window: Callable[[], MainWindow]
) -> None:
    window = open_window()
    assert jobs.wait_idle(30_000)
    services.orders.save(OrderDraft({"externalOrderId": "1042"}))
    window.close()
    assert jobs.wait_idle(30_000)
    assert services.session.begin() is None
