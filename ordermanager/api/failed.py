"""Which orders the server named as failed, and why, in any shape that it might use (yespo-api.md 2.4).

No page gives the shape of one element, so everything that leaves no doubt is understood, and everything else
is kept as an unknown id, which makes the answer ambiguous instead of accepted.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ordermanager.api.strict_json import NotJson, read_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

LONGEST_TEXT = 500
_NO_SEPARATORS = str.maketrans("", "", "_- ")
_ID_NAMES = ("externalorderid", "externalid", "orderid", "eventkey", "order", "id")
_REASON_NAMES = (
    "message",
    "errormessage",
    "error",
    "reason",
    "errors",
    "errormessages",
    "details",
    "detail",
)
LIST_NAMES = ("failedorders", "failedorder", "failedorderids", "failedids")
_DEEPEST, _LONGEST_COUNT = 3, 6
_MISSING = object()
_NOTHING: tuple[object, ...] = (None, False, "", 0, "0", [], {})


@dataclass(frozen=True, slots=True)
class FailedReport:
    """`reasons`: externalOrderId as sent → reason. `unknown`: what was named and is no order of the
    request."""

    reasons: Mapping[str, str] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()


def plain_name(name: str) -> str:
    """A JSON name without capitals, underscores and the like: `failed_orders` and `failedOrders` are one."""
    return name.translate(_NO_SEPARATORS).lower()


def shorten(text: str) -> str:
    """One line of at most LONGEST_TEXT characters without control characters."""
    line = " ".join("".join(sign if sign.isprintable() else " " for sign in text[: 4 * LONGEST_TEXT]).split())
    return line if len(line) <= LONGEST_TEXT else line[: LONGEST_TEXT - 1] + "…"


def words_of(value: Any, depth: int = 0) -> str:
    """What a `message` holds as one text: a string, a list of them, or an object with such names in it."""
    if isinstance(value, str):
        return shorten(value)
    if depth > 3 or value is None or isinstance(value, bool):
        return ""
    if isinstance(value, int):
        return shorten(str(value))
    if isinstance(value, list):
        return shorten("; ".join(words for item in value[:20] if (words := words_of(item, depth + 1))))
    if isinstance(value, dict):
        return reason_of(value, depth + 1)
    return ""


def reason_of(element: Mapping[str, Any], depth: int = 0) -> str:
    """The first name of `element` that holds a reason."""
    by_name = {plain_name(name): value for name, value in element.items()}
    for name in _REASON_NAMES:
        if (words := words_of(by_name.get(name), depth)) != "":
            return words
    return ""


def failed_part(answer: Mapping[str, Any]) -> Any:
    """What stands under `failedOrders`, also in an envelope such as `result`; of several all together; None where it is
    missing."""
    parts = list(_failed_parts(answer))
    if len(parts) < 2:
        return parts[0] if parts else None
    said = [part for part in parts if part not in _NOTHING]
    return [element for part in said for element in (part if isinstance(part, list) else [part])]


def has_failed_part(answer: Mapping[str, Any]) -> bool:
    """Whether there is a `failedOrders`, whatever stands under it."""
    return next(_failed_parts(answer), _MISSING) is not _MISSING


def _failed_parts(value: Any, depth: int = 0) -> Iterator[Any]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for element in value:
            if isinstance(element, (dict, list)):
                yield from _failed_parts(element, depth + 1)
    elif isinstance(value, dict):
        for name, inner in value.items():
            if plain_name(name) in LIST_NAMES:
                yield inner
            elif isinstance(inner, (dict, list)):
                yield from _failed_parts(inner, depth + 1)


def read_failed(part: Any, sent_ids: Sequence[str], overall: str = "") -> FailedReport:
    """Match what stood under `failedOrders` with the ids that were sent.

    `overall` is the reason of those that have none of their own.
    """
    if part is None:
        return FailedReport()
    ids = _SentIds(sent_ids)
    reasons: dict[str, str] = {}
    unplaced: list[tuple[str, str]] = []
    for named, reason in _elements(part, ids):
        match = ids.find(named)
        if match is None:
            unplaced.append((named, reason))
        else:
            reasons[match] = reason or reasons.get(match, "") or overall
    rest = [known for known in sent_ids if known not in reasons]
    if unplaced and len(unplaced) == len(rest) and not any(named for named, _ in unplaced):
        # As many failed as are left: which element is which does not matter, none of them was taken.
        for known, (_, reason) in zip(rest, unplaced, strict=True):
            reasons[known] = reason or overall
        unplaced = []
    return FailedReport(reasons, tuple(shorten(named) or "?" for named, _ in unplaced))


def _elements(part: Any, ids: _SentIds) -> Iterable[tuple[str, str]]:
    """Each failed element as (id or "", reason)."""
    if part is None or part is False or (part in _NOTHING and not ids.exact(part)):
        return ()
    if (count := _as_count(part)) is not None and count <= len(ids):
        if ids.exact(part) and len(ids) > 1:  # an order's ID, or how many failed: it names nobody
            return [("?", "")] * max(count, 1)
        return [("", "")] * count
    if isinstance(part, str) and part.lstrip()[:1] in ("[", "{"):
        try:
            part = read_json(part.encode("utf-8", "surrogatepass"))
        except NotJson:
            return ((shorten(part), ""),)
    if isinstance(part, dict) and _id_in(part, ids) is None and part and all(ids.find(name) for name in part):
        return [(name, words_of(value)) for name, value in part.items()]  # {"1001": "reason"}
    if isinstance(part, dict) and len(part) == 1:  # {"order": [...]}, as XML is turned into JSON
        (inner,) = part.values()
        part = inner if isinstance(inner, list) and _id_in(part, ids) is None else part
    elements = part if isinstance(part, list) else [part]
    said = [element for element in elements if element not in (None, "", {})]
    # Nothing but empty ones: so many, of no name.
    return [_element(element, ids) for element in said or elements]


def _as_count(part: Any) -> int | None:
    text = str(part) if isinstance(part, (str, int)) and not isinstance(part, bool) else ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < _LONGEST_COUNT else None


def _element(element: Any, ids: _SentIds) -> tuple[str, str]:
    if isinstance(element, dict):
        order = element.get("order")
        named = _id_in(element, ids)
        if named is None and isinstance(order, dict):
            named = _id_in(order, ids)
        return named or "", reason_of(element)
    if isinstance(element, (str, int)) and not isinstance(element, bool):
        return str(element), ""
    return "", words_of(element)


def _id_in(element: Mapping[str, Any], ids: _SentIds) -> str | None:
    """The id in an object: `externalOrderId` in any case, the other names only where they hold an id of
    ours."""
    by_name = {plain_name(name): value for name, value in element.items()}
    for name in _ID_NAMES:
        value = by_name.get(name)
        if (
            isinstance(value, (str, int))
            and not isinstance(value, bool)
            and (name == _ID_NAMES[0] or ids.find(str(value)))
        ):
            return str(value)
    return None


class _SentIds:
    """The ids of the request, found also where the server has trimmed them or turned them into numbers."""

    def __init__(self, sent: Sequence[str]) -> None:
        self._exact = frozenset(sent)
        self._sent = sent
        self._loose: dict[str, str | None] | None = None

    def __len__(self) -> int:
        return len(self._sent)

    def exact(self, value: Any) -> bool:
        return isinstance(value, (str, int)) and str(value) in self._exact

    def find(self, named: str) -> str | None:
        if named in self._exact:
            return named
        if self._loose is None:
            self._loose = {}
            for known in self._sent:
                key = _loose(known)
                # two that look alike: neither is certain
                self._loose[key] = None if key in self._loose else known
        return self._loose.get(_loose(named)) if named else None


def _loose(text: str) -> str:
    text = text.strip().casefold()
    if text.endswith(".0") and text[:-2].isdigit():
        text = text[:-2]
    return text.lstrip("0") or text if text.isdigit() else text
