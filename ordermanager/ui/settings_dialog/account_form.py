"""One account: name, address, key, what its prices mean, and whether the connection works."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ordermanager.domain.checks.rules import CostBasis
from ordermanager.ui import i18n
from ordermanager.ui.controls.flow_layout import FlowLayout
from ordermanager.ui.controls.number_box import NumberBox
from ordermanager.ui.controls.plain import PlainLabel
from ordermanager.ui.controls.titled import titled
from ordermanager.ui.look.icons import set_icon
from ordermanager.ui.look.theme import GAP, SPACE, larger_font
from ordermanager.ui.settings_dialog.parts import Message

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ordermanager.services.results import AccountView, ConnectionTest

ADDRESSES = ("https://yespo.io/api", "https://api.yespo.io/api", "https://esputnik.com/api")
"""Where the API is reached (yespo-api.md 2.1); any other address can be typed, a sandbox's for instance."""
SANDBOX_NAME = "Sandbox"
"""What the first steps call theirs (services.practice.practice)."""
LEAST = 33
"""The least width of a field, in letters."""


@dataclass(frozen=True, slots=True)
class AccountEntry:
    """What stands in the form. `key` is empty where the one that is kept shall stay."""

    name: str
    address: str
    key: str
    cost_basis: CostBasis
    repeat_policy: str
    repeat_after: int = 15
    in_flight: int = 1
    per_minute: int = 0
    only_newest: bool = False


