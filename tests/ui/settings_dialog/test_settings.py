"""The settings: every change takes effect at once, refusals are said in place, keys go in and never come out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit

from ordermanager.domain.checks.rules import CostBasis, RuleSet
from ordermanager.ui.controls.plain import PlainLabel
from ordermanager.ui.controls.sign import Sign
from ordermanager.ui.settings_dialog import SettingsDialog
from tests.ui.user import show_with_keys

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ordermanager.sandbox.server import SandboxServer
    from ordermanager.services.app import Services
    from ordermanager.ui.i18n import Language
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.look.theme import Theme

KEY = "secret-key-0123456789"


@pytest.fixture
def dialog(qtbot: QtBot, services: Services, jobs: Jobs, theme: Theme, language: Language) -> SettingsDialog:
    made = SettingsDialog(services, jobs)
    qtbot.addWidget(made)
    show_with_keys(qtbot, made)
    assert jobs.wait_idle()
    return made


def click(qtbot: QtBot, jobs: Jobs, button: object) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()


def test_the_pages_change_by_arrow_keys(dialog: SettingsDialog) -> None:
    dialog.pages.setFocus()
    QTest.keyClick(dialog.pages, Qt.Key.Key_Down)
    assert dialog.orders.region.isVisible()
    QTest.keyClick(dialog.pages, Qt.Key.Key_Down)
    assert dialog.accounts.list.isVisible()


def test_a_rule_set_takes_effect_at_once(
    dialog: SettingsDialog, services: Services, jobs: Jobs, qtbot: QtBot
) -> None:
    dialog.pages.setCurrentRow(1)
    click(qtbot, jobs, dialog.orders.rule_sets.button(RuleSet.MINIMUM.value))
    assert services.settings.get().rule_set is RuleSet.MINIMUM
    click(qtbot, jobs, dialog.orders.bases.button(CostBasis.LINE.value))
    assert services.settings.get().cost_basis is CostBasis.LINE


def test_language_and_look_are_kept(
    dialog: SettingsDialog, services: Services, jobs: Jobs, qtbot: QtBot
) -> None:
    click(qtbot, jobs, dialog.general.themes.button("dark"))
    dialog.general.languages.setFocus()
    QTest.keyClick(dialog.general.languages, Qt.Key.Key_End)
    assert jobs.wait_idle()
    assert services.settings.get().theme == "dark"
    assert services.settings.get().language == "uk"


def test_a_wrong_region_is_said_in_place_and_stays_to_be_corrected(
    dialog: SettingsDialog, services: Services, jobs: Jobs
) -> None:
    dialog.pages.setCurrentRow(1)
    region = dialog.orders.region
    region.setFocus()
    region.selectAll()
    QTest.keyClicks(region, "XX")
    QTest.keyClick(region, Qt.Key.Key_Return)
    assert jobs.wait_idle()
    assert "XX" in dialog.orders.message.text.text()
    assert dialog.orders.message.isVisible()
    assert region.text() == "XX"
    assert services.settings.get().region == "UA"
    assert dialog.isVisible()
    region.selectAll()
    QTest.keyClicks(region, "pl")
    QTest.keyClick(region, Qt.Key.Key_Return)
    assert jobs.wait_idle()
    assert services.settings.get().region == "PL"
    assert not dialog.orders.message.isVisible()


def test_a_time_zone_is_typed(dialog: SettingsDialog, services: Services, jobs: Jobs) -> None:
    dialog.pages.setCurrentRow(1)
    edit = dialog.orders.timezones.lineEdit()
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, "Europe/Warsaw")
    QTest.keyClick(edit, Qt.Key.Key_Tab)
    assert jobs.wait_idle()
    assert services.settings.get().timezone == "Europe/Warsaw"


def test_an_account_is_added_and_its_key_never_shown(
    dialog: SettingsDialog, services: Services, jobs: Jobs, qtbot: QtBot
) -> None:
    dialog.pages.setCurrentRow(2)
    form = dialog.accounts.form
    click(qtbot, jobs, dialog.accounts.add)
    assert QApplication.focusWidget() is form.name
    QTest.keyClicks(form.name, "My shop")
    assert form.address.currentText().startswith("https://")
    QTest.keyClicks(form.key, KEY)
    assert KEY not in form.key.displayText()
    click(qtbot, jobs, form.save)
    assert [account.name for account in services.accounts.list()] == ["My shop"]
    assert "until the program ends" in form.message.text.text()
    assert form.key.text() == ""
    for widget in (*dialog.findChildren(QLineEdit), *dialog.findChildren(QLabel)):
        assert KEY not in widget.text()


def test_the_connection_is_tested_in_place(
    dialog: SettingsDialog, jobs: Jobs, qtbot: QtBot, sandbox: SandboxServer
) -> None:
    dialog.accounts.load()
    assert jobs.wait_idle()
    dialog.pages.setCurrentRow(2)
    form = dialog.accounts.form
    click(qtbot, jobs, form.test)
    assert form.message.text.text().startswith("Connected to")


def test_a_refused_key_is_said_before_it_is_saved(
    dialog: SettingsDialog, services: Services, jobs: Jobs, qtbot: QtBot, sandbox: SandboxServer
) -> None:
    dialog.accounts.load()
    assert jobs.wait_idle()
    dialog.pages.setCurrentRow(2)
    form = dialog.accounts.form
    QTest.keyClicks(form.key, "bad-key")
    click(qtbot, jobs, form.test)
    assert "key" in form.message.text.text()
    assert not form.message.text.text().startswith("Connected")
    assert form.save.isEnabled()


def test_an_unsafe_address_is_refused_and_nothing_typed_is_lost(
    dialog: SettingsDialog, services: Services, jobs: Jobs, qtbot: QtBot
) -> None:
    dialog.pages.setCurrentRow(2)
    form = dialog.accounts.form
    click(qtbot, jobs, dialog.accounts.add)
    QTest.keyClicks(form.name, "Shop")
    form.address.setCurrentText("http://yespo.io/api")
    click(qtbot, jobs, form.save)
    assert services.accounts.list() == []
    assert "https" in form.message.text.text()
    assert form.name.text() == "Shop"


def test_an_account_is_removed_after_a_question(
    dialog: SettingsDialog, services: Services, jobs: Jobs, qtbot: QtBot, sandbox: SandboxServer
) -> None:
    dialog.accounts.load()
    assert jobs.wait_idle()
    dialog.pages.setCurrentRow(2)
    accounts = dialog.accounts
    click(qtbot, jobs, accounts.form.remove)
    assert accounts.confirm.isVisible()
    assert QApplication.focusWidget() is accounts.confirm.no
    QTest.keyClick(accounts.confirm.no, Qt.Key.Key_Escape)
    assert not accounts.confirm.isVisible()
    assert dialog.isVisible()
    assert len(services.accounts.list()) == 1
    click(qtbot, jobs, accounts.form.remove)
    click(qtbot, jobs, accounts.confirm.yes)
    assert services.accounts.list() == []


def test_names_with_markup_are_text(dialog: SettingsDialog, services: Services, jobs: Jobs) -> None:
    services.accounts.add("<img src=//h/x>", "http://127.0.0.1:9/api", is_sandbox=True)
    dialog.accounts.load()
    assert jobs.wait_idle()
    dialog.pages.setCurrentRow(2)
    dialog.accounts._ask_to_remove()
    for label in dialog.findChildren(QLabel):
        assert isinstance(label, (PlainLabel, Sign)), label.text()
        assert label.textFormat() == Qt.TextFormat.PlainText or not label.text()


def test_every_control_has_a_name(dialog: SettingsDialog) -> None:
    for widget in (*dialog.findChildren(QLineEdit), *dialog.findChildren(QComboBox)):
        owner = widget.parentWidget()
        assert widget.accessibleName() or isinstance(owner, QComboBox), widget
