"""Language and look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from ordermanager.ui.i18n import LANGUAGES
from ordermanager.ui.look.theme import Mode
from ordermanager.ui.settings_dialog.parts import Choices, fill_page, heading

if TYPE_CHECKING:
    from ordermanager.services.settings import Settings


class GeneralPage(QObject):
    """`changed` brings the settings that the user has changed, by name."""

    changed = Signal(dict)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.page = QWidget(parent)
        self.languages = QComboBox(self.page)
        self.languages.addItem(self.tr("As the system"), "")
        for code, name in LANGUAGES.items():
            self.languages.addItem(name, code)
        self.languages.setMaximumWidth(280)
        self.languages.activated.connect(
            lambda _: self.changed.emit({"language": self.languages.currentData()})
        )
        self.themes = Choices(
            (
                (Mode.SYSTEM.value, self.tr("As the &system"), ""),
                (Mode.LIGHT.value, self.tr("&Light"), ""),
                (Mode.DARK.value, self.tr("&Dark"), ""),
            ),
            lambda value: self.changed.emit({"theme": value}),
            self.page,
        )
        self.confirm = QCheckBox(self.tr("Show what will happen &before sending"), self.page)
        self.confirm.toggled.connect(lambda on: self.changed.emit({"confirm_before_send": on}))
        language = heading(self.tr("L&anguage"), self.page)
        language.setBuddy(self.languages)
        self.languages.setAccessibleName(self.tr("L&anguage").replace("&", ""))
        fill_page(
            self.page,
            [
                language,
                self.languages,
                heading(self.tr("Look"), self.page),
                self.themes,
                heading(self.tr("Sending"), self.page),
                self.confirm,
            ],
        )

    def show_settings(self, settings: Settings) -> None:
        """Show the settings as they are."""
        self.languages.setCurrentIndex(max(self.languages.findData(settings.language), 0))
        self.themes.show_value(settings.theme or Mode.SYSTEM.value)
        self.confirm.blockSignals(True)
        self.confirm.setChecked(settings.confirm_before_send)
        self.confirm.blockSignals(False)
