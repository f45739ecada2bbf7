"""JsonView: one JSON text as coloured text or as a tree, with find, copy and people masked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QMenu,
    QStackedWidget,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from ordermanager.domain.json_text import pretty_parts, read_json
from ordermanager.domain.people.masking import Masker
from ordermanager.ui.controls.plain import PlainLabel
from ordermanager.ui.json_view.bar import JsonBar
from ordermanager.ui.json_view.matches import in_text, in_tree
from ordermanager.ui.json_view.text_view import PART, JsonTextView
from ordermanager.ui.json_view.tree_model import KEY, JsonTreeModel
from ordermanager.ui.look.theme import SPACE, TIGHT, mono_font

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ordermanager.domain.json_text import Value
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.json_view.matches import Matches

INLINE = 100_000
"""Longer texts are read off the GUI thread, where there are jobs; shorter ones take a few milliseconds."""
OPEN_LEVELS = 2
MOST_OPEN = 50
MOST_UNFOLDED = 1000
"""A longer list stays folded at first."""


@dataclass(frozen=True, slots=True)
class _Begun:
    """A text (masked, if that is wanted) whose first lines are laid out."""

    text: str
    first: str
    rest: Iterator[str]


class JsonView(QWidget):
    """Show a text by `set_json`. "Copy all" gives that very text, not the indented one.

    `set_curl` offers the request of this text as a command line. While people are masked, all that is shown and copied
    is masked; `masker` should be one for the window, so that a person looks the same everywhere.
    Signals: `shown` when a text begins to be on the screen, `read` when all of it, and the tree, is there.
    """

    shown = Signal()
    read = Signal()

    def __init__(
        self, parent: QWidget | None = None, jobs: Jobs | None = None, masker: Masker | None = None
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._masker = masker or Masker()
        self._given = ""
        self._text = ""
        self._value: Value = None
        self._matches: Matches | None = None
        self._curl: Callable[[Callable[[str], str]], str] | None = None
        self._model = JsonTreeModel(self)
        self._bar = JsonBar(self)
        self._finder = self._bar.finder
        self._mask_button = self._bar.mask_button
        self._build()
        self._bar.copy_button.setMenu(self._copy_menu())
        self._connect()

    def set_json(self, text: str) -> None:
        """Show `text`; what is no JSON (a server's error page) is shown as it is, with a note."""
        self._given = text
        self._show_given()

    def set_curl(self, make: Callable[[Callable[[str], str]], str] | None) -> None:
        """How to say this text as a command line; `make` is given what masks a text. Runs in another thread."""
        self._curl = make

    def text(self) -> str:
        """The text as it was given; masked, while people are."""
        return self._text

    def show_tree(self, on: bool = True) -> None:
        """Switch between the tree and the text."""
        (self._bar.tree_button if on else self._bar.text_button).setChecked(True)

    def mask_people(self, on: bool = True) -> None:
        """Mask everybody in what is shown and copied, or not."""
        self._mask_button.setChecked(on)

    # building

    def _build(self) -> None:
        self._stack = QStackedWidget(self)
        self._text_view = JsonTextView(self._stack)
        self._tree = QTreeView(self._stack)
        self._tree.setModel(self._model)
        self._tree.setFont(mono_font())
        self._tree.setUniformRowHeights(True)
        self._tree.setAccessibleName(self.tr("JSON tree"))
        self._tree.header().setDefaultSectionSize(190)
        self._tree.setProperty("role", "grid")
        for pane in (self._tree, self._text_view):
            pane.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._stack.addWidget(self._text_view)
        self._stack.addWidget(self._tree)
        self._note = PlainLabel("", self, role="muted", wrap=True)
        self._note.setContentsMargins(SPACE, TIGHT, SPACE, TIGHT)
        self._note.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar)
        layout.addWidget(self._note)
        layout.addWidget(self._stack, 1)

    def _copy_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(self.tr("Copy &all"), self.copy_all)
        self._copy_value = menu.addAction(self.tr("Copy &value"), self.copy_value)
        self._copy_path = menu.addAction(self.tr("Copy &path"), self.copy_path)
        self._copy_curl = menu.addAction(self.tr("Copy as &curl command, without the key"), self.copy_curl)
        # Only to be read in the menu: the keys are taken in `_deed`, wherever they are pressed in here.
        self._copy_curl.setShortcut(QKeySequence("Ctrl+U"))
        self._copy_curl.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        menu.aboutToShow.connect(self._enable_copies)
        return menu

    def _connect(self) -> None:
        if self._jobs is not None:
            self._jobs.watch(self._finder.timer)
        self._bar.modes.idToggled.connect(self._on_mode)
        self._finder.asked.connect(lambda text: self._look_for(text, 0))
        self._finder.stepped.connect(self.find_next)
        self._finder.left.connect(lambda: (self._tree if self._tree_shown() else self._text_view).setFocus())
        self._mask_button.toggled.connect(lambda _on: self._show_given())
        for pane in (self._tree, self._text_view):
            pane.customContextMenuRequested.connect(
                lambda place, pane=pane: self._show_menu(pane.viewport().mapToGlobal(place))
            )

    # what the user does

    def find_next(self, step: int = 1) -> None:
        """Go to the next place (-1: the one before) of what stands in the find field, in the pane that is shown."""
        self._finder.timer.stop()
        self._look_for(self._finder.field.text(), step)

    def copy_all(self) -> None:
        """Put the text as it was given on the clipboard."""
        _copy(self._text)

    def copy_value(self) -> None:
        """Put the value of the tree's current row on the clipboard."""
        _copy(self._model.value_text(self._current()))

    def copy_path(self) -> None:
        """Put the path of the tree's current row on the clipboard, as `orders[0].items[2].cost`."""
        _copy(self._model.place_of(self._current()))

    def copy_curl(self) -> None:
        """Put the request on the clipboard, as a command line that takes the key from the environment."""
        make = self._curl
        if make is None:
            return
        mask = self._masker.json if self._mask_button.isChecked() else str
        if self._jobs is None:
            _copy(make(mask))
        else:
            self._jobs.read(("curl", id(self)), lambda: make(mask), _copy, owner=self)

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
            return self._finder.focus
        if event.key() == Qt.Key.Key_F3:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            return lambda: self.find_next(-1 if back else 1)
        control = Qt.KeyboardModifier.ControlModifier
        if event.modifiers() == control and event.key() == Qt.Key.Key_M:
            return self._mask_button.toggle
        if event.modifiers() == control and event.key() == Qt.Key.Key_U and self._curl is not None:
            return self.copy_curl
        is_copy = event.matches(QKeySequence.StandardKey.Copy)
        return self.copy_value if is_copy and self._tree.hasFocus() else None

    def _show_given(self) -> None:
        text, is_masked = self._given, self._mask_button.isChecked()
        self._matches = None
        if self._jobs is not None and len(text) > INLINE:
            self._jobs.read(
                ("json", id(self)), lambda: self._begin(text, is_masked), self._show_first, owner=self
            )
        else:
            begun = self._begin(text, is_masked)
            self._show_first(begun, go_on=False)
            self._show_rest((begun, "".join(begun.rest), _value_of(begun.text)))

    def _begin(self, text: str, is_masked: bool) -> _Begun:
        shown = self._masker.json(text) if is_masked else text
        parts = pretty_parts(shown, PART)
        return _Begun(shown, next(parts, ""), parts)

    def _show_first(self, begun: _Begun, *, go_on: bool = True) -> None:
        self._text = begun.text
        self._text_view.show_text(begun.first, more=True)
        self._show_note(self._masked_note())
        if go_on and self._jobs is not None:
            self.shown.emit()
            self._jobs.read(
                ("json", id(self)),
                lambda: (begun, "".join(begun.rest), _value_of(begun.text)),
                self._show_rest,
                owner=self,
            )

    def _show_rest(self, read: tuple[_Begun, str, tuple[Value] | None]) -> None:
        begun, rest, value = read
        if value is None:
            self._value = begun.text
            self._text_view.show_text(begun.text)
            note = self.tr("This is not JSON; it is shown as it came.") if begun.text else ""
            self._show_note(" ".join(part for part in (note, self._masked_note()) if part))
        else:
            self._value = value[0]
            self._text_view.add_text(rest)
        self._model.set_value(self._value)
        self._open_levels(QModelIndex(), OPEN_LEVELS)
        if self._finder.field.text():
            self._look_for(self._finder.field.text(), 0)
        self.shown.emit()
        self.read.emit()

    def _open_levels(self, parent: QModelIndex, levels: int) -> None:
        """Unfold the first levels, but no list so long that its parent would be lost."""
        for row in range(min(self._model.rowCount(parent), MOST_OPEN) if levels else 0):
            index = self._model.index(row, KEY, parent)
            if self._model.hasChildren(index) and self._model.rowCount(index) <= MOST_UNFOLDED:
                self._tree.expand(index)
                self._open_levels(index, levels - 1)

    # finding

    def _look_for(self, needle: str, step: int) -> None:
        """Find all places if that was not done yet, then go to one of them."""
        if not needle:
            self._matches = None
            self._finder.show_count(None, 0)
        elif self._matches is not None and self._matches.needle == needle:
            self._go(self._matches, step)
        elif self._jobs is not None and len(self._text) > INLINE:
            self._jobs.read(
                ("find", id(self)), self._search(needle), lambda found: self._found(found, step), owner=self
            )
        else:
            self._found(self._search(needle)(), step)

    def _search(self, needle: str) -> Callable[[], Matches]:
        value, text = self._value, self._text_view.text()
        if self._tree_shown():
            return lambda: in_tree(value, needle)
        return lambda: in_text(text, needle)

    def _found(self, matches: Matches, step: int) -> None:
        self._matches = matches
        self._go(matches, min(step, 0))

    def _go(self, matches: Matches, step: int) -> None:
        if not matches.count:
            self._finder.show_count(0, 0)
            return
        if self._tree_shown():
            number = matches.step(self._rows_of(self._current()), step)
            index = self._model.index_of(matches.places[number])
            self._tree.setCurrentIndex(index)
            self._tree.scrollTo(index)
        else:
            number = matches.step(self._text_view.place(), step)
            line, column = matches.places[number]
            self._text_view.go_to(line, column, len(matches.needle))
        self._finder.show_count(number, matches.count)

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

    def _on_mode(self, number: int, on: bool) -> None:
        if not on:
            return
        self._stack.setCurrentIndex(number)
        self._matches = None
        self._finder.show_count(None, 0)

    def _enable_copies(self) -> None:
        has_row = self._tree_shown() and self._current().isValid()
        self._copy_value.setEnabled(has_row)
        self._copy_path.setEnabled(has_row)
        self._copy_curl.setVisible(self._curl is not None)

    def _show_menu(self, place: QPoint) -> None:
        self._bar.copy_button.menu().popup(place)

    def _masked_note(self) -> str:
        is_masked = self._mask_button.isChecked() and bool(self._given)
        return self.tr("People are masked, here and in what you copy.") if is_masked else ""

    def _show_note(self, text: str) -> None:
        self._note.setText(text)
        self._note.setVisible(bool(text))


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def _value_of(text: str) -> tuple[Value] | None:
    """The value of a text; None if it is no JSON."""
    try:
        return (read_json(text),)
    except (ValueError, RecursionError):
        return None
