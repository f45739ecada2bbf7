"""Lets the window go first: while orders are sent, both want the processor all the time."""

from __future__ import annotations

import os
import sys
import threading
from contextlib import suppress

_NICENESS = 5
"""Of the time that both want, such a thread gets a fourth."""


def let_others_first() -> None:
    """For the calling thread, until it ends. Linux gives every thread a priority of its own; elsewhere it would be that
    of the whole program, so nothing is done."""
    if sys.platform == "linux":
        with suppress(OSError):  # it may not be allowed in a container; then it is as it was
            thread = threading.get_native_id()
            mine = os.getpriority(os.PRIO_PROCESS, thread)
            os.setpriority(os.PRIO_PROCESS, thread, max(mine, _NICENESS))
