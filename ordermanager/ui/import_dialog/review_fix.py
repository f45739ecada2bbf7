"""The part under the review's table: what was found in the order, a field to put it right at once, and what would
change in the workspace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ordermanager.domain.checks.findings import Severity
from ordermanager.ui import i18n
from ordermanager.ui.controls.field_cells import status_box
from ordermanager.ui.controls.plain import PlainLabel
from ordermanager.ui.import_dialog.review_table import path_name
from ordermanager.ui.import_dialog.tables import ListTable, TextTable
from ordermanager.ui.look.icons import set_icon
from ordermanager.ui.look.theme import GAP, SPACE
from ordermanager.ui.order_pane.date_editor import DateEditor
from ordermanager.ui.words import status_name

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from ordermanager.domain.checks.findings import Finding
    from ordermanager.services.imports.review_results import FieldChange, FindingGroup, ReviewOrder

MOST_FINDINGS = 3
MOST_ROWS = 4


class FixBar(QFrame):
    """`one_wanted(id, path, text)`: this order; `all_wanted(group, text)`: all orders with this finding."""

    one_wanted = Signal(int, str, str)
    all_wanted = Signal(object, str)
    proposals_wanted = Signal(object)

    def __init__(self, timezone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._order: ReviewOrder | None = None
        self._findings: list[Finding] = []
        self._group: FindingGroup | None = None
        self.sentence = PlainLabel("", self, wrap=True, selectable=True)
        self.changes = ChangesModel(self)
        self.changes_table = ListTable(self.changes, self.tr("Would change here"), (160, 250), self)
        self._build(timezone)
        self._connect()
        self._update()

    def _build(self, timezone: str) -> None:
        self.which = QComboBox(self)
        self.which.setAccessibleName(self.tr("Field to put right"))
        self.dates = DateEditor(self, timezone)
        self.field = self.dates.line
        self.field.setMaxLength(10_000)
        self.statuses = status_box(self)
        self.one = QPushButton(self.tr("Change"), self)
        self.all = QPushButton(self.tr("Change all"), self)
        self.proposals = QPushButton(self.tr("Use the proposals"), self)
        set_icon(self.proposals, "check")
        line = QHBoxLayout()
        line.setSpacing(SPACE)
        line.addWidget(self.which)
        line.addWidget(self.dates, 1)
        line.addWidget(self.statuses, 1)
        for button in (self.one, self.all, self.proposals):
            button.setAutoDefault(False)
            line.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, SPACE, GAP, SPACE)
        column.setSpacing(SPACE)
        column.addLayout(line)
        column.addWidget(self.sentence)
        column.addWidget(self.changes_table)

    def _connect(self) -> None:
        self.which.activated.connect(lambda _row: self._show_field())
        self.field.returnPressed.connect(self._want_one)
        self.statuses.activated.connect(lambda _row: self._want_one())
        self.one.clicked.connect(self._want_one)
        self.all.clicked.connect(self._want_all)
        self.proposals.clicked.connect(self._want_proposals)

    def show_group(self, group: FindingGroup | None) -> None:
        """Findings that are alike were chosen: all of them can be changed at once."""
        self._group = group
        self._update()

    def show_order(self, order: ReviewOrder | None, group: FindingGroup | None) -> None:
        """The current order; of its findings those of the group come first, then the worst."""
        self._order = order
        self._group = group
        self._update()

    def focus_field(self) -> None:
        """Put the keyboard where the order is put right."""
        if self.statuses.isVisible():
            self.statuses.setFocus()
        elif self.dates.isVisible():
            self.field.setFocus()
            self.field.selectAll()

    @property
    def finding(self) -> Finding | None:
        """The finding that the field puts right."""
        row = self.which.currentIndex()
        return self._findings[row] if 0 <= row < len(self._findings) else None

    def _update(self) -> None:
        order, group = self._order, self._group
        found = [each for each in order.findings if each.field not in ("", "items")] if order else []
        severities = list(Severity)
        self._findings = sorted(
            found,
            key=lambda each: (
                group is None or not _is_of(each, group),
                severities.index(each.severity),
            ),
        )
        self.which.clear()
        for each in self._findings:
            self.which.addItem(path_name(each.field))
        self.which.setVisible(bool(self._findings))
        self.which.setEnabled(len(self._findings) > 1)
        self.sentence.setText(self._words())
        self._show_changes(order.differences if order is not None else ())
        self.proposals.setVisible(group is not None and group.proposals > 0)
        if group is not None:
            self.all.setText(self.tr("Change all %n", "", group.orders))
            self.proposals.setText(self.tr("Use %n proposal(s)", "", group.proposals))
        self._show_field()

    def _show_field(self) -> None:
        order, finding, group = self._order, self.finding, self._group
        is_status = finding is not None and finding.field == "status"
        has_field = order is not None and finding is not None
        self.statuses.setVisible(has_field and is_status)
        self.dates.setVisible(has_field and not is_status)
        self.one.setVisible(has_field)
        self.all.setVisible(
            group is not None and has_field and finding is not None and _is_of(finding, group)
        )
        if order is None or finding is None:
            self.field.clear()
            return
        name, text = path_name(finding.field), finding.proposal or text_at(order, finding.field)
        self.field.setAccessibleName(name)
        self.statuses.setAccessibleName(name)
        self.dates.sign.setVisible(finding.field == "date")
        self.field.setPlaceholderText("2026-11-23 14:05" if finding.field == "date" else "")
        self.field.setText(text)
        self.statuses.setCurrentIndex(self.statuses.findData(text))

    def _show_changes(self, changes: tuple[FieldChange, ...]) -> None:
        self.changes.set_changes(changes)
        self.changes_table.setVisible(bool(changes))
        rows = min(len(changes), MOST_ROWS) + 1
        self.changes_table.setFixedHeight(
            rows * self.changes_table.verticalHeader().defaultSectionSize() + 12
        )

    def _words(self) -> str:
        order = self._order
        if order is None:
            return self.tr("Choose an order to see what was found in it.")
        shown = order.findings[:MOST_FINDINGS]
        lines = [f"{path_name(each.field)}: {i18n.finding_text(each)}" for each in shown]
        if more := len(order.findings) - len(shown):
            lines.append(self.tr("and %n more", "", more))
        if order.differences:
            lines.append(self.tr("This order is here already; the import would change it:"))
        return "\n".join(lines) or self.tr("Nothing to put right.")

    def _text(self) -> str:
        return str(self.statuses.currentData() or "") if self.statuses.isVisible() else self.field.text()

    def _want_one(self) -> None:
        if self._order is not None and self.finding is not None:
            self.one_wanted.emit(self._order.id, self.finding.field, self._text())

    def _want_all(self) -> None:
        if self._group is not None:
            self.all_wanted.emit(self._group, self._text())

    def _want_proposals(self) -> None:
        if self._group is not None:
            self.proposals_wanted.emit(self._group)


class ChangesModel(TextTable):
    """What an import would change in an order of the workspace, field by field."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.titles = (self.tr("Field"), self.tr("Here now"), self.tr("After the import"))

    def set_changes(self, changes: tuple[FieldChange, ...]) -> None:
        """Show these."""
        rows: list[tuple[str, ...]] = [
            (change_name(each.field), _shown(each.field, each.old), _shown(each.field, each.new))
            for each in changes
        ]
        self.fill(rows, [None] * len(rows), [f"{old} → {new}" for _, old, new in rows], has_signs=False)


def _shown(path: str, text: str) -> str:
    return (status_name(text) if path == "status" and text else text[:200]) or "–"


def change_name(path: str) -> str:
    """A field for people, with the number of its item: `items[2].cost` is the price of the third."""
    if path.startswith("items["):
        number = int(path[len("items[") : path.index("]")]) + 1
        return f"{path_name(path)} ({i18n.count(number)})"
    return path_name(path)


def text_at(order: ReviewOrder, path: str) -> str:
    """The text of a field of an order, by its path: `email`, `items[2].cost`, `additionalInfo.note`."""
    head, _, name = path.partition(".")
    if head.startswith("items[") and name:
        number = int(head[len("items[") : -1])
        return order.draft.items[number].get(name, "") if number < len(order.draft.items) else ""
    if head == "additionalInfo" and name:
        return order.draft.additional_info.get(name, "")
    return order.draft.get(head)


def _is_of(finding: Finding, group: FindingGroup) -> bool:
    name = finding.field
    if name.startswith("items["):
        name = "items[]" + name[name.index("]") + 1 :]
    return (finding.code, name) == (group.code, group.field)
