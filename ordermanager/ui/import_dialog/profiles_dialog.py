"""The mappings that were kept for files with the same headers: which there are, rename, delete, to and from a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ordermanager.ui import i18n
from ordermanager.ui.controls.dialog_height import grow_to_text
from ordermanager.ui.controls.plain import PlainLabel, ask
from ordermanager.ui.controls.row_list import dress_as_row_list
from ordermanager.ui.controls.row_model import Index, RowModel
from ordermanager.ui.import_dialog.columns_tab import field_name
from ordermanager.ui.look.icons import set_icon
from ordermanager.ui.look.theme import DIALOG_MARGINS, GAP, SPACE, larger_font

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from ordermanager.services.app import Services
    from ordermanager.services.imports.profiles import ProfileInfo
    from ordermanager.ui.jobs import Jobs

NAME, KIND, COLUMNS, VERSION, USED = range(5)
FILTER = "*.json"


class ProfilesModel(RowModel["ProfileInfo"]):
    """`renamed(id, name)`: a name was written in place."""

    renamed = Signal(str, str)
    right = frozenset((COLUMNS, VERSION))

    def __init__(self, timezone: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timezone = timezone
        self._layouts: Mapping[str, str] = {}
        self.titles = (
            self.tr("Name"),
            self.tr("Kind of table"),
            self.tr("Columns"),
            self.tr("Version"),
            self.tr("Last used"),
        )

    def set_profiles(self, profiles: Sequence[ProfileInfo], layouts: Mapping[str, str]) -> None:
        """Show these; `layouts` are the titles by name."""
        self._layouts = layouts
        self.show_rows(profiles)

    def row_of(self, profile_id: str) -> int:
        """The row of a profile; -1 where it is not there."""
        return next((row for row, each in enumerate(self.rows) if each.id == profile_id), -1)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Override QAbstractTableModel::flags."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == NAME else flags

    def data(self, index: Index, role: int = 0) -> Any:
        """Override QAbstractTableModel::data."""
        return super().data(index, Qt.ItemDataRole.DisplayRole if role == Qt.ItemDataRole.EditRole else role)

    def tip(self, profile: ProfileInfo, _column: int) -> str:
        """Override RowModel.tip."""
        fields = ", ".join(map(field_name, profile.fields))
        return f"{' · '.join(profile.headers)[:600]}\n→ {fields[:600]}"

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Override QAbstractTableModel::setData: the list is read again, which brings the new name."""
        profile, name = self.rows[index.row()], str(value).strip()
        if role == Qt.ItemDataRole.EditRole and name and name != profile.name:
            self.renamed.emit(profile.id, name)
        return True

    def text(self, profile: ProfileInfo, column: int) -> str:
        """Override RowModel.text."""
        layout = self._layouts.get(profile.layout, profile.layout)
        return (
            profile.name[:200],
            i18n.layout_title(layout) if layout else "",
            i18n.count(len(profile.headers)),
            i18n.count(profile.version),
            i18n.date_time(profile.used_at, self._timezone) if profile.used_at else "",
        )[column]


