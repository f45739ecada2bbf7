"""A window that stays open for days makes a backup on each."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from ordermanager.services.app import Services
from ordermanager.services.keys import KeyStore
from tests.set_clock import SetClock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.shell.main_window import MainWindow


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def services(tmp_path: Path, clock: SetClock) -> Iterator[Services]:
    with Services.open(tmp_path / "workspace", key_store=KeyStore.in_memory(), clock=clock) as opened:
        yield opened


def test_a_backup_comes_each_day_that_the_window_stays_open(
    open_window: Callable[[], MainWindow], services: Services, clock: SetClock, jobs: Jobs, qtbot: QtBot
) -> None:
    folder = services.folder / "backups"

    def backups() -> int:
        return len(list(folder.glob("orders-*.db")))

    window = open_window()
    qtbot.waitUntil(lambda: backups() == 1, timeout=15_000)
    for hours, wanted in ((20, 1), (5, 2), (10, 2), (15, 3)):
        clock.time += timedelta(hours=hours)
        window.back_up_if_due()
        assert jobs.wait_idle()
        assert backups() == wanted
