# ruff: noqa: E501 - a rule of a style sheet reads best in one line
"""The application's style sheet. Structure only: what a widget says is not styled here.

There is one sheet for light and dark: its colours are roles of the palette (`ROLES`), so that another look is another
palette, and no sheet, which Qt would put on every widget in one long turn (ui/look/restyle.py). The few colours beyond what a
palette has room for come in two sets, the dark ones for what is in a window with the property `LOOK`.
"""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING

from ordermanager.resources import resource

if TYPE_CHECKING:
    from ordermanager.ui.look.colours import Colours

ROLES = {
    "window": "window",
    "panel": "light",
    "base": "base",
    "alternate": "alternate-base",
    "hover": "midlight",
    "line": "mid",
    "soft_line": "link",
    "strong_line": "dark",
    "text": "tooltip-text",
    "muted": "placeholder-text",
    "accent": "accent",
    "on_accent": "shadow",
    "selection": "tooltip-base",
    "selection_text": "link-visited",
    "error": "bright-text",
}
"""A field of `Colours`, and the role of the palette that brings it here. Only roles that are the same in every state of
a widget: Qt keeps what it has read for one state. Tool tips look as this sheet says, and there are no links in texts."""

LOOK = "look"
DARK_LOOK = "dark"


def style_sheet(light: Colours, dark: Colours) -> str:
    """The style sheet of both themes."""
    c = SimpleNamespace(**{field: f"palette({role})" for field, role in ROLES.items()})
    chevron = resource("icons/chevron-small.svg").as_posix()
    dark_window = f'[{LOOK}="{DARK_LOOK}"] '
    parts = f"{_frame(c)}{_inputs(c, chevron)}{_buttons(c, chevron)}{_lists(c)}{_roles(c)}{_parts(c)}"
    return f"{parts}{_beyond(c, light)}{_beyond(c, dark, inside=dark_window)}"


def _frame(c: SimpleNamespace) -> str:
    return f"""
QMainWindow, QDialog {{ background: {c.window}; }}
QToolTip {{ background: {c.base}; color: {c.text}; border: 1px solid {c.strong_line}; padding: 4px 6px; }}
QMenuBar {{ background: {c.panel}; padding: 2px 4px; }}
QMenuBar::item {{ padding: 4px 8px; border-radius: 4px; background: transparent; }}
QMenuBar::item:selected {{ background: {c.hover}; }}
QMenu {{ background: {c.base}; border: 1px solid {c.strong_line}; padding: 4px; }}
QMenu::item {{ padding: 5px 24px 5px 8px; border-radius: 4px; }}
QMenu::item:selected {{ background: {c.selection}; color: {c.selection_text}; }}
QMenu::item:disabled {{ color: {c.strong_line}; background: transparent; }}
QMenu::icon {{ padding-left: 8px; }}
QMenu::separator {{ height: 1px; background: {c.line}; margin: 4px 8px; }}
QToolBar {{ background: {c.panel}; border: 0; border-bottom: 1px solid {c.line}; padding: 6px 8px; spacing: 4px; }}
QToolBar::separator {{ background: {c.line}; width: 1px; margin: 4px 6px; }}
QToolButton {{ border: 1px solid transparent; border-radius: 6px; padding: 5px 8px; background: transparent;
  icon-size: 1.15em; }}
QToolButton:hover {{ background: {c.hover}; }}
QToolButton:pressed, QToolButton:checked {{ background: {c.selection}; color: {c.selection_text}; }}
QToolButton:focus {{ border-color: {c.accent}; }}
QToolButton:disabled {{ color: {c.strong_line}; }}
QToolButton::menu-indicator {{ image: none; }}
QSplitter::handle {{ background: {c.line}; }}
QSplitter::handle:horizontal {{ width: 1px; }}
QSplitter::handle:vertical {{ height: 1px; }}
QSplitter[role="gap"]::handle {{ background: transparent; }}
QStatusBar {{ background: {c.panel}; border-top: 1px solid {c.line}; }}
QStatusBar::item {{ border: 0; }}
QTabWidget::pane {{ border: 0; border-top: 1px solid {c.line}; }}
QTabWidget[role="pane"]::tab-bar {{ left: 4px; }}
QTabWidget[role="page"]::tab-bar {{ left: 0; }}
QTabBar {{ qproperty-drawBase: 0; background: transparent; }}
QTabBar::tab {{ padding: 8px 12px; border: 0; border-bottom: 2px solid transparent; color: {c.muted}; background: transparent; }}
QTabBar::tab:hover {{ color: {c.text}; border-bottom-color: {c.strong_line}; }}
QTabBar::tab:selected {{ color: {c.text}; border-bottom-color: {c.accent}; }}
QTabBar::tab:focus {{ color: {c.accent}; }}
QTabBar QToolButton {{ padding: 0; border: 0; border-radius: 0; background: {c.window}; }}
QTabBar::scroller {{ width: 40px; }}
QScrollArea {{ border: 0; background: transparent; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {c.soft_line}; border-radius: 3px; margin: 3px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {c.strong_line}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QAbstractScrollArea::corner {{ background: transparent; border: 0; }}
QProgressBar {{ border: 0; border-radius: 3px; background: {c.line}; max-height: 6px; min-height: 6px; color: transparent; }}
QProgressBar::chunk {{ background: {c.accent}; border-radius: 3px; }}
"""


