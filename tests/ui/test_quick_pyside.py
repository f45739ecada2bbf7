"""What stands in for slow parts of PySide's start gives what they give: every enumeration of Qt's is as Python makes
it, and what is kept compiled is compiled again when it is not what it was."""

from __future__ import annotations

import copy
import enum
import importlib
import os
import pickle
import re
import subprocess
import sys
from itertools import pairwise, product
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt

from ordermanager.ui import quick_pyside

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MODULES = ("QtCore", "QtGui", "QtWidgets", "QtNetwork", "QtPrintSupport", "QtSvg")
LOOK = """
import builtins, re
compiled, own = [], builtins.compile
def look(source, name, *more, **options):
    compiled.append(str(name))
    return own(source, name, *more, **options)
builtins.compile = look
regex = re.compile
import ordermanager.ui
assert re.compile is regex
from PySide6.QtCore import Qt, QTimer
assert builtins.compile is look and Qt.AlignmentFlag.AlignLeft.name == "AlignLeft"
try:
    QTimer.singleShot("soon")  # what is wrong is put in words by a module of the library
except TypeError as error:
    said = error
print(sum("shibokensupport" in name or "signature_bootstrap" in name for name in compiled), said)
"""


def enumerations(within: Any, seen: set[int]) -> Iterator[type[enum.Enum]]:
    for name in dir(within):
        value = getattr(within, name, None)
        if isinstance(value, type) and id(value) not in seen:
            seen.add(id(value))
            if isinstance(value, enum.EnumType):
                yield value
            else:
                yield from enumerations(value, seen)


def both(of: type[enum.Enum]) -> tuple[Any, Any]:
    """The same enumeration made by us, and by Python (which we leave to it, since it has a module)."""
    base: Any = of.__mro__[1]
    members = [(name, member.value) for name, member in of.__members__.items()]
    assert quick_pyside._is_plain(base, members), of
    keep = enum.FlagBoundary.KEEP
    return base(of.__name__, members, boundary=keep), base(of.__name__, members, boundary=keep, module="m")


@pytest.mark.parametrize("module", MODULES)
def test_every_enumeration_of_qt_is_as_python_makes_it(module: str) -> None:
    found = [
        one
        for one in enumerations(importlib.import_module(f"PySide6.{module}"), set())
        if len(one.__members__)
    ]
    assert len(found) > 1
    for one in found:
        quick, own = both(one)
        assert what_it_is(quick) == what_it_is(own), one
        if issubclass(one, enum.Flag):
            assert what_flags_do(quick) == what_flags_do(own), one


def what_it_is(made: Any) -> list[object]:
    members = list(made.__members__.values())
    return [
        [
            (name, one.name, one.value, str(one), repr(one), f"{one}", hash(one))
            for name, one in made.__members__.items()
        ],
        [one.name for one in made],
        [
            (made(one.value) is one, made[one.name] is one, one in made, copy.deepcopy(one) is one)
            for one in members
        ],
        [isinstance(one, int) for one in members],
        len(made),
        repr(made),
        made.__bases__,
        outcome(lambda: (made(1 << 40).value, made(1 << 40).name)),
        outcome(lambda: made("x")),
        outcome(lambda: setattr(made, members[0].name, 1)),
        [outcome(lambda a=a, b=b: a < b) for a, b in pairwise(members)],  # type: ignore[misc]
    ]


def what_flags_do(made: Any) -> list[object]:
    members = list(made.__members__.values())[:12]
    some = [
        (
            (a | b).value,
            (a & b).value,
            (a ^ b).value,
            (a | b).name,
            str(a | b),
            repr(a | b),
            a in b,
            a | b == made(a.value | b.value),
        )
        for a, b in product(members, members)
    ]
    return [
        some,
        [
            (
                (~a).value,
                bool(a),
                outcome(lambda a=a: [getattr(one, "name", one) for one in a]),
                (a | made(1 << 40)).value,
            )
            for a in members
        ],
    ]


