"""The limits of the process that reads a workbook: memory and processor time."""

from __future__ import annotations

import subprocess
import sys

MEMORY = 1 << 30
CPU_SECONDS = 60
MOST_CPU_SECONDS = 900
"""For a sheet that is parsed row by row, a million of them."""

if sys.platform == "win32":
    from ordermanager import windows_job

    def limit_this_process() -> None:
        """Memory and processor time, by the kernel."""
        windows_job.limit_this_process(MEMORY, CPU_SECONDS)

    def allow_time() -> None:
        """For a reader that takes long but never much memory."""
        windows_job.limit_this_process(MEMORY, MOST_CPU_SECONDS)

else:
    import resource

    def limit_this_process() -> None:
        """Memory and processor time, by the kernel; macOS has no limit of memory (see `memory_of`)."""
        if sys.platform != "darwin":
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, MOST_CPU_SECONDS))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))

    def allow_time() -> None:
        """For a reader that takes long but never much memory."""
        resource.setrlimit(resource.RLIMIT_CPU, (MOST_CPU_SECONDS, MOST_CPU_SECONDS))


def memory_of(process: int) -> int:
    """The bytes that a process holds, as `ps` says; 0 where there is none."""
    done = subprocess.run(  # noqa: S603 - no shell, and no text of others
        ["/bin/ps", "-o", "rss=", "-p", str(process)], capture_output=True, text=True, check=False
    )
    return int(done.stdout or 0) * 1024
