"""Room for the types of PySide, before threads load modules that bring more of them.

PySide keeps what it knows of its types in one table. Qt asks it in the thread of the window, and without Python's lock
(`SignalManager::retrieveMetaObject` of 6.11); a type that comes in another thread when the table is full has it built
anew meanwhile, and Qt, which then finds nothing there, ends the program. Loading what draws charts did it, once in
some thirty times on a busy computer. The table never becomes smaller: what is made large once need not be built anew.
"""

from __future__ import annotations

import gc
from functools import cache

from shiboken6.Shiboken import Object

ROOM = 1500
"""So many types at once: more than the program and all that it loads have. C++ libraries make such a table larger at
541 and 1109 (GNU), 512 and 1024 (Microsoft) or 797 (LLVM) types."""


@cache
def make_room() -> int:
    """Make the table large, once; in the thread of the window. Takes some 5 ms. Returns how many types there were."""
    kind: type = type(Object)
    there = count_types()
    filling = [kind("Room", (Object,), {}) for _ in range(ROOM - there)]
    filling.clear()
    gc.collect(0)
    return there


def count_types() -> int:
    """How many types PySide knows."""
    known: set[type] = set()
    ahead: list[type] = [Object]
    while ahead:
        below: type
        for below in type.__subclasses__(ahead.pop()):
            if below not in known:
                known.add(below)
                ahead.append(below)
    return len(known)
