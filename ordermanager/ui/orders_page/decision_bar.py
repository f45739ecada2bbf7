"""The bar above a folder where someone must decide: unconfirmed requests, held orders, a stopped account."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ordermanager.domain.states import Folder
from ordermanager.ui import i18n
from ordermanager.ui.controls.flow_layout import FlowLayout
from ordermanager.ui.controls.plain import PlainLabel, set_plain_tooltip
from ordermanager.ui.controls.taking_out import take_out
from ordermanager.ui.look.icons import pixmap
from ordermanager.ui.look.theme import GAP, SPACE, TIGHT, colours, icon_edge
from ordermanager.ui.shell.overview import Decisions
from ordermanager.ui.shell.window_fit import letter

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from ordermanager.services.results import AccountView, UnconfirmedBatch

LEAST, NARROW = 24, 40
"""In letters of its text: so wide it may become, and so wide its text must be beside the buttons."""
Decision = Literal["send_again", "accepted"]


class DecisionBar(QFrame):
    """Explains what happened and what each choice means, and offers the choices as buttons."""

    batch_decided = Signal(int, str)  # batch id, Decision
    all_decided = Signal(str)  # Decision
    look_asked = Signal(int)  # batch id: ask the account whom it knows
    copied = Signal(int)  # so many order ids are on the clipboard
    release_asked = Signal()
    resume_asked = Signal(str)  # name of the account
    settings_asked = Signal()
    left = Signal()  # it had the keyboard, which goes on somewhere else

    def __init__(self, timezone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._timezone = timezone
        self._decisions = Decisions()
        self._folder = Folder.ALL
        self._place = 0  # of the request that is shown among those in doubt
        self.setProperty("bar", "warning")
        lines = QVBoxLayout(self)
        lines.setContentsMargins(GAP, SPACE, GAP, SPACE)
        lines.setSpacing(TIGHT)
        head = QHBoxLayout()
        head.setSpacing(GAP)
        self._sign = QLabel(self)
        self._edge = icon_edge(self.fontMetrics())
        self._sign.setFixedSize(self._edge, self._edge)
        self._heading = PlainLabel("", self, role="heading", wrap=True)
        head.addWidget(self._sign)
        head.addWidget(self._heading, 1)
        self._text = PlainLabel("", self, wrap=True)
        self._links = QWidget(self)  # in as many lines as they need, so that the window may be narrow
        self._more = FlowLayout(self._links, SPACE, TIGHT)
        self._more.setContentsMargins(0, 0, 0, 0)
        self._look = self._link(lambda: self.look_asked.emit(self._batch.batch_id))
        self._copy = self._link(self._copy_ids)
        self._next = self._link(self._show_next)
        self._all_again = self._link(lambda: self.all_decided.emit("send_again"))
        self._all_accepted = self._link(lambda: self.all_decided.emit("accepted"))
        self._first = QPushButton(self)
        self._second = QPushButton(self)
        self._first.clicked.connect(lambda: self._press(0))
        self._second.clicked.connect(lambda: self._press(1))
        self._meanings = (PlainLabel("", self, wrap=True), PlainLabel("", self, wrap=True))
        self._deeds = tuple(QBoxLayout(QBoxLayout.Direction.LeftToRight) for _ in self._meanings)
        inner = self._inner = QVBoxLayout()
        inner.setContentsMargins(self._edge + GAP, 0, 0, 0)
        inner.setSpacing(SPACE)
        inner.addWidget(self._text)
        for deed, button, meaning in zip(
            self._deeds, (self._first, self._second), self._meanings, strict=True
        ):
            meaning.setBuddy(button)
            deed.addWidget(button)
            deed.addWidget(meaning, 1)
            inner.addLayout(deed)
        inner.addWidget(self._links)
        lines.addLayout(head)
        lines.addLayout(inner)
        self._is_narrow = False
        self.hide()

    def minimumSizeHint(self) -> QSize:
        """Override QWidget::minimumSizeHint: as narrow as its page, in as many lines as it then takes."""
        return QSize(LEAST * letter(self), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """What a choice means stands behind its button; where there is no room below it, and the choices come first."""
        shown = [button for button in (self._first, self._second) if not button.isHidden()]
        widest = max((button.sizeHint().width() for button in shown), default=0)
        is_narrow = self.width() - widest - self._edge - 4 * GAP < NARROW * letter(self)
        margin = 0 if is_narrow else self._edge + GAP
        self._inner.setContentsMargins(margin, 0, 0, 0)
        directions = QBoxLayout.Direction
        for deed, button in zip(self._deeds, (self._first, self._second), strict=True):
            deed.setDirection(directions.TopToBottom if is_narrow else directions.LeftToRight)
            deed.setSpacing(TIGHT if is_narrow else GAP)
            button.setMinimumWidth(0 if is_narrow else widest)
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            take_out(self._inner, self._text)
            self._inner.insertWidget(len(self._deeds) if is_narrow else 0, self._text)

    def _link(self, clicked: Callable[[], None]) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("role", "link")
        button.clicked.connect(clicked)
        self._more.addWidget(button)
        return button

    @property
    def _batch(self) -> UnconfirmedBatch:
        """The request that is shown."""
        return self._decisions.unconfirmed[self._place]

    def show_decisions(self, decisions: Decisions) -> None:
        """Show what waits now, in the folder that is shown; of requests in doubt the one that was shown, if it is
        still among them."""
        before = self._batch.batch_id if self._decisions.unconfirmed else 0
        places = [batch.batch_id for batch in decisions.unconfirmed]
        self._place = places.index(before) if before in places else 0
        self._decisions = decisions
        self._update()

    def show_folder(self, folder: Folder) -> None:
        """Show what waits in another folder."""
        self._folder = folder
        self._update()

    def retint(self) -> None:
        """Draw the sign in the theme's colours."""
        self._sign.setPixmap(pixmap("warning", colours().warning, self._edge, self.devicePixelRatioF()))

    def _update(self) -> None:
        self.retint()
        if self._folder is Folder.UNCONFIRMED and self._decisions.unconfirmed:
            self._show_batch(self._batch, len(self._decisions.unconfirmed))
        elif self._folder is Folder.OUTBOX and self._stopped is not None:
            self._show_stopped(self._stopped)
        elif self._folder is Folder.OUTBOX and self._decisions.held:
            self._show_held(self._decisions.held)
        elif not self.isHidden():
            focus = self.window().focusWidget()
            if focus is not None and self.isAncestorOf(focus):
                self.left.emit()
            self.hide()

    @property
    def _stopped(self) -> AccountView | None:
        account = self._decisions.account
        return account if account is not None and account.stopped is not None else None

    def _show(self, heading: str, text: str, first: tuple[str, str], second: tuple[str, str]) -> None:
        self._heading.setText(heading)
        self._text.setText(text)
        self.setAccessibleName(heading)
        for link in (self._look, self._copy, self._next, self._all_again, self._all_accepted):
            link.hide()
        self._links.hide()
        for button, meaning, (title, what) in zip(
            (self._first, self._second), self._meanings, (first, second), strict=True
        ):
            button.setText(title)
            button.setAccessibleDescription(what)
            meaning.setText(what)
            for part in (button, meaning):
                part.setVisible(bool(title))
        self._arrange()
        self.show()

    def _show_batch(self, batch: UnconfirmedBatch, requests: int) -> None:
        heading = self.tr("%n order(s) may or may not have arrived", "", batch.orders)
        if requests > 1:
            heading += " – " + self.tr("request {place} of {requests}").format(
                place=i18n.count(self._place + 1), requests=i18n.count(requests)
            )
        again = (
            self.tr("Send again"),
            self.tr("Nothing is missed. If they had arrived, their events are raised twice."),
        )
        accepted = (
            self.tr("Mark as accepted"),
            self.tr("Nobody gets a message twice. If they had not arrived, they are missing there."),
        )
        may_go_again = batch.policy != "never" and batch.newer_sent < batch.orders
        self._show(heading, self._batch_text(batch), again if may_go_again else ("", ""), accepted)
        self._show_links(several=requests > 1)

    def _batch_text(self, batch: UnconfirmedBatch) -> str:
        """When it was sent, what happened then, and what sending again would be."""
        when = i18n.date_time(batch.sent_at, self._timezone, seconds=True)
        text = self.tr("Sent to {account} on {when}. {what}").format(
            account=batch.account, when=when, what=i18n.text(batch.what_happened)
        )
        if batch.newer_sent:
            text += " " + self.tr(
                "Of %n order(s) a newer version has been sent since: these are not sent again.",
                "",
                batch.newer_sent,
            )
        account = self._decisions.account
        if batch.policy == "never":
            text += " " + self.tr("This account's settings say: never send again.")
        elif account is not None and account.name != batch.account:
            text += " " + self.tr("Sent again, they go to {account}, the account in use now.").format(
                account=account.name
            )
        return text

    def _show_links(self, *, several: bool) -> None:
        """What else can be done about a request; with `several` in doubt, one decision for all."""
        self._show_link(
            self._look,
            self.tr("Ask Yespo"),
            self.tr(
                "Look up some of these customers: those who were new are known there if the orders arrived."
            ),
        )
        self._show_link(
            self._copy,
            self.tr("Copy what to look for"),
            self.tr("The ids and the minute, to look for them in Yespo: Automation, Orders or Event history"),
        )
        if several:
            self._show_link(self._next, self.tr("Next request"), self.tr("Show another request in doubt"))
            every = sum(each.orders for each in self._decisions.unconfirmed)
            if all(each.policy != "never" for each in self._decisions.unconfirmed):
                self._show_link(
                    self._all_again,
                    self.tr("Send all %n again", "", every),
                    self.tr("The same decision for every request in doubt"),
                )
            self._show_link(
                self._all_accepted,
                self.tr("Mark all %n as accepted", "", every),
                self.tr("The same decision for every request in doubt"),
            )

    def _show_link(self, link: QPushButton, text: str, tip: str) -> None:
        link.setText(text)
        set_plain_tooltip(link, tip)
        link.show()
        self._links.show()

    def _show_next(self) -> None:
        self._place = (self._place + 1) % len(self._decisions.unconfirmed)
        self._update()

    def _copy_ids(self) -> None:
        batch = self._batch
        when = i18n.date_time(batch.sent_at, self._timezone, seconds=True)
        title = self.tr("%n order(s) sent to {account} on {when} ({zone}):", "", batch.orders).format(
            account=batch.account, when=when, zone=self._timezone
        )
        QGuiApplication.clipboard().setText("\n".join([title, *batch.external_order_ids]))
        self.copied.emit(batch.orders)

    def _show_held(self, held: int) -> None:
        self._show(
            self.tr("%n order(s) are held back", "", held),
            self.tr("A backup was restored: some of these may have been sent after it was made. Look first."),
            (self.tr("Release"), self.tr("Put them back in the outbox")),
            ("", ""),
        )

    def _show_stopped(self, account: AccountView) -> None:
        assert account.stopped is not None
        self._show(
            self.tr("Sending to {account} has stopped").format(account=account.name),
            i18n.text(account.stopped),
            (self.tr("Try again"), self.tr("Let this account send again")),
            (self.tr("Settings…"), self.tr("Look at the account's address and key")),
        )

    def _press(self, number: int) -> None:
        if self._folder is Folder.UNCONFIRMED and self._decisions.unconfirmed:
            self.batch_decided.emit(self._batch.batch_id, ("send_again", "accepted")[number])
        elif self._stopped is not None:
            if number:
                self.settings_asked.emit()
            else:
                self.resume_asked.emit(self._stopped.name)
        else:
            self.release_asked.emit()
