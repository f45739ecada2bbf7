"""PySide without what it loads at each start to describe its functions. To be used before PySide is loaded.

Its library brings fourteen modules, as sources that are compiled each time, and loads half of Python's for them. Only
the message of a wrong call needs them, `help` and `inspect.signature`: they are loaded when one of these is asked for.
"""

from __future__ import annotations

import builtins
import sys
from contextlib import contextmanager
from threading import RLock
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from importlib.abc import InspectLoader

KNOWN = ("6.11.3",)
"""The versions that are known to ask for these modules as `_Descriptions` says; any other loads them as ever."""

_FIRST = "signature_bootstrap"
"""The first of the modules, which loads the others."""

_MAPPING = "shibokensupport.signature.mapping"
"""The only one in which the library itself looks for something."""

_ONLY_FOR_THEM = ("tempfile", "textwrap", "traceback", "zipfile")
"""Modules of Python that shiboken6 loads so that they can have them."""


class _Descriptions:
    """Stands in for the modules: the library asks the function `bootstrap` of the first for the functions to call."""

    def __init__(self) -> None:
        self._source = b""
        self._functions: Any = None
        self._lock = RLock()
        self._mapping = ModuleType(_MAPPING)
        vars(self._mapping)["update_mapping"] = self._update_mapping

    def stand_in(self, source: bytes) -> None:
        """Be what the first module, of this source, gives when it is called."""
        self._source = source

    def __call__(self) -> _Descriptions:
        sys.modules[_MAPPING] = self._mapping
        return self

    def post_init(self) -> None:
        """What else the first would do: put an import that knows `__feature__`s in the place of Python's."""

    def finish_import(self, module: ModuleType) -> None:
        """Called for each module of PySide, which has no old functions to add to it."""

    def __getattr__(self, name: str) -> Callable[..., Any]:
        return lambda *given, **named: getattr(self._load(), name)(*given, **named)

    def _load(self) -> Any:
        with self._lock:
            if self._functions is None:
                first = sys.modules[_FIRST]
                _loader_of(self._source).exec_module(first)
                self._functions = first.bootstrap()
            return self._functions

    def _update_mapping(self) -> None:
        """Called before each message. The library looks in the module that it found here first, for ever."""
        self._load()
        mapping = sys.modules[_MAPPING]
        mapping.update_mapping()
        vars(self._mapping).update({**vars(mapping), "update_mapping": self._update_mapping})


def _loader_of(source: bytes) -> InspectLoader:
    from importlib.abc import InspectLoader

    class Loader(InspectLoader):
        def get_source(self, fullname: str) -> str:  # noqa: ARG002 - there is one
            return source.decode()

    return Loader()


descriptions = _Descriptions()


@contextmanager
def later_descriptions() -> Iterator[None]:
    """PySide may be loaded within it."""
    compile_it = builtins.compile
    empty = {name: ModuleType(name) for name in _ONLY_FOR_THEM if name not in sys.modules}

    def forget_empty() -> None:
        while empty:
            del sys.modules[empty.popitem()[0]]

    def compile_stand_in(source: Any, name: Any, mode: str, *more: Any, **options: Any) -> Any:
        if name == f"{_FIRST}.py":
            if getattr(sys.modules.get("PySide6"), "__version__", "") in KNOWN:
                descriptions.stand_in(source)
                source = f"from {__name__} import descriptions as bootstrap"
            else:
                forget_empty()
        return compile_it(source, name, mode, *more, **options)

    sys.modules.update(empty)
    builtins.compile = compile_stand_in  # type: ignore[assignment]
    try:
        yield
    finally:
        builtins.compile = compile_it
        forget_empty()
