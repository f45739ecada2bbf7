"""The accounts: a list, and the chosen one beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from ordermanager.domain.sentences import Sentence
from ordermanager.services.keys import KEPT_IN_MEMORY
from ordermanager.ui import i18n
from ordermanager.ui.controls.confirm import ConfirmLine
from ordermanager.ui.look.icons import icon, set_icon
from ordermanager.ui.look.theme import DIALOG_MARGINS, GAP, SPACE, WIDE, icon_edge
from ordermanager.ui.settings_dialog.account_form import AccountEntry, AccountForm
from ordermanager.ui.settings_dialog.parts import Message

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ordermanager.services.app import Services
    from ordermanager.services.results import AccountView, ConnectionTest
    from ordermanager.ui.jobs import Jobs


_LEAST_WIDTH = 200
"""Of the list, in pixels."""
_LEAST_FORM = 48
"""In letters."""
_LINES = 4
"""Of the list above the form."""
_UNLIMITED = 16777215
"""Qt's QWIDGETSIZE_MAX."""


class AccountsPage(QWidget):
    """Adds, changes, tests and removes accounts."""

    changed = Signal()

    def __init__(self, services: Services, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._accounts: list[AccountView] = []
        self._wanted: str | None = None
        self.list = QListWidget(self)
        self.list.setProperty("role", "grid")
        self.list.setAccessibleName(self.tr("Accounts"))
        edge = icon_edge(self.fontMetrics())
        self.list.setIconSize(QSize(edge, edge))
        self.add = QPushButton(self.tr("&New account"), self)
        set_icon(self.add, "plus")
        for part in (self.list, self.add):
            part.setFixedWidth(max(_LEAST_WIDTH, self.add.sizeHint().width()))
        self.form = AccountForm(self)
        self.confirm = ConfirmLine(self)
        self.keyring = Message()
        self._build()
        self._connect()

    def load(self, wanted: str | None = None) -> None:
        """Read the accounts; `wanted` is shown then."""
        self._wanted = wanted
        services = self._services
        self._jobs.read(
            ("accounts", id(self)),
            lambda: (services.accounts.list(), services.keys.has_keyring),
            self._show,
            owner=self,
        )

    def begin(self) -> None:
        """A new account."""
        self.list.setCurrentRow(-1)
        self.form.show_account(None)
        self.form.name.setFocus(Qt.FocusReason.OtherFocusReason)

    # building

    def _build(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(SPACE)
        left.addWidget(self.list, 1)
        left.addWidget(self.add)
        columns = self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        columns.setSpacing(WIDE)
        columns.addLayout(left)
        columns.addWidget(self.form, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*DIALOG_MARGINS)
        layout.setSpacing(GAP)
        layout.addWidget(self.keyring)
        layout.addWidget(self.confirm)
        layout.addLayout(columns, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent: where the form has no room beside the list it stands below it."""
        super().resizeEvent(event)
        left = event.size().width() - self.list.width()
        is_narrow = left < _LEAST_FORM * self.fontMetrics().averageCharWidth()
        directions = QBoxLayout.Direction
        self._columns.setDirection(directions.TopToBottom if is_narrow else directions.LeftToRight)
        self.list.setMaximumHeight(_LINES * self.fontMetrics().height() if is_narrow else _UNLIMITED)

    def _connect(self) -> None:
        self.add.clicked.connect(self.begin)
        self.list.currentRowChanged.connect(self._choose)
        self.form.save_wanted.connect(self._save)
        self.form.test_wanted.connect(self._test)
        self.form.remove_wanted.connect(self._ask_to_remove)
        self.form.default_wanted.connect(self._make_default)

    # what the user does

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self._accounts):
            self.form.show_account(self._accounts[row])

    def _save(self) -> None:
        entry, account = self.form.entry(), self.form.account
        self.form.set_busy(True, self.tr("Saving…"))
        self._jobs.write("", lambda: self._keep(entry, account), self._saved, self._failed, owner=self)

    def _keep(self, entry: AccountEntry, account: AccountView | None) -> tuple[str, Sentence | None]:
        """In a thread: the account's name, and the notice about its key if there is one."""
        accounts = self._services.accounts
        if account is None:
            kept = accounts.add(entry.name, entry.address, key=entry.key or None, cost_basis=entry.cost_basis)
            accounts.update(entry.name, **_sending(entry))
            return entry.name, kept.notice if kept else None
        accounts.update(
            account.name,
            new_name=entry.name,
            base_url=entry.address,
            cost_basis=entry.cost_basis,
            **_sending(entry),
        )
        kept = accounts.set_key(entry.name, entry.key) if entry.key else None
        return entry.name, kept.notice if kept else None

    def _saved(self, result: tuple[str, Sentence | None]) -> None:
        name, notice = result
        self.form.set_busy(False)
        self._notice = i18n.text(notice) if notice else self.tr("Saved.")
        self._notice_kind = "warning" if notice else "good"
        self.load(name)
        self.changed.emit()

    def _test(self) -> None:
        entry, account = self.form.entry(), self.form.account
        accounts = self._services.accounts
        self.form.set_busy(True, self.tr("Asking {address}…").format(address=entry.address[:80]))

        def work() -> ConnectionTest:
            if account is not None and not is_changed:
                return accounts.test(account.name)
            return accounts.test_address(entry.address, entry.key)

        is_changed = self.form.is_changed
        self._jobs.network(self.tr("Testing the connection"), work, self._tested, self._failed, owner=self)

    def _tested(self, result: ConnectionTest) -> None:
        self.form.set_busy(False)
        self.form.show_test(result)

    def _ask_to_remove(self) -> None:
        account = self.form.account
        if account is not None:
            text = self.tr(
                "Remove the account {name} and its key? What was sent through it stays in the history."
            )
            self.confirm.ask(
                text.format(name=account.name),
                yes=self.tr("Remove"),
                no=self.tr("Keep"),
                deed=lambda: self._remove(account.name),
            )

    def _remove(self, name: str) -> None:
        remove = self._services.accounts.remove
        self._jobs.write("", lambda: remove(name), lambda _: self._reload(), self._failed, owner=self)

    def _make_default(self) -> None:
        account = self.form.account
        if account is not None:
            name, set_default = account.name, self._services.accounts.set_default
            self._jobs.write(
                "", lambda: set_default(name), lambda _: self.load(name), self._failed, owner=self
            )

    # inside

    _notice = ""
    _notice_kind = "good"

    def _reload(self) -> None:
        self.load()
        self.changed.emit()

    def _show(self, loaded: tuple[list[AccountView], bool]) -> None:
        self._accounts, has_keyring = loaded
        self.keyring.say("" if has_keyring else i18n.text(Sentence(KEPT_IN_MEMORY)), "warning")
        self.list.blockSignals(True)
        self.list.clear()
        for account in self._accounts:
            title = (
                self.tr("{name} (default)").format(name=account.name) if account.is_default else account.name
            )
            self.list.addItem(QListWidgetItem(icon("box" if account.is_sandbox else "account"), title))
        names = [account.name for account in self._accounts]
        self.list.setCurrentRow(names.index(self._wanted) if self._wanted in names else 0 if names else -1)
        self.list.blockSignals(False)
        self.form.show_account(self._accounts[self.list.currentRow()] if names else None)
        if self._notice:
            self.form.message.say(self._notice, self._notice_kind)
            self._notice = ""

    def _failed(self, sentence: Sentence) -> None:
        self.form.set_busy(False)
        self.form.message.say(i18n.text(sentence), "error")


def _sending(entry: AccountEntry) -> dict[str, Any]:
    """What AccountService.update takes of how the account is sent to."""
    return {
        "repeat_policy": entry.repeat_policy,
        "repeat_after": entry.repeat_after,
        "in_flight": entry.in_flight,
        "per_minute": entry.per_minute,
        "only_newest": entry.only_newest,
    }
