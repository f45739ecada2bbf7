"""SettingsDialog: pages at the left, every change takes effect at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QRadioButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ordermanager.made_once import made_once
from ordermanager.ui import i18n
from ordermanager.ui.controls.dialog_height import grow_to_text
from ordermanager.ui.controls.low_page import LowPage
from ordermanager.ui.look.icons import icon
from ordermanager.ui.look.theme import HUGE, SPACE, TIGHT, WIDE, icon_edge
from ordermanager.ui.settings_dialog.accounts_page import AccountsPage
from ordermanager.ui.settings_dialog.general_page import GeneralPage
from ordermanager.ui.settings_dialog.index import ACCOUNTS, GENERAL, ORDERS
from ordermanager.ui.settings_dialog.orders_page import OrdersPage

if TYPE_CHECKING:
    from ordermanager.domain.sentences import Sentence
    from ordermanager.services.app import Services
    from ordermanager.services.settings import Settings
    from ordermanager.ui.jobs import Jobs


class SettingsDialog(QDialog):
    """`page` is the one to begin with: general, orders or accounts. Each is made when it is first shown. `part`: what
    of the page has the keys (settings_dialog.index)."""

    def __init__(
        self,
        services: Services,
        jobs: Jobs,
        parent: QWidget | None = None,
        page: str = GENERAL,
        part: str = "",
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._settings: Settings | None = None
        self._names: list[str] = []
        self._build()
        self.pages.currentRowChanged.connect(self._on_page)
        self.pages.setCurrentRow(self._names.index(page) if page in self._names else 0)
        self._load()
        if part:
            QTimer.singleShot(0, self, lambda: self._go_to(page, part))

    def _go_to(self, page: str, part: str) -> None:
        widget: QWidget = getattr(getattr(self, page), part)
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus:  # choices: the one that is chosen has the keys
            buttons = widget.findChildren(QRadioButton)
            widget = next((button for button in buttons if button.isChecked()), buttons[0])
        widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._place(page).ensureWidgetVisible(widget)

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Settings"))
        grow_to_text(self, 960, 640)
        self.pages = QListWidget(self)
        self.pages.setAccessibleName(self.tr("Pages of the settings"))
        self.pages.setObjectName("settings-pages")
        self.pages.setFixedWidth(max(170, self.fontMetrics().averageCharWidth() * 24))
        edge = icon_edge(self.fontMetrics())
        self.pages.setIconSize(QSize(edge, edge))
        self._stack = QStackedWidget(self)
        self._add(GENERAL, self.tr("General"), "settings")
        self._add(ORDERS, self.tr("Orders"), "form")
        self._add(ACCOUNTS, self.tr("Accounts"), "account")
        close = QPushButton(self.tr("Close"), self)
        close.clicked.connect(self.accept)
        close.setAutoDefault(False)
        bottom = QHBoxLayout()
        bottom.setContentsMargins(HUGE, SPACE, HUGE, WIDE + TIGHT)
        bottom.addStretch(1)
        bottom.addWidget(close)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._stack, 1)
        right.addLayout(bottom)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.pages)
        layout.addLayout(right, 1)

    @made_once
    def general(self) -> GeneralPage:
        """Language, look, sending."""
        page = GeneralPage(self._place(GENERAL).viewport())
        page.changed.connect(self._change)
        self._put(GENERAL, page.page)
        if self._settings is not None:
            page.show_settings(self._settings)
        return page

    @made_once
    def orders(self) -> OrdersPage:
        """How orders are checked and read."""
        page = OrdersPage(self._place(ORDERS).viewport())
        page.changed.connect(self._change)
        self._put(ORDERS, page.page)
        if self._settings is not None:
            page.show_settings(self._settings)
        return page

    @made_once
    def accounts(self) -> AccountsPage:
        """The accounts at Yespo."""
        page = AccountsPage(self._services, self._jobs, self._place(ACCOUNTS).viewport())
        self._put(ACCOUNTS, page)
        page.load()
        return page

    def _place(self, name: str) -> LowPage:
        place = self._stack.widget(self._names.index(name))
        assert isinstance(place, LowPage)
        return place

    def _put(self, name: str, page: QWidget) -> None:
        self._place(name).hold(page)
        for button in page.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter in a field takes the field's text, it must press nothing

    def _on_page(self, number: int) -> None:
        name = self._names[number]
        getattr(self, name)
        self._stack.setCurrentIndex(number)
        self.setProperty("page", name)  # to come back to in another language

    def _add(self, name: str, title: str, icon_name: str) -> None:
        self._names.append(name)
        item = QListWidgetItem(icon(icon_name), title)
        item.setSizeHint(QSize(0, max(34, self.fontMetrics().height() + 2 * SPACE)))
        self.pages.addItem(item)
        self._stack.addWidget(LowPage(self._stack))

    def _load(self) -> None:
        self._jobs.read(("settings", id(self)), self._services.settings.get, self._show, owner=self)

    def _show(self, settings: Settings) -> None:
        self._settings = settings
        if SettingsDialog.general.is_made(self):
            self.general.show_settings(settings)
        if SettingsDialog.orders.is_made(self):
            self.orders.show_settings(settings)

    def _change(self, changes: dict[str, Any]) -> None:
        """Keep a change if it is one; what is refused is said where it was entered, and the text stays."""
        update, get = self._services.settings.update, self._services.settings.get

        def work() -> Settings | None:
            now = get()
            if all(getattr(now, name) == value for name, value in changes.items()):
                return None
            return update(**changes)

        self._jobs.write("", work, self._kept, self._refused, owner=self)

    def _kept(self, settings: Settings | None) -> None:
        if settings is not None:
            self._show(settings)

    def _refused(self, sentence: Sentence) -> None:
        self.orders.show_error(i18n.text(sentence))
