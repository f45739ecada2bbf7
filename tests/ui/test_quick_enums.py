"""Qt's enumerations are what enum itself would have made of them, down to the last attribute."""

from __future__ import annotations

import enum
import operator
import pickle
import subprocess
import sys
from itertools import product
from types import MethodType
from typing import Any

import pytest
from PySide6 import QtCore, QtGui, QtNetwork, QtWidgets
from PySide6.QtCore import Qt

from ordermanager.ui import quick_enums

Members = list[tuple[str, int]]
MODULES = (QtCore, QtGui, QtNetwork, QtWidgets)


def enumerations_of(holder: Any, seen: set[int]) -> dict[str, type[enum.Enum]]:
    """Every enumeration in a module or class, by its full name."""
    found: dict[str, type[enum.Enum]] = {}
    for name in dir(holder):
        value = getattr(holder, name, None)
        if not isinstance(value, type) or id(value) in seen or not value.__module__.startswith("PySide6."):
            continue
        seen.add(id(value))
        if issubclass(value, enum.Enum):
            found[f"{value.__module__}.{value.__qualname__}"] = value
        else:
            found |= enumerations_of(value, seen)
    return found


@pytest.fixture(scope="module")
def of_qt() -> dict[str, type[enum.Enum]]:
    seen: set[int] = set()
    found: dict[str, type[enum.Enum]] = {}
    for module in MODULES:
        found |= enumerations_of(module, seen)
    return found


def both(base: Any, members: Members) -> tuple[Any, Any]:
    """The same enumeration made by enum and made here."""
    how: dict[str, Any] = {
        "module": __name__,
        "qualname": None,
        "type": None,
        "start": 1,
        "boundary": enum.KEEP,
    }
    return quick_enums._of_python(base, "Made", members, **how), quick_enums._create(
        base, "Made", members, **how
    )


def told(value: Any, made: type[enum.Enum]) -> Any:
    """A value in which members of one class and of its double are the same."""
    if isinstance(value, enum.Enum) and type(value) is made:
        return ("member", value._name_, value._value_, getattr(value, "_sort_order_", None))
    if isinstance(value, dict):
        return {key: told(inner, made) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [told(inner, made) for inner in value]
    # A class body makes a static method of `__new__`, an assignment does not; and some methods are bound to the class.
    if isinstance(value, staticmethod | MethodType):
        return value.__func__
    return "the class" if value is made else value


def described(made: Any) -> dict[str, Any]:
    """All that is in the class and in each member."""
    members = {name: {k: told(v, made) for k, v in vars(m).items()} for name, m in made.__members__.items()}
    return {"class": {name: told(value, made) for name, value in vars(made).items()}, "members": members}


def test_all_of_qt_is_as_enum_makes_it(of_qt: dict[str, type[enum.Enum]]) -> None:
    assert len(of_qt) > 500
    plain = 0
    for name, original in of_qt.items():
        members = [(key, member.value) for key, member in original.__members__.items()]
        base = original.__mro__[1]
        assert base in quick_enums.BASES, name
        usual, quick = both(base, members)
        assert described(quick) == described(usual), name
        plain += quick_enums._are_plain(members, frozenset(dir(base)))
    assert plain > 0.9 * len(of_qt), "hardly any of them is made here"


def test_the_enumerations_that_run_here_were_made_here(of_qt: dict[str, type[enum.Enum]]) -> None:
    """So that the whole of the other tests runs with them."""
    assert enum.EnumType._create_ is quick_enums._create  # type: ignore[attr-defined]
    made = [each for each in of_qt.values() if isinstance(vars(each)["__new__"], staticmethod)]
    assert len(made) > 0.8 * len(of_qt)


FLAGS: Members = [("none", 0), ("both", 6), ("four", 4), ("two", 2), ("again", 2), ("all", -1), ("eight", 8)]


@pytest.mark.parametrize("base", quick_enums.BASES)
def test_they_behave_alike(base: Any) -> None:
    usual, quick = both(base, FLAGS)
    for made in (usual, quick):
        assert made.again is made.two
        assert made(4) is made.four is made["four"]
        with pytest.raises(AttributeError):
            made.two = 5
        with pytest.raises(KeyError):
            made["nothing"]
    for look in (list, len, repr, lambda made: [repr(each) for each in made.__members__.values()]):
        assert told(look(quick), quick) == told(look(usual), usual)
    assert [f"{each}" for each in quick] == [f"{each}" for each in usual]
    assert all(hash(quick[name]) == hash(usual[name]) for name, _value in FLAGS)


@pytest.mark.parametrize("base", [enum.Flag, enum.IntFlag])
def test_flags_join_alike(base: Any) -> None:
    usual, quick = both(base, FLAGS)
    names = [name for name, _value in FLAGS]
    for deed in (operator.or_, operator.and_, operator.xor):
        for one, other in product(names, names):
            first, second = deed(quick[one], quick[other]), deed(usual[one], usual[other])
            assert (first.value, first.name, repr(first)) == (second.value, second.name, repr(second))
    for name, value in FLAGS:
        assert (~quick[name]).value == (~usual[name]).value
        if value >= 0:  # enum itself does not go through the others
            assert [each.name for each in quick[name]] == [each.name for each in usual[name]]
    assert (quick.two in quick.both) is (usual.two in usual.both) is True
    assert quick(32 | 2).value == usual(32 | 2).value == 34, "a bit without a name is kept"


def test_what_is_no_such_call_is_left_to_enum() -> None:
    class Colour(enum.Enum):
        RED = 1

    assert enum.Enum("Words", "one two").two.value == 2  # type: ignore[attr-defined]
    assert enum.Enum("Texts", [("one", "a")]).one.value == "a"  # type: ignore[attr-defined]
    assert enum.IntEnum("Named", [("name", 1), ("real", 2)]).real.value == 2  # type: ignore[attr-defined]
    assert enum.Enum("Mixed", [("one", 1)], type=int).one + 1 == 2  # type: ignore[attr-defined]
    assert Colour.RED.value == 1
    with pytest.raises(TypeError):
        enum.Enum("Twice", [("one", 1), ("one", 2)])


def test_a_member_of_qt_can_be_pickled() -> None:
    both_ways = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
    for member in (Qt.Key.Key_A, both_ways, QtWidgets.QMessageBox.StandardButton.Ok):
        assert pickle.loads(pickle.dumps(member)) == member


def test_a_start_uses_them_from_the_first_enumeration_on() -> None:
    look = (
        "import ordermanager.ui, PySide6.QtCore as q; print(type(vars(q.QIODevice.OpenModeFlag)['__new__']))"
    )
    said = subprocess.run(
        [sys.executable, "-c", look], capture_output=True, text=True, check=True, timeout=60
    )
    assert "staticmethod" in said.stdout
