"""Qt's enumerations in a quarter of the time.

PySide makes the enumerations of a Qt class when the class is first used: 170 of them, with two thousand members, until
the list of orders is painted. For each it calls `enum.IntFlag("Name", [("First", 1), …])`, and Python's enum goes
through all that a class body might hold, member by member. Names with plain numbers need none of it: here such an
enumeration is a copy of an empty one, which enum itself has made, with the members put in as enum would.

Whatever is not such a call is left to enum. `tests/ui/test_quick_enums.py` compares every enumeration of the Qt modules
that we use with enum's own, attribute by attribute; a Python for which that was not done yet keeps its own way.
"""

from __future__ import annotations

import enum
import sys
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

COMPARED = ((3, 11), (3, 12), (3, 13))
"""Versions of Python of which the test has compared all enumerations."""

_of_python: Any = getattr(enum.EnumType, "_create_", None)
"""What `enum.IntFlag("Name", …)` and its like call."""

BASES = (enum.Enum, enum.IntEnum, enum.Flag, enum.IntFlag)


class _Empty(NamedTuple):
    """An enumeration without members: what is in its class, what of it each has for itself, names it cannot have."""

    attributes: Mapping[str, Any]
    own: tuple[str, ...]
    taken: frozenset[str]


def _empty(base: type[enum.Enum], boundary: enum.FlagBoundary | None) -> _Empty:
    made = _of_python(base, "Empty", [], module=__name__, boundary=boundary)
    attributes = dict(vars(made))
    own = tuple(name for name, value in attributes.items() if isinstance(value, dict | list))
    return _Empty(attributes, own, frozenset(dir(made)))


_empties: dict[tuple[object, object], _Empty] = {}


def _create(
    base: type[enum.Enum],
    class_name: str,
    names: object,
    *,
    boundary: enum.FlagBoundary | None = None,
    **more: Any,
) -> Any:
    if base in BASES and isinstance(names, list) and more.get("type") is more.get("qualname") is None:
        empty = _empties.get((base, boundary))
        if empty is None:
            empty = _empties[base, boundary] = _empty(base, boundary)
        if _are_plain(names, empty.taken):
            return _copy(base, class_name, names, empty, more.get("module"))
    return _of_python(base, class_name, names, boundary=boundary, **more)


def _are_plain(members: list[Any], taken: frozenset[str]) -> bool:
    """Whether these are names, each once, none of them special, with whole numbers."""
    names = set()
    for member in members:
        if type(member) is not tuple or type(member[1]) is not int or member[0][:1] == "_":
            return False
        names.add(member[0])
    return len(names) == len(members) and names.isdisjoint(taken)


def _copy(
    base: type[enum.Enum], class_name: str, names: list[tuple[str, int]], empty: _Empty, module: str | None
) -> type[enum.Enum]:
    """The enumeration. PySide gives none of it a module, and sets `__module__` and `__qualname__` when it has it."""
    attributes = dict(empty.attributes)
    for name in empty.own:
        attributes[name] = attributes[name].copy()
    attributes["__module__"] = module
    made: Any = type.__new__(enum.EnumType, class_name, (base,), attributes)
    by_name, by_value, listed = made._member_map_, made._value2member_map_, made._member_names_
    is_flag, is_number = issubclass(base, enum.Flag), issubclass(base, int)
    put, new = type.__setattr__, made._new_member_
    for name, value in names:
        member = by_value.get(value)
        if member is None:
            member = new(made, value) if is_number else new(made)
            member._value_, member._name_ = value, name
            member.__objclass__, member._sort_order_ = made, len(listed)
            by_value[value] = member
            if not is_flag or _is_one_bit(value):
                listed.append(name)
        by_name[name] = member
        put(made, name, member)
    if is_flag:
        _sum_up(made)
    return made  # type: ignore[no-any-return]


def _is_one_bit(value: int) -> bool:
    return value != 0 and not value & (value - 1)


def _sum_up(made: Any) -> None:
    """What a flag knows about all its members."""
    mask, singles = 0, 0
    for value in made._value2member_map_:
        mask |= value
        if _is_one_bit(value):
            singles |= value
    made._flag_mask_, made._singles_mask_ = mask, singles
    made._all_bits_ = 2 ** mask.bit_length() - 1
    in_order = [made._member_map_[name]._value_ for name in made._member_names_]
    if in_order != sorted(in_order):
        made._iter_member_ = made._iter_member_by_def_


def install() -> None:
    """From now on, in this process. Twice is once; where enum may be another one than was looked at, never."""
    if sys.version_info[:2] in COMPARED:
        enum.EnumType._create_ = _create  # type: ignore[attr-defined]
