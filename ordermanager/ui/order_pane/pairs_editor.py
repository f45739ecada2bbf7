"""additionalInfo as rows of name and value; an empty row always waits at the end."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from ordermanager.ui.controls.plain import PlainLabel, set_plain_tooltip
from ordermanager.ui.controls.whole_line import WholeLine
from ordermanager.ui.look.icons import set_icon
from ordermanager.ui.look.theme import SPACE, TIGHT


class _PairRow(QWidget):
    """One name and value."""

    changed = Signal()
    removed = Signal()

    def __init__(self, name: str, value: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = WholeLine(self)
        self.name.setText(name)
        self.name.setPlaceholderText(self.tr("Name"))
        self.name.setAccessibleName(self.tr("Name of additional info"))
        self.value = WholeLine(self)
        self.value.setText(value)
        self.value.setPlaceholderText(self.tr("Value"))
        self.value.setAccessibleName(self.tr("Value of additional info"))
        self.remove = QToolButton(self)
        set_icon(self.remove, "close", "muted")
        self.remove.setAccessibleName(self.tr("Remove this line"))
        set_plain_tooltip(self.remove, self.tr("Remove this line"))
        self.remove.clicked.connect(self.removed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(TIGHT)
        layout.addWidget(self.name, 2)
        layout.addWidget(self.value, 3)
        layout.addWidget(self.remove)
        for line in (self.name, self.value):
            line.textChanged.connect(self.changed)

    def is_empty(self) -> bool:
        """Whether nothing is typed in either field."""
        return not self.name.text().strip() and not self.value.text().strip()


class PairsEditor(QWidget):
    """The pairs as a dict. Of two rows with one name the later is kept, and the editor says so."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_PairRow] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(TIGHT)
        self._note = PlainLabel("", self, role="warning", wrap=True)
        self._note.setContentsMargins(0, 0, 0, SPACE)
        self._note.hide()
        self._layout.addWidget(self._note)
        self.set_pairs({})

    def pairs(self) -> dict[str, str]:
        """What is typed; a value without a name stands under the empty name."""
        return {row.name.text(): row.value.text() for row in self._rows if not row.is_empty()}

    def set_pairs(self, pairs: dict[str, str]) -> None:
        """Show these, without `changed`."""
        if (
            self._rows
            and list(pairs.items()) == list(self.pairs().items())
            and len(self._rows) == len(pairs) + 1
        ):
            return  # as it is with most orders: none before, and none now
        for row in self._rows:
            row.deleteLater()
        self._rows = []
        for name, value in [*pairs.items(), ("", "")]:
            self._add(name, value)
        self._say_doubles()

    def focus(self) -> None:
        """Take the keys in the first row."""
        self._rows[0].name.setFocus(Qt.FocusReason.OtherFocusReason)

    def rows(self) -> list[tuple[QLineEdit, QLineEdit]]:
        """The fields of every row, the empty last one too."""
        return [(row.name, row.value) for row in self._rows]

    def _add(self, name: str, value: str) -> None:
        row = _PairRow(name, value, self)
        row.changed.connect(self._on_changed)
        row.removed.connect(lambda: self._remove(row))
        self._rows.append(row)
        self._layout.insertWidget(len(self._rows) - 1, row)
        if len(self._rows) > 1:
            QWidget.setTabOrder(self._rows[-2].remove, row.name)
        self._mark_last()

    def _on_changed(self) -> None:
        if not self._rows[-1].is_empty():
            self._add("", "")
        self._say_doubles()
        self.changed.emit()

    def _remove(self, row: _PairRow) -> None:
        place = self._rows.index(row)
        self._rows.remove(row)
        row.hide()
        row.deleteLater()
        self._mark_last()
        self._rows[min(place, len(self._rows) - 1)].name.setFocus(Qt.FocusReason.OtherFocusReason)
        self._say_doubles()
        self.changed.emit()

    def _mark_last(self) -> None:
        for row in self._rows:
            row.remove.setEnabled(row is not self._rows[-1])

    def _say_doubles(self) -> None:
        names = [row.name.text() for row in self._rows if not row.is_empty()]
        double = next((name for name in names if names.count(name) > 1), None)
        self._note.setVisible(double is not None)
        if double is not None:
            self._note.setText(
                self.tr("“{name}” stands here twice; only the last one is kept.").format(name=double)
            )
