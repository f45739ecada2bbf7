"""Constants and templates such as `https://shop.example/p/{externalItemId}` or `{email|phone}`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from ordermanager.domain.fields import ITEM_FIELD, ORDER_FIELD, Kind
from ordermanager.domain.people.identity import email_key, phone_key
from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, WrongUse
from ordermanager.importing.tables.headers import header_key

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from collections.abc import Mapping as Dict

    Getter = Callable[[Dict[str, str], Dict[str, str], Sequence[str]], str]

_PLACE = re.compile(r"\{([^{}]+)\}")


class Template:
    """A text with places in braces. A place names a field or a header; `a|b` is the first that is given.

    Filled with an order's fields, an item's fields and the row's cells. If any place stays blank the whole
    text is blank: half a link is worse than none. A customer ID gets the e-mail and the phone (of `region`) as they are
    sent, however they are written, and none that cannot be read: one person has one ID. `order_fields` and `columns`
    are what its places name of the order and of the row.
    """

    def __init__(self, field: str, text: str, header: Sequence[str], region: str = "") -> None:
        kind = ITEM_FIELD.get(field) or ORDER_FIELD.get(field)
        self._quoted = kind is not None and kind.kind is Kind.URL
        self.field = field
        self.text = text
        parts = _PLACE.split(text)
        self._texts = parts[0::2]
        keys = [header_key(title) for title in header]
        places = [[name.strip() for name in place.split("|")] for place in parts[1::2]]
        own = {"email": _email, "phone": _phone_of(region)} if field == "externalCustomerId" else {}
        self._places = [
            tuple(own.get(name) or _getter(name, keys, text) for name in place) for place in places
        ]
        names = dict.fromkeys(name for place in places for name in place if name not in ITEM_FIELD)
        self.order_fields = tuple(name for name in names if name in ORDER_FIELD)
        self.columns = tuple(keys.index(header_key(name)) for name in names if name not in ORDER_FIELD)

    @property
    def is_constant(self) -> bool:
        """Whether there is nothing to fill in."""
        return not self._places

    def fill(self, order: Dict[str, str], item: Dict[str, str], cells: Sequence[str]) -> str:
        """The text for this order, item and row, or an empty one."""
        if not self._places:
            return self.text
        result = [self._texts[0]]
        for getters, after in zip(self._places, self._texts[1:], strict=True):
            value = next((found for get in getters if (found := get(order, item, cells).strip())), "")
            if not value:
                return ""
            result.append(quote(value, safe="") if self._quoted else value)
            result.append(after)
        return "".join(result)


def _email(order: Dict[str, str], _item: Dict[str, str], _cells: Sequence[str]) -> str:
    return email_key(order.get("email", ""))


def _phone_of(region: str) -> Getter:
    if not region:
        return lambda order, _item, _cells: order.get("phone", "")
    return lambda order, _item, _cells: phone_key(order.get("phone", ""), region)


def _getter(name: str, keys: Sequence[str], text: str) -> Getter:
    if name in ITEM_FIELD:
        return lambda _order, item, _cells: item.get(name, "")
    if name in ORDER_FIELD:
        return lambda order, _item, _cells: order.get(name, "")
    key = header_key(name)
    if key in keys:
        index = keys.index(key)
        return lambda _order, _item, cells: cells[index] if index < len(cells) else ""
    raise WrongUse(
        QT_TRANSLATE_NOOP("Sentence", "“{name}” in “{text}” is neither a field nor a column of this file."),
        name=name,
        text=text,
    )
