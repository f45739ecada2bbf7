"""A job of Windows around this process, which limits it and ends with it: what setrlimit is elsewhere."""

from __future__ import annotations

import ctypes
import sys

_TIME, _MEMORY, _NO_CRASH_REPORT, _ENDS_WITH_IT = 0x2, 0x100, 0x400, 0x2000
"""JOB_OBJECT_LIMIT_PROCESS_TIME, …_PROCESS_MEMORY, …_DIE_ON_UNHANDLED_EXCEPTION, …_KILL_ON_JOB_CLOSE."""

_EXTENDED_LIMITS = 9
_SECOND = 10_000_000
"""In units of 100 ns."""


class Limits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION, its parts one behind the other."""

    _fields_ = (
        ("process_time", ctypes.c_int64),
        ("job_time", ctypes.c_int64),
        ("flags", ctypes.c_uint32),
        ("least_working_set", ctypes.c_size_t),
        ("most_working_set", ctypes.c_size_t),
        ("processes", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority", ctypes.c_uint32),
        ("scheduling", ctypes.c_uint32),
        ("io_counters", ctypes.c_uint64 * 6),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("peak_process_memory", ctypes.c_size_t),
        ("peak_job_memory", ctypes.c_size_t),
    )


def limits(memory: int = 0, seconds: int = 0) -> Limits:
    """Bytes and seconds of processor time for each process; 0: without end."""
    flags = _NO_CRASH_REPORT | _ENDS_WITH_IT | (_MEMORY if memory else 0) | (_TIME if seconds else 0)
    return Limits(flags=flags, process_memory=memory, process_time=seconds * _SECOND)


if sys.platform == "win32":
    _jobs: list[int] = []

    def limit_this_process(memory: int = 0, seconds: int = 0) -> None:
        """From now on, or as it is now said. What this process starts ends with it, however it ends. Where Windows
        refuses, nothing is limited.
        """
        kernel = ctypes.WinDLL("kernel32")
        kernel.CreateJobObjectW.restype = kernel.GetCurrentProcess.restype = ctypes.c_void_p
        kernel.CreateJobObjectW.argtypes = ctypes.c_void_p, ctypes.c_wchar_p
        kernel.AssignProcessToJobObject.argtypes = ctypes.c_void_p, ctypes.c_void_p
        kernel.SetInformationJobObject.argtypes = (
            ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p, ctypes.c_uint32,
        )  # fmt: skip
        is_new = not _jobs
        if is_new:
            _jobs.append(kernel.CreateJobObjectW(None, None))
        wanted = limits(memory, seconds)
        kernel.SetInformationJobObject(
            _jobs[0], _EXTENDED_LIMITS, ctypes.byref(wanted), ctypes.sizeof(wanted)
        )
        if is_new:
            kernel.AssignProcessToJobObject(_jobs[0], kernel.GetCurrentProcess())
