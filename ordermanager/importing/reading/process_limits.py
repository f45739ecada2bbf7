"""The limits of the process that reads a workbook: memory and processor time."""

from __future__ import annotations

MEMORY = 1 << 30
CPU_SECONDS = 60
MOST_CPU_SECONDS = 900
"""For a sheet that is parsed row by row, a million of them."""


def limit_this_process() -> None:
    """Memory and processor time, by the kernel. Windows has no such limits for a process by itself; its
    parent's clock and the limits on the file's size stand in.
    """
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, MOST_CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def allow_time() -> None:
    """For a reader that takes long but never much memory."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_CPU_SECONDS, MOST_CPU_SECONDS))
