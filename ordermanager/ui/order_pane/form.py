"""The form of one order, built from the table of fields. It shows findings; it does not check."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from ordermanager.domain.checks.requirements import REQUIREMENTS
from ordermanager.domain.checks.totals import draft_total_parts, rounded
from ordermanager.domain.draft import OrderDraft
from ordermanager.domain.fields import ORDER_FIELDS, Group, Kind
from ordermanager.domain.statuses import Status
from ordermanager.ui import i18n
from ordermanager.ui.controls.completion import Completion
from ordermanager.ui.controls.plain import PlainLabel
from ordermanager.ui.look.theme import GAP, HUGE, TIGHT, WIDE
from ordermanager.ui.order_pane.date_editor import DateEditor
from ordermanager.ui.order_pane.field_box import FieldBox, FindingLine
from ordermanager.ui.order_pane.findings_list import FindingsList
from ordermanager.ui.order_pane.form_layout import SECTIONS, cells, group_title, in_reading_order
from ordermanager.ui.order_pane.items_editor import ItemsEditor
from ordermanager.ui.order_pane.pairs_editor import PairsEditor
from ordermanager.ui.order_pane.sections import Section
from ordermanager.ui.order_pane.totals_line import TotalsLine
from ordermanager.ui.order_pane.words import item_place
from ordermanager.ui.shell.window_fit import letter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Any

    from PySide6.QtGui import QResizeEvent

    from ordermanager.domain.checks.checked import Checked
    from ordermanager.domain.checks.findings import Finding
    from ordermanager.domain.checks.rules import CheckRules
    from ordermanager.domain.checks.totals import TotalParts
    from ordermanager.services.app import Services
    from ordermanager.store.people.records import CustomerSuggestion
    from ordermanager.ui.jobs import Jobs

WIDEST = 860
"""Wider lines of a form are hard to follow."""
NARROW = 46
"""In letters of its text: below this each field has a line of its own."""
QUICKLY_ADDED = 300
"""So many items are added up on the spot; the total of more waits for the check, which runs beside."""
_CUSTOMER_LINES = ("email", "phone", "firstName", "lastName", "externalCustomerId")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check in a thread found out about a draft."""

    checked: Checked
    parts: TotalParts | None


