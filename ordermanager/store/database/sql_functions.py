"""What SQL asks of this program: functions that statements of the store may call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ordermanager.store.database.text_keys import clean, name_key

if TYPE_CHECKING:
    import apsw


def add_functions(connection: apsw.Connection) -> None:
    """Make them known to a connection."""
    connection.create_scalar_function("name_key", _name_key, 1, deterministic=True)
    connection.create_scalar_function("whole_search_text", _whole_search_text, 1, deterministic=True)
    connection.create_scalar_function("sent_name", _sent_name, 1, deterministic=True)


def _name_key(*values: Any) -> str:
    return name_key(values[0])


def _whole_search_text(*values: Any) -> str:
    from ordermanager.domain.summary import whole_search_text  # a start needs none of it

    return whole_search_text(values[0])


def _sent_name(*values: Any) -> str:
    """The name in the JSON of an order, as `orders.name` has it. Not json_extract: half characters, which bodies may
    hold escaped, cannot come out of SQLite as text."""
    import json

    value = json.loads(values[0])
    return clean(f"{value.get('firstName', '')} {value.get('lastName', '')}".strip())