def outcome(deed: Any) -> object:
    try:
        return deed()
    except (ValueError, TypeError, AttributeError) as error:
        return type(error)


def test_an_enumeration_of_qt_says_where_it_is_and_can_be_pickled() -> None:
    assert Qt.AlignmentFlag.__module__ == "PySide6.QtCore"
    assert Qt.AlignmentFlag.__qualname__ == "Qt.AlignmentFlag"
    assert pickle.loads(pickle.dumps(Qt.Key.Key_A)) is Qt.Key.Key_A


def test_what_is_no_plain_list_of_names_is_left_to_python() -> None:
    assert not quick_pyside._is_plain(enum.Enum, [("A", 1), ("A", 2)])
    assert not quick_pyside._is_plain(enum.Enum, [("_order_", 1)])
    assert not quick_pyside._is_plain(enum.Enum, [("A", "text")])
    assert not quick_pyside._is_plain(enum.Enum, "A B")
    assert not quick_pyside._is_plain(enum.StrEnum, [("A", 1)])


def start(folder: Path, **environment: str) -> tuple[int, str]:
    """How many modules of the library a start compiles that keeps what is compiled in this folder."""
    python = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder), "PYTHONDONTWRITEBYTECODE": "", **environment}
    said = subprocess.run(
        [sys.executable, "-c", LOOK], capture_output=True, text=True, check=True, env=python
    )
    number, _, rest = said.stdout.partition(" ")
    return int(number), rest


def test_what_the_library_holds_is_compiled_once(tmp_path: Path) -> None:
    first, described = start(tmp_path)
    assert first > 5
    assert start(tmp_path) == (0, described)


def test_a_copy_that_is_not_the_source_is_made_anew(tmp_path: Path) -> None:
    _, described = start(tmp_path)
    copies = [file for file in tmp_path.rglob("*.py") if "pyside" in str(file)]
    copies[0].write_bytes(b"raise SystemExit('another')")
    copies[1].write_bytes(b"")
    assert start(tmp_path)[1] == described
    assert start(tmp_path) == (0, described)


def test_a_damaged_copy_is_compiled_again(tmp_path: Path) -> None:
    _, described = start(tmp_path)
    one, other, *_ = [file for file in tmp_path.rglob("*.pyc") if "shibokensupport" in str(file)]
    one.write_bytes(b"")
    other.write_bytes(b"no code")
    assert start(tmp_path)[1] == described
    assert start(tmp_path) == (0, described)


def test_nothing_is_kept_where_python_may_keep_nothing(tmp_path: Path) -> None:
    first, described = start(tmp_path, PYTHONDONTWRITEBYTECODE="1")
    assert not list(tmp_path.rglob("*"))
    assert start(tmp_path) == (first, described)


def test_a_python_that_cannot_make_them_so_makes_them_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    def ever(*_: object, **__: object) -> None:
        raise AssertionError("nobody asked it")

    def cannot(*_: object, **__: object) -> None:
        raise TypeError("another Python")

    monkeypatch.setattr(enum.EnumType, "_create_", ever)
    monkeypatch.setattr(enum, "_simple_enum", cannot)
    quick_pyside.make_simple_enums()
    assert enum.EnumType._create_ is ever


def test_a_long_expression_is_compiled_when_it_is_used() -> None:
    words = "|".join(f"word{number:03}" for number in range(500))
    with quick_pyside.quick_support(None):
        pattern, short = re.compile(f"({words})", flags=re.IGNORECASE), re.compile("a+")
        find, split = pattern.finditer, pattern.split
    assert isinstance(short, re.Pattern)
    assert not isinstance(pattern, re.Pattern)
    assert [found[0] for found in find("word017 and WORD099")] == ["word017", "WORD099"]
    assert split("a word003 b") == ["a ", "word003", " b"]
    assert pattern.groups == 1
    assert not hasattr(pattern, "no_such_thing")
