"""Settings: a JSON value for each key. What they mean is the business of services."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ordermanager.store.database.connections import MARK_OF_WRITES

if TYPE_CHECKING:
    from ordermanager.store.database.connections import Connections

RESTORED_AT = "restored_at"
"""The setting that says when a backup took the place of what was here. What was sent between the two nobody knows."""


class Settings:
    """The settings of a workspace."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def get(self, key: str, default: Any = None) -> Any:
        """The value, or `default` where nothing was put."""
        text = self._connections.reader().value("SELECT value FROM settings WHERE key = ?", (key,))
        return default if text is None else json.loads(text)

    def mark(self) -> str:
        """Another text after each write of a program that marks what it writes."""
        return str(self._connections.reader().value(MARK_OF_WRITES) or "")

    def restored_at(self) -> str:
        """When a backup was restored last, UTC ISO text; empty where none was."""
        return str(self.get(RESTORED_AT, ""))

    def put(self, key: str, value: Any) -> None:
        """Keep a JSON value."""
        from ordermanager.store.database.encoding import to_json

        with self._connections.write() as database:
            database.run(
                "INSERT INTO settings (key, value) VALUES (?, ?) "
                "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                (key, to_json(value)),
            )
