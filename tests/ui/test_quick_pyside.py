"""PySide loads what describes its functions when it is asked for, and says then what it says without us."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import PySide6
import pytest

from ordermanager.ui import quick_pyside

ASK = """
import inspect, json, sys, threading
def names():
    return sorted(n for n in sys.modules if n.startswith("shibokensupport.") or n in ("ast", "zipfile"))
import PySide6.QtCore, PySide6.QtWidgets, PySide6.QtNetwork
before, said = names(), []
from PySide6.QtCore import QObject, QPoint, QTimer, qVersion
from PySide6.QtWidgets import QLabel
def wrong(call):
    try:
        said.append(str(call()))
    except Exception as error:
        said.append(f"{type(error).__name__}: {error}")
threads = [threading.Thread(target=wrong, args=[lambda: QTimer.singleShot("soon")]) for _ in range(4)]
[thread.start() for thread in threads], [thread.join() for thread in threads]
wrong(lambda: QObject(no_such_property=1))
wrong(lambda: QPoint("a"))
wrong(lambda: QPoint(1, 2) + "x")
wrong(lambda: qVersion(3))
wrong(lambda: QLabel(3, 4, 5))
wrong(lambda: PySide6.QtNetwork.QLocalServer(2, 3, 4))
import PySide6.QtSvg
wrong(lambda: PySide6.QtSvg.QSvgRenderer(2, 3, 4))
wrong(lambda: QTimer.singleShot.__signature__)
wrong(lambda: inspect.signature(QPoint.__add__))
wrong(lambda: QTimer.__doc__)
wrong(lambda: QTimer.setInterval.__doc__)
print(json.dumps([before, said, names()]))
"""


def answers(first: str) -> Any:
    """What is loaded after `first` and PySide, what they answer then, and what is loaded in the end."""
    script = f"{first}\n{ASK}"
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert not said.stderr
    return json.loads(said.stdout)


@pytest.fixture(scope="module")
def as_ever() -> Any:
    return answers("")


def test_the_version_that_is_installed_is_known() -> None:
    """If not: read in the new one how libshiboken's signature_globals.cpp and signature.cpp ask for the modules, and
    whether PySide6/support/deprecated.py does something by now."""
    assert PySide6.__version__ in quick_pyside.KNOWN


def test_a_wrong_call_is_told_by_modules_that_are_loaded_for_it(as_ever: Any) -> None:
    before, said, in_the_end = answers("import ordermanager.ui")
    assert before == ["ast", quick_pyside._MAPPING]  # `inspect` of the test loads ast
    assert said == as_ever[1]
    assert "singleShot" in said[0]
    assert set(as_ever[2]) <= set(in_the_end)


def test_what_is_asked_for_first_may_be_a_description(as_ever: Any) -> None:
    first = "import ordermanager.ui\nfrom PySide6.QtCore import QTimer\nassert QTimer.__doc__"
    assert answers(first)[1] == as_ever[1]


def test_another_version_loads_its_modules_as_ever(as_ever: Any) -> None:
    first = (
        "import importlib.util, sys\n"
        f"spec = importlib.util.spec_from_file_location('quick', {quick_pyside.__file__!r})\n"
        "quick = sys.modules['quick'] = importlib.util.module_from_spec(spec)\n"
        "spec.loader.exec_module(quick)\n"
        "quick.KNOWN = ()\n"
        "with quick.later_descriptions():\n"
        "    import PySide6.QtCore\n"
    )
    before, said, in_the_end = answers(first)
    assert before == as_ever[0]
    assert said == as_ever[1]
    assert in_the_end == as_ever[2]


def test_python_finds_its_own_modules_afterwards() -> None:
    script = "import ordermanager.ui, tempfile, zipfile, builtins; print(tempfile.mkdtemp, zipfile.ZipFile, compile)"
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert "<built-in function compile>" in said.stdout
