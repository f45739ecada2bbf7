"""The section of the form with the items: the table, its buttons, and what was found in the current cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ordermanager.ui.controls.plain import PlainLabel, set_plain_tooltip
from ordermanager.ui.controls.word_fold import WordFold
from ordermanager.ui.look.icons import set_icon
from ordermanager.ui.look.theme import SPACE, TIGHT
from ordermanager.ui.mnemonics import as_written
from ordermanager.ui.order_pane.field_box import FindingLine
from ordermanager.ui.order_pane.items_model import COLUMNS, ItemsModel
from ordermanager.ui.order_pane.items_view import ROW_HEIGHT, ItemsView
from ordermanager.ui.shell.window_fit import letter

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtGui import QResizeEvent

    from ordermanager.domain.checks.findings import Finding
    from ordermanager.domain.checks.rules import CostBasis
    from ordermanager.services.app import Services
    from ordermanager.ui.jobs import Jobs

FEWEST_ROWS, MOST_ROWS = 2, 8
"""The table grows with its items up to this many rows, then it scrolls."""
LEAST = 24
"""The least width, in letters."""


class ItemsEditor(QWidget):
    """`changed` comes with every change by the user."""

    changed = Signal()

    def __init__(self, services: Services, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ItemsModel(self)
        self.view = ItemsView(self.model, services, jobs, self)
        self._lines: list[FindingLine] = []
        self._order_findings: tuple[Finding, ...] = ()
        self._quiet = False
        self._build()
        self._connect()
        self._fit()

    def items(self) -> list[dict[str, str]]:
        """All rows as typed, without empty ones at the end."""
        items = self.model.items()
        while items and not any(text.strip() for text in items[-1].values()):
            items.pop()
        return items

    def set_items(self, items: list[dict[str, str]]) -> None:
        """Show these."""
        self.model.set_items(items)
        self._fit()
        if items:
            self.view.go_to(self.model.index(0, 0))
        self._show_current()

    def set_rules(self, required: Collection[str], basis: CostBasis, *, sent: bool) -> None:
        """What the active rule set asks for; `sent` is False where it leaves the items out."""
        self.model.set_rules(required, basis)
        self.view.columns.arrange()
        self._note.setVisible(not sent)

    def show_findings(self, findings: Sequence[Finding], *, quiet: bool) -> list[Finding]:
        """Mark the cells, and say below the table what is about all items. Returns what is shown."""
        self._order_findings = (
            () if quiet else tuple(finding for finding in findings if finding.field == "items")
        )
        self._quiet = quiet
        self.model.show_findings(findings, quiet=quiet)
        self._show_current()
        return [*self._order_findings, *self._shown_in_cells(findings)]

    def jump(self, row: int, field: str) -> None:
        """Go to a cell."""
        self.view.jump(row, field)

    def focus(self) -> None:
        """Take the keys."""
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def minimumSizeHint(self) -> QSize:
        """Override QWidget::minimumSizeHint: in a narrow pane the button shows its sign only."""
        least = super().minimumSizeHint()
        return QSize(min(least.width(), LEAST * letter(self)), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        self._fit_count()

    def _fit_count(self) -> None:
        """In a narrow pane the number of items gives way to the buttons; the rows are numbered."""
        left = self.width() - self._bar.minimumSize().width() - SPACE
        self._count.setVisible(left >= self._count.sizeHint().width())

    # building

    def _build(self) -> None:
        self._add = QPushButton(self.tr("Add item"), self)
        set_icon(self._add, "plus")
        set_plain_tooltip(self._add, self.tr("Begin another item (Tab behind the last cell)"))
        self._duplicate = self._tool(
            "duplicate", self.tr("Duplicate item"), self.tr("Duplicate this item (Ctrl+D)")
        )
        self._up = self._tool("arrow-up", self.tr("Move item up"), self.tr("Move up (Alt+Up)"))
        self._down = self._tool("arrow-down", self.tr("Move item down"), self.tr("Move down (Alt+Down)"))
        self._remove = self._tool("trash", self.tr("Remove item"), self.tr("Remove this item (Ctrl+Delete)"))
        self._all = self._tool(
            "more", self.tr("All columns"), self.tr("Show every column: line total, category, description")
        )
        self._all.setCheckable(True)
        self._all.toggled.connect(self.view.columns.show_all)
        self._count = PlainLabel("", self, role="muted")
        self._note = PlainLabel(
            self.tr("The active rule set sends orders without their items."), self, role="hint", wrap=True
        )
        self._note.hide()
        for button in (self._duplicate, self._up, self._down, self._remove):
            # each has a key in the table: Tab goes on to the amounts
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        bar = QHBoxLayout()
        bar.setSpacing(0)
        bar.addWidget(self._add)
        bar.addSpacing(TIGHT)
        for button in (self._duplicate, self._up, self._down, self._remove, self._all):
            bar.addWidget(button)
        WordFold(self, (self._add,), (self._duplicate, self._up, self._down, self._remove, self._all), gap=0)
        self._bar = bar
        self._count.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        bar.addWidget(self._count, 1)
        self._below = QVBoxLayout()
        self._below.setSpacing(TIGHT)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self._note)
        layout.addWidget(self.view)
        layout.addLayout(self._below)
        layout.addLayout(bar)

    def _tool(self, icon: str, name: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        set_icon(button, icon)
        button.setAccessibleName(name)
        set_plain_tooltip(button, as_written(tip))
        return button

    def _connect(self) -> None:
        self._add.clicked.connect(self.view.add_item)
        self._duplicate.clicked.connect(self.view.duplicate_item)
        self._up.clicked.connect(lambda: self.view.move_item(-1))
        self._down.clicked.connect(lambda: self.view.move_item(1))
        self._remove.clicked.connect(self.view.remove_items)
        self.view.current_changed.connect(self._show_current)
        self.model.edited.connect(self.changed)
        for signal in (self.model.rowsInserted, self.model.rowsRemoved, self.model.modelReset):
            signal.connect(self._fit)

    # inside

    def _fit(self) -> None:
        rows = self.model.rowCount()
        shown = min(max(rows, FEWEST_ROWS), MOST_ROWS)
        header = self.view.horizontalHeader().sizeHint().height()
        bar = self.view.horizontalScrollBar().sizeHint().height()
        self.view.setFixedHeight(header + shown * ROW_HEIGHT + bar + 2 * self.view.frameWidth() + 2)
        self._count.setText(self.tr("%n item(s)", "", rows) if rows else self.tr("No items yet"))
        self._fit_count()

    def _show_current(self) -> None:
        index = self.view.currentIndex()
        for button in (self._duplicate, self._up, self._down, self._remove):
            button.setEnabled(index.isValid())
        for line in self._lines:
            line.hide()
            line.deleteLater()
        found = [*self._order_findings, *self.model.findings_at(index)]
        self._lines = [FindingLine(finding, self) for finding in found]
        for line, finding in zip(self._lines, found, strict=True):
            self._below.addWidget(line)
            line.accepted.connect(lambda text, path=finding.field: self._take(path, text))

    def _take(self, path: str, text: str) -> None:
        index = self.view.currentIndex()
        if path != "items" and index.isValid():
            self.model.setData(index, text)

    def _shown_in_cells(self, findings: Sequence[Finding]) -> list[Finding]:
        shown = []
        for finding in findings:
            place = finding.field.removeprefix("items[").partition("]")
            if finding.field.startswith("items[") and int(place[0]) < self.model.rowCount():
                name = place[2].removeprefix(".")
                column = COLUMNS.index(name) if name in COLUMNS else 0
                if finding in self.model.findings_at(self.model.index(int(place[0]), column)):
                    shown.append(finding)
        return shown
