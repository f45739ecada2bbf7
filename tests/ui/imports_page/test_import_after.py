"""After an import: its record, the rows with errors, taking it back, the columns that were kept."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from ordermanager.domain.states import State
from ordermanager.services.imports.prepared import ImportOptions
from ordermanager.store.orders.query import OrderQuery
from ordermanager.ui.import_dialog.profiles_dialog import ProfilesDialog
from ordermanager.ui.import_dialog.work_page import FIELDS
from ordermanager.ui.imports_page import undoing
from ordermanager.ui.shell.folder_list import IMPORTS
from tests.ui.import_dialog.test_import_review import HEADER, choose_group, row, states
from tests.ui.user import show_with_keys

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ordermanager.sandbox.server import SandboxServer
    from ordermanager.services.app import Services
    from ordermanager.ui.i18n import Language
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.look.theme import Theme
    from ordermanager.ui.shell.main_window import MainWindow


Open = "Callable[[Path], ImportDialog]"


def choose_file(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """The system's own dialogs cannot be driven by keys here."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(path), ""))


def test_the_day_of_a_person_with_a_spreadsheet(
    open_dialog: Open,
    tmp_path: Path,
    services: Services,
    jobs: Jobs,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Question answered, column mapped, fourteen e-mails put right alike, a trial, the rest, the bad rows, undo."""
    path = tmp_path / "shop.csv"
    lines = [
        row(n, email=f'"c{n}@shop,com.ua"' if 3 <= n <= 16 else "nobody" if n == 20 else "").replace(
            "DELIVERED", "handed over"
        )
        for n in range(1, 31)
    ]
    header = HEADER.replace("Customer ID", "Whose")
    path.write_text("Orders of the week\n" + header + "".join(lines), "utf-8")
    dialog = open_dialog(path)
    work = dialog.work
    assert work.tabs.currentWidget() is work.questions
    box = next(
        each
        for each in work.questions.findChildren(type(work.reading.layouts))
        if "handed over" in each.accessibleName()
    )
    box.setFocus()
    for _ in range(3):  # in progress, delivered … in the order of the API
        QTest.keyClick(box, Qt.Key.Key_Down)
        assert jobs.wait_idle()
        box = QApplication.focusWidget()
        if box.currentData() == "DELIVERED":
            break
    assert box.currentData() == "DELIVERED"
    work.tabs.setCurrentIndex(FIELDS)
    work.fields.go_to("externalCustomerId")
    card = work.fields.card
    card.kind.setCurrentIndex(0)
    card.kind.activated.emit(0)
    card.boxes[0].setCurrentIndex(card.boxes[0].findText("Whose"))
    card.boxes[0].activated.emit(0)
    assert jobs.wait_idle()
    qtbot.mouseClick(work.review_button, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()
    page = dialog.review
    assert "15 with errors" in page.counts.text()
    choose_group(dialog, "e-mail is not valid")
    assert jobs.wait_idle()
    assert page.fix.proposals.isVisible()
    qtbot.mouseClick(page.fix.proposals, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()
    assert "1 with errors" in page.counts.text()
    page.trial.setFocus()
    page.trial.selectAll()
    QTest.keyClicks(page.trial, "5")
    QTest.keyClick(page.trial, Qt.Key.Key_Tab)
    assert jobs.wait_idle()
    assert page.counts.text().startswith("5 orders will come in: 5 ready")
    page.trial.setValue(0)
    assert jobs.wait_idle()
    qtbot.mouseClick(page._store, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()
    found = states(services)
    assert len(found) == 30
    assert [number for number, state in found.items() if state is not State.READY] == ["20"]
    target = tmp_path / "bad.csv"
    choose_file(monkeypatch, target)
    assert dialog.result_page.rejected.isVisible()
    qtbot.mouseClick(dialog.result_page.rejected, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()
    rows = list(csv.reader(target.read_text("utf-8-sig").splitlines()))
    assert len(rows) == 2, "the fourteen were put right, so only one row is bad"
    assert rows[1][0] == "20"
    assert rows[1][-1].startswith("email: ")
    target.write_text(target.read_text("utf-8-sig").replace("nobody", "olena@shop.com.ua"), "utf-8")
    dialog.close()
    again = open_dialog(target)
    assert again.work.keeping.used.text(), "the columns are those of last time"
    qtbot.mouseClick(again.work.import_button, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()
    assert set(states(services).values()) == {State.READY}
    first = services.importing.list()[-1]
    services.importing.undo(first.id)
    assert list(states(services)) == ["20"], "the one that was put right later stays"


def test_rows_that_were_put_right_in_the_workspace_are_no_longer_saved(
    tmp_path: Path, services: Services
) -> None:
    path, target = tmp_path / "orders.csv", tmp_path / "bad.csv"
    path.write_text(
        HEADER + row(1, email="no") + row(2, email="none") + "".join(map(row, range(3, 9))), "utf-8"
    )
    result = services.importing.run(services.importing.prepare(path))
    assert result.import_id is not None
    (one,) = [each.id for each in services.orders.rows(services.orders.list_ids(OrderQuery(search="C-1")))]
    services.orders.change_field([one], "email", "olena@shop.com.ua")
    assert services.importing.save_rejected(result.import_id, target) == 1
    assert [line[0] for line in csv.reader(target.read_text("utf-8-sig").splitlines())] == ["Order ID", "2"]


@pytest.fixture
def window(open_window: Callable[[], MainWindow], tmp_path: Path, services: Services) -> MainWindow:
    path = tmp_path / "orders.csv"
    path.write_text(HEADER + row(1) + row(2, email="none") + row(3), "utf-8")
    services.importing.run(services.importing.prepare(path))
    return open_window()


def test_the_record_of_an_import_says_all_and_its_bad_rows_are_saved(
    window: MainWindow, tmp_path: Path, jobs: Jobs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.go_to(IMPORTS)
    assert jobs.wait_idle()
    page = window.imports
    lines = dict(page.details.lines)
    assert lines["File"].endswith("orders.csv")
    assert len(lines["SHA-256"].replace(" ", "")) == 64
    assert "3" in lines["Brought"]
    assert "1 with errors" in lines["Of these"]
    assert lines["Kind of table"].endswith("version 1")
    assert lines["Read as"].startswith("CSV, utf-8")
    target = tmp_path / "bad.csv"
    choose_file(monkeypatch, target)
    qtbot.mouseClick(page._rejected, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()
    assert "none" in target.read_text("utf-8-sig")
    (tmp_path / "orders.csv").write_text(HEADER, "utf-8")
    target.unlink()
    qtbot.mouseClick(page._rejected, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()
    assert not target.exists(), "another file stands there now"


def test_taking_back_says_before_and_after_what_stays(
    window: MainWindow,
    services: Services,
    sandbox: SandboxServer,
    jobs: Jobs,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert services.outbox.queue(services.orders.find(["1"])).queued == 1
    assert services.sending.send().accepted == 1
    (other,) = services.orders.find(["3"])
    services.orders.change_field([other], "firstName", "Olena")
    window.go_to(IMPORTS)
    assert jobs.wait_idle()
    asked: list[str] = []

    def say_yes(_parent: object, text: str, details: str, **_: object) -> bool:
        asked.append(f"{text}\n{details}")
        return True

    monkeypatch.setattr(undoing, "ask", say_yes)  # a modal question would wait for a person
    qtbot.mouseClick(window.imports._undo, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()
    assert "orders.csv" in asked[0]
    assert "1 stay: they were sent, or may have been" in asked[0]
    assert "1 stay: changed since, by hand or by another import" in asked[0]
    assert sorted(states(services)) == ["1", "3"]


def test_taking_back_says_what_leaves_the_outbox(
    window: MainWindow, services: Services, jobs: Jobs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert services.outbox.queue(services.orders.find(["1"])).queued == 1
    window.go_to(IMPORTS)
    assert jobs.wait_idle()
    asked: list[str] = []
    monkeypatch.setattr(undoing, "ask", lambda _parent, _text, details, **_: bool(asked.append(details)))
    qtbot.mouseClick(window.imports._undo, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()
    assert "Taken out of the outbox: 1." in asked[0]


def test_kept_columns_are_renamed_saved_forgotten_and_added_again(
    tmp_path: Path,
    services: Services,
    jobs: Jobs,
    qtbot: QtBot,
    theme: Theme,
    language: Language,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "shop.csv"
    path.write_text(HEADER.replace("Customer ID", "Foo") + row(1), "utf-8")
    services.importing.run(services.importing.prepare(path, ImportOptions(columns={1: "externalCustomerId"})))
    dialog = ProfilesDialog(services, jobs)
    qtbot.addWidget(dialog)
    show_with_keys(qtbot, dialog)
    assert jobs.wait_idle()
    assert dialog.model.index(0, 0).data() == "shop"
    qtbot.mouseClick(dialog.rename, Qt.MouseButton.LeftButton)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, "Weekly report")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert jobs.wait_idle()
    assert [each.name for each in services.importing.profiles.list()] == ["Weekly report"]
    target = tmp_path / "weekly.json"
    choose_file(monkeypatch, target)
    qtbot.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()
    assert "Weekly report" in target.read_text("utf-8")
    # a modal question would wait for a person
    monkeypatch.setattr("ordermanager.ui.import_dialog.profiles_dialog.ask", lambda *_args, **_given: True)
    qtbot.mouseClick(dialog.delete, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()
    assert services.importing.profiles.list() == []
    assert not dialog.rename.isEnabled()
    qtbot.mouseClick(dialog.add, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()
    assert dialog.model.index(0, 0).data() == "Weekly report"


def test_columns_of_last_time_are_used_and_can_be_recognised_anew(
    open_dialog: Open, tmp_path: Path, services: Services, jobs: Jobs, qtbot: QtBot
) -> None:
    path = tmp_path / "shop.csv"
    path.write_text(HEADER.replace("Customer ID", "Foo") + row(1), "utf-8")
    services.importing.run(services.importing.prepare(path, ImportOptions(columns={1: "externalCustomerId"})))
    dialog = open_dialog(path)
    assert "shop" in dialog.work.keeping.used.text()
    assert dialog.work.columns.rows[1].field == "externalCustomerId"
    dialog.work.tabs.setCurrentWidget(dialog.work.columns_table.parentWidget())
    qtbot.mouseClick(dialog.work.keeping.anew, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()
    assert not dialog.work.keeping.used.text()
    qtbot.mouseClick(dialog.work.keeping.anew, Qt.MouseButton.LeftButton)
    assert jobs.wait_idle()
    assert dialog.work.columns.rows[1].field == "externalCustomerId"
