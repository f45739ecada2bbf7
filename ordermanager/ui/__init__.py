"""The window, in Qt: the only package that imports Qt, and it calls nothing but `services` (and reads
domain's values).

Panes and pages each have a folder or file with their view, model and delegate; `main_window` connects them
by signals. Everything that waits goes through `jobs`; everything visible is translated by `i18n`, plain by
`plain`, coloured by `theme`.
"""

from __future__ import annotations

import builtins

from ordermanager.ui import quick_enums, quick_pyside


def _import_as_python() -> None:
    """PySide reads the source of every module that is imported after it, to see whether it asks for `__feature__`s.
    Nobody here does; the import of Python itself needs no such reading."""
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


_import_as_python()  # where PySide is there already
quick_enums.quicken()
with quick_pyside.later_descriptions():
    import PySide6.QtCore  # noqa: F401 - it puts its import in the place of Python's

_import_as_python()
