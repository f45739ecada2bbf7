"""What is loaded while the window rests."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject

from ordermanager.ui.shell.loading_ahead import LATER, LoadingAhead

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from ordermanager.ui.jobs import Jobs

SCRIPT = """
import gc, json, sys
from pathlib import Path
from PySide6.QtCore import QEventLoop, QTimer
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
print(json.dumps([before, loaded(), settled]))
program.window._is_closing = True
program.window.close()
program.end()
"""


def test_what_may_be_opened_is_loaded_after_the_window_has_come_up(tmp_path: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", SCRIPT, str(tmp_path), *LATER]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=120, check=True)
    before, after, searched = json.loads(done.stdout)
    assert before == []
    assert sorted(after) == sorted(LATER)
    assert searched[0] < 10_000, (
        "a search for garbage goes through what was loaded, which takes as long as a long turn"
    )


def test_when_the_window_ends_early_nothing_waits_for_what_it_would_have_loaded(
    jobs: Jobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, f"ordermanager.ui.{LATER[-1]}", raising=False)
    window = QObject()
    LoadingAhead(jobs, window).start()
    assert not jobs.is_idle
    shiboken6.delete(window)
    assert jobs.wait_idle(10_000)
