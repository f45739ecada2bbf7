"""A client for tests, which have no event loop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ordermanager.api.sync import HttpRunner

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ordermanager.api.client import YespoClient
    from ordermanager.api.exchange import Exchange


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