class AccountForm(QWidget):
    """Shows and takes one account. The key can be written here, never read."""

    save_wanted = Signal()
    test_wanted = Signal()
    remove_wanted = Signal()
    default_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._account: AccountView | None = None
        self._pairs: list[QBoxLayout] = []
        self._title = PlainLabel("", self)
        self._title.setFont(larger_font(1.15))
        self._sandbox = PlainLabel(self.tr("SANDBOX"), self, role="sandbox")
        self._stopped = Message(self)
        self.message = Message(self)
        self._build_editors()
        self._build_buttons()
        self._build()

    def show_account(self, account: AccountView | None) -> None:
        """Show an account; None: a new one."""
        self._account = account
        self._title.setText(account.name if account else self.tr("New account"))
        names = (SANDBOX_NAME, self._sandbox.text())
        says_so = account is not None and account.name.casefold() in map(str.casefold, names)
        self._sandbox.setVisible(account is not None and account.is_sandbox and not says_so)
        self.name.setText(account.name if account else "")
        self.address.setCurrentText(account.base_url if account else ADDRESSES[0])
        self.key.clear()
        self.key.setPlaceholderText(self._key_place(account))
        self.basis.setCurrentIndex(max(self.basis.findData(account.cost_basis if account else "unit"), 0))
        self.policy.setCurrentIndex(max(self.policy.findData(account.repeat_policy if account else "ask"), 0))
        self.minutes.setValue(account.repeat_after if account else 15)
        self.at_once.setValue(account.in_flight if account else 1)
        self.pace.setValue(account.per_minute if account else 0)
        self.events.setCurrentIndex(int(account.only_newest) if account else 0)
        self._show_minutes()
        stopped = account.stopped if account else None
        self._stopped.say(i18n.text(stopped) if stopped else "", "warning")
        self.message.say("")
        self.default.setVisible(account is not None and not account.is_default)
        self.remove.setVisible(account is not None)
        self.save.setText(self.tr("&Save changes") if account else self.tr("&Add account"))

    @property
    def account(self) -> AccountView | None:
        """The account that is shown; None for a new one."""
        return self._account

    def entry(self) -> AccountEntry:
        """What stands in the form."""
        return AccountEntry(
            self.name.text().strip(),
            self.address.currentText().strip(),
            self.key.text().strip(),
            CostBasis(self.basis.currentData()),
            str(self.policy.currentData()),
            self.minutes.value(),
            self.at_once.value(),
            self.pace.value(),
            bool(self.events.currentData()),
        )

    def _show_minutes(self) -> None:
        """How long to wait matters only where it is sent again by itself."""
        self._minutes_part.setVisible(self.policy.currentData() == "send_again")

    @property
    def is_changed(self) -> bool:
        """Whether something was typed that is not saved, so that a test must use what stands here."""
        account, entry = self._account, self.entry()
        return account is None or bool(entry.key) or entry.address != account.base_url

    def set_busy(self, busy: bool, text: str = "") -> None:
        """While something is saved or tested."""
        for button in (self.save, self.test, self.remove, self.default):
            button.setEnabled(not busy)
        if busy:
            self.message.say(text)

    def show_test(self, result: ConnectionTest) -> None:
        """How the test went."""
        self.message.say(i18n.text(result.sentence), "good" if result.ok else "error")

    # building

    def _build_editors(self) -> None:
        self.name = QLineEdit()
        self.name.setPlaceholderText(self.tr("for example: My shop"))
        self.address = QComboBox()
        self.address.setEditable(True)
        self.address.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.address.addItems(list(ADDRESSES))
        self.key = QLineEdit()
        self.key.setEchoMode(QLineEdit.EchoMode.Password)
        self.basis = QComboBox()
        self.basis.addItem(self.tr("for one piece"), CostBasis.UNIT.value)
        self.basis.addItem(self.tr("for the whole line"), CostBasis.LINE.value)
        self.policy = QComboBox()
        self.policy.addItem(self.tr("Yes, or not sure: ask me"), "ask")
        self.policy.addItem(self.tr("No: send it again by itself"), "send_again")
        self.policy.addItem(self.tr("Yes: never send it again"), "never")
        self.policy.currentIndexChanged.connect(lambda _index: self._show_minutes())
        self.minutes = NumberBox(2, 24 * 60)
        self.minutes.setSuffix(self.tr(" min"))
        self.events = QComboBox()
        self.events.addItem(self.tr("raises its event"), False)
        self.events.addItem(self.tr("gives way to a newer one that waits too"), True)
        self.at_once = NumberBox(1, 8)
        self.pace = NumberBox(0, 600, self.tr("as fast as it goes"))

    def _build_buttons(self) -> None:
        self.save = QPushButton(self)
        self.save.setProperty("role", "primary")
        self.test = QPushButton(self.tr("&Test connection"), self)
        set_icon(self.test, "online")
        self.default = QPushButton(self.tr("&Make default"), self)
        self.remove = QPushButton(self.tr("&Remove…"), self)
        set_icon(self.remove, "trash")
        self.save.clicked.connect(self.save_wanted)
        self.test.clicked.connect(self.test_wanted)
        self.default.clicked.connect(self.default_wanted)
        self.remove.clicked.connect(self.remove_wanted)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SPACE)
        head.addWidget(self._title, 1)
        head.addWidget(self._sandbox)
        where = self.tr(
            "Keys are made in Yespo: Settings → API → New key, with full access. "
            "One that is not used for 90 days stops working."
        )
        pair = self._pair()
        pair.addWidget(titled(self.tr("An item's pr&ice is"), self.basis, parent=self), 1)
        pair.addWidget(titled(self.tr("Each status chan&ge in the outbox"), self.events, parent=self), 1)
        doubts = self._pair()
        doubts.addWidget(
            titled(self.tr("Can a re&peated order write to customers?"), self.policy, parent=self), 1
        )
        self._minutes_part = titled(self.tr("Send again aft&er"), self.minutes, parent=self)
        doubts.addWidget(self._minutes_part)
        speed = self._pair()
        speed.addWidget(titled(self.tr("Re&quests at once (1 is safest)"), self.at_once, parent=self), 1)
        speed.addWidget(titled(self.tr("Requests a min&ute, at most"), self.pace, parent=self), 1)
        for box in (self.minutes, self.at_once, self.pace):
            box.lineEdit().setAccessibleName(box.accessibleName())
        line = QWidget(self)
        buttons = FlowLayout(line, SPACE, SPACE)
        buttons.setContentsMargins(0, 0, 0, 0)
        for button in (self.test, self.default, self.remove, self.save):
            buttons.addWidget(button)
        buttons.push_right(self.save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addLayout(head)
        layout.addWidget(self._stopped)
        layout.addWidget(titled(self.tr("&Name"), self.name, parent=self))
        layout.addWidget(titled(self.tr("A&ddress"), self.address, parent=self))
        layout.addWidget(titled(self.tr("API &key"), self.key, where, self))
        layout.addLayout(pair)
        layout.addLayout(doubts)
        layout.addLayout(speed)
        layout.addWidget(self.message)
        layout.addWidget(line)
        layout.addStretch(1)

    def _pair(self) -> QBoxLayout:
        """Two fields side by side, where there is room for that."""
        pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        pair.setSpacing(GAP)
        self._pairs.append(pair)
        return pair

    def minimumSizeHint(self) -> QSize:
        """Override QWidget::minimumSizeHint: as narrow as the fields below one another."""
        least = LEAST * self.fontMetrics().averageCharWidth()
        return QSize(least, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        is_narrow = event.size().width() < 2 * LEAST * self.fontMetrics().averageCharWidth()
        directions = QBoxLayout.Direction
        for pair in self._pairs:
            pair.setDirection(directions.TopToBottom if is_narrow else directions.LeftToRight)

    def _key_place(self, account: AccountView | None) -> str:
        places = {
            "keyring": self.tr("Kept in the system's keyring; type to replace it"),
            "memory": self.tr("Kept until the program ends; type to replace it"),
            "environment": self.tr("Taken from ORDERMANAGER_API_KEY; type to replace it"),
            "sandbox": self.tr("A sandbox needs none"),
        }
        return places.get(account.key_place, "") if account is not None else ""
