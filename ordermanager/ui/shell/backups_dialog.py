"""The backups of the workspace: which there are, whether they can be read, and going back to one in a click."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ordermanager.ui import i18n
from ordermanager.ui.controls.confirm import ConfirmLine
from ordermanager.ui.controls.dialog_height import grow_to_text
from ordermanager.ui.controls.dialog_table import DialogTable
from ordermanager.ui.controls.plain import PlainLabel
from ordermanager.ui.look.icons import set_icon
from ordermanager.ui.look.theme import DIALOG_MARGINS, GAP, SPACE
from ordermanager.ui.settings_dialog.parts import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordermanager.domain.sentences import Sentence
    from ordermanager.services.app import Services
    from ordermanager.services.upkeep.backups import BackupView
    from ordermanager.ui.jobs import Jobs

_MB = 1_000_000


class BackupsDialog(QDialog):
    """Every backup was read from end to end before it is shown as good."""

    def __init__(self, services: Services, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._backups: Sequence[BackupView] = ()
        self.setWindowTitle(self.tr("Backups"))
        grow_to_text(self, 640, 420)
        titles = (self.tr("Made"), self.tr("Why"), self.tr("Size"), self.tr("Condition"))
        self.table = DialogTable(self.windowTitle(), titles, self)
        self.make = QPushButton(self.tr("&Make a backup now"), self)
        set_icon(self.make, "backup")
        self.restore = QPushButton(self.tr("&Restore this one…"), self)
        for button in (self.make, self.restore):  # Enter must not go back to another day
            button.setAutoDefault(False)
        self.confirm = ConfirmLine(self)
        self.message = Message()
        self._build()
        self.make.clicked.connect(self._make)
        self.restore.clicked.connect(self._ask_to_restore)
        self.table.itemSelectionChanged.connect(self._update)
        self._update()
        self.load()

    def load(self) -> None:
        """Read them anew."""
        self.message.say(self.tr("Reading the backups…"))
        self._jobs.network("", self._services.backups.list, self._show, self._failed, owner=self)

    def _build(self) -> None:
        note = self.tr(
            "Restoring puts a backup in the place of what is here. That is backed up first, so you can come back. "
            "What was not sent yet is held until you release it, so that nothing goes out twice."
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE)
        buttons.addWidget(self.make)
        buttons.addStretch(1)
        close = QPushButton(self.tr("Close"), self)
        close.clicked.connect(self.accept)
        close.setDefault(True)
        buttons.addWidget(close)
        buttons.addWidget(self.restore)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*DIALOG_MARGINS)
        layout.setSpacing(GAP)
        layout.addWidget(PlainLabel(note, self, role="muted", wrap=True))
        layout.addWidget(self.confirm)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.message)
        layout.addLayout(buttons)

    def _show(self, backups: Sequence[BackupView]) -> None:
        self._backups = backups
        timezone = self._services.settings.get().timezone
        rows = []
        for backup in backups:
            size = self.tr("{size} MB").format(size=i18n.count(max(1, round(backup.size / _MB))))
            condition = self.tr("Good") if backup.is_good else self.tr("Cannot be read")
            texts = (i18n.date_time(backup.at, timezone), self._reason(backup.reason), size, condition)
            rows.append((texts, backup.is_good))
        self.table.show_rows(rows)
        self.message.say("" if backups else self.tr("There is no backup yet."))
        self._update()

    def _reason(self, reason: str) -> str:
        known = {
            "person": self.tr("by hand"),
            "daily": self.tr("once a day"),
            "before-restore": self.tr("before a restore"),
            "before restore": self.tr("before a restore"),
        }
        return known.get(reason, reason)

    @property
    def _chosen(self) -> BackupView | None:
        row = self.table.currentRow()
        return self._backups[row] if 0 <= row < len(self._backups) else None

    def _update(self) -> None:
        chosen = self._chosen
        self.restore.setEnabled(chosen is not None and chosen.is_good)

    def _make(self) -> None:
        self._set_busy(self.tr("Making a backup…"))
        self._jobs.network("", self._services.backups.make, self._made, self._failed, owner=self)

    def _made(self, _path: Path) -> None:
        self._set_idle()
        self.load()

    def _ask_to_restore(self) -> None:
        chosen = self._chosen
        if chosen is not None:
            when = i18n.date_time(chosen.at, self._services.settings.get().timezone)
            self.confirm.ask(
                self.tr("Go back to how everything was on {when}?").format(when=when),
                yes=self.tr("Restore"),
                no=self.tr("Keep what is here"),
                deed=lambda: self._restore(chosen),
            )

    def _restore(self, backup: BackupView) -> None:
        self._set_busy(self.tr("Restoring…"))
        self._jobs.network(
            "", lambda: self._services.backups.restore(backup.path), self._restored, self._failed, owner=self
        )

    def _restored(self, held: int) -> None:
        self._set_idle()
        self.load()
        text = self.tr("The backup is in place.")
        if held:
            text += " " + self.tr(
                "%n order(s) are held in the outbox: look whether they were sent.", "", held
            )
        self.message.say(text, "good")

    def _set_busy(self, text: str) -> None:
        self.make.setEnabled(False)
        self.restore.setEnabled(False)
        self.message.say(text)

    def _set_idle(self) -> None:
        self.make.setEnabled(True)
        self._update()

    def _failed(self, sentence: Sentence) -> None:
        self._set_idle()
        self.message.say(i18n.text(sentence), "error")
