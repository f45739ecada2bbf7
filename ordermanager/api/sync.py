"""The client for code that has no event loop: look-ups and tests of an account from a worker thread."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Coroutine, Mapping

    from ordermanager.api.client import YespoClient
    from ordermanager.api.exchange import Exchange

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


class SyncClient:
    """The methods of a YespoClient as plain calls."""

    def __init__(self, client: YespoClient) -> None:
        self.client = client
        self._runner = HttpRunner()

    def post_orders(self, body: bytes) -> Exchange:
        """See YespoClient.post_orders."""
        return self._runner.run(self.client.post_orders(body))

    def get_json(self, path: str, params: Mapping[str, str] | None = None) -> Exchange:
        """See YespoClient.get_json."""
        return self._runner.run(self.client.get_json(path, params))

    def delete_orders(self, params: Mapping[str, str]) -> Exchange:
        """See YespoClient.delete_orders."""
        return self._runner.run(self.client.delete_orders(params))
