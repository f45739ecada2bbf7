"""Qt's enumerations in a fifth of the time. To be used before PySide is loaded.

PySide asks Python's `enum` for some two hundred enumerations with three thousand members until a list is painted, which
is a sixth of a start. What `enum` does for each member is meant for the body of a class: here all values are whole
numbers and no name means anything to `enum`. So an enumeration begins as what `enum` itself makes of no members, and
the members are put in as `enum` puts them.

How it puts them is an affair of each version of Python. A sample is made both ways first, and unless the two are alike
to the last attribute, enumerations are made as ever.
"""

from __future__ import annotations

import enum
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

_BASES = (enum.Enum, enum.IntEnum, enum.Flag, enum.IntFlag)

_SAMPLE = {"NONE": 0, "TWO": 2, "ONE": 1, "UNO": 1, "ALL": -1}
"""An alias, flags that do not come in their order, values that are none or several."""


def quicken() -> None:
    """From now on `enum.IntFlag(name, members)` and the like are quick, where that can be. Harmless twice."""
    ever = getattr(enum.EnumType, "_create_", None)
    if ever is None or isinstance(vars(ever).get("maker"), _Maker):
        return
    try:
        maker = _Maker(ever)
        is_right = all(_is_alike(maker, base) for base in _BASES)
    except Exception:  # a Python that keeps its enumerations in another way
        return
    if is_right:
        enum.EnumType._create_ = maker.as_method()  # type: ignore[attr-defined]


def _is_alike(maker: _Maker, base: Any) -> bool:
    own = maker.ever(base, "Sample", list(_SAMPLE.items()), module=__name__, boundary=enum.KEEP)
    return traits(own) == traits(maker.make(base, "Sample", _SAMPLE, __name__))


class _Maker:
    """Makes enumerations of whole numbers, with the members in the order that is given and every bit kept."""

    def __init__(self, ever: Callable[..., Any]) -> None:
        self.ever = ever
        self._empty = {
            base: dict(vars(ever(base, "Empty", (), module=__name__, boundary=enum.KEEP))) for base in _BASES
        }
        self._taken = {base: {"mro", ""}.union(*map(vars, base.__mro__)) for base in _BASES}

    def as_method(self) -> Callable[..., Any]:
        """What can stand in for the method of `enum` that makes enumerations, for all that there are."""

        # The names are those by which Python calls it.
        def create(cls: Any, class_name: str, names: Any, *, module: str | None = None, **more: Any) -> Any:
            module = module or _caller()
            members = self._plain(cls, names, **more) if module else None
            if module is None or members is None:
                return self.ever(cls, class_name, names, module=module, **more)
            return self.make(cls, class_name, members, module)

        vars(create)["maker"] = self
        return create

    # The names are again Python's.
    def _plain(
        self,
        cls: Any,
        names: Any,
        *,
        boundary: Any = None,
        qualname: Any = None,
        type: Any = None,
        start: int = 1,
    ) -> dict[str, int] | None:
        """The members, if these are whole numbers by names that mean nothing to `enum`, and nothing else is asked."""
        if cls not in _BASES or boundary is not enum.KEEP or (qualname, type, start) != (None, None, 1):
            return None
        if not isinstance(names, list) or not all(isinstance(one, tuple) and len(one) == 2 for one in names):
            return None
        members = dict(names)
        if len(members) < len(names) or any(value.__class__ is not int for value in members.values()):
            return None
        if members.keys() & self._taken[cls] or any(
            not isinstance(name, str) or name[:1] == "_" for name in members
        ):
            return None
        return members

    def make(self, base: Any, name: str, members: dict[str, int], module: str) -> Any:
        """The enumeration of these members."""
        # What is empty is this one's own; what it holds is filled in below.
        body = {key: value.copy() if value in ([], {}) else value for key, value in self._empty[base].items()}
        body["__module__"] = module
        new = body.pop("__new__")
        made: Any = type.__new__(enum.EnumType, name, (base,), body)
        made.__new__ = new
        by_name, by_value, listed = made._member_map_, made._value2member_map_, made._member_names_
        is_flag, is_number = issubclass(base, enum.Flag), issubclass(base, int)
        every = singles = 0
        for key, value in members.items():
            member = by_value.get(value)
            if member is None:
                member = int.__new__(made, value) if is_number else object.__new__(made)
                member._value_ = value
                member._name_ = key
                member.__objclass__ = made
                member._sort_order_ = len(listed)
                by_value[value] = member
                is_single = value > 0 and not value & (value - 1)
                if is_single or not is_flag:
                    listed.append(key)
                every |= value
                singles |= value if is_single else 0
            by_name[key] = member
        for key, member in by_name.items():
            type.__setattr__(made, key, member)
        if is_flag:
            made._flag_mask_, made._singles_mask_ = every, singles
            made._all_bits_ = 2 ** every.bit_length() - 1
            values = [members[key] for key in listed]
            if values != sorted(values):
                made._iter_member_ = made._iter_member_by_def_
        return made


def _caller() -> str | None:
    """The module that asked `enum` for an enumeration, as `enum` finds it."""
    try:
        return sys._getframe(3).f_globals.get("__name__")  # noqa: SLF001 - as `enum` does
    except ValueError:  # nobody: it was asked for from C
        return None


def traits(made: Any) -> dict[str, object]:
    """All that an enumeration has, so that it can be compared with another one."""

    def plain(value: Any) -> object:
        if isinstance(value, made):
            return (value._name_, {key: it for key, it in vars(value).items() if it is not made})
        if isinstance(value, dict):
            return [(key, plain(it)) for key, it in value.items()]
        if isinstance(value, list | tuple):
            return [plain(it) for it in value]
        return getattr(value, "__func__", value)  # a method bound to this enumeration

    return {key: plain(value) for key, value in vars(made).items()} | {"bases": made.__mro__[1:]}
