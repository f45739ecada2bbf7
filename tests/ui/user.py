"""A person before the window: presses keys, clicks, reads what is said, and waits for what comes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QPushButton, QToolButton, QWidget

from ordermanager.ui.controls.plain import PlainLabel
from ordermanager.ui.sending.question import SendQuestion

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ordermanager.domain.states import Folder
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.shell.main_window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


class User:
    """Presses keys where the keyboard is, and waits until the window has nothing more to do."""

    def __init__(self, qtbot: QtBot, window: MainWindow, jobs: Jobs) -> None:
        self.qtbot = qtbot
        self.window = window
        self.jobs = jobs

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        if QApplication.activeWindow() is None:  # a desktop activates the window below a dialog that has gone
            self.window.activateWindow()
            self.qtbot.waitUntil(lambda: QApplication.activeWindow() is not None)
        self.qtbot.keyClick(QApplication.focusWidget() or self.window, key, modifier)
        self.wait()

    def type(self, text: str) -> None:
        self.qtbot.keyClicks(QApplication.focusWidget(), text)

    def wait(self) -> None:
        assert self.jobs.wait_idle(30_000)

    def wait_for(self, condition: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=30_000)
        self.wait()

    def click(self, parent: QWidget, text: str) -> None:
        buttons = [*parent.findChildren(QPushButton), *parent.findChildren(QToolButton)]
        button = next(b for b in buttons if b.text().replace("&", "") == text and b.isVisible())
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.wait()

    def answer(self, text: str) -> list[str]:
        """Press a button of the next question; returns what it asked (filled in when it comes)."""
        asked: list[str] = []

        def press() -> None:
            box = question_in(self.window)
            assert box is not None
            asked.append(words_of(box))
            button = next(b for b in box.findChildren(QPushButton) if b.text().replace("&", "") == text)
            self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

        def poll() -> None:
            if question_in(self.window) is None:
                QTimer.singleShot(10, self.window, poll)
            else:
                press()

        poll()
        return asked

    @property
    def rows(self) -> list[str]:
        """The external ids in the list."""
        model = self.window.orders.model
        section = next(n for n, found in enumerate(model.columns) if found.key == "externalOrderId")
        return [str(model.index(row, section).data()) for row in range(model.rowCount())]

    @property
    def message(self) -> str:
        return self.window.messages.text

    def count(self, folder: Folder) -> int:
        return self.window.overview.state.counts.get(folder, 0)

    def dialog(self, kind: type[Any]) -> Any:
        """The dialog of this kind, as soon as it is there."""
        self.wait_for(lambda: isinstance(QApplication.activeModalWidget(), kind))
        return QApplication.activeModalWidget()


def show_with_keys(qtbot: QtBot, window: QWidget) -> None:
    """On the screen, and what is pressed goes there."""
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()


def question_in(window: QWidget) -> QDialog | None:
    """The question that is on the screen."""
    kinds = (QMessageBox, SendQuestion)
    return next((box for kind in kinds for box in window.findChildren(kind) if box.isVisible()), None)


def words_of(box: QDialog) -> str:
    """What a question says."""
    if isinstance(box, QMessageBox):
        return f"{box.text()}\n{box.informativeText()}"
    return f"{box.accessibleName()}\n{box.accessibleDescription()}"


def said(widget: QWidget) -> str:
    """What the labels of a widget say."""
    return "\n".join(label.text() for label in widget.findChildren(PlainLabel) if label.isVisible())
