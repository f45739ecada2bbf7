"""What may stand where (design.md 4, style.md 8), and one fault of a library that would kill the program."""

from __future__ import annotations

import ast
import dataclasses
import importlib
import re
import sys
from enum import Enum
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import QObject, Signal

import ordermanager

PACKAGE = Path(ordermanager.__file__).parent
FILES = sorted(file for file in PACKAGE.rglob("*.py") if "__pycache__" not in file.parts)
MAX_LINES = 400
MAX_FUNCTION_LINES = 60

ALLOWED = {
    "PySide6": ("ui",),
    "shiboken6": ("ui",),
    "httpx": ("api",),
    "apsw": ("store",),
    "sqlite3": ("sandbox",),  # its own data file; the workspace needs the SQLite that apsw brings
}
"""A library -> the only packages that may import it."""

BELOW = {
    "domain": (),
    "importing": ("domain",),
    "store": ("domain",),
    "api": ("domain",),
    "sandbox": ("domain",),
    "sending": ("domain", "store", "api"),
    "services": ("domain", "importing", "store", "api", "sandbox", "sending"),
    "cli": ("domain", "services"),
    "ui": ("domain", "services"),
}
"""A package -> those it may import."""

STARTED_BY_CLI = ("ordermanager.ui.app", "ordermanager.ui.gallery", "ordermanager.sandbox")
"""The command line opens the window, takes the demo's screenshots, and serves the sandbox."""

VALUES_FROM = ("store", "importing", "sending")
"""`cli` and `ui` may name the values that services hand through (records, progress), but call nothing."""
ALSO_VALUES = {"sqlite_version"}  # --version names it

# Qt's dialogs are run by a method named exec: only the built-in functions are meant.
FORBIDDEN = {
    "pickle": r"\b(?:import|from)\s+(?:pickle|cPickle|shelve|marshal|dill)\b",
    "eval": r"(?<![\w.])eval\(",
    "exec": r"(?<![\w.])exec\(",
    "a shell": r"\bshell\s*=\s*True|\bos\.(?:system|popen)\(",
    "unverified TLS": r"\bverify\s*=\s*False|_create_unverified_context|\bCERT_NONE\b",
}


THE_WINDOW = {"ordermanager.ui.shell.main_window", "ordermanager.ui.shell.late_parts"}
OF_THE_WINDOW = ("ordermanager.ui.shell.window_", "ordermanager.ui.shell.late_parts")
"""Its class is cut into files: these may name the whole as a type. Everything else knows `window_parts` at the most."""


@cache
def source(file: Path) -> str:
    return file.read_text("utf-8")


def package_of(file: Path) -> str:
    """The first folder below `ordermanager`; empty for the files that stand in it."""
    parts = file.relative_to(PACKAGE).parts
    return parts[0] if len(parts) > 1 else ""


def module_of(file: Path) -> str:
    """Its name as it is imported: `ordermanager.store` for store/__init__.py."""
    parts = file.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_of(file) for file in FILES}


def files_needed(file: Path) -> set[str]:
    """The modules of ours that a file imports, wherever in it, for running or for types."""
    found = {name if name in MODULES else name.rpartition(".")[0] for name in facts(file).imports}
    is_of_window = module_of(file).startswith(OF_THE_WINDOW)
    return (
        (found & MODULES)
        - {module_of(file)}
        - (THE_WINDOW & facts(file).for_types if is_of_window else set())
    )


class Facts(NamedTuple):
    """What these tests ask of a file. `imports`: the full names of all that it imports, wherever in it: `httpx`,
    `ordermanager.store.OrderRow`. `for_types`: the modules that it imports from under TYPE_CHECKING. `functions`: the
    lines of each."""

    imports: frozenset[str]
    for_types: frozenset[str]
    is_relative: bool
    functions: dict[str, int]


