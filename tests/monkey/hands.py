"""What it does: keys, clicks, menus, drops, another size, look, language or text size, and a server with moods."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeGuard

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QMouseEvent, QWheelEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox, QWidget
from shiboken6 import isValid

from ordermanager.sandbox.faults import KINDS
from ordermanager.sandbox.server import SandboxServer
from ordermanager.ui.i18n import LANGUAGES
from ordermanager.ui.sending.question import SendQuestion
from ordermanager.ui.shell.main_window import MainWindow

Key, Button, Kind = Qt.Key, Qt.MouseButton, QEvent.Type
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
TEXTS = (
    "ivan", "B-00", "12,50", "380671234567", "a@b.ua", "", "2026-11-20", "Іван", "x" * 300, "<b>hi</b>", "=1+1",
    "\t", "\n", "DELIVERED", "1" + "0" * 20, "-5", "\U0001f381", "30.02.2025", "грн 5", "{", '{"a": [1, ', "()*?[",
    "e\u0301\u202eabc", "\x00\x07", "C-000001",
)  # fmt: skip
KEYS = (
    Key.Key_Tab, Key.Key_Backtab, Key.Key_Return, Key.Key_Escape, Key.Key_Up, Key.Key_Down, Key.Key_Left, Key.Key_Right,
    Key.Key_Space, Key.Key_Delete, Key.Key_Backspace, Key.Key_Home, Key.Key_End, Key.Key_PageDown, Key.Key_PageUp,
    Key.Key_F1, Key.Key_F2, Key.Key_F4, Key.Key_F6, Key.Key_F9, Key.Key_F10, Key.Key_Menu, Key.Key_A, Key.Key_Z,
)  # fmt: skip
MODIFIERS = (NONE, NONE, NONE, NONE, NONE, SHIFT, CONTROL, ALT, CONTROL | SHIFT)
CLIPS = (
    "externalOrderId\tstatus\nB-0000001\tDELIVERED\nB-0000002\tCANCELLED", "5", "junk\nx\ty\tz", "1\t2\t3\n4\t5\t6",
    '{"externalOrderId": "J-1", "totalCost": 5, "status": "INITIALIZED"}', "x\t" * 2000, "a\n" * 5000,
)  # fmt: skip
SIZES = ((1024, 640), (1920, 1080), (700, 500), (1280, 800), (1, 1))
POINTS = (7, 9, 9, 12, 18)
FAULTS = (*KINDS, "400", "401", "409", "413", "429", "500", "503", "302")
PATIENCE = 80
"""So many steps in one dialog, then it is left by Escape."""


class Hands:
    """One step at a time, by dice; `say` is told each before it is done."""

    def __init__(
        self, dice: random.Random, files: Sequence[Path], server: SandboxServer, say: Callable[[str], None]
    ) -> None:
        self._dice = dice
        self._files = files
        self._server = server
        self._say = say
        self._usual = QApplication.font()
        self._dialog: QWidget | None = None
        self._steps_in_it = 0

    def step(self, window: MainWindow) -> None:
        """Do something with whatever is in front."""
        window.actions_table["quit"].setEnabled(False)  # the palette has it, too
        dialog = QApplication.activeModalWidget()
        self._steps_in_it = self._steps_in_it + 1 if dialog is not None and dialog is self._dialog else 0
        self._dialog = dialog
        if isinstance(dialog, QFileDialog):  # never by dice: it deletes files, too
            self._answer_file_dialog(dialog)
        elif dialog is not None and self._steps_in_it > PATIENCE:
            self._say(f"leave {name_of(dialog)}")
            _key(QApplication.activePopupWidget() or dialog, Key.Key_Escape)
        elif isinstance(dialog, (QMessageBox, SendQuestion)) and self._dice.random() < 0.3:
            key = self._dice.choice((Key.Key_Return, Key.Key_Escape, Key.Key_Tab))
            self._say(f"{key.name} to {name_of(dialog)}")
            _key(dialog, key)
        else:
            front = QApplication.activePopupWidget() or dialog or QApplication.activeWindow() or window
            weights = [weight for _deed, weight in self._deeds]
            deed = self._dice.choices([deed for deed, _weight in self._deeds], weights)[0]
            deed(self, window, front)

    def _answer_file_dialog(self, dialog: QFileDialog) -> None:
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        path = self._dice.choice(self._files)
        if line is None or self._dice.random() < 0.4:
            self._say("no file")
            _key(dialog, Key.Key_Escape)
            return
        self._say(f"file {path.name}")
        line.setText(str(path))
        _key(dialog, Key.Key_Return)

    # -- deeds

    def _press(self, _window: MainWindow, front: QWidget) -> None:
        key, modifier = self._dice.choice(KEYS), self._dice.choice(MODIFIERS)
        if key is Key.Key_F4 and modifier & ALT:
            return
        self._say(f"{key.name} {modifier} on {name_of(_with_keys(front))}")
        _key(front, key, modifier)

    def _type(self, _window: MainWindow, front: QWidget) -> None:
        text = self._dice.choice(TEXTS)
        self._say(f"text {text[:20]!r} on {name_of(_with_keys(front))}")
        for sign in text[:40]:
            key = {"\t": Key.Key_Tab, "\n": Key.Key_Return}.get(sign, Key.Key_unknown)
            for kind in (Kind.KeyPress, Kind.KeyRelease):
                if isValid(front):
                    QApplication.sendEvent(_with_keys(front), QKeyEvent(kind, key, NONE, sign))

    def _act(self, window: MainWindow, _front: QWidget) -> None:
        if QApplication.activeModalWidget() is not None:
            return
        table = window.actions_table
        able = [name for name in table._actions if table[name].isEnabled()]
        name = self._dice.choice(able)
        self._say(f"action {name}")
        table[name].trigger()

    def _go(self, window: MainWindow, _front: QWidget) -> None:
        if QApplication.activeModalWidget() is None:
            key = self._dice.choice(window.folders.keys)
            self._say(f"go to {key}")
            window.go_to(key)

    def _send(self, window: MainWindow, _front: QWidget) -> None:
        """As somebody who wants orders to leave: the others seldom get so far."""
        if QApplication.activeModalWidget() is None:
            name = self._dice.choice(("queue_ready", "queue", "send", "send", "resolve_again", "send_again"))
            if window.actions_table[name].isEnabled():
                self._say(f"action {name}")
                window.actions_table[name].trigger()

    def _mouse(self, _window: MainWindow, front: QWidget) -> None:
        seen = [part for part in front.findChildren(QWidget) if part.isVisible() and part.isEnabled()]
        part = self._dice.choice([*seen, front])
        at, to = self._point(part), self._point(part)
        kind = self._dice.choice(("click",) * 6 + ("double", "menu", "wheel", "drag", "hover"))
        self._say(f"{kind} {name_of(part)} {at.x()},{at.y()}")
        window, left = part.window().windowHandle(), Button.LeftButton
        at, to = part.mapTo(part.window(), at), part.mapTo(part.window(), to)
        press, release, move = Kind.MouseButtonPress, Kind.MouseButtonRelease, Kind.MouseMove
        if kind == "click":
            _click(window, left, at, self._dice.choice((NONE, NONE, NONE, SHIFT, CONTROL)))
        elif kind == "double":
            _click(window, left, at)
            _mouse_event(window, Kind.MouseButtonDblClick, at, left, left)
            _mouse_event(window, release, at, left)
        elif kind == "menu":
            _click(window, Button.RightButton, at)
        elif kind == "wheel":
            _turn_wheel(window, at, self._dice.choice((240, -240)))
        elif kind == "drag":
            _mouse_event(window, press, at, left, left)
            for place in (at + QPoint(15, 15), to):
                _mouse_event(window, move, place, Button.NoButton, left)
            _mouse_event(window, release, to, left)
        else:
            _mouse_event(window, move, at, Button.NoButton)

    def _point(self, part: QWidget) -> QPoint:
        return QPoint(self._dice.randrange(max(1, part.width())), self._dice.randrange(max(1, part.height())))

    def _drop(self, _window: MainWindow, front: QWidget) -> None:
        """Files, as from the desktop."""
        paths = self._dice.sample(self._files, self._dice.choice((1, 1, 2)))
        self._say(f"drop {[path.name for path in paths]}")
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        at, copy, left = QPoint(5, 5), Qt.DropAction.CopyAction, Button.LeftButton
        entering = QDragEnterEvent(at, copy, data, left, NONE)
        QApplication.sendEvent(front, entering)
        if entering.isAccepted():
            QApplication.sendEvent(front, QDropEvent(QPointF(at), copy, data, left, NONE))

    def _import(self, window: MainWindow, _front: QWidget) -> None:
        if QApplication.activeModalWidget() is None:
            path = self._dice.choice(self._files)
            self._say(f"import {path.name}")
            window.deeds.open_import(path)

    def _resize(self, window: MainWindow, front: QWidget) -> None:
        size = self._dice.choice(SIZES)
        part = self._dice.choice((window, front.window()))
        self._say(f"resize {name_of(part)} {size}")
        part.resize(*size)

    def _text_size(self, _window: MainWindow, _front: QWidget) -> None:
        font = self._usual
        font.setPointSize(self._dice.choice(POINTS))
        self._say(f"text size {font.pointSize()}")
        QApplication.setFont(font)

    def _look(self, window: MainWindow, _front: QWidget) -> None:
        self._say("theme")
        window.switch_theme()

    def _language(self, window: MainWindow, _front: QWidget) -> None:
        code = self._dice.choice(list(LANGUAGES))
        self._say(f"language {code}")
        jobs, services = window._jobs, window.services
        jobs.write("", lambda: services.settings.update(language=code))

    def _clip(self, _window: MainWindow, _front: QWidget) -> None:
        text = self._dice.choice(CLIPS)
        self._say(f"clipboard {text[:20]!r}")
        QApplication.clipboard().setText(text)

    def _mood(self, _window: MainWindow, _front: QWidget) -> None:
        if self._dice.random() < 0.4:
            self._say("the server behaves")
            self._server.behave()
        else:
            fault = f"{self._dice.choice(FAULTS)}:{self._dice.choice((1, 1, 2, 5))}"
            self._say(f"the server will {fault}")
            self._server.fail(fault)

    _deeds = (
        (_press, 26), (_type, 9), (_act, 15), (_go, 3), (_send, 6), (_mouse, 36), (_drop, 0.7), (_import, 0.7),
        (_resize, 1), (_text_size, 0.4), (_look, 0.4), (_language, 0.4), (_clip, 1), (_mood, 1.5),
    )  # fmt: skip


# Events go to windows, as from a desktop: what is behind a dialog or a menu gets none. QTest would run the event loop
# meanwhile, in which other steps end the window that it still holds.


def _is_there(window: QWindow | None) -> TypeGuard[QWindow]:
    return window is not None and window in QApplication.allWindows()  # Qt may have ended it


def _key(front: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    window = front.window().windowHandle()
    if modifier == NONE and _is_there(window):
        QTest.keyPress(window, key)  # which knows shortcuts
    elif _is_there(window):
        QApplication.sendEvent(window, QKeyEvent(Kind.KeyPress, key, modifier))
    if _is_there(window):
        QApplication.sendEvent(window, QKeyEvent(Kind.KeyRelease, key, modifier))


def _click(
    window: QWindow | None, button: Qt.MouseButton, at: QPoint, modifier: Qt.KeyboardModifier = NONE
) -> None:
    _mouse_event(window, Kind.MouseButtonPress, at, button, button, modifier)
    _mouse_event(window, Kind.MouseButtonRelease, at, button, modifier=modifier)


def _mouse_event(
    window: QWindow | None,
    kind: QEvent.Type,
    at: QPoint,
    button: Qt.MouseButton,
    held: Qt.MouseButton = Button.NoButton,
    modifier: Qt.KeyboardModifier = NONE,
) -> None:
    if _is_there(window):
        place = QPointF(window.mapToGlobal(at))
        QApplication.sendEvent(window, QMouseEvent(kind, QPointF(at), place, button, held, modifier))


def _turn_wheel(window: QWindow | None, at: QPoint, by: int) -> None:
    if _is_there(window):
        place, phase = QPointF(window.mapToGlobal(at)), Qt.ScrollPhase.NoScrollPhase
        turn = QWheelEvent(QPointF(at), place, QPoint(), QPoint(0, by), Button.NoButton, NONE, phase, False)
        QApplication.sendEvent(window, turn)


def _with_keys(front: QWidget) -> QWidget:
    """What has the keys in the window that is in front."""
    found = QApplication.focusWidget()
    return found if found is not None and found.window() is front.window() else front


def name_of(widget: QWidget) -> str:
    """Its class and name."""
    return f"{type(widget).__name__}/{widget.objectName()}"
