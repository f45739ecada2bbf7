"""What is loaded while the window rests."""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject

from ordermanager.ui.room_for_types import ROOM, count_types, make_room
from ordermanager.ui.shell.loading_ahead import LATER, LoadingAhead

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from ordermanager.ui.jobs import Jobs

SCRIPT = """
import gc, importlib, json, pkgutil, sys
from pathlib import Path
from PySide6.QtCore import QEventLoop, QTimer
import ordermanager.ui
from ordermanager.ui.app import Program, make_application
app = make_application()
program = Program(app, Path(sys.argv[1]), demo=True)
program.start()
def loaded():
    return [name for name in sys.argv[2:] if f"ordermanager.ui.{name}" in sys.modules]
deadline, before = QTimer(), None
deadline.setSingleShot(True)
deadline.start(60_000)
loop = QEventLoop()
settled = []
while deadline.isActive() and not (settled and len(loaded()) == len(sys.argv) - 2):
    if before is None and program.window is not None:
        before = loaded()
        program.window.settled.connect(lambda: settled.append(len(gc.get_objects())))
    QTimer.singleShot(5, loop, loop.quit)
    loop.exec()
from ordermanager.ui.room_for_types import count_types, make_room
had_room = make_room.cache_info().misses
from ordermanager.ui.insights_page import bar_chart
for module in pkgutil.walk_packages(ordermanager.ui.__path__, "ordermanager.ui."):
    importlib.import_module(module.name)
print(json.dumps([before, loaded(), settled, had_room, make_room(), count_types()]))
program.window._is_closing = True
program.window.close()
program.end()
"""


def test_what_may_be_opened_is_loaded_after_the_window_has_come_up(tmp_path: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", SCRIPT, str(tmp_path), *LATER]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=120, check=True)
    before, after, searched, had_room, first, types = json.loads(done.stdout)
    assert before == []
    assert sorted(after) == sorted(LATER)
    assert searched[0] < 10_000, (
        "a search for garbage goes through what was loaded, which takes as long as a long turn"
    )
    assert had_room == 1, "the table of types may be built anew in a thread"
    assert first < types <= ROOM


def test_when_the_window_ends_early_nothing_waits_for_what_it_would_have_loaded(
    jobs: Jobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, f"ordermanager.ui.{LATER[-1]}", raising=False)
    window = QObject()
    LoadingAhead(jobs, window).start()
    assert not jobs.is_idle
    shiboken6.delete(window)
    assert jobs.wait_idle(10_000)


def test_room_for_types_is_made_once_and_given_back() -> None:
    make_room.cache_clear()
    before = count_types()
    assert make_room() == before
    gc.collect()
    assert count_types() <= before
    assert make_room() == before
    assert make_room.cache_info().misses == 1
