"""Practice on this computer: the sandbox runs inside the program, with sample orders to send to it."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from ordermanager.domain.sentences import KnownError
from ordermanager.resources import resource

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ordermanager.sandbox.server import SandboxServer
    from ordermanager.services.accounts import AccountService
    from ordermanager.services.imports.importing import ImportService
    from ordermanager.services.results import AccountView

ACCOUNT = "Sandbox"
DATA = "practice.db"
SAMPLE = "shopify_orders.csv"
_FILLED = {
    "externalCustomerId": "{email|phone}",
    "url": "https://shop.example/item/{externalItemId}",
    "imageUrl": "https://shop.example/item/{externalItemId}.jpg",
}
"""What the sample lacks, made as a shop would make it."""


class PracticeService:
    """Any thread but the GUI's. The server lives as long as the program, and comes back with it."""

    def __init__(
        self, folder: Path, accounts: AccountService, importing: Callable[[], ImportService]
    ) -> None:
        self._folder = folder
        self._accounts = accounts
        self._importing = importing
        self._lock = threading.Lock()
        self._server: SandboxServer | None = None

    def begin(self) -> int:
        """Make the sandbox account (the default one where there is no other) and bring in sample orders.

        Returns how many are new; nothing is made twice. Raises KnownError where no port or file can be had.
        """
        with self._lock:
            account = self._account()
            url = self._serve(account)
            if account is None:
                self._accounts.add(ACCOUNT, url, is_sandbox=True)
        importing = self._importing()
        prepared = importing.prepare(resource("samples") / SAMPLE)
        constants = {name: _FILLED[name] for name in prepared.plan.missing if name in _FILLED}
        if constants:
            from ordermanager.services.imports.prepared import ImportOptions

            prepared.close()
            prepared = importing.prepare(resource("samples") / SAMPLE, ImportOptions(constants=constants))
        return importing.run(prepared).new

    def wake(self) -> bool:
        """Serve again what was begun at an earlier start. False where there is nothing to practise with."""
        with self._lock:
            account = self._account() if (self._folder / DATA).exists() else None
            if account is None:
                return False
            self._serve(account)
            return True

    def close(self) -> None:
        """End the server. Harmless twice."""
        with self._lock:
            server, self._server = self._server, None
        if server is not None:
            server.stop()

    def _account(self) -> AccountView | None:
        found = (each for each in self._accounts.list() if each.is_sandbox and each.name == ACCOUNT)
        return next(found, None)

    def _serve(self, account: AccountView | None) -> str:
        """The address; an account whose old port is taken gets the new one."""
        if self._server is None:
            self._server = self._start(_port(account.base_url) if account is not None else 0)
        url = self._server.url
        if account is not None and account.base_url != url:
            self._accounts.update(account.name, base_url=url)
        return url

    def _start(self, port: int) -> SandboxServer:
        from ordermanager.sandbox.seed import seed_contacts
        from ordermanager.sandbox.server import SandboxServer

        path = self._folder / DATA
        is_new = not path.exists()
        try:
            server = SandboxServer(port=port, data_file=path)
        except KnownError:  # another program has the port meanwhile
            server = SandboxServer(data_file=path)
        if is_new:
            seed_contacts(server)
        server.start()
        return server


def _port(base_url: str) -> int:
    from urllib.parse import urlsplit

    return urlsplit(base_url).port or 0