def _inputs(c: SimpleNamespace, chevron: str) -> str:
    box = "QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit, QTextEdit"
    focus = ", ".join(f"{name}:focus" for name in box.split(", "))
    off = ", ".join(f"{name}:disabled" for name in box.split(", "))
    return f"""
{box} {{ background: {c.base}; color: {c.text}; border: 1px solid {c.strong_line}; border-radius: 6px; padding: 5px 7px;
  selection-background-color: {c.accent}; selection-color: {c.on_accent}; placeholder-text-color: {c.muted}; }}
{focus} {{ border: 1px solid {c.accent}; }}
{off} {{ background: {c.window}; color: {c.muted}; border-color: {c.line}; }}
QLineEdit[readOnly="true"], QPlainTextEdit[readOnly="true"] {{ background: {c.window}; border-color: {c.line}; }}
QLineEdit[readOnly="true"]:focus, QPlainTextEdit[readOnly="true"]:focus {{ border-color: {c.accent}; }}
QLineEdit[finding="error"], QComboBox[finding="error"], QAbstractSpinBox[finding="error"], QPlainTextEdit[finding="error"]
  {{ border: 1px solid {c.error}; }}
QComboBox {{ padding-right: 20px; icon-size: 1em; }}
QAbstractSpinBox {{ padding: 4px 7px 3px 7px; }}
QComboBox QLineEdit, QComboBox QLineEdit:focus, QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus
  {{ border: 0; padding: 0; background: transparent; }}
QComboBox::drop-down {{ border: 0; width: 20px; }}
QComboBox::down-arrow {{ image: url("{chevron}"); width: 1em; height: 1em; }}
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button {{ width: 0; border: 0; }}
QDateTimeEdit[calendarPopup="true"] {{ padding-right: 20px; }}
QDateTimeEdit::drop-down {{ border: 0; width: 20px; subcontrol-origin: border; subcontrol-position: center right; }}
QDateTimeEdit::down-arrow {{ image: url("{chevron}"); width: 1em; height: 1em; }}
QComboBox QAbstractItemView {{ background: {c.base}; border: 1px solid {c.strong_line}; outline: 0; padding: 2px;
  selection-background-color: {c.selection}; selection-color: {c.selection_text}; }}
"""


