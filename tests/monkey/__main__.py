"""A monkey at the program: `python -m tests.monkey SEED [SECONDS]` (60 seconds unless told).

The whole program without a screen, on a workspace and a server of its own; the network is closed but for this computer.
With an odd seed a script runs commands in the same workspace meanwhile (beside.py).
Then the window is closed as a person does, the doctor looks at the workspace, and its history is compared with what the
server has taken. Prints what it found, each with the last steps; the exit code is 1 where there was anything, and a
crash or a window that never answers again ends it with a stack of every thread. The same seed throws the same dice;
what is in front of them depends on the machine's speed, too.
"""

from __future__ import annotations

import contextlib
import faulthandler
import os
import random
import shutil
import socket
import sys
import tempfile
import threading
import time
import traceback
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

HANGS_AFTER = 120
"""Seconds, also of a loaded machine."""
PAUSE, WORKED, MOST_PAUSE = 1.0, 0.5, 5.0
"""Seconds without an answer that are a find: where the window worked so long of them, or however little it did."""
ORDERS, READY = 400, 150
LAST_STEPS = 25
CLOSING = 90.0
_SAID_BY_QT = (
    "propagateSizeHints", "raise()", "grabbing the",  # about the platform
    "Mouse event",  # that the monkey made
    "QDialog::exec: Recursive",  # two of Qt's own dialogs at once
    "edit: editing failed", "an editor that does not belong",  # edited already; Enter and a click at once
)  # fmt: skip


def settle_in() -> Path:
    """A home of its own, before anything asks for one, and no program beside this one that could be started."""
    home = Path(tempfile.mkdtemp(prefix="monkey_"))
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "PATH"):
        os.environ[name] = str(home)
    os.environ |= {"QT_QPA_PLATFORM": "offscreen", "ORDERMANAGER_API_KEY": "sandbox-key"}
    os.chdir(home)
    return home


