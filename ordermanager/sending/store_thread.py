"""The thread in which a run reads and writes the workspace, so that requests on their way never wait for the disk."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from ordermanager.store import Workspace

T = TypeVar("T")


class StoreThread:
    """One thread, so what is asked for is done in that order. `close` it in the end."""

    def __init__(self, workspace: Workspace, name: str = "sender-store") -> None:
        self._workspace = workspace
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)

    async def do(self, work: Callable[[], T]) -> T:
        """Do it there, and wait for its result without holding up the event loop."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, work)

    def close(self) -> None:
        """Wait for what is being done, then end the thread and its connection."""
        self._pool.submit(self._workspace.release_thread)
        self._pool.shutdown()