def _buttons(c: SimpleNamespace, chevron: str) -> str:
    return f"""
QPushButton {{ background: {c.base}; color: {c.text}; border: 1px solid {c.soft_line}; border-radius: 6px;
  padding: 5px 14px; min-height: 1.15em; icon-size: 1.15em; }}
QPushButton:hover {{ background: {c.hover}; }}
QPushButton:pressed {{ background: {c.selection}; }}
QPushButton:focus {{ border: 1px solid {c.accent}; }}
QPushButton:disabled {{ color: {c.strong_line}; border-color: {c.line}; background: {c.window}; }}
QPushButton:default {{ border: 1px solid {c.accent}; }}
QPushButton[role="primary"], QToolButton[role="primary"] {{ background: {c.accent}; color: {c.on_accent};
  border: 1px solid {c.accent}; border-radius: 6px; padding: 5px 14px; font-weight: 600; }}
QToolButton[role="primary"][popupMode="1"] {{ padding-right: 3.3em; }}
QToolButton[role="primary"]::menu-button {{ border: 0; width: 2.4em;
  border-top-right-radius: 6px; border-bottom-right-radius: 6px; }}
QToolButton[role="primary"]::menu-arrow {{ image: url("{chevron}"); width: 1em; height: 1em; }}
QPushButton[role="primary"]:focus, QToolButton[role="primary"]:focus {{ border: 1px solid {c.text}; }}
QPushButton[role="primary"]:disabled, QToolButton[role="primary"]:disabled {{ background: {c.hover};
  color: {c.muted}; border-color: {c.line}; }}
QToolButton[role="alarm"] {{ color: {c.error}; font-weight: 600; }}
QPushButton[role="danger"] {{ color: {c.error}; border-color: {c.error}; }}
QPushButton[role="danger"]:disabled {{ color: {c.muted}; border-color: {c.line}; }}
QPushButton[role="icon"] {{ padding: 5px 6px; }}
QPushButton[role="link"] {{ border: 0; border-bottom: 2px solid transparent; background: transparent; color: {c.accent};
  padding: 4px 0 2px 0; }}
QPushButton[role="link"]:hover {{ text-decoration: underline; }}
QPushButton[role="link"]:focus {{ border-bottom-color: {c.accent}; }}
QPushButton[role="tile"] {{ background: {c.base}; border: 1px solid {c.line}; border-radius: 8px; }}
QPushButton[role="tile"]:hover {{ background: {c.hover}; border-color: {c.strong_line}; }}
QPushButton[role="tile"]:focus {{ border: 2px solid {c.accent}; }}
QToolButton[role="chip"] {{ border: 1px solid {c.line}; border-radius: 12px; padding: 3px 10px; background: {c.base};
  color: {c.muted}; }}
QToolButton[role="chip"]:hover {{ background: {c.hover}; }}
QToolButton[role="chip"]:focus {{ border-color: {c.accent}; }}
QToolButton[role="chip"][on="true"] {{ background: {c.selection}; color: {c.selection_text}; border-color: {c.selection}; }}
QToolButton[role="chip"][on="true"]:focus {{ border-color: {c.accent}; }}
QCheckBox, QRadioButton {{ spacing: 8px; }}
QCheckBox::indicator {{ width: 1.07em; height: 1.07em; border: 1px solid {c.strong_line}; border-radius: 4px; background: {c.base}; }}
QCheckBox::indicator:focus, QCheckBox::indicator:hover {{ border-color: {c.accent}; }}
QCheckBox::indicator:checked {{ background: {c.accent}; border-color: {c.accent}; }}
QRadioButton::indicator {{ width: 1em; height: 1em; border: 1px solid {c.strong_line}; border-radius: 0.536em; background: {c.base}; }}
QRadioButton::indicator:focus, QRadioButton::indicator:hover {{ border-color: {c.accent}; }}
QRadioButton::indicator:checked {{ width: 0.43em; height: 0.43em; border: 0.3216em solid {c.accent}; background: {c.on_accent}; }}
QRadioButton::indicator:checked:focus {{ border-color: {c.text}; }}
QCheckBox::indicator:checked:focus {{ border-color: {c.text}; }}
QPushButton[role="finding"] {{ border: 1px solid transparent; border-radius: 4px; background: transparent; color: {c.text};
  padding: 3px 6px; text-align: left; }}
QPushButton[role="finding"]:hover {{ background: {c.hover}; }}
QPushButton[role="finding"]:focus {{ border-color: {c.accent}; }}
QGroupBox {{ border: 0; margin-top: 18px; padding-top: 6px; font-weight: 600; }}
QGroupBox::title {{ subcontrol-origin: margin; left: 0; color: {c.text}; }}
"""


