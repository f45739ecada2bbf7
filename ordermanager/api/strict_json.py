"""Reading JSON that a stranger sent: strictly, without NaN, and with every number's digits kept."""

from __future__ import annotations

import json
from typing import Any, NoReturn


class NotJson(ValueError):
    """The bytes are not a JSON document in UTF-8."""


def _refuse(name: str) -> NoReturn:
    raise NotJson(f"{name} is not JSON")


def _each_name_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):  # which of them holds is anybody's guess (RFC 8259, 4)
        raise NotJson("a name stands twice in one object")
    return found


def read_json(body: bytes) -> Any:
    """The document in `body`. Numbers with a fraction stay text, so that an id such as 1001.50 keeps its
    digits.

    Raises NotJson for anything else, also for NaN and Infinity, bytes that are not UTF-8, an integer of
    thousands of digits, a name that an object has twice and nesting that is too deep to read.
    """
    try:
        return json.loads(
            body.decode("utf-8-sig"),
            parse_float=str,
            parse_constant=_refuse,
            object_pairs_hook=_each_name_once,
        )
    except (ValueError, RecursionError) as error:  # UnicodeDecodeError is a ValueError
        raise NotJson(type(error).__name__) from None
