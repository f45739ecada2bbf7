"""What is connected to what in the window: actions to deeds, parts to one another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from ordermanager.domain.states import Folder
from ordermanager.ui.shell.folder_list import PLACE_KEYS

if TYPE_CHECKING:
    from collections.abc import Callable

    from ordermanager.ui.customers_page import CustomersPage
    from ordermanager.ui.history import HistoryPage
    from ordermanager.ui.i18n import Language
    from ordermanager.ui.imports_page import ImportsPage
    from ordermanager.ui.insights_page import InsightsPage
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.look.theme import Theme
    from ordermanager.ui.order_pane import OrderPane
    from ordermanager.ui.shell.main_window import MainWindow


def connect_for_good(window: MainWindow, jobs: Jobs, theme: Theme, language: Language) -> None:
    """What outlives the parts of the window, and may outlive the window: only methods of it, which Qt then lets go."""
    jobs.failed.connect(window.on_failed)
    jobs.crashed.connect(window.on_crashed)
    jobs.running.connect(window.on_running)
    jobs.changed.connect(window.on_changed)
    # In a turn of its own: until what is seen has the new look, nothing is painted.
    theme.changed.connect(window.retint, Qt.ConnectionType.QueuedConnection)
    language.changed.connect(window.rebuild)
    window.sending.progressed.connect(window.on_progress)
    window.sending.state_changed.connect(window.on_sending_state)
    window.sending.finished.connect(window.on_orders_came)
    window.sending.failed.connect(window.on_orders_came)


def connect_actions(window: MainWindow) -> None:
    """Every action of the table does its deed: where that is made later, asking for it makes it."""
    table = window.actions_table
    selected = window.orders.table.selected_ids
    connections: dict[str, Callable[[], object]] = {
        "new": window.new_order,
        "save": window.save_in_form,
        "save_and_new": window.new_order,
        "import": lambda: window.incoming.choose_file(),
        "paste": lambda: window.deeds.pasting.paste(),
        "backup": lambda: window.commands.backup(),
        "settings": lambda: window.deeds.open_settings(),
        "quit": window.close,
        "undo": lambda: window.deeds.step_back(window.undo.undo),
        "redo": lambda: window.deeds.step_back(window.undo.redo),
        "search": window.search,
        "palette": lambda: window.deeds.open_palette(),
        "edit": window.edit_in_form,
        "duplicate": lambda: window.deeds.duplicate(),
        "change": lambda: window.deeds.change_field(),
        "deliver": lambda: window.deeds.deliver(),
        "duplicates": lambda: window.deeds.duplicates.open(),
        "check_all": lambda: window.deeds.checking.start(),
        "keep_list": lambda: window.kept.keep(),
        "fill_down": lambda: window.cells.fill_down(),
        "replace": lambda: window.replacing.open(),
        "column_menu": lambda: window.table_here().open_column_menu(),
        "pin_column": lambda: window.table_here().pin_current_column(),
        "reset_columns": lambda: window.table_here().fit.reset(),
        "delete": lambda: window.deeds.delete(selected()),
        "queue": lambda: window.deeds.queue(selected()),
        "withdraw": lambda: window.commands.withdraw(selected()),
        "send_again": lambda: window.deeds.send_again(),
        "resolve_again": lambda: window.commands.resolve("send_again", selected()),
        "resolve_accepted": lambda: window.commands.resolve("accepted", selected()),
        "send": lambda: window.deeds.send(),
        "queue_ready": lambda: window.deeds.queue(None),
        "stop": window.sending.stop,
        "withdraw_all": lambda: window.commands.withdraw(None),
        "next_pane": lambda: window.keyboard.go(1),
        "previous_pane": lambda: window.keyboard.go(-1),
        "theme": window.switch_theme,
        "shortcuts": lambda: window.deeds.open_shortcuts(),
        "about": lambda: window.deeds.about(),
        "welcome": lambda: window.deeds.show_welcome(),
        "practice": lambda: window.deeds.practise(),
        "connect": lambda: window.deeds.open_settings("accounts"),
    }
    for action_id, deed in connections.items():
        table[action_id].triggered.connect(lambda _checked=False, deed=deed: deed())
    table["pause"].toggled.connect(window.sending.set_paused)
    table["show_pane"].setChecked(True)
    table["show_pane"].toggled.connect(lambda _shown: window.update_pane())
    for key, keys in PLACE_KEYS.items():
        shortcut = QShortcut(QKeySequence(keys), window)
        shortcut.activated.connect(lambda key=key: window.go_to(key))
        window.shortcuts.append(shortcut)


def connect_parts(window: MainWindow) -> None:
    """What is seen first: made anew with the language."""
    orders = window.orders
    window.folders.chosen.connect(window.show_place)
    window.messages.left.connect(window.keyboard.go_to_list)
    orders.current_changed.connect(window.on_current)
    orders.table.clicked.connect(lambda _index: window.on_current(orders.table.current_id))
    orders.selection_changed.connect(window.on_selection)
    orders.conditions_changed.connect(window.update_conditions)
    orders.filters.left.connect(lambda: window.keyboard.go_to_list())
    orders.search_all_asked.connect(lambda text: _search_all(window, text))
    orders.opened.connect(lambda _order_id: window.edit_in_form())
    orders.model.cell_changed.connect(lambda change: window.cells.on_cell_edited(change))
    window.overview.updated.connect(window.on_overview)
    window.status.account_clicked.connect(lambda: window.deeds.open_settings())


def _search_all(window: MainWindow, text: str) -> None:
    """What a folder does not have, wherever it is."""
    window.go_to(Folder.ALL.value)
    window.orders.search.setText(text)


def connect_rest(window: MainWindow) -> None:
    """What is made later, with one another and with what is there."""
    orders, deeds, commands = window.orders, window.deeds, window.commands
    orders.decisions.batch_decided.connect(commands.resolve_batch)
    orders.decisions.release_asked.connect(commands.release_held)
    orders.decisions.resume_asked.connect(commands.resume_account)
    orders.decisions.settings_asked.connect(lambda: deeds.open_settings())
    window.incoming.asked.connect(deeds.open_import)
    window.incoming.nothing_to_paste.connect(deeds.say_nothing_to_paste)
    deeds.imported.connect(lambda number, _name: deeds.undoing.remember(number))
    deeds.imported.connect(window.show_import)
    deeds.imported.connect(window.on_orders_came)
    commands.order_made.connect(window.edits.remember_new)
    commands.order_made.connect(window.on_order_made)
    commands.folder_asked.connect(window.go_to)
    commands.send_asked.connect(deeds.send)
    window.send_flow.settings_asked.connect(lambda: deeds.open_settings())
    window.send_flow.folder_asked.connect(window.go_to)


def connect_corrections(window: MainWindow) -> None:
    """What the desk of corrections leaves to others, when it is made."""
    desk, deeds = window.corrections, window.deeds
    desk.withdraw_asked.connect(window.commands.withdraw)
    desk.send_asked.connect(deeds.send)
    desk.status_asked.connect(deeds.set_and_queue)
    desk.orders_asked.connect(deeds.show_filtered)


def connect_pane(window: MainWindow, pane: OrderPane) -> None:
    """The order pane, when it is made."""
    pane.queue_requested.connect(window.deeds.queue)
    pane.saved.connect(window.on_saved)
    pane.made.connect(window.edits.remember_new)
    pane.edited.connect(window.edits.remember)
    pane.order_chosen.connect(window.show_order)


def connect_history(window: MainWindow, page: HistoryPage) -> None:
    """The event history, when it is made."""
    page.order_asked.connect(window.show_order_anywhere)
    page.model.counted.connect(window.on_events_counted)
    page.copied.connect(window.out.say_copied)
    page.conditions_changed.connect(window.update_conditions)
    page.run_asked.connect(lambda run_id: window.desk.open_runs(run_id))


def connect_imports(window: MainWindow, page: ImportsPage) -> None:
    """The page of imports, when it is made."""
    from ordermanager.ui.actions.import_deeds import ImportDeeds

    page.orders_asked.connect(window.show_import)
    ImportDeeds(window, page)
    page.undo_asked.connect(window.deeds.undoing.start)
    page.same_way_asked.connect(window.deeds.import_same_way)


def connect_insights(window: MainWindow, page: InsightsPage) -> None:
    """The insights, when they are made."""
    page.orders_asked.connect(window.deeds.show_filtered)
    page.written.connect(window.commands.say_written)


def connect_customers(window: MainWindow, page: CustomersPage) -> None:
    """The customers, when they are made."""
    page.orders_asked.connect(window.deeds.show_filtered)
    page.order_asked.connect(window.show_order_anywhere)
    page.forget_asked.connect(window.people.forget)
    page.written.connect(window.commands.say_written)
