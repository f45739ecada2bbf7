"""The underlined letters of menus and questions: given when they open, to the texts of whatever language is spoken;
and keys as this computer's keyboard has them: Ctrl is ⌘ on a Mac. Qt knows that; in texts it is done here.

Texts in the code have none: a letter that is free in English is taken in Ukrainian. Within one menu no two are alike.
"""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMenu


def with_letters(texts: Sequence[str]) -> list[str]:
    """The texts, each with `&` before a letter that no other has; those in which none is free stay as they are.

    First letters of texts come before first letters of words, and these before all others. A text that has a mark
    already keeps it.
    """
    places: dict[int, int] = {}
    taken = {letter for letter in map(mnemonic_of, texts) if letter}
    for rank in (_first, _beginnings, _letters):
        for number, text in enumerate(texts):
            if number in places or mnemonic_of(text):
                continue
            place = next((at for at in rank(text) if text[at].casefold() not in taken), None)
            if place is not None:
                places[number] = place
                taken.add(text[place].casefold())
    return [
        text if number not in places else f"{text[: places[number]]}&{text[places[number] :]}"
        for number, text in enumerate(texts)
    ]


def mnemonic_of(text: str) -> str:
    """The letter that is underlined in a text of Qt's, in lower case; empty where none is."""
    rest = text.replace("&&", "")
    at = rest.find("&")
    return rest[at + 1 : at + 2].casefold() if at >= 0 else ""


def _first(text: str) -> Iterator[int]:
    yield from list(_letters(text))[:1]


def _beginnings(text: str) -> Iterator[int]:
    return (at for at in _letters(text) if at == 0 or not text[at - 1].isalnum())


def _letters(text: str) -> Iterator[int]:
    return (at for at, letter in enumerate(text) if letter.isalpha())


class _Letters(QObject):
    """Marks the texts of a menu while it is open: tool bar, palette and others show them without."""

    def __init__(self, menu: QMenu) -> None:
        super().__init__(menu)
        self._menu = menu
        self._plain: dict[QAction, tuple[str, str]] = {}
        menu.aboutToShow.connect(self._mark)
        menu.aboutToHide.connect(self._unmark)

    def _mark(self) -> None:
        self._unmark()
        actions = [action for action in self._menu.actions() if action.isVisible() and action.text()]
        texts = [action.text() for action in actions]
        for action, text, marked in zip(actions, texts, with_letters(texts), strict=True):
            if marked != text:
                self._plain[action] = (text, marked)
                action.setText(marked)

    def _unmark(self) -> None:
        for action, (text, marked) in self._plain.items():
            if action.text() == marked:  # else it says something else by now
                action.setText(text)
        self._plain = {}


def underline(menus: Iterable[QMenu]) -> None:
    """Let these menus be used by letters, whatever they hold when they open."""
    for menu in menus:
        _Letters(menu)


IS_MAC = sys.platform == "darwin"

_TAKEN_ON_MAC = {"Ctrl+H": "Ctrl+Alt+F"}
"""⌘H hides a program there; ⌥⌘F finds and replaces."""

_MAC_SIGNS = (("Alt", "⌥"), ("Shift", "⇧"), ("Ctrl", "⌘"))
_HELD = re.compile(r"\b(?:(?:Ctrl|Shift|Alt)\+)+")


def keys_here(keys: str, *, mac: bool = IS_MAC) -> str:
    """The keys of a shortcut, as Qt names them."""
    return _TAKEN_ON_MAC.get(keys, keys) if mac else keys


def as_written(text: str, *, mac: bool = IS_MAC) -> str:
    """A text that names keys, with the names on this keyboard."""
    return _HELD.sub(_signs, text) if mac else text


def _signs(found: re.Match[str]) -> str:
    held = found.group().split("+")
    return "".join(sign for name, sign in _MAC_SIGNS if name in held)
