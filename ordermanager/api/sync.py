"""Requests from code that has no event loop: look-ups and tests of an account from a worker thread."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Coroutine


T = TypeVar("T")


class HttpRunner:
    """Runs coroutines to their end in the calling thread, which must not have an event loop of its own."""

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """The result of `work`, in an event loop made for it.

        Unlike `asyncio.run` it does not wait for a name look-up that hangs in the system's resolver after the
        deadline.
        """
        loop = asyncio.new_event_loop()
        try:
            return loop.run_until_complete(work)
        finally:
            try:
                loop.run_until_complete(loop.shutdown_asyncgens())
            finally:
                loop.close()