def stay_here() -> None:
    """Nothing leaves this computer, whatever address the monkey types."""
    connect, look_up = socket.socket.connect, socket.getaddrinfo

    def connect_here(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in ("127.0.0.1", "::1"):
            raise ConnectionRefusedError(f"not from here: {address}")
        connect(self, address)

    def look_up_here(host: Any, *rest: Any, **more: Any) -> Any:
        if host not in ("127.0.0.1", "::1", "localhost"):
            raise socket.gaierror(socket.EAI_NONAME, "not from here")
        return look_up(host, *rest, **more)

    socket.socket.connect = connect_here  # type: ignore[method-assign]
    socket.getaddrinfo = look_up_here


def stock(home: Path) -> tuple[Path, list[Path]]:
    """The workspace's folder and files to import, good ones and bad ones."""
    from ordermanager.services.app import Services
    from ordermanager.services.keys import KeyStore
    from ordermanager.store.orders.query import OrderQuery
    from tests.benchmarks.openings_workspace import write_import_file
    from tests.benchmarks.samples import write_orders_csv

    good, other, text = home / "orders.csv", home / "import.csv", home / "empty.csv"
    write_orders_csv(good, ORDERS, items_per_order=1)
    write_import_file(other)
    text.write_text("", "utf-8")
    (home / "junk.xlsx").write_bytes(bytes(range(256)) * 40)
    (home / "order.json").write_text('[{"externalOrderId": "J-1", "totalCost": "x"}, 5]', "utf-8")
    (home / "shop.html").write_text("<table><tr><td>Order</td></tr><tr><td>1</td></tr></table>", "utf-8")
    with Services.open(home / "workspace", key_store=KeyStore.in_memory()) as services:
        services.importing.run(services.importing.prepare(good))
        services.outbox.queue(services.orders.list_ids(OrderQuery())[:READY])
    files = [
        good,
        other,
        text,
        home / "junk.xlsx",
        home / "order.json",
        home / "shop.html",
        home / "none.csv",
    ]
    return home / "workspace", files


class Watch:
    """Collects what is found, each once."""

    def __init__(self) -> None:
        self.finds: list[str] = []
        self.steps: deque[str] = deque(maxlen=LAST_STEPS)
        self.count = 0

    def say(self, what: str) -> None:
        """The next step."""
        faulthandler.cancel_dump_traceback_later()
        faulthandler.dump_traceback_later(HANGS_AFTER, exit=True)
        self.count += 1
        self.steps.append(what)
        if os.environ.get("MONKEY_STEPS"):
            print(self.count, what, file=sys.stderr, flush=True)

    def found(self, what: str) -> None:
        """Something that must not be."""
        if what not in self.finds:
            self.finds.append(what)
            print(f"FOUND {what}\n  after: {' | '.join(self.steps)}", flush=True)

    def listen(self) -> None:
        """To exceptions wherever they are, and to what Qt says."""
        from PySide6.QtCore import qInstallMessageHandler

        sys.excepthook = lambda kind, error, trace: self.found(
            "".join(traceback.format_exception(kind, error, trace))
        )
        sys.unraisablehook = lambda raised: self.found(f"unraisable {raised}")
        threading.excepthook = lambda raised: self.found(
            "".join(traceback.format_exception(raised.exc_value)) if raised.exc_value else str(raised)
        )
        qInstallMessageHandler(
            lambda _mode, _context, text: (
                None if any(known in text for known in _SAID_BY_QT) else self.found(f"Qt: {text}")
            )
        )


def play(workspace: Path, files: list[Path], data: Path, seed: int, seconds: float, watch: Watch) -> None:
    """From the program's start to its end."""
    from PySide6.QtCore import QTimer

    from ordermanager.sandbox.server import SandboxServer
    from ordermanager.services.app import Services
    from ordermanager.services.keys import KeyStore
    from ordermanager.ui.app import Program, make_application
    from ordermanager.ui.shell.stall_watch import StallWatch
    from tests.monkey.hands import Hands

    app = make_application()
    app.setQuitOnLastWindowClosed(False)
    dice = random.Random(seed)
    with SandboxServer(data_file=data, repeat_window_seconds=dice.choice((0, 60))) as server:
        with Services.open(workspace, key_store=KeyStore.in_memory()) as services:
            services.accounts.add("Shop", server.url, is_sandbox=dice.random() < 0.3, default=True)
        program = Program(app, workspace)
        hands = Hands(dice, files, server, watch.say)
        stalls = StallWatch(limit=PAUSE)
        end = time.monotonic() + seconds

        def step() -> None:
            QTimer.singleShot(dice.choice((0, 0, 1, 5, 20, 60)), app, next_step)
            if program.window is not None:
                with suppress_gone():
                    hands.step(program.window)

        def leave() -> None:
            QTimer.singleShot(50, app, next_step)
            if time.monotonic() > end + CLOSING:
                watch.found(f"the window cannot be closed: {front()}")
                app.exit(1)
            elif program.window is not None:
                close(program.window, watch.say)

        def next_step() -> None:
            step() if time.monotonic() < end else leave()

        program.jobs.crashed.connect(watch.found)
        program.appeared.connect(lambda: QTimer.singleShot(300, app, next_step))
        program.appeared.connect(stalls.start)
        program.ended.connect(app.exit)
        program.start()
        app.exec()
        stalls.stop()
        program.end()
        for stall in stalls.stalls:
            if stall.worked > WORKED or stall.seconds > MOST_PAUSE:
                watch.found(
                    f"no answer for {stall.seconds:.1f} s, worked {stall.worked:.1f} s\n{stall.stack}"
                )


@contextlib.contextmanager
def suppress_gone() -> Iterator[None]:
    """What the first half of a step has ended cannot take the second."""
    try:
        yield
    except RuntimeError as error:
        if "already deleted" not in str(error):
            raise


def front() -> str:
    """What has the keys."""
    from PySide6.QtWidgets import QApplication

    from tests.monkey.hands import name_of

    found = QApplication.activePopupWidget() or QApplication.activeModalWidget()
    return name_of(found) if found is not None else "nothing before it"


def close(window: Any, say: Callable[[str], None]) -> None:
    """Leave what is in front of the window, then close it; a question is answered with yes at last."""
    from PySide6.QtWidgets import QApplication, QMessageBox

    found = QApplication.activePopupWidget() or QApplication.activeModalWidget()
    say(f"close: {front()}")
    if found is None:
        window.close()
    elif isinstance(found, QMessageBox):
        random.choice(found.buttons()).click()
    else:
        found.close()


def main(seed: int, seconds: float) -> int:
    """Play, and say what was found."""
    faulthandler.enable()
    home, watch = settle_in(), Watch()
    stay_here()
    from tests.monkey.beside import script
    from tests.monkey.judgement import judge

    workspace, files = stock(home)
    watch.listen()
    data = home / "sandbox.db"
    with script(workspace, seed, watch.found) if seed % 2 else contextlib.nullcontext():
        play(workspace, files, data, seed, seconds, watch)
    faulthandler.cancel_dump_traceback_later()
    for problem in judge(workspace, data):
        watch.found(problem)
    print(f"seed {seed}: {watch.count} steps, {len(watch.finds)} finds", flush=True)
    if not watch.finds:
        shutil.rmtree(home)
    else:
        print(f"left in {home}")
    return 1 if watch.finds else 0


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]), float(sys.argv[2]) if len(sys.argv) > 2 else 60.0))
