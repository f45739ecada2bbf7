"""What differs between two revisions: in words above, line against line below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QListWidget, QPushButton, QSplitter, QVBoxLayout, QWidget

from ordermanager.domain.history.order_diff import changes_between
from ordermanager.domain.json_text import pretty_parts, read_json
from ordermanager.ui.controls.copy_key import CopyKey
from ordermanager.ui.controls.flow_layout import FlowLayout
from ordermanager.ui.controls.plain import PlainLabel
from ordermanager.ui.json_view.change_words import change_text
from ordermanager.ui.json_view.side_by_side import SideBySide, Sides, sides_of
from ordermanager.ui.look.icons import set_icon
from ordermanager.ui.look.theme import SPACE, TIGHT

if TYPE_CHECKING:
    from ordermanager.domain.history.order_diff import Change
    from ordermanager.domain.people.masking import Masker
    from ordermanager.ui.jobs import Jobs


@dataclass(frozen=True, slots=True)
class _Compared:
    changes: tuple[Change, ...]
    sides: Sides


class DiffView(QWidget):
    """`compare` two JSON texts of an order. `shown` when the answer is on the screen."""

    shown = Signal()

    def __init__(self, jobs: Jobs, masker: Masker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._masker = masker
        self._texts = ("", "")
        self._changes: tuple[Change, ...] = ()
        self._title = PlainLabel("", self, role="muted", wrap=True)
        self._mask = QPushButton(self.tr("Mask people"), self)
        self._mask.setCheckable(True)
        self._copy = QPushButton(self.tr("Copy what differs"), self)
        set_icon(self._copy, "copy")
        self.words = QListWidget(self)
        self.words.setAccessibleName(self.tr("What differs"))
        self.words.setWordWrap(True)
        self.words.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.panes = SideBySide(self)
        tools = QWidget(self)
        head = FlowLayout(tools, SPACE, TIGHT)
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self._mask)
        head.addWidget(self._copy)
        head.push_right(self._mask)
        self._parts = splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.addWidget(self.words)
        splitter.addWidget(self.panes)
        splitter.setSizes([120, 300])
        splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, TIGHT, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self._title)
        layout.addWidget(tools)
        layout.addWidget(splitter, 1)
        layout.addStretch()
        self._mask.toggled.connect(lambda _on: self._ask())
        self._copy.clicked.connect(self.copy_words)
        CopyKey(self.words, self.copy_words)

    def compare(self, older: str, newer: str, names: tuple[str, str] = ("", "")) -> None:
        """Show what differs; the older one stands at the left. `names`: what is said above the two."""
        self._texts = (older, newer)
        self.panes.name_sides(*names)
        self._ask()

    def show_none(self, why: str) -> None:
        """There is nothing to compare; `why`, in a sentence."""
        self._jobs.drop_read(("diff", id(self)))
        self._set_comparable(False)
        self._title.setText(why)

    def _set_comparable(self, is_comparable: bool) -> None:
        for widget in (self._mask, self._copy, self._parts):
            widget.setVisible(is_comparable)

    def copy_words(self) -> None:
        """Put all the words on the clipboard, a line each."""
        lines = (self.words.item(row).text() for row in range(self.words.count()))
        QGuiApplication.clipboard().setText("\n".join(lines))

    def _ask(self) -> None:
        older, newer = self._texts
        masker = self._masker if self._mask.isChecked() else None
        self._jobs.read(("diff", id(self)), lambda: _compared(older, newer, masker), self._show, owner=self)

    def _show(self, compared: _Compared | None) -> None:
        self.words.clear()
        self._set_comparable(True)
        self._copy.setEnabled(bool(compared and compared.changes))
        if compared is None:
            self._title.setText(self.tr("These texts are no JSON and cannot be compared."))
            return
        count = len(compared.changes)
        self.words.setVisible(count > 0)
        self._title.setText(
            self.tr("%n difference(s)", "", count)
            if count
            else self.tr("Nothing differs: the same was sent.")
        )
        self.words.addItems([change_text(change) for change in compared.changes])
        self.panes.show_sides(compared.sides)
        self.shown.emit()


def _compared(older: str, newer: str, masker: Masker | None) -> _Compared | None:
    """In another thread."""
    if masker is not None:
        older, newer = masker.json(older), masker.json(newer)
    try:
        changes = changes_between(read_json(older), read_json(newer))
    except ValueError:
        return None
    shown = ["".join(pretty_parts(text)) for text in (older, newer)]
    return _Compared(tuple(changes), sides_of(*shown))