def _lists(c: SimpleNamespace) -> str:
    return f"""
QAbstractItemView {{ background: {c.base}; alternate-background-color: {c.alternate}; border: 0; outline: 0;
  gridline-color: {c.line}; }}
QHeaderView {{ background: {c.base}; border: 0; }}
QHeaderView::section {{ background: {c.base}; color: {c.muted}; border: 0; border-bottom: 1px solid {c.line};
  padding: 5px 8px; }}
QTableView QLineEdit, QTableView QComboBox, QTableView QAbstractSpinBox {{ border-radius: 0; padding: 0 5px; }}
QTableView[role="list"] {{ border: 1px solid {c.line}; border-radius: 4px; padding: 1px; }}
QTableView[role="rows"] {{ border: 1px solid transparent; border-radius: 4px; }}
QTableView[role="list"]::item, QTableView[role="rows"]::item {{ padding: 0 5px; }}
QTableCornerButton::section {{ background: {c.base}; border: 0; }}
QDialog#palette {{ background: {c.window}; border: 1px solid {c.strong_line}; }}
QListView#palette-list {{ background: {c.base}; border: 1px solid {c.line}; border-radius: 6px; padding: 4px; }}
QListView#palette-list::item {{ padding: 0 8px; border-radius: 4px; }}
QListView#palette-list::item:selected {{ background: {c.selection}; color: {c.selection_text}; }}
QListView#folders {{ background: {c.panel}; padding: 6px; }}
"""


def _roles(c: SimpleNamespace) -> str:
    return f"""
QLabel {{ background: transparent; }}
QLabel[role="muted"] {{ color: {c.muted}; }}
QLabel[role="heading"] {{ color: {c.text}; font-weight: 600; }}
QLabel[role="error"] {{ color: {c.error}; }}
QLabel[role="sandbox"] {{ border-radius: 4px; padding: 2px 8px; font-weight: 700; }}
QToolButton[role="sandbox"] {{ border-radius: 4px; font-weight: 700; }}
QWidget[role="panel"] {{ background: {c.panel}; }}
QWidget[role="base"] {{ background: {c.base}; }}
QFrame[role="line"] {{ background: {c.line}; border: 0; max-height: 1px; min-height: 1px; }}
QFrame[role="card"] {{ background: {c.base}; border: 1px solid {c.line}; border-radius: 8px; }}
QFrame[bar] {{ border: 0; border-bottom: 1px solid {c.line}; }}
"""


