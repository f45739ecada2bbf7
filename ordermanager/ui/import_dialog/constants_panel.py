"""What the file does not say: fields given once for all orders, and the rules by which these orders are checked."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import available_timezones

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from ordermanager.domain.rules import RuleSet
from ordermanager.domain.statuses import Status
from ordermanager.ui.import_dialog.columns_tab import field_name
from ordermanager.ui.plain import PlainLabel, set_plain_tooltip
from ordermanager.ui.theme import GAP, SPACE
from ordermanager.ui.words import status_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordermanager.domain.rules import CheckRules
    from ordermanager.services.importing import ImportOptions

PAUSE_MS = 600
_EXAMPLES = {
    "externalCustomerId": "{email|phone}",
    "url": "https://shop.example/p/{externalItemId}",
    "imageUrl": "https://shop.example/p/{externalItemId}.jpg",
    "currency": "UAH",
}
_IN_A_ROW = 3


class ConstantsPanel(QWidget):
    """`changed`: the user has given or taken back something; ask `constants()` and `rules()`."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editors: dict[str, QLineEdit | QComboBox] = {}
        self._parts: dict[str, QWidget] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.changed)
        self._title = PlainLabel("", self, role="heading", wrap=True)
        self._hint = PlainLabel(
            self.tr(
                "Give one value for all, or a pattern with field names in braces. Empty fields stay empty."
            ),
            self,
            role="muted",
            wrap=True,
        )
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(SPACE)
        self._rules = self._build_rules()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self._title)
        layout.addWidget(self._hint)
        layout.addLayout(self._grid)
        layout.addLayout(self._rules)

    def constants(self) -> dict[str, str]:
        """What was given, by field."""
        texts = {name: _text(editor) for name, editor in self._editors.items()}
        return {name: text for name, text in texts.items() if text}

    def take(self, field: str, text: str, *, is_rule_set: bool) -> None:
        """Take a proposal: a text for a field, or a rule set under which the field is not needed."""
        if is_rule_set:
            self.rule_sets.setCurrentIndex(self.rule_sets.findData(text))
        else:
            if field not in self._editors:
                self._replace([*self._editors, field])
            self._give(field, text)
        self.changed.emit()

    def _give(self, field: str, text: str) -> None:
        editor = self._editors[field]
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findData(text)))
        else:
            editor.setText(text)

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
        """Forget what was given for another file; show what `options` give, else the workspace's own rules."""
        self._timer.stop()
        self._replace([])
        self._replace(list(options.constants))
        for name, text in options.constants.items():
            self._give(name, text)
        self.show_missing(())
        self.rule_sets.setCurrentIndex(self.rule_sets.findData((options.rule_set or rules.rule_set).value))
        self.timezones.setCurrentText(options.timezone or rules.timezone)
        self.regions.setText(options.region or rules.region)

    def show_missing(self, missing: Sequence[str]) -> None:
        """Offer these fields, besides those that have been given already."""
        wanted = [*(name for name, editor in self._editors.items() if _text(editor)), *missing]
        names = list(dict.fromkeys(wanted))
        if names != list(self._editors):
            self._replace(names)
        for widget in (self._title, self._hint):
            widget.setVisible(bool(names))
        listed = ", ".join(field_name(name) for name in missing)
        given = self.tr("Given for all orders")
        self._title.setText(
            self.tr("The file does not have: {fields}").format(fields=listed) if missing else given
        )

    def _replace(self, names: list[str]) -> None:
        """Keep the editors that stay, so that the cursor is not taken from the one that is being typed in."""
        for name in self._editors.keys() - set(names):
            del self._editors[name]
            self._parts.pop(name).deleteLater()
        self._editors = {name: self._editors.get(name) or self._editor(name) for name in names}
        while self._grid.count():
            self._grid.takeAt(0)
        for number, name in enumerate(names):
            self._grid.addWidget(self._parts[name], number // _IN_A_ROW, number % _IN_A_ROW)

    def _editor(self, name: str) -> QLineEdit | QComboBox:
        part = self._parts[name] = QWidget(self)
        editor: QLineEdit | QComboBox
        if name == "status":
            editor = QComboBox(part)
            editor.addItem("", "")
            for status in Status:
                editor.addItem(status_name(status), status.value)
            editor.activated.connect(lambda _: self.changed.emit())
        else:
            editor = QLineEdit(part)
            editor.setPlaceholderText(_EXAMPLES.get(name, ""))
            editor.textEdited.connect(lambda _: self._timer.start())
        editor.setAccessibleName(field_name(name))
        label = PlainLabel(field_name(name), part, role="muted")
        label.setBuddy(editor)
        layout = QVBoxLayout(part)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(label)
        layout.addWidget(editor)
        return editor

    def _build_rules(self) -> QGridLayout:
        self.rule_sets = QComboBox(self)
        for rule_set, title in rule_set_titles().items():
            self.rule_sets.addItem(title, rule_set.value)
        self.rule_sets.activated.connect(lambda _: self.changed.emit())
        self.timezones = QComboBox(self)
        self.timezones.setEditable(True)
        self.timezones.addItems(sorted(available_timezones()))
        self.timezones.activated.connect(lambda _: self.changed.emit())
        edit = self.timezones.lineEdit()
        if edit is not None:
            edit.textEdited.connect(lambda _: self._timer.start())
        self.regions = QLineEdit(self)
        self.regions.setMaxLength(2)
        self.regions.textEdited.connect(lambda _: self._timer.start())
        set_plain_tooltip(self.regions, self.tr("Two letters, for example UA, PL or DE"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(3)
        titles = (
            self.tr("Re&quired fields"),
            self.tr("Dates without an &offset are in"),
            self.tr("Phones without a &code are of"),
        )
        for column, (title, editor) in enumerate(
            zip(titles, (self.rule_sets, self.timezones, self.regions), strict=True)
        ):
            label = PlainLabel(title, self, role="muted")
            label.setBuddy(editor)
            editor.setAccessibleName(title.replace("&", ""))
            grid.addWidget(label, 0, column)
            grid.addWidget(editor, 1, column)
            grid.setColumnStretch(column, 1)
        return grid


def rule_set_titles() -> dict[RuleSet, str]:
    """The rule sets in words, in the order from the strictest on."""
    return {
        RuleSet.FULL: QCoreApplication.translate("RuleSet", "Full: all fields that messages use"),
        RuleSet.NO_ITEMS: QCoreApplication.translate("RuleSet", "Without items: for statistics only"),
        RuleSet.MINIMUM: QCoreApplication.translate("RuleSet", "Minimum: what Yespo's newest page asks"),
    }


def _text(editor: QLineEdit | QComboBox) -> str:
    return str(editor.currentData() or "") if isinstance(editor, QComboBox) else editor.text().strip()
