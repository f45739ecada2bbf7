"""The line under the review's table: what is wrong with the order, and a field to put it right at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ordermanager.domain.findings import Severity
from ordermanager.ui import i18n
from ordermanager.ui.icons import set_icon
from ordermanager.ui.import_dialog.review_table import path_name
from ordermanager.ui.plain import PlainLabel
from ordermanager.ui.theme import GAP, SPACE

if TYPE_CHECKING:
    from ordermanager.domain.findings import Finding
    from ordermanager.services.review_results import FindingGroup, ReviewOrder

_MOST_DIFFERENCES = 4


class FixBar(QFrame):
    """`one_wanted(id, path, text)`: this order; `all_wanted(group, text)`: all orders with this finding."""

    one_wanted = Signal(int, str, str)
    all_wanted = Signal(object, str)
    proposals_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._order: ReviewOrder | None = None
        self._finding: Finding | None = None
        self._group: FindingGroup | None = None
        self.sentence = PlainLabel("", self, wrap=True, selectable=True)
        self._label = PlainLabel("", self, role="muted")
        self.field = QLineEdit(self)
        self.field.setMaxLength(10_000)
        self._label.setBuddy(self.field)
        self.one = QPushButton(self.tr("Change"), self)
        self.all = QPushButton(self.tr("Change all"), self)
        self.proposals = QPushButton(self.tr("Use the proposals"), self)
        set_icon(self.proposals, "check")
        for button in (self.one, self.all, self.proposals):
            button.setAutoDefault(False)
        line = QHBoxLayout()
        line.setSpacing(SPACE)
        line.addWidget(self._label)
        line.addWidget(self.field, 1)
        for button in (self.one, self.all, self.proposals):
            line.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, SPACE, GAP, SPACE)
        column.setSpacing(SPACE)
        column.addWidget(self.sentence)
        column.addLayout(line)
        self.field.returnPressed.connect(self._want_one)
        self.one.clicked.connect(self._want_one)
        self.all.clicked.connect(self._want_all)
        self.proposals.clicked.connect(self._want_proposals)
        self._update()

    def show_group(self, group: FindingGroup | None) -> None:
        """Findings that are alike were chosen: all of them can be changed at once."""
        self._group = group
        self._update()

    def show_order(self, order: ReviewOrder | None, group: FindingGroup | None) -> None:
        """The current order; of its findings the one of the group, else the worst."""
        self._order = order
        self._group = group
        findings = order.findings if order is not None else ()
        alike = [each for each in findings if group is not None and each.code == group.code]
        worst = sorted(findings, key=lambda each: list(Severity).index(each.severity))
        self._finding = next(iter(alike or worst), None)
        self._update()

    def focus_field(self) -> None:
        """Put the keyboard where the order is put right."""
        if self.field.isEnabled():
            self.field.setFocus()
            self.field.selectAll()

    def _update(self) -> None:
        order, finding = self._order, self._finding
        self.sentence.setText(self._words())
        has_field = order is not None and finding is not None and finding.field not in ("", "items")
        if order is not None and finding is not None:
            name = path_name(finding.field)
            self._label.setText(name)
            self.field.setAccessibleName(name)
            self.field.setText(finding.proposal or text_at(order, finding.field))
        else:
            self._label.setText("")
            self.field.clear()
        for part in (self._label, self.field, self.one):
            part.setVisible(has_field)
        group = self._group
        self.all.setVisible(group is not None and has_field)
        self.proposals.setVisible(group is not None and group.proposals > 0)
        if group is not None:
            self.all.setText(self.tr("Change all %n", "", group.orders))
            self.proposals.setText(self.tr("Use %n proposal(s)", "", group.proposals))

    def _words(self) -> str:
        order = self._order
        if order is None:
            return self.tr("Choose an order to see what was found in it.")
        lines = [f"{path_name(each.field)}: {i18n.finding_text(each)}" for each in order.findings[:3]]
        changes = [
            self.tr("{field}: {old} → {new}").format(
                field=path_name(each.field), old=each.old or "–", new=each.new or "–"
            )
            for each in order.differences[:_MOST_DIFFERENCES]
        ]
        if changes:
            lines.append(self.tr("Would change here: ") + "; ".join(changes))
        return "\n".join(lines) or self.tr("Nothing to put right.")

    def _want_one(self) -> None:
        if self._order is not None and self._finding is not None:
            self.one_wanted.emit(self._order.id, self._finding.field, self.field.text())

    def _want_all(self) -> None:
        if self._group is not None:
            self.all_wanted.emit(self._group, self.field.text())

    def _want_proposals(self) -> None:
        if self._group is not None:
            self.proposals_wanted.emit(self._group)


def text_at(order: ReviewOrder, path: str) -> str:
    """The text of a field of an order, by its path: `email`, `items[2].cost`, `additionalInfo.note`."""
    head, _, name = path.partition(".")
    if head.startswith("items[") and name:
        number = int(head[len("items[") : -1])
        return order.draft.items[number].get(name, "") if number < len(order.draft.items) else ""
    if head == "additionalInfo" and name:
        return order.draft.additional_info.get(name, "")
    return order.draft.get(head)
