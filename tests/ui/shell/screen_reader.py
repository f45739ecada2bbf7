"""What a screen reader gets of the window, over AT-SPI: the program in a window of its own on a virtual screen, and a
reader beside it that sees nothing but the accessibility bus.

`screen_reader.py session READER WORKSPACE` (inside a D-Bus session) starts screen, program and reader, and prints what
the reader prints; `screen_reader.py read` is the reader, run by a Python that has gi. Three lines of JSON: the window
as it opens, with the form of a new order, and after a word was written into the field it names "Order ID".
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from typing import Any

SECONDS = 60
"""Longest wait for any one thing to be shown."""

MOST_CHILDREN = 200
ORDER_ID = "READ-1"


def session(reader: str, workspace: str) -> int:
    """Run all three; the exit code is the reader's."""
    shown, told = os.pipe()
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", str(told), "-screen", "0", "1440x900x24", "-nolisten", "tcp"],
        pass_fds=[told],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(told)
    program: subprocess.Popen[bytes] | None = None
    try:
        with os.fdopen(shown) as pipe:
            display = pipe.readline().strip()
        environment = {
            **os.environ,
            "DISPLAY": f":{display}",
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }
        program = subprocess.Popen(
            [sys.executable, "-m", "ordermanager", "--workspace", workspace],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        return subprocess.run(
            [reader, __file__, "read"], env=environment, timeout=4 * SECONDS, check=False
        ).returncode
    finally:
        for process in (program, screen):
            if process is not None:
                process.kill()
                process.wait(10)


class Reader:
    """Sees the one program on the bus."""

    def __init__(self) -> None:
        import gi

        gi.require_version("Atspi", "2.0")
        from gi.repository import Atspi

        self._atspi = Atspi

    def wait_for(self, role: str, name: str) -> Any:
        """The first shown thing of this role whose name is or begins with this."""
        end = time.monotonic() + SECONDS
        while time.monotonic() < end:
            for node, seen in self._walk():
                if seen["role"] == role and seen["name"].startswith(name):
                    return node
            time.sleep(0.2)
        raise SystemExit(f"no {role} named {name!r} was shown")

    def everything(self) -> list[dict[str, Any]]:
        """All that is shown."""
        return [seen for _, seen in self._walk()]

    def _walk(self) -> list[tuple[Any, dict[str, Any]]]:
        found: list[tuple[Any, dict[str, Any]]] = []
        desktop = self._atspi.get_desktop(0)
        waiting = [desktop.get_child_at_index(number) for number in range(desktop.get_child_count())]
        while waiting:
            node = waiting.pop(0)
            try:
                states = node.get_state_set()
                role = node.get_role_name()
                if role != "application" and not states.contains(self._atspi.StateType.SHOWING):
                    continue
                can_focus = states.contains(self._atspi.StateType.FOCUSABLE)
                found.append((node, {"role": role, "name": node.get_name() or "", "focusable": can_focus}))
                count = min(node.get_child_count(), MOST_CHILDREN)
                waiting += filter(None, (node.get_child_at_index(number) for number in range(count)))
            except Exception:  # gone while it was looked at, as a closed menu is
                continue
        return found


def read() -> int:
    """Look, press "New order", write into a field, as somebody who sees nothing would."""
    reader = Reader()
    reader.wait_for("table cell", "#")
    print(json.dumps(reader.everything()), flush=True)
    reader.wait_for("push button", "New order").do_action(0)
    field = reader.wait_for("text", "Order ID")
    print(json.dumps(reader.everything()), flush=True)
    field.set_text_contents(ORDER_ID)
    reader.wait_for("table cell", ORDER_ID)  # it is saved, and in the list
    print(json.dumps(reader.everything()), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(read() if sys.argv[1:] == ["read"] else session(*sys.argv[2:4]))
