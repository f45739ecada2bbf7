"""What is said to Windows, byte by byte; on Windows also what it does then."""

from __future__ import annotations

import ctypes
import subprocess
import sys
import time

import pytest

from ordermanager.windows_job import Limits, limits


def test_the_limits_lie_where_windows_looks_for_them() -> None:
    places = {name: getattr(Limits, name).offset for name, _ in Limits._fields_}
    assert ctypes.sizeof(Limits) == 144
    assert (places["process_time"], places["flags"], places["process_memory"]) == (0, 16, 112)


def test_what_is_not_limited_is_not_said() -> None:
    said = limits()
    assert (said.flags, said.process_memory, said.process_time) == (0x2400, 0, 0)
    said = limits(memory=1 << 30, seconds=60)
    assert (said.flags, said.process_memory, said.process_time) == (0x2502, 1 << 30, 600_000_000)


STARTS_ANOTHER = """
import subprocess, sys
from ordermanager.windows_job import limit_this_process
limit_this_process()
subprocess.Popen([sys.executable, "-c", "import time; print('here', flush=True); time.sleep(60)"])
sys.stdin.read()
"""


@pytest.mark.skipif(sys.platform != "win32", reason="other systems have no jobs")
def test_what_a_process_started_ends_with_it() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", STARTS_ANOTHER], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == b"here"
        began = time.monotonic()
        process.kill()
        assert process.stdout.read() == b""  # at its end nobody holds the other side any more
        assert time.monotonic() - began < 30
