"""What a desk knows of the window. A desk is made for one task of many calls (sending, exporting, forgetting a person);
it asks for the parts below and says by signals what else it wants, so no desk knows the whole window or another desk.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow

from ordermanager.domain.states import Folder

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStackedWidget, QWidget

    from ordermanager.services.app import Services
    from ordermanager.ui.actions.actions import Actions
    from ordermanager.ui.actions.commands import Commands
    from ordermanager.ui.actions.incoming import Incoming
    from ordermanager.ui.actions.undo import UndoHistory
    from ordermanager.ui.bulk import BulkChanges, Replacing
    from ordermanager.ui.history import HistoryPage
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.order_pane import OrderPane
    from ordermanager.ui.orders_page import OrdersPage
    from ordermanager.ui.sending.control import SendingControl
    from ordermanager.ui.sending.flow import SendFlow
    from ordermanager.ui.shell.folder_list import FolderList
    from ordermanager.ui.shell.keyboard import Keyboard
    from ordermanager.ui.shell.messages import MessageBar
    from ordermanager.ui.shell.overview import Overview
    from ordermanager.ui.shell.status_bar import StatusBar
    from ordermanager.ui.shell.tool_bar import ToolBar


class WindowParts(QMainWindow):
    """The parts are made by `WindowWithLateParts` and `MainWindow`."""

    services: Services
    jobs: Jobs
    undo: UndoHistory
    sending: SendingControl
    overview: Overview
    actions_table: Actions
    middle: QWidget
    messages: MessageBar
    tools: ToolBar
    status: StatusBar
    folders: FolderList
    keyboard: Keyboard
    pages: QStackedWidget
    orders: OrdersPage
    history: HistoryPage
    pane: OrderPane
    commands: Commands
    bulk: BulkChanges
    replacing: Replacing
    incoming: Incoming
    send_flow: SendFlow

    @property
    def has_pane(self) -> bool:
        """Whether the order pane was made already."""
        return "pane" in vars(self)

    @property
    def has_undo(self) -> bool:
        """Whether anything could have been done yet that can be undone."""
        return "undo" in vars(self)

    @property
    def shows_history(self) -> bool:
        """Whether the page of the event history is shown, as a whole or a list of it that was kept."""
        return self.pages.currentWidget() is vars(self).get("history")

    def flush(self) -> None:
        """Save what is being written in the order pane."""
        if self.has_pane:
            self.pane.flush()

    def go_to(self, key: str) -> None:
        """Show a place of the folder list: a Folder's value, `imports`, `history` or `insights`."""
        if self.folders.current_key == key:
            self.folders.chosen.emit(key)
        else:
            self.folders.choose(key)

    def show_order_anywhere(self, order_id: int) -> None:
        """Show an order among all orders, whatever folder and filters are shown now."""
        self.orders.go_when_known(order_id)
        if self.folders.current_key == Folder.ALL.value:
            self.orders.show_folder(Folder.ALL)
        else:
            self.go_to(Folder.ALL.value)
        self.keyboard.go_to_list()
