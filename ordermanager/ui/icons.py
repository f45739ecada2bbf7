"""The program's icons: stroke drawings in resources/icons (24×24, 1.75 wide, round), tinted to the theme.

A drawing uses `currentColor`; it is rendered per size and per mode (normal, disabled, selected).
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QByteArray, QObject, QSize, Qt
from PySide6.QtGui import QAction, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QWidget

from ordermanager.resources import resource
from ordermanager.ui.theme import colours

if TYPE_CHECKING:
    from collections.abc import Iterable

SIZES = (16, 18, 20, 24, 32, 48)
ICON_TONES = {
    "info": ("info", "info"),
    "good": ("ready", "good"),
    "warning": ("warning", "warning"),
    "error": ("error", "error"),
}
"""Icon and colour of each kind of message."""

_NAME = "iconName"
_TONE = "iconTone"


class _HasIcon(Protocol):
    def setIcon(self, icon: QIcon | QPixmap, /) -> None: ...
    def setProperty(self, name: str, value: object, /) -> bool: ...


@lru_cache(maxsize=256)
def _drawing(name: str) -> str:
    return resource(f"icons/{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=1024)
def pixmap(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """One drawing in one colour (#rrggbb), `size` device-independent pixels wide and high."""
    picture = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    picture.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", colour).encode()))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter)
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def icon(name: str, tone: str = "text") -> QIcon:
    """The drawing `name` (a file of resources/icons without .svg) in a colour of the theme (a field of
    `Colours`)."""
    theme = colours()
    return _icon(name, str(getattr(theme, tone)), theme.strong_line, theme.selection_text)


@lru_cache(maxsize=512)
def _icon(name: str, normal: str, disabled: str, selected: str) -> QIcon:
    result = QIcon()
    for size in SIZES:
        for ratio in (1.0, 2.0):
            result.addPixmap(pixmap(name, normal, size, ratio), QIcon.Mode.Normal)
            result.addPixmap(pixmap(name, disabled, size, ratio), QIcon.Mode.Disabled)
            result.addPixmap(pixmap(name, selected, size, ratio), QIcon.Mode.Selected)
    return result


def set_icon(target: _HasIcon, name: str, tone: str = "text") -> None:
    """Give an action or a button an icon that `retint` renews when the theme changes."""
    target.setProperty(_NAME, name)
    target.setProperty(_TONE, tone)
    target.setIcon(icon(name, tone))


def retint(windows: Iterable[QWidget]) -> None:
    """Renew the icons of all actions and buttons of these windows after the theme changed."""
    for top in windows:
        _retint_tree(top)


def _retint_tree(root: QWidget) -> None:
    owners: list[QObject] = [root, *root.findChildren(QAction), *root.findChildren(QAbstractButton)]
    for owner in owners:
        name = owner.property(_NAME)
        if name and isinstance(owner, QAction | QAbstractButton):
            owner.setIcon(icon(str(name), str(owner.property(_TONE))))
