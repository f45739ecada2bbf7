"""The window: makes its parts and lets the order pane follow the list. No rule of the business is here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from ordermanager.domain.states import Folder
from ordermanager.ui import i18n
from ordermanager.ui.actions.actions import Actions
from ordermanager.ui.actions.table import Need
from ordermanager.ui.look.colours import LIGHT
from ordermanager.ui.look.icons import retint
from ordermanager.ui.look.theme import Mode, colours, mark_look
from ordermanager.ui.orders_page import OrdersPage
from ordermanager.ui.sending.control import SendingControl
from ordermanager.ui.shell.folder_list import CUSTOMERS, HISTORY, IMPORTS, INSIGHTS, KEPT, FolderList
from ordermanager.ui.shell.keyboard import Keyboard, press_focused
from ordermanager.ui.shell.late_parts import WindowWithLateParts
from ordermanager.ui.shell.messages import MessageBar
from ordermanager.ui.shell.overview import Overview, State
from ordermanager.ui.shell.status_bar import StatusBar
from ordermanager.ui.shell.tool_bar import ToolBar
from ordermanager.ui.shell.window_fit import let_shrink, show_pane
from ordermanager.ui.shell.window_memory import restore, view_of
from ordermanager.ui.shell.window_wiring import connect_actions, connect_for_good, connect_parts

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent

    from ordermanager.domain.sentences import Sentence
    from ordermanager.sending.progress import Progress
    from ordermanager.services.app import Services
    from ordermanager.services.notices import Changes
    from ordermanager.ui.customers_page import CustomersPage
    from ordermanager.ui.i18n import Language
    from ordermanager.ui.imports_page import ImportsPage
    from ordermanager.ui.insights_page import InsightsPage
    from ordermanager.ui.job import Job
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.look.theme import Theme

USUAL_WIDTH, USUAL_HEIGHT = 1440, 880
BACKUP_AFTER_MS = 2000
"""After the window has come up, so that a large workspace's daily backup does not slow down the start."""
BACKUP_DUE_EVERY_MS = 20 * 60_000
"""The computer may sleep for hours, so it is not timed for the hour at which the next one is due."""


