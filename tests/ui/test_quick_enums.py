"""What makes Qt's enumerations quickly makes what Python makes, to the last attribute, or leaves them to Python."""

from __future__ import annotations

import copy
import enum
import importlib
import pickle
import sys
from enum import KEEP
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt

from ordermanager.ui import quick_enums

if TYPE_CHECKING:
    from collections.abc import Iterator

MODULES = ("QtCore", "QtGui", "QtWidgets", "QtNetwork", "QtPrintSupport", "QtSvg", "QtTest")
TRIED = ((3, 11, 7), (3, 12, 1), (3, 13, 0))
"""Pythons on which they are quick; on 3.11.2 they are not, others find out by themselves."""

create: Any = vars(enum.EnumType)["_create_"]
maker: Any = vars(create).get("maker")
quick = pytest.mark.skipif(maker is None, reason="this Python keeps its enumerations in another way")


def enumerations(within: Any, seen: set[int]) -> Iterator[Any]:
    for name in dir(within):
        value = getattr(within, name, None)
        if isinstance(value, type) and id(value) not in seen:
            seen.add(id(value))
            if isinstance(value, enum.EnumType):
                yield value
            else:
                yield from enumerations(value, seen)


def test_the_pythons_that_were_tried_make_them_quickly() -> None:
    assert maker is not None or sys.version_info[:3] not in TRIED


@quick
@pytest.mark.parametrize("module", MODULES)
def test_every_enumeration_of_qt_is_as_python_makes_it(module: str) -> None:
    found = list(enumerations(importlib.import_module(f"PySide6.{module}"), set()))
    assert len(found) > 1
    for one in found:
        base: Any = one.__mro__[1]
        members = {name: member.value for name, member in one.__members__.items()}
        own = maker.ever(base, "One", list(members.items()), module="m", boundary=KEEP)
        assert quick_enums.traits(maker.make(base, "One", members, "m")) == quick_enums.traits(own), one


@quick
def test_traits_tell_what_differs() -> None:
    def made(**members: int) -> Any:
        return quick_enums.traits(maker.make(enum.IntFlag, "One", members, "m"))

    assert made(A=1, B=2) == made(A=1, B=2)
    assert made(A=1, B=2) != made(B=2, A=1)
    assert made(A=1, B=2) != made(A=1, B=3)
    assert made(A=1) != quick_enums.traits(maker.make(enum.Flag, "One", {"A": 1}, "m"))


def test_an_enumeration_of_qt_is_at_home_in_its_class() -> None:
    assert Qt.AlignmentFlag.__module__ == "PySide6.QtCore"
    assert Qt.AlignmentFlag.__qualname__ == "Qt.AlignmentFlag"
    assert pickle.loads(pickle.dumps(Qt.Key.Key_A)) is Qt.Key.Key_A
    for member in (Qt.Key.Key_A, Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignCenter):
        assert copy.deepcopy(member) is copy.copy(member) is type(member)(member.value) is member


def test_flags_are_put_together_and_taken_apart() -> None:
    left, top = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignTop
    assert list(left | top) == [left, top]
    assert (left | top) & ~left == top
    assert (left | Qt.AlignmentFlag(1 << 20)).value == left.value | 1 << 20
    assert Qt.Key.Key_A | Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize("base", [enum.Enum, enum.IntEnum, enum.Flag, enum.IntFlag])
def test_an_enumeration_knows_who_asked_for_it(base: Any) -> None:
    assert base("Quick", [("A", 1)], boundary=KEEP).__module__ == __name__
    assert base("AsEver", "A B").__module__ == __name__
    assert base("Elsewhere", [("A", 1)], boundary=KEEP, module="there").__module__ == "there"


def test_what_is_no_plain_list_of_numbers_is_left_to_python() -> None:
    plain: Any = enum.Enum
    flags: Any = enum.IntFlag
    assert [one.value for one in plain("Texts", [("A", "x"), ("B", "y")], boundary=KEEP)] == ["x", "y"]
    assert [one.value for one in plain("Names", ["A", "B"], boundary=KEEP)] == [1, 2]
    assert flags("Strict", [("A", 1)], boundary=enum.STRICT)._boundary_ is enum.STRICT
    assert plain("Truth", [("A", True)], boundary=KEEP)["A"].value is True
    assert plain("In", [("A", 1)], boundary=KEEP, qualname="Up.In").__qualname__ == "Up.In"
    assert plain("Named", [("name", 1), ("A", 2)], boundary=KEEP)["name"].name == "name"
    for wrong in ([("A", 1), ("A", 2)], [("_A_", 1)], [("mro", 1)]):
        with pytest.raises((TypeError, ValueError)):
            plain("Wrong", wrong, boundary=KEEP)


@pytest.mark.parametrize(
    "another",
    [
        lambda made: setattr(made, "_one_more_", {}),
        lambda made: type.__setattr__(made, "ONE", property()),
        lambda made: vars(made["ONE"]).update(_sort_order_=7),
        lambda made: vars(made["ONE"]).clear(),
        lambda made: made._member_names_.clear(),
        lambda _made: 1 / 0,
    ],
)
def test_a_python_that_makes_them_another_way_makes_them_as_ever(
    another: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = maker.ever if maker else create

    def ever(cls: Any, class_name: str, names: Any, **more: Any) -> Any:
        made = own(cls, class_name, names, **more)
        if names:
            another(made)
        return made

    monkeypatch.setattr(enum.EnumType, "_create_", ever)
    quick_enums.quicken()
    assert vars(enum.EnumType)["_create_"] is ever


def test_a_python_without_the_method_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(enum.EnumType, "_create_")
    quick_enums.quicken()
    assert not hasattr(enum.EnumType, "_create_")


@quick
def test_twice_is_harmless() -> None:
    quick_enums.quicken()
    assert vars(enum.EnumType)["_create_"] is create
