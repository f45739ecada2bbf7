"""How the file was read, each part changeable: which kind of table and sheet above the tabs, encoding, delimiter and
header row above the rows of the file, where one sees whether they are right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QStyleOptionComboBox, QWidget

from ordermanager.services.imports.answers import ALL_COLUMNS, ALL_SHEETS
from ordermanager.ui import i18n
from ordermanager.ui.controls.elided_box import ElidedBox
from ordermanager.ui.controls.flow_layout import FlowLayout
from ordermanager.ui.controls.titled import titled
from ordermanager.ui.look.theme import GAP, SPACE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordermanager.importing.reading.encoding_choices import EncodingChoice
    from ordermanager.ui.import_dialog.looking import Look

ENCODINGS = {
    "utf-8": "UTF-8",
    "cp1251": "Windows-1251",
    "koi8_u": "KOI8-U",
    "cp866": "CP866",
    "mac_cyrillic": "Mac Cyrillic",
    "cp1252": "Windows-1252",
    "cp1250": "Windows-1250",
    "iso8859_1": "ISO 8859-1",
    "iso8859_2": "ISO 8859-2",
    "shift_jis": "Shift JIS",
    "utf-16": "UTF-16",
}
"""By Python's names; what is missing here is shown by that name."""

LAST_HEADER_ROW = 1000
SHOWN_OF_LINE = 48


def _read_so(choice: EncodingChoice) -> str:
    """An encoding with the beginning of a line that tells whether it is the right one."""
    line = next((line for line in choice.lines if not line.isascii()), "")
    name = ENCODINGS.get(choice.encoding, choice.encoding)
    return f"{name} · {line[:SHOWN_OF_LINE]}" if line else name


class _Encodings(QComboBox):
    """Closed it shows the name alone; the lines by which to choose are for the list."""

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """Override QComboBox::initStyleOption."""
        super().initStyleOption(option)
        name = self.currentData()
        if name:
            option.currentText = ENCODINGS.get(name, name)


class _Reading(QWidget):
    """`changed` brings a dict with the one option that the user has set, as `ImportOptions` names it."""

    changed = Signal(dict)
    _labels_beside = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: dict[str, QWidget] = {}
        self._line = FlowLayout(self, GAP, SPACE)
        self._line.setContentsMargins(0, 0, 0, 0)

    def _combo(self, name: str, title: str, letters: int, box: QComboBox | None = None) -> QComboBox:
        box = box or ElidedBox(self._part(name))
        box.setMinimumContentsLength(letters)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.activated.connect(lambda _: self.changed.emit({name: box.currentData()}))
        self._add(name, title, box)
        return box

    def _part(self, name: str) -> QWidget:
        """The place of an editor and its label."""
        self._parts[name] = QWidget(self)
        return self._parts[name]

    def _add(self, name: str, title: str, editor: QWidget) -> None:
        self._line.addWidget(titled(title, editor, part=self._parts[name], beside=self._labels_beside))

    def _fill(self, box: QComboBox, entries: Sequence[tuple[str, Any]], current: Any) -> None:
        box.clear()
        for title, value in entries:
            box.addItem(title, value)
        box.setCurrentIndex(max(box.findData(current), 0))


class ReadingBar(_Reading):
    """What the file is: its kind of table, of a workbook the sheet, which of several tables beside each other; and
    whether letters that were saved in a wrong encoding are put right, where there are such."""

    _labels_beside = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.layouts = self._combo("layout", self.tr("Kind of &table"), 36)
        self.sheets = self._combo("sheet", self.tr("&Sheet"), 14)
        self.tables = self._combo("part", self.tr("Ta&ble in columns"), 9)
        self.mend = QCheckBox(self.tr("Put &letters right"), self)
        self.mend.clicked.connect(lambda checked: self.changed.emit({"mend_letters": checked}))
        self._parts["mend_letters"] = self.mend
        self.mend.setMinimumHeight(self.tables.sizeHint().height())
        self._line.addWidget(self.mend)

    @property
    def names_kind(self) -> bool:
        """Whether it says what kind of table this is."""
        return not self._parts["layout"].isHidden()

    def show_look(self, look: Look) -> None:
        """Show what was used."""
        preview = look.preview
        titles = [(i18n.layout_title(title), name) for name, title in look.layouts]
        unknown = [] if preview.layout else [(self.tr("Not recognised"), None)]
        self._fill(self.layouts, unknown + titles, preview.layout)
        sheets = [(sheet, sheet) for sheet in preview.sheets]
        if preview.alike_sheets or preview.sheet == ALL_SHEETS:
            sheets.append((self.tr("All with the same headers"), ALL_SHEETS))
        self._fill(self.sheets, sheets, preview.sheet)
        offered = dict.fromkeys([*preview.parts, *filter(None, [preview.part])])
        tables = [(part.replace(":", "–").replace(",", ", "), part) for part in offered]
        self._fill(self.tables, [*tables, (self.tr("All"), ALL_COLUMNS)], preview.part or ALL_COLUMNS)
        self.mend.setChecked(preview.is_mended)
        self._parts["layout"].setVisible(bool(preview.header))
        self._parts["sheet"].setVisible(len(preview.sheets) > 1)
        self._parts["part"].setVisible(bool(offered))
        self.mend.setVisible(preview.can_mend)
        self.setVisible(bool(preview.header) or len(preview.sheets) > 1)


class ReadingDetails(_Reading):
    """How its text was read: encoding, delimiter, header row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.encodings = _Encodings(self._part("encoding"))
        self._combo("encoding", self.tr("&Encoding"), 18, self.encodings)
        self.delimiters = self._combo("delimiter", self.tr("&Delimiter"), 11)
        self._header_row = 1
        self.header_row = QLineEdit(self._part("header_row"))
        self.header_row.setValidator(QIntValidator(1, LAST_HEADER_ROW, self))
        self.header_row.setPlaceholderText(self.tr("none"))
        self.header_row.setFixedWidth(self.fontMetrics().averageCharWidth() * 9)
        self.header_row.editingFinished.connect(self._take_header_row)
        self._add("header_row", self.tr("&Header in row"), self.header_row)

    def show_look(self, look: Look) -> None:
        """Show what was used."""
        preview = look.preview
        ranked = {choice.encoding: _read_so(choice) for choice in look.encodings}
        offered = dict.fromkeys([preview.encoding or "", *(ranked or ENCODINGS)])
        encodings = [name for name in offered if name]
        self._fill(
            self.encodings,
            [(ranked.get(name, ENCODINGS.get(name, name)), name) for name in encodings],
            preview.encoding,
        )
        self._fill(self.delimiters, self._delimiters(preview.delimiter), preview.delimiter)
        self._header_row = preview.header_row or 0
        self.header_row.setText(str(self._header_row or ""))
        self._parts["encoding"].setVisible(preview.encoding is not None)
        self._parts["delimiter"].setVisible(preview.delimiter is not None)
        self._parts["header_row"].setVisible(bool(preview.header))

    def _take_header_row(self) -> None:
        row = int(self.header_row.text() or self._header_row)
        if row != self._header_row:
            self.changed.emit({"header_row": row})

    def _delimiters(self, current: str | None) -> list[tuple[str, str | None]]:
        known: list[tuple[str, str | None]] = [
            (self.tr("Comma  ,"), ","),
            (self.tr("Semicolon  ;"), ";"),
            (self.tr("Tab"), "\t"),
            (self.tr("Bar  |"), "|"),
        ]
        if current and current not in [value for _, value in known]:
            known.append((current, current))
        return known
