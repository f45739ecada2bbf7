"""One look in light and dark: colours, spacing, the application's palette and style sheet.

Everything that draws asks `colours()` here; no other module of `ui` but colours.py names a colour.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from ordermanager.made_once import made_once
from ordermanager.ui.look.colours import DARK, LIGHT, Colours
from ordermanager.ui.look.style_sheet import DARK_LOOK, LOOK, style_sheet

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ordermanager.ui.look.restyle import Restyling

TIGHT = 4
SPACE = 8
GAP = 12
WIDE = 16
HUGE = 24
"""The one spacing scale, in device-independent pixels: multiples of four."""

LEADING = GAP - SPACE
"""What the first column of a page's table has more at its left: it begins where the heading does."""

DIALOG_MARGINS = (HUGE, WIDE + TIGHT, HUGE, WIDE + TIGHT)
"""Left, top, right and bottom of every dialog's content."""

ICON = 18
"""Edge of an icon in tool bars, lists and buttons, with text of the usual size."""


SMALL_ICON = 16
_LINE = 15
"""Height of a line of text of the usual size."""


def grown(pixels: int, metrics: QFontMetrics) -> int:
    """A length that was chosen for text of the usual size, for text of this one: never less."""
    return pixels * max(_LINE, metrics.height()) // _LINE


def icon_edge(metrics: QFontMetrics) -> int:
    """Edge of an icon beside text of this size: as high as the text where that is large."""
    return max(ICON, metrics.height())


def small_edge(metrics: QFontMetrics) -> int:
    """The same of a small one: in cells, in lines to write in."""
    return max(SMALL_ICON, metrics.height() - TIGHT)


class Mode(StrEnum):
    """What the user chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


def colours() -> Colours:
    """The colours of the theme that the application shows now."""
    return DARK if QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT


def mark_look(window: QWidget) -> None:
    """Say to the style sheet how a window looks, and what is in it."""
    window.setProperty(LOOK, DARK_LOOK if colours() is DARK else "")


def mono_font() -> QFont:
    """The fixed-width font for JSON and identifiers, as large as the application's own."""
    from PySide6.QtGui import QFontDatabase

    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPointSizeF(QApplication.font().pointSizeF())
    return font


def figures_font(font: QFont) -> QFont:
    """`font` with digits of one width, so that amounts line up in a column."""
    result = QFont(font)
    result.setFeature(QFont.Tag("tnum"), 1)
    return result


def larger_font(factor: float = 1.25) -> QFont:
    """The application's font, larger and bold, for headings; follows the user's own text size."""
    font = QFont(QApplication.font())
    font.setPointSizeF(font.pointSizeF() * factor)
    font.setBold(True)
    return font


def palette_of(theme: Colours) -> QPalette:
    """The Qt palette of a theme, which native parts (and Fusion) draw with, and which the style sheet takes its colours
    from (`style_sheet.ROLES`)."""
    palette = QPalette()
    role = QPalette.ColorRole
    pairs = {
        role.Window: theme.window,
        role.WindowText: theme.text,
        role.Base: theme.base,
        role.AlternateBase: theme.alternate,
        role.ToolTipBase: theme.selection,
        role.ToolTipText: theme.text,
        role.PlaceholderText: theme.muted,
        role.Text: theme.text,
        role.Button: theme.base,
        role.ButtonText: theme.text,
        role.BrightText: theme.error,
        role.Link: theme.soft_line,
        role.LinkVisited: theme.selection_text,
        role.Highlight: theme.selection,
        role.HighlightedText: theme.selection_text,
        role.Accent: theme.accent,
        role.Light: theme.panel,
        role.Midlight: theme.hover,
        role.Mid: theme.line,
        role.Dark: theme.strong_line,
        role.Shadow: theme.on_accent,
    }
    for key, value in pairs.items():
        palette.setColor(key, QColor(value))
    for key in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, key, QColor(theme.strong_line))
    palette.setColor(QPalette.ColorGroup.Inactive, role.Highlight, QColor(theme.selection_idle))
    palette.setColor(QPalette.ColorGroup.Inactive, role.HighlightedText, QColor(theme.text))
    return palette


IS_FUSION = "isFusion"
"""Property of an application that was made with this style: to give it one, PySide would learn all about styles."""


class Theme(QObject):
    """Puts a theme on the application, follows the system's scheme, and says when it changed."""

    changed = Signal()

    def __init__(self, app: QApplication, mode: Mode = Mode.SYSTEM) -> None:
        super().__init__(app)
        self._app = app
        self._mode = mode
        self._shown: Colours | None = None
        if not app.property(IS_FUSION):
            from PySide6.QtWidgets import QStyleFactory

            fusion = QStyleFactory.create("Fusion")
            if fusion is not None:
                app.setStyle(fusion)
        app.styleHints().colorSchemeChanged.connect(self._apply)
        self._apply()

    @made_once
    def restyling(self) -> Restyling:
        """What gives another look to widgets that are there."""
        from ordermanager.ui.look.restyle import Restyling

        return Restyling(self._app)

    def set_mode(self, mode: Mode) -> None:
        """Switch at once, in every open window."""
        if mode is not self._mode:
            self._mode = mode
            self._apply()

    def _apply(self) -> None:
        system_is_dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        dark = self._mode is Mode.DARK or (self._mode is Mode.SYSTEM and system_is_dark)
        theme = DARK if dark else LIGHT
        self._app.setPalette(palette_of(theme))
        sheet = style_sheet(LIGHT, DARK)
        if self._app.styleSheet() != sheet:  # the first time
            self._app.setStyleSheet(sheet)
        elif theme is not self._shown:
            for window in self._app.topLevelWidgets():
                mark_look(window)
            self.restyling.start()
        self._shown = theme
        self.changed.emit()
