"""All that is kept of one import, as lines of a label and its value, to be read and copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from ordermanager.services.imports.answers import NO_HEADER
from ordermanager.ui import i18n
from ordermanager.ui.controls.plain import PlainLabel
from ordermanager.ui.look.theme import GAP, SPACE, TIGHT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ordermanager.store.imports.records import ImportRecord

LONGEST = 400
_KB = 1024


class ImportDetails(QScrollArea):
    """Two columns of lines; values can be selected with the mouse and the keyboard."""

    def __init__(
        self, timezone: str, layout_title: Callable[[str], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._timezone = timezone
        self._layout_title = layout_title
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Details of the import"))
        self.setMinimumHeight(self.fontMetrics().height() * 6)
        self.lines: list[tuple[str, str]] = []

    def show_record(self, record: ImportRecord | None) -> None:
        """Show one import, or nothing."""
        self.lines = [] if record is None else [(title, text) for title, text in self._lines(record) if text]
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(GAP, SPACE, GAP, SPACE)
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(TIGHT)
        half = (len(self.lines) + 1) // 2
        for number, (title, text) in enumerate(self.lines):
            row, side = number % half, 2 * (number // half)
            label = PlainLabel(title, page, role="muted")
            value = PlainLabel(text[:LONGEST], page, wrap=True, selectable=True)
            value.setAccessibleName(title)
            grid.addWidget(label, row, side, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, row, side + 1, Qt.AlignmentFlag.AlignTop)
        for side in (1, 3):
            grid.setColumnStretch(side, 1)
        column.addLayout(grid)
        column.addStretch(1)
        self.setWidget(page)

    def _lines(self, record: ImportRecord) -> Iterator[tuple[str, str]]:
        given, counts = record.details, record.counts
        yield self.tr("File"), record.source
        yield self.tr("Size"), self._size(given.get("size"))
        yield "SHA-256", _grouped(str(given.get("sha256") or ""))
        second = given.get("items_file")
        if isinstance(second, dict):
            yield self.tr("Second file"), str(second.get("name") or "")
            yield self.tr("Its size"), self._size(second.get("size"))
            yield self.tr("Its SHA-256"), _grouped(str(second.get("sha256") or ""))
        yield self.tr("Kind of table"), self._layout(record)
        yield self.tr("Columns"), self._profile(given.get("profile"), given.get("profile_version"))
        yield self.tr("Read as"), self._reading(record)
        yield self.tr("When"), self._when(record)
        yield self.tr("By"), str(given.get("user") or "")
        rows, orders, items = (counts.get(name, 0) for name in ("rows_read", "orders", "items"))
        size = (
            self.tr("%n row(s)", "", rows),
            self.tr("%n order(s)", "", orders),
            self.tr("%n item(s)", "", items),
        )
        yield self.tr("Brought"), f"{size[0]} → {size[1]}, {size[2]}" if record.finished_at else ""
        yield self.tr("Of these"), self._kinds(record) if record.finished_at else ""
        yield (
            self.tr("Taken back"),
            i18n.date_time(record.undone_at, self._timezone) if record.undone_at else "",
        )

    def _size(self, size: object) -> str:
        if not isinstance(size, int) or not size:
            return ""
        exact = self.tr("%n byte(s)", "", size)
        if size < _KB:
            return exact
        formats = QLocale.DataSizeFormat
        return f"{QLocale().formattedDataSize(size, 1, formats.DataSizeTraditionalFormat)} · {exact}"

    def _layout(self, record: ImportRecord) -> str:
        if not record.layout:
            return ""
        title, version = (
            i18n.layout_title(self._layout_title(record.layout)),
            record.details.get("layout_version"),
        )
        return self.tr("{kind}, version {version}").format(kind=title, version=version) if version else title

    def _profile(self, name: object, version: object) -> str:
        if not name:
            return ""
        return self.tr("as “{name}”, version {version}").format(name=name, version=version or 1)

    def _reading(self, record: ImportRecord) -> str:
        given = record.details
        sheet, encoding, row = given.get("sheet"), given.get("encoding"), given.get("header_row")
        delimiter = str(given.get("delimiter") or "")
        parts = (
            str(given.get("format") or "").upper(),
            str(encoding or ""),
            self.tr("delimiter “{sign}”").format(sign=repr(delimiter)[1:-1]) if delimiter else "",
            self.tr("sheet “{sheet}”").format(sheet=sheet) if sheet else "",
            self._header(row),
        )
        return ", ".join(part for part in parts if part)

    def _header(self, row: object) -> str:
        if row == NO_HEADER:
            return self.tr("without headers")
        return self.tr("header in row {row}").format(row=row) if row else ""

    def _when(self, record: ImportRecord) -> str:
        begun = i18n.date_time(record.started_at, self._timezone, seconds=True)
        if not record.finished_at:
            return self.tr("{begun}, not finished").format(begun=begun)
        return self.tr("{begun} – {ended}").format(
            begun=begun, ended=i18n.date_time(record.finished_at, self._timezone, seconds=True)
        )

    def _kinds(self, record: ImportRecord) -> str:
        counts = record.counts
        parts = (
            self.tr("%n ready", "", counts.get("ready", 0)),
            self.tr("%n with errors", "", counts.get("with_problems", 0)),
            self.tr("%n new", "", counts.get("new", 0)),
            self.tr("%n updated", "", counts.get("updated", 0)),
            self.tr("%n unchanged", "", counts.get("unchanged", 0)),
        )
        return ", ".join(parts)


def _grouped(digest: str) -> str:
    """With blanks, so that it can wrap and be compared by eye."""
    return " ".join(digest[place : place + 16] for place in range(0, len(digest), 16))