def _parts(c: SimpleNamespace) -> str:
    """Of the order pane and the dialogs. In the one sheet of the application, and last: a widget with a sheet of its own
    is styled anew, with all in it, wherever it comes to another place."""
    return f"""
QPushButton[segment] {{ border: 1px solid {c.strong_line}; border-radius: 6px; padding: 4px 7px;
  background: {c.base}; color: {c.text}; }}
QPushButton[segment]:hover {{ background: {c.hover}; }}
QPushButton[segment]:checked {{ background: {c.selection}; color: {c.selection_text}; border-color: {c.accent}; }}
QPushButton[segment]:focus {{ border: 1px solid {c.accent}; }}
QPushButton[segment]:checked:focus {{ border: 2px solid {c.accent}; padding: 3px 6px; }}
QPushButton[segment][finding="error"] {{ border-color: {c.error}; }}
QPushButton[role="proposal"] {{ border: 1px solid {c.line}; border-radius: 4px; background: {c.base}; color: {c.accent};
  padding: 1px 8px; text-align: left; }}
QPushButton[role="proposal"]:hover {{ background: {c.hover}; }}
QPushButton[role="proposal"]:focus {{ border-color: {c.accent}; }}
QToolButton[role="sign"] {{ border: 0; padding: 0; border-radius: 4px; }}
QToolButton[role="section"] {{ border: 1px solid transparent; border-radius: 4px; padding: 3px 6px 3px 0;
  font-weight: 600; }}
QToolButton[role="section"]:checked {{ background: transparent; color: {c.text}; }}
QToolButton[role="section"]:hover {{ background: {c.hover}; }}
QToolButton[role="section"]:focus {{ border-color: {c.accent}; }}
QFrame[role="findings"] {{ border: 1px solid {c.line}; border-radius: 8px; background: {c.base}; }}
QFrame#messages {{ border: 1px solid {c.strong_line}; border-radius: 8px; }}
QFrame[role="note"] {{ border: 0; border-radius: 6px; background: {c.hover}; }}
QTableView[role="grid"], QTreeView[role="grid"], QListView[role="grid"] {{ border: 1px solid {c.line};
  border-radius: 4px; padding: 1px; }}
QListView#settings-pages {{ background: {c.panel}; padding: 10px 8px; border-right: 1px solid {c.line}; }}
QListView#settings-pages::item {{ border: 1px solid transparent; padding: 2px 8px; border-radius: 6px; }}
QListView#settings-pages::item:hover {{ background: {c.hover}; }}
QListView#settings-pages::item:selected {{ background: {c.selection}; color: {c.selection_text}; }}
QListView#settings-pages::item:selected:focus {{ border-color: {c.accent}; }}
QTreeView[role="grid"]::item {{ padding: 2px 4px; }}
QListView[role="plain"] {{ background: transparent; }}
QListView[role="grid"]::item {{ padding: 5px 6px; }}
QTableView[role="grid"]::item {{ padding: 0 5px; }}
QTableView[role="grid"]:focus, QTableView[role="rows"]:focus {{ border-color: {c.accent}; }}
"""


def _beyond(c: SimpleNamespace, theme: Colours, inside: str = "") -> str:
    """What a palette has no room for: in one theme, for widgets that are `inside`."""
    shade = "light" if theme.on_accent == "#ffffff" else "dark"
    check, chevron = (resource(f"icons/{name}-{shade}.svg").as_posix() for name in ("check-mark", "chevron"))
    warned = ", ".join(
        f'{inside}{kind}[finding="warning"]'
        for kind in ("QLineEdit", "QComboBox", "QAbstractSpinBox", "QPlainTextEdit")
    )
    primary = [f'{inside}{kind}[role="primary"]:enabled:hover' for kind in ("QPushButton", "QToolButton")]
    return f"""
{warned} {{ border: 1px solid {theme.warning}; }}
{", ".join(primary)} {{ background: {theme.accent_hover}; }}
{inside}QToolButton[role="primary"]::menu-button {{ border-left: 1px solid {theme.accent_hover}; }}
{inside}QToolButton[role="primary"]::menu-button:disabled {{ border-left-color: {c.line}; }}
{inside}QCheckBox::indicator:checked {{ image: url("{check}"); }}
{inside}QToolButton[role="primary"]::menu-arrow:enabled {{ image: url("{chevron}"); }}
{inside}QLabel[role="warning"] {{ color: {theme.warning}; }}
{inside}QLabel[role="hint"] {{ color: {theme.info}; }}
{inside}QLabel[role="good"] {{ color: {theme.good}; }}
{inside}QLabel[role="sandbox"], {inside}QToolButton[role="sandbox"] {{ color: {theme.sandbox.text}; background: {theme.sandbox.ground}; }}
{inside}QFrame[bar="info"] {{ background: {theme.info_ground}; }}
{inside}QFrame[bar="good"] {{ background: {theme.good_ground}; }}
{inside}QFrame[bar="warning"] {{ background: {theme.warning_ground}; }}
{inside}QFrame[bar="error"] {{ background: {theme.error_ground}; }}
"""
