"""A lock on an open file that the kernel keeps: it falls with the process that holds it, never by time."""

from __future__ import annotations

import sys

if sys.platform == "win32":
    import msvcrt

    def lock(descriptor: int) -> None:
        """Take it; raises OSError where somebody has it. Closing the file gives it back."""
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def lock(descriptor: int) -> None:
        """Take it; raises OSError where somebody has it. Closing the file gives it back."""
        # flock and not lockf: it also keeps out a second one in this very process.
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