class MainWindow(WindowWithLateParts):
    """One per workspace. When the language changes its parts are made anew, in the state of the old ones."""

    closed = Signal()

    def __init__(self, services: Services, jobs: Jobs, theme: Theme, language: Language) -> None:
        super().__init__(services, jobs)
        self._theme = theme
        self._language = language
        self._is_closing = False
        self.setWindowTitle("Order Manager")
        mark_look(self)
        self.sending = SendingControl(services, jobs, self)
        self.shortcuts: list[QShortcut] = []
        # The middle lies on it, since a window ends a central widget that was, with all that is in it, in one turn.
        self._ground = QWidget(self)
        self._around = QVBoxLayout(self._ground)
        self._around.setContentsMargins(0, 0, 0, 0)
        self.setCentralWidget(self._ground)
        self.build()
        connect_for_good(self, jobs, theme, language)
        self.resize(USUAL_WIDTH, USUAL_HEIGHT)
        restore(self, services.settings.get().view)
        self.update_conditions()
        self.make_the_rest_later()
        self._backups = QTimer(self)
        self._backups.timeout.connect(self.back_up_if_due)
        self._backups.start(BACKUP_AFTER_MS)
        QTimer.singleShot(BACKUP_AFTER_MS, self, self._wake_practice)

    # -- making

    def build(self) -> None:
        """Make what is seen first, and connect it; the rest is made by `finish`, or step by step."""
        services, jobs = self.services, self._jobs
        self.actions_table = Actions(self)
        self._make_middle()
        self.overview = Overview(services, jobs, self)
        self.tools = ToolBar(self.actions_table, self)
        self.addToolBar(self.tools)
        self.actions_table.fill_menu_bar(self.menuBar())
        self.folders = FolderList(self.splitter)
        self.pages = QStackedWidget(self.splitter)
        self.orders = OrdersPage(services, jobs, self.actions_table, self.pages, loads_choices=False)
        self.pages.addWidget(self.orders)
        self.pane_place = QStackedWidget(self.splitter)
        for part in (self.folders, self.pages, self.pane_place):
            self.splitter.addWidget(part)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setCollapsible(1, False)
        let_shrink(self)
        table = self.actions_table
        self.status = StatusBar(table["pause"], table["stop"], self)
        self.setStatusBar(self.status)
        parts = (self.messages, self.folders, self.pages, self.pane_place)
        self.keyboard = Keyboard(*parts, lambda: self.pane.focus_form())
        if services.settings.get().lists:
            self.kept  # noqa: B018 - asking for it makes it: kept lists are folders that are seen from the start
        connect_actions(self)
        connect_parts(self)
        self.begin_the_rest()

    def _make_middle(self) -> None:
        """What holds the panes, made before them: a widget that moves is styled anew with all that is in it."""
        self.middle = QWidget(self._ground)
        self._around.addWidget(self.middle)
        self.messages = MessageBar(self.middle)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self.middle)
        self.splitter.setHandleWidth(1)
        column = QVBoxLayout(self.middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.splitter, 1)

    def speak(self, code: str) -> None:
        """Show everything in another language (empty: the system's), at once."""
        self._language.set_code(code)

    def rebuild(self) -> None:
        """Make every part anew: the language changed. What is being written is saved first."""
        self.flush()
        from ordermanager.ui.shell.window_rebuild import make_anew

        self._jobs.write("", lambda: None, lambda _nothing: make_anew(self), owner=self)

    def back_up_if_due(self) -> None:
        """A backup each day, however many days the window stays open."""
        self._backups.setInterval(BACKUP_DUE_EVERY_MS)
        if not self.services.is_read_only:
            self._jobs.network("", self.services.backup_if_due, owner=self)

    def _wake_practice(self) -> None:
        if not self.services.is_read_only:
            self._jobs.network("", lambda: self.services.practice.wake(), owner=self)

    # -- places

    def show_order(self, order_id: int) -> None:
        """Show an order in its pane, wherever it is."""
        if self.pages.currentWidget() is not self.orders:
            self.go_to(Folder.ALL.value)
        self.pane.show_order(order_id)
        if not self.orders.table.go_to(order_id):  # nothing that is selected is it
            self.orders.table.clearSelection()

    def show_place(self, key: str) -> None:
        """Show the page of a place that was chosen in the folder list."""
        is_kept = key.startswith(KEPT)
        if key == HISTORY or (is_kept and self.kept.is_of_history(key)):
            self.pages.setCurrentWidget(self.history)
            if is_kept:
                self.kept.show(key)
            else:
                self.history.load()
            self.on_events_counted(self.history.model.rowCount())
        elif key in (IMPORTS, CUSTOMERS, INSIGHTS):
            page: ImportsPage | CustomersPage | InsightsPage = getattr(self, key)
            self.pages.setCurrentWidget(page)
            page.load()
            self.status.show_count("")
        else:
            self.pages.setCurrentWidget(self.orders)
            if is_kept:
                self.kept.show(key)
            else:
                self.orders.show_folder(Folder(key) if key in set(Folder) else Folder.ALL)
        self.update_pane()
        self.update_conditions()

    def update_pane(self) -> None:
        """The order pane is there on the page of orders, if it is wanted."""
        is_wanted = self.actions_table["show_pane"].isChecked()
        show_pane(self, is_shown=is_wanted and self.pages.currentWidget() is self.orders)
        if self.has_rows and self.is_whole:
            self.make_pane()

    def search(self) -> None:
        """Go to the search field; from the imports to that of all orders."""
        if self.folders.current_key in (IMPORTS, INSIGHTS):
            self.go_to(Folder.ALL.value)
        self.keyboard.go_to_search()

    def show_import(self, import_id: int, source: str) -> None:
        """Show the orders of one import."""
        self.go_to(Folder.ALL.value)
        self.orders.show_folder(Folder.ALL, import_id, source)

    # -- the order pane follows the list

    def on_current(self, order_id: int | None) -> None:
        """Another order is current in the list."""
        if not self.has_pane or self.orders.table.selected_count > 1:
            return
        # An order that changes its folder must not take the form in which someone writes with it, and no menu may do
        # to another order what is meant for the one that is seen.
        if not self.keyboard.is_in_pane:
            self.pane.show_order(order_id)
        elif order_id != self.pane.current_order_id:
            self.orders.table.clearSelection()

    def on_selection(self, selected: int, total: int) -> None:
        """Other rows are selected."""
        self.status.show_selection(selected, total)
        if selected > 1 or self.is_whole:
            self.totals.ask(selected)
        if selected > 1 and not self.keyboard.is_in_pane:
            self.pane.show_selection_summary(selected)
        elif selected == 1:
            self.on_current(self.orders.table.current_id)

    def on_events_counted(self, count: int) -> None:
        """The history knows how many events there are."""
        if self.shows_history:
            self.status.show_count(self.tr("%n event(s)", "", count))

    def on_saved(self, order_id: int) -> None:
        """The form was saved: its row stays the current one."""
        if self.keyboard.is_in_pane and not self.orders.table.go_to(order_id):
            self.orders.go_when_known(order_id)  # it comes to this list, or leaves it

    def on_order_made(self, order_id: int) -> None:
        """A new order is there: go on in its form."""
        self.go_to(Folder.DRAFTS.value)
        self.pane.show_order(order_id)
        self.pane.focus_form()

    def new_order(self) -> None:
        """Begin a new order in the form."""
        if self.pages.currentWidget() is not self.orders:
            self.go_to(Folder.DRAFTS.value)
        self.actions_table["show_pane"].setChecked(True)
        self.orders.table.clearSelection()
        self.pane.new_order()
        self.pane.focus_form()

    def save_in_form(self) -> None:
        """Save what is written in the form."""
        if self.has_pane:
            self.pane.save()

    def edit_in_form(self) -> None:
        """Take the keys to the form of the current order."""
        self.actions_table["show_pane"].setChecked(True)
        self.pane.focus_form()

    # -- what is so now

    def on_overview(self, state: State) -> None:
        """The workspace was looked at again."""
        self.folders.set_counts(state.counts)
        self.orders.set_workspace_is_empty(state.is_empty)
        if self.is_whole:
            self.orders.decisions.show_decisions(state.decisions)
        self.tools.send.show_counts(state.outbox, state.ready)
        self.status.show_account(state.account)
        self.status.show_outbox(state.outbox)
        self.update_conditions()

    def update_conditions(self) -> None:
        """Enable the actions that can be done now."""
        state = self.overview.state
        page = self.pages.currentWidget()
        hold: set[Need] = getattr(page, "conditions", set)()
        facts = {
            Need.WAITING: state.outbox,
            Need.READY: state.ready,
            Need.TO_SEND: state.outbox or state.ready,
            Need.MAY_REPEAT: state.decisions.may_repeat,
            Need.SENDING: self.sending.is_running,
            Need.NOT_SENDING: not self.sending.is_running,
            Need.UNDO: self.has_undo and self.undo.can_undo,
            Need.REDO: self.has_undo and self.undo.can_redo,
        }
        hold |= {need for need, fact in facts.items() if fact}
        self.actions_table.set_conditions(hold)
        if self.has_undo:
            self.actions_table.name_undo(self.undo.undo_text, self.undo.redo_text)

    def on_progress(self, progress: Progress) -> None:
        """The sender has news."""
        timezone = self.services.settings.get().timezone
        self.status.show_progress(progress, is_paused=self.sending.is_paused, timezone=timezone)

    def on_sending_state(self) -> None:
        """A run began, ended, was held or goes on."""
        if self.sending.progress is not None:
            self.on_progress(self.sending.progress)
        elif self.sending.is_running:
            self.status.show_starting()
        else:
            self.status.show_progress(None)
            self.actions_table["pause"].setChecked(False)
        self.update_conditions()
        if self._is_closing and not self.sending.is_running:
            self.close()

    def on_failed(self, sentence: Sentence) -> None:
        """A job could not do its work."""
        self.messages.show_message("error", i18n.text(sentence))

    def on_crashed(self, trace: str) -> None:
        """A bug of ours."""
        self.messages.show_crash(trace)

    def on_running(self, running: tuple[Job, ...]) -> None:
        """Other jobs run in the background."""
        self.status.show_jobs(running)

    def retint(self) -> None:
        """The theme changed: draw icons and signs in its colours."""
        retint(QApplication.topLevelWidgets())
        for part in (self.messages, self.orders, self.status):
            part.retint()
        for page in self.made_pages():
            page.retint()

    def on_changed(self, changes: Changes) -> None:
        """Something was written; the look and the language follow the settings."""
        if changes.replaced and self.has_undo:
            self.undo.forget()  # its steps name orders by numbers that others may have now
        if changes.settings:
            settings = self.services.settings.get()
            self._theme.set_mode(Mode(settings.theme) if settings.theme in list(Mode) else Mode.SYSTEM)
            self.speak(settings.language)

    def switch_theme(self) -> None:
        """From light to dark or back, and remember it."""
        is_light = colours().window == LIGHT.window
        mode = Mode.DARK if is_light else Mode.LIGHT
        self._theme.set_mode(mode)
        self._jobs.write("", lambda: self.services.settings.update(theme=mode.value))

    # -- its end

    def view(self) -> dict[str, str]:
        """What to remember for the next start."""
        return view_of(self)

    def showEvent(self, event: QShowEvent) -> None:
        """Override QWidget::showEvent: counts are asked for with the first rows; where there are none, they say why."""
        super().showEvent(event)
        if not self.orders.model.rowCount():
            self.overview.load_counts()

    def changeEvent(self, event: QEvent) -> None:
        """Override QWidget::changeEvent: the system speaks another language, and we speak as the system."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LocaleChange and not self.services.settings.get().language:
            self.speak("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QWidget::keyPressEvent: Escape closes the message bar, Enter presses the button with the keys, and
        the keys of an action that cannot be done now say why."""
        if event.key() == Qt.Key.Key_Escape:
            self.messages.dismiss()
        elif why_not := self.actions_table.why_not_keys(event.keyCombination()):
            self.messages.show_message("info", why_not)
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or not press_focused():
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Override QWidget::closeEvent: what is written is saved, a request on its way is waited for."""
        from ordermanager.ui.shell.quitting import Choice, quit_choice

        self.finish()  # what is to be told of its end must be there
        self.flush()
        choice: Choice = "leave" if self._is_closing else "wait"
        if not self._is_closing and not self.must_go:
            choice = quit_choice(self, self.sending, self.status.planned)
        if choice == "stay":
            event.ignore()
            return
        if choice == "wait" and self.sending.is_running:
            self._is_closing = True
            self.sending.stop()
            text = self.tr(
                "Finishing the request on its way, then the window closes. Close again to not wait."
            )
            self.messages.show_message("info", text)
            event.ignore()
            return
        # Only where someone does not wait: what is on its way becomes unconfirmed.
        self.services.sending.abandon()
        view = self.view()
        self._jobs.write("", lambda: self.services.settings.update(view=view))
        self.recovery.end()
        event.accept()
        self.closed.emit()
