"""The window: makes its parts, connects them, and remembers how they were. No rule of the business is
here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ordermanager.domain.states import Folder
from ordermanager.ui import i18n
from ordermanager.ui.action_table import Need
from ordermanager.ui.actions import Actions
from ordermanager.ui.commands import Commands
from ordermanager.ui.deeds import Deeds
from ordermanager.ui.folder_list import HISTORY, IMPORTS, FolderList
from ordermanager.ui.history import HistoryPage
from ordermanager.ui.icons import retint
from ordermanager.ui.imports_page import ImportsPage
from ordermanager.ui.incoming import Incoming
from ordermanager.ui.keyboard import Keyboard
from ordermanager.ui.messages import MessageBar
from ordermanager.ui.order_pane import OrderPane
from ordermanager.ui.orders_page import OrdersPage
from ordermanager.ui.overview import Overview, State
from ordermanager.ui.send_flow import SendFlow
from ordermanager.ui.sending_control import SendingControl
from ordermanager.ui.status_bar import StatusBar
from ordermanager.ui.theme import LIGHT, Mode, colours
from ordermanager.ui.tool_bar import ToolBar
from ordermanager.ui.view_state import pack, pack_sizes, unpack, unpack_sizes

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QKeyEvent

    from ordermanager.sending.progress import Progress
    from ordermanager.services.app import Services
    from ordermanager.services.notices import Changes
    from ordermanager.ui.i18n import Language
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.theme import Theme

USUAL_SIZES = (210, 770, 460)
USUAL_WIDTH, USUAL_HEIGHT = 1440, 880


class MainWindow(QMainWindow):
    """One per workspace. `language_asked`: the window must be made anew in another language."""

    language_asked = Signal(str)
    closed = Signal()

    def __init__(self, services: Services, jobs: Jobs, theme: Theme, language: Language) -> None:
        super().__init__()
        self._services = services
        self._jobs = jobs
        self._theme = theme
        self._language = language
        self._is_closing = False
        self.setWindowTitle("Order Manager")
        self.actions_table = Actions(self)
        self.messages = MessageBar(self)
        self.overview = Overview(services, jobs, self)
        self.sending = SendingControl(services, jobs, self)
        self.commands = Commands(services, jobs, self.messages, self)
        self.send_flow = SendFlow(services, jobs, self.messages, self.sending, self)
        self.incoming = Incoming(self)
        self._build()
        self._connect_actions()
        self._connect_parts()
        self._restore_view()
        self._update_conditions()
        self.overview.load()

    # -- making

    def _build(self) -> None:
        self.tools = ToolBar(self.actions_table, self)
        self.addToolBar(self.tools)
        self.actions_table.fill_menu_bar(self.menuBar())
        self.folders = FolderList(self)
        self.orders = OrdersPage(self._services, self._jobs, self.actions_table, self)
        self.history = HistoryPage(self._services, self._jobs, self)
        self.imports = ImportsPage(self._services, self._jobs, self.actions_table, self)
        self.pages = QStackedWidget(self)
        for page in (self.orders, self.history, self.imports):
            self.pages.addWidget(page)
        self.pane = OrderPane(self._services, self._jobs, self)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        for part in (self.folders, self.pages, self.pane):
            self.splitter.addWidget(part)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setCollapsible(1, False)
        self.splitter.setHandleWidth(1)
        middle = QWidget(self)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.messages)
        column.addWidget(self.splitter, 1)
        self.setCentralWidget(middle)
        table = self.actions_table
        self.status = StatusBar(table["pause"], table["stop"], self)
        self.setStatusBar(self.status)
        for action in self.actions():
            # Status tips would push the sending progress out of the status bar; the tool tips say the same.
            action.setStatusTip("")
        self.keyboard = Keyboard(self.folders, self.pages, self.pane)
        self.deeds = Deeds(self._services, self._jobs, self)
        self.deeds.imported.connect(lambda number: self._show_import(number, self.tr("Imported orders")))

    def _connect_actions(self) -> None:
        table, orders, commands, deeds = self.actions_table, self.orders, self.commands, self.deeds
        selected = orders.table.selected_ids
        connections = {
            "new": self.new_order,
            "import": self.incoming.choose_file,
            "paste": self.incoming.paste,
            "export": deeds.export,
            "backup": commands.backup,
            "settings": deeds.open_settings,
            "quit": self.close,
            "copy": lambda: commands.copy_rows(selected(), orders.model),
            "search": self._search,
            "edit": self._edit_in_form,
            "duplicate": deeds.duplicate,
            "delete": lambda: commands.delete(selected()),
            "queue": lambda: deeds.queue(selected()),
            "withdraw": lambda: commands.withdraw(selected()),
            "send_again": deeds.send_again,
            "resolve_again": lambda: commands.resolve("send_again", selected()),
            "resolve_accepted": lambda: commands.resolve("accepted", selected()),
            "send": deeds.send,
            "queue_ready": lambda: deeds.queue(None),
            "stop": self.sending.stop,
            "withdraw_all": lambda: commands.withdraw(None),
            "next_pane": lambda: self.keyboard.go(1),
            "previous_pane": lambda: self.keyboard.go(-1),
            "theme": self._switch_theme,
            "shortcuts": deeds.open_shortcuts,
            "about": deeds.about,
        }
        for action_id, deed in connections.items():
            table[action_id].triggered.connect(lambda _checked=False, deed=deed: deed())
        table["pause"].toggled.connect(self.sending.set_paused)
        table["show_pane"].setChecked(True)
        table["show_pane"].toggled.connect(lambda _shown: self._show_pane())
        for number, key in enumerate(self.folders.keys[:9], 1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.activated.connect(lambda key=key: self.go_to(key))

    def _connect_parts(self) -> None:
        jobs, orders, control, status = self._jobs, self.orders, self.sending, self.status
        jobs.failed.connect(lambda sentence: self.messages.show_message("error", i18n.text(sentence)))
        jobs.crashed.connect(self.messages.show_crash)
        jobs.running.connect(status.show_jobs)
        jobs.changed.connect(self._on_changed)
        self.folders.chosen.connect(self._show_place)
        orders.current_changed.connect(self._on_current)
        orders.table.clicked.connect(lambda _index: self._on_current(orders.table.current_id))
        orders.selection_changed.connect(self._on_selection)
        orders.conditions_changed.connect(self._update_conditions)
        orders.opened.connect(lambda _order_id: self._edit_in_form())
        orders.decisions.batch_decided.connect(self.commands.resolve_batch)
        orders.decisions.release_asked.connect(self.commands.release_held)
        orders.decisions.resume_asked.connect(self.commands.resume_account)
        orders.decisions.settings_asked.connect(self.deeds.open_settings)
        self.pane.queue_requested.connect(self.deeds.queue)
        self.pane.saved.connect(self._on_saved)
        self.pane.order_chosen.connect(self.show_order)
        self.history.order_asked.connect(self.show_order)
        self.history.model.counted.connect(self._on_events_counted)
        self.imports.orders_asked.connect(self._show_import)
        self.imports.undo_asked.connect(self.deeds.undo_import)
        self.incoming.asked.connect(self.deeds.open_import)
        self.incoming.nothing_to_paste.connect(self.deeds.say_nothing_to_paste)
        self.overview.updated.connect(self._on_overview)
        self.commands.order_made.connect(self._on_order_made)
        self.commands.folder_asked.connect(self.go_to)
        self.commands.send_asked.connect(self.deeds.send)
        self.send_flow.settings_asked.connect(self.deeds.open_settings)
        self.send_flow.folder_asked.connect(self.go_to)
        control.progressed.connect(self._on_progress)
        control.state_changed.connect(self._on_sending_state)
        status.account_clicked.connect(self.deeds.open_settings)
        self._theme.changed.connect(self._retint)

    # -- places

    def go_to(self, key: str) -> None:
        """Show a place of the folder list: a Folder's value, `imports` or `history`."""
        if self.folders.current_key == key:
            self._show_place(key)
        else:
            self.folders.choose(key)

    def show_order(self, order_id: int) -> None:
        """Show an order in its pane, wherever it is."""
        if self.pages.currentWidget() is not self.orders:
            self.go_to(Folder.ALL.value)
        self.orders.table.go_to(order_id)
        self.pane.show_order(order_id)

    def _show_place(self, key: str) -> None:
        if key == HISTORY:
            self.pages.setCurrentWidget(self.history)
            self.history.load()
            self._on_events_counted(self.history.model.rowCount())
        elif key == IMPORTS:
            self.pages.setCurrentWidget(self.imports)
            self.imports.load()
            self.status.show_count("")
        else:
            self.pages.setCurrentWidget(self.orders)
            self.orders.show_folder(Folder(key))
        self._show_pane()
        self._update_conditions()

    def _show_pane(self) -> None:
        is_wanted = self.actions_table["show_pane"].isChecked()
        self.pane.setVisible(is_wanted and self.pages.currentWidget() is self.orders)

    def _search(self) -> None:
        if self.pages.currentWidget() is self.imports:
            self.go_to(Folder.ALL.value)
        self.keyboard.go_to_search()

    def _show_import(self, import_id: int, source: str) -> None:
        self.go_to(Folder.ALL.value)
        self.orders.show_folder(Folder.ALL, import_id, source)

    # -- the order pane follows the list

    def _on_current(self, order_id: int | None) -> None:
        # While someone writes in the form, an order that changes its folder must not take the form with it.
        if not self.keyboard.is_in_pane and self.orders.table.selected_count <= 1:
            self.pane.show_order(order_id)

    def _on_selection(self, selected: int, total: int) -> None:
        self.status.show_selection(selected, total)
        if selected > 1:
            self.pane.show_selection_summary(selected)
        elif selected == 1:
            self._on_current(self.orders.table.current_id)

    def _on_events_counted(self, count: int) -> None:
        if self.pages.currentWidget() is self.history:
            self.status.show_count(self.tr("%n event(s)", "", count))

    def _on_saved(self, order_id: int) -> None:
        if self.keyboard.is_in_pane:
            self.orders.table.go_to(order_id)

    def _on_order_made(self, order_id: int) -> None:
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

    def _edit_in_form(self) -> None:
        self.actions_table["show_pane"].setChecked(True)
        self.pane.focus_form()

    # -- what is so now

    def _on_overview(self, state: State) -> None:
        self.folders.set_counts(state.counts)
        self.orders.set_workspace_is_empty(state.is_empty)
        self.orders.decisions.show_decisions(state.decisions)
        self.tools.send.show_counts(state.outbox, state.ready)
        self.status.show_account(state.account)
        self.status.show_outbox(state.outbox)
        self._update_conditions()

    def _update_conditions(self) -> None:
        state = self.overview.state
        hold = self.orders.conditions() if self.pages.currentWidget() is self.orders else set()
        facts = {
            Need.WAITING: state.outbox,
            Need.READY: state.ready,
            Need.TO_SEND: state.outbox or state.ready,
            Need.SENDING: self.sending.is_running,
            Need.NOT_SENDING: not self.sending.is_running,
        }
        hold |= {need for need, fact in facts.items() if fact}
        self.actions_table.set_conditions(hold)

    def _on_progress(self, progress: Progress) -> None:
        self.status.show_progress(progress, is_paused=self.sending.is_paused)

    def _on_sending_state(self) -> None:
        if self.sending.progress is not None:
            self._on_progress(self.sending.progress)
        elif self.sending.is_running:
            self.status.show_starting()
        else:
            self.status.show_progress(None)
            self.actions_table["pause"].setChecked(False)
        self._update_conditions()
        if self._is_closing and not self.sending.is_running:
            self.close()

    def _on_changed(self, changes: Changes) -> None:
        if not changes.settings:
            return
        settings = self._services.settings.get()
        self._theme.set_mode(Mode(settings.theme) if settings.theme in list(Mode) else Mode.SYSTEM)
        if settings.language and settings.language != self._language.code:
            self.language_asked.emit(settings.language)

    def _switch_theme(self) -> None:
        is_light = colours().window == LIGHT.window
        mode = Mode.DARK if is_light else Mode.LIGHT
        self._theme.set_mode(mode)
        self._jobs.write("", lambda: self._services.settings.update(theme=mode.value))

    def _retint(self) -> None:
        retint(QApplication.topLevelWidgets())
        for part in (self.messages, self.orders, self.history, self.imports, self.status):
            part.retint()

    # -- start and end

    def _restore_view(self) -> None:
        view = self._services.settings.get().view
        self.resize(USUAL_WIDTH, USUAL_HEIGHT)
        self.restoreGeometry(unpack(view.get("geometry", "")))
        self.splitter.setSizes(unpack_sizes(view, "panes", USUAL_SIZES))
        header = unpack(view.get("order_columns", ""))
        if view.get("order_columns_of") == self._columns_key() and not header.isEmpty():
            self.orders.table.horizontalHeader().restoreState(header)
        self.folders.choose(view.get("folder", Folder.ALL.value))
        if not self.folders.current_key:
            self.folders.choose(Folder.ALL.value)
        self.keyboard.go_to_list()

    def _columns_key(self) -> str:
        """Which columns a remembered header is of: with others it would hide the wrong ones."""
        return " ".join(column.key for column in self.orders.model.columns)

    def view(self) -> dict[str, str]:
        """What to remember."""
        return {
            "geometry": pack(self.saveGeometry()),
            "panes": pack_sizes(self.splitter.sizes()),
            "order_columns": pack(self.orders.table.horizontalHeader().saveState()),
            "order_columns_of": self._columns_key(),
            "folder": self.folders.current_key,
        }

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QWidget::keyPressEvent: Escape closes the message bar."""
        if event.key() == Qt.Key.Key_Escape:
            self.messages.dismiss()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Override QWidget::closeEvent: what is written is saved, a request on its way is waited for."""
        self.pane.flush()
        if self.sending.is_running and not self._is_closing:
            self._is_closing = True
            self.sending.stop()
            text = self.tr(
                "Finishing the request on its way, then the window closes. Close again to not wait."
            )
            self.messages.show_message("info", text)
            event.ignore()
            return
        # Only where someone closed twice: what is on its way becomes unconfirmed.
        self._services.sending.abandon()
        view = self.view()
        self._jobs.write("", lambda: self._services.settings.update(view=view))
        event.accept()
        self.closed.emit()
