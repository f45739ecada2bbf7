"""By what the orders of a file are checked: the required fields, the zone of its dates, the country of its phones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QWidget

from ordermanager.domain.checks.rules import RuleSet
from ordermanager.ui.controls.plain import PlainLabel, set_plain_tooltip
from ordermanager.ui.import_dialog.quiet_line import QuietLine
from ordermanager.ui.look.theme import GAP, SPACE
from ordermanager.ui.zones import zone_names

if TYPE_CHECKING:
    from ordermanager.domain.checks.rules import CheckRules
    from ordermanager.services.imports.prepared import ImportOptions

LETTERS = 14


class RulesPanel(QFrame):
    """`changed`: the user has chosen another; ask `rule_set()`, `timezone()` and `region()`."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.rule_sets = QComboBox(self)
        for rule_set, title in rule_set_titles().items():
            self.rule_sets.addItem(title, rule_set.value)
        self.timezones = QComboBox(self)
        self.timezones.setEditable(True)
        self.timezones.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._known_zone = ""
        self._zone = QuietLine(self)
        self.timezones.setLineEdit(self._zone)
        self.timezones.addItems(zone_names())
        self.regions = QuietLine(self)
        self.regions.setMaxLength(2)
        set_plain_tooltip(self.regions, self.tr("Two letters, for example UA, PL or DE"))
        self._build()
        self.rule_sets.activated.connect(lambda _: self.changed.emit())
        self.timezones.activated.connect(lambda _: self._take_zone(self.timezone()))
        self._zone.taken.connect(self._take_zone)
        self.regions.taken.connect(lambda _text: self.changed.emit())

    def _build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(GAP, GAP, GAP, GAP)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(SPACE)
        grid.addWidget(PlainLabel(self.tr("For all orders of this file"), self, role="heading"), 0, 0, 1, 3)
        titles = (
            self.tr("Re&quired fields"),
            self.tr("Dates without a time z&one are in"),
            self.tr("Phones without a country &code are from"),
        )
        for column, (title, editor) in enumerate(
            zip(titles, (self.rule_sets, self.timezones, self.regions), strict=True)
        ):
            label = PlainLabel(title, self, role="muted", wrap=True)
            label.setBuddy(editor)
            editor.setAccessibleName(title.replace("&", ""))
            if isinstance(editor, QComboBox):
                editor.setMinimumContentsLength(LETTERS)
                editor.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            grid.addWidget(label, 1, column)
            grid.addWidget(editor, 2, column)
            grid.setColumnStretch(column, 1)

    def rule_set(self) -> RuleSet:
        """The list of required fields for these orders."""
        return RuleSet(self.rule_sets.currentData())

    def timezone(self) -> str:
        """The zone of dates without an offset."""
        return self.timezones.currentText().strip()

    def region(self) -> str:
        """The country of phones without a code."""
        return self.regions.text().strip()

    def begin(self, rules: CheckRules, options: ImportOptions) -> None:
        """Show what `options` give, else the workspace's own rules."""
        self.choose_rules(options.rule_set or rules.rule_set)
        zone, region = options.timezone or rules.timezone, options.region or rules.region
        self.timezones.setCurrentIndex(self.timezones.findText(zone))
        self._zone.show_text(zone)
        self._known_zone = zone
        self.regions.show_text(region)

    def choose_rules(self, rule_set: RuleSet) -> None:
        """Show another list of required fields."""
        self.rule_sets.setCurrentIndex(self.rule_sets.findData(rule_set.value))

    def _take_zone(self, text: str) -> None:
        """A zone counts when it is there: while it is typed it is none."""
        if text != self._known_zone and text in zone_names():
            self._known_zone = text
            self.changed.emit()


def rule_set_titles() -> dict[RuleSet, str]:
    """The rule sets in words, in the order from the strictest on."""
    return {
        RuleSet.FULL: QCoreApplication.translate("RuleSet", "Full: all fields that messages use"),
        RuleSet.NO_ITEMS: QCoreApplication.translate("RuleSet", "Without items: for statistics only"),
        RuleSet.MINIMUM: QCoreApplication.translate("RuleSet", "Minimum: what Yespo's newest page asks"),
    }
