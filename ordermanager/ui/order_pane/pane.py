"""OrderPane: shows one order, checks it while it is written, saves it by itself, and hands it to the outbox."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, Sentence
from ordermanager.ui import i18n
from ordermanager.ui.order_pane.at_rest import AtRest
from ordermanager.ui.order_pane.blank_page import BlankPage
from ordermanager.ui.order_pane.form_layout import first_error
from ordermanager.ui.order_pane.header import PaneHeader
from ordermanager.ui.order_pane.loading import load, load_new, verdict_on
from ordermanager.ui.order_pane.saver import DraftSaver
from ordermanager.ui.order_pane.tabs import CONTACT, FORM, JSON, TIMELINE, PaneTabs
from ordermanager.ui.order_pane.waiting_keys import WaitingKeys

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ordermanager.domain.checks.findings import Finding
    from ordermanager.domain.checks.rules import CheckRules
    from ordermanager.domain.draft import OrderDraft
    from ordermanager.services.app import Services
    from ordermanager.services.notices import Changes
    from ordermanager.services.results import OrderDetail, SavedOrder
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.order_pane.form import Verdict
    from ordermanager.ui.order_pane.loading import Loaded

CHECK_PAUSE_MS = 200
"""After the last key; short enough to feel immediate, long enough not to check half an e-mail address each key."""
_CONTROL = Qt.KeyboardModifier.ControlModifier
_COMMAND = _CONTROL | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class OrderPane(QWidget):
    """Signals: `saved(order_id)`, `queue_requested([order_id])`, `order_chosen(order_id)` (a link to another order)."""

    saved = Signal(int)
    made = Signal(int)  # a new order, with its first save
    edited = Signal(int, object, object)  # order, its text before and now
    queue_requested = Signal(list)
    order_chosen = Signal(int)

    def __init__(
        self, services: Services, jobs: Jobs, parent: QWidget | None = None, *, at_once: bool = True
    ) -> None:
        """`at_once`: False where `make_a_part` is called until there is no more to be made."""
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._wanted: int | None = None
        self._detail: OrderDetail | None = None
        self._rules: CheckRules | None = None
        self._saver: DraftSaver | None = None
        self._showing = 0
        self._focus_when_shown = False
        self._check_timer = QTimer(self)
        self._check_timer.setSingleShot(True)
        self._check_timer.setInterval(CHECK_PAUSE_MS)
        self._at_rest = AtRest(self._ask, jobs, self)
        self._making = self._make()
        while at_once and self.make_a_part():
            pass

    def make_a_part(self) -> bool:
        """One step. Returns whether there may be more."""
        return next(self._making, self) is None

    def _make(self) -> Iterator[None]:
        self._build()
        yield
        yield from self.form.make()
        self._connect()
        self._show_nothing()

    @property
    def current_order_id(self) -> int | None:
        """The order in the pane; None for none, many, or one that was never saved."""
        if self._saver is not None and self._wanted is None:
            return self._saver.order_id
        return self._wanted

    # what the window asks for

    def show_order(self, order_id: int | None) -> None:
        """Show an order of the workspace, or the empty pane."""
        if order_id is not None and order_id == self.current_order_id and self._saver is not None:
            return
        if order_id is not None and order_id == self._wanted and self._waiting.is_on:
            return
        self._wanted = order_id
        self._leave()
        if order_id is None:
            self._jobs.drop_read(("order", id(self)))
            self._show_nothing()
        else:
            self._waiting.begin(take_keys=False)
            self._jobs.drop_read(("order", id(self)))
            self._at_rest.ask()

    def _ask(self) -> None:
        order_id = self._wanted
        if order_id is not None:
            self._jobs.read(
                ("order", id(self)),
                lambda: load(self._services, order_id),
                self._show,
                self._gone,
                owner=self,
            )

    def new_order(self, draft: OrderDraft | None = None) -> None:
        """Begin an order: an empty one, or a copy that is given. It is saved with its first change (a copy at once)."""
        self._leave()
        self._wanted = None
        self._focus_when_shown = True
        self._waiting.begin(take_keys=True)
        self._jobs.read(("order", id(self)), lambda: load_new(self._services, draft), self._show, owner=self)

    def show_selection_summary(self, count: int) -> None:
        """Say that many orders are selected."""
        self._wanted = None
        self._jobs.drop_read(("order", id(self)))
        self._leave()
        self._waiting.forget()
        self._blank.say(
            "all",
            self.tr("%n order(s) selected", "", count),
            self.tr("Put them in the outbox, delete or change them by the menu, or choose one to see it."),
        )
        self._stack.setCurrentWidget(self._blank)

    def focus_form(self) -> None:
        """Take the keys in the first field of the form."""
        self._tabs.setCurrentIndex(FORM)
        if self._saver is not None:
            self.form.focus_first()
        else:
            self._focus_when_shown = True
            if self._waiting.is_on:
                self._waiting.begin(take_keys=True)

    def flush(self) -> None:
        """Hand what is not saved yet to the writing thread now."""
        if self._saver is not None:
            self.form.commit()
            self._saver.save_now()

    def save(self) -> None:
        """Save now, and from now on say what is still missing."""
        if self._saver is None:
            return
        self.form.commit()
        self.form.speak_up()
        if not self._saver.save_now():
            self._header.show_note(self.tr("Saved") if self._saver.order_id is not None else "")

    def queue(self) -> None:
        """Save, and ask for the order to be queued; if something is missing, go there instead."""
        if self._saver is None:
            return
        self.form.commit()
        self.form.speak_up()
        if self._saver.save_now(lambda saved: self._queue_if_right(saved.order_id, saved.findings)):
            return
        order_id = self._saver.order_id
        self._check_now(then=lambda verdict: self._queue_if_right(order_id, verdict.checked.findings))

    def event(self, event: QEvent) -> bool:
        """Override QWidget::event: within the pane, Ctrl+Enter and Ctrl+S mean the order that is shown."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and (self._deed(event) or self._waits_for(event))
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QWidget::keyPressEvent."""
        if self._waiting.keep(event):
            return
        deed = self._deed(event)
        if deed is None:
            super().keyPressEvent(event)
        else:
            deed()

    def _waits_for(self, event: QKeyEvent) -> bool:
        """Whether a key is text for the order that is on its way, and no command of the window's."""
        return self._waiting.is_on and bool(event.text()) and not event.modifiers() & _COMMAND

    def focusNextPrevChild(self, next: bool) -> bool:
        """Override QWidget::focusNextPrevChild: Tab waits too."""
        return self._waiting.is_on or super().focusNextPrevChild(next)

    def _deed(self, event: QKeyEvent) -> Callable[[], None] | None:
        if self._saver is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier != _CONTROL:
            return None
        if event.key() == Qt.Key.Key_S:
            return self.save
        return self.queue if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) else None

    # building

    def _build(self) -> None:
        self._stack = QStackedWidget(self)
        self._stack.setFrameShape(QFrame.Shape.NoFrame)
        self._blank = BlankPage(self._stack)
        order = self._order_page = QWidget(self._stack)
        self._header = PaneHeader(order)
        titles = (self.tr("Form"), self.tr("JSON"), self.tr("Contact"), self.tr("Timeline"))
        self._tabs = PaneTabs(self._services, self._jobs, titles, order)
        self.form = self._tabs.form
        inner = QVBoxLayout(order)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self._header)
        inner.addWidget(self._tabs, 1)
        self._waiting = WaitingKeys(self, order)
        self._stack.addWidget(self._blank)
        self._stack.addWidget(order)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def _connect(self) -> None:
        self.form.changed.connect(self._on_changed)
        self._check_timer.timeout.connect(self._check_now)
        self._header.save_requested.connect(self.save)
        self._header.queue_requested.connect(self.queue)
        self._tabs.currentChanged.connect(lambda _: self._load_tab())
        self._tabs.order_chosen.connect(self.order_chosen)
        self._jobs.changed.connect(self._on_workspace_changed)

    # loading

    def _show(self, loaded: Loaded) -> None:
        """Show a freshly loaded order instead of what was there. One that came too late is not wanted any more."""
        if self._wanted != (loaded.detail.order_id if loaded.detail is not None else None):
            return
        self._leave()
        self._showing += 1
        self._detail, self._rules = loaded.detail, loaded.rules
        self.form.set_rules(loaded.rules)
        self.form.set_draft(loaded.draft, quiet=loaded.detail is None)
        self.form.show_verdict(loaded.verdict)
        self.form.verticalScrollBar().setValue(0)
        self._saver = self._new_saver(loaded)
        self._header.show_draft(loaded.draft)
        self._header.show_state(loaded.detail, edited=False)
        self._header.show_note("")
        self._stack.setCurrentWidget(self._order_page)
        self._load_tab()
        if self._focus_when_shown:
            self._focus_when_shown = False
            self._waiting.end(to_field=False)
            self._tabs.setCurrentIndex(FORM)
            self.form.focus_first()
        else:
            self._waiting.end()
        self._waiting.hand_over()

    def _new_saver(self, loaded: Loaded) -> DraftSaver:
        number = loaded.detail.order_id if loaded.detail is not None else None
        saver = DraftSaver(self._services, self._jobs, number, self.form.draft, loaded.draft, self)
        saver.saved.connect(self._on_saved)
        saver.made.connect(self.made)
        saver.edited.connect(self.edited)
        saver.failed.connect(self._on_not_saved)
        return saver

    def _leave(self) -> None:
        """Save what is left of the order that was shown."""
        self._check_timer.stop()
        self._at_rest.drop()
        self._jobs.drop_read(("check", id(self)))
        if self._saver is not None:
            self.form.commit()
            self._saver.retire()
        self._saver = None
        self._detail = None

    def _show_nothing(self) -> None:
        self._waiting.forget()
        self._blank.say(
            "form",
            self.tr("No order chosen"),
            self.tr(
                "Choose an order in the list to see and change it here, or press Ctrl+N to write a new one."
            ),
        )
        self._stack.setCurrentWidget(self._blank)

    def _gone(self, sentence: Sentence) -> None:
        self._leave()
        self._waiting.forget()
        self._wanted = None
        self._blank.say("info", self.tr("This order cannot be shown"), i18n.text(sentence))
        self._stack.setCurrentWidget(self._blank)

    def _load_tab(self) -> None:
        if self._saver is None:
            return
        number = self._saver.order_id
        tab = self._tabs.currentIndex()
        if tab == JSON:
            self._tabs.json.show_order(number, self.form.draft())
        elif tab == CONTACT:
            self._tabs.contact.show_order(number)
        elif tab == TIMELINE:
            self._tabs.timeline.show_order(number)

    # while it is written

    def _on_changed(self) -> None:
        if self._saver is None:
            return
        self._saver.touch()
        self._check_timer.start()
        self._header.show_draft(self.form.draft())
        self._header.show_state(self._detail, edited=True)
        self._header.show_note("")

    def _check_now(self, then: object = None) -> None:
        """Check what is in the form, in a thread; an answer about another order is dropped."""
        self._check_timer.stop()
        if self._saver is None or self._rules is None:
            return
        draft, number, rules, showing = self.form.draft(), self._saver.order_id, self._rules, self._showing

        def show(verdict: Verdict) -> None:
            if showing == self._showing and self._saver is not None:
                self.form.show_verdict(verdict)
                if callable(then):
                    then(verdict)

        # What comes after the check must not be lost to a later check of what is typed.
        key = ("check", id(self)) if then is None else ("check then", id(self))
        self._jobs.read(key, lambda: verdict_on(self._services, draft, number, rules), show, owner=self)

    def _on_saved(self, saved: SavedOrder, is_back: bool) -> None:
        if self.sender() is self._saver and self._saver is not None:
            self._wanted = saved.order_id
            note = self.tr("It was deleted meanwhile, and is back") if is_back else self.tr("Saved")
            self._header.show_note(note, warning=is_back)
        self.saved.emit(saved.order_id)

    def _on_not_saved(self, sentence: Sentence) -> None:
        self._header.show_note(self.tr("Not saved"), warning=True)
        self._jobs.failed.emit(sentence)

    def _queue_if_right(self, order_id: int | None, findings: Iterable[Finding]) -> None:
        """Ask for the order to be queued; `order_id` is None where it is new and nothing is written yet."""
        error = first_error(findings)
        if error is not None:
            self.form.jump_to(error.field)
        elif order_id is not None:
            self.queue_requested.emit([order_id])

    # what others change

    def _on_workspace_changed(self, changes: Changes) -> None:
        number = self.current_order_id
        if self._saver is None or number is None:
            return
        concerns_us = changes.orders and (changes.order_ids is None or number in changes.order_ids)
        if concerns_us or changes.settings or changes.outbox:
            self._jobs.read(
                ("reload", id(self)),
                lambda: load(self._services, number),
                self._refresh,
                self._gone,
                owner=self,
            )

    def _refresh(self, loaded: Loaded) -> None:
        """The order was changed by someone: show its state, and its text unless the user is writing."""
        if self._saver is None or loaded.detail is None or loaded.detail.order_id != self.current_order_id:
            return
        if self._saver.is_dirty:
            self._detail = loaded.detail
        elif loaded.detail.is_deleted and not (self._detail is not None and self._detail.is_deleted):
            self._gone(Sentence(QT_TRANSLATE_NOOP("Sentence", "It was deleted.")))
        elif self.form.draft().without_empty() != loaded.draft.without_empty():
            self._wanted = loaded.detail.order_id
            self._show(loaded)
        else:
            self._detail, self._rules = loaded.detail, loaded.rules
            self.form.set_rules(loaded.rules)
            self.form.show_verdict(loaded.verdict)
            self._header.show_state(loaded.detail, edited=False)
            self._load_tab()
