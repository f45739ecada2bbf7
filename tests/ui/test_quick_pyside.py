"""What stands in for slow parts of PySide's start gives what they give: what is kept compiled is compiled again when it
is not what it was."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

from ordermanager.ui import quick_pyside

if TYPE_CHECKING:
    from pathlib import Path

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
