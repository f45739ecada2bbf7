"""Looks at a connection without reading from it."""

from __future__ import annotations

import select
import sys
from typing import Protocol


class HasDescriptor(Protocol):
    """A socket, or what stands for one."""

    def fileno(self) -> int:
        """The descriptor; -1 when it is closed."""


def other_side_has_closed(line: HasDescriptor) -> bool:
    """Whether the server has closed or reset its side. False also where the system cannot tell (Windows)."""
    descriptor = line.fileno()
    if descriptor < 0:
        return True
    if sys.platform == "win32":
        return False
    closed = select.POLLHUP | select.POLLERR | getattr(select, "POLLRDHUP", 0)
    poll = select.poll()
    poll.register(descriptor, closed)
    return any(event & closed for _, event in poll.poll(0))
