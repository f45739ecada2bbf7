"""What PySide compiles at each start, compiled once. To be used before PySide is loaded.

Its library holds fourteen modules as sources, which it compiles each time, and they compile regular expressions of six
thousand characters that only error messages need: `quick_support` keeps the modules compiled, as Python keeps those
that are files, and leaves the expressions for later.
"""

from __future__ import annotations

import builtins
import os
import re
import sys
from contextlib import contextmanager
from importlib.machinery import SourceFileLoader
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import CodeType

_compiled = __spec__.cached
KEPT = f"{_compiled}.pyside" if _compiled else None
"""A folder beside this module compiled; None where Python keeps none."""

_IN_LIBRARY = ("signature_bootstrap.py", "shibokensupport/")
"""How the names of the modules in the library begin."""

_LONG = 2000
"""Characters of a regular expression: the longest that Python's own modules make has some hundreds."""


class _LaterPattern:
    """A regular expression that is compiled when one of its methods is called."""

    def __init__(self, pattern: str, flags: Any) -> None:
        self._given = pattern, flags

    def __getattr__(self, name: str) -> Any:
        if not callable(getattr(re.Pattern, name)):
            return getattr(re.compile(*self._given), name)
        return lambda *more, **named: getattr(re.compile(*self._given), name)(*more, **named)


@contextmanager
def quick_support(folder: str | None) -> Iterator[None]:
    """Within it, modules of PySide's library are compiled once, as copies in this folder, and long regular
    expressions when they are first used."""
    compile_it, compile_regex = builtins.compile, re.compile

    def compile_once(source: Any, name: Any, mode: str, *more: Any, **options: Any) -> Any:
        if folder is not None and type(source) is bytes and str(name).startswith(_IN_LIBRARY):
            code = _compiled_once(f"{folder}/{name}", source)
            if code is not None:
                return code
        return compile_it(source, name, mode, *more, **options)

    def compile_later(pattern: Any, flags: Any = 0) -> Any:
        is_long = isinstance(pattern, str) and len(pattern) > _LONG
        return _LaterPattern(pattern, flags) if is_long else compile_regex(pattern, flags)

    builtins.compile = compile_once  # type: ignore[assignment]
    re.compile = compile_later
    try:
        yield
    finally:
        builtins.compile, re.compile = compile_it, compile_regex


def _compiled_once(file: str, source: bytes) -> CodeType | None:
    """The code of a copy of this source, which Python keeps compiled as it does each module's; None where there can be
    no copy. PySide itself loads such copies where it is told to make them (SBK_EMBED)."""
    try:
        if _read(file) != source:
            if sys.dont_write_bytecode:
                return None
            _write(file, source)
        return SourceFileLoader(file, file).get_code(file)
    except (OSError, ImportError, EOFError, ValueError, TypeError):
        return None


def _read(file: str) -> bytes | None:
    try:
        with open(file, "rb") as reading:  # noqa: PTH123 - PySide loads pathlib
            return reading.read()
    except OSError:
        return None


def _write(file: str, what: bytes) -> None:
    """All of it or nothing: another start may read it now."""
    os.makedirs(os.path.dirname(file), exist_ok=True)  # noqa: PTH103, PTH120
    new = f"{file}.{os.getpid()}"
    with open(new, "wb") as writing:  # noqa: PTH123
        writing.write(what)
    os.replace(new, file)  # noqa: PTH105
