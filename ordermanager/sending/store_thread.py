"""The thread in which a run reads and writes the workspace, so that requests on their way never wait for the disk."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

from ordermanager.sending.considerate import let_others_first

if TYPE_CHECKING:
    from collections.abc import Callable

    from ordermanager.store.workspace import Workspace

T = TypeVar("T")


class StoreThread:
    """One thread, so what is asked for is done in that order. `close` it in the end. `is_considerate`: a window is
    open, which must not be slowed down."""

    def __init__(
        self, workspace: Workspace, name: str = "sender-store", *, is_considerate: bool = False
    ) -> None:
        self._workspace = workspace
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._is_considerate = is_considerate
        self._has_begun = False

    async def do(self, work: Callable[[], T]) -> T:
        """Do it there, and wait for its result without holding up the event loop."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, self._work, work)

    def _work(self, work: Callable[[], T]) -> T:
        if not self._has_begun:
            if self._is_considerate:
                let_others_first()
            # Whatever is wrong, the work itself will meet it, and knows what to do then.
            with suppress(Exception):
                self._workspace.fold_seldom()
                self._has_begun = True
        return work()

    def close(self) -> None:
        """Wait for what is being done, then end the thread and its connection."""
        self._pool.submit(self._workspace.release_thread)
        self._pool.shutdown()
