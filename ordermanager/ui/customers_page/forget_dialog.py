"""Forgetting a person: what is here of them, a file of it first, then erasing, after the word is typed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ordermanager.ui import i18n
from ordermanager.ui.controls.dialog_height import fit_to_words
from ordermanager.ui.controls.plain import PlainLabel
from ordermanager.ui.look.icons import set_icon
from ordermanager.ui.look.theme import DIALOG_MARGINS, GAP, SPACE, larger_font

if TYPE_CHECKING:
    from ordermanager.domain.people.identity import Identity
    from ordermanager.domain.sentences import Sentence
    from ordermanager.services.app import Services
    from ordermanager.services.people.people import Forgotten, PersonFound
    from ordermanager.services.results import ExportResult
    from ordermanager.ui.jobs import Jobs

_NAMED = 12
WIDTH = 600
"""Pixels; the height follows from the texts."""


class ForgetDialog(QDialog):
    """`forgotten` when the person has been erased."""

    forgotten = Signal(object)

    def __init__(
        self, services: Services, jobs: Jobs, identity: Identity, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._identity = identity
        self.setWindowTitle(self.tr("Forget a person"))
        who = " · ".join(
            part for part in (identity.email, identity.phone, identity.external_customer_id) if part
        )
        heading = PlainLabel(who, self, wrap=True)
        heading.setFont(larger_font(1.2))
        self._found = PlainLabel(self.tr("Looking through the workspace…"), self, wrap=True)
        self._others = PlainLabel("", self, role="warning", wrap=True)
        self._others.hide()
        what = PlainLabel(
            self.tr(
                "This erases name, e-mail, phone, customer ID and address in all of these orders, their earlier texts, "
                "what was sent and answered, the account's cards and every backup (one that cannot be rewritten is "
                "deleted). Order IDs, dates, statuses and amounts stay, so that the sums still add up. Orders that "
                "were never sent disappear. This cannot be undone.\n\n"
                "Yespo keeps its own copy: erase the contact there too. Delete exported files, and copies of the "
                "workspace elsewhere, yourself."
            ),
            self,
            wrap=True,
        )
        self.damaged = QCheckBox("", self)
        self.damaged.setChecked(True)
        self.damaged.hide()
        self.export = QPushButton(self.tr("Save what is known first…"), self)
        set_icon(self.export, "export")
        self.export.clicked.connect(self._export)
        self.word = QLineEdit(self)
        self._wanted = self.tr("forget")
        label = PlainLabel(self.tr("Type “{word}” to erase:").format(word=self._wanted), self)
        label.setBuddy(self.word)
        self.word.setAccessibleName(label.text())
        self.word.textChanged.connect(lambda _text: self._enable())
        self.erase = QPushButton(self.tr("Erase"), self)
        self.erase.setProperty("role", "danger")
        set_icon(self.erase, "trash")
        self.erase.clicked.connect(self._erase)
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.cancel.clicked.connect(self.reject)
        for button in (self.export, self.cancel):
            button.setAutoDefault(False)
        self.erase.setDefault(True)  # Enter behind the word erases, and before it is written does nothing
        self._is_known = False
        self._lay_out(heading, what, label)
        self._enable()
        jobs.read((id(self), "person"), lambda: services.people.find(identity), self._show, owner=self)

    def _lay_out(self, heading: QWidget, what: QWidget, label: QWidget) -> None:
        line = QHBoxLayout()
        line.addWidget(label)
        line.addWidget(self.word, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.export)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.erase)
        column = QVBoxLayout(self)
        column.setContentsMargins(*DIALOG_MARGINS)
        column.setSpacing(GAP)
        for widget in (heading, self._found, self._others, what):
            column.addWidget(widget)
        column.addWidget(self.damaged)
        column.addLayout(line)
        column.addSpacing(SPACE)
        column.addLayout(buttons)
        self.word.setFocus()
        fit_to_words(self, WIDTH)

    def _show(self, found: PersonFound) -> None:
        parts = [self.tr("%n order(s)", "", len(found.orders))]
        if found.cards:
            parts.append(self.tr("%n contact card(s)", "", found.cards))
        if found.backups:
            parts.append(self.tr("%n backup(s)", "", found.backups))
        named = ", ".join(found.orders[:_NAMED]) + (" …" if len(found.orders) > _NAMED else "")
        self._found.setText(", ".join(parts) + (f"\n{named}" if named else ""))
        warnings = []
        if found.others:
            text = self.tr(
                "Not all of these orders have the same customer ID ({ids}). Somebody may share the e-mail or the "
                "phone; they would be erased too."
            )
            warnings.append(text.format(ids=", ".join(found.others)))
        if found.waiting:
            text = self.tr("Withdraw these from the outbox, or decide about them, first: {orders}")
            warnings.append(text.format(orders=", ".join(found.waiting[:_NAMED])))
        if found.open_imports:
            text = self.tr(
                "An import is open, and what it holds of them is not erased: store it or give it up first."
            )
            warnings.append(text)
        self.damaged.setText(
            self.tr("Delete %n damaged database(s) put aside, in which they may be", "", len(found.damaged))
        )
        self.damaged.setVisible(bool(found.damaged))
        self._others.setText("\n".join(warnings))
        self._others.setVisible(bool(warnings))
        fit_to_words(self, WIDTH)
        self._is_known = not found.waiting
        self._enable()

    def _enable(self) -> None:
        typed = self.word.text().strip().casefold() == self._wanted.casefold()
        self.erase.setEnabled(self._is_known and typed)

    def _export(self) -> None:
        chosen: Any = QFileDialog.getSaveFileName(
            self, self.tr("Save as"), "person.json", self.tr("JSON (*.json);;CSV (*.csv)")
        )
        if chosen[0]:
            path, identity = Path(chosen[0]), self._identity
            self._jobs.network(
                self.tr("Exporting…"),
                lambda: self._services.people.export(path, identity),
                self._exported,
                owner=self,
            )

    def _exported(self, result: ExportResult) -> None:
        self.export.setText(self.tr("Saved: {file}").format(file=result.path.name))

    def _erase(self) -> None:
        self._is_known = False
        self._enable()
        self.erase.setText(self.tr("Erasing…"))
        identity, also_damaged = self._identity, self.damaged.isVisible() and self.damaged.isChecked()
        self._jobs.network(
            self.tr("Erasing…"),
            lambda: self._services.people.forget(identity, delete_damaged=also_damaged),
            self._done,
            self._fail,
            owner=self,
        )

    def _done(self, gone: Forgotten) -> None:
        self.forgotten.emit(gone)
        self.accept()

    def _fail(self, sentence: Sentence) -> None:
        self.erase.setText(self.tr("Erase"))
        self._others.setText(i18n.text(sentence))
        self._others.show()
        fit_to_words(self, WIDTH)