@cache
def facts(file: Path) -> Facts:
    imports: set[str] = set()
    for_types: set[str] = set()
    functions: dict[str, int] = {}
    is_relative = False
    for node in ast.walk(ast.parse(source(file), str(file))):
        if isinstance(node, ast.Import):
            imports.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            is_relative = is_relative or node.level > 0
            imports.update(f"{node.module}.{alias.name}" for alias in node.names if not node.level)
        elif isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            for_types.update(each.module or "" for each in node.body if isinstance(each, ast.ImportFrom))
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            functions[node.name] = max(lines, functions.get(node.name, 0))
    return Facts(frozenset(imports), frozenset(for_types), is_relative, functions)


def test_there_is_something_to_look_at() -> None:
    assert {"domain", "store", "ui"} <= {package_of(file) for file in FILES}


@pytest.mark.parametrize("library", list(ALLOWED))
def test_a_folder_is_an_import_permit(library: str) -> None:
    trespassers = [
        str(file.relative_to(PACKAGE))
        for file in FILES
        if package_of(file) not in ALLOWED[library]
        and any(name == library or name.startswith(library + ".") for name in facts(file).imports)
    ]
    assert trespassers == []


def is_value(name: str) -> bool:
    """Whether `ordermanager.store.records.OrderQuery` and the like is a dataclass, a named tuple or an enumeration."""
    module, _, attribute = name.rpartition(".")
    if attribute in ALSO_VALUES:
        return True
    named = getattr(importlib.import_module(module), attribute, None)
    if dataclasses.is_dataclass(named) or hasattr(named, "_fields"):
        return True
    return isinstance(named, type) and issubclass(named, Enum)


def is_allowed(here: str, name: str) -> bool:
    there = name.split(".")[1]
    if there not in BELOW or there == here or there in BELOW[here]:
        return True
    if here == "cli" and name.startswith(STARTED_BY_CLI):
        return True
    return here in ("cli", "ui") and there in VALUES_FROM and is_value(name)


def test_imports_go_in_one_direction() -> None:
    wrong = [
        f"{file.relative_to(PACKAGE)} imports {name}"
        for file in FILES
        for name in sorted(facts(file).imports)
        if package_of(file) in BELOW
        and name.startswith("ordermanager.")
        and not is_allowed(package_of(file), name)
    ]
    assert wrong == []


def test_files_depend_in_circles_nowhere() -> None:
    """Not even for a type, but within the class of the window: see OF_THE_WINDOW."""
    needs = {module_of(file): files_needed(file) for file in FILES}
    while loose := {module for module in needs if not needs[module]} | needs.keys() - set().union(
        *needs.values()
    ):
        needs = {module: others - loose for module, others in needs.items() if module not in loose}
    assert needs == {}


def test_imports_are_absolute() -> None:
    assert [str(file.relative_to(PACKAGE)) for file in FILES if facts(file).is_relative] == []


def test_no_file_needs_a_map() -> None:
    long = {
        str(file.relative_to(PACKAGE)): lines
        for file in FILES
        if (lines := source(file).count("\n")) > MAX_LINES
    }
    assert long == {}


def test_no_function_needs_scrolling() -> None:
    long = {
        f"{file.relative_to(PACKAGE)}: {name}": lines
        for file in FILES
        for name, lines in facts(file).functions.items()
        if lines > MAX_FUNCTION_LINES
    }
    assert long == {}


@pytest.mark.parametrize("what", list(FORBIDDEN))
def test_dangerous_things_are_not_in_the_program(what: str) -> None:
    pattern = re.compile(FORBIDDEN[what])
    assert [str(file.relative_to(PACKAGE)) for file in FILES if pattern.search(source(file))] == []


class _Emitter(QObject):
    happened = Signal()


def test_emitting_a_signal_does_not_use_up_true() -> None:
    """PySide6 6.12.0 loses a reference to True at each emit and aborts Python 3.10 and 3.11 (design.md 8)."""
    emitter = _Emitter()
    emitter.happened.emit()
    before = sys.getrefcount(True)
    for _ in range(10_000):
        emitter.happened.emit()
    assert abs(sys.getrefcount(True) - before) < 100
