"""Starting and ending: opening the workspace in the background, one window per workspace, another language,
damage."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

from ordermanager.services.app import Services
from ordermanager.services.keys import KeyStore
from ordermanager.store.database.migrate import known_migrations
from ordermanager.store.database.sqlite import connect
from ordermanager.store.workspace import Workspace
from ordermanager.ui.app import Program
from ordermanager.ui.gallery import take
from ordermanager.ui.shell.single_instance import SingleInstance

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication) -> Iterator[Callable[[Path], Program]]:
    programs: list[Program] = []

    def begin(folder: Path) -> Program:
        program = Program(qapp, folder, demo=True)
        programs.append(program)
        program.start()
        return program

    yield begin
    for program in programs:
        if program.window is not None:
            program.window.close()
            program.window.deleteLater()
        program.end()
        program.language.set_code("en")
        program.deleteLater()


def test_the_window_appears_when_the_workspace_is_open(
    qtbot: QtBot, start: Callable[[Path], Program], tmp_path: Path
) -> None:
    program = start(tmp_path / "new")
    assert program.window is None, "opening must not block the start"
    qtbot.waitUntil(lambda: program.window is not None and program.window.isVisible())
    assert program.jobs.wait_idle()
    assert (tmp_path / "new").is_dir()


def test_a_large_workspace_that_is_brought_up_to_date_first_says_so(
    qtbot: QtBot, start: Callable[[Path], Program], tmp_path: Path
) -> None:
    Workspace.create_or_open(tmp_path / "old", migrations=known_migrations()[:-1]).close()
    # opening takes as long
    with (
        closing(connect(tmp_path / "old" / "orders.db")) as other,
        other.transaction(),
    ):
        program = start(tmp_path / "old")
        qtbot.waitUntil(lambda: program.notice is not None and program.notice.isVisible(), timeout=30_000)
        assert program.window is None
    qtbot.waitUntil(lambda: program.window is not None and program.window.isVisible(), timeout=30_000)
    assert program.notice is None
    assert program.jobs.wait_idle()


def test_another_language_is_spoken_at_once_and_so_is_the_systems(
    qtbot: QtBot, start: Callable[[Path], Program], tmp_path: Path
) -> None:
    program = start(tmp_path / "w")
    qtbot.waitUntil(lambda: program.window is not None)
    assert program.jobs.wait_idle()
    window, services = program.window, program.services
    assert window is not None
    assert services is not None
    window.go_to("outbox")
    was = program.language.code
    program.jobs.write("", lambda: services.settings.update(language="uk"))
    qtbot.waitUntil(lambda: program.language.code == "uk")
    assert program.jobs.wait_idle()
    assert window is program.window
    assert window.isVisible()
    assert window.folders.current_key == "outbox"
    assert window.menuBar().actions()[0].text() != "&File"
    assert len(window.findChildren(type(window.pane))) == 1
    program.jobs.write("", lambda: services.settings.update(language=""))
    qtbot.waitUntil(lambda: program.language.code == was)
    assert program.jobs.wait_idle()
    assert window.actions_table["new"].text() == "New order"


def answer_box(text: str, said: list[str]) -> None:
    def press() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            QTimer.singleShot(20, press)
            return
        said.append(box.text())
        button = next(b for b in box.findChildren(QPushButton) if b.text().replace("&", "") == text)
        button.click()

    press()


def test_a_damaged_workspace_is_said_and_the_program_ends_with_3(
    qtbot: QtBot, start: Callable[[Path], Program], tmp_path: Path
) -> None:
    folder = tmp_path / "w"
    folder.mkdir()
    (folder / "orders.db").write_bytes(b"no database at all" * 1000)
    said: list[str] = []
    answer_box("OK", said)
    program = start(folder)
    with qtbot.waitSignal(program.ended) as ended:
        pass
    assert ended.args == [3]
    assert said
    assert program.window is None


def test_a_damaged_workspace_is_restored_from_its_backup(
    qtbot: QtBot, start: Callable[[Path], Program], tmp_path: Path
) -> None:
    folder = tmp_path / "w"
    with Services.open(folder, key_store=KeyStore.in_memory()) as services:
        services.orders.save(services.orders.new_draft())
        services.backups.make()
    (folder / "orders.db").write_bytes(b"no database at all" * 1000)
    for suffix in ("-wal", "-shm"):
        (folder / f"orders.db{suffix}").unlink(missing_ok=True)
    said: list[str] = []
    answer_box("Check and restore", said)
    program = start(folder)
    qtbot.waitUntil(lambda: program.window is not None, timeout=20_000)
    assert program.jobs.wait_idle()
    assert said
    assert program.services is not None
    assert sum(program.services.orders.counts().values()) > 0


def test_a_second_start_wakes_the_first_window(qtbot: QtBot, tmp_path: Path) -> None:
    first = SingleInstance(tmp_path)
    assert not first.wake_other()
    first.listen()
    woken: list[bool] = []
    first.woken.connect(lambda: woken.append(True))
    script = (
        "import sys, pathlib\n"
        "from PySide6.QtCore import QCoreApplication\n"
        "from ordermanager.ui.shell.single_instance import SingleInstance\n"
        "app = QCoreApplication([])\n"
        "sys.exit(7 if SingleInstance(pathlib.Path(sys.argv[1])).wake_other() else 1)\n"
    )
    other = subprocess.Popen([sys.executable, "-c", script, str(tmp_path)])
    qtbot.waitUntil(lambda: bool(woken), timeout=20_000)
    assert other.wait(20) == 7
    elsewhere = SingleInstance(tmp_path / "elsewhere")
    assert not elsewhere.wake_other()
    elsewhere.release()
    first.release()
    first.deleteLater()


@pytest.fixture
def temporary(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of its own for temporary files, with a short name: a local socket's has 107 characters."""
    with tempfile.TemporaryDirectory() as name:
        for variable in ("TMPDIR", "TMP", "TEMP"):
            monkeypatch.setenv(variable, name)
        yield Path(name)