class ProfilesDialog(QDialog):
    """Reads and changes through the service, in another thread."""

    def __init__(self, services: Services, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._wanted = ""
        self.model = ProfilesModel(services.settings.get().timezone, self)
        self.table = QTableView(self)
        self._build()
        self.model.renamed.connect(self._rename)
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._enable())
        self._enable()
        self.load()

    def load(self) -> None:
        """Read the list anew."""
        importing = self._services.importing
        self._jobs.read(
            (id(self), "profiles"),
            lambda: (importing.profiles.list(), dict(importing.layouts())),
            self._show,
            owner=self,
        )

    # -- making

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Saved columns"))
        grow_to_text(self, 760, 420)
        title = PlainLabel(self.tr("Saved columns"), self)
        title.setFont(larger_font(1.25))
        words = self.tr(
            "What you decided about a file's columns is used again without asking when a file with the same headers "
            "comes. Delete an entry to be asked anew."
        )
        self._say = PlainLabel("", self, wrap=True)
        self._say.hide()
        self._make_table()
        self.rename = QPushButton(self.tr("&Rename"), self)
        self.delete = QPushButton(self.tr("&Delete"), self)
        self.export = QPushButton(self.tr("&Save to a file…"), self)
        self.add = QPushButton(self.tr("&Add from a file…"), self)
        self.close_button = QPushButton(self.tr("Close"), self)
        self.close_button.setDefault(True)
        set_icon(self.delete, "trash")
        self.rename.clicked.connect(lambda: self.table.edit(self._name_index()))
        self.delete.clicked.connect(self._delete)
        self.export.clicked.connect(self._export)
        self.add.clicked.connect(self._add)
        self.close_button.clicked.connect(self.accept)
        line = QHBoxLayout()
        line.setSpacing(SPACE)
        for button in (self.rename, self.delete, self.export, self.add):
            button.setAutoDefault(False)
            line.addWidget(button)
        line.addStretch(1)
        line.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*DIALOG_MARGINS)
        layout.setSpacing(GAP)
        layout.addWidget(title)
        layout.addWidget(PlainLabel(words, self, role="muted", wrap=True))
        layout.addWidget(self.table, 1)
        layout.addWidget(self._say)
        layout.addLayout(line)

    def _make_table(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setProperty("role", "list")
        dress_as_row_list(table, self.tr("Saved columns"))
        triggers = QAbstractItemView.EditTrigger
        table.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed)
        header = table.horizontalHeader()
        header.setStretchLastSection(True)
        letter = table.fontMetrics().averageCharWidth()
        for section, letters in ((NAME, 30), (KIND, 34), (COLUMNS, 12), (VERSION, 12)):
            table.setColumnWidth(section, letter * letters)

    # -- inside

    def _show(self, answer: tuple[list[ProfileInfo], dict[str, str]]) -> None:
        profiles, layouts = answer
        before = self._current()
        self.model.set_profiles(profiles, layouts)
        row = self.model.row_of(self._wanted or (before.id if before else ""))
        self._wanted = ""
        if profiles:
            self.table.setCurrentIndex(self.model.index(max(0, row), NAME))
        else:
            self.say(
                self.tr("None yet: they are kept when you import a file whose columns you have changed.")
            )
        self._enable()

    def say(self, text: str) -> None:
        """Say what became of it, in place."""
        self._say.setText(text)
        self._say.setVisible(bool(text))

    def _current(self) -> ProfileInfo | None:
        return self.model.row_at(self.table.currentIndex().row())

    def _name_index(self) -> QModelIndex:
        return self.model.index(self.table.currentIndex().row(), NAME)

    def _enable(self) -> None:
        for button in (self.rename, self.delete, self.export):
            button.setEnabled(self._current() is not None)

    def _do(self, work: Callable[[], object], said: str) -> None:
        def done(_result: object) -> None:
            self.say(said)
            self.load()

        self._jobs.write("", work, done, lambda sentence: self.say(i18n.text(sentence)), owner=self)

    def _rename(self, profile_id: str, name: str) -> None:
        self._do(lambda: self._services.importing.profiles.rename(profile_id, name), "")

    def _delete(self) -> None:
        profile = self._current()
        if profile is None:
            return
        text = self.tr("Forget the columns “{name}”?").format(name=profile.name[:100])
        details = self.tr("The next file with these headers is recognised anew. Orders are not touched.")
        if ask(self, text, details, yes=self.tr("Forget"), no=self.tr("Keep"), destructive=True):
            self._do(lambda: self._services.importing.profiles.delete(profile.id), "")

    def _export(self) -> None:
        profile = self._current()
        if profile is None:
            return
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save to a file"), f"{profile.name}.json", f"JSON ({FILTER})"
        )
        if name:
            path = Path(name)
            said = self.tr("Saved to {file}. Add it there, or give it to “import --profile”.").format(
                file=path.name
            )
            self._do(lambda: self._services.importing.profiles.export(profile.id, path), said)

    def _add(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Add from a file"), "", f"JSON ({FILTER})")
        if not name:
            return

        def add() -> object:
            info = self._services.importing.profiles.add(Path(name))
            self._wanted = info.id
            return info

        self._do(add, self.tr("Added. Files with its headers are read so from now on."))
