"""Parts of a whole that are made when they are first asked for: what starts need not load what it may never need."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class made_once(Generic[T]):
    """Like functools.cached_property, but made once even where two threads ask at the same time.

    The method below it imports what it makes, so that the module is loaded only then.
    """

    def __init__(self, make: Callable[[Any], T]) -> None:
        self._make = make
        self._lock = threading.RLock()
        self.__doc__ = make.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, whole: None, owner: type) -> made_once[T]: ...
    @overload
    def __get__(self, whole: object, owner: type) -> T: ...
    def __get__(self, whole: object | None, owner: type) -> T | made_once[T]:
        if whole is None:
            return self
        parts = whole.__dict__  # found there from now on, without coming here
        with self._lock:
            if self._name not in parts:
                parts[self._name] = self._make(whole)
            part: T = parts[self._name]
            return part

    def is_made(self, whole: object) -> bool:
        """Whether the part of `whole` is there already."""
        return self._name in whole.__dict__