def test_a_window_that_has_ended_leaves_no_lock_behind_and_its_end_is_no_gap(temporary: Path) -> None:
    first, second = SingleInstance(temporary), SingleInstance(temporary)
    assert not first.wake_other()
    (lock,) = temporary.glob("ordermanager-*.lock")
    lock.unlink()  # as another one does that ends just when this one has opened the file
    lock.touch()
    held = os.open(lock, os.O_RDWR)
    assert not second._is_the_file(first._held or -1)
    assert second._is_the_file(held)
    os.close(held)
    assert not second.wake_other()
    second.release()
    second.release()
    first.release()
    assert list(temporary.glob("ordermanager-*.lock")) == []


def test_a_lock_that_is_swept_away_comes_back(temporary: Path) -> None:
    first, second = SingleInstance(temporary), SingleInstance(temporary)
    assert not first.wake_other()
    first.listen()
    (lock,) = temporary.glob("ordermanager-*.lock")
    os.utime(lock, (0, 0))
    first.keep()
    assert lock.stat().st_mtime > 0
    lock.unlink()
    first.keep()
    assert lock.exists()
    assert second.wake_other()
    first.release()
    first.keep()
    assert not lock.exists()
    first.deleteLater()


def test_the_gallery_has_a_picture_of_every_screen(tmp_path: Path, qapp: QApplication) -> None:
    with Services.open(tmp_path / "w", key_store=KeyStore.in_memory()) as services:
        draft = services.orders.new_draft()
        draft.fields["externalOrderId"] = "G-1"
        services.orders.save(draft)
        paths = take(services, tmp_path / "shots", themes=("light", "dark"), languages=("en",))
    assert len(paths) >= 20
    assert all(path.stat().st_size > 5000 for path in paths)
    assert len({path.read_bytes() for path in paths}) > len(paths) * 0.8
    names = " ".join(path.name for path in paths)
    for screen in (
        "drafts",
        "unconfirmed",
        "history",
        "imports",
        "settings",
        "import-empty",
        "import-shop-fields",
        "import-messy-file",
        "import-review-changes",
        "import-result",
        "import-saved-columns",
        "empty",
        "shortcuts",
        "dark",
    ):
        assert screen in names
