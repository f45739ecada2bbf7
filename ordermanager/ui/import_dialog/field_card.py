"""How one field is filled: its columns and what is made of them, one text or pattern for all, what stands for an empty
cell, or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QPushButton, QWidget

from ordermanager.domain.fields import ITEM_FIELD, ORDER_FIELD, Kind
from ordermanager.importing.mapping.mapping import FieldSource, How
from ordermanager.ui.controls.flow_layout import FlowLayout
from ordermanager.ui.controls.plain import PlainLabel, set_plain_tooltip
from ordermanager.ui.controls.taking_out import take_out
from ordermanager.ui.import_dialog.columns_tab import field_name
from ordermanager.ui.import_dialog.quiet_line import QuietLine
from ordermanager.ui.look.theme import GAP, SPACE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordermanager.importing.mapping.field_views import FieldView

COLUMNS, ALL, NOTHING = "columns", "all", "nothing"
EXAMPLES = {
    "externalCustomerId": "{email|phone}",
    "url": "https://shop.example/p/{externalItemId}",
    "imageUrl": "https://shop.example/p/{externalItemId}.jpg",
    "currency": "UAH",
}
MOST_COLUMNS = 6
LETTERS = 18


class FieldCard(QFrame):
    """`source_wanted(field, FieldSource)`; `constant_wanted(field, text)`; `default_wanted(field, text)`;
    `split_wanted(column)`: the first word is the first name, the others the last name."""

    source_wanted = Signal(str, object)
    constant_wanted = Signal(str, str)
    default_wanted = Signal(str, str)
    split_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._view: FieldView | None = None
        self._titles: tuple[str, ...] = ()
        self.boxes: list[QComboBox] = []
        self._build()
        self.show_field(None, ())

    def show_field(self, view: FieldView | None, titles: Sequence[str]) -> None:
        """Show a field; None: there is none."""
        is_other = view is None or self._view is None or view.name != self._view.name
        self._view, self._titles = view, tuple(titles)
        self.setEnabled(view is not None and not view.is_numbered)
        self._title.setText(field_name(view.name) if view is not None else "")
        if view is None:
            return
        kind = ALL if view.constant else COLUMNS if view.source or view.status_columns else NOTHING
        if is_other or kind != NOTHING:
            self.kind.setCurrentIndex(self.kind.findData(kind))
        if is_other:
            self.text.timer.stop()
            self.default.timer.stop()
        self.text.show_text(view.constant)
        self.text.setPlaceholderText(EXAMPLES.get(view.name, ""))
        self.default.show_text(view.default)
        source = view.source or FieldSource(view.status_columns)
        self._show_columns(source)
        self.how.setCurrentIndex(max(0, self.how.findData(source.how)))
        self.separator.show_text(source.separator.strip() or source.separator)
        self._show_parts()

    def focus_first(self) -> None:
        """Put the keyboard at the first choice."""
        self.kind.setFocus()

    # -- making

    def _build(self) -> None:
        self._title = PlainLabel("", self, role="heading")
        self.kind = QComboBox(self)
        self.kind.addItem(self.tr("Columns of the file"), COLUMNS)
        self.kind.addItem(self.tr("One text or pattern for all"), ALL)
        self.kind.addItem(self.tr("Not imported"), NOTHING)
        self.kind.activated.connect(lambda _row: self._take_kind())
        self._columns = QWidget(self)
        self._columns_line = FlowLayout(self._columns, SPACE, SPACE)
        self._columns_line.setContentsMargins(0, 0, 0, 0)
        self.more = QPushButton(self.tr("Add a column"), self._columns)
        self.more.setAutoDefault(False)
        self.more.clicked.connect(self._add_column)
        self._way = way = QWidget(self)
        self.how = QComboBox(way)
        for how, words in self._ways():
            self.how.addItem(words, how)
        self.how.activated.connect(lambda _row: self._take_source())
        self.separator = QuietLine(way)
        self.separator.setMaxLength(10)
        self.separator.setFixedWidth(self.fontMetrics().averageCharWidth() * 8)
        self.separator.taken.connect(lambda _text: self._take_source())
        self.split = QPushButton(self.tr("Split into first and last name"), way)
        self.split.setAutoDefault(False)
        self.split.clicked.connect(self._split)
        self.text = QuietLine(self)
        self.text.taken.connect(self._take_constant)
        set_plain_tooltip(
            self.text,
            self.tr(
                "Names of fields or columns in braces are filled in: {email|phone} is the first that is given"
            ),
        )
        self.default = QuietLine(self)
        self.default.taken.connect(self._take_default)
        self._lay_out()

    def _ways(self) -> tuple[tuple[How, str], ...]:
        return (
            (How.FIRST, self.tr("The first that is filled")),
            (How.JOIN, self.tr("Joined")),
            (How.FIRST_WORD, self.tr("Its first word")),
            (How.OTHER_WORDS, self.tr("All but its first word")),
            (How.SUM, self.tr("Added up")),
        )

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(GAP, SPACE, GAP, SPACE)
        grid.setHorizontalSpacing(SPACE)
        grid.setVerticalSpacing(SPACE)
        way = self._way
        line = FlowLayout(way, SPACE, SPACE)
        line.setContentsMargins(0, 0, 0, 0)
        self._between = PlainLabel(self.tr("with"), way, role="muted")
        for shown in (self.how, self._between, self.separator, self.split):
            line.addWidget(shown)
        line.keep_with_next(self._between)
        rows = (
            (self.tr("Comes &from"), self.kind, self.kind),
            (self.tr("Col&umns"), self._columns, self.more),
            (self.tr("Taken as"), way, self.how),
            (self.tr("Te&xt"), self.text, self.text),
            (self.tr("Where the cell is e&mpty"), self.default, self.default),
        )
        self._labels: dict[QWidget, PlainLabel] = {}
        grid.addWidget(self._title, 0, 0, 1, 2)
        for number, (title, part, buddy) in enumerate(rows, 1):
            label = self._labels[part] = PlainLabel(title, self, role="muted")
            label.setBuddy(buddy)
            if part in (self.kind, self.text, self.default):
                part.setAccessibleName(title.replace("&", ""))
            grid.addWidget(label, number, 0)
            grid.addWidget(part, number, 1)
        self.how.setAccessibleName(self.tr("What is made of the columns"))
        self.separator.setAccessibleName(self.tr("Between the columns"))
        grid.setColumnStretch(1, 1)

    def _show_columns(self, source: FieldSource) -> None:
        wanted = list(source.columns) or [-1]
        while len(self.boxes) > len(wanted):
            box = self.boxes.pop()
            take_out(self._columns_line, box)
            box.deleteLater()
        while len(self.boxes) < len(wanted):
            self._add_box()
        for number, (box, column) in enumerate(zip(self.boxes, wanted, strict=True)):
            box.clear()
            box.addItem(self.tr("Choose a column…") if len(wanted) == 1 else self.tr("Without this"), -1)
            for index, title in enumerate(self._titles):
                box.addItem(title[:60] or self.tr("Column {number}").format(number=index + 1), index)
            box.setCurrentIndex(max(0, box.findData(column)))
            box.setAccessibleName(self.tr("Column {number}").format(number=number + 1))
        take_out(self._columns_line, self.more)
        self._columns_line.addWidget(self.more)
        QWidget.setTabOrder(self.kind, self.boxes[0])
        for before, after in zip((*self.boxes,), (*self.boxes[1:], self.more), strict=True):
            QWidget.setTabOrder(before, after)

    def _add_box(self) -> QComboBox:
        box = QComboBox(self._columns)
        box.setMinimumContentsLength(LETTERS)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.activated.connect(lambda _row: self._take_source())
        self._columns_line.addWidget(box)
        self.boxes.append(box)
        return box

    def _show_parts(self) -> None:
        view, kind = self._view, self.kind.currentData()
        if view is None:
            return
        field = ORDER_FIELD.get(view.name) or ITEM_FIELD.get(view.name)
        several = len([box for box in self.boxes if box.currentData() != -1]) > 1
        is_text = field is None or field.kind in (Kind.TEXT, Kind.LONG_TEXT)
        is_amount = field is not None and field.kind is Kind.MONEY and not view.is_item
        from_columns = kind == COLUMNS
        shown = {
            self._columns: from_columns,
            self._way: from_columns and (is_text or is_amount or several) and not view.status_columns,
            self.text: kind == ALL,
            self.default: from_columns,
        }
        for part, is_shown in shown.items():
            part.setVisible(is_shown)
            self._labels[part].setVisible(is_shown)
        joined = self.how.currentData() == How.JOIN
        self._between.setVisible(joined)
        self.separator.setVisible(joined)
        self.split.setVisible(view.name in ("firstName", "lastName") and self.boxes[0].currentData() != -1)
        self.more.setVisible(
            len(self.boxes) < min(MOST_COLUMNS, len(self._titles)) and not view.status_columns
        )

    # -- what the user does

    def _take_kind(self) -> None:
        view, kind = self._view, self.kind.currentData()
        if view is None:
            return
        self._show_parts()
        if kind == NOTHING and view.is_given:
            self.source_wanted.emit(view.name, FieldSource(()))
        elif kind == COLUMNS and view.constant:
            self.constant_wanted.emit(view.name, "")
        elif kind == ALL:
            self.text.setFocus()

    def _take_source(self) -> None:
        view = self._view
        columns = tuple(column for box in self.boxes if (column := box.currentData()) != -1)
        if view is None or (not columns and view.source is None and not view.status_columns):
            self._show_parts()
            return
        how = How(self.how.currentData())
        separator = self.separator.text()
        if separator in (",", ";") or not separator:
            separator += " "
        self.source_wanted.emit(view.name, FieldSource(columns, how, separator))

    def _add_column(self) -> None:
        box = self._add_box()
        box.addItem(self.tr("Choose a column…"), -1)
        for index, title in enumerate(self._titles):
            box.addItem(title[:60] or self.tr("Column {number}").format(number=index + 1), index)
        box.setAccessibleName(self.tr("Column {number}").format(number=len(self.boxes)))
        take_out(self._columns_line, self.more)
        self._columns_line.addWidget(self.more)
        if self._view is not None and self.how.currentData() == How.FIRST and self._joins(self._view.name):
            self.how.setCurrentIndex(self.how.findData(How.JOIN))
        self._show_parts()
        box.setFocus()

    @staticmethod
    def _joins(name: str) -> bool:
        """Whether several columns of this field are rather parts of a text (an address) than alternatives."""
        field = ORDER_FIELD.get(name) or ITEM_FIELD.get(name)
        return field is None or field.kind in (Kind.TEXT, Kind.LONG_TEXT)

    def _split(self) -> None:
        self.split_wanted.emit(int(self.boxes[0].currentData()))

    def _take_constant(self, text: str) -> None:
        if self._view is not None:
            self.constant_wanted.emit(self._view.name, text)

    def _take_default(self, text: str) -> None:
        if self._view is not None:
            self.default_wanted.emit(self._view.name, text)
