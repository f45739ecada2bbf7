"""The question before a send: what it says, and what Return and Escape mean."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ordermanager.domain.statuses import Status
from ordermanager.ui.controls.empty_state import EmptyState
from ordermanager.ui.sending.body import SendBody
from ordermanager.ui.sending.question import SendQuestion

LONG = "6 orders are more than a month old: messages about them may come as a surprise to whoever gets them."


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def question(qtbot: QtBot, host: QWidget, *, careful: bool) -> SendQuestion:
    body = SendBody([(Status.DELIVERED, 12)], ["2 contacts"], [LONG] if careful else [])
    made = SendQuestion(
        "Send <b>it</b>?", body, "A note.", yes="Send 12", no="Not now", careful=careful, parent=host
    )
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.mark.parametrize(
    ("key", "careful", "answer"),
    [
        (Qt.Key.Key_Return, False, QDialog.DialogCode.Accepted),
        (Qt.Key.Key_Return, True, QDialog.DialogCode.Rejected),
        (Qt.Key.Key_Escape, False, QDialog.DialogCode.Rejected),
    ],
)
def test_what_a_key_means(
    qtbot: QtBot, host: QWidget, key: Qt.Key, careful: bool, answer: QDialog.DialogCode
) -> None:
    dialog = question(qtbot, host, careful=careful)
    with qtbot.waitSignal(dialog.finished, timeout=5000) as finished:
        qtbot.keyClick(dialog, key)
    assert finished.args == [answer.value]


def test_all_of_it_is_said_to_who_cannot_see_it_and_nothing_is_cut_off(qtbot: QtBot, host: QWidget) -> None:
    dialog = question(qtbot, host, careful=True)
    for words in ("orderDELIVERED: 12", "2 contacts", LONG, "A note."):
        assert words in dialog.accessibleDescription()
    for label in dialog.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width()), label.text()


def test_an_empty_place_that_is_narrow_breaks_its_text_instead_of_cutting_it_off(
    qtbot: QtBot, host: QWidget
) -> None:
    place = EmptyState(host)
    QVBoxLayout(host).addWidget(place)
    place.show_state("outbox", "The outbox is empty", LONG, [])
    host.resize(280, 500)
    with qtbot.waitExposed(host):
        host.show()
    assert host.width() == 280
    label = next(found for found in place.findChildren(QLabel) if found.text() == LONG)
    left = label.mapTo(place, QPoint(0, 0)).x()
    assert left >= 0
    assert left + label.width() <= place.width() < host.width()
    qtbot.waitUntil(lambda: label.height() >= label.heightForWidth(label.width()) > 20, timeout=5000)
