"""The known export formats: files in resources/layouts, and those of a user in a folder of his own."""

from __future__ import annotations

import os
from collections.abc import Mapping as Dict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, KnownError, Sentence, WrongUse
from ordermanager.importing.mapping.layout_file import Layout, LayoutError, read_layout
from ordermanager.importing.tables.headers import header_key
from ordermanager.resources import resource

if TYPE_CHECKING:
    from pathlib import Path

__all__ = [
    "Layout",
    "LayoutError",
    "broken",
    "built_in",
    "layout_named",
    "layouts",
    "read_layout",
    "recognise",
]

MAX_BYTES = 1 << 20
"""Larger files are no layouts."""


@cache
def built_in() -> dict[str, Layout]:
    """The layouts that come with the program, by name."""
    found = (
        read_layout(path.read_text("utf-8"), path.name)
        for path in sorted(resource("layouts").glob("*.json"))
        if path.stem[0] != "_"
    )
    return {layout.name: layout for layout in found}


@dataclass(frozen=True, slots=True)
class _Own:
    """What a user's folder holds."""

    layouts: dict[str, Layout]
    errors: dict[str, KnownError]  # by the file's name without .json


def layouts(folder: Path | None = None) -> dict[str, Layout]:
    """Every layout by name; those in the user's `folder` win over ours of the same name. Files that cannot be
    used are left out; `broken` says which and why.
    """
    return {**built_in(), **_own(folder).layouts}


def broken(folder: Path | None) -> tuple[Sentence, ...]:
    """A sentence for each file in the user's folder that cannot be used."""
    return tuple(error.sentence for error in _own(folder).errors.values())


def layout_named(name: str, known: Dict[str, Layout], folder: Path | None = None) -> Layout:
    """The layout of that name. Raises WrongUse with the names that there are, LayoutError for a broken file of
    the user's that is called so.
    """
    if name not in known:
        error = _own(folder).errors.get(name)
        if error is not None:
            raise error
        raise WrongUse(
            QT_TRANSLATE_NOOP("Sentence", "There is no layout “{name}”. Known are: {known}."),
            name=name,
            known=", ".join(known),
        )
    return known[name]


def recognise(header: Sequence[str], known: Dict[str, Layout]) -> Layout | None:
    """The layout with a whole fingerprint in the header; of several, the one with the longest fingerprint."""
    keys = frozenset(map(header_key, header))
    found = [(layout.matched(keys), layout) for layout in known.values()]
    best, layout = max(found, key=lambda one: one[0], default=(0, None))
    return layout if best else None


def _own(folder: Path | None) -> _Own:
    own = _Own({}, {})
    if folder is None or not folder.is_dir():
        return own
    for path in sorted(folder.glob("*.json")):
        if path.name.startswith(("_", ".")):
            continue
        try:
            layout = read_layout(_text_of(path), path.name)
        except KnownError as error:
            own.errors[path.stem] = error
        else:
            own.layouts[layout.name] = layout
    return own


def _text_of(path: Path) -> str:
    try:
        if os.stat(path).st_size > MAX_BYTES:  # noqa: PTH116 - follows a link as opening does
            raise LayoutError(
                QT_TRANSLATE_NOOP("Sentence", "{file} is too large for a layout."), file=path.name
            )
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise LayoutError(
            QT_TRANSLATE_NOOP("Sentence", "The layout {file} is not UTF-8 text. Save it as UTF-8."),
            file=path.name,
        ) from error
    except OSError as error:
        raise LayoutError(
            QT_TRANSLATE_NOOP("Sentence", "The layout {file} cannot be read: {why}."),
            file=path.name,
            why=error.strerror or str(error),
        ) from error
