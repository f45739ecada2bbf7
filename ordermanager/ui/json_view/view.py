"""JsonView: one JSON text as coloured text or as a tree, with find and copy."""

from __future__ import annotations

from itertools import chain, dropwhile
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QStackedWidget,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from ordermanager.domain.json_text import find_places, pretty, read_json
from ordermanager.ui.icons import set_icon
from ordermanager.ui.json_view.text_view import JsonTextView
from ordermanager.ui.json_view.tree_model import KEY, JsonTreeModel
from ordermanager.ui.plain import PlainLabel, set_plain_tooltip
from ordermanager.ui.theme import SPACE, TIGHT, mono_font

if TYPE_CHECKING:
    from collections.abc import Callable

    from ordermanager.domain.json_text import Value
    from ordermanager.ui.jobs import Jobs

INLINE = 100_000
"""Longer texts are read off the GUI thread, where there are jobs; shorter ones take under five milliseconds."""

OPEN_LEVELS = 2


class JsonView(QWidget):
    """Show a text by `set_json`. "Copy all" gives that very text, not the indented one.

    Signals: `shown` when a text is on the screen (a long one is read in the background).
    """

    shown = Signal()

    def __init__(self, parent: QWidget | None = None, jobs: Jobs | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._text = ""
        self._value: Value = None
        self._model = JsonTreeModel(self)
        self._build()
        self._connect()

    def set_json(self, text: str) -> None:
        """Show `text`; what is no JSON (a server's error page) is shown as it is, with a note."""
        self._text = text
        if self._jobs is not None and len(text) > INLINE:
            self._show_note(self.tr("Reading…"))
            self._jobs.read(("json", id(self)), lambda: _read(text), self._show, owner=self)
        else:
            self._show(_read(text))

    def text(self) -> str:
        """The text as it was given."""
        return self._text

    def show_tree(self, on: bool = True) -> None:
        """Switch between the tree and the text."""
        (self._tree_button if on else self._text_button).setChecked(True)

    # building

    def _build(self) -> None:
        self._text_view = JsonTextView(self)
        self._tree = QTreeView(self)
        self._tree.setModel(self._model)
        self._tree.setFont(mono_font())
        self._tree.setUniformRowHeights(True)
        self._tree.setAccessibleName(self.tr("JSON tree"))
        self._tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._tree.header().setDefaultSectionSize(190)
        self._tree.setProperty("role", "grid")
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._text_view)
        self._stack.addWidget(self._tree)
        self._note = PlainLabel("", self, role="muted", wrap=True)
        self._note.setContentsMargins(SPACE, TIGHT, SPACE, TIGHT)
        self._note.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._build_bar())
        layout.addWidget(self._note)
        layout.addWidget(self._stack, 1)

    def _build_bar(self) -> QHBoxLayout:
        self._text_button = self._mode_button(self.tr("Text"), self.tr("Show the JSON as text"))
        self._tree_button = self._mode_button(self.tr("Tree"), self.tr("Show the JSON as a tree that folds"))
        self._text_button.setChecked(True)
        self._modes = QButtonGroup(self)
        self._modes.addButton(self._text_button, 0)
        self._modes.addButton(self._tree_button, 1)
        self._find = QLineEdit(self)
        self._find.setPlaceholderText(self.tr("Find in JSON"))
        self._find.setAccessibleName(self.tr("Find in JSON"))
        self._find.setClearButtonEnabled(True)
        self._found = PlainLabel("", self, role="muted")
        self._copy_button = QToolButton(self)
        self._copy_button.setText(self.tr("Copy"))
        self._copy_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._copy_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._copy_button.setMenu(self._copy_menu())
        set_icon(self._copy_button, "copy")
        set_plain_tooltip(self._copy_button, self.tr("Copy all, a value or its path"))
        bar = QHBoxLayout()
        bar.setContentsMargins(0, TIGHT, 0, SPACE)
        bar.setSpacing(TIGHT)
        bar.addWidget(self._text_button)
        bar.addWidget(self._tree_button)
        bar.addSpacing(SPACE)
        bar.addWidget(self._find, 1)
        bar.addWidget(self._found)
        bar.addWidget(self._copy_button)
        return bar

    def _mode_button(self, text: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setCheckable(True)
        set_plain_tooltip(button, tip)
        return button

    def _copy_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(self.tr("Copy &all"), self.copy_all)
        self._copy_value = menu.addAction(self.tr("Copy &value"), self.copy_value)
        self._copy_path = menu.addAction(self.tr("Copy &path"), self.copy_path)
        menu.aboutToShow.connect(self._enable_copies)
        return menu

    def _connect(self) -> None:
        self._modes.idToggled.connect(lambda number, on: self._stack.setCurrentIndex(number) if on else None)
        self._find.returnPressed.connect(self.find_next)
        self._find.textChanged.connect(lambda _: self._found.clear())
        self._tree.customContextMenuRequested.connect(self._show_menu)

    # what the user does

    def find_next(self) -> None:
        """Go to the next place of what stands in the find field, in the pane that is shown."""
        needle = self._find.text()
        if not needle:
            return
        found = self._find_in_tree(needle) if self._tree_shown() else self._text_view.find_next(needle)
        self._found.setText("" if found else self.tr("Not found"))

    def copy_all(self) -> None:
        """Put the text as it was given on the clipboard."""
        QGuiApplication.clipboard().setText(self._text)

    def copy_value(self) -> None:
        """Put the value of the tree's current row on the clipboard."""
        QGuiApplication.clipboard().setText(self._model.value_text(self._current()))

    def copy_path(self) -> None:
        """Put the path of the tree's current row on the clipboard, as `orders[0].items[2].cost`."""
        QGuiApplication.clipboard().setText(self._model.place_of(self._current()))

    def event(self, event: QEvent) -> bool:
        """Override QWidget::event: Find and Copy mean the JSON here, whatever they mean in the window's menus."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and self._deed(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QWidget::keyPressEvent."""
        deed = self._deed(event)
        if deed is None:
            super().keyPressEvent(event)
        else:
            deed()

    # inside

    def _deed(self, event: QKeyEvent) -> Callable[[], None] | None:
        """What a key does here."""
        if event.matches(QKeySequence.StandardKey.Find):
            return self._focus_find
        if event.key() == Qt.Key.Key_F3:
            return self.find_next
        is_copy = event.matches(QKeySequence.StandardKey.Copy)
        return self.copy_value if is_copy and self._tree.hasFocus() else None

    def _show(self, read: tuple[Value, str] | None) -> None:
        if read is None:
            self._value = self._text
            self._text_view.show_text(self._text)
            self._show_note(self.tr("This is not JSON; it is shown as it came.") if self._text else "")
        else:
            self._value, shown = read
            self._text_view.show_text(shown)
            self._show_note("")
        self._model.set_value(self._value)
        self._open_levels(QModelIndex(), OPEN_LEVELS)
        self.shown.emit()

    def _open_levels(self, parent: QModelIndex, levels: int) -> None:
        """Unfold the first levels, but no list so long that its parent would be lost."""
        for row in range(min(self._model.rowCount(parent), 50) if levels else 0):
            index = self._model.index(row, KEY, parent)
            if self._model.hasChildren(index):
                self._tree.expand(index)
                self._open_levels(index, levels - 1)

    def _find_in_tree(self, needle: str) -> bool:
        start = self._rows_of(self._current())
        places = list(find_places(self._value, needle))
        after = dropwhile(lambda rows: rows <= start, places)
        rows = next(chain(after, places), None)
        if rows is None:
            return False
        index = self._model.index_of(rows)
        self._tree.setCurrentIndex(index)
        self._tree.scrollTo(index)
        return True

    def _rows_of(self, index: QModelIndex) -> tuple[int, ...]:
        rows: list[int] = []
        while index.isValid():
            rows.insert(0, index.row())
            index = index.parent()
        return tuple(rows)

    def _current(self) -> QModelIndex:
        return self._tree.currentIndex()

    def _tree_shown(self) -> bool:
        return self._stack.currentIndex() == 1

    def _focus_find(self) -> None:
        self._find.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._find.selectAll()

    def _enable_copies(self) -> None:
        has_row = self._tree_shown() and self._current().isValid()
        self._copy_value.setEnabled(has_row)
        self._copy_path.setEnabled(has_row)

    def _show_menu(self, place: QPoint) -> None:
        self._copy_button.menu().popup(self._tree.viewport().mapToGlobal(place))

    def _show_note(self, text: str) -> None:
        self._note.setText(text)
        self._note.setVisible(bool(text))


def _read(text: str) -> tuple[Value, str] | None:
    try:
        value = read_json(text)
        return value, pretty(value)
    except (ValueError, RecursionError):
        return None
