"""Every setting by name, for who looks for it: on which page it stands, and the part of the page that has the keys."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP

GENERAL, ORDERS, ACCOUNTS = "general", "orders", "accounts"


class Setting(NamedTuple):
    """`title` is what the page says (English, of the context `context`); `more`: other words for it."""

    page: str
    part: str
    context: str
    title: str
    more: str = ""

    @property
    def name(self) -> str:
        """The title in the language of the window."""
        return QCoreApplication.translate(self.context, self.title).replace("&", "")

    @property
    def words(self) -> str:
        """Other words that find it."""
        return QCoreApplication.translate("SettingWords", self.more) if self.more else ""


SETTINGS: tuple[Setting, ...] = (
    Setting(
        GENERAL,
        "languages",
        "GeneralPage",
        "L&anguage",
        QT_TRANSLATE_NOOP("SettingWords", "English Ukrainian"),
    ),
    Setting(
        GENERAL,
        "themes",
        "GeneralPage",
        "Look",
        QT_TRANSLATE_NOOP("SettingWords", "theme light dark colours"),
    ),
    Setting(
        GENERAL,
        "confirm",
        "GeneralPage",
        "Show what will happen &before sending",
        QT_TRANSLATE_NOOP("SettingWords", "sending question confirm"),
    ),
    Setting(
        ORDERS,
        "rule_sets",
        "OrdersPage",
        "What every order must have",
        QT_TRANSLATE_NOOP("SettingWords", "rules required fields full minimum without items"),
    ),
    Setting(
        ORDERS,
        "timezones",
        "OrdersPage",
        "Dates without a time &zone are in",
        QT_TRANSLATE_NOOP("SettingWords", "time zone timezone"),
    ),
    Setting(
        ORDERS,
        "region",
        "OrdersPage",
        "&Phones without a country code are from",
        QT_TRANSLATE_NOOP("SettingWords", "region country"),
    ),
    Setting(ORDERS, "currencies", "OrdersPage", "&Currency of a new order"),
    Setting(ORDERS, "statuses", "OrdersPage", "Status of a &new order"),
    Setting(
        ORDERS,
        "bases",
        "OrdersPage",
        "An item's price is",
        QT_TRANSLATE_NOOP("SettingWords", "cost basis one piece whole line"),
    ),
    Setting(
        ACCOUNTS,
        "list",
        "SettingsDialog",
        "Accounts",
        QT_TRANSLATE_NOOP("SettingWords", "API key address connection Yespo policy"),
    ),
)
