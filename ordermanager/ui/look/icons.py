"""The program's icons: stroke drawings in resources/icons (24×24, 1.75 wide, round), tinted to the theme.

A drawing uses `currentColor`; it is rendered when it is first painted in a size and mode.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QSize, Qt
from PySide6.QtGui import QAction, QFontMetrics, QIcon, QIconEngine, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QWidget

from ordermanager.resources import resource
from ordermanager.ui.look import icon_cache
from ordermanager.ui.look.theme import colours

if TYPE_CHECKING:
    from collections.abc import Iterable

ICON_TONES = {
    "info": ("info", "info"),
    "good": ("ready", "good"),
    "warning": ("warning", "warning"),
    "error": ("error", "error"),
}
"""Icon and colour of each kind of message."""

_NAME = "iconName"
_TONE = "iconTone"


@lru_cache(maxsize=256)
def _drawing(name: str) -> str:
    return resource(f"icons/{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=1024)
def pixmap(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """One drawing in one colour (#rrggbb), `size` device-independent pixels wide and high."""
    edge = round(size * ratio)
    key = f"{name} {colour} {edge}"
    image = icon_cache.get(key, edge)
    if image is None:
        image = _draw(name, colour, edge)
        icon_cache.put(key, image)
    picture = QPixmap.fromImage(image)
    picture.setDevicePixelRatio(ratio)
    return picture


def _draw(name: str, colour: str, edge: int) -> QImage:
    from PySide6.QtCore import QByteArray
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(QSize(edge, edge), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", colour).encode()))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter)
    painter.end()
    return image


def _centred(picture: QPixmap, size: QSize) -> QPixmap:
    """A drawing in the middle of a wider place."""
    ratio = picture.devicePixelRatioF()
    wide = QPixmap(size * ratio)
    wide.setDevicePixelRatio(ratio)
    wide.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wide)
    painter.drawPixmap((size.width() - round(picture.width() / ratio)) // 2, 0, picture)
    painter.end()
    return wide


def icon(name: str, tone: str = "text") -> QIcon:
    """The drawing `name` (a file of resources/icons without .svg) in a colour of the theme (a field of
    `Colours`)."""
    theme = colours()
    return _icon(name, str(getattr(theme, tone)), theme.strong_line, theme.selection_text)


class _Drawing(QIconEngine):
    """Draws an icon when it is painted, in the size that is wanted: a start then pays for what is seen, and no more."""

    def __init__(self, name: str, normal: str, disabled: str, selected: str) -> None:
        super().__init__()
        self._name = name
        self._tones = {QIcon.Mode.Disabled: disabled, QIcon.Mode.Selected: selected}
        self._normal = normal

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Override QIconEngine::pixmap."""
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State, scale: float) -> QPixmap:
        edge = min(size.width(), size.height())
        if edge <= 0:  # a button pressed to less than its border; an error here would end the program
            return QPixmap()
        picture = pixmap(self._name, self._tones.get(mode, self._normal), edge, scale)
        return _centred(picture, size) if size.width() > edge else picture

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Override QIconEngine::paint."""
        ratio = painter.device().devicePixelRatioF()
        picture = self.scaledPixmap(rect.size(), mode, state, ratio)
        painter.drawPixmap(rect, picture)

    def clone(self) -> QIconEngine:
        """Override QIconEngine::clone."""
        copy = _Drawing(
            self._name,
            self._normal,
            self._tones[QIcon.Mode.Disabled],
            self._tones[QIcon.Mode.Selected],
        )
        _copies.append(copy)
        return copy


_copies: list[_Drawing] = []
"""Engines live in C++; their Python halves must not go before them."""


@lru_cache(maxsize=512)
def _icon(name: str, normal: str, disabled: str, selected: str) -> QIcon:
    engine = _Drawing(name, normal, disabled, selected)
    _copies.append(engine)
    return QIcon(engine)


def name_icon(target: QAction | QAbstractButton, name: str) -> None:
    """Say which icon an action is to have; buttons that press it may have it before."""
    target.setProperty(_NAME, name)


def set_icon(target: QAction | QAbstractButton, name: str, tone: str = "text") -> None:
    """Give an action or a button an icon that `retint` renews when the theme changes."""
    name_icon(target, name)
    target.setProperty(_TONE, tone)
    target.setIcon(icon(name, tone))
    if isinstance(target, QPushButton):
        target.setIconSize(beside_text(round(1.15 * QFontMetrics(QApplication.font()).height())))


def beside_text(edge: int) -> QSize:
    """The room of an icon that is `edge` high and has words beside it: styles leave 4 pixels between the two, whatever
    the size of the text, which is too little to look like two things."""
    return QSize(edge + 2 * (edge // 5), edge)


def retint(windows: Iterable[QWidget]) -> None:
    """Renew the icons of all actions and buttons of these windows after the theme changed. What belongs to a window,
    menus and dialogs too, comes with it."""
    for top in windows:
        if top.parent() is None:
            _retint_tree(top)


def _retint_tree(root: QWidget) -> None:
    owners: list[QObject] = [root, *root.findChildren(QAction), *root.findChildren(QAbstractButton)]
    for owner in owners:
        name = owner.property(_NAME)
        if name and isinstance(owner, QAction | QAbstractButton):
            owner.setIcon(icon(str(name), str(owner.property(_TONE) or "text")))