class OrderForm(QScrollArea):
    """`changed` comes with every change by the user; `set_draft` is none. There is nothing in it before `make`."""

    changed = Signal()

    def __init__(self, services: Services, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._boxes: dict[str, FieldBox] = {}
        self._sections: dict[Group, Section] = {}
        self._other_fields: dict[str, str] = {}
        self._quiet = False
        self._is_new = False
        self._own_total = ""
        self._findings: tuple[Finding, ...] = ()
        self._pair_lines: list[FindingLine] = []
        self._timezone = "UTC"
        self._rules: CheckRules | None = None

    # the value

    def draft(self) -> OrderDraft:
        """The order as it is typed now."""
        fields = dict(self._other_fields)
        fields.update({name: box.text() for name, box in self._boxes.items()})
        return OrderDraft(
            {name: text for name, text in fields.items() if text}, self.items.items(), self.pairs.pairs()
        )

    def set_draft(self, draft: OrderDraft, *, quiet: bool = False) -> None:
        """Show an order, whose verdict comes next. `quiet`: it is new, with empty required fields marked, no more."""
        self._quiet = self._is_new = quiet
        self._own_total = ""
        self._other_fields = {name: text for name, text in draft.fields.items() if name not in self._boxes}
        for name, box in self._boxes.items():
            box.set_text(draft.fields.get(name, ""))
        self.items.set_items(draft.items)
        self.pairs.set_pairs(draft.additional_info)
        more = [cell.field.name for cell in cells(Group.MORE)]
        self._sections[Group.MORE].unfold(
            bool(draft.additional_info) or any(draft.get(name) for name in more)
        )

    def set_rules(self, rules: CheckRules) -> None:
        """Mark what the active rule set asks for."""
        if rules == self._rules:
            return
        self._rules = rules
        needed = REQUIREMENTS[rules.rule_set]
        self._timezone = rules.timezone
        for name, box in self._boxes.items():
            box.set_required(name in needed.order)
            if isinstance(box.editor, DateEditor):
                box.editor.set_timezone(rules.timezone)
        self.items.set_rules(needed.item, rules.cost_basis, sent=needed.sends_items)

    def show_verdict(self, verdict: Verdict) -> None:
        """Show what a check of this draft found."""
        self._show_findings(verdict.checked.findings)
        readable = verdict.checked.readable
        self._show_hints(readable)
        self._follow_total(verdict.parts)
        self.totals.explain(verdict.parts, readable.get("total_cost"), str(readable.get("currency") or ""))

    def speak_up(self) -> None:
        """From now on say everything: the user wants to be done."""
        self._quiet = False
        self._show_findings(self._findings)

    def commit(self) -> None:
        """Take over what stands in an open cell of the items, and what follows for the total of a new order."""
        self.items.view.commit()
        if self._is_new and self._rules is not None and self.items.model.rowCount() <= QUICKLY_ADDED:
            self._follow_total(draft_total_parts(self.draft(), self._rules.cost_basis))

    def focus_first(self) -> None:
        """Take the keys in the first field."""
        self._boxes["externalOrderId"].focus()

    def jump_to(self, path: str) -> None:
        """Go to the field of a finding."""
        place = item_place(path)
        if place is not None:
            self.items.jump(*place)
            self.ensureWidgetVisible(self.items)
        elif path == "items":
            self.items.focus()
            self.ensureWidgetVisible(self.items)
        elif path == "additionalInfo":
            self._sections[Group.MORE].unfold()
            self.pairs.focus()
        elif path in self._boxes:
            box = self._boxes[path]
            self._sections[box.field.group].unfold()
            box.focus()
            self.ensureWidgetVisible(box, 0, HUGE)

    def box(self, name: str) -> FieldBox:
        """The box of an order field."""
        return self._boxes[name]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QScrollArea::resizeEvent: two fields that have no room side by side stand below one another."""
        super().resizeEvent(event)
        is_narrow = self.viewport().width() < NARROW * letter(self)
        for section in self._sections.values():
            section.set_narrow(is_narrow)

    # building

    def make(self) -> Iterator[None]:
        """Make what is in it, in short steps."""
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = self._inner = QWidget(self.viewport())
        self.findings = FindingsList(inner)
        inner.setMaximumWidth(WIDEST)
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(WIDE, GAP, WIDE, WIDE)
        layout.setSpacing(WIDE)
        layout.addWidget(self.findings)
        for number, group in enumerate(SECTIONS):
            if number:
                layout.addWidget(self._line())
            layout.addWidget(self._build_section(group))
            yield
        layout.addStretch(1)
        self._connect()
        yield
        self.setWidget(inner)

    def _line(self) -> QFrame:
        line = QFrame(self._inner)
        line.setProperty("role", "line")
        return line

    def _build_section(self, group: Group) -> Section:
        """Widgets are made in the order in which one reads them, because that is the order of the Tab key."""
        section = Section(group_title(group), self._inner, foldable=group is Group.MORE)
        self._sections[group] = section
        if group is Group.ITEM:
            self.items = ItemsEditor(self._services, self._jobs, section.body)
            section.add(self.items, 0, 0, 6)
        for cell in cells(group):
            if cell.field.kind is Kind.PAIRS:
                section.add(
                    self._build_pairs(i18n.label(cell.field), section), cell.row, cell.column, cell.span
                )
            else:
                box = FieldBox(cell.field, section.body)
                self._boxes[cell.field.name] = box
                if cell.field.name == "externalCustomerId":
                    self._say_what_it_may_be(box)
                section.add(box, cell.row, cell.column, cell.span)
        if group is Group.MONEY:
            self.totals = TotalsLine(section.body)
            section.add(self.totals, section.grid.rowCount(), 0, 6)
        return section

    def _say_what_it_may_be(self, box: FieldBox) -> None:
        line = box.editor.target()
        if isinstance(line, QLineEdit):
            line.setPlaceholderText(self.tr("Your number of the customer, or the e-mail, or the phone"))

    def _build_pairs(self, title: str, section: Section) -> QWidget:
        holder = QWidget(section.body)
        self.pairs = PairsEditor(holder)
        self._pairs_layout = QVBoxLayout(holder)
        self._pairs_layout.setContentsMargins(0, 0, 0, 0)
        self._pairs_layout.setSpacing(TIGHT)
        self._pairs_layout.addWidget(PlainLabel(title, holder, role="muted"))
        self._pairs_layout.addWidget(self.pairs)
        return holder

    def _connect(self) -> None:
        for box in self._boxes.values():
            box.changed.connect(self.changed)
        self.items.changed.connect(self.changed)
        self.pairs.changed.connect(self.changed)
        self.findings.jump.connect(self.jump_to)
        self.totals.chosen.connect(self._boxes["totalCost"].take)
        for name in _CUSTOMER_LINES:
            line = self._boxes[name].editor.target()
            assert isinstance(line, QLineEdit)
            completion = Completion(line, self._jobs, self._customers_like, _customer_words)
            completion.chosen.connect(self._take_customer)

    def _customers_like(self, prefix: str) -> Sequence[CustomerSuggestion]:
        return self._services.orders.complete_customer(prefix)

    # inside

    def _show_findings(self, findings: Sequence[Finding]) -> None:
        self._findings = tuple(findings)
        by_field: dict[str, list[Finding]] = {}
        for finding in findings:
            by_field.setdefault(finding.field, []).append(finding)
        shown: list[Finding] = list(by_field.get("", ()))
        for field in ORDER_FIELDS:
            found = by_field.get(field.name, [])
            if field.name in self._boxes:
                shown += self._boxes[field.name].show_findings(found, quiet=self._quiet)
            else:
                shown += self._show_pair_findings(found)
        in_items = [finding for finding in findings if finding.field == "items" or item_place(finding.field)]
        shown += self.items.show_findings(in_items, quiet=self._quiet)
        self.findings.show_findings(in_reading_order(shown))

    def _show_pair_findings(self, findings: list[Finding]) -> list[Finding]:
        for line in self._pair_lines:
            line.hide()
            line.deleteLater()
        self._pair_lines = [FindingLine(finding, self) for finding in findings]
        for line in self._pair_lines:
            self._pairs_layout.addWidget(line)
        if findings:
            self._sections[Group.MORE].unfold()
        return findings

    def _show_hints(self, readable: Any) -> None:
        """Below status, phone, e-mail and date: which event is raised, and how they go out where that is not what was
        typed."""
        for name in ("phone", "email"):
            sent, typed = readable.get(name), self._boxes[name].text().strip()
            as_sent = self.tr("Will be sent as {digits}").format(digits=sent)
            self._boxes[name].set_hint(as_sent if sent and sent != typed else "")
        status = readable.get("status")
        raises = self.tr("Raises {event} when Yespo accepts it")
        event = raises.format(event=status.event_name) if isinstance(status, Status) else ""
        self._boxes["status"].set_hint(event)
        moment = readable.get("date")
        editor = self._boxes["date"].editor
        shown = i18n.date_time(moment, self._timezone) if isinstance(moment, datetime) else ""
        is_same = isinstance(editor, DateEditor) and editor.line.text().strip() == shown
        zone = self._timezone if is_same else f"{shown} ({self._timezone})" if shown else ""
        self._boxes["date"].set_hint(zone)

    def _take_customer(self, customer: Any) -> None:
        """Fill in a customer known from earlier orders; what is typed elsewhere in these fields is replaced."""
        values = {
            "email": customer.email,
            "phone": customer.phone,
            "firstName": customer.first_name,
            "lastName": customer.last_name,
            "externalCustomerId": customer.external_customer_id,
        }
        for name, text in values.items():
            if text:
                self._boxes[name].take(text)
        self._go_on_behind(values)

    def _go_on_behind(self, names: Iterable[str]) -> None:
        """Take the keys to the first of these fields that is empty; all are filled: to the items."""
        empty = next((name for name in names if not self._boxes[name].text().strip()), "")
        if empty:
            self._boxes[empty].focus()
        else:
            self.items.focus()

    def _follow_total(self, parts: TotalParts | None) -> None:
        """The total of an order that is written here is what its parts make, until someone writes another."""
        box = self._boxes["totalCost"]
        is_free = box.text().strip() in ("", self._own_total) and not box.editor.target().hasFocus()
        if self._is_new and is_free and parts is not None and self.items.items():
            expected = rounded(parts.expected)
            if expected != box.text().strip():
                self._own_total = expected
                box.take(expected)


def _customer_words(customer: Any) -> str:
    """What the list shows of a customer."""
    name = f"{customer.first_name} {customer.last_name}".strip()
    parts = (name, customer.email, customer.phone, customer.external_customer_id)
    return " · ".join(part[:60] for part in parts if part)
